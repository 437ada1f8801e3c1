"""Articles that a page has in pieces, put together: which piece goes on behind which.

The order of the page is kept unless one is found that clearly more speaks for.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from studydesk.sources.recovery.articles import Draft
from studydesk.sources.recovery.chain_heads import is_in_place
from studydesk.sources.recovery.evidence import IMPOSSIBLE, Evidence
from studydesk.sources.recovery.lines import Line
from studydesk.sources.recovery.moves import MOST_WEIGHED, Move, Moves
from studydesk.sources.recovery.page import Page
from studydesk.sources.recovery.pieces import (
    Chain,
    Piece,
    chains_of_page,
    cut,
    draft_of,
    is_broken,
    place_of,
)
from studydesk.sources.recovery.seams import cut_at_hidden_seams

# How much better another order must be than that of the page.
CLEARLY = 1.0
# A page has no more articles; in longer files so many are looked at together.
MOST_ON_PAGE, IN_PART = 16, 6
# Where more pieces come together than this, the order is not looked into.
MOST_PIECES, MOST_IN_PART = 160, 24
MOST_MOVES = 40
# In parts of a file so many moves are weighed. Of all that are, so many are measured in full, which
# takes long: those that should help most. The best of all was among the first 135 on 630 pages that
# were composed; nothing makes sure of it.
MOST_WEIGHED_IN_PART, MOST_MEASURED = 40, 150
# How many ways through a page are followed.
MOST_WAYS = 12
# So much work (see `Evidence.work`) is done from each start, whatever the page, and for all parts
# of a file of many pages, which get as much again for so many characters.
MOST_WORK, LONG_FILE = 1_000_000, 200_000
# And so much where columns may have changed unmarked, for so many pieces at most.
MOST_WORK_ACROSS, MOST_PIECES_ACROSS = 800_000, 100
# How much better an order must be that parts full lines of one sentence, which hardly any page
# needs: at all, for each place where it does so, less where words go over the joint that it makes,
# and for each sentence more that nothing mends.
CLEARLY_ACROSS, CLEARLY_AT_EACH, CLEARLY_AT_MENDED = 2.0, 2.0, 1.0


class Order(NamedTuple):
    """Chains of pieces, what speaks for them, and how much work is left."""

    chains: list[Chain]
    evidence: Evidence
    left: int

    @property
    def value(self) -> float:
        """All that speaks for it."""
        return total(self.evidence, self.chains)


def put_together(page: Page, drafts: list[Draft]) -> tuple[Page, list[Draft]]:
    """The page and its drafts, with their pieces in the best order that is found; a file of many
    pages is looked at in parts. What is not looked into, or not to the end, is marked as moved.
    """
    put: list[Draft] = []
    whole = len(drafts) <= MOST_ON_PAGE
    left = MOST_WORK if whole else MOST_WORK * (1 + len(page.text) // LONG_FILE)
    size = MOST_ON_PAGE if whole else IN_PART
    for begin in range(0, len(drafts), size):
        page.ask()
        part = drafts[begin : begin + size]
        pieces = cut(page, part, whole=whole)
        in_order = len(pieces) == len(part)
        if in_order or len(pieces) > (MOST_PIECES if whole else MOST_IN_PART) or left <= 0:
            put.extend(part if in_order else map(given_up, part))
            continue
        order = best_order(page, pieces, left, whole=whole)
        left = order.left
        if whole and any(map(is_broken, part)):
            page, order = across_seams(page, part, order)
        put.extend(drafts_of(order))
    return page, put


def best_order(page: Page, pieces: Sequence[Piece], left: int, *, whole: bool) -> Order:
    """The best order of pieces that is found, from that of the page and by going through it."""
    evidence = Evidence(page, pieces, whole=whole)
    starts = [chains_of_page(pieces)]
    if whole:
        starts.append(thread(evidence, pieces))
    return best_from(evidence, starts, left)


def best_from(evidence: Evidence, starts: Iterable[list[Chain]], left: int) -> Order:
    """The best order that is found from some."""
    known = Moves(evidence)
    found = [improve(evidence, known, start, left) for start in starts]
    chains = max((chains for chains, _ in found), key=lambda some: total(evidence, some))
    return Order(chains, evidence, min(rest for _, rest in found))


def across_seams(page: Page, drafts: Sequence[Draft], order: Order) -> tuple[Page, Order]:
    """The page and an order of smaller pieces, cut where it may have left an article between two
    full lines, if that is clearly better than the best one without; else the page and that one.
    """
    cut_page, cut_drafts = cut_at_hidden_seams(page, drafts)
    pieces = cut(cut_page, cut_drafts)
    if cut_page is page or len(pieces) > MOST_PIECES_ACROSS:
        return page, order
    evidence = Evidence(cut_page, pieces)
    known = finer(order.chains, pieces)
    if known is None:
        return page, order
    across = best_from(evidence, [known, thread(evidence, pieces)], MOST_WORK_ACROSS)
    parted = [
        CLEARLY_AT_EACH if evidence.joint(ahead, piece) <= 0 else CLEARLY_AT_MENDED
        for ahead, piece in parted_pieces(across.chains)
    ]
    if not parted:
        return page, order
    unmended = count_unmended(evidence, across.chains) - count_unmended(evidence, known)
    gain = across.value - total(evidence, known)
    if gain < CLEARLY_ACROSS + sum(parted) + CLEARLY_AT_EACH * max(0, unmended):
        return page, order
    return cut_page, across


def parted_pieces(chains: Sequence[Chain]) -> Iterator[tuple[Chain, Piece]]:
    """The pieces that go on with a full line of the page and stand behind another one, each with
    those ahead of it.
    """
    for chain in chains:
        for at, piece in enumerate(chain):
            if piece.parts_lines and not (at and is_in_place(chain, at)):
                yield chain[:at], piece


def count_unmended(evidence: Evidence, chains: Sequence[Chain]) -> int:
    """How many broken sentences go on with a piece from elsewhere without a word that says so."""
    return sum(
        chain[at - 1].open
        and not is_in_place(chain, at)
        and evidence.joint(chain[:at], chain[at]) <= 0
        for chain in chains
        for at in range(1, len(chain))
    )


def finer(chains: Sequence[Chain], pieces: Sequence[Piece]) -> list[Chain] | None:
    """Chains of the pieces that those of some chains are cut into, or nothing where one of them has
    lines of two: a line that asks in an article leaves its headings uncut.
    """
    holders = {id(line): piece for chain in chains for piece in chain for line in lines_of(piece)}
    parts: dict[int, list[Piece]] = {}
    for piece in pieces:
        held = {id(holder): holder for holder in (holders[id(line)] for line in lines_of(piece))}
        if len(held) != 1:
            return None
        parts.setdefault(next(iter(held)), []).append(piece)
    return [tuple(part for piece in chain for part in parts[id(piece)]) for chain in chains]


def lines_of(piece: Piece) -> Iterator[Line]:
    """The lines of a piece."""
    return (line for unit in (*piece.head, *piece.body, *piece.tail) for line in unit.lines)


def drafts_of(order: Order) -> Iterator[Draft]:
    """The drafts of an order, in that of the page; what is doubtful is marked as moved."""
    evidence = order.evidence
    chains = sorted(order.chains, key=lambda chain: place_of(chain, evidence.headings(chain)))
    for chain in chains:
        draft = draft_of(chain, evidence.headings(chain))
        for at in range(1, len(chain)):
            if evidence.is_doubtful(chain, at):
                piece = chain[at]
                draft.moved.append((piece.body or piece.tail or piece.head)[0])
        yield given_up(draft) if order.left <= 0 else draft


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
        begun: Chain = (piece,)
        told = evidence.so_far(begun)
        # What the piece does behind each chain; ways have most of theirs in common.
        known: dict[int, tuple[Chain, float] | None] = {}
        longer = []
        for value, chains in ways:
            longer.append((value + told, (*chains, begun)))
            for at, chain in enumerate(chains):
                if id(chain) not in known:
                    known[id(chain)] = with_piece(evidence, chain, piece)
                if after := known[id(chain)]:
                    chains_after = (*chains[:at], after[0], *chains[at + 1 :])
                    longer.append((value + after[1], chains_after))
        longer.sort(key=lambda way: -way[0])
        ways = longer[:MOST_WAYS]
    ends = [chains for _, chains in ways]
    return list(max(ends, key=lambda chains: total(evidence, chains)))


def with_piece(evidence: Evidence, chain: Chain, piece: Piece) -> tuple[Chain, float] | None:
    """A chain with one more piece, and what speaks for that; nothing where it is impossible."""
    longer = (*chain, piece)
    if evidence.is_impossible(longer):
        return None
    gain = evidence.so_far(longer) - evidence.so_far(chain)
    return (longer, gain) if gain > IMPOSSIBLE / 2 else None


def improve(
    evidence: Evidence, known: Moves, chains: list[Chain], left: int
) -> tuple[list[Chain], int]:
    """The chains after the moves that help most, one after another, and how much work is left."""
    weighed = MOST_WEIGHED if evidence.whole else MOST_WEIGHED_IN_PART
    last = evidence.work + left
    for _ in range(MOST_MOVES):
        likeliest = known.likeliest(chains, weighed, last)
        best = best_move(evidence, likeliest, last)
        if best is None:
            break
        changed = [strand.chain for strand in best.strands]
        kept = [chain for chain in chains if chain not in changed]
        chains = [*kept, *filter(None, best.after)]
    return chains, last - evidence.work


def best_move(evidence: Evidence, moves: Sequence[Move], last: int) -> Move | None:
    """The move that helps most, the last one of equals, if one clearly does, of those so many that
    should by their estimate; none is measured once so much work is done.
    """
    estimates = [estimate(evidence, move) for move in moves]
    best, most = None, (CLEARLY, 0)
    likeliest = sorted(range(len(moves)), key=estimates.__getitem__, reverse=True)
    for at in likeliest[:MOST_MEASURED]:
        if evidence.work >= last:
            break
        gain = gain_of(evidence, moves[at]), at
        if gain >= most:
            best, most = moves[at], gain
    return best


def estimate(evidence: Evidence, move: Move) -> float:
    """How much a move helps, but for what its pieces have in common farther from the joints."""
    if move.estimate is None:
        if move.is_impossible and not any(strand.impossible for strand in move.strands):
            move.estimate = IMPOSSIBLE
        else:
            made = sum(map(evidence.outline, filter(None, move.after)))
            move.estimate = move.promise + made - sum(strand.outline for strand in move.strands)
    return move.estimate


def gain_of(evidence: Evidence, move: Move) -> float:
    """How much a move helps."""
    after = sum(map(evidence.of, move.after, move.kept))
    return after - total(evidence, [strand.chain for strand in move.strands])
