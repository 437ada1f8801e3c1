from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studydesk.domain.packet import (
    Agenda,
    AgendaStep,
    Item,
    Packet,
    PassageItem,
    Question,
    QuestionKind,
    Session,
    Term,
)
from studydesk.domain.passage import Passage
from studydesk.study.agenda import (
    PLANS,
    Plan,
    agenda_for,
    of_length,
    plan_agenda,
    plan_of,
    planned,
)
from studydesk.study.session_template import set_up


def test_there_are_plans_for_the_usual_lengths() -> None:
    assert [plan.minutes for plan in PLANS] == [10, 60, 90, 120]


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.name)
def test_a_session_as_long_as_a_plan_gets_that_plan_unchanged(plan: Plan) -> None:
    assert plan_agenda(plan.minutes).steps == plan.steps


@given(st.integers(min_value=0, max_value=600), st.booleans(), st.none() | st.integers(0, 90))
def test_an_agenda_is_exactly_as_long_as_the_session(
    minutes: int, terms: bool, asked: int | None
) -> None:
    agenda = plan_agenda(minutes, terms=terms, asked=asked)
    assert agenda.minutes == minutes
    assert all(step.minutes >= 1 for step in agenda.steps)


def test_a_session_of_three_minutes_keeps_the_longest_steps_in_their_order() -> None:
    activities = [step.activity for step in plan_agenda(3).steps]
    assert activities == ["念选段", "身边事", "一问"]


def test_a_longer_session_gives_the_discussion_the_most() -> None:
    steps = plan_agenda(75).steps
    assert max(steps, key=lambda step: step.minutes).activity == "分组议"


def minutes_in(agenda: Agenda) -> dict[str, int]:
    return {step.activity: step.minutes for step in agenda.steps}


UNDERSTAND = Question("哪一句？", QuestionKind.UNDERSTAND, 8)


def test_questions_get_the_minutes_that_they_ask_for() -> None:
    connect = Question("我们呢？", QuestionKind.CONNECT, 14)
    agenda = agenda_for(Packet("学习", items=(UNDERSTAND, connect, Term("工匠", "老师傅。"))))
    assert (minutes_in(agenda)["理解题"], agenda.minutes) == (8, 60)
    assert "关键词" in minutes_in(agenda)


@given(st.sampled_from(PLANS), st.integers(1, 180), st.booleans(), st.none() | st.integers(0, 90))
def test_minutes_add_up_in_every_plan(
    plan: Plan, minutes: int, terms: bool, asked: int | None
) -> None:
    agenda = plan_agenda(minutes, plan, terms=terms, asked=asked)
    assert agenda.minutes == minutes
    assert all(step.minutes >= 1 for step in agenda.steps)


@pytest.mark.parametrize("minutes", range(1, 16))
@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.name)
def test_the_minutes_of_a_short_session_add_up_whatever_is_asked_for(
    plan: Plan, minutes: int
) -> None:
    for asked in (None, *range(minutes + 9)):
        agenda = plan_agenda(minutes, plan, asked=asked)
        assert agenda.minutes == minutes
        assert all(step.minutes >= 1 for step in agenda.steps)


def test_a_plan_of_reading_and_asking_alone_keeps_its_minutes() -> None:
    plan = Plan("读与问", 30, (AgendaStep("领读选段", 20), AgendaStep("理解题", 10)))
    assert plan_agenda(30, plan, asked=5).steps == plan.steps


def test_what_is_asked_for_is_had_from_the_steps_that_only_frame_a_session() -> None:
    understand = tuple(replace(UNDERSTAND, id=str(n), minutes=5) for n in range(5))
    connect = Question("我们呢？", QuestionKind.CONNECT, 8)
    act = Question("谁来办？", QuestionKind.ACT, 6)
    agenda = agenda_for(Packet("学习", items=(*understand, connect, act)))
    found = minutes_in(agenda)
    assert (found["理解题"], agenda.minutes, found["领读选段"]) == (25, 60, 11)
    assert found["自己写"] + found["分组议"] + found["汇报"] >= 14


@pytest.mark.parametrize("minutes", [36, 45, 60, 75, 120])
def test_many_questions_leave_the_minutes_to_read_aloud_and_to_talk(minutes: int) -> None:
    many = tuple(replace(UNDERSTAND, id=str(n)) for n in range(minutes // 8))
    agenda = agenda_for(Packet("学习", Session(minutes=minutes), many))
    assert minutes // 4 <= minutes_in(agenda)["理解题"] <= minutes // 2
    assert minutes_in(agenda)["领读选段"] >= minutes_in(plan_agenda(minutes))["领读选段"]
    assert agenda.minutes == minutes
    assert min(step.minutes for step in agenda.steps) >= 1


def read_aloud(characters: int, minutes: int = 60) -> Packet:
    passage = PassageItem(Passage("a", 0, characters, "字" * characters))
    return Packet("学习", Session(minutes=minutes), (passage, UNDERSTAND))


@pytest.mark.parametrize(
    ("characters", "minutes"), [(90, 3), (600, 3), (601, 4), (2400, 12), (99999, 36)]
)
def test_reading_aloud_gets_the_minutes_that_the_passages_take(
    characters: int, minutes: int
) -> None:
    found = minutes_in(agenda_for(read_aloud(characters)))
    assert found["领读选段"] == minutes
    assert sum(found.values()) == 60


def test_what_reading_leaves_goes_to_talk() -> None:
    long, short = (minutes_in(agenda_for(read_aloud(length))) for length in (2200, 400))
    talk = ("自己写", "分组议", "汇报")
    assert sum(short[name] - long[name] for name in talk) == 11 - 3
    assert {n: m for n, m in short.items() if n not in (*talk, "领读选段")} == {
        n: m for n, m in long.items() if n not in (*talk, "领读选段")
    }


@given(
    st.sampled_from(PLANS), st.integers(1, 180), st.none() | st.integers(0, 90), st.integers(0, 200)
)
def test_minutes_add_up_however_long_is_read_aloud(
    plan: Plan, minutes: int, asked: int | None, read: int
) -> None:
    agenda = plan_agenda(minutes, plan, asked=asked, read=read)
    assert agenda.minutes == minutes
    assert all(step.minutes >= 1 for step in agenda.steps)
    again = replace(agenda_of(agenda, minutes), id=agenda.id)
    assert again == agenda


def agenda_of(agenda: Agenda, minutes: int) -> Agenda:
    """The agenda of a packet that has only this one, and is given the length that it has."""
    packet = Packet("学习", Session(minutes=minutes), (agenda,))
    return of_length(packet, minutes).agendas[0]


def test_minutes_to_read_aloud_stay_where_a_session_gets_longer() -> None:
    packet = read_aloud(1500)
    packet = replace(packet, items=(*packet.items, agenda_for(packet)))
    assert minutes_in(of_length(packet, 90).agendas[0])["领读选段"] == 8


def test_a_packet_without_questions_to_understand_has_no_step_for_them() -> None:
    connect = Question("我们呢？", QuestionKind.CONNECT, 14)
    packet = Packet("学习", items=(connect,))
    assert "理解题" not in minutes_in(agenda_for(packet))
    untimed = replace(packet, items=(connect, replace(UNDERSTAND, minutes=0)))
    assert "理解题" in minutes_in(agenda_for(untimed))
    whole = replace(packet, items=(connect, agenda_for(packet)))
    assert of_length(whole, 120).agendas[0].steps == agenda_for(of_length(whole, 120)).steps


def test_a_question_without_words_is_given_no_time() -> None:
    connect = Question("我们呢？", QuestionKind.CONNECT, 14)
    packet = Packet("学习", items=(connect, Question(" ", QuestionKind.UNDERSTAND, 6)))
    without = replace(packet, items=(connect,))
    assert agenda_for(packet).steps == agenda_for(without).steps
    assert agenda_for(replace(packet, items=packet.items[1:])).steps == plan_agenda(60).steps


def test_terms_have_no_step_where_a_packet_has_questions_and_no_terms() -> None:
    agenda = agenda_for(Packet("学习", items=(UNDERSTAND,)))
    assert "关键词" not in minutes_in(agenda)
    assert agenda.minutes == 60
    assert agenda_for(Packet("学习")).steps == plan_agenda(60).steps


@pytest.mark.parametrize("minutes", [10, 45, 90, 120])
def test_an_agenda_for_what_is_in_a_packet_is_planned_anew(minutes: int) -> None:
    packet = Packet("学习", items=(UNDERSTAND, agenda_for(Packet("学习", items=(UNDERSTAND,)))))
    (agenda,) = of_length(packet, minutes).agendas
    assert agenda.steps == agenda_for(of_length(packet, minutes)).steps
    assert of_length(of_length(packet, minutes), 60).agendas[0].minutes == 60


def test_minutes_asked_for_come_back_where_a_session_is_longer_again() -> None:
    long = Packet("学习", items=(replace(UNDERSTAND, minutes=30),))
    short = replace(long, items=(*long.items, agenda_for(long)))
    assert minutes_in(of_length(short, 120).agendas[0])["理解题"] == 30


def test_an_agenda_gets_no_step_for_questions_that_a_packet_does_not_ask() -> None:
    packet = Packet("学习", items=(Question("我们呢？", QuestionKind.CONNECT, 14),))
    packet = replace(packet, items=(*packet.items, agenda_for(packet)))
    assert of_length(of_length(packet, 30), 60) == packet


OWN = Agenda((AgendaStep("签到", 0), AgendaStep("领读", 20, "老王念"), AgendaStep("讨论", 40)))


def agendas(items: tuple[Item, ...], minutes: int) -> list[Agenda]:
    packet = of_length(Packet("学习", Session(minutes=60), items), minutes)
    assert packet.session.minutes == minutes
    return list(packet.agendas)


def test_the_steps_that_somebody_wrote_are_stretched_to_another_length() -> None:
    (agenda,) = agendas((OWN,), 90)
    assert [(step.activity, step.minutes, step.note) for step in agenda.steps] == [
        ("签到", 0, ""),
        ("领读", 30, "老王念"),
        ("讨论", 60, ""),
    ]
    assert agenda.id == OWN.id


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.name)
@pytest.mark.parametrize("minutes", [10, 30, 60, 90, 120])
def test_another_length_leaves_the_kind_of_session_as_it_is(plan: Plan, minutes: int) -> None:
    agenda = plan_agenda(plan.minutes, plan)
    packet = Packet("学习", Session(minutes=plan.minutes), (agenda,))
    changed = of_length(packet, minutes)
    (found,) = changed.agendas
    assert [step.activity for step in found.steps] == [step.activity for step in plan.steps]
    assert (found.minutes, found.id) == (minutes, agenda.id)
    assert of_length(changed, plan.minutes) == packet
    assert plan_of(changed).name == plan.name


def test_a_plan_is_known_by_its_steps_also_where_some_were_changed() -> None:
    first, *others = plan_agenda(60).steps
    changed = Agenda((replace(first, activity="点名"), *others, AgendaStep("合影", 2)))
    assert plan_of(Packet("学习", Session(minutes=90), (changed,))).name == "班组学习"
    assert plan_of(Packet("学习", Session(minutes=90), (OWN,))).name == "中心组学习"


def test_an_agenda_that_somebody_emptied_is_left_empty() -> None:
    assert planned(Agenda(()), 60) is None
    packet = Packet("学习", Session(minutes=0), (Agenda(()),))
    assert set_up(packet, PLANS[1]).agendas[0].steps == ()


def test_fewer_minutes_than_steps_leave_the_steps_as_they_are() -> None:
    assert agendas((OWN,), 1) == [OWN]
    assert agendas((Agenda(()),), 30)[0].steps == ()


@given(
    st.lists(st.integers(min_value=0, max_value=240), min_size=1, max_size=9),
    st.integers(min_value=9, max_value=480),
)
def test_minutes_add_up_whatever_the_steps_were(lengths: list[int], minutes: int) -> None:
    own = Agenda(tuple(AgendaStep(f"步{n}", length) for n, length in enumerate(lengths)))
    (agenda,) = agendas((own,), minutes)
    assert agenda.minutes == (minutes if any(lengths) else 0)
    assert [step.activity for step in agenda.steps] == [step.activity for step in own.steps]
