from dataclasses import replace
from datetime import date

import pytest

from studydesk.domain.own_plan import laid_round, plan_of
from studydesk.domain.packet import (
    Action,
    Agenda,
    AgendaStep,
    EditorNote,
    Goals,
    Guide,
    Item,
    Packet,
    PassageItem,
    Question,
    SectionHeading,
    Session,
    Term,
)
from studydesk.domain.passage import Passage
from studydesk.domain.placing import place_after
from studydesk.errors import EditRefused


def passage(text: str = "工匠精神要从身边的岗位做起。", key: str = "p") -> PassageItem:
    return PassageItem(Passage("版-1", 0, len(text), text), id=key)


AGENDA = Agenda((AgendaStep("领读", 15), AgendaStep("讨论", 25)), id="agenda")
FRIDAY = Packet(
    "周五学习",
    Session("一车间", date(2025, 11, 7), "会议室", "李师傅", 40),
    (
        AGENDA,
        Guide("今天读的，说的是“身边的岗位”。", id="guide"),
        SectionHeading("学原文", id="read"),
        passage(),
        EditorNote("着重号为编者所加。", id="note"),
        Term("工匠精神", "精益求精。", id="term"),
        Question("“身边的岗位”是哪道工序？", id="quoting"),
        SectionHeading("议一议", id="talk"),
        Question("下周班组能做成的一件小事是什么？", id="any"),
        Action("我的一件事", "老王教小李换刀", "下周先试一台", id="action"),
    ),
    preset="大字版",
)


def words(items: tuple[Item, ...]) -> list[str]:
    return [str(getattr(item, "text", type(item).__name__)) for item in items]


def test_a_plan_is_a_packet_without_its_day_its_passages_and_what_is_about_them() -> None:
    plan = plan_of(FRIDAY, " 周五 班组 ")
    assert (plan.name, plan.session) == ("周五 班组", replace(FRIDAY.session, held_on=None))
    assert words(plan.before) == ["Agenda", "", "学原文"]
    assert words(plan.after) == ["议一议", "下周班组能做成的一件小事是什么？", "Action"]
    assert plan.preset == "大字版"
    assert plan.after[-1] == Action("我的一件事", id="action")


def test_a_packet_from_a_plan_is_complete_but_for_its_passages() -> None:
    made = laid_round(Packet("下周五"), plan_of(FRIDAY, "班组"))
    assert (made.title, made.session.unit, made.session.minutes) == ("下周五", "一车间", 40)
    assert made.session.held_on is None
    assert made.agendas[0].steps == AGENDA.steps
    assert {item.id for item in made.items}.isdisjoint(item.id for item in FRIDAY.items)


def test_three_passages_go_where_those_of_the_plan_were() -> None:
    made = laid_round(Packet("下周五"), plan_of(FRIDAY, "班组"))
    place = next(item.id for item in made.items if getattr(item, "text", "") == "学原文")
    for number in range(3):
        item = passage(key=f"p{number}")
        at = place_after(made, place, item)
        made, place = replace(made, items=(*made.items[:at], item, *made.items[at:])), item.id
    kinds = [type(item).__name__ for item in made.items]
    assert kinds == [
        *("Agenda", "Guide", "SectionHeading"),
        *("PassageItem",) * 3,
        *("SectionHeading", "Question", "Action"),
    ]


def test_a_plan_goes_round_what_a_packet_has_and_leaves_that_alone() -> None:
    mine = Packet(
        "我的", Session("二车间", minutes=60), (Goals("会说"), Guide("我写的"), passage())
    )
    made = laid_round(mine, plan_of(FRIDAY, "班组"))
    assert words(made.items)[:2] == ["Agenda", "学原文"]
    assert made.items[2:5] == mine.items
    assert (made.session.unit, made.session.host) == ("二车间", "李师傅")
    assert laid_round(made, plan_of(FRIDAY, "班组")) == made


def test_a_plan_without_a_name_is_refused() -> None:
    with pytest.raises(EditRefused, match="empty-title"):
        plan_of(FRIDAY, "  ")


def test_a_packet_without_passages_is_parted_where_the_session_ends() -> None:
    items = tuple(item for item in FRIDAY.items if not isinstance(item, PassageItem))
    plan = plan_of(replace(FRIDAY, items=items), "班组")
    assert words(plan.after) == ["Action"]
