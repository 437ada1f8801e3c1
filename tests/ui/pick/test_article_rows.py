"""A long list of articles is read where it is looked at, and nowhere else."""

from array import array
from collections.abc import Iterable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from studydesk.library import ArticleFilter, ArticleSummary, Library, TrashKind
from studydesk.ui.pick import article_rows
from studydesk.ui.pick.article_list import ArticleList
from studydesk.ui.pick.article_rows import ArticleRows
from studydesk.ui.words.article_row import time_aloud


@pytest.fixture
def reads(library: Library, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many rows each question to the library was about."""
    told: list[int] = []
    summaries = library.summaries

    def counted(numbers: Iterable[int]) -> dict[int, ArticleSummary]:
        told.append(len(list(numbers)))
        return summaries(numbers)

    monkeypatch.setattr(library, "summaries", counted)
    return told


@pytest.fixture
def long_list(library: Library, qtbot: QtBot, reads: list[int]) -> ArticleList:
    """A view of a hundred thousand rows; the same articles come again and again."""
    numbers = list(library.numbers())
    view = ArticleList()
    qtbot.addWidget(view)
    view.resize(320, 600)
    view.show()
    view.show_rows(ArticleRows(library, array("q", (numbers * 100_000)[:100_000])))
    qtbot.waitUntil(lambda: view.verticalScrollBar().maximum() > 0)
    return view


@pytest.mark.parametrize("size", [1, 4, 1000])
def test_the_rows_are_those_of_the_library(
    library: Library, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    monkeypatch.setattr(article_rows, "PAGE", size)
    monkeypatch.setattr(article_rows, "KEPT", 2)
    rows = ArticleRows(library, library.numbers())
    assert [row.article for row in rows] == library.articles()
    assert rows[-1].article == library.articles()[-1]
    assert [row.article.id for row in rows[2:5]] == [each.id for each in library.articles()[2:5]]


def test_a_filter_gives_the_rows_that_fit(library: Library) -> None:
    wanted = ArticleFilter(source_id=library.sources()[1].id)
    rows = ArticleRows(library, library.numbers(wanted))
    assert [row.article for row in rows] == library.articles(wanted)


def test_what_was_read_is_not_read_again_until_much_else_was(
    library: Library, reads: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(article_rows, "PAGE", 2)
    monkeypatch.setattr(article_rows, "KEPT", 2)
    rows = ArticleRows(library, library.numbers())
    for place in (0, 1, 2, 0, 1):
        assert rows[place]
    assert reads == [2, 2]
    for place in (4, 2):
        assert rows[place]
    assert reads == [2, 2, 2, 2]


def test_an_article_has_its_place_and_a_missing_one_has_none(library: Library) -> None:
    rows = ArticleRows(library, library.numbers())
    assert rows.place(library.articles()[7].id) == 7
    assert rows.place("nowhere") == -1


def test_an_article_deleted_meanwhile_leaves_a_row_that_is_none(library: Library) -> None:
    rows = ArticleRows(library, library.numbers())
    library.delete_article(library.articles()[3].id)
    assert rows[3].article.id == ""
    assert rows[4].article.id == library.articles()[3].id


def test_a_long_list_reads_a_few_pages_to_show_itself_and_to_go_to_its_end(
    long_list: ArticleList, reads: list[int], qtbot: QtBot
) -> None:
    assert len(reads) <= 3
    long_list.setCurrentIndex(long_list.articles.index(0))
    qtbot.keyClick(long_list, Qt.Key.Key_End)
    assert long_list.currentIndex().row() == 99_999
    assert long_list.current_article() != ""
    assert len(reads) <= 6


def test_new_marks_in_a_long_list_leave_the_view_where_it_is(
    long_list: ArticleList, library: Library
) -> None:
    long_list.setCurrentIndex(long_list.articles.index(70_000))
    long_list.scrollTo(long_list.currentIndex())
    top = long_list.verticalScrollBar().value()
    rows = long_list.articles.rows
    assert isinstance(rows, ArticleRows)
    long_list.articles.show(ArticleRows(library, rows.numbers))
    assert long_list.currentIndex().row() == 70_000
    assert long_list.verticalScrollBar().value() == top > 0


def test_rows_of_the_list_cannot_be_written_in(long_list: ArticleList) -> None:
    assert not long_list.articles.flags(long_list.articles.index(0)) & Qt.ItemFlag.ItemIsEditable


def test_a_list_of_before_takes_no_article_for_another_that_got_its_number(
    library: Library,
) -> None:
    rows = ArticleRows(library, library.numbers())
    last, other = rows[-1].article.id, rows[-2].article.id
    library.delete_articles([last, other])
    library.restore(TrashKind.ARTICLE, last)
    place = rows.place(last)
    assert place == -1 or rows[place].article.id == last


@pytest.mark.parametrize(
    ("characters", "told"),
    [(1, "朗读 1 分钟"), (23_800, "朗读 119 分钟"), (300_000, "朗读约 25 小时")],
)
def test_what_takes_hours_to_read_is_told_in_hours(characters: int, told: str) -> None:
    assert time_aloud(characters) == told
