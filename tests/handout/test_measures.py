import pytest

from studydesk.handout import measures
from studydesk.handout.preset_file import read_preset
from studydesk.handout.preset_text import Changes, changed
from studydesk.handout.presets import PRESET_FILES, PRESETS
from studydesk.handout.style import Preset, Role


def after(name: str, changes: Changes) -> Preset:
    return read_preset(changed(PRESET_FILES[name], changes), PRESETS)


def test_a_page_is_counted_in_characters_and_lines() -> None:
    counted = {
        name: (measures.characters_of_line(preset), measures.lines_of_page(preset))
        for name, preset in PRESETS.items()
    }
    assert counted["公文式讲义"] == (28, 22)
    assert counted["普通讲义"] == (37, 33)
    assert counted["两栏资料"] == (21, 42)


@pytest.mark.parametrize("name", PRESETS)
@pytest.mark.parametrize("by", [-3, -1, 1])
def test_a_line_holds_as_many_characters_as_are_asked_for(name: str, by: int) -> None:
    count = measures.characters_of_line(PRESETS[name]) + by
    preset = after(name, measures.with_characters(PRESETS[name], count))
    assert measures.characters_of_line(preset) == count


@pytest.mark.parametrize("name", PRESETS)
@pytest.mark.parametrize("by", [-3, 2])
def test_a_page_holds_as_many_lines_as_are_asked_for(name: str, by: int) -> None:
    count = measures.lines_of_page(PRESETS[name]) + by
    preset = after(name, measures.with_lines(PRESETS[name], count))
    assert measures.lines_of_page(preset) == count


def test_text_of_another_size_keeps_its_proportions_and_small_type_its_size() -> None:
    preset = after("普通讲义", measures.with_size(PRESETS["普通讲义"], 14))
    assert (preset.style(Role.PASSAGE).size, preset.style(Role.PASSAGE).leading) == (14, 24.5)
    assert preset.style(Role.QUESTION).size == 14
    assert preset.style(Role.SOURCE_LINE) == PRESETS["普通讲义"].style(Role.SOURCE_LINE)


@pytest.mark.parametrize("name", PRESETS)
def test_lines_stand_as_far_apart_as_is_asked_for_and_headings_stay(name: str) -> None:
    leading = PRESETS[name].style(Role.BODY).leading + 1
    preset = after(name, measures.with_leading(PRESETS[name], leading))
    assert preset.style(Role.BODY).leading == preset.style(Role.PASSAGE).leading == leading
    assert preset.style(Role.HEADING_1).size == PRESETS[name].style(Role.HEADING_1).size


@pytest.mark.parametrize("name", PRESETS)
def test_space_between_paragraphs_is_counted_in_lines(name: str) -> None:
    above = after(name, measures.with_space_before(PRESETS[name], 0.5))
    below = after(name, measures.with_space_after(PRESETS[name], 1))
    body = PRESETS[name].style(Role.BODY)
    assert above.style(Role.PASSAGE).space_before == pytest.approx(body.leading / 2, abs=0.01)
    assert below.style(Role.PASSAGE).space_after == pytest.approx(body.leading, abs=0.01)
    assert below.style(Role.TITLE) == PRESETS[name].style(Role.TITLE)
