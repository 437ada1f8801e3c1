"""What stretches of a page are about, told by the pairs of characters they share."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from studydesk.sources import signs
from studydesk.sources.paragraphs import Unit

HAN_RUN = re.compile(f"[{signs.HAN}]+")


@lru_cache(maxsize=4096)
def pairs_of(text: str) -> frozenset[str]:
    """The pairs of neighbouring Han characters of a text."""
    return frozenset(
        run[at : at + 2] for run in HAN_RUN.findall(text) for at in range(len(run) - 1)
    )


def pairs_in(units: Iterable[Unit]) -> frozenset[str]:
    """The pairs of characters of several units."""
    return frozenset().union(*(pairs_of(unit.text) for unit in units))


class Topics:
    """How much a pair of characters says: the fewer of the page's stretches have it, the more."""

    def __init__(self, stretches: Sequence[Sequence[Unit]]) -> None:
        seen = Counter(pair for units in stretches for pair in pairs_in(units))
        self._weights = {pair: math.log((1 + len(stretches)) / n) for pair, n in seen.items()}

    def weight(self, pairs: frozenset[str]) -> float:
        """How much the pairs say together."""
        return sum(self._weights.get(pair, 0) for pair in pairs)

    def likeness(self, one: Iterable[Unit], other: Iterable[Unit]) -> float:
        """How much two stretches have to do with each other, between 0 and 1: the cosine of
        their weighted pairs.
        """
        left, right = pairs_in(one), pairs_in(other)
        both = math.sqrt(self.weight(left) * self.weight(right))
        return self.weight(left & right) / both if both else 0.0

    def coverage(self, part: Iterable[Unit], whole: Iterable[Unit]) -> float:
        """Which share of what a short stretch says a long one says too, between 0 and 1."""
        short = pairs_in(part)
        said = self.weight(short)
        return self.weight(short & pairs_in(whole)) / said if said else 0.0
