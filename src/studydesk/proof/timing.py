"""Whether a session is long enough for what its packet asks for, and what to leave out if not."""

import re
from collections.abc import Iterator, Sequence

from studydesk.domain.article import count_characters
from studydesk.domain.packet import Action, Agenda, AgendaStep, Packet, Question, QuestionKind
from studydesk.domain.passage_names import as_quoted
from studydesk.domain.question_names import names
from studydesk.domain.reading import reading_minutes

_SHORT_SESSION = 20
"""Minutes up to which a session has no roll call and no closing of its own."""
_FRAME, _SHORT_FRAME = 11, 2
"""Minutes for roll call, opening, closing and the record; those of a short session."""
_ACTION = 5
"""Minutes to settle who does what by when; they are never cut."""
_CUT_FIRST = (QuestionKind.REFLECT, QuestionKind.ANALYSE, QuestionKind.CONNECT)
"""What is left out first when time is short; of 联系实际 one always stays, 行动建议 all."""


_ALOUD = re.compile("领读|朗读|诵读|通读|[念读](?:选段|原文|文章|一遍)")
"""An agenda step in which the passages are read aloud."""


def _reading(packet: Packet) -> int:
    """Minutes to read all passages aloud."""
    return reading_minutes(sum(count_characters(each.printed) for each in packet.passages))


def needed(packet: Packet) -> int:
    """Minutes that a packet asks for: reading aloud, its questions, and what frames them."""
    short = packet.session.minutes <= _SHORT_SESSION
    asked = sum(question.minutes for question in packet.questions)
    settled = 0 if short else _ACTION * any(isinstance(item, Action) for item in packet.items)
    return (_SHORT_FRAME if short else _FRAME) + _reading(packet) + asked + settled


def cuts(questions: Sequence[Question], over: int) -> Iterator[int]:
    """The numbers, from 1, of the questions to leave out to save so many minutes."""
    kept = sum(question.kind is QuestionKind.CONNECT for question in questions)
    for kind in _CUT_FIRST:
        for number, question in reversed(list(enumerate(questions, 1))):
            if over <= 0:
                return
            if question.kind is not kind or not question.minutes:
                continue
            if kind is QuestionKind.CONNECT:
                if kept < 2:
                    return
                kept -= 1
            over -= question.minutes
            yield number


def over_time(packet: Packet) -> Iterator[tuple[str, str, str]]:
    """A packet that asks for more minutes than there are: needed/there are/for reading, then the
    number:minutes of each question to cut.
    """
    length = packet.session.minutes
    over = needed(packet) - length
    read = _reading(packet)
    if over > 0 and (read or any(question.minutes for question in packet.questions)):
        asked = [question for question in packet.questions if question.text.strip()]
        saved = [f"{number}:{asked[number - 1].minutes}" for number in cuts(asked, over)]
        yield "", "session", " ".join((f"{needed(packet)}/{length}/{read}", *saved))


_NO_TALK = re.compile(
    "签到|回顾|导入|导语|开场|领读|朗读|诵读|通读|自学|[念读](?:选段|原文|文章|一遍)|关键词|名词|弄明白"
    "|点评|小结|总结|记录|休息|茶歇|合影"
)
"""What is said of steps of an agenda in which no question is talked about."""


def _may_be_talk(step: AgendaStep) -> bool:
    """Whether questions are talked about in a step, or can be for all that it says."""
    return step.is_talk or not _NO_TALK.search(step.activity)


def talk_too_short(packet: Packet) -> Iterator[tuple[str, str, str]]:
    """An agenda that gives talking fewer minutes than the questions are given: planned/asked; not
    where the session is too short for all of it, which is told by itself.
    """
    if needed(packet) > packet.session.minutes:
        return
    asked = _asked(packet)
    for agenda in packet.agendas:
        planned = _talk(agenda)
        if planned is not None and planned < asked:
            yield agenda.id, "steps", f"{planned}/{asked}"


def talk_too_long(packet: Packet) -> Iterator[tuple[str, str, str]]:
    """An agenda that gives talking far more minutes than the questions are given: planned/asked;
    not in a short session, nor where no question has minutes.
    """
    asked = _asked(packet)
    for agenda in packet.agendas if asked and packet.session.minutes > _SHORT_SESSION else ():
        planned = _talk(agenda)
        if planned is not None and asked * _AMPLE < planned:
            yield agenda.id, "steps", f"{planned}/{asked}"


_AMPLE = 1.8
"""How many times the minutes of all questions are still talked away by going on a little longer."""


def _asked(packet: Packet) -> int:
    """Minutes of the questions of which something is written."""
    return sum(question.minutes for question in packet.questions if question.text.strip())


def _talk(agenda: Agenda) -> int | None:
    """Minutes that an agenda gives talking; none where it has no step for that."""
    talk = [step.minutes for step in agenda.steps if _may_be_talk(step)]
    return sum(talk) if talk else None


def room(packet: Packet) -> int:
    """Minutes left for further questions: of the session, and of what each agenda gives talking."""
    talk = [planned for agenda in packet.agendas if (planned := _talk(agenda)) is not None]
    asked = _asked(packet)
    return min([packet.session.minutes - needed(packet), *(planned - asked for planned in talk)])


def in_no_step(packet: Packet) -> Iterator[tuple[str, str, str]]:
    """A question that no agenda has a step for, where each step of talk names its questions."""
    read = as_quoted(packet.passages)
    planned: set[int] = set()
    for step in (step for agenda in packet.agendas for step in agenda.steps):
        named = [*names(step.activity, read), *names(step.note, read)]
        if not named and _may_be_talk(step):
            return
        planned.update(number for name in named for part in name.parts for number in part.numbers)
    for number, question in enumerate(packet.questions, 1):
        if planned and number not in planned and question.text.strip():
            yield question.id, "text", ""


def read_too_fast(packet: Packet) -> Iterator[tuple[str, str, str]]:
    """An agenda that gives reading aloud fewer minutes than the passages take: planned/needed."""
    read = _reading(packet)
    for agenda in packet.agendas:
        aloud = [step.minutes for step in agenda.steps if _ALOUD.search(step.activity)]
        if aloud and sum(aloud) < read:
            yield agenda.id, "steps", f"{sum(aloud)}/{read}"
