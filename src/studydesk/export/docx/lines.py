"""Where lines of a DOCX end that no word processor breaks well: those of titles, headings, the
contents and sources. They end where those of the PDF do, by line breaks, which are no characters.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from studydesk.export.fonts import printable
from studydesk.export.pdf.layout import Layout
from studydesk.export.words import costs_of_words
from studydesk.handout.model import ContentsLine, Paragraph, Run
from studydesk.handout.style import MILLIMETRE, Alignment, ParagraphStyle, Preset
from studydesk.typeset.balance import balanced
from studydesk.typeset.cells import Span
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
        """The runs with a break where a line ends; what leaves nothing on paper is not counted."""
        text = "".join(run.text for run in runs)
        printed = (at for at, character in enumerate(text) if [*printable(character)])
        begins = [at for number, at in enumerate(printed) if number in self.begins]
        cut, place = [], 0
        for run in runs:
            end = place + len(run.text)
            edges = [place, *(at for at in begins if place < at < end), end]
            pieces = [run.text[first - place : last - place] for first, last in pairwise(edges)]
            lead = BREAK if place in begins else ""
            cut.append(replace(run, text=lead + BREAK.join(pieces)))
            place = end
        return tuple(cut)


_AT_THE_EDGES = 1.0
"""Em that the brackets around a line give, which word processors squeeze, too."""

_MORE_THAN_HALF = 0.7

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
                isinstance(block, Paragraph) and _has_lines_of_its_own(preset.style(block.role))
            ):
                found.setdefault(strip.number, []).append(strip.lines[0].line)
                styles[strip.number] = preset.style(block.role)
    made = {
        number: _lines(_parted(lines, styles[number], preset)) for number, lines in found.items()
    }
    return {number: each for number, each in made.items() if _matters(each, styles[number], preset)}


def _matters(lines: Lines, style: ParagraphStyle, preset: Preset) -> bool:
    """Whether there are several lines, which have room, or one that has none beside its indent."""
    if lines.begins:
        return lines.width <= room(style, preset)
    return lines.width > measure(style, preset)


def _has_lines_of_its_own(style: ParagraphStyle) -> bool:
    is_heading = style.outline and style.alignment is Alignment.LEFT
    return bool(is_heading) or style.alignment in {Alignment.CENTRED, Alignment.RIGHT}


def _parted(lines: Sequence[Line], style: ParagraphStyle, preset: Preset) -> Sequence[Line]:
    """The lines; of one that has room only where its marks are squeezed two of the same length,
    for word processors, which squeeze fewer, would leave a few characters on the second.
    """
    most = room(style, preset)
    if len(lines) > 1 or _unsqueezed(lines[0]) - _AT_THE_EDGES <= most:
        return lines
    spans = (Span(cell.text, cell.look) for cell in lines[0].cells)
    return balanced(spans, _MORE_THAN_HALF * most, costs_of_words)


def _lines(lines: Sequence[Line]) -> Lines:
    begins = list(accumulate(len(line.text) for line in lines))[:-1]
    return Lines(begins, max(map(_unsqueezed, lines)))


def _unsqueezed(line: Line) -> float:
    return sum(
        cell.advance + max(0.0, space) for cell, space in zip(line.cells, line.spaces, strict=True)
    )


def room(style: ParagraphStyle, preset: Preset) -> float:
    """The widest that a line may be: the measure, to which a text that stands right, and has room
    on one line only so, adds the indent at its left.
    """
    indent = style.left_indent if style.alignment is Alignment.RIGHT else 0
    return measure(style, preset) + indent


def measure(style: ParagraphStyle, preset: Preset) -> float:
    """The width of a column, or of the page where a style spans it, in em of that style."""
    page = preset.page
    width = page.text_width if style.spans else page.column_width
    return width * MILLIMETRE / style.size - style.left_indent - style.right_indent


def left_of(lines: Lines, style: ParagraphStyle, preset: Preset) -> float:
    """Where lines begin of which the widest stands at the right edge, in points."""
    return (room(style, preset) - lines.width) * style.size
