"""Drafts into the blocks of an article: fields of the head, headings, joined paragraphs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from studydesk.domain.article import Block, BlockKind, Span
from studydesk.domain.cleaning import clean
from studydesk.sources.recovery import signs
from studydesk.sources.recovery.articles import SURE_JOINT, Draft
from studydesk.sources.recovery.bylines import Byline, read_byline
from studydesk.sources.recovery.labels import is_label_over_two, labels_over
from studydesk.sources.recovery.lines import trim
from studydesk.sources.recovery.names import find_names, looks_like_name
from studydesk.sources.recovery.page import Page
from studydesk.sources.recovery.roles import Role
from studydesk.sources.recovery.sealed import LINE_END
from studydesk.sources.recovery.signers import signed_blocks
from studydesk.sources.recovery.topics import pairs_in, pairs_of
from studydesk.sources.recovery.units import Unit
from studydesk.sources.recovery.words import word_over

# By how many characters the lines of a title broken in two may differ.
UNEVEN_TITLE = 5
LONGEST_HALF = 9
# Titles that are broken in two are no longer than this.
LONGEST_ON_TWO_LINES = 24
SECOND_LEVEL = re.compile(f"（{signs.NUMERAL}）")
THIRD_LEVEL = re.compile(r"[（(]?\d{1,2}[）).、．]")
HEAD_ORDER = (
    BlockKind.KICKER,
    BlockKind.COLUMN,
    BlockKind.TITLE,
    BlockKind.SUBTITLE,
    BlockKind.CREDIT,
    BlockKind.AUTHOR,
    BlockKind.AFFILIATION,
    BlockKind.PULL_QUOTE,
)


@dataclass
class Built:
    """The blocks of one article and what of its units turned out to be furniture."""

    blocks: list[Block]
    furniture: list[Span]


def build(page: Page, draft: Draft) -> Built:
    """The blocks of a draft: its head in the usual order, the body, what closes it."""
    furniture: list[Span] = []
    head = sorted(
        head_blocks(page, draft, furniture), key=lambda block: HEAD_ORDER.index(block.kind)
    )
    body = list(body_blocks(page, draft))
    tail: list[Block] = []
    for unit in draft.tail:
        is_of_authors = unit.role is Role.AFFILIATION
        whole = Span(unit.spans[0].start, unit.spans[-1].end)
        named = is_of_authors and not draft.named and signed_blocks(page.raw, whole, furniture)
        kind = BlockKind.AFFILIATION if is_of_authors else BlockKind.CREDIT
        tail.extend(named or [block_of(page.raw, kind, [unit])])
    return Built([*head, *body, *tail], furniture)


def block_of(raw: str, kind: BlockKind, units: Sequence[Unit], level: int = 0) -> Block:
    """One block made of whole units."""
    spans = join_spans(raw, [span for unit in units for span in unit.spans])
    return Block(kind, clean(raw, spans, kind), spans, level)


def join_spans(raw: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Spans with only white space between them put together."""
    joined: list[Span] = []
    for span in spans:
        if joined and joined[-1].end <= span.start and not raw[joined[-1].end : span.start].strip():
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return tuple(joined)


# --- the head --------------------------------------------------------------------------------


def head_blocks(page: Page, draft: Draft, furniture: list[Span]) -> Iterator[Block]:
    """The fields of a head; box labels, separators and what is printed twice are furniture."""
    columns: set[str] = set()
    quotes: set[str] = set()
    head = draft.head
    for at, unit in enumerate(head):
        match unit.role:
            case Role.LABEL:
                after = head[at + 1] if at + 1 < len(head) else None
                if unit.text in columns or labels_a_box(unit, after):
                    furniture.extend(unit.spans)
                else:
                    columns.add(unit.text)
                    yield block_of(page.raw, BlockKind.COLUMN, [unit])
            case Role.TEXT if unit.text in quotes:
                furniture.extend(unit.spans)
            case Role.TEXT:
                quotes.add(unit.text)
                yield block_of(page.raw, BlockKind.PULL_QUOTE, [unit])
            case Role.NAMES:
                yield from person_blocks(page.raw, head[: at + 1], furniture)
            case Role.AFFILIATION:
                yield block_of(page.raw, BlockKind.AFFILIATION, [unit])
            case Role.CREDIT | Role.SPEAKER | Role.FOLIO | Role.TURN:
                furniture.extend(unit.spans)
            case Role.DISPLAY:
                pass
    displays = [unit for unit in head if unit.role is Role.DISPLAY]
    yield from title_blocks(page, displays, pairs_in(draft.texts))


def person_blocks(raw: str, head: Sequence[Unit], furniture: list[Span]) -> Iterator[Block]:
    """The last unit of a part of a head, which names authors or who takes part in a talk."""
    if names_guest(raw, head):
        yield block_of(raw, BlockKind.CREDIT, head[-1:])
    else:
        yield from author_blocks(raw, head[-1], furniture)


def names_guest(raw: str, head: Sequence[Unit]) -> bool:
    """Whether the last unit names who takes part in a talk and no author: it says so, or stands
    right under such a line and says who they are.
    """
    if not head or head[-1].role is not Role.NAMES:
        return False
    printed = raw[slice(*head[-1].spans[0])]
    if signs.GUESTS.fullmatch(printed):
        return True
    byline = read_byline(printed)
    return bool(byline.posts) and not byline.staff and names_guest(raw, head[:-1])


def labels_a_box(label: Unit, after: Unit | None) -> bool:
    """Whether a label belongs to the pull quote under it and not to the article."""
    over_text = after is not None and after.role is Role.TEXT
    return over_text and signs.BOX_LABEL.fullmatch(label.text) is not None


def author_blocks(raw: str, unit: Unit, furniture: list[Span]) -> Iterator[Block]:
    """The names of a byline; staff words are a credit, posts an affiliation, the rest furniture."""
    start, end = unit.spans[0]
    dashes = signs.DASHES.match(raw, start, end)
    if dashes and not read_byline(raw[start:end]):
        furniture.append(Span(start, start + len(dashes[0].rstrip())))
        start = dashes.end()
    if together := signs.COLLECTIVE.fullmatch(raw, start, end):
        furniture += [Span(start, together.start("names")), Span(together.end("names"), end)]
        start, end = together.span("names")
    if union := signs.UNION_AUTHOR.fullmatch(raw, start, end):
        if union["did"]:
            yield Block(BlockKind.CREDIT, union["did"], (Span(*union.span("did")),))
        end = union.end("who")
    whole = "".join(raw[start:end].split())
    if union or signs.STAFF_AUTHOR.fullmatch(whole):
        yield Block(BlockKind.AUTHOR, whole, (Span(start, end),))
        return
    if bracketed := signs.SIGNED.fullmatch(raw, start, end):
        start, end = bracketed.span("names")
        furniture += [Span(unit.spans[0].start, start), Span(end, unit.spans[0].end)]
    byline = read_byline(raw[start:end]) or Byline(find_names(raw[start:end], looks_like_name))
    if bracketed and not byline:
        byline = Byline((Span(0, end - start),))  # a line ends inside the name
    names, staff, posts = (
        [Span(start + a, start + b) for a, b in parts]
        for parts in (byline.names, byline.staff, byline.posts)
    )
    yield from (Block(BlockKind.CREDIT, raw[a:b], (Span(a, b),)) for a, b in staff)
    yield from (Block(BlockKind.AFFILIATION, raw[a:b], (Span(a, b),)) for a, b in posts)
    text = " ".join("".join(raw[a:b].split()) for a, b in names)
    yield Block(BlockKind.AUTHOR, text, tuple(names))
    taken = sorted((*names, *staff, *posts))
    for before, after in pairwise((Span(start, start), *taken, Span(end, end))):
        between = trim(raw, Span(before.end, after.start))
        if between.start < between.end:
            furniture.append(between)


def title_blocks(page: Page, displays: Sequence[Unit], said: frozenset[str]) -> Iterator[Block]:
    """Title, kicker and subtitle from the display lines of a head.

    The line nearest to the byline is the title. One above it is a column when it is very short,
    a kicker when it names an occasion or each is whole by itself; else it is the title's first
    line, joined without a space where the page elsewhere has the words over the joint.
    """
    named = [unit for unit in displays if not signs.OCCASION.fullmatch(unit.text)]
    subtitles = [unit for unit in displays[1:] if is_subtitle(unit, named)]
    rest = [unit for unit in displays if unit not in subtitles]
    kickers = [unit for unit in rest if signs.OCCASION.fullmatch(unit.text)]
    if len(kickers) == 1 and len(rest) == 2 and are_halves(*rest) and apart(page, *rest):
        kickers = []
    if len(kickers) == len(rest):
        kickers = kickers[:-1]
    titles = [unit for unit in rest if unit not in kickers]
    labels = labels_over(titles)
    for unit in labels:
        yield block_of(page.raw, BlockKind.COLUMN, [unit])
    titles = titles[len(labels) :]
    least = LONGEST_HALF if is_label_over_two((*labels, *titles)) else 0
    while len(titles) > 1 and (
        (len(titles[0].text) > least and is_kicker(page, titles[0], titles[1], said))
        or stands_over_two(page, titles)
    ):
        kickers.append(titles.pop(0))
    for unit in kickers:
        yield from kicker_blocks(page.raw, unit)
    group: list[Unit] = []
    for unit in titles:
        if group and page.joint(group[-1], unit) < SURE_JOINT:
            yield block_of(page.raw, BlockKind.TITLE, group)
            group = []
        group.append(unit)
    if group:
        yield block_of(page.raw, BlockKind.TITLE, group)
    for unit in subtitles:
        yield block_of(page.raw, BlockKind.SUBTITLE, [unit])


def is_subtitle(unit: Unit, titles: Sequence[Unit]) -> bool:
    """Whether a line of a head says of what kind the article is, or is a lesser heading of
    Markdown than another that could be the title.
    """
    greater = any(0 < title.level < unit.level for title in titles)
    return bool(signs.SUBTITLE.match(unit.text)) or greater


def is_kicker(page: Page, line: Unit, below: Unit, said: frozenset[str]) -> bool:
    """Whether a line over a title is a kicker: an empty line sets them apart, one of them has two
    halves and so is whole by itself, or the article says little of the line; `said` are its pairs
    of characters.
    """
    if page.joint(line, below) >= SURE_JOINT or not apart(page, line, below):
        return False
    if line.text[-1] in signs.NO_TITLE_END:
        return False
    if page.is_set_off(below):
        return True
    if has_two_halves(page.raw, line) or has_two_halves(page.raw, below):
        return True
    if word_over(line.text, below.text) or are_halves(line, below):
        return False
    shorter = len(below.text) - len(line.text)
    long = len(line.text) + len(below.text) > LONGEST_ON_TWO_LINES
    alike = -UNEVEN_TITLE < shorter <= UNEVEN_TITLE
    if long and len(line.text) > LONGEST_HALF and not alike:
        return True
    own, other = (share_said(unit, said) for unit in (line, below))
    return own < 0.5 * other or (abs(shorter) > UNEVEN_TITLE and own < 0.5)


def are_halves(line: Unit, below: Unit) -> bool:
    """Whether two lines are as short as no title by itself, and nearly as long as each other."""
    lengths = len(line.text), len(below.text)
    return max(lengths) <= LONGEST_HALF and max(lengths) - min(lengths) <= 2


def stands_over_two(page: Page, titles: Sequence[Unit]) -> bool:
    """Whether a line that no word goes on from stands over two others, the lines of the title."""
    first, second = titles[:2]
    return (
        len(titles) > 2
        and page.joint(first, second) < SURE_JOINT
        and not word_over(first.text, second.text)
        and first.text[-1] not in signs.NO_TITLE_END
        and apart(page, first, second)
    )


def share_said(unit: Unit, said: frozenset[str]) -> float:
    """Which share of the pairs of characters of a line the article has."""
    pairs = pairs_of(unit.text)
    return len(pairs & said) / len(pairs) if pairs else 0.0


def apart(page: Page, line: Unit, below: Unit) -> bool:
    """Whether two units stand on lines of their own, not on one line with a space between."""
    return bool(LINE_END.search(page.raw, line.spans[-1].end, below.spans[0].start)) or (
        line.spans[0].start > below.spans[0].start
    )


def has_two_halves(raw: str, unit: Unit) -> bool:
    """Whether a title line is two phrases with a space between."""
    return " " in clean(raw, unit.spans, BlockKind.TITLE)


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


# --- the body --------------------------------------------------------------------------------


class Manner(NamedTuple):
    """What a body is: a box of questions, a box of nothing but short lines, a round-up."""

    asks: bool
    box: bool
    speaks: bool


def body_blocks(page: Page, draft: Draft) -> Iterator[Block]:
    """Headings, paragraphs joined over column breaks, questions and answers, speakers, notes."""
    manner = Manner(
        sum(is_question(unit) for unit in draft.body) > 1,
        len(draft.body) > 1 and not draft.texts,
        any(unit.role is Role.SPEAKER for unit in draft.body),
    )
    group: list[Unit] = []
    for unit in draft.body:
        page.ask()
        if group and not (unit.role is Role.TEXT and is_cut(page, group[-1], unit)):
            yield text_block(page.raw, group, answer=manner.asks)
            group = []
        if unit.role is Role.TEXT:
            group.append(unit)
        else:
            yield other_block(page.raw, unit, manner)
    if group:
        yield text_block(page.raw, group, answer=manner.asks)


def is_cut(page: Page, before: Unit, after: Unit) -> bool:
    """Whether a column break cut one paragraph: no sentence ends before it, none begins after."""
    if after.wrapped and apart_by_nothing(page.raw, before, after):
        return True
    if before.closed or signs.STARTS_PARAGRAPH.match(after.text):
        return False
    return page.joint(before, after) > 0 or not page.opens_like_another(after)


def apart_by_nothing(raw: str, before: Unit, after: Unit) -> bool:
    """Whether a unit stands directly behind another one."""
    end, start = before.lines[-1].end, after.lines[0].start
    return end <= start and not raw[end:start].strip()


def is_question(unit: Unit) -> bool:
    """Whether a display line asks."""
    return unit.role is Role.DISPLAY and unit.text.endswith(("？", "?"))


def text_block(raw: str, units: Sequence[Unit], *, answer: bool) -> Block:
    """A paragraph, or an answer in a box of questions."""
    text, printed = units[0].text, raw[slice(*units[0].spans[0])]
    if text.startswith(("▲", "※", "注：", "附：", "链接：")) or signs.is_note(text, printed):
        kind = BlockKind.NOTE
    elif signs.ASKS.match(text):
        kind = BlockKind.QUESTION
    elif answer or text.startswith(("答：", "答:")):
        kind = BlockKind.ANSWER
    else:
        kind = BlockKind.PARAGRAPH
    return block_of(raw, kind, units)


def other_block(raw: str, unit: Unit, manner: Manner) -> Block:
    """A heading with its level, a question, a speaker, or a note; short lines in a box of pictures
    and figures are notes.
    """
    match unit.role:
        case Role.DISPLAY if manner.speaks and unit.text.startswith("——"):
            return block_of(raw, BlockKind.SPEAKER, [unit])
        case Role.DISPLAY if is_question(unit):
            asked = manner.asks or signs.ASKS.match(unit.text)
            kind = BlockKind.QUESTION if asked else BlockKind.HEADING
            return block_of(raw, kind, [unit], 1)
        case Role.DISPLAY if not (manner.asks or manner.box) or unit.text[0] in "【〔":
            return block_of(raw, BlockKind.HEADING, [unit], heading_level(unit))
        case Role.SPEAKER:
            return block_of(raw, BlockKind.SPEAKER, [unit])
        case _:
            return block_of(raw, BlockKind.NOTE, [unit])


def heading_level(unit: Unit) -> int:
    """1 for 一、 and plain headings, 2 for （一）, 3 for 1. or 1、 (GB/T 9704)."""
    if SECOND_LEVEL.match(unit.text):
        return 2
    return 3 if THIRD_LEVEL.match(unit.text) else 1
