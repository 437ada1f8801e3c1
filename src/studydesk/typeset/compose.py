"""Composition: where the lines of a paragraph end. Greedy, a line at a time, 先挤进后推出.

The rules are those of W3C, *Requirements for Chinese Text Layout*, and GB/T 15834.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from studydesk.typeset.cells import Cell, Span, cells_of, single_characters
from studydesk.typeset.classes import MARKS, WORDS
from studydesk.typeset.galley import EMPTY_LINE, Galley, Line

_REACH = 4.0
"""How far beyond the measure, in em, a line that will be squeezed may reach."""
_TOLERANCE = 1e-6
_LOOSEST_RESCUE = 0.1
"""Em at each place by which a line may be stretched to save the next from one lone 汉字."""

Chooser = Callable[[Galley, int, float], int]


def justified(spans: Iterable[Span], measure: float, first_indent: float = 0) -> list[Line]:
    """Lines flush on both edges, the last of each paragraph excepted; at least one line.

    Lengths are in em. A typed newline ends a paragraph.
    """
    return _composed(spans, measure, first_indent, _best_break, flush=True)


def ragged(spans: Iterable[Span], measure: float, first_indent: float = 0) -> list[Line]:
    """Lines in their natural width, each as full as it can be, in em; at least one line."""
    return _composed(spans, measure, first_indent, _fullest_break, flush=False)


def _composed(
    spans: Iterable[Span], measure: float, first_indent: float, choose: Chooser, *, flush: bool
) -> list[Line]:
    lines: list[Line] = []
    for part in split_at_newlines(spans):
        galley = galley_of(part, measure, first_indent)
        lines += _lines(galley, measure, choose, flush=flush) or [EMPTY_LINE]
    return lines


def split_at_newlines(spans: Iterable[Span]) -> list[list[Span]]:
    """The spans of each typed line."""
    parts: list[list[Span]] = [[]]
    for span in spans:
        first, *others = span.text.split("\n")
        parts[-1].append(Span(first, span.look))
        parts += [[Span(text, span.look)] for text in others]
    return parts


def galley_of(spans: Iterable[Span], measure: float, first_indent: float = 0) -> Galley:
    """Cells side by side; words wider than the narrowest line are cut."""
    cells = cells_of(spans)
    narrowest = measure - max(0, first_indent)
    if any(cell.advance > narrowest for cell in cells):
        cells = [part for cell in cells for part in _narrow(cell, narrowest)]
    return Galley(cells, first_indent)


def _narrow(cell: Cell, narrowest: float) -> Sequence[Cell]:
    too_wide = cell.advance > narrowest and cell.shape.kind in WORDS
    return single_characters(cell) if too_wide else (cell,)


def _lines(galley: Galley, measure: float, choose: Chooser, *, flush: bool) -> list[Line]:
    breaks = _breaks(galley, measure, choose)
    _rescue_lone_character(galley, breaks, measure)
    return [
        galley.line(start, end, measure, flush=flush and end < len(galley))
        for start, end in pairwise([0, *breaks])
    ]


def _breaks(galley: Galley, measure: float, choose: Chooser) -> list[int]:
    breaks: list[int] = []
    start = 0
    while start < len(galley):
        start = choose(galley, start, measure)
        breaks.append(start)
    return breaks


def break_fully(galley: Galley, measure: float) -> list[int]:
    """Where lines end when each is as full as it can be without squeezing."""
    return _breaks(galley, measure, _fullest_break)


def _best_break(galley: Galley, start: int, measure: float) -> int:
    """The end that costs least: from the farthest that can be squeezed in to the fullest that
    needs no squeezing.
    """
    best, least = 0, float("inf")
    for end in _ends(galley, start, measure + _REACH):
        cost = _cost(galley, start, end, measure)
        if cost < least:
            best, least = end, cost
        if galley.width(start, galley.visible_end(start, end)) <= measure + _TOLERANCE:
            break
    return best or _forced_break(galley, start, measure)


def _fullest_break(galley: Galley, start: int, measure: float) -> int:
    for end in _ends(galley, start, measure + 1):
        if galley.width(start, galley.visible_end(start, end)) <= measure + _TOLERANCE:
            return end
    return _forced_break(galley, start, measure)


def _ends(galley: Galley, start: int, reach: float) -> Iterable[int]:
    """Where a line may end, the farthest first."""
    farthest = bisect_right(galley.positions, galley.positions[start] + reach)
    breakable = galley.breakable
    return (end for end in range(min(farthest, len(galley)), start, -1) if breakable[end])


def _cost(galley: Galley, start: int, end: int, measure: float) -> float:
    """How ugly a line would be: 0 set solid, rising steeply as it is squeezed or stretched."""
    visible = galley.visible_end(start, end)
    missing = measure - galley.width(start, visible)
    if missing < -_TOLERANCE:
        room = galley.squeeze(start, visible)
        if room + _TOLERANCE < -missing:
            return float("inf")
        ratio = -missing / room
        return 12 * ratio**3 + 3 * ratio
    if end == len(galley):
        return 0.0
    loose = max(0.0, missing - 0.6 * galley.stretch(start, visible)) / max(1, visible - start - 1)
    return 6 * (loose / 0.03) ** 2 + missing / 2 + galley.joints[end - 1].penalty


def _forced_break(galley: Galley, start: int, measure: float) -> int:
    """Where nothing may break, such as thirty marks in a row: as many cells as fit."""
    end = start + 1
    while end < len(galley) and galley.width(start, end + 1) <= measure + _TOLERANCE:
        end += 1
    return end


def _rescue_lone_character(galley: Galley, breaks: list[int], measure: float) -> None:
    """A last line with a single 汉字 (孤字成行) is squeezed into the line before it, or gets one
    more cell from there.
    """
    if len(breaks) < 2 or not _is_lone(galley, breaks[-2]):
        return
    start = breaks[-3] if len(breaks) > 2 else 0
    whole = galley.visible_end(start, len(galley))
    if galley.width(start, whole) - measure <= galley.squeeze(start, whole):
        del breaks[-2]
        return
    earlier = (end for end in range(breaks[-2] - 1, start + 1, -1) if galley.breakable[end])
    end = next(earlier, breaks[-2])
    visible = galley.visible_end(start, end)
    missing = measure - galley.width(start, visible)
    if 0 <= missing <= _LOOSEST_RESCUE * (visible - start - 1):
        breaks[-2] = end


def _is_lone(galley: Galley, start: int) -> bool:
    others = [cell for cell in galley.cells[start:] if cell.shape.kind not in MARKS]
    return len(others) == 1 and len(others[0].text) == 1
