"""Agenda plans for the usual lengths of a session, and plans for any other length."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import product
from typing import Any

from studydesk import paths
from studydesk.domain.article import count_characters
from studydesk.domain.packet import Agenda, AgendaStep, Item, Packet, QuestionKind, Term
from studydesk.domain.question_names import numbered
from studydesk.domain.reading import reading_minutes


@dataclass(frozen=True, slots=True)
class Plan:
    """A proven order of steps for one length of session, in minutes, and the preset that it is
    printed in; empty where any will do. For another length the steps keep their proportion.
    """

    name: str
    minutes: int
    steps: tuple[AgendaStep, ...]
    preset: str = ""


def _read_plans() -> tuple[Plan, ...]:
    file = paths.resources() / "sessions" / "plans.toml"
    plans: list[dict[str, Any]] = tomllib.loads(file.read_text("utf-8"))["plan"]
    return tuple(_plan(plan) for plan in plans)


def _plan(told: dict[str, Any]) -> Plan:
    steps = tuple(AgendaStep(*step) for step in told["steps"])
    return Plan(told["name"], sum(step.minutes for step in steps), steps, told.get("preset", ""))


PLANS = _read_plans()
"""The plans, shortest first: what resources/sessions/plans.toml lists."""


def plan_of(packet: Packet) -> Plan:
    """The plan that a packet goes by, as long as its session and printed as it is: the one that
    its agenda is made from, or else the nearest in length.
    """
    plan = _own(packet) or _nearest(packet.session.minutes)
    return replace(plan, minutes=packet.session.minutes, preset=packet.preset)


def _own(packet: Packet) -> Plan | None:
    """The plan that at least half of an agenda's steps are from, whoever changed it since."""
    for agenda in packet.agendas:
        done = {step.activity for step in agenda.steps}
        shared = {plan: len(done & {step.activity for step in plan.steps}) for plan in PLANS}
        best = max(PLANS, key=shared.__getitem__)
        if shared[best] and 2 * shared[best] >= len(done):
            return best
    return None


def _nearest(minutes: int) -> Plan:
    return min(PLANS, key=lambda plan: abs(plan.minutes - minutes))


_TERMS, _ASKED, _READ = "关键词", "理解题", ("领读选段", "念选段")
"""The steps of plans in which the terms of a packet are explained, its 理解 questions asked, and
its passages read aloud.
"""
_LEAST_READ = 3
"""Minutes to find the place and to read in turn, however short the passages."""
_QUARTER, _HALF = 4, 2
"""Where the questions ask for more than there is: those to understand keep a quarter of a session,
and the other steps half of what a plan gives them.
"""


def plan_agenda(
    minutes: int,
    plan: Plan | None = None,
    *,
    terms: bool = True,
    asked: int | None = None,
    talked: int = 0,
    read: int | None = None,
) -> Agenda:
    """An agenda whose minutes are exactly `minutes`: a plan, or else the one nearest in length,
    stretched or shortened step by step. No step falls under a minute; where there are fewer
    minutes than steps, the longest steps stay. Without `terms` there is no step for them; 理解
    questions get the minutes that are `asked` for, and no step for 0, the steps of talk those that
    all others ask for: as far as they can be had, and none of those for reading aloud. What takes
    `read` minutes to read aloud gets these and leaves the rest to talk.
    """
    plan = plan or _nearest(minutes)
    without = {*(() if terms else (_TERMS,)), *((_ASKED,) if asked == 0 else ())}
    steps = tuple(step for step in plan.steps if step.activity not in without)
    if minutes < len(steps):
        longest = sorted(steps, key=lambda step: -step.minutes)[: max(0, minutes)]
        steps = tuple(step for step in steps if step in longest)
    shares = _shares([step.minutes for step in steps], minutes)
    if read:
        shares = _with_minutes_to_read(steps, shares, read)
    if asked:
        shares = _with_minutes_asked_for(steps, shares, asked, talked)
    return Agenda(
        tuple(replace(step, minutes=share) for step, share in zip(steps, shares, strict=True))
    )


def _with_minutes_to_read(steps: Sequence[AgendaStep], shares: list[int], read: int) -> list[int]:
    """The minutes of steps, with those that reading aloud takes; what it leaves goes to talk, and
    what it lacks all others give, half of theirs at most.
    """
    here = next((n for n, step in enumerate(steps) if step.activity in _READ), None)
    if here is None:
        return shares
    others = [n for n in range(len(steps)) if n != here]
    kept = max(len(others), sum(shares[n] for n in others) // _HALF)
    given = min(max(read, min(_LEAST_READ, shares[here])), sum(shares) - kept)
    talk = [n for n in others if steps[n].is_talk]
    part = talk if talk and given < shares[here] else others
    total = sum(shares[n] for n in part) + shares[here] - given
    if not part:
        return shares
    anew = dict(zip(part, _shares([shares[n] for n in part], total), strict=True))
    return [given if n == here else anew.get(n, share) for n, share in enumerate(shares)]


def _with_minutes_asked_for(
    steps: Sequence[AgendaStep], shares: list[int], asked: int, talked: int
) -> list[int]:
    """The minutes of steps, with those that are asked for to understand and to talk: first the
    steps that only frame a session give them, each of which keeps a minute.
    """
    questions = [n for n, step in enumerate(steps) if step.activity == _ASKED]
    talk = [n for n, step in enumerate(steps) if step.is_talk]
    frame = [
        n for n, s in enumerate(steps) if n not in (*questions, *talk) and s.activity not in _READ
    ]
    least_frame, least_talk = (
        max(len(part), sum(shares[n] for n in part) // _HALF) for part in (frame, talk)
    )
    least_talk = max(least_talk, talked) if talk else 0
    free = sum(shares[n] for n in (*questions, *talk, *frame))
    given = min(asked, max(sum(shares) // _QUARTER, free - least_frame - least_talk))
    given = min(given, free - len(talk) - len(frame))
    if not questions or not (talk or frame) or given < 1:
        return shares
    rest = free - given
    framed = min(sum(shares[n] for n in frame), max(least_frame, rest - least_talk))
    framed = min(framed, rest - len(talk)) if talk else rest
    anew = {questions[0]: given}
    for part, total in ((frame, framed), (talk, rest - framed)):
        anew |= zip(part, _shares([steps[n].minutes for n in part], total), strict=True)
    return [anew.get(n, share) for n, share in enumerate(shares)]


def agenda_for(packet: Packet) -> Agenda:
    """The agenda of a packet's plan and length for what is in it: as long as its passages take to
    be read aloud; one that has questions, and no terms or none to understand, does without these.
    A question without words is none yet.
    """
    questions = numbered(packet)
    terms = not questions or any(isinstance(item, Term) for item in packet.items)
    kinds = [question.kind for question in questions]
    understand = [each for each in questions if each.kind is QuestionKind.UNDERSTAND]
    is_default = not kinds or QuestionKind.UNDERSTAND in kinds  # whose minutes nobody told
    asked = sum(question.minutes for question in understand)
    talked = sum(question.minutes for question in questions) - asked
    return plan_agenda(
        packet.session.minutes,
        plan_of(packet),
        terms=terms,
        asked=asked or (None if is_default else 0),
        talked=talked,
        read=reading_minutes(sum(count_characters(each.printed) for each in packet.passages)),
    )


def of_length(packet: Packet, minutes: int) -> Packet:
    """The packet with a session of so many minutes, and its agendas with it: one that nobody
    wrote is made anew from its own plan, for what is in the packet where it was before; the steps
    of any other are stretched or shortened, each a minute at least. Where there are fewer minutes
    than steps, an agenda stays as it is.
    """
    longer = replace(packet, session=replace(packet.session, minutes=minutes))
    fitting, anew = agenda_for(packet).steps, agenda_for(longer).steps

    def of_that_length(item: Item) -> Item:
        if not isinstance(item, Agenda):
            return item
        is_fitting = bool(fitting) and item.steps == fitting
        return replace(item, steps=anew) if is_fitting else _stretched(item, minutes)

    return replace(longer, items=tuple(map(of_that_length, packet.items)))


def planned(agenda: Agenda, minutes: int, to: Plan | None = None) -> Agenda | None:
    """An agenda that nobody wrote, made anew for so many minutes, from its own plan or another
    that was chosen; None for any other, as one that somebody emptied.
    """
    if not agenda.steps or agenda.minutes not in _LENGTHS:
        return None
    timed = sum(step.minutes for step in agenda.steps if step.activity == _ASKED)
    talk = sum(step.minutes for step in agenda.steps if step.is_talk)
    wishes = ((None, 0), (timed, 0), (timed, talk))
    done = {step.activity for step in agenda.steps}
    plans = [plan for plan in PLANS if done <= {step.activity for step in plan.steps}]
    for plan, terms, (asked, talked) in product(plans, (True, False), wishes):
        made = partial(plan_agenda, terms=terms, asked=asked, talked=talked)
        if agenda.steps == made(agenda.minutes, plan).steps:
            return replace(agenda, steps=made(minutes, to or plan).steps)
    return None


def _stretched(agenda: Agenda, minutes: int) -> Agenda:
    anew = planned(agenda, minutes)
    if anew is not None:
        return anew
    timed = [step for step in agenda.steps if step.minutes > 0]
    if not timed or minutes < len(timed):
        return agenda
    shares = iter(_shares([step.minutes for step in timed], minutes))
    steps = (
        replace(step, minutes=next(shares)) if step.minutes > 0 else step for step in agenda.steps
    )
    return replace(agenda, steps=tuple(steps))


def for_questions(agenda: Agenda) -> int:
    """Minutes of the steps in which questions are understood, talked about and reported on."""
    steps = agenda.steps
    return sum(s.minutes for s in steps if s.activity == _ASKED or s.is_talk)


_LENGTHS = range(24 * 60)
"""Minutes of a session that an agenda can be planned for."""


def _shares(weights: list[int], total: int) -> list[int]:
    """Whole numbers of at least 1 that add up to the total, as near to the weights' proportion
    as can be: minute by minute to whoever is furthest below a due share.
    """
    shares = [1] * len(weights)
    due = [weight * total / sum(weights) for weight in weights]
    for _ in range(total - len(weights)):
        neediest = max(range(len(weights)), key=lambda index: due[index] - shares[index])
        shares[neediest] += 1
    return shares
