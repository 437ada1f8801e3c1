"""Passages that were taken out of packets: they wait as long as what is in the trash."""

import sqlite3
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from studydesk.domain.edits import insert
from studydesk.domain.packet import Packet, PassageItem
from studydesk.errors import NotFound
from studydesk.library import codec


@dataclass(frozen=True, slots=True)
class RemovedPassage:
    """A passage that was taken out of a packet, and the next item that stayed there; empty where
    none did.
    """

    packet_id: str
    item: PassageItem
    before: str

    def back_in(self, packet: Packet) -> Packet:
        """The packet with the passage where it stood, or last where that is gone; as it is, where
        it has the passage already.
        """
        if any(item.id == self.item.id for item in packet.items):
            return packet
        places = (at for at, item in enumerate(packet.items) if item.id == self.before)
        return insert(packet, next(places, len(packet.items)), self.item)


def taken_out(before: Packet, after: Packet) -> list[RemovedPassage]:
    """The passages that a packet has no more after it was edited, as they were before."""
    stay = {item.id for item in after.items}
    gone, following = [], ""
    for item in reversed(before.items):
        if item.id in stay:
            following = item.id
        elif isinstance(item, PassageItem):
            gone.append(RemovedPassage(after.id, item, following))
    return gone


def note(
    connection: sqlite3.Connection, packet: Packet, unwritten: Collection[RemovedPassage]
) -> None:
    """Keep the passages that a packet has no more which is about to be saved, as they are in it
    now, and the `unwritten` ones that it never had when it was saved; let go of those that it has
    again.
    """
    rows = connection.execute("SELECT item_id FROM passage WHERE packet_id = ?", (packet.id,))
    was = {item_id for (item_id,) in rows}
    now = {item.id for item in packet.items if isinstance(item, PassageItem)}
    if was - now:
        content = connection.execute("SELECT content FROM packet WHERE id = ?", (packet.id,))
        _keep(connection, taken_out(codec.load(Packet, content.fetchone()[0]), packet))
    _keep(connection, [each for each in unwritten if each.item.id not in was | now])
    connection.executemany(
        "DELETE FROM removed_passage WHERE packet_id = ? AND item_id = ?",
        [(packet.id, item_id) for item_id in now - was],
    )


def _keep(connection: sqlite3.Connection, gone: Iterable[RemovedPassage]) -> None:
    now = datetime.now(UTC).isoformat(timespec="microseconds")
    connection.executemany(
        "INSERT OR IGNORE INTO removed_passage"
        " (packet_id, item_id, before, removed_at, content) VALUES (?, ?, ?, ?, ?)",
        [(each.packet_id, each.item.id, each.before, now, codec.dump(each.item)) for each in gone],
    )


def packets_of(connection: sqlite3.Connection, source_id: str) -> list[Packet]:
    """The passages of a source that were taken out, each as all that is in its packet."""
    rows = connection.execute(
        "SELECT packet_id, content FROM removed_passage"
        " WHERE json_extract(content, '$.passage.article_id') BETWEEN ? AND ?",
        (f"{source_id}-", f"{source_id}."),  # what comes right after a hyphen
    ).fetchall()
    return [Packet("", items=(codec.load(PassageItem, row[1]),), id=row[0]) for row in rows]


def keep_packet(connection: sqlite3.Connection, packet: Packet) -> None:
    """Keep the one passage of such a packet as it is now."""
    (item,) = packet.items
    connection.execute(
        "UPDATE removed_passage SET content = ? WHERE packet_id = ? AND item_id = ?",
        (codec.dump(item), packet.id, item.id),
    )


def passage(connection: sqlite3.Connection, number: str) -> RemovedPassage:
    """One of them, by its number. Raises NotFound."""
    row = connection.execute(
        "SELECT packet_id, content, before FROM removed_passage WHERE number = ?", (number,)
    ).fetchone()
    if row is None:
        raise NotFound("passage", number)
    return RemovedPassage(row[0], codec.load(PassageItem, row[1]), row[2])
