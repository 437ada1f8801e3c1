"""Articles that a page has in pieces, put together: which piece goes on behind which.

The order of the page is kept unless one is found that clearly more speaks for.
"""

from collections.abc import Iterable, Sequence
from heapq import nlargest
from itertools import islice
from operator import attrgetter

from studydesk.sources.articles import Draft
from studydesk.sources.evidence import IMPOSSIBLE, Evidence
from studydesk.sources.moves import moves
from studydesk.sources.page import Page
from studydesk.sources.pieces import (
    Chain,
    Piece,
    chains_of_page,
    cut,
    draft_of,
    is_broken,
    is_stray,
    place_of,
)

# How much better another order must be than that of the page.
CLEARLY = 1.0
# A page has no more articles; in longer files so many are looked at together.
MOST_ON_PAGE, IN_PART = 16, 6
# Where more pieces come together than this, the order is not looked into.
MOST_PIECES, MOST_IN_PART = 160, 24
MOST_MOVES = 40
# Of all moves so many, those with the likeliest joints, are weighed with all that speaks for and
# against.
MOST_WEIGHED, MOST_WEIGHED_IN_PART, LEAST_PROMISE = 300, 40, -20.0
# How many ways through a page are followed.
MOST_WAYS = 12
# So much work (see `Evidence.work`) is done from each start, whatever the page, and for all parts
# of a file of many pages, which get as much again for so many characters.
MOST_WORK, LONG_FILE = 260_000, 200_000


def put_together(page: Page, drafts: list[Draft]) -> list[Draft]:
    """The drafts with their pieces in the best order that is found; a file of many pages is
    looked at in parts. What is not looked into, or not to the end, is marked as moved.
    """
    put: list[Draft] = []
    whole = len(drafts) <= MOST_ON_PAGE
    left = MOST_WORK if whole else MOST_WORK * (1 + len(page.text) // LONG_FILE)
    size = MOST_ON_PAGE if whole else IN_PART
    for begin in range(0, len(drafts), size):
        part = drafts[begin : begin + size]
        pieces = cut(page, part, whole=whole)
        in_order = len(pieces) == len(part) and not any(map(is_stray, pieces))
        if in_order or len(pieces) > (MOST_PIECES if whole else MOST_IN_PART) or left <= 0:
            put.extend(part if in_order else map(given_up, part))
            continue
        evidence = Evidence(page, pieces, whole=whole)
        starts = [chains_of_page(pieces)]
        if whole:
            starts.append(thread(evidence, pieces))
        found = [improve(evidence, start, left) for start in starts]
        chains = max((chains for chains, _ in found), key=lambda some: total(evidence, some))
        left = min(rest for _, rest in found)
        for chain in sorted(chains, key=lambda chain: place_of(chain, evidence.headings(chain))):
            draft = draft_of(chain, evidence.headings(chain))
            doubtful = (at for at in range(1, len(chain)) if evidence.is_doubtful(chain, at))
            for at in doubtful:
                piece = chain[at]
                draft.moved.append((piece.body or piece.tail or piece.head)[0])
            put.append(given_up(draft) if left <= 0 else draft)
    return put


def given_up(draft: Draft) -> Draft:
    """A draft of which the order was not looked into, or not to the end: where something is amiss
    with it, it says so.
    """
    if is_broken(draft) and not draft.moved:
        draft.moved.extend([*draft.body, *draft.head, *draft.tail][:1])
    return draft


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


def improve(evidence: Evidence, chains: list[Chain], left: int) -> tuple[list[Chain], int]:
    """The chains after the moves that help most, one after another, and how much work is left."""
    weighed = MOST_WEIGHED if evidence.whole else MOST_WEIGHED_IN_PART
    last = evidence.work + left
    for _ in range(MOST_MOVES):
        best, most = None, CLEARLY
        thought_of = list(islice(moves(evidence, chains), max(0, last - evidence.work)))
        evidence.work += len(thought_of)
        found = (move for move in thought_of if move.promise > LEAST_PROMISE)
        for move in nlargest(weighed, found, key=attrgetter("promise")):
            if evidence.work >= last:
                break
            before = total(evidence, (chains[number] for number in move.numbers))
            gain = total(evidence, move.after(chains)) - before
            if gain >= most:
                best, most = move, gain
        if best is None:
            break
        kept = [chain for number, chain in enumerate(chains) if number not in best.numbers]
        chains = [*kept, *filter(None, best.after(chains))]
    return chains, last - evidence.work
