"""What a passage offers to ask about: each structure where it is, and where it is not."""

import pytest

from studydesk.domain.passage import Passage
from studydesk.study.find import Find
from studydesk.study.sentences import sentences
from studydesk.study.structures import find_structures

UNFOLDED = "班组长带头学，每周两个下午，当着大家的面讲。大家跟着练，练完了互相看，看出毛病当场改。"
EXAMPLES = {
    "list": ("首先，看得懂账。其次，算得清账。最后，管得住账。", "首先，看得懂账。"),
    "title-demand": (
        f"一是培训要贴着产线走。{UNFOLDED}",
        "一是培训要贴着产线走。班组长带头学。",
    ),
    "title-turn": (
        f"一是评价从看论文到看活件。{UNFOLDED}",
        f"一是论文和活件都看。{UNFOLDED}",
    ),
    "title-measure": (
        "一是组织技能比武。开展岗位练兵，每周两个下午。推广绝招，评选能手，请师傅当着大家的面做一遍，再讲一遍。",
        "一是组织技能比武。大家都来了。",
    ),
    "contrast": ("比武不是为了争名次，而是为了长本事。", "比武为了争名次，也为了长本事。"),
    "definition": (
        "所谓厂务公开，就是把跟职工有关的事向职工公布。",
        "厂务公开很好，大家把跟职工有关的事都看了。",
    ),
    "then-now": (
        "过去凭手感判断磨损，如今要看懂屏幕上的曲线。",
        "过去凭手感判断磨损，也有人凭耳朵听。",
    ),
    "outcome": (
        "车间请师傅把停机记录归类，再组织大家讨论。半年下来，停机次数少了三成。",
        "大家都在场。半年下来，停机次数少了三成。",
    ),
    "leader": (
        "习近平总书记强调，要重视技能。开展技能竞赛。组织大家练兵。推广绝招绝活。",
        "习近平总书记强调，要重视技能。开展技能竞赛。",
    ),
    "view": (
        "有人说，职工不爱看书，都看手机。这话只说对了一半。",
        "有人说，职工不爱看书，都看手机。这话说得在理。",
    ),
    "judgement": (
        "小甲在站点上班，每天开早会，着统一服装，拒单要罚款，请假要站长批准，报酬按月发放。法院认为，他不能自己定。据此，判决确认双方存在劳动关系。",
        "判决确认双方存在劳动关系。",
    ),
}


def found(text: str) -> tuple[Find, ...]:
    return find_structures(text, sentences(Passage("a-1", 0, len(text), text)))


@pytest.mark.parametrize("structure", EXAMPLES)
def test_a_structure_is_found_where_it_is_and_nowhere_else(structure: str) -> None:
    right, wrong = EXAMPLES[structure]
    assert structure in {find.structure for find in found(right)}
    assert structure not in {find.structure for find in found(wrong)}


def test_every_find_is_about_exact_words() -> None:
    for text, _ in EXAMPLES.values():
        assert all(text[find.start : find.end] == find.words for find in found(text))


def test_a_list_knows_its_items() -> None:
    text = "其一，技能更新滞后的矛盾。其二，培训设备不足的问题。"
    (one,) = (find for find in found(text) if find.structure == "list")
    assert (one.more["first"], one.more["counted"]) == ("技能更新滞后的矛盾", "两点")
    assert one.more["last"] == "培训设备不足的问题"


@pytest.mark.parametrize(
    "text",
    [
        "第一重是家庭账。第二重是机构账。",
        "第一道关是评价关。第二道关是标准关。",
        "首先要过安全关。其次要过师资关。",
        "一方面，要看得懂账。另一方面，要管得住账。",
        "第一，留得住人才。第二，用得好人才。",
    ],
)
def test_a_list_is_numbered_in_several_ways(text: str) -> None:
    assert "list" in {find.structure for find in found(text)}


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("卡点之一是账算不清。卡点之二是没人来评。", "两点"),
        ("卡点集中在两处：一是受理环节，没人管。二是评审环节，等得久。", "两处卡点"),
        ("职工有两个顾虑。一是怕影响活。二是怕惹麻烦。", "两个顾虑"),
    ],
)
def test_a_list_is_one_and_is_called_as_the_text_does(text: str, counted: str) -> None:
    (one,) = (find for find in found(text) if find.structure == "list")
    assert one.more["counted"] == counted


@pytest.mark.parametrize(
    "text",
    [
        "坏处有三。其一，人人都签，说明企业说不清楚。其二，对求职者而言，它是红灯。其三，从全社会来看，流动受阻。",
        "先看总体，失业的职工不到一成。再看结构，情况就不那么让人放心了。",
        "这一条有两个前提：确实有损失，确实因本人原因。",
        "要读懂三样东西：参数的含义、曲线的走势、报警的原因。",
        "时间上，增设周末班；地点上，把课送到厂区；名额上，给一线留出比例。",
        "走访职工有三点观感：牌子都在，人手不足，活却越来越多。",
        "双方约定先试三个月：职工的罚单减少四成，车速没有下降，这才推开。",
        "据了解，要装上新设备。据了解，还要多招人手。",
        "第一，练手艺。第二，把每一台设备的停机记录都逐条归类并且贴出来。",
    ],
)
def test_what_has_no_ordinals_or_is_not_alike_is_no_list(text: str) -> None:
    assert not [find for find in found(text) if find.structure == "list"]


def test_a_list_may_have_more_items_than_ten() -> None:
    text = "首先，看工账。" + "".join(f"其次，看{one}账。" for one in "甲乙丙丁戊己庚辛壬癸子丑")
    assert "十三点" in {find.more.get("counted") for find in found(text)}


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("第一种倾向，是重建设、轻运营。第二种倾向，是重数据、轻人心。", "两种倾向"),
        ("第一种误区，是重建设、轻运营。第二种误区，是重数据、轻人心。", "两种误区"),
    ],
)
def test_items_that_are_called_something_as_they_are_numbered_are_a_list(
    text: str, counted: str
) -> None:
    (one,) = (find for find in found(text) if find.structure == "list")
    assert one.more["counted"] == counted


@pytest.mark.parametrize("of_deputies", ["党代会", "人代会", "政协委员", "领导阶级", "席位"])
def test_a_paragraph_about_deputies_offers_nothing(of_deputies: str) -> None:
    text, _ = EXAMPLES["contrast"]
    assert found(text)
    assert found(f"有人说起{of_deputies}。{text}") == ()
    assert found(f"有人说起{of_deputies}。\n{text}")


def test_a_list_that_unfolds_one_of_several_points_is_not_asked_about_whole() -> None:
    inner = "一方面，把账本摆到桌上。另一方面，把账目讲给班组。"
    assert "list" in {find.structure for find in found(f"第二，算清账。{inner}")}
    points = f"第二，看懂账。\n第三，算清账。{inner}\n第四，管住账。"
    assert not [find for find in found(points) if find.words == "把账本摆到桌上"]


def test_nobody_is_quoted_from_i_mean_on() -> None:
    words = "我认为变的是工具，不变的是精神"
    text = (
        f"焊工骆长顺：{words}。过去我们靠手感、靠耳听，现在要学会看曲线、看数据。以前师傅带徒弟讲究口传心授。"
        "现在可以把技艺做成仿真模型，让更多人同时学习。"
    )
    quoted = [one for one in found(text) if "变的是" in one.words]
    assert quoted
    assert all(one.words == text[one.start : one.end] for one in quoted)
    assert not any(one.words.startswith("我认为") for one in quoted)


@pytest.mark.parametrize(
    ("told", "mate"), [("工会干部要常到车间去", "同事"), ("师傅常到车间去", "工友")]
)
def test_those_who_work_for_a_union_have_colleagues(told: str, mate: str) -> None:
    text = f"手艺不是背出来的，而是练出来的。{told}。师傅带徒弟，先练三年手。职工都说好。"
    assert {one.more["mate"] for one in found(text)} == {mate}
