"""Time: what a packet asks for, and what is left out first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studydesk.domain import edits
from studydesk.domain.packet import (
    Action,
    Agenda,
    AgendaStep,
    Item,
    Packet,
    PassageItem,
    Question,
    QuestionKind,
    Session,
)
from studydesk.domain.passage import Passage
from studydesk.proof.timing import (
    cuts,
    in_no_step,
    needed,
    over_time,
    read_too_fast,
    room,
    talk_too_long,
    talk_too_short,
)

UNDERSTAND, ANALYSE, CONNECT, ACT, REFLECT = QuestionKind
KINDS = (UNDERSTAND, ANALYSE, CONNECT, CONNECT, ACT, REFLECT)


def questions(*kinds: QuestionKind) -> list[Question]:
    return [Question(f"{kind}？", kind, 6) for kind in kinds]


def test_reading_questions_the_action_and_the_frame_are_counted() -> None:
    text = "字" * 401
    items: tuple[Item, ...] = (PassageItem(Passage("a", 0, 401, text)), Action())
    items += tuple(questions(CONNECT, ACT))
    assert needed(Packet("学习", Session(minutes=60), items)) == 3 + 12 + 5 + 11
    assert needed(Packet("班前", Session(minutes=10), items)) == 3 + 12 + 2


def test_reflection_is_cut_first_then_analysis_then_the_second_connection() -> None:
    assert list(cuts(questions(*KINDS), 1)) == [6]
    assert list(cuts(questions(*KINDS), 7)) == [6, 2]
    assert list(cuts(questions(*KINDS), 13)) == [6, 2, 4]


@given(st.lists(st.sampled_from(QuestionKind), max_size=12), st.integers(0, 200))
def test_deeds_understanding_and_one_connection_are_never_cut(
    kinds: list[QuestionKind], over: int
) -> None:
    asked = questions(*kinds)
    left = [q.kind for n, q in enumerate(asked, 1) if n not in set(cuts(asked, over))]
    for kind in (UNDERSTAND, ACT):
        assert left.count(kind) == kinds.count(kind)
    assert (CONNECT in kinds) == (CONNECT in left)


def test_a_packet_that_fits_says_nothing() -> None:
    assert not list(over_time(Packet("学习", Session(minutes=60), tuple(questions(*KINDS)))))


def test_a_packet_that_does_not_fit_says_what_to_cut() -> None:
    (found,) = over_time(Packet("学习", Session(minutes=40), tuple(questions(*KINDS))))
    assert found == ("", "session", "47/40/0 6:6 2:6")


def three_long_passages(*steps: AgendaStep) -> Packet:
    """As a card of ten minutes, without a question."""
    text = "字" * 2217
    passages = (PassageItem(Passage("a", 0, len(text), text)) for _ in range(3))
    return Packet("班前", Session(minutes=10), (*passages, Agenda(steps, id="agenda")))


def test_reading_alone_can_take_too_long() -> None:
    assert list(over_time(three_long_passages())) == [("", "session", "36/10/34")]


def test_an_agenda_leaves_time_to_read_its_passages_aloud() -> None:
    told = [("agenda", "steps", "2/34")]
    for activity in ("念选段", "领读", "领读选段"):
        assert list(read_too_fast(three_long_passages(AgendaStep(activity, 2)))) == told
    enough = (AgendaStep("领读选段一", 20), AgendaStep("领读选段二、三", 14))
    assert not list(read_too_fast(three_long_passages(*enough)))


def test_an_agenda_without_a_step_of_reading_is_left_alone() -> None:
    assert not list(read_too_fast(three_long_passages(AgendaStep("各自先看", 2))))


def asked(minutes: int, length: int = 60) -> Packet:
    """Half an hour of talk, and questions that are given so many minutes."""
    steps = (AgendaStep("签到、导入", 10), AgendaStep("领读选段", 10), AgendaStep("分组议", 20))
    agenda = Agenda((*steps, AgendaStep("定一件事", 10), AgendaStep("小结", 10)), id="agenda")
    return Packet("课", Session(minutes=length), (agenda, Question("哪一句？", minutes=minutes)))


def test_an_agenda_leaves_time_for_its_questions() -> None:
    assert not list(talk_too_short(asked(30)))
    assert list(talk_too_short(asked(31))) == [("agenda", "steps", "30/31")]


def test_questions_that_are_far_too_few_for_the_agenda_are_told() -> None:
    assert list(talk_too_long(asked(16))) == [("agenda", "steps", "30/16")]
    assert not list(talk_too_long(asked(17)))
    assert not list(talk_too_long(asked(0)))
    assert not list(talk_too_long(asked(8, length=20)))


@pytest.mark.parametrize(
    "activity", ["围绕题目自由发言", "通读并讨论", "讨论，记录员记录", "逐题讨论并点评", "小组交流"]
)
def test_what_is_talked_in_counts_whatever_else_is_done_in_it(activity: str) -> None:
    agenda = Agenda((AgendaStep(activity, 30), AgendaStep("茶歇", 5)), id="agenda")
    for minutes, told in ((30, []), (31, [("agenda", "steps", "30/31")])):
        packet = Packet("课", Session(), (agenda, Question("哪一句？", minutes=minutes)))
        assert list(talk_too_short(packet)) == told


@pytest.mark.parametrize(
    "activity",
    ["宣读会议纪律", "介绍议程", "会议签到", "填会议记录", "抄写原文", "签订协议", "学习倡议书"],
)
def test_what_only_has_a_word_of_talk_in_it_is_no_talk(activity: str) -> None:
    assert not AgendaStep(activity, 5).is_talk
    assert AgendaStep("先写再议，提建议", 5).is_talk


def test_a_session_that_is_too_short_for_all_is_told_once() -> None:
    short = asked(31, length=40)
    assert list(over_time(short))
    assert not list(talk_too_short(short))


@pytest.mark.parametrize(
    ("activities", "left"),
    [
        (("讨论思考1", "讨论思考2"), ["3"]),
        (("讨论思考1至2", "议一议思考3"), []),
        (("讨论思考1", "自由讨论"), []),
        (("热身：思考1", "分组活动，每组一题"), []),
        (("领读", "讨论"), []),
    ],
)
def test_a_question_is_missed_where_each_step_of_talk_names_others(
    activities: tuple[str, ...], left: list[str]
) -> None:
    agenda = Agenda(tuple(AgendaStep(activity, 10) for activity in activities))
    asked = (Question(f"第{name}句？", id=name) for name in "123")
    assert [place for place, *_ in in_no_step(Packet("学习", items=(agenda, *asked)))] == left


def test_room_is_what_the_session_and_every_agenda_leave() -> None:
    question = Question("为什么？", minutes=10)
    packet = Packet("学习", session=Session(minutes=60), items=(question,))
    assert room(packet) == 60 - needed(packet)
    talk = Agenda((AgendaStep("签到", 40), AgendaStep("讨论", 14)))
    assert room(edits.append(packet, talk)) == 4
    assert room(edits.append(packet, Agenda((AgendaStep("签到", 60),)))) == room(packet)
