"""A packet set up for a session of a usual length: what is missing is put round its passages."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from studydesk.domain.packet import (
    Action,
    Agenda,
    FacilitatorNote,
    Goals,
    Guide,
    Item,
    Packet,
    PassageItem,
    SectionHeading,
)
from studydesk.study.agenda import PLANS, Plan, plan_agenda, planned

SHORT = 20
"""Minutes up to which a session is one sheet without headings."""

_USUAL = Packet("").preset
_OF_PLANS = {_USUAL, *(plan.preset for plan in PLANS)} - {""}
"""Presets that come with a length, and go with it."""

_SEVERAL, _ABOUT = "几段", "〔一句话〕"
_GUIDE = f"今天读的{_SEVERAL}，说的是{_ABOUT}。读的时候留意：哪一句说的就是我们班组？"
_GOALS = (
    "用自己的话说得出每一段讲了什么。\n"
    "从身边找得出一件和原文对得上的事。\n"
    "当场定下一件小事：谁来办，哪天办完。"
)
_SHORT_GUIDE = "〔一句导语：为什么今天读它？〕"
_PROMPT = "学完这一课，我打算做的一件事"
_NOTES = (
    "开场：先问一句，这几天班组里哪件事和今天的题目有关。\n"
    "领读：念慢一点，重点句念两遍；听的人各划出一句。\n"
    "讨论：先各写几个字再说，先请没发言的同志说。\n"
    "收尾：请一位同志念一遍定下的事，记录人当场记下。"
)
_SHORT_NOTES = "念慢一点，重点句念两遍。每人只说一条。最后一分钟定下：谁、何时、做什么。"


def set_up(packet: Packet, plan: Plan, without: Collection[type[Item]] = ()) -> Packet:
    """The packet as long as a plan, with goals, agenda, guide, headings, action and the
    facilitator's notes where it had none, but for those to go `without`. What it had stays, in
    its order, but for an agenda that is another plan's word for word, and for another plan's
    preset: they follow the length. Questions are left to the user.
    """
    kinds = {type(item) for item in packet.items} | set(without)
    headed = plan.minutes > SHORT and SectionHeading not in kinds
    first = next(
        (n for n, item in enumerate(packet.items) if isinstance(item, PassageItem)),
        len(packet.items),
    )
    items = (
        *_head(kinds, plan),
        *packet.items[:first],
        *((SectionHeading("学原文"),) if headed else ()),
        *packet.items[first:],
        *_tail(kinds, headed=headed),
    )
    items = tuple(_planned(item, plan) for item in items)
    preset = (plan.preset or _USUAL) if packet.preset in _OF_PLANS else packet.preset
    session = replace(packet.session, minutes=plan.minutes)
    return replace(packet, items=items, session=session, preset=preset)


def guide_from(text: str, passages: int, titles: Sequence[str]) -> str:
    """The guide that was put there with the titles that the passages are from, three at most, in
    place of its blank; any other text as it is. A passage without a title has an empty one.
    """
    known = [title for title in dict.fromkeys(titles) if title]
    if text not in (_GUIDE, _SHORT_GUIDE) or not known:
        return text
    count = "一段" if passages == 1 else _SEVERAL
    named = "".join(f"《{title.translate(_INNER)}》" for title in known[:_NAMED])
    named += "等" if len(known) > _NAMED or "" in titles else ""
    if text == _SHORT_GUIDE:
        return f"今天念{count}，选自{named}。边听边想：哪一句说的就是我们班组？"
    return text.replace(_SEVERAL, count).replace(f"说的是{_ABOUT}", f"选自{named}")


_NAMED = 3
_INNER = str.maketrans("《》", "〈〉")


def _head(kinds: set[type[Item]], plan: Plan) -> Iterator[Item]:
    if Goals not in kinds and plan.minutes > SHORT:
        yield Goals(_GOALS)
    if Agenda not in kinds:
        yield plan_agenda(plan.minutes, plan)
    if Guide not in kinds:
        yield Guide(_GUIDE if plan.minutes > SHORT else _SHORT_GUIDE)
    if FacilitatorNote not in kinds:
        yield FacilitatorNote(_NOTES if plan.minutes > SHORT else _SHORT_NOTES)


def _tail(kinds: set[type[Item]], *, headed: bool) -> Iterator[Item]:
    if Action not in kinds:
        if headed:
            yield SectionHeading("定一件事")
        yield Action(_PROMPT)


def _planned(item: Item, plan: Plan) -> Item:
    """An agenda that nobody wrote follows the plan."""
    return (planned(item, plan.minutes, plan) or item) if isinstance(item, Agenda) else item
