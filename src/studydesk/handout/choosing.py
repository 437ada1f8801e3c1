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
    PassageItem,
    Question,
    SectionHeading,
    Term,
)
from studydesk.domain.parts import Part
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
    heading, and a passage that is left out takes the notes about it along.
    """
    left_out = frozenset(_left_out(packet, preset))
    if not left_out:
        return packet
    empty = _emptied(packet, left_out)
    return replace(
        packet, items=tuple(item for item in packet.items if item.id not in left_out | empty)
    )


def _left_out(packet: Packet, preset: Preset) -> Iterator[str]:
    """The ids of items that nobody chose, or that there is no room for."""
    parts, limits = parts_of(packet, preset), preset.limits
    unwanted = {kind for kind, part in _PART_OF.items() if part not in parts}
    unwanted |= set() if limits.sections else {SectionHeading}
    room = {PassageItem: limits.passages, Question: limits.questions}
    printed = dict.fromkeys(room, 0)
    about_a_passage_left_out = False
    for item in packet.items:
        kind = type(item)
        if isinstance(item, EditorNote | FacilitatorNote) and about_a_passage_left_out:
            yield item.id
            continue
        about_a_passage_left_out = False
        if kind in unwanted:
            yield item.id
        elif room.get(kind):
            printed[kind] += 1
            if printed[kind] > room[kind]:
                about_a_passage_left_out = isinstance(item, PassageItem)
                yield item.id


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
