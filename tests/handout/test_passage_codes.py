"""Where a preset wants it, the code that leads back to a passage ends its source line."""

from dataclasses import replace

import pytest

from studydesk.domain.packet import Packet
from studydesk.domain.passage_code import code_of
from studydesk.handout.compose import compose
from studydesk.handout.model import Edition
from studydesk.handout.preset_file import read_preset
from studydesk.handout.presets import PRESETS, find_preset
from studydesk.handout.style import Sources


@pytest.mark.parametrize("sources", list(Sources))
def test_a_preset_that_wants_codes_prints_them(packet: Packet, sources: Sources) -> None:
    plain = replace(find_preset("普通讲义"), sources=sources, passage_codes=False)
    coded = replace(plain, passage_codes=True)
    code = code_of(packet.passages[0])
    with_code = "".join(compose(packet, Edition.PARTICIPANT, coded).texts())
    without = "".join(compose(packet, Edition.PARTICIPANT, plain).texts())
    assert f"；编号{code}" in with_code
    assert with_code.replace(f"；编号{code}", "") == without


def test_a_preset_file_says_whether_it_wants_codes() -> None:
    text = 'name = "带编号"\nbased_on = "普通讲义"\npassage_codes = true\n'
    assert read_preset(text, PRESETS).passage_codes
