"""选材: find, read, pick."""

from datetime import date
from pathlib import Path
from sqlite3 import Connection
from threading import Event

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.ui.current import open_packet

from studydesk.domain import edits
from studydesk.domain.packet import Guide, PassageItem, Question
from studydesk.library import ArticleFilter, Found, Library
from studydesk.library import search as searching
from studydesk.ui.desk import Desk
from studydesk.ui.main_window import MainWindow
from studydesk.ui.pages.pick import PickPage
from studydesk.ui.theme import DARK, LIGHT, Appearance, Colours, colours


def drop(window: MainWindow, *files: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(9, 9), copy, data, buttons, keys))
    QApplication.sendEvent(window, QDropEvent(QPointF(9, 9), copy, data, buttons, keys))


def test_the_bar_at_a_selection_goes_once_it_is_added(pick: PickPage, qtbot: QtBot) -> None:
    pick.reader.text.select(0, 20)
    qtbot.waitUntil(pick.reader.bar.isVisible)
    pick.add_selection()
    assert not pick.reader.bar.isVisible()
    pick.reader.text.select(0, 24)
    assert pick.reader.bar.isVisible()


def test_the_bar_is_there_though_the_selection_ends_below_what_is_in_sight(pick: PickPage) -> None:
    assert pick.article is not None
    text, bar = pick.reader.text, pick.reader.bar
    text.select(0, len(pick.article.body))
    text.verticalScrollBar().setValue(0)
    assert text.selection_corner().y() > text.viewport().height()
    assert bar.isVisible()
    assert text.viewport().rect().contains(bar.geometry())


# --- picking -------------------------------------------------------------------------------


def test_enter_adds_exactly_the_paragraph(pick: PickPage, desk: Desk, qtbot: QtBot) -> None:
    assert pick.article is not None
    qtbot.keyClick(pick.reader.text, Qt.Key.Key_Down)
    qtbot.keyClick(pick.reader.text, Qt.Key.Key_Return)
    assert [p.text for p in open_packet(desk).passages] == [pick.article.body_blocks[1].text]


def test_what_is_added_is_saved_at_once(
    pick: PickPage, desk: Desk, library: Library, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(desk.current.saved):
        pick.add_selection()
    assert library.packet(open_packet(desk).id) == open_packet(desk)


def test_selected_characters_are_added_exactly(pick: PickPage, desk: Desk) -> None:
    assert pick.article is not None
    pick.reader.text.select(4, 30)
    pick.add_selection()
    assert open_packet(desk).passages[0].text == pick.article.body[4:30].strip()


def test_undo_and_redo_take_a_passage_out_and_back(
    pick: PickPage, desk: Desk, window: MainWindow
) -> None:
    pick.add_selection()
    window.actions_by_id["undo"].trigger()
    assert open_packet(desk).items == ()
    window.actions_by_id["redo"].trigger()
    assert len(open_packet(desk).items) == 1


def test_add_and_ask_adds_a_question_and_goes_to_it(pick: PickPage, desk: Desk) -> None:
    pick.add_and_ask()
    assert [type(item) for item in open_packet(desk).items] == [PassageItem, Question]
    assert desk.page_id == "arrange"


def test_a_picked_passage_is_marked_in_text_and_list(
    pick: PickPage, desk: Desk, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(pick.browser.listed):
        pick.add_selection()
    assert pick.article is not None
    place = pick.browser.list.articles.place(pick.article.id)
    assert ("●1", "有 1 处选段在学习包里") in pick.browser.list.articles.rows[place].marks
    assert pick.reader.text.extraSelections()


def test_picking_without_a_packet_begins_one(pick: PickPage, desk: Desk) -> None:
    desk.shelf.delete(open_packet(desk).id)
    assert desk.current.packet is None
    pick.add_selection()
    assert len(open_packet(desk).passages) == 1


def test_copying_takes_the_source_along(pick: PickPage) -> None:
    pick.copy_cited()
    copied = QGuiApplication.clipboard().text()
    assert copied.endswith("）")
    assert "摘自苏文帅" in copied


def test_filling_in_the_source_changes_library_and_passages(
    pick: PickPage, desk: Desk, library: Library
) -> None:
    pick.add_selection()
    pick.edit_source_facts()
    form = pick.reader.form
    form.newspaper.setText("工人日报")
    form.published.setText("2025年11月3日")
    form.page.setText("第7版")
    form.page.returnPressed.emit()
    assert pick.article is not None
    desk.current.flush()
    assert library.source(pick.article.source_id).newspaper == "工人日报"
    assert open_packet(desk).passages[0].citation.complete
    assert "《工人日报》" in pick.reader.text.toPlainText()


def test_undo_takes_back_what_was_filled_in_of_the_source(
    pick: PickPage, desk: Desk, library: Library
) -> None:
    assert pick.article is not None
    pick.reader.form.saved.emit("工人日报", date(2025, 11, 3), "7")
    desk.current.flush()
    assert library.source(pick.article.source_id).newspaper == "工人日报"
    desk.undoing.undo()
    desk.current.flush()
    assert library.source(pick.article.source_id).newspaper == ""
    assert "出处待补" in pick.reader.text.toPlainText()


def test_an_impossible_day_is_not_taken(pick: PickPage, library: Library) -> None:
    pick.edit_source_facts()
    pick.reader.form.published.setText("2025-13-40")
    pick.reader.form.page.returnPressed.emit()
    assert pick.reader.form.isVisible()
    assert pick.article is not None
    assert library.source(pick.article.source_id).published is None
    pick.reader.form.published.clear()  # a window does not close over what it cannot keep


# --- importing -----------------------------------------------------------------------------


def test_dropped_files_are_imported_with_a_line_each(
    pick: PickPage, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    good, bad = tmp_path / "新版面.txt", tmp_path / "图片.txt"
    good.write_text("标题一行\n\n作者甲\n\n" + "这是正文的一段话，写得很清楚。" * 8, "utf-8")
    bad.write_bytes(bytes(range(256)) * 20)
    before = len(pick.browser.list.articles.rows)
    with qtbot.waitSignal(pick.browser.listed):
        drop(window, good, bad)
    lines = pick.browser.results.lines()
    assert [line[0] for line in lines] == ["✕", "✓"]
    assert len(pick.browser.list.articles.rows) > before
    assert pick.article is not None
    assert "写得很清楚" in pick.article.body


def test_pasted_text_becomes_an_article(pick: PickPage, qtbot: QtBot, library: Library) -> None:
    before = len(library.articles())
    QGuiApplication.clipboard().setText("粘贴的标题\n\n" + "粘贴来的正文，也要一字不差。" * 8)
    with qtbot.waitSignal(pick.browser.listed):
        pick.importing.take_clipboard()
    assert len(library.articles()) > before


def test_an_empty_clipboard_is_told(pick: PickPage, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().clear()
    with qtbot.waitSignal(pick.message):
        pick.importing.take_clipboard()


def test_that_the_clipboard_was_empty_is_not_said_beside_what_is_pasted_then(
    window: MainWindow, pick: PickPage, qtbot: QtBot
) -> None:
    QGuiApplication.clipboard().clear()
    pick.importing.take_clipboard()
    assert "剪贴板里没有文字" in window.status.currentMessage()
    QGuiApplication.clipboard().setText("粘贴的标题\n\n" + "粘贴来的正文，也要一字不差。" * 8)
    with qtbot.waitSignal(pick.browser.listed):
        pick.importing.take_clipboard()
    assert not window.status.currentMessage()


@pytest.mark.parametrize(("mode", "scheme"), [("dark", DARK), ("light", LIGHT)])
def test_what_is_out_of_sight_changes_its_colours_too(
    desk: Desk, appearance: Appearance, qtbot: QtBot, mode: str, scheme: Colours
) -> None:
    hidden = desk.arrange.item_panel.purpose
    desk.show_page("arrange")
    desk.show_page("pick")
    for step in ("light", "dark", mode):
        appearance.set_mode(step)
        QApplication.processEvents()
    qtbot.waitUntil(lambda: hidden.palette().windowText().color() == QColor(scheme.muted))
    appearance.set_mode("light")


def test_an_article_turns_dark_while_another_page_is_shown(
    pick: PickPage, desk: Desk, appearance: Appearance, qtbot: QtBot
) -> None:
    text = pick.reader.text
    desk.show_page("arrange")
    appearance.set_mode("dark")
    qtbot.waitUntil(lambda: colours(text.palette()) is DARK)
    desk.show_page("pick")
    formats = text.document().firstBlock().textFormats()
    appearance.set_mode("light")
    assert formats[0].format.foreground().color() in (QColor(DARK.text), QColor(DARK.muted))


@pytest.mark.parametrize("dark", [False, True])
def test_the_page_is_drawn_in_light_and_dark(
    pick: PickPage, appearance: Appearance, dark: bool
) -> None:
    appearance.set_mode("dark" if dark else "light")
    ground = pick.reader.text.viewport().grab().toImage().pixelColor(2, 2).lightness()
    appearance.set_mode("light")
    assert (ground < 128) == dark


def test_typing_into_the_search_field_stops_no_check(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    looking, typed, looked = Event(), Event(), searching.find

    def slow(connection: Connection, query: str, wanted: ArticleFilter, limit: int) -> Found:
        looking.set()
        typed.wait(10)
        return looked(connection, query, wanted, limit)

    monkeypatch.setattr(searching, "find", slow)
    findings = desk.arrange.handout_panel.findings
    desk.show_page("arrange")
    with qtbot.waitSignal(findings.summary_changed, timeout=10_000):
        quoting = Guide("报上说：“这句话在资料库里哪里都没有写过的呢”。")
        desk.current.edit("写导读", edits.insert(open_packet(desk), 0, quoting))
        qtbot.waitUntil(looking.is_set, timeout=10_000)
        for words in ("工", "工会"):
            desk.pick.browser._search(words)
        typed.set()
    assert findings.checked is not None
