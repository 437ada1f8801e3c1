"""The window fits the screen, and what it is for can be reached on a small one."""

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QMainWindow, QSplitter, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.conftest import OpenWindow

from studydesk.library import Library
from studydesk.ui import window_place
from studydesk.ui.desk import Desk
from studydesk.ui.jobs import Jobs
from studydesk.ui.main_window import MainWindow
from studydesk.ui.pages.pick import PickPage

SMALL = QSize(894, 472)
"""What a screen of 1366×768 leaves to a window at one and a half times the usual size."""


def shown(widget: QWidget, window: QWidget) -> bool:
    """Whether the whole of a widget is within the window and shown."""
    place = QRect(widget.mapTo(window, QPoint()), widget.size())
    return widget.isVisible() and window.rect().contains(place)


def test_a_window_larger_than_the_screen_is_made_to_fit(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setGeometry(300, 200, 1280, 720)
    room = QRect(0, 0, 911, 512)
    window_place.fit(window, room)
    assert room.contains(QRect(window.pos(), window.size()))
    assert window.minimumSize().height() <= room.height()


def test_a_window_that_fits_stays_where_it_is(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setGeometry(300, 200, 1000, 600)
    window_place.fit(window, QRect(0, 0, 1920, 1080))
    assert window.geometry() == QRect(300, 200, 1000, 600)


def test_a_new_window_is_within_its_screen(window: MainWindow) -> None:
    assert window.screen().availableGeometry().contains(window.frameGeometry())


def test_a_window_is_as_large_as_it_was(qtbot: QtBot) -> None:
    first, second = QMainWindow(), QMainWindow()
    for window in (first, second):
        qtbot.addWidget(window)
    first.setGeometry(20, 50, 731, 533)
    first.show()
    second.show()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(window_place, "LEAST", QSize(400, 300))
        window_place.restore(second, window_place.kept(first))
    assert second.geometry() == QRect(20, 50, 731, 533)


def test_what_filled_another_screen_fills_this_one(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    window_place.restore(window, {"geometry": "", "maximized": True, "screen": 911})
    assert window.isMaximized()


def test_widths_of_another_screen_are_not_taken(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    here = {**window_place.kept(window), "pages": {"arrange": {"item": "一", "sizes": [1, 2, 3]}}}
    there = {**here, "screen": here["screen"] * 2 // 3}
    assert window_place.for_these_screens(here) == here
    found = window_place.for_these_screens(there)
    assert found["pages"] == {"arrange": {"item": "一"}}


@pytest.mark.parametrize("page", ["pick", "arrange", "tidy"])
def test_every_page_fits_a_small_screen(
    qtbot: QtBot, window: MainWindow, desk: Desk, page: str
) -> None:
    window.setMinimumSize(SMALL)
    desk.show_page(page)
    window.resize(SMALL)
    panels = [panel for panel in desk.pages[page].panels() if panel.isVisible()]
    qtbot.waitUntil(lambda: desk.width() <= SMALL.width())
    assert all(shown(panel, window) for panel in panels)
    assert desk.pages[page].minimumSizeHint().width() + 64 <= SMALL.width()


def test_files_can_be_written_with_the_mouse_on_a_small_screen(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    window.setMinimumSize(SMALL)
    window.resize(SMALL)
    desk.show_page("arrange")
    handout = desk.arrange.handout_panel
    assert shown(handout.export_button, window)
    assert shown(handout.print_button, window)
    handout.export_button.click()
    qtbot.waitUntil(lambda: shown(handout.export_panel.export_button, window))


def test_the_panels_are_as_wide_as_they_were_left(desk: Desk, jobs: Jobs, qtbot: QtBot) -> None:
    def wide() -> PickPage:
        page = PickPage(desk.library, desk.current, jobs)
        qtbot.addWidget(page)
        page.resize(1600, 700)
        page.show()
        return page

    before, after = wide(), wide()
    before.splitter.setSizes([420, 700, 480])
    left = before.splitter.sizes()
    assert left != after.splitter.sizes()
    after.restore(before.state())
    assert after.splitter.sizes() == left


@pytest.mark.parametrize(("page", "left"), [("arrange", [301, 451, 882]), ("tidy", [500, 700])])
def test_panels_that_a_start_does_not_show_are_as_wide_as_they_were_left_at_the_next(
    library: Library, open_window: OpenWindow, qtbot: QtBot, page: str, left: list[int]
) -> None:
    desk = open_window(library).desk
    assert desk is not None
    hidden = desk.pages[page]
    assert hidden.state()["sizes"] == []
    hidden.restore({"sizes": left})
    assert hidden.state()["sizes"] == left
    desk.show_page(page)
    (shown, *_) = hidden.findChildren(QSplitter)
    qtbot.waitUntil(lambda: hidden.state()["sizes"] == shown.sizes() != left)
