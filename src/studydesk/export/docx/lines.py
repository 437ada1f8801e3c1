"""Where lines of a DOCX end that no word processor breaks well: those of titles, headings, the
contents and sources. They end where those of the PDF do, by line breaks, which are no characters.
Of flowing text the characters stand closer where it would need a line more than in the PDF.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from studydesk.export.docx.unsqueezed import fit
from studydesk.export.fonts import SpanMaker, printable
from studydesk.export.pdf.blocks import FOR_PAGE_NUMBER
from studydesk.export.pdf.layout import Layout
from studydesk.export.pdf.strips import Strip, place_lines
from studydesk.export.words import costs_of_words
from studydesk.handout.model import ContentsLine, Paragraph, Run, spans
from studydesk.handout.style import MILLIMETRE, NUMBER_ROOM, Alignment, ParagraphStyle, Preset
from studydesk.typeset.balance import balanced
from studydesk.typeset.cells import Span
from studydesk.typeset.galley import Line
from studydesk.typeset.words import ENDS_BADLY

BREAK = "\n"


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of one block: at which of its characters the second and later ones begin, how wide
    the widest of them is where no mark is squeezed, and how much closer its characters stand, all
    in em; how many lines more than in the PDF a word processor needs for it.
    """

    begins: Sequence[int]
    width: float
    closer: float = 0
    more: int = 0

    def cut(self, runs: Sequence[Run]) -> tuple[Run, ...]:
        """The runs with a break where a line ends; what leaves nothing on paper is not counted."""
        if not self.begins:
            return tuple(runs)
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


_CLOSEST = 0.035
"""Em by which characters may stand closer, in place of marks that word processors do not squeeze:
nobody sees it.
"""

_TAKEN_ALONG = 2
"""Lines of a paragraph that go to the next page with what stays with its end."""

_MORE_THAN_HALF, _NEARLY_WHOLE = 0.7, 0.9

_COUNTED = re.compile(r"\d\s?[年月日版期页分人]")
_SHARES = (1.0, 0.95, 0.9)
"""Of the width of a cell, of which one leaves room for marks that are not squeezed."""

WHOLE = Lines((), 0)
"""Those of a block that is left to the word processor."""


def lines_of(layout: Layout, preset: Preset) -> Mapping[int, Lines]:
    """What is to be known of the lines of each block by its number, so that it has as many as in
    the PDF, and they end where those do that no word processor breaks well.
    """
    found: dict[int, list[Strip]] = {}
    blocks: dict[int, Paragraph | ContentsLine] = {}
    for page in layout.pages:
        for placed in page.strips:
            strip, block = placed.strip, placed.strip.block
            if isinstance(block, ContentsLine | Paragraph) and not strip.is_note:
                found.setdefault(strip.number, []).append(strip)
                blocks[strip.number] = block
    return {number: _lines(block, found[number], preset) for number, block in blocks.items()}


def _lines(block: Paragraph | ContentsLine, strips: Sequence[Strip], preset: Preset) -> Lines:
    style = preset.style(block.role)
    if isinstance(block, ContentsLine):
        style = replace(style, right_indent=style.right_indent + FOR_PAGE_NUMBER)
    elif not _has_lines_of_its_own(style):
        wide = spans(block, preset)
        return _flowing(block, strips, style, measure(style, preset, wide=wide))
    lines = (next(each.line for each in strip.lines if not each.is_label) for strip in strips)
    return _made(list(lines), style, preset)


def _flowing(
    block: Paragraph, strips: Sequence[Strip], style: ParagraphStyle, measure: float
) -> Lines:
    """The text as it flows, its characters closer where it needs a line more unsqueezed."""
    if BREAK in block.text:
        return WHOLE
    lines = [each.line for strip in strips for each in strip.lines]
    cells = [cell for line in lines[bool(block.number) :] for cell in line.cells]
    indent = max(style.first_indent, NUMBER_ROOM) if block.number else style.first_indent
    closer, more = fit(cells, measure, indent, len(strips))
    return Lines((), 0, closer, more) if closer or more else WHOLE


def together_with_next(layout: Layout) -> Mapping[int, bool]:
    """The numbers of the blocks that stand on one page with the beginning of the next block:
    whether all of their lines do, or only the last few, which the next block took along.
    """
    pages: dict[int, list[int]] = {}
    for number, page in enumerate(layout.pages):
        for placed in page.strips:
            pages.setdefault(placed.strip.number, []).append(number)
    return {
        number: there[0] == there[-1]
        for number, there in pages.items()
        if (there[0] == there[-1] or there.count(there[-1]) <= _TAKEN_ALONG)
        and there[-1] == pages.get(number + 1, there)[0]
    }


def heads_of_pages(layout: Layout) -> frozenset[int]:
    """The numbers of the blocks that begin a page."""
    firsts = (page.strips[0].strip.number for page in layout.pages if page.strips)
    return frozenset(firsts)


def _has_lines_of_its_own(style: ParagraphStyle) -> bool:
    is_heading = style.outline and style.alignment is Alignment.LEFT
    return bool(is_heading) or style.alignment in {Alignment.CENTRED, Alignment.RIGHT}


def _made(lines: Sequence[Line], style: ParagraphStyle, preset: Preset) -> Lines:
    """The lines as a word processor, which squeezes no mark, has room for them. A single one that
    is too wide has its characters closer, or else becomes two of the same length: a few characters
    would be left on the second.
    """
    most, more = room(style, preset), 0
    width = max(map(_unsqueezed, lines))
    if len(lines) == 1:
        closer = max(0.0, width - most) / max(1, len(lines[0].text))
        if closer <= _CLOSEST:
            return Lines((), width, closer) if width > measure(style, preset) else WHOLE
        lines = _on_two(lines[0], most)
        width = max(map(_unsqueezed, lines))
        more = len(lines) - 1
    begins = list(accumulate(len(line.text) for line in lines))[:-1]
    return Lines(begins, width, more=more) if width <= most else WHOLE


def _on_two(line: Line, most: float) -> Sequence[Line]:
    """The line as two of the same length, or of less equal ones where the first would lead on to
    the second.
    """
    spans = [Span(cell.text, cell.look) for cell in line.cells]
    even = balanced(spans, _MORE_THAN_HALF * most, costs_of_words)
    if max(costs_of_words(line.text)[len(even[0].text) :][:1], default=0) < ENDS_BADLY:
        return even
    return balanced(spans, _NEARLY_WHOLE * most, costs_of_words)


def cell_lines(text: str, style: ParagraphStyle, width: float) -> tuple[str, float]:
    """The text of a cell that is so many points wide, with breaks where its lines end in the PDF
    if there are numbers in it, which a word processor tears from what they count; else by how many
    em its characters stand closer, so that it has as many lines.
    """
    if style.alignment is Alignment.LEFT and _COUNTED.search(text):
        for share in _SHARES:
            lines = _lines_of_cell(text, style, share * width)
            has_room = max(map(_unsqueezed, lines)) * style.size <= width
            if has_room and "".join(line.text for line in lines) == text:
                return BREAK.join(line.text for line in lines), 0
    return text, max(_closer(part, style, width) for part in text.split(BREAK))


def _closer(text: str, style: ParagraphStyle, width: float) -> float:
    lines = _lines_of_cell(text, style, width)
    cells = [cell for line in lines for cell in line.cells]
    return fit(cells, width / style.size, 0, len(lines)).closer


def _lines_of_cell(text: str, style: ParagraphStyle, width: float) -> Sequence[Line]:
    return [each.line for each in place_lines(SpanMaker(), (Run(text),), style, width)]


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


def measure(style: ParagraphStyle, preset: Preset, *, wide: bool = False) -> float:
    """The width of a column, or of the page where a style or a block that is `wide` spans it, in em
    of that style.
    """
    page = preset.page
    width = page.text_width if wide or style.spans else page.column_width
    return width * MILLIMETRE / style.size - style.left_indent - style.right_indent


def left_of(lines: Lines, style: ParagraphStyle, preset: Preset) -> float:
    """Where lines begin of which the widest stands at the right edge, in points."""
    return (room(style, preset) - lines.width) * style.size
