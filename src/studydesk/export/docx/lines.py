"""Where lines of a DOCX end that no word processor breaks well: those of titles, of the contents
and of sources. They end where those of the PDF do, by line breaks, which are no characters.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from studydesk.export.pdf.layout import Layout
from studydesk.handout.model import ContentsLine, Paragraph, Run
from studydesk.handout.style import MILLIMETRE, Alignment, ParagraphStyle, Preset
from studydesk.typeset.galley import Line

BREAK = "\n"


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of one block: at which of its characters the second and later ones begin, and how
    wide the widest of them is where no mark is squeezed, in em.
    """

    begins: Sequence[int]
    width: float

    def cut(self, runs: Sequence[Run]) -> tuple[Run, ...]:
        """The runs with a break where a line ends."""
        cut, place = [], 0
        for run in runs:
            end = place + len(run.text)
            edges = [place, *(at for at in self.begins if place < at < end), end]
            pieces = [run.text[first - place : last - place] for first, last in pairwise(edges)]
            lead = BREAK if place in self.begins else ""
            cut.append(replace(run, text=lead + BREAK.join(pieces)))
            place = end
        return tuple(cut)


WHOLE = Lines((), 0)
"""Those of a block that is left to the word processor."""


def lines_of(layout: Layout, preset: Preset) -> Mapping[int, Lines]:
    """The lines of every block whose lines are to end where they do in the PDF, by its number."""
    found: dict[int, list[Line]] = {}
    styles: dict[int, ParagraphStyle] = {}
    for page in layout.pages:
        for placed in page.strips:
            strip, block = placed.strip, placed.strip.block
            if isinstance(block, ContentsLine) or (
                isinstance(block, Paragraph)
                and preset.style(block.role).alignment in {Alignment.CENTRED, Alignment.RIGHT}
            ):
                found.setdefault(strip.number, []).append(strip.lines[0].line)
                styles[strip.number] = preset.style(block.role)
    return {
        number: set_lines
        for number, lines in found.items()
        if len(lines) > 1 and (set_lines := _lines(lines)).width <= room(styles[number], preset)
    }


def _lines(lines: Sequence[Line]) -> Lines:
    begins = list(accumulate(len(line.text) for line in lines))[:-1]
    return Lines(begins, max(map(_unsqueezed, lines)))


def _unsqueezed(line: Line) -> float:
    return sum(
        cell.advance + max(0.0, space) for cell, space in zip(line.cells, line.spaces, strict=True)
    )


def room(style: ParagraphStyle, preset: Preset) -> float:
    """The width of a column, or of the page where a style spans it, in em of that style."""
    page = preset.page
    width = page.text_width if style.spans else page.column_width
    return width * MILLIMETRE / style.size - style.left_indent - style.right_indent


def left_of(lines: Lines, style: ParagraphStyle, preset: Preset) -> float:
    """Where lines begin of which the widest stands at the right edge, in points."""
    return (style.left_indent + room(style, preset) - lines.width) * style.size
