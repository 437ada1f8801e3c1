"""整理: an offer says how much it takes, what else that touches, and what it has done."""

import pytest
from tests.ui.tidy.conftest import Tidying
from tests.ui.tidy.test_untangling import start_raw

from studydesk.domain.article import Problem, ProblemKind

OPENING = "党的二十届四中全会是我们党在向第二个百年奋斗目标进军的新征程上举行的一次十分重要的会议"
"""Two articles have it."""


def go_to_doubt(tidying: Tidying, kind: ProblemKind, words: str, *, last: bool = False) -> Problem:
    """Step to the doubt of a kind that begins with words, or the last one of several."""
    problems, raw = tidying.page.strip.problems, tidying.raw
    fits = [p for p in problems if p.kind is kind and raw.startswith(words, p.span.start)]
    return tidying.step_to(lambda problem: problem == fits[-1 if last else 0])


def where(tidying: Tidying, problem: Problem) -> tuple[bool, bool]:
    """Whether a doubt is shown in the strip, and its place in the articles."""
    articles, shown = tidying.page.articles, tidying.page.strip.problem
    is_shown = shown is not None and (shown.kind, shown.span) == (problem.kind, problem.span)
    is_here = articles.rows.number_at(problem.span.start) == articles.here()
    return is_shown, is_here and articles.is_in_view(problem.span.start)


def test_the_opening_of_two_texts_is_not_offered_to_be_dropped_from_either(
    tidying: Tidying,
) -> None:
    start_raw(tidying)
    strip = tidying.page.strip
    for last in (False, True):
        go_to_doubt(tidying, ProblemKind.REPEATED, OPENING[:10], last=last)
        assert "有 43 字出现了两次" in strip.sentence.text()
        assert not strip.remedies
        assert not strip.remedy.isVisible()


def test_a_doubt_that_was_dismissed_says_how_to_see_it_again(tidying: Tidying) -> None:
    start_raw(tidying)
    doubt = go_to_doubt(tidying, ProblemKind.COLUMNS_MIXED, OPENING[:10])
    tidying.press("F9")
    assert tidying.told[-1] == "上一处标为看过，没有照提示改；Ctrl+Z 退回那一处。"
    tidying.undo()
    assert where(tidying, doubt) == (True, True)


def test_what_both_offers_touch_is_said_once(tidying: Tidying) -> None:
    start_raw(tidying)
    go_to_doubt(tidying, ProblemKind.COLUMNS_MIXED, OPENING[:10])
    told = tidying.page.strip.sentence.text()
    assert told.endswith("连得上。改动牵涉另外 3 处存疑。")


def test_a_false_heading_that_goes_to_the_beginning_takes_its_whole_series_along(
    tidying: Tidying,
) -> None:
    start_raw(tidying)
    strip = tidying.page.strip
    go_to_doubt(tidying, ProblemKind.COLUMNS_MIXED, "一、深入学习贯彻党的二十届四中全会精神，动员")
    assert strip.other_remedy.text() == "放到篇首 9 段 Ctrl+F9"
    assert "“放到篇首”牵涉另外 1 处存疑。" in strip.sentence.text()
    tidying.press("Ctrl+F9")
    rows = [row.text[:2] for row in tidying.rows() if row.kind]
    assert rows.index("三是") - rows.index("一是") == 2
    assert "等 9 段放到这一篇的开头（牵涉另外 1 处存疑）" in tidying.told[-1]


def test_what_was_set_aside_is_named(tidying: Tidying) -> None:
    start_raw(tidying)
    go_to_doubt(tidying, ProblemKind.COLUMNS_MIXED, "一、深入学习贯彻党的二十届四中全会精神，动员")
    tidying.press("Shift+F9")
    assert "“一、深入学习贯彻党的二…”等 2 段移入版面零件" in tidying.told[-1]


@pytest.mark.parametrize("keys", ["F9", "Shift+F9", "Ctrl+F9"])
def test_undo_leads_back_to_the_doubt_that_was_answered(tidying: Tidying, keys: str) -> None:
    start_raw(tidying)
    doubt = go_to_doubt(tidying, ProblemKind.COLUMNS_MIXED, OPENING[:10])
    tidying.press(keys)
    tidying.saved()
    tidying.put_caret("马璞")
    tidying.undo()
    assert where(tidying, doubt) == (True, True)
    tidying.saved()
    assert where(tidying, doubt) == (True, True)
    tidying.redo()
    assert tidying.page.strip.problem is None


def test_what_is_said_of_half_a_sentence_is_past_once_it_is_not_selected(tidying: Tidying) -> None:
    start_raw(tidying)
    go_to_doubt(tidying, ProblemKind.REPEATED, "，紧紧围绕")
    tidying.press("Shift+F9")
    assert "接在“…力，深入贯彻新发展理念”后面" in tidying.told[-1]
    tidying.saved()
    assert "读得通就留着" in tidying.told[-1]
    tidying.press("Left")
    assert tidying.told[-1] == ""


def test_the_keys_stay_in_the_strip_as_its_arrows_go_away(tidying: Tidying) -> None:
    strip = tidying.page.strip
    strip.tell_elsewhere(0)
    strip._on.setFocus()
    assert strip._on.hasFocus()
    strip.show_problems(())
    assert tidying.page.focusWidget() is strip


def test_a_paragraph_that_begins_in_the_middle_of_a_word_is_in_doubt_until_it_is_joined_or_settled(
    tidying: Tidying,
) -> None:
    start_raw(tidying)
    go_to_doubt(tidying, ProblemKind.COLUMNS_MIXED, "拓进取，")
    tidying.press("Ctrl+F9")
    assert tidying.page.raw.is_in_view(tidying.row("拓进取，").at)
    tidying.saved()
    assert tidying.row("拓进取，").text.startswith("拓进取，")
    go_to_doubt(tidying, ProblemKind.CHARACTER_MISSING, "拓进取，")
    assert tidying.page.strip.remedy.text() == "接上一段 Shift+F9"
    tidying.press("Shift+F9")
    tidying.saved()
    assert not tidying.row("拓进取，").text.startswith("拓进取，")
    tidying.undo()
    tidying.press("F9")
    tidying.saved()
    doubts = {each.span.start for each in tidying.recovery.problems}
    assert tidying.row("拓进取，").at not in doubts


def test_a_joint_that_was_looked_at_is_not_asked_about_as_it_is_parted(tidying: Tidying) -> None:
    start_raw(tidying)
    go_to_doubt(tidying, ProblemKind.COLUMNS_MIXED, "拓进取，")
    tidying.press("F9")
    tidying.put_caret("拓进取，")
    tidying.press("Return")
    tidying.saved()
    parted = tidying.row("拓进取，").at
    assert tidying.raw.startswith("拓进取，", parted)
    assert parted not in {each.span.start for each in tidying.recovery.problems}


def test_what_went_back_behind_half_a_sentence_is_not_offered_to_be_joined_to_it(
    tidying: Tidying,
) -> None:
    start_raw(tidying)
    go_to_doubt(tidying, ProblemKind.COLUMNS_MIXED, "拓进取，")
    tidying.press("Shift+F9")
    tidying.saved()
    for words in ("拓进取，", "客观真实、规范有序、及时"):
        go_to_doubt(tidying, ProblemKind.CHARACTER_MISSING, words)
        assert not tidying.page.strip.remedies


UNTITLED = 3
"""The number of the seed on which an article has no title, and a short first sentence."""


def test_that_the_stop_of_a_sentence_goes_aside_as_it_becomes_the_title_is_said(
    tidying: Tidying,
) -> None:
    page = tidying.page
    with tidying.qtbot.waitSignal(page.current.opened):
        page.open_source(tidying.library.sources()[UNTITLED].id)
    tidying.step_to(lambda problem: problem.kind is ProblemKind.TITLE_MISSING)
    assert "首句作标题" in page.strip.remedy.text()
    assert page.strip.sentence.text().endswith("改动把句末的“。”移入版面零件。")
    tidying.press("Shift+F9")
    assert "已改为标题（把句末的“。”移入版面零件）" in tidying.told[-1]
    assert tidying.rows()[-1].is_furniture
    assert tidying.is_whole()


def test_a_part_whose_number_another_article_lacks_is_moved_there_whole(tidying: Tidying) -> None:
    second = tidying.recovery.articles[1]
    head = next(block for block in second.blocks if block.text.startswith("二、"))
    behind = len(second.blocks) - second.blocks.index(head)
    tidying.put_caret(head.text)
    tidying.press("Ctrl+Shift+Return")  # a new article begins with it
    tidying.saved()
    tidying.step_to(lambda problem: problem.kind is ProblemKind.ORDINAL_MISSING)
    text = tidying.page.strip.remedy.text()
    assert text.endswith(" 段移到文章 2 Shift+F9")
    size = int(text.split()[0])
    assert 1 < size <= behind
    tidying.press("Shift+F9")
    back = tidying.recovery.articles[1]
    place = back.blocks.index(head)
    assert back.blocks[place : place + size] == second.blocks[-behind:][:size]
    assert tidying.told[-1].startswith("已把“二、")
    assert "移到文章 2“" in tidying.told[-1]
