"""What people say in a story is asked for why, and from where to where for the change."""

from studydesk.study.sentences import sentences
from studydesk.study.stories import sayings, turns

from .conftest import passage

BEFORE = "一个月里编了二十多首歌，工人们听混了，通风的词也安到了别的工序上，谁也没有提醒。"
BEHIND = "后来一首歌只讲一道工序，工序换了，歌才换，新来的职工半个月就记住了。"


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
