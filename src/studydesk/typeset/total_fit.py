"""Where lines end, chosen for a whole paragraph at once: the evenest of all legal settings.

After D. E. Knuth and M. F. Plass, *Breaking Paragraphs into Lines* (1981), over the joints of
Chinese text. What the greedy way would cost bounds the search.
"""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from studydesk.typeset.breaking import best_breaks, is_lone, legal_ends, line_cost
from studydesk.typeset.galley import TOLERANCE, Galley

_LONE_CHARACTER = 70.0
"""What a last line of a single 汉字 costs, in the units of the cost of a line."""
_SQUEEZED_FULLY = 10.0
"""What a line costs whose blanks are all squeezed out. One of two lines that share a squeeze costs
a quarter: whole paragraphs come out even.
"""
_EVEN = 0.01
"""A paragraph that costs no more is left as it is."""


def fitted_breaks(galley: Galley, measure: float) -> list[int]:
    """Where lines end when all of them together cost least; never more than the greedy way."""
    greedy = best_breaks(galley, measure)
    bound = _cost_of(galley, greedy, measure)
    if bound <= _EVEN:
        return greedy
    costs = {0: 0.0}
    came_from: dict[int, int] = {}
    for start in range(len(galley)):
        if start in costs:
            so_far = costs.pop(start)
            for end, cost in _lines_from(galley, start, measure, bound - so_far):
                if so_far + cost < costs.get(end, bound):
                    costs[end] = so_far + cost
                    came_from[end] = start
                    if end == len(galley):
                        bound = so_far + cost
    return _path(came_from, len(galley)) if len(galley) in came_from else greedy


def _lines_from(
    galley: Galley, start: int, measure: float, allowed: float
) -> Iterator[tuple[int, float]]:
    """The lines that may begin here and cost less than is allowed: where each ends, its cost."""
    for end in legal_ends(galley, start, measure):
        visible = galley.visible_end(start, end)
        missing = galley.missing(start, visible, measure)
        cost = _line_cost(galley, start, end, visible, missing)
        if cost < allowed:
            yield end, cost
        elif missing > 0 and cost - galley.joints[end - 1].penalty > allowed:
            return  # every shorter line is looser still


def _line_cost(galley: Galley, start: int, end: int, visible: int, missing: float) -> float:
    cost = line_cost(galley, start, end, visible, missing)
    if missing < -TOLERANCE and cost < float("inf"):
        cost = _SQUEEZED_FULLY * (missing / galley.squeeze(start, visible)) ** 2
    if start and end == len(galley) and is_lone(galley, start):
        cost += _LONE_CHARACTER
    return cost


def _cost_of(galley: Galley, breaks: list[int], measure: float) -> float:
    cost = 0.0
    for start, end in pairwise([0, *breaks]):
        visible = galley.visible_end(start, end)
        missing = galley.missing(start, visible, measure)
        cost += _line_cost(galley, start, end, visible, missing)
    return cost


def _path(came_from: Mapping[int, int], end: int) -> list[int]:
    breaks = [end]
    while came_from[breaks[-1]]:
        breaks.append(came_from[breaks[-1]])
    return breaks[::-1]
