"""Titles that came to stand inside a paragraph, whose lines read on over them."""

from studydesk.sources.recovery import signs
from studydesk.sources.recovery.roles import Role
from studydesk.sources.recovery.setting import Setting
from studydesk.sources.recovery.title_lines import PUNCTUATION, is_halved, reads_on
from studydesk.sources.recovery.words import word_over
from studydesk.sources.recovery.wrapping import EVEN, INDENT, UNEVEN, Column

RUNNING = (Role.TEXT, Role.DISPLAY)
# Each line of a title on two lines that came to stand in a paragraph is at most so much of its
# column.
HALF_OF_COLUMN = 0.6
# A title has so many characters at least.
SHORTEST_TITLE = 6


def is_stray(page: Setting, index: int) -> bool:
    """Whether one of two lines is a title, or an end of one, that came to stand in a paragraph."""
    if pair_interrupts(page, index) or pair_interrupts(page, index - 2):
        return True
    return interrupts(page, index) or interrupts(page, index - 1)


def pair_interrupts(page: Setting, index: int) -> bool:
    """Whether line `index` and the next are a title of two short lines between two full ones of
    one sentence.
    """
    if not 1 < index < len(page.lines) - 2:
        return False
    if not page.roles[index] is page.roles[index + 1] is Role.DISPLAY:
        return False
    before, first, second, after = page.lines[index - 1 : index + 3]
    column = page.columns[index] or page.columns[index - 1]
    if not column or before.closed or not (column.fills(before) and column.fills(after)):
        return False
    widest = HALF_OF_COLUMN * column.width
    return (
        max(first.width, second.width) <= widest
        and not PUNCTUATION.search(first.text + second.text)
        and after.text[0] not in signs.NO_LINE_START
        and not reads_on(page, index)
        and not reads_on(page, index + 2)
    )


def interrupts(page: Setting, index: int) -> bool:
    """Whether a line without punctuation, shorter or longer than its column, stands between two
    lines that read on over it.
    """
    if not 1 < index < len(page.lines) - 1:
        return False
    earlier, before, line, after = page.lines[index - 2 : index + 2]
    column = page.columns[index] or page.columns[index - 1]
    if not column and page.marked:
        column = Column(max(earlier.width, after.width), EVEN)
    if not column or earlier.closed or before.closed or PUNCTUATION.search(line.text):
        return False
    if is_halved(page.raw, before) or is_halved(page.raw, after):
        return False
    if page.roles[index - 2] not in RUNNING or page.roles[index + 1] not in RUNNING:
        return False
    over = (earlier.text + before.text)[-2:] + after.text[:2]
    if len(over) < 4 or column.fills(line):
        return False
    if page.has(over, index):
        return True
    if line.text[0].isalnum() and reads_on(page, index):
        return False
    if breaks_row(page, index, column):
        return True
    return column.is_short(line) and page.has(over[1:3], index)


def breaks_row(page: Setting, index: int, column: Column) -> bool:
    """Whether a line that looks like a title stands alone between two full rows of an even column:
    no row inside a paragraph ends before the column.
    """
    before, line, after = page.lines[index - 1 : index + 2]
    even = page.marked and column.slack < UNEVEN  # typed spaces would set a first row in
    return (
        page.roles[index] is Role.DISPLAY
        and (even or is_between_full_rows(page, index, column))
        and column.is_short(line, INDENT)
        and len(line.text) >= SHORTEST_TITLE
        and not line.spaced
        and not before.spaced
        and column.fills(before)
        and (column.fills(after) or (after.spaced and not column.is_wider(after)))
        and not after.indented
        and not word_over(before.text, line.text)
        and not word_over(line.text, after.text)
    )


def is_between_full_rows(page: Setting, index: int, column: Column) -> bool:
    """Whether the rows beside a line are as wide as their column, and one of those beyond them."""
    full = [abs(row.width - column.width) <= EVEN for row in page.lines[index - 2 : index + 3]]
    return len(full) > 4 and full[1] and full[3] and (full[0] or full[4])
