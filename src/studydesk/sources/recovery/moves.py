"""What chains of pieces can become: ends exchanged, or a part of one set into another.

Every move is first told by its joints alone, which is quick; the likeliest are weighed in full.
"""

from collections.abc import Iterator, Sequence
from heapq import nlargest
from itertools import combinations
from typing import NamedTuple

from studydesk.sources.recovery.evidence import HEADLESS, Evidence
from studydesk.sources.recovery.pieces import Chain

# In rings of three so many ends are thought of behind each beginning.
MOST_LIKELY = 6


class Place(NamedTuple):
    """A place where a chain may be cut: the number of the chain, and how many pieces are before."""

    chain: int
    at: int


class Cut(NamedTuple):
    """A part of a chain that may be set in elsewhere, from the first to the last place, and how
    much better the joints are without it.
    """

    first: Place
    last: Place
    gain: float


class Exchange(NamedTuple):
    """The ends of some chains exchanged: what stands behind one place comes to stand behind what
    stands before another. `promise` is how much better the joints are, roughly.
    """

    promise: float
    joints: tuple[tuple[Place, Place], ...]

    def after(self, chains: Sequence[Chain]) -> list[Chain]:
        """What the chains become."""
        return [
            chains[front.chain][: front.at] + chains[end.chain][end.at :]
            for front, end in self.joints
        ]

    @property
    def numbers(self) -> set[int]:
        """Which chains it changes."""
        return {front.chain for front, _ in self.joints}


class Transfer(NamedTuple):
    """A part of a chain set in at a place of another. `promise` is how much better the joints are,
    roughly.
    """

    promise: float
    cut: Cut
    place: Place

    def after(self, chains: Sequence[Chain]) -> list[Chain]:
        """What the chains become."""
        taker, giver, at = chains[self.place.chain], chains[self.cut.first.chain], self.place.at
        begin, end = self.cut.first.at, self.cut.last.at
        return [taker[:at] + giver[begin:end] + taker[at:], giver[:begin] + giver[end:]]

    @property
    def numbers(self) -> set[int]:
        """Which chains it changes."""
        return {self.place.chain, self.cut.first.chain}


Move = Exchange | Transfer


class Joints:
    """What speaks for the end of a chain behind the beginning of another, cut at some places."""

    def __init__(self, evidence: Evidence, chains: Sequence[Chain]) -> None:
        self._evidence, self.chains = evidence, chains
        self._values: dict[tuple[Place, Place], float] = {}

    def value(self, front: Place, end: Place) -> float:
        """What speaks for what stands behind one place following what stands before another."""
        key = front, end
        if key not in self._values:
            self._values[key] = self._measure(front, end)
        return self._values[key]

    def gain(self, front: Place, end: Place) -> float:
        """How much more speaks for it than for what stands before that end now."""
        return self.value(front, end) - self.value(end, end)

    def _measure(self, front: Place, end: Place) -> float:
        ahead, behind = self.chains[front.chain][: front.at], self.chains[end.chain][end.at :]
        if not ahead:
            return 0.0 if not behind or behind[0].head or behind[0].continued else HEADLESS
        if not behind:
            return self._evidence.end(ahead[-1])
        return self._evidence.link((*ahead, behind[0]), len(ahead))


def moves(evidence: Evidence, chains: Sequence[Chain]) -> Iterator[Move]:
    """The ends of two or three chains exchanged in a ring, or a part of one, or all of it, moved
    into another: of chains that something is amiss with, and one other.
    """
    amiss = [evidence.is_amiss(chain) for chain in chains]
    joints = Joints(evidence, chains)
    places = [
        [Place(number, at) for at in evidence.loose_places(chain)]
        for number, chain in enumerate(chains)
    ]
    few = evidence.most_exchanged > 2
    cuts = [
        list(cuts_of(joints, number, evidence.loose_places(chain, soft=few)))
        for number, chain in enumerate(chains if any(amiss) else ())
    ]
    for one, other in combinations(range(len(chains)), 2):
        if amiss[one] or amiss[other]:
            yield from exchanges(joints, places[one], places[other])
            yield from moved(joints, cuts[one], places[other])
            yield from moved(joints, cuts[other], places[one])
    if few:
        yield from rings(joints, places, amiss)


def exchanges(joints: Joints, ones: Sequence[Place], others: Sequence[Place]) -> Iterator[Move]:
    """The ends of two chains exchanged."""
    for one in ones:
        for other in others:
            promise = joints.gain(one, other) + joints.gain(other, one)
            yield Exchange(promise, ((one, other), (other, one)))


def rings(
    joints: Joints, places: Sequence[Sequence[Place]], amiss: Sequence[bool]
) -> Iterator[Move]:
    """The ends of three chains exchanged, each behind a beginning that it is likely behind."""
    everywhere = [place for some in places for place in some]
    likely = {
        one: nlargest(
            MOST_LIKELY,
            (other for other in everywhere if other.chain != one.chain),
            key=lambda other: joints.gain(one, other),
        )
        for one in everywhere
    }
    for one in everywhere:
        for second in likely[one]:
            for third in likely[second]:
                numbers = {one.chain, second.chain, third.chain}
                if len(numbers) < 3 or sum(amiss[number] for number in numbers) < 2:
                    continue
                ring = (one, second), (second, third), (third, one)
                promise = sum(joints.gain(front, end) for front, end in ring)
                yield Exchange(promise, ring)


def cuts_of(joints: Joints, number: int, places: Sequence[int]) -> Iterator[Cut]:
    """The parts of a chain between two of these places; of many pieces, those that belong together
    move together.
    """
    for begin, end in combinations(places, 2):
        first, last = Place(number, begin), Place(number, end)
        gain = joints.value(first, last) - joints.value(first, first) - joints.value(last, last)
        yield Cut(first, last, gain)


def moved(joints: Joints, cuts: Sequence[Cut], places: Sequence[Place]) -> Iterator[Move]:
    """A part of a chain, or all of it, set in at one of some places of another; before its head
    only what breaks off.
    """
    headed, value = bool(joints.chains[places[0].chain][0].head), joints.value
    for cut in cuts:
        first, last, gain = cut
        ahead = headed and joints.chains[first.chain][last.at - 1].open
        for place in places if ahead else places[1:]:
            set_in = value(place, first) + value(last, place)
            yield Transfer(gain + set_in - value(place, place), cut, place)
