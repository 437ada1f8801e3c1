"""No key does nothing without a word: Enter presses buttons, commands say why they are off."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from studydesk.domain.packet import PassageItem
from studydesk.sources.readers.compatibility import map_back
from studydesk.ui.actions import COMMANDS, missing
from studydesk.ui.arrange.editors.passage import PassageEditor
from studydesk.ui.arrange.offering import RELATED
from studydesk.ui.desk import Desk
from studydesk.ui.main_window import MainWindow
from studydesk.ui.pages import PAGES
from studydesk.ui.pages.pick import PickPage
from studydesk.ui.sheets import shortcut_sheet


def combination_of(keys: str) -> QKeyCombination:
    made: QKeyCombination = QKeySequence(keys)[0]  # type: ignore[index] # the stubs miss it
    return made


def press(target: QWidget, keys: str) -> None:
    combination = combination_of(keys)
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, combination.key(), combination.keyboardModifiers())
        QApplication.sendEvent(target, event)


def listed(menu: QMenu) -> list[QAction]:
    """Every action of a menu and of those in it."""
    found: list[QAction] = []
    for action in menu.actions():
        inner = action.menu()
        found += listed(inner) if isinstance(inner, QMenu) else [action]
    return found


def all_listed(window: MainWindow) -> list[QAction]:
    menus = [action.menu() for action in window.menuBar().actions()]
    return [action for menu in menus if isinstance(menu, QMenu) for action in listed(menu)]


@pytest.mark.parametrize("page", [page.id for page in PAGES])
def test_a_command_that_is_off_says_why_on_every_page(
    window: MainWindow, desk: Desk, page: str
) -> None:
    QApplication.clipboard().clear()
    desk.show_page(page)
    silent = []
    for action in all_listed(window):
        if not action.isEnabled() and not action.shortcut().isEmpty():
            window.status.clearMessage()
            press(desk, action.shortcut().toString())
            if not window.status.currentMessage():
                silent.append(action.text())
    assert silent == []


@pytest.mark.parametrize("page", [page.id for page in PAGES])
def test_a_line_of_a_menu_that_is_off_says_why_where_it_is_marked(
    window: MainWindow, desk: Desk, page: str
) -> None:
    desk.show_page(page)
    off = [action for action in all_listed(window) if not action.isEnabled()]
    assert off
    assert [action.text() for action in off if not action.statusTip()] == []


def test_a_command_that_lacks_something_says_what(window: MainWindow, desk: Desk) -> None:
    desk.shelf.delete(desk.shelf.summaries()[0].id)
    for command in COMMANDS:
        action = window.actions_by_id[command.id]
        if command.needs:
            assert not action.isEnabled()
            assert action.statusTip() == missing(command.needs)


def test_commands_of_the_reader_are_off_where_it_is_not_seen(
    window: MainWindow, desk: Desk, pick: PickPage
) -> None:
    for page, on in (("arrange", False), ("pick", True)):
        desk.show_page(page)
        assert window.actions_by_id["add-and-ask"].isEnabled() == on
        assert window.actions_by_id["source-facts"].isEnabled()


@pytest.mark.parametrize("page", [page.id for page in PAGES])
def test_export_opens_its_choices_from_every_page(
    window: MainWindow, desk: Desk, page: str
) -> None:
    desk.show_page(page)
    window.actions_by_id["export"].trigger()
    assert desk.page_id == "arrange"
    assert desk.arrange.handout_panel.export_panel.isVisible()
    assert window.focusWidget() is desk.arrange.handout_panel.export_panel.export_button


def test_filling_in_the_source_is_seen_from_every_page(
    window: MainWindow, desk: Desk, pick: PickPage
) -> None:
    desk.show_page("arrange")
    window.actions_by_id["source-facts"].trigger()
    assert pick.reader.form.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_K, Qt.Key.Key_F])
def test_one_searches_by_the_keys_of_other_programs_too(
    window: MainWindow, desk: Desk, qtbot: QtBot, key: Qt.Key
) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    desk.show_page("arrange")
    qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
    assert desk.pick.browser.search.hasFocus()


@pytest.mark.parametrize("keys", ["Ctrl+E", "Ctrl+F", "Ctrl+K", "Ctrl+P"])
def test_no_line_to_write_in_takes_the_key_of_a_command(
    window: MainWindow, desk: Desk, keys: str
) -> None:
    desk.show_page("arrange")
    combination = combination_of(keys)
    takers = []
    for line in window.findChildren(QLineEdit):
        event = QKeyEvent(
            QEvent.Type.ShortcutOverride, combination.key(), combination.keyboardModifiers()
        )
        event.ignore()
        QApplication.sendEvent(line, event)
        if event.isAccepted():
            takers.append(line.accessibleName())
    assert takers == []


@pytest.mark.parametrize("key", ["Return", "Enter", "Space"])
def test_enter_presses_the_button_that_has_the_focus(
    window: MainWindow, desk: Desk, qtbot: QtBot, key: str
) -> None:
    desk.show_page("arrange")
    button = desk.arrange.handout_panel.export_button
    button.setFocus()
    qtbot.keyClick(button, getattr(Qt.Key, f"Key_{key}"))
    assert desk.arrange.handout_panel.export_panel.isVisible()


def test_enter_does_not_press_a_button_that_is_off(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    button = QPushButton("关", desk)
    pressed: list[bool] = []
    button.clicked.connect(pressed.append)
    button.setFocus()
    button.setEnabled(False)
    press(desk, "Return")
    assert pressed == []


@pytest.mark.parametrize("before", [(), ("heading",)])
def test_the_keys_go_to_the_outline_when_the_item_being_written_is_taken_back(
    window: MainWindow, desk: Desk, qtbot: QtBot, before: tuple[str, ...]
) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    desk.show_page("arrange")
    for kind in (*before, "guide"):
        desk.arrange.insert_item(kind)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert desk.arrange.item_panel.isAncestorOf(focus)
    window.actions_by_id["undo"].trigger()
    assert desk.arrange.outline.hasFocus()


def test_why_a_key_does_nothing_here_is_not_said_on_the_page_where_it_does(
    window: MainWindow, desk: Desk
) -> None:
    desk.show_page("pick")
    press(desk, "Ctrl+G")
    assert "编排" in window.status.currentMessage()
    desk.show_page("arrange")
    assert not window.status.currentMessage()


def test_what_was_done_is_still_said_when_the_page_is_turned(
    window: MainWindow, desk: Desk
) -> None:
    window.status.tell("已导出 4 个文件。")
    desk.show_page("arrange")
    assert window.status.currentMessage() == "已导出 4 个文件。"


def test_what_was_taken_back_on_a_page_is_not_said_on_another(
    window: MainWindow, desk: Desk
) -> None:
    for said in (desk.undoing.said, desk.tidy.message):
        desk.show_page("tidy")
        said.emit("已撤消：恢复自动识别。")
        assert window.status.currentMessage()
        desk.show_page("pick")
        assert not window.status.currentMessage()


def passages(desk: Desk) -> list[str]:
    items = desk.current.packet.items if desk.current.packet else ()
    return [item.id for item in items if isinstance(item, PassageItem)]


def test_one_key_looks_for_related_passages_on_the_page_in_front(
    window: MainWindow, desk: Desk
) -> None:
    related = window.actions_by_id["related"]
    desk.show_page("pick")
    desk.pick.open_article(desk.library.articles()[0].id)
    related.trigger()
    assert desk.pick.related.panel.isVisibleTo(desk.pick)
    desk.pick.reader.text.select(0, 20)
    desk.pick.add_selection()
    desk.show_page("arrange")
    desk.arrange.outline.select([passages(desk)[-1]])
    related.trigger()
    assert desk.arrange.offering.panel.group == RELATED
    desk.show_page("tidy")
    assert not related.isEnabled()


def test_a_page_gives_the_focus_back_to_what_is_worked_in_and_to_no_button(
    window: MainWindow, desk: Desk, pick: PickPage
) -> None:
    desk.show_page("pick")
    pick.reader.text.setFocus()
    desk.show_page("arrange")
    desk.show_page("pick")
    assert window.focusWidget() is pick.reader.text
    button = next(b for b in pick.glance.findChildren(QAbstractButton) if b.isVisible())
    button.setFocus()
    desk.show_page("arrange")
    desk.show_page("pick")
    assert window.focusWidget() is pick.browser.list


def told_on_the_sheet(window: MainWindow) -> set[str]:
    """The keys on the sheet as they are written, all of those that “Alt+1 … 9” stands for."""
    sheet = shortcut_sheet(window)
    told = {key for label in sheet.findChildren(QLabel) for key in label.text().split("　")}
    sheet.deleteLater()
    for key in [key for key in told if " … " in key]:
        first, last = key.split(" … ")
        told |= {f"{first[:-1]}{number}" for number in range(int(first[-1]), int(last) + 1)}
    return told


def test_the_keys_of_every_command_are_on_the_sheet(window: MainWindow) -> None:
    told, written = told_on_the_sheet(window), QKeySequence.SequenceFormat.NativeText
    assert {"Del", "Ins", "Alt+↑", "回车", "退格", "Ctrl+Shift+V", "Alt+9", "F4"} <= told
    missing_there = []
    for action in all_listed(window):
        name, _, local = action.text().partition("\t")
        keys = local or action.shortcut().toString(written)
        if keys and keys not in told:
            missing_there.append(f"{name} {keys}")
    assert not missing_there


@pytest.mark.qt_log_ignore("QPrintDialog: Cannot be used on non-native printers")
def test_the_sheet_of_keys_is_printed_on_one_page(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "快捷键.pdf"

    def choose_a_file(dialog: QPrintDialog) -> int:
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(file))
        dialog.printer().setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        return QPrintDialog.DialogCode.Accepted.value

    monkeypatch.setattr(QPrintDialog, "exec", choose_a_file)
    monkeypatch.setattr("studydesk.ui.dialogs.lacks_printer", lambda: False)
    sheet = shortcut_sheet(window)
    keys = {key for label in sheet.findChildren(QLabel) for key in label.text().split("　")}
    (button,) = (one for one in sheet.findChildren(QPushButton) if one.text() == "打印…")
    button.click()
    sheet.close()
    (page,) = pypdfium2.PdfDocument(file)
    told = "".join(map_back(page.get_textpage().get_text_range()).split())  # 页 may be read as ⻚
    assert not {key for key in keys if "".join(key.split()) not in told}


def test_the_keys_of_every_mark_in_a_passage_are_on_the_sheet(
    window: MainWindow, desk: Desk
) -> None:
    editor, written = PassageEditor(), QKeySequence.SequenceFormat.NativeText
    keys = {one.shortcut().toString(written) for one in editor.text.actions()}
    assert len(keys) == len(editor.buttons)
    assert keys <= told_on_the_sheet(window)
    editor.deleteLater()


def test_delete_in_a_list_in_which_nothing_is_marked_says_so(pick: PickPage) -> None:
    listed = pick.browser.list
    listed.clearSelection()
    press(listed, "Del")
    assert "先在列表里点一篇文章" in pick.browser.hint.sentence


def test_a_name_asked_for_without_a_packet_is_told_of(window: MainWindow, desk: Desk) -> None:
    desk.current.open(None)
    desk.show_page("arrange")
    desk.arrange.rename_packet()
    assert "还没有学习包" in window.status.currentMessage()


def test_what_a_row_is_can_be_chosen_in_the_menu_bar_too(window: MainWindow) -> None:
    named = {action.text().split("\t")[0]: action for action in all_listed(window)}
    assert {"标题", "作者", "肩题", "段落"} <= named.keys()
    assert not named["标题"].isEnabled()  # 整理 has it
