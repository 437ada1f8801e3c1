"""整理: after a step the caret and the view are where the user works."""

import pytest
from tests.ui.tidy.conftest import Tidying

WORDS = "大国工匠是产业工人中的技能拔尖人才"
"""The beginning of a paragraph."""


def level(tidying: Tidying, words: str) -> int:
    """How far below the upper edge words stand."""
    articles, row = tidying.page.articles, tidying.row(words)
    return articles._top(articles.position_of(row.places[row.text.index(words)]))


def before_caret(tidying: Tidying) -> str:
    cursor = tidying.page.articles.textCursor()
    return cursor.block().text()[: cursor.positionInBlock()]


@pytest.mark.parametrize("new", ["顶尖", "最拔尖的", "尖", ""])
def test_the_caret_is_behind_what_was_corrected(tidying: Tidying, new: str) -> None:
    tidying.select("拔尖")
    tidying.press("F2")
    tidying.write(new)
    whole = WORDS.replace("拔尖", new)
    assert before_caret(tidying) == whole[: whole.index("技能") + 2 + len(new)]


@pytest.mark.parametrize(
    ("first", "end"),
    [(0, 4), (142, 165)],  # all that stood elsewhere on the page
)
def test_the_caret_is_where_words_were_that_were_removed(
    tidying: Tidying, first: int, end: int
) -> None:
    whole = tidying.row("一是当好理论武装").text
    tidying.page.articles.select_from(*(tidying.row(whole).places[n] for n in (first, end - 1)))
    tidying.press("F2")
    tidying.write("")
    rest = whole[:first] + whole[end:]
    assert tidying.row(rest)
    assert before_caret(tidying) == whole[:first]


def test_the_caret_stays_as_a_correction_is_taken_back(tidying: Tidying) -> None:
    tidying.select("拔尖")
    tidying.press("F2")
    tidying.write("顶尖")
    tidying.put_caret("技能顶尖")
    tidying.press("Shift+F2")
    assert before_caret(tidying) == WORDS[: WORDS.index("技能")]


def test_the_caret_stays_as_a_row_is_put_back_from_the_furniture(tidying: Tidying) -> None:
    tidying.put_caret("蔡安辉")
    tidying.press("Delete", "Ctrl+End")
    tidying.put_caret("蔡安辉")
    tidying.press("Delete")
    assert tidying.page.articles.rows[tidying.page.articles.here()].text == "蔡安辉"


def test_the_view_stays_as_a_row_goes_to_an_article_above(tidying: Tidying) -> None:
    articles, last = tidying.page.articles, "锻造适应现代化建设"
    tidying.put_caret("推动审计方式数智化转型")
    articles.bring(tidying.row("推动审计方式数智化转型").at)
    above = level(tidying, "加快推进智慧经审平台建设。")
    tidying.press("1")
    assert level(tidying, "加快推进智慧经审平台建设。") == above
    assert articles.is_in_view(tidying.row(last).at)
    assert articles.rows[articles.here()].text.startswith(last)


def test_the_view_stays_as_a_doubled_stretch_is_dropped(tidying: Tidying) -> None:
    articles = tidying.page.articles
    tidying.put_caret("，紧紧围绕建设现代化产业体系")
    articles.bring(tidying.row("，紧紧围绕建设现代化产业体系").at)
    above = level(tidying, "各级工会要结合发展新质生产力")
    tidying.press("Ctrl+Del")
    assert level(tidying, "各级工会要结合发展新质生产力") == above
    assert before_caret(tidying).endswith("深入贯彻新发展理念")


def test_the_caret_stays_in_the_article_as_a_doubt_is_taken_out_of_it(tidying: Tidying) -> None:
    page, heading = tidying.page, "一、深入学习贯彻党的二十届四中全会精神，动员激励"
    page.current.start_afresh("恢复自动识别")
    tidying.saved()
    at = tidying.row(heading).at
    page.strip.stand_before([each.span.start for each in page.strip.problems].index(at))
    page.strip.step(1)
    tidying.press("Shift+F9")
    assert tidying.row(heading).is_furniture
    here = page.articles.rows[page.articles.here()]
    assert here.text.startswith("二、“十五”规划建议")
    tidying.saved()
    tidying.press("F8")
    assert page.strip.problem is not None
    assert tidying.raw[page.strip.problem.span.start :].startswith("会发展道路")


@pytest.mark.parametrize("key", ["1", "3", "Alt+Up", "Alt+Down"])
def test_the_caret_stays_with_characters_as_their_move_is_taken_back_and_done_again(
    tidying: Tidying, key: str
) -> None:
    words = "党的二十大把大国工匠纳入国家战略人才"
    tidying.select(words)
    at = tidying.page.articles.chosen().start
    tidying.press(key)
    moved = tidying.rows()
    tidying.undo()
    assert tidying.rows() != moved
    assert tidying.page.articles.chosen().start == at
    assert tidying.page.articles.is_in_view(at)
    tidying.redo()
    assert tidying.rows() == moved
    assert tidying.page.articles.chosen().start == at
    assert tidying.page.articles.is_in_view(at)
