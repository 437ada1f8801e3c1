import pytest

from studydesk.domain.packet import Packet, Session
from studydesk.handout.compose import compose
from studydesk.handout.model import Edition, Paragraph, Run
from studydesk.handout.opening import for_group
from studydesk.handout.presets import PRESETS
from studydesk.handout.style import Role


def test_the_name_of_a_group_leads_the_masthead_in_bold() -> None:
    packet = Packet("讲义", Session("一车间"))
    document = compose(packet, Edition.PARTICIPANT, PRESETS["班前十分钟卡片"])
    named = for_group(document, " 甲班\n")
    first = named.blocks[0]
    assert isinstance(first, Paragraph)
    assert first.runs[0] == Run("甲班", bold=True)
    assert first.text == "甲班　一车间　学习资料·供本单位学习使用"
    assert named.blocks[1:] == document.blocks[1:]


def test_a_handout_without_a_masthead_begins_with_the_group() -> None:
    document = compose(Packet("讲义"), Edition.PARTICIPANT, PRESETS["班前十分钟卡片"])
    bare = for_group(type(document)("讲义", Edition.PARTICIPANT, document.preset), "甲班")
    assert bare.blocks == (Paragraph(Role.LABEL, (Run("甲班", bold=True),)),)


@pytest.mark.parametrize(("preset", "lines"), [("普通讲义", 1), ("大字版", 2)])
def test_a_long_name_of_a_unit_has_a_line_of_its_own(preset: str, lines: int) -> None:
    unit = "某某市总工会直属机关学习教育办公室"
    document = compose(Packet("讲义", Session(unit)), Edition.PARTICIPANT, PRESETS[preset])
    paragraphs = [block for block in document.blocks if isinstance(block, Paragraph)]
    labels = [each.text for each in paragraphs if each.role is Role.LABEL]
    told = f"{unit}　学习资料·供本单位学习使用"
    assert labels == ([told] if lines == 1 else told.split("　"))


def test_only_what_is_cut_short_for_half_a_sheet_is_a_card() -> None:
    assert [name for name, preset in PRESETS.items() if preset.is_card] == ["班前十分钟卡片"]
