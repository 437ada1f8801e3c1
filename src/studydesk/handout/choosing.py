"""What of a packet is printed: the parts that were chosen, and no more than the preset holds."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from studydesk.domain.packet import (
    Action,
    Agenda,
    EditorNote,
    FacilitatorNote,
    FurtherReading,
    Goals,
    Item,
    Packet,
    PageBreak,
    Question,
    SectionHeading,
    Term,
)
from studydesk.domain.parts import Part
from studydesk.domain.question_names import numbered
from studydesk.handout.places import Places
from studydesk.handout.style import Preset

_PART_OF: dict[type[Item], Part] = {
    Goals: Part.GOALS,
    Agenda: Part.AGENDA,
    Term: Part.TERMS,
    Question: Part.QUESTIONS,
    Action: Part.ACTION,
    FurtherReading: Part.FURTHER,
}
"""The part that items of a kind belong to; those of other kinds are always printed."""


def parts_of(packet: Packet, preset: Preset) -> frozenset[Part]:
    """The parts that are printed: those of the packet, else those of the preset."""
    return preset.parts if packet.parts is None else frozenset(packet.parts)


def prints(packet: Packet, preset: Preset, part: Part) -> bool:
    """Whether a part is printed."""
    return part in parts_of(packet, preset)


def chosen(packet: Packet, preset: Preset) -> Packet:
    """The packet with the items that are printed. A section that is left with nothing loses its
    heading, and a passage that is left out takes the notes and questions about it along.
    """
    left_out = frozenset(_left_out(packet, preset))
    if not left_out:
        return packet
    gone = left_out | _emptied(packet, left_out)
    return replace(packet, items=tuple(item for item in packet.items if item.id not in gone))


def is_cut_short(packet: Packet, printed: Packet) -> bool:
    """Whether there was no room for all passages or questions of a packet, so that going through
    what is printed takes less than the session. Questions that nobody chose are not meant.
    """
    fewer = 0 < len(printed.questions) < len(packet.questions)
    return fewer or len(printed.passages) < len(packet.passages)


def _left_out(packet: Packet, preset: Preset) -> Iterator[str]:
    """The ids of items that nobody chose, or that there is no room for."""
    parts, limits = parts_of(packet, preset), preset.limits
    unwanted = {kind for kind, part in _PART_OF.items() if part not in parts}
    unwanted |= set() if limits.sections else {SectionHeading}
    yield from (item.id for item in packet.items if type(item) in unwanted)
    if not limits.passages and not limits.questions:
        return
    places = Places(packet)
    printed = places.passages[: limits.passages or None]
    beyond = frozenset(item.id for item in places.passages[len(printed) :])
    about_others = {
        question.id
        for question in packet.questions
        if beyond and not places.is_about(question, printed)
    }
    asked = (question.id for question in numbered(packet))
    questions = [question for question in asked if question not in about_others]
    yield from beyond
    yield from _notes_on(beyond, packet.items)
    yield from about_others
    yield from questions[limits.questions or len(questions) :]


def _notes_on(passages: frozenset[str], items: Iterable[Item]) -> Iterator[str]:
    """The ids of the notes that stand directly below these passages."""
    is_meant = False
    for item in items:
        if isinstance(item, EditorNote | FacilitatorNote) and is_meant:
            yield item.id
        else:
            is_meant = item.id in passages


def _emptied(packet: Packet, left_out: frozenset[str]) -> frozenset[str]:
    """The ids of headings over nothing but what is left out."""
    empty: set[str] = set()
    for at, heading in enumerate(packet.items):
        if isinstance(heading, SectionHeading):
            below = list(_section(heading.level, packet.items[at + 1 :]))
            if below and left_out.issuperset(below):
                empty.add(heading.id)
    return frozenset(empty)


def _section(level: int, items: Iterable[Item]) -> Iterator[str]:
    """The ids of what stands under a heading of this level."""
    for item in items:
        if isinstance(item, SectionHeading):
            if item.level <= level:
                return
        elif not isinstance(item, PageBreak):
            yield item.id
