"""Packet, edition and preset become one finished document, block by block.

What an edition does not print is left out here; no writer ever sees it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import assert_never

from studydesk.domain.packet import (
    Action,
    Agenda,
    EditorNote,
    FacilitatorNote,
    FurtherReading,
    Goals,
    Guide,
    Item,
    Packet,
    PassageItem,
    Question,
    SectionHeading,
    Term,
)
from studydesk.domain.packet import PageBreak as PageBreakItem
from studydesk.domain.parts import Part
from studydesk.handout import edges, facilitator, wording
from studydesk.handout.answers import answer_space, has_own_page
from studydesk.handout.choosing import chosen, is_cut_short, prints
from studydesk.handout.citation import source_line
from studydesk.handout.model import (
    Block,
    Edition,
    HandoutDocument,
    PageBreak,
    Paragraph,
    Run,
    Table,
    spans,
)
from studydesk.handout.opening import cover, masthead
from studydesk.handout.paragraphs import label, lines, one_line, paragraphs, passage_paragraphs
from studydesk.handout.places import Places
from studydesk.handout.proof_sheet import UNCHECKED, Review, proof_blocks
from studydesk.handout.record import record_blocks
from studydesk.handout.references import references
from studydesk.handout.style import WRITING_PITCH, Preset, Role, Sources
from studydesk.handout.tightening import tightened


def compose(
    packet: Packet,
    edition: Edition,
    preset: Preset,
    review: Review = UNCHECKED,
    names: Sequence[str] = (),
) -> HandoutDocument:
    """One edition of a packet, set in a preset; `review` is what checks have found, for the
    proof sheet, `names` are of those who are to sign, for the record. Empty parts are not
    printed, nor are those that nobody chose.
    """
    forms = _for_forms(preset)
    match edition:
        case Edition.RECORD:
            blocks = record_blocks(chosen(packet, preset), forms, names)
        case Edition.PROOF:
            blocks = proof_blocks(chosen(packet, preset), review)
        case Edition.PARTICIPANT | Edition.FACILITATOR:
            return _handout(packet, edition, preset)
        case _:
            assert_never(edition)
    return _document(packet, edition, forms, blocks)


def _handout(packet: Packet, edition: Edition, preset: Preset) -> HandoutDocument:
    """学员版 or 主持人版: cover or masthead, then the packet's items, then references."""
    whole, preset = packet, tightened(preset, packet.tightness)
    packet = chosen(whole, preset)
    if is_cut_short(whole, packet):
        packet = replace(packet, session=replace(packet.session, minutes=0))
        packet = _fitted(packet, len(Places(whole).passages))
    purpose = wording.PURPOSE
    if for_facilitator := edition is Edition.FACILITATOR:
        purpose = wording.FACILITATOR_PURPOSE
    has_cover = prints(packet, preset, Part.COVER)
    begin = (cover if has_cover else masthead)(packet, purpose, preset)
    front = [*begin, *(facilitator.overview(packet) if for_facilitator else ())]
    walk = _Handout(packet, preset, for_facilitator=for_facilitator)
    document = _document(packet, edition, preset, (*front, *walk.blocks()))
    if prints(packet, preset, Part.CONTENTS):
        document = replace(document, front=len(begin) if has_cover else len(front))
    if for_facilitator:
        told = "" if edition.value in document.footer else edition.value
        footer = "\u3000".join(filter(None, (told, document.footer)))
        document = replace(document, footer=footer)
    return replace(document, cover=has_cover)


def _fitted(packet: Packet, passages: int) -> Packet:
    """The packet with texts that fit what is left of so many passages."""
    places = Places(packet)

    def fitted(item: Item) -> Item:
        if isinstance(item, Guide | Question):
            return replace(item, text=places.fitted(item.text, passages))
        return item

    return replace(packet, items=tuple(map(fitted, packet.items)))


def _document(
    packet: Packet, edition: Edition, preset: Preset, blocks: Iterable[Block]
) -> HandoutDocument:
    return HandoutDocument(
        title=one_line(packet.title),
        edition=edition,
        preset=preset,
        blocks=tuple(_without_empty_pages(blocks)),
        author=one_line(packet.session.unit),
        footer=edges.footer(packet, edition, preset),
        header=edges.header(packet, edition, preset),
    )


def _for_forms(preset: Preset) -> Preset:
    """The preset that sheets to fill in are set in: another, or this one in a single column, with
    the same words at the edges of the page.
    """
    forms = preset.forms or replace(preset, page=replace(preset.page, columns=1))
    return replace(
        forms,
        page=replace(forms.page, mirrored=preset.page.mirrored),
        parts=preset.parts,
        header=preset.header,
        header_on_first=preset.header_on_first,
        footer=preset.footer,
    )


class _Handout:
    """The walk over a packet's items for 学员版 and 主持人版; it counts what is numbered."""

    def __init__(self, packet: Packet, preset: Preset, *, for_facilitator: bool) -> None:
        self._packet = packet
        self._places = Places(packet)
        self._preset = preset
        self._for_facilitator = for_facilitator
        self._sections = 0
        self._subsections = 0
        self._passages = 0
        self._all_passages = len(packet.passages)
        self._questions = 0
        self._notes = 0
        self._has_footnotes = preset.sources is Sources.FOOTNOTE and preset.page.columns == 1
        self._before: Item | None = None

    def blocks(self) -> Iterator[Block]:
        """Items in order, references, and the facilitator's last page."""
        for item in self._packet.items:
            printed = list(self._item(item))
            yield from printed
            if printed and not isinstance(item, FacilitatorNote | PageBreakItem):
                self._before = item
        yield from references(self._packet, self._preset)
        if self._for_facilitator and prints(self._packet, self._preset, Part.AT_HAND):
            yield from facilitator.at_hand(self._packet)

    def _item(self, item: Item) -> Iterator[Block]:  # noqa: C901, PLR0912 - one case each
        match item:
            case SectionHeading():
                yield from self._heading(item)
            case Goals():
                yield from self._grouped(wording.GOALS, item, _goals(item))
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
                height = self._preset.page.action_row
                height = min(height, WRITING_PITCH) if self._for_facilitator else height
                yield from self._grouped(wording.ACTION, item, _action(item, height))
                if self._for_facilitator:
                    yield from paragraphs(
                        Role.FACILITATOR, item.agreed, item.id, lead=wording.AGREED
                    )
            case FurtherReading():
                further = _numbered(Role.REFERENCE, item.text, item.id)
                yield from self._grouped(wording.FURTHER, item, further)
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
        if blocks and isinstance(blocks[0], PageBreak):
            yield blocks.pop(0)
        if blocks and not isinstance(self._before, type(item) | SectionHeading):
            across = spans(blocks[0], self._preset)
            yield replace(label(Role.HEADING_3, words, item.id), spans=across)
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
        head = wording.passage_label(self._passages, self._all_passages, one_line(item.label))
        yield label(Role.HEADING_3, head, item.id)
        if self._for_facilitator:
            yield from facilitator.passage_note(item)
        source = paragraphs(Role.SOURCE_LINE, source_line(item.passage), item.id)
        if source and self._has_footnotes:
            self._notes += 1
            yield from _with_note(text, wording.note_mark(self._notes), source[0].text)
        else:
            yield from _kept_with(text, source)
            yield from source

    def _question(self, item: Question) -> Iterator[Block]:
        text = one_line(item.text)
        if not text:
            return
        self._questions += 1
        alone = has_own_page(item, self._preset) and not self._for_facilitator
        if alone:
            yield PageBreak(item.id)
        head = f"{self._questions}.{wording.question_tag(item.kind)}"
        asked = paragraphs(Role.QUESTION, text, item.id, lead=head)
        if self._for_facilitator:
            named = self._places.with_passage_named(item)
            follows: list[Block] = [*facilitator.question_notes(named)]
        else:
            follows = [*answer_space(item, self._preset)]
        yield from _kept_with(asked, follows)
        yield from follows
        if alone:
            yield PageBreak(item.id)

    def _facilitator_note(self, item: FacilitatorNote) -> Iterator[Block]:
        if self._for_facilitator:
            yield from paragraphs(Role.FACILITATOR, item.text, item.id, lead=wording.FACILITATOR)

    def _agenda(self, item: Agenda) -> Iterator[Block]:
        if item.steps:
            yield facilitator.agenda_table(item) if self._for_facilitator else _agenda_table(item)


def _with_note(text: list[Paragraph], mark: str, note: str) -> Iterator[Paragraph]:
    """The paragraphs, with the mark of a note at their end; a note in brackets does without."""
    if note.startswith("（") and note.endswith("）"):
        note = note[1:-1]
    *before, last = text
    yield from before
    runs = (*last.runs, Run(mark, raised=True))
    yield replace(last, runs=runs, note=f"{mark} {note}。")


def _goals(item: Goals) -> Iterator[Block]:
    """The goals, counted where there are several."""
    goals = lines(item.text)
    if len(goals) == 1:
        return iter(paragraphs(Role.BODY, item.text, item.id))
    return _numbered(Role.BODY, item.text, item.id)


def _numbered(role: Role, text: str, item_id: str) -> Iterator[Block]:
    """A paragraph for each line, with its number."""
    for number, line in enumerate(lines(text), start=1):
        yield Paragraph(role, (Run(f"{number}. {line}"),), item_id)


def _term(item: Term) -> Iterator[Block]:
    term, definition, origin = map(one_line, (item.term, item.definition, item.origin))
    told = definition + (f"（{origin}）" if origin else "")
    lead = f"{term}：" if term and told else term
    runs = tuple(run for run in (Run(lead, bold=True), Run(told)) if run.text)
    if runs:
        yield Paragraph(Role.TERM, runs, item.id)


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
        spans=True,
    )


def _action(item: Action, row_height: float) -> Iterator[Block]:
    table = Table(
        (0.2, 0.8),
        (),
        tuple((row, "") for row in wording.ACTION_ROWS),
        row_height=row_height,
        item_id=item.id,
        roles=(Role.TABLE_HEAD, Role.TABLE_CELL),
        spans=True,
    )
    last = one_line(item.last)
    asked = f"{wording.LAST_ACTION}{last}\n{wording.LAST_DONE}" if last else ""
    for before in paragraphs(Role.ACTION, f"{asked}\n{item.prompt}", item.id):
        yield replace(before, keep_with_next=True)
    yield table


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
