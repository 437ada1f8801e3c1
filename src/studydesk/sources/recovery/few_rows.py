"""Paragraphs of few rows: those too short to tell their column, and those set narrower."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from studydesk.sources.recovery import signs
from studydesk.sources.recovery.lines import Line
from studydesk.sources.recovery.roles import Role
from studydesk.sources.recovery.setting import Setting
from studydesk.sources.recovery.title_lines import PUNCTUATION
from studydesk.sources.recovery.units import Unit
from studydesk.sources.recovery.words import word_over
from studydesk.sources.recovery.wrapping import EVEN, NARROWEST, Column

INDENT = 2
SHORT_LAST = 0.3
# A paragraph that is set narrower, by so much, than all around it, or twice that where it has few
# rows, is this long at most.
LONGEST_NARROW, NARROWER, WIDEST_NARROW, AROUND, MOST_NARROW = 110, 1.8, 20, 3, 2
FEWEST_ROWS = 3
# So much narrower are the rows of a quotation that the column runs around.
MUCH_NARROWER = 5.0
# A quotation in a box has no more rows.
MOST_ROWS = 16
# How wide the rows of a short paragraph are, and how many there are at most.
NARROW, WIDE, FEW_ROWS = 14, 32, 6


def is_row_of_few(page: Setting, begin: int, index: int) -> bool:
    """Whether an open line is a row of a paragraph too short to tell its column: one with a comma
    is as wide as it, and one that ends a sentence follows and is not wider.
    """
    before, first = page.lines[index - 1], page.lines[begin]
    if are_narrow_rows(page, begin, index):
        return True
    if before.closed or not NARROW <= before.width <= WIDE:
        return False
    if page.lines[index].gap > page.usual_gap:
        return False
    over = word_over(before.text, page.lines[index].text)
    if not over and not PUNCTUATION.search("".join(line.text for line in page.lines[begin:index])):
        return False
    for line in page.lines[index : index + FEW_ROWS]:
        widest = first.width + (INDENT if page.usual_gap else 0) + 2 * EVEN
        if line.sealed or line.level or line.icon or line.width > widest:
            return False
        if line.closed:
            return True
        if line.width < first.width - 2 * EVEN:
            return False
    return False


def are_narrow_rows(page: Setting, begin: int, index: int) -> bool:
    """Whether a line is one of three rows or more that are equally wide, up to the last, and that
    are a sentence with a comma: as narrow as pull quotes are set.
    """
    rows = page.lines[begin : begin + MOST_ROWS]
    last = next((at for at, row in enumerate(rows) if row.closed), 0)
    if last < max(2, index - begin) or not NARROWEST <= rows[0].width < NARROW:
        return False
    if any(row.sealed or row.level or row.icon or row.indented for row in rows[1 : last + 1]):
        return False
    even = all(abs(row.width - rows[0].width) <= EVEN for row in rows[:last])
    text = "".join(row.text for row in rows[:last])
    return even and rows[last].width <= rows[0].width + EVEN and bool(PUNCTUATION.search(text))


def is_row_of_box(page: Setting, begin: int, index: int) -> bool:
    """Whether a line is a row of the quotation under the label of a box (核心提示): the rows are
    equally wide up to the last, which ends a sentence.
    """
    if not begin or not signs.BOX_LABEL.fullmatch(page.lines[begin - 1].text):
        return False
    rows = page.lines[begin : begin + MOST_ROWS]
    last = next((at for at in range(index - begin, len(rows)) if rows[at].closed), 0)
    if not last or any(row.sealed or row.level or row.icon for row in rows[: last + 1]):
        return False
    if any(row.closed for row in rows[: index - begin]):
        return False
    width = rows[0].width
    return all(abs(row.width - width) <= 2 * EVEN for row in rows[:last]) and (
        rows[last].width <= width + 2 * EVEN
    )


def end_of_inset(page: Setting, begin: int, column: Column | None) -> int:
    """Where the rows end that a quotation set into an article has, if it begins at a line; else 0:
    they are clearly narrower than its column, and the last ends a sentence. Inside an open sentence
    full rows stand above and below, and the last ends before the others do; behind a whole
    paragraph what stands below is wider.
    """
    if not begin or column is None:
        return 0
    before, rows = page.lines[begin - 1], page.lines[begin : begin + MOST_ROWS]
    width = rows[0].width
    if width > column.width - MUCH_NARROWER or not (before.closed or column.fills(before)):
        return 0
    last = next(
        (
            at
            for at, (row, below) in enumerate(pairwise(rows))
            if row.width < width - EVEN or (row.closed and is_wider(below, width))
        ),
        0,
    )
    if last < FEWEST_ROWS - 1 or last + 1 >= len(rows) or not rows[last].closed:
        return 0
    if any(row.sealed or row.level or row.icon or row.indented for row in rows[: last + 2]):
        return 0
    if any(abs(row.width - width) > EVEN for row in rows[:last]):
        return 0
    below = rows[last + 1 : last + 3]
    if before.closed:
        apart = page.roles[begin - 1] is Role.TEXT and any(is_wider(row, width) for row in below)
        return begin + last + 1 if apart and width >= NARROWEST else 0
    return begin + last + 1 if rows[last].width < width - EVEN and column.fills(below[0]) else 0


def is_wider(row: Line, width: float) -> bool:
    """Whether a row is clearly wider than those of a quotation."""
    return row.width > width + EVEN


def cut_off(units: Sequence[Unit], at: int) -> Unit:
    """A unit, as text where it is one line with a comma that fills the column of the text above
    it, a whole paragraph, and a title stands under it: the first row of the next paragraph.
    """
    unit, ahead, below = units[at], units[at - 1 : at], units[at + 1 : at + 2]
    if unit.role is not Role.DISPLAY or len(unit.lines) > 1 or not PUNCTUATION.search(unit.text):
        return unit
    if not (ahead and below and below[0].role in (Role.DISPLAY, Role.LABEL)):
        return unit
    if ahead[0].role is not Role.TEXT or not ahead[0].closed or len(ahead[0].lines) < FEWEST_ROWS:
        return unit
    width = max(line.width for line in ahead[0].lines)
    indent = INDENT if ahead[0].lines[0].width < width - EVEN else 0
    fills = abs(unit.lines[0].width - width + indent) <= EVEN
    return replace(unit, role=Role.TEXT) if fills and not unit.level else unit


def set_narrower(units: Sequence[Unit], at: int) -> Unit:
    """A unit, marked as quoted where it is a short whole paragraph without a head that is set
    clearly narrower than the text around it, as pull quotes are, and not what the editors say.
    """
    unit = units[at]
    if not (unit.role is Role.TEXT and unit.closed and len(unit.lines) > 1):
        return unit
    first = unit.lines[0]
    if len(unit.text) > LONGEST_NARROW or first.indented or first.quoted:
        return unit
    if signs.EDITORS.match(unit.text):
        return unit
    ahead = units[at - 1] if at else None
    if ahead and ahead.role in (Role.DISPLAY, Role.NAMES, Role.LABEL, Role.SPEAKER):
        return unit
    around = [
        max(line.width for line in other.lines)
        for other in units[max(0, at - AROUND) : at + AROUND + 1]
        if other is not unit and other.role is Role.TEXT and len(other.lines) > 2
    ]
    widths = [line.width for line in unit.lines]
    narrow = max(widths)
    least = NARROWER if len(widths) > MOST_NARROW else 2 * NARROWER
    if not around or narrow > min(around) - least or narrow > WIDEST_NARROW:
        return unit
    inset = ahead is not None and ahead.role is Role.TEXT and not ahead.closed
    if not inset and widths[-1] < SHORT_LAST * narrow:
        return unit
    if max(widths[:-1]) - min(widths[:-1]) > 2 * EVEN:
        return unit
    return replace(unit, narrow=True)
