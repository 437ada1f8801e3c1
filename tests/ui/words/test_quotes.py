"""Quotes in quotes are the other ones, and each that is opened is closed."""

import pytest

from studydesk.ui.words.quotes import cut, quoted


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("周五学习", "“周五学习”"),
        ("删除学习包“周五学习”", "“删除学习包‘周五学习’”"),
        ("删除文章“学‘工匠’”", "“删除文章‘学“工匠”’”"),
        ("worker’s day", "“worker’s day”"),
        ("“", "““”"),
        ("”，“", "“”，“”"),
    ],
)
def test_quotes_inside_are_the_other_ones(words: str, shown: str) -> None:
    assert quoted(words) == shown


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("改名", "改名"),
        ("删除文章“学习二十届四中全会精神”", "删除文章“学习二…”"),
        ("删除“学‘工匠精神’一组文章”", "删除“学‘工匠精…’”"),
        ("“工匠”和别的许多精神文章", "“工匠”和别的许…"),
    ],
)
def test_what_is_cut_off_leaves_no_quote_open(words: str, shown: str) -> None:
    assert cut(words, 9) == shown
