"""Endings of articles that stand apart from their beginnings, joined to them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from studydesk.sources import signs
from studydesk.sources.articles import ARTICLES_NEARBY, SURE_JOINT, Draft
from studydesk.sources.page import Page
from studydesk.sources.paragraphs import Unit
from studydesk.sources.roles import Role
from studydesk.sources.topics import Topics

WEAK_JOINT = 3
LONGEST_JOINT = 6
MOST_STARTS = 60
# How much more an ending must have to do with another article than with the one it stands in.
CLEARLY_MORE = 1.25


class Place(NamedTuple):
    """Behind which unit of which draft an ending may go, and how much speaks for it."""

    score: float
    draft: Draft
    at: int


def join_endings(page: Page, drafts: list[Draft]) -> list[Draft]:
    """Every draft that begins without a head set behind the paragraph that breaks off where it
    goes on; articles that run into one another are parted first.
    """
    if not any(is_stray(draft) for draft in drafts):
        return drafts
    drafts = part_mixed(page, drafts)
    topics = Topics([draft.body for draft in drafts])
    kept: list[Draft] = []
    for index, stray in enumerate(drafts):
        near = drafts[max(0, index - ARTICLES_NEARBY) : index + ARTICLES_NEARBY + 1]
        others = [draft for draft in near if draft.head and draft is not stray]
        place = best_place(page, topics, others, stray) if is_stray(stray) else None
        if place:
            insert(stray, *place[1:])
        elif stray.parted and kept:
            insert(stray, kept[-1], len(kept[-1].body) - 1)
        else:
            kept.append(stray)
    return kept


def insert(stray: Draft, draft: Draft, at: int) -> None:
    """Sets an ending behind a unit of a draft, which it may close."""
    draft.body[at + 1 : at + 1] = stray.body
    draft.tail.extend(stray.tail)
    if not stray.parted or at + 1 < len(draft.body) - len(stray.body):
        draft.moved.append(stray.body[0])


def is_stray(draft: Draft) -> bool:
    """Whether a draft has no head and its first unit is no beginning of a paragraph."""
    if draft.head or not draft.body:
        return False
    first = draft.body[0]
    return first.role is Role.TEXT and not signs.STARTS_PARAGRAPH.match(first.text)


# --- two articles run into one ---------------------------------------------------------------


def part_mixed(page: Page, drafts: list[Draft]) -> list[Draft]:
    """The drafts, parted where one paragraph breaks off and the ending of another article
    follows: where the broken paragraph clearly reads on in words that stand elsewhere, or the
    rest has clearly more to do with another article. Only on pages where an ending without a
    beginning shows that the columns are mixed.
    """
    if not any(is_stray(draft) and draft.tail for draft in drafts):
        return drafts
    topics = Topics([draft.body for draft in drafts])
    cuts = [(draft, at) for draft in drafts for at in loose_joints(page, draft)]
    starts = [draft.body[at] for draft, at in cuts]
    starts += [draft.body[0] for draft in drafts if is_stray(draft)]
    parted: list[Draft] = []
    for index, draft in enumerate(drafts):
        near = drafts[max(0, index - ARTICLES_NEARBY) : index + ARTICLES_NEARBY + 1]
        here = [
            at
            for other, at in cuts
            if other is draft
            and (
                reads_on_elsewhere(page, draft.body[at - 1], starts)
                or is_about_another(topics, draft, at, near)
            )
        ]
        parted.extend(part_at(draft, here[0]) if here and draft.head else [draft])
    return parted


def loose_joints(page: Page, draft: Draft) -> Iterator[int]:
    """Where in a body a paragraph follows that hardly goes on with the broken one before it."""
    for at, (before, after) in enumerate(pairwise(draft.body), 1):
        if before.role is after.role is Role.TEXT and breaks_off_in_word(before):
            begins = signs.STARTS_PARAGRAPH.match(after.text)
            if not begins and page.joint(before, after) < WEAK_JOINT:
                yield at


def reads_on_elsewhere(page: Page, unit: Unit, starts: Sequence[Unit]) -> bool:
    """Whether a broken paragraph clearly goes on in one of these starts."""
    return any(page.joint(unit, start) >= WEAK_JOINT for start in starts[:MOST_STARTS])


def is_about_another(topics: Topics, draft: Draft, at: int, others: Sequence[Draft]) -> bool:
    """Whether the rest of a draft has clearly more to do with another article's beginning."""
    begun, rest = [*draft.head, *draft.body[:at]], draft.body[at:]
    own = topics.likeness(rest, begun)
    return any(
        topics.likeness(rest, [*other.head, *other.body]) > CLEARLY_MORE * own
        for other in others
        if other is not draft and other.head
    )


def part_at(draft: Draft, at: int) -> list[Draft]:
    """The draft up to a unit of its body, and the rest with what closes it."""
    rest = Draft(body=draft.body[at:], tail=draft.tail, closed=draft.closed, parted=True)
    return [replace(draft, body=draft.body[:at], tail=[], closed=False), rest]


# --- where an ending goes --------------------------------------------------------------------


def best_place(page: Page, topics: Topics, drafts: Sequence[Draft], stray: Draft) -> Place | None:
    """The open paragraph that goes on best in the stray ending, by the words over the joint and
    by what both are about.
    """
    places = [
        Place(joint / LONGEST_JOINT + topics.likeness(stray.body, draft.body), draft, at)
        for draft in drafts
        for at, joint in open_joints(page, draft, stray)
    ]
    return max(places, key=lambda place: place.score, default=None)


def open_joints(page: Page, draft: Draft, stray: Draft) -> Iterator[tuple[int, int]]:
    """The paragraphs of a draft behind which the ending may go, and how well both read together.

    At the draft's end any open paragraph will do while nothing has closed the draft; before that
    only one that reads on better in the ending than in what follows it.
    """
    for at, unit in enumerate(draft.body):
        if unit.role is not Role.TEXT or unit.closed:
            continue
        joint = page.joint(unit, stray.body[0])
        if at + 1 == len(draft.body):
            if not any(unit.role is Role.AFFILIATION for unit in draft.tail):
                yield at, joint
        elif breaks_off_in_word(unit) and joint > 1:
            rival = page.joint(unit, draft.body[at + 1])
            if rival == 0 or SURE_JOINT <= joint > rival:
                yield at, joint


def breaks_off_in_word(unit: Unit) -> bool:
    """Whether a unit ends with a character, not with any punctuation."""
    return unit.text[-1].isalnum()
