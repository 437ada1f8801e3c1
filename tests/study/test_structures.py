"""What a passage offers to ask about: each structure where it is, and where it is not."""

import pytest

from studydesk.domain.passage import Passage
from studydesk.study.sentences import sentences
from studydesk.study.structures import Find, find_structures

EXAMPLES = {
    "list-measures": (
        "一是开展技能培训。二是搭建比武平台。",
        "一是开展技能培训。",
    ),
    "list-problems": (
        "其一，技能更新滞后的矛盾。其二，培训设备不足的问题。",
        "其二，技能更新滞后的矛盾。其三，培训设备不足的问题。",
    ),
    "measure": ("工会要上门走访外来务工人员。", "工会的上门走访很受大家欢迎。"),
    "doable": ("班组定期开展岗位练兵，组织师傅结对帮带徒弟。", "班组的岗位练兵很受大家欢迎。"),
    "lasting": ("组织师傅坚持带着徒弟练手艺。", "组织师傅带着徒弟一起练手艺。"),
    "duty": ("班组长都要每天检查设备。", "班组长每天检查一遍设备。"),
    "problem": ("许多工人的技能更新不足。", "着力解决技能更新不足的问题。"),
    "remedied": (
        "许多工人的技能更新不足。工会要开展技能更新培训。",
        "许多工人的技能更新不足。工会要组织大家看电影。",
    ),
    "topic": (
        "一是技能培训进班组。班组长带头学。大家跟着练。",
        "一是技能培训进班组。班组长带头学。",
    ),
    "definition": ("工匠精神是精益求精的手艺与耐心。", "工匠精神也是大家很看重的东西。"),
    "case": ("例如，一车间把班前会开到了机床旁边。", "一车间把班前会开到了机床旁边。"),
    "law-case": ("法院审理了“外卖骑手工伤认定案”。", "法院审理了“骑手案”。"),
    "shift": ("培训从课堂讲授转向现场练兵，大家欢迎。", "培训在课堂上讲，也在现场练，大家欢迎。"),
    "two-sided": ("班组既要练好手艺，又要带好徒弟。", "班组要练好手艺，带好徒弟。"),
    "contrast": ("比武不是为了争名次，而是为了长本事。", "比武为了争名次，也为了长本事。"),
    "figure": ("去年有12万人参加培训。", "去年有许多人参加培训。"),
    "coinage": ("这间屋子被称为“云上课堂”。", "大家学习“工匠精神”。"),
    "leader": (
        "习近平总书记强调技能。开展技能竞赛。",
        "厂长强调技能。开展技能竞赛。",
    ),
    "document": ("《关于提高技术工人待遇的意见》提出，要涨工资。", "《意见》很长，大家慢慢读。"),
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
    (found_list,) = (
        find for find in found(EXAMPLES["list-problems"][0]) if "list" in find.structure
    )
    assert found_list.more["count"] == "两"
    assert found_list.more["noun"] == "矛盾"
    assert found_list.more["last"] == "培训设备不足的问题"
