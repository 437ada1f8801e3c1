"""The tour of a newcomer, the daily copy, and the words of Qt's own dialogs."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QFileSystemModel, QLabel, QWidget
from pytestqt.qtbot import QtBot

from studydesk.app import speak_chinese
from studydesk.ui import dialogs
from studydesk.ui.arrange.tour import steps
from studydesk.ui.desk import Desk
from studydesk.ui.main_window import MainWindow
from studydesk.ui.settings import Settings


def test_the_tour_goes_through_its_steps_by_keyboard_and_is_over_for_good(
    window: MainWindow, desk: Desk, settings: Settings, qtbot: QtBot
) -> None:
    desk.show_page("arrange")
    tour = desk.arrange.tour
    assert tour.isVisible()
    for _, sentence in steps():
        assert tour.sentence.text() == sentence
        qtbot.keyClick(tour.on, Qt.Key.Key_Space)
    assert not tour.isVisible()
    assert settings.choices.toured


def test_the_tour_can_be_put_away_at_once(desk: Desk, settings: Settings) -> None:
    desk.arrange.tour.never.click()
    assert settings.choices.toured
    assert not desk.arrange.tour.isVisibleTo(desk.arrange)


@pytest.mark.parametrize("size", [(894, 472), (1366, 728)])
def test_the_tour_moves_nothing_when_it_comes_goes_on_or_goes(
    window: MainWindow, desk: Desk, size: tuple[int, int], qtbot: QtBot
) -> None:
    _show_arranging(window, desk, size, qtbot)
    page, tour = desk.arrange, desk.arrange.tour
    parts = (page.packet_panel, page.item_panel, page.handout_panel, page.handout_panel.preview)
    places = [part.geometry() for part in parts]
    for _ in steps():
        assert tour.isVisible()
        tour.on.click()
        QApplication.processEvents()
        assert [part.geometry() for part in parts] == places
    assert not tour.isVisible()


@pytest.mark.parametrize("size", [(894, 472), (1366, 728)])
def test_the_tour_lies_whole_on_the_page_that_is_looked_at(
    window: MainWindow, desk: Desk, size: tuple[int, int], qtbot: QtBot
) -> None:
    _show_arranging(window, desk, size, qtbot)
    tour, paper = desk.arrange.tour, desk.arrange.handout_panel.preview.paper
    assert tour.isVisible()
    assert paper.rect().contains(tour.geometry())
    assert tour.height() >= tour.heightForWidth(tour.width())


def _show_arranging(window: MainWindow, desk: Desk, size: tuple[int, int], qtbot: QtBot) -> None:
    """Show 编排 in this size, with the page made: what is said of it may take a second line."""
    desk.show_page("arrange")
    window.setMinimumSize(*size)
    window.resize(*size)
    preview = desk.arrange.handout_panel.preview
    qtbot.waitUntil(lambda: preview.page_label.text() == "1/1")
    QApplication.processEvents()


def test_the_tour_is_away_while_what_is_opened_leaves_the_page_no_room_for_it(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    _show_arranging(window, desk, (894, 472), qtbot)
    tour, export = desk.arrange.tour, desk.arrange.handout_panel.export_button
    export.setChecked(True)
    qtbot.waitUntil(tour.isHidden)
    export.setChecked(False)
    qtbot.waitUntil(tour.isVisible)


def test_a_tour_that_is_over_does_not_come_back(desk: Desk) -> None:
    desk.show_page("arrange")
    desk.arrange.tour.never.click()
    desk.arrange.handout_panel.export_button.setChecked(True)
    desk.arrange.handout_panel.export_button.setChecked(False)
    assert not desk.arrange.tour.isVisible()


def test_f6_leads_to_the_tour(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    desk.show_page("arrange")
    desk.arrange.handout_panel.setFocus()
    desk.step_panel(1)
    assert desk.arrange.tour.on.hasFocus()


@pytest.mark.parametrize("had_keys", [True, False])
def test_the_keys_go_back_where_they_were_or_to_the_items(
    window: MainWindow, desk: Desk, qtbot: QtBot, had_keys: bool
) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    desk.show_page("arrange")
    page = desk.arrange
    before = page.handout_panel.print_button if had_keys else desk.pick.browser.list
    before.setFocus()
    for _ in steps():
        qtbot.mouseClick(page.tour.on, Qt.MouseButton.LeftButton)
    assert not page.tour.isVisible()
    assert (before if had_keys else page.outline).hasFocus()


def test_an_older_library_is_copied_when_the_window_opens(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    folder = desk.library.folder
    window.close()
    window.open_library(folder)
    qtbot.waitUntil(lambda: len(list((folder / "backups").glob("*.db"))) == 1)


@pytest.mark.unwatched("Qt's own file dialog looks for icons; users have their system's")
@pytest.mark.parametrize("mode", list(QFileDialog.FileMode))
def test_the_file_dialog_says_nothing_in_english(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, mode: QFileDialog.FileMode
) -> None:
    speak_chinese(qapp)
    (tmp_path / "文件夹").mkdir()
    parent = QWidget()
    dialog = dialogs._dialog(parent, "打开", mode)
    dialog.setDirectory(str(tmp_path))
    labels = [label.text() for label in dialog.findChildren(QLabel)]
    assert not [text for text in labels if re.search("[A-Za-z]{3}", text)]
    model = dialog.findChildren(QFileSystemModel)[0]
    here = model.index(str(tmp_path))
    qtbot.waitUntil(lambda: model.rowCount(here) == 1)
    assert model.type(model.index(0, 0, here)) == "文件夹"


def test_what_the_translation_does_not_know_is_left_to_qt(qapp: QApplication) -> None:
    speak_chinese(qapp)
    assert QCoreApplication.translate("QFileDialog", "Forward") == "前进"
    assert QCoreApplication.translate("QFileDialog", "Nothing like it") == "Nothing like it"
