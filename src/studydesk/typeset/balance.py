"""Lines of balanced length, for titles and other short texts that are centred or stand right.

GB/T 9704, 7.3.1 asks for words that stay whole, lines that balance, and a trapezium or a
rhombus as the outline.
"""

from collections.abc import Iterable
from functools import cache
from itertools import pairwise

from studydesk.typeset.breaking import fewest_breaks
from studydesk.typeset.cells import Span
from studydesk.typeset.classes import Kind
from studydesk.typeset.compose import galley_of, split_at_newlines
from studydesk.typeset.galley import EMPTY_LINE, TOLERANCE, Galley, Line

_CLINGING = frozenset("的地得了着过之们与和及而")
"""Characters that belong to what stands before them, or read badly at the head of a line."""
_NUMERALS = frozenset("〇一二三四五六七八九十百千万亿两")
_COUNTED = frozenset("届次期年月日个项条章周大")
"""What is counted most in titles: 二十届, 两周年, 八大; it stays in the line of its number."""
_QUOTATION = (("《", "》"), ("“", "”"))
_MOST_LINES = 8
"""A text of more lines is no title: its lines are simply filled."""
_CLINGING_COST = 4.0
_CUT_NUMBER = 9.0
_AFTER_SPACE = -200.0
_AFTER_PAUSE = -150.0
_AFTER_ENUMERATION = -3.0


def balanced(spans: Iterable[Span], measure: float) -> list[Line]:
    """As few lines as the measure in em allows, of nearly equal length; a typed space is the
    first place to break, a mark of pause the next.
    """
    lines: list[Line] = []
    for part in split_at_newlines(spans):
        galley = galley_of(part, measure)
        breaks = _breaks(galley, measure)
        lines += [
            galley.line(start, end, measure, flush=False) for start, end in pairwise([0, *breaks])
        ] or [EMPTY_LINE]
    return lines


def _breaks(galley: Galley, measure: float) -> list[int]:
    """The legal breaks into the fewest lines whose lengths and places together cost least."""
    fewest = len(fewest_breaks(galley, measure))
    if not 1 < fewest <= _MOST_LINES:
        return fewest_breaks(galley, measure)
    ideal = galley.width(0, len(galley)) / fewest
    costs = {n: _break_cost(galley, n) for n in range(1, len(galley)) if galley.breakable[n]}

    @cache
    def cheapest(start: int, lines: int) -> tuple[float, tuple[int, ...]]:
        if lines == 1:
            width = galley.width(start, len(galley))
            too_wide = width > measure + TOLERANCE
            return (float("inf") if too_wide else (width - ideal) ** 2, (len(galley),))
        best: tuple[float, tuple[int, ...]] = (float("inf"), ())
        for end in range(start + 1, len(galley)):
            width = galley.width(start, galley.visible_end(start, end))
            if width > measure + TOLERANCE:
                break
            if end in costs:
                rest, ends = cheapest(end, lines - 1)
                cost = (width - ideal) ** 2 + costs[end] + rest
                best = min(best, (cost, (end, *ends)))
        return best

    _, ends = cheapest(0, fewest)
    return list(ends) or fewest_breaks(galley, measure)


def _break_cost(galley: Galley, end: int) -> float:
    """What speaks for (below 0) or against (above 0) a new line before this cell."""
    before, after = galley.cells[end - 1], galley.cells[end]
    if _is_quoted(galley, end):
        return 0.0
    if before.shape.kind is Kind.SPACE:
        return _AFTER_SPACE
    if before.text == "、":
        return _AFTER_ENUMERATION
    if before.shape.kind in {Kind.PAUSE, Kind.STOP, Kind.DASH, Kind.MIDDLE_DOT}:
        return _AFTER_PAUSE
    if before.text in _NUMERALS and after.text in _NUMERALS | _COUNTED:
        return _CUT_NUMBER
    return _CLINGING_COST if after.text in _CLINGING else 0.0


def _is_quoted(galley: Galley, end: int) -> bool:
    """Whether a title or a quotation, which rather stays whole, goes on here."""
    marks = [cell.text for cell in galley.cells[:end]]
    return any(marks.count(opening) > marks.count(closing) for opening, closing in _QUOTATION)
