"""What speaks for pieces of a page being one article, in this order.

Words over the joints, what both sides are about, ordinals, one head and one ending each. All
figures are log-odds, so that they add up; they were measured on pages whose articles are known.
"""

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise

from studydesk.sources import signs
from studydesk.sources.ordinals import agreement, last_numbers
from studydesk.sources.page import Page
from studydesk.sources.paragraphs import Unit
from studydesk.sources.pieces import Chain, Piece
from studydesk.sources.roles import Role
from studydesk.sources.topics import Topics

# How much it says of two stretches that the longest string over their joint, of so many
# characters, stands elsewhere too: three in four true joints of short pages have none.
JOINT_SAYS = (-0.5, -0.5, 2.0, 2.2, 3.4, 4.0, 4.5)
# What two stretches must share to be of one article, how much more says, and at most how much.
LEAST_LIKENESS, LONG_LIKENESS, LONG = 0.02, 0.06, 900
LIKENESS_SAYS, LIKENESS_SAYS_MOST = 110, 4.5
ENOUGH = 60
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
# How much it says that an ordinal follows the one before it, or does not.
ORDINAL_SAYS = 2.5
IMPOSSIBLE = -100.0
# A joint that the page has is doubtful when so much speaks against it.
DOUBTFUL = -2.0
# A link that has more to say than this is not cut; with more pieces than this only two articles
# exchange some at a time.
LOOSE = 5.0
MOST_PIECES = 60
# Two paragraphs of one article do not begin with so many equal words: two articles do.
TWICE_OPENED = -9.0
# A quotation that goes on over the joint, or does not.
QUOTE_CLOSED, QUOTE_OPEN = 4.0, -4.0


class Evidence:
    """What speaks for a chain of pieces, in log-odds."""

    def __init__(self, page: Page, pieces: Sequence[Piece], *, whole: bool = True) -> None:
        self.page = page
        self.most_exchanged = 3 if whole and len(pieces) <= MOST_PIECES else 2
        self.topics = Topics([piece.said for piece in pieces])
        self.usually_named = sum(piece.has(Role.NAMES) for piece in pieces) > 1
        self.usually_signed = sum(piece.signed for piece in pieces) > 1
        self._values: dict[Chain, float] = {}
        self._links: dict[Chain, float] = {}
        self._all_links: dict[Chain, float] = {}
        self._likeness: dict[tuple[int, ...], float] = {}

    def of(self, chain: Chain) -> float:
        """All that speaks for and against a chain."""
        if not chain:
            return 0.0
        if chain not in self._values:
            self._values[chain] = self.links(chain) + self.frame(chain)
        return self._values[chain]

    def links(self, chain: Chain) -> float:
        """What speaks for each piece of a chain behind those before it, together."""
        if len(chain) == 1:
            return 0.0
        if chain not in self._all_links:
            self._all_links[chain] = self.links(chain[:-1]) + self.link(chain, len(chain) - 1)
        return self._all_links[chain]

    def is_doubtful(self, chain: Chain, at: int) -> bool:
        """Whether a sentence is cut before a piece and goes on there only because the page has
        it so: nothing else speaks for it, and much against.
        """
        broken = chain[at - 1].open and chain[at].home and not chain[at].soft
        return broken and self.link(chain, at) < IN_ORDER + DOUBTFUL

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
        key = chain[: at + 1]
        if key not in self._links:
            before, piece = chain[at - 1], chain[at]
            ahead = [unit for other in chain[:at] for unit in other.body]
            said = nearest(unit for other in reversed(chain[:at]) for unit in reversed(other.said))
            self._links[key] = (
                self.place(before, piece)
                + self.joint(before, piece)
                + ORDINAL_SAYS * (agreement(last_numbers(ahead), piece.body) if piece.counts else 0)
                + self.likeness(said, piece)
                + (TWICE_OPENED if self.opens_again(ahead, piece.body) else 0.0)
            )
        return self._links[key]

    def opens_again(self, ahead: Sequence[Unit], body: Sequence[Unit]) -> bool:
        """Whether a paragraph begins at length as one ahead does, and then goes on otherwise."""
        twins = [self.page.twins[id(unit)] for unit in body if id(unit) in self.page.twins]
        return bool(twins) and any(id(unit) in some for some in twins for unit in ahead)

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
        if right.role is Role.DISPLAY and piece.head and len(piece.body) > 1:
            below = self.page.joint(left, piece.body[1])
            return JOINT_SAYS[below] if below > 1 else OPEN_END
        if right.role is not Role.TEXT or self.begins(right):
            return OPEN_END
        return JOINT_SAYS[min(6, self.page.joint(left, right))]

    def begins(self, unit: Unit) -> bool:
        """Whether a unit is the beginning of a paragraph."""
        starts = bool(signs.STARTS_PARAGRAPH.match(unit.text))
        return starts or self.page.opens_like_another(unit)

    def likeness(self, ahead: Sequence[Unit], piece: Piece) -> float:
        """What it says that a piece and what is ahead of it have so much in common."""
        key = piece.number, *map(id, ahead)
        if key not in self._likeness:
            self._likeness[key] = self._measure_likeness(ahead, piece.said)
        return self._likeness[key]

    def _measure_likeness(self, ahead: Sequence[Unit], behind: Sequence[Unit]) -> float:
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
