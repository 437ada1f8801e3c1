"""What was done by hand to a source, and the articles that came of it."""

import sqlite3
from collections.abc import Callable, Collection

from studydesk.domain.article import Recovery
from studydesk.domain.cleaning import is_faithful
from studydesk.domain.packet import Packet
from studydesk.domain.tidying import Tidying
from studydesk.errors import EditRefused
from studydesk.library import articles, codec, codes, packets, removed, sources, trash

Follow = Callable[[Packet], Packet]
"""What becomes of a packet when articles that it quotes have changed, or their source."""


_IN_TRASH = ((trash.packets_of, trash.keep_packet), (removed.packets_of, removed.keep_packet))
"""What in the trash has passages of a source, and how each is kept as it is made: packets, and
passages that were taken out of one.
"""


def as_it_is(packet: Packet) -> Packet:
    """The packet, which does not follow."""
    return packet


def operations(connection: sqlite3.Connection, source_id: str) -> tuple[Tidying, ...]:
    """The operations on a source, in order; none where nobody has tidied it."""
    row = connection.execute(
        "SELECT operations FROM tidying WHERE source_id = ?", (source_id,)
    ).fetchone()
    return codec.load(tuple[Tidying, ...], row[0]) if row else ()


def keep(connection: sqlite3.Connection, source_id: str, done: tuple[Tidying, ...]) -> None:
    """Keep operations on a source in place of those it had; its articles stay as they are."""
    connection.execute(
        "INSERT INTO tidying (source_id, operations) VALUES (?, ?)"
        " ON CONFLICT (source_id) DO UPDATE SET operations = excluded.operations",
        (source_id, codec.dump(done)),
    )


def tidy(
    connection: sqlite3.Connection,
    source_id: str,
    done: tuple[Tidying, ...],
    recovery: Recovery,
    follow: Follow,
    place: Follow,
    trashed: Collection[str] | None = None,
) -> list[Packet]:
    """Keep operations on a source, its articles and problems as they are after them, and every
    packet with passages of it as `follow` makes it, or `place` what is in the trash; those packets
    that `follow` changed. `trashed` says which of the articles are in the trash then; without it,
    `trash.staying`. Raises NotFound, EditRefused where all articles of the source are in the
    trash and more is done than taking back the last operations, and ValueError where the page lost
    a character or has one that is not in its raw text.
    """
    kept = operations(connection, source_id)
    is_taken_back = len(done) < len(kept) and kept[: len(done)] == done
    if trash.is_deleted(connection, source_id) and not is_taken_back:
        raise EditRefused("source-deleted")
    _check_whole(sources.source(connection, source_id).raw, recovery)
    keep(connection, source_id, done)
    before = [article.id for article in articles.of_source(connection, source_id)]
    articles.replace_all(
        connection, source_id, trash.without_trashed(connection, source_id, recovery, trashed)
    )
    ids = {*before, *(article.id for article in recovery.articles)}
    for packets_of, keep_packet in _IN_TRASH:
        for packet in packets_of(connection, source_id):
            codes.keep_former(connection, packet, placed := place(packet))
            keep_packet(connection, placed)
    return _followed(connection, source_id, ids, follow)


def _check_whole(raw: str, recovery: Recovery) -> None:
    blocks = [block for article in recovery.articles for block in article.blocks]
    if not all(is_faithful(raw, block) for block in blocks):
        raise ValueError("a block is not what its source says")
    done = 0
    for start, end in sorted([*(s for block in blocks for s in block.spans), *recovery.furniture]):
        if start < done or raw[done:start].strip():
            raise ValueError("a character of the source is lost, or there twice")
        done = end
    if raw[done:].strip():
        raise ValueError("the end of the source is lost")


def _followed(
    connection: sqlite3.Connection, source_id: str, ids: set[str], follow: Follow
) -> list[Packet]:
    changed = []
    for packet in _quoting(connection, source_id, ids):
        after = follow(packet)
        if after != packet:
            codes.keep_former(connection, packet, after)
            packets.save(connection, after)
            changed.append(after)
    return changed


def _quoting(
    connection: sqlite3.Connection, source_id: str, ids: Collection[str] = ()
) -> list[Packet]:
    """The packets with passages of a source, or of these articles."""
    # Article ids begin with that of their source: so those are known that are gone by now.
    rows = connection.execute(
        "SELECT DISTINCT packet_id FROM passage WHERE article_id GLOB ?"
        " OR article_id IN (SELECT value FROM json_each(?)) ORDER BY packet_id",
        (f"{source_id}-*", codec.dump(sorted(ids))),
    )
    return [packets.packet(connection, packet_id) for (packet_id,) in rows.fetchall()]


def update_sources(
    connection: sqlite3.Connection, facts: tuple[sources.Facts, ...], follow: Follow
) -> None:
    """Set where sources were published, and keep every packet with passages of them, and what is
    in the trash, as `follow` makes it. Raises NotFound.
    """
    sources.update(connection, facts)
    ids = [source_id for source_id, *_ in facts]
    # Each packet follows once: what it says after that would pass for its own words.
    for packet in {each.id: each for one in ids for each in _quoting(connection, one)}.values():
        if (after := follow(packet)) != packet:
            packets.put(connection, after)
    for packets_of, keep_packet in _IN_TRASH:
        for packet in dict.fromkeys(each for one in ids for each in packets_of(connection, one)):
            if (after := follow(packet)) != packet:
                keep_packet(connection, after)
