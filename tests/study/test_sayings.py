"""What somebody says in two halves, quoted without the sentences before it."""

import pytest

from studydesk.domain.passage import Passage
from studydesk.study.find import Find
from studydesk.study.sayings import sayings
from studydesk.study.sentences import sentences

TOLD = (
    "车底下装了高清相机，列车驶过，图片自动传上屏幕，系统用红框圈出可疑的地方。"
    "机器没圈出来的，谁也不看，那道裂纹就这样漏了过去，检车员用手电一照才知道。"
)


def found(text: str) -> list[Find]:
    return list(sayings(text, sentences(Passage("a-1", 0, len(text), text))))


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("老师傅说：“记着，工具放好。机器帮人看，不能替人看。”", "老师傅"),
        ("“机器帮人看，不能替人看。”检车员孙德顺说。", "检车员孙德顺"),
        ("“工具放好。”孙德顺解释，“机器帮人看，不能替人看。”", "孙德顺"),
        ("老师傅说，机器帮人看，不能替人看。", "老师傅"),
        ("“工具放好。机器帮人看，不能替人看。”", ""),
    ],
)
def test_the_last_that_is_said_is_quoted_and_who_says_it_is_named(text: str, who: str) -> None:
    assert [(one.words, one.more["who"]) for one in found(TOLD + text)] == [
        ("机器帮人看，不能替人看", who if len(who) <= 5 else "")
    ]


@pytest.mark.parametrize(
    "said",
    [
        "总经理说：“机器帮人看，不能替人看。”",
        "老师傅说：“老板骗得了人，骗不了机器。”",
        "老师傅说：“他帮人看，不能替人看。”",
        "老师傅说：“相机拍下图片，系统圈出地方。”",
        "墙上写着“机器帮人看，不能替人看”。",
        "老师傅住院动了手术，他说：“机器帮人看，不能替人看。”",
    ],
    ids=[
        "a manager's",
        "accusing",
        "of somebody",
        "nothing set apart",
        "said by nobody",
        "illness",
    ],
)
def test_what_would_accuse_or_says_little_is_not_asked_about(said: str) -> None:
    assert found(TOLD + said) == []


def test_what_little_stands_beside_is_not_asked_about() -> None:
    assert found("老师傅说：“机器帮人看，不能替人看。”大家都点头。") == []


def test_what_he_says_may_stand_at_the_end_of_what_is_told_of_him() -> None:
    (one,) = found(TOLD + "他说心疼，不过就这一晚，“机器帮人看，不能替人看”。")
    assert one.words == "机器帮人看，不能替人看"


@pytest.mark.parametrize(("label", "who"), [("葛大全", "葛大全"), ("答", "")])
def test_the_last_that_somebody_answers_in_a_talk_is_a_saying(label: str, who: str) -> None:
    asked = "问：机器能代替人吗？\n"
    (one,) = found(f"{asked}{label}：{TOLD}机器帮人看，不能替人看。\n问：还有吗？")
    assert (one.words, one.more["who"]) == ("机器帮人看，不能替人看", who)
    assert found(f"{asked}{label}：{TOLD}机器帮人看，不能替人看。大家都点头。") == []


def test_what_stands_in_another_paragraph_behind_is_no_ground() -> None:
    said = "“机器帮人看，不能替人看。”检车员孙德顺说。"
    assert len(found(f"{TOLD}\n{said}")) == 1
    assert found(f"{said}\n{TOLD}") == []


def test_one_of_several_is_named_by_what_they_are() -> None:
    (one,) = found(f"{TOLD}旁边走过两名下班的工人，一位摇头说：“机器帮人看，不能替人看。”")
    assert one.more["who"] == "一位工人"
    (one,) = found(f"{TOLD}旁边有人走过，一位摇头说：“机器帮人看，不能替人看。”")
    assert one.more["who"] == ""


@pytest.mark.parametrize(("who", "named"), [("起身", ""), ("赵继业", "赵继业"), ("老周", "老周")])
def test_how_somebody_speaks_is_nobodys_name(who: str, named: str) -> None:
    (one,) = found(f"{TOLD}{who}说：“机器帮人看，不能替人看。”")
    assert one.more["who"] == named
