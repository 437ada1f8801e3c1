"""Setting right where a passage was published: in the library's source and in the packet."""

from dataclasses import replace

from studydesk.domain import edits
from studydesk.domain.packet import Packet
from studydesk.domain.passage import Citation
from studydesk.errors import NotFound
from studydesk.library import Library


def cite(library: Library, packet: Packet, article_id: str, citation: Citation) -> Packet:
    """The packet with every passage of an article cited so.

    Newspaper, date and page belong to the whole source: the library's record of it is brought up
    to date, and passages from other articles on the same page are cited alike. Where the library
    no longer has the article, only the packet is changed.
    """
    packet = edits.cite(packet, article_id, citation)
    try:
        source_id = library.article(article_id).source_id
    except NotFound:
        return packet
    library.update_source(source_id, citation.newspaper, citation.published, citation.page)
    for passage in packet.passages:
        other = passage.article_id != article_id
        if other and _source_of(library, passage.article_id) == source_id:
            alike = replace(
                passage.citation,
                newspaper=citation.newspaper,
                published=citation.published,
                page=citation.page,
            )
            packet = edits.cite(packet, passage.article_id, alike)
    return packet


def _source_of(library: Library, article_id: str) -> str:
    try:
        return library.article(article_id).source_id
    except NotFound:
        return ""
