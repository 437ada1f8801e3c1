"""整理: whole rows, by keys, by cut and put, and with the mouse in the margin."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from tests.ui.tidy.conftest import Tidying

from studydesk.domain.article import BlockKind
from studydesk.ui.theme import GRID

IN_MARGIN = 6 * GRID
NO_KEY, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


def order(tidying: Tidying) -> list[int]:
    """The rows of articles by where they begin."""
    return [row.at for row in tidying.rows() if row.is_printed and not row.is_furniture]


def point(tidying: Tidying, words: str, x: int = IN_MARGIN, down: int = 4) -> QPoint:
    """A point of the row with these words, which is brought into view."""
    articles, at = tidying.page.articles, tidying.row(words).at
    if not articles.is_in_view(at):
        articles.bring(at)
    return QPoint(x, articles._top(articles.position_of(at)) + down)


def chosen(tidying: Tidying) -> list[str]:
    return [row.text[:6] for row in tidying.page.articles.chosen().rows]


# --- the caret -----------------------------------------------------------------------------


def test_the_caret_never_stands_in_a_name(tidying: Tidying) -> None:
    articles = tidying.page.articles
    assert articles.here() == 1
    assert articles.verticalScrollBar().value() == 0
    tidying.press("Up", "Ctrl+Home")
    assert not tidying.rows()[articles.here()].is_name
    tidying.press("Ctrl+PgDown")
    second = articles.here()
    assert tidying.rows()[second].article_id == tidying.recovery.articles[1].id
    tidying.press("Up")
    assert articles.here() == second - 2
    tidying.press("Down")
    assert articles.here() == second
    tidying.press("Ctrl+PgUp")
    assert articles.here() == 1


def test_rows_are_chosen_whole_one_after_another(tidying: Tidying) -> None:
    tidying.put_caret("要更好发挥工会作用")
    tidying.press("Ctrl+Shift+Down")
    assert chosen(tidying) == ["党的二十届四"]
    tidying.press("Ctrl+Shift+Down", "Ctrl+Shift+Down")
    assert len(chosen(tidying)) == 3
    tidying.press("Ctrl+Shift+Up")
    assert len(chosen(tidying)) == 2


# --- cut and put ---------------------------------------------------------------------------


def test_rows_are_cut_and_put_behind_the_caret_as_one_step(tidying: Tidying) -> None:
    before = order(tidying)
    tidying.put_caret("坚持党管审计")
    tidying.press("Ctrl+Shift+Down", "Ctrl+Shift+Down", "Ctrl+X")
    cut = [row.at for row in tidying.page.articles.chosen().rows]
    assert order(tidying) == before
    tidying.put_caret("钟洪江")
    tidying.press("Ctrl+V")
    after, at = order(tidying), tidying.row("钟洪江").at
    place = after.index(at)
    assert after[place + 1 : place + 3] == cut
    assert chosen(tidying)[0] == "坚持党管审计"
    assert tidying.page.commands.moves.carried == ()
    assert tidying.page.current.history.count() == 1
    tidying.undo()
    assert order(tidying) == before


def test_what_was_cut_can_go_before_the_caret_or_stay(tidying: Tidying) -> None:
    before = order(tidying)
    tidying.put_caret("坚持党管审计")
    tidying.press("Ctrl+X", "Escape", "Ctrl+V")
    assert (order(tidying), len(tidying.told)) == (before, 1)
    tidying.press("Ctrl+X")
    tidying.put_caret("钟洪江")
    tidying.press("Ctrl+Alt+V")
    after = order(tidying)
    assert after[after.index(tidying.row("钟洪江").at) - 1] == tidying.row("坚持党管审计").at


def test_what_was_cut_and_is_another_row_by_now_is_not_put(tidying: Tidying) -> None:
    tidying.put_caret("坚持党管审计")
    tidying.press("Ctrl+X")
    tidying.press("Delete")
    assert tidying.row("坚持党管审计").is_furniture
    before = order(tidying)
    tidying.put_caret("钟洪江")
    tidying.press("Ctrl+V")
    assert order(tidying) == before
    assert tidying.told[-1] == "剪下的段落后来又改过，请重新剪下。"
    assert tidying.page.commands.moves.carried == ()


def test_what_was_cut_is_not_put_into_itself(tidying: Tidying) -> None:
    tidying.put_caret("坚持党管审计")
    tidying.press("Ctrl+X", "Ctrl+V")
    assert tidying.told == ["它已经在这里了。"]
    assert not tidying.page.current.history.count()


def test_a_digit_sends_rows_to_an_article_above_what_closes_it(tidying: Tidying) -> None:
    tidying.put_caret("坚持党管审计")
    tidying.press("Alt+1")
    first = tidying.recovery.articles[0]
    assert tidying.beside("坚持党管审计") == first.title
    assert first.blocks[-1].text.startswith("（作者系")
    tidying.press("Alt+0")
    assert len(tidying.recovery.articles) == 4


def test_the_caret_stays_at_the_next_row_where_others_were_sent_away(tidying: Tidying) -> None:
    tidying.put_caret("坚持党管审计")
    here, articles = tidying.row("坚持党管审计"), tidying.page.articles
    rest = [row for row in tidying.rows() if row.article_id == here.article_id and row.is_printed]
    following = rest[[row.at for row in rest].index(here.at) + 1]
    tidying.press("Alt+1")
    assert articles.rows[articles.here()].at == following.at
    assert tidying.told[-1].startswith("已移到文章 1“")


def test_a_row_that_goes_step_by_step_takes_the_caret_along(tidying: Tidying) -> None:
    tidying.put_caret("坚持党管审计")
    tidying.page.commands.moves.to_previous()
    assert chosen(tidying) == ["坚持党管审计"]


# --- the mouse -----------------------------------------------------------------------------


def test_a_click_in_the_margin_chooses_a_row_and_with_shift_those_up_to_it(
    tidying: Tidying,
) -> None:
    viewport = tidying.page.articles.viewport()
    QTest.mouseClick(viewport, LEFT, NO_KEY, point(tidying, "马璞"))
    assert chosen(tidying) == ["马璞"]
    QTest.mouseClick(viewport, LEFT, SHIFT, point(tidying, "一、提高政治站位"))
    assert chosen(tidying)[::2] == ["马璞", "一、提高政治"]


def test_a_click_on_a_name_chooses_the_whole_article(tidying: Tidying) -> None:
    articles = tidying.page.articles
    QTest.mouseClick(articles.viewport(), LEFT, NO_KEY, QPoint(200, 2 * GRID))
    numbers = articles.rows.of_article(tidying.recovery.articles[0].id)
    assert list(articles.chosen_numbers()) == numbers


def test_rows_are_dragged_by_their_margin(tidying: Tidying) -> None:
    viewport = tidying.page.articles.viewport()
    QTest.mousePress(viewport, LEFT, NO_KEY, point(tidying, "马璞"))
    for down in (0, 30):
        QTest.mouseMove(viewport, point(tidying, "一、提高政治站位", down=down))
    QTest.mouseRelease(viewport, LEFT, NO_KEY, point(tidying, "一、提高政治站位", down=30))
    after = order(tidying)
    heading = after.index(tidying.row("一、提高政治站位").at)
    assert after[heading + 1] == tidying.row("马璞").at
    tidying.undo()
    assert order(tidying) != after


def test_a_drag_that_escape_ends_changes_nothing(tidying: Tidying) -> None:
    viewport, end = tidying.page.articles.viewport(), point(tidying, "一、提高政治站位", down=30)
    QTest.mousePress(viewport, LEFT, NO_KEY, point(tidying, "马璞"))
    QTest.mouseMove(viewport, end)
    tidying.press("Escape")
    QTest.mouseRelease(viewport, LEFT, NO_KEY, end)
    assert not tidying.page.current.history.count()


# --- what the line below says --------------------------------------------------------------


def test_the_line_below_names_what_the_caret_stands_on(tidying: Tidying) -> None:
    where, keys = tidying.page.hints.where, tidying.page.hints.keys
    tidying.put_caret("马璞")
    assert where.text().startswith("文章 1 · 作者 · ")
    tidying.put_caret("更好发挥牵头抓总作用")
    tidying.press("Ctrl+Shift+Down")
    assert where.text().startswith("文章 1 · 标题 · ")
    assert "Ctrl+Alt+0 改为段落" in keys.text()
    tidying.put_caret("马璞")
    assert "Ctrl+Alt+1 改为标题" in keys.text()
    assert "1…3 移到文章" in keys.text()
    tidying.press("Ctrl+Shift+Down", "Ctrl+Shift+Down")
    assert where.text() == "选中 2 段"
    tidying.press("Ctrl+X")
    assert where.text() == "剪下了 2 段"
    assert "Ctrl+V" in keys.text()
    tidying.press("Escape")
    tidying.select("要更好发挥")
    assert where.text() == "选中 5 字，只动这些字"
    tidying.page.articles.go_to_row(len(tidying.rows()) - 1)
    assert where.text() == "版面零件"
    tidying.page.raw.setFocus()
    assert where.text() == "原始版面（只读）"


def test_the_keys_move_through_the_raw_page_too_and_enter_goes_on_with_the_article(
    tidying: Tidying,
) -> None:
    page = tidying.page
    page.raw.setFocus()
    passed = []
    for _ in range(8):
        QTest.keyClick(page.raw, Qt.Key.Key_Down)
        passed.append(page.articles.chosen().rows[0].text[:6])
    assert passed[0] == "学习贯彻党的"
    assert passed[-1] == "党的二十届四"
    QTest.keyClick(page.raw, Qt.Key.Key_Return)
    assert page.articles.hasFocus()


def test_characters_that_are_cut_are_counted_as_such(tidying: Tidying) -> None:
    tidying.select("党管审计")
    tidying.press("Ctrl+X")
    assert tidying.page.hints.where.text() == "剪下了 4 字"
    tidying.put_caret("马璞")
    assert tidying.page.hints.where.text() == "剪下了 4 字"


def test_undoing_a_settled_doubt_leads_back_to_it(tidying: Tidying) -> None:
    tidying.press("F8")
    problem = tidying.page.strip.problem
    assert problem is not None
    tidying.page.strip.settle.click()
    tidying.put_caret("一、提高政治站位")
    tidying.undo()
    articles = tidying.page.articles
    assert articles.here() == articles.rows.number_at(problem.span.start)
    assert tidying.page.strip.problem == problem


def test_rows_go_to_the_same_place_again_after_that_was_taken_back(tidying: Tidying) -> None:
    second, first = [row for row in tidying.rows() if row.label == "段落"][:2]
    tidying.put_caret(first.text)
    tidying.press("2")
    tidying.put_caret(first.text)
    tidying.press("Alt+Up", "Alt+Up")
    places = []
    for _ in range(2):
        tidying.put_caret(second.text)
        tidying.press("2")
        rows = [row.text for row in tidying.rows()]
        places.append(rows.index(second.text) - rows.index(first.text))
        tidying.undo()
    assert places == [1, 1]


def test_only_what_came_from_another_article_was_moved_there_last(tidying: Tidying) -> None:
    choice, moves = tidying.page.commands.choice, tidying.page.commands.moves
    there, other = (each for each in tidying.recovery.articles[:2] if len(each.body_blocks) > 2)
    within, sent = there.body_blocks[1].spans[0].start, other.body_blocks[-1].spans[0].start
    tidying.page.articles.go_to(within)
    moves.move_up()
    assert tidying.page.current.page is not None
    assert tidying.page.current.page.operations
    assert choice.last_moved(there.id) is None
    tidying.page.articles.go_to(sent)
    moves.to_article(there.id)
    assert choice.last_moved(there.id) == sent
    tidying.page.articles.go_to(within)
    moves.move_down()
    assert choice.last_moved(there.id) == sent
    tidying.undo()
    tidying.undo()
    assert choice.last_moved(there.id) is None
    tidying.redo()
    assert choice.last_moved(there.id) == sent


def test_what_was_set_apart_as_an_article_was_moved_there_last(tidying: Tidying) -> None:
    choice, moves = tidying.page.commands.choice, tidying.page.commands.moves
    sent = tidying.recovery.articles[0].body_blocks[-1].spans[0].start
    tidying.page.articles.go_to(sent)
    moves.to_article("")
    assert choice.last_moved(choice.article_of(sent)) == sent


@pytest.mark.parametrize("keys", ["Ctrl+Shift+Return", "0"])
def test_a_heading_that_a_new_article_begins_with_is_its_title(tidying: Tidying, keys: str) -> None:
    tidying.put_caret("在监督覆盖面上")
    tidying.press("Ctrl+Alt+7")
    before = tidying.rows()
    tidying.press(keys)
    begun = tidying.row("在监督覆盖面上")
    assert begun.kind is BlockKind.TITLE
    assert tidying.beside("在监督覆盖面上") == begun.text
    assert tidying.told[-1].startswith("小标题作了新文章的标题；")
    tidying.undo()
    assert tidying.rows() == before


def test_a_heading_that_counts_on_stays_one_and_it_is_said_how_it_would_be_a_title(
    tidying: Tidying,
) -> None:
    tidying.put_caret("二、聚焦主责主业")
    tidying.press("Ctrl+Shift+Return")
    assert tidying.row("二、聚焦主责主业").kind is BlockKind.HEADING
    assert tidying.told[-1].startswith("小标题带序号“二、”，没有作标题；")
