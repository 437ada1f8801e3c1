"""What people do and say in a story is asked for why, and from where to where for the change."""

import pytest

from studydesk.domain.packet import QuestionKind
from studydesk.study.sentences import sentences
from studydesk.study.stories import resolves, sayings, turns
from studydesk.study.suggestions import suggest

from .conftest import passage

BEFORE = "一个月里编了二十多首歌，工人们听混了，通风的词也安到了别的工序上，谁也没有提醒。"
BEHIND = "后来一首歌只讲一道工序，工序换了，歌才换，新来的职工半个月就记住了。"


@pytest.mark.parametrize(
    "done",
    [
        "覃大勇主动停了喇叭",
        "罗桂芬坚持拆下来看",
        "孙立国没有多说，自己动手把把手锯短了一截",
        "项目经理看了本子，第二天就让人装了喇叭",
    ],
)
def test_what_somebody_does_is_asked_for_why_and_for_what_came_of_it(done: str) -> None:
    told = passage(f"{BEFORE}{done}。{BEHIND}")
    (found,) = resolves("", sentences(told))
    assert found.words == done
    kinds = {one.question.kind for one in suggest(told) if one.structure == "resolve"}
    assert kinds & {QuestionKind.UNDERSTAND, QuestionKind.ANALYSE}


@pytest.mark.parametrize(
    "done", ["他主动停了喇叭", "大家坚持每天练", "覃大勇主动辞了工", "覃大勇主动找党组织谈心"]
)
def test_whoever_has_no_name_and_what_is_nobodys_to_look_into_is_left_alone(done: str) -> None:
    assert list(resolves("", sentences(passage(f"{BEFORE}{done}。{BEHIND}")))) == []


def test_of_a_deed_without_what_led_to_it_only_what_came_of_it_is_asked() -> None:
    told = passage(f"覃大勇主动停了喇叭。{BEHIND}")
    asked = [one.question.text for one in suggest(told) if one.structure == "resolve"]
    assert not any("为什么" in text for text in asked)


def test_what_somebody_with_a_name_says_is_asked_for_why() -> None:
    told = passage(f"{BEFORE}徒弟画到第九本，师傅说：“你能自己走夜路了。”{BEHIND}")
    (found,) = sayings("", sentences(told))
    assert (found.words, found.more["who"]) == ("你能自己走夜路了", "师傅")


def test_what_one_side_of_a_quarrel_says_is_not_passed_on() -> None:
    told = passage(f"{BEFORE}师傅说：“不合适就分开，不需要理由。”徒弟申请了仲裁。{BEHIND}")
    assert list(sayings("", sentences(told))) == []


def test_from_where_to_where_is_asked_for_the_difference_where_the_text_tells_it() -> None:
    turn = "第一重转向，是从“身份确认”到“权益清单”。"
    (found,) = turns("", sentences(passage(f"{turn}{BEFORE}{BEHIND}")))
    assert (found.words, found.more["last"]) == ("身份确认", "权益清单")
    assert list(turns("", sentences(passage(f"{turn}职工都点头。")))) == []
