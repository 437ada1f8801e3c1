import pytest
from hypothesis import given
from hypothesis import strategies as st

from studydesk.study.agenda import PLANS, Plan, plan_agenda


def test_there_are_plans_for_the_usual_lengths() -> None:
    assert [plan.minutes for plan in PLANS] == [10, 60, 90, 120]


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.name)
def test_a_session_as_long_as_a_plan_gets_that_plan_unchanged(plan: Plan) -> None:
    assert plan_agenda(plan.minutes).steps == plan.steps


@given(st.integers(min_value=0, max_value=600))
def test_an_agenda_is_exactly_as_long_as_the_session(minutes: int) -> None:
    agenda = plan_agenda(minutes)
    assert agenda.minutes == minutes
    assert all(step.minutes >= 1 for step in agenda.steps)


def test_a_session_of_three_minutes_keeps_the_longest_steps_in_their_order() -> None:
    activities = [step.activity for step in plan_agenda(3).steps]
    assert activities == ["念选段", "身边事", "一问"]


def test_a_longer_session_gives_the_discussion_the_most() -> None:
    steps = plan_agenda(75).steps
    assert max(steps, key=lambda step: step.minutes).activity == "分组议"
