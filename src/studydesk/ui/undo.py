"""The one undo command: a packet before and after."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtGui import QUndoCommand

from studydesk.domain.packet import Packet
from studydesk.services.citing import OwnWords, SourceFacts

Put = Callable[["State", "State", OwnWords], None]
"""Puts the second state in place of the first, and leaves alone what are others' own words."""


@dataclass(frozen=True, slots=True)
class State:
    """What one edit leaves behind: the packet, the facts of the sources that it set, and at which
    items it was made, by id, where the packet does not tell.
    """

    packet: Packet
    facts: tuple[SourceFacts, ...] = ()
    at: tuple[str, ...] = ()

    def follow(self, place: Callable[[Packet], Packet]) -> "State":
        """The same with the packet as `place` makes it."""
        return replace(self, packet=place(self.packet))


class PacketEdit(QUndoCommand):
    """Puts the state after an edit, or back before it. Edits with the same merge key that
    follow one another (typing in one field) become one step.
    """

    def __init__(
        self, text: str, before: State, after: State, put: Put, merge: str, own: OwnWords
    ) -> None:
        super().__init__(text)
        self._own = own
        self._before, self._after, self._put, self._merge = before, after, put, merge

    def redo(self) -> None:
        """Put the state after the edit."""
        self._put(self._before, self._after, self._own)

    def undo(self) -> None:
        """Put the state before the edit."""
        self._put(self._after, self._before, self._own)

    def follow(self, place: Callable[[Packet], Packet]) -> None:
        """Let the packet before and after be as `place` makes them."""
        self._before, self._after = self._before.follow(place), self._after.follow(place)

    def own_words(self, merge: str) -> OwnWords:
        """What others said by themselves before this edit put it on record, where it is one of the
        field with this merge key; else nothing.
        """
        return self._own if merge and merge == self._merge else set()

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
