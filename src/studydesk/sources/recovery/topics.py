"""What stretches of a page are about, told by the pairs of characters they share."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import chain, repeat

from studydesk.sources.recovery.units import Unit

# Weights are counted in parts so small.
WHOLE = 2**40


class Topics:
    """How much a pair of characters says: the fewer of the page's stretches have it, the more."""

    def __init__(self, stretches: Sequence[Sequence[Unit]]) -> None:
        self._all = stretches
        self._pairs: dict[tuple[int, ...], frozenset[str]] = {}
        self._said: dict[tuple[int, ...], float] = {}

    @cached_property
    def _times(self) -> Counter[str]:
        """How many stretches have each pair; counted only where something is asked."""
        return Counter(chain.from_iterable(map(self._pairs_of, self._all)))

    @cached_property
    def _weights(self) -> dict[int, int]:
        """How much a pair says that so many have."""
        return {n: weight_of(n, len(self._all)) if n else 0 for n in {0, *self._times.values()}}

    def likeness(self, one: Sequence[Unit], other: Sequence[Unit]) -> float:
        """How much two stretches have to do with each other, between 0 and 1: the cosine of
        their weighted pairs.
        """
        both = math.sqrt(self._weight_of(one) * self._weight_of(other))
        shared = self._pairs_of(one) & self._pairs_of(other)
        return self._weight(shared) / both if both else 0.0

    def coverage(self, part: Sequence[Unit], whole: Sequence[Unit]) -> float:
        """Which share of what a short stretch says a long one says too, between 0 and 1."""
        said = self._weight_of(part)
        return self._weight(self._pairs_of(part) & self._pairs_of(whole)) / said if said else 0.0

    def _pairs_of(self, units: Sequence[Unit]) -> frozenset[str]:
        key = tuple(map(id, units))
        if key not in self._pairs:
            self._pairs[key] = pairs_in(units)
        return self._pairs[key]

    def _weight_of(self, units: Sequence[Unit]) -> float:
        key = tuple(map(id, units))
        if key not in self._said:
            self._said[key] = self._weight(self._pairs_of(units))
        return self._said[key]

    def _weight(self, pairs: frozenset[str]) -> float:
        # Whole numbers, for a set comes in another order each time, and a page must be recovered
        # alike.
        times = map(self._times.get, pairs, repeat(0))
        return sum(map(self._weights.__getitem__, times)) / WHOLE


def weight_of(times: int, stretches: int) -> int:
    """How much a pair says that so many of some stretches have."""
    return round(WHOLE * math.log((1 + stretches) / times))


def pairs_in(units: Iterable[Unit]) -> frozenset[str]:
    """The pairs of characters of several units."""
    pairs: set[str] = set()
    for unit in units:  # one by one: other threads wait for a call
        pairs |= unit.pairs
    return frozenset(pairs)
