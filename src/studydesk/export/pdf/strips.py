"""Strips: what stands side by side on a page and is never cut, and the lines within.

Points throughout; y runs downwards from the top of the strip, x from the left of the text area.
"""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from math import ceil
from typing import assert_never

from studydesk.export.caching import BoundedCache, Numbers
from studydesk.export.fonts import SpanMaker, Substitution
from studydesk.export.pdf.text import Drawing, draw, redrawn
from studydesk.export.words import costs_of_words
from studydesk.handout.model import Block, Run, Table
from studydesk.handout.notices import FontUsed
from studydesk.handout.style import (
    CELL_PADDING,
    MILLIMETRE,
    RULE,
    WRITING_PITCH,
    Alignment,
    Breaking,
    LineEnd,
    ParagraphStyle,
    Preset,
)
from studydesk.typeset.balance import balanced
from studydesk.typeset.cells import Span
from studydesk.typeset.compose import justified, ragged
from studydesk.typeset.galley import Line

ASCENT = 0.88
"""How far the em square rises above the baseline."""
_FEWEST_LINES, _FEWEST_ROWS = 2, 3
"""Lines or rows that stay together on either side of a page end."""
_MOST_TO_WRITE_ON = 0.5
"""Of the height of a page; lines to answer on that take more may go on to the next one."""
_SHORT_TABLE = 0.4
"""Of the height of a page; a table that takes no more is not parted."""


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A composed line: left edge, baseline, size, how it is drawn, the column of a table it stands
    in, and whether it is the number of a paragraph or of an item of a list.
    """

    line: Line
    x: float
    y: float
    size: float
    drawing: Drawing
    column: int = 0
    is_label: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line of this thickness; with a `pitch`, dots at this distance instead."""

    x0: float
    y0: float
    x1: float
    y1: float
    thickness: float = RULE
    pitch: float = 0


@dataclass(slots=True, eq=False)
class Strip:
    """The least that moves from page to page. `number` counts the blocks of the document from 0.
    `space` above a strip is dropped at the top of a page; a `joined` strip stays on the page of
    the next; `head` is repeated above the strip where it begins a page or column; where the page
    has columns, a strip that `spans` stands across all of them. `notes` stand at the foot of the
    strip's page; a strip that `is_note` is one that was too long for that. Whether it `is_wide`,
    wider than its column, is None as long as nobody looked.
    """

    block: Block
    height: float
    lines: tuple[PlacedLine, ...] = ()
    rules: tuple[Rule, ...] = ()
    space: float = 0
    joined: bool = False
    begins_page: bool = False
    head: tuple["Strip", ...] = ()
    number: int = 0
    spans: bool = False
    notes: tuple["Strip", ...] = ()
    is_note: bool = False
    is_wide: bool | None = None


def place_lines(
    fonts: SpanMaker, runs: tuple[Run, ...], style: ParagraphStyle, width: float
) -> Sequence[PlacedLine]:
    """The composed lines of a paragraph in a column of this width, each with its baseline in a line
    of its own. What was composed before is not composed again.
    """
    key = (_STYLES.of(style), width, *((run.text, _look(run)) for run in runs))
    placed = _PARAGRAPHS.get(key)
    if placed is None:
        placed = _composed(runs, style, width)
        _PARAGRAPHS.keep(key, placed, sum(len(run.text) for run in runs))
    fonts.note(placed.substitutions, placed.used)
    return placed.lines


@dataclass(frozen=True, slots=True)
class _Composed:
    lines: tuple[PlacedLine, ...]
    substitutions: tuple[Substitution, ...]
    used: tuple[FontUsed, ...]


_PARAGRAPHS: BoundedCache[Hashable, _Composed] = BoundedCache(1_000_000)
"""Composed paragraphs, up to this many characters: ten times a packet of 200 pages."""
_STYLES: Numbers[ParagraphStyle] = Numbers()


def _look(run: Run) -> int:
    return run.bold | run.dotted << 1 | run.raised << 2


def _composed(runs: tuple[Run, ...], style: ParagraphStyle, width: float) -> _Composed:
    size = style.size
    measure = width / size - style.left_indent - style.right_indent
    fonts = SpanMaker()
    spans = fonts.spans(runs, style.typeface)
    if style.alignment is Alignment.RIGHT:
        style, measure = _on_one_line(spans, style, measure)
    match style.alignment:
        case Alignment.JUSTIFIED:
            lines = justified(
                spans,
                measure,
                style.first_indent,
                total_fit=style.breaking is Breaking.TOTAL_FIT,
                hanging=style.line_end is LineEnd.HANGING,
            )
        case Alignment.CENTRED | Alignment.RIGHT:
            # a title, which stays with what it heads, and a source may take a line more
            may_add_line = style.keep_with_next or style.alignment is Alignment.RIGHT
            lines = balanced(spans, measure, costs_of_words, may_add_line=may_add_line)
        case Alignment.LEFT:
            costs = costs_of_words if style.outline else None
            lines = ragged(spans, measure, style.first_indent, costs)
        case _:
            assert_never(style.alignment)
    widest = max(line.end for line in lines)
    placed = (
        PlacedLine(
            line,
            size * (style.left_indent + _offset(line, widest, measure, style)),
            baseline(style),
            size,
            drawing,
        )
        for line, drawing in zip(lines, draw(spans, lines, size), strict=True)
    )
    return _Composed(tuple(placed), fonts.substitutions, fonts.used)


def _on_one_line(
    spans: Sequence[Span], style: ParagraphStyle, measure: float
) -> tuple[ParagraphStyle, float]:
    """The style without its left indent, and the measure with it, where a text that stands right
    has room on one line only so.
    """
    wider = measure + style.left_indent
    is_one = len(ragged(spans, measure)) > 1 == len(ragged(spans, wider))
    return (replace(style, left_indent=0), wider) if is_one else (style, measure)


def split_label(placed: PlacedLine, characters: int) -> tuple[PlacedLine, ...]:
    """The first so many characters of a line as a label, and what follows it."""
    line = placed.line
    ends = accumulate(len(cell.text) for cell in line.cells)
    at = next((n for n, end in enumerate(ends, start=1) if end >= characters), 0)
    if not 0 < at < len(line.cells):
        return (placed,)
    places = list(line.positions())
    label = Line(line.cells[:at], line.spaces[:at], line.start, places[at])
    rest = Line(line.cells[at:], line.spaces[at:], places[at], line.end)
    return (
        replace(
            placed, line=label, drawing=redrawn(placed.drawing, label, placed.size), is_label=True
        ),
        replace(placed, line=rest, drawing=redrawn(placed.drawing, rest, placed.size)),
    )


def _offset(line: Line, widest: float, measure: float, style: ParagraphStyle) -> float:
    """Where a line begins. Of several that stand right the widest is flush; all begin there."""
    if style.alignment is Alignment.CENTRED:
        return (measure - line.end) / 2
    return measure - widest if style.alignment is Alignment.RIGHT else 0.0


def baseline(style: ParagraphStyle) -> float:
    """Where the baseline runs in a line: the em square stands in the middle of the leading."""
    return style.leading / 2 + (ASCENT - 0.5) * style.size


def stays_with_next(place: int, count: int, fewest: int = _FEWEST_LINES) -> bool:
    """No widows and no orphans: the first two and the last two lines stay together."""
    return place < count - 1 and (place < fewest - 1 or place >= count - fewest)


def stays_whole(lines: int, preset: Preset) -> bool:
    """Whether so many lines to answer on stay on one page."""
    return lines * WRITING_PITCH <= _MOST_TO_WRITE_ON * preset.page.text_height


def rows_stay_with_next(block: Table, preset: Preset) -> list[bool]:
    """For each body row of a table, whether it stays on the page of the next one: all of a short
    table do, and the first three and the last three of every other; and of one that is kept with
    the next block, whose last row stays on the page of that.
    """
    count, page = len(block.rows), preset.page
    if block.keep_with_next:
        return [*(stays_with_next(at, count, _FEWEST_ROWS) for at in range(count - 1)), True]
    if page.columns == 1 or block.spans:
        rows = (_height_of_row(block, row, preset) for row in range(count))
        if sum(rows, start=WRITING_PITCH) <= _SHORT_TABLE * page.text_height:
            return [place < count - 1 for place in range(count)]
    return [stays_with_next(place, count, _FEWEST_ROWS) for place in range(count)]


def _height_of_row(block: Table, row: int, preset: Preset) -> float:
    """Millimetres that a body row of a table takes across the page, counted by its characters."""
    highest = block.height(row)
    for column, text in enumerate(block.rows[row]):
        style = preset.style(block.role(column))
        room = block.widths[column] * preset.page.text_width - 2 * CELL_PADDING
        lines = ceil(len(text) * style.size / MILLIMETRE / max(room, 1))
        highest = max(highest, lines * style.leading / MILLIMETRE + 2 * CELL_PADDING)
    return highest


def frame(widths: Sequence[float], height: float) -> Iterator[Rule]:
    """The frame of a row and the rules between its cells; rows share the rule where they meet."""
    right = sum(widths)
    for y in (0, height):
        yield Rule(0, y, right, y)
    x = 0.0
    yield Rule(RULE / 2, 0, RULE / 2, height)
    for width in widths[:-1]:
        x += width
        yield Rule(x, 0, x, height)
    yield Rule(right - RULE / 2, 0, right - RULE / 2, height)
