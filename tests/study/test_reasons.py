"""Why something is done is asked only where the paragraph says why."""

import pytest

from studydesk.domain.packet import QuestionKind
from studydesk.study.reasons import borne_out, reasoned
from studydesk.study.sentences import sentences
from studydesk.study.suggestions import suggest

from .conftest import passage

DEED = "车间把图纸挂到机台边"


def is_reasoned(text: str) -> bool:
    parts = sentences(passage(text))
    at = next(n for n, part in enumerate(parts) if DEED in part.text)
    low = parts[at].text.index(DEED)
    return reasoned(parts, at, low, low + len(DEED))


@pytest.mark.parametrize(
    "text",
    [
        f"为了让徒弟看得清，{DEED}。",
        f"考虑到夜班灯暗，{DEED}。",
        f"徒弟跑一趟要一刻钟。为此，{DEED}。",
        f"{DEED}，免得徒弟跑来跑去。",
        f"{DEED}。这样一来，徒弟不用跑了。",
        f"{DEED}，怕的是徒弟跑来跑去。",
    ],
)
def test_a_reason_stands_before_or_close_behind(text: str) -> None:
    assert is_reasoned(text)


@pytest.mark.parametrize(
    "text",
    [
        f"去年冬天，{DEED}。徒弟都来看。",
        f"为此，{DEED}。",
        f"为改变这种局面，{DEED}。",
        f"因为灯暗，徒弟看不清。\n{DEED}。",
        f"{DEED}。徒弟都来看，一天看三回，{'看完了再去量，' * 8}因为灯亮。",
    ],
    ids=["none", "cut off", "pointed to", "another paragraph", "far away"],
)
def test_what_stands_elsewhere_is_no_reason(text: str) -> None:
    assert not is_reasoned(text)


RULE = "班组里出过岔子。每条建议进来就有编号{}大家都点头。后来职工干活心里有数。"


@pytest.mark.parametrize(("behind", "asked"), [("，免得弄丢。", True), ("。", False)])
def test_what_a_practice_is_for_is_asked_only_where_it_is_told(behind: str, asked: bool) -> None:
    found = suggest(passage(RULE.format(behind)), kinds=(QuestionKind.UNDERSTAND,))
    assert any(one.structure == "practice" for one in found) is asked


@pytest.mark.parametrize("stop", ["：", "——"])
def test_a_practice_whose_object_is_still_to_come_is_not_quoted(stop: str) -> None:
    found = suggest(passage(RULE.format(f"{stop}一号归钳工，二号归焊工，免得弄丢。")))
    assert not any(one.structure == "practice" for one in found)


@pytest.mark.parametrize(
    ("told", "bears"),
    [
        ("因为图纸没有人看得懂。", True),
        ("有的班组天天练，有的一年练一回。", True),
        ("返工少了三成。", True),
        ("去年有37人拿到证书。", True),
        ("路会越走越宽，力量也就有了最深厚的源泉。", False),
    ],
)
def test_only_a_reason_an_example_or_a_figure_bears_something_out(
    told: str, *, bears: bool
) -> None:
    assert borne_out(told) is bears
