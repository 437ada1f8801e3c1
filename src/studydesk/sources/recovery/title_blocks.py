"""The display lines of a head as title, kicker, column and subtitle."""

import re
from collections.abc import Collection, Iterator, Sequence

from studydesk.domain.article import Block, BlockKind, Span
from studydesk.domain.cleaning import clean
from studydesk.sources.recovery import signs
from studydesk.sources.recovery.bylines import presents_person
from studydesk.sources.recovery.labels import is_office_over, labels_over
from studydesk.sources.recovery.lines import trim
from studydesk.sources.recovery.notices import is_number
from studydesk.sources.recovery.page import SURE_JOINT, Page
from studydesk.sources.recovery.title_joints import (
    LONGEST_HALF,
    SERIES,
    are_halves,
    count_over,
    stand_apart,
)
from studydesk.sources.recovery.units import Unit
from studydesk.sources.recovery.whole_blocks import block_of, join_spans
from studydesk.sources.recovery.words import word_over

# The second line of a report's head that tells in a clause or two what its title is about has so
# many characters at least, and so many times as many as that, which is longer than a label.
SHORTEST_DECK, LONGER_DECK, SHORTEST_OVER_DECK = 18, 1.5, 7
# What decks end in that say of what kind an article is, and what clauses have for titles.
KIND = re.compile(
    "(?:思考|研究|探析|浅析|浅议|探索|实践|启示|对策|路径|分析|综述|纪实|侧记|见闻|调查|调研|观察|体会|困境与[^，]{2,4})$"
)
CLAUSE = re.compile("^(?:把|让|别|莫|不)|[？！]$|为何|何以|如何|怎样|该不该|不该|不是|[，]")


def title_blocks(
    page: Page,
    displays: Sequence[Unit],
    said: frozenset[str],
    labelled: Collection[int] = (),
    *,
    reported: bool = False,
) -> Iterator[Block]:
    """Title, kicker and subtitle from the display lines of a head.

    The line nearest to the byline is the title, unless that names a reporter (`reported`) and the
    line tells what the one above it is about. One above it is a column when it is very short,
    a kicker when it names an occasion or each is whole by itself; else it is the title's first
    line, joined without a space where the page elsewhere has the words over the joint. `labelled`
    holds the identities of those right under the label of a column, which is not followed by one.
    """
    yield from number_blocks(page.raw, displays)
    displays = [unit for unit in displays if not is_number(unit.text)]
    named = (unit for unit in displays if not signs.OCCASION.fullmatch(unit.text))
    levels = {unit.level for unit in named if unit.level}
    greatest = page.title_level if page.title_level in levels else min(levels, default=0)
    subtitles = [unit for unit in displays[1:] if is_subtitle(unit, greatest)]
    rest = [*displays[:1], *(unit for unit in displays[1:] if not is_subtitle(unit, greatest))]
    kickers = [
        unit for unit in rest if signs.OCCASION.fullmatch(unit.text) or 0 < unit.level < greatest
    ]
    if (
        len(kickers) == 1
        and len(rest) == 2
        and are_halves(rest[0].text, rest[1].text)
        and stand_apart(page, *rest)
    ):
        kickers = []
    if len(kickers) == len(rest):
        kickers = kickers[:-1]
    titles = [unit for unit in rest if unit not in kickers]
    subtitles += take_deck(page, titles, reported=reported)
    first = count_over(page, titles, said, labelled)
    over, titles = titles[:first], titles[first:]
    labels = [] if over and id(over[0]) in labelled else labels_over([*over, *titles[:1]])
    for unit in labels:
        yield block_of(page.raw, BlockKind.COLUMN, [unit])
    kickers += over[len(labels) :]
    for unit in kickers:
        yield from kicker_blocks(page.raw, unit)
    group: list[Unit] = []
    for unit in titles:
        if group and not goes_on(page, group[-1], unit):
            yield from titles_of(page, group)
            group = []
        group.append(unit)
    if group:
        yield from titles_of(page, group)
    for unit in subtitles:
        yield block_of(page.raw, BlockKind.SUBTITLE, [unit])


def titles_of(page: Page, group: Sequence[Unit]) -> Iterator[Block]:
    """A title, apart from the kicker in front of it on its line: what names an occasion and stands
    alone elsewhere on the page, as over another article. Of three phrases it is the first.
    """
    raw, (first, *_) = page.raw, group[0].spans
    occasion, *rest = raw[slice(*first)].split()
    is_banner = signs.OCCASION.fullmatch(occasion) and page.has_unit(occasion)
    if not rest or not is_banner:
        yield block_of(raw, BlockKind.TITLE, group)
        return
    end = first.start + len(occasion)
    kicker = (Span(first.start, end),)
    spans = [trim(raw, Span(end, first.end)), *[span for unit in group for span in unit.spans][1:]]
    yield Block(BlockKind.KICKER, clean(raw, kicker, BlockKind.KICKER), kicker)
    yield Block(BlockKind.TITLE, clean(raw, spans, BlockKind.TITLE), join_spans(raw, spans))


def number_blocks(raw: str, displays: Sequence[Unit]) -> Iterator[Block]:
    """The number of a document, under its title or over it."""
    for unit in displays:
        if is_number(unit.text):
            kind = BlockKind.KICKER if unit is displays[0] else BlockKind.SUBTITLE
            yield block_of(raw, kind, [unit])


def is_subtitle(unit: Unit, greatest: int) -> bool:
    """Whether a line of a head says of what kind the article is, or is a lesser heading of
    Markdown than the greatest that could be the title; 0 where none is.
    """
    return bool(signs.SUBTITLE.match(unit.text)) or 0 < greatest < unit.level


def take_deck(page: Page, titles: list[Unit], *, reported: bool) -> list[Unit]:
    """Takes the last of the title lines out where it tells of whom the one above it is, or over a
    reporter in clauses what.
    """
    if len(titles) < 2 or not could_have_deck(page, *titles[-2:]):
        return []
    line, below = titles[-2:]
    decks = presents_person(below.text) or tells_kind(line, below)
    decks = decks or (reported and is_deck(line, below))
    return [titles.pop()] if decks else []


def could_have_deck(page: Page, line: Unit, below: Unit) -> bool:
    """Whether a line over another one is long enough for a title and ends like one, and names
    neither an occasion nor a series.
    """
    return (
        len(line.text) >= SHORTEST_OVER_DECK
        and not (signs.OCCASION.fullmatch(line.text) or SERIES.search(line.text))
        and line.text[-1] not in signs.NO_TITLE_END
        and stand_apart(page, line, below)
    )


def tells_kind(line: Unit, below: Unit) -> bool:
    """Whether a line says of what kind an article is (…的思考, …的实践与启示), whose title above
    it is a clause: kickers name things, and neither ask nor call for anything.
    """
    clause = len(line.text) > LONGEST_HALF and CLAUSE.search(line.text)
    return bool(clause and KIND.search(below.text))


def is_deck(line: Unit, below: Unit) -> bool:
    """Whether a line under a title tells in clauses what that is about: it has a comma and is much
    longer, and the other is whole by itself.
    """
    return (
        "，" in below.text
        and "，" not in line.text
        and len(below.text) >= max(SHORTEST_DECK, LONGER_DECK * len(line.text))
        and not signs.LEADS_ON.search(line.text)
        and not is_office_over(line, below)
        and not word_over(line.text, below.text)
    )


def goes_on(page: Page, line: Unit, below: Unit) -> bool:
    """Whether a title goes on from one line to the next: the words over the joint stand together
    elsewhere on the page, or are one word.
    """
    return page.joint(line, below) >= SURE_JOINT or bool(word_over(line.text, below.text))


def kicker_blocks(raw: str, unit: Unit) -> Iterator[Block]:
    """A kicker; a column label behind it on the same line (…精神 高端笔谈) is its own block."""
    start, end = unit.spans[-1]
    words = raw[start:end].split()
    label = words[-1]
    if len(words) == 2 and len(label) <= 6 and signs.COLUMN_END.search(label):
        head = (*unit.spans[:-1], Span(start, start + len(words[0])))
        spans = join_spans(raw, head)
        yield Block(BlockKind.KICKER, clean(raw, spans, BlockKind.KICKER), spans)
        yield Block(BlockKind.COLUMN, label, (Span(end - len(label), end),))
    else:
        yield block_of(raw, BlockKind.KICKER, [unit])
