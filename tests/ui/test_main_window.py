"""The window as a whole: its keys, what it tells, where the user left off."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from studydesk.errors import DiskFull, LibraryInUse
from studydesk.library import ArticleFilter, Library
from studydesk.ui.actions import COMMANDS
from studydesk.ui.desk import Desk
from studydesk.ui.main_window import MainWindow
from studydesk.ui.opening import Opening
from studydesk.ui.pages.pick import PickPage
from studydesk.ui.settings import Settings
from studydesk.ui.sheets import shortcut_sheet
from studydesk.ui.theme import Appearance

OpenWindow = Callable[[Library], MainWindow]


def test_the_sheet_of_keys_fits_the_screen_and_scrolls(window: MainWindow) -> None:
    sheet = shortcut_sheet(window)
    sheet.show()
    room = window.screen().availableGeometry().height()
    assert sheet.frameGeometry().height() <= room
    assert sheet.minimumSizeHint().height() < 500
    sheet.close()


def test_what_was_said_of_one_edit_is_not_said_after_the_next(
    window: MainWindow, desk: Desk
) -> None:
    packet = desk.current.packet
    assert packet is not None
    window.status.tell("已添加思考题，按 Ctrl+Z 撤消。")
    desk.current.edit("改名", replace(packet, title="另一个题名"))
    assert not window.status.currentMessage()


def test_f6_goes_round_the_panels(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    desk.pick.open_article(desk.library.articles()[0].id)
    desk.pick.browser.list.setFocus()
    desk.step_panel(1)
    assert desk.pick.reader.text.hasFocus()
    desk.step_panel(-1)
    assert desk.pick.browser.list.hasFocus()


def test_f6_goes_on_to_a_packet_in_which_nothing_is_and_back(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    desk.pick.open_article(desk.library.articles()[0].id)
    desk.pick.reader.text.setFocus()
    desk.step_panel(1)
    assert desk.pick.glance.chooser.hasFocus()
    desk.step_panel(1)
    assert desk.pick.browser.list.hasFocus()


def test_tab_leaves_the_article(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    desk.pick.open_article(desk.library.articles()[0].id)
    desk.pick.reader.text.setFocus()
    qtbot.keyClick(desk.pick.reader.text, Qt.Key.Key_Tab)
    assert not desk.pick.reader.text.hasFocus()


def test_a_page_that_is_in_front_leaves_the_keys_where_they_are(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    desk.show_page("arrange")
    button = desk.arrange.handout_panel.print_button
    button.setFocus()
    desk.show_page("arrange")
    assert button.hasFocus()


def test_a_new_packet_is_told_of(window: MainWindow, desk: Desk) -> None:
    desk.shelf.create()
    assert "已新建学习包" in window.status.currentMessage()


def test_an_error_is_told_in_one_chinese_sentence(window: MainWindow, desk: Desk) -> None:
    window.tell_failure(DiskFull(Path("/盘")))
    assert desk.notice.isVisible()
    assert "磁盘已满" in desk.notice.sentence


def test_an_edit_that_is_not_saved_is_told(window: MainWindow, desk: Desk) -> None:
    desk.current.save_failed.emit(DiskFull(Path("/盘")))
    assert desk.notice.isVisible()


def where(desk: Desk) -> tuple[str, str, str]:
    """Packet, article, and the article that is marked in the list."""
    assert desk.current.packet is not None
    assert desk.pick.article is not None
    listed = desk.pick.browser.list.current_article()
    return desk.current.packet.title, desk.pick.article.id, listed


def test_the_window_comes_back_where_it_was(
    window: MainWindow, open_window: OpenWindow, desk: Desk
) -> None:
    desk.pick.open_article(desk.library.articles()[3].id)
    desk.pick.reader.text.show_place(800)
    before, folder = where(desk), desk.library.folder
    window.close()
    again = open_window(Library.open(folder)).desk
    assert again is not None
    assert where(again) == before
    assert abs(again.pick.reader.text.top - 800) < 40


def test_the_articles_of_a_library_are_asked_for_once_as_it_is_opened(
    library: Library, open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    answered, numbers = list[int](), library.numbers

    def counted(wanted: ArticleFilter) -> Sequence[int]:
        answered.append(1)
        return numbers(wanted)

    monkeypatch.setattr(library, "numbers", counted)
    open_window(library).jobs.stop()
    assert len(answered) == 1


def test_a_library_in_use_is_told_on_a_page_of_its_own(
    settings: Settings, appearance: Appearance, library: Library, qtbot: QtBot
) -> None:
    window = MainWindow(settings, appearance)
    qtbot.addWidget(window)
    window.show()
    window.open_library(library.folder)
    qtbot.waitUntil(lambda: window.start_page.sentence != "")
    assert "正被另一个学习台使用" in window.start_page.sentence
    assert window.desk is None


@pytest.mark.parametrize("error", [LibraryInUse(Path("/库")), ValueError("ours")])
def test_the_start_page_offers_ways_on(
    settings: Settings, appearance: Appearance, qtbot: QtBot, error: Exception
) -> None:
    window = MainWindow(settings, appearance)
    qtbot.addWidget(window)
    window.show()
    Opening(window.start_page, window.jobs).tell_failure(error)
    buttons = [
        button.text()
        for button in window.start_page.findChildren(QAbstractButton)
        if button.isVisible()
    ]
    assert buttons == ["再试一次", "另选资料库…", "存诊断包…", "退出"]


def test_the_start_page_shows_the_whole_sentence(
    settings: Settings, appearance: Appearance, qtbot: QtBot
) -> None:
    window = MainWindow(settings, appearance)
    qtbot.addWidget(window)
    window.show()
    window.start_page.tell_failure("资料库由更新的版本写成，内容没有改动。" * 6)
    labels = window.start_page.findChildren(QLabel)
    label = next(label for label in labels if label.text().startswith("资料库由"))
    qtbot.waitUntil(lambda: label.height() >= label.heightForWidth(label.width()))


def test_the_whole_way_by_keyboard(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    """From 编排 to the list, into the text, two paragraphs, into the packet, and back."""

    none = Qt.KeyboardModifier.NoModifier

    def press(*keys: Qt.Key, modifier: Qt.KeyboardModifier = none) -> None:
        for key in keys:
            qtbot.keyClick(QApplication.focusWidget() or window, key, modifier)

    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    press(Qt.Key.Key_2, modifier=control)
    press(Qt.Key.Key_1, modifier=control)
    press(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down, Qt.Key.Key_Down, modifier=shift)
    press(Qt.Key.Key_Return)
    article, packet = desk.pick.article, desk.current.packet
    assert article is not None
    assert packet is not None
    assert [p.text for p in packet.passages] == [
        "\n".join(block.text for block in article.body_blocks[1:3])
    ]
    press(Qt.Key.Key_Z, modifier=control)
    assert desk.current.packet is not None
    assert desk.current.packet.items == ()


def test_a_question_asked_of_a_passage_can_be_written_at_once(
    window: MainWindow, desk: Desk, pick: PickPage, qtbot: QtBot
) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    pick.reader.setFocus()
    pick.add_and_ask()
    qtbot.keyClicks(QApplication.focusWidget(), "Why?")
    assert desk.current.packet is not None
    assert [question.text for question in desk.current.packet.questions] == ["Why?"]


def test_what_is_pasted_is_seen_from_any_page(desk: Desk, window: MainWindow) -> None:
    QApplication.clipboard().setText("标题\n\n" + "一段正文。" * 20)
    desk.show_page("arrange")
    window.actions_by_id["paste"].trigger()
    assert desk.page_id == "pick"


def test_a_damaged_packet_file_is_told_and_nothing_changes(
    window: MainWindow, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    file, packet = tmp_path / "坏.studypack", desk.current.packet
    file.write_bytes(b"PK nothing")
    desk.take_files([file])
    qtbot.waitUntil(desk.notice.isVisible)
    assert "坏.studypack" in desk.notice.sentence
    assert desk.current.packet == packet


def test_opening_the_file_of_the_current_packet_loses_no_later_edit(
    window: MainWindow, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    before = desk.current.packet
    assert before is not None
    with qtbot.waitSignal(desk.shelf.message):
        desk.shelf.save_file(tmp_path / "包.studypack")
    desk.take_files([tmp_path / "包.studypack"])
    desk.current.edit("改名", replace(before, title="后来改的题名"))
    qtbot.waitUntil(lambda: not window.jobs.busy)  # the file may be read before the edit, or after
    assert desk.current.flush()
    assert desk.library.packet(before.id).title == "后来改的题名"


def test_a_packet_file_brings_a_packet_back(
    window: MainWindow, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    desk.pick.open_article(desk.library.articles()[0].id)
    desk.pick.add_selection()
    with qtbot.waitSignal(desk.shelf.message):
        desk.shelf.save_file(tmp_path / "包.studypack")
    assert desk.current.packet is not None
    desk.shelf.delete(desk.current.packet.id)
    with qtbot.waitSignal(desk.current.opened):
        desk.take_files([tmp_path / "包.studypack"])
    assert desk.current.packet is not None
    assert len(desk.current.packet.passages) == 1


class Shown(QObject):
    """Keeps the kinds of the windows that come up."""

    def __init__(self) -> None:
        super().__init__()
        self.kinds: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt calls it so
        """Keep a window's kind."""
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.kinds.append(type(watched).__name__)
        return super().eventFilter(watched, event)


def test_one_window_comes_up_and_no_other(library: Library, open_window: OpenWindow) -> None:
    shown = Shown()
    application = QApplication.instance()
    assert application is not None
    application.installEventFilter(shown)
    open_window(library)
    application.removeEventFilter(shown)
    assert shown.kinds == ["MainWindow"]


def test_a_window_that_is_gone_hears_of_no_other_colours(
    qtbot: QtBot, settings: Settings, appearance: Appearance
) -> None:
    window = MainWindow(settings, appearance)
    window.actions_by_id = {command.id: QAction() for command in COMMANDS}
    delete(window)
    with qtbot.waitSignal(appearance.changed):
        appearance.set_mode("light")
