"""What is asked of the own work goes by what a text calls for."""

import pytest

from studydesk.domain.packet import QuestionKind
from studydesk.study.matters import matters
from studydesk.study.sentences import sentences
from studydesk.study.suggestions import suggest

from .conftest import passage

TOLD = "{}。职工在岗位上练，练得多了就顺手。班组里人人都有份。"


def found(text: str) -> list[str]:
    return [find.words for find in matters(text, sentences(passage(text)))]


@pytest.mark.parametrize(
    ("called_for", "asked"),
    [
        ("广泛开展劳动和技能竞赛", "最值得比一比的是哪一手"),
        ("加强工会驿站等服务阵地建设", "最用得上的是哪一样"),
        ("推动工匠精神落地生根", "是哪道活、哪一步"),
    ],
)
def test_what_a_call_is_about_says_what_is_asked_of_the_own_work(
    called_for: str, asked: str
) -> None:
    (one,) = suggest(passage(TOLD.format(called_for)), kinds=(QuestionKind.CONNECT,))
    assert one.words == called_for
    assert asked in one.question.text


@pytest.mark.parametrize(
    "told",
    [
        "调解成功九十一件意见",
        "完善职业技能培训评价体系",
        "建设区域公共实训基地",
        "安全带挂在腰间",
        "他把手艺教给了徒弟",
    ],
)
def test_what_only_happened_or_is_decided_elsewhere_is_not_matched(told: str) -> None:
    assert found(TOLD.format(told)) == []


def test_what_heads_a_part_comes_before_what_stands_in_one() -> None:
    text = "一是开展岗位练兵。师傅都来。班组里组织职工学手艺。"
    first, *_ = found(text)
    assert first == "开展岗位练兵"
