"""What a packet does not say yet and its readers will ask: facts of the session and of sources."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from studydesk.domain.article import SourceKind, source_id_of
from studydesk.domain.packet import Packet, PassageItem

SESSION_FACTS = ("unit", "held_on", "place", "host")
"""What a sign-in sheet and a record ask for, in the order of the form."""


@dataclass(frozen=True, slots=True)
class MissingFact:
    """Fields that are empty: of the session where there is no item, else of the citation of a
    passage, which counts for so many `passages`: those of its source, or of its article alone.
    """

    fields: tuple[str, ...]
    item_id: str = ""
    passages: int = 0
    kind: SourceKind = SourceKind.NEWSPAPER


def missing_facts(packet: Packet) -> tuple[MissingFact, ...]:
    """Everything that is missing, each source once."""
    return (*_of_session(packet), *_of_sources(packet))


def _of_session(packet: Packet) -> Iterator[MissingFact]:
    for field in SESSION_FACTS:
        value = getattr(packet.session, field)
        if not (value.strip() if isinstance(value, str) else value):
            yield MissingFact((field,))


def _of_sources(packet: Packet) -> Iterator[MissingFact]:
    """What is given once for all articles of a source, whose id those of its articles begin with;
    besides, each article without a title.
    """
    sources: dict[tuple[str, SourceKind, tuple[str, ...]], list[PassageItem]] = {}
    for item in packet.items:
        if isinstance(item, PassageItem):
            cited, source_id = item.passage.citation, source_id_of(item.passage.article_id)
            sources.setdefault((source_id, cited.kind, cited.missing), []).append(item)
    for (_, kind, missing), items in sources.items():
        counts = Counter(item.passage.article_id for item in items)
        shared = missing if len(counts) > 1 else ()
        if shared:
            yield MissingFact(shared, items[0].id, len(items), kind)
        for article_id, count in counts.items():
            first = next(item for item in items if item.passage.article_id == article_id)
            lacking = first.passage.citation.lacking
            if fields := tuple(field for field in lacking if field not in shared):
                yield MissingFact(fields, first.id, count, kind)
