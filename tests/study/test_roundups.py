"""Several people who are named behind their words are asked about together."""

from studydesk.domain.packet import QuestionKind
from studydesk.study.suggestions import suggest

from .conftest import passage

ONE = (
    "培训要跟着岗位走。先到车间看工人卡在哪里，再定教什么。学了当天就能用，职工才愿意来。"
    "\n——某学院副教授 陈立新"
)
OTHER = (
    "培训时间要听一线的。三班倒的职工坐不进教室，课就拆成短的，到工位上由师傅带着练。"
    "\n——造船厂钳工 郑海"
)
BY_NAME = (
    "近年来，机器换得快，岗位上的活变了样，这让不少职工觉得手上的本领不够用，要尽快学起来。"
    "\n——轴承厂技师 何静"
)


def kinds(text: str) -> dict[QuestionKind, str]:
    return {one.question.kind: one.question.text for one in suggest(passage(text))}


def test_views_are_asked_about_side_by_side() -> None:
    asked = kinds(f"{ONE}\n{OTHER}")
    assert "“培训要跟着岗位走”和“培训时间要听一线的”" in asked[QuestionKind.UNDERSTAND]
    assert "离我们班组更近" in asked[QuestionKind.CONNECT]


def test_a_view_alone_is_asked_for_what_bears_it_out() -> None:
    asked = kinds(ONE)
    assert (
        asked[QuestionKind.UNDERSTAND] == "“培训要跟着岗位走”，陈立新拿什么来说明？用自己的话讲。"
    )


def test_who_cannot_be_quoted_is_named() -> None:
    asked = kinds(f"{OTHER}\n{BY_NAME}")
    assert asked[QuestionKind.UNDERSTAND] == "郑海和何静，两位各主张什么？每位用一句话说。"


def test_what_a_leader_says_is_not_set_beside_others() -> None:
    led = OTHER.replace("造船厂钳工", "党委书记")
    assert not [
        text for text in kinds(f"{ONE}\n{led}").values() if "郑海" in text or "两家" in text
    ]
