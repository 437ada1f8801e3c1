"""Where a passage was published: the library's record of its source, which packets follow.

A packet keeps a copy of what is on record, so that it can travel alone. What it says as the record
does follows the record, in every packet (following.py); what it says otherwise is its own, and what
it lacks is filled in when it is opened.
"""

from collections.abc import Callable, Mapping
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
    library no longer has the article. `parts` names what it says anew, with spaces between.
    """

    packet: Packet
    parts: str
    facts: FactsChange = ((), ())


_WHERE = ("newspaper", "published", "page")


def record_of(library: Library, article_id: str) -> SourceFacts | None:
    """What is on record of the source of an article; None where the article is gone."""
    try:
        (facts,) = library.facts([library.article(article_id).source_id])
    except NotFound:
        return None
    return SourceFacts(*facts)


def cite(packet: Packet, article_id: str, citation: Citation, before: SourceFacts | None) -> Cited:
    """Every passage of an article cited so, whose source has these facts on record, if any.

    Newspaper, date, page, kind and when it was seen belong to the whole source. Those that differ
    from what the packet said before are the source's new facts, and passages from its other
    articles get them too; so is any kind but a newspaper where the record says newspaper, as all
    do at first.
    """
    quoted = (each.citation for each in packet.passages if each.article_id == article_id)
    said = next(quoted, Citation())
    parts = [
        each.name
        for each in fields(Citation)
        if getattr(citation, each.name) != getattr(said, each.name)
    ]
    changed = {name: getattr(citation, name) for name in ON_RECORD if name in parts}
    packet = edits.cite(packet, article_id, citation)
    if before is None:
        return Cited(packet, " ".join(parts))
    if before.kind is SourceKind.NEWSPAPER is not citation.kind:
        changed |= {"kind": citation.kind, "seen": citation.seen}
    packet = _cite_anew(packet, before.source_id, changed)
    return Cited(packet, " ".join(parts), ((before,), (replace(before, **changed),)))


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


def _where(known: Citation | Source | SourceFacts) -> tuple[object, ...]:
    return tuple(getattr(known, name) for name in _WHERE)


def as_cited_now(
    on_record: Callable[[str], SourceFacts | None], now: Packet, earlier: Packet
) -> Packet:
    """An earlier state of a packet, its sources published where the packet says by now, or else
    what is on record of an article: that may have been set right since. Titles and authors are as
    they were.
    """
    said = {each.article_id: each.citation for each in now.passages}
    items = list(earlier.items)
    for place, item in enumerate(items):
        if isinstance(item, PassageItem):
            article_id = item.passage.article_id
            known = said.get(article_id) or on_record(article_id)
            if known is not None and any(_where(known)):
                facts: dict[str, Any] = {name: getattr(known, name) for name in ON_RECORD}
                cited = replace(item.passage.citation, **facts)
                items[place] = replace(item, passage=replace(item.passage, citation=cited))
    return replace(earlier, items=tuple(items))


def _cite_anew(packet: Packet, source_id: str, facts: Mapping[str, Any]) -> Packet:
    """The packet with these facts in each citation of a source, whose id those of its articles
    begin with: also of those that are gone.
    """
    items = list(packet.items) if facts else []
    for place, item in enumerate(items):
        if isinstance(item, PassageItem) and item.passage.article_id.startswith(f"{source_id}-"):
            cited = replace(item.passage.citation, **facts)
            items[place] = replace(item, passage=replace(item.passage, citation=cited))
    return replace(packet, items=tuple(items)) if facts else packet
