"""Setting right where a passage was published: in the library's source and in the packet."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Self

from studydesk.domain import edits
from studydesk.domain.article import Source
from studydesk.domain.packet import Packet
from studydesk.domain.passage import Citation
from studydesk.errors import NotFound
from studydesk.library import ArticleFilter, Library


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """Where a whole source was published: the library's record of it."""

    source_id: str
    newspaper: str
    published: date | None
    page: str

    @classmethod
    def of(cls, source: Source) -> Self:
        """What is on record of a source."""
        return cls(source.id, source.newspaper, source.published, source.page)

    def keep(self, library: Library) -> None:
        """Put them on record. Raises NotFound."""
        library.update_source(self.source_id, self.newspaper, self.published, self.page)


@dataclass(frozen=True, slots=True)
class Cited:
    """What a citation makes of a packet, and of the facts of the source: before and after. There
    are none where the library no longer has the article.
    """

    packet: Packet
    facts: tuple[SourceFacts, SourceFacts] | None = None


def cite(library: Library, packet: Packet, article_id: str, citation: Citation) -> Cited:
    """Every passage of an article cited so; the library is only read.

    Newspaper, date and page belong to the whole source: passages from other articles of the same
    source are cited alike.
    """
    packet = edits.cite(packet, article_id, citation)
    try:
        before = SourceFacts.of(library.source(library.article(article_id).source_id))
    except NotFound:
        return Cited(packet)
    facts: dict[str, Any] = {
        "newspaper": citation.newspaper,
        "published": citation.published,
        "page": citation.page,
    }
    of_source = library.articles(ArticleFilter(source_id=before.source_id))
    others = {summary.id for summary in of_source} - {article_id}
    for passage in packet.passages:
        if passage.article_id in others:
            alike = replace(passage.citation, **facts)
            packet = edits.cite(packet, passage.article_id, alike)
    return Cited(packet, (before, replace(before, **facts)))
