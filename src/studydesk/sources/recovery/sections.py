"""Numbers that count the sections of an article, each on a line of its own: 1, 2, 3 or 01, 02."""

import re
from collections.abc import Iterator, Sequence

from studydesk.sources.recovery.lines import Line
from studydesk.sources.recovery.roles import Role

NUMBER = re.compile("0?[1-9]|[1-9][0-9]")
FEWEST = 3
# What the first of them may stand under: the head of the article.
HEAD = (Role.NAMES, Role.AFFILIATION, Role.DISPLAY)
# A row of text may look like a title.
ROWS = (Role.TEXT, Role.DISPLAY)


def place_sections(lines: Sequence[Line], roles: Sequence[Role]) -> list[Role]:
    """The roles, numbers taken for headings where three or more count from one and each stands
    between whole paragraphs; those of pages stand at an edge, or break a sentence.
    """
    placed = list(roles)
    for series in counted(lines):
        if len(series) >= FEWEST and all(
            parts_sections(lines, roles, at, first=at == series[0]) for at in series
        ):
            for at in series:
                placed[at] = Role.DISPLAY
    return placed


def counted(lines: Sequence[Line]) -> Iterator[list[int]]:
    """The places of the numbers that count from one, each series as far as it goes."""
    series: list[int] = []
    for at, line in enumerate(lines):
        if not NUMBER.fullmatch(line.text):
            continue
        if series and follows(lines[series[-1]].text, line.text):
            series.append(at)
            continue
        yield series
        series = [at] if int(line.text) == 1 else []
    yield series


def follows(before: str, number: str) -> bool:
    """Whether a number is the next one, written alike."""
    return int(number) == int(before) + 1 and (len(number) == len(before) or before == "9")


def parts_sections(lines: Sequence[Line], roles: Sequence[Role], at: int, *, first: bool) -> bool:
    """Whether a number stands behind a whole paragraph, the first also under a head, and over
    text: no byline stands below.
    """
    if (
        not 0 < at < len(lines) - 1
        or roles[at + 1] not in ROWS
        or Role.NAMES in roles[at + 2 : at + 4]
    ):
        return False
    behind_whole = roles[at - 1] in ROWS and lines[at - 1].closed
    return behind_whole or (first and roles[at - 1] in HEAD)


def counts_section(line: Line, role: Role) -> bool:
    """Whether a line is the number of a section; other numbers are those of pages."""
    return role is Role.DISPLAY and bool(NUMBER.fullmatch(line.text))
