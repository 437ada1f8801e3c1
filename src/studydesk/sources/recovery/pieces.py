"""A page in pieces, cut wherever it may have left one article for another, and chains of them.

The places are: an open sentence that hardly goes on, an ordinal that does not follow, a head, an
affiliation; and near those that something is amiss with, the end of any paragraph.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from studydesk.domain.ordinals import ordinal_of
from studydesk.sources.recovery import signs
from studydesk.sources.recovery.articles import Draft, is_day_of_notice
from studydesk.sources.recovery.heads import is_section_number
from studydesk.sources.recovery.ordinals import agreement, first_ordinal, numbers_along
from studydesk.sources.recovery.page import SURE_JOINT, Page, could_be_pull_quote
from studydesk.sources.recovery.roles import Role
from studydesk.sources.recovery.titles import wants_title
from studydesk.sources.recovery.topics import pairs_in
from studydesk.sources.recovery.units import Unit

Part = tuple[list[Unit], list[Unit]]


@dataclass(eq=False)
class Piece:
    """A stretch of the page that is one article's; `home` says that it followed the piece before
    it in the same draft (the `draft`th of the page), `soft` that nothing is amiss between them,
    `stray` that a sentence breaks off before it on the page.
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
    stray: bool = False

    @cached_property
    def said(self) -> list[Unit]:
        """The units that tell what it is about."""
        return [*(unit for unit in self.head if unit.role is Role.DISPLAY), *self.body]

    @cached_property
    def length(self) -> int:
        """How many characters they have."""
        return sum(len(unit.text) for unit in self.said)

    @cached_property
    def length_of_body(self) -> int:
        """How many characters its body has."""
        return sum(len(unit.text) for unit in self.body)

    @cached_property
    def pairs_of_body(self) -> frozenset[str]:
        """The pairs of characters of its body."""
        return pairs_in(self.body)

    def has(self, role: Role) -> bool:
        """Whether its head has a unit of this role."""
        return any(unit.role is role for unit in self.head)

    @cached_property
    def named(self) -> bool:
        """Whether it says who wrote the article: in a byline, behind its text or where a report
        opens.
        """
        ends_named = any(unit.role is Role.NAMES for unit in self.body[-1:])
        return self.has(Role.NAMES) or ends_named or any(unit.reported for unit in self.body[:1])

    @cached_property
    def title(self) -> frozenset[str]:
        """The pairs of characters of its title lines."""
        return pairs_in(unit for unit in self.head if unit.role is Role.DISPLAY)

    @cached_property
    def occasion(self) -> bool:
        """Whether its lines name an occasion and so may be a kicker."""
        lines = [unit for unit in self.head if unit.role is Role.DISPLAY]
        return bool(lines) and all(signs.OCCASION.fullmatch(unit.text) for unit in lines)

    @cached_property
    def counts(self) -> bool:
        """Whether a heading or paragraph of it begins with an ordinal."""
        return first_ordinal(self.said) is not None

    @cached_property
    def asks(self) -> bool:
        """Whether it begins with a question, which the rest of it answers."""
        return any(unit.asks for unit in self.body[:1])

    @cached_property
    def spoken(self) -> bool:
        """Whether it ends with who says in a round-up what stands above."""
        return any(unit.role is Role.SPEAKER for unit in self.body[-1:])

    @cached_property
    def boxed(self) -> bool:
        """Whether it is nothing but short lines, as boxes of figures and of steps are."""
        return len(self.body) > 1 and all(unit.role is Role.DISPLAY for unit in self.body)

    @cached_property
    def speaks(self) -> bool:
        """Whether who says it stands in it, or may stand below what it breaks off in."""
        return self.open or any(unit.role is Role.SPEAKER for unit in self.body)

    @cached_property
    def under_heading(self) -> bool:
        """Whether its head could be a heading: one line, or several of which the first counts,
        that does not ask, with neither names nor a dateline under it.
        """
        dated = self.body and signs.DATELINE.match(self.body[0].text)
        lines = [unit for unit in self.head if unit.role is Role.DISPLAY]
        if self.body and self.body[0].role is not Role.TEXT:
            return False
        if not lines or len(lines) < len(self.head) or dated:
            return False
        lone = len(lines) == 1 or counts(lines[0])
        return lone and not lines[0].text.endswith(("？", "?"))

    @cached_property
    def numbered(self) -> bool:
        """Whether its head is surely a heading: it begins with an ordinal."""
        return self.under_heading and counts(self.head[0])

    @property
    def parts_lines(self) -> bool:
        """Whether a full line stood before its first one, which that may go on with."""
        return bool(self.body) and not self.head and self.body[0].wrapped

    @property
    def set_in(self) -> bool:
        """Whether it begins with a paragraph that the page sets in, under no heading."""
        return not self.head and bool(self.body) and self.body[0].set_in is True

    @property
    def signed(self) -> bool:
        """Whether an affiliation closes it."""
        return any(unit.role is Role.AFFILIATION for unit in self.tail)

    @cached_property
    def ends(self) -> bool:
        """Whether nothing of its article stands behind it."""
        names = any(unit.role is Role.NAMES for unit in self.body[-1:])
        return self.signed or self.turned or names or any(map(is_day_of_notice, self.body[-1:]))

    @cached_property
    def titled(self) -> bool:
        """Whether its head has a title line."""
        return self.has(Role.DISPLAY)

    @cached_property
    def open(self) -> bool:
        """Whether it ends inside a sentence."""
        return bool(self.body) and self.body[-1].role is Role.TEXT and not self.body[-1].closed


Chain = tuple[Piece, ...]


def counts(unit: Unit) -> bool:
    """Whether a line begins with an ordinal, or is the number of a section."""
    return ordinal_of(unit.text) is not None or is_section_number(unit)


def place_of(chain: Chain, headings: Collection[int]) -> int:
    """Where an article stands: where its head does, or its first piece."""
    heads = (piece.number for at, piece in enumerate(chain) if piece.head and at not in headings)
    return next(heads, chain[0].number)


def quotes_ahead(chain: Chain) -> bool:
    """Whether the first piece is no opening but a pull quote: whole, short, and over the head."""
    first = chain[0]
    alone = len(chain) > 1 and not first.head and not first.tail and len(first.body) == 1
    if not alone or first.stray or first.home or ordinal_of(first.body[0].text):
        return False
    if not could_be_pull_quote(first.body[0]):
        return False
    return bool(chain[1].head) and not chain[1].under_heading


def is_impossible(chain: Chain) -> bool:
    """Whether pieces can be no article: more than one has authors, one behind another comes from
    elsewhere, or one that is not the last ends it.
    """
    named = ended = False
    for piece in chain:
        if ended or (piece.named and named) or (piece.continued and piece is not chain[0]):
            return True
        named, ended = named or piece.named, piece.ends
    return False


def chains_of_page(pieces: Sequence[Piece]) -> list[Chain]:
    """The pieces as the page has them."""
    chains: list[Chain] = []
    for piece in pieces:
        if piece.home:
            chains[-1] = (*chains[-1], piece)
        else:
            chains.append((piece,))
    return chains


def draft_of(chain: Chain, headings: Collection[int] | None = None) -> Draft:
    """The draft that pieces are together; `headings` are the places of those of its heads that
    stand in the body, else all that could.
    """
    draft = Draft(
        closed=any(piece.closed for piece in chain),
        turned=chain[-1].turned,
        continued=chain[0].continued,
    )
    for at, piece in enumerate(chain):
        before = chain[at - 1] if at else None
        if not at and quotes_ahead(chain):
            draft.head.extend(piece.body)
            draft.moved.extend(piece.body)
            continue
        heading = at in headings if headings is not None else bool(at) and piece.under_heading
        (draft.body if heading else draft.head).extend(piece.head)
        draft.body.extend(piece.body)
        draft.tail.extend(piece.tail)
        draft.moved.extend(piece.moved)
        if before and before.number + 1 != piece.number and (piece.body or piece.head):
            draft.moved.append((piece.body or piece.head)[0])
        elif before and before.body and piece.head and not heading:
            draft.moved.extend(piece.head)
    return draft


def cut(page: Page, drafts: Sequence[Draft], *, whole: bool = True) -> list[Piece]:
    """The drafts in pieces, each cut wherever it may be two articles' or out of order; where
    they are a whole page that something is amiss with, also behind every head and paragraph. What
    closes an article is a piece of its own behind a sentence that breaks off.
    """
    seams = [set(seams_of(page, draft)) for draft in drafts]
    amiss = whole and (any(seams) or any(map(is_broken, drafts)))
    pieces: list[Piece] = []
    for at, draft in enumerate(drafts):
        parts = list(all_parts(draft, seams[at]) if amiss else parts_of(draft, seams[at]))
        if draft.tail and draft.body and breaks_off(draft.body[-1]):
            parts.append(([], []))
        for turn, (head, body) in enumerate(parts):
            first, last = turn == 0, turn == len(parts) - 1
            before = pieces[-1].body[-1] if pieces and pieces[-1].body else None
            if before and pieces[-1].tail:
                before = None
            begins = (head or body)[0] if head or body else None
            piece = Piece(
                len(pieces),
                at,
                head,
                body,
                draft.tail if last else [],
                draft.moved if first and not amiss else [],
                draft.closed and last,
                draft.turned and last,
                draft.continued and first,
                home=not first,
                soft=amiss and not first and begins is not None and id(begins) not in seams[at],
                stray=before is not None and breaks_off(before),
            )
            pieces.append(piece)
    return pieces


def parts_of(draft: Draft, seams: Collection[int]) -> Iterator[Part]:
    """The parts of a draft that is cut where the page may have left it and nowhere else."""
    places = [0, *(at for at, unit in enumerate(draft.body) if at and id(unit) in seams)]
    for begin, end in pairwise([*places, len(draft.body)]):
        yield (draft.head if begin == 0 else []), draft.body[begin:end]


def all_parts(draft: Draft, seams: Collection[int]) -> Iterator[Part]:
    """All that a draft is made of, as it stands on the page: each stretch of its head, each line
    that could be a heading or a title, each paragraph.
    """
    if not draft.texts:
        yield draft.head, draft.body
        return
    heads = set(map(id, draft.head))
    plain = any(unit.role is Role.SPEAKER or unit.asks for unit in draft.body)
    units = sorted((*draft.head, *draft.body), key=lambda unit: unit.spans[0])
    kinds = [int(unit.role is Role.DISPLAY and not plain) for unit in units]
    for at, unit in enumerate(units):
        if id(unit) in heads:
            kinds[at] = 0 if closes_text(units, at) else 2
    begin = 0
    for at in range(1, len(units) + 1):
        if at < len(units) and not ends_part(units, kinds, seams, at):
            continue
        text = next((place for place in range(begin, at) if not kinds[place]), at)
        yield units[begin:text], units[text:at]
        begin = at


def closes_text(units: Sequence[Unit], at: int) -> bool:
    """Whether names in brackets stand behind a whole sentence: they are of who wrote it."""
    unit, above = units[at], units[at - 1 : at]
    names = unit.role is Role.NAMES and unit.text[0] in "（("
    return names and any(other.role is Role.TEXT and other.closed for other in above)


def stands_under_quote(units: Sequence[Unit], kinds: Sequence[int], at: int) -> bool:
    """Whether a line of a head stands under a pull quote: the box of that ended before it."""
    in_head = kinds[at] == kinds[at - 1] == 2
    return in_head and units[at].role is Role.DISPLAY and units[at - 1].role is Role.TEXT


def ends_part(units: Sequence[Unit], kinds: Sequence[int], seams: Collection[int], at: int) -> bool:
    """Whether a part ends before a unit."""
    if kinds[at] != kinds[at - 1]:
        return bool(kinds[at]) or not signs.DATELINE.match(units[at].text)
    if units[at - 1].role is Role.TEXT and units[at - 1].closed and units[at].asks:
        return True
    if closes_text(units, at - 1) or stands_under_quote(units, kinds, at):
        return True
    if kinds[at] or not units[at].role is units[at - 1].role is Role.TEXT:
        return False
    return id(units[at]) in seams or not breaks_off(units[at - 1])


def seams_of(page: Page, draft: Draft) -> Iterator[int]:
    """The units, by identity, before which the page may have left the article of a draft: the
    first one, too, where that counts a later part (二、) right under the head.
    """
    if draft.head and not draft.continued and agreement({}, draft.body[:1]) < 0:
        yield id(draft.body[0])
    numbers = list(numbers_along(draft.body))
    for place, (before, after) in enumerate(pairwise(draft.body), 1):
        if is_seam(page, before, after, numbers[place]):
            yield id(after)


def is_broken(draft: Draft) -> bool:
    """Whether a draft breaks off in a sentence, has no head or no title, or one alone."""
    last = draft.body[-1] if draft.body and not draft.turned else None
    if last and breaks_off(last):
        return True
    if any(breaks_off(a) and b.role is Role.DISPLAY for a, b in pairwise(draft.body)):
        return True
    return wants_title(draft) or not draft.body or not (draft.head or draft.continued)


def breaks_off(unit: Unit) -> bool:
    """Whether a paragraph ends with a character or a comma, not with what ends a sentence."""
    return (
        unit.role is Role.TEXT
        and not unit.closed
        and (unit.text[-1].isalnum() or unit.text[-1] in "，、")
    )


def is_seam(page: Page, before: Unit, after: Unit, numbers: Mapping[int, int]) -> bool:
    """Whether the page may have left the article between two units of its body, behind ordinals
    that have reached these numbers.
    """
    if before.role is after.role is Role.TEXT and breaks_off(before):
        begins = signs.STARTS_PARAGRAPH.match(after.text)
        return bool(begins) or page.joint(before, after) < SURE_JOINT
    return agreement(numbers, [after]) < 0


def is_byline_alone(piece: Piece) -> bool:
    """Whether a piece has a title and names, and no text."""
    return piece.has(Role.NAMES) and piece.titled and not piece.body


def follows(ahead: Chain, piece: Piece) -> bool:
    """Whether a piece stands where the page has it, right behind those ahead of it."""
    return bool(ahead) and ahead[-1].number + 1 == piece.number


def is_behind_whole(before: Piece, piece: Piece) -> bool:
    """Whether text stands behind a box, or what nobody says behind the speaker of a round-up."""
    unsaid = before.spoken and not piece.speaks
    return bool(piece.said) and (unsaid or (before.boxed and before.draft != piece.draft))


def is_cut_off(piece: Piece) -> bool:
    """Whether a sentence of a piece breaks off, or an affiliation closes what ends without one."""
    last = piece.said[-1:] if piece.signed else ()
    return any(map(breaks_off, piece.body)) or any(unit.role is Role.DISPLAY for unit in last)
