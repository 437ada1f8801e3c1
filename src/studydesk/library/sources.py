"""Sources: the pages that articles came from, with their raw texts."""

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from studydesk.domain.article import Source, SourceKind
from studydesk.errors import NotFound
from studydesk.library.codec import column_text, dump


def add(connection: sqlite3.Connection, source: Source) -> bool:
    """Keep a source; False if it was there already, and stays as it is."""
    inserted = connection.execute(
        "INSERT INTO source (id, name, newspaper, published, page, raw, kind, seen)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        (
            source.id,
            column_text(source.name),
            column_text(source.newspaper),
            _iso(source.published),
            column_text(source.page),
            source.raw.encode("utf-8", "surrogatepass"),
            source.kind,
            _iso(source.seen),
        ),
    )
    return inserted.rowcount == 1


def is_there(connection: sqlite3.Connection, source_id: str) -> bool:
    """Whether the library has a source."""
    row = connection.execute("SELECT 1 FROM source WHERE id = ?", (source_id,)).fetchone()
    return row is not None


def known(connection: sqlite3.Connection, source_ids: Sequence[str]) -> set[str]:
    """Which of these sources are there."""
    rows = connection.execute(
        "SELECT id FROM source WHERE id IN (SELECT value FROM json_each(?))",
        (dump(source_ids),),
    )
    return {source_id for (source_id,) in rows}


def all_sources(connection: sqlite3.Connection) -> list[Source]:
    """All sources in the order they came."""
    return [_source(row) for row in connection.execute(f"{_SOURCES} ORDER BY rowid")]


def source(connection: sqlite3.Connection, source_id: str) -> Source:
    """One source with its raw text. Raises NotFound."""
    row = connection.execute(f"{_SOURCES} WHERE id = ?", (source_id,)).fetchone()
    if row is None:
        raise NotFound("source", source_id)
    return _source(row)


_SOURCES = "SELECT name, raw, newspaper, published, page, kind, seen FROM source"


def _source(row: tuple[Any, ...]) -> Source:
    name, raw, newspaper, published, page, kind, seen = row
    return Source(
        name,
        raw.decode("utf-8", "surrogatepass"),
        newspaper,
        _day(published),
        page,
        SourceKind(kind),
        _day(seen),
    )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None


Facts = tuple[str, str, date | None, str, SourceKind, date | None]
"""Where a source was published: its id, newspaper, date, page, kind, and when it was seen."""


def facts(connection: sqlite3.Connection, source_ids: Sequence[str]) -> list[Facts]:
    """Where some sources were published, in their order. Raises NotFound."""
    rows = connection.execute(
        "SELECT id, newspaper, published, page, kind, seen FROM source"
        " WHERE id IN (SELECT value FROM json_each(?))",
        (dump(source_ids),),
    )
    known = {
        source_id: (source_id, newspaper, _day(published), page, SourceKind(kind), _day(seen))
        for source_id, newspaper, published, page, kind, seen in rows
    }
    for source_id in source_ids:
        if source_id not in known:
            raise NotFound("source", source_id)
    return [known[source_id] for source_id in source_ids]


def update(connection: sqlite3.Connection, facts: Iterable[Facts]) -> None:
    """Set where sources were published. Raises NotFound."""
    for source_id, newspaper, published, page, kind, seen in facts:
        updated = connection.execute(
            "UPDATE source SET newspaper = ?, published = ?, page = ?, kind = ?, seen = ?"
            " WHERE id = ?",
            (
                column_text(newspaper),
                _iso(published),
                column_text(page),
                kind,
                _iso(seen),
                source_id,
            ),
        )
        if updated.rowcount == 0:
            raise NotFound("source", source_id)
