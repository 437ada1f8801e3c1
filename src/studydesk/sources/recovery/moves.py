"""What chains of pieces can become: ends exchanged, or a part of one set into another.

Every move is first told by its joints alone, which is quick; the likeliest are weighed in full.
What is known of chains is kept, for a move leaves most of them as they are.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from heapq import nlargest
from itertools import combinations
from operator import attrgetter

from studydesk.sources.recovery.evidence import HEADLESS, Evidence
from studydesk.sources.recovery.pieces import Chain

# In rings of three so many ends are thought of behind each beginning.
MOST_LIKELY = 6
# Of all moves so many, those with the likeliest joints, are weighed; none with less of a promise.
MOST_WEIGHED = 1500
LEAST, NOTHING = -20.0, float("-inf")


@dataclass(eq=False)
class Place:
    """A place where a chain may be cut: the chain, how many pieces are before, those and the
    others; `now` is what speaks for those behind those ahead, `values` for others there.
    """

    strand: "Strand"
    at: int
    ahead: Chain
    behind: Chain
    now: float = 0.0
    values: dict["Place", float] = field(default_factory=dict)

    @cached_property
    def ended(self) -> bool:
        """Whether nothing of the article stands behind what is ahead."""
        return any(piece.ends for piece in self.ahead)

    @cached_property
    def named(self) -> bool:
        """Whether what is ahead says who wrote the article."""
        return any(piece.named for piece in self.ahead)

    @cached_property
    def named_below(self) -> bool:
        """Whether what is behind says so."""
        return any(piece.named for piece in self.behind)

    @property
    def continues(self) -> bool:
        """Whether what is behind comes from elsewhere, with nothing of the page ahead."""
        return bool(self.behind) and self.behind[0].continued


@dataclass(eq=False)
class Strand:
    """A chain, what its outline says (see `Evidence`), whether it can be an article and whether
    something is amiss with it, where it may be cut, and its parts that may be set in elsewhere.
    """

    chain: Chain
    outline: float
    impossible: bool
    amiss: bool
    places: list[Place] = field(default_factory=list)
    cuts: list["Cut"] = field(default_factory=list)


@dataclass(eq=False)
class Cut:
    """A part of a chain from the first to the last place, and how much better the joints are
    without it.
    """

    first: Place
    last: Place
    gain: float

    @property
    def part(self) -> Chain:
        """What is cut out."""
        return self.first.behind[: self.last.at - self.first.at]


@dataclass(eq=False, slots=True)
class Exchange:
    """The ends of some chains exchanged: what stands behind one place comes to stand behind what
    stands before another. `promise` is how much better the joints are, roughly.
    """

    promise: float
    strands: tuple[Strand, ...]
    joints: tuple[tuple[Place, Place], ...]
    estimate: float | None = None

    @property
    def after(self) -> list[Chain]:
        """What the chains become."""
        return [front.ahead + end.behind for front, end in self.joints]

    @property
    def kept(self) -> list[int]:
        """How many of their pieces are as they were."""
        return [front.at for front, _ in self.joints]

    @property
    def is_impossible(self) -> bool:
        """Whether one of them can be no article, where all are possible now."""
        return any(
            front.ended or end.continues or (front.named and end.named_below)
            for front, end in self.joints
            if front.ahead and end.behind
        )


@dataclass(eq=False, slots=True)
class Transfer:
    """A part of a chain set in at a place of another. `promise` is how much better the joints are,
    roughly.
    """

    promise: float
    strands: tuple[Strand, ...]
    cut: Cut
    place: Place
    estimate: float | None = None

    @property
    def after(self) -> list[Chain]:
        """What the chains become."""
        cut, place = self.cut, self.place
        return [place.ahead + cut.part + place.behind, cut.first.ahead + cut.last.behind]

    @property
    def kept(self) -> list[int]:
        """How many of their pieces are as they were."""
        return [self.place.at, self.cut.first.at]

    @property
    def is_impossible(self) -> bool:
        """Whether one of them can be no article, where both are possible now."""
        place, first, last = self.place, self.cut.first, self.cut.last
        if place.ahead and (place.ended or first.continues):
            return True
        if place.behind and (last.ended or place.continues):
            return True
        return (place.named or place.named_below) and last.named and not first.named


Move = Exchange | Transfer


class Pair:
    """The moves of two chains, thought of once: the ends exchanged, parts of the one set into the
    other, and of the other into the one. Only those that are looked at are made.
    """

    def __init__(self, joints: "Joints", one: Strand, other: Strand) -> None:
        self._strands = one, other
        self._made: dict[int, Move] = {}
        rows = [joints.exchanged(place, other.places) for place in one.places]
        rows += [joints.set_in(cut, other.places) for cut in one.cuts]
        rows += [joints.set_in(cut, one.places) for cut in other.cuts]
        promises = [promise for row in rows for promise in row]
        self.thought_of = len(promises)
        order = sorted(range(len(promises)), key=promises.__getitem__, reverse=True)
        self._order = [at for at in order[:MOST_WEIGHED] if promises[at] > LEAST]
        self.promises = [promises[at] for at in self._order]

    def with_promise(self, bar: float) -> Iterator[Move]:
        """The moves that promise so much."""
        for at, promise in zip(self._order, self.promises, strict=True):
            if promise < bar:
                return
            if at not in self._made:
                self._made[at] = self._make(promise, at)
            yield self._made[at]

    def _make(self, promise: float, at: int) -> Move:
        one, other = self._strands
        row, column = divmod(at, len(other.places))
        if row < len(one.places):
            ends = one.places[row], other.places[column]
            return Exchange(promise, self._strands, (ends, ends[::-1]))
        row -= len(one.places)
        if row < len(one.cuts):
            return Transfer(promise, self._strands, one.cuts[row], other.places[column])
        at -= (len(one.places) + len(one.cuts)) * len(other.places)
        row, column = divmod(at, len(one.places))
        return Transfer(promise, self._strands, other.cuts[row], one.places[column])


class Joints:
    """What speaks for the end of a chain behind the beginning of another, cut at some places."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence

    def exchanged(self, one: Place, others: Sequence[Place]) -> list[float]:
        """What ends promise that are exchanged for the one behind a place."""
        return [self.gain(one, other) + self.gain(other, one) for other in others]

    def set_in(self, cut: Cut, places: Sequence[Place]) -> list[float]:
        """What a part of a chain, or all of it, promises at some places of another; before its head
        only what breaks off.
        """
        first, last, gain, value = cut.first, cut.last, cut.gain, self.value
        promises = [
            gain + (value(place, first) + value(last, place)) - place.now for place in places
        ]
        if not (places[0].behind[0].head and last.ahead[-1].open):
            promises[0] = NOTHING
        return promises

    def value(self, front: Place, end: Place) -> float:
        """What speaks for what stands behind one place following what stands before another."""
        value = front.values.get(end)
        if value is None:
            value = front.values[end] = self._measure(front.ahead, end.behind)
        return value

    def gain(self, front: Place, end: Place) -> float:
        """How much more speaks for it than for what stands before that end now."""
        return self.value(front, end) - end.now

    def _measure(self, ahead: Chain, behind: Chain) -> float:
        if not ahead:
            return 0.0 if not behind or behind[0].head or behind[0].continued else HEADLESS
        if not behind:
            return self._evidence.end(ahead[-1])
        return self._evidence.link((*ahead, behind[0]), len(ahead))


class Moves:
    """The moves of chains of one page."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence, self._joints = evidence, Joints(evidence)
        self._few = evidence.most_exchanged > 2
        self._strands: dict[Chain, Strand] = {}
        self._pairs: dict[tuple[Strand, Strand], Pair] = {}
        self._rings: dict[tuple[Place, Place, Place], Exchange] = {}

    def likeliest(self, chains: Sequence[Chain], most: int, last: int) -> list[Move]:
        """The likeliest of all moves, so many at most: the ends of two or three chains exchanged in
        a ring, or a part of one, or all of it, moved into another; of chains that something is
        amiss with, and one other. No more are thought of once so much work is done.
        """
        strands = [self._strand(chain) for chain in chains]
        pairs = list(self._pairs_of(strands, last))
        rings = list(self._rings_of(strands)) if self._few and self._evidence.work < last else []
        promises = [promise for pair in pairs for promise in pair.promises]
        promises += [ring.promise for ring in rings]
        bar = min(sorted(promises, reverse=True)[:most], default=LEAST)
        found = [move for pair in pairs for move in pair.with_promise(bar)]
        found += [ring for ring in rings if ring.promise >= bar]
        return sorted(found, key=attrgetter("promise"), reverse=True)[:most]

    def _strand(self, chain: Chain) -> Strand:
        if chain not in self._strands:
            evidence, value = self._evidence, self._joints.value
            told = evidence.outline(chain), evidence.is_impossible(chain), evidence.is_amiss(chain)
            strand = Strand(chain, *told)
            soft = evidence.loose_places(chain, soft=self._few)
            places = {at: Place(strand, at, chain[:at], chain[at:]) for at in soft}
            for place in places.values():
                place.now = value(place, place)
            strand.places = [places[at] for at in evidence.loose_places(chain)]
            strand.cuts = [
                Cut(first, last, value(first, last) - first.now - last.now)
                for first, last in combinations(places.values(), 2)
            ]
            self._strands[chain] = strand
        return self._strands[chain]

    def _pairs_of(self, strands: Sequence[Strand], last: int) -> Iterator[Pair]:
        for both in combinations(strands, 2):
            if not (both[0].amiss or both[1].amiss) or self._evidence.work >= last:
                continue
            if both not in self._pairs:
                self._pairs[both] = Pair(self._joints, *both)
                self._evidence.work += self._pairs[both].thought_of
            yield self._pairs[both]

    def _rings_of(self, strands: Sequence[Strand]) -> Iterator[Exchange]:
        """The ends of three chains exchanged, each behind a beginning that it is likely behind."""
        everywhere = [place for strand in strands for place in strand.places]
        order = {strand: number for number, strand in enumerate(strands)}
        likely = {
            one: nlargest(
                MOST_LIKELY,
                [other for other in everywhere if other.strand is not one.strand],
                key=partial(self._joints.gain, one),
            )
            for one in everywhere
        }
        for one in everywhere:
            for second in likely[one]:
                for third in likely[second]:
                    held = {one.strand, second.strand, third.strand}
                    if len(held) < 3 or sum(strand.amiss for strand in held) < 2:
                        continue
                    ring = self._ring(one, second, third, order)
                    if ring.promise > LEAST:
                        yield ring

    def _ring(self, one: Place, second: Place, third: Place, order: dict[Strand, int]) -> Exchange:
        key = one, second, third
        if key not in self._rings:
            self._evidence.work += 1
            joints = (one, second), (second, third), (third, one)
            promise = sum(self._joints.gain(front, end) for front, end in joints)
            strands = sorted((place.strand for place in key), key=order.__getitem__)
            self._rings[key] = Exchange(promise, tuple(strands), joints)
        return self._rings[key]
