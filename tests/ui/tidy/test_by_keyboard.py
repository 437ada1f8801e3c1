"""整理 by keys alone: what was corrected, what the page lacks, which article comes first."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from tests.ui.tidy.conftest import Tidying

from studydesk.domain.article import BlockKind

WORDS = "大国工匠是产业工人中"


def titles(tidying: Tidying) -> list[str]:
    return [article.title for article in tidying.recovery.articles]


def corrected(tidying: Tidying, *pairs: tuple[str, str]) -> None:
    """Writes other words for some in the sentence of the caret."""
    tidying.put_caret(WORDS)
    tidying.press("F2")
    words = tidying.page.words.line.text()
    for old, new in pairs:
        words = words.replace(old, new, 1)
    tidying.write(words)


def test_two_changes_in_a_sentence_are_two_corrections_and_one_step(tidying: Tidying) -> None:
    before = tidying.row(WORDS).text
    corrected(tidying, ("大国", "强国"), ("产业", "行业"))
    assert [fix.original for fix in tidying.row("行业工人中").corrections] == ["大", "产"]
    tidying.undo()
    assert tidying.row(WORDS).text == before


def test_a_key_takes_back_the_correction_of_the_caret_or_all(tidying: Tidying) -> None:
    before = tidying.row(WORDS).text
    corrected(tidying, ("大国", "强国"), ("产业", "行业"))
    tidying.put_caret("行业工人中")
    tidying.press("Shift+F2")
    assert [fix.original for fix in tidying.row("产业工人中").corrections] == ["大"]
    tidying.press("Shift+F2")
    assert tidying.row(WORDS).text == before
    tidying.press("Shift+F2")
    assert tidying.told[-1] == "这一段没有改过字。"


@pytest.mark.parametrize(("keys", "selected"), [("Return", 0), ("Return", 4), ("Alt+0", 4)])
def test_what_was_corrected_is_not_parted_and_that_is_said(
    tidying: Tidying, keys: str, selected: int
) -> None:
    corrected(tidying, ("工匠", "工程巨匠"))
    before, row = tidying.rows(), tidying.row("工程巨匠")
    cursor = tidying.page.articles.textCursor()
    cursor.movePosition(cursor.MoveOperation.StartOfBlock)
    cursor.setPosition(cursor.position() + row.text.index("巨匠"))
    cursor.setPosition(cursor.position() + selected, cursor.MoveMode.KeepAnchor)
    tidying.page.articles.setTextCursor(cursor)
    tidying.press(keys)
    assert tidying.rows() == before
    assert "改过的字" in tidying.told[-1]
    assert not tidying.failures


def test_a_row_that_goes_to_furniture_is_named(tidying: Tidying) -> None:
    tidying.put_caret(WORDS)
    tidying.press("Delete")
    assert tidying.told[-1].startswith("已移入版面零件：“")


def test_a_row_that_was_supplied_cannot_be_set_aside_and_that_is_said(tidying: Tidying) -> None:
    tidying.put_caret(WORDS)
    tidying.page.commands.words.supply(BlockKind.COLUMN)
    tidying.write("工会天地")
    before = tidying.rows()
    number = next(n for n, row in enumerate(before) if row.text == "工会天地")
    tidying.page.articles.go_to_row(number)
    tidying.press("Delete")
    assert tidying.rows() == before
    assert "补写" in tidying.told[-1]


@pytest.mark.parametrize("key", ["Delete", "Backspace"])
def test_the_name_of_an_article_is_not_told_to_be_supplied(tidying: Tidying, key: str) -> None:
    before, page = tidying.rows(), tidying.page.articles
    number = next(n for n, row in enumerate(before) if row.is_name)
    caret = page.textCursor()
    caret.setPosition(page.document().findBlockByNumber(number).position())
    caret.movePosition(caret.MoveOperation.Right, caret.MoveMode.KeepAnchor, 3)
    page.setTextCursor(caret)
    tidying.press(key)
    assert tidying.rows() == before
    assert "补写" not in tidying.told[-1]
    assert "请先选中版面上的一行" in tidying.told[-1]


def test_rows_of_two_articles_are_not_joined_and_that_is_a_hint(tidying: Tidying) -> None:
    before = tidying.rows()
    first = tidying.page.articles.rows.of_article(tidying.recovery.articles[1].id)[0]
    tidying.page.articles.choose_rows([before[number].at for number in (first - 2, first)])
    tidying.press("Backspace")
    assert tidying.rows() == before
    assert "不在同一篇" in tidying.told[-1]
    assert not tidying.failures


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_key_offers_what_can_be_supplied(tidying: Tidying) -> None:
    tidying.put_caret(WORDS)
    tidying.press("F4")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == ["标题…", "作者…", "作者单位…", "栏目…"]
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert tidying.page.words.isVisible()


def test_an_article_changes_places_with_its_neighbours_by_key(tidying: Tidying) -> None:
    before = titles(tidying)
    tidying.put_caret(WORDS)
    number = before.index(tidying.beside(WORDS))
    tidying.press("Alt+PgDown")
    swapped = [*before]
    swapped[number], swapped[number + 1] = swapped[number + 1], swapped[number]
    assert titles(tidying) == swapped
    tidying.saved()
    kept = tidying.library.articles_of(tidying.source.id)
    assert [article.title for article in kept] == swapped
    tidying.press("Alt+PgUp")
    assert titles(tidying) == before
    assert tidying.is_whole()


def test_the_first_article_goes_no_further_up(tidying: Tidying) -> None:
    tidying.press("Alt+PgUp")
    assert tidying.told[-1] == "这一篇已经在最前面了。"


def test_where_the_mouse_rests_the_other_side_comes_into_view(tidying: Tidying) -> None:
    page, at = tidying.page, tidying.raw.index("各级工会要积极构建全方位")
    assert not page.articles.is_in_view(at)
    page.raw.hovered.emit(at)
    tidying.qtbot.waitUntil(lambda: page.articles.is_in_view(at))
    assert not page.raw.is_in_view(at)


def test_the_mouse_that_leaves_moves_nothing(tidying: Tidying) -> None:
    page, at = tidying.page, tidying.raw.index("各级工会要积极构建全方位")
    page.raw.hovered.emit(at)
    page.raw.hovered.emit(-1)
    page.table.sides._resting.timeout.emit()
    assert not page.articles.is_in_view(at)
