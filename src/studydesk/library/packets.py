"""Packets, and which stretches of an article are in one."""

import sqlite3
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from studydesk.domain.packet import Packet, PassageItem
from studydesk.errors import NotFound
from studydesk.library import codec, plans, removed, versions
from studydesk.library.codec import column_text


@dataclass(frozen=True, slots=True)
class PacketSummary:
    """What a list shows of a packet: its facts and how much is in it."""

    id: str
    title: str
    held_on: date | None
    changed_at: datetime
    passages: int
    questions: int


@dataclass(frozen=True, slots=True)
class Picked:
    """A stretch of an article's body, start to end, that is a passage of a packet, and the text
    of that, which the article may no longer have.
    """

    packet_id: str
    packet_title: str
    item_id: str
    start: int
    end: int
    text: str


def summaries(connection: sqlite3.Connection) -> list[PacketSummary]:
    """All packets, the one changed last first."""
    rows = connection.execute(
        "SELECT id, title, held_on, changed_at, passages, questions FROM packet"
        " ORDER BY changed_at DESC, rowid DESC"
    )
    return [
        PacketSummary(
            key,
            title,
            date.fromisoformat(held_on) if held_on else None,
            datetime.fromisoformat(changed_at),
            passages,
            questions,
        )
        for key, title, held_on, changed_at, passages, questions in rows
    ]


def packet(connection: sqlite3.Connection, packet_id: str) -> Packet:
    """One packet. Raises NotFound."""
    row = connection.execute("SELECT content FROM packet WHERE id = ?", (packet_id,)).fetchone()
    if row is None:
        raise NotFound("packet", packet_id)
    return codec.load(Packet, row[0])


def save(
    connection: sqlite3.Connection, packet: Packet, gone: Collection[removed.RemovedPassage] = ()
) -> None:
    """Keep a packet as it is now, in place of an earlier state of it, which stays a version where
    it lasted for a while; `gone` are passages that it had meanwhile.
    """
    versions.keep_what_rested(connection, packet.id)
    removed.note(connection, packet, gone)
    held_on = packet.session.held_on
    connection.execute(
        "INSERT INTO packet (id, title, held_on, changed_at, passages, questions, content)"
        " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET title = excluded.title,"
        " held_on = excluded.held_on, changed_at = excluded.changed_at,"
        " passages = excluded.passages, questions = excluded.questions, content = excluded.content",
        (
            packet.id,
            column_text(packet.title),
            held_on.isoformat() if held_on else None,
            datetime.now(UTC).isoformat(timespec="microseconds"),
            len(packet.passages),
            len(packet.questions),
            codec.dump(packet),
        ),
    )
    connection.execute("DELETE FROM passage WHERE packet_id = ?", (packet.id,))
    connection.executemany(
        "INSERT INTO passage (packet_id, item_id, article_id, start, stop) VALUES (?, ?, ?, ?, ?)",
        [
            (packet.id, item.id, item.passage.article_id, item.passage.start, item.passage.end)
            for item in packet.items
            if isinstance(item, PassageItem)
        ],
    )


def rename_preset(
    connection: sqlite3.Connection, before: str, after: str, only: Collection[str] | None
) -> list[str]:
    """Let every packet with a preset, and every plan, have it by another name, or `only` these
    packets where they are given; that is no change of them. The ids of the packets that had it.
    """
    if only is None:
        plans.rename_preset(connection, before, after)
    rows = connection.execute(
        "SELECT id, content FROM packet WHERE json_extract(content, '$.preset') = ?", (before,)
    ).fetchall()
    rows = [row for row in rows if only is None or row[0] in only]
    for _packet_id, content in rows:
        put(connection, replace(codec.load(Packet, content), preset=after))
    return [packet_id for packet_id, _content in rows]


def put(connection: sqlite3.Connection, packet: Packet) -> None:
    """Keep a packet that is there as it is now, as no change of it: its passages stand where they
    stood.
    """
    connection.execute(
        "UPDATE packet SET content = ? WHERE id = ?", (codec.dump(packet), packet.id)
    )


def in_preset(connection: sqlite3.Connection, name: str) -> list[str]:
    """The ids of the packets that are set in a preset."""
    rows = connection.execute(
        "SELECT id FROM packet WHERE json_extract(content, '$.preset') = ?", (name,)
    )
    return [packet_id for (packet_id,) in rows]


def is_there(connection: sqlite3.Connection, packet_id: str) -> bool:
    """Whether the library has a packet."""
    row = connection.execute("SELECT 1 FROM packet WHERE id = ?", (packet_id,)).fetchone()
    return row is not None


def delete(connection: sqlite3.Connection, packet_id: str) -> None:
    """Take a packet out."""
    connection.execute("DELETE FROM packet WHERE id = ?", (packet_id,))


def picked(connection: sqlite3.Connection, article_id: str) -> list[Picked]:
    """The passages of an article that are in packets, in the order of its text."""
    rows = connection.execute(
        "SELECT packet_id, title, item_id, start, stop, (SELECT json_extract(value,"
        " '$.passage.text') FROM json_each(content, '$.items')"
        " WHERE json_extract(value, '$.id') = item_id)"
        " FROM passage JOIN packet ON packet.id = packet_id"
        " WHERE article_id = ? ORDER BY start, stop, packet.rowid",
        (article_id,),
    )
    return [Picked(*row) for row in rows]


def citing(connection: sqlite3.Connection, source_id: str) -> list[tuple[str, str]]:
    """The packets that quote a source, by id and title, the one changed last first. The ids of
    its articles, also of those that are gone, begin with its own and a hyphen.
    """
    return connection.execute(
        "SELECT id, title FROM packet WHERE id IN"
        " (SELECT packet_id FROM passage WHERE article_id > ? AND article_id < ?)"
        " ORDER BY changed_at DESC, rowid DESC",
        (f"{source_id}-", f"{source_id}."),  # what comes right after a hyphen
    ).fetchall()
