"""Line ends chosen for a whole paragraph: evener where the greedy way is not even already."""

from itertools import pairwise

import pytest

from studydesk.typeset.breaking import best_breaks
from studydesk.typeset.cells import Look, Span
from studydesk.typeset.compose import galley_of
from studydesk.typeset.galley import Galley
from studydesk.typeset.total_fit import fitted_breaks

WORDS = "我们用 interpretation 和 understanding 来说明 internationalization 的意思，再学习一遍。"


@pytest.fixture
def uneven(look: Look) -> Galley:
    return galley_of([Span(WORDS, look)], 14)


def worst(galley: Galley, breaks: list[int], measure: float) -> float:
    """What the loosest line but the last lacks, in em."""
    lines = list(pairwise([0, *breaks]))[:-1]
    ends = ((start, galley.visible_end(start, end)) for start, end in lines)
    return max(galley.missing(start, end, measure) for start, end in ends)


def test_an_even_paragraph_is_left_as_the_greedy_way_sets_it(look: Look) -> None:
    galley = galley_of([Span("学习" * 9, look)], 4)
    assert fitted_breaks(galley, 4) == best_breaks(galley, 4) == [4, 8, 12, 16, 18]


@pytest.mark.parametrize("measure", [12, 13, 14, 15, 16, 17])
def test_the_loosest_line_is_closer_than_that_of_the_greedy_way(
    uneven: Galley, measure: float
) -> None:
    fitted, greedy = fitted_breaks(uneven, measure), best_breaks(uneven, measure)
    assert worst(uneven, fitted, measure) < worst(uneven, greedy, measure)
    assert (fitted[-1], fitted) == (len(uneven), sorted(set(fitted)))


def test_what_fits_on_one_line_stays_there(look: Look) -> None:
    assert fitted_breaks(galley_of([Span("学", look)], 4), 4) == [1]
