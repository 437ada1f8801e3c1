"""What a packet file brings, added to a library: its articles and its packet together."""

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import replace

from studydesk.domain.article import Article, Recovery, Source
from studydesk.domain.packet import Packet, new_id
from studydesk.library import arriving, articles, packets, sources, tidying, trash
from studydesk.library.studypack import Studypack
from studydesk.library.trash import TrashKind

Arrive = Callable[[Packet, Source, Sequence[Article], Sequence[Article]], Packet]
"""The packet with its passages from a source where they are in this library: what is given are
the articles that the file brought and those that the library has now.
"""


def add(connection: sqlite3.Connection, pack: Studypack, arrive: Arrive) -> Packet:
    """Keep a packet file's articles and packet beside what is there; the packet as it is kept. What
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
    packet = _beside_what_is_there(connection, packet)
    packets.save(connection, packet)
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
    if packets.is_there(connection, packet.id):
        if packets.packet(connection, packet.id) == packet:
            return packet
    elif not trash.has(connection, TrashKind.PACKET, packet.id):
        return packet
    for summary in packets.summaries(connection):
        if summary.title == packet.title:
            copy = packets.packet(connection, summary.id)
            if replace(copy, id=packet.id) == packet:
                return copy
    return replace(packet, id=new_id())
