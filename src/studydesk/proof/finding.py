"""What a proof rule is, and what it finds."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from studydesk.domain.article import Severity
from studydesk.domain.own_words import own_words
from studydesk.domain.packet import Packet

Progress = Callable[[int, int], None]
"""Called before each field or passage with (done, total); may raise Cancelled."""


def unheard(done: int, total: int) -> None:
    """The progress of a check that nobody watches or stops."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a rule found. `start` and `end` are places in the field, both 0 where the whole
    item is meant; an empty `item_id` is the packet itself. `suggestion` could stand in place of
    `found`; it is empty where there is no single answer. `basis` is what the suggestion rests on,
    a document with its day, where the rule does not say.
    """

    rule: str
    severity: Severity
    item_id: str
    field: str
    start: int
    end: int
    found: str
    suggestion: str = ""
    basis: str = ""


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
    it must find and one of what it must leave alone. A red one rests on a `source`: a standard
    or a document, with its date.
    """

    id: str
    severity: Severity
    look: Callable[[str], Iterator[Match]]
    wrong: str
    right: str
    titles_only: bool = False
    source: str = ""


@dataclass(frozen=True, slots=True)
class PacketRule:
    """A rule that looks at a packet as a whole: yields item id, field and what it found."""

    id: str
    severity: Severity
    look: Callable[[Packet], Iterator[tuple[str, str, str]]]
    wrong: Packet
    right: Packet


def written(packet: Packet) -> Iterator[Words]:
    """Every field of a packet that its user wrote; never the text of a passage."""
    yield Words("", "title", packet.title, is_title=True)
    for item in packet.items:
        for field, text, kind in own_words(item):
            yield Words(item.id, field, text, kind.is_title)
