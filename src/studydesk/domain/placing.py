"""Where a new item goes: nothing comes between a passage and what was written about it."""

from studydesk.domain import edits
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
    PassageItem,
    Question,
    QuestionKind,
    SectionHeading,
    Term,
)

_BELONGING: tuple[type[Item], ...] = (EditorNote, Term, Question, FacilitatorNote)
"""What stands behind a passage and is about it."""

_CLOSING: tuple[type[Item], ...] = (Action, FacilitatorNote)
"""What comes when the reading is over."""

_UNREAD: tuple[type[Item], ...] = (Goals, Agenda, Action, FurtherReading)
"""What is about the session, not about a passage."""

_OPENING: tuple[type[Item], ...] = (Guide, Goals)
"""What stands behind a heading and opens its section."""


def place_after(packet: Packet, after: str, item: Item) -> int:
    """The position for a new item where the user works at the item `after`; an empty `after` is
    the end, for a passage the last passage or where the reading begins. A passage goes behind the
    passage there and all that belongs to it, a question behind the questions of a passage, a
    guide to the top of its section, goals and an agenda to the top of all, what a packet ends
    with to its end, unless one works there; all else right behind.
    Raises EditRefused("no-such-item").
    """
    here = edits.position(packet, after) if after else _end(packet, item)
    known = packet.items[here] if here >= 0 else None
    match item:
        case PassageItem():
            return _behind(packet, here, _OPENING if _is_heading(known) else _BELONGING)
        case Question() if isinstance(known, PassageItem):
            return _behind_questions(packet, here)
        case Guide():
            return _top(packet, here if after else -1)
        case Goals() | Agenda():
            return _head(packet, item)
        case Action() | FurtherReading() if not (after and _is_closing(packet, here, item)):
            return _foot(packet, item)
    return here + 1


def _end(packet: Packet, item: Item) -> int:
    """The last item, or for a passage the last passage: no action or hint ends the reading."""
    passages = [at for at, each in enumerate(packet.items) if isinstance(each, PassageItem)]
    if not isinstance(item, PassageItem):
        return len(packet.items) - 1
    return passages[-1] if passages else place_of_reading(packet) - 1


def picking_place(packet: Packet, after: str) -> str:
    """The item after which a passage is picked where the user worked at `after`: none, which is
    behind the last passage, where that is an item about the session, or one before the first
    passage that is no heading. The first one of all stands under the first heading, unless one
    works at another or at a guide, a note or a term. Raises EditRefused("no-such-item").
    """
    if not packet.passages:
        headings = [item.id for item in packet.items if _is_heading(item)]
        known = packet.items[edits.position(packet, after)] if after else None
        is_there = known is not None and not isinstance(known, (*_UNREAD, *_CLOSING, Question))
        return after if is_there or not headings else headings[0]
    if not after:
        return after
    here = edits.position(packet, after)
    is_read = here >= place_of_reading(packet) and not isinstance(packet.items[here], _UNREAD)
    return after if is_read or _is_heading(packet.items[here]) else ""


def place_of_reading(packet: Packet) -> int:
    """The position of the first passage; where there is none, before the action or
    the hint that ends the session, and the heading over it; else the end.
    """
    for at, item in enumerate(packet.items):
        if isinstance(item, PassageItem):
            return at
    for at, item in enumerate(packet.items):
        if isinstance(item, _CLOSING):
            headed = at > 1 and _is_heading(packet.items[at - 1])
            return at - 1 if headed else at
    return len(packet.items)


def end_of_reading(packet: Packet) -> int:
    """The position behind the last passage and all that belongs to it; 0 without a passage."""
    passages = [at for at, each in enumerate(packet.items) if isinstance(each, PassageItem)]
    return _behind(packet, passages[-1], _BELONGING) if passages else 0


def _is_heading(item: Item | None) -> bool:
    return isinstance(item, SectionHeading)


def _behind(packet: Packet, here: int, kinds: tuple[type[Item], ...]) -> int:
    """Behind an item and those of these kinds that follow it directly."""
    at = here + 1
    while at < len(packet.items) and isinstance(packet.items[at], kinds):
        at += 1
    return at


def _behind_questions(packet: Packet, here: int) -> int:
    """Behind the last question that belongs to a passage, or right behind the passage."""
    end = _behind(packet, here, _BELONGING)
    asked = [at for at in range(here, end) if isinstance(packet.items[at], Question)]
    return asked[-1] + 1 if asked else here + 1


def _top(packet: Packet, here: int) -> int:
    """The top of the section that an item stands in, or of the packet."""
    for at in range(here, -1, -1):
        if _is_heading(packet.items[at]):
            return at + 1
    return 0


def _is_closing(packet: Packet, here: int, item: Item) -> bool:
    """Whether one works behind the reading, or at another item of the same kind."""
    known = packet.items[here] if here >= 0 else None
    opens = isinstance(known, (*_OPENING, Agenda))
    return isinstance(known, type(item)) or (here >= end_of_reading(packet) and not opens)


def _foot(packet: Packet, item: Item) -> int:
    """The end of the packet; an action goes before the further reading that it ends with."""
    at = len(packet.items)
    while isinstance(item, Action) and at and isinstance(packet.items[at - 1], FurtherReading):
        at -= 1
    return at


def _head(packet: Packet, item: Item) -> int:
    """The top of the packet, behind the goals and agendas that it begins with: goals first."""
    before = (Goals,) if isinstance(item, Goals) else (Goals, Agenda)
    return next(
        (at for at, each in enumerate(packet.items) if not isinstance(each, before)),
        len(packet.items),
    )


def place_for(packet: Packet, passage_id: str, kind: QuestionKind | None) -> int:
    """Where a question about a passage goes in: behind it and behind the questions that follow
    it, as far as their kinds come earlier or are the same; without a kind, right behind it.
    """
    items, order = packet.items, tuple(QuestionKind)
    here = next(
        (n for n, i in enumerate(items) if isinstance(i, PassageItem) and i.id == passage_id),
        len(items) - 1,
    )
    at = here + 1
    for number in range(at, len(items) if kind else at):
        item = items[number]
        if isinstance(item, PassageItem):
            break
        if kind and isinstance(item, Question) and order.index(item.kind) <= order.index(kind):
            at = number + 1
    return at
