"""Something that was done and that no history of edits has, with the way back and forth."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from typing import Literal, NamedTuple

Direction = Literal["undo", "redo"]
"""Which way a step is taken."""


class Where(NamedTuple):
    """A place in which things are done, and taken back: one of a kind, by its id."""

    kind: str
    id: str = ""


_openings = count(1)

DESK = Where("desk")
"""选材 and 编排, which stand on one packet."""

LIBRARY = Where("library")
"""选材 alone, where articles come, go and get their tags."""


def in_packet(packet_id: str) -> Where:
    """选材 and 编排 while this packet is open."""
    return Where("packet", packet_id)


def in_page(source_id: str) -> Where:
    """整理 while this page is open."""
    return Where("page", source_id)


def in_form() -> Where:
    """A form, from when it is opened until it is closed; another one each time."""
    return Where("form", str(next(_openings)))


@dataclass(frozen=True, slots=True)
class Deed:
    """`name` is a phrase with its verb, as it stands behind 已撤消：. `take_back` may raise
    StudyDeskError, and then has taken back nothing; so may `again`, which does it once more.
    `said` is what the notice says of it; nothing where it is empty. `brings` is the id of
    the packet that comes back. Deeds with the same `merge` key that follow one another become one.
    `places` are those in which it was done, of which each may take it back; once it is, `again_in`
    may do it again, where those are others: a packet comes or goes with it. `besides` is what there
    is to say then of what it has left behind. It is passed over where it `is_over`, as there is
    nothing left to take back, or where `undo` or `redo` of it `changes_nothing` for now.
    """

    name: str
    take_back: Callable[[], object]
    again: Callable[[], object]
    said: str = ""
    brings: str = ""
    merge: str = ""
    places: tuple[Where, ...] = (DESK,)
    again_in: tuple[Where, ...] = ()
    besides: Callable[[], str] = lambda: ""
    is_over: Callable[[], bool] = lambda: False
    changes_nothing: Callable[[Direction], bool] = lambda _step: False
