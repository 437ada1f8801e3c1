"""The record edition (记录册): sheets to fill in, with what is known printed already."""

from collections.abc import Iterator, Sequence

from studydesk.domain.packet import Packet
from studydesk.domain.parts import Part
from studydesk.handout import wording
from studydesk.handout.choosing import prints
from studydesk.handout.citation import prose
from studydesk.handout.facilitator import asked
from studydesk.handout.model import AnswerLines, Block, PageBreak, Paragraph, Run, Table
from studydesk.handout.paragraphs import one_line, paragraphs
from studydesk.handout.style import CELL_PADDING, MILLIMETRE, WRITING_PITCH, Preset, Role

_AROUND_SIGN_IN, _AROUND_RECORD = 76.0, 52.0
"""Millimetres of a page that stand above and below either table, with some to spare."""

_SIGNATURE = 9.2
"""Millimetres: a row of the sheet to sign."""

_FACT, _ABSENT, _CONTENT, _DECIDED = 9.5, 12.0, 24.0, 24.0
"""Millimetres: the rows of the record; what the page has left goes to the discussion."""


_SPARE = 2
"""Blank rows after the names, for those who come unasked."""

_FEWEST_TOPICS, _MOST_TOPICS = 3, 6
"""Rows of the record of a group: no more than can be written in."""

_TOPIC = 0.34
"""What the question takes of such a row; a long one is cut short, so that all are on one page."""
_NOT_BEFORE_DOTS = "，、；：。？！—…“‘（《【 　"


def record_blocks(packet: Packet, preset: Preset, names: Sequence[str] = ()) -> Iterator[Block]:
    """The sheets that were chosen, each on a page of its own; `names` are of those who are to
    sign, and stand nowhere else.
    """
    sheets = {
        Part.SIGN_IN: _sign_in(packet, preset, names),
        Part.RECORD: _record(packet, preset, len(names)),
        Part.GROUPS: _groups(packet, preset),
        Part.REFLECTION: _reflection(packet, preset),
        Part.FEEDBACK: _feedback(packet),
    }
    for part, sheet in sheets.items():
        if prints(packet, preset, part):
            yield from sheet
            yield PageBreak()


def _sign_in(packet: Packet, preset: Preset, names: Sequence[str]) -> Iterator[Block]:
    yield from _head(packet, wording.SIGN_IN)
    yield _sign_in_table(preset, names)
    yield _text(Role.TABLE_NUMBER, wording.head_count(len(names)))


def _record(packet: Packet, preset: Preset, expected: int) -> Iterator[Block]:
    day = _day(packet)
    yield from paragraphs(Role.LABEL, one_line(packet.session.unit))
    yield _text(Role.TITLE, wording.RECORD)
    yield _record_table(packet, day, preset, expected)
    yield _text(Role.TABLE_NUMBER, wording.RECORD_SIGNATURES)


def _groups(packet: Packet, preset: Preset) -> Iterator[Block]:
    """What one group said, question by question; copied for as many groups as there are."""
    yield from _head(packet, wording.GROUPS)
    facts = tuple((left, "", right, "") for left, right in wording.GROUP_FACTS)
    label, blank = Role.TABLE_HEAD, Role.TABLE_CELL
    yield Table((0.16, 0.34, 0.16, 0.34), (), facts, _FACT, roles=(label, blank, label, blank))
    topics = [
        f"{number}. {one_line(question.text)}" for number, question in enumerate(asked(packet), 1)
    ][:_MOST_TOPICS]
    topics += [""] * (_FEWEST_TOPICS - len(topics))
    room = preset.page.text_height - _AROUND_SIGN_IN - 2 * _FACT - _SIGNATURE
    row = room / len(topics)
    most = _characters(_TOPIC * preset.page.text_width, row, preset)
    rows = tuple((_shortened(topic, most), "", "") for topic in topics)
    yield Table((_TOPIC, 0.42, 0.24), wording.GROUP_COLUMNS, rows, row)
    yield _text(Role.TABLE_NUMBER, wording.GROUP_SIGNATURES)


def _characters(width: float, height: float, preset: Preset) -> int:
    """How many characters a cell of this size in millimetres has room for, at least."""
    style = preset.style(Role.TABLE_CELL)
    in_a_line = int((width - 2 * CELL_PADDING) * MILLIMETRE / style.size) - 1
    return in_a_line * int((height - 2 * CELL_PADDING) * MILLIMETRE / style.leading)


def _shortened(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 2].rstrip(_NOT_BEFORE_DOTS)}……"


def _reflection(packet: Packet, preset: Preset) -> Iterator[Block]:
    """A page to write on, ruled."""
    yield from _head(packet, wording.REFLECTION)
    facts = tuple(cell for name in wording.REFLECTION_FACTS for cell in (name, ""))
    widths = (0.12, 0.18, 0.18, 0.24, 0.12, 0.16)
    yield Table(widths, (), (facts,), _FACT, roles=(Role.TABLE_HEAD, Role.TABLE_CELL) * 3)
    yield _text(Role.TABLE_CELL, wording.REFLECTION_HINT)
    room = preset.page.text_height - _AROUND_SIGN_IN - _FACT
    yield AnswerLines(int(room / WRITING_PITCH))


def _feedback(packet: Packet) -> Iterator[Block]:
    """Three questions, without a name."""
    yield from _head(packet, wording.FEEDBACK)
    yield _text(Role.TABLE_CELL, wording.FEEDBACK_HINT)
    for number, (question, answers) in enumerate(wording.FEEDBACK_QUESTIONS, 1):
        yield Paragraph(
            Role.QUESTION, (Run(f"{number}. ", bold=True), Run(question)), keep_with_next=True
        )
        if answers:
            yield Paragraph(Role.BODY, (Run(answers),), keep_with_next=True)
        yield AnswerLines(2 if answers else 5)


def _head(packet: Packet, title: str) -> Iterator[Block]:
    known = map(one_line, (packet.title, _day(packet), packet.session.place))
    yield from paragraphs(Role.LABEL, one_line(packet.session.unit))
    yield _text(Role.TITLE, title)
    yield from paragraphs(Role.MASTHEAD, "　".join(filter(None, known)))


def _day(packet: Packet) -> str:
    day = packet.session.held_on
    return wording.chinese_date(day) if day else ""


def _sign_in_table(preset: Preset, names: Sequence[str]) -> Table:
    """Numbered rows, as many as the page holds: those who are known, then blank ones."""
    room = int((preset.page.text_height - _AROUND_SIGN_IN) / _SIGNATURE) - 1
    rows = room if len(names) + _SPARE <= room else len(names) + _SPARE
    known = [*map(one_line, names), *("",) * (rows - len(names))]
    blank = ("",) * (len(wording.SIGN_IN_COLUMNS) - 2)
    return Table(
        (0.09, 0.2, 0.22, 0.15, 0.19, 0.15),  # 阿依古丽·买买提 finds room
        wording.SIGN_IN_COLUMNS,
        tuple((str(number), name, *blank) for number, name in enumerate(known, start=1)),
        row_height=_SIGNATURE,
        roles=(Role.TABLE_NUMBER, Role.TABLE_NUMBER, *(Role.TABLE_CELL for _ in blank)),
    )


def _record_table(packet: Packet, day: str, preset: Preset, expected: int) -> Table:
    """What the rules of study sessions ask a record to hold."""
    read = dict.fromkeys(prose(passage.citation) for passage in packet.passages)
    taken = _AROUND_RECORD + 6 * _FACT + _ABSENT + _CONTENT + _DECIDED
    rows = (
        (wording.RECORD_TOPIC, packet.title, _FACT),
        (wording.RECORD_DAY, day, _FACT),
        (wording.RECORD_PLACE, packet.session.place, _FACT),
        (wording.RECORD_HOST, packet.session.host, _FACT),
        (wording.RECORD_WRITER, "", _FACT),
        (wording.RECORD_PRESENT, wording.head_count(expected), _FACT),
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
