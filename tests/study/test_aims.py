"""What a text sets out to reach is asked for the way that it goes on to tell."""

import pytest

from studydesk.domain.packet import QuestionKind
from studydesk.study.aims import aims
from studydesk.study.sentences import sentences
from studydesk.study.suggestions import suggest

from .conftest import passage

WAY = (
    "不能只靠一张通知。动作要由懂活的师傅来编，时间要写进班次；"
    "效果要看缺勤的变化，而不是看拍了多少照片。"
)


def found(text: str) -> list[str]:
    return [find.words for find in aims(text, sentences(passage(text)))]


@pytest.mark.parametrize(
    ("aim", "words"),
    [
        ("要让工间操真正留下来", "让工间操真正留下来"),
        ("要想留住好徒弟", "留住好徒弟"),
        ("推进班组交接", "推进班组交接"),
        ("管住习惯性违章", "管住习惯性违章"),
    ],
)
def test_an_aim_is_quoted_without_the_wish(aim: str, words: str) -> None:
    text = f"{aim}，{WAY}"
    assert found(text) == [words]
    (one, *_) = suggest(passage(text), kinds=(QuestionKind.UNDERSTAND, QuestionKind.ANALYSE))
    assert one.structure == "aim"
    assert f"要“{words}”" in one.question.text


@pytest.mark.parametrize(
    "text",
    [
        "要让工间操真正留下来，不能只靠一张通知。",
        f"要让他们真正留下来，{WAY}",
        f"破解这一难题，{WAY}",
        f"要贯彻党的主张，{WAY}",
        f"要求大家都来，{WAY}",
        f"要约、准备、会谈，{WAY}",
        f"解决纠纷不能坐在屋里等，而要下去，{WAY}",
        f"车间的图纸要挂起来，大家都看得见。{WAY}",
    ],
    ids=[
        "no way told",
        "somebody",
        "a pointer",
        "political",
        "a demand",
        "an offer",
        "what must not be",
        "no aim",
    ],
)
def test_what_is_no_aim_or_has_no_way_to_it_is_not_asked_for(text: str) -> None:
    assert found(text) == []
