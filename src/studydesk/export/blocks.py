"""Blocks as strips: paragraphs line by line, tables row by row, places to write in."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import assert_never

from studydesk.export.fonts import SpanMaker
from studydesk.export.strips import (
    MILLIMETRE,
    Rule,
    Strip,
    frame,
    place_lines,
    stays_with_next,
)
from studydesk.export.tables import TableSetter
from studydesk.handout.model import (
    AnswerBox,
    AnswerLines,
    Block,
    PageBreak,
    Paragraph,
    Table,
)
from studydesk.handout.style import CELL_PADDING, RULE, WRITING_PITCH, Preset

_PITCH = WRITING_PITCH * MILLIMETRE
_PADDING = CELL_PADDING * MILLIMETRE

_Printed = Paragraph | Table | AnswerLines | AnswerBox


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
            if isinstance(block, PageBreak):
                begins_page = True
                continue
            strips = self._strips_of(block, following)
            if not strips:
                continue
            space = self._space_above(block) + below
            yield replace(strips[0], number=number, space=space, begins_page=begins_page)
            yield from (replace(strip, number=number) for strip in strips[1:])
            below, begins_page = self._space_below(block), False

    def _strips_of(self, block: _Printed, following: Block | None) -> Sequence[Strip]:
        match block:
            case Paragraph():
                return self._paragraph(block, following)
            case Table():
                return TableSetter(block, self._preset, self._fonts).strips()
            case AnswerLines():
                return self._answer_lines(block)
            case AnswerBox():
                return self._answer_box(block)
            case _:
                assert_never(block)

    def _space_above(self, block: _Printed) -> float:
        match block:
            case Paragraph():
                return self._preset.style(block.role).space_before
            case Table():
                return self._preset.table_gap
            case AnswerBox():
                return _PADDING
            case AnswerLines():
                return 0.0
            case _:
                assert_never(block)

    def _space_below(self, block: _Printed) -> float:
        if isinstance(block, Paragraph):
            return self._preset.style(block.role).space_after
        return self._preset.table_gap

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
                (line,),
                joined=style.keep_with_next
                or stays_with_next(place, len(lines))
                or (keeps and place == last),
            )
            for place, line in enumerate(lines)
        ]
        if style.rule_below:
            foot = Rule(0, style.leading, self._width, style.leading, style.rule_below)
            strips[-1] = replace(strips[-1], rules=(foot,))
        return strips

    # --- places to write in ----------------------------------------------------------------

    def _answer_lines(self, block: AnswerLines) -> list[Strip]:
        rule = Rule(0, _PITCH - RULE / 2, self._width, _PITCH - RULE / 2)
        return [
            Strip(block, _PITCH, rules=(rule,), joined=stays_with_next(place, block.lines))
            for place in range(block.lines)
        ]

    def _answer_box(self, block: AnswerBox) -> list[Strip]:
        """One frame; a box taller than a page becomes several of equal height."""
        most = int(self._height // _PITCH)
        boxes = max(1, -(-block.lines // most))
        height = block.lines * _PITCH / boxes
        rules = tuple(frame([self._width], height))
        return [Strip(block, height, rules=rules)] * boxes


def _with_next(blocks: Iterable[Block]) -> Iterator[tuple[Block, Block | None]]:
    blocks = list(blocks)
    return zip_longest(blocks, blocks[1:])
