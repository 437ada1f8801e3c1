"""What only the facilitator's edition holds. Nothing here is called for any other edition."""

from collections.abc import Iterator
from dataclasses import replace

from studydesk.domain.article import count_characters
from studydesk.domain.packet import (
    Action,
    Agenda,
    Item,
    Packet,
    PassageItem,
    Question,
    QuestionKind,
)
from studydesk.handout import wording
from studydesk.handout.item_blocks import READ_ROW, numbered
from studydesk.handout.model import Block, Paragraph, Run, Table
from studydesk.handout.paragraphs import label, one_line, paragraphs
from studydesk.handout.style import Role

_MOST_KEPT = 6
"""Notes that stay on one page with their question; of more, the last may go on to the next."""


def overview(packet: Packet) -> Iterator[Paragraph]:
    """One line under the masthead: how long the session is, how much is read and asked."""
    sentences = []
    if packet.session.minutes:
        sentences.append(wording.session_length(packet.session.minutes))
    if packet.passages:
        read = sum(count_characters(passage.printed) for passage in packet.passages)
        sentences.append(wording.reading_load(len(packet.passages), read))
    if questions := asked(packet):
        given = sum(question.minutes for question in questions)
        untimed = sum(not question.minutes for question in questions)
        sentences.append(wording.discussion_load(len(questions), untimed, given))
    for told in paragraphs(Role.FACILITATOR, "".join(sentences), lead=wording.FACILITATOR):
        yield replace(told, spans=True)


def agenda_table(agenda: Agenda) -> Table:
    """The agenda with the minutes that each step runs from and to, and the notes."""
    rows = []
    start = 0
    for step in agenda.steps:
        span = f"{start}—{start + step.minutes}" if step.minutes else ""
        rows.append((span, one_line(step.activity), _figure(step.minutes), one_line(step.note)))
        start += step.minutes
    rows.append(("", wording.TOTAL, _figure(start), ""))
    return Table(
        (0.17, 0.3, 0.1, 0.43),  # 130—150 finds room
        (wording.AGENDA_SPAN, wording.AGENDA_STEP, wording.MINUTES, wording.AGENDA_NOTE),
        tuple(rows),
        row_height=READ_ROW,
        item_id=agenda.id,
        roles=(Role.TABLE_NUMBER, Role.TABLE_CELL, Role.TABLE_NUMBER, Role.TABLE_CELL),
        spans=True,
    )


def passage_note(item: PassageItem) -> Iterator[Paragraph]:
    """How long the passage takes to read aloud, and what its blanks stand for; on one page with
    its first lines.
    """
    read = count_characters(item.passage.printed)
    for lead, text in (
        (wording.ALOUD, wording.aloud(read)),
        (wording.BLANKS, wording.blanks([one_line(words) for words in item.passage.blanked])),
    ):
        for note in paragraphs(Role.FACILITATOR, text, item.id, lead=lead):
            yield replace(note, keep_with_next=True)


def question_notes(question: Question) -> Iterator[Paragraph]:
    """Minutes, intent, expected points and follow-ups, as far as they are given, each on one page
    with the next.
    """
    notes = list(_notes(question))
    for place, note in enumerate(notes, start=1):
        yield replace(note, keep_with_next=place < min(len(notes), _MOST_KEPT))


def _notes(question: Question) -> Iterator[Paragraph]:
    if one_line(question.intent):
        begin = (wording.intent_lead(question.minutes), question.intent)
    else:
        given = f"{question.minutes}{wording.MINUTES}。" if question.minutes else ""
        begin = (wording.MINUTES_GIVEN, given)
    for lead, text in (
        begin,
        (wording.EXPECTED, question.expected),
        (wording.FOLLOW_UPS, question.follow_ups),
    ):
        yield from paragraphs(Role.FACILITATOR, text, question.id, lead=lead)


def at_hand(packet: Packet) -> Iterator[Block]:
    """Last page: what to say when talk stalls, and what to leave out when time runs short."""
    if not asked(packet):
        return
    yield label(Role.HEADING_1, wording.AT_HAND)
    yield label(Role.HEADING_3, wording.PHRASES_HEADING)
    for occasion, phrase in wording.PHRASES:
        yield Paragraph(Role.FACILITATOR, (Run(f"{occasion}：", bold=True), Run(phrase)))
    cuts = list(_cuts(packet))
    agrees = any(_is_fixed(item) for item in packet.items)
    if not cuts and not agrees:
        return
    yield label(Role.HEADING_3, wording.LATE_HEADING)
    lead = Run(_lead(len(cuts), agrees=agrees))
    yield Paragraph(Role.FACILITATOR, (lead,), keep_with_next=bool(cuts))
    saved, told = 0, []
    for number, question in cuts:
        saved += question.minutes
        told.append(wording.cut(number, question.kind, question.minutes, saved))
    if len(told) == 1:
        yield from paragraphs(Role.FACILITATOR, told[0])
        return
    rows = list(numbered(Role.FACILITATOR, "\n".join(told), ""))
    for place, row in enumerate(rows, start=1):
        yield replace(row, keep_with_next=place < min(len(rows), _MOST_KEPT))


def _lead(cuts: int, *, agrees: bool) -> str:
    """What stands over so many questions to leave out, where something is agreed on or not."""
    if cuts > 1:
        return wording.CUT_ORDER_BUT_AGREED if agrees else wording.CUT_ORDER
    if cuts:
        return wording.CUT_ONE_BUT_AGREED if agrees else wording.CUT_ONE
    return wording.NEVER_CUT


def _is_fixed(item: Item) -> bool:
    """Whether an item leads to what is agreed on and noted, which cannot be left out."""
    return isinstance(item, Action | Agenda) or (
        isinstance(item, Question) and item.kind is QuestionKind.ACT and bool(one_line(item.text))
    )


def _cuts(packet: Packet) -> Iterator[tuple[int, Question]]:
    """The questions to leave out, first first: 反思, then 分析, then 联系实际 after the first."""
    known = list(enumerate(asked(packet), start=1))
    yield from (each for each in known if each[1].kind is QuestionKind.REFLECT)
    yield from (each for each in known if each[1].kind is QuestionKind.ANALYSE)
    yield from [each for each in known if each[1].kind is QuestionKind.CONNECT][1:]


def asked(packet: Packet) -> list[Question]:
    """The questions that have a text, in order: those that are printed and numbered."""
    return [question for question in packet.questions if one_line(question.text)]


def _figure(minutes: int) -> str:
    return str(minutes) if minutes else ""
