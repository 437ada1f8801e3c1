"""The galley: all cells of one paragraph side by side, and lines cut out of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from operator import add

from studydesk.typeset.cells import Cell
from studydesk.typeset.classes import HANGING, SPACE
from studydesk.typeset.joints import Joint, Turn, joints

TOLERANCE = 1e-6
"""Lengths in em that differ by less are the same."""
WIDEST_GAP = 1 / 3
"""No line is stretched by more than this at each place, in em; it is left as it is instead."""
_NEGLIGIBLE = 1e-9


@dataclass(frozen=True, slots=True)
class Line:
    """One composed line, in em from the left edge of its column. The first cell stands at
    `start`, which is negative where an opening bracket lost its blank; `spaces[n]` follows
    cell n; the ink ends at `end`, beyond the measure where a mark hangs. Spaces typed where a line
    ends are its last cells and stand beyond the ink.
    """

    cells: Sequence[Cell]
    spaces: Sequence[float]
    start: float
    end: float

    @property
    def text(self) -> str:
        """What stands in the line."""
        return "".join(cell.text for cell in self.cells)

    def positions(self) -> Iterator[float]:
        """Where each cell begins."""
        advances = (
            cell.advance + space for cell, space in zip(self.cells, self.spaces, strict=True)
        )
        places = accumulate(advances, initial=self.start)
        return (place for place, _ in zip(places, self.cells, strict=False))


EMPTY_LINE = Line((), (), 0, 0)


class Galley:
    """Cells with the joints between them, and running sums that make every width a subtraction.

    The first line begins at `indent`. `breakable[n]` tells whether a line may end before cell n.
    With `hanging` the marks 、，。 may stand outside the right edge.
    """

    def __init__(self, cells: Sequence[Cell], indent: float = 0, *, hanging: bool = False) -> None:
        between = map(joints.__getitem__, pairwise([cell.shape for cell in cells]))
        self.cells = cells
        self.indent = indent
        self._hanging = hanging
        self.joints = [*between, Joint()][: len(cells)]
        self.spaces = [joint.space for joint in self.joints]
        self.breakable = [False, *[joint.breakable for joint in self.joints]]
        advances = [cell.advance for cell in cells]
        places: Iterator[float] = accumulate(map(add, advances, self.spaces))
        self.positions = [0.0, *places]
        self._squeezes = [0.0, *accumulate([joint.squeeze for joint in self.joints])]
        self._stretches = [0.0, *accumulate([joint.stretch for joint in self.joints])]

    def __len__(self) -> int:
        return len(self.cells)

    def visible_end(self, start: int, end: int) -> int:
        """The end of a line without the spaces typed at its end."""
        while end > start + 1 and self.cells[end - 1].shape.kind is SPACE:
            end -= 1
        return end

    def start_of(self, start: int) -> float:
        """Where the first cell of a line stands: a bracket loses its blank at the left edge,
        and keeps it in an indented first line.
        """
        indent = 0 if start else self.indent
        return indent or -self.cells[start].shape.before

    def width(self, start: int, end: int) -> float:
        """The natural width of a line, its indent included. A mark at the end of a line loses its
        blank (GB/T 15834, 5.1.10).
        """
        last = end - 1
        natural = self.positions[end] - self.spaces[last] - self.positions[start]
        return natural + self.start_of(start) - self.cells[last].shape.after

    def missing(self, start: int, end: int, measure: float) -> float:
        """What a line lacks to the measure; below 0 where it is too wide for it. A mark that finds
        no room, and may hang, is not counted.
        """
        missing = measure - self.width(start, end)
        return missing + self._overhang(end) if missing < -TOLERANCE else missing

    def _overhang(self, end: int) -> float:
        """How far the mark that ends a line would stand outside of it."""
        last = self.cells[end - 1]
        return last.advance - last.shape.after if self._hanging and last.text in HANGING else 0.0

    def squeeze(self, start: int, end: int) -> float:
        """How far a line can be squeezed."""
        return self._squeezes[end - 1] - self._squeezes[start]

    def stretch(self, start: int, end: int) -> float:
        """How far its spaces and gaps stretch before all its joints have to."""
        return self._stretches[end - 1] - self._stretches[start]

    def line(self, start: int, end: int, measure: float, *, flush: bool) -> Line:
        """The cells from start to end as a line, squeezed to the measure where it is too wide
        and, if it is to be flush, stretched to it.
        """
        visible = self.visible_end(start, end)
        spaces = self.spaces[start : visible - 1]
        width = self.width(start, visible)
        missing = self.missing(start, visible, measure)
        hung = width + missing - measure
        if missing < -_NEGLIGIBLE:
            missing += _squeeze(spaces, self.joints[start : visible - 1], -missing)
        elif flush and missing > _NEGLIGIBLE:
            missing -= _stretch(spaces, self.joints[start : visible - 1], missing)
        spaces += [0.0] * (end - visible + 1)
        return Line(self.cells[start:end], spaces, self.start_of(start), measure + hung - missing)


def _squeeze(spaces: list[float], between: Sequence[Joint], excess: float) -> float:
    """Take the excess out of the spaces, turn after turn; returns how much was taken."""
    left = excess
    for turn in Turn:
        gives = [
            (place, amount)
            for place, joint in enumerate(between)
            for its_turn, amount in joint.squeezes
            if its_turn is turn
        ]
        room = sum(amount for _, amount in gives)
        if room <= 0:
            continue
        share = min(1.0, left / room)
        for place, amount in gives:
            spaces[place] -= amount * share
        left -= room * share
        if left <= _NEGLIGIBLE:
            break
    return excess - left


def _stretch(spaces: list[float], between: Sequence[Joint], missing: float) -> float:
    """Add what is missing: to spaces and gaps first, then to all loose joints alike; returns
    how much was added: nothing where even so the line would not reach the edge.
    """
    left = missing
    room = sum(joint.stretch for joint in between)
    loose = [place for place, joint in enumerate(between) if joint.loose]
    if missing > room + WIDEST_GAP * len(loose) + TOLERANCE:
        return 0.0
    if room > 0:
        share = min(1.0, left / room)
        for place, joint in enumerate(between):
            spaces[place] += joint.stretch * share
        left -= room * share
    if loose and left > _NEGLIGIBLE:
        for place in loose:
            spaces[place] += left / len(loose)
    return missing
