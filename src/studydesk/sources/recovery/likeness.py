"""How much a piece has in common with those ahead of it: what both are about.

Told by the pairs of characters they share, the more the fewer pieces have them. What each piece
has is reckoned once; behind another one it is as good as a few whole numbers put together.
"""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, groupby
from operator import mul
from typing import NamedTuple

from studydesk.sources.recovery.pieces import Chain, Piece
from studydesk.sources.recovery.topics import WHOLE, pairs_in, weight_of
from studydesk.sources.recovery.units import Unit

# What two stretches must share to be of one article, how much more says, and at most how much.
LEAST_LIKENESS, LONG_LIKENESS, LONG = 0.02, 0.06, 900
LIKENESS_SAYS, LIKENESS_SAYS_MOST = 110, 4.5
# What is shorter says less; so many characters ahead tell what they are about.
ENOUGH, CONTEXT = 60, 600


class Stretch(NamedTuple):
    """The last units of a piece: how long they are, which of the pairs that several pieces have
    are theirs, each a bit of `shared`, and how much the others say, which no other piece has.
    """

    length: int = 0
    shared: int = 0
    own: int = 0


class Likeness:
    """What it says that pieces have so much in common."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        seen = Counter(chain.from_iterable(pairs_in(piece.said) for piece in pieces))
        shared = sorted((pair for pair, n in seen.items() if n > 1), key=lambda pair: -seen[pair])
        self._bits = {pair: at for at, pair in enumerate(shared)}
        self._alone = weight_of(1, len(pieces))
        # How much a pair says, and the bits of all that say as much.
        self._weights, self._alike = list[int](), list[int]()
        begin = 0
        for times, alike in groupby(shared, seen.__getitem__):
            end = begin + len(list(alike))
            self._weights.append(weight_of(times, len(pieces)))
            self._alike.append((1 << end) - (1 << begin))
            begin = end
        # For each piece, by its number, its last unit, its last two, … as many as a context may
        # have, and the whole of it; and how much that says.
        self._ends = [list(self._ends_of(piece.said)) or [Stretch()] for piece in pieces]
        self._says = [self._weight(ends[-1].shared, ends[-1].own) for ends in self._ends]
        self._contexts: dict[Chain, tuple[Stretch, float]] = {}

    def _ends_of(self, units: Sequence[Unit]) -> Iterator[Stretch]:
        length = shared = own = 0
        known: frozenset[str] = frozenset()
        for at, unit in enumerate(reversed(units), 1):
            enough = length >= CONTEXT
            length += len(unit.text)
            fresh = unit.pairs - known
            known |= fresh
            for pair in fresh:
                bit = self._bits.get(pair)
                if bit is None:
                    own += self._alone
                else:
                    shared |= 1 << bit
            if not enough or at == len(units):
                yield Stretch(length, shared, own)

    def says(self, ahead: Chain, piece: Piece) -> float:
        """What it says that a piece and the last ones ahead of it, enough to tell what they are
        about, have so much in common, for their lengths.
        """
        ahead = ahead[context_of(ahead, len(ahead)) :]
        if ahead not in self._contexts:
            context = self._context(ahead)
            self._contexts[ahead] = context, self._weight(context.shared, context.own)
        (left, said), right = self._contexts[ahead], self._ends[piece.number][-1]
        if not left.length or not right.length:
            return 0.0
        both = math.sqrt(said * self._says[piece.number])
        alike = self._weight(left.shared & right.shared) / both if both else 0.0
        long = min(1.0, math.sqrt(left.length * right.length) / LONG)
        usual = LEAST_LIKENESS + LONG_LIKENESS * long
        says = LIKENESS_SAYS * (alike - usual) * min(1.0, min(left.length, right.length) / ENOUGH)
        return max(-LIKENESS_SAYS_MOST, min(LIKENESS_SAYS_MOST, says))

    def _context(self, ahead: Chain) -> Stretch:
        length = shared = own = 0
        for piece in reversed(ahead):
            ends = self._ends[piece.number]
            room = CONTEXT - length
            end = ends[-1] if len(ends) == 1 or ends[-1].length < room else enough_of(ends, room)
            length, shared, own = length + end.length, shared | end.shared, own + end.own
        return Stretch(length, shared, own)

    def _weight(self, shared: int, own: int = 0) -> float:
        counts = map(int.bit_count, map(shared.__and__, self._alike))
        says: int = own + sum(map(mul, self._weights, counts))
        return says / WHOLE


def enough_of(ends: Sequence[Stretch], room: int) -> Stretch:
    """The shortest end of a piece that fills so much room, or the whole of it."""
    return next((end for end in ends if end.length >= room), ends[-1])


def context_of(chain: Chain, at: int) -> int:
    """The place of the first piece ahead of one that tells, with those behind it, what the article
    is about.
    """
    length = 0
    while at and length < CONTEXT:
        at -= 1
        length += chain[at].length
    return at
