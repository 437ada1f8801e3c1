"""Packets as files: what one library saves, another opens."""

from dataclasses import replace
from itertools import groupby
from pathlib import Path

from studydesk.domain.article import Article, Recovery, Source
from studydesk.domain.packet import Packet, new_id
from studydesk.errors import NotFound
from studydesk.library import Library
from studydesk.library.studypack import read_studypack, write_studypack


def save_pack(library: Library, packet_id: str, path: Path) -> None:
    """Write a packet, with the articles it quotes and where they were published, into one file.

    An article that the library no longer has is left out. Raises NotFound where there is no
    such packet, FileUnwritable or DiskFull.
    """
    packet = library.packet(packet_id)
    article_ids = dict.fromkeys(passage.article_id for passage in packet.passages)
    write_studypack(path, packet, list(filter(None, (_page(library, id_) for id_ in article_ids))))


def open_pack(library: Library, path: Path) -> Packet:
    """Add a packet file's packet and articles to the library; the packet as it was kept.

    What the library has stays as it is: where it holds another state of the same packet, the
    file's becomes a packet of its own. Raises FileUnreadable, StudypackDamaged or
    StudypackTooNew before anything is kept.
    """
    pack = read_studypack(path)
    for source, pages in groupby(pack.articles, key=lambda page: page[1]):
        library.add(source, Recovery(tuple(article for article, _ in pages)))
    packet = _beside_what_is_there(library, pack.packet)
    library.save_packet(packet)
    return packet


def _beside_what_is_there(library: Library, packet: Packet) -> Packet:
    """The packet itself where nothing stands in its way, else a copy under another name; a copy
    that an earlier opening of the same file left is not made again.
    """
    try:
        there = library.packet(packet.id)
    except NotFound:
        return packet
    if there == packet:
        return packet
    title = f"{packet.title}（另一份）"
    for summary in library.packets():
        if summary.title == title:
            copy = library.packet(summary.id)
            if replace(copy, id=packet.id, title=packet.title) == packet:
                return copy
    return replace(packet, id=new_id(), title=title)


def _page(library: Library, article_id: str) -> tuple[Article, Source] | None:
    try:
        article = library.article(article_id)
        return article, library.source(article.source_id)
    except NotFound:
        return None
