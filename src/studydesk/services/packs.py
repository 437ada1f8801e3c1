"""Packets as files: what one library saves, another opens."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from studydesk.domain import edits
from studydesk.domain.article import Article, Source
from studydesk.domain.packet import Packet, PassageItem
from studydesk.errors import NotFound
from studydesk.library import Arrival, Library
from studydesk.library.studypack import TidiedSource, read_studypack, write_studypack
from studydesk.services.reattaching import Reattachment

Progress = Callable[[int, int], None]
"""Told how many of how many steps are done; may raise Cancelled."""


def _nobody_watches(_done: int, _total: int) -> None:
    """The progress of a command, which nobody follows."""


_NO_ARTICLE = "-0"
"""Articles of a source are numbered from 1: this is none of them."""


def save_pack(
    library: Library, packet_id: str, path: Path, progress: Progress = _nobody_watches
) -> None:
    """Write a packet, with the articles it quotes, where they were published and what was done by
    hand to their pages, into one file.

    An article that the library no longer has is left out. Nothing is written when `progress`
    raises Cancelled. Raises NotFound where there is no such packet, FileUnwritable or DiskFull.
    """
    packet = library.packet(packet_id)
    article_ids = list(dict.fromkeys(passage.article_id for passage in packet.passages))
    pages = []
    for done, article_id in enumerate(article_ids):
        progress(done, len(article_ids) + 1)
        pages.append(_page(library, article_id))
    progress(len(article_ids), len(article_ids) + 1)
    known = list(filter(None, pages))
    source_ids = dict.fromkeys(source.id for _, source in known)
    tidied = [TidiedSource(each, library.operations(each)) for each in source_ids]
    write_studypack(path, packet, known, [each for each in tidied if each.operations])


def look_into(library: Library, path: Path, progress: Progress = _nobody_watches) -> Arrival:
    """What a packet file would add to the library or change in it; nothing of it is kept. Raises
    what `open_pack` raises.
    """
    progress(0, 2)
    pack = read_studypack(path)
    progress(1, 2)
    return library.look_into_pack(pack, _arrived)


def bring(library: Library, path: Path, progress: Progress = _nobody_watches) -> Packet:
    """Add a packet file's articles to the library, and not its packet, which is given as it
    would stand there. Raises what `open_pack` raises.
    """
    progress(0, 2)
    pack = read_studypack(path)
    progress(1, 2)
    return library.bring_articles(pack, _arrived)


def open_pack(library: Library, path: Path, progress: Progress = _nobody_watches) -> Packet:
    """Add a packet file's packet and articles to the library, all of it or nothing; the packet
    as it was kept.

    What the library has stays as it is: where it holds another state of the same packet, the
    file's becomes a packet of its own; where it has the page as other articles, the passages
    are found again in these. Nothing is kept when `progress` raises Cancelled. Raises
    FileUnreadable, StudypackDamaged or StudypackTooNew.
    """
    progress(0, 2)
    pack = read_studypack(path)

    def arrive(
        packet: Packet, source: Source, brought: Sequence[Article], here: Sequence[Article]
    ) -> Packet:
        progress(1, 2)  # a cancellation here undoes what was added so far
        return _arrived(packet, source, brought, here)

    return library.add_pack(pack, arrive)


def _arrived(
    packet: Packet, source: Source, brought: Sequence[Article], here: Sequence[Article]
) -> Packet:
    """The packet with its passages from one source where their text stands in the library. One
    whose text no article there has goes to the article that has its characters, or to none: its
    id may be that of quite another article here.
    """
    reattachment = Reattachment(source, brought, here, nearly=False)
    came, packet = packet, reattachment.follow(packet)
    as_they_were = {article.id for article in brought if article in here}
    for change in reattachment.changes:
        item = came.items[edits.position(came, change.item_id)]  # cited as it came
        if change.before.article_id in as_they_were or not isinstance(item, PassageItem):
            continue
        home, start = f"{source.id}{_NO_ARTICLE}", change.before.start
        if change.after is not None:
            home, start = change.after.article_id, change.after.start
        end = start + len(item.passage.text)
        passage = replace(item.passage, article_id=home, start=start, end=end)
        packet = edits.change(packet, replace(item, passage=passage))
    return packet


def _page(library: Library, article_id: str) -> tuple[Article, Source] | None:
    try:
        article = library.article(article_id)
        return article, library.source(article.source_id)
    except NotFound:
        return None
