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

    Newspaper, date and page belong to the whole source. Those that differ from what the packet
    said before are the source's new facts, and passages from its other articles get them too.
    """
    quoted = (each.citation for each in packet.passages if each.article_id == article_id)
    said = next(quoted, Citation())
    changed = {
        name: getattr(citation, name)
        for name in ("newspaper", "published", "page")
        if getattr(citation, name) != getattr(said, name)
    }
    packet = edits.cite(packet, article_id, citation)
    try:
        before = SourceFacts.of(library.source(library.article(article_id).source_id))
    except NotFound:
        return Cited(packet)
    packet = _cite_alike(library, packet, before.source_id, changed)
    return Cited(packet, (before, replace(before, **changed)))


def cite_source(library: Library, packet: Packet, facts: SourceFacts) -> Cited:
    """Every passage of a source with these facts; titles and authors stay as they are cited.

    The library is only read. Raises NotFound.
    """
    before = SourceFacts.of(library.source(facts.source_id))
    changed = {"newspaper": facts.newspaper, "published": facts.published, "page": facts.page}
    return Cited(_cite_alike(library, packet, facts.source_id, changed), (before, facts))


def _cite_alike(
    library: Library, packet: Packet, source_id: str, changed: dict[str, Any]
) -> Packet:
    of_source = {each.id for each in library.articles(ArticleFilter(source_id=source_id))}
    for passage in packet.passages:
        if passage.article_id in of_source:
            alike = replace(passage.citation, **changed)
            packet = edits.cite(packet, passage.article_id, alike)
    return packet
