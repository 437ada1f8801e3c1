"""Flowing text as a word processor sets it that squeezes no mark: how many lines it needs, and how
much closer its characters stand to need no more than in the PDF.
"""

from collections.abc import Sequence
from typing import NamedTuple

from studydesk.typeset.cells import Cell
from studydesk.typeset.classes import SPACE
from studydesk.typeset.joints import joints

_STEP, _STEPS = 0.005, 10
"""Em by which characters stand closer, at most 0.05 and what a twentieth of a point adds: less than
what is squeezed out of a mark, and nobody sees it.
"""


class Fit(NamedTuple):
    """By how many em characters stand closer, and how many lines more than in the PDF there are
    nevertheless.
    """

    closer: float = 0
    more: int = 0


def fit(cells: Sequence[Cell], measure: float, indent: float, lines: int) -> Fit:
    """The least by which characters must stand closer for these cells to need so many lines of this
    measure; where that would be more than anyone may see, they stay as they are, and need more.
    """
    needed = lines_needed(cells, measure, indent)
    if needed <= lines:
        return Fit()
    tried = (_STEP * step for step in range(1, _STEPS + 1))
    fits = (each for each in tried if lines_needed(cells, measure, indent, each) <= lines)
    closer = next(fits, 0)
    return Fit(closer) if closer else Fit(more=needed - lines)


def lines_needed(cells: Sequence[Cell], measure: float, indent: float, closer: float = 0) -> int:
    """Lines of this measure, filled one after the other; all in em."""
    count, start, width = 1, 0, indent
    widths = [_width(cell) - closer * len(cell.text) for cell in cells]
    place = 0
    while place < len(cells):
        gap = _gap(cells, place) if place > start else 0
        if width + gap + widths[place] <= measure or place == start or _is_space(cells[place]):
            width += gap + widths[place]
            place += 1
        else:
            place = start = _break_before(cells, start, place)
            count, width = count + 1, 0
    return count


def _gap(cells: Sequence[Cell], place: int) -> float:
    """What stands between a cell and the one before it: Chinese and Latin stand apart."""
    return max(0.0, joints[cells[place - 1].shape, cells[place].shape].space)


def _break_before(cells: Sequence[Cell], start: int, place: int) -> int:
    """The last cell up to this one that may begin a line."""
    before = range(place, start, -1)
    return next(
        (at for at in before if joints[cells[at - 1].shape, cells[at].shape].breakable), place
    )


def _width(cell: Cell) -> float:
    """A typed space beside a mark is printed, too."""
    return sum(map(cell.look.face.advance, cell.text)) if _is_space(cell) else cell.advance


def _is_space(cell: Cell) -> bool:
    return cell.shape.kind is SPACE
