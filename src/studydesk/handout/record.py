"""The record edition (记录册): sign-in sheet and study record, filled in as far as is known."""

from collections.abc import Iterator

from studydesk.domain.packet import Packet
from studydesk.handout import wording
from studydesk.handout.citation import prose
from studydesk.handout.model import Block, PageBreak, Paragraph, Run, Table
from studydesk.handout.paragraphs import one_line, paragraphs
from studydesk.handout.style import Preset, Role

_AROUND_SIGN_IN, _AROUND_RECORD = 76.0, 52.0
"""Millimetres of a page that stand above and below either table, with some to spare."""

_SIGNATURE = 9.2
"""Millimetres: a row of the sheet to sign."""

_FACT, _ABSENT, _CONTENT, _DECIDED = 9.5, 12.0, 24.0, 24.0
"""Millimetres: the rows of the record; what the page has left goes to the discussion."""


def record_blocks(packet: Packet, preset: Preset) -> Iterator[Block]:
    """A sheet to sign, and on the next page the record of the session."""
    session = packet.session
    day = wording.chinese_date(session.held_on) if session.held_on else ""
    known = map(one_line, (packet.title, day, session.place))
    yield from paragraphs(Role.LABEL, one_line(session.unit))
    yield _text(Role.TITLE, wording.SIGN_IN)
    yield from paragraphs(Role.MASTHEAD, "　".join(filter(None, known)))
    yield _sign_in_table(preset)
    yield _text(Role.TABLE_NUMBER, wording.HEAD_COUNT)
    yield PageBreak()
    yield from paragraphs(Role.LABEL, one_line(session.unit))
    yield _text(Role.TITLE, wording.RECORD)
    yield _record_table(packet, day, preset)
    yield _text(Role.TABLE_NUMBER, wording.RECORD_SIGNATURES)


def _sign_in_table(preset: Preset) -> Table:
    """Numbered blank rows, as many as the page holds."""
    rows = int((preset.page.text_height - _AROUND_SIGN_IN) / _SIGNATURE) - 1
    blank = ("",) * (len(wording.SIGN_IN_COLUMNS) - 1)
    return Table(
        (0.09, 0.17, 0.25, 0.15, 0.19, 0.15),
        wording.SIGN_IN_COLUMNS,
        tuple((str(number), *blank) for number in range(1, rows + 1)),
        row_height=_SIGNATURE,
        roles=(Role.TABLE_NUMBER, *(Role.TABLE_CELL for _ in blank)),
    )


def _record_table(packet: Packet, day: str, preset: Preset) -> Table:
    """What the rules of study sessions ask a record to hold."""
    read = dict.fromkeys(prose(passage.citation) for passage in packet.passages)
    taken = _AROUND_RECORD + 6 * _FACT + _ABSENT + _CONTENT + _DECIDED
    rows = (
        (wording.RECORD_TOPIC, packet.title, _FACT),
        (wording.RECORD_DAY, day, _FACT),
        (wording.RECORD_PLACE, packet.session.place, _FACT),
        (wording.RECORD_HOST, packet.session.host, _FACT),
        (wording.RECORD_WRITER, "", _FACT),
        (wording.RECORD_PRESENT, wording.HEAD_COUNT, _FACT),
        (wording.RECORD_ABSENT, "", _ABSENT),
        (wording.RECORD_CONTENT, "；".join(filter(None, read)), _CONTENT),
        (wording.RECORD_DISCUSSION, "", preset.page.text_height - taken),
        (wording.RECORD_DECIDED, "", _DECIDED),
    )
    return Table(
        (0.2, 0.8),
        (),
        tuple((name, one_line(value)) for name, value, _ in rows),
        heights=tuple(height for _, _, height in rows),
        roles=(Role.TABLE_HEAD, Role.TABLE_CELL),
    )


def _text(role: Role, text: str) -> Paragraph:
    return Paragraph(role, (Run(text),))
