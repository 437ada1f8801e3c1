"""Tables as strips: a row never splits, and the head is repeated on every page."""

from collections.abc import Sequence
from dataclasses import replace

from studydesk.export.fonts import SpanMaker
from studydesk.export.pdf.strips import (
    PlacedLine,
    Strip,
    frame,
    place_lines,
    rows_stay_with_next,
)
from studydesk.handout.model import Run, Table
from studydesk.handout.style import CELL_PADDING, MILLIMETRE, ParagraphStyle, Preset, Role

_PADDING = CELL_PADDING * MILLIMETRE


class TableSetter:
    """Sets one table in the styles of a preset, this wide in points."""

    def __init__(self, block: Table, preset: Preset, fonts: SpanMaker, width: float) -> None:
        self._block = block
        self._preset = preset
        self._fonts = fonts
        self._widths = [share * width for share in block.widths]
        self._widest = [self._widest_number(column) for column in range(len(block.widths))]

    def strips(self) -> list[Strip]:
        """All rows; those of a short table stay together, of others the first and last two."""
        block, columns = self._block, range(len(self._block.widths))
        room = self._preset.page.text_height * MILLIMETRE
        head: tuple[Strip, ...] = ()
        if block.header:
            rows = self._row(block.header, [Role.TABLE_HEAD] * len(columns), 0, room / 2)
            head = tuple(replace(strip, joined=True) for strip in rows)
            room -= sum(strip.height for strip in head)
        roles = [block.role(column) for column in columns]
        joined = rows_stay_with_next(block, self._preset)
        body = [
            replace(strip, head=head, joined=joined[number])
            for number, row in enumerate(block.rows)
            for strip in self._row(row, roles, block.height(number) * MILLIMETRE, room)
        ]
        return [*head, *body]

    def _widest_number(self, column: int) -> float:
        """Points that the widest of a column of whole numbers takes; 0 in a column of others."""
        if not self._block.digits(column):
            return 0.0
        style = self._preset.style(self._block.role(column))
        lines = (
            place_lines(
                self._fonts, (Run(row[column]),), style, self._widths[column] - 2 * _PADDING
            )
            for row in self._block.rows
        )
        return max(line.line.end * line.size for placed in lines for line in placed)

    def _beyond_centre(self, placed: PlacedLine, column: int) -> float:
        """How far to the right a centred number stands, so that units are below one another."""
        is_narrower = self._widest[column] and placed.line.text.isdecimal()
        return (self._widest[column] - placed.line.end * placed.size) / 2 if is_narrower else 0.0

    def _row(
        self, texts: Sequence[str], roles: Sequence[Role], least: float, room: float
    ) -> list[Strip]:
        """A row at least this high as one strip; as more only where an empty page has no room
        for it.
        """
        styles = [self._preset.style(role) for role in roles]
        columns = [
            place_lines(self._fonts, (Run(text),), style, width - 2 * _PADDING)
            for text, style, width in zip(texts, styles, self._widths, strict=True)
        ]
        most = max(1, int((room - 2 * _PADDING) // max(style.leading for style in styles)))
        return [
            self._part([lines[first : first + most] for lines in columns], styles, least)
            for first in range(0, max(map(len, columns)), most)
        ]

    def _part(
        self,
        columns: Sequence[Sequence[PlacedLine]],
        styles: Sequence[ParagraphStyle],
        least: float,
    ) -> Strip:
        heights = [
            len(column) * style.leading for column, style in zip(columns, styles, strict=True)
        ]
        height = max(least, max(heights) + 2 * _PADDING)
        lines: list[PlacedLine] = []
        left = _PADDING
        for number, column in enumerate(columns):
            style = styles[number]
            top = (height - heights[number]) / 2
            lines += (
                replace(
                    placed,
                    x=placed.x + left + self._beyond_centre(placed, number),
                    y=placed.y + top + style.leading * place,
                    column=number,
                )
                for place, placed in enumerate(column)
            )
            left += self._widths[number]
        return Strip(self._block, height, tuple(lines), tuple(frame(self._widths, height)))
