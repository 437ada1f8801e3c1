"""What a preset cannot be is told in its form, and not kept."""

import pytest
from PySide6.QtTest import QTest
from tests.ui.arrange.conftest import Desk, form_of, own_file, preset_of

from studydesk.ui.arrange.handout.preset_form import PresetForm
from studydesk.ui.arrange.handout.presets_menu import PresetsMenu

pytestmark = pytest.mark.usefixtures("opened")


def test_figures_on_the_way_to_a_number_that_cannot_be_are_no_layout(
    arranging: Desk, menu: PresetsMenu
) -> None:
    menu.copy.trigger()
    form, before = form_of(menu), own_file(arranging).read_bytes()
    form.text.characters.line.selectAll()
    QTest.keyClicks(form.text.characters.line, "999")
    form.settle()
    assert own_file(arranging).read_bytes() == before
    form.text.characters.line.editingFinished.emit()
    assert form.text.characters.doubt.text() == "每行要在 8～48 字之间，仍按 37"
    assert form.text.characters.line.text() == "999"


def test_a_line_that_names_what_there_is_not_is_told_and_not_kept(
    arranging: Desk, menu: PresetsMenu
) -> None:
    menu.copy.trigger()
    form = form_of(menu)
    form.page.header.setText("{题名}")
    form.page.header.edited.emit("{题名}")
    assert form.page.unknown.isHidden()
    form.page.header.setText("{foo}")
    form.page.header.edited.emit("{foo}")
    form.flush()
    assert "“{foo}”" in form.page.unknown.text()
    assert not form.page.unknown.isHidden()
    assert preset_of(arranging, menu).header == ""
    form.page.header.setText("{单位}")
    form.page.header.edited.emit("{单位}")
    form.flush()
    assert form.page.unknown.isHidden()
    assert preset_of(arranging, menu).header == "{单位}"


@pytest.mark.parametrize(
    ("characters", "lines", "told"),
    [
        (50, 30, "“每行”太多：纸上放不下这么多字。"),
        (30, 90, "“字号”太大，或者“每页”太多：版心里放不下。"),
    ],
)
def test_what_the_paper_has_no_room_for_is_told_and_not_kept(
    arranging: Desk, menu: PresetsMenu, characters: int, lines: int, told: str
) -> None:
    menu.copy.trigger()
    form, before = form_of(menu), own_file(arranging).read_bytes()
    form.text.characters.edited.emit(
        characters
    ) if characters == 50 else form.text.lines.edited.emit(lines)
    form.flush()
    assert form.trouble.text() == told
    assert own_file(arranging).read_bytes() == before
    form.text.characters.edited.emit(35)
    form.flush()
    assert form.trouble.isHidden()


def test_a_line_that_was_refused_keeps_the_form_open_and_has_the_cursor(
    arranging: Desk, menu: PresetsMenu
) -> None:
    menu.copy.trigger()
    form = form_of(menu)
    header = form.page.header
    header.setText("{foo}")
    header.edited.emit("{foo}")
    form.page.margins["left"].edited.emit(33)
    form.flush()
    assert (header.text(), form.page.unknown.isHidden()) == ("{foo}", False)
    form.buttons[-1].click()
    assert form.isVisible()
    assert form.focusWidget() is header
    assert form.page.isVisible()
    header.setText("车间")
    header.edited.emit("车间")
    form.buttons[-1].click()
    assert form.isHidden()
    assert preset_of(arranging, menu).header == "车间"


def test_a_name_that_is_taken_stays_to_be_mended(arranging: Desk, menu: PresetsMenu) -> None:
    menu.copy.trigger()
    form = form_of(menu)
    form.name.setFocus()
    form.name.setText("大字版")
    form.buttons[-1].click()
    assert form.isVisible()
    assert form.name.text() == "大字版"
    assert not form.trouble.isHidden()
    form.name.setText("车间讲义")
    form.buttons[-1].click()
    assert form.isHidden()
    assert arranging.packet.preset == "车间讲义"


def test_a_number_that_cannot_be_is_told_before_the_form_goes(
    arranging: Desk, menu: PresetsMenu
) -> None:
    menu.copy.trigger()
    form = form_of(menu)
    margin = form.page.margins["top"]
    form._groups.setCurrentIndex(1)
    margin.line.setFocus()
    margin.line.setText("500")
    form.reject()
    assert form.isVisible()
    assert margin.is_doubtful()
    form.reject()
    assert form.isHidden()
    menu.change.trigger()
    assert not margin.is_doubtful()
    margin.line.setFocus()
    margin.line.setText("500")
    form.buttons[-1].click()
    assert form.isVisible()
    form.buttons[-1].click()
    assert form.isHidden()


def refuse_margin(form: PresetForm, side: str) -> None:
    """Type what no margin can be, and end the form at once."""
    form._groups.setCurrentIndex(1)
    form.page.margins[side].line.setFocus()
    form.page.margins[side].line.setText("500")
    form.buttons[-1].click()


def test_a_form_that_was_put_away_tells_again_what_it_refuses(
    arranging: Desk, menu: PresetsMenu
) -> None:
    menu.copy.trigger()
    form = form_of(menu)
    refuse_margin(form, "top")
    form.put_away()
    menu.change.trigger()
    refuse_margin(form, "top")
    assert form.isVisible()
    form.buttons[-1].click()
    assert form.isHidden()


def test_a_form_that_was_told_of_tells_again_after_another_change(
    arranging: Desk, menu: PresetsMenu
) -> None:
    menu.copy.trigger()
    form = form_of(menu)
    refuse_margin(form, "top")
    form.page.margins["top"].line.set_text("40")
    form.page.margins["top"].line.edited.emit("40")
    refuse_margin(form, "top")
    assert form.isVisible()


def test_each_more_that_is_refused_keeps_the_form_open_once(
    arranging: Desk, menu: PresetsMenu
) -> None:
    menu.copy.trigger()
    form = form_of(menu)
    for side in ("top", "bottom", "left"):
        refuse_margin(form, side)
        assert form.isVisible()
        assert form.focusWidget() is form.page.margins[side].line
    form.page.footer.setText("{foo}")
    form.page.footer.edited.emit("{foo}")
    form.buttons[-1].click()
    assert form.isVisible()
    assert form.focusWidget() is form.page.footer
    form.buttons[-1].click()
    assert form.isHidden()


def test_a_name_that_is_taken_keeps_the_form_open_once(arranging: Desk, menu: PresetsMenu) -> None:
    menu.copy.trigger()
    form = form_of(menu)
    form.name.setFocus()
    form.name.setText("大字版")
    form.reject()
    assert form.isVisible()
    assert form.focusWidget() is form.name
    form.reject()
    assert form.isHidden()


def test_what_there_is_no_room_for_keeps_the_form_open_once(
    arranging: Desk, menu: PresetsMenu
) -> None:
    menu.copy.trigger()
    form = form_of(menu)
    form.text.characters.line.setFocus()
    form.text.characters.edited.emit(50)
    form.buttons[-1].click()
    assert form.isVisible()
    assert form.focusWidget() is form.text.characters.line
    form.buttons[-1].click()
    assert form.isHidden()


def test_a_refused_line_keeps_the_form_from_no_other_packet(
    arranging: Desk, menu: PresetsMenu
) -> None:
    menu.copy.trigger()
    form = form_of(menu)
    form.page.header.setText("{foo}")
    form.page.header.edited.emit("{foo}")
    arranging.page.handout_panel.preview.preset_chosen.emit("大字版")
    assert form.isHidden()
