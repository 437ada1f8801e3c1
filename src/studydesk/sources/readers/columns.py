"""From characters with places on a page to lines in reading order, over any columns.

Glyphs set close make runs; a page of runs is cut where white strips part bands and columns, from
the whole page down, until each part is one column; its rows are the lines. All measures are in
points from the upper left corner of the page, or in em where a name says so.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from studydesk.sources.readers.intervals import Interval, shared

CLOSE = 0.7  # em: glyphs farther apart are not of the same run
SQUEEZED = -0.8  # em: how far the box of a mark may reach into the one before, as in 。”“
TOUCHING = 0.35
GUTTER = 0.75
NARROWEST_COLUMN = 4.0
FEWEST_ROWS = 3
SPACE = 0.15  # em: what a space between two words of Chinese is wider than
SAME_ROW = 0.5  # how much of the lower of two boxes the other one must cover
DEEPEST = 60
MOST_STRIPS = 400
MOST_RUNS = 20_000  # of a page; a full page of a newspaper has some 2,000


class TooScattered(Exception):
    """A page of more runs than any that is printed."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character on the page, in a box one em high; `spaced` says that a space stood before."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    spaced: bool = False

    @property
    def em(self) -> float:
        """Its size."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one line that stand close together."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def em(self) -> float:
        """The size of its characters; of a line set downwards it is as wide as it is large."""
        return min(self.bottom - self.top, max(self.right - self.left, 1.0))


class PageLine(NamedTuple):
    """A line in reading order, with its upper and lower edge; `apart` asks for a gap above it."""

    text: str
    top: float
    bottom: float
    apart: bool


def overlap(first: Glyph | Run, second: Glyph | Run) -> float:
    """How much of the lower of two boxes lies beside the other, from 0 to 1."""
    shared = min(first.bottom, second.bottom) - max(first.top, second.top)
    return shared / max(0.01, min(first.bottom - first.top, second.bottom - second.top))


# --- glyphs to runs --------------------------------------------------------------------------


def gather_runs(glyphs: Sequence[Glyph]) -> list[Run]:
    """The runs of a page: glyphs that follow one another in the file and stand side by side, or
    stacked where a line is set downwards; then runs that touch. Raises TooScattered.
    """
    runs: list[Run] = []
    stretch: list[Glyph] = []
    for glyph in glyphs:
        if stretch and printed_twice(stretch, glyph):
            continue
        if stretch and not (follows(stretch, glyph) or stacks(stretch, glyph)):
            runs.extend(close_stretch(stretch))
            stretch = []
        stretch.append(glyph)
    runs.extend(close_stretch(stretch))
    if len(runs) > MOST_RUNS:
        raise TooScattered
    return join_touching(runs)


def printed_twice(stretch: Sequence[Glyph], glyph: Glyph) -> bool:
    """Whether a glyph is the shadow of the one before: drawn again to look bold."""
    last = stretch[-1]
    reach = 0.15 * glyph.em
    return (
        last.text == glyph.text
        and abs(last.left - glyph.left) < reach
        and abs(last.top - glyph.top) < reach
    )


def follows(stretch: Sequence[Glyph], glyph: Glyph) -> bool:
    """Whether a glyph goes on with the line of a stretch."""
    last = stretch[-1]
    em = max(last.em, glyph.em)
    if len(stretch) > 1 and stretch[-2].left == last.left and stretch[-2].top != last.top:
        return False  # the stretch runs downwards
    gap = glyph.left - last.right
    return overlap(last, glyph) >= SAME_ROW and SQUEEZED * em <= gap <= CLOSE * em


def stacks(stretch: Sequence[Glyph], glyph: Glyph) -> bool:
    """Whether a glyph stands under the last of a stretch that runs downwards."""
    last = stretch[-1]
    upright = len(stretch) == 1 or overlap(stretch[-2], last) < SAME_ROW
    return (
        upright
        and last.text > "\u2e80"
        and glyph.text > "\u2e80"
        and abs(last.left - glyph.left) < 0.2 * glyph.em
        and -0.2 * glyph.em < glyph.top - last.bottom < 0.6 * glyph.em
    )


def close_stretch(stretch: Sequence[Glyph]) -> Iterator[Run]:
    """A stretch as runs: one, or one for each glyph where only two were stacked by chance."""
    if not stretch:
        return
    downwards = len(stretch) > 1 and overlap(stretch[0], stretch[1]) < SAME_ROW
    if downwards and len(stretch) < FEWEST_ROWS:
        yield from (Run(g.text, g.left, g.top, g.right, g.bottom) for g in stretch)
        return
    text = ""
    for at, glyph in enumerate(stretch):
        text += space_between(stretch[at - 1], glyph) if at and not downwards else ""
        text += glyph.text
    yield Run(
        text,
        min(glyph.left for glyph in stretch),
        min(glyph.top for glyph in stretch),
        max(glyph.right for glyph in stretch),
        max(glyph.bottom for glyph in stretch),
    )


def space_between(left: Glyph, right: Glyph) -> str:
    """The space that is seen between two glyphs: between Latin words one, between letterspaced
    Chinese characters a full-width one, and one that the file has between two words of Chinese.
    """
    gap = (right.left - left.right) / max(left.em, right.em)
    if left.text[-1].isascii() and right.text[0].isascii():
        return " " if gap > 0.2 or (right.spaced and gap > 0.1) else ""
    if gap < 0.5 and right.spaced and gap > SPACE and min(left.text, right.text) > "\u2e80":
        return " "
    return "\u3000" if gap >= 0.5 else ""


def join_touching(runs: Sequence[Run]) -> list[Run]:
    """Runs that touch sideways put together, whatever their order in the file."""
    ordered = sorted(runs, key=lambda run: (run.top, run.left))
    joined: list[Run] = []
    recent: list[Run] = []  # those that a run at the present height could still touch
    for run in ordered:
        recent = [other for other in recent if other.bottom > run.top]
        touched = next((other for other in recent if touches(other, run)), None)
        if touched:
            recent.remove(touched)
            joined.remove(touched)
        whole = join(touched, run) if touched else run
        recent.append(whole)
        joined.append(whole)
    return joined


def join(one: Run, other: Run) -> Run:
    """Two runs of one line as one."""
    first, second = sorted((one, other), key=lambda run: run.left)
    return Run(
        first.text + second.text,
        first.left,
        min(first.top, second.top),
        max(first.right, second.right),
        max(first.bottom, second.bottom),
    )


def touches(first: Run, second: Run) -> bool:
    """Whether two runs of one line stand so close that no gutter can be between them."""
    em = max(first.em, second.em)
    gap = max(second.left - first.right, first.left - second.right)
    return overlap(first, second) >= SAME_ROW and -0.3 * em <= gap <= TOUCHING * em


# --- runs to columns -------------------------------------------------------------------------


def read_columns(runs: list[Run]) -> list[PageLine]:
    """The lines of a page in reading order: columns from left to right, each from top to bottom."""
    if not runs:
        return []
    em = median(run.em for run in runs)
    lines: list[PageLine] = []
    for column in cut(runs, em, 0):
        rows = list(read_rows(column))
        below = bool(lines) and rows[0].top >= lines[-1].bottom - em
        lines.append(rows[0]._replace(apart=below))
        lines.extend(rows[1:])
    return lines


def cut(runs: list[Run], em: float, depth: int) -> Iterator[list[Run]]:
    """The columns of a part of the page, in reading order."""
    strips = cut_strips(runs)[:MOST_STRIPS] if depth < DEEPEST else []
    first, last = tallest_band(strips, em)
    if first == last:
        yield runs
        return
    above = [run for strip in strips[:first] for run in strip]
    band = [run for strip in strips[first:last] for run in strip]
    taken = {id(run) for run in (*above, *band)}
    below = [run for run in runs if id(run) not in taken]
    if above:
        yield from cut(above, em, depth + 1)
    edges = [gutter.start for gutter in gutters(band, em)]
    for begin, end in zip([float("-inf"), *edges], [*edges, float("inf")], strict=True):
        column = [run for run in band if begin < (run.left + run.right) / 2 <= end]
        if column:
            yield from cut(column, em, depth + 1)
    if below:
        yield from cut(below, em, depth + 1)


def cut_strips(runs: Sequence[Run]) -> list[list[Run]]:
    """Runs in strips from top to bottom, with nothing that reaches from one into the next."""
    strips: list[list[Run]] = []
    bottom = float("-inf")
    for run in sorted(runs, key=lambda run: run.top):
        if not strips or run.top >= bottom - 0.1 * run.em:
            strips.append([])
        strips[-1].append(run)
        bottom = max(bottom, run.bottom)
    return strips


def tallest_band(strips: Sequence[Sequence[Run]], em: float) -> tuple[int, int]:
    """The strips, from the first to before the last, that are the tallest part with a gutter."""
    free = [free_intervals(strip) for strip in strips]
    tops = [min(run.top for run in strip) for strip in strips]
    bottoms = [max(run.bottom for run in strip) for strip in strips]
    best, tallest = (0, 0), 0.0
    for first in range(len(strips)):
        if bottoms[-1] - tops[first] <= tallest:
            break
        last = reach(free, first, em)
        if not has_column([run for strip in strips[first:last] for run in strip], em):
            if last == len(strips):
                break
            continue  # no part of them has one either
        while last > first and bottoms[last - 1] - tops[first] > tallest:
            band = [run for strip in strips[first:last] for run in strip]
            edges = [gap.end for gap in gutters(band, em)]
            if edges and starts_in_columns(band, strips[last - 1], edges, em):
                if starts_in_columns(band, strips[first], edges, em):
                    best, tallest = (first, last), bottoms[last - 1] - tops[first]
                break
            last -= 1
    return best


def has_column(band: Sequence[Run], em: float) -> bool:
    """Whether any part of a band between two white strips is wide and tall enough for a column."""
    part: list[Run] = []
    edge = float("-inf")
    for run in sorted(band, key=lambda run: run.left):
        if part and run.left - edge >= GUTTER * em:
            if is_column(part, em):
                return True
            part = []
        part.append(run)
        edge = max(edge, run.right)
    return is_column(part, em)


def reach(free: Sequence[list[Interval]], first: int, em: float) -> int:
    """How far the strips from `first` on leave some gutter free: the index after the last."""
    common = [Interval(float("-inf"), float("inf"))]
    for last in range(first, len(free)):
        common = shared(common, free[last], GUTTER * em)
        if not any(interval.start > float("-inf") for interval in common[:-1]):
            return last
    return len(free)


def starts_in_columns(
    band: Sequence[Run], strip: Sequence[Run], edges: Sequence[float], em: float
) -> bool:
    """Whether a strip is rows of the columns of its band: its first run begins where a column
    does, or is set in a little, or one of its runs fills most of a column.

    The two characters of a name centred over the gutter do neither.
    """
    left, right = min(run.left for run in band), max(run.right for run in band)
    first = min(run.left for run in strip)
    aligned = any(-0.5 <= (first - edge) / em <= 2.6 for edge in (left, *edges))
    usual = (right - left) / (len(edges) + 1)
    return aligned or any(run.right - run.left >= 0.6 * usual for run in strip)


def free_intervals(runs: Sequence[Run]) -> list[Interval]:
    """Where no run stands, from left to right, the two margins among them."""
    intervals: list[Interval] = []
    edge = float("-inf")
    for run in sorted(runs, key=lambda run: run.left):
        if run.left > edge:
            intervals.append(Interval(edge, run.left))
        edge = max(edge, run.right)
    return [*intervals, Interval(edge, float("inf"))]


def gutters(runs: Sequence[Run], em: float) -> list[Interval]:
    """The white strips that part columns: with several rows on both sides, none of them narrow."""
    wide = [gap for gap in free_intervals(runs)[1:-1] if gap.end - gap.start >= GUTTER * em]
    kept: list[Interval] = []
    for at, gap in enumerate(wide):
        begin = kept[-1].end if kept else float("-inf")
        end = wide[at + 1].start if at + 1 < len(wide) else float("inf")
        left = [run for run in runs if begin <= run.left < gap.end]
        right = [run for run in runs if gap.end <= run.left < end]
        if is_column(left, em) and is_column(right, em) and side_by_side(left, right):
            kept.append(gap)
    return kept


def is_column(runs: Sequence[Run], em: float) -> bool:
    """Whether runs are enough rows, and wide enough, to be a column."""
    if any(run.bottom - run.top >= FEWEST_ROWS * (run.right - run.left) for run in runs):
        return True  # a line set downwards
    if len(runs) < FEWEST_ROWS:
        return False
    width = max(run.right for run in runs) - min(run.left for run in runs)
    return width >= NARROWEST_COLUMN * em and len(cut_strips(runs)) >= FEWEST_ROWS


def side_by_side(left: Sequence[Run], right: Sequence[Run]) -> bool:
    """Whether two columns stand at the same height for at least half of the shorter one."""
    tops = [min(run.top for run in side) for side in (left, right)]
    bottoms = [max(run.bottom for run in side) for side in (left, right)]
    shorter = min(bottom - top for top, bottom in zip(tops, bottoms, strict=True))
    return min(bottoms) - max(tops) >= 0.5 * shorter


# --- columns to lines ------------------------------------------------------------------------


def read_rows(column: Sequence[Run]) -> Iterator[PageLine]:
    """The rows of a column as lines; one set in by two characters keeps its indent."""
    rows: list[list[Run]] = []
    for run in sorted(column, key=lambda run: (run.top + run.bottom) / 2):
        if rows and overlap(rows[-1][0], run) >= SAME_ROW:
            rows[-1].append(run)
        else:
            rows.append([run])
    left = min(run.left for run in column)
    steps = [max(0.0, b[0].top - a[0].bottom) for a, b in pairwise(rows)]
    usual = median(steps) if steps else 0.0
    for at, row in enumerate(rows):
        ordered = sorted(row, key=lambda run: run.left)
        em = ordered[0].em
        text = "\u3000\u3000" if 1.5 <= (ordered[0].left - left) / em <= 2.6 else ""
        for number, run in enumerate(ordered):
            text += ("\u3000" if number else "") + run.text
        apart = at > 0 and steps[at - 1] > usual + 0.8 * em
        yield PageLine(
            text, min(run.top for run in row), max(run.bottom for run in row), apart=apart
        )
