"""Which printed lines are titles, kickers and headings, and so no rows of a paragraph."""

import re

from studydesk.sources.recovery import signs
from studydesk.sources.recovery.alike_headings import begins_alike
from studydesk.sources.recovery.lines import Line
from studydesk.sources.recovery.places import begins_article
from studydesk.sources.recovery.roles import (
    LONGEST_DISPLAY,
    Role,
    is_balanced,
    is_display,
)
from studydesk.sources.recovery.setting import Setting
from studydesk.sources.recovery.words import word_over
from studydesk.sources.recovery.wrapping import EVEN, EXACT, Column

MOST_HEADING_LINES = 3
# So many rows of the same width are a paragraph and no title.
EVEN_ROWS = 3
PUNCTUATION = re.compile("[。；：，！]")
HALVES = re.compile(f"[{signs.HAN}“”]{{4,}}[ \t\u3000]+[{signs.HAN}“”]{{4,}}")
RECENT = 8
# The next of several headings is no farther from the first, in lines.
FARTHEST_ALIKE = 12
# The lines of a title over a short item are so wide at most, beside its text.
SHORT_OF_BELOW = 0.75


def is_set_apart(page: Setting, index: int) -> bool:
    """Whether a title or heading has more empty lines than usual above and below it."""
    gaps = [line.gap for line in page.lines[index : index + 2]]
    return page.roles[index] is Role.DISPLAY and len(gaps) == 2 and min(gaps) > page.usual_gap


def is_spaced_title(page: Setting, index: int) -> bool:
    """Whether a letterspaced line is the last of a title: one stands right above it, and not below
    text.
    """
    roles = page.roles[max(0, index - 1) : index + 1]
    above = page.lines[index - 1].spaced if index else False
    return above and roles[-1] is Role.DISPLAY and roles[0] in (Role.DISPLAY, Role.LABEL)


def is_halved(raw: str, line: Line) -> bool:
    """Whether a line is two phrases with a space between, as titles are and running text is not."""
    return bool(HALVES.fullmatch(raw, line.start, line.end))


def is_title_line(page: Setting, begin: int, index: int) -> bool:
    """Whether one of two lines is a title by its look or by its place."""
    before, line = page.lines[index - 1], page.lines[index]
    halved = is_halved(page.raw, line) or is_halved(page.raw, before)
    return halved or is_under_label(page, begin, index)


def is_under_label(page: Setting, begin: int, index: int) -> bool:
    """Whether the line above is the first under a column's label and looks like a title."""
    if begin != index - 1 or begin == 0 or page.roles[begin - 1] is not Role.LABEL:
        return False
    if signs.BOX_LABEL.fullmatch(page.lines[begin - 1].text):
        return False
    rows = page.lines[begin : begin + EVEN_ROWS]
    even = all(abs(row.width - rows[0].width) <= EXACT for row in rows)
    if len(rows) == EVEN_ROWS and even and "、" in rows[0].text:
        return False
    return page.roles[begin] is Role.DISPLAY and not PUNCTUATION.search(page.lines[begin].text)


def is_kicker_line(page: Setting, index: int, column: Column | None) -> bool:
    """Whether the line above is whole by itself, over a title on one line: it names an occasion,
    or is shorter than the column that it stands in.
    """
    before = page.lines[index - 1]
    if page.roles[index - 1] is not Role.DISPLAY:
        return False
    if signs.OCCASION.fullmatch(before.text):
        return Role.NAMES in page.roles[index + 1 : index + 3]
    titles = 2 if page.roles[index : index + 2].count(Role.DISPLAY) == 2 else 1
    if not is_above_names(page, index + titles - 1):
        return False
    return (
        column is not None
        and begins_article(page.roles, index - 1)
        and (before.width < column.width - EVEN)
    )


def are_short_lines(page: Setting, begin: int, index: int, column: Column | None) -> bool:
    """Whether two lines that begin an article are clearly shorter than the rows of its column, and
    so no two rows of one line.
    """
    if column is None or begin != index - 1:
        return False
    wider = max(line.width for line in page.lines[index - 1 : index + 1])
    both = page.roles[index - 1] is page.roles[index] is Role.DISPLAY
    if both and stands_under_signature(page, index - 1):
        return wider < column.width - EVEN
    return both and wider <= SHORT_OF_BELOW * column.width and begins_article(page.roles, index - 1)


def stands_under_signature(page: Setting, index: int) -> bool:
    """Whether names in brackets stand right above a line: they close an article."""
    return index > 0 and (
        page.roles[index - 1] is Role.NAMES and page.lines[index - 1].text[0] in "（("
    )


def is_above_names(page: Setting, index: int) -> bool:
    """Whether a line stands over a byline, a dateline or the label of a box, and so is the end of
    a title.
    """
    if index + 1 >= len(page.lines):
        return False
    below = page.lines[index + 1].text
    if signs.BOX_LABEL.fullmatch(below):
        return True
    dated = signs.DATELINE.match(below) or signs.OPEN_REPORT.fullmatch(below)
    return page.roles[index + 1] is Role.NAMES or bool(dated)


def is_title_of_another(page: Setting, begin: int, index: int, column: Column) -> bool:
    """Whether a row below text is the title of what follows it, or begins that."""
    return is_title_below_text(page, begin, index, column) or opens_title(page, index, column)


def is_title_below_text(page: Setting, begin: int, index: int, column: Column) -> bool:
    """Whether a short line over a byline is the title of what follows: the last line of the
    paragraph above it would end in a full stop.
    """
    line, above = page.lines[index], page.lines[max(begin, index - RECENT) : index]
    return (
        page.roles[index] is Role.DISPLAY
        and is_above_names(page, index)
        and (column.is_short(line) or is_among_full_rows(page, index, column))
        and not PUNCTUATION.search(line.text.replace("：", "", 1))
        and not (page.lines[index - 1].text[-1].isalnum() and reads_on(page, index))
        and any(PUNCTUATION.search(row.text) for row in above)
    )


def is_among_full_rows(page: Setting, index: int, column: Column) -> bool:
    """Whether a line over names ends before its column does, and the row above it and those below
    the names do not, as even rows of one sentence.
    """
    before, line, *below = page.lines[index - 1 : index + 4]
    full = all(abs(row.width - column.width) <= EXACT for row in (before, *below[1:]))
    return len(below) > 2 and full and not before.closed and line.width < column.width - EVEN


def opens_title(page: Setting, index: int, column: Column) -> bool:
    """Whether a short line that ends no sentence is the label over a title or its first line: the
    title and the names stand below it, and no word goes over from the row above it.
    """
    line, before = page.lines[index], page.lines[index - 1]
    below = page.roles[index + 1 : index + 2 + MOST_HEADING_LINES]
    titles = below.index(Role.NAMES) if Role.NAMES in below else 0
    return (
        titles > 0
        and below[:titles].count(Role.DISPLAY) == titles
        and column.is_short(line)
        and not PUNCTUATION.search(line.text[:-1])
        and "、" not in line.text
        and line.text[-1] not in "。！？…”；，"
        and before.text[-1] != "、"
        and not word_over(before.text, line.text)
    )


def heads_paragraph(page: Setting, index: int) -> bool:
    """Whether up to three lines from one that is not set in are a heading: the line below them is
    set in, and no sentence ends above it.
    """
    rows = page.lines[index : index + MOST_HEADING_LINES + 1]
    count = next((at for at, row in enumerate(rows) if row.indented), 0)
    if not count or any(row.sealed or row.closed for row in rows[:count]):
        return False
    text = "".join(row.text for row in rows[:count])
    return len(text) <= LONGEST_DISPLAY and is_display(text) and is_balanced(text)


def is_numbered_heading(page: Setting, index: int, column: Column) -> bool:
    """Whether a line that counts a part (一、 or （一）) ends before its column does, and nothing
    speaks for its going on.
    """
    line = page.lines[index]
    return (
        page.roles[index] is Role.DISPLAY
        and any(ordinal.match(line.text) for ordinal in signs.ORDINALS[:2])
        and line.width < column.width - EVEN
        and not reads_on(page, index + 1)
        and not word_over(line.text, page.lines[index + 1].text)
    )


def is_first_of_alike(page: Setting, index: int) -> bool:
    """Whether a line under a title stands over text, and soon, behind a whole sentence, another one
    of its form does: the first of the headings.
    """
    if page.roles[index - 1] is not Role.DISPLAY or not is_over_sentence(page, index):
        return False
    above, text = (page.lines[at].text for at in (index - 1, index))
    if signs.ASKS.match(above) or word_over(above, text):
        return False
    return any(
        page.lines[at - 1].closed
        and page.roles[at - 1] is Role.TEXT
        and is_over_sentence(page, at)
        and begins_alike(above, text, page.lines[at].text)
        for at in range(index + 2, min(len(page.lines), index + FARTHEST_ALIKE))
    )


def is_over_sentence(page: Setting, index: int) -> bool:
    """Whether a line like a heading stands over text, or the row of one that has a comma."""
    if page.roles[index] is not Role.DISPLAY:
        return False
    below = zip(page.roles[index + 1 : index + 2], page.lines[index + 1 : index + 2], strict=True)
    return any(
        role is Role.TEXT
        or (role is Role.DISPLAY and PUNCTUATION.search(line.text) and not line.closed)
        for role, line in below
    )


def reads_on(page: Setting, index: int) -> bool:
    """Whether the characters where two neighbouring lines meet stand together elsewhere too."""
    over = page.lines[index - 1].text[-1:] + page.lines[index].text[:1]
    return page.has(over, index, times=2)
