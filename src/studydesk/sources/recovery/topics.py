"""What stretches of a page are about, told by the pairs of characters they share."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain, repeat
from typing import NamedTuple

from studydesk.sources.recovery import signs
from studydesk.sources.recovery.units import Unit

# Weights are counted in parts so small.
WHOLE = 2**40
HAN_RUN = re.compile(f"[{signs.HAN}]+")


@lru_cache(maxsize=4096)
def pairs_of(text: str) -> frozenset[str]:
    """The pairs of neighbouring Han characters of a text."""
    return frozenset(
        run[at : at + 2] for run in HAN_RUN.findall(text) for at in range(len(run) - 1)
    )


class Stretch(NamedTuple):
    """The pairs of characters of some units, and how much they say together."""

    pairs: frozenset[str]
    weight: float


class Topics:
    """How much a pair of characters says: the fewer of the page's stretches have it, the more."""

    def __init__(self, stretches: Sequence[Sequence[Unit]]) -> None:
        seen = Counter(chain.from_iterable(map(pairs_in, stretches)))
        weights = {n: weight_of(n, len(stretches)) for n in set(seen.values())}
        self._weights = {pair: weights[n] for pair, n in seen.items()}
        self._stretches: dict[tuple[int, ...], Stretch] = {}

    def likeness(self, one: Sequence[Unit], other: Sequence[Unit]) -> float:
        """How much two stretches have to do with each other, between 0 and 1: the cosine of
        their weighted pairs.
        """
        left, right = self._stretch(one), self._stretch(other)
        both = math.sqrt(left.weight * right.weight)
        return self._weight(left.pairs & right.pairs) / both if both else 0.0

    def coverage(self, part: Sequence[Unit], whole: Sequence[Unit]) -> float:
        """Which share of what a short stretch says a long one says too, between 0 and 1."""
        short, long = self._stretch(part), self._stretch(whole)
        return self._weight(short.pairs & long.pairs) / short.weight if short.weight else 0.0

    def _stretch(self, units: Sequence[Unit]) -> Stretch:
        key = tuple(map(id, units))
        if key not in self._stretches:
            pairs = pairs_in(units)
            self._stretches[key] = Stretch(pairs, self._weight(pairs))
        return self._stretches[key]

    def _weight(self, pairs: frozenset[str]) -> float:
        # Whole numbers, for a set comes in another order each time, and a page must be recovered
        # alike.
        return sum(map(self._weights.get, pairs, repeat(0))) / WHOLE


def weight_of(times: int, stretches: int) -> int:
    """How much a pair says that so many of some stretches have."""
    return round(WHOLE * math.log((1 + stretches) / times))


def pairs_in(units: Iterable[Unit]) -> frozenset[str]:
    """The pairs of characters of several units."""
    pairs: set[str] = set()
    for unit in units:  # one by one: other threads wait for a call
        pairs |= pairs_of(unit.text)
    return frozenset(pairs)
