"""The reader: places in the text, paragraphs by keyboard."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studydesk.domain.article import Article, Block, BlockKind, Source, Span
from studydesk.library import Library
from studydesk.ui.desk import Desk
from studydesk.ui.main_window import MainWindow
from studydesk.ui.pages.pick import PickPage
from studydesk.ui.pick.article_document import ArticleDocument, Looks, source_state
from studydesk.ui.pick.reader_text import ReaderText
from studydesk.ui.theme import LIGHT
from studydesk.ui.utf16 import Utf16Places, shown

SOURCE = Source("版面.txt", "原文")


def article(*paragraphs: str) -> Article:
    blocks = tuple(Block(BlockKind.PARAGRAPH, text, (Span(0, 1),)) for text in paragraphs)
    return Article("a-1", SOURCE.id, (Block(BlockKind.TITLE, "题", (Span(0, 1),)), *blocks))


def set_in(document: QTextDocument, which: Article) -> ArticleDocument:
    return ArticleDocument(document, which, SOURCE, Looks(17, LIGHT))


@given(st.lists(st.text(), min_size=1, max_size=4))
def test_every_character_of_the_body_stands_where_the_document_says(
    qapp: QApplication, paragraphs: list[str]
) -> None:
    document = QTextDocument()
    body = article(*paragraphs).body
    places = set_in(document, article(*paragraphs))
    for offset, character in enumerate(body):
        position = places.position(offset)
        assert places.offset(position) == offset
        assert ord(document.characterAt(position)) == first_unit(character)


def first_unit(character: str) -> int:
    """What Qt holds first of a character: its UTF-16 unit, or that of the break of a block."""
    text = "\u2029" if character == "\n" else shown(character)
    return int.from_bytes(text.encode("utf-16-le")[:2], "little")


@given(st.text())
def test_units_and_offsets_are_inverse(text: str) -> None:
    places = Utf16Places(text)
    assert [places.offset(places.units(n)) for n in range(len(text) + 1)] == list(
        range(len(text) + 1)
    )


def test_the_body_of_every_seed_article_is_in_the_document_as_it_is(
    qapp: QApplication, library: Library
) -> None:
    document = QTextDocument()
    for summary in library.articles():
        read = library.article(summary.id)
        places = set_in(document, read)
        end = places.position(len(read.body))
        text = document.toPlainText()[places.position(0) : end]
        assert text == read.body


@pytest.fixture
def reader(qtbot: QtBot) -> ReaderText:
    reader = ReaderText()
    qtbot.addWidget(reader)
    reader.resize(600, 400)
    reader.show()
    reader.show_article(article("第一段。", "第二段。", "第三段。"), SOURCE)
    return reader


def chosen(reader: ReaderText) -> str:
    stretch = reader.selection()
    return "第一段。\n第二段。\n第三段。"[slice(*stretch)] if stretch else ""


def test_space_selects_the_paragraph_and_lets_it_go(reader: ReaderText, qtbot: QtBot) -> None:
    qtbot.keyClick(reader, Qt.Key.Key_Space)
    assert chosen(reader) == "第一段。"
    qtbot.keyClick(reader, Qt.Key.Key_Space)
    assert chosen(reader) == ""


def test_arrows_move_by_paragraphs(reader: ReaderText, qtbot: QtBot) -> None:
    qtbot.keyClick(reader, Qt.Key.Key_Down)
    qtbot.keyClick(reader, Qt.Key.Key_Down)
    qtbot.keyClick(reader, Qt.Key.Key_Up)
    qtbot.keyClick(reader, Qt.Key.Key_Space)
    assert chosen(reader) == "第二段。"


def test_arrow_up_stays_in_the_body(reader: ReaderText, qtbot: QtBot) -> None:
    qtbot.keyClick(reader, Qt.Key.Key_Up)
    assert reader.paragraph() == (0, 4)


def test_shift_and_arrows_select_whole_paragraphs(reader: ReaderText, qtbot: QtBot) -> None:
    for _ in range(2):
        qtbot.keyClick(reader, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert chosen(reader) == "第一段。\n第二段。"
    qtbot.keyClick(reader, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert chosen(reader) == "第一段。"


def test_shift_and_arrow_up_select_backwards(reader: ReaderText, qtbot: QtBot) -> None:
    qtbot.keyClick(reader, Qt.Key.Key_Down)
    for _ in range(2):
        qtbot.keyClick(reader, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert chosen(reader) == "第一段。\n第二段。"


def test_other_type_keeps_the_selection(reader: ReaderText, qtbot: QtBot) -> None:
    qtbot.keyClick(reader, Qt.Key.Key_Space)
    reader.set_size(24)
    assert chosen(reader) == "第一段。"


def test_copying_takes_the_words_of_the_body(reader: ReaderText) -> None:
    reader.select(0, 9)
    assert reader.createMimeDataFromSelection().text() == "第一段。\n第二段。"


def test_an_input_method_cannot_write_into_an_article(reader: ReaderText) -> None:
    before = reader.toPlainText()
    for start, end in ((2, 2), (0, 4)):
        reader.select(start, end)
        event = QInputMethodEvent("", [])
        event.setCommitString("添字")
        QApplication.sendEvent(reader, event)
    assert reader.toPlainText() == before


def test_the_bar_stands_above_or_below_the_selection_and_never_on_it(
    pick: PickPage, window: MainWindow, qtbot: QtBot
) -> None:
    window.resize(1064, 600)
    reader = pick.reader
    reader.text.setFocus()
    for _ in range(12):
        qtbot.keyClick(reader.text, Qt.Key.Key_Down)
        qtbot.keyClick(reader.text, Qt.Key.Key_Space)
        top, bottom = reader.text.selection_top(), reader.text.selection_corner().y()
        if reader.bar.isVisible() and top > reader.bar.height() + 16:
            assert reader.bar.y() > bottom or reader.bar.geometry().bottom() < top


@pytest.mark.parametrize(
    ("title", "newspaper", "page", "told"),
    [
        ("题", "日报", "3", "《日报》2026年11月18日第3版"),
        ("", "日报", "3", "《日报》2026年11月18日第3版 缺题名"),
        ("题", "", "3", "2026年11月18日第3版 缺报名"),
        ("", "", "", "2026年11月18日 缺题名、报名、版次"),
    ],
)
def test_the_head_says_what_is_missing_of_a_source(
    title: str, newspaper: str, page: str, told: str
) -> None:
    source = Source("页.txt", title or "正文", newspaper, date(2026, 11, 18), page)
    blocks = (Block(BlockKind.TITLE, title, (Span(0, 1),)),) if title else ()
    assert source_state(Article(f"{source.id}-1", source.id, blocks), source) == told


def test_of_a_source_of_which_nothing_is_known_all_is_missing() -> None:
    source = Source("页.txt", "正文")
    assert source_state(Article(f"{source.id}-1", source.id, ()), source) == "出处待补"


def test_what_the_page_itself_tells_of_its_source_is_to_be_confirmed() -> None:
    source = Source("页.txt", "正文")
    article = Article(f"{source.id}-1", source.id, ())
    guess = replace(source, newspaper="工人日报", published=date(2025, 6, 12), page="7")
    assert source_state(article, source, guess) == "出处待确认：《工人日报》2025年6月12日第7版"
    assert source_state(article, source, source) == "出处待补"


def test_nothing_else_moves_where_the_head_tells_what_the_page_says_of_its_source(
    pick: PickPage,
) -> None:
    text, article, source = pick.reader.text, pick.reader._article, pick.reader._source
    assert article is not None
    assert source is not None
    text.choose(20, 40)
    chosen = text.textCursor().selectedText()
    guess = replace(source, newspaper="江城工人报", published=date(2025, 6, 12), page="7")
    pick.reader.show_guess(guess)
    assert (text.selection(), text.textCursor().selectedText()) == ((20, 40), chosen)
    assert "出处待确认：《江城工人报》2025年6月12日第7版" in text.toPlainText()
    pick.reader.show_source(article, replace(source, newspaper="江城工人报"))
    assert "待确认" not in text.toPlainText()
    assert text.toPlainText().endswith(article.body)
    assert (text.selection(), text.textCursor().selectedText()) == ((20, 40), chosen)


def test_a_triple_click_stays_on_its_paragraph(pick: PickPage, qtbot: QtBot) -> None:
    text = pick.reader.text
    start, end = text.paragraph()
    text.choose(start, start)
    point = text.cursorRect().center() + QPoint(40, 0)
    QTest.mouseDClick(text.viewport(), Qt.MouseButton.LeftButton, pos=point)
    QTest.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert text.selection() == (start, end)
    assert text.paragraph() == (start, end)


@pytest.mark.parametrize(
    "height", [0, 37, 90, 1001], ids=["the top", "the head", "the lead", "far"]
)
def test_the_page_stays_as_it_was_while_a_question_is_written(
    pick: PickPage, desk: Desk, qtbot: QtBot, height: int
) -> None:
    bar = pick.reader.text.verticalScrollBar()
    desk.window().resize(1000, 500)
    qtbot.waitUntil(lambda: bar.maximum() > 1001)
    bar.setValue(height)
    pick.add_and_ask()
    assert desk.page_id == "arrange"
    desk.show_page("pick")
    assert bar.value() == height
