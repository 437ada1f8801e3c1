"""Sources, articles, their problems and tags; what the list of articles shows."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from studydesk.domain.article import Article, Block, Problem, Recovery, Source
from studydesk.errors import NotFound
from studydesk.library import codec
from studydesk.library.normal import INDEX_FORM, index_form

_OPENING = 40
"""Characters of the body that stand for an article in a list."""


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


# --- sources -------------------------------------------------------------------------------


def add(connection: sqlite3.Connection, source: Source, recovery: Recovery) -> bool:
    """Keep a source and its articles; True if anything of it was new.

    What the library has stays as it is: of a source that is there already, only articles from
    stretches of the page that no article there covers are added. (A packet file brings a
    source with some of its articles; the page itself may follow.)
    """
    is_new = _add_source(connection, source)
    taken = set() if is_new else _covered(connection, source.id)
    added = {
        article.id
        for article in recovery.articles
        if _characters(article).isdisjoint(taken) and _add_article(connection, article)
    }
    known = added | {""} if is_new else added
    connection.executemany(
        "INSERT INTO problem (source_id, article_id, content) VALUES (?, ?, ?)",
        [
            (source.id, problem.article_id, codec.dump(problem))
            for problem in recovery.problems
            if problem.article_id in known
        ],
    )
    return is_new or bool(added)


def _add_source(connection: sqlite3.Connection, source: Source) -> bool:
    published = source.published.isoformat() if source.published else None
    inserted = connection.execute(
        "INSERT INTO source (id, name, newspaper, published, page, raw) VALUES (?, ?, ?, ?, ?, ?)"
        " ON CONFLICT DO NOTHING",
        (
            source.id,
            column_text(source.name),
            column_text(source.newspaper),
            published,
            column_text(source.page),
            source.raw.encode("utf-8", "surrogatepass"),
        ),
    )
    return inserted.rowcount == 1


def _covered(connection: sqlite3.Connection, source_id: str) -> set[int]:
    """The places in the raw text that the library's articles of a source came from."""
    ids = connection.execute("SELECT id FROM article WHERE source_id = ?", (source_id,)).fetchall()
    return {place for (key,) in ids for place in _characters(article(connection, key))}


def _characters(article: Article) -> set[int]:
    return {place for block in article.blocks for span in block.spans for place in range(*span)}


def sources(connection: sqlite3.Connection) -> list[Source]:
    """All sources in the order they came."""
    return [_source(row) for row in connection.execute(f"{_SOURCES} ORDER BY rowid")]


def source(connection: sqlite3.Connection, source_id: str) -> Source:
    """One source with its raw text. Raises NotFound."""
    row = connection.execute(f"{_SOURCES} WHERE id = ?", (source_id,)).fetchone()
    if row is None:
        raise NotFound("source", source_id)
    return _source(row)


_SOURCES = "SELECT name, raw, newspaper, published, page FROM source"


def _source(row: tuple[Any, ...]) -> Source:
    name, raw, newspaper, published, page = row
    return Source(name, raw.decode("utf-8", "surrogatepass"), newspaper, _date(published), page)


def update_source(
    connection: sqlite3.Connection,
    source_id: str,
    newspaper: str,
    published: date | None,
    page: str,
) -> None:
    """Set where a source was published. Raises NotFound."""
    updated = connection.execute(
        "UPDATE source SET newspaper = ?, published = ?, page = ? WHERE id = ?",
        (
            column_text(newspaper),
            published.isoformat() if published else None,
            column_text(page),
            source_id,
        ),
    )
    if updated.rowcount == 0:
        raise NotFound("source", source_id)


# --- articles ------------------------------------------------------------------------------


def _add_article(connection: sqlite3.Connection, article: Article) -> bool:
    title, body = column_text(article.title), column_text(article.body)
    inserted = connection.execute(
        "INSERT INTO article (id, source_id, title, column_name, authors, length, opening)"
        " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        (
            article.id,
            article.source_id,
            title,
            column_text(article.column),
            codec.dump(article.authors),
            article.length,
            " ".join(body[: 2 * _OPENING].split())[:_OPENING],
        ),
    )
    if inserted.rowcount != 1:
        return False
    number = inserted.lastrowid
    connection.execute(
        "INSERT INTO article_text (number, body, blocks) VALUES (?, ?, ?)",
        (number, body, codec.dump(article.blocks)),
    )
    connection.execute(_INDEX, (number, index_form(title), index_form(body)))
    return True


_INDEX = "INSERT INTO article_index (rowid, title, body) VALUES (?, ?, ?)"


def bring_index_up_to_date(connection: sqlite3.Connection) -> None:
    """Make the search index anew if other rules of the normal form made it, or none yet."""
    made_by = connection.execute("SELECT name FROM article_index_form").fetchone()
    if made_by == (INDEX_FORM,):
        return
    connection.execute("INSERT INTO article_index (article_index) VALUES ('delete-all')")
    for number, title, body in connection.execute(
        "SELECT number, title, body FROM article JOIN article_text USING (number)"
    ):
        connection.execute(_INDEX, (number, index_form(title), index_form(body)))
    connection.execute("DELETE FROM article_index_form")
    connection.execute("INSERT INTO article_index_form (name) VALUES (?)", (INDEX_FORM,))


def article(connection: sqlite3.Connection, article_id: str) -> Article:
    """One article with all its blocks. Raises NotFound."""
    row = connection.execute(
        "SELECT source_id, blocks FROM article JOIN article_text USING (number) WHERE id = ?",
        (article_id,),
    ).fetchone()
    if row is None:
        raise NotFound("article", article_id)
    return Article(article_id, row[0], codec.load(tuple[Block, ...], row[1]))


def problems(connection: sqlite3.Connection, article_id: str) -> tuple[Problem, ...]:
    """What recovery found doubtful in one article, in reading order."""
    rows = connection.execute(
        "SELECT content FROM problem WHERE article_id = ? ORDER BY rowid", (article_id,)
    )
    return tuple(codec.load(Problem, content) for (content,) in rows)


def set_tags(connection: sqlite3.Connection, article_id: str, tags: Iterable[str]) -> None:
    """Give an article these tags and no others. Raises NotFound."""
    known = connection.execute("SELECT 1 FROM article WHERE id = ?", (article_id,)).fetchone()
    if known is None:
        raise NotFound("article", article_id)
    names = {column_text(" ".join(tag.split())) for tag in tags} - {""}
    connection.execute("DELETE FROM tag WHERE article_id = ?", (article_id,))
    connection.executemany(
        "INSERT INTO tag (article_id, name) VALUES (?, ?)",
        [(article_id, name) for name in sorted(names)],
    )


# --- lists ---------------------------------------------------------------------------------

_SUMMARIES = """
    SELECT a.number, a.authors, s.published,
           (SELECT json_group_array(name) FROM tag WHERE article_id = a.id),
           a.id, a.title, a.column_name, s.id, s.name, s.newspaper, s.page, a.length,
           (SELECT count(*) FROM problem WHERE article_id = a.id),
           (SELECT count(*) FROM passage WHERE article_id = a.id),
           a.opening
    FROM article AS a JOIN source AS s ON s.id = a.source_id
"""
_IN_ROWS = "WHERE a.number IN (SELECT value FROM json_each(?))"


def summaries(connection: sqlite3.Connection, wanted: ArticleFilter) -> list[ArticleSummary]:
    """The articles that fit a filter, in the order they came, page by page."""
    condition, values = where(wanted)
    rows = connection.execute(f"{_SUMMARIES} WHERE {condition} ORDER BY a.number", values)
    return [_summary(row) for row in rows]


def summaries_by_number(
    connection: sqlite3.Connection, numbers: Iterable[int]
) -> dict[int, ArticleSummary]:
    """The articles in these rows."""
    rows = connection.execute(f"{_SUMMARIES} {_IN_ROWS}", (codec.dump(list(numbers)),))
    return {row[0]: _summary(row) for row in rows}


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


def facets(connection: sqlite3.Connection) -> Facets:
    """What articles can be filtered by: sources as they came, all else the most frequent first."""

    def counted(query: str) -> tuple[Facet, ...]:
        return tuple(Facet(*row) for row in connection.execute(query))

    return Facets(
        counted(
            "SELECT s.id, s.name, count(*) FROM article AS a JOIN source AS s ON s.id = a.source_id"
            " GROUP BY s.id ORDER BY s.rowid"
        ),
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


def _summary(row: tuple[Any, ...]) -> ArticleSummary:
    authors, published, tags, *facts = row[1:]
    key, title, column, source_id, source_name, newspaper, page, *counts, opening = facts
    length, problems, picked = counts
    return ArticleSummary(
        key,
        title,
        column,
        codec.load(tuple[str, ...], authors),
        source_id,
        source_name,
        newspaper,
        _date(published),
        page,
        length,
        tuple(sorted(codec.load(tuple[str, ...], tags))),
        problems,
        picked,
        opening,
    )


def _date(stored: str | None) -> date | None:
    return date.fromisoformat(stored) if stored else None


def column_text(text: str) -> str:
    """Text as a column can hold it: a lone surrogate, which UTF-8 lacks, becomes '?'."""
    return text.encode("utf-8", "replace").decode("utf-8")
