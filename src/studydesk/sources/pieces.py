"""Articles that a page has in pieces, put together: which piece goes on behind which.

The drafts are cut wherever the page may have left an article: at an open sentence that hardly
goes on, at an ordinal that does not follow, before a head and behind an affiliation. Every order
of the pieces is then worth what speaks for it: words over the joints, what both sides are about,
ordinals, one head and one ending each. The order of the page is kept unless another is clearly
better. All figures are log-odds, so that they add up; they were measured on pages whose articles
are known.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations, pairwise, product

from studydesk.sources import signs
from studydesk.sources.articles import Draft
from studydesk.sources.ordinals import first_ordinal, last_numbers
from studydesk.sources.page import Page
from studydesk.sources.paragraphs import Unit
from studydesk.sources.roles import Role
from studydesk.sources.topics import Topics

# How much it says of two stretches that the longest string over their joint, of so many
# characters, stands elsewhere too: three in four true joints of short pages have none.
JOINT_SAYS = (-0.5, -0.5, 2.0, 2.2, 3.4, 4.0, 4.5)
SURE_JOINT = 4
# What two stretches must share to be of one article, how much more says, and at most how much.
LEAST_LIKENESS, LONG_LIKENESS, LONG = 0.02, 0.06, 900
LIKENESS_SAYS, LIKENESS_SAYS_MOST = 110, 4.5
ENOUGH = 120
CONTEXT = 600
# That a page is in order is likely before anything is looked at.
IN_ORDER, SURELY_IN_ORDER = 1.5, 2.0
BACKWARDS, FARTHER = -0.5, -0.3
# An article without a head, without its end, with its head elsewhere, with no affiliation where
# the others have one, with two titles.
HEADLESS, UNTITLED, OPEN_END, UNSIGNED, TWO_TITLES = -4.0, -1.0, -2.5, -1.0, -3.0
# A head inside an article: in a sentence that goes on behind it, in one that goes on elsewhere,
# behind a whole sentence; one that could as well be a heading.
HEAD_BETWEEN, HEAD_ASTRAY, HEAD_BEHIND, HEADING_ASTRAY = -1.5, -3.5, -5.0, -1.5
BEGINS_ANEW, GOES_ON, SKIPS = -2.5, 2.5, -2.5
IMPOSSIBLE = -100.0
# A quotation that goes on over the joint, or does not.
QUOTE_CLOSED, QUOTE_OPEN = 4.0, -4.0
# A link that has more to say than this is not cut.
LOOSE = 5.0
# How much better another order must be than that of the page.
CLEARLY = 1.0
# A page has no more articles; in longer files so many are looked at together.
MOST_ON_PAGE, IN_PART = 16, 6
AMISS_NEARBY = 2
MOST_PIECES = 60
MOST_MOVES = 12


@dataclass
class Piece:
    """A stretch of the page that is one article's; `home` says that it followed the piece before
    it in the same draft (the `draft`th of the page), `soft` that nothing is amiss between them.
    """

    number: int
    draft: int
    head: list[Unit] = field(default_factory=list)
    body: list[Unit] = field(default_factory=list)
    tail: list[Unit] = field(default_factory=list)
    moved: list[Unit] = field(default_factory=list)
    closed: bool = False
    turned: bool = False
    continued: bool = False
    home: bool = False
    soft: bool = False

    @cached_property
    def said(self) -> list[Unit]:
        """The units that tell what it is about."""
        return [*(unit for unit in self.head if unit.role is Role.DISPLAY), *self.body]

    def has(self, role: Role) -> bool:
        """Whether its head has a unit of this role."""
        return any(unit.role is role for unit in self.head)

    @cached_property
    def under_heading(self) -> bool:
        """Whether its head could be a heading: one line that does not ask, with neither names nor
        a dateline under it.
        """
        dated = self.body and signs.DATELINE.match(self.body[0].text)
        lone = [unit.role for unit in self.head] == [Role.DISPLAY]
        return lone and not dated and not self.head[0].text.endswith(("？", "?"))

    @property
    def signed(self) -> bool:
        """Whether an affiliation closes it."""
        return any(unit.role is Role.AFFILIATION for unit in self.tail)

    @property
    def open(self) -> bool:
        """Whether it ends inside a sentence."""
        return bool(self.body) and self.body[-1].role is Role.TEXT and not self.body[-1].closed


Chain = tuple[Piece, ...]


def put_together(page: Page, drafts: list[Draft]) -> list[Draft]:
    """The drafts with their pieces in the best order that is found; a file of many pages is
    looked at in parts.
    """
    put: list[Draft] = []
    whole = len(drafts) <= MOST_ON_PAGE
    size = MOST_ON_PAGE if whole else IN_PART
    for begin in range(0, len(drafts), size):
        part = drafts[begin : begin + size]
        pieces = list(cut(page, part, whole=whole))
        if len(pieces) == len(part) and not any(is_stray(piece) for piece in pieces):
            put.extend(part)
            continue
        evidence = Evidence(page, pieces, whole=whole)
        chains = improve(evidence, chains_of_page(pieces))
        put.extend(draft_of(chain) for chain in sorted(chains, key=place_of))
    return put


def place_of(chain: Chain) -> int:
    """Where an article stands: where its head does, or its first piece."""
    return next((piece.number for piece in chain if piece.head), chain[0].number)


def is_stray(piece: Piece) -> bool:
    """Whether a piece has no head and its first unit is no beginning of a paragraph."""
    if piece.head or not piece.body:
        return False
    first = piece.body[0]
    return first.role is Role.TEXT and not signs.STARTS_PARAGRAPH.match(first.text)


def chains_of_page(pieces: Sequence[Piece]) -> list[Chain]:
    """The pieces as the page has them."""
    chains: list[Chain] = []
    for piece in pieces:
        if piece.home:
            chains[-1] = (*chains[-1], piece)
        else:
            chains.append((piece,))
    return chains


def draft_of(chain: Chain) -> Draft:
    """The draft that pieces are together."""
    draft = Draft(
        closed=any(piece.closed for piece in chain),
        turned=chain[-1].turned,
        continued=chain[0].continued,
    )
    for before, piece in zip((None, *chain), chain, strict=False):
        heading = before is not None and piece.under_heading
        (draft.body if heading else draft.head).extend(piece.head)
        draft.body.extend(piece.body)
        draft.tail.extend(piece.tail)
        draft.moved.extend(piece.moved)
        if before and before.number + 1 != piece.number and piece.body:
            draft.moved.append(piece.body[0])
    return draft


# --- pieces ----------------------------------------------------------------------------------


def cut(page: Page, drafts: Sequence[Draft], *, whole: bool = True) -> Iterator[Piece]:
    """The drafts in pieces, each cut wherever it may be two articles' or out of order; where
    they are a whole page, near drafts that something is amiss with, between any two paragraphs.
    """
    amiss = [at for at, draft in enumerate(drafts) if whole and is_broken(draft)]
    number = 0
    for at, draft in enumerate(drafts):
        seams = {place: True for place in range(1, len(draft.body)) if is_seam(page, draft, place)}
        if any(abs(at - other) <= AMISS_NEARBY for other in amiss):
            for place in range(1, len(draft.body)):
                if is_soft_seam(draft.body[place - 1], draft.body[place]):
                    seams.setdefault(place, False)
        places = sorted(seams)
        for begin, end in pairwise([0, *places, len(draft.body)]):
            first, last = begin == 0, end == len(draft.body)
            yield Piece(
                number,
                at,
                draft.head if first else [],
                draft.body[begin:end],
                draft.tail if last else [],
                draft.moved if first else [],
                draft.closed and last,
                draft.turned and last,
                draft.continued and first,
                home=not first,
                soft=not seams.get(begin, True),
            )
            number += 1


def is_broken(draft: Draft) -> bool:
    """Whether a draft breaks off in a sentence, or begins without a head."""
    last = draft.body[-1] if draft.body and not draft.turned else None
    if last and last.role is Role.TEXT and breaks_off(last):
        return True
    return not draft.head and not draft.continued


def breaks_off(unit: Unit) -> bool:
    """Whether a paragraph ends with a character, not with any punctuation."""
    return not unit.closed and unit.text[-1].isalnum()


def is_seam(page: Page, draft: Draft, at: int) -> bool:
    """Whether the page may have left the article before a unit of its body."""
    before, after = draft.body[at - 1], draft.body[at]
    if before.role is after.role is Role.TEXT and breaks_off(before):
        begins = signs.STARTS_PARAGRAPH.match(after.text)
        return bool(begins) or page.joint(before, after) < SURE_JOINT
    return says_ordinal(draft.body[:at], draft.body[at : at + 1]) < 0


def is_soft_seam(before: Unit, after: Unit) -> bool:
    """Whether a whole paragraph ends and another, or a heading, begins."""
    return before.role is Role.TEXT and before.closed and after.role in (Role.TEXT, Role.DISPLAY)


def says_ordinal(before: Sequence[Unit], after: Sequence[Unit]) -> float:
    """Whether the first ordinal behind is the next one of a series in front."""
    first = first_ordinal(after)
    if first is None:
        return 0.0
    reached = last_numbers(before).get(first.series, 0)
    if first.number == 1:
        return BEGINS_ANEW if reached and first.series < 2 else 0.0
    return GOES_ON if reached + 1 == first.number else SKIPS


# --- evidence --------------------------------------------------------------------------------


class Evidence:
    """What speaks for a chain of pieces, in log-odds."""

    def __init__(self, page: Page, pieces: Sequence[Piece], *, whole: bool = True) -> None:
        self.page = page
        self.most_exchanged = 3 if whole and len(pieces) <= MOST_PIECES else 2
        self.topics = Topics([piece.said for piece in pieces])
        self.usually_named = sum(piece.has(Role.NAMES) for piece in pieces) > 1
        self.usually_signed = sum(piece.signed for piece in pieces) > 1
        self._values: dict[tuple[int, ...], float] = {}
        self._links: dict[tuple[int, ...], float] = {}

    def of(self, chain: Chain) -> float:
        """All that speaks for and against a chain."""
        if not chain:
            return 0.0
        key = tuple(piece.number for piece in chain)
        if key not in self._values:
            links = sum(self.link(chain, at) for at in range(1, len(chain)))
            self._values[key] = links + self.frame(chain)
        return self._values[key]

    def is_amiss(self, chain: Chain) -> bool:
        """Whether a chain has a beginning, an end or a link that it should not have."""
        return self.frame(chain) < 0 or len(self.loose_places(chain)) > 2

    def loose_places(self, chain: Chain, *, soft: bool = False) -> list[int]:
        """Where a chain may be cut: at its ends and where little speaks for a link."""
        inner = (
            at
            for at in range(1, len(chain))
            if (soft or not chain[at].soft) and self.link(chain, at) < LOOSE
        )
        return [0, *inner, len(chain)]

    def frame(self, chain: Chain) -> float:
        """What its beginning, its head and its end say."""
        heads = [piece for piece in chain if piece.head and not piece.under_heading]
        heads = heads or list(chain[:1] if chain[0].head else ())
        named = [piece for piece in heads if piece.has(Role.NAMES)]
        titled = [piece for piece in heads if piece.has(Role.DISPLAY)]
        ended = any(piece.signed or piece.turned for piece in chain[:-1])
        if len(named) > 1 or ended or any(piece.continued for piece in chain[1:]):
            return IMPOSSIBLE
        value = TWO_TITLES * max(0, len(titled) - 1) + self.end(chain[-1])
        value += sum(head_inside(before, piece) for before, piece in pairwise(chain))
        if chain[0].continued:
            return value
        if not heads:
            return value + HEADLESS
        if not named or not titled:
            value += UNTITLED * (1 + (self.usually_named and heads[0].under_heading))
        return value

    def end(self, piece: Piece) -> float:
        """What the last piece of a chain says."""
        if piece.turned:
            return 0.0
        if piece.open:
            return OPEN_END
        return UNSIGNED if self.usually_signed and not piece.signed else 0.0

    def link(self, chain: Chain, at: int) -> float:
        """What speaks for a piece behind those before it."""
        key = tuple(piece.number for piece in chain[: at + 1])
        if key not in self._links:
            before, piece = chain[at - 1], chain[at]
            ahead = [unit for other in chain[:at] for unit in other.body]
            said = nearest(unit for other in reversed(chain[:at]) for unit in reversed(other.said))
            self._links[key] = (
                self.place(before, piece)
                + self.joint(before, piece)
                + says_ordinal(ahead, piece.body)
                + self.likeness(said, piece.said)
            )
        return self._links[key]

    def place(self, before: Piece, piece: Piece) -> float:
        """What the places of two pieces on the page say."""
        if before.number + 1 == piece.number and piece.home:
            return SURELY_IN_ORDER if piece.soft else IN_ORDER
        away = FARTHER * abs(before.draft - piece.draft)
        return away + (BACKWARDS if before.number > piece.number else 0.0)

    def joint(self, before: Piece, piece: Piece) -> float:
        """What the words over the joint of two pieces say."""
        if not before.body or not piece.body:
            return 0.0
        left, right = before.body[-1], piece.body[0]
        opened, closed = open_quotes(left.text), -open_quotes(right.text)
        if closed > 0 or opened > 0:
            return QUOTE_CLOSED if closed == opened else QUOTE_OPEN
        if not before.open:
            return QUOTE_OPEN if right.text[0] in signs.NO_LINE_START else 0.0
        if right.role is not Role.TEXT or self.begins(right):
            return OPEN_END
        return JOINT_SAYS[min(6, self.page.joint(left, right))]

    def begins(self, unit: Unit) -> bool:
        """Whether a unit is the beginning of a paragraph."""
        starts = bool(signs.STARTS_PARAGRAPH.match(unit.text))
        return starts or self.page.opens_like_another(unit)

    def likeness(self, ahead: Sequence[Unit], behind: Sequence[Unit]) -> float:
        """What it says that two stretches have so much in common."""
        lengths = [sum(len(unit.text) for unit in side) for side in (ahead, behind)]
        if not all(lengths):
            return 0.0
        long = min(1.0, math.sqrt(lengths[0] * lengths[1]) / LONG)
        usual = LEAST_LIKENESS + LONG_LIKENESS * long
        says = LIKENESS_SAYS * (self.topics.likeness(ahead, behind) - usual)
        says *= min(1.0, min(lengths) / ENOUGH)
        return max(-LIKENESS_SAYS_MOST, min(LIKENESS_SAYS_MOST, says))


def head_inside(before: Piece, piece: Piece) -> float:
    """What a head says that stands behind another piece of its article."""
    if piece.under_heading:
        return HEADING_ASTRAY
    if not piece.head:
        return 0.0
    if not before.open:
        return HEAD_BEHIND
    return HEAD_BETWEEN if before.number + 1 == piece.number else HEAD_ASTRAY


def open_quotes(text: str) -> int:
    """How many quotation marks open without closing; negative when more close than open."""
    return text.count("“") - text.count("”")


def nearest(units: Iterable[Unit]) -> list[Unit]:
    """The first units, enough to tell what they are about."""
    taken: list[Unit] = []
    length = 0
    for unit in units:
        taken.append(unit)
        length += len(unit.text)
        if length >= CONTEXT:
            break
    return taken


# --- the best order --------------------------------------------------------------------------


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
    """What two chains can become when a part of one, or all of it, moves into the other."""
    places = evidence.loose_places(taker)[1:]
    for begin, end in combinations(evidence.loose_places(giver, soft=True), 2):
        part, rest = giver[begin:end], (*giver[:begin], *giver[end:])
        yield from (((*taker[:at], *part, *taker[at:]), rest) for at in places)
