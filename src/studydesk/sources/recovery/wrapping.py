"""The printed column: how wide it is around a line, told by the lines that end in mid-sentence."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from studydesk.sources.recovery.lines import Line

NARROWEST, WIDEST = 9.0, 60.0
INDENT = 2
# What may hang over the end of a column.
HANGING = "，。、；：？！”）》"
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
        reaches = full - self.slack <= line.width and not self.is_wider(line, indent)
        return reaches or len(line.text) == full

    def is_wider(self, line: Line, indent: int = 0) -> bool:
        """Whether a line goes beyond the column's end, but for marks that hang over it."""
        marks = len(line.text) - len(line.text.rstrip(HANGING))
        return line.width - max(0, marks - 1) > self.width - indent + self.slack

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
    below_first = [
        0.0 if first else width for first, width in zip(begins_of(lines), telling, strict=True)
    ]
    found = []
    for index in range(len(lines)):
        low, high = max(0, index - REACH), min(len(lines), index + REACH + 1)
        near = sorted(filter(None, telling[low:high]))
        fewest = max(3, 0.4 * (high - low))
        width, support = densest(near) if len(near) >= fewest else (0.0, 0)
        enough = support >= fewest and (
            sum(other > width + UNEVEN for other in widths[low:high]) < support
        )
        found.append(without_hanging(below_first[low:high], width) if enough else 0.0)
    slack = slack_of(lines, found, usable)
    if slack < UNEVEN:
        found = evened(found)
    usual = usual_width(found, widths, usable)
    return [Column(width or usual, slack) if width or usual else None for width in found]


def without_hanging(widths: Sequence[float], width: float) -> float:
    """The width of a column without the marks that hang over its edge at the end of some rows: that
    of most rows.
    """
    full = Counter(value for value in widths if width - 2 * EVEN <= value <= width)
    return max(full, key=lambda value: (full[value], value), default=width)


def evened(found: Sequence[float]) -> list[float]:
    """The widths of columns on a page whose rows are even: one next to the usual one, but that few
    lines have, is told by marks that hang over, and is as wide.
    """
    usual, times = most_common(found), Counter(found)
    few = HARDLY * len(found)
    return [
        usual if abs(width - usual) <= 2 * EVEN and times[width] <= few else width
        for width in found
    ]


def most_common(found: Sequence[float]) -> float:
    """The width of most columns, or 0."""
    return next((width for width, _ in Counter(filter(None, found)).most_common(1)), 0.0)


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
    width = most_common(found)
    begins = begins_of(lines)
    rows = [
        (line, first)
        for line, near, use, first in zip(lines, found, usable, begins, strict=True)
        if near and use
    ]
    full = round(width)
    hangs = any(line.text[-1] in HANGING and len(line.text) == full + 1 for line, _ in rows)
    set_in = sum(len(line.text) == full - INDENT for line, _ in rows)
    cut = sum(len(line.text) == full for line, _ in rows) + set_in
    if rows and cut >= 0.93 * len(rows) and not hangs:
        return EXACT
    even = sum(abs(line.width - width) <= EVEN for line, _ in rows)
    first_rows = sum(first and width - EVEN <= line.width + INDENT + EVEN for line, first in rows)
    return EVEN if even + max(set_in, first_rows) >= 0.9 * len(rows) else UNEVEN


def begins_of(lines: Sequence[Line]) -> Iterator[bool]:
    """For each line whether it may be the first row of a paragraph: it is set in by typed spaces,
    or stands behind a whole sentence.
    """
    above = None
    for line in lines:
        yield line.indented or (above is not None and above.closed)
        above = line


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
