"""What a page has again around its articles: running titles, the list of the titles."""

import re
from collections.abc import Iterator, Sequence

from studydesk.domain.article import Span
from studydesk.sources.recovery.names import find_names
from studydesk.sources.recovery.rows import Row

LIST = re.compile(
    "[【\\[]?(?:(?:标题|文章|目录)导航|(?:本版|本期|本刊)(?:目录|要目|标题|导读|目次))[】\\]：:]?"
)
BULLETS = "·•●■◆▪>-*"
MOST_LISTED = 40


def recurring_rows(rows: Sequence[Row]) -> list[Span]:
    """The rows that stand around several articles of a page and are of none, and the list of the
    titles that stand again over their texts.
    """
    found = {*running_titles(rows), *listed_titles(rows)}
    return [rows[at].place for at in sorted(found) if not is_of_table(rows[at])]


def is_of_table(row: Row) -> bool:
    """Whether a row has cells."""
    return any(mark in row.printed for mark in "\t|｜")


def running_titles(rows: Sequence[Row]) -> Iterator[int]:
    """The rows that say who wrote an article and its title again, over a page on which it goes on:
    王敏：….
    """
    titles = {row.text: at for at, row in reversed([*enumerate(rows)])}
    for at, row in enumerate(rows):
        names, _, title = row.text.partition("：")
        if title and titles.get(title, at) < at and find_names(names.removesuffix("等")):
            yield at


def listed_titles(rows: Sequence[Row]) -> Iterator[int]:
    """The rows under one that says that titles are listed, where two or more stand again below, up
    to the last of these or of those with the same bullet.
    """
    texts = [*map(without_bullet, rows)]
    last = {text: at for at, text in enumerate(texts)}
    for at, text in enumerate(texts):
        if not LIST.fullmatch(text):
            continue
        listed = []
        for place in range(at + 1, min(len(rows), at + MOST_LISTED)):
            again = last[texts[place]] > place
            if not again and not has_bullet_of(rows[at + 1], rows[place]):
                break
            listed.append((place, again))
        if sum(again for _, again in listed) > 1:
            yield from (at, *(place for place, _ in listed))


def without_bullet(row: Row) -> str:
    """A row without the bullet or the mark of a heading in front."""
    return row.text.lstrip("#").lstrip(BULLETS)


def has_bullet_of(first: Row, row: Row) -> bool:
    """Whether a row could be a title and stands behind the bullet of the first of a list."""
    bullet = first.text[: len(first.text) - len(first.text.lstrip(BULLETS))]
    return bool(bullet) and row.is_title and row.text.startswith(bullet)
