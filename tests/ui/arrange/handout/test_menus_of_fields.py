"""The keys in a menu that holds fields and buttons: Tab goes round among them, Enter presses."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView, QToolButton, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.arrange.conftest import Desk

from studydesk.ui.theme import Appearance

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
"""What the display without a screen says whenever a menu opens."""


def open_menu(qtbot: QtBot, button: QToolButton) -> QWidget:
    menu = button.menu()
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
    qtbot.waitUntil(menu.isVisible)
    return menu


def press(menu: QWidget, key: Qt.Key) -> QWidget:
    """Press a key where the menu has the focus; who has it then."""
    focus = menu.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)
    now = QApplication.focusWidget()
    assert now is not None
    return now


def walk(menu: QWidget, key: Qt.Key, steps: int) -> list[str]:
    stops = (press(menu, key) for _ in range(steps))
    return [getattr(stop, "text", lambda: "")() or stop.accessibleName() for stop in stops]


def test_tab_goes_round_in_the_list_of_names(arranging: Desk, qtbot: QtBot) -> None:
    arranging.page.handout_panel.show()
    names = arranging.page.handout_panel.export_panel.names
    names.field.setPlainText("张三")
    menu = open_menu(qtbot, names)
    assert walk(menu, Qt.Key.Key_Tab, 4) == ["从文件读取…", "清空", "签到名单", "从文件读取…"]
    assert walk(menu, Qt.Key.Key_Backtab, 2) == ["签到名单", "清空"]
    menu.close()


def test_enter_presses_a_button_below_the_list(arranging: Desk, qtbot: QtBot) -> None:
    names = arranging.page.handout_panel.export_panel.names
    names.field.setPlainText("张三")
    menu = open_menu(qtbot, names)
    walk(menu, Qt.Key.Key_Tab, 2)
    press(menu, Qt.Key.Key_Return)
    assert names.names == ()
    menu.close()


def test_tab_goes_round_among_those_who_sign(arranging: Desk, qtbot: QtBot) -> None:
    signing = arranging.page.handout_panel.findings.signing
    signing.show_packet(arranging.packet)
    menu = open_menu(qtbot, signing)
    for field in signing.names.values():
        field.setText("王敏")
    rows = zip(signing.names.values(), signing.buttons.values(), strict=True)
    stops = [stop for row in rows for stop in row]
    assert [press(menu, Qt.Key.Key_Tab) for _ in stops] == [*stops[1:], stops[0]]
    menu.close()


def test_the_calendar_has_the_keys_and_keeps_them(arranging: Desk, qtbot: QtBot) -> None:
    field = arranging.page.packet_panel.session.held_on
    button = field.findChild(QToolButton)
    assert button is not None
    menu = open_menu(qtbot, button)
    before = field.calendar.selectedDate()
    press(menu, Qt.Key.Key_Tab)
    press(menu, Qt.Key.Key_Right)
    assert field.calendar.selectedDate() == before.addDays(1)
    menu.close()


def test_the_last_week_of_the_calendar_is_seen_whole(
    arranging: Desk, qtbot: QtBot, appearance: Appearance
) -> None:
    field = arranging.page.packet_panel.session.held_on
    button = field.findChild(QToolButton)
    assert button is not None
    menu = open_menu(qtbot, button)
    days = field.calendar.findChild(QTableView)
    assert days is not None
    assert days.verticalHeader().length() <= days.viewport().height()
    menu.close()
