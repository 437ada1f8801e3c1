"""Pull quotes between articles: rows narrower than the page, under no head and over the next."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from studydesk.sources.recovery import signs
from studydesk.sources.recovery.few_rows import LONGEST_NARROW
from studydesk.sources.recovery.lines import Line
from studydesk.sources.recovery.page import SHORTEST_ALONE, could_be_pull_quote
from studydesk.sources.recovery.places import RUNNING, heads_byline
from studydesk.sources.recovery.roles import ENDS, Role
from studydesk.sources.recovery.setting import Setting
from studydesk.sources.recovery.title_lines import PUNCTUATION, stands_under_signature
from studydesk.sources.recovery.units import Unit
from studydesk.sources.recovery.wrapping import EVEN, NARROWEST

INDENT = 2
FEWEST_ROWS, MOST_ROWS = 3, 16
# How far around a quotation lines tell how wide the page is set, and how much narrower that is;
# where text follows without a head, it is more.
AROUND, NARROWER, MUCH_NARROWER = 24, 2.5, 4.5
# What stands behind an article or between two.
EDGES = ENDS - {Role.LABEL}


def is_lone_quote(page: Setting, begin: int, unit: Unit) -> bool:
    """Whether the unit that begins at a line is a pull quote between articles: whole, as short as
    one, over a head, and neither a caption nor what the editors say.
    """
    short = could_be_pull_quote(unit, SHORTEST_ALONE) and len(unit.text) <= LONGEST_NARROW
    end = begin + len(unit.lines)
    if not short or end_of_lone_quote(page, begin) != end or not begins_head(page, end):
        return False
    return not signs.is_note(unit.text, page.raw[unit.spans[0].start : unit.spans[-1].end])


def end_of_lone_quote(page: Setting, begin: int) -> int:
    """Where the rows end that a pull quote between articles has, if it begins at a line; else 0.

    It stands at the beginning of the page or behind the end of an article, clearly narrower than
    the rows around it; its own are equally wide up to the last, which ends a sentence.
    """
    if begin and page.roles[begin - 1] not in EDGES and not stands_under_signature(page, begin):
        return 0
    rows = page.lines[begin : begin + MOST_ROWS]
    closed = (at for at, row in enumerate(rows) if row.closed)
    last = next((at for at in closed if stands_over_head(page, begin, begin + at)), 0)
    rows = rows[: last + 1]
    if len(rows) < FEWEST_ROWS or not are_rows(rows):
        return 0
    said = "".join(row.text for row in rows[:-1])
    end = begin + len(rows)
    return end if PUNCTUATION.search(said) and is_narrow(page, begin, end) else 0


def stands_over_head(page: Setting, begin: int, index: int) -> bool:
    """Whether no other of the rows from one on stands below a line: a head begins, or what does is
    much wider.
    """
    if begins_head(page, index + 1):
        return True
    first, below = page.lines[begin], page.lines[index + 1]
    indent = INDENT if below.indented or page.indented else 0
    return below.width + indent > first.width + MUCH_NARROWER


def begins_head(page: Setting, index: int) -> bool:
    """Whether the head of an article begins at a line, or the page ended above it."""
    if index == len(page.lines):
        return True
    marked = page.lines[index].icon or page.lines[index].level > 0
    return marked or page.roles[index] not in RUNNING or heads_byline(page.roles, index - 1)


def are_rows(rows: Sequence[Line]) -> bool:
    """Whether lines are as wide as each other but for the last, and the first, which may be set in;
    one is shorter where the next cannot begin with its second character.
    """
    width = max(row.width for row in rows[:-1])
    if any(row.sealed or row.level or row.icon or row.row for row in rows):
        return False
    if signs.OPENS_SENTENCE.match(rows[1].text) or signs.DATELINE.match(rows[1].text):
        return False  # the first is the title of an item of news
    if width < NARROWEST or rows[-1].width > width + EVEN or any(row.indented for row in rows[1:]):
        return False
    for at, (row, below) in enumerate(pairwise(rows)):
        room = EVEN + (EVEN if below.text[1:2] in tuple(signs.NO_LINE_START) else 0)
        if row.width < width - room and (at or abs(row.width + INDENT - width) > room):
            return False
    return True


def is_narrow(page: Setting, begin: int, end: int) -> bool:
    """Whether lines are clearly narrower than the rows around them that end no sentence."""
    around = (*page.lines[max(0, begin - AROUND) : begin], *page.lines[end : end + AROUND])
    widths = [line.width for line in around if not line.closed]
    own = max(line.width for line in page.lines[begin:end])
    return bool(widths) and own <= median(widths) - NARROWER
