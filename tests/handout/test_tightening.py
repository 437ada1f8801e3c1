"""Drawing a handout in saves pages and stays within what the preset allows."""

from dataclasses import replace

import pytest

from studydesk.domain.edits import set_tightness
from studydesk.domain.packet import Guide, Packet
from studydesk.handout.compose import compose
from studydesk.handout.model import Edition
from studydesk.handout.presets import PRESETS
from studydesk.handout.style import Role
from studydesk.handout.tightening import STEPS, tightened, with_spaces


def test_no_step_changes_nothing() -> None:
    preset = PRESETS["普通讲义"]
    assert tightened(preset, 0) is preset


@pytest.mark.parametrize("name", PRESETS)
def test_every_step_draws_spaces_in_further(name: str) -> None:
    steps = [tightened(PRESETS[name], step).style(Role.HEADING_1) for step in range(STEPS + 1)]
    spaces = [style.space_before + style.space_after for style in steps]
    assert spaces == sorted(spaces, reverse=True)


@pytest.mark.parametrize("name", PRESETS)
def test_lines_come_no_closer_than_the_preset_allows(name: str) -> None:
    preset = PRESETS[name]
    closest = tightened(preset, STEPS + 9)
    for role, style in preset.styles.items():
        least = min(style.leading, max(preset.tightest * style.leading, 1.3 * style.size))
        assert closest.style(role).leading >= least - 1e-9


def test_the_lines_of_an_official_handout_stay_where_they_are() -> None:
    preset = PRESETS["公文式讲义"]
    assert tightened(preset, STEPS).style(Role.BODY) == preset.style(Role.BODY)


def test_only_what_is_read_is_drawn_in() -> None:
    packet = set_tightness(Packet("学习", items=(Guide("读。"),)), STEPS)
    preset = PRESETS["普通讲义"]
    drawn_in = compose(packet, Edition.PARTICIPANT, preset).preset
    assert drawn_in.style(Role.BODY).leading < preset.style(Role.BODY).leading
    sheets = compose(packet, Edition.RECORD, preset).preset
    assert sheets.style(Role.BODY) == preset.style(Role.BODY)


def test_the_same_preset_becomes_the_same_one() -> None:
    preset = PRESETS["普通讲义"]
    assert tightened(preset, 2) is tightened(preset, 2)
    assert tightened(preset, 2) is not tightened(preset, 3)
    other = replace(preset, tightest=0.8)
    assert tightened(other, 2).tightest != tightened(preset, 2).tightest


def test_spaces_alone_can_be_drawn_in() -> None:
    preset = PRESETS["普通讲义"]
    closer = with_spaces(preset, 0.6)
    before, after = preset.style(Role.HEADING_1), closer.style(Role.HEADING_1)
    assert after.space_before == pytest.approx(0.6 * before.space_before)
    assert (after.leading, after.size) == (before.leading, before.size)
    assert closer.table_gap == pytest.approx(0.6 * preset.table_gap)
    assert closer.style(Role.COVER_TITLE) == preset.style(Role.COVER_TITLE)
