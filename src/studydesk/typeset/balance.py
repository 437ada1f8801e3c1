"""Lines of balanced length, for titles and other short texts that are centred or stand right.

GB/T 9704, 7.3.1 asks for words that stay whole, lines that balance, and a trapezium or a
rhombus as the outline.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import pairwise

from studydesk.typeset.breaking import fewest_breaks, is_lone
from studydesk.typeset.cells import Span
from studydesk.typeset.classes import Kind
from studydesk.typeset.compose import costs_of_cells, galley_of, split_at_newlines
from studydesk.typeset.galley import EMPTY_LINE, TOLERANCE, Galley, Line
from studydesk.typeset.words import ENDS_BADLY, IN_WORD, Costs

_NUMERALS = frozenset("〇一二三四五六七八九十百千万亿两")
_COUNTED = frozenset("届次期年月日个项条章周大")
"""What is counted most in titles: 二十届, 两周年, 八大; it stays in the line of its number."""
_QUOTATION = (("《", "》"), ("“", "”"))
_MOST_LINES = 8
"""A text of more lines is no title: its lines are simply filled."""
_IN_QUOTATION = 30.0
_LONE_CHARACTER = 300.0
_AFTER_SPACE = -200.0
_AFTER_PAUSE = -150.0
_AFTER_ENUMERATION = -3.0
"""After 、 and after the dot in a name, which rather stays whole."""


def balanced(
    spans: Iterable[Span],
    measure: float,
    costs: Costs,
    *,
    may_add_line: bool = False,
) -> list[Line]:
    """As few lines as the measure in em allows, of nearly equal length; a typed space is the
    first place to break, a mark of pause the next, then wherever words end, as `costs` say. Where a
    line would end within a word or in 的 or 和 even so, or hold the end of one part of a title with
    the next part, there may be one line more.
    """
    lines: list[Line] = []
    for part in split_at_newlines(spans):
        galley = galley_of(part, measure)
        breaks = _breaks(galley, measure, costs, may_add_line=may_add_line)
        lines += [
            galley.line(start, end, measure, flush=False) for start, end in pairwise([0, *breaks])
        ] or [EMPTY_LINE]
    return lines


def _breaks(galley: Galley, measure: float, costs: Costs, *, may_add_line: bool) -> list[int]:
    """The legal breaks into the fewest lines whose lengths and places together cost least."""
    fewest = fewest_breaks(galley, measure)
    if not 1 < len(fewest) <= _MOST_LINES:
        return fewest
    places = _costs_of_breaks(galley, costs)
    breaks = _cheapest(galley, measure, places, len(fewest)) or fewest
    badness = _badness(galley, breaks, places)
    if may_add_line and badness:
        good = {cell: cost for cell, cost in places.items() if cost < ENDS_BADLY}
        for allowed in (good, places):
            more = _cheapest(galley, measure, allowed, len(fewest) + 1)
            if more and _badness(galley, more, places) < badness:
                return more
    return breaks


def _badness(galley: Galley, breaks: Sequence[int], places: Mapping[int, float]) -> int:
    """2 where a line ends within a word, 1 where one leads on to the next, and 1 more where parts
    of the title share a line that one of them goes beyond.
    """
    worst = max(places.get(end, 0.0) for end in breaks)
    shared = any(
        any(_begins_part(galley, cell) for cell in range(start + 1, end))
        and not all(_begins_part(galley, edge) for edge in (start, end))
        for start, end in pairwise([0, *breaks])
    )
    return (worst >= ENDS_BADLY) + (worst >= IN_WORD) + shared


def _begins_part(galley: Galley, cell: int) -> bool:
    """Whether a part of a title begins with this cell, after a space between 汉字, or the title
    ends before it; within a quotation no part begins.
    """
    if cell in {0, len(galley)}:
        return True
    after_space = cell > 1 and galley.cells[cell - 1].shape.kind is Kind.SPACE
    if not after_space or _is_quoted(galley, cell):
        return False
    return all(galley.cells[at].shape.kind is not Kind.WORD for at in (cell - 2, cell))


def _costs_of_breaks(galley: Galley, costs: Costs) -> dict[int, float]:
    """The cells that a line may begin with, and what it costs there."""
    words = enumerate(costs_of_cells(galley, costs))
    return {cell: _break_cost(galley, cell, word) for cell, word in words if galley.breakable[cell]}


def _cheapest(galley: Galley, measure: float, places: Mapping[int, float], lines: int) -> list[int]:
    """The breaks into so many lines that cost least; empty where there are none."""
    ideal = galley.width(0, len(galley)) / lines

    @cache
    def cheapest(start: int, lines: int) -> tuple[float, tuple[int, ...]]:
        if lines == 1:
            width = galley.width(start, len(galley))
            if width > measure + TOLERANCE:
                return float("inf"), ()
            lone = _LONE_CHARACTER if is_lone(galley, start) else 0.0
            return (width - ideal) ** 2 + lone, (len(galley),)
        best: tuple[float, tuple[int, ...]] = (float("inf"), ())
        for end in range(start + 1, len(galley)):
            width = galley.width(start, galley.visible_end(start, end))
            if width > measure + TOLERANCE:
                break
            if end in places:
                rest, ends = cheapest(end, lines - 1)
                cost = (width - ideal) ** 2 + places[end] + rest
                best = min(best, (cost, (end, *ends)))
        return best

    cost, ends = cheapest(0, lines)
    return list(ends) if cost < float("inf") else []


def _break_cost(galley: Galley, end: int, word: float) -> float:
    """What speaks for (below 0) or against (above 0) a new line before this cell, where the words
    of the text have that cost.
    """
    before, after = galley.cells[end - 1], galley.cells[end]
    if before.text in _NUMERALS and after.text in _NUMERALS | _COUNTED:
        return IN_WORD
    if _is_quoted(galley, end):
        return _IN_QUOTATION + max(0.0, word)
    if before.shape.kind is Kind.SPACE:
        return _AFTER_SPACE
    if before.text == "、" or before.shape.kind is Kind.MIDDLE_DOT:
        return _AFTER_ENUMERATION
    if before.shape.kind in {Kind.PAUSE, Kind.STOP, Kind.DASH}:
        return _AFTER_PAUSE
    return word


def _is_quoted(galley: Galley, end: int) -> bool:
    """Whether a title or a quotation, which rather stays whole, goes on here."""
    marks = [cell.text for cell in galley.cells[:end]]
    return any(marks.count(opening) > marks.count(closing) for opening, closing in _QUOTATION)
