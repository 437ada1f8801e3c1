"""Lines into units: wrapped lines joined, so that each unit is a paragraph, a title, a byline."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise
from statistics import median

from studydesk.domain.reports import REPORT
from studydesk.sources.recovery import signs
from studydesk.sources.recovery.bylines import ends_in_name
from studydesk.sources.recovery.captions import place_captions
from studydesk.sources.recovery.column_breaks import is_column_break
from studydesk.sources.recovery.credits import PICTURE_CREDIT
from studydesk.sources.recovery.few_rows import (
    cut_off,
    end_of_inset,
    is_row_of_box,
    is_row_of_few,
    set_narrower,
)
from studydesk.sources.recovery.indents import with_indents
from studydesk.sources.recovery.interruptions import RUNNING, is_stray, pair_interrupts
from studydesk.sources.recovery.lines import Line
from studydesk.sources.recovery.lone_quotes import end_of_lone_quote, is_lone_quote
from studydesk.sources.recovery.places import roles_in_place
from studydesk.sources.recovery.roles import (
    Role,
    are_of_makers,
    classify,
    repeated_labels,
)
from studydesk.sources.recovery.rows import LINE_END
from studydesk.sources.recovery.sections import counts_section
from studydesk.sources.recovery.setting import Setting
from studydesk.sources.recovery.title_lines import (
    RECENT,
    are_short_lines,
    heads_paragraph,
    is_above_names,
    is_first_of_alike,
    is_kicker_line,
    is_numbered_heading,
    is_set_apart,
    is_spaced_title,
    is_title_line,
    is_title_of_another,
)
from studydesk.sources.recovery.units import Unit
from studydesk.sources.recovery.wrapping import (
    EVEN,
    EXACT,
    NARROWEST,
    UNEVEN,
    Column,
    columns_of,
    is_indented,
)

# What stands beside the text of an article, by what is said in it.
BESIDE_TEXT = (Role.CREDIT, Role.FOLIO, Role.NAMES)
INDENT = 2
# A Latin word, or two, over the end of a row: inter- / national, of the / world.
LATIN_BREAK = re.compile("[a-z]-?\n[a-z]")
# A workplace, its city and the post code may stand behind: （江城大学，江城 430000）.
BRACKETED = re.compile(f"[（(]([{signs.HAN}、，]{{2,30}}?)(?:，[{signs.HAN}]{{2,8}}\\d{{6}})?[）)]")
# Where more of the rows than this are set in, it is a margin.
MOST_INDENTED = 0.8


def gather(raw: str, lines: Sequence[Line], ask: Callable[[], object] = lambda: None) -> list[Unit]:
    """The units of a page, in its order. `ask` may raise Cancelled."""
    labels = repeated_labels(lines)
    columns = columns_of(lines)
    page = Setting(
        raw,
        lines,
        labels,
        rows_for_text(
            raw,
            lines,
            roles_in_place(raw, lines, [role_of(raw, line, labels) for line in lines]),
            columns,
        ),
        columns,
        is_indented(lines, columns),
        has_typed_indents(lines),
        sum(line.indented for line in lines) <= MOST_INDENTED * sum(map(is_row, lines)),
        median(line.gap for line in lines) if lines else 0,
        "".join(line.text for line in lines),
        list(accumulate((len(line.text) for line in lines), initial=0)),
    )
    units: list[Unit] = []
    begin = 0
    for index in range(1, len(lines) + 1):
        ask()
        if index == len(lines) or not continues(page, begin, index):
            group = tuple(lines[begin:index])
            role = page.roles[begin] if len(group) == 1 else classify(raw, group, labels)
            unit = Unit(group, role)
            units.append(replace(unit, narrow=is_lone_quote(page, begin, unit)))
            begin = index
    units = [cut_off(units, at) for at in range(len(units))]
    units = [set_narrower(units, at) for at in range(len(units))]
    return with_indents(raw, units, dict(zip(map(id, lines), columns, strict=True)))


def role_of(raw: str, line: Line, labels: frozenset[str]) -> Role:
    """The role that the looks of a line tell; a row of a table is text, whatever is in it."""
    return Role.TEXT if line.row else classify(raw, [line], labels)


def rows_for_text(
    raw: str, lines: Sequence[Line], roles: Sequence[Role], columns: Sequence[Column | None]
) -> list[Role]:
    """The roles, lines that look like a credit, names or a running head taken for text where they
    are rows of a paragraph: nothing is ever taken out of a sentence for the words it has, but who
    made the page, told in several parts. A workplace in brackets under names is that of the
    authors.
    """
    placed = list(roles)
    for at in range(1, len(lines)):
        if (placed[at - 1], placed[at]) == (Role.NAMES, Role.DISPLAY) and (
            found := BRACKETED.fullmatch(lines[at].text)
        ):
            placed[at] = Role.AFFILIATION if signs.POST_END.search(found[1]) else placed[at]
        if (
            placed[at] in BESIDE_TEXT
            and not are_of_makers(raw[lines[at].start : lines[at].end])
            and is_row_of_paragraph(lines, placed, columns, at)
        ):
            placed[at] = Role.TEXT
    return place_captions(raw, lines, placed)


def is_row_of_paragraph(
    lines: Sequence[Line], roles: Sequence[Role], columns: Sequence[Column | None], at: int
) -> bool:
    """Whether a line that is not set in fills its column and text goes on under it, or above it an
    open sentence fills its row, too; a sentence about pictures is a row below any open one.
    """
    before, line = lines[at - 1 : at + 1]
    if line.sealed or before.sealed or line.level or line.icon or line.indented:
        return False
    column = columns[at] or columns[at - 1]
    if roles[at - 1] not in RUNNING or column is None:
        return False
    spaced = len(line.text) < line.end - line.start
    if spaced and roles[at] is Role.NAMES and roles[at - 1] is Role.DISPLAY:
        return False  # names with spaces between them, under a title
    if not before.closed and PICTURE_CREDIT.fullmatch(line.text):
        return True
    if not column.fills(line):
        return False
    if not before.closed:
        return column.fills(before) or column.fills(before, INDENT)
    after = lines[at + 1] if at + 1 < len(lines) else None
    return after is not None and roles[at + 1] in RUNNING and not after.indented


# --- joining ---------------------------------------------------------------------------------


def continues(page: Setting, begin: int, index: int) -> bool:
    """Whether line `index` goes on with the unit that line `begin` began."""
    before, line = page.lines[index - 1], page.lines[index]
    if before.sealed or line.sealed or line.level or line.icon or before.row or line.row:
        return False
    if before.icon or (is_speaker(page, begin) and goes_on_to_name(page, begin, index)):
        return not before.icon
    if opens_report(before) and page.roles[index] is not Role.NAMES:
        return True
    if not LINE_END.search(page.raw, before.end, line.start):
        return False
    if page.roles[index] not in RUNNING or page.roles[index - 1] not in RUNNING:
        return False
    return goes_on_in_text(page, begin, index)


def goes_on_in_text(page: Setting, begin: int, index: int) -> bool:
    """Whether a line goes on with a unit, where both could be rows of text."""
    before, line = page.lines[index - 1], page.lines[index]
    if quote := end_of_lone_quote(page, begin):
        return index < quote
    if inset := end_of_inset(page, begin, page.nearest[begin]):
        return index < inset
    if end_of_inset(page, index, page.nearest[index]):
        return False
    if line.text[0] in signs.NO_LINE_START or is_row_of_box(page, begin, index):
        return True
    if begins_anew(page, index):
        return False
    if LATIN_BREAK.search(f"{before.text}\n{line.text}"):
        return True
    column = page.nearest[index]
    if page.marked and (line.indented or page.lines[begin].indented):
        return not line.indented and goes_on_unmarked(page, begin, index, column)
    return goes_on_in_column(page, begin, index, column)


def begins_anew(page: Setting, index: int) -> bool:
    """Whether a paragraph or a title surely begins: beside the number of a section, under the label
    of a box that explains something, with who reports, as the first of several headings, or set in
    behind a whole sentence where most lines are not.
    """
    before, line = page.lines[index - 1], page.lines[index]
    if any(counts_section(page.lines[at], page.roles[at]) for at in (index - 1, index)):
        return True
    if signs.ASIDE.fullmatch(before.text):
        return True
    if REPORT.match(line.text) or signs.OPEN_REPORT.fullmatch(line.text):
        return True
    if is_first_of_alike(page, index):
        return True
    if before.spaced and not line.spaced and is_spaced_title(page, index - 1):
        return True
    if page.roles[index - 1] is page.roles[index] is Role.DISPLAY and (
        signs.SUBTITLE.match(line.text)
    ):
        return True
    return before.closed and line.indented and page.some_indented


def opens_report(line: Line) -> bool:
    """Whether a line is the dateline of a report and nothing else, or the beginning of one."""
    text = line.text
    return bool(signs.DATELINE.fullmatch(text) or signs.OPEN_REPORT.fullmatch(text))


def goes_on_unmarked(page: Setting, begin: int, index: int, column: Column | None) -> bool:
    """Whether a line that is not set in, where paragraphs are, goes on with one that was."""
    before = page.lines[index - 1]
    around = column or Column(before.width, EVEN)
    if is_stray(page, index) or is_title_of_another(page, begin, index, around):
        return False
    if before.closed and heads_paragraph(page, index):
        return False
    if not before.closed:
        return True
    indent = INDENT if index - begin == 1 else 0
    return column is not None and not column.is_short(before, indent)


def goes_on_in_column(page: Setting, begin: int, index: int, column: Column | None) -> bool:
    """Whether a line goes on with a unit, by the looks of both and by the width of lines."""
    before, line = page.lines[index - 1], page.lines[index]
    if line.text.startswith("——") and page.roles[index - 1] is Role.DISPLAY and index - begin < 3:
        return False
    if pair_interrupts(page, index - 1):
        return True
    if is_set_apart(page, index - 1) or is_set_apart(page, index):
        return False
    if is_kicker_line(page, index, column) or are_short_lines(page, begin, index, column):
        return False
    if is_title_line(page, begin, index):
        full = column is not None and before.width + 1 >= column.width - column.slack
        return full and is_above_names(page, index)
    if not column:
        if is_row_of_few(page, begin, index):
            return True
        return bool(line.gap < page.usual_gap and not before.closed and before.width > 12)
    if is_title_of_another(page, begin, index, column):
        return False
    if before.closed:
        return not ends_paragraph(page, begin, index, column)
    full = is_full(page, begin, index, column)
    return full and not (is_column_break(page, index) or is_stray(page, index))


def has_typed_indents(lines: Sequence[Line]) -> bool:
    """Whether paragraphs begin with typed spaces: several lines do, but hardly any that goes on
    with the line above.
    """
    indented = sum(line.indented for line in lines)
    after_open = [line for before, line in pairwise(lines) if not before.closed and is_row(before)]
    inside = sum(line.indented for line in after_open)
    return indented >= 3 and bool(after_open) and inside <= 0.25 * len(after_open)


def is_row(line: Line) -> bool:
    """Whether a line could be a row of running text, not a title or a name."""
    return line.width >= NARROWEST and bool(line.indented or signs.CLAUSE.search(line.text))


def is_speaker(page: Setting, begin: int) -> bool:
    """Whether the speaker of a round-up may begin here: —— behind a sentence, not a title."""
    return (
        page.lines[begin].text.startswith("——")
        and begin > 0
        and page.lines[begin - 1].closed
        and page.roles[begin - 1] is Role.TEXT
    )


def goes_on_to_name(page: Setting, begin: int, index: int) -> bool:
    """Whether the speaker of a round-up, set over two or three lines, goes on to the name."""
    group = page.lines[begin:index]
    start, end = group[0].start, group[-1].end
    if len(group) > 2 or group[-1].closed or ends_in_name(page.raw[start:end]):
        return False
    return ends_in_name(page.raw[start : page.lines[index].end])


def is_full(page: Setting, begin: int, index: int, column: Column) -> bool:
    """Whether an open line reaches the end of its column, so that its sentence goes on.

    The first line of a paragraph may be indented; a heading is as short, but then the line
    below it is indented too.
    """
    before, line = page.lines[index - 1], page.lines[index]
    if before.level:
        return not line.closed or line.width <= column.width + column.slack
    if is_spread(before, column):
        return True
    if begins_set_in(page, index, column):
        return False
    if column.is_wider(before) or column.is_wider(line):
        return False
    if index - begin == 1 and is_numbered_heading(page, index - 1, column):
        return False
    if (
        index - begin == 1
        and before.indented
        and not line.indented
        and column.fills(before, INDENT)
    ):
        return True
    if index - begin == 1 and page.indented:
        if page.marked and column.fills(before):
            return True  # typed spaces would set a first line in
        return (column.fills(before, INDENT) or column.fills(before)) and not (
            column.slack < UNEVEN and column.fills(before, INDENT) and opens(page, index, column)
        )
    usual = line.width if index - begin < 3 else median_width(page, begin, index)
    return not min(column, Column(usual, column.slack)).is_short(before)


def opens(page: Setting, index: int, column: Column) -> bool:
    """Whether a line is the indented first of several."""
    line = page.lines[index]
    after = page.lines[index + 1] if index + 1 < len(page.lines) else None
    return bool(
        column.fills(line, INDENT)
        and not column.fills(line)
        and not line.closed
        and after
        and not column.is_short(after)
    )


def begins_set_in(page: Setting, index: int, column: Column) -> bool:
    """Whether a row between two full ones is narrower by just what first rows are set in."""
    if not page.indented or page.marked or index + 1 >= len(page.lines):
        return False
    before, line, after = page.lines[index - 1 : index + 2]
    full = Column(column.width, min(column.slack, EVEN))
    return (
        full.fills(before)
        and full.fills(after)
        and abs(column.width - INDENT - line.width) <= EXACT
        and not (line.closed or line.spaced)
    )


def is_spread(line: Line, column: Column) -> bool:
    """Whether a line is letterspaced to fill its column: some characters fewer than others."""
    return line.spaced and line.width >= 0.7 * column.width


def ends_paragraph(page: Setting, begin: int, index: int, column: Column) -> bool:
    """Whether a paragraph ends with a line that ends a sentence: the line is short, or the next
    one is indented or begins an ordinal, or more empty lines stand between them than usual.
    """
    before, line = page.lines[index - 1], page.lines[index]
    count = index - begin
    width = min(column.width, median_width(page, begin, index - 1)) if count > 2 else column.width
    set_in = page.indented or before.indented or column.slack > EVEN
    indent = INDENT if count == 1 and set_in else 0
    short = EXACT if column.slack == EXACT else 1.5 * EVEN
    if not is_spread(before, column) and before.width < width - short - indent:
        return len(before.text) < column.width
    if signs.STARTS_PARAGRAPH.match(line.text):
        return True
    if line.gap != (before.gap if count > 1 else page.gap_of_rows(index)):
        return True
    following = page.lines[index + 1] if index + 1 < len(page.lines) else None
    indented = line.width <= column.width - 1.5 * EVEN and not line.closed and not line.spaced
    return bool(indented and following and following.width > line.width + 1)


def median_width(page: Setting, begin: int, end: int) -> float:
    """The usual width of the last lines of a unit."""
    return median(line.width for line in page.lines[max(begin, end - RECENT) : end])
