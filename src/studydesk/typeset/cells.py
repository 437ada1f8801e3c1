"""Cells: what a line is made of. One cell is one 汉字, mark, word or space of one look.

All lengths are in em, so cells and lines do not depend on the size of the type.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Final, Protocol

from studydesk.typeset.classes import (
    INDICES,
    LONGEST_WORD,
    MARKS,
    NEVER_FIRST,
    NEVER_LAST,
    SPACE,
    TOKEN,
    WORDS,
    Kind,
    kind_of,
    pieces_of,
)

_SLACK = 0.02
"""What stays blank beside a mark's ink however much it is squeezed."""
_HALF = 0.5
_APOSTROPHE = "’"
_CLOSING_LATIN = frozenset("!,.:;?)]}%")
_OPENING_LATIN = frozenset("([{$#@")
_ORDINAL = "第"
_UNITS = frozenset("年月日时分秒天岁版期号页卷届次条项章个人名字段题道元万亿")
"""What a number counts, in a date or elsewhere; it stays in the line of its number."""
_OF_DATES = frozenset("年月")


class FaceMetrics(Protocol):
    """What composition must know of a typeface; lengths in em."""

    def advance(self, character: str) -> float:
        """The width that the glyph takes."""

    def ink(self, character: str) -> tuple[float, float]:
        """Where the glyph's ink begins and ends, from its left edge."""


@dataclass(frozen=True, slots=True)
class Look:
    """A typeface; whether each 汉字 carries a dot below (着重号); whether the text is raised, as
    marks of notes are, which stay with what stands before them.
    """

    face: FaceMetrics
    dotted: bool = False
    raised: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """Text in one look."""

    text: str
    look: Look


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """How a cell meets its neighbours. There is one object for each shape: compare with `is`.

    `before` and `after` are blanks of the glyph that may be squeezed out. `latin_before` and
    `latin_after` tell where a 汉字 beside it wants the gap between Chinese and Latin text. A `unit`
    stays with a `number` before it; a date goes on where a number follows one that is `of_date`.
    """

    kind: Kind
    before: float = 0
    after: float = 0
    never_first: bool = False
    never_last: bool = False
    latin_before: bool = False
    latin_after: bool = False
    number: bool = False
    unit: bool = False
    of_date: bool = False


shape = cache(Shape)


@dataclass(frozen=True, slots=True, eq=False)
class Cell:
    """A piece of text that a line never breaks, `advance` wide.

    Its first glyph stands at `shift`; glyphs are scaled by `scale` across and follow one another
    every `pitch`, or by their own widths when it is 0.
    """

    text: str
    look: Look
    shape: Shape
    advance: float
    shift: float = 0
    scale: float = 1
    pitch: float = 0


class TypeCase(dict[str, tuple[Cell, ...]]):
    """字盘: the cells of one look, made when first asked for; most tokens are one cell."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    def __missing__(self, token: str) -> tuple[Cell, ...]:
        cells = self[token] = tuple(self._cut(token))
        return cells

    def _cut(self, token: str) -> Iterable[Cell]:
        kind = kind_of(token)
        if kind is not Kind.WORD:
            yield self._cell(token, kind)
        elif _APOSTROPHE in token:
            for part in token.replace(_APOSTROPHE, f"\0{_APOSTROPHE}\0").split("\0"):
                yield self._apostrophe() if part == _APOSTROPHE else self._word(part, Kind.WORD)
        elif len(token) > LONGEST_WORD:
            yield from (self._word(piece, Kind.PIECE) for piece in pieces_of(token))
        else:
            yield self._word(token, Kind.WORD)

    def _cell(self, text: str, kind: Kind) -> Cell:
        if kind in MARKS:
            return self._mark(text, kind)
        if kind in {Kind.DASH, Kind.ELLIPSIS}:
            return self._drawn_out(text, kind)
        never_first = kind in NEVER_FIRST or self._look.raised
        form = shape(
            kind,
            never_first=never_first,
            never_last=kind in NEVER_LAST or text == _ORDINAL,
            unit=text in _UNITS,
            of_date=text in _OF_DATES,
        )
        if kind is Kind.SPACE:
            return Cell(text, self._look, form, float(len(text)))
        glyph = self._look.face.advance(text)
        width = {"·": _HALF, "•": _HALF, "—": 1.0}.get(text, glyph)
        return Cell(text, self._look, form, width, shift=(width - glyph) / 2)

    def _mark(self, mark: str, kind: Kind) -> Cell:
        """A mark in a square of its own; its blank half is as wide as the ink leaves it."""
        advance = self._look.face.advance(mark)
        left, right = self._look.face.ink(mark)
        shift = 0.0
        if advance < 1 - _SLACK:  # a Latin glyph, as Kai faces have for “ ”
            shift = 1 - advance - 0.05 if kind is Kind.OPEN else 0.05
        before = left + shift - _SLACK if kind is Kind.OPEN else 0
        after = 1 - right - shift - _SLACK if kind is not Kind.OPEN else 0
        form = shape(
            kind,
            min(_HALF, max(0, before)),
            min(_HALF, max(0, after)),
            never_first=kind in NEVER_FIRST,
            never_last=kind in NEVER_LAST,
        )
        return Cell(mark, self._look, form, 1.0, shift)

    def _drawn_out(self, text: str, kind: Kind) -> Cell:
        """A dash, its glyphs scaled until they join and fill the cell, or an ellipsis."""
        face, count = self._look.face, len(text)
        if kind is Kind.ELLIPSIS:
            shift = (1 - face.advance("…")) / 2
            return Cell(text, self._look, shape(kind), float(count), shift, pitch=1)
        margin = 0.05
        left, right = face.ink("—")
        pitch = 1 - 2 * margin / count
        scale = pitch / (right - left)
        shift = margin - left * scale
        return Cell(text, self._look, shape(kind), float(count), shift, scale, pitch)

    def _word(self, word: str, kind: Kind) -> Cell:
        form = shape(
            kind,
            never_first=word[0] in _CLOSING_LATIN
            or word[0] in INDICES
            or word in {"+", "++"}  # 互联网+
            or self._look.raised,
            never_last=word[-1] in _OPENING_LATIN,
            latin_before=_is_latin(word[0]) and word[0] not in INDICES,
            latin_after=_is_latin(word[-1]) or word[-1] in INDICES,
            number=word[-1].isdecimal(),
        )
        return Cell(word, self._look, form, sum(map(self._look.face.advance, word)))

    def _apostrophe(self) -> Cell:
        """The glyph of ’ without the blank that makes it a full-width quotation mark."""
        margin = 0.06
        left, right = self._look.face.ink(_APOSTROPHE)
        width = right - left + 2 * margin
        return Cell(_APOSTROPHE, self._look, shape(Kind.WORD), width, margin - left)


def _is_latin(character: str) -> bool:
    return character.isalnum() and character < "\u2000"


type_case = cache(TypeCase)

# A typed space, by what stands beside it: between words, between 汉字 and a word, between 汉字
# (where it parts a heading or a name), and beside a mark, whose own blank is enough.
WORD_SPACE: Final = shape(Kind.SPACE, latin_before=True, latin_after=True)
MIXED_SPACE: Final = shape(Kind.SPACE, latin_after=True)
WIDE_SPACE: Final = shape(Kind.SPACE)
BOUND_SPACE: Final = shape(Kind.SPACE, never_last=True)
BOUND_MIXED_SPACE: Final = shape(Kind.SPACE, latin_after=True, never_last=True)


def cells_of(spans: Iterable[Span]) -> list[Cell]:
    """The text of a paragraph as cells, spaces fitted to what stands beside them."""
    cells: list[Cell] = []
    for span in spans:
        case = type_case(span.look)
        cells += chain.from_iterable(map(case.__getitem__, TOKEN.findall(span.text)))
    for place, cell in enumerate(cells):
        if cell.shape.kind is SPACE:
            cells[place] = _fitted_space(cell, cells, place)
    return cells


def _fitted_space(space: Cell, cells: Sequence[Cell], place: int) -> Cell:
    before = cells[place - 1].shape if place else None
    after = cells[place + 1].shape if place + 1 < len(cells) else None
    form, width = WIDE_SPACE, 0.0
    if before and before.never_last:
        form = BOUND_SPACE
    if space.text[0] == "\u3000":
        width = space.advance
    elif before and after and before.kind not in MARKS and after.kind not in MARKS:
        match (before.kind in WORDS) + (after.kind in WORDS):
            case 2:
                form, width = WORD_SPACE, max(0.25, space.look.face.advance(" "))
            case 1:
                bound = before.never_last or (before.number and after.unit)
                form, width = BOUND_MIXED_SPACE if bound else MIXED_SPACE, 0.25
            case _:
                width = min(1.0, _HALF * len(space.text))
    return Cell(space.text, space.look, form, width)


def single_characters(cell: Cell) -> list[Cell]:
    """A word that is wider than its column, cut between all its characters."""
    form = shape(Kind.PIECE)
    face = cell.look.face
    return [Cell(character, cell.look, form, face.advance(character)) for character in cell.text]
