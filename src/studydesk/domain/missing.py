"""What a packet does not say yet and its readers will ask: facts of the session and of sources."""

from collections.abc import Iterator
from dataclasses import dataclass

from studydesk.domain.article import SourceKind
from studydesk.domain.packet import Packet, PassageItem

SESSION_FACTS = ("unit", "held_on", "place", "host")
"""What a sign-in sheet and a record ask for, in the order of the form."""


@dataclass(frozen=True, slots=True)
class MissingFact:
    """Fields that are empty: of the session where there is no item, else of the citation of a
    passage, which counts for all `passages` of its article.
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
    first: dict[str, PassageItem] = {}
    for item in packet.items:
        if isinstance(item, PassageItem):
            first.setdefault(item.passage.article_id, item)
    for article_id, item in first.items():
        citation = item.passage.citation
        named = citation.title.strip() or citation.authors
        fields = (*(() if named else ("title",)), *citation.missing)
        if fields:
            count = sum(passage.article_id == article_id for passage in packet.passages)
            yield MissingFact(fields, item.id, count, citation.kind)
