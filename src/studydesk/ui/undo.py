"""The one undo command: a packet before and after."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import count

from PySide6.QtGui import QUndoCommand

from studydesk.domain.packet import Packet
from studydesk.services.citing import FactsChange, SourceFacts
from studydesk.services.following import NONE, Following, OwnWords, Said
from studydesk.ui.deed import Direction

_numbers = count(1)


@dataclass(frozen=True, slots=True)
class State:
    """What one edit leaves behind: the packet, the facts of the sources that it set, at which items
    it was made, by id, where the packet does not tell, and what the packet says by its own words.
    """

    packet: Packet
    facts: tuple[SourceFacts, ...] = ()
    at: tuple[str, ...] = ()
    own: OwnWords = field(default=NONE, compare=False)

    def place(self, place: Callable[[Packet], Packet]) -> "State":
        """The same with the packet as `place` makes it."""
        return replace(self, packet=place(self.packet))

    def follow(self, following: Following) -> "State":
        """The same as it follows a change of the record."""
        packet, own = following(Said(self.packet, self.own))
        return replace(self, packet=packet, own=own)


@dataclass(frozen=True, slots=True)
class Steps:
    """What a step of a packet does: it puts facts on record, as the step of this number, and then
    a state in place of the current one. The states of all histories follow the record. `can_record`
    tells whether some of the facts of a change could be put there as they are by now.
    """

    record: Callable[[FactsChange, int], None]
    put: Callable[[State], None]
    can_record: Callable[[FactsChange], bool]


class PacketEdit(QUndoCommand):
    """Puts the state after an edit, or back before it. Edits with the same merge key that
    follow one another (typing in one field) become one step.
    """

    def __init__(
        self, text: str, before: State, after: State, steps: Steps, merge: str = "", number: int = 0
    ) -> None:
        super().__init__(text)
        self._number = number
        self._before, self._after, self._steps, self._merge = before, after, steps, merge

    def redo(self) -> None:
        """Put the state after the edit."""
        self._steps.record((self._before.facts, self._after.facts), self._number)
        self._steps.put(self._after)

    def undo(self) -> None:
        """Put the state before the edit."""
        self._steps.record((self._after.facts, self._before.facts), self._number)
        self._steps.put(self._before)

    def changes_nothing(self, step: Direction) -> bool:
        """Whether `undo` or `redo` would change nothing: what it puts on record was changed
        elsewhere since.
        """
        states = (self._after, self._before) if step == "undo" else (self._before, self._after)
        here, there = states
        return (
            here.facts != there.facts
            and here.packet == there.packet
            and not self._steps.can_record((here.facts, there.facts))
        )

    def change(self, change: Callable[[State], State]) -> None:
        """Let the states before and after be as `change` makes them."""
        self._before, self._after = change(self._before), change(self._after)

    def number_of(self, merge: str) -> int:
        """The number of this step, where more of it is done by an edit with this merge key, or else
        of another.
        """
        return self._number if merge and merge == self._merge else new_step()

    def is_typed_in(self, place: str) -> bool:
        """Whether it is what was typed in a field of this item, packet or article, by its id."""
        return bool(place) and self._merge.startswith(f"{place}.")

    def id(self) -> int:
        """Qt asks two neighbours to merge when their ids are equal and not -1."""
        return hash(self._merge) & 0x7FFFFFFF if self._merge else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take over what a later edit of the same field made of the packet; where that is what it
        was before, there was no step. What another packet put on record between them is no part of
        it.
        """
        if not isinstance(other, PacketEdit) or other._merge != self._merge:
            return False
        if other._before.facts != self._after.facts:
            return False
        self._after = other._after
        self.setObsolete(self._after == self._before)
        return True


def new_step() -> int:
    """The number of a step that changes the record."""
    return next(_numbers)
