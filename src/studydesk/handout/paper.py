"""Paper: its size, margins and columns, and how its pages are numbered."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated


@dataclass(frozen=True, slots=True)
class Within:
    """What a number in a preset file may be, both ends included."""

    least: float
    most: float


LEAST_MARGIN = 3
"""Millimetres at the edge of the paper that printers do not reach."""

LEAST_COLUMN = 30
"""Millimetres: nothing could be set in a narrower one."""

_Paper = Annotated[float, Within(50, 1000)]
_Margin = Annotated[float, Within(1, 500)]
_Gap = Annotated[float, Within(0, 100)]
_Row = Annotated[float, Within(1, 50)]


@dataclass(frozen=True, slots=True)
class Page:
    """Paper and margins in millimetres; left is the binding edge (装订边) of an odd page, and of
    an even one, too, unless margins are `mirrored` for print on both sides. `header_gap` is from
    the header to the text area, `footer_gap` from the foot of the text area to the page number,
    `column_gap` between columns; `action_row` is the height of a row of 我的一件事. With
    `edge_to_edge` the characters of a PDF's first and last line stand at the edges of the text
    area, as GB/T 9704 measures it, else half the space between lines is left.
    """

    width: _Paper
    height: _Paper
    top: _Margin
    bottom: _Margin
    left: _Margin
    right: _Margin
    footer_gap: _Gap = 7.0
    columns: Annotated[int, Within(1, 6)] = 1
    column_gap: _Gap = 8.0
    action_row: _Row = 13.0
    edge_to_edge: bool = False
    mirrored: bool = False
    header_gap: _Gap = 5.0

    def left_of(self, number: int) -> float:
        """Millimetres to the left of the text area on a page, counted from 1."""
        return self.right if self.mirrored and number % 2 == 0 else self.left

    @property
    def text_width(self) -> float:
        """Width of the text area in millimetres."""
        return self.width - self.left - self.right

    @property
    def text_height(self) -> float:
        """Height of the text area in millimetres."""
        return self.height - self.top - self.bottom

    @property
    def column_width(self) -> float:
        """Width of one column in millimetres."""
        gaps = (self.columns - 1) * self.column_gap
        return (self.text_width - gaps) / self.columns


class Folio(StrEnum):
    """How pages are numbered, and where the number stands; outside, it is to the right on odd
    pages and to the left on even ones.
    """

    CENTRED_OF_TOTAL = "第 1 页 共 4 页"
    CENTRED_DASHES = "— 1 —"
    CENTRED = "1"
    OUTER_OF_TOTAL = "第 1 页 共 4 页 outside"
    OUTER_DASHES = "— 1 — outside"
    OUTER = "1 outside"
    NONE = "none"

    @property
    def is_outside(self) -> bool:
        """Whether odd and even pages differ."""
        return self.endswith(_OUTSIDE)

    @property
    def has_dashes(self) -> bool:
        """Whether a dash stands on either side (GB/T 9704, 7.5)."""
        return self.startswith("—")

    @property
    def pattern(self) -> str:
        """What is printed, with {page} and {total}; nothing where pages have no number."""
        if self is Folio.NONE:
            return ""
        return self.removesuffix(_OUTSIDE).replace("1", "{page}").replace("4", "{total}")


_OUTSIDE = " outside"
