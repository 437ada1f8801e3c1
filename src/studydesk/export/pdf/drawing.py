"""Laid-out pages as PDF drawing operators (ISO 32000-1, 9.4): lines in place, rules, dots."""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from io import BytesIO
from itertools import chain, groupby, islice
from math import floor
from operator import itemgetter

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from studydesk.export.embedding import shared_resources
from studydesk.export.fonts import DrawnFace
from studydesk.export.pdf.pages import NOTES_APART, Page, PlacedStrip
from studydesk.export.pdf.strips import ASCENT, PlacedLine, Strip, baseline
from studydesk.export.pdf.structure import Path, StructureTree, tag
from studydesk.export.pdf.tagging import Tagger
from studydesk.export.pdf.text import Characters
from studydesk.handout.model import ContentsLine, Picture
from studydesk.handout.style import MILLIMETRE, RULE, Preset, Role

_DOT_BELOW = 0.32
_DOT_DIAMETER = 0.13
"""着重号: its centre below the baseline and its size, in em."""

_RULE_ABOVE_NOTES = 1 / 4
"""Of the width of the text area."""


_Characters = dict[DrawnFace, set[str]]
_Drawn = tuple[str, _Characters]


class DrawnPages:
    """Pages as they were drawn without tags: most of those of an edited document are as before.
    Those of the document before the last are forgotten.
    """

    def __init__(self) -> None:
        self._before: dict[Hashable, _Drawn] = {}
        self._now: dict[Hashable, _Drawn] = {}

    def begin(self) -> None:
        """Begin another document."""
        self._before, self._now = self._now, {}

    def get(self, page: Page, left: float) -> _Drawn | None:
        """How a page was drawn whose strips stand in the same places."""
        key = _likeness(page, left)
        drawn = self._before.get(key)
        if drawn is not None:
            self._now[key] = drawn
        return drawn

    def keep(self, page: Page, left: float, drawn: _Drawn) -> None:
        """Keep a page that was drawn."""
        self._now[_likeness(page, left)] = drawn


def _likeness(page: Page, left: float) -> Hashable:
    """What tells pages apart: strips by identity, which do not change, and what a strip of the
    contents says, which does.
    """
    contents = (p.strip for p in page.strips if isinstance(p.strip.block, ContentsLine))
    said = (*page.header, *page.folio, *chain.from_iterable(strip.lines for strip in contents))
    return (
        left,
        tuple((placed.strip, placed.top, placed.left) for placed in page.strips),
        tuple(page.notes),
        tuple((line.drawing.operators, line.x, line.y) for line in said),
        page.edge_rules,
    )


class PageWriter:
    """Draws laid-out pages on a canvas, one after the other, each with its logical structure;
    without that where pages may be as they were `drawn` before.
    """

    def __init__(self, canvas: Canvas, preset: Preset, drawn: DrawnPages | None) -> None:
        self._canvas = canvas
        self._preset = preset
        self._characters: dict[DrawnFace, set[str]] = defaultdict(set)
        self._structure = StructureTree(canvas) if drawn is None else None
        self._drawn = drawn
        self._tagger = Tagger(preset)
        self._page = 0
        width, height = canvas._pagesize
        self._box = f"[0 0 {width:g} {height:g}]"
        self._resources = shared_resources(canvas._doc)
        self._top = (preset.page.height - preset.page.top) * MILLIMETRE
        self.width = preset.page.text_width * MILLIMETRE
        self._height = preset.page.text_height * MILLIMETRE
        self._fall, self._spread = 0.0, 1.0

    def height_of(self, top: float) -> float:
        """Where a place of the text area stands on the page that was drawn last, measured as PDF
        does from the foot of the page.
        """
        return self._top - self._fall - self._spread * top

    @property
    def left(self) -> float:
        """Where the text area of the page that is being drawn begins, in points."""
        return self._preset.page.left_of(self._page + 1) * MILLIMETRE

    def draw(self, page: Page) -> None:
        """Draw the next page, or put it where it is again as it was drawn before."""
        self._fall, self._spread = _fitted_to_edges(page, self._preset)
        self._draw_pictures(page)
        drawn = self._drawn.get(page, self.left) if self._drawn is not None else None
        if drawn is None:
            drawn = self._draw(page)
            if self._drawn is not None:
                self._drawn.keep(page, self.left, drawn)
        operators, characters = drawn
        for face, needed in characters.items():
            self._characters[face] |= needed
        self._canvas._code.append(operators)

    def _draw(self, page: Page) -> _Drawn:
        """The operators of a page, and the characters of each face that they need."""
        characters: _Characters = defaultdict(set)
        known: Characters = {}
        operators = ["BT"]
        for path, group in groupby(self._places(page), key=itemgetter(0)):
            if self._structure:
                operators.append(self._opening(path, self._structure))
            for _, left, y, placed in group:
                x = self.left + left + placed.x + placed.line.start * placed.size
                operators.append(f"1 0 0 1 {x:.2f} {y:.2f} Tm")
                operators.append(placed.drawing.operators)
                if placed.drawing.characters is not known:
                    known = placed.drawing.characters
                    for face, needed in known.items():
                        characters[face] |= needed
            if self._structure:
                operators.append("EMC")
        operators.append("ET")
        marks = [*self._rules(page.strips), *self._dots(page), *self._rules_at_edges(page)]
        if marks:
            operators += ["/Artifact BMC", *marks, "EMC"]
        return "\n".join(operators), characters

    def link(self, placed: PlacedStrip, bookmark: str, told: str) -> None:
        """Have a line of the contents lead to a bookmark; what is `told` says where to."""
        if self._structure and placed.strip.lines:
            top = self.height_of(placed.top)
            area = (self.left, top - placed.strip.height, self.left + self.width, top)
            path = self._tagger.path(placed.strip, 0, placed.strip.lines[0])
            self._structure.link(path, area, bookmark, told)

    def end_page(self) -> None:
        """Finish the page, whatever was put on it."""
        self._canvas.showPage()
        drawn = self._canvas._doc.Pages.pages[-1]
        drawn.stream = drawn.stream.encode(
            "ascii"
        )  # ReportLab's own codec takes twenty times longer
        drawn.MediaBox = self._box
        if not drawn.XObjects:
            drawn.Resources = self._resources  # one for all, which is written once
        if self._structure:
            self._structure.end_page(self._page)
        self._page += 1

    def finish(self) -> None:
        """Finish the document after its last page."""
        for face, characters in self._characters.items():
            face.font.embed(self._canvas._doc, characters - {"\n"})
        if self._structure:
            self._structure.finish()

    def _places(self, page: Page) -> Iterator[tuple[Path, float, float, PlacedLine]]:
        """Every line in reading order, with its place in the structure (none for what repeats), the
        left edge of its column and its baseline.
        """
        for line in page.header:
            yield (), 0.0, self._top - line.y, line
        for row, placed in enumerate(page.strips):
            known = self._structure and not placed.repeated
            if self._structure and known:
                for cell in self._tagger.cells(placed.strip, (self._page, row)):
                    self._structure.reserve(cell)
            for line in placed.strip.lines:
                path = self._tagger.path(placed.strip, (self._page, row), line) if known else ()
                yield path, placed.left, self.height_of(placed.top + line.y), line
        for top, note in self._notes(page):
            for line in note.lines:
                yield ((("note", note.number), "Note"),), 0.0, self._top - top - line.y, line
        for line in page.folio:
            yield (), 0.0, self._top - line.y, line

    def _notes(self, page: Page) -> Iterator[tuple[float, Strip]]:
        """The notes of a page, each with its top; the last stands at the foot of the text area."""
        top = self._height - sum(note.height for note in page.notes)
        for note in page.notes:
            yield top, note
            top += note.height

    def _rules_at_edges(self, page: Page) -> Iterator[str]:
        for rule in page.edge_rules:
            y, right = self._top - rule.y0, self.left + rule.x1
            yield f"{rule.thickness:g} w {self.left:.2f} {y:.2f} m {right:.2f} {y:.2f} l S"
        for top, _ in islice(self._notes(page), 1):
            y = self._top - top + NOTES_APART / 4
            right = self.left + _RULE_ABOVE_NOTES * self.width
            yield f"{RULE:g} w {self.left:.2f} {y:.2f} m {right:.2f} {y:.2f} l S"

    def _draw_pictures(self, page: Page) -> None:
        """Pictures stand above the text of their page, and are read before it."""
        for placed in page.strips:
            if isinstance(picture := placed.strip.block, Picture):
                width, height = picture.width * MILLIMETRE, picture.height * MILLIMETRE
                free = self.width - width if picture.is_centred else 0.0
                left, foot = self.left + free / 2, self.height_of(placed.top) - height
                path: Path = ((placed.strip.number, "Figure"),)
                if self._structure:
                    mark = self._structure.mark(self._page, path, picture.description)
                    self._canvas._code.append(f"/Figure <</MCID {mark}>> BDC")
                image = ImageReader(BytesIO(picture.data))
                self._canvas.drawImage(image, left, foot, width, height)
                if self._structure:
                    self._canvas._code.append("EMC")

    def _opening(self, path: Path, structure: StructureTree) -> str:
        if not path:
            return "/Artifact <</Type /Pagination>> BDC"
        return f"/{tag(path[-1][1])} <</MCID {structure.mark(self._page, path)}>> BDC"

    def _rules(self, strips: Sequence[PlacedStrip]) -> Iterator[str]:
        for placed in strips:
            for rule in placed.strip.rules:
                x0, x1 = (self.left + placed.left + x for x in (rule.x0, rule.x1))
                y0, y1 = (self.height_of(placed.top + y) for y in (rule.y0, rule.y1))
                line = f"{rule.thickness:g} w {x0:.2f} {y0:.2f} m {x1:.2f} {y1:.2f} l S"
                yield f"q 1 J [0 {rule.pitch:g}] 0 d {line} Q" if rule.pitch else line

    def _dots(self, page: Page) -> Iterator[str]:
        """着重号 as strokes without length and with round ends, so that they are no text."""
        for placed in page.strips:
            for line in placed.strip.lines:
                y = self.height_of(placed.top + line.y) - _DOT_BELOW * line.size
                width = _DOT_DIAMETER * line.size
                for place in line.drawing.dots:
                    x = self.left + placed.left + line.x + place * line.size
                    yield f"q 1 J {width:.2f} w {x:.2f} {y:.2f} m {x:.2f} {y:.2f} l S Q"


def _fitted_to_edges(page: Page, preset: Preset) -> tuple[float, float]:
    """How far everything on a page moves down, and how far apart it is drawn, so that the
    characters of the first and the last line of body text stand at the edges of the text area.
    What reaches farther up or down on this page, such as the frame of a table, is at the edge then.
    """
    body, height = preset.style(Role.BODY), preset.page.text_height * MILLIMETRE
    if not preset.page.edge_to_edge:
        return 0.0, 1.0
    lines = max(2, floor(height / body.leading + 0.01))
    spread = (height - body.size) / (lines - 1) / body.leading
    first, edge = baseline(body), ASCENT * body.size
    marks = list(_marks(page.strips))
    for y, above, _ in marks:
        if edge + spread * (y - first) < above:
            first, edge = y, above
    for y, _, below in marks:
        if edge + spread * (y - first) + below > height and y > first:
            spread = (height - below - edge) / (y - first)
    return edge - spread * first, spread


def _marks(strips: Sequence[PlacedStrip]) -> Iterator[tuple[float, float, float]]:
    """Baselines and rules, and how far each reaches up and down from there; the edges of what has
    neither.
    """
    for placed in strips:
        for line in placed.strip.lines:
            yield placed.top + line.y, ASCENT * line.size, (1 - ASCENT) * line.size
        for rule in placed.strip.rules:
            yield placed.top + rule.y0, rule.thickness / 2, rule.thickness / 2
            yield placed.top + rule.y1, rule.thickness / 2, rule.thickness / 2
        if not (placed.strip.lines or placed.strip.rules):
            yield placed.top, 0.0, 0.0
            yield placed.top + placed.strip.height, 0.0, 0.0
