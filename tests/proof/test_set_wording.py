"""Set wording as it is often got wrong, and as it stands in documents: each is told, or left."""

import pytest

from studydesk.domain.packet import Guide, Packet
from studydesk.proof.rules import proofread

WRONG = {
    "二十届四中全会谋划“十五”时期发展": "P01",
    "审议通过第十四个五年规划的建议，面向2030年": "P01",
    "坚定“四个意识”、增强“四个自信”": "P02",
    "以习近平总书记为核心的党中央": "P03",
    "以习近平为核心的党中央": "P03",
    "以习近平主席为核心的党中央": "P03",
    "学习贯彻新时代中国特色社会主义思想": "P04",
    "坚持马克思列宁主义、毛泽东思想、“三个代表”重要思想、邓小平理论、科学发展观": "P05",
    "党的二十四中全会": "P06",
    "20届4中全会": "P06",
    "凝聚起党全国各族人民的力量": "P09",
    "代表党中央政治局作报告": "P09",
    "筑牢中华民族共同体意识": "P11",
    "推进“一带一路”战略": "P12",
    "建国后的工人运动": "P12",
    "中共江苏省省委书记": "P12",
}
RIGHT = (
    "“十五”时期（2001年至2005年）取得成绩",
    "《“十四五”就业促进规划》要求",
    "把“两个维护”融入血脉",
    "增强“四个意识”、坚定“四个自信”、做到“两个维护”",
    "以习近平同志为核心的党中央",
    "以习近平总书记关于工人阶级和工会工作的重要论述为指导",
    "以毛泽东同志为核心的党的第一代中央领导集体",
    "习近平新时代中国特色社会主义思想",
    "党的二十届四中全会",
    "全党全国各族人民",
    "铸牢中华民族共同体意识",
    "筑牢安全防线",
    "共建“一带一路”倡议",
    "中共江苏省委书记",
)


def told(text: str) -> set[str]:
    return {finding.rule for finding in proofread(Packet("学习", items=(Guide(f"{text}。"),)))}


@pytest.mark.parametrize(("text", "rule"), WRONG.items(), ids=WRONG)
def test_wording_that_went_wrong_is_told_by_its_rule(text: str, rule: str) -> None:
    assert rule in told(text)


@pytest.mark.parametrize("text", RIGHT)
def test_wording_that_is_right_is_left(text: str) -> None:
    assert not {rule for rule in told(text) if rule.startswith("P")}
