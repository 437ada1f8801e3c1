"""A long article is read as soon as its first lines are set, and stands where it should."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from studydesk.domain.article import Article, Block, BlockKind, Source, Span
from studydesk.ui.pick.reader_text import ReaderText

SOURCE = Source("版面.txt", "原文")
SENTENCE = "手艺是练出来的，也是传下来的。"


def article(length: int) -> Article:
    """One of so many paragraphs."""
    title = Block(BlockKind.TITLE, "题", (Span(0, 1),))
    body = (Block(BlockKind.PARAGRAPH, SENTENCE * 16, (Span(0, 1),)) for _ in range(length))
    return Article("a-1", SOURCE.id, (title, *body))


@pytest.fixture
def reader(qtbot: QtBot) -> ReaderText:
    """A reader with an article that needs no scroll bar."""
    text = ReaderText()
    qtbot.addWidget(text)
    text.resize(900, 600)
    text.show_article(article(1), SOURCE)
    text.show()
    return text


def is_laid_out(reader: ReaderText) -> bool:
    """Whether the lines of the last paragraph are broken."""
    return reader.document().lastBlock().layout().lineCount() > 0


def test_what_is_seen_is_set_first_and_the_rest_in_turns(reader: ReaderText, qtbot: QtBot) -> None:
    reader.show_article(article(200), SOURCE)
    reader.repaint()
    assert not is_laid_out(reader)
    qtbot.waitUntil(lambda: is_laid_out(reader))


LONG = [(200, 20_000), (200, 47_000), (850, 190_000), (1700, 380_000)]


@pytest.mark.parametrize(("length", "place"), LONG)
@pytest.mark.unwatched("where a place stands is known when all above it is set")
def test_a_place_far_down_is_stood_at_exactly(
    reader: ReaderText, qtbot: QtBot, length: int, place: int
) -> None:
    reader.show_article(article(length), SOURCE)
    reader.show_place(place, margin=24)
    assert reader._line_rect(place).top() == 24
    qtbot.waitUntil(lambda: is_laid_out(reader))
    assert reader._line_rect(place).top() == 24


@pytest.mark.parametrize(("length", "place"), LONG[:3])
@pytest.mark.unwatched("see above")
def test_a_place_far_down_is_stood_at_in_another_size_and_width(
    reader: ReaderText, qtbot: QtBot, length: int, place: int
) -> None:
    reader.show_article(article(length), SOURCE)
    reader.show_place(place, margin=24)
    reader.set_size(20)
    assert reader._line_rect(place).top() == 24
    reader.resize(500, 600)
    assert reader._line_rect(place).top() == 24
    qtbot.waitUntil(lambda: is_laid_out(reader))
    assert reader._line_rect(place).top() == 24


def test_the_page_begins_at_its_beginning_whatever_was_read_before(
    reader: ReaderText, qtbot: QtBot
) -> None:
    reader.show_article(article(200), SOURCE)
    reader.show_place(40_000)
    reader.show_article(article(100), SOURCE)
    assert (reader.top, reader.verticalScrollBar().value()) == (0, 0)
    qtbot.waitUntil(lambda: is_laid_out(reader))
    assert (reader.top, reader.verticalScrollBar().value()) == (0, 0)


def test_all_is_selected_before_what_is_not_seen_is_set(reader: ReaderText, qtbot: QtBot) -> None:
    long = article(1700)
    reader.show_article(long, SOURCE)
    with qtbot.waitSignal(reader.selected):
        qtbot.keyClick(reader, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    reader.repaint()
    assert reader.selection() == (0, len(long.body))
    assert reader.top == 0
    assert not is_laid_out(reader)
    below = reader.selection_corner()
    assert below.y() > reader.viewport().height()
    qtbot.waitUntil(lambda: is_laid_out(reader))
    assert reader.selection_corner() == below
