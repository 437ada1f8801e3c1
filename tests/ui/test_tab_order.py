"""Tab comes to everything that can be worked with, and leaves it again; Shift+Tab goes back."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QSpinBox, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from studydesk.ui.desk import Desk
from studydesk.ui.main_window import MainWindow

MOST = 200
"""More than a page has to go to."""


def facts_of_the_session(desk: Desk) -> None:
    desk.show_page("arrange")
    desk.arrange.packet_panel.session.facts.setChecked(True)


def the_list_of_packets(desk: Desk) -> None:
    desk.show_page("arrange")
    desk.arrange.packet_panel.chooser.setChecked(True)


STATES: dict[str, Callable[[Desk], object]] = {
    "an article": lambda desk: desk.pick.open_article(desk.library.articles()[0].id),
    "a source": lambda desk: desk.tidy_source(desk.library.sources()[0].id),
    "a packet": lambda desk: desk.show_page("arrange"),
    "an export": Desk.export,
    "facts of the session": facts_of_the_session,
    "the list of packets": the_list_of_packets,
}


def stops(window: QWidget) -> set[QWidget]:
    """What Tab has to come to. Of choices of which one is made it comes to that one only."""
    built_in = QComboBox | QLineEdit | QSpinBox | QTabBar
    return {
        widget
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisibleTo(window)
        and widget.isEnabled()
        and widget.window() is window
        and widget.focusProxy() is None
        and not isinstance(widget.parentWidget(), built_in)
    }


def walk(key: Qt.Key) -> list[QWidget]:
    """What one comes to by pressing a key again and again, until it begins anew."""
    seen: list[QWidget] = []
    focus = QApplication.focusWidget()
    while focus is not None and focus not in seen and len(seen) < MOST:
        seen.append(focus)
        QTest.keyClick(focus, key)
        focus = QApplication.focusWidget()
    return seen


@pytest.mark.parametrize("state", STATES)
def test_tab_comes_to_everything_and_shift_tab_goes_the_same_way_back(
    window: MainWindow, desk: Desk, qtbot: QtBot, state: str
) -> None:
    STATES[state](desk)
    qtbot.waitUntil(lambda: not window.jobs.busy, timeout=20_000)
    window.activateWindow()
    desk.step_panel(1)
    there = walk(Qt.Key.Key_Tab)
    assert stops(window) - set(there) == set()
    back = walk(Qt.Key.Key_Backtab)
    assert set(back) == set(there)
