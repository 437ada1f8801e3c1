"""Session plans of the user's own: what of a packet is used again, round other passages."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from studydesk.domain.own_words import own_words
from studydesk.domain.packet import (
    Action,
    EditorNote,
    FurtherReading,
    Goals,
    Guide,
    Item,
    Packet,
    PassageItem,
    Question,
    Session,
    Term,
    new_id,
)
from studydesk.domain.parts import Part
from studydesk.domain.placing import place_of_reading
from studydesk.errors import EditRefused

_OF_ITS_PASSAGES: tuple[type[Item], ...] = (PassageItem, EditorNote, Term, FurtherReading)
"""What is about the passages of one session, and of no use with others."""

_QUOTED = re.compile("[“‘]([^“”‘’]{2,})[”’]")


@dataclass(frozen=True, slots=True)
class OwnPlan:
    """What stands before and after the passages of a session, its facts, and how it is printed."""

    name: str
    session: Session
    before: tuple[Item, ...] = ()
    after: tuple[Item, ...] = ()
    preset: str = "普通讲义"
    parts: tuple[Part, ...] | None = None


def plan_of(packet: Packet, name: str) -> OwnPlan:
    """The plan of a packet: all but its passages, what is about them, and its day. Questions that
    quote them stay behind; a guide and goals that do are to be written anew.

    Raises EditRefused("empty-title") for a plan without a name.
    """
    name = " ".join(name.split())
    if not name:
        raise EditRefused("empty-title")
    at = place_of_reading(packet)
    before = tuple(_of_use(packet.items[:at], packet))
    after = tuple(_of_use(packet.items[at:], packet))
    session = replace(packet.session, held_on=None)
    return OwnPlan(name, session, before, after, packet.preset, packet.parts)


def _of_use(items: Iterable[Item], packet: Packet) -> Iterator[Item]:
    for item in items:
        if isinstance(item, _OF_ITS_PASSAGES):
            continue
        if isinstance(item, Action):
            yield replace(item, last="", agreed="")
        elif not _quotes(item, packet):
            yield item
        elif isinstance(item, Guide | Goals):
            yield replace(item, text="")
        elif not isinstance(item, Question):
            yield item


def _quotes(item: Item, packet: Packet) -> bool:
    """Whether an item's own words have words of a passage between quotation marks."""
    quoted = {match[1] for words in own_words(item) for match in _QUOTED.finditer(words.text)}
    return any(words in passage.text for words in quoted for passage in packet.passages)


def laid_round(packet: Packet, plan: OwnPlan) -> Packet:
    """The packet with what a plan has and it lacks, kind by kind, round all of its items; of the
    length of the plan and printed as it says. What the packet says of its session stays.
    """
    kinds = {type(item) for item in packet.items}
    before, after = (
        tuple(replace(item, id=new_id()) for item in part if type(item) not in kinds)
        for part in (plan.before, plan.after)
    )
    session = replace(
        packet.session,
        unit=packet.session.unit or plan.session.unit,
        place=packet.session.place or plan.session.place,
        host=packet.session.host or plan.session.host,
        minutes=plan.session.minutes,
    )
    return replace(
        packet,
        session=session,
        items=(*before, *packet.items, *after),
        preset=plan.preset,
        parts=plan.parts,
    )
