"""Parts of an article that stand elsewhere on the page, brought back to it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from studydesk.sources import signs
from studydesk.sources.articles import LONGEST_PULL_QUOTE, SURE_JOINT, Draft
from studydesk.sources.page import Page
from studydesk.sources.paragraphs import Unit
from studydesk.sources.repeats import repeats
from studydesk.sources.roles import Role

SHORTEST_PULL_QUOTE = 25
ECHO = 14
WEAK_JOINT = 3
MOST_STARTS = 60
# No page has more articles than this on either side of one.
ARTICLES_NEARBY = 12


def settle_fragments(page: Page) -> list[Unit]:
    """The units of a page, short lines that the next one continues taken as text, not display."""
    settled = list(page.units)
    for at, (unit, after) in enumerate(pairwise(page.units)):
        if (
            unit.role is Role.DISPLAY
            and after.role is Role.TEXT
            and not unit.level
            and not unit.closed
            and page.joint(unit, after) >= SURE_JOINT
        ):
            settled[at] = replace(unit, role=Role.TEXT)
    return settled


def bring_back(page: Page, drafts: list[Draft]) -> list[Draft]:
    """The drafts with stray endings and stray pull quotes given to the article they are from."""
    drafts = join_endings(page, part_mixed(page, drafts))
    return take_out_pull_quotes(page, drafts)


# --- two articles run into one ---


def part_mixed(page: Page, drafts: list[Draft]) -> list[Draft]:
    """The drafts, parted where one paragraph breaks off and a piece of another article follows:
    where the broken paragraph clearly reads on in words that stand elsewhere on the page. Only
    on pages where an ending without a beginning shows that the columns are mixed.
    """
    if not any(is_stray(draft) and draft.tail for draft in drafts):
        return drafts
    cuts = [(draft, at) for draft in drafts for at in loose_joints(page, draft)]
    starts = [draft.body[at] for draft, at in cuts]
    starts += [draft.body[0] for draft in drafts if is_stray(draft)]
    parted: list[Draft] = []
    for draft in drafts:
        here = [
            at
            for other, at in cuts
            if other is draft and reads_on_elsewhere(page, draft.body[at - 1], starts)
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


def part_at(draft: Draft, at: int) -> list[Draft]:
    """The draft up to a unit of its body, and the rest with what closes it."""
    rest = Draft(body=draft.body[at:], tail=draft.tail, closed=draft.closed, parted=True)
    return [replace(draft, body=draft.body[:at], tail=[], closed=False), rest]


# --- endings without a beginning -------------------------------------------------------------


def join_endings(page: Page, drafts: list[Draft]) -> list[Draft]:
    """Every draft that begins in mid-sentence, without a head, set behind the paragraph that
    breaks off where its first words go on; one that was parted for nothing goes back.
    """
    kept: list[Draft] = []
    for index, stray in enumerate(drafts):
        near = drafts[max(0, index - ARTICLES_NEARBY) : index + ARTICLES_NEARBY + 1]
        others = [draft for draft in near if draft.head]
        place = best_place(page, others, stray) if is_stray(stray) else None
        if not place and stray.parted and kept:
            kept[-1].body.extend(stray.body)
            kept[-1].tail.extend(stray.tail)
            continue
        if not place:
            kept.append(stray)
            continue
        draft, at = place
        draft.body[at + 1 : at + 1] = stray.body
        draft.moved.append(stray.body[0])
        draft.tail.extend(stray.tail)
    return kept


def is_stray(draft: Draft) -> bool:
    """Whether a draft has no head and its first unit is no beginning of a paragraph."""
    if draft.head or not draft.body:
        return False
    first = draft.body[0]
    return first.role is Role.TEXT and not signs.STARTS_PARAGRAPH.match(first.text)


def best_place(page: Page, drafts: Sequence[Draft], stray: Draft) -> tuple[Draft, int] | None:
    """The open paragraph that reads on best in the stray's first words, if any does."""
    best, place = 1, None
    for draft in drafts:
        for at, unit in enumerate(draft.body):
            if unit.role is not Role.TEXT or not breaks_off_in_word(unit):
                continue
            after = draft.body[at + 1] if at + 1 < len(draft.body) else None
            if after is None and any(unit.role is Role.AFFILIATION for unit in draft.tail):
                continue
            joint = page.joint(unit, stray.body[0])
            rival = page.joint(unit, after) if after else 0
            if joint > best and (rival == 0 or SURE_JOINT <= joint > rival):
                best, place = joint, (draft, at)
    return place


def breaks_off_in_word(unit: Unit) -> bool:
    """Whether a unit ends with a character, not with any punctuation."""
    return unit.text[-1].isalnum()


# --- pull quotes -----------------------------------------------------------------------------


def take_out_pull_quotes(page: Page, drafts: list[Draft]) -> list[Draft]:
    """Short passages that say again what a longer paragraph says: pull quotes, each given to
    the article it is drawn from.
    """
    owners = {id(unit): draft for draft in drafts for unit in draft.body}
    for unit, source in list(echoes(page, owners)):
        holder, owner = owners[id(unit)], owners[id(source)]
        if holder is owner and not stands_at_edge(holder, unit):
            continue
        holder.body = [other for other in holder.body if other is not unit]
        owner.head.append(unit)
        owner.moved.append(unit)
    return [draft for draft in drafts if draft.head or draft.body or draft.tail]


def stands_at_edge(draft: Draft, unit: Unit) -> bool:
    """Whether a unit is the first or the last of the body."""
    return unit is draft.body[0] or unit is draft.body[-1]


def echoes(page: Page, owners: dict[int, Draft]) -> Iterator[tuple[Unit, Unit]]:
    """Short closed paragraphs of which four fifths stand in longer paragraphs of some body, each
    with the paragraph that has most of it.
    """
    shared: dict[int, Counter[int]] = {}
    for first, second, length in repeats(page.text, ECHO):
        for here, there in ((first, second), (second, first)):
            shared.setdefault(page.unit_at(here), Counter())[page.unit_at(there)] += length
    for index, others in shared.items():
        unit = page.units[index]
        other = page.units[others.most_common(1)[0][0]]
        if (
            unit.role is Role.TEXT
            and unit.closed
            and SHORTEST_PULL_QUOTE <= len(unit.text) <= LONGEST_PULL_QUOTE
            and not signs.STARTS_PARAGRAPH.match(unit.text)
            and id(unit) in owners
            and id(other) in owners
            and other is not unit
            and other.role is Role.TEXT
            and len(other.text) > len(unit.text)
            and sum(others.values()) >= 0.8 * len(unit.text)
        ):
            yield unit, other
