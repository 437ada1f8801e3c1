"""Session plans of the user's own are kept by name."""

from dataclasses import replace

from studydesk.domain.own_plan import OwnPlan
from studydesk.domain.packet import Action, Agenda, AgendaStep, Session
from studydesk.library import Library

PLAN = OwnPlan(
    "周五班组",
    Session("一车间", host="李师傅", minutes=40),
    (Agenda((AgendaStep("领读", 15), AgendaStep("讨论", 25)), id="agenda"),),
    (Action("下周的一件事", id="action"),),
)


def test_plans_are_kept_by_name(library: Library) -> None:
    assert library.keep_plan(PLAN)
    assert library.keep_plan(replace(PLAN, name="月度"))
    assert library.plans() == [PLAN, replace(PLAN, name="月度")]


def test_a_plan_takes_the_place_of_one_of_its_name(library: Library) -> None:
    library.keep_plan(PLAN)
    assert not library.keep_plan(replace(PLAN, after=()))
    assert library.plans() == [replace(PLAN, after=())]


def test_a_plan_is_forgotten(library: Library) -> None:
    library.keep_plan(PLAN)
    library.forget_plan("周五班组")
    library.forget_plan("没有的")
    assert library.plans() == []
