"""The printed column: how wide it is around a line, told by the lines that end in mid-sentence."""

from collections.abc import Sequence
from typing import NamedTuple

from studydesk.sources.recovery.lines import Line

NARROWEST, WIDEST = 9.0, 60.0
REACH = 8
# How much shorter than its column a full line may be: columns that run around pictures vary by
# some characters; where no line may begin with a comma, by one; text cut by a machine, not at all.
UNEVEN, EVEN, EXACT = 3.2, 1.1, 0.6


# Which share of the open lines of a page are full, and of all lines are wider, where its columns
# are all as wide.
MOSTLY, HARDLY = 0.6, 0.1


class Column(NamedTuple):
    """The width of a column in Han characters, and how much shorter a full line may be."""

    width: float
    slack: float

    def fills(self, line: Line, indent: int = 0) -> bool:
        """Whether a line, first line of a paragraph where indented, reaches the column's end."""
        full = self.width - indent
        return full - self.slack <= line.width <= full + self.slack or len(line.text) == full

    def is_short(self, line: Line, indent: int = 0) -> bool:
        """Whether a line ends before the column does."""
        full = self.width - indent
        return line.width < full - self.slack and len(line.text) < full


def columns_of(lines: Sequence[Line]) -> list[Column | None]:
    """For each line the column around it, or None where lines are not wrapped.

    Wrapped lines end in mid-sentence and are nearly equally wide: at least three such lines
    nearby, and two in five of all lines, make a column.
    """
    widths = [line.width for line in lines]
    usable = [
        not line.closed and not line.sealed and NARROWEST <= line.width <= WIDEST for line in lines
    ]
    telling = [width if use else 0.0 for width, use in zip(widths, usable, strict=True)]
    found = []
    for index in range(len(lines)):
        low, high = max(0, index - REACH), min(len(lines), index + REACH + 1)
        near = sorted(filter(None, telling[low:high]))
        fewest = max(3, 0.4 * (high - low))
        width, support = densest(near) if len(near) >= fewest else (0.0, 0)
        enough = support >= fewest and (
            sum(other > width + UNEVEN for other in widths[low:high]) < support
        )
        found.append(width if enough else 0.0)
    slack = slack_of(lines, found, usable)
    usual = usual_width(found, widths, usable)
    return [Column(width or usual, slack) if width or usual else None for width in found]


def usual_width(found: Sequence[float], widths: Sequence[float], usable: Sequence[bool]) -> float:
    """The width of the columns of a page that are all as wide, where short paragraphs do not tell
    it; 0 where they differ, or many lines are not as wide.
    """
    columns = sorted(filter(None, found))
    if not columns or columns[-1] - columns[0] > 2 * EVEN:
        return 0.0
    width = columns[len(columns) // 2]
    rows = [value for value, use in zip(widths, usable, strict=True) if use]
    full = sum(width - EVEN <= value <= width + EVEN for value in rows)
    wider = sum(value > width + UNEVEN for value in widths)
    return width if full >= MOSTLY * len(rows) and wider <= HARDLY * len(widths) else 0.0


def slack_of(lines: Sequence[Line], found: Sequence[float], usable: Sequence[bool]) -> float:
    """How much shorter than the column full lines are, told by all open lines of the page."""
    width = max(found, default=0.0)
    lengths = [len(lines[at].text) for at, near in enumerate(found) if near and usable[at]]
    widths = [lines[at].width for at, near in enumerate(found) if near and usable[at]]
    indented = sum(length == round(width) - 2 for length in lengths)
    if lengths and lengths.count(round(width)) + indented >= 0.93 * len(lengths):
        return EXACT
    typed = sum(
        bool(near and use and line.indented and width - EVEN <= line.width + 2 + EVEN)
        for line, near, use in zip(lines, found, usable, strict=True)
    )
    indented = max(indented, typed)
    even = sum(width - EVEN <= value <= width + EVEN for value in widths)
    return EVEN if even + indented >= 0.9 * len(widths) else UNEVEN


def densest(values: Sequence[float]) -> tuple[float, int]:
    """The largest value with the most others just below it, and their number."""
    best, support, low = 0.0, 0, 0
    for high, value in enumerate(values):
        while values[low] < value - UNEVEN:
            low += 1
        if high - low + 1 >= support:
            best, support = value, high - low + 1
    return best, support


def is_indented(lines: Sequence[Line], columns: Sequence[Column | None]) -> bool:
    """Whether first lines of paragraphs are printed two characters shorter than the others."""
    shorter = full = 0
    for index in range(1, len(lines) - 1):
        column, before, line = columns[index], lines[index - 1], lines[index]
        if not column or line.closed or not before.closed:
            continue
        if before.width > column.width - 2 * EVEN or lines[index + 1].width < column.width - EVEN:
            continue
        if column.width - 3 < line.width < column.width - 1:
            shorter += 1
        elif line.width >= column.width - 1:
            full += 1
    return shorter > full
