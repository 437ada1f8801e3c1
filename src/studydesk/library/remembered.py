"""What a library remembers beside articles and packets: JSON values by key, and proof rules that
its unit does not want to be asked.
"""

import sqlite3
import sys
from collections.abc import Iterable, Mapping
from typing import TypeVar

from studydesk.library import codec

_T = TypeVar("_T")


def text(connection: sqlite3.Connection, key: str) -> str:
    """The JSON under a key, or nothing where nothing is kept."""
    row = connection.execute("SELECT value FROM state WHERE key = ?", (key,)).fetchone()
    return str(row[0]) if row else ""


def value(connection: sqlite3.Connection, key: str, default: _T) -> _T:
    """The value under a key, or `default` where there is none of its type."""
    kept = text(connection, key)
    found = codec.parse(kept) if kept else default
    return found if isinstance(found, type(default)) else default


def keys_under(connection: sqlite3.Connection, beginning: str) -> list[str]:
    """The keys that begin so, in their order."""
    rows = connection.execute(
        "SELECT key FROM state WHERE key >= ? AND key < ? ORDER BY key",
        (beginning, beginning + chr(sys.maxunicode)),
    )
    return [key for (key,) in rows]


def values_under(connection: sqlite3.Connection, beginning: str, kind: type[_T]) -> dict[str, _T]:
    """The values of one type under all keys that begin so, by key."""
    found = {key: codec.parse(text(connection, key)) for key in keys_under(connection, beginning)}
    return {key: value for key, value in found.items() if isinstance(value, kind)}


def drop(connection: sqlite3.Connection, keys: Iterable[str]) -> None:
    """Keep nothing under these keys."""
    connection.executemany("DELETE FROM state WHERE key = ?", [(key,) for key in keys])


def keep(connection: sqlite3.Connection, values: Mapping[str, object]) -> None:
    """Keep values under their keys, in place of earlier ones."""
    connection.executemany(
        "INSERT INTO state (key, value) VALUES (?, ?)"
        " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        [(key, codec.dump(value)) for key, value in values.items()],
    )


def silenced_rules(connection: sqlite3.Connection) -> frozenset[str]:
    """The proof rules that are not asked, by id."""
    return frozenset(rule for (rule,) in connection.execute("SELECT id FROM silenced_rule"))


def silence(connection: sqlite3.Connection, rule: str) -> None:
    """Let a proof rule not be asked in any packet."""
    connection.execute("INSERT OR IGNORE INTO silenced_rule (id) VALUES (?)", (rule,))


def ask_again(connection: sqlite3.Connection, rule: str) -> None:
    """Let a proof rule be asked."""
    connection.execute("DELETE FROM silenced_rule WHERE id = ?", (rule,))
