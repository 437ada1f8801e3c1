"""Joints: what may happen between two neighbouring cells. Space, squeezing, stretching, breaking.

The order of squeezing is that of clreq, *Line Adjustment*: brackets, then marks of pause, then
the gap between Chinese and Latin text, and marks of stop last. Each mark gives half of its blank in
its turn; what a line needs beyond that, all give alike, so that none is crowded beside a wide one.
"""

from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from studydesk.typeset.cells import BOUND_MIXED_SPACE, MIXED_SPACE, WORD_SPACE, Shape
from studydesk.typeset.classes import MARKS, WORDS, Kind

LATIN_GAP = 0.25
_NARROWEST_LATIN_GAP = 0.125
_WIDEST_LATIN_GAP = 0.375
_WORD_SPACE_STRETCH = 0.25
_IN_TURN = 0.25
"""Em that a mark gives in its turn."""

_PENALTIES = {Kind.DASH: 60.0, Kind.ELLIPSIS: 60.0}
"""What a line should rather not begin with, in the units of the cost of a line."""
_CUT_ADDRESS = 20.0

_MIXED_SPACES = (MIXED_SPACE, BOUND_MIXED_SPACE)


class Turn(IntEnum):
    """Whose turn it is to give way when a line is squeezed."""

    BRACKET = 0
    PAUSE = 1
    LATIN = 2
    STOP = 3
    ALL_MARKS = 4


@dataclass(frozen=True, slots=True)
class Joint:
    """Between two cells: `space` in em, how far it gives way in whose turn (`squeezes`, together
    `squeeze`), how far it stretches before all others (`stretch`), whether it stretches with
    all others (`loose`), whether a line may end here, at what penalty, and whether it is `in_date`.
    """

    space: float = 0
    squeezes: tuple[tuple[Turn, float], ...] = ()
    squeeze: float = 0
    stretch: float = 0
    loose: bool = True
    breakable: bool = True
    penalty: float = 0
    in_date: bool = False


@cache
def _joint(left: Shape, right: Shape) -> Joint:
    space, squeezes = _blank(left, right)
    stretch = 0.0
    if left is WORD_SPACE:
        stretch = _WORD_SPACE_STRETCH
    elif left in _MIXED_SPACES or _wants_latin_gap(left, right):
        space += 0 if left in _MIXED_SPACES else LATIN_GAP
        squeezes = [(Turn.LATIN, LATIN_GAP - _NARROWEST_LATIN_GAP)]
        stretch = _WIDEST_LATIN_GAP - LATIN_GAP
    return Joint(
        space,
        tuple(squeezes),
        sum(amount for _, amount in squeezes),
        stretch,
        _is_loose(left, right),
        _is_breakable(left, right),
        _CUT_ADDRESS if left.kind is Kind.PIECE else _PENALTIES.get(right.kind, 0.0),
        left.of_date and right.number,
    )


class _Joints(dict[tuple[Shape, Shape], Joint]):
    def __missing__(self, pair: tuple[Shape, Shape]) -> Joint:
        joint = self[pair] = _joint(*pair)
        return joint


joints = _Joints()
"""The joint of every pair of shapes, made when first asked for."""


def _blank(left: Shape, right: Shape) -> tuple[float, list[tuple[Turn, float]]]:
    """The blanks of two marks that meet: half an em goes at once, the rest may be squeezed."""
    blank = left.after + right.before
    if not blank:
        return 0.0, []
    if left.kind in MARKS and right.kind in MARKS:
        taken = min(blank, 0.5)
        return -taken, _turns(left.kind if left.after else right.kind, blank - taken)
    if left.kind is Kind.SPACE or right.kind is Kind.SPACE:
        return 0.0, []
    return 0.0, _turns(left.kind, left.after) + _turns(right.kind, right.before)


def _turns(kind: Kind, blank: float) -> list[tuple[Turn, float]]:
    if blank <= 0:
        return []
    turn = {Kind.PAUSE: Turn.PAUSE, Kind.STOP: Turn.STOP}.get(kind, Turn.BRACKET)
    given = min(blank, _IN_TURN)
    return [(turn, given), (Turn.ALL_MARKS, blank - given)]


def _wants_latin_gap(left: Shape, right: Shape) -> bool:
    return (left.latin_after and right.kind is Kind.HAN) or (
        left.kind is Kind.HAN and right.latin_before
    )


def _is_loose(left: Shape, right: Shape) -> bool:
    return right.kind is not Kind.SPACE and not (left.kind in WORDS and right.kind in WORDS)


def _is_breakable(left: Shape, right: Shape) -> bool:
    if right.never_first or left.never_last or right.kind is Kind.SPACE:
        return False
    if left.number and right.unit:
        return False
    if left.kind is Kind.PIECE and right.kind is Kind.PIECE:
        return True
    same = left.kind is right.kind and left.kind in {Kind.DASH, Kind.ELLIPSIS}
    return not same and not (left.kind in WORDS and right.kind in WORDS)
