"""Drafts into the blocks of an article: fields of the head, headings, joined paragraphs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from studydesk.domain.article import Block, BlockKind, Span
from studydesk.domain.ordinals import ordinal_of
from studydesk.sources.recovery import signs
from studydesk.sources.recovery.articles import Draft
from studydesk.sources.recovery.bylines import Byline, names_institution, read_byline
from studydesk.sources.recovery.chapters import DIVISIONS, division_of, tells_passing
from studydesk.sources.recovery.heads import is_section_number
from studydesk.sources.recovery.lines import trim
from studydesk.sources.recovery.names import find_names, looks_like_name
from studydesk.sources.recovery.page import Page
from studydesk.sources.recovery.roles import Role
from studydesk.sources.recovery.signers import signed_blocks
from studydesk.sources.recovery.title_blocks import title_blocks
from studydesk.sources.recovery.topics import pairs_in
from studydesk.sources.recovery.units import Unit
from studydesk.sources.recovery.whole_blocks import block_of

SECOND_LEVEL = re.compile(f"（{signs.NUMERAL}）")
THIRD_LEVEL = re.compile(r"[（(]?\d{1,2}[）).、．]")
LOWEST_LEVEL = 3
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
    furniture.extend(take_out_numbers(draft))
    body = list(body_blocks(page, draft))
    tail: list[Block] = []
    for unit in draft.tail:
        is_of_authors = unit.role is Role.AFFILIATION
        whole = Span(unit.spans[0].start, unit.spans[-1].end)
        named = is_of_authors and not draft.named and signed_blocks(page.raw, whole, furniture)
        kind = BlockKind.AFFILIATION if is_of_authors else BlockKind.CREDIT
        tail.extend(named or [block_of(page.raw, kind, [unit])])
    return Built([*head, *body, *tail], furniture)


def take_out_numbers(draft: Draft) -> Iterator[Span]:
    """Takes the numbers over headings out of a body: they only adorn them (01 over 一张图)."""
    numbers = [
        number
        for number, below in pairwise(draft.body)
        if is_section_number(number) and below.role is Role.DISPLAY
    ]
    draft.body = [unit for unit in draft.body if unit not in numbers]
    return (span for number in numbers for span in number.spans)


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
                if unit.text in columns or labels_a_box(unit, after, head):
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
                yield from author_blocks(page.raw, unit, furniture)
            case Role.AFFILIATION:
                yield block_of(page.raw, BlockKind.AFFILIATION, [unit])
            case Role.CREDIT | Role.SPEAKER | Role.FOLIO | Role.TURN:
                furniture.extend(unit.spans)
            case Role.DISPLAY:
                pass
    displays = [unit for unit in head if unit.role is Role.DISPLAY]
    labelled = {id(below) for above, below in pairwise(head) if is_label_of_column(above)}
    reported = any(unit.role is Role.NAMES and "记者" in unit.text for unit in head)
    said = pairs_in(draft.texts)
    yield from title_blocks(page, displays, said, labelled, reported=reported)


def is_label_of_column(unit: Unit) -> bool:
    """Whether a unit is the label of a column and of no box."""
    return unit.role is Role.LABEL and not signs.BOX_LABEL.fullmatch(unit.text)


def labels_a_box(label: Unit, after: Unit | None, head: Sequence[Unit]) -> bool:
    """Whether a label belongs to the pull quote under it, or to one far from it, and not to the
    article, which has a column.
    """
    over_text = after is not None and after.role is Role.TEXT
    told = over_text or any(map(is_label_of_column, head))
    return told and signs.BOX_LABEL.fullmatch(label.text) is not None


def institution_blocks(raw: str, start: int, end: int) -> Iterator[Block]:
    """An institution that wrote an article, and the words that say that it did; nothing where the
    line names persons.
    """
    said, who = Span(start, start), Span(start, end)
    if union := signs.UNION_AUTHOR.fullmatch(raw, start, end):
        said, who = Span(*union.span("did")), Span(*union.span("who"))
    elif names_institution(raw[start:end]):
        wrote = signs.INSTITUTION.fullmatch(raw, start, end)
        said, who = (Span(*wrote.span(part)) for part in ("wrote", "who")) if wrote else (said, who)
    elif not signs.STAFF_AUTHOR.fullmatch("".join(raw[start:end].split())):
        return
    if 0 <= said.start < said.end:
        said = trim(raw, said)
        yield Block(BlockKind.CREDIT, raw[slice(*said)], (said,))
    yield Block(BlockKind.AUTHOR, "".join(raw[slice(*who)].split()), (who,))


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
    if institution := list(institution_blocks(raw, start, end)):
        yield from institution
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


# --- the body --------------------------------------------------------------------------------


class Manner(NamedTuple):
    """What a body is: a box of questions, a box of nothing but short lines, a round-up; into what
    (编, 章, 节) it is divided.
    """

    asks: bool
    box: bool
    speaks: bool
    divisions: Sequence[str]


def body_blocks(page: Page, draft: Draft) -> Iterator[Block]:
    """Headings, paragraphs joined over column breaks, questions and answers, speakers, notes."""
    manner = Manner(
        sum(is_question(unit) for unit in draft.body) > 1,
        len(draft.body) > 1 and not draft.texts,
        any(unit.role is Role.SPEAKER for unit in draft.body),
        divisions_of(draft),
    )
    group: list[Unit] = []
    in_line = bool(draft.body) and not manner.asks and ends_in_line(draft)
    last = draft.body[-1] if in_line else None
    for unit in draft.body:
        page.ask()
        if group and not (unit.role is Role.TEXT and is_cut(page, group[-1], unit)):
            yield text_block(page.raw, group, answer=manner.asks)
            group = []
        if unit.role is Role.TEXT:
            group.append(unit)
        elif unit is last:
            yield block_of(page.raw, BlockKind.PARAGRAPH, [unit])
        else:
            yield other_block(page.raw, unit, manner)
    if group:
        yield text_block(page.raw, group, answer=manner.asks)


def ends_in_line(draft: Draft) -> bool:
    """Whether an article ends in a line that could be a heading, behind a whole paragraph: nothing
    stands below for it to head. Ordinals may head what is on another page.
    """
    before, last = draft.body[-2:-1], draft.body[-1]
    return (
        last.role is Role.DISPLAY
        and not (last.level or draft.turned or ordinal_of(last.text))
        and bool(before)
        and before[0].role is Role.TEXT
        and before[0].closed
    )


def is_cut(page: Page, before: Unit, after: Unit) -> bool:
    """Whether a column break cut one paragraph: no sentence ends before it, none begins after."""
    if after.wrapped and apart_by_nothing(page.raw, before, after):
        return True
    if before.closed or after.lines[0].row or signs.STARTS_PARAGRAPH.match(after.text):
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
    noted = text.startswith(("▲", "※", "注：", "附：", "链接：")) or tells_passing(text)
    if noted or signs.is_note(text, printed):
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
            return block_of(raw, BlockKind.HEADING, [unit], heading_level(unit, manner.divisions))
        case Role.SPEAKER:
            return block_of(raw, BlockKind.SPEAKER, [unit])
        case _:
            return block_of(raw, BlockKind.NOTE, [unit])


def heading_level(unit: Unit, divisions: Sequence[str]) -> int:
    """1 for 一、 and plain headings, 2 for （一）, 3 for 1. or 1、 (GB/T 9704); in laws and books
    that are below these divisions.
    """
    if division := division_of(unit.text):
        return divisions.index(division) + 1
    own = 2 if SECOND_LEVEL.match(unit.text) else 3 if THIRD_LEVEL.match(unit.text) else 1
    return min(LOWEST_LEVEL, len(divisions) + own)


def divisions_of(draft: Draft) -> list[str]:
    """Into what the headings of a body divide it, from the coarse to the fine."""
    found = {division_of(unit.text) for unit in draft.body if unit.role is Role.DISPLAY}
    return [division for division in DIVISIONS if division in found]
