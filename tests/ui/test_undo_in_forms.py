"""What is done in the form of a preset is taken back in it, also what is just being typed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot
from tests.ui.current import press_undo, rename, title

from studydesk.ui.arrange.handout.preset_form import PresetForm
from studydesk.ui.arrange.handout.presets_menu import PresetsMenu
from studydesk.ui.desk import Desk
from studydesk.ui.main_window import MainWindow


@pytest.fixture
def form(desk: Desk, qtbot: QtBot) -> PresetForm:
    """改版式, open for a copy that was made before."""
    desk.show_page("arrange")
    rename(desk, "新题名")
    menu = desk.arrange.handout_panel.export_panel.presets
    menu.copy.trigger()
    menu.editing.close()
    menu.change.trigger()
    form = menu.editing.form
    assert form is not None
    form._groups.setCurrentIndex(1)
    activate(form, qtbot)
    return form


def activate(form: PresetForm, qtbot: QtBot) -> None:
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)


def press(form: PresetForm, key: Qt.Key) -> None:
    QTest.keyClick(form.focusWidget() or form, key, Qt.KeyboardModifier.ControlModifier)


def test_the_form_of_a_preset_takes_back_what_was_done_in_it_and_no_more(
    desk: Desk, form: PresetForm, undo: QAction
) -> None:
    assert desk.current.packet is not None
    copy = desk.current.packet.preset
    for text in ("甲", "乙"):
        form.page.footer.setFocus()
        form.page.footer.setText(text)
        form.page.footer.edited.emit(text)
        form.flush()
    press(form, Qt.Key.Key_Z)
    assert form.page.footer.text() == ""
    press(form, Qt.Key.Key_Z)
    assert QToolTip.text().startswith("这里没有可撤消的了。")
    assert desk.current.packet.preset == copy
    assert title(desk) == "新题名"
    press(form, Qt.Key.Key_Y)
    assert form.page.footer.text() == "乙"
    press(form, Qt.Key.Key_Y)
    assert QToolTip.text().startswith("这里没有可重做的了。")
    assert QToolTip.text().endswith("请到编排里重做。")
    form.accept()
    assert undo.text().startswith("撤消：改版式“")


def test_what_was_changed_when_the_form_was_open_before_is_left_to_the_window(
    desk: Desk, form: PresetForm, qtbot: QtBot
) -> None:
    form.page.footer.edited.emit("甲")
    form.accept()
    menu = desk.arrange.handout_panel.export_panel.presets
    menu.change.trigger()
    activate(form, qtbot)
    press(form, Qt.Key.Key_Z)
    assert form.page.footer.text() == "甲"


def test_what_was_just_typed_is_taken_back_though_it_was_not_handed_over(form: PresetForm) -> None:
    form.page.footer.setFocus()
    QTest.keyClicks(form.page.footer, "A")
    press(form, Qt.Key.Key_Z)
    assert form.page.footer.text() == ""


def test_a_number_that_is_refused_is_taken_back_first(form: PresetForm) -> None:
    margin = form.page.margins["left"]
    before = margin.number
    margin.line.setText("999")
    margin.line.edited.emit("999")
    form.page.footer.setFocus()
    margin.line.editingFinished.emit()
    press(form, Qt.Key.Key_Z)
    assert (margin.number, margin.line.text(), margin.is_doubtful()) == (
        before,
        f"{before:g}",
        False,
    )


def test_what_waits_is_taken_back_by_the_window_though_its_command_is_off(
    window: MainWindow, desk: Desk
) -> None:
    desk.show_page("arrange")
    menu = desk.arrange.handout_panel.export_panel.presets
    menu.change.trigger()
    form = menu.editing.form
    assert form is not None
    assert desk.current.packet is not None
    before = desk.current.packet.preset
    form.page.footer.setText("甲")
    form.page.footer.edited.emit("甲")
    assert not window.actions_by_id["undo"].isEnabled()
    press_undo(window)
    assert form.page.footer.text() == ""
    assert desk.current.packet.preset == before


@pytest.fixture
def menu(desk: Desk) -> PresetsMenu:
    """The presets of the packet, which is set in a copy that was just made; its form is open."""
    desk.show_page("arrange")
    menu = desk.arrange.handout_panel.export_panel.presets
    menu.copy.trigger()
    return menu


def type_footer(menu: PresetsMenu, *texts: str) -> None:
    """Type into the form, and do not wait until it hands over what was typed."""
    assert menu.editing.form is not None
    for text in texts:
        menu.editing.form.page.footer.setText(text)
        menu.editing.form.page.footer.edited.emit(text)


def footer(desk: Desk, menu: PresetsMenu) -> str:
    """What the form and the file say by now."""
    assert menu.editing.form is not None
    assert desk.current.packet is not None
    kept = menu.presets[desk.current.packet.preset].footer
    assert menu.editing.form.page.footer.text() == kept
    return kept


def test_what_waits_in_the_form_of_a_preset_is_taken_back_before_its_copy(
    desk: Desk, menu: PresetsMenu, undo: QAction
) -> None:
    assert desk.current.packet is not None
    copy = desk.current.packet.preset
    type_footer(menu, "甲")
    undo.trigger()
    assert desk.current.packet.preset == copy
    assert footer(desk, menu) == ""


def test_what_waits_in_the_form_of_a_preset_is_taken_back_before_an_older_change(
    window: MainWindow, desk: Desk, menu: PresetsMenu, undo: QAction
) -> None:
    assert menu.editing.form is not None
    type_footer(menu, "甲", "甲车间")
    menu.editing.form.flush()
    margin = menu.editing.form.page.margins["top"]
    before = margin.number
    margin.edited.emit(40)
    undo.trigger()
    assert (margin.number, footer(desk, menu)) == (before, "甲车间")
    undo.trigger()
    type_footer(menu, "乙")
    window.actions_by_id["redo"].trigger()
    assert footer(desk, menu) == "乙"


def test_a_name_half_typed_in_the_form_of_a_preset_is_taken_back_first(
    desk: Desk, menu: PresetsMenu, undo: QAction
) -> None:
    form = menu.editing.form
    assert form is not None
    name = form.name.text()
    form.name.setFocus()
    form.name.setText("车间讲义")
    undo.trigger()
    assert form.name.text() == name
    assert name in menu.presets
