"""What is laid down is asked about as somebody asks who needs it."""

import pytest

from studydesk.study.provisions import provisions
from studydesk.study.sentences import sentences
from studydesk.study.suggestions import suggest

from .conftest import passage

TEXT = (
    "《防暑降温措施管理办法》规定了这些。{}。"
    "用人单位不得拒绝，相关材料请保留好。职工的休息也有保障。"
)
LAID_DOWN = "经诊断为职业性中暑的，可以申请工伤认定"


def test_a_newcomer_asks_what_a_provision_means() -> None:
    asked = [one.question.text for one in suggest(passage(TEXT.format(LAID_DOWN)))]
    assert any(LAID_DOWN in text for text in asked)


@pytest.mark.parametrize(
    ("by", "is_rule"),
    [
        ("《防暑降温措施管理办法》规定了这些。", True),
        ("集体合同约定了这些。", True),
        ("规定：一线职工都算在内。", True),
        ("专家建议企业做到这些。", False),
        ("笔者认为职工应当知道这些。", False),
    ],
)
def test_what_an_author_says_ought_to_be_is_no_rule(by: str, *, is_rule: bool) -> None:
    text = TEXT.format(LAID_DOWN).replace("《防暑降温措施管理办法》规定了这些。", by)
    assert bool(list(provisions(text, sentences(passage(text))))) is is_rule


@pytest.mark.parametrize("told", ["工会干部应当主动作为", "企业应当坚持高质量发展", "他应当回家"])
def test_what_is_only_called_for_is_no_provision(told: str) -> None:
    text = TEXT.format(told)
    words = [find.words for find in provisions(text, sentences(passage(text)))]
    assert told not in words


def test_what_leaves_its_condition_in_the_clause_before_is_no_provision() -> None:
    text = TEXT.format("没有公示就执行的，职工可以要求企业改正")
    words = [find.words for find in provisions(text, sentences(passage(text)))]
    assert "职工可以要求企业改正" not in words
