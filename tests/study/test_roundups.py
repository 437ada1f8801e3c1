"""Several people who are named behind their words are asked about together."""

import pytest

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
    asked = kinds(f"{ONE}\n{OTHER}".replace("某学院副教授", "造船厂技师"))
    assert "“培训要跟着岗位走”和“培训时间要听一线的”" in asked[QuestionKind.UNDERSTAND]
    assert "离我们班组更近" in asked[QuestionKind.CONNECT]


def test_what_a_professor_says_is_only_to_be_understood() -> None:
    assert list(kinds(f"{ONE}\n{OTHER}")) == [QuestionKind.UNDERSTAND]


def test_a_view_alone_is_asked_for_what_comes_behind_it() -> None:
    asked = kinds(ONE)
    assert asked[QuestionKind.UNDERSTAND] == "“培训要跟着岗位走”，文中接着讲了什么？用自己的话说。"


def test_who_cannot_be_quoted_is_asked_about_without_a_name() -> None:
    asked = kinds(f"{OTHER}\n{BY_NAME}")
    assert asked[QuestionKind.ANALYSE] == "选段里署了名的两位的说法，哪里可以互相补上？说说理由。"


def test_nobody_is_named_in_a_question_nor_without_the_post_in_what_is_expected() -> None:
    chair = BY_NAME.replace("轴承厂技师 何静", "滨江区某行业工会联合会主席 何静")
    for text in (f"{OTHER}\n{chair}", f"{ONE}\n{OTHER}", f"{ONE}\n{OTHER}\n{chair}", ONE):
        for one in suggest(passage(text)):
            told = one.question
            names = ("陈立新", "郑海", "何静")
            assert not any(name in told.text + told.follow_ups for name in names)
            for name, post in zip(names, ("副教授", "钳工", "主席"), strict=True):
                assert told.expected.count(name) == told.expected.count(f"{post} {name}")
            assert not any(ranks in told.follow_ups for ranks in ("哪一位", "没有说到"))


def test_what_a_leader_says_is_not_set_beside_others() -> None:
    led = OTHER.replace("造船厂钳工", "党委书记")
    assert not [
        text
        for text in kinds(f"{ONE}\n{led}").values()
        if any(both in text for both in ("两位", "两家", "培训时间要听一线的"))
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("带徒传技", "建议上墙"),
        ("学技术 练本领", "提建议 亮实招"),
        ("师带徒", "强基础"),
        ("服务职工 全方位", "培育技师 高标准"),
        ("编者", "摘自 工人日报"),
    ],
)
def test_a_heading_behind_a_dash_is_nobody(first: str, second: str) -> None:
    one, other = ONE.partition("\n")[0], OTHER.partition("\n")[0]
    asked = kinds(f"{one}\n——{first}\n{other}\n——{second}").values()
    assert not [text for text in asked if "位" in text or "家" in text or first[-4:] in text]


@pytest.mark.parametrize(
    "by", ["轴承厂车工 何静", "司马静（轴承厂技师）", "某公司数控班组长 司马静", "货车司机 司马静"]
)
def test_who_is_named_with_a_workplace_is_somebody(by: str) -> None:
    text = BY_NAME.replace("轴承厂技师 何静", by)
    assert "署了名的两位" in kinds(f"{OTHER}\n{text}")[QuestionKind.ANALYSE]


def test_the_place_of_who_is_named_is_that_of_the_words() -> None:
    asked = {
        one.question.kind: one.question.expected for one in suggest(passage(f"{OTHER}\n{BY_NAME}"))
    }
    assert "选段第1段（破折号开头的行不算）第1句是头一位的话" in asked[QuestionKind.ANALYSE]


def test_where_somebody_has_an_office_it_is_only_asked_what_each_says() -> None:
    chair = BY_NAME.replace("轴承厂技师 何静", "市总工会主席 何静")
    for text in (f"{OTHER}\n{chair}", f"{ONE}\n{chair}"):
        assert set(kinds(text)) == {QuestionKind.UNDERSTAND}
        assert "各主张什么" in kinds(text)[QuestionKind.UNDERSTAND]
