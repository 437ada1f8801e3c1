from dataclasses import replace

import pytest

from studydesk.handout import measures
from studydesk.handout.preset_file import read_preset
from studydesk.handout.preset_text import Changes, changed
from studydesk.handout.presets import PRESETS, preset_files
from studydesk.handout.style import Breaking, LineEnd, Preset, Role


def after(name: str, changes: Changes) -> Preset:
    return read_preset(changed(preset_files()[name], changes), PRESETS)


def test_a_page_is_counted_in_characters_and_lines() -> None:
    counted = {
        name: (measures.characters_of_line(preset), measures.lines_of_page(preset))
        for name, preset in PRESETS.items()
    }
    assert counted["公文式讲义"] == (28, 22)
    assert counted["普通讲义"] == (37, 33)
    assert counted["两栏资料"] == (22, 42)


@pytest.mark.parametrize("name", PRESETS)
@pytest.mark.parametrize("by", [-3, -1, 1])
def test_a_line_holds_as_many_characters_as_are_asked_for(name: str, by: int) -> None:
    count = measures.characters_of_line(PRESETS[name]) + by
    preset = after(name, measures.with_characters(PRESETS[name], count))
    assert measures.characters_of_line(preset) == count


@pytest.mark.parametrize("name", PRESETS)
@pytest.mark.parametrize("by", [-6, 1])
def test_text_of_other_lines_stands_on_the_paper_as_before(name: str, by: int) -> None:
    page = PRESETS[name].page
    count = measures.characters_of_line(PRESETS[name]) + by
    other = after(name, measures.with_characters(PRESETS[name], count)).page
    assert other.left / other.right == pytest.approx(page.left / page.right, rel=0.02)


@pytest.mark.parametrize("name", PRESETS)
@pytest.mark.parametrize("by", [-6, -1, 1, 3])
def test_the_margins_come_back_with_the_number_of_characters(name: str, by: int) -> None:
    page, count = PRESETS[name].page, measures.characters_of_line(PRESETS[name])
    other = changed(preset_files()[name], measures.with_characters(PRESETS[name], count + by))
    back = changed(other, measures.with_characters(read_preset(other, PRESETS), count))
    assert read_preset(back, PRESETS).page == page


@pytest.mark.parametrize("name", PRESETS)
def test_the_fewest_and_the_most_characters_and_lines_can_be_had(name: str) -> None:
    preset = PRESETS[name]
    for count in measures.range_of_characters(preset):
        changed = after(name, measures.with_characters(preset, count))
        assert measures.characters_of_line(changed) == count
    for count in measures.range_of_lines(preset):
        assert measures.lines_of_page(after(name, measures.with_lines(preset, count))) == count


@pytest.mark.parametrize("name", PRESETS)
@pytest.mark.parametrize("by", [-3, 2])
def test_a_page_holds_as_many_lines_as_are_asked_for(name: str, by: int) -> None:
    count = measures.lines_of_page(PRESETS[name]) + by
    preset = after(name, measures.with_lines(PRESETS[name], count))
    assert measures.lines_of_page(preset) == count


def test_text_of_another_size_takes_small_type_and_headings_along() -> None:
    preset = after("普通讲义", measures.with_size(PRESETS["普通讲义"], 15))
    sized = {role: (preset.style(role).size, preset.style(role).leading) for role in Role}
    assert sized[Role.PASSAGE] == sized[Role.QUESTION] == sized[Role.HEADING_3] == (15, 26)
    assert sized[Role.SOURCE_LINE] == (13, 26)
    assert sized[Role.FACILITATOR] == (13, 22)
    assert sized[Role.HEADING_2] == (17.5, 26)
    assert preset.style(Role.FOOTER) == PRESETS["普通讲义"].style(Role.FOOTER)


def test_no_type_becomes_too_small_to_be_copied() -> None:
    preset = after("普通讲义", measures.with_size(PRESETS["普通讲义"], 10.5))
    assert min(style.size for style in preset.styles.values()) == 10.5


@pytest.mark.parametrize("name", PRESETS)
@pytest.mark.parametrize("size", [10.5, 14, 15, 18, 26])
def test_headings_stay_larger_than_text_and_lines_are_whole_points_apart(
    name: str, size: float
) -> None:
    preset = after(name, measures.with_size(PRESETS[name], size))
    sizes = [preset.style(role).size for role in (Role.TITLE, Role.HEADING_1, Role.BODY)]
    assert sizes == sorted(sizes, reverse=True)
    assert preset.style(Role.BODY).leading.is_integer()


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


@pytest.mark.parametrize("name", PRESETS)
def test_a_book_s_lines_are_asked_for_in_all_justified_text_and_taken_back(name: str) -> None:
    before = PRESETS[name].styles
    asked = (measures.with_even_lines, measures.with_hanging_marks)
    even, hanging = (after(name, change(PRESETS[name], 1)).styles for change in asked)
    for role in (Role.BODY, Role.GUIDE, Role.PASSAGE):
        assert even[role] == replace(before[role], breaking=Breaking.TOTAL_FIT)
        assert hanging[role] == replace(before[role], line_end=LineEnd.HANGING)
    assert even[Role.TITLE] == hanging[Role.TITLE] == before[Role.TITLE]
    again = changed(
        changed(preset_files()[name], asked[0](PRESETS[name], 1)), asked[0](PRESETS[name], 0)
    )
    assert read_preset(again, PRESETS).styles == before
