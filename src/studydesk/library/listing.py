"""What lists show of articles, and what articles can be filtered by."""

import re
import sqlite3
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial
from typing import Any

from studydesk.library import codec


@dataclass(frozen=True, slots=True)
class ArticleFilter:
    """Which articles to list: those that fit every part that is not empty."""

    source_id: str = ""
    column: str = ""
    author: str = ""
    tag: str = ""


@dataclass(frozen=True, slots=True)
class ArticleSummary:
    """What a list shows of an article. `length` is in characters, `problems` counts what
    recovery found doubtful, `picked` the passages of it that are in packets.
    """

    id: str
    title: str
    column: str
    authors: tuple[str, ...]
    source_id: str
    source_name: str
    newspaper: str
    published: date | None
    page: str
    length: int
    tags: tuple[str, ...]
    problems: int
    picked: int
    opening: str


@dataclass(frozen=True, slots=True)
class SourceSummary:
    """What a list shows of a source: what it is called, its file, how many articles it has, and
    how many open problems.
    """

    id: str
    name: str
    file: str
    articles: int
    problems: int


@dataclass(frozen=True, slots=True)
class Facet:
    """One value to filter by: the value itself, what to call it, and how many articles fit."""

    value: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Facets:
    """All values that the library's articles can be filtered by."""

    sources: tuple[Facet, ...]
    columns: tuple[Facet, ...]
    authors: tuple[Facet, ...]
    tags: tuple[Facet, ...]


_SUMMARIES = """
    SELECT a.number, a.authors, s.published,
           (SELECT json_group_array(name) FROM tag WHERE article_id = a.id),  -- sorted: its key
           a.id, a.title, a.column_name, s.id, s.name, s.newspaper, s.page, a.length,
           (SELECT count(*) FROM problem WHERE article_id = a.id),
           (SELECT count(*) FROM passage WHERE article_id = a.id),
           a.opening
    FROM article AS a JOIN source AS s ON s.id = a.source_id
"""
_NUMBERS = (
    "SELECT group_concat(number) FROM (SELECT a.number AS number"
    " FROM article AS a JOIN source AS s ON s.id = a.source_id WHERE "
)
_AMONG = "SELECT article.id FROM json_each(?) CROSS JOIN article ON article.id = value"
_OF_SOURCES = "SELECT 1 FROM json_each(?) CROSS JOIN article ON source_id = value"
_PIECE = 500
"""Keys that are looked for at once: of many the first are there, or none is."""
_IN_ROWS = "WHERE a.number IN (SELECT value FROM json_each(?))"


def summaries(connection: sqlite3.Connection, wanted: ArticleFilter) -> list[ArticleSummary]:
    """The articles that fit a filter, in the order they came, page by page."""
    condition, values = where(wanted)
    rows = connection.execute(f"{_SUMMARIES} WHERE {condition} ORDER BY s.rowid, a.number", values)
    return [_summary(row) for row in rows]


def numbers(connection: sqlite3.Connection, wanted: ArticleFilter) -> "array[int]":
    """The rows of the articles that fit a filter, in the order of `summaries`. They come in one
    piece: for each row of its own SQLite would hand the interpreter back and forth.
    """
    condition, values = where(wanted)
    query = f"{_NUMBERS}{condition} ORDER BY s.rowid, a.number)"
    (told,) = connection.execute(query, values).fetchone()
    return array("q", map(int, told.split(","))) if told else array("q")


def ids_of(connection: sqlite3.Connection, source_ids: Iterable[str]) -> list[str]:
    """The ids of all articles of some sources, in the order they came."""
    rows = connection.execute(
        "SELECT id FROM article WHERE source_id IN (SELECT value FROM json_each(?))"
        " ORDER BY number",
        (codec.dump(list(source_ids)),),
    )
    return [key for (key,) in rows]


def known(connection: sqlite3.Connection, article_ids: Sequence[str]) -> list[str]:
    """Which of these articles are there, in their order."""
    return [key for (key,) in connection.execute(_AMONG, (codec.dump(article_ids),))]


def has_any(
    connection: sqlite3.Connection, article_ids: Sequence[str], source_ids: Sequence[str] = ()
) -> bool:
    """Whether one of these articles is there, or any of one of these sources."""
    found = partial(finds_any, connection)
    return found(_AMONG, article_ids) or found(_OF_SOURCES, source_ids)


def finds_any(connection: sqlite3.Connection, query: str, keys: Sequence[str]) -> bool:
    """Whether a query that takes keys as JSON finds something by one of these."""
    pieces = (keys[place : place + _PIECE] for place in range(0, len(keys), _PIECE))
    return any(connection.execute(query, (codec.dump(some),)).fetchone() for some in pieces)


def doubts_of(connection: sqlite3.Connection, source_ids: Iterable[str]) -> dict[str, int]:
    """How many problems each of some sources has, its articles' and its own."""
    rows = connection.execute(
        "SELECT source_id, count(*) FROM problem"
        " WHERE source_id IN (SELECT value FROM json_each(?)) GROUP BY source_id",
        (codec.dump(list(source_ids)),),
    )
    return dict(rows)


def number(connection: sqlite3.Connection, article_id: str) -> int:
    """The row of an article; 0, which none has, where it is not there."""
    row = connection.execute("SELECT number FROM article WHERE id = ?", (article_id,)).fetchone()
    return int(row[0]) if row else 0


def summaries_by_number(
    connection: sqlite3.Connection, numbers: Iterable[int]
) -> dict[int, ArticleSummary]:
    """The articles in these rows."""
    rows = connection.execute(f"{_SUMMARIES} {_IN_ROWS}", (codec.dump(list(numbers)),))
    return {row[0]: _summary(row) for row in rows}


def source_summaries(connection: sqlite3.Connection) -> list[SourceSummary]:
    """The sources that have articles, what came last first; the problems are those of articles."""
    rows = connection.execute(
        """
        SELECT s.id, s.newspaper, s.published, s.page, s.name, count(*),
               (SELECT title FROM article WHERE source_id = s.id AND title <> ''
                ORDER BY number LIMIT 1),
               (SELECT count(*) FROM problem AS p JOIN article AS b ON b.id = p.article_id
                WHERE p.source_id = s.id)
        FROM source AS s JOIN article AS a ON a.source_id = s.id
        GROUP BY s.rowid ORDER BY s.rowid DESC
        """
    )
    return [
        SourceSummary(key, source_name(newspaper, day, page, title, file), file, articles, problems)
        for key, newspaper, day, page, file, articles, title, problems in rows
    ]


def where(wanted: ArticleFilter) -> tuple[str, list[str]]:
    """A filter as a condition on `article AS a`, and its values."""
    conditions = {
        "a.source_id = ?": wanted.source_id,
        "a.column_name = ?": wanted.column,
        "EXISTS (SELECT 1 FROM json_each(a.authors) WHERE value = ?)": wanted.author,
        "a.id IN (SELECT article_id FROM tag WHERE name = ?)": wanted.tag,
    }
    used = {condition: value for condition, value in conditions.items() if value}
    return " AND ".join(used) or "TRUE", list(used.values())


_ONE_PAGE = re.compile(r"[A-Za-z]?\d{1,3}(?:[、-][A-Za-z]?\d{1,3})*")
"""The page of a newspaper, or several."""


def printed_in(newspaper: str, published: str | None, page: str) -> str:
    """Where a source was printed, as far as that is known; nothing without a newspaper. An issue
    with its pages is told as it was written, an address not at all.
    """
    place = f"第{page}版" if _ONE_PAGE.fullmatch(page) else page
    parts = (newspaper, published or "", "" if "://" in page else place)
    return " ".join(filter(None, parts)) if newspaper else ""


def source_name(
    newspaper: str, published: str | None, page: str, title: str | None, file: str
) -> str:
    """What a source is called: by where it was printed, or by its first title, or else by its
    file.
    """
    return printed_in(newspaper, published, page) or title or file


def _source_facets(connection: sqlite3.Connection) -> tuple[Facet, ...]:
    """The sources as they came."""
    rows = connection.execute(
        """
        SELECT s.id, s.newspaper, s.published, s.page, s.name, count(*),
               (SELECT title FROM article WHERE source_id = s.id AND title <> ''
                ORDER BY number LIMIT 1)
        FROM article AS a JOIN source AS s ON s.id = a.source_id GROUP BY s.id ORDER BY s.rowid
        """
    )
    return tuple(
        Facet(key, source_name(newspaper, published, page, title, file), count)
        for key, newspaper, published, page, file, count, title in rows
    )


def facets(connection: sqlite3.Connection) -> Facets:
    """What articles can be filtered by: sources as they came, all else the most frequent first."""

    def counted(query: str) -> tuple[Facet, ...]:
        return tuple(Facet(*row) for row in connection.execute(query))

    return Facets(
        _source_facets(connection),
        counted(
            "SELECT column_name, column_name, count(*) FROM article WHERE column_name <> ''"
            " GROUP BY 1 ORDER BY 3 DESC, 1"
        ),
        counted(
            "SELECT value, value, count(*) FROM article, json_each(authors)"
            " GROUP BY 1 ORDER BY 3 DESC, 1"
        ),
        counted("SELECT name, name, count(*) FROM tag GROUP BY 1 ORDER BY 3 DESC, 1"),
    )


def tags(connection: sqlite3.Connection) -> list[str]:
    """All tags that there are, sorted."""
    return [name for (name,) in connection.execute("SELECT DISTINCT name FROM tag ORDER BY name")]


def tags_of(connection: sqlite3.Connection, article_id: str) -> tuple[str, ...]:
    """The tags of an article, sorted."""
    rows = connection.execute(
        "SELECT name FROM tag WHERE article_id = ? ORDER BY name", (article_id,)
    )
    return tuple(name for (name,) in rows)


def _summary(row: tuple[Any, ...]) -> ArticleSummary:
    authors, published, tags, *facts = row[1:]
    key, title, column, source_id, source_name, newspaper, page, *counts, opening = facts
    length, problems, picked = counts
    return ArticleSummary(
        key,
        title,
        column,
        _names(authors),
        source_id,
        source_name,
        newspaper,
        _day(published),
        page,
        length,
        _names(tags),
        problems,
        picked,
        opening,
    )


def _day(stored: str | None) -> date | None:
    return date.fromisoformat(stored) if stored else None


@lru_cache(4096)  # a long list holds the same few names again and again
def _names(stored: str) -> tuple[str, ...]:
    return codec.load(tuple[str, ...], stored)
