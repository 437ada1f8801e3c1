"""Packet, edition and preset become one finished document, block by block.

What an edition does not print is left out here; no writer ever sees it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import assert_never

from studydesk.domain.packet import (
    Action,
    Agenda,
    AnswerSpace,
    EditorNote,
    FacilitatorNote,
    Guide,
    Item,
    Packet,
    PassageItem,
    Question,
    SectionHeading,
    Term,
)
from studydesk.domain.packet import PageBreak as PageBreakItem
from studydesk.handout import facilitator, wording
from studydesk.handout.citation import reference, source_line
from studydesk.handout.model import (
    AnswerBox,
    AnswerLines,
    Block,
    Edition,
    HandoutDocument,
    PageBreak,
    Paragraph,
    Run,
    Table,
)
from studydesk.handout.paragraphs import label, one_line, paragraphs, passage_paragraphs
from studydesk.handout.record import record_blocks
from studydesk.handout.style import WRITING_PITCH, Preset, Role

_ACTION_ROW = 13.0
"""Millimetres: a row of 我的一件事, for two lines of handwriting."""


def compose(packet: Packet, edition: Edition, preset: Preset) -> HandoutDocument:
    """One edition of a packet, set in a preset. Empty parts are not printed."""
    if edition is Edition.RECORD:
        blocks = record_blocks(packet, preset)
    else:
        blocks = _Handout(packet, for_facilitator=edition is Edition.FACILITATOR).blocks()
    return HandoutDocument(
        title=one_line(packet.title),
        edition=edition,
        preset=preset,
        blocks=tuple(_without_empty_pages(blocks)),
        author=one_line(packet.session.unit),
        footer=edition.value if edition is Edition.FACILITATOR else "",
    )


class _Handout:
    """The walk over a packet's items for 学员版 and 主持人版; it counts what is numbered."""

    def __init__(self, packet: Packet, *, for_facilitator: bool) -> None:
        self._packet = packet
        self._for_facilitator = for_facilitator
        self._sections = 0
        self._subsections = 0
        self._passages = 0
        self._questions = 0
        self._before: Item | None = None

    def blocks(self) -> Iterator[Block]:
        """Masthead, items in order, references, and the facilitator's last page."""
        yield from self._masthead()
        for item in self._packet.items:
            printed = list(self._item(item))
            yield from printed
            if printed and not isinstance(item, FacilitatorNote | PageBreakItem):
                self._before = item
        yield from _references(self._packet)
        if self._for_facilitator:
            yield from facilitator.at_hand(self._packet)

    def _masthead(self) -> Iterator[Block]:
        packet, session = self._packet, self._packet.session
        purpose = wording.FACILITATOR_PURPOSE if self._for_facilitator else wording.PURPOSE
        facts = (
            wording.chinese_date(session.held_on) if session.held_on else "",
            one_line(session.place),
            wording.HOST + one_line(session.host) if one_line(session.host) else "",
            f"{session.minutes}{wording.MINUTES}" if session.minutes else "",
        )
        issued = "　".join(filter(None, (one_line(session.unit), purpose)))
        yield Paragraph(Role.LABEL, (Run(issued),))
        yield from paragraphs(Role.TITLE, one_line(packet.title))
        yield from paragraphs(Role.MASTHEAD, "　".join(filter(None, facts)))
        if self._for_facilitator:
            yield from facilitator.overview(packet)

    def _item(self, item: Item) -> Iterator[Block]:  # noqa: C901 - one case each
        match item:
            case SectionHeading():
                yield from self._heading(item)
            case Guide():
                guide = paragraphs(Role.GUIDE, item.text, item.id)
                yield from self._grouped(wording.GUIDE, item, guide)
            case PassageItem():
                yield from self._passage(item)
            case EditorNote():
                yield from paragraphs(Role.NOTE, item.text, item.id, lead=wording.EDITOR_NOTE)
            case Term():
                yield from self._grouped(wording.TERMS, item, _term(item))
            case Question():
                yield from self._grouped(wording.QUESTIONS, item, self._question(item))
            case Agenda():
                yield from self._grouped(wording.AGENDA, item, self._agenda(item))
            case Action():
                height = WRITING_PITCH if self._for_facilitator else _ACTION_ROW
                yield from self._grouped(wording.ACTION, item, _action(item, height))
            case FacilitatorNote():
                yield from self._facilitator_note(item)
            case PageBreakItem():
                yield PageBreak(item.id)
            case _:
                assert_never(item)

    def _grouped(self, words: str, item: Item, blocks: Iterable[Block]) -> Iterator[Block]:
        """The blocks of an item. Over the first of several items of one kind stands a label,
        unless a heading of the user's own does.
        """
        blocks = list(blocks)
        if blocks and not isinstance(self._before, type(item) | SectionHeading):
            yield label(Role.HEADING_3, words, item.id)
        yield from blocks

    def _heading(self, item: SectionHeading) -> Iterator[Block]:
        text = one_line(item.text)
        if not text:
            return
        if item.level == 1:
            self._sections += 1
            self._subsections = 0
            number = f"{wording.chinese_number(self._sections)}、"
        else:
            self._subsections += 1
            number = f"（{wording.chinese_number(self._subsections)}）"
        role = Role.HEADING_1 if item.level == 1 else Role.HEADING_2
        yield Paragraph(role, (Run(number + text),), item.id)

    def _passage(self, item: PassageItem) -> Iterator[Block]:
        text = passage_paragraphs(item.passage, item.id)
        if not text:
            return
        self._passages += 1
        head = wording.passage_label(
            self._passages, len(self._packet.passages), one_line(item.label)
        )
        yield label(Role.HEADING_3, head, item.id)
        if self._for_facilitator:
            yield from facilitator.passage_note(item)
        source = paragraphs(Role.SOURCE_LINE, source_line(item.passage), item.id)
        yield from _kept_with(text, source)
        yield from source

    def _question(self, item: Question) -> Iterator[Block]:
        text = one_line(item.text)
        if not text:
            return
        self._questions += 1
        head = f"{self._questions}.{wording.question_tag(item.kind)}"
        asked = paragraphs(Role.QUESTION, text, item.id, lead=head)
        below = facilitator.question_notes(item) if self._for_facilitator else _answer_space(item)
        follows = list(below)
        yield from _kept_with(asked, follows)
        yield from follows

    def _facilitator_note(self, item: FacilitatorNote) -> Iterator[Block]:
        if self._for_facilitator:
            yield from paragraphs(Role.FACILITATOR, item.text, item.id, lead=wording.FACILITATOR)

    def _agenda(self, item: Agenda) -> Iterator[Block]:
        if item.steps:
            yield facilitator.agenda_table(item) if self._for_facilitator else _agenda_table(item)


def _term(item: Term) -> Iterator[Block]:
    term, definition, origin = map(one_line, (item.term, item.definition, item.origin))
    told = definition + (f"（{origin}）" if origin else "")
    lead = f"{term}：" if term and told else term
    runs = tuple(run for run in (Run(lead, bold=True), Run(told)) if run.text)
    if runs:
        yield Paragraph(Role.TERM, runs, item.id)


def _answer_space(question: Question) -> Iterator[Block]:
    match question.space:
        case AnswerSpace.NONE:
            return
        case AnswerSpace.LINES if question.lines > 0:
            yield AnswerLines(question.lines, question.id)
        case AnswerSpace.BOX if question.lines > 0:
            yield AnswerBox(question.lines, question.id)


def _agenda_table(agenda: Agenda) -> Table:
    rows = [
        (one_line(step.activity), str(step.minutes) if step.minutes else "")
        for step in agenda.steps
    ]
    return Table(
        (0.8, 0.2),
        (wording.AGENDA_STEP, wording.MINUTES),
        (*rows, (wording.TOTAL, str(agenda.minutes))),
        row_height=facilitator.AGENDA_ROW,
        item_id=agenda.id,
        roles=(Role.TABLE_CELL, Role.TABLE_NUMBER),
    )


def _action(item: Action, row_height: float) -> Iterator[Block]:
    table = Table(
        (0.2, 0.8),
        (),
        tuple((row, "") for row in wording.ACTION_ROWS),
        row_height=row_height,
        item_id=item.id,
        roles=(Role.TABLE_HEAD, Role.TABLE_CELL),
    )
    yield from _kept_with(paragraphs(Role.ACTION, item.prompt, item.id), [table])
    yield table


def _references(packet: Packet) -> Iterator[Block]:
    """Every source once, by GB/T 7714, in the order of the passages."""
    items = (item for item in packet.items if isinstance(item, PassageItem))
    known: dict[str, str] = {}
    for item in items:
        if line := one_line(reference(item.passage.citation)):
            known.setdefault(line, item.id)
    if known:
        yield label(Role.HEADING_1, wording.REFERENCES)
    for number, (line, item_id) in enumerate(known.items(), start=1):
        yield Paragraph(Role.REFERENCE, (Run(f"[{number}] {line}"),), item_id)


def _kept_with(before: list[Paragraph], after: Iterable[Block]) -> Iterator[Paragraph]:
    """The paragraphs, the last of them on one page with what comes after, where there is any."""
    if before and any(True for _ in after):
        before = [*before[:-1], replace(before[-1], keep_with_next=True)]
    yield from before


def _without_empty_pages(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks with one break where several meet, and none at the end."""
    waiting: PageBreak | None = None
    for block in blocks:
        if isinstance(block, PageBreak):
            waiting = waiting or block
            continue
        if waiting:
            yield waiting
            waiting = None
        yield block
