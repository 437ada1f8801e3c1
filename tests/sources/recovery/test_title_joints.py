"""One title on two lines, and a line of its own over a title: what the words and the text tell."""

import pytest
from tests.sources.recovery.day_at_work import EVENING, MORNING, NOON, WORK, only_article

from studydesk.domain.article import BlockKind

SAFETY = (
    "安全责任要压实到每一个班组。班组把安全责任记在心里，每一分钱都花在安全上。",
    "压实责任，班组长要走在前面。班组长把责任讲清楚，职工才记得牢。",
    MORNING,
    WORK,
    NOON,
    EVENING,
)


@pytest.mark.parametrize(
    "lines",
    [
        ("把安全责任", "压实到每一个班组"),
        ("每一分钱", "都要花在安全上"),
        ("“责任记在心里", "安全才在手里”"),
        ("把责任", "压实到班组", "记在职工心里"),
    ],
)
def test_short_lines_that_the_text_speaks_of_are_one_title(lines: tuple[str, ...]) -> None:
    article = only_article(*lines, "王敏", *SAFETY)

    assert "".join((article.title or "").split()) == "".join(lines)
    assert not article.column


@pytest.mark.parametrize("over", ["来自车间的安全报告", "安全生产大家谈", "安全生产建设"])
def test_what_names_a_field_or_a_series_is_no_half_of_a_short_title(over: str) -> None:
    article = only_article(over, "班组是防线", "王敏", *SAFETY)

    assert article.title == "班组是防线"
    assert over in (*article.texts(BlockKind.KICKER), article.column)


def test_a_line_that_says_of_what_kind_the_text_is_stands_under_a_title_that_asks() -> None:
    article = only_article("安全责任怎样压实到班组？", "班组安全建设的几点思考", "王敏", *SAFETY)

    assert article.title == "安全责任怎样压实到班组？"
    assert article.texts(BlockKind.SUBTITLE) == ("班组安全建设的几点思考",)
