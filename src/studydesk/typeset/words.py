"""Words: where the lines of a title may end. Which words there are, others know.

The likeliest words of a text are those whose ranks, in a list of the most usual words, come to the
least product (G. K. Zipf: the second is half as usual as the first, the third a third as usual).
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from math import log

IN_WORD = 60.0
"""What the end of a line costs within a word or a term, in em² (see `balance`)."""
IN_TERM = 9.0
"""The same between two words of a long term."""
_LONG_TERM = 8
ENDS_BADLY = 35.0
"""The same between words of which the one leads on to the other: 的 与 关于."""
_BESIDE_ONE = 4.0
"""Beside a 汉字 on its own, which often belongs to its neighbour."""

_TRAILING = frozenset("的地得了着过之们者性化")
"""They never begin a line."""
_LEADING = frozenset("的地得之与和及而并暨或在为以把被对向从将让由于按不更最各每新大小多再需要") | {
    *("关于", "对于", "为了", "以及", "通过", "围绕", "根据", "成为"),
    *"一二三四五六七八九十两几",
}
"""They never end one: what they lead to would stand on the next."""

Costs = Callable[[str], Sequence[float]]
"""A text → for each of its characters what the end of a line before it costs."""


class Words:
    """Words, the most usual first, and terms that are kept whole."""

    def __init__(self, usual: Iterable[str], terms: Iterable[str]) -> None:
        self._terms = frozenset(terms)
        ranks = {word: rank for rank, word in enumerate(usual, start=2)}
        self._ranks = {word: log(rank) for word, rank in ranks.items()}
        self._all = log(len(ranks) + 2)  # what a word costs besides its rank
        self._ranks.update(dict.fromkeys(self._terms, 0.0))
        self._longest = max(map(len, self._ranks), default=1)

    def costs(self, text: str) -> list[float]:
        """What the end of a line costs before each character."""
        costs = [IN_WORD] * len(text)
        costs[:1] = [0.0] * len(text[:1])
        words = self._words(text, self._longest)
        for (left, right), end in zip(pairwise(words), _ends(words), strict=False):
            costs[end] = _between(left, right)
        for word, end in zip(words, _ends(words), strict=True):
            if len(word) >= _LONG_TERM:
                inner = self._words(word, len(word) - 1)
                for at in list(_ends(inner))[:-1]:
                    costs[end - len(word) + at] = IN_TERM
        return costs

    def _words(self, text: str, longest: int) -> list[str]:
        """The likeliest words of a text, none of more characters than this."""
        best = [(0.0, 0)]
        for end in range(1, len(text) + 1):
            begins = range(max(0, end - longest), end)
            best.append(min((best[at][0] + self._cost(text[at:end]), at) for at in begins))
        words = []
        end = len(text)
        while end:
            begin = best[end][1]
            words.append(text[begin:end])
            end = begin
        return words[::-1]

    def _cost(self, word: str) -> float:
        rank = self._ranks.get(word)
        if rank is None:
            return 2 * self._all + 1 if len(word) == 1 else float("inf")
        return rank + self._all


def _ends(words: Iterable[str]) -> Iterable[int]:
    end = 0
    for word in words:
        end += len(word)
        yield end


def _between(left: str, right: str) -> float:
    if right in _TRAILING:
        return IN_WORD
    if left in _LEADING:
        return ENDS_BADLY
    return _BESIDE_ONE if len(left) == 1 or len(right) == 1 else 0.0
