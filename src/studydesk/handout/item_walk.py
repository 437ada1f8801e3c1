"""The walk over a packet's items for 学员版 and 主持人版: order, numbers, labels over groups."""

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
from studydesk.handout import facilitator, wording
from studydesk.handout.answers import answer_space, has_own_page
from studydesk.handout.choosing import prints
from studydesk.handout.item_blocks import action, agenda_table, goals, numbered, term
from studydesk.handout.model import Block, PageBreak, Paragraph, Run, spans
from studydesk.handout.paragraphs import kept_with, label, one_line, paragraphs
from studydesk.handout.passages import PassageSetter
from studydesk.handout.places import Places
from studydesk.handout.references import references
from studydesk.handout.style import WRITING_PITCH, Preset, Role


class ItemWalk:
    """The walk over a packet's items for 学员版 and 主持人版; it counts what is numbered."""

    def __init__(self, packet: Packet, preset: Preset, *, for_facilitator: bool) -> None:
        self._packet = packet
        self._places = Places(packet)
        self._preset = preset
        self._for_facilitator = for_facilitator
        self._sections = 0
        self._subsections = 0
        self._passages = PassageSetter(preset, len(packet.passages))
        self._questions = 0
        self._before: Item | None = None
        self._last: Block | None = None

    def blocks(self) -> Iterator[Block]:
        """Items in order, references, and the facilitator's last page."""
        for item in self._packet.items:
            printed = list(self._item(item))
            yield from printed
            self._last = printed[-1] if printed else self._last
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
                yield from self._grouped(wording.GOALS, item, goals(item))
            case Guide():
                guide = paragraphs(Role.GUIDE, item.text, item.id)
                yield from self._grouped(wording.GUIDE, item, guide)
            case PassageItem():
                yield from self._passage(item)
            case EditorNote():
                yield from paragraphs(Role.NOTE, item.text, item.id, lead=wording.EDITOR_NOTE)
            case Term():
                yield from self._grouped(wording.TERMS, item, term(item))
            case Question():
                yield from self._grouped(wording.QUESTIONS, item, self._question(item))
            case Agenda():
                yield from self._grouped(wording.AGENDA, item, self._agenda(item))
            case Action():
                height = self._preset.page.action_row
                height = min(height, WRITING_PITCH) if self._for_facilitator else height
                yield from self._grouped(wording.ACTION, item, action(item, height))
                if self._for_facilitator:
                    agreed = paragraphs(Role.FACILITATOR, item.agreed, item.id, lead=wording.AGREED)
                    yield from (replace(told, spans=True) for told in agreed)
            case FurtherReading():
                further = numbered(Role.REFERENCE, item.text, item.id)
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
        else:
            self._subsections += 1
        number = self._section_number(item.level)
        role = Role.HEADING_1 if item.level == 1 else Role.HEADING_2
        yield Paragraph(role, (Run(number + text),), item.id)

    def _section_number(self, level: int) -> str:
        """What stands before a heading, as the preset numbers its sections."""
        numbering = self._preset.numbering
        return wording.section_number(numbering, level, self._sections, self._subsections)

    def _passage(self, item: PassageItem) -> Iterator[Block]:
        told = facilitator.passage_note(item) if self._for_facilitator else ()
        in_a_row = isinstance(self._before, PassageItem)
        yield from self._passages.blocks(item, told, in_a_row=in_a_row)

    def _question(self, item: Question) -> Iterator[Block]:
        head = f"{self._questions + 1}.{wording.question_tag(item.kind)}"
        asked = paragraphs(Role.QUESTION, item.text, item.id, lead=head)
        if not asked:
            return
        self._questions += 1
        alone = has_own_page(item, self._preset) and not self._for_facilitator
        if alone:
            yield PageBreak(item.id)
        if self._for_facilitator:
            named = self._places.with_passage_named(item)
            follows: list[Block] = [*facilitator.question_notes(named)]
        else:
            follows = [*answer_space(item, self._preset)]
        first, *more = asked
        lines = [first, *(replace(line, role=Role.BODY) for line in more)]
        *lines, last = _with_ends_kept(lines)
        yield from lines
        yield from kept_with([last], follows)
        yield from follows
        if alone:
            yield PageBreak(item.id)

    def _facilitator_note(self, item: FacilitatorNote) -> Iterator[Block]:
        """A note stands across the page where what it follows does, as the masthead."""
        if self._for_facilitator:
            across = self._last is None or spans(self._last, self._preset)
            told = paragraphs(Role.FACILITATOR, item.text, item.id, lead=wording.FACILITATOR)
            yield from (replace(note, spans=across) for note in _with_ends_kept(told))

    def _agenda(self, item: Agenda) -> Iterator[Block]:
        if item.steps:
            yield facilitator.agenda_table(item) if self._for_facilitator else agenda_table(item)


def _with_ends_kept(lines: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Neither the first nor the last stands alone on a page."""
    ends = {0, len(lines) - 2}
    for at, line in enumerate(lines):
        yield replace(line, keep_with_next=at in ends and at < len(lines) - 1)
