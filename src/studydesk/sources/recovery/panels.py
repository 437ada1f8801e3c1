"""Round-ups in which each speaker stands above what he says: 王敏（江城大学教授）, and the text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from studydesk.sources.recovery import signs
from studydesk.sources.recovery.bylines import read_byline
from studydesk.sources.recovery.roles import Role
from studydesk.sources.recovery.units import Unit

FEWEST = 2
# Who speaks says no more than so many paragraphs.
LONGEST_SPEECH = 12


def speakers_above(raw: str, units: Sequence[Unit]) -> list[Unit]:
    """The units of a page, in which names with their posts that stand between the paragraphs of one
    text, each over what its owner says, are speakers and sign no article.
    """
    told = list(units)
    for run in _runs(units):
        if len(run) >= FEWEST and any(_has_post(raw, units[at]) for at in run):
            for at in run:
                told[at] = replace(units[at], role=Role.SPEAKER)
    return told


def _runs(units: Sequence[Unit]) -> Iterator[list[int]]:
    """Where such names could stand, those of one text together."""
    run: list[int] = []
    for at in range(1, len(units) - 1):
        if not _stands_as_speaker(units, at):
            continue
        between = units[run[-1] + 1 : at] if run else []
        if len(between) > LONGEST_SPEECH or any(unit.role is not Role.TEXT for unit in between):
            yield run
            run = []
        run.append(at)
    yield run


def _stands_as_speaker(units: Sequence[Unit], at: int) -> bool:
    """Whether a name and who that is stands between a whole paragraph and another one."""
    above, unit, below = units[at - 1 : at + 2]
    if above.role is not Role.TEXT or not above.closed or below.role is not Role.TEXT:
        return False
    return unit.role is Role.NAMES or (unit.role is Role.DISPLAY and _is_presented(unit.text))


def _is_presented(text: str) -> bool:
    """Whether a line is a word as short as a name, and a bracket with a post: the surname may be
    a rare one.
    """
    found = signs.PRESENTED.fullmatch(text)
    return found is not None and any(
        signs.POST_END.search(part) for part in re.split("[、，]", found["who"])
    )


def _has_post(raw: str, unit: Unit) -> bool:
    """Whether a byline says what its owner is."""
    printed = raw[unit.spans[0].start : unit.spans[-1].end]
    return unit.role is Role.NAMES and bool(read_byline(printed).posts)
