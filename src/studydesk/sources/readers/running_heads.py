"""Running heads and page numbers of PDF files, told from the body by where they stand."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise, zip_longest
from statistics import median
from typing import NamedTuple

from studydesk.sources.readers.columns import PageLine

MARGIN = 0.12  # of a page's height, above and below: where running heads stand
TITLE_SIZE = 1.45  # times the usual size at least
WHITE = 0.8  # of a line's height, at least, between a running head and the body
WIDER = 1.3  # times the white between two lines of the body, at least
# What a running head says of its issue: 2025年第11期, 2025年11月3日, 第4版, 星期一.
ISSUE = re.compile(
    "(?:19|20)[0-9]{2}年|第 ?[0-9]{1,3} ?[版期页]|[A-Z]?[0-9]{1,2} ?版|星期[一二三四五六日]"
)
ORNAMENT = "[^\\w%‰％°℃]|_"
PAGE_NUMBER = re.compile(f"(?:{ORNAMENT})*(?:第\\s*)?([0-9０-９]{{1,4}})(?:\\s*页)?(?:{ORNAMENT})*")
DIGITS = re.compile("[0-9０-９]+|[一二三四五六七八九十〇]+")
SENTENCE_END = re.compile("[。，；：！？、…,;:!?][”’」』]?$")


class Page(NamedTuple):
    """The height of a page in points, and its lines in reading order."""

    height: float
    lines: list[PageLine]


def running_heads(pages: Sequence[Page], usual: float) -> list[set[int]]:
    """The running heads and page numbers of each page, by the identity of their lines; `usual` is
    the usual size. They stand outside the body, or in the same words or as the next number on
    other pages, and they end like no sentence.
    """
    margins = [[line for line in page.lines if is_marginal(line, page, usual)] for page in pages]
    outside = [
        outside_body(page.lines, margin) for page, margin in zip(pages, margins, strict=True)
    ]
    outermost = [ends(page.lines) for page in pages]
    words = common(margins, lambda line: line.text)
    shapes = common(outside, shape)
    firsts = Counter(
        number - at
        for at, margin in enumerate(margins)
        for number in map(page_number, margin)
        if number
    )

    def is_running(line: PageLine, at: int) -> bool:
        apart = line in outside[at]
        if number := page_number(line):
            alike = firsts[number - at]
            return alike > 1 or (apart and alike == max(firsts.values()))
        is_issue = line in outermost[at] and bool(ISSUE.search(line.text))
        return line.text in words or (apart and (shape(line) in shapes or is_issue))

    return [
        {id(line) for line in margin if is_running(line, at)} for at, margin in enumerate(margins)
    ]


def is_marginal(line: PageLine, page: Page, usual: float) -> bool:
    """Whether a line stands at the head or at the foot of its page, no title and no sentence."""
    near = line.bottom < MARGIN * page.height or line.top > (1 - MARGIN) * page.height
    return near and not is_larger(line, usual) and not SENTENCE_END.search(line.text)


def is_larger(line: PageLine, usual: float) -> bool:
    """Whether a line is set in the size of titles."""
    return line.bottom - line.top >= TITLE_SIZE * usual


def outside_body(lines: Sequence[PageLine], margin: Sequence[PageLine]) -> set[PageLine]:
    """The lines of the margin that have more white between them and the body than the body has
    between its own lines, with nothing but their like on the side of the edge.
    """
    whites = [below.top - above.bottom for above, below in pairwise(lines)]
    usual = median([white for white in whites if white > 0] or [0.0])
    kept = set(margin)
    head = from_edge([(line.top, line.bottom, line) for line in lines], kept, WIDER * usual)
    foot = from_edge([(-line.bottom, -line.top, line) for line in lines], kept, WIDER * usual)
    return head | foot


def ends(lines: Sequence[PageLine]) -> set[PageLine]:
    """The highest line and the lowest: a title below a name may tell of a year, too."""
    if not lines:
        return set()
    return {min(lines, key=lambda line: line.top), max(lines, key=lambda line: line.bottom)}


def from_edge(
    lines: Sequence[tuple[float, float, PageLine]], margin: set[PageLine], white: float
) -> set[PageLine]:
    """The lines of the margin before the last white strip that parts them from the others; each
    line with where it begins and ends, as seen from the edge of the page.
    """
    ordered = sorted(lines, key=lambda each: each[:2])
    found: set[PageLine] = set()
    passed: set[PageLine] = set()
    reached = float("-inf")
    for (begin, end, line), following in zip_longest(ordered, ordered[1:]):
        if line not in margin:
            break
        passed.add(line)
        reached = max(reached, end)
        if following is None or following[0] - reached >= max(white, WHITE * (end - begin)):
            found = set(passed)
    return found


def common(pages: Sequence[Iterable[PageLine]], key: Callable[[PageLine], str]) -> set[str]:
    """The keys of lines that are on two pages, and on one page in three, at least."""
    counts = Counter(each for page in pages for each in {key(line) for line in page})
    often = max(2, len(pages) // 3)
    return {each for each, count in counts.items() if count >= often}


def page_number(line: PageLine) -> int:
    """The number that is all that a line says, or 0."""
    found = PAGE_NUMBER.fullmatch(line.text)
    return int(found[1]) if found else 0


def shape(line: PageLine) -> str:
    """A line without what changes from page to page: its numbers and spaces."""
    return DIGITS.sub("0", "".join(line.text.split()))
