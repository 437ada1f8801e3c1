"""Which tag each line of a page has in a PDF: title, heading, paragraph, item of a list, cell."""

from collections.abc import Hashable, Iterator

from studydesk.export.pdf.strips import PlacedLine, Strip
from studydesk.export.pdf.structure import Path
from studydesk.handout.model import ContentsLine, Paragraph, Table
from studydesk.handout.style import Preset, Role

_TITLES = {Role.TITLE, Role.COVER_TITLE}


class HeadingLevels:
    """The levels of headings in reading order: none is skipped on the way down, and headings of
    one rank below the same other are of one level.
    """

    def __init__(self) -> None:
        self._above: list[tuple[int, int]] = []

    def level(self, rank: int) -> int:
        """The level of the next heading, whose style is of this rank in the outline; 0 is the
        title's. It is that rank, or as near as the headings above it allow.
        """
        while self._above and self._above[-1][0] >= rank:
            self._above.pop()
        level = max(1, min(rank, self._above[-1][1] + 1)) if self._above else 1
        self._above.append((rank, level))
        return level


class Tagger:
    """Finds the place of every line in the logical structure; strips come in reading order."""

    def __init__(self, preset: Preset) -> None:
        self._preset = preset
        self._headings = HeadingLevels()
        self._title: int | None = None
        self._levels: dict[int, int] = {}
        self._items: dict[int, tuple[Role, int, int]] = {}

    def path(self, strip: Strip, row: Hashable, line: PlacedLine) -> Path:
        """From the outermost element to that of the line; `row` tells rows of tables apart."""
        if strip.is_note:
            return ((("note", strip.number), "Note"),)
        match strip.block:
            case Paragraph() as block:
                return self._paragraph(block, strip.number, line)
            case ContentsLine():
                entry: Path = (("contents", "TOC"), (strip.number, "TOCI"))
                return (*entry, ("reference", "Reference"), ("link", "Link"))
            case _:
                return self._cell(strip, row, line.column)

    def cells(self, strip: Strip, row: Hashable) -> Iterator[Path]:
        """Every cell of a row, those without a line, too; nothing where it is no row."""
        if isinstance(strip.block, Table):
            for column in range(len(strip.block.widths)):
                yield self._cell(strip, row, column)

    def _paragraph(self, block: Paragraph, number: int, line: PlacedLine) -> Path:
        role, list_, item = self._item(block, number)
        if item:
            within: Path = ((list_, "L"), (item, "LI"))
            if line.is_label:
                return (*within, ("label", "Lbl"))
            body: Path = (*within, ("body", "LBody"))
            return body if item == number else (*body, (number, "P"))
        whole = (number, self._kind(role, number))
        return (whole, ("number", "Lbl")) if line.is_label else (whole,)

    def _item(self, block: Paragraph, number: int) -> tuple[Role, int, int]:
        """The list and the item that a paragraph belongs to, as the numbers of their first blocks;
        no item where it is in none. One without a label goes on with the item before it.
        """
        known = self._items.get(number)
        if known is None:
            role, list_, item = self._items.get(number - 1, (block.role, 0, 0))
            goes_on = item and role is block.role
            list_ = list_ if goes_on else number
            item = number if block.label else (item if goes_on else 0)
            known = self._items[number] = block.role, list_, item
        return known

    def _kind(self, role: Role, number: int) -> str:
        """Title, heading or paragraph."""
        if role in _TITLES:  # those of more sheets in one file are headings of theirs
            self._headings.level(0)
            self._title = number if self._title is None else self._title
            return "Title" if number == self._title else "H1"
        outline = self._preset.style(role).outline
        if not outline:
            return "P"
        if number not in self._levels:
            self._levels[number] = self._headings.level(outline)
        return f"H{self._levels[number]}"

    def _cell(self, strip: Strip, row: Hashable, column: int) -> Path:
        block = strip.block
        kind = "TD"
        if isinstance(block, Table):
            if block.header and not strip.head:
                kind = "TH"
            elif block.role(column) is Role.TABLE_HEAD:
                kind = "RowHead"
        return ((strip.number, "Table"), (row, "TR"), (column, kind))
