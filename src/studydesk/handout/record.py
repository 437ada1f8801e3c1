"""The record edition (记录册): sign-in sheet and study record, filled in as far as is known."""

from collections.abc import Iterator

from studydesk.domain.packet import Packet
from studydesk.handout import wording
from studydesk.handout.citation import prose
from studydesk.handout.model import Block, PageBreak, Paragraph, Run, Table
from studydesk.handout.paragraphs import one_line, paragraphs
from studydesk.handout.style import WRITING_PITCH, Preset, Role

_HEAD_AND_FOOT = 65.0
"""Millimetres of a page that title, facts, table head and signatures take, with some to spare."""

_FACTS, _ABSENT, _CONTENT, _DECIDED = 10.0, 14.0, 24.0, 27.0
"""Millimetres: the rows of the record; what the page has left goes to the discussion."""


def record_blocks(packet: Packet, preset: Preset) -> Iterator[Block]:
    """A sheet to sign, and on the next page the record of the session."""
    yield from _sign_in(packet, preset)
    yield PageBreak()
    yield from _record(packet, preset)


def _sign_in(packet: Packet, preset: Preset) -> Iterator[Block]:
    session = packet.session
    day = wording.chinese_date(session.held_on) if session.held_on else ""
    yield _text(Role.TITLE, wording.SIGN_IN)
    facts = "　".join(filter(None, map(one_line, (packet.title, session.unit, day, session.place))))
    yield from paragraphs(Role.MASTHEAD, facts)
    rows = int((preset.page.text_height - _HEAD_AND_FOOT) / WRITING_PITCH)
    blank = ("",) * (len(wording.SIGN_IN_COLUMNS) - 1)
    yield Table(
        (0.09, 0.17, 0.25, 0.15, 0.19, 0.15),
        wording.SIGN_IN_COLUMNS,
        tuple((str(number), *blank) for number in range(1, rows + 1)),
        roles=(Role.TABLE_NUMBER, *(Role.TABLE_CELL for _ in blank)),
    )
    yield _text(Role.TABLE_NUMBER, wording.HEAD_COUNT)


def _record(packet: Packet, preset: Preset) -> Iterator[Block]:
    session = packet.session
    day = wording.chinese_date(session.held_on) if session.held_on else ""
    read = "；".join(
        dict.fromkeys(filter(None, (prose(each.citation) for each in packet.passages)))
    )
    rows = (
        ("学习主题", packet.title, _FACTS),
        ("时　　间", day, _FACTS),
        ("地　　点", session.place, _FACTS),
        ("主 持 人", session.host, _FACTS),
        ("记 录 人", "", _FACTS),
        ("参加人数", wording.HEAD_COUNT, _FACTS),
        ("缺席及原因", "", _ABSENT),
        ("学习内容", read, _CONTENT),
        ("讨论发言要点", "", 0.0),
        ("议定的事", "", _DECIDED),
    )
    taken = sum(height for _, _, height in rows)
    discussion = preset.page.text_height - _HEAD_AND_FOOT + 15 - taken
    yield _text(Role.TITLE, wording.RECORD)
    yield from paragraphs(Role.MASTHEAD, session.unit)
    yield Table(
        (0.2, 0.8),
        (),
        tuple((name, one_line(value)) for name, value, _ in rows),
        heights=tuple(height or discussion for _, _, height in rows),
        roles=(Role.TABLE_HEAD, Role.TABLE_CELL),
    )
    yield _text(Role.TABLE_NUMBER, wording.RECORD_SIGNATURES)


def _text(role: Role, text: str) -> Paragraph:
    return Paragraph(role, (Run(text),))
