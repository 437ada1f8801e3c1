"""Composition: a paragraph's text becomes lines.

The rules are those of W3C, *Requirements for Chinese Text Layout*, and GB/T 15834.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import accumulate, pairwise
from operator import attrgetter

from studydesk.typeset.breaking import best_breaks, full_breaks, is_lone, word_breaks
from studydesk.typeset.cells import Cell, Span, cells_of, single_characters
from studydesk.typeset.classes import WORDS
from studydesk.typeset.galley import EMPTY_LINE, Galley, Line
from studydesk.typeset.total_fit import fitted_breaks
from studydesk.typeset.words import Costs

_ADVANCE = attrgetter("advance")

Breaker = Callable[[Galley, float], list[int]]
"""Galley and measure → where its lines end."""


def justified(
    spans: Iterable[Span],
    measure: float,
    first_indent: float = 0,
    *,
    total_fit: bool = False,
    hanging: bool = False,
) -> list[Line]:
    """Lines flush on both edges, the last of each paragraph excepted; at least one line.

    Lengths are in em. A typed newline ends a paragraph. With `total_fit` the breaks of a paragraph
    are chosen together, for the evenest lines, else line by line. With `hanging` a mark of 、，。
    that finds no room stands outside the right edge (行尾悬挂).
    """
    breaks = fitted_breaks if total_fit else _greedy_breaks
    return _composed(spans, measure, first_indent, breaks, flush=True, hanging=hanging)


def _greedy_breaks(galley: Galley, measure: float) -> list[int]:
    """Line by line; all lines at once where that leaves a single 汉字 at the end."""
    breaks = best_breaks(galley, measure)
    if len(breaks) > 1 and is_lone(galley, breaks[-2]):
        return fitted_breaks(galley, measure)
    return breaks


def ragged(
    spans: Iterable[Span], measure: float, first_indent: float = 0, costs: Costs | None = None
) -> list[Line]:
    """Lines in their natural width, each as full as it can be, in em; at least one line. With the
    `costs` of words, as a heading has them, lines end between those.
    """
    breaker = full_breaks if costs is None else partial(_breaks_between_words, costs)
    return _composed(spans, measure, first_indent, breaker, flush=False, hanging=False)


def _breaks_between_words(costs: Costs, galley: Galley, measure: float) -> list[int]:
    return word_breaks(galley, measure, costs_of_cells(galley, costs))


def costs_of_cells(galley: Galley, costs: Costs) -> list[float]:
    """What the end of a line costs before each cell."""
    of_characters = costs("".join(cell.text for cell in galley.cells))
    begins = accumulate((len(cell.text) for cell in galley.cells[:-1]), initial=0)
    return [of_characters[at] for at in begins] if galley.cells else []


def _composed(
    spans: Iterable[Span],
    measure: float,
    first_indent: float,
    breaker: Breaker,
    *,
    flush: bool,
    hanging: bool,
) -> list[Line]:
    lines: list[Line] = []
    for part in split_at_newlines(spans):
        galley = galley_of(part, measure, first_indent, hanging=hanging)
        lines += [
            galley.line(start, end, measure, flush=flush and end < len(galley))
            for start, end in pairwise([0, *breaker(galley, measure)])
        ] or [EMPTY_LINE]
    return lines


def split_at_newlines(spans: Iterable[Span]) -> list[list[Span]]:
    """The spans of each typed line."""
    parts: list[list[Span]] = [[]]
    for span in spans:
        first, *others = span.text.split("\n")
        parts[-1].append(Span(first, span.look))
        parts += [[Span(text, span.look)] for text in others]
    return parts


def galley_of(
    spans: Iterable[Span], measure: float, first_indent: float = 0, *, hanging: bool = False
) -> Galley:
    """Cells side by side; words wider than the narrowest line are cut."""
    cells = cells_of(spans)
    narrowest = measure - max(0.0, first_indent)
    if max(map(_ADVANCE, cells), default=0) > narrowest:
        cells = [part for cell in cells for part in _narrow(cell, narrowest)]
    return Galley(cells, first_indent, hanging=hanging)


def _narrow(cell: Cell, narrowest: float) -> Sequence[Cell]:
    too_wide = cell.advance > narrowest and cell.shape.kind in WORDS
    return single_characters(cell) if too_wide else (cell,)
