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

from studydesk.domain import edits
from studydesk.domain.packet import Guide, Packet, PassageItem, Question
from studydesk.domain.passage import Passage
from studydesk.domain.passage_code import code_of
from studydesk.library import ArticleFilter, Found, Library, Stop
from studydesk.library import search as searching
from studydesk.ui import article_browser
from studydesk.ui.desk import Desk
from studydesk.ui.jobs import THREADS
from studydesk.ui.main_window import MainWindow
from studydesk.ui.pages.pick import PickPage
from studydesk.ui.theme import DARK, LIGHT, Appearance, Colours, colours


def packet(desk: Desk) -> Packet:
    assert desk.current.packet is not None
    return desk.current.packet


def search(pick: PickPage, qtbot: QtBot, words: str) -> None:
    with qtbot.waitSignal(pick.browser.listed, check_params_cb=lambda query: query == words):
        pick.browser.search.setText(words)


def drop(window: MainWindow, *files: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(9, 9), copy, data, buttons, keys))
    QApplication.sendEvent(window, QDropEvent(QPointF(9, 9), copy, data, buttons, keys))


# --- the list ------------------------------------------------------------------------------


def test_every_article_is_listed(pick: PickPage, library: Library) -> None:
    assert pick.browser.count.text() == f"全部 {len(library.articles())} 篇"


def test_search_finds_while_typing(pick: PickPage, qtbot: QtBot) -> None:
    search(pick, qtbot, "工匠")
    rows = pick.browser.list.articles.rows
    assert rows
    assert all("工匠" in row.title + "".join(e.text for e in row.excerpts) for row in rows)
    assert pick.browser.count.text().startswith(f"命中 {len(rows)} 篇")


def test_a_new_search_shows_its_first_hits_whatever_is_open(pick: PickPage, qtbot: QtBot) -> None:
    rows = pick.browser.list.articles.rows
    pick.open_article(rows[-1].article.id)
    search(pick, qtbot, "发展")
    listed = pick.browser.list
    assert listed.verticalScrollBar().value() == 0
    pick.browser.refresh()
    with qtbot.waitSignal(pick.browser.listed):
        pass
    assert listed.verticalScrollBar().value() == 0
    qtbot.keyClick(pick.browser.search, Qt.Key.Key_Down)
    assert pick.article is not None
    assert pick.article.id == listed.articles.rows[0].article.id


def test_down_right_after_typing_waits_for_what_is_found(pick: PickPage, qtbot: QtBot) -> None:
    pick.browser.search.setText("人工智能")
    with qtbot.waitSignal(pick.browser.listed, check_params_cb=lambda query: query == "人工智能"):
        qtbot.keyClick(pick.browser.search, Qt.Key.Key_Down)
    assert pick.article is not None
    assert pick.article.id == pick.browser.list.articles.rows[0].article.id


def test_a_lifted_search_goes_back_to_the_article_that_is_open(
    pick: PickPage, qtbot: QtBot
) -> None:
    open_one = pick.browser.list.articles.rows[-1].article.id
    pick.open_article(open_one)
    search(pick, qtbot, "发展")
    search(pick, qtbot, "")
    assert pick.browser.list.current_article() == open_one


def test_the_bar_at_a_selection_goes_once_it_is_added(pick: PickPage) -> None:
    pick.reader.text.select(0, 20)
    assert pick.reader.bar.isVisible()
    pick.add_selection()
    assert not pick.reader.bar.isVisible()
    pick.reader.text.select(0, 24)
    assert pick.reader.bar.isVisible()


def test_an_answer_to_an_older_question_is_dropped(pick: PickPage, qtbot: QtBot) -> None:
    pick.browser._search("工匠")
    search(pick, qtbot, "金融")
    qtbot.wait(100)
    assert pick.browser.query == "金融"
    assert all(row.count for row in pick.browser.list.articles.rows)


def test_what_is_out_of_sight_is_listed_after_what_is_seen(
    pick: PickPage, library: Library, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(article_browser, "IN_SIGHT", 2)
    found = library.search("工会", limit=200)
    with qtbot.waitSignal(pick.browser.listed):
        pick.browser._search("工会")
    assert len(pick.browser.list.articles.rows) == 2
    qtbot.waitUntil(lambda: len(pick.browser.list.articles.rows) == found.total)
    listed = [row.article for row in pick.browser.list.articles.rows]
    assert listed == [hit.article for hit in found.hits]
    assert pick.browser.list.articles.rowCount() == found.total
    places = sum(hit.count for hit in found.hits)
    assert pick.browser.count.text() == f"命中 {found.total} 篇 · {places} 处"


def test_the_next_search_drops_what_was_still_to_be_listed(
    pick: PickPage, library: Library, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(article_browser, "IN_SIGHT", 1)

    def go_on(query: str) -> None:
        if query == "工会":
            pick.browser._search("金融")

    pick.browser.listed.connect(go_on)
    pick.browser._search("工会")
    found = library.search("金融", limit=200)
    qtbot.waitUntil(lambda: len(pick.browser.list.articles.rows) == found.total)
    qtbot.wait(50)
    listed = [row.article for row in pick.browser.list.articles.rows]
    assert listed == [hit.article for hit in found.hits]


def test_a_search_under_way_is_stopped_by_the_next_letter(
    pick: PickPage, library: Library, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    stopped, searched = Event(), library.find

    def slow(query: str, wanted: ArticleFilter, limit: int, stop: Stop) -> Found:
        asked.append(query)
        if query == "工":
            monkeypatch.setattr(stop, "set", stopped.set)
            stopped.wait(10)
        return searched(query, wanted, limit, stop)

    monkeypatch.setattr(library, "find", slow)
    pick.browser._search("工")
    qtbot.waitUntil(lambda: asked == ["工"])
    search(pick, qtbot, "工匠")
    assert stopped.is_set()


def test_searches_that_were_overtaken_while_waiting_are_not_run(
    pick: PickPage, desk: Desk, library: Library, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    free, searched, outcomes = Event(), library.find, list[object]()

    def counted(query: str, wanted: ArticleFilter, limit: int, stop: Stop) -> Found:
        asked.append(query)
        return searched(query, wanted, limit, stop)

    monkeypatch.setattr(library, "find", counted)
    for _ in range(THREADS):
        desk.arrange._jobs.start(
            lambda _: free.wait(10), done=outcomes.append, failed=outcomes.append
        )
    for words in ("工", "工匠", "工匠精"):
        pick.browser._search(words)
    with qtbot.waitSignal(pick.browser.listed):
        free.set()
    assert asked == ["工匠精"]


def test_a_search_without_a_hit_says_so_and_is_cleared_by_one_button(
    pick: PickPage, qtbot: QtBot
) -> None:
    search(pick, qtbot, "没有这样的词")
    assert "没有找到" in pick.browser.empty.sentence
    with qtbot.waitSignal(pick.browser.listed):
        pick.browser.empty.asked.emit()
    assert pick.browser.count.text().startswith("全部")


def test_a_filter_narrows_the_list(pick: PickPage, library: Library, qtbot: QtBot) -> None:
    source = library.sources()[0]
    with qtbot.waitSignal(pick.browser.listed):
        pick.browser.filters.choose("source_id", source.id)
    shown = pick.browser.list.articles.rows
    assert {row.article.source_id for row in shown} == {source.id}


def test_choosing_in_the_list_opens_the_article(pick: PickPage) -> None:
    other = pick.browser.list.articles.rows[2].article
    pick.browser.list.select(other.id)
    assert pick.article is not None
    assert pick.article.id == other.id


def test_opening_an_article_while_searching_goes_to_the_first_hit(
    pick: PickPage, qtbot: QtBot
) -> None:
    search(pick, qtbot, "人工智能")
    row = next(row for row in pick.browser.list.articles.rows if row.excerpts[-1].place > 1500)
    pick.open_article(row.article.id)
    assert pick.reader.text.extraSelections()


# --- picking -------------------------------------------------------------------------------


def test_enter_adds_exactly_the_paragraph(pick: PickPage, desk: Desk, qtbot: QtBot) -> None:
    assert pick.article is not None
    qtbot.keyClick(pick.reader.text, Qt.Key.Key_Down)
    qtbot.keyClick(pick.reader.text, Qt.Key.Key_Return)
    assert [p.text for p in packet(desk).passages] == [pick.article.body_blocks[1].text]


def test_what_is_added_is_saved_at_once(
    pick: PickPage, desk: Desk, library: Library, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(desk.current.saved):
        pick.add_selection()
    assert library.packet(packet(desk).id) == packet(desk)


def test_selected_characters_are_added_exactly(pick: PickPage, desk: Desk) -> None:
    assert pick.article is not None
    pick.reader.text.select(4, 30)
    pick.add_selection()
    assert packet(desk).passages[0].text == pick.article.body[4:30].strip()


def test_undo_and_redo_take_a_passage_out_and_back(
    pick: PickPage, desk: Desk, window: MainWindow
) -> None:
    pick.add_selection()
    window.actions_by_id["undo"].trigger()
    assert packet(desk).items == ()
    window.actions_by_id["redo"].trigger()
    assert len(packet(desk).items) == 1


def test_add_and_ask_adds_a_question_and_goes_to_it(pick: PickPage, desk: Desk) -> None:
    pick.add_and_ask()
    assert [type(item) for item in packet(desk).items] == [PassageItem, Question]
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
    desk.shelf.delete(packet(desk).id)
    assert desk.current.packet is None
    pick.add_selection()
    assert len(packet(desk).passages) == 1


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
    assert packet(desk).passages[0].citation.complete
    assert "《工人日报》" in pick.reader.text.toPlainText()


def test_undo_takes_back_what_was_filled_in_of_the_source(
    pick: PickPage, desk: Desk, library: Library
) -> None:
    assert pick.article is not None
    pick.reader.form.saved.emit("工人日报", date(2025, 11, 3), "7")
    desk.current.history.undo()
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


def test_one_character_is_told_to_be_searched_for_in_titles(pick: PickPage, qtbot: QtBot) -> None:
    search(pick, qtbot, "工")
    assert "只查标题" in pick.browser.count.text()
    search(pick, qtbot, "工匠")
    assert "只查标题" not in pick.browser.count.text()


def test_an_imported_article_that_a_search_hides_is_told_of_and_shown(
    pick: PickPage, qtbot: QtBot
) -> None:
    search(pick, qtbot, "工匠")
    QGuiApplication.clipboard().setText("粘贴的标题\n\n" + "粘贴来的正文，也要一字不差。" * 8)
    with qtbot.waitSignal(pick.browser.listed):
        pick.importing.take_clipboard()
    assert "不在这次搜索、筛选的结果里" in pick.browser.hint.sentence
    with qtbot.waitSignal(pick.browser.listed):
        pick.browser.hint.button.click()
    assert pick.article is not None
    assert pick.browser.list.current_article() == pick.article.id
    assert (pick.browser.search.text(), pick.browser.hint.sentence) == ("", "")


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
        desk.current.edit("写导读", edits.insert(packet(desk), 0, quoting))
        qtbot.waitUntil(looking.is_set, timeout=10_000)
        for words in ("工", "工会"):
            desk.pick.browser._search(words)
        typed.set()
    assert findings.checked is not None


def test_the_code_of_a_passage_typed_into_search_leads_to_it(
    pick: PickPage, library: Library, qtbot: QtBot
) -> None:
    article = library.article(library.articles()[1].id)
    start = article.body.index("\n", len(article.body) // 2) + 1
    passage = Passage.pick(article, library.source(article.source_id), start, start + 40)
    search(pick, qtbot, code_of(passage))
    (row,) = pick.browser.list.articles.rows
    assert row.article.id == article.id
    pick.open_article(article.id)
    ((first, last),) = pick.reader.text._hits
    assert first == start
    assert passage.text.startswith(article.body[first:last][:20])
