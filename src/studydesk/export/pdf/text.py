"""Composed lines as PDF text operators (ISO 32000-1, 9.4), the same wherever a line is set."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from studydesk.export.embedding import code, plane
from studydesk.export.fonts import DrawnFace, RaisedFace
from studydesk.typeset.cells import Cell, Look, Span
from studydesk.typeset.classes import Kind
from studydesk.typeset.galley import Line

_NEGLIGIBLE = 5e-5
"""Moves that are not worth an operator, in em."""


Characters = Mapping[DrawnFace, frozenset[str]]
"""What is drawn in which face."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """How a line is drawn from where its first cell stands: operators, the characters they need
    (those of the whole paragraph, a typed newline, too), and the centres of emphasis dots in em
    from the left edge of the column.
    """

    operators: str
    characters: Characters
    dots: Sequence[float]


@dataclass(frozen=True, slots=True)
class _Glyphs:
    """A cell as a PDF draws it: parts of a TJ array, each with its font; moves in em. `plain` is
    the font of glyphs that need no move, no scale and no other size, else empty. Raised ones are
    smaller, and so far above the line (or, below 0, under it).
    """

    parts: Sequence[tuple[str, str]]
    before: float
    after: float
    scale: float
    raised: float
    plain: str


@lru_cache(maxsize=16384)
def _glyphs(cell: Cell) -> _Glyphs:
    face = _face(cell.look)
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
    raised = cell.look.face.rise if isinstance(cell.look.face, RaisedFace) else 0.0
    if raised:
        drawn *= RaisedFace.SCALE
    after = cell.advance - cell.shift - drawn
    moved = abs(cell.shift) > _NEGLIGIBLE or abs(after) > _NEGLIGIBLE
    special = moved or cell.scale != 1 or len(parts) != 1 or bool(raised)
    plain = "" if special else parts[0][0]
    return _Glyphs(parts, cell.shift, after, cell.scale, raised, plain)


def _face(look: Look) -> DrawnFace:
    face = look.face.base if isinstance(look.face, RaisedFace) else look.face
    if not isinstance(face, DrawnFace):
        raise TypeError(face)
    return face


@lru_cache(maxsize=1024)
def _move(distance: float) -> str:
    """A move to the right in a TJ array, which counts to the left and in thousandths."""
    if abs(distance) <= _NEGLIGIBLE:
        return ""
    return f"{-1000 * distance:.2f}".rstrip("0").rstrip(".")  # PDF knows no exponents


def draw(spans: Iterable[Span], lines: Iterable[Line], size: float) -> Iterator[Drawing]:
    """The lines of a paragraph, composed from these spans, in this size in points."""
    needed: dict[DrawnFace, frozenset[str]] = {}
    dotted = False
    for span in spans:
        face = _face(span.look)
        needed[face] = needed.get(face, frozenset()).union(span.text)
        dotted |= span.look.dotted
    for line in lines:
        yield Drawing(_operators(line, size), needed, tuple(_dots(line)) if dotted else ())


def redrawn(drawing: Drawing, part: Line, size: float) -> Drawing:
    """A part of the line that was drawn so, by itself."""
    dots = tuple(_dots(part)) if drawing.dots else ()
    return Drawing(_operators(part, size), drawing.characters, dots)


def _operators(line: Line, size: float) -> str:
    pen = _Pen(size)
    array = pen.array
    move = 0.0
    for cell, space in zip(line.cells, line.spaces, strict=True):
        glyphs = _glyphs(cell)
        if glyphs.plain == pen.font:  # nearly every 汉字
            if move:
                array.append(_move(move))
            array.append(glyphs.parts[0][1])
            move = space
        else:
            pen.show(glyphs, move)
            move = glyphs.after + space
    return pen.finish()


class _Pen:
    """Collects text operators: glyphs of one font in one TJ array."""

    def __init__(self, size: float) -> None:
        self.font = "none yet"
        self.array: list[str] = []
        self._size = size
        self._operators: list[str] = []

    def show(self, glyphs: _Glyphs, move: float) -> None:
        """Go right, in em, and show the glyphs of a cell."""
        self._choose(glyphs.parts[0][0])
        self.array.append(_move(move + glyphs.before))
        if glyphs.raised:
            self._show_raised(glyphs)
            return
        if glyphs.scale != 1:
            self._flush()
            self._operators.append(f"{100 * glyphs.scale:.3f} Tz")
        for font, codes in glyphs.parts:
            self._choose(font)
            self.array.append(codes)
        if glyphs.scale != 1:
            self._flush()
            self._operators.append("100 Tz")

    def _show_raised(self, glyphs: _Glyphs) -> None:
        """Smaller, and above or below the line (ISO 32000-1, 9.3.7)."""
        self._flush()
        self._operators.append(f"{glyphs.raised * self._size:g} Ts")
        for font, codes in glyphs.parts:
            self._operators.append(f"{font} {RaisedFace.SCALE * self._size:g} Tf")
            self._operators.append(f"[{codes}] TJ")
        self._operators.append("0 Ts")
        self.font = "none any more"

    def _choose(self, font: str) -> None:
        if font != self.font:
            self._flush()
            self._operators.append(f"{font} {self._size:g} Tf")
            self.font = font

    def finish(self) -> str:
        """All operators, one below the other."""
        self._flush()
        return "\n".join(self._operators)

    def _flush(self) -> None:
        if array := "".join(self.array):
            self._operators.append(f"[{array.replace('><', '')}] TJ")
        self.array.clear()


def _dots(line: Line) -> Iterator[float]:
    """着重号: below each 汉字, and below no mark (GB/T 15834, 4.12)."""
    for cell, place in zip(line.cells, line.positions(), strict=True):
        if cell.look.dotted and cell.shape.kind is Kind.HAN:
            yield place + cell.advance / 2
