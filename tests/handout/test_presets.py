import pytest

from studydesk.errors import PresetUnknown
from studydesk.handout.presets import PRESETS, find_preset
from studydesk.handout.style import RULE, Preset, Role

MILLIMETRE = 72 / 25.4

every_preset = pytest.mark.parametrize("preset", PRESETS.values(), ids=lambda preset: preset.name)


@every_preset
def test_every_role_has_a_style(preset: Preset) -> None:
    assert set(preset.styles) == set(Role)


@every_preset
def test_a_worn_copier_can_print_everything(preset: Preset) -> None:
    assert min(style.size for style in preset.styles.values()) >= 10.5
    rules = [style.rule_below for style in preset.styles.values() if style.rule_below]
    assert min([RULE, *rules]) >= 0.5


@every_preset
def test_lines_are_further_apart_than_type_is_high(preset: Preset) -> None:
    assert all(style.leading >= 1.25 * style.size for style in preset.styles.values())


@every_preset
def test_the_page_number_stands_on_the_paper(preset: Preset) -> None:
    footer = preset.style(Role.FOOTER)
    assert preset.page.footer_gap + footer.leading / MILLIMETRE < preset.page.bottom - 5


@every_preset
def test_a_heading_never_stands_alone_at_the_foot_of_a_page(preset: Preset) -> None:
    for role in (Role.TITLE, Role.HEADING_1, Role.HEADING_2, Role.HEADING_3):
        assert preset.style(role).keep_with_next


@every_preset
def test_passage_and_editors_words_differ_in_face(preset: Preset) -> None:
    assert preset.style(Role.PASSAGE).typeface != preset.style(Role.NOTE).typeface


def test_an_official_page_holds_22_lines_of_28_characters() -> None:
    preset = find_preset("公文式讲义")
    body = preset.style(Role.BODY)
    assert (preset.page.text_width, preset.page.text_height) == (156, 225)
    assert int(preset.page.text_width * MILLIMETRE / body.size) == 28
    assert preset.page.text_height * MILLIMETRE / body.leading == pytest.approx(22)


@every_preset
def test_a_line_holds_whole_characters(preset: Preset) -> None:
    characters = preset.page.column_width * MILLIMETRE / preset.style(Role.PASSAGE).size
    assert 0 <= characters % 1 < 0.1


def test_a_preset_that_is_not_there_is_refused() -> None:
    with pytest.raises(PresetUnknown):
        find_preset("红头文件")
