"""Who says a sentence: a workmate, by the whole of what stands before, or somebody else."""

import pytest

from studydesk.study.people import company
from studydesk.study.who_says import said


def who(text: str, told: str = "") -> str:
    return said(text, company(f"{told}{text}"))[0]


@pytest.mark.parametrize(
    "lead",
    [
        *("公交司机", "农民工", "货车司机周平", "外卖骑手小张", "全国劳模、焊工王海"),
        *("建筑工人", "铁路工人", "产业工人", "钢铁工人", "港口工人", "环卫工人刘大爷"),
        *("钳工班的赵强", "炼钢工", "采油工王海", "数控车工", "泥瓦工", "缝纫工", "护士李明"),
        *("食堂大姐", "一名老工人"),
        *("那天车间里的老师傅笑着", "安全员对大家", "大家都", "有人", "徒弟们不免"),
    ],
)
def test_a_workmate_says_it(lead: str) -> None:
    assert who(f"{lead}说：“好。”") == "mate"


@pytest.mark.parametrize("verb", ["提醒", "解释", "建议", "觉得", "告诉记者", "说得很直接"])
def test_whoever_stands_before_the_verb_says_what_follows_the_colon(verb: str) -> None:
    assert who(f"焊工王海{verb}：“好。”") == "mate"
    assert who(f"市长{verb}：“好。”") == who(f"王海{verb}：“好。”") == "other"
    assert who(f"焊工王海{verb}，墙上写着市长的话：“好。”") == "other"


@pytest.mark.parametrize(
    "lead",
    [
        *("专家组组长", "工匠学院教授", "工人作家", "职工医院医生", "司机协会秘书"),
        *("护士长李明", "护士学校教授", "钳工班的领导", "慰问工人", "食堂主任"),
        *("劳模办主任", "焊工王海的领导", "师傅的女儿", "劳模家属", "工人日报记者", "王海", "他"),
    ],
)
def test_a_trade_among_other_words_makes_no_workmate(lead: str) -> None:
    assert who(f"{lead}说：“好。”") == "other"


def test_a_longer_or_shorter_name_is_somebody_else() -> None:
    assert who("王海说：“好。”", "焊工王海来了。") == "mate"
    assert who("王海涛说：“好。”", "焊工王海来了。") == "other"
    assert who("王海说：“好。”", "焊工王海涛来了。") == "other"


@pytest.mark.parametrize(
    "frame", ["在{}看来，手艺要练。", "用{}的话说，手艺要练。"], ids=["看来", "的话"]
)
def test_an_opinion_is_whose_it_is_said_to_be(frame: str) -> None:
    assert who(frame.format("老师傅")) == who(frame.format("大家")) == "mate"
    assert who(frame.format("市长")) == "unmarked"
    assert who(frame.format("专家")) == who(frame.format("王海")) == "other"


@pytest.mark.parametrize("verb", ["呼吁", "希望", "相信", "寄望", "点赞"])
def test_what_an_office_is_said_to_do_with_words_needs_no_list_of_verbs(verb: str) -> None:
    assert who(f"市长{verb}职工练手艺。") == "unmarked"


@pytest.mark.parametrize(
    "deed", ["市长为车间送来图书。", "工会主席是老钳工。", "市长来到车间。", "主席看了夜校。"]
)
def test_what_an_office_did_is_no_saying(deed: str) -> None:
    assert not who(deed)


def test_a_leader_without_quotation_marks_is_told_from_others() -> None:
    assert who("习近平总书记指出，要练手艺。") == "leader"
    assert who("习近平总书记指出：“要练手艺。”") == "other"
