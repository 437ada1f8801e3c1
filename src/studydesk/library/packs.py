"""What a packet file brings, added to a library: its articles and its packet together."""

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from studydesk.domain.article import Article, Recovery, Source
from studydesk.domain.packet import Packet, new_id
from studydesk.library import arriving, articles, codes, packets, sources, tidying, trash, versions
from studydesk.library.studypack import Studypack
from studydesk.library.trash import TrashKind

Arrive = Callable[[Packet, Source, Sequence[Article], Sequence[Article]], Packet]
"""The packet with its passages from a source where they are in this library: what is given are
the articles that the file brought and those that the library has now.
"""


@dataclass(frozen=True, slots=True)
class Arrival:
    """What a packet file would bring: its packet as it would stand here, the state of the same
    packet that is here, if any, and how many articles are new. The very state of the file may be
    `known`, as it is here or as a copy, or an `earlier` one of the packet that is here.
    """

    packet: Packet
    here: Packet | None
    articles: int
    known: bool
    earlier: bool

    @property
    def differs(self) -> bool:
        """Whether the library has another state of the packet now, and not this one."""
        return self.here is not None and not self.known


def look(connection: sqlite3.Connection, pack: Studypack, arrive: Arrive) -> Arrival:
    """What adding a packet file would bring. It is added, looked at and taken back."""
    connection.execute("SAVEPOINT look")
    try:
        before = _articles(connection)
        packet = bring(connection, pack, arrive)
        brought = _articles(connection) - before
    finally:
        connection.execute("ROLLBACK TO look")
        connection.execute("RELEASE look")
    is_there = packets.is_there(connection, packet.id)
    here = packets.packet(connection, packet.id) if is_there else None
    known = _copy(connection, packet) is not None
    return Arrival(packet, here, brought, known, earlier=versions.was(connection, packet))


def _articles(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT count(*) FROM article").fetchone()[0])


def add(connection: sqlite3.Connection, pack: Studypack, arrive: Arrive) -> Packet:
    """Keep a packet file's articles and packet beside what is there; the packet as it is kept."""
    packet = _beside_what_is_there(connection, bring(connection, pack, arrive))
    packets.save(connection, packet)
    codes.keep_former(connection, pack.packet, packet)
    return packet


def bring(connection: sqlite3.Connection, pack: Studypack, arrive: Arrive) -> Packet:
    """Keep a packet file's articles; its packet, which is not kept, as it would stand here. What
    was done by hand to a page comes with it, unless the library has the page already.
    """
    brought: dict[str, list[Article]] = {}
    for article, source in pack.articles:
        brought.setdefault(source.id, []).append(article)
    there = {source_id for source_id in brought if sources.is_there(connection, source_id)}
    for source in {source.id: source for _, source in pack.articles}.values():
        arriving.add(connection, source, Recovery(tuple(brought[source.id])))
    for tidied in pack.tidying:
        if tidied.source_id in brought.keys() - there:
            tidying.keep(connection, tidied.source_id, tidied.operations)
    packet = pack.packet
    for source_id in sorted(_quoted(connection, packet) | brought.keys()):
        source = sources.source(connection, source_id)
        here = articles.of_source(connection, source_id)
        packet = arrive(packet, source, brought.get(source_id, ()), here)
    codes.keep_former(connection, pack.packet, packet)  # it may be merged into what is there
    return packet


def _quoted(connection: sqlite3.Connection, packet: Packet) -> set[str]:
    """The sources in the library that a packet quotes, with or without bringing them."""
    quoted: set[str] = set()
    for article_id in {passage.article_id for passage in packet.passages}:
        rows = connection.execute("SELECT id FROM source WHERE ? GLOB id || '-*'", (article_id,))
        quoted.update(source_id for (source_id,) in rows)
    return quoted


def _beside_what_is_there(connection: sqlite3.Connection, packet: Packet) -> Packet:
    """The packet itself where nothing stands in its way, in the library or in the trash, else a
    copy; one that an earlier opening of the same file left is not made again. Its title, which
    is printed, stays.
    """
    if copy := _copy(connection, packet):
        return copy
    taken = packets.is_there(connection, packet.id)
    if taken or trash.has(connection, TrashKind.PACKET, packet.id):
        return replace(packet, id=new_id())
    return packet


def _copy(connection: sqlite3.Connection, packet: Packet) -> Packet | None:
    """The very same packet, perhaps under another id, where the library has it."""
    if packets.is_there(connection, packet.id):
        here = packets.packet(connection, packet.id)
        if here == packet:
            return here
    for summary in packets.summaries(connection):
        if summary.title == packet.title:
            copy = packets.packet(connection, summary.id)
            if replace(copy, id=packet.id) == packet:
                return copy
    return None
