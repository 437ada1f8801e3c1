"""The list of articles in 选材: searched while it is typed, narrowed, and gone through."""

from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from studydesk.domain.passage import Passage
from studydesk.domain.passage_code import code_of
from studydesk.errors import LibraryDamaged, LibraryLost
from studydesk.library import ArticleFilter, Found, Library, Stop
from studydesk.ui.desk import Desk
from studydesk.ui.jobs import THREADS
from studydesk.ui.main_window import MainWindow
from studydesk.ui.pages.pick import PickPage
from studydesk.ui.pick import article_browser


def search(pick: PickPage, qtbot: QtBot, words: str) -> None:
    with qtbot.waitSignal(pick.browser.listed, check_params_cb=lambda query: query == words):
        pick.browser.search.setText(words)


def test_every_article_is_listed(pick: PickPage, library: Library) -> None:
    assert pick.browser.count.text() == f"全部 {len(library.articles())} 篇"


def test_search_finds_while_typing(pick: PickPage, qtbot: QtBot) -> None:
    search(pick, qtbot, "工匠")
    qtbot.waitUntil(lambda: "处" in pick.browser.count.text())
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


def test_down_with_nothing_found_keeps_the_keys_in_the_search(pick: PickPage, qtbot: QtBot) -> None:
    field = pick.browser.search
    field.setFocus()
    search(pick, qtbot, "没有这样的词")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(field, key)
    assert field.hasFocus()
    search(pick, qtbot, "人工智能")
    assert field.hasFocus()


def test_going_to_a_list_that_is_empty_takes_no_keys_later(pick: PickPage, qtbot: QtBot) -> None:
    search(pick, qtbot, "没有这样的词")
    pick.browser.setFocus()
    pick.browser.search.setFocus()
    search(pick, qtbot, "人工智能")
    assert pick.browser.search.hasFocus()


def test_a_few_words_pasted_into_the_list_are_no_article(
    pick: PickPage, library: Library, qtbot: QtBot
) -> None:
    QGuiApplication.clipboard().setText("工匠精神")
    before = len(library.articles())
    with qtbot.waitSignal(pick.message) as told:
        pick.importing.take_pasted()
    assert "“工匠精神”太短" in told.args[0]
    assert len(library.articles()) == before


def test_a_lifted_search_goes_back_to_the_article_that_is_open(
    pick: PickPage, qtbot: QtBot
) -> None:
    open_one = pick.browser.list.articles.rows[-1].article.id
    pick.open_article(open_one)
    search(pick, qtbot, "发展")
    search(pick, qtbot, "")
    assert pick.browser.list.current_article() == open_one


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


def test_a_new_search_lists_what_is_seen_and_little_more(
    window: MainWindow, pick: PickPage, qtbot: QtBot
) -> None:
    window.resize(1100, 480)
    with qtbot.waitSignal(pick.browser.listed):
        pick.browser._search("工会")
    listed = pick.browser.list
    last = listed.visualRect(listed.articles.index(len(listed.articles.rows) - 1))
    assert listed.viewport().height() <= last.bottom() < 4 * listed.viewport().height()


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


def test_of_a_long_search_without_a_hit_the_beginning_is_told(pick: PickPage, qtbot: QtBot) -> None:
    search(pick, qtbot, "没有这样的词" * 20)
    told = "没有找到“没有这样的词没有这样的词没有这样的词没…”。"
    assert pick.browser.empty.sentence.startswith(told)


def test_a_search_for_an_author_leads_to_his_articles(pick: PickPage, qtbot: QtBot) -> None:
    search(pick, qtbot, "方启军")
    qtbot.waitUntil(lambda: "作者里" in pick.browser.empty.sentence)
    assert pick.browser.empty.sentence == "标题和正文里没有“方启军”；作者里有“方启军”，1 篇。"
    with qtbot.waitSignal(pick.browser.listed):
        pick.browser.empty.asked.emit()
    assert pick.browser.filters.filter.author == "方启军"
    assert (pick.browser.search.text(), len(pick.browser.list.articles.rows)) == ("", 1)


def test_beside_a_filter_a_search_leads_to_no_other(pick: PickPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pick.browser.listed):
        pick.browser.filters.choose("author", "方启军")
    search(pick, qtbot, "余茜")
    assert pick.browser.empty.sentence.startswith("没有找到“余茜”")


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


def test_no_hits_of_a_search_before_are_marked_where_the_library_fails(
    pick: PickPage, library: Library, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object) -> None:
        raise LibraryDamaged(library.folder)

    search(pick, qtbot, "工会")
    assert pick.reader.text.extraSelections()
    monkeypatch.setattr(Library, "places", fail)
    with qtbot.waitSignal(pick.failed):
        search(pick, qtbot, "工匠")
    assert not pick.reader.text.extraSelections()


def test_words_that_the_library_did_not_answer_are_asked_again_when_they_are_typed_again(
    pick: PickPage, library: Library, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_: object) -> None:
        raise LibraryLost(library.folder)

    with monkeypatch.context() as patch:
        patch.setattr(article_browser, "list_articles", away)
        with qtbot.waitSignal(pick.browser.failed):
            pick.browser.search.setText("工匠")
    with qtbot.waitSignal(pick.browser.listed, check_params_cb=lambda query: query == "工匠"):
        pick.browser.search.setText("工匠 ")
