"""Composed lines as PDF text operators (ISO 32000-1, 9.4), the same wherever a line is set."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby

from studydesk.export.embedding import code, plane
from studydesk.export.fonts import BundledFace
from studydesk.typeset.cells import Cell
from studydesk.typeset.classes import Kind
from studydesk.typeset.galley import Line

_NEGLIGIBLE = 5e-5
"""Moves that are not worth an operator, in em."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """How a line is drawn from where its first cell stands: operators, the characters of each face
    that they need, and the centres of emphasis dots in em from the left edge of the column.
    """

    operators: str = ""
    characters: Mapping[BundledFace, str] = field(default_factory=dict)
    dots: Sequence[float] = ()


@dataclass(frozen=True, slots=True)
class _Glyphs:
    """A cell as a PDF draws it: parts of a TJ array, each with its font; moves in em."""

    parts: Sequence[tuple[str, str]]
    before: float
    after: float
    scale: float


@lru_cache(maxsize=16384)
def _glyphs(cell: Cell) -> _Glyphs:
    face = _face(cell)
    advances = [face.advance(character) for character in cell.text]
    moves = [cell.pitch / cell.scale - advance if cell.pitch else 0.0 for advance in advances]
    moves[-1] = 0.0
    parts = [
        (
            face.font.resource(of_plane),
            "".join(f"<{code(character)}>{_move(move)}" for character, move in group),
        )
        for of_plane, group in groupby(
            zip(cell.text, moves, strict=True), key=lambda pair: plane(pair[0])
        )
    ]
    drawn = (sum(advances) + sum(moves)) * cell.scale
    return _Glyphs(parts, cell.shift, cell.advance - cell.shift - drawn, cell.scale)


def _face(cell: Cell) -> BundledFace:
    face = cell.look.face
    if not isinstance(face, BundledFace):
        raise TypeError(face)
    return face


def _move(distance: float) -> str:
    """A move to the right in a TJ array, which counts to the left and in thousandths."""
    return f"{-1000 * distance:.5g}" if abs(distance) > _NEGLIGIBLE else ""


def draw(line: Line, size: float) -> Drawing:
    """The operators that draw a line in this size, in points."""
    pen = _Pen(size)
    move = 0.0
    for cell, space in zip(line.cells, line.spaces, strict=True):
        glyphs = _glyphs(cell)
        move += glyphs.before
        if glyphs.scale != 1:
            pen.show_scaled(glyphs, move)
            move = 0.0
        else:
            for font, codes in glyphs.parts:
                pen.show(font, codes, move)
                move = 0.0
        move += glyphs.after + space
    return Drawing(pen.finish(), _characters(line), tuple(_dots(line)))


class _Pen:
    """Collects text operators: glyphs of one font in one TJ array."""

    def __init__(self, size: float) -> None:
        self._size = size
        self._font = ""
        self._array: list[str] = []
        self._operators: list[str] = []

    def show(self, font: str, codes: str, move: float = 0) -> None:
        """Go right, in em, and show glyphs of a font."""
        if font != self._font:
            self._flush()
            self._operators.append(f"{font} {self._size:g} Tf")
            self._font = font
        if move:
            self._array.append(_move(move))
        self._array.append(codes)

    def show_scaled(self, glyphs: _Glyphs, move: float) -> None:
        """Go right and show the glyphs of a cell wider or narrower than they are."""
        self.show(glyphs.parts[0][0], "", move)
        self._flush()
        self._operators.append(f"{100 * glyphs.scale:.3f} Tz")
        for font, codes in glyphs.parts:
            self.show(font, codes)
        self._flush()
        self._operators.append("100 Tz")

    def finish(self) -> str:
        """All operators, one below the other."""
        self._flush()
        return "\n".join(self._operators)

    def _flush(self) -> None:
        if array := "".join(self._array):
            self._operators.append(f"[{array.replace('><', '')}] TJ")
        self._array.clear()


def _characters(line: Line) -> dict[BundledFace, str]:
    parts: dict[BundledFace, list[str]] = defaultdict(list)
    for cell in line.cells:
        parts[_face(cell)].append(cell.text)
    return {face: "".join(texts) for face, texts in parts.items()}


def _dots(line: Line) -> Iterator[float]:
    """着重号: below each 汉字, and below no mark (GB/T 15834, 4.12)."""
    if any(cell.look.dotted for cell in line.cells):
        for cell, place in zip(line.cells, line.positions(), strict=True):
            if cell.look.dotted and cell.shape.kind is Kind.HAN:
                yield place + cell.advance / 2
