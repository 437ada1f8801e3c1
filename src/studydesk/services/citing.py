"""Setting right where a passage was published: in the library's source and in the packet."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, Self

from studydesk.domain import edits
from studydesk.domain.article import Source, SourceKind
from studydesk.domain.packet import Packet, PassageItem
from studydesk.domain.passage import Citation, Passage
from studydesk.errors import NotFound
from studydesk.library import Library


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """Where a whole source was published: the library's record of it."""

    source_id: str
    newspaper: str
    published: date | None
    page: str
    kind: SourceKind = SourceKind.NEWSPAPER
    seen: date | None = None

    @classmethod
    def of(cls, source: Source) -> Self:
        """What is on record of a source."""
        return cls(source.id, **{name: getattr(source, name) for name in ON_RECORD})


ON_RECORD = tuple(each.name for each in fields(SourceFacts) if each.name != "source_id")
"""The facts by name, as a source, its record and a citation have them."""

FactsChange = tuple[tuple[SourceFacts, ...], tuple[SourceFacts, ...]]
"""The facts of some sources before and after."""


@dataclass(frozen=True, slots=True)
class Cited:
    """What a citation makes of a packet, and of the facts of the source. There are none where the
    library no longer has the article.
    """

    packet: Packet
    facts: FactsChange = ((), ())


_WHERE = ("newspaper", "published", "page")


def cite(library: Library, packet: Packet, article_id: str, citation: Citation) -> Cited:
    """Every passage of an article cited so; the library is only read.

    Newspaper, date, page, kind and when it was seen belong to the whole source. Those that differ
    from what the packet said before are the source's new facts, and passages from its other
    articles get them too; so is any kind but a newspaper where the record says newspaper, as all
    do at first.
    """
    quoted = (each.citation for each in packet.passages if each.article_id == article_id)
    said = next(quoted, Citation())
    changed = {
        name: getattr(citation, name)
        for name in ON_RECORD
        if getattr(citation, name) != getattr(said, name)
    }
    packet = edits.cite(packet, article_id, citation)
    try:
        before = SourceFacts.of(library.source(library.article(article_id).source_id))
    except NotFound:
        return Cited(packet)
    if before.kind is SourceKind.NEWSPAPER is not citation.kind:
        changed |= {"kind": citation.kind, "seen": citation.seen}
    packet = _cite_alike(library, packet, {before.source_id: changed})
    return Cited(packet, ((before,), (replace(before, **changed),)))


def like_the_others(packet: Packet, passage: Passage) -> Passage:
    """A passage cited as a source of the kind that the packet has its article down for."""
    said = (one.citation for one in packet.passages if one.article_id == passage.article_id)
    known = next(said, passage.citation)
    return replace(passage, citation=replace(passage.citation, kind=known.kind, seen=known.seen))


def as_on_record(library: Library, packet: Packet) -> Packet:
    """The packet with what its citations lack of where a source was published, as far as that is
    on record by now: it may have been filled in while another packet was open.
    """
    items = list(packet.items)
    for place, item in enumerate(items):
        if isinstance(item, PassageItem) and not all(_where(item.passage.citation)):
            citation = _completed(library, item.passage)
            items[place] = replace(item, passage=replace(item.passage, citation=citation))
    return replace(packet, items=tuple(items))


def _completed(library: Library, passage: Passage) -> Citation:
    cited = passage.citation
    try:
        known = library.source(library.article(passage.article_id).source_id)
    except NotFound:
        return cited
    if not any(_where(cited)):  # nobody has said anything of it
        names: tuple[str, ...] = ON_RECORD if any(_where(known)) else ()
    elif cited.kind is known.kind:
        names = tuple(name for name in _WHERE if not getattr(cited, name))
    else:
        names = ()
    facts: dict[str, Any] = {name: getattr(known, name) for name in names}
    return replace(cited, **facts)


def _where(known: Citation | Source) -> tuple[object, ...]:
    return tuple(getattr(known, name) for name in _WHERE)


def cite_sources(library: Library, packet: Packet, facts: Iterable[SourceFacts]) -> Packet:
    """Every passage of these sources with their facts; titles and authors stay as they are cited.

    The library, which still has the facts before them on record, is only read. Raises NotFound.
    """
    return _cite_alike(library, packet, {each.source_id: _said(library, each) for each in facts})


def _said(library: Library, facts: SourceFacts) -> dict[str, Any]:
    """What somebody says of a source: not its kind where that is a newspaper as it was, which all
    are at first, and a packet may know better.
    """
    kinds = {facts.kind, library.source(facts.source_id).kind}
    names = _WHERE if kinds == {SourceKind.NEWSPAPER} else ON_RECORD
    return {name: getattr(facts, name) for name in names}


def _cite_alike(library: Library, packet: Packet, changed: Mapping[str, dict[str, Any]]) -> Packet:
    sources = {
        article_id: _source_id(library, article_id)
        for article_id in {passage.article_id for passage in packet.passages}
    }
    items = list(packet.items)
    for place, item in enumerate(items):
        if isinstance(item, PassageItem):
            facts = changed.get(sources[item.passage.article_id], {})
            alike = replace(item.passage.citation, **facts)
            items[place] = replace(item, passage=replace(item.passage, citation=alike))
    return replace(packet, items=tuple(items))


def _source_id(library: Library, article_id: str) -> str:
    """The source of an article; none where the library no longer has it."""
    try:
        return library.article(article_id).source_id
    except NotFound:
        return ""
