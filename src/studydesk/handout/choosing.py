"""What of a packet is printed: the parts that were chosen, and no more than the preset holds."""

from collections.abc import Iterator
from dataclasses import replace

from studydesk.domain.packet import (
    Action,
    Agenda,
    FurtherReading,
    Goals,
    Item,
    Packet,
    PassageItem,
    Question,
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
    """The packet with the items that are printed."""
    return replace(packet, items=tuple(_items(packet, preset)))


def _items(packet: Packet, preset: Preset) -> Iterator[Item]:
    parts, limits = parts_of(packet, preset), preset.limits
    room = {PassageItem: limits.passages, Question: limits.questions}
    printed = dict.fromkeys(room, 0)
    for item in packet.items:
        kind = type(item)
        if _PART_OF.get(kind) not in (None, *parts):
            continue
        if room.get(kind):
            if printed[kind] == room[kind]:
                continue
            printed[kind] += 1
        yield item
