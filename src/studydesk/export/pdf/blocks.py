"""Blocks as strips: paragraphs line by line, tables row by row, places to write in."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest
from math import ceil, floor
from typing import NamedTuple, assert_never

from studydesk.export.fonts import SpanMaker, Substitution
from studydesk.export.pdf.strips import (
    PlacedLine,
    Rule,
    Strip,
    frame,
    place_lines,
    split_label,
    stays_whole,
    stays_with_next,
)
from studydesk.export.pdf.tables import TableSetter
from studydesk.export.progress import Share, unheard
from studydesk.handout.model import (
    AnswerBox,
    AnswerLines,
    Block,
    ContentsLine,
    PageBreak,
    Paragraph,
    Picture,
    Run,
    Table,
    spans,
)
from studydesk.handout.notices import FontUsed
from studydesk.handout.style import (
    CELL_PADDING,
    MILLIMETRE,
    NUMBER_ROOM,
    NUMBER_SIZE,
    RULE,
    WRITING_PITCH,
    Alignment,
    ParagraphStyle,
    Preset,
    Role,
)

_PITCH = WRITING_PITCH * MILLIMETRE
_PADDING = CELL_PADDING * MILLIMETRE

_DOT, _DOTS_APART = 0.9, 4.5
"""Points: the size of the dots that lead to a page number, and the distance between them."""

FOR_PAGE_NUMBER = 3.0
"""Characters at the end of a line of the contents that its text leaves free."""

_MOST_FOR_A_NOTE = 1 / 4
"""Of the height of a page; a longer note follows its paragraph."""

_LONG_SOURCE = 6
"""Lines of a source line from which it may be cut by the end of a page."""

_Printed = Paragraph | Table | AnswerLines | AnswerBox | ContentsLine | Picture


_BLOCKS_AT_ONCE = 8
"""Blocks that are set in a few milliseconds."""

_Likeness = tuple[_Printed, bool, float]
"""A block, whether it is kept with a place to write in, and the width of the column."""


class _Made(NamedTuple):
    """Strips, and the faces that were borrowed from and used for them."""

    strips: Sequence[Strip]
    substitutions: tuple[Substitution, ...]
    used: tuple[FontUsed, ...]


class _Alike:
    """What was made of blocks that are alike, one after the other, as often as they stand in one
    document; `times` is when any was given out last, `document` in which one.
    """

    __slots__ = ("document", "given", "made", "times")

    def __init__(self) -> None:
        self.made: list[_Made] = []
        self.given = self.times = self.document = 0


class StripMaker:
    """Cuts the blocks of a document into strips, in the styles of its preset. Where pages are to be
    known before contents can be written, this is done over again, and strips of blocks that are
    alike are given out again; so they are for the next document, which may be this one edited.
    """

    def __init__(self, preset: Preset) -> None:
        self.fonts = SpanMaker()
        self.preset = self._preset = preset
        self._height = preset.page.text_height * MILLIMETRE
        self._alike: dict[_Likeness, _Alike] = {}
        self._times = self._document = 0
        self._used: dict[tuple[FontUsed, ...], tuple[FontUsed, ...]] = {}
        self._noted: set[int] = set()
        self.share: Share = unheard

    def begin(self) -> None:
        """Begin another document of the same preset: layouts before are no longer valid. What the
        last one did without is forgotten.
        """
        self.fonts = SpanMaker()
        self._noted.clear()
        kept = self._alike.items()
        self._alike = {like: alike for like, alike in kept if alike.document == self._document}
        self._document += 1

    def strips(self, blocks: Iterable[Block]) -> Iterator[Strip]:
        """All strips of a document; spaces between blocks are the sum of what both ask for."""
        self._times += 1
        below, begins_page = 0.0, False
        blocks = list(blocks)
        for number, (block, following) in enumerate(zip_longest(blocks, blocks[1:])):
            if number % _BLOCKS_AT_ONCE == 0:
                self.share(number / len(blocks))
            if isinstance(block, PageBreak):
                begins_page = True
                continue
            wide = spans(block, self._preset)
            strips = self._made_before(block, following, self._width(wide=wide))
            if not strips:
                continue
            space = self._space_above(block) + below
            strips[0].space, strips[0].begins_page = space, begins_page
            for strip in strips:
                strip.number, strip.spans = number, wide
                for note in strip.notes:
                    note.number = number
            yield from strips
            below, begins_page = self._space_below(block), False

    def number(self, strips: Sequence[Strip], line: ContentsLine) -> None:
        """Make strips of a line of the contents those of the same line with another page number;
        they stay where they stand.
        """
        width = self._width(wide=spans(line, self._preset))
        for strip, numbered in zip(strips, self._made_before(line, None, width), strict=True):
            strip.block, strip.lines, strip.rules = line, numbered.lines, numbered.rules
            strip.is_wide = None

    def _width(self, *, wide: bool) -> float:
        page = self._preset.page
        return (page.text_width if wide else page.column_width) * MILLIMETRE

    def _made_before(
        self, block: _Printed, following: Block | None, width: float
    ) -> Sequence[Strip]:
        """The strips of a block, made before or now."""
        to_write_in = isinstance(following, AnswerLines | AnswerBox)
        like = block, to_write_in, width
        alike = self._alike.get(like)
        if alike is None:
            alike = self._alike[like] = _Alike()
        if alike.times < self._times:
            alike.times, alike.document, alike.given = self._times, self._document, 0
        if alike.given == len(alike.made):
            told, self.fonts = self.fonts, SpanMaker()
            strips = self._strips_of(block, width, to_write_in=to_write_in)
            used = self._used.setdefault(self.fonts.used, self.fonts.used)
            alike.made.append(_Made(strips, self.fonts.substitutions, used))
            self.fonts = told
        made = alike.made[alike.given]
        alike.given += 1
        if made.substitutions or id(made.used) not in self._noted:
            self._noted.add(id(made.used))
            self.fonts.note(made.substitutions, made.used)
        return made.strips

    def _strips_of(self, block: _Printed, width: float, *, to_write_in: bool) -> Sequence[Strip]:
        match block:
            case Paragraph():
                return self._paragraph(block, width, to_write_in=to_write_in)
            case Table():
                return TableSetter(block, self._preset, self.fonts, width).strips()
            case AnswerLines():
                return self._answer_lines(block, width)
            case AnswerBox():
                return self._answer_box(block, width)
            case ContentsLine():
                return self._contents_line(block, width)
            case Picture():
                return [Strip(block, block.height * MILLIMETRE, joined=True)]
            case _:
                assert_never(block)

    def _space_above(self, block: _Printed) -> float:
        match block:
            case Paragraph() | ContentsLine():
                return self._preset.style(block.role).space_before
            case Table():
                return self._preset.table_gap
            case AnswerBox():
                return _PADDING
            case AnswerLines() | Picture():
                return 0.0
            case _:
                assert_never(block)

    def _space_below(self, block: _Printed) -> float:
        if isinstance(block, Paragraph | ContentsLine):
            return self._preset.style(block.role).space_after
        return self._preset.table_gap

    # --- paragraphs ------------------------------------------------------------------------

    def _paragraph(self, block: Paragraph, width: float, *, to_write_in: bool) -> list[Strip]:
        style = self._preset.style(block.role)
        if block.number:
            style = replace(style, first_indent=max(style.first_indent, NUMBER_ROOM))
        lines = place_lines(self.fonts, block.runs, style, width)
        keeps = block.keep_with_next or to_write_in
        last = len(lines) - 1
        is_whole = block.role is Role.SOURCE_LINE and last < _LONG_SOURCE
        strips = [
            Strip(
                block,
                style.leading,
                (line,),
                joined=style.keep_with_next
                or (is_whole and place < last)
                or stays_with_next(place, len(lines))
                or (keeps and place == last),
            )
            for place, line in enumerate(lines)
        ]
        if style.rule_below:
            foot = Rule(0, style.leading, width, style.leading, style.rule_below)
            strips[-1] = replace(strips[-1], rules=(foot,))
        if block.number:
            strips[0].lines = (self._paragraph_number(block.number, style, lines[0]), *lines[:1])
        elif block.label:
            strips[0].lines = split_label(lines[0], block.label)
        if block.note:
            notes = self._note(block, width)
            if sum(note.height for note in notes) > _MOST_FOR_A_NOTE * self._height:
                return [*strips, *notes]
            strips[-1].notes = notes
        return strips

    def _paragraph_number(
        self, number: int, style: ParagraphStyle, first: PlacedLine
    ) -> PlacedLine:
        """段号: at the left edge, on the baseline of the first line."""
        small = replace(
            style,
            typeface=self._preset.style(Role.HEADING_3).typeface,
            size=NUMBER_SIZE * style.size,
            alignment=Alignment.LEFT,
            first_indent=0,
            left_indent=style.left_indent / NUMBER_SIZE,
            right_indent=0,
        )
        run = Run(str(number), bold=True)
        line, *_ = place_lines(self.fonts, (run,), small, self._width(wide=True))
        return replace(line, y=first.y, is_label=True)

    def _note(self, block: Paragraph, width: float) -> tuple[Strip, ...]:
        style = self._preset.style(Role.FOOTNOTE)
        lines = place_lines(self.fonts, (Run(block.note),), style, width)
        return tuple(Strip(block, style.leading, (line,), is_note=True) for line in lines)

    def _contents_line(self, block: ContentsLine, width: float) -> list[Strip]:
        """A heading, and at the end of its last line dots and the page number."""
        style = self._preset.style(block.role)
        text = (Run(block.text),)
        free = replace(
            style,
            right_indent=style.right_indent + FOR_PAGE_NUMBER,
            outline=block.level,  # its lines end between words, as those of the heading
        )
        lines = place_lines(self.fonts, text, free, width)
        flush = replace(style, alignment=Alignment.RIGHT, left_indent=0)
        (number,) = place_lines(self.fonts, (Run(str(block.page)),), flush, width)
        strips = [Strip(block, style.leading, (line,), joined=True) for line in lines]
        last = lines[-1]
        begin = last.x + (last.line.end + 0.5) * style.size
        end = number.x + (number.line.start - 0.5) * style.size
        dots = Rule(
            ceil(begin / _DOTS_APART) * _DOTS_APART,
            last.y - 0.3 * style.size,
            floor(end / _DOTS_APART) * _DOTS_APART,
            last.y - 0.3 * style.size,
            _DOT,
            _DOTS_APART,
        )
        rules = (dots,) if dots.x1 > dots.x0 else ()
        strips[-1] = Strip(block, style.leading, (last, number), rules)
        return strips

    # --- places to write in ----------------------------------------------------------------

    def _answer_lines(self, block: AnswerLines, width: float) -> list[Strip]:
        rule = Rule(0, _PITCH - RULE / 2, width, _PITCH - RULE / 2)
        last = block.lines - 1
        whole = stays_whole(block.lines, self._preset)
        return [
            Strip(
                block,
                _PITCH,
                rules=(rule,),
                joined=(whole and place < last) or stays_with_next(place, block.lines),
            )
            for place in range(block.lines)
        ]

    def _answer_box(self, block: AnswerBox, width: float) -> list[Strip]:
        """One frame; a box taller than a page becomes several of equal height."""
        most = int(self._height // _PITCH)
        boxes = max(1, -(-block.lines // most))
        height = block.lines * _PITCH / boxes
        rules = tuple(frame([width], height))
        return [Strip(block, height, rules=rules) for _ in range(boxes)]
