"""Heads of articles: where one that begins at a unit ends, and what says that it is one."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import islice

from studydesk.sources.recovery import signs
from studydesk.sources.recovery.alike_headings import begins_alike
from studydesk.sources.recovery.chapters import division_of, is_chapter, is_chapter_among
from studydesk.sources.recovery.page import LONGEST_PULL_QUOTE
from studydesk.sources.recovery.roles import Role
from studydesk.sources.recovery.sections import counts_section
from studydesk.sources.recovery.units import Unit

# A head with more parts than this is none.
LONGEST_HEAD = 12
LONGEST_LABEL = 6
# What the lines of a stub that leads to another place end in.
ELIDED = re.compile(r"(?:\.{3}|…)$")
# A summary in front of an article is no longer than this.
LONGEST_SUMMARY = 400
# How far from a line, in units, another one is of the same law.
UNITS_NEARBY = 400


def head_end(units: list[Unit], at: int, *, fresh: bool) -> int:
    """Where the head that begins at `at` ends, or `at` when no head begins there.

    A head has a byline or a column label, or the dateline of a report follows; directly after a
    closed article any line that could be a title is one.
    """
    if not fresh and counts_part(units, at):
        return at
    if any(is_section_number(unit) for unit in units[max(0, at - 1) : at + 1]):
        return at
    end, named, labelled, titled = at, False, False, False
    while end < min(len(units), at + LONGEST_HEAD):
        unit = units[end]
        if unit.role is Role.NAMES and not named and is_byline_here(units, end):
            named = True
        elif (unit.role is Role.NAMES and named and units[end - 1].role is Role.NAMES) or (
            unit.role is Role.AFFILIATION and end > at and units[end - 1].role is Role.NAMES
        ):
            pass
        elif unit.role is Role.LABEL and not (named and not signs.BOX_LABEL.fullmatch(unit.text)):
            labelled = True
        elif unit.role is Role.DISPLAY and not named and could_be_title_line(units, at, end):
            titled = True
        elif not is_pull_quote_here(units, at, end, named=named):
            break
        end += 1
    opens = is_dated(units, end) or opens_box(units, at) or opens_round_up(units, at, end)
    if named or labelled or (titled and (fresh or opens)):
        return end
    return at


def is_section_number(unit: Unit) -> bool:
    """Whether a unit is the number of a section, under which no article begins."""
    return counts_section(unit.lines[0], unit.role)


def counts_part(units: list[Unit], at: int) -> bool:
    """Whether a line that counts a part (一、 or （一）) stands over another one: it is the heading
    of what the other interrupts.
    """
    lines = units[at : at + 2]
    if not all(unit.role is Role.DISPLAY for unit in lines) or len(lines) < 2:
        return False
    first, second = (ordinals_at_start(unit.text) for unit in lines)
    return any(first) and first != second


def ordinals_at_start(text: str) -> list[bool]:
    """Which of the two coarse ordinals, 一、 and （一）, a text begins with."""
    return [bool(ordinal.match(text)) for ordinal in signs.ORDINALS[:2]]


def could_be_title_line(units: list[Unit], begin: int, at: int) -> bool:
    """Whether a display line can be a part of a head: not what somebody asks (问：), nor a
    question under another, of which the first is the title of a box, nor a framed heading or
    the name of a chapter.
    """
    if at > begin and (
        names_part_over_text(units, at)
        or is_first_heading(units, begin, at)
        or is_first_of_alike(units, at)
    ):
        return False
    if not units[at].asks:
        return True
    return not signs.ASKS.match(units[at].text) and not (at > begin and units[at - 1].asks)


def names_part_over_text(units: list[Unit], at: int) -> bool:
    """Whether a framed heading or the name of a chapter stands over text, or over a part of it."""
    text = units[at].text
    if not (text[0] in "【〔" or is_chapter(text)):
        return False
    around = range(max(0, at - UNITS_NEARBY), min(len(units), at + UNITS_NEARBY))
    near = (units[place].text for place in around)
    below = units[at + 1 : at + 2]
    return any(unit.role is Role.TEXT or division_of(unit.text) for unit in below) and (
        text[0] in "【〔" or is_chapter_among(text, near)
    )


def is_first_heading(units: list[Unit], begin: int, at: int) -> bool:
    """Whether a line of Markdown stands under a greater one and over text, and another of its
    level follows before a greater one: the first of the headings, and no second title.
    """
    level = units[at].level
    if not 0 < units[begin].level < level or not is_over_text(units, at):
        return False
    levels = (unit.level for unit in islice(units, at + 1, None) if 0 < unit.level <= level)
    return next(levels, 0) == level


def is_first_of_alike(units: list[Unit], at: int) -> bool:
    """Whether a line stands under a title and over text as the next heading does, which is of its
    form: the first of the headings, and no second line of the title.
    """
    if not is_over_text(units, at):
        return False
    below = units[at + 1 : at + 1 + LONGEST_HEAD]
    texts = next((place for place, unit in enumerate(below) if unit.role is not Role.TEXT), 0)
    return (
        texts > 0
        and below[texts].role is Role.DISPLAY
        and begins_alike(units[at - 1].text, units[at].text, below[texts].text)
        and any(unit.role is Role.TEXT for unit in below[texts + 1 : texts + 2])
    )


def is_over_text(units: Sequence[Unit], at: int) -> bool:
    """Whether text stands right below a line."""
    return at + 1 < len(units) and units[at + 1].role is Role.TEXT


def opens_box(units: list[Unit], at: int) -> bool:
    """Whether a box of questions begins: a question over another, after neither a question nor
    an open sentence, unless somebody asks (问：), which no sentence goes on with.
    """
    before, following = units[at - 1] if at else None, units[at + 1 : at + 2]
    if not units[at].asks or (before and before.asks):
        return False
    if before and not before.closed:
        return any(signs.ASKS.match(unit.text) for unit in following)
    return any(unit.asks for unit in following)


def is_dated(units: list[Unit], at: int) -> bool:
    """Whether a news report begins: 本报讯, 新华社北京11月3日电."""
    return at < len(units) and bool(signs.DATELINE.match(units[at].text))


def marks_head(unit: Unit) -> bool:
    """Whether a unit can make a head of the lines above it: a byline, a label, a dateline."""
    return unit.role in (Role.NAMES, Role.LABEL) or bool(signs.DATELINE.match(unit.text))


def opens_round_up(units: list[Unit], at: int, end: int) -> bool:
    """Whether a round-up begins: a title directly under a heading, and over two paragraphs of
    which the second is the first that a speaker closes.
    """
    if not stands_under_heading(units, at):
        return False
    below = [unit.role for unit in units[end : end + 4]]
    speaks = Role.SPEAKER in below[1:]
    return speaks and all(role is Role.TEXT for role in below[: below.index(Role.SPEAKER)])


def stands_under_heading(units: list[Unit], at: int) -> bool:
    """Whether two display lines stand over each other, the second here, of which none asks."""
    lines = units[at - 1 : at + 1] if at else []
    return len(lines) == 2 and all(unit.role is Role.DISPLAY and not unit.asks for unit in lines)


def is_near(marks: Sequence[int], at: int) -> bool:
    """Whether one of the ordered places is not farther behind a place than a head is long."""
    first = bisect_left(marks, at)
    return first < len(marks) and marks[first] <= at + LONGEST_HEAD


def is_byline_here(units: list[Unit], at: int) -> bool:
    """Whether names stand where a byline stands: over text, a heading, or an affiliation; in
    brackets behind text they close it.
    """
    below = (unit for unit in islice(units, at + 1, None) if unit.role is not Role.CREDIT)
    after = next(below, None)
    behind_text = at > 0 and units[at - 1].role is Role.TEXT and units[at - 1].closed
    if after is None:
        return at > 0 and units[at - 1].role is Role.DISPLAY  # the head of a text from elsewhere
    if behind_text and units[at].text[0] in "（(":
        return False
    return after.role in (Role.NAMES, Role.AFFILIATION, Role.DISPLAY, Role.TEXT) or (
        signs.BOX_LABEL.fullmatch(after.text) is not None
    )


def is_pull_quote_here(units: list[Unit], begin: int, at: int, *, named: bool) -> bool:
    """Whether a paragraph inside a head is its pull quote: under a box label, or between other
    parts of the head and the byline.
    """
    unit = units[at]
    if unit.role is Role.TEXT and at > begin and is_labelled(unit):
        return True
    if unit.role is not Role.TEXT or at == begin or len(unit.text) > LONGEST_PULL_QUOTE:
        return False
    if not unit.closed or signs.STARTS_PARAGRAPH.match(unit.text):
        return False
    if signs.BOX_LABEL.fullmatch(units[at - 1].text) or unit.lines[0].quoted:
        return True
    after = units[at + 1] if at + 1 < len(units) else None
    return (
        not named
        and after is not None
        and after.role is Role.NAMES
        and is_byline_here(units, at + 1)
        and not ends_article(units, at + 1)
        and units[at - 1].role in (Role.LABEL, Role.DISPLAY)
    )


def ends_article(units: list[Unit], at: int) -> bool:
    """Whether names stand over an affiliation behind which no text comes, or over what the editors
    say to it: they close what is above them.
    """
    if any(signs.AFTERWORD.match(unit.text) for unit in units[at + 1 : at + 2]):
        return True
    below = [unit.role for unit in units[at + 1 : at + 3]]
    return below[:1] == [Role.AFFILIATION] and below[1:] != [Role.TEXT]


def is_labelled(unit: Unit) -> bool:
    """Whether a paragraph says that it tells what the article is about: 【内容提要】…."""
    return len(unit.text) <= LONGEST_SUMMARY and bool(signs.LABELLED.match(unit.text))


def split_heads(head: list[Unit]) -> list[list[Unit]]:
    """A head apart from a stub before it: lines that break off (扩大范围...), or several display
    lines, or one too long for a label, before the label of the next.
    """
    elided = [at for at, unit in enumerate(head) if ELIDED.search(unit.text)]
    if len(elided) > 1 and elided[-1] + 1 < len(head):
        return [head[: elided[-1] + 1], *split_heads(head[elided[-1] + 1 :])]
    labels = [
        at
        for at, unit in enumerate(head)
        if unit.role is Role.LABEL and not signs.BOX_LABEL.fullmatch(unit.text)
    ]
    stub = head[: labels[0]] if labels else []
    whole = len(stub) > 1 or any(len(unit.text) > LONGEST_LABEL for unit in stub)
    if whole and any(unit.role is Role.DISPLAY for unit in head[labels[-1] :]):
        return [stub, head[labels[0] :]]
    return [head]
