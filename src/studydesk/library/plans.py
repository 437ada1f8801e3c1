"""Session plans that users made of packets of their own, by name."""

import sqlite3
from dataclasses import replace

from studydesk.domain.own_plan import OwnPlan
from studydesk.library import codec
from studydesk.library.codec import column_text


def plans(connection: sqlite3.Connection) -> list[OwnPlan]:
    """All plans, by name."""
    rows = connection.execute("SELECT content FROM session_plan ORDER BY name")
    return [codec.load(OwnPlan, content) for (content,) in rows]


def keep(connection: sqlite3.Connection, plan: OwnPlan) -> bool:
    """Keep a plan, in place of one of the same name; True where there was none."""
    name = column_text(plan.name)
    known = connection.execute("SELECT 1 FROM session_plan WHERE name = ?", (name,)).fetchone()
    connection.execute(
        "INSERT OR REPLACE INTO session_plan (name, content) VALUES (?, ?)",
        (name, codec.dump(plan)),
    )
    return known is None


def forget(connection: sqlite3.Connection, name: str) -> None:
    """Take a plan out; packets made from it stay."""
    connection.execute("DELETE FROM session_plan WHERE name = ?", (column_text(name),))


def rename_preset(connection: sqlite3.Connection, before: str, after: str) -> None:
    """Let every plan with a preset have it by another name."""
    for plan in plans(connection):
        if plan.preset == before:
            keep(connection, replace(plan, preset=after))
