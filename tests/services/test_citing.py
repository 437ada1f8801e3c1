"""Setting a source right reaches the library and every passage of the page."""

from dataclasses import replace
from datetime import date

import pytest

from studydesk.domain.article import Recovery, Source
from studydesk.domain.packet import Packet, PassageItem
from studydesk.domain.passage import Citation, Passage
from studydesk.library import Library
from studydesk.services.citing import cite

KNOWN = Citation("题名", ("王敏",), "工人日报", date(2025, 11, 5), "5")


def passages(packet: Packet) -> tuple[Passage, ...]:
    return packet.passages


@pytest.fixture
def article_id(packet: Packet) -> str:
    return packet.passages[0].article_id


def test_the_passage_is_cited_so(library: Library, packet: Packet, article_id: str):
    assert passages(cite(library, packet, article_id, KNOWN))[0].citation == KNOWN


def test_the_librarys_source_is_set_right(library: Library, packet: Packet, article_id: str):
    cite(library, packet, article_id, KNOWN)
    source = library.source(library.article(article_id).source_id)
    assert (source.newspaper, source.published, source.page) == (
        "工人日报",
        date(2025, 11, 5),
        "5",
    )


def test_a_passage_from_elsewhere_is_left_alone(library: Library, packet: Packet, article_id: str):
    stranger = PassageItem(replace(packet.passages[0], article_id="elsewhere-1"))
    packet = replace(packet, items=(*packet.items, stranger))
    assert passages(cite(library, packet, article_id, KNOWN))[-1] == stranger.passage


def test_another_article_of_the_page_keeps_its_own_title(
    library: Library, packet: Packet, article_id: str
):
    first = library.article(article_id)
    source = Source("另一页", first.body)
    one = replace(first, id=f"{source.id}-1", source_id=source.id)
    other = replace(first, id=f"{source.id}-2", source_id=source.id)
    library.add(source, Recovery((one, other)))
    items = tuple(PassageItem(Passage.pick(article, source, 0, 5)) for article in (one, other))
    both = passages(cite(library, Packet("包", items=items), one.id, KNOWN))
    assert both[0].citation == KNOWN
    assert both[1].citation == replace(KNOWN, title=other.title, authors=other.authors)


def test_without_the_article_only_the_packet_changes(library: Library, packet: Packet):
    gone = replace(packet.passages[0], article_id="gone-1")
    packet = Packet("包", items=(PassageItem(gone),))
    assert passages(cite(library, packet, "gone-1", KNOWN))[0].citation == KNOWN
