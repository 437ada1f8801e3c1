"""The facts of a notice, each on a line of its own: 时间：…, 地点：…, 联系人：…."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from studydesk.sources.recovery import signs
from studydesk.sources.recovery.bylines import is_byline
from studydesk.sources.recovery.credits import is_credit
from studydesk.sources.recovery.rows import Row

COUNTED = f"(?:{signs.NUMERAL}、|（{signs.NUMERAL}）|\\d{{1,2}}[.．、]\\s*|[●■·▲]\\s*)?"
# What a line tells, in a word, and what that is; no sentence.
STATED = re.compile(
    f"{COUNTED}(?P<what>[{signs.HAN}]{{2,8}})\\s*[：:](?P<told>[^。？！：:]{{1,60}}"
    f"(?:\\s[{signs.HAN}]{{2,6}}[：:][^。？！：:]{{1,40}})?)[；;]?"
)
# Words that tell such lines from titles with a colon.
OF_NOTICES = re.compile("(?:时间|日期|地点|地址|对象|人数|名额|费用|方式|联系人|主题|单位)$")
# How to reach the paper stands below the last of them.
OF_PAPER = re.compile("(?:读者|新闻|投稿|订阅|发行|广告|编辑部|本[报刊版])")
FEWEST = 2
# A line that is so wide beside the widest of the page may go on below.
FULL = 0.85


def rows_of_facts(rows: Sequence[Row]) -> frozenset[int]:
    """Where the lines begin that each state a fact, where two or more stand one under another."""
    widest = max((len(row.printed) for row in rows), default=0)
    found: set[int] = set()
    for run in runs_of_facts([row.printed for row in rows]):
        last = rows[run[-1]]
        found.update(rows[at].start for at in run[:-1])
        if len(last.printed) < FULL * widest:
            found.add(last.start)
    return frozenset(found)


def runs_of_facts(lines: Sequence[str]) -> Iterator[list[int]]:
    """The places of lines that state facts, each run of them, of which one at least has a word of
    notices.
    """
    stated = [STATED.fullmatch(line) for line in lines]
    for told, run in groupby(range(len(lines)), lambda at: bool(stated[at])):
        places = list(run)
        while places and OF_PAPER.match(lines[places[-1]]):
            places.pop()
        if not told or len(places) < FEWEST:
            continue
        words = [found["what"] for at in places if (found := stated[at])]
        of_makers = any(is_credit(lines[at]) or is_byline(lines[at]) for at in places)
        if any(map(OF_NOTICES.search, words)) and not of_makers:
            yield places
