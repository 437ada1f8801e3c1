"""From where to where a text says that things went is asked for the change."""

from studydesk.study.sentences import sentences
from studydesk.study.stories import turns

from .conftest import passage

BEFORE = "一个月里编了二十多首歌，工人们听混了，通风的词也安到了别的工序上，谁也没有提醒。"
BEHIND = "后来一首歌只讲一道工序，工序换了，歌才换，新来的职工半个月就记住了。"


def test_from_where_to_where_is_asked_for_the_difference_where_the_text_tells_it() -> None:
    turn = "第一重转向，是从“身份确认”到“权益清单”。"
    (found,) = turns("", sentences(passage(f"{turn}{BEFORE}{BEHIND}")))
    assert (found.words, found.more["last"]) == ("身份确认", "权益清单")
    assert list(turns("", sentences(passage(f"{turn}职工都点头。")))) == []
