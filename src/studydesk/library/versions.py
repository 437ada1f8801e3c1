"""What packets were before: states that are kept by themselves, a few of each packet.

A state is kept at the moment at which another takes its place, in the same transaction, so that
no kill and no crash comes between the two.
"""

import sqlite3
import zlib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from studydesk.domain.packet import Packet
from studydesk.errors import NotFound
from studydesk.library import codec
from studydesk.library.codec import column_text

REST = timedelta(minutes=10)
"""A state that lasted this long is kept when it is edited."""
LONGEST_WORK = timedelta(minutes=30)
"""While somebody works without a rest, a state is kept this long after the last one."""
KEPT = 30
"""The newest states of a packet that are kept."""
KEPT_EXPORTED = 20
"""The newest states that were exported or signed, which are kept beside these."""


class Reason(StrEnum):
    """Why a state was kept."""

    RESTED = "rested"
    EXPORTED = "exported"
    REPLACED = "replaced"
    SIGNED = "signed"


@dataclass(frozen=True, slots=True)
class Version:
    """One earlier state of a packet, by its number in the library, and since when it was so."""

    number: int
    made_at: datetime
    reason: Reason
    title: str
    passages: int
    questions: int


def versions(connection: sqlite3.Connection, packet_id: str) -> list[Version]:
    """The states of a packet that are kept, the newest first."""
    rows = connection.execute(
        "SELECT number, made_at, reason, title, passages, questions FROM version"
        " WHERE packet_id = ? ORDER BY number DESC",
        (packet_id,),
    )
    return [
        Version(number, datetime.fromisoformat(made_at), Reason(reason), *rest)
        for number, made_at, reason, *rest in rows
    ]


def version(connection: sqlite3.Connection, number: int) -> Packet:
    """A packet as it was. Raises NotFound."""
    row = connection.execute("SELECT content FROM version WHERE number = ?", (number,)).fetchone()
    if row is None:
        raise NotFound("version", str(number))
    return codec.load(Packet, _unpacked(row[0]))


def was(connection: sqlite3.Connection, packet: Packet) -> bool:
    """Whether a packet was so once, as far as that is kept."""
    rows = connection.execute("SELECT content FROM version WHERE packet_id = ?", (packet.id,))
    return any(codec.load(Packet, _unpacked(content)) == packet for (content,) in rows)


def keep(connection: sqlite3.Connection, packet: str | Packet, reason: Reason) -> None:
    """Keep a packet, which may have been edited since, or by its id as it is now, unless that was
    the last thing that was kept; then only the reason is noted, but for a state that was exported
    or signed. Nothing for an id that is not there.
    """
    if isinstance(packet, Packet):
        now, counts = datetime.now(UTC).isoformat(), (len(packet.passages), len(packet.questions))
        _keep(connection, packet.id, reason, now, packet.title, *counts, codec.dump(packet))
        return
    row = connection.execute(
        "SELECT changed_at, title, passages, questions, content FROM packet WHERE id = ?",
        (packet,),
    ).fetchone()
    if row is not None:
        _keep(connection, packet, reason, *row)


def _keep(
    connection: sqlite3.Connection,
    packet_id: str,
    reason: Reason,
    changed_at: str,
    title: str,
    passages: int,
    questions: int,
    content: str,
) -> None:
    number, last = _newest(connection, packet_id)
    if number and last == content:
        if reason is not Reason.RESTED:
            connection.execute(
                "UPDATE version SET reason = ? WHERE number = ?"
                " AND reason NOT IN ('exported', 'signed')",
                (reason.value, number),
            )
        return
    connection.execute(
        "INSERT INTO version (packet_id, made_at, reason, title, passages, questions, content)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            packet_id,
            changed_at,
            reason.value,
            column_text(title),
            passages,
            questions,
            zlib.compress(content.encode(), 9),
        ),
    )
    _prune(connection, packet_id)


def keep_what_rested(connection: sqlite3.Connection, packet_id: str) -> None:
    """Keep a packet as it is now where it is time for that: it is about to be edited."""
    row = connection.execute(
        "SELECT packet.changed_at, (SELECT made_at FROM version WHERE packet_id = packet.id"
        " ORDER BY number DESC LIMIT 1) FROM packet WHERE id = ?",
        (packet_id,),
    ).fetchone()
    if row is None:
        return
    changed = datetime.fromisoformat(row[0])
    rested = abs(datetime.now(UTC) - changed) >= REST  # a clock may have been set back
    if row[1] is None or rested or abs(changed - datetime.fromisoformat(row[1])) >= LONGEST_WORK:
        keep(connection, packet_id, Reason.RESTED)


def forget_lost(connection: sqlite3.Connection) -> None:
    """Let go what is kept of packets that are neither in the library nor in the trash: their
    states, codes of their passages, and passages that were taken out of them.
    """
    connection.execute(
        "DELETE FROM version WHERE packet_id NOT IN (SELECT id FROM packet)"
        " AND packet_id NOT IN (SELECT id FROM trash WHERE kind = 'packet')"
    )
    connection.execute(
        "DELETE FROM former_code WHERE packet_id NOT IN (SELECT id FROM packet)"
        " AND packet_id NOT IN (SELECT id FROM trash WHERE kind = 'packet')"
    )
    connection.execute(
        "DELETE FROM removed_passage WHERE packet_id NOT IN (SELECT id FROM packet)"
        " AND packet_id NOT IN (SELECT id FROM trash WHERE kind = 'packet')"
    )


def _newest(connection: sqlite3.Connection, packet_id: str) -> tuple[int, str]:
    """The number and the content of what was kept last; 0 where nothing was."""
    row = connection.execute(
        "SELECT number, content FROM version WHERE packet_id = ? ORDER BY number DESC LIMIT 1",
        (packet_id,),
    ).fetchone()
    return (row[0], _unpacked(row[1])) if row else (0, "")


def _unpacked(content: bytes) -> str:
    """Raises codec.Unreadable."""
    try:
        return zlib.decompress(content).decode()
    except (zlib.error, UnicodeDecodeError) as error:
        raise codec.Unreadable(str(error)) from error


def _prune(connection: sqlite3.Connection, packet_id: str) -> None:
    """Let the oldest go, those that were exported or signed last."""
    connection.execute(
        "DELETE FROM version WHERE packet_id = :id AND number NOT IN"
        " (SELECT number FROM version WHERE packet_id = :id ORDER BY number DESC LIMIT :kept)"
        " AND number NOT IN (SELECT number FROM version WHERE packet_id = :id"
        " AND reason IN ('exported', 'signed') ORDER BY number DESC LIMIT :exported)",
        {"id": packet_id, "kept": KEPT, "exported": KEPT_EXPORTED},
    )
