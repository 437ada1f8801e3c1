"""整理: a command takes the characters that are selected, on either side, and says so."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from tests.ui.tidy.conftest import Tidying

from studydesk.domain.article import BlockKind, Span
from studydesk.ui.tidy import menus
from studydesk.ui.tidy.hints import told_of
from studydesk.ui.tidy.rows import Row
from studydesk.ui.tidy.selection import Stretch, between, cuts, widened

BEFORE, WORDS, BEHIND = "坚持党管审计。", "深刻认识到", "，坚持和加强党中央"


def select_in_raw(tidying: Tidying, first: str, last: str) -> None:
    """Select in the raw page from some words to others."""
    raw, text = tidying.page.raw, tidying.raw
    raw.setFocus()
    cursor = raw.textCursor()
    cursor.setPosition(raw.position_of(text.index(first)))
    end = text.index(last) + len(last)
    cursor.setPosition(raw.position_of(end - 1) + 1, QTextCursor.MoveMode.KeepAnchor)
    raw.setTextCursor(cursor)
    raw.chosen.emit(*raw.selection())


def rest(tidying: Tidying) -> tuple[str, str]:
    """The ends of the rows around the words that were taken, one right behind the other."""
    return tidying.row(BEFORE).text, tidying.row(BEHIND).text[: len(BEHIND)]


@pytest.mark.parametrize(
    ("keys", "kind"),
    [("Ctrl+Alt+7", BlockKind.HEADING), ("Ctrl+Alt+1", BlockKind.TITLE), ("Delete", None)],
)
def test_only_the_selected_characters_become_something_else(
    tidying: Tidying, keys: str, kind: BlockKind | None
) -> None:
    before = tidying.rows()
    tidying.select(WORDS)
    tidying.press(keys)
    assert (tidying.row(WORDS).kind, tidying.row(WORDS).text) == (kind, WORDS)
    assert rest(tidying) == (BEFORE, BEHIND)
    assert tidying.is_whole()
    assert tidying.page.current.history.count() == 1
    tidying.undo()
    assert tidying.rows() == before


@pytest.mark.parametrize("keys", ["1", "Delete"])
@pytest.mark.parametrize("is_raw", [False, True])
def test_the_raw_page_shows_what_something_was_done_to_until_the_caret_goes_on(
    tidying: Tidying, keys: str, is_raw: bool
) -> None:
    raw = tidying.page.raw
    if is_raw:
        select_in_raw(tidying, WORDS, WORDS)
    else:
        tidying.select(WORDS)
    QTest.keySequence(raw if is_raw else tidying.page.articles, QKeySequence(keys))

    def shown() -> str:
        return "".join(raw.toPlainText()[slice(*each)] for each in raw._marked["here"])

    assert shown() == WORDS
    tidying.saved()
    assert shown() == WORDS
    tidying.press("Down")
    assert WORDS not in shown()


@pytest.mark.parametrize("keys", ["1", "Alt+1"])
def test_only_the_selected_characters_go_to_another_article(tidying: Tidying, keys: str) -> None:
    tidying.select(WORDS)
    tidying.press(keys)
    first = tidying.recovery.articles[0]
    assert tidying.row(WORDS).article_id == first.id
    assert rest(tidying) == (BEFORE, BEHIND)
    assert tidying.page.articles.rows[tidying.page.articles.here()].text.startswith(BEHIND)
    assert tidying.page.current.history.count() == 1


def test_the_selected_characters_become_an_article_or_begin_one(tidying: Tidying) -> None:
    tidying.select(WORDS)
    tidying.press("0")
    own = next(a for a in tidying.recovery.articles if a.id == tidying.row(WORDS).article_id)
    assert [block.text for block in own.blocks] == [WORDS]
    tidying.undo()
    tidying.select(WORDS)
    tidying.press("Ctrl+Shift+Return")
    begun = next(a for a in tidying.recovery.articles if a.id == tidying.row(WORDS).article_id)
    assert begun.blocks[0].text.startswith(WORDS + BEHIND)
    assert tidying.row(BEFORE).text == BEFORE


def test_the_selected_characters_are_cut_and_put_as_one_step(tidying: Tidying) -> None:
    before = tidying.rows()
    tidying.select(WORDS)
    tidying.press("Ctrl+X")
    assert tidying.rows() == before
    tidying.put_caret("钟洪江")
    tidying.press("Ctrl+V")
    rows = [row.text for row in tidying.rows()]
    assert rows[rows.index("钟洪江") + 1] == WORDS
    assert rest(tidying) == (BEFORE, BEHIND)
    tidying.undo()
    assert tidying.rows() == before


def test_what_was_cut_and_is_parted_otherwise_by_now_is_not_put(tidying: Tidying) -> None:
    tidying.select(WORDS)
    tidying.press("Ctrl+X")
    tidying.put_caret("认识到，坚持和加强")
    tidying.press("Return")
    tidying.put_caret("钟洪江")
    tidying.press("Ctrl+V")
    assert tidying.told[-1] == "剪下的段落后来又改过，请重新剪下。"


def test_the_selected_beginning_of_a_row_is_joined_to_the_row_before(tidying: Tidying) -> None:
    tidying.select(BEFORE)
    tidying.press("Backspace")
    assert tidying.row(BEFORE).text.endswith("成效。" + BEFORE)
    assert tidying.row(WORDS).text.startswith(WORDS)
    tidying.undo()
    tidying.select(WORDS)
    tidying.press("Backspace")
    assert tidying.told[-1].startswith("选中的字前面还有")
    assert not tidying.page.current.history.canUndo()


@pytest.mark.parametrize("is_raw", [False, True])
def test_of_a_row_that_is_selected_in_part_only_that_part_is_joined(
    tidying: Tidying, *, is_raw: bool
) -> None:
    above, below = tidying.row("继续加强思想理论武装"), tidying.row(BEFORE)
    if is_raw:
        select_in_raw(tidying, above.text[:10], BEFORE)
        QTest.keyClick(tidying.page.raw, Qt.Key.Key_Backspace)
    else:
        first = below.text.index(BEFORE) + len(BEFORE)
        tidying.page.articles.select_from(above.at, below.places[first - 1])
        assert tidying.page.hints.where.text().endswith("只动这些字")
        tidying.press("Backspace")
    assert tidying.row(BEFORE).text == above.text + BEFORE
    assert tidying.row(WORDS).text == below.text.removeprefix(BEFORE)
    assert tidying.is_whole()
    assert tidying.page.current.history.count() == 1


def test_what_does_not_stand_side_by_side_is_not_joined(tidying: Tidying) -> None:
    select_in_raw(tidying, "（作者系全国总工会副主席", "融入血脉、践之于行。")
    QTest.keyClick(tidying.page.raw, Qt.Key.Key_Backspace)
    assert tidying.told[-1].startswith("选中的几处不挨在一起")
    assert not tidying.page.current.history.canUndo()


@pytest.mark.parametrize("keys", ["split", "drop", "correct", "revert"])
def test_what_goes_by_the_caret_is_not_done_while_something_is_selected_in_the_raw_page(
    tidying: Tidying, keys: str
) -> None:
    select_in_raw(tidying, BEFORE, WORDS)
    tidying.page.commands.actions[keys].trigger()
    assert tidying.told[-1].startswith("选中的是原始版面里的字")
    assert not tidying.page.words.isVisible()
    assert not tidying.page.current.history.canUndo()


def test_characters_inside_a_correction_stay_together(tidying: Tidying) -> None:
    tidying.select("党管审计")
    tidying.press("F2")
    tidying.write("党来管好审计")
    tidying.select("管好")
    tidying.press("1")
    assert "改过的字" in tidying.told[-1]
    assert not tidying.failures
    assert tidying.page.current.history.count() == 1


def test_a_row_that_misses_only_its_stop_is_meant_whole(tidying: Tidying) -> None:
    tidying.select("二是当好推动落实的“实干家”")
    tidying.select(tidying.row("二是当好推动落实").text[:-1])
    tidying.press("1")
    assert tidying.row("二是当好推动落实").text.endswith("工作法治化水平。")


def test_over_several_rows_a_sentence_that_is_cut_goes_along() -> None:
    one, two = Row("a", "甲句。乙句。", places=tuple(range(6))), Row("a", "丙句。丁句。")
    loose = [Stretch(one, 4, 6), Stretch(two, 0, 2)]
    assert [(each.first, each.last) for each in widened(loose)] == [(4, 6), (0, 2)]
    hit = [Stretch(one, 1, 6), Stretch(two, 0, 5)]
    assert [(each.first, each.last) for each in widened(hit)] == [(0, 6), (0, 6)]


def test_a_row_is_parted_at_characters_that_are_printed() -> None:
    row = Row("a", "甲乙 丙丁", places=(5, 6, 7, 8, 9))
    assert [cut.at for cut in cuts([Stretch(row, 2, 4)])] == [8, 9]
    assert cuts([Stretch(row, 0, 5)]) == ()


def test_what_stands_apart_in_a_row_is_taken_apart() -> None:
    row = Row("a", "甲乙丙丁", places=(10, 11, 2, 3), spans=(Span(10, 12), Span(2, 4)))
    assert [(each.first, each.last) for each in between([row], 3, 11)] == [(0, 1), (3, 4)]


def test_a_row_that_is_selected_in_two_places_is_one() -> None:
    one = Row("a", "甲乙丙丁", places=(10, 11, 2, 3), spans=(Span(10, 12), Span(2, 4)))
    two = Row("a", "戊己", places=(12, 13), spans=(Span(12, 14),))
    chosen = widened(between([one, two], 3, 14))
    assert [(each.row, each.first, each.last) for each in chosen] == [(one, 0, 4), (two, 0, 2)]
    assert told_of(chosen) == "选中 2 段"


# --- the raw page --------------------------------------------------------------------------


def test_what_is_selected_in_the_raw_page_goes_to_an_article(tidying: Tidying) -> None:
    select_in_raw(tidying, "继续加强思想理论武装", "坚持党管审计。")
    QTest.keyClick(tidying.page.raw, Qt.Key.Key_1)
    first = tidying.recovery.articles[0].id
    assert tidying.row("继续加强思想理论武装").article_id == first
    assert tidying.row(BEFORE).text == BEFORE
    assert tidying.row(BEFORE).article_id == first
    assert tidying.row(WORDS).article_id != first
    assert tidying.page.current.history.count() == 1
    assert tidying.is_whole()


def test_the_raw_page_says_what_is_selected_in_it(tidying: Tidying) -> None:
    select_in_raw(tidying, "继续加强思想理论武装", "坚持党管审计。")
    assert tidying.page.hints.where.text() == "原始版面 · 选中 1 段、另外 7 字，只动这些字"
    assert "1…3 移到文章" in tidying.page.hints.keys.toolTip()


def test_keys_without_a_selection_do_nothing_to_the_raw_page(tidying: Tidying) -> None:
    tidying.page.raw.setFocus()
    QTest.keyClick(tidying.page.raw, Qt.Key.Key_1)
    QTest.keyClick(tidying.page.raw, Qt.Key.Key_Delete)
    assert not tidying.page.current.history.canUndo()


# --- what is said --------------------------------------------------------------------------


def test_the_hint_and_the_menus_say_which_characters_are_meant(tidying: Tidying) -> None:
    tidying.select(WORDS)
    told = f"选中 {len(WORDS)} 字，只动这些字"
    assert tidying.page.hints.where.text() == told
    fills: tuple[Callable[..., None], ...] = (menus.fill_kinds, menus.fill_articles)
    for fill in fills:
        menu = QMenu()
        fill(menu, tidying.page.commands)
        assert (menu.actions()[0].text(), menu.actions()[0].isEnabled()) == (told, False)
    tidying.put_caret(WORDS)
    menu = QMenu()
    menus.fill_kinds(menu, tidying.page.commands)
    assert menu.actions()[0].text().startswith("标题")


def test_of_a_row_that_is_half_selected_only_that_half_is_tinted(tidying: Tidying) -> None:
    raw, articles = tidying.page.raw, tidying.page.articles
    tidying.select(WORDS)
    articles.hovered.emit(tidying.raw.index(WORDS) + 1)
    assert "".join(raw.toPlainText()[slice(*each)] for each in raw._marked["hover"]) == WORDS
    shown = [articles.document().toRawText()[slice(*each)] for each in articles._marked["hover"]]
    assert "".join(shown) == WORDS
    tidying.press("Left")
    articles.hovered.emit(tidying.raw.index(WORDS) + 1)
    (start, end), *_ = articles._marked["hover"]
    assert len(articles.document().toRawText()[start:end]) > len(WORDS)


def test_of_several_rows_the_raw_page_shows_only_what_is_selected(tidying: Tidying) -> None:
    raw, articles = tidying.page.raw, tidying.page.articles
    tidying.put_caret(BEHIND)
    cursor = articles.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.NextBlock, QTextCursor.MoveMode.KeepAnchor)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    articles.setTextCursor(cursor)
    shown = "".join(raw.toPlainText()[slice(*each)] for each in raw._marked["here"])
    assert BEFORE[:4] not in shown
    assert BEHIND[:2] in shown


def test_the_mouse_over_a_row_that_is_selected_whole_asks_for_no_other(
    tidying: Tidying, monkeypatch: pytest.MonkeyPatch
) -> None:
    articles = tidying.page.articles
    articles.selectAll()

    def no_stretches() -> list[Stretch]:
        raise AssertionError

    monkeypatch.setattr(articles, "stretches", no_stretches)
    articles.hovered.emit(tidying.row(WORDS).at)
    number = articles.rows.number_at(tidying.row(WORDS).at)
    (start, end), *_ = articles._marked["hover"]
    assert articles.document().toRawText()[start:end] == tidying.rows()[number].text
