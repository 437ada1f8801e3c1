"""What a packet is given at once, and where it is put on."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from studydesk.domain import edits
from studydesk.domain.article import Article
from studydesk.domain.packet import (
    Action,
    Agenda,
    AgendaStep,
    Guide,
    Item,
    Packet,
    Question,
    QuestionKind,
    SectionHeading,
    Term,
    new_id,
)
from studydesk.domain.placing import end_of_reading, place_for
from studydesk.domain.question_names import numbered
from studydesk.handout.places import Places
from studydesk.proof.timing import over_time, talk_too_short
from studydesk.study.agenda import Plan, agenda_for, plan_agenda, plan_of, planned
from studydesk.study.session_template import SHORT, guide_from, set_up

_TERMS, _QUESTIONS = "弄明白", "议一议"
"""What stands over the terms and over the questions, where they have no section yet."""
_OF_TALK = (QuestionKind.UNDERSTAND, QuestionKind.ANALYSE, QuestionKind.CONNECT)
"""What is asked before it comes to deeds."""


class Asked(NamedTuple):
    """A question for a passage; `naming` writes it with the passage's name, if it is about it."""

    passage_id: str
    question: Question
    naming: Callable[[str], Question] | None = None

    def named(self, passage: str) -> Question:
        """The question as it stands away from its passage, which is called so."""
        if self.naming is None:
            return self.question
        return replace(self.naming(passage), minutes=self.question.minutes)


@dataclass(frozen=True, slots=True)
class Outfit:
    """What a packet lacks for a plan, each with the id of the passage that it belongs to;
    `articles` are those that its passages are from, by id, as far as they were at hand.
    """

    plan: Plan
    questions: tuple[Asked, ...] = ()
    terms: tuple[tuple[str, Term], ...] = ()
    articles: Mapping[str, Article] = field(default_factory=dict, compare=False, repr=False)


def put_on(packet: Packet, made: Outfit) -> Packet:
    """The packet set up for the plan, with the questions and terms; a passage that is gone by now
    takes its own with it. In a longer session they stand in sections of their own behind the
    passages, as the agenda comes to them, else each behind its passage. An agenda that nobody wrote
    is planned for all that is in the packet then.
    """
    was = agenda_for(packet).steps
    return _with_agenda_for_it(_furnished(packet, made), was)


def _furnished(packet: Packet, made: Outfit) -> Packet:
    packet = _guided(_set_up(packet, made.plan, terms=bool(made.terms)))
    there = {item.id for item in packet.items}
    terms = [(at, replace(term, id=new_id())) for at, term in made.terms if at in there]
    asked = [one for one in made.questions if one.passage_id in there]
    if made.plan.minutes > SHORT:
        return _with_questions(_with_terms(packet, [term for _, term in terms]), asked)
    for passage_id, term in terms:
        packet = edits.insert(packet, place_for(packet, passage_id, None), term)
    for passage_id, question, _ in asked:
        own = replace(question, id=new_id())
        packet = edits.insert(packet, place_for(packet, passage_id, own.kind), own)
    return packet


def _with_agenda_for_it(packet: Packet, was: Sequence[AgendaStep]) -> Packet:
    """The packet with an agenda for what is read and asked in it, where nobody wrote one: it is as
    a plan has it, or as it `was` made for what was in the packet before.
    """
    minutes = packet.session.minutes
    for agenda in packet.agendas if numbered(packet) else ():
        untouched = agenda.steps == was or planned(agenda, minutes) is not None
        if agenda.minutes == minutes and untouched:
            packet = edits.change(packet, replace(agenda, steps=agenda_for(packet).steps))
    return packet


def _set_up(packet: Packet, plan: Plan, *, terms: bool) -> Packet:
    """The packet set up for the plan; without an action, and then without an agenda, where these
    would leave what it asks already too little time. Its agenda has no step for terms where
    there are none and none come.
    """
    bare = set_up(packet, plan, (Action, Agenda))
    told = _too_short(bare)
    fuller = [set_up(packet, plan, without) for without in ((), (Action,))]
    if not (terms or any(isinstance(item, Term) for item in packet.items)):
        fuller = list(map(_without_terms, fuller))
    return next((one for one in fuller if _too_short(one) <= told), bare)


def _without_terms(packet: Packet) -> Packet:
    """The packet with no step for terms in an agenda that nobody wrote."""
    minutes, plan = packet.session.minutes, plan_of(packet)
    whole, less = (plan_agenda(minutes, plan, terms=terms).steps for terms in (True, False))
    for agenda in packet.agendas:
        if agenda.steps == whole:
            packet = edits.change(packet, replace(agenda, steps=less))
    return packet


def _too_short(packet: Packet) -> set[object]:
    """The rules by which a packet has too little time."""
    return {rule for rule in (over_time, talk_too_short) if any(rule(packet))}


def _with_terms(packet: Packet, terms: Sequence[Term]) -> Packet:
    """The packet with these terms behind those of its section of terms, or in a new one."""
    end = end_of_reading(packet)
    if not (end and terms):
        return packet
    own = [at for at in range(end, len(packet.items)) if isinstance(packet.items[at], Term)]
    if own:
        return edits.insert(packet, own[-1] + 1, *terms)
    return edits.insert(packet, end, SectionHeading(_TERMS), *terms)


def _with_questions(packet: Packet, asked: Sequence[Asked]) -> Packet:
    """The packet with these questions among those of its section of questions, in the order of
    their kinds, or in a new one behind its terms; each names its passage, where several are
    printed. A section that only asks what is to be done is none to read and talk in.
    """
    end, items = end_of_reading(packet), packet.items
    if not (end and asked):
        return packet
    behind = range(end, len(items))
    questions = [at for at in behind if isinstance(items[at], Question)]
    talk = [at for at in questions if _is_talk(items[at])]
    if not talk and (not questions or any(_is_talk(one.question) for one in asked)):
        terms = [at for at in behind if isinstance(items[at], Term)]
        packet = edits.insert(packet, terms[-1] + 1 if terms else end, SectionHeading(_QUESTIONS))
        first = terms[-1] + 2 if terms else end + 1
    else:
        first = (talk or questions)[0]
    places = Places(packet)
    for one in asked:
        name = places.name_of(one.passage_id)
        question = one.named(name) if name else one.question
        at = _behind_kinds(packet, first, question.kind)
        packet = edits.insert(packet, at, replace(question, id=new_id()))
    return packet


def _is_talk(item: Item) -> bool:
    """Whether it is asked before it comes to deeds."""
    return isinstance(item, Question) and item.kind in _OF_TALK


def _behind_kinds(packet: Packet, first: int, kind: QuestionKind) -> int:
    """Behind the last question from `first` on of this kind or one that comes before it."""
    kinds, at = list(QuestionKind), first
    for place in range(first, len(packet.items)):
        item = packet.items[place]
        if isinstance(item, Question) and kinds.index(item.kind) <= kinds.index(kind):
            at = place + 1
    return at


def _guided(packet: Packet) -> Packet:
    """The packet with a guide that says what its passages are from, where nobody wrote one. What
    they are about only a person can say: what an article makes much of need not be theirs.
    """
    titles = [passage.citation.title for passage in packet.passages]
    for item in packet.items:
        if isinstance(item, Guide):
            text = guide_from(item.text, len(titles), titles)
            packet = edits.change(packet, replace(item, text=text))
    return packet
