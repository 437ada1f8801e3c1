"""What a line or a paragraph is, as far as its own looks tell."""

import re
from collections.abc import Sequence
from enum import Enum, auto

from studydesk.sources import signs
from studydesk.sources.bylines import ends_in_name, is_byline
from studydesk.sources.lines import Line
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


def classify(raw: str, group: Sequence[Line], labels: frozenset[str]) -> Role:
    """The role that the looks of a unit tell."""
    text = "".join(line.text for line in group)
    first = group[0]
    printed = raw[first.start : group[-1].end]
    if first.sealed:
        return Role.AFFILIATION if signs.AFFILIATION.match(text) else Role.CREDIT
    if first.level == 0 and signs.SPEAKER_START.fullmatch(text) and ends_in_name(printed):
        return Role.SPEAKER
    if signs.LINE_CREDIT.fullmatch(text):
        return Role.CREDIT
    if signs.FOLIO.fullmatch(text):
        return Role.FOLIO
    if is_label(printed, first, labels):
        return Role.LABEL
    if len(group) == 1 and not first.level and is_byline(printed):
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


def is_label(printed: str, line: Line, labels: frozenset[str]) -> bool:
    """Whether a line is the label of a column or of a box."""
    text = line.text
    if text in labels or text in signs.BOX_LABELS:
        return True
    if not re.fullmatch(f"[{signs.HAN}·]{{2,8}}", text):
        return False
    if line.icon and not is_byline(printed):
        return True
    return len(text) <= 6 and bool(signs.COLUMN_END.search(text))


def repeated_labels(lines: Sequence[Line]) -> frozenset[str]:
    """Short lines without any punctuation that come more than once on the page."""
    seen: set[str] = set()
    twice: set[str] = set()
    for line in lines:
        if 2 <= len(line.text) <= 6 and re.fullmatch(f"[{signs.HAN}]+", line.text):
            (twice if line.text in seen else seen).add(line.text)
    return frozenset(text for text in twice if not find_names(text))
