"""Stretches of a page that say by themselves what they are: who the authors are, credits, turns.

They may run over several lines, and are lines of their own wherever they stand.
"""

import re
from collections.abc import Iterator

from studydesk.domain.article import Span
from studydesk.sources.recovery import signs
from studydesk.sources.recovery.bylines import read_byline
from studydesk.sources.recovery.names import is_name

LINE_END = re.compile("\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")
OPENING = re.compile(f"(?:{signs.AFFILIATION.pattern})|(?:{signs.BRACKET_CREDIT.pattern})")
OPENS, CLOSES = "（(【［[〔", "）)】］]〕"
LONGEST_BRACKET = 240


def is_affiliation(text: str) -> bool:
    """Whether a stretch says who the authors are or where they work."""
    says = (signs.AFFILIATION, signs.PERSON, signs.WORKPLACE)
    return any(sign.match(text) for sign in says)


def cut_sealed(raw: str) -> Iterator[tuple[int, int, bool]]:
    """The page in stretches, those that say by themselves what they are marked: brackets about
    the authors, credits, and where an article goes on.
    """
    done = 0
    for start, end in sorted(sealed_stretches(raw)):
        if start >= done:
            yield done, start, False
            yield start, end, True
            done = end
    yield done, len(raw), False


def sealed_stretches(raw: str) -> Iterator[Span]:
    """The stretches that say by themselves what they are."""
    for found in OPENING.finditer(raw):
        end = closing(raw, found.start())
        if end and stands_apart(raw, found.start(), end):
            yield Span(found.start(), end)
    for found in signs.PERSON.finditer(raw):
        if is_name(found["name"]) and stands_apart(raw, *found.span()):
            yield Span(*found.span())
    for found in signs.WORKPLACE.finditer(raw):
        if begins_line(raw, found.start()) and not read_byline(found[0]):
            yield Span(*found.span())
    for found in signs.TURN.finditer(raw):
        bracketed = found[0][0] in "（(" and found[0][-1] in "）)"
        if bracketed or (begins_line(raw, found.start()) and ends_line(raw, found.end())):
            yield Span(*found.span())


def closing(raw: str, start: int) -> int:
    """Where the bracket that opens at `start` has closed, or 0 when it does not close soon."""
    depth = 0
    for at in range(start, min(len(raw), start + LONGEST_BRACKET)):
        if raw[at] in OPENS:
            depth += 1
        elif raw[at] in CLOSES:
            depth -= 1
            if depth == 0:
                return at + 1
    return 0


def stands_apart(raw: str, start: int, end: int) -> bool:
    """Whether a bracket begins a line or follows a full stop, and so is no part of a sentence: none
    goes on behind it.
    """
    if raw[end : end + 1] in tuple(signs.NO_LINE_START):
        return False
    if signs.FULL_STOP.search(raw[max(0, start - 40) : start].rstrip()):
        return True
    if raw[start - 1 : start].isspace() and raw[end : end + 1].isspace():
        return True
    return ends_line(raw, end) and begins_line(raw, start)


def begins_line(raw: str, start: int) -> bool:
    """Whether nothing but white space stands before a place on its line."""
    before = raw[max(0, start - 40) : start]
    return not before.strip() or bool(LINE_END.search(before[len(before.rstrip()) :]))


def ends_line(raw: str, end: int) -> bool:
    """Whether nothing but white space stands behind a place on its line."""
    after = raw[end : end + 40]
    return not after.strip() or bool(LINE_END.search(after[: len(after) - len(after.lstrip())]))
