"""The record edition (记录册): sheets to fill in, with what is known printed already."""

from collections.abc import Iterator, Sequence

from studydesk.domain.packet import Packet
from studydesk.domain.parts import Part
from studydesk.handout import wording
from studydesk.handout.choosing import prints
from studydesk.handout.citation import prose
from studydesk.handout.facilitator import asked
from studydesk.handout.measures import height_of
from studydesk.handout.model import AnswerLines, Block, PageBreak, Paragraph, Run, Table
from studydesk.handout.paragraphs import one_line, paragraphs
from studydesk.handout.style import CELL_PADDING, WRITING_PITCH, Preset, Role

_AROUND_SIGN_IN, _AROUND_RECORD = 76.0, 52.0
"""Millimetres of a page that stand above and below either table, with some to spare, where the
head takes a line for each of its facts.
"""

_SIGNATURE = 9.2
"""Millimetres: a row of the sheet to sign."""

_FACT, _ABSENT, _CONTENT, _DECIDED = 9.5, 12.0, 24.0, 24.0
"""Millimetres: the rows of the record; what the page has left goes to the discussion."""
_DISCUSSION = -2
"""Its row, which stands before the last."""

_SPARE = 2
"""Blank rows after the names, for those who come unasked."""
_UNSURE = 6
"""Rows more that a page may hold, where the head of the sheet is short: with so many names more,
blank rows might stand alone on the next one.
"""

_FEWEST_TOPICS = 3
"""Rows of the record of a group."""
_LEAST_TOPIC = 18.0
"""Millimetres: such a row, to be written in."""

_TOPIC = 0.34
"""What the question takes of such a row."""


def record_blocks(packet: Packet, preset: Preset, names: Sequence[str] = ()) -> Iterator[Block]:
    """The sheets that were chosen, each on a page of its own; `names` are of those who are to
    sign, and stand nowhere else.
    """
    sheets = {
        Part.SIGN_IN: _sign_in(packet, preset, names),
        Part.RECORD: _record(packet, preset, len(names)),
        Part.GROUPS: _groups(packet, preset),
        Part.REFLECTION: _reflection(packet, preset),
        Part.FEEDBACK: _feedback(packet, preset),
    }
    for part, sheet in sheets.items():
        if prints(packet, preset, part):
            yield from sheet
            yield PageBreak()


def _sign_in(packet: Packet, preset: Preset, names: Sequence[str]) -> Iterator[Block]:
    yield from _head(packet, wording.SIGN_IN)
    room = preset.page.text_height - _AROUND_SIGN_IN - _turnover(packet, preset)
    yield _sign_in_table(room, preset.page.text_height, names)
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
    room = preset.page.text_height - _AROUND_SIGN_IN - _turnover(packet, preset)
    topics = list(_topics(packet, preset, room - 2 * _FACT - _SIGNATURE))
    yield Table(
        (_TOPIC, 0.42, 0.24),
        wording.GROUP_COLUMNS,
        tuple((topic, "", "") for topic, _ in topics),
        heights=tuple(height for _, height in topics),
        keep_with_next=True,
    )
    yield _text(Role.TABLE_NUMBER, wording.GROUP_SIGNATURES)


def _topics(packet: Packet, preset: Preset, room: float) -> Iterator[tuple[str, float]]:
    """The questions and the height of the row of each; what is left of so many millimetres goes to
    them, and where they need more, the others follow overleaf.
    """
    topics = [f"{number}. {one_line(each.text)}" for number, each in enumerate(asked(packet), 1)]
    topics += [""] * (_FEWEST_TOPICS - len(topics))
    heights = [max(_LEAST_TOPIC, _cell(topic, _TOPIC, preset)) for topic in topics]
    spare = max(0.0, room - sum(heights)) / len(heights)
    yield from zip(topics, (height + spare for height in heights), strict=True)


def _cell(text: str, share: float, preset: Preset) -> float:
    """Millimetres that a row takes for these lines in a column of this share of the width."""
    width = share * preset.page.text_width - 2 * CELL_PADDING
    lines = (height_of(line, Role.TABLE_CELL, preset, width) for line in text.split("\n"))
    return sum(lines) + 2 * CELL_PADDING


def _reflection(packet: Packet, preset: Preset) -> Iterator[Block]:
    """A page to write on, ruled."""
    yield from _head(packet, wording.REFLECTION)
    facts = tuple(cell for name in wording.REFLECTION_FACTS for cell in (name, ""))
    widths = (0.12, 0.18, 0.18, 0.24, 0.12, 0.16)
    yield Table(widths, (), (facts,), _FACT, roles=(Role.TABLE_HEAD, Role.TABLE_CELL) * 3)
    yield _text(Role.TABLE_CELL, wording.REFLECTION_HINT)
    room = preset.page.text_height - _AROUND_SIGN_IN - _FACT - _turnover(packet, preset)
    yield AnswerLines(int(room / WRITING_PITCH))


def _feedback(packet: Packet, preset: Preset) -> Iterator[Block]:
    """Three questions, without a name."""
    room = preset.page.text_height - _AROUND_SIGN_IN - _turnover(packet, preset)
    room -= 5 * height_of("", Role.BODY, preset, 1) + 4 * WRITING_PITCH
    last = min(5, max(2, int(room / WRITING_PITCH)))
    yield from _head(packet, wording.FEEDBACK)
    yield _text(Role.TABLE_CELL, wording.FEEDBACK_HINT)
    for number, (question, answers) in enumerate(wording.FEEDBACK_QUESTIONS, 1):
        yield Paragraph(
            Role.QUESTION, (Run(f"{number}. ", bold=True), Run(question)), keep_with_next=True
        )
        if answers:
            yield Paragraph(Role.BODY, (Run(answers),), keep_with_next=True)
        yield AnswerLines(2 if answers else last)


def _head(packet: Packet, title: str) -> Iterator[Block]:
    yield from paragraphs(Role.LABEL, one_line(packet.session.unit))
    yield _text(Role.TITLE, title)
    yield from paragraphs(Role.MASTHEAD, _facts(packet))


def _facts(packet: Packet) -> str:
    known = map(one_line, (packet.title, _day(packet), packet.session.place))
    return "　".join(filter(None, known))


def _turnover(packet: Packet, preset: Preset) -> float:
    """Millimetres that long facts in the head of a sheet take beyond a line for each."""
    facts = {Role.LABEL: one_line(packet.session.unit), Role.MASTHEAD: _facts(packet)}
    width = preset.page.text_width
    return sum(
        height_of(text, role, preset, width) - height_of("", role, preset, width)
        for role, text in facts.items()
    )


def _day(packet: Packet) -> str:
    day = packet.session.held_on
    return wording.chinese_date(day) if day else ""


def _sign_in_table(room: float, page: float, names: Sequence[str]) -> Table:
    """Numbered rows, as many as so many millimetres hold: those who are known, then blank ones.
    More names go on on the next page, of these millimetres, where no blank row may stand alone.
    """
    fitting, on_others = (int(height / _SIGNATURE) - 1 for height in (room, page))
    more = len(names) - fitting
    spare = _SPARE if more % on_others > _UNSURE else 0
    rows = fitting if more <= 0 else len(names) + spare
    known = [*map(one_line, names), *("",) * (rows - len(names))]
    blank = ("",) * (len(wording.SIGN_IN_COLUMNS) - 2)
    return Table(
        (0.09, 0.27, 0.2, 0.13, 0.2, 0.11),  # Christopher and 阿卜杜拉·买买提· find room
        wording.SIGN_IN_COLUMNS,
        tuple((str(number), name, *blank) for number, name in enumerate(known, start=1)),
        row_height=_SIGNATURE,
        roles=(Role.TABLE_NUMBER, Role.TABLE_NUMBER, *(Role.TABLE_CELL for _ in blank)),
        keep_with_next=True,
    )


def _record_table(packet: Packet, day: str, preset: Preset, expected: int) -> Table:
    """What the rules of study sessions ask a record to hold."""
    read = dict.fromkeys(prose(passage.citation) for passage in packet.passages)
    rows = (
        (wording.RECORD_TOPIC, one_line(packet.title), _FACT),
        (wording.RECORD_DAY, day, _FACT),
        (wording.RECORD_PLACE, one_line(packet.session.place), _FACT),
        (wording.RECORD_HOST, one_line(packet.session.host), _FACT),
        (wording.RECORD_WRITER, "", _FACT),
        (wording.RECORD_PRESENT, wording.head_count(expected), _FACT),
        (wording.RECORD_ABSENT, "", _ABSENT),
        (wording.RECORD_CONTENT, "\n".join(filter(None, read)), _CONTENT),
        (wording.RECORD_DISCUSSION, "", 0.0),
        (wording.RECORD_DECIDED, "", _DECIDED),
    )
    heights = [max(least, _cell(value, 0.8, preset)) for _, value, least in rows]
    free = preset.page.text_height - _AROUND_RECORD - _turnover(packet, preset)
    others = sum(heights) - heights[_DISCUSSION]
    heights[_DISCUSSION] = max(_CONTENT, free - others)
    return Table(
        (0.2, 0.8),
        (),
        tuple((name, value) for name, value, _ in rows),
        heights=tuple(heights),
        keep_with_next=True,
        roles=(Role.TABLE_HEAD, Role.TABLE_CELL),
    )


def _text(role: Role, text: str) -> Paragraph:
    return Paragraph(role, (Run(text),))
