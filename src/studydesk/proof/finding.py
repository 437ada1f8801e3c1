"""What a proof rule is, and what it finds."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from studydesk.domain.article import Severity
from studydesk.domain.packet import (
    Action,
    Agenda,
    EditorNote,
    FacilitatorNote,
    FurtherReading,
    Goals,
    Guide,
    Item,
    Packet,
    PageBreak,
    PassageItem,
    Question,
    SectionHeading,
    Term,
)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a rule found. `start` and `end` are places in the field, both 0 where the whole
    item is meant; an empty `item_id` is the packet itself. `suggestion` could stand in place of
    `found`; it is empty where there is no single answer.
    """

    rule: str
    severity: Severity
    item_id: str
    field: str
    start: int
    end: int
    found: str
    suggestion: str = ""


class Words(NamedTuple):
    """One field of the user's own words, and whether it is a title."""

    item_id: str
    field: str
    text: str
    is_title: bool = False


class Match(NamedTuple):
    """A place in a field and what could stand there instead."""

    start: int
    end: int
    suggestion: str = ""


@dataclass(frozen=True, slots=True)
class WordRule:
    """A rule that looks at one field of the user's own words at a time, with an example of what
    it must find and one of what it must leave alone.
    """

    id: str
    severity: Severity
    look: Callable[[str], Iterator[Match]]
    wrong: str
    right: str
    titles_only: bool = False


@dataclass(frozen=True, slots=True)
class PacketRule:
    """A rule that looks at a packet as a whole: yields item id, field and what it found."""

    id: str
    severity: Severity
    look: Callable[[Packet], Iterator[tuple[str, str, str]]]
    wrong: Packet
    right: Packet


FIELDS: dict[type[Item], tuple[str, ...]] = {
    SectionHeading: ("text",),
    Goals: ("text",),
    Guide: ("text",),
    PassageItem: ("label",),
    EditorNote: ("text",),
    Term: ("term", "definition", "origin"),
    Question: ("text", "intent", "expected", "follow_ups"),
    Agenda: (),
    Action: ("prompt",),
    FurtherReading: ("text",),
    FacilitatorNote: ("text",),
    PageBreak: (),
}
"""The fields of each item kind that hold the user's own words; the steps of an agenda apart."""

_TITLES = {(SectionHeading, "text"), (PassageItem, "label"), (Term, "term")}


def own_words(packet: Packet) -> Iterator[Words]:
    """Every field of a packet that its user wrote; never the text of a passage."""
    yield Words("", "title", packet.title, is_title=True)
    for item in packet.items:
        kind = type(item)
        for field in FIELDS[kind]:
            yield Words(item.id, field, getattr(item, field), (kind, field) in _TITLES)
        if isinstance(item, Agenda):
            for number, step in enumerate(item.steps):
                yield Words(item.id, f"steps.{number}.activity", step.activity)
                yield Words(item.id, f"steps.{number}.note", step.note)
