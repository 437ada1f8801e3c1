"""What speaks for pieces of a page being one article, in this order.

Words over the joints, what both sides are about, ordinals, one head and one ending each. All
figures are log-odds, so that they add up; they were measured on pages whose articles are known.
"""

from collections.abc import Mapping, Sequence
from operator import attrgetter

from studydesk.sources.recovery import signs
from studydesk.sources.recovery.chain_heads import (
    HEADING_FOR_TITLE,
    is_in_place,
    order_of_heads,
    stands_for_heading,
)
from studydesk.sources.recovery.likeness import ENOUGH, Likeness, context_of
from studydesk.sources.recovery.ordinals import agreement, last_numbers, parts_missing, restarts
from studydesk.sources.recovery.page import Page
from studydesk.sources.recovery.pieces import (
    Chain,
    Piece,
    follows,
    is_behind_whole,
    is_byline_alone,
    is_cut_off,
    is_impossible,
)
from studydesk.sources.recovery.roles import Role
from studydesk.sources.recovery.units import Unit
from studydesk.sources.recovery.words import closes_quote, opens_quote, word_over

# How much it says of two stretches that the longest string over their joint, of so many
# characters, stands elsewhere too: three in four true joints of short pages have none.
JOINT_SAYS = (-0.5, -0.5, 2.0, 2.2, 3.4, 4.0, 4.5)
# How much it says that a word of so many characters lies over the joint: nearly half of all cuts
# in sentences go through a word of the dictionary, but of those put together wrongly one in 20.
WORD_SAYS = (-0.5, -0.5, 2.1, 2.8, 4.5)
# How much it says which share of a title's pairs of characters a stretch has, less what is usual,
# which grows with its length; at least and at most.
TITLE_SAYS, USUAL_SHARE, USUAL_GROWS = 12.0, 0.05, 0.0002
TITLE_SAYS_LEAST, TITLE_SAYS_MOST = -1.0, 3.5
# That a page is in order is likely before anything is looked at.
IN_ORDER, SURELY_IN_ORDER, SET_IN_ORDER, WRAPPED = 1.5, 2.0, 4.0, 3.2
BACKWARDS, FARTHER = -0.5, -0.6
# A piece that stands elsewhere on a page whose sentences are all whole and whose bylines stand over
# text: columns that change leave some broken, titles that are moved some alone.
UNBROKEN = -4.0
# An article without a head, without its end, with its head elsewhere, with no affiliation where
# the others have one, with two titles.
HEADLESS, UNTITLED, OPEN_END, UNSIGNED, TWO_TITLES = -5.0, -2.0, -2.5, -2.0, -3.0
# Each piece under no head; what follows a credit.
HEADLESS_PIECE, CREDITED = -0.5, -2.5
# A display line as the whole head, where articles have their authors' names.
NAMELESS = -5.0
# A title that counts, a head without text.
NUMBERED_TITLE, BODILESS = -4.0, -4.0
# How much it says that an ordinal follows the one before it, or does not, or that a piece
# behind counts a part again, or leaves out more than one.
ORDINAL_SAYS, COUNTED_AGAIN, MISSING = 2.5, -6.0, -1.5
# How much it says that a piece asks as those ahead of it do.
ASKS_SAYS = 3.0
IMPOSSIBLE = -100.0
# A joint that the page has is doubtful when so much speaks against it.
DOUBTFUL = -2.0
# A link that has more to say than this is not cut; with more pieces than this only two articles
# exchange some at a time.
LOOSE = 5.0
MOST_PIECES = 60
# A stretch before which a sentence breaks off on the page, behind a whole sentence.
STRAY, IN_SENTENCE = -2.0, -4.5
# What it costs to measure a chain or a link, where thinking of a move costs one.
MEASURED = 8
# What goes on behind what is whole: what nobody says, behind the last speaker of a round-up, and
# text behind a box of short lines.
BEHIND_WHOLE = -6.0
# A quotation that goes on over the joint, or does not.
QUOTE_CLOSED, QUOTE_OPEN = 4.0, -4.0


NONE: frozenset[int] = frozenset()


class Evidence:
    """What speaks for a chain of pieces, in log-odds."""

    def __init__(self, page: Page, pieces: Sequence[Piece], *, whole: bool = True) -> None:
        self.page = page
        self.whole = whole
        self._pieces = pieces
        self.most_exchanged = 3 if whole and len(pieces) <= MOST_PIECES else 2
        self._likeness = Likeness(pieces)
        self.usually_named = sum(piece.named for piece in pieces) > 1
        out_of_order = any(map(is_cut_off, pieces)) or any(map(is_byline_alone, pieces))
        self.elsewhere = 0.0 if out_of_order else UNBROKEN
        self.usually_signed = sum(piece.signed for piece in pieces) > 1
        # How much was done so far: a move thought of is one, a chain or a link measured several.
        self.work = 0
        self._impossible: dict[Chain, bool] = {}
        self._values: dict[Chain, float] = {}
        self._reached: dict[Chain, Mapping[int, int]] = {}
        self._so_far: dict[Chain, float] = {}
        self._outlines: dict[Chain, float] = {}
        self._headings: dict[tuple[Chain, bool], frozenset[int]] = {}
        self._titles: dict[int, Sequence[float]] = {}
        # What it says of each piece that there is no title, or no head at all.
        self._untitled = [0.0 for _ in pieces]
        self._headless = [HEADLESS_PIECE if piece.body else 0.0 for piece in pieces]
        self._links: dict[Chain, float] = {}
        self._all_links: dict[Chain, float] = {}
        self._joints: dict[tuple[Piece | None, Piece, bool], float] = {}

    def is_impossible(self, chain: Chain) -> bool:
        """Whether these pieces can be no article, whatever speaks for it."""
        if chain not in self._impossible:
            self._impossible[chain] = is_impossible(chain)
        return self._impossible[chain]

    def of(self, chain: Chain, known: int = 1) -> float:
        """All that speaks for and against a chain; the links of the first pieces, so many, are
        mostly known.
        """
        if not chain:
            return 0.0
        if chain not in self._values:
            self.work += MEASURED
            said = self.links(chain, known) + self.frame(chain) + self.title(chain)
            self._values[chain] = said
        return self._values[chain]

    def so_far(self, chain: Chain) -> float:
        """What speaks for a chain that may go on."""
        if chain not in self._so_far:
            self.work += MEASURED
            said = self.links(chain, len(chain) - 1) + self.frame(chain, ends=False)
            said += self.title(chain)
            self._so_far[chain] = said
        return self._so_far[chain]

    def outline(self, chain: Chain) -> float:
        """What its head, its beginning and the title over its pieces say."""
        if chain not in self._outlines:
            self.work += MEASURED
            self._outlines[chain] = self.frame(chain) - self.end(chain[-1]) + self.title(chain)
        return self._outlines[chain]

    def links(self, chain: Chain, known: int = 1) -> float:
        """What speaks for each piece of a chain behind those before it, together; of the first
        ones, so many, it is mostly known.
        """
        if len(chain) == 1:
            return 0.0
        if chain not in self._all_links:
            value = self.links(chain[:known]) if known > 1 else 0.0
            for at in range(max(1, known), len(chain)):
                value += self.link(chain, at)
            self._all_links[chain] = value
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

    def frame(self, chain: Chain, *, ends: bool = True) -> float:
        """What its beginning, its head and its end say."""
        if self.is_impossible(chain):
            return IMPOSSIBLE
        places = [at for at, piece in enumerate(chain) if piece.head]
        headings = self.headings(chain, places, ends=ends)
        heads = [chain[at] for at in places if at not in headings]
        titled = [piece for piece in heads if piece.titled]
        value = TWO_TITLES * max(0, sum(not piece.occasion for piece in titled) - 1)
        value += self.end(chain[-1]) if ends else 0.0
        value += order_of_heads(chain, places, headings)
        value += CREDITED * len([piece for piece in chain[:-1] if piece.tail])
        if ends and not any(piece.body for piece in chain):
            value += BODILESS
        if chain[0].continued:
            return value
        if not heads:
            return value + HEADLESS
        if not titled:
            value += UNTITLED
        if not any(piece.named for piece in chain):
            bare = self.usually_named and all(p.under_heading and p.home for p in heads)
            value += NAMELESS if bare else UNTITLED
        if any(piece.numbered for piece in titled):
            value += NUMBERED_TITLE
        return value

    def headings(
        self, chain: Chain, places: Sequence[int] | None = None, *, ends: bool = True
    ) -> frozenset[int]:
        """The places of the heads in a chain (all of which are given, or looked for) that are
        headings in its body: over a paragraph and behind a whole one; but the one that could best
        be its title is that where it has none.
        """
        lines = [at for at in places or range(len(chain)) if at and chain[at].under_heading]
        if not lines:
            return NONE
        key = chain, ends and not chain[-1].body
        if key not in self._headings:
            found = {at for at in lines if stands_for_heading(chain, at, ends=ends)}
            if any(chain[at].title for at in set(range(len(chain))) - set(lines)):
                found |= {at for at in lines if is_in_place(chain, at)}
            elif astray := [at for at in sorted(found) if not chain[at].home]:
                best = max(astray, key=lambda at: self.sum_of_title(chain[at], chain))
                if self.sum_of_title(chain[best], chain) > -HEADING_FOR_TITLE:
                    found.remove(best)
            self._headings[key] = frozenset(found)
        return self._headings[key]

    def title(self, chain: Chain) -> float:
        """What it says that its pieces have so much of the title of a chain, or of the heading
        that they stand under.
        """
        places = [at for at, piece in enumerate(chain) if piece.head]
        headings = self.headings(chain, places, ends=False)
        heads = [chain[at] for at in places if at not in headings]
        titles = sorted([p for p in heads if p.title], key=attrgetter("occasion"))
        if titles:
            says = self.all_of_title(titles[0])
        else:
            says = self._untitled if heads else self._headless
        if not headings:
            return sum([says[piece.number] for piece in chain])
        value, over = 0.0, None
        for at, piece in enumerate(chain):
            over = self.all_of_title(piece) if at in headings else over
            this = says[piece.number]
            value += max(this, over[piece.number]) if over else this
        return value

    def all_of_title(self, head: Piece) -> Sequence[float]:
        """What it says of each piece of the page that it has so much of the title of a head."""
        if head.number not in self._titles:
            says = [self.of_title(head, piece) if piece.body else 0.0 for piece in self._pieces]
            self._titles[head.number] = says
        return self._titles[head.number]

    def sum_of_title(self, head: Piece, chain: Chain) -> float:
        """What it says that the pieces of a chain have so much of the title of a head."""
        says = self.all_of_title(head)
        return sum([says[piece.number] for piece in chain])

    def of_title(self, head: Piece, piece: Piece) -> float:
        """What it says that a piece has so much of the title of a head."""
        length = piece.length_of_body
        share = len(head.title & piece.pairs_of_body) / max(1, len(head.title))
        says = TITLE_SAYS * (share - USUAL_SHARE - USUAL_GROWS * length)
        says *= min(1.0, length / ENOUGH)
        return max(TITLE_SAYS_LEAST, min(TITLE_SAYS_MOST, says))

    def end(self, piece: Piece) -> float:
        """What the last piece of a chain says."""
        if piece.turned:
            return 0.0
        if piece.open:
            return OPEN_END
        return UNSIGNED if self.usually_signed and not piece.signed else 0.0

    def link(self, chain: Chain, at: int) -> float:
        """What speaks for a piece behind those before it."""
        piece, key = chain[at], chain[context_of(chain, at) : at + 1]
        value = self._links.get(key)
        if value is None:
            self.work += MEASURED
            ahead = key[:-1]
            value = self.place(ahead[-1], piece) + self.joint(ahead, piece)
            value += self._likeness.says(ahead, piece)
            value += BEHIND_WHOLE if is_behind_whole(ahead[-1], piece) else 0.0
            self._links[key] = value
        if piece.counts:
            value += self.ordinals(chain[:at], piece)
        if piece.asks and any(p.asks for p in chain[:at]):
            value += ASKS_SAYS
        return value

    def ordinals(self, ahead: Chain, piece: Piece) -> float:
        """What it says that the ordinals of a piece go on with those ahead of it."""
        reached = self.reached(ahead)
        again = follows(ahead, piece) and restarts(piece.said)  # a second enumeration, as it stands
        missing = 0 if again else parts_missing(reached, piece.said)
        if missing < 0:
            return COUNTED_AGAIN
        return ORDINAL_SAYS * agreement(reached, piece.said) + MISSING * max(0, missing - 1)

    def reached(self, chain: Chain) -> Mapping[int, int]:
        """The numbers that the series of a chain have reached behind it."""
        if not chain:
            return {}
        if chain not in self._reached:
            self._reached[chain] = last_numbers(chain[-1].said, self.reached(chain[:-1]))
        return self._reached[chain]

    def place(self, before: Piece, piece: Piece) -> float:
        """What the places of two pieces on the page say."""
        if before.number + 1 == piece.number and piece.home:
            if piece.parts_lines:
                return WRAPPED
            if piece.soft and piece.set_in:
                return SET_IN_ORDER
            return SURELY_IN_ORDER if piece.soft else IN_ORDER
        away = FARTHER * abs(before.draft - piece.draft)
        away += self.elsewhere if before.number + 1 != piece.number else 0.0
        return away + (BACKWARDS if before.number > piece.number else 0.0)

    def joint(self, ahead: Chain, piece: Piece) -> float:
        """What the words say over the joint of a piece and the last text ahead of it; a heading
        between them ends a sentence that does not surely go on.
        """
        at = next((at for at in reversed(range(len(ahead))) if ahead[at].body), -1)
        headed = any(other.under_heading for other in ahead[at + 1 :])
        before = ahead[at] if at >= 0 else None
        key = before, piece, headed
        if key not in self._joints:
            self._joints[key] = self._measure_joint(before, piece, headed=headed)
        return self._joints[key]

    def _measure_joint(self, before: Piece | None, piece: Piece, *, headed: bool) -> float:
        if before and not piece.body and piece.tail and before.open:
            return OPEN_END
        if not piece.body:
            return 0.0
        right = piece.body[0]
        begins = right.role is not Role.TEXT or self.begins(right)
        if not before:
            return astray(piece) if not begins else 0.0
        left = before.body[-1]
        opened, closed = opens_quote(left.text), closes_quote(right.text)
        if closed or opened:
            return QUOTE_CLOSED if closed and opened else QUOTE_OPEN
        if not before.open:
            if right.text[0] in signs.NO_LINE_START:
                return QUOTE_OPEN
            return astray(piece) if not begins else 0.0
        if right.role is Role.DISPLAY and piece.head and len(piece.body) > 1:
            below = self.page.joint(left, piece.body[1])
            return JOINT_SAYS[below] if below > 1 else OPEN_END
        if begins:
            return OPEN_END
        page = JOINT_SAYS[min(6, self.page.joint(left, right))]
        says = max(page, WORD_SAYS[word_over(left.text, right.text)])
        return OPEN_END if headed and says < 0 else says

    def begins(self, unit: Unit) -> bool:
        """Whether a unit is the beginning of a paragraph."""
        if unit.set_in is not None:
            return unit.set_in
        opens = (signs.STARTS_PARAGRAPH, signs.OPENS_SENTENCE)
        starts = any(sign.match(unit.text) for sign in opens)
        return starts or self.page.opens_like_another(unit)


def astray(piece: Piece) -> float:
    """What it says that a piece begins, of which the page has a broken sentence ahead."""
    if piece.body[0].wrapped or piece.body[0].set_in is False:
        return IN_SENTENCE
    return STRAY if piece.stray else 0.0
