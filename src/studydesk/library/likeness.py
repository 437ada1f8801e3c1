"""Articles of other sources that say nearly the same: reprints, and the same page read twice."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from studydesk.domain.article import Article
from studydesk.library.listing import printed_in
from studydesk.library.normal import index_query, normalise, query_terms

MUCH = 0.5
"""From this share of its text on, an article says nearly the same as another."""
LONG_TITLE = 6
"""Characters that a title has at least, to tell by itself; 编者按 or 图片新闻 are many."""
_PROBES = 5
_PROBE = 10
"""So many stretches of so many characters are looked up; one in common is enough to compare."""
_GRAM = 6
"""Texts are compared by their stretches of this many characters."""
_NEARLY = 0.99
"""The share of a text of which another has all, and more."""
_MOST = 8
"""Articles that one probe hands on."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """An article, and another in the library that is like it: how much of its text that has, from
    0 to 1 (only where neither says more than the other), and whether both have the same title.
    """

    article_id: str
    title: str
    other_id: str
    other_title: str
    other_source: str
    share: float
    same_title: bool


def likenesses(connection: sqlite3.Connection, article: Article) -> list[Likeness]:
    """The articles of other sources that are like one, the likest first."""
    body, title = _letters(article.body), _letters(article.title)
    grams = _grams(body)
    found = []
    for number in _candidates(connection, article):
        row = connection.execute(_OTHER, (number, article.source_id)).fetchone()
        if row is None:
            continue
        other_id, other_title, newspaper, published, page, file, normal_body = row
        source = printed_in(newspaper, published, page) or file
        other = _letters(normal_body)
        share = len(grams & _grams(other)) / len(grams) if grams else 0.0
        if other != body:
            share = min(share, _NEARLY)
        same_title = len(title) >= LONG_TITLE and title == _letters(other_title)
        if share >= MUCH or same_title:
            found.append(
                Likeness(
                    article.id, article.title, other_id, other_title, source, share, same_title
                )
            )
    return sorted(found, key=lambda likeness: (-likeness.share, likeness.other_id))


_OTHER = (
    "SELECT a.id, a.title, s.newspaper, s.published, s.page, s.name, t.normal_body"
    " FROM article AS a"
    " JOIN article_text AS t USING (number) JOIN source AS s ON s.id = a.source_id"
    " WHERE a.number = ? AND a.source_id <> ?"
)


def _candidates(connection: sqlite3.Connection, article: Article) -> list[int]:
    numbers: dict[int, None] = {}
    for query in _queries(article):
        rows = connection.execute(
            "SELECT rowid FROM article_index WHERE article_index MATCH ? LIMIT ?", (query, _MOST)
        )
        numbers.update((number, None) for (number,) in rows)
    return list(numbers)


def _queries(article: Article) -> Iterator[str]:
    """The title, and stretches from all over the body without a break inside."""
    title = query_terms(article.title)
    if len("".join(title)) >= LONG_TITLE:
        yield index_query(title, titles=True)
    words = [word for word in normalise(article.body).split() if len(word) >= _PROBE]
    step = max(1, len(words) // _PROBES)
    for word in words[::step][: _PROBES + 1]:
        yield index_query([word[:_PROBE]])


def _letters(text: str) -> str:
    return "".join(normalise(text).split())


def _grams(text: str) -> set[str]:
    return {text[start : start + _GRAM] for start in range(len(text) - _GRAM + 1)}
