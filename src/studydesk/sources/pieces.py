"""A page in pieces, cut wherever it may have left one article for another, and chains of them.

The places are: an open sentence that hardly goes on, an ordinal that does not follow, a head, an
affiliation; and near those that something is amiss with, the end of any paragraph.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from studydesk.sources import signs
from studydesk.sources.articles import SURE_JOINT, Draft
from studydesk.sources.ordinals import agreement, first_ordinal, numbers_along
from studydesk.sources.page import Page
from studydesk.sources.paragraphs import Unit
from studydesk.sources.roles import Role

# How many articles away from one that something is amiss with parts of it may stand.
AMISS_NEARBY = 2


@dataclass(eq=False)
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
    def counts(self) -> bool:
        """Whether one of its paragraphs begins with an ordinal."""
        return first_ordinal(self.body) is not None

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


def cut(page: Page, drafts: Sequence[Draft], *, whole: bool = True) -> Iterator[Piece]:
    """The drafts in pieces, each cut wherever it may be two articles' or out of order; where
    they are a whole page, near drafts that something is amiss with, between any two paragraphs.
    """
    amiss = [at for at, draft in enumerate(drafts) if whole and is_broken(draft)]
    number = 0
    for at, draft in enumerate(drafts):
        numbers = list(numbers_along(draft.body))
        seams = {
            place: True
            for place, (before, after) in enumerate(pairwise(draft.body), 1)
            if is_seam(page, before, after, numbers[place])
        }
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
    """Whether a paragraph ends with a character or a comma, not with what ends a sentence."""
    return not unit.closed and (unit.text[-1].isalnum() or unit.text[-1] in "，、")


def is_seam(page: Page, before: Unit, after: Unit, numbers: Mapping[int, int]) -> bool:
    """Whether the page may have left the article between two units of its body, behind ordinals
    that have reached these numbers.
    """
    if before.role is after.role is Role.TEXT and breaks_off(before):
        begins = signs.STARTS_PARAGRAPH.match(after.text)
        return bool(begins) or page.joint(before, after) < SURE_JOINT
    return agreement(numbers, [after]) < 0


def is_soft_seam(before: Unit, after: Unit) -> bool:
    """Whether a whole paragraph ends and another, or a heading, begins."""
    return before.role is Role.TEXT and before.closed and after.role in (Role.TEXT, Role.DISPLAY)
