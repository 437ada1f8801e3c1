"""Wrapped columns with an empty line between paragraphs, and one where a column ends."""

from collections.abc import Sequence

import pytest
from tests.sources.recovery.day_at_work import EVENING, MORNING, NOON, WORK, recovered, text_of

WORN = "安全帽要戴正，安全带要系牢，这是老师傅教给徒弟的头一课，也是班组开工之前都要查的事。"
STRAIGHT = "帽子戴歪了，带子没系牢，谁也不许进场，班长自己也不例外，大家都看在眼里，也记在心里。"
SMALL = "隐患藏在细处。一颗松了的螺丝，一段磨破的电线，平时谁也不留意，出了事后悔已经来不及。"
SEEN = "所以班组立下规矩，下班之前花五分钟，把身边的机器从头到脚看一遍，看见什么当场就改。"
HOME = "家人的叮嘱最管用。班组请家属录下几句安全的话，开工之前放给大家听，人人都记得住。"
GUARD = (WORN + STRAIGHT, SMALL + SEEN, HOME)
DAY = (MORNING + WORK, NOON + EVENING)


def rows_of(texts: Sequence[str], width: int) -> list[str]:
    """The rows of paragraphs, with an empty one below each paragraph."""
    rows: list[str] = []
    for text in texts:
        rows += [*(text[at : at + width] for at in range(0, len(text), width)), ""]
    return rows


@pytest.mark.parametrize(("width", "cut"), [(16, 2), (18, 3), (22, 2), (22, 3)])
def test_two_articles_of_which_each_breaks_off_at_an_empty_line_are_put_together(
    width: int, cut: int
) -> None:
    day, guard = rows_of(DAY, width), rows_of(GUARD, width)
    one, other = (rows.index("") + 1 + cut for rows in (day, guard))

    page = recovered(
        *("车间里的一天", "", "王敏", "", *day[:one], ""),
        *("安全要讲给家人听", "", "李伟", "", *guard[:other], ""),
        *(*day[one:], "（作者单位：江城机械厂）", ""),
        *(*guard[other:], "（作者单位：江城市总工会）"),
    )

    assert [text_of(article) for article in page.articles] == [list(DAY), list(GUARD)]


@pytest.mark.parametrize("width", [16, 18, 22])
def test_an_empty_line_inside_the_only_article_ends_no_paragraph(width: int) -> None:
    rows = rows_of(DAY, width)
    rows.insert(rows.index("") + 3, "")

    (article,) = recovered("车间里的一天", "", "王敏", "", *rows).articles

    assert text_of(article) == list(DAY)


@pytest.mark.parametrize("beside", [0, 40])
def test_a_sentence_that_fills_the_first_row_of_a_paragraph_ends_none(beside: int) -> None:
    """However many paragraphs on one line, with empty lines between, the page has beside it."""
    text = "安全要从“要我安全”走向“我要安全”。" + GUARD[0]
    alone = [part for _ in range(beside) for part in (EVENING, "")]

    page = recovered(
        *("车间里的一天", "", "王敏", "", MORNING, "", *alone, "（作者单位：江城机械厂）", ""),
        *("安全要讲给家人听", "", "李伟", ""),
        *rows_of((GUARD[1], text, GUARD[2]), text.index("。") + 1),
    )

    assert text_of(page.articles[-1]) == [GUARD[1], text, GUARD[2]]
