"""The words that composer and writers share: a finished document as a closed set of blocks.

A writer handles every kind of block by `match` and `assert_never`; sizes, margins and wording
never stand in a writer.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import assert_never

from studydesk.handout.paper import Folio
from studydesk.handout.style import WRITING_PITCH, Preset, Role


class Edition(StrEnum):
    """Who a handout is for."""

    PARTICIPANT = "学员版"
    FACILITATOR = "主持人版"
    RECORD = "记录册"
    PROOF = "审校单"


HANDOUTS = (Edition.PARTICIPANT, Edition.FACILITATOR, Edition.RECORD)
"""What a session needs; the proof sheet stays with those who made it."""


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one look: bold, with dots under each character (着重号), or raised: the mark of a
    note.
    """

    text: str
    bold: bool = False
    dotted: bool = False
    raised: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text in one named style. `item_id` names the packet item that it was made from.

    With `keep_with_next` no page ends between this paragraph's last line and the next block,
    whatever the style says; where the page has columns, one that `spans` stands across all of
    them. A `note` stands at the foot of the page on which the paragraph ends; it begins with the
    mark that the last run is. A `number` (段号), from 1, stands in the indent before the first
    line, to speak of the paragraph by; it is no part of the text. A paragraph with a `label`,
    its first so many characters, is an item of a list.
    """

    role: Role
    runs: tuple[Run, ...]
    item_id: str = ""
    keep_with_next: bool = False
    spans: bool = False
    note: str = ""
    number: int = 0
    label: int = 0

    @property
    def text(self) -> str:
        """All runs as one text."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table of one-paragraph cells. `widths` are shares of the text width that add up
    to 1; `header` may be empty, else it is repeated on every page; `row_height` is the least
    height of a body row in millimetres. Where rows differ, `heights` has one for each. `roles`
    has the style of the body cells, column by column; empty, all are table cells. Where the page
    has columns, a table that `spans` stands across all of them. With `keep_with_next` no page
    ends between its last row and the next block.
    """

    widths: tuple[float, ...]
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    row_height: float = WRITING_PITCH
    item_id: str = ""
    heights: tuple[float, ...] = ()
    roles: tuple[Role, ...] = ()
    spans: bool = False
    keep_with_next: bool = False

    def role(self, column: int) -> Role:
        """The style of the body cells of a column."""
        return self.roles[column] if self.roles else Role.TABLE_CELL

    def height(self, row: int) -> float:
        """The least height of a body row in millimetres."""
        return self.heights[row] if self.heights else self.row_height

    def digits(self, column: int) -> int:
        """The most digits in a column of whole numbers, whose units stand below one another
        (CY/T 170); 0 in a column of other text.
        """
        texts = [row[column] for row in self.rows if row[column]]
        is_figures = self.role(column) is Role.TABLE_NUMBER and all(map(str.isdecimal, texts))
        return max(map(len, texts), default=0) if is_figures else 0


@dataclass(frozen=True, slots=True)
class AnswerLines:
    """Ruled lines to write on, 9 mm apart."""

    lines: int
    item_id: str = ""


@dataclass(frozen=True, slots=True)
class AnswerBox:
    """A ruled box to write in; its height in lines of 9 mm."""

    lines: int
    item_id: str = ""


@dataclass(frozen=True, slots=True)
class ContentsLine:
    """A line of the contents: the text of a heading, its level from 1 to 3, and the page that it
    stands on. `heading` counts the headings of the document from 0.
    """

    text: str
    level: int
    page: int
    heading: int
    item_id: str = ""

    @property
    def role(self) -> Role:
        """The style of the line."""
        return (Role.CONTENTS_1, Role.CONTENTS_2, Role.CONTENTS_3)[self.level - 1]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""

    item_id: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture (PNG) on a line of its own, to the left or in the middle; width and height in
    millimetres. The description is for those who cannot see it.
    """

    data: bytes = field(repr=False)
    width: float
    height: float
    description: str
    is_centred: bool = False
    item_id: str = ""


Block = Paragraph | Table | AnswerLines | AnswerBox | ContentsLine | Picture | PageBreak


def spans(block: Block, preset: Preset) -> bool:
    """Whether a block stands across all columns of the page."""
    match block:
        case Paragraph():
            return block.spans or preset.style(block.role).spans
        case ContentsLine():
            return preset.style(block.role).spans
        case Table():
            return block.spans
        case Picture():
            return True
        case AnswerLines() | AnswerBox() | PageBreak():
            return False
        case _:
            assert_never(block)


@dataclass(frozen=True, slots=True)
class HandoutDocument:
    """One edition of a packet, ready for any writer. `footer` stands before the page number on
    every page, where it is not empty, `header` at the head of each one, or of odd ones where there
    is a `header_even`; those of them that found no room whole are told as `cut_short`. The first
    page of a document with a `cover` has neither. Contents follow the first `front` blocks, where
    that many are known and the preset asks for them; they are no blocks before the pages are known.
    Files say that they were made on the day that the document is `dated`.
    """

    title: str
    edition: Edition
    preset: Preset
    blocks: tuple[Block, ...] = field(default=())
    author: str = ""
    footer: str = ""
    header: str = ""
    header_even: str = ""
    cut_short: tuple[str, ...] = ()
    cover: bool = False
    front: int | None = None
    dated: date | None = None

    def header_on(self, number: int) -> str:
        """What stands at the head of a page, counted from 1; empty for nothing."""
        if number == 1 and (self.cover or not self.preset.header_on_first):
            return ""
        return self.header_even if self.header_even and number % 2 == 0 else self.header

    def has_folio(self, number: int, total: int) -> bool:
        """Whether a page, counted from 1, is numbered: a cover never is, nor, where pages are
        counted, a single one.
        """
        folio, is_first = self.preset.folio, number == 1
        if folio is Folio.NONE or (is_first and (self.cover or not self.preset.folio_on_first)):
            return False
        return total > 1 or "{total}" not in folio.pattern

    @property
    def has_even_pages(self) -> bool:
        """Whether odd and even pages have other words at their edges."""
        return self.preset.folio.is_outside or bool(self.header_even)

    def texts(self) -> Iterator[str]:
        """Every paragraph with its number, table cell and note, each where it belongs in reading
        order: what any written file must hold.
        """
        for block in self.blocks:
            if isinstance(block, Paragraph):
                if block.number:
                    yield str(block.number)
                yield block.text
                if block.note:
                    yield block.note
            elif isinstance(block, Table):
                yield from (cell for row in (block.header, *block.rows) for cell in row if cell)
            elif isinstance(block, ContentsLine):
                yield from (block.text, str(block.page))

    def headings(self) -> Iterator[Paragraph]:
        """The paragraphs that stand in the outline, in reading order."""
        for block in self.blocks:
            if isinstance(block, Paragraph) and self.preset.style(block.role).outline:
                yield block
