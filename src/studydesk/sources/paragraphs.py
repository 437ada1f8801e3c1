"""Lines into units: wrapped lines joined, so that each unit is a paragraph, a title, a byline."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property
from statistics import median

from studydesk.domain.article import Span
from studydesk.sources import signs
from studydesk.sources.lines import LINE_END, Line
from studydesk.sources.names import find_names

LONGEST_DISPLAY = 45
LONGEST_MARKED_DISPLAY = 90
PAIRS = ("“”", "‘’", "《》", "（）", "()", "「」", "【】")


class Role(Enum):
    """What a unit is, as far as its own looks tell."""

    TEXT = auto()
    DISPLAY = auto()
    LABEL = auto()
    NAMES = auto()
    AFFILIATION = auto()
    CREDIT = auto()
    SPEAKER = auto()
    FOLIO = auto()


@dataclass(frozen=True)
class Unit:
    """Lines that belong together, and the role they play."""

    lines: tuple[Line, ...]
    role: Role

    @cached_property
    def text(self) -> str:
        """Its characters without white space."""
        return "".join(line.text for line in self.lines)

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where its lines are in the raw text."""
        return tuple(Span(line.start, line.end) for line in self.lines)

    @property
    def level(self) -> int:
        """How many # stood in front of it."""
        return self.lines[0].level

    @property
    def closed(self) -> bool:
        """Whether it ends with a sentence or a lead-in."""
        return self.lines[-1].closed


@dataclass(frozen=True)
class Setting:
    """How a page is set: its lines, the role of each by itself, the column widths, the gaps."""

    raw: str
    lines: Sequence[Line]
    labels: frozenset[str]
    roles: Sequence[Role]
    widths: Sequence[float]
    usual_gap: float


def gather(raw: str, lines: Sequence[Line]) -> list[Unit]:
    """The units of a page, in its order."""
    labels = repeated_labels(lines)
    page = Setting(
        raw,
        lines,
        labels,
        [classify(raw, [line], labels) for line in lines],
        column_widths(lines),
        median(line.gap for line in lines) if lines else 0,
    )
    units: list[Unit] = []
    begin = 0
    for index in range(1, len(lines) + 1):
        if index == len(lines) or not continues(page, begin, index):
            group = tuple(lines[begin:index])
            role = page.roles[begin] if len(group) == 1 else classify(raw, group, labels)
            units.append(Unit(group, role))
            begin = index
    return units


# --- the width of the printed column ---------------------------------------------------------

NARROWEST, WIDEST = 9.0, 60.0
REACH = 8
TOLERANCE = 1.6


def column_widths(lines: Sequence[Line]) -> list[float]:
    """For each line the width of the printed column around it, or 0 where lines are not wrapped.

    Wrapped lines end in mid-sentence and are nearly equally wide: at least three such lines
    nearby, and two in five of all lines, make a column.
    """
    widths = [line.width for line in lines]
    usable = [
        not line.closed and not line.sealed and NARROWEST <= line.width <= WIDEST for line in lines
    ]
    result = []
    for index in range(len(lines)):
        low, high = max(0, index - REACH), min(len(lines), index + REACH + 1)
        near = sorted(widths[at] for at in range(low, high) if usable[at])
        width, support = densest(near)
        whole = sum(1 for at in range(low, high) if widths[at] > width + 2 * TOLERANCE)
        enough = support >= 3 and support >= 0.4 * (high - low) and whole < support
        result.append(width if enough else 0.0)
    return result


def densest(values: Sequence[float]) -> tuple[float, int]:
    """The largest value with the most others within two tolerances below it, and their number."""
    best, support, low = 0.0, 0, 0
    for high, value in enumerate(values):
        while values[low] < value - 2 * TOLERANCE:
            low += 1
        if high - low + 1 >= support:
            best, support = value, high - low + 1
    return best, support


# --- joining ---------------------------------------------------------------------------------


def continues(page: Setting, begin: int, index: int) -> bool:
    """Whether line `index` goes on with the unit that line `begin` began."""
    before, line = page.lines[index - 1], page.lines[index]
    if not LINE_END.search(page.raw, before.end, line.start):
        return False
    if before.sealed or line.sealed or line.level or line.icon or before.icon:
        return False
    if page.lines[begin].text.startswith("——") and goes_on_to_name(page, begin, index):
        return True
    if not {page.roles[index], page.roles[index - 1]} <= {Role.TEXT, Role.DISPLAY}:
        return False
    if line.text[0] in signs.NO_LINE_START:
        return True
    width = page.widths[index - 1]
    if not width:
        return bool(line.gap < page.usual_gap and not before.closed and before.width > 12)
    if before.closed:
        return not ends_paragraph(page, begin, index, width)
    return is_full(page, begin, index, width)


def goes_on_to_name(page: Setting, begin: int, index: int) -> bool:
    """Whether the speaker of a round-up, set over two or three lines, goes on to the name."""
    group = page.lines[begin:index]
    if len(group) > 2 or group[-1].closed or ends_in_name(page.raw, group):
        return False
    return ends_in_name(page.raw, page.lines[begin : index + 1])


def is_full(page: Setting, begin: int, index: int, width: float) -> bool:
    """Whether an open line reaches the end of its column, so that its sentence goes on."""
    before, line = page.lines[index - 1], page.lines[index]
    if before.spaced or before.level:
        return True
    if before.width > width + 2 * TOLERANCE:
        return False
    usual = median_width(page, begin, index) if index - begin > 2 else line.width
    return before.width >= min(width, usual) - 2 * TOLERANCE


def ends_paragraph(page: Setting, begin: int, index: int, width: float) -> bool:
    """Whether a paragraph ends with a line that ends a sentence: the line is short, or the next
    one is indented or begins an ordinal, or more empty lines stand between them than usual.
    """
    before, line = page.lines[index - 1], page.lines[index]
    count = index - begin
    usual = median_width(page, begin, index - 1) if count > 2 else width
    indent = 2 if count == 1 else 0
    if not before.spaced and before.width < min(usual, width) - TOLERANCE - indent:
        return True
    if signs.STARTS_PARAGRAPH.match(line.text):
        return True
    if line.gap > max(before.gap if count > 1 else page.usual_gap, page.usual_gap):
        return True
    following = page.lines[index + 1] if index + 1 < len(page.lines) else None
    indented = line.width <= width - TOLERANCE and not line.closed and not line.spaced
    return bool(indented and following and following.width > line.width + 1)


def median_width(page: Setting, begin: int, end: int) -> float:
    """The usual width of the last lines of a unit."""
    return median(line.width for line in page.lines[max(begin, end - REACH) : end])


def ends_in_name(raw: str, group: Sequence[Line]) -> bool:
    """Whether lines end in a space and a name, as the speaker of a round-up does."""
    words = raw[group[0].start : group[-1].end].rsplit(maxsplit=1)
    return len(words) == 2 and bool(find_names(words[1]))


# --- roles -----------------------------------------------------------------------------------


def classify(raw: str, group: Sequence[Line], labels: frozenset[str]) -> Role:
    """The role that the looks of a unit tell."""
    text = "".join(line.text for line in group)
    first = group[0]
    if first.sealed:
        return Role.AFFILIATION if signs.AFFILIATION.match(text) else Role.CREDIT
    if first.level == 0 and signs.SPEAKER_START.fullmatch(text) and ends_in_name(raw, group):
        return Role.SPEAKER
    if signs.LINE_CREDIT.fullmatch(text):
        return Role.CREDIT
    if signs.FOLIO.fullmatch(text):
        return Role.FOLIO
    if is_label(text, first, labels):
        return Role.LABEL
    if len(group) == 1 and not first.level and is_byline(raw[first.start : first.end]):
        return Role.NAMES
    longest = LONGEST_MARKED_DISPLAY if first.level else LONGEST_DISPLAY
    if len(text) <= longest and is_display(text) and is_balanced(text):
        return Role.DISPLAY
    return Role.TEXT


def is_display(text: str) -> bool:
    """Whether a short text reads like a title or a heading: no full stop, or a question."""
    if text.endswith(("？", "！", "?", "!")):
        return not re.search("[。；]", text) and len(text) <= 32
    return not re.search("[。；：，、,;:]$", text) and "。" not in text


def is_balanced(text: str) -> bool:
    """Whether every quotation mark and bracket that opens also closes."""
    return all(text.count(pair[0]) == text.count(pair[1]) for pair in PAIRS)


def is_label(text: str, line: Line, labels: frozenset[str]) -> bool:
    """Whether a line is the label of a column or of a box."""
    if text in labels or text in signs.BOX_LABELS:
        return True
    if not re.fullmatch(f"[{signs.HAN}·]{{2,8}}", text):
        return False
    if line.icon and not find_names(text):
        return True
    return len(text) <= 6 and bool(signs.COLUMN_END.search(text))


def is_byline(printed: str) -> bool:
    """Whether a line as printed names the authors: names, or staff words and names."""
    text = "".join(printed.split())
    if len(text) > 40:
        return False
    if signs.STAFF_AUTHOR.fullmatch(text):
        return True
    staff = signs.STAFF.match(printed)
    return bool(find_names(printed[staff.end() :] if staff else printed))


def repeated_labels(lines: Sequence[Line]) -> frozenset[str]:
    """Short lines without any punctuation that come more than once on the page."""
    seen: set[str] = set()
    twice: set[str] = set()
    for line in lines:
        if 2 <= len(line.text) <= 6 and re.fullmatch(f"[{signs.HAN}]+", line.text):
            (twice if line.text in seen else seen).add(line.text)
    return frozenset(text for text in twice if not find_names(text))
