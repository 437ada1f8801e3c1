"""Who takes part in a talk: the lines that present those who speak below, each behind the name."""

import re
from collections.abc import Sequence

from studydesk.sources.recovery import signs
from studydesk.sources.recovery.rows import Row

# How somebody speaks: the name and a colon in front of a paragraph.
SPEAKS = re.compile(f"(?P<name>[{signs.HAN}]{{2,4}})[：:].{{6}}")
# Who that is: the name, a gap or a bracket, and the post; or the other way round.
PRESENTS = re.compile(
    f"(?P<first>[{signs.HAN}]{{2,4}})[ \t\u3000（(，,][^。；？！：:]{{2,40}}"
    f"|[^。；？！：:]{{2,40}}[ \t\u3000](?P<last>[{signs.HAN}]{{2,4}})"
)
# What may stand over them.
OVER = re.compile(
    "(?:本期|对话|特邀|访谈|圆桌|与会|参会|主要)?(?:嘉宾|与谈人|对话人|受访者|参与者)"
)
FEWEST = 2


def rows_of_participants(rows: Sequence[Row]) -> frozenset[int]:
    """Where the lines begin that say who two or more of those are who speak on the page, and what
    stands over them.
    """
    spoken = (SPEAKS.match(row.printed) for row in rows)
    speakers = {found["name"] for found in spoken if found}
    if len(speakers) < FEWEST:
        return frozenset()
    told = {at: name for at, row in enumerate(rows) if (name := presented(row)) in speakers}
    if len(set(told.values())) < FEWEST:
        return frozenset()
    over = {at - 1 for at in told if at and OVER.fullmatch(rows[at - 1].printed)}
    return frozenset(rows[at].start for at in {*told, *over})


def presented(row: Row) -> str | None:
    """The name of whom a row presents."""
    found = PRESENTS.fullmatch(row.printed)
    return (found["first"] or found["last"]) if found else None
