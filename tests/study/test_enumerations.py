"""Lists that no numeral counts, and what is told without a name."""

import pytest

from studydesk.domain.passage import Passage
from studydesk.study.find import Find
from studydesk.study.sentences import sentences
from studydesk.study.structures import find_structures


def found(text: str) -> tuple[Find, ...]:
    return find_structures(text, sentences(Passage("a-1", 0, len(text), text)))


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        (
            "时间上，增设周末班；地点上，把课送到厂区；名额上，给一线留出比例。",
            "时间上，增设周末班；地点上，把课送到厂区；名额上，给一线留出比例",
        ),
        (
            "征集环节，职工随时可以提；论证环节，为每件重点提案都配上一名懂技术懂财务的人员帮助代表；答复环节，当面答。",
            "征集环节；论证环节；答复环节",
        ),
        (
            "所谓稳岗，就是签长合同；所谓记账，就是建技能档案。",
            "稳岗，就是签长合同；记账，就是建技能档案",
        ),
        ("一种是不愿评。有的企业怕加钱。另一种是评得滥。一个月发证四百本。", "不愿评；评得滥"),
        ("简，就是简化流程。明，就是明确责任。", "简，就是简化流程；明，就是明确责任"),
        (
            "先谈单价。谈了五轮。再谈工时。每周休一天。最后谈淡季。",
            "先谈单价；再谈工时；最后谈淡季",
        ),
        ("一看干没干实在的活；二看占没占休息的时间。", "一看干没干实在的活；二看占没占休息的时间"),
    ],
)
def test_a_list_is_known_by_how_its_items_begin(text: str, keys: str) -> None:
    assert keys in {one.more.get("keys") for one in found(text)}


@pytest.mark.parametrize(
    "text",
    ["时间上，增设周末班。大家欢迎。", "先谈单价。大家谈了五轮。", "简，就是简化流程。"],
)
def test_one_item_is_no_list(text: str) -> None:
    assert [one for one in found(text) if one.structure.startswith("list-")] == []


def test_several_clauses_are_quoted_to_where_one_ends() -> None:
    text = (
        "我想建议，师傅每月外出不超过四天，超过的要经车间同意；"
        "宣讲尽量搬到机台旁边，边干边讲，讲完大家再问。"
    )
    (words,) = {one.words for one in found(text) if one.structure == "practice"}
    assert words == "师傅每月外出不超过四天，超过的要经车间同意"


@pytest.mark.parametrize(
    "effect",
    [
        "履行率由此从71%提高到96%",
        "立案率从百分之三十八提高到百分之七十四",
        "清扫时间由六小时缩短到一个半小时",
        "通过率升到七成以上",
    ],
)
def test_an_effect_is_one_in_any_numerals(effect: str) -> None:
    words = {
        one.words
        for one in found(f"车间换了办法，请师傅来教。{effect}。")
        if one.structure == "outcome"
    }
    assert words == {effect}


@pytest.mark.parametrize(
    "text",
    [
        "课程的好处不在多，而在于解渴。",
        "老师傅不是不愿学，是怕出丑。",
        "工地该以岗位定年龄，而不是以年龄定去留。",
    ],
)
def test_a_contrast_is_made_in_several_ways(text: str) -> None:
    assert "contrast" in {one.structure for one in found(text)}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("后来班里搞“结对子”，职工都来学。", "结对子"),
        ("工会从各车间抽签产生“膳食监督员”，职工都服气。", "膳食监督员"),
        ("厂里选出五十名职工担任“车间讲师”，大家爱听。", "车间讲师"),
    ],
)
def test_what_people_named_themselves_can_be_tried(text: str, name: str) -> None:
    assert name in {one.words for one in found(text) if one.structure == "tryable"}


@pytest.mark.parametrize(
    "text",
    [
        "工会组织在其中大有可为，职工都盼着。",
        "企业的做法是，通过协商定下职工的津贴标准。",
        "职工、近亲属或者工会组织可以在一年内直接提出申请。",
    ],
)
def test_a_practice_is_something_done_by_somebody(text: str) -> None:
    words = [one.words for one in found(text) if one.structure == "practice"]
    assert [one for one in words if one.startswith("，") or "可以" in one or "可为" in one] == []


def test_a_list_whose_first_item_stands_elsewhere_is_none() -> None:
    text = "缺口还体现在节奏上。缺口更体现在留人上。"
    assert [one for one in found(text) if one.structure.startswith("list-")] == []


@pytest.mark.parametrize(("items", "count"), [(9, "九"), (11, "十一"), (12, "十二")])
def test_a_list_may_have_more_items_than_ten(items: int, count: str) -> None:
    steps = "征集论证立项公示施工验收评价归档培训答复宣讲回访"
    text = "".join(f"{steps[2 * n : 2 * n + 2]}环节，师傅们把关要严一些。" for n in range(items))
    assert count in {one.more.get("count") for one in found(f"班组里办事有章法。{text}")}


def test_a_sentence_may_tell_of_more_than_nine_who_act() -> None:
    names = "政府、工会、企业、职业院校、院校、行业协会、班组、车间、职工、师傅、平台、用人单位"
    told = "；".join(f"{name}应当把自己手上的事办好" for name in names.split("、"))
    assert {one.more.get("count") for one in found(f"{told}。")} >= {"十二"}
