"""A packet is set up for a session, and nothing it had is lost."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studydesk.domain.packet import (
    Action,
    Agenda,
    AgendaStep,
    FacilitatorNote,
    Goals,
    Guide,
    Item,
    Packet,
    PassageItem,
    Question,
    SectionHeading,
    Term,
)
from studydesk.domain.passage import Passage
from studydesk.study.agenda import PLANS, Plan, plan_agenda
from studydesk.study.session_template import set_up

TEN, HOUR, *_ = PLANS
THREE = tuple(PassageItem(Passage("a", n, n + 2, "原文")) for n in range(3))


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.name)
def test_three_passages_become_a_packet_whose_minutes_add_up(plan: Plan) -> None:
    packet = set_up(Packet("学习", items=THREE), plan)
    (agenda,) = (item for item in packet.items if isinstance(item, Agenda))
    assert agenda.minutes == packet.session.minutes == plan.minutes
    kinds = {type(item) for item in packet.items}
    assert {Guide, PassageItem, Action, FacilitatorNote} <= kinds


def test_a_short_session_has_no_headings() -> None:
    items = set_up(Packet("班前", items=THREE[:1]), TEN).items
    assert not [item for item in items if isinstance(item, SectionHeading)]


def test_a_plan_brings_its_preset_unless_somebody_has_chosen_one() -> None:
    assert set_up(Packet("班前"), TEN).preset == "班前十分钟卡片"
    assert set_up(Packet("班前", preset="大字版"), TEN).preset == "大字版"
    assert set_up(Packet("学习"), HOUR).preset == "普通讲义"


def test_a_preset_that_came_with_a_length_goes_with_it() -> None:
    assert set_up(set_up(Packet("班前"), TEN), HOUR).preset == "普通讲义"
    assert set_up(set_up(Packet("学习"), HOUR), TEN).preset == "班前十分钟卡片"


def test_a_longer_session_has_goals_before_its_agenda_unless_somebody_set_some() -> None:
    items = set_up(Packet("学习", items=THREE), HOUR).items
    kinds = [type(item) for item in items]
    assert kinds.index(Goals) < kinds.index(Agenda)
    own = Goals("会看图纸。")
    goals = [
        each
        for each in set_up(Packet("学习", items=(own, *THREE)), HOUR).items
        if isinstance(each, Goals)
    ]
    assert goals == [own]


def agenda_in(packet: Packet) -> Agenda:
    (agenda,) = (item for item in packet.items if isinstance(item, Agenda))
    return agenda


def test_the_agenda_of_another_plan_follows_the_length() -> None:
    agenda = replace(plan_agenda(10), id="mine")
    found = agenda_in(set_up(Packet("学习", items=(agenda, *THREE)), HOUR))
    assert found == replace(plan_agenda(60), id="mine")


@pytest.mark.parametrize("minutes", [5, 60])
def test_an_agenda_that_the_user_wrote_stays(minutes: int) -> None:
    own = Agenda((AgendaStep("念", minutes, "请老王念"),))
    packet = set_up(Packet("学习", items=(own, *THREE)), HOUR)
    assert (agenda_in(packet), packet.session.minutes) == (own, 60)


ITEMS: st.SearchStrategy[Item] = st.sampled_from(
    (Guide("导"), Question("问？"), Term("词", "解"), Action(), SectionHeading("题"), *THREE)
)


@given(st.lists(ITEMS, unique_by=lambda item: item.id), st.sampled_from(PLANS))
def test_what_a_packet_had_stays_in_its_order(items: list[Item], plan: Plan) -> None:
    packet = set_up(Packet("学习", items=tuple(items)), plan)
    had = {item.id for item in items}
    assert [item for item in packet.items if item.id in had] == items
    assert set_up(packet, plan) == packet
