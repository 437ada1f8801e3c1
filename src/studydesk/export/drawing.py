"""Laid-out pages as PDF drawing operators (ISO 32000-1, 9.4): text by TJ arrays, rules, dots."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from reportlab.pdfgen.canvas import Canvas

from studydesk.export.fonts import BundledFace
from studydesk.export.layout import Page, PlacedStrip
from studydesk.export.strips import MILLIMETRE, PlacedLine, Strip
from studydesk.export.structure import Path, StructureTree
from studydesk.handout.model import Paragraph, Table
from studydesk.handout.style import DOT_BELOW, DOT_DIAMETER, Preset
from studydesk.typeset.cells import Cell
from studydesk.typeset.classes import Kind

_NEGLIGIBLE = 5e-5
"""Moves that are not worth an operator, in em."""


@dataclass(frozen=True, slots=True)
class Glyphs:
    """A cell as a PDF draws it: parts of a TJ array, each with its font; moves in em."""

    parts: Sequence[tuple[str, str]]
    before: float
    after: float
    scale: float


class GlyphTable(dict[Cell, Glyphs]):
    """The glyphs of each cell in one document, given their codes when first asked for."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__()
        self._document = canvas._doc

    def __missing__(self, cell: Cell) -> Glyphs:
        glyphs = self[cell] = self._glyphs(cell)
        return glyphs

    def _glyphs(self, cell: Cell) -> Glyphs:
        face = cell.look.face
        if not isinstance(face, BundledFace):
            raise TypeError(face)
        advances = [face.advance(character) for character in cell.text]
        moves = [cell.pitch / cell.scale - advance if cell.pitch else 0.0 for advance in advances]
        moves[-1] = 0.0
        parts = [
            (font, codes + _move(move))
            for character, move in zip(cell.text, moves, strict=True)
            for font, codes in self._codes(face, character)
        ]
        drawn = (sum(advances) + sum(moves)) * cell.scale
        return Glyphs(parts, cell.shift, cell.advance - cell.shift - drawn, cell.scale)

    def _codes(self, face: BundledFace, character: str) -> Iterator[tuple[str, str]]:
        for subset, codes in face.font.splitString(character, self._document):
            yield face.font.getSubsetInternalName(subset, self._document), f"<{codes.hex()}>"


def _move(distance: float) -> str:
    """A move to the right in a TJ array, which counts to the left and in thousandths."""
    return f"{-1000 * distance:.5g}" if abs(distance) > _NEGLIGIBLE else ""


class TextWriter:
    """The text operators of one page; remembers the font between lines."""

    def __init__(self, glyphs: GlyphTable) -> None:
        self._glyphs = glyphs
        self._font = ("", 0.0)
        self._array: list[str] = []
        self.operators: list[str] = []

    def write(self, placed: PlacedLine, x: float, y: float) -> None:
        """Draw a line from x, y on the page."""
        self.operators.append(f"1 0 0 1 {x:.2f} {y:.2f} Tm")
        array, table, size = self._array, self._glyphs, placed.size
        chosen = ""
        move = 0.0
        for cell, space in zip(placed.line.cells, placed.line.spaces, strict=True):
            glyphs = table[cell]
            move += glyphs.before
            if glyphs.scale != 1:
                array.append(_move(move))
                self._write_scaled(glyphs, size)
                chosen, move = "", 0.0
            else:
                for font, codes in glyphs.parts:
                    if font != chosen:
                        self._choose(font, size)
                        chosen = font
                    if move:
                        array.append(_move(move))
                        move = 0.0
                    array.append(codes)
            move += glyphs.after + space
        self._flush()

    def _write_scaled(self, glyphs: Glyphs, size: float) -> None:
        self._choose(glyphs.parts[0][0], size)
        self._flush()
        self.operators.append(f"{100 * glyphs.scale:.3f} Tz")
        for font, codes in glyphs.parts:
            self._choose(font, size)
            self._array.append(codes)
        self._flush()
        self.operators.append("100 Tz")

    def _choose(self, font: str, size: float) -> None:
        if self._font != (font, size):
            self._flush()
            self._font = (font, size)
            self.operators.append(f"{font} {size:g} Tf")

    def _flush(self) -> None:
        if self._array:
            array = "".join(self._array).replace("><", "")
            self.operators.append(f"[{array}] TJ")
            self._array.clear()


class PageWriter:
    """Draws laid-out pages on a canvas, one after the other, each with its logical structure."""

    def __init__(self, canvas: Canvas, preset: Preset) -> None:
        self._canvas = canvas
        self._preset = preset
        self._glyphs = GlyphTable(canvas)
        self._structure = StructureTree(canvas)
        self._page = 0
        self._left = preset.page.left * MILLIMETRE
        self._top = (preset.page.height - preset.page.top) * MILLIMETRE

    def height_of(self, top: float) -> float:
        """Where a place of the text area stands, measured as PDF does from the foot of the page."""
        return self._top - top

    def draw(self, page: Page) -> None:
        """Draw the next page."""
        text = TextWriter(self._glyphs)
        for path, group in groupby(self._places(page), key=itemgetter(0)):
            text.operators.append(self._opening(path))
            for _, top, placed in group:
                x = self._left + placed.x + placed.line.start * placed.size
                text.write(placed, x, self._top - top - placed.y)
            text.operators.append("EMC")
        marks = [*self._rules(page.strips), *self._dots(page)]
        if marks:
            marks = ["/Artifact BMC", *marks, "EMC"]
        self._canvas._code.append("\n".join(["BT", *text.operators, "ET", *marks]))

    def end_page(self) -> None:
        """Finish the page, whatever was put on it."""
        self._canvas.showPage()
        self._structure.end_page(self._page)
        self._page += 1

    def finish(self) -> None:
        """Finish the document after its last page."""
        self._structure.finish()

    def _places(self, page: Page) -> Iterator[tuple[Path, float, PlacedLine]]:
        """Every line in reading order, with its place in the structure; none for what repeats."""
        for row, placed in enumerate(page.strips):
            for line in placed.strip.lines:
                path = () if placed.repeated else self._path(placed.strip, row, line.column)
                yield path, placed.top, line
        for line in page.folio:
            yield (), 0.0, line

    def _path(self, strip: Strip, row: int, column: int) -> Path:
        block = strip.block
        if isinstance(block, Paragraph):
            level = self._preset.style(block.role).outline
            return ((strip.number, f"H{level}" if level else "P"),)
        is_head = isinstance(block, Table) and block.header and not strip.head
        return (
            (strip.number, "Table"),
            ((self._page, row), "TR"),
            (column, "TH" if is_head else "TD"),
        )

    def _opening(self, path: Path) -> str:
        if not path:
            return "/Artifact <</Type /Pagination>> BDC"
        return f"/{path[-1][1]} <</MCID {self._structure.mark(self._page, path)}>> BDC"

    def _rules(self, strips: Sequence[PlacedStrip]) -> Iterator[str]:
        for placed in strips:
            for rule in placed.strip.rules:
                x0, x1 = self._left + rule.x0, self._left + rule.x1
                y0, y1 = (self._top - placed.top - y for y in (rule.y0, rule.y1))
                yield f"{rule.thickness:g} w {x0:.2f} {y0:.2f} m {x1:.2f} {y1:.2f} l S"

    def _dots(self, page: Page) -> Iterator[str]:
        """着重号 as strokes without length and with round ends, so that they are no text."""
        for top, placed in _lines(page):
            line, size = placed.line, placed.size
            y = self._top - top - placed.y - DOT_BELOW * size
            for cell, place in zip(line.cells, line.positions(), strict=True):
                if cell.look.dotted and cell.shape.kind is Kind.HAN:
                    x = self._left + placed.x + (place + cell.advance / 2) * size
                    width = DOT_DIAMETER * size
                    yield f"q 1 J {width:.2f} w {x:.2f} {y:.2f} m {x:.2f} {y:.2f} l S Q"


def _lines(page: Page) -> Iterator[tuple[float, PlacedLine]]:
    """Every line of a page with the top of its strip, in reading order."""
    for strip in page.strips:
        for line in strip.strip.lines:
            yield strip.top, line
    for line in page.folio:
        yield 0.0, line
