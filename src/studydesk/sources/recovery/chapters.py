"""Laws and rules: the lines that name their chapters, the list of these, and when they passed."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from studydesk.sources.recovery.rows import LINE, Row

CHAPTER = re.compile(
    "第(?:[一二三四五六七八九十百]{1,5}|\\d{1,3})(?:编(?![辑制者])|章(?![程法])|节(?![课日气目能约点]))[\u4e00-\u9fff、“”《》（）]{1,30}"
)
DIVISIONS = "编章节"
DIVISION = re.compile("第[一二三四五六七八九十百\\d]{1,5}(?P<division>[编章节])")
SECTION = re.compile("第[^编章节]{1,5}节")
# When a law was passed and changed, under its title.
PASSED = re.compile(
    "[（(](?:19|20)\\d\\d年\\d{1,2}月\\d{1,2}日.{4,}(?:通过|修[正订改]|公布|批准|施行)[）)]"
)
LIST = re.compile("[【\\[]?(?:目录|目次)[】\\]]?")
# What stands in such a list besides: the number of the page, and dots that lead to it.
LEADERS = re.compile("[.…·]*\\d{0,3}$")
# No such list has more lines.
MOST_LISTED = 400
# How far from a line, in characters, another one is of the same law.
NEARBY = 20_000


def is_chapter(text: str) -> bool:
    """Whether a line, without white space, names a chapter, a part or a section of a law."""
    return bool(CHAPTER.fullmatch(text))


def division_of(text: str) -> str:
    """Whether a heading, without white space, names a part (编), a chapter (章) or a section (节)
    of a law or a book; empty: none.
    """
    found = DIVISION.match(text) if is_chapter(text) else None
    return found["division"] if found else ""


def tells_passing(text: str) -> bool:
    """Whether a line, without white space, says in brackets when a law was passed or changed."""
    return bool(PASSED.fullmatch(text))


def is_chapter_among(text: str, lines: Iterable[str]) -> bool:
    """Whether a line names a chapter, where it stands among these: a sentence may begin like a
    section (第三节车厢), so one counts only where another line of them names a chapter too.
    """
    named = is_chapter(text)
    if not named or not SECTION.match(text):
        return named
    return sum(1 for _ in islice(filter(is_chapter, lines), 2)) > 1


def lines_near(raw: str, start: int) -> Iterator[str]:
    """The lines around a place of a page, without white space and marks of Markdown."""
    for line in LINE.finditer(raw, max(0, start - NEARBY), start + NEARBY):
        yield "".join(line[0].split()).lstrip("#")


def lists_of_chapters(page: Sequence[Row]) -> frozenset[int]:
    """Where the rows of lists of chapters begin, each of which stands again over its text."""
    if not any(LIST.match(row.text.lstrip("#")) for row in page):
        return frozenset()
    rows = [(row.start, LEADERS.sub("", row.text.lstrip("#"))) for row in page]
    times = Counter(text for _, text in rows if is_chapter(text))
    found: set[int] = set()
    for at, (start, text) in enumerate(rows):
        if LIST.fullmatch(text):
            below = listed(rows[at + 1 : at + MOST_LISTED], times)
            found.update([start, *below] if len(below) > 1 else ())
    return frozenset(found)


def listed(rows: Iterable[tuple[int, str]], times: Counter[str]) -> list[int]:
    """Where the lines of the list begin that stands at the head of these; `times` counts how often
    the page has each.
    """
    starts: dict[str, int] = {}
    for start, text in rows:
        if text in starts or times[text] < 2:
            break
        starts[text] = start
    return list(starts.values())
