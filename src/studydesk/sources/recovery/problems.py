"""What recovery found doubtful about an article: each with its place in the raw text."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from studydesk.domain.article import (
    BODY_KINDS,
    Article,
    Block,
    BlockKind,
    Problem,
    ProblemKind,
    Severity,
    Span,
)
from studydesk.domain.ordinals import ordinal_of
from studydesk.sources.recovery import signs
from studydesk.sources.recovery.fragments import beginning_problems, title_fragments
from studydesk.sources.recovery.repeats import Repeat, repeats

LONG_ENOUGH_FOR_AN_AUTHOR = 300
# Of the runs on real pages, all of 100 characters and more were damage; of 40 to 99 none was.
SURELY_REPEATED, PERHAPS_REPEATED = 100, 40
CONTINUATIONS = "，。、；：？！”’）》】"
SENTENCE_STOPS = "。！？…”’）》】"
PRINTED = re.compile(r"\S+")


def problems_of(
    article: Article,
    moved: Sequence[Span],
    unsure: Sequence[Span],
    items: Collection[Span] = (),
) -> Iterator[Problem]:
    """Everything doubtful about one article, from its head to its end; `items` of lists and rows
    of tables need no full stop.
    """
    found = [
        *head_problems(article),
        *(Problem(ProblemKind.TITLE_UNCERTAIN, Severity.AMBER, span) for span in unsure),
        *order_problems(moved),
        *title_fragments(article),
        *ordinal_problems(article.body_blocks),
        *beginning_problems(article.body_blocks),
        *edge_problems(article.body_blocks, items),
    ]
    once = {(problem.kind, problem.span): problem for problem in found}
    yield from (replace(problem, article_id=article.id) for problem in once.values())


def head_problems(article: Article) -> Iterator[Problem]:
    """A missing title, a missing author, nothing but a head."""
    place = next((block.spans[0] for block in article.blocks if block.spans), None)
    if place is None:
        return
    if not article.title:
        yield Problem(ProblemKind.TITLE_MISSING, Severity.AMBER, place)
    speaks = any(block.kind in (BlockKind.SPEAKER, BlockKind.QUESTION) for block in article.blocks)
    if not article.authors and not speaks and article.length >= LONG_ENOUGH_FOR_AN_AUTHOR:
        yield Problem(ProblemKind.AUTHOR_UNKNOWN, Severity.AMBER, place)
    if not article.length:
        yield Problem(ProblemKind.BODY_MISSING, Severity.AMBER, place)


def order_problems(moved: Sequence[Span]) -> Iterator[Problem]:
    """Parts that stood elsewhere on the page than where they belong, each told once."""
    for span in dict.fromkeys(moved):
        yield Problem(ProblemKind.COLUMNS_MIXED, Severity.AMBER, span)


def ordinal_problems(blocks: Sequence[Block]) -> Iterator[Problem]:
    """第三 followed by 第五: the ordinal that is missing is named."""
    reached: dict[int, int] = {}
    for block in blocks:
        ordinal = ordinal_of(block.text)
        if not ordinal:
            continue
        before = reached.get(ordinal.series, 0)
        if before and ordinal.number == 1 and block.kind is BlockKind.HEADING:
            again = block.text[:4].split("，")[0].split("、")[0]
            yield Problem(ProblemKind.COLUMNS_MIXED, Severity.AMBER, block.spans[0], detail=again)
        if before and ordinal.number > before + 1:
            missing = block.text[:4].replace(
                signs.NUMERALS[ordinal.number], signs.NUMERALS[before + 1], 1
            )
            missing = missing.split("，")[0].split("、")[0]
            yield Problem(ProblemKind.ORDINAL_MISSING, Severity.RED, block.spans[0], detail=missing)
        reached = {kind: value for kind, value in reached.items() if kind < ordinal.series}
        reached[ordinal.series] = ordinal.number


def edge_problems(blocks: Sequence[Block], items: Collection[Span]) -> Iterator[Problem]:
    """Paragraphs cut at their beginning or end, and an article that breaks off."""
    running = [block for block in blocks if block.kind in BODY_KINDS - {BlockKind.HEADING}]
    for block in running:
        if block.text[0] in CONTINUATIONS:
            yield Problem(ProblemKind.CHARACTER_MISSING, Severity.AMBER, block.spans[0])
    paragraphs = [block for block in running if block.kind is BlockKind.PARAGRAPH]
    for block in paragraphs:
        if signs.SENTENCE_END.search(block.text) or block.spans[0] in items:
            continue
        last = block is running[-1]
        yield Problem(
            ProblemKind.END_MISSING if last else ProblemKind.CHARACTER_MISSING,
            Severity.RED if last else Severity.AMBER,
            Span(max(block.spans[-1].start, block.spans[-1].end - 12), block.spans[-1].end),
        )


def repeat_problems(
    raw: str, articles: Sequence[Article], ask: Callable[[], object] = lambda: None
) -> list[Problem]:
    """Long passages that come twice, one problem at each of the two places.

    Both places carry the number of characters; each lies in one article, without anything of
    another in between. Pull quotes repeat their article by nature and are left out. `ask` may
    raise Cancelled.
    """
    printed = Printed(raw, articles, ask)
    return [
        problem
        for found in repeats(printed.text, PERHAPS_REPEATED, ask=ask)
        for repeat in printed.unbroken(found)
        if repeat.length >= PERHAPS_REPEATED
        for problem in at_both_places(printed, repeat, severity_of(found))
    ]


class Printed:
    """The characters of all bodies: their text, the place of each in the raw text, where an
    article begins, and where text goes on that does not stand right behind what is before it.
    """

    def __init__(self, raw: str, articles: Sequence[Article], ask: Callable[[], object]) -> None:
        self.places: list[int] = []
        self._ids: list[str] = []
        self._begins: list[int] = []
        self._breaks: list[int] = []
        parts: list[str] = []
        for article in articles:
            self._ids.append(article.id)
            self._begins.append(len(self.places))
            last = None
            for start, end in (span for block in article.body_blocks for span in block.spans):
                ask()
                if last is None or start < last or raw[last:start].strip():
                    self._breaks.append(len(self.places))
                for word in PRINTED.finditer(raw, start, end):
                    parts.append(word[0])
                    self.places += range(*word.span())
                last = end
        self.text = "".join(parts)

    def owner(self, at: int) -> str:
        """The id of the article that a character is in."""
        return self._ids[bisect_right(self._begins, at) - 1]

    def unbroken(self, repeat: Repeat) -> Iterator[Repeat]:
        """The parts of a repeat in which neither copy leaves its article, or goes on behind text
        that is none of it.
        """
        first, second, length = repeat
        breaks = {
            at - begin
            for begin in (first, second)
            for at in self._breaks[
                bisect_right(self._breaks, begin) : bisect_left(self._breaks, begin + length)
            ]
        }
        for begin, end in pairwise([0, *sorted(breaks), length]):
            yield self._without_stop(Repeat(first + begin, second + begin, end - begin))

    def _without_stop(self, repeat: Repeat) -> Repeat:
        """A repeat without the stop that it begins with, which ends the sentence before it at
        either place; all of it where one copy stands right behind the other.
        """
        first, second, length = repeat
        if first + length == second:
            return repeat
        words = self.text[first : first + length]
        stop = len(words) - len(words.lstrip(SENTENCE_STOPS))
        return Repeat(first + stop, second + stop, length - stop)


def severity_of(repeat: Repeat) -> Severity:
    """A long repeat, or a copy right behind what it copies, is no manner of speaking."""
    at_once = repeat.first + repeat.length == repeat.second
    return Severity.RED if at_once or repeat.length >= SURELY_REPEATED else Severity.GREY


def at_both_places(printed: Printed, repeat: Repeat, severity: Severity) -> Iterator[Problem]:
    """The problem at either place of a repeat."""
    places = printed.places
    for begin in (repeat.first, repeat.second):
        span = Span(places[begin], places[begin + repeat.length - 1] + 1)
        yield Problem(
            ProblemKind.REPEATED, severity, span, printed.owner(begin), str(repeat.length)
        )
