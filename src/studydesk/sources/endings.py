"""Endings of articles that stand apart from their beginnings, joined to them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations, pairwise
from typing import NamedTuple

from studydesk.sources import signs
from studydesk.sources.articles import ARTICLES_NEARBY, SURE_JOINT, Draft
from studydesk.sources.ordinals import agreement
from studydesk.sources.page import Page
from studydesk.sources.paragraphs import Unit
from studydesk.sources.roles import Role
from studydesk.sources.topics import Topics

LONGEST_JOINT = 6
# How much ordinals that go on, or do not, count beside words and topic.
ORDINALS_COUNT = 0.3
# On longer files than a page, endings do not change places.
MOST_SWAPPED = 40
# How much it counts that an ending stands where it is.
HOME = 0.1


class Place(NamedTuple):
    """Behind which unit an ending may go, and how much speaks for it."""

    score: float
    stray: Draft
    behind: Unit


def join_endings(page: Page, drafts: list[Draft]) -> list[Draft]:
    """Every draft that begins without a head set behind the paragraph that breaks off where it
    goes on; articles that run into one another are parted first.
    """
    if not any(is_stray(draft) for draft in drafts):
        return drafts
    drafts = part_mixed(page, drafts)
    places = best_places(list(possible_places(page, drafts)))
    homes = {id(stray): draft.body[-1] for draft, stray in pairwise(drafts) if stray.parted}
    owners = {id(unit): draft for draft in drafts for unit in draft.body}
    joined: set[int] = set()
    for stray in sorted(drafts, key=lambda draft: id(draft) not in places):
        place = places.get(id(stray))
        behind = place.behind if place else homes.get(id(stray))
        draft = owners[id(behind)] if behind else stray
        if behind and draft is not stray:
            insert(stray, draft, behind if place else draft.body[-1])
            owners.update((id(unit), draft) for unit in stray.body)
            joined.add(id(stray))
    return [draft for draft in drafts if id(draft) not in joined]


def insert(stray: Draft, draft: Draft, behind: Unit) -> None:
    """Sets an ending behind a unit of a draft, which it may close."""
    at = next(at for at, unit in enumerate(draft.body) if unit is behind)
    if behind.spans[-1].end > stray.body[0].spans[0].start or not stray.parted:
        draft.moved.append(stray.body[0])
    draft.body[at + 1 : at + 1] = stray.body
    draft.tail.extend(stray.tail)
    draft.moved.extend(stray.moved)


def is_stray(draft: Draft) -> bool:
    """Whether a draft has no head and its first unit is no beginning of a paragraph."""
    if draft.head or not draft.body:
        return False
    first = draft.body[0]
    return first.role is Role.TEXT and not signs.STARTS_PARAGRAPH.match(first.text)


# --- two articles run into one ---------------------------------------------------------------


def part_mixed(page: Page, drafts: list[Draft]) -> list[Draft]:
    """The drafts, each parted at its loosest joint: what follows may be the ending of another
    article. Only on pages where an ending without a beginning shows that columns are mixed.
    """
    if not any(is_stray(draft) and draft.tail for draft in drafts):
        return drafts
    topics = Topics([draft.body for draft in drafts])
    parted: list[Draft] = []
    for draft in drafts:
        joints = list(loose_joints(page, draft)) if draft.head else []
        if joints:
            at = min(joints, key=lambda at: fitness(page, topics, draft.body, at, draft.body[at:]))
            parted.extend(part_at(draft, at))
        else:
            parted.append(draft)
    return parted


def fitness(
    page: Page, topics: Topics, body: Sequence[Unit], at: int, rest: Sequence[Unit]
) -> float:
    """How well an ending goes on behind the first `at` units of a body: by the words over the
    joint, by what both are about, and by their ordinals.
    """
    return (
        page.joint(body[at - 1], rest[0]) / LONGEST_JOINT
        + topics.likeness(body[:at], rest)
        + ORDINALS_COUNT * agreement(body[:at], rest)
    )


def loose_joints(page: Page, draft: Draft) -> Iterator[int]:
    """Where in a body a paragraph follows that hardly goes on with the broken one before it."""
    for at, (before, after) in enumerate(pairwise(draft.body), 1):
        if before.role is after.role is Role.TEXT and breaks_off_in_word(before):
            begins = signs.STARTS_PARAGRAPH.match(after.text)
            if not begins and page.joint(before, after) < SURE_JOINT:
                yield at


def part_at(draft: Draft, at: int) -> list[Draft]:
    """The draft up to a unit of its body, and the rest with what closes it."""
    rest = Draft(body=draft.body[at:], tail=draft.tail, closed=draft.closed, parted=True)
    return [replace(draft, body=draft.body[:at], tail=[], closed=False), rest]


# --- where an ending goes --------------------------------------------------------------------


def possible_places(page: Page, drafts: Sequence[Draft]) -> Iterator[Place]:
    """Every place where an ending may go; where it stood in the page counts a little more."""
    topics = Topics([draft.body for draft in drafts])
    for index, stray in enumerate(drafts):
        if not is_stray(stray):
            continue
        low = max(0, index - ARTICLES_NEARBY)
        for number, draft in enumerate(drafts[low : index + ARTICLES_NEARBY + 1], low):
            if draft is stray or not (draft.head or draft.parted):
                continue
            for at in open_joints(page, draft, stray):
                score = fitness(page, topics, draft.body, at, stray.body)
                at_home = stray.parted and number == index - 1 and at == len(draft.body)
                yield Place(score + HOME * at_home, stray, draft.body[at - 1])


def best_places(places: Sequence[Place]) -> dict[int, Place]:
    """One place for each ending that has any, and not two endings behind one paragraph, so that
    they fit best together: first come the best ones, then pairs change places while that helps.
    """
    best = {(id(place.stray), id(place.behind)): place for place in places}
    found: dict[int, Place] = {}
    taken: set[int] = set()
    for place in sorted(places, key=lambda place: -place.score):
        if id(place.stray) not in found and id(place.behind) not in taken:
            found[id(place.stray)] = place
            taken.add(id(place.behind))
    for one, other in combinations(found, 2) if len(found) <= MOST_SWAPPED else ():
        here, there = found[one], found[other]
        crossed = best.get((one, id(there.behind))), best.get((other, id(here.behind)))
        if (
            crossed[0]
            and crossed[1]
            and sum(p.score for p in crossed if p) > here.score + there.score
        ):
            found[one], found[other] = crossed[0], crossed[1]
    return found


def open_joints(page: Page, draft: Draft, stray: Draft) -> Iterator[int]:
    """Before which units of a draft, or at its end, the ending may go.

    At the draft's end behind any open paragraph while nothing has closed the draft; before that
    only where the paragraph reads on better in the ending than in what follows it.
    """
    for at, unit in enumerate(draft.body, 1):
        if unit.role is not Role.TEXT or unit.closed:
            continue
        if at == len(draft.body):
            if not any(unit.role is Role.AFFILIATION for unit in draft.tail):
                yield at
        elif breaks_off_in_word(unit) and (joint := page.joint(unit, stray.body[0])) > 1:
            rival = page.joint(unit, draft.body[at])
            if rival == 0 or SURE_JOINT <= joint > rival:
                yield at


def breaks_off_in_word(unit: Unit) -> bool:
    """Whether a unit ends with a character, not with any punctuation."""
    return unit.text[-1].isalnum()
