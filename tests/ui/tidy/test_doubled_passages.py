"""整理: what the page has twice, and 去掉这一处."""

import re

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.ui.tidy.conftest import Tidying

from studydesk.domain.article import Problem, ProblemKind


def go_to_repeat(tidying: Tidying) -> Problem:
    """Step to the first passage that the page has twice."""
    return tidying.step_to(lambda problem: problem.kind is ProblemKind.REPEATED)


def selected(tidying: Tidying) -> str:
    return tidying.page.articles.textCursor().selectedText()


def test_dropping_a_doubled_passage_stays_at_the_place_with_what_is_left_selected(
    tidying: Tidying,
) -> None:
    dropped, strip = go_to_repeat(tidying), tidying.page.strip
    row = tidying.page.articles.rows.number_at(dropped.span.start)
    strip.remedy.setFocus()
    strip.remedy.click()
    assert strip.problem is None
    assert tidying.page.articles.here() == row
    assert selected(tidying) in tidying.raw[slice(*dropped.span)]
    assert f"留下半句 {len(selected(tidying))} 字（已选中）" in tidying.told[-1]
    tidying.saved()
    assert tidying.page.articles.here() == row


def test_where_fewer_characters_are_dropped_than_come_twice_the_others_are_told(
    tidying: Tidying,
) -> None:
    go_to_repeat(tidying)
    strip = tidying.page.strip
    whole, dropped, left = (
        int(found[1])
        for found in (
            re.search(r"有 (\d+) 字出现了两次", strip.sentence.text()),
            re.search(r"(\d+) 字", strip.remedy.text()),
            re.search(r"留下半句 (\d+) 字由您定", strip.sentence.text()),
        )
        if found
    )
    assert whole == dropped + left


def test_a_second_enter_after_a_remedy_does_nothing_to_the_page(tidying: Tidying) -> None:
    go_to_repeat(tidying)
    strip = tidying.page.strip
    strip.remedy.setFocus()
    QTest.keyClick(strip.remedy, Qt.Key.Key_Space)
    tidying.saved()
    done = tidying.page.current.page
    focus = tidying.page.focusWidget()
    assert strip.isAncestorOf(focus)
    QTest.keyClick(focus, Qt.Key.Key_Space)
    assert tidying.page.current.page is done
    assert strip.problem is not None


def test_what_is_left_of_a_doubled_passage_goes_with_one_more_key(tidying: Tidying) -> None:
    go_to_repeat(tidying)
    tidying.page.strip.remedy.setFocus()
    tidying.page.strip.remedy.click()
    left = selected(tidying)
    rows = sum(left in row.text for row in tidying.rows() if not row.is_furniture)
    QTest.keyClick(
        tidying.page.focusWidget(), Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier
    )
    assert sum(left in row.text for row in tidying.rows() if not row.is_furniture) == rows - 1
    assert not selected(tidying)


def test_one_click_is_one_step_back(tidying: Tidying) -> None:
    before = tidying.recovery
    go_to_repeat(tidying)
    tidying.page.strip.remedy.click()
    tidying.undo()
    assert tidying.recovery == before
    assert not tidying.page.current.history.canUndo()


def test_settling_keeps_the_keys_from_the_first_doubt_to_the_last(tidying: Tidying) -> None:
    strip = tidying.page.strip
    tidying.press("F8")
    strip.settle.setFocus()
    for _ in strip.problems:
        assert strip.settle.hasFocus()
        strip.settle.click()
        if not strip.problems:
            break
    assert not strip.problems
    assert tidying.page.focusWidget() is strip


def test_dropping_a_doubled_passage_cuts_no_sentence(tidying: Tidying) -> None:
    ends = ("。", "！", "？", "”", "）", "…", "：", "；")
    cut = {row.text for row in tidying.rows() if row.label == "段落" and row.text[-1] not in ends}
    place = go_to_repeat(tidying).span.start
    tidying.page.strip.remedy.click()
    now = {row.text for row in tidying.rows() if row.label == "段落" and row.text[-1] not in ends}
    assert now <= cut
    tidying.saved()
    asked = [p.span.start for p in tidying.recovery.problems if p.kind is ProblemKind.REPEATED]
    assert place not in asked


def test_after_an_undo_the_doubt_that_is_offered_a_remedy_is_in_sight(tidying: Tidying) -> None:
    problem = go_to_repeat(tidying)
    tidying.page.strip.remedy.click()
    tidying.press("F8")
    tidying.undo()
    assert tidying.page.strip.problem == problem
    assert tidying.page.strip.remedy.isVisible()
    assert tidying.page.articles.is_in_view(problem.span.start)


def test_after_an_undo_of_another_step_no_doubt_is_offered_a_remedy(tidying: Tidying) -> None:
    tidying.put_caret("马璞")
    tidying.press("Delete")
    go_to_repeat(tidying)
    tidying.undo()
    assert tidying.page.strip.problem is None
    assert not tidying.page.strip.remedy.isVisible()


def test_a_selected_repeat_is_dropped_and_named(tidying: Tidying) -> None:
    tidying.select("产业工人")
    tidying.press("Ctrl+Delete")
    assert tidying.row("产业工人").text
    assert any(row.label == "重复" and row.text == "产业工人" for row in tidying.rows())
    assert "已去掉重复的“产业工人”" in tidying.told[-1]
    assert tidying.is_whole()


def test_what_is_no_repeat_stays_and_that_is_said(tidying: Tidying) -> None:
    before = tidying.rows()
    tidying.select("要更好发挥工会作用，")
    tidying.press("Ctrl+Delete")
    assert tidying.rows() == before
    assert "不是重复" in tidying.told[-1]


def test_no_row_begins_with_the_stop_of_what_was_dropped_from_it(tidying: Tidying) -> None:
    page, words = tidying.page, "党的二十届四中全会是我们党在向第二个百年奋斗目标进军的新征程"
    page.current.start_afresh("恢复自动识别")
    tidying.saved()
    doubled = [each for each in page.strip.problems if each.kind is ProblemKind.REPEATED]
    last = max(doubled, key=lambda each: each.span)
    assert tidying.raw[last.span.start :].startswith(words)
    assert tidying.raw[last.span.end] == "。"
    page.commands.blocks.drop_repeat(last)
    assert tidying.row("全会审议通过了“十五”规划建议，对未来五年").text.startswith("全会审议")
    assert tidying.is_whole()


BROKEN_OFF = 2
"""The number of the seed on which the second of two copies breaks off at the end of its article."""


def test_of_two_copies_the_one_that_breaks_off_is_offered_to_be_dropped(tidying: Tidying) -> None:
    page = tidying.page
    with tidying.qtbot.waitSignal(page.current.opened):
        page.open_source(tidying.library.sources()[BROKEN_OFF].id)
    page.articles.setFocus()
    sound = go_to_repeat(tidying)
    row = page.articles.rows[page.articles.rows.number_at(sound.span.start)]
    assert "去掉另一处" in page.strip.remedy.text()
    page.strip.remedy.click()
    assert row in tidying.rows()
    assert any(each.is_repeat and each.at > sound.span.end for each in tidying.rows())
    assert tidying.is_whole()


def test_both_places_of_what_comes_twice_are_settled_at_once(tidying: Tidying) -> None:
    doubt = go_to_repeat(tidying)
    tidying.press("F9")
    left = [each for each in tidying.page.strip.problems if each.kind is ProblemKind.REPEATED]
    assert doubt.detail not in {each.detail for each in left}
    tidying.saved()
    assert doubt.detail not in {each.detail for each in tidying.recovery.problems}
    tidying.undo()
    assert tidying.page.strip.problem == doubt
