"""Blocks as strips: what stands side by side on a page and is never cut, from top to bottom.

Points throughout; y runs downwards from the top of the strip, x from the left of the text area.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import assert_never

from studydesk.export.fonts import SpanMaker
from studydesk.handout.model import (
    AnswerBox,
    AnswerLines,
    Block,
    PageBreak,
    Paragraph,
    Run,
    Table,
)
from studydesk.handout.style import (
    CELL_PADDING,
    RULE,
    WRITING_PITCH,
    Alignment,
    ParagraphStyle,
    Preset,
    Role,
)
from studydesk.typeset.balance import balanced
from studydesk.typeset.compose import justified, ragged
from studydesk.typeset.galley import Line

MILLIMETRE = 72 / 25.4
_PITCH = WRITING_PITCH * MILLIMETRE
_PADDING = CELL_PADDING * MILLIMETRE
_FEWEST_TOGETHER = 2
"""Lines of a paragraph, and lines to write on, that stay together on either side of a page end."""


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A composed line: left edge, baseline, size, and the column of a table it stands in."""

    line: Line
    x: float
    y: float
    size: float
    column: int = 0


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line of this thickness."""

    x0: float
    y0: float
    x1: float
    y1: float
    thickness: float = RULE


@dataclass(frozen=True, slots=True)
class Strip:
    """The least that moves from page to page. `number` counts the blocks of the document from 0.
    `space` above a strip is dropped at the top of a page; a `joined` strip stays on the page of
    the next; `head` is repeated above the strip where it begins a page.
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


class StripMaker:
    """Cuts the blocks of a document into strips, in the styles of its preset."""

    def __init__(self, preset: Preset, fonts: SpanMaker) -> None:
        self._preset = preset
        self._fonts = fonts
        self._width = preset.page.text_width * MILLIMETRE
        self._height = preset.page.text_height * MILLIMETRE

    def strips(self, blocks: Iterable[Block]) -> Iterator[Strip]:
        """All strips of a document; spaces between blocks are the sum of what both ask for."""
        below, begins_page = 0.0, False
        for number, (block, following) in enumerate(_with_next(blocks)):
            strips = self._strips_of(block, following)
            if not strips:
                begins_page = True
                continue
            space = self._space_above(block) + below
            yield replace(strips[0], number=number, space=space, begins_page=begins_page)
            yield from (replace(strip, number=number) for strip in strips[1:])
            below, begins_page = self._space_below(block), False

    def _strips_of(self, block: Block, following: Block | None) -> Sequence[Strip]:
        match block:
            case Paragraph():
                return self._paragraph(block, following)
            case Table():
                return self._table(block)
            case AnswerLines():
                return self._answer_lines(block)
            case AnswerBox():
                return self._answer_box(block)
            case PageBreak():
                return ()
            case _:
                assert_never(block)

    def _space_above(self, block: Block) -> float:
        match block:
            case Paragraph():
                return self._preset.style(block.role).space_before
            case Table():
                return self._half_line()
            case AnswerBox():
                return _PADDING
            case _:
                return 0.0

    def _space_below(self, block: Block) -> float:
        if isinstance(block, Paragraph):
            return self._preset.style(block.role).space_after
        return self._half_line()

    def _half_line(self) -> float:
        return self._preset.style(Role.BODY).leading / 2

    # --- paragraphs ------------------------------------------------------------------------

    def _paragraph(self, block: Paragraph, following: Block | None) -> list[Strip]:
        style = self._preset.style(block.role)
        lines = place_lines(self._fonts, block.runs, style, self._width)
        keeps = block.keep_with_next or isinstance(following, AnswerLines | AnswerBox)
        last = len(lines) - 1
        strips = [
            Strip(
                block,
                style.leading,
                (replace(line, y=baseline(style)),),
                joined=style.keep_with_next
                or _stays_with_next(place, len(lines))
                or (keeps and place == last),
            )
            for place, line in enumerate(lines)
        ]
        if style.rule_below:
            foot = Rule(0, style.leading, self._width, style.leading, style.rule_below)
            strips[-1] = replace(strips[-1], rules=(foot,))
        return strips

    # --- tables ----------------------------------------------------------------------------

    def _table(self, block: Table) -> list[Strip]:
        columns = len(block.widths)
        head: tuple[Strip, ...] = ()
        room = self._height
        if block.header:
            rows = self._row(block, block.header, [Role.TABLE_HEAD] * columns, 0, room / 2)
            head = tuple(replace(strip, joined=True) for strip in rows)
            room -= sum(strip.height for strip in head)
        roles = [block.role(column) for column in range(columns)]
        body = [
            replace(strip, head=head)
            for number, row in enumerate(block.rows)
            for strip in self._row(block, row, roles, block.height(number) * MILLIMETRE, room)
        ]
        return [*head, *body]

    def _row(
        self, block: Table, texts: Sequence[str], roles: Sequence[Role], least: float, room: float
    ) -> list[Strip]:
        """A row at least this high as one strip; as more only where an empty page has no room
        for it.
        """
        widths = [share * self._width for share in block.widths]
        styles = [self._preset.style(role) for role in roles]
        columns = [
            place_lines(self._fonts, (Run(text),), style, width - 2 * _PADDING)
            for text, style, width in zip(texts, styles, widths, strict=True)
        ]
        most = max(1, int((room - 2 * _PADDING) // max(style.leading for style in styles)))
        tallest = max(map(len, columns))
        return [
            self._row_part(block, [lines[first : first + most] for lines in columns], styles, least)
            for first in range(0, tallest, most)
        ]

    def _row_part(
        self,
        block: Table,
        columns: Sequence[Sequence[PlacedLine]],
        styles: Sequence[ParagraphStyle],
        least: float,
    ) -> Strip:
        widths = [share * self._width for share in block.widths]
        heights = [
            len(column) * style.leading for column, style in zip(columns, styles, strict=True)
        ]
        height = max(least, max(heights) + 2 * _PADDING)
        lines: list[PlacedLine] = []
        left = _PADDING
        for number, column in enumerate(columns):
            style = styles[number]
            top = (height - heights[number]) / 2 + baseline(style)
            lines += (
                replace(placed, x=placed.x + left, y=top + style.leading * place, column=number)
                for place, placed in enumerate(column)
            )
            left += widths[number]
        return Strip(block, height, tuple(lines), tuple(_grid(widths, height)))

    # --- places to write in ----------------------------------------------------------------

    def _answer_lines(self, block: AnswerLines) -> list[Strip]:
        rule = Rule(0, _PITCH - RULE / 2, self._width, _PITCH - RULE / 2)
        return [
            Strip(block, _PITCH, rules=(rule,), joined=_stays_with_next(place, block.lines))
            for place in range(block.lines)
        ]

    def _answer_box(self, block: AnswerBox) -> list[Strip]:
        """One frame; a box taller than a page becomes several of equal height."""
        most = int(self._height // _PITCH)
        boxes = max(1, -(-block.lines // most))
        height = block.lines * _PITCH / boxes
        rules = tuple(_grid([self._width], height))
        return [Strip(block, height, rules=rules)] * boxes


def place_lines(
    fonts: SpanMaker, runs: Iterable[Run], style: ParagraphStyle, width: float
) -> list[PlacedLine]:
    """The composed lines of a paragraph in a column of this width; y is left to the caller."""
    size = style.size
    measure = width / size - style.left_indent - style.right_indent
    spans = fonts.spans(runs, style.typeface)
    match style.alignment:
        case Alignment.JUSTIFIED:
            lines = justified(spans, measure, style.first_indent)
        case Alignment.CENTRED:
            lines = balanced(spans, measure)
        case Alignment.LEFT | Alignment.RIGHT:
            lines = ragged(spans, measure, style.first_indent)
        case _:
            assert_never(style.alignment)
    return [
        PlacedLine(line, size * (style.left_indent + _offset(line, measure, style)), 0.0, size)
        for line in lines
    ]


def _offset(line: Line, measure: float, style: ParagraphStyle) -> float:
    if style.alignment is Alignment.CENTRED:
        return (measure - line.end) / 2
    return measure - line.end if style.alignment is Alignment.RIGHT else 0.0


def baseline(style: ParagraphStyle) -> float:
    """Where the baseline runs in a line: the em square, which goes 0.12 em below the baseline,
    stands in the middle of the leading.
    """
    return style.leading / 2 + 0.38 * style.size


def _stays_with_next(place: int, count: int) -> bool:
    """No widows and no orphans: the first two and the last two lines stay together."""
    return place < count - 1 and (place < _FEWEST_TOGETHER - 1 or place >= count - _FEWEST_TOGETHER)


def _grid(widths: Sequence[float], height: float) -> Iterator[Rule]:
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


def _with_next(blocks: Iterable[Block]) -> Iterator[tuple[Block, Block | None]]:
    blocks = list(blocks)
    return zip_longest(blocks, blocks[1:])
