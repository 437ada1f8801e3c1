"""Who takes part in a talk: the lines that present those who speak below, each behind the name."""

import re

from studydesk.sources.recovery import signs
from studydesk.sources.recovery.sites import LINE

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


def rows_of_participants(raw: str) -> frozenset[int]:
    """Where the lines begin that say who two or more of those are who speak on the page, and what
    stands over them.
    """
    rows = [(line.start(), line[0].strip()) for line in LINE.finditer(raw) if line[0].strip()]
    spoken = (SPEAKS.match(text) for _, text in rows)
    speakers = {found["name"] for found in spoken if found}
    if len(speakers) < FEWEST:
        return frozenset()
    told = {at: name for at, (_, text) in enumerate(rows) if (name := presented(text)) in speakers}
    if len(set(told.values())) < FEWEST:
        return frozenset()
    over = {at - 1 for at in told if at and OVER.fullmatch(rows[at - 1][1])}
    return frozenset(rows[at][0] for at in {*told, *over})


def presented(text: str) -> str | None:
    """The name of whom a line presents."""
    found = PRESENTS.fullmatch(text)
    return (found["first"] or found["last"]) if found else None
