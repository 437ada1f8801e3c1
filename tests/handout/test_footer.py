"""The words of a preset before its page number."""

from dataclasses import replace

import pytest

from studydesk.domain.packet import Guide, Packet
from studydesk.errors import PresetDamaged
from studydesk.handout.compose import compose
from studydesk.handout.model import Edition
from studydesk.handout.preset_file import read_preset
from studydesk.handout.presets import PRESETS

BASED = 'name = "我们的"\nbased_on = "普通讲义"\n'
PACKET = Packet("学习", items=(Guide("读。"),))


@pytest.mark.parametrize(
    ("edition", "footer"),
    [
        (Edition.PARTICIPANT, "第三车间"),
        (Edition.FACILITATOR, "主持人版　第三车间"),
        (Edition.RECORD, "第三车间"),
    ],
)
def test_the_words_of_the_preset_stand_before_the_page_number(
    edition: Edition, footer: str
) -> None:
    preset = read_preset(BASED + 'footer = "第三车间"\n', PRESETS)
    assert compose(PACKET, edition, preset).footer == footer


def test_words_that_would_not_fit_on_a_line_are_refused() -> None:
    with pytest.raises(PresetDamaged) as refused:
        read_preset(BASED + f'footer = "{"长" * 31}"\n', PRESETS)
    assert refused.value.place == "footer"


def test_a_fact_in_braces_is_printed_as_it_was_typed() -> None:
    preset = read_preset(BASED + 'footer = "{题名}{单位}"\n', PRESETS)
    packet = Packet("学习{单位}的{日期}", items=PACKET.items)
    assert compose(packet, Edition.PARTICIPANT, preset).footer == "学习{单位}的{日期}"


@pytest.mark.parametrize("edition", [Edition.PARTICIPANT, Edition.FACILITATOR, Edition.RECORD])
def test_a_line_that_is_cut_short_is_told_as_it_is_printed(edition: Edition) -> None:
    preset = read_preset(BASED + f'header = "{"长" * 60}"\n', PRESETS)
    document = compose(PACKET, edition, preset)
    assert document.cut_short == (document.header,)
    assert document.header.endswith("长…")
    assert not compose(PACKET, edition, PRESETS["普通讲义"]).cut_short


def test_sheets_to_fill_in_are_told_of_by_the_page_that_they_have() -> None:
    preset = replace(PRESETS["大字版"], header="长" * 30)
    assert compose(PACKET, Edition.PARTICIPANT, preset).cut_short
    assert not compose(PACKET, Edition.RECORD, preset).cut_short


def test_the_facilitator_is_named_though_the_line_is_cut_short() -> None:
    preset = replace(PRESETS["口袋本 A5"], footer="长" * 40)
    (footer,) = compose(PACKET, Edition.FACILITATOR, preset).cut_short
    assert footer.startswith("主持人版　长")


def test_the_facilitator_is_named_though_the_name_would_be_cut_off() -> None:
    preset = replace(PRESETS["口袋本 A5"], footer="长" * 40 + "{版本}")
    (footer,) = compose(PACKET, Edition.FACILITATOR, preset).cut_short
    assert footer.startswith("主持人版　长")
