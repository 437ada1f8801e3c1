"""Stretches of a page that say by themselves what they are: who the authors are, credits, turns,
buttons of sites.

They may run over several lines, and are lines of their own wherever they stand.
"""

import re
from collections.abc import Iterator, Sequence

from studydesk.domain.article import Span
from studydesk.sources.recovery import signs
from studydesk.sources.recovery.biographies import biographies
from studydesk.sources.recovery.bylines import read_byline
from studydesk.sources.recovery.controls import controls_in
from studydesk.sources.recovery.names import find_names, is_name
from studydesk.sources.recovery.rows import LINE_END, Row, begins_line, ends_line
from studydesk.sources.recovery.sites import holds
from studydesk.sources.recovery.words import is_word

OPENING = re.compile(f"(?:{signs.AFFILIATION.pattern})|(?:{signs.BRACKET_CREDIT.pattern})")
COMMENT = re.compile("<!--[^\r\n]*-->")
OPENS, CLOSES = "（(【［[〔", "）)】］]〕"
LONGEST_BRACKET = 240
SHORT_LINE = re.compile("^.{2,40}$", re.MULTILINE)
# What no title ends with, but a row of a text does.
ENDS_IN_MARK = re.compile("[，。；：、]$")


def is_affiliation(text: str) -> bool:
    """Whether a stretch says who the authors are or where they work."""
    says = (signs.AFFILIATION, signs.PERSON, signs.WORKPLACE, signs.BIOGRAPHY)
    return any(sign.match(text) for sign in says)


def cut_sealed(raw: str, rows: Sequence[Row]) -> Iterator[tuple[int, int, bool]]:
    """The page, which has these rows, in stretches, those that say by themselves what they are
    marked: brackets about the authors, credits, and where an article goes on; comments stay whole.
    """
    done = 0
    comments = [Span(*found.span()) for found in COMMENT.finditer(raw)]
    for start, end in sorted(sealed_stretches(raw, rows), key=lambda span: (span.start, -span.end)):
        if start >= done and not holds(comments, start):
            yield done, start, False
            yield start, end, True
            done = end
    yield done, len(raw), False


def sealed_stretches(raw: str, rows: Sequence[Row]) -> Iterator[Span]:
    """The stretches that say by themselves what they are."""
    for found in OPENING.finditer(raw):
        end = closing(raw, found.start())
        if end and stands_apart(raw, found.start(), end):
            yield Span(found.start(), end)
    yield from persons(raw)
    yield from controls_in(raw)
    yield from biographies(raw, rows)
    yield from (Span(*found.span()) for found in signatures(raw))
    for found in signs.TURN.finditer(raw):
        bracketed = found[0][0] in "（(" and found[0][-1] in "）)"
        if bracketed or (begins_line(raw, found.start()) and ends_line(raw, found.end())):
            yield Span(*found.span())


def signatures(raw: str) -> Iterator[re.Match[str]]:
    """Where a workplace stands without brackets, or names behind the last sentence in them."""
    for found in signs.WORKPLACE.finditer(raw):
        # 作者：王敏 stands over text, in which a workplace may come
        first = found[0].splitlines()[0]
        alone = begins_line(raw, found.start()) and stands_alone(raw, *found.span())
        if alone and not (read_byline(first) or read_byline(found[0])):
            yield found
    yield from (found for found in signs.SIGNED.finditer(raw) if signs_item(raw, found))
    yield from (
        found
        for found in signs.COLLECTIVE.finditer(raw)
        if signs.FULL_STOP.search(raw[max(0, found.start() - 40) : found.start()].rstrip())
        and closes_text(raw, *found.span())
    )


def signs_item(raw: str, found: re.Match[str]) -> bool:
    """Whether the names of who wrote it stand in brackets behind the last sentence of an item:
    those of reporters, or no row of a text stands below, for a quotation may end so too (鲁迅).
    """
    start, end = found.span()
    if not signs.FULL_STOP.search(raw[max(0, start - 40) : start]) or not ends_line(raw, end):
        return False
    rows = LINE_END.split(found["names"])
    return bool(found["staff"] or closes_text(raw, start, end)) and any(
        find_names(between.join(rows).strip()) for between in (" ", "")
    )


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


def persons(raw: str) -> Iterator[Span]:
    """The brackets about a person that close the article that the person signs: the name stands in
    a byline above, and no row of a text below.
    """
    found = [person for person in signs.PERSON.finditer(raw) if closes_text(raw, *person.span())]
    signed: dict[str, int] = {}
    named = re.compile("|".join({person["name"] for person in found}))
    for line in SHORT_LINE.finditer(raw) if found else ():
        if not named.search("".join(line[0].split())):
            continue
        for start, end in read_byline(line[0]).names:
            signed.setdefault("".join(line[0][start:end].split()), line.start())
    for person in found:
        known = signed.get(person["name"], len(raw)) < person.start()
        if known or (is_name(person["name"]) and not is_word(person["name"])):
            yield Span(*person.span())


def closes_text(raw: str, start: int, end: int) -> bool:
    """Whether a bracket ends its line, and nothing or a title stands below."""
    below = raw[end : end + LONGEST_BRACKET].split()
    if not (ends_line(raw, end) and stands_apart(raw, start, end)):
        return False
    return not below or not ENDS_IN_MARK.search(below[0])


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


def stands_alone(raw: str, start: int, end: int) -> bool:
    """Whether a stretch stands under a byline, or behind a whole sentence and, where it does not
    say so by a colon, over no row of a text; no sentence goes on behind it.
    """
    above = raw[max(0, start - LONGEST_BRACKET) : start].rstrip()
    below = raw[end : end + LONGEST_BRACKET].split()
    last = LINE_END.split(above)[-1]
    if below and below[0].startswith(tuple(signs.NO_LINE_START)):
        return False
    if not above or read_byline(last):
        return True
    over_text = bool(below and ENDS_IN_MARK.search(below[0]))
    return bool(signs.SENTENCE_END.search(last)) and ("：" in raw[start:end] or not over_text)
