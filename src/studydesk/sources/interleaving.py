"""Articles that a page has in pieces, put together: which piece goes on behind which.

The order of the page is kept unless one is found that clearly more speaks for.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from studydesk.sources.articles import Draft
from studydesk.sources.evidence import IMPOSSIBLE, Evidence
from studydesk.sources.page import Page
from studydesk.sources.pieces import Chain, Piece, chains_of_page, cut, draft_of, is_stray, place_of

# How much better another order must be than that of the page.
CLEARLY = 1.0
# A page has no more articles; in longer files so many are looked at together.
MOST_ON_PAGE, IN_PART = 16, 6
# Where more pieces come together than this, the order is not looked into.
MOST_PIECES, MOST_IN_PART = 160, 24
MOST_MOVES = 12
# How many ways through a page are followed.
MOST_WAYS = 12


def put_together(page: Page, drafts: list[Draft]) -> list[Draft]:
    """The drafts with their pieces in the best order that is found; a file of many pages is
    looked at in parts.
    """
    put: list[Draft] = []
    whole = len(drafts) <= MOST_ON_PAGE
    size = MOST_ON_PAGE if whole else IN_PART
    for begin in range(0, len(drafts), size):
        part = drafts[begin : begin + size]
        pieces = cut(page, part, whole=whole)
        in_order = len(pieces) == len(part) and not any(map(is_stray, pieces))
        if in_order or len(pieces) > (MOST_PIECES if whole else MOST_IN_PART):
            put.extend(part)
            continue
        evidence = Evidence(page, pieces, whole=whole)
        starts = [chains_of_page(pieces)]
        if whole:
            starts.append(thread(evidence, pieces))
        found = (improve(evidence, start) for start in starts)
        chains = max(found, key=lambda some: total(evidence, some))
        for chain in sorted(chains, key=lambda chain: place_of(chain, evidence.headings(chain))):
            draft = draft_of(chain, evidence.headings(chain))
            doubtful = (at for at in range(1, len(chain)) if evidence.is_doubtful(chain, at))
            draft.moved.extend((chain[at].body or chain[at].tail)[0] for at in doubtful)
            put.append(draft)
    return put


def total(evidence: Evidence, chains: Iterable[Chain]) -> float:
    """All that speaks for these chains."""
    return sum(map(evidence.of, chains))


def thread(evidence: Evidence, pieces: Sequence[Piece]) -> list[Chain]:
    """The pieces from the first to the last, each behind one of the chains that there are or
    beginning another: of all ways, the best that is found by following the most likely ones.
    """
    ways: list[tuple[float, tuple[Chain, ...]]] = [(0.0, ())]
    for piece in pieces:
        longer = []
        for value, chains in ways:
            longer.append((value + evidence.so_far((piece,)), (*chains, (piece,))))
            for at, chain in enumerate(chains):
                gain = evidence.so_far((*chain, piece)) - evidence.so_far(chain)
                if gain > IMPOSSIBLE / 2:
                    after = (*chains[:at], (*chain, piece), *chains[at + 1 :])
                    longer.append((value + gain, after))
        longer.sort(key=lambda way: -way[0])
        ways = longer[:MOST_WAYS]
    ends = [chains for _, chains in ways]
    return list(max(ends, key=lambda chains: total(evidence, chains)))


@dataclass(frozen=True, eq=False)
class Move:
    """What some chains can become, and how much better that is."""

    before: tuple[Chain, ...]
    after: tuple[Chain, ...]
    gain: float


def improve(evidence: Evidence, chains: list[Chain]) -> list[Chain]:
    """The chains after the moves that help most, one after another."""
    moves = [best_move(evidence, some) for some in together(evidence, chains, chains)]
    for _ in range(MOST_MOVES):
        best = max(moves, key=lambda move: move.gain, default=None)
        if best is None or best.gain < CLEARLY:
            break
        gone = set(map(id, best.before))
        new = [chain for chain in best.after if chain]
        chains = [*(chain for chain in chains if id(chain) not in gone), *new]
        moves = [move for move in moves if gone.isdisjoint(map(id, move.before))]
        moves += [best_move(evidence, some) for some in together(evidence, chains, new)]
    return chains


def together(
    evidence: Evidence, chains: Sequence[Chain], new: Sequence[Chain]
) -> Iterator[tuple[Chain, ...]]:
    """Two or three chains that may exchange pieces: some new, and some that something is amiss
    with.
    """
    wanted = set(map(id, new))
    amiss = {id(chain) for chain in chains if evidence.is_amiss(chain)}
    counts = range(2, evidence.most_exchanged + 1)
    for some in (some for count in counts for some in combinations(chains, count)):
        ids = set(map(id, some))
        if ids & wanted and len(ids & amiss) >= len(some) - 1:
            yield some


def best_move(evidence: Evidence, chains: tuple[Chain, ...]) -> Move:
    """The best of what some chains can become."""
    after = max(
        rearranged(evidence, chains), key=lambda after: sum(map(evidence.of, after)), default=chains
    )
    return Move(chains, after, sum(map(evidence.of, after)) - sum(map(evidence.of, chains)))


def rearranged(evidence: Evidence, chains: tuple[Chain, ...]) -> Iterator[tuple[Chain, ...]]:
    """What chains can become: ends exchanged in a ring, or one of two set into the other."""
    places = [evidence.loose_places(chain) for chain in chains]
    for cuts in product(*places):
        fronts = [chain[:at] for chain, at in zip(chains, cuts, strict=True)]
        ends = [chain[at:] for chain, at in zip(chains, cuts, strict=True)]
        for turn in range(1, len(chains)):
            turned = [*ends[turn:], *ends[:turn]]
            yield tuple((*front, *end) for front, end in zip(fronts, turned, strict=True))
    if len(chains) == 2:
        yield from moved(evidence, *chains)
        yield from moved(evidence, *chains[::-1])


def moved(evidence: Evidence, giver: Chain, taker: Chain) -> Iterator[tuple[Chain, ...]]:
    """What two chains can become when a part of one, or all of it, moves into the other; before
    its head only what breaks off. Of many pieces, those that belong together move together.
    """
    places = evidence.loose_places(taker)
    few = evidence.most_exchanged > 2
    for begin, end in combinations(evidence.loose_places(giver, soft=few), 2):
        part, rest = giver[begin:end], (*giver[:begin], *giver[end:])
        before = 0 if part[-1].open and taker[0].head else 1
        yield from (((*taker[:at], *part, *taker[at:]), rest) for at in places[before:])
