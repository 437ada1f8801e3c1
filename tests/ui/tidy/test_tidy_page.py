"""整理: the raw page and its articles side by side."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from tests.ui.tidy.conftest import Tidying

from studydesk.domain.article import BlockKind, ProblemKind

# --- what is shown -------------------------------------------------------------------------


def test_the_raw_page_is_shown_character_for_character(tidying: Tidying) -> None:
    assert tidying.page.raw.toPlainText() == tidying.raw
    assert tidying.page.raw.isReadOnly()


def test_every_block_is_a_row_with_its_kind(tidying: Tidying) -> None:
    assert tidying.is_whole()
    assert tidying.row("马璞").label == "作者"
    assert tidying.row("一、提高政治站位").label == "小标题"


def test_furniture_comes_last_under_its_name(tidying: Tidying) -> None:
    names = [row.text for row in tidying.rows() if row.is_name]
    assert names[-1].startswith("版面零件")
    assert tidying.rows()[-1].is_furniture


def test_what_is_chosen_on_the_right_is_marked_on_the_left(tidying: Tidying) -> None:
    tidying.put_caret("马璞")
    marks = tidying.page.raw.extraSelections()
    assert "马 璞" in [mark.cursor.selectedText() for mark in marks]


def test_a_click_on_the_left_goes_to_the_block_on_the_right(tidying: Tidying) -> None:
    at = tidying.raw.index("二是当好推动落实")
    tidying.page.raw.chosen.emit(at, at)
    assert tidying.page.articles.chosen().rows[0].text.startswith("二是当好推动落实")


def test_the_mouse_over_either_side_marks_both(tidying: Tidying) -> None:
    at = tidying.raw.index("大国工匠是产业工人中")
    for side in (tidying.page.raw, tidying.page.articles):
        side.hovered.emit(at)
        for text in (tidying.page.raw, tidying.page.articles):
            marked = [mark.cursor.selectedText() for mark in text.extraSelections()]
            assert any(words.startswith("大国工匠是产业工人中") for words in marked)
        side.hovered.emit(-1)


def test_what_the_mouse_was_over_is_marked_no_more_once_its_row_is_another(
    tidying: Tidying,
) -> None:
    tidying.put_caret("要更好发挥工会作用")
    tidying.press("Return")
    tidying.page.articles.hovered.emit(tidying.raw.index("要更好发挥工会作用"))
    tidying.undo()
    raw = tidying.page.raw
    assert not raw._marked.get("hover")


def test_both_sides_scroll_together(tidying: Tidying) -> None:
    at = tidying.raw.index("各级工会要积极构建全方位")
    tidying.page.raw.bring(at)
    assert tidying.page.articles.is_in_view(at)
    tidying.page.articles.verticalScrollBar().setValue(0)
    assert tidying.page.raw.is_in_view(tidying.raw.index("学习贯彻党的二十届四中全会精神 为"))


# --- problems ------------------------------------------------------------------------------


def test_one_key_goes_from_problem_to_problem(tidying: Tidying) -> None:
    problems, last = tidying.page.strip.problems, -1
    assert set(problems) == set(tidying.recovery.problems)
    for number, problem in enumerate(problems, 1):
        tidying.press("F8")
        assert tidying.page.articles.here() >= last  # from top to bottom of the right side
        last = tidying.page.articles.here()
        assert tidying.page.strip.count.text() == f"{number}/{len(problems)}"
        assert tidying.page.strip.problem == problem
        assert tidying.page.raw.is_in_view(problem.span.start)
        assert tidying.page.articles.is_in_view(problem.span.start)
    tidying.press("F8", "Shift+F8")
    assert tidying.page.strip.problem == problems[-1]


def test_a_problem_that_is_none_is_settled_and_comes_back_by_undo(tidying: Tidying) -> None:
    tidying.press("F8", "F8")
    problem, count = tidying.page.strip.problem, len(tidying.recovery.problems)
    tidying.page.strip.settle.click()
    tidying.saved()
    assert len(tidying.recovery.problems) == count - 1
    assert tidying.page.strip.count.text() == f"2/{count - 1}"
    tidying.undo()
    tidying.saved()
    assert problem in tidying.recovery.problems


def test_a_doubled_passage_is_dropped_from_the_strip(tidying: Tidying) -> None:
    problem = tidying.step_to(lambda each: each.kind is ProblemKind.REPEATED)
    tidying.page.strip.remedy.click()
    assert any(row.label == "重复" for row in tidying.rows())
    tidying.saved()
    assert problem not in tidying.recovery.problems


# --- every operation by keyboard -----------------------------------------------------------


def test_enter_splits_a_block_at_the_caret(tidying: Tidying) -> None:
    tidying.put_caret("要更好发挥工会作用")
    tidying.press("Return")
    assert tidying.row("要更好发挥工会作用").text.startswith("要更好发挥工会作用")
    assert tidying.page.articles.chosen().rows[0].text.startswith("要更好发挥工会作用")


def test_enter_parts_what_is_selected_from_both_its_sides(tidying: Tidying) -> None:
    tidying.select("要更好发挥工会作用")
    tidying.press("Return")
    assert tidying.row("要更好发挥工会作用").text == "要更好发挥工会作用"
    tidying.undo()
    assert tidying.row("要更好发挥工会作用").text.startswith("党的二十届四中全会通过")


def test_backspace_joins_a_block_with_the_one_before(tidying: Tidying) -> None:
    tidying.put_caret("各级工会要进一步提高政治站位")
    tidying.press("Backspace")
    assert tidying.row("各级工会要进一步提高政治站位").text.startswith("产业工人是工人阶级")


def test_no_paragraph_is_joined_into_the_author_before_it(tidying: Tidying) -> None:
    rows = tidying.rows()
    author = next(n for n, row in enumerate(rows) if row.label == "作者")
    body = rows[author + 1]
    assert body.label == "段落"
    tidying.page.articles.go_to(body.at)
    tidying.press("Backspace")
    assert tidying.rows() == rows
    assert "改为" in tidying.told[-1]
    tidying.press("Ctrl+Alt+4", "Backspace")
    assert tidying.row(body.text).label == "作者"
    assert tidying.row(body.text).text.startswith(rows[author].text)


def test_alt_and_arrows_move_a_block(tidying: Tidying) -> None:
    def order() -> list[str]:
        return [row.text[:4] for row in tidying.rows()]

    before = order()
    tidying.put_caret("各级工会要进一步提高政治站位")
    tidying.press("Alt+Up", "Alt+Up")
    assert order().index("各级工会") == before.index("各级工会") - 2
    tidying.press("Alt+Down", "Alt+Down")
    assert order() == before


def test_a_block_moves_over_the_limit_of_its_article(tidying: Tidying) -> None:
    tidying.put_caret("钟洪江")
    first, second = (article.title for article in tidying.recovery.articles[:2])
    tidying.press("Alt+Up", "Alt+Up")
    assert tidying.beside("钟洪江") == first
    tidying.press("Alt+Down")
    assert tidying.beside("钟洪江") == second


def test_several_blocks_move_to_the_article_before(tidying: Tidying) -> None:
    moved = [tidying.row("坚持党管审计"), tidying.row("在监督覆盖面上")]
    tidying.page.articles.choose_rows([row.at for row in moved])
    tidying.press("Alt+Shift+Up")
    assert {tidying.beside(row.text) for row in moved} == {tidying.recovery.articles[1].title}
    assert tidying.is_whole()


def test_an_article_is_split_and_joined_again(tidying: Tidying) -> None:
    count = len(tidying.recovery.articles)
    tidying.put_caret("二、聚焦主责主业")
    tidying.press("Ctrl+Shift+Return")
    assert len(tidying.recovery.articles) == count + 1
    tidying.press("Ctrl+Shift+Backspace")
    assert len(tidying.recovery.articles) == count


@pytest.mark.parametrize(
    ("keys", "kind", "level"),
    [
        ("Ctrl+Alt+0", BlockKind.PARAGRAPH, 0),
        ("Ctrl+Alt+1", BlockKind.TITLE, 0),
        ("Ctrl+Alt+4", BlockKind.AUTHOR, 0),
        ("Ctrl+Alt+8", BlockKind.HEADING, 2),
    ],
)
def test_digits_make_a_block_something_else(
    tidying: Tidying, keys: str, kind: BlockKind, level: int
) -> None:
    tidying.put_caret("二、认清形势任务")
    tidying.press(keys)
    row = tidying.row("二、认清形势任务")
    assert (row.kind, row.level) == (kind, level)


def test_delete_sets_a_block_aside_and_brings_it_back(tidying: Tidying) -> None:
    tidying.put_caret("蔡安辉")
    tidying.press("Delete")
    assert tidying.row("蔡安辉").is_furniture
    tidying.put_caret("蔡安辉")
    tidying.press("Delete")
    assert tidying.row("蔡安辉").kind is BlockKind.PARAGRAPH


def test_a_character_is_corrected_and_its_original_kept(tidying: Tidying) -> None:
    tidying.select("经审")
    tidying.press("F2")
    tidying.write("经济审查")
    row = tidying.row("经济审查")
    assert [fix.original for fix in row.corrections]
    original = row.corrections[0]
    tidying.page.commands.words.revert(*original.span, original.original)
    assert not any(row.corrections for row in tidying.rows())


def test_words_corrected_to_nothing_are_told_to_be_gone(tidying: Tidying) -> None:
    tidying.select("经审")
    tidying.press("F2")
    tidying.write("")
    assert tidying.told[-1].startswith("已删去 2 个字")


def test_enter_in_the_field_for_words_does_not_reach_the_text_below(tidying: Tidying) -> None:
    tidying.put_caret("马璞")
    tidying.press("F2")
    tidying.write(tidying.page.words.line.text())
    assert tidying.told == []


def test_only_what_differs_in_a_sentence_is_a_correction(tidying: Tidying) -> None:
    tidying.put_caret("要更好发挥工会作用")
    tidying.press("F2")
    tidying.write(tidying.page.words.line.text().replace("更好发挥", "更好地发挥"))
    (fix,) = tidying.row("更好地发挥").corrections
    assert len(fix.original) == 1


def test_escape_leaves_the_words_as_they_are(tidying: Tidying) -> None:
    tidying.put_caret("马璞")
    tidying.press("F2")
    QTest.keyClick(tidying.page.words.line, Qt.Key.Key_Escape)
    assert not tidying.page.words.isVisible()
    assert not tidying.page.current.history.count()


def test_a_missing_title_is_supplied(tidying: Tidying) -> None:
    tidying.put_caret("更好发挥牵头抓总作用")
    tidying.press("Ctrl+Alt+0")
    tidying.page.commands.words.supply(BlockKind.TITLE)
    tidying.write("补上的标题")
    assert tidying.recovery.articles[0].title == "补上的标题"
    assert not tidying.row("补上的标题").is_printed


# --- undo, saving --------------------------------------------------------------------------


def test_everything_is_undone_and_redone_step_by_step(tidying: Tidying) -> None:
    fresh = tidying.rows()
    tidying.put_caret("要更好发挥工会作用")
    tidying.press("Return", "Alt+Down", "Ctrl+Alt+7", "Delete")
    tidied = tidying.rows()
    assert tidying.page.current.history.count() == 4
    for _ in range(4):
        tidying.undo()
    assert tidying.rows() == fresh
    for _ in range(4):
        tidying.redo()
    assert tidying.rows() == tidied
    assert tidying.is_whole()


def test_what_is_undone_or_done_again_is_gone_to(tidying: Tidying) -> None:
    tidying.put_caret("蔡安辉")
    tidying.press("Delete", "Ctrl+Home")
    tidying.undo()
    assert [row.text for row in tidying.page.articles.chosen().rows] == ["蔡安辉"]
    tidying.press("Ctrl+Home")
    tidying.redo()
    assert tidying.page.articles.here() > 30


def test_undoing_a_correction_brings_the_caret_back_to_its_place(tidying: Tidying) -> None:
    tidying.select("党管审计")
    tidying.press("F2")
    tidying.write("党委管审计")
    for step in (tidying.undo, tidying.redo):
        tidying.press("Ctrl+Home")
        step()
        (row,) = tidying.page.articles.chosen().rows
        assert "管审计" in row.text
        start = tidying.page.articles.textCursor().positionInBlock()
        assert row.text[start:].startswith(("管审计", "委管审计"))


def test_a_step_puts_away_what_was_said_before(tidying: Tidying) -> None:
    tidying.put_caret("一、提高政治站位")
    tidying.press("Return")
    assert "没有什么可拆" in tidying.told[-1]
    tidying.press("Alt+Down")
    assert tidying.told[-1] == ""
    tidying.told.append("没有可以重做的了。")
    tidying.undo()
    assert tidying.told[-1] == ""


def test_the_keys_stay_with_the_articles_when_all_is_dropped(tidying: Tidying) -> None:
    tidying.put_caret("马璞")
    tidying.press("Delete")
    tidying.page.head.afresh.setFocus()
    QTest.keyClick(tidying.page.head.afresh, Qt.Key.Key_Space)
    assert tidying.page.focusWidget() is tidying.page.articles
    assert "做过的整理都已收起" in tidying.told[-1]


def test_f8_goes_on_from_the_caret(tidying: Tidying) -> None:
    articles, strip = tidying.page.articles, tidying.page.strip
    numbers = [articles.rows.number_at(each.span.start) for each in strip.problems]
    last = max(numbers)
    tidying.press("F8")
    articles.go_to_row(last)
    tidying.press("F8")
    assert strip.problem is not None
    assert articles.rows.number_at(strip.problem.span.start) == last


def test_automatic_recovery_is_shown_from_its_beginning(tidying: Tidying) -> None:
    tidying.put_caret("马璞")
    tidying.press("Delete")
    tidying.page.head.afresh.click()
    tidying.saved()
    assert tidying.page.articles.here() <= 1


def test_each_step_is_saved_at_once_and_says_so(tidying: Tidying) -> None:
    tidying.put_caret("马璞")
    tidying.press("Delete")
    tidying.saved()
    assert tidying.page.saved.text() == ""  # the line at the bottom says when
    articles = tidying.library.articles_of(tidying.source.id)
    assert all("马璞" not in article.authors for article in articles)


def test_what_cannot_be_done_is_told(tidying: Tidying) -> None:
    tidying.press("Ctrl+V", "Alt+9")
    tidying.put_caret("一、提高政治站位")
    tidying.press("Return")
    assert len(tidying.told) == 3
    assert not tidying.page.current.history.count()


KEYS = ("Return", "Backspace", "Alt+Up", "Alt+Down", "Alt+Shift+Up", "Delete", "Ctrl+Delete")


@settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(st.tuples(st.floats(0, 0.99), st.sampled_from(KEYS)), max_size=6))
def test_whatever_is_done_the_page_is_shown_whole(
    tidying: Tidying, steps: list[tuple[float, str]]
) -> None:
    for place, keys in steps:
        tidying.page.articles.go_to(int(place * len(tidying.raw)))
        tidying.press(keys)
        assert tidying.is_whole()
    while tidying.page.current.history.canUndo():
        tidying.undo()
        assert tidying.is_whole()


def test_a_button_is_not_lit_any_more_when_its_menu_was_left_by_the_mouse(tidying: Tidying) -> None:
    buttons = tidying.page.table.bar.findChildren(QToolButton)
    button = next(button for button in buttons if button.menu())
    QCursor.setPos(button.mapToGlobal(QPoint(0, 300)))
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    button.menu().aboutToHide.emit()
    assert not button.underMouse()
