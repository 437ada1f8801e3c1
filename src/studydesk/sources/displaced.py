"""Parts of an article that stand elsewhere on the page, brought back to it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from studydesk.sources import signs
from studydesk.sources.articles import LONGEST_PULL_QUOTE, SURE_JOINT, Draft
from studydesk.sources.page import Page
from studydesk.sources.paragraphs import Unit
from studydesk.sources.pieces import put_together
from studydesk.sources.repeats import repeats
from studydesk.sources.roles import Role
from studydesk.sources.titles import give_titles

SHORTEST_PULL_QUOTE = 25
LONGEST_HALF_TITLE = 24
ECHO = 14


def settle_fragments(page: Page) -> list[Unit]:
    """The units of a page, short lines that the next one continues taken as text, not display,
    and first halves of titles as display.
    """
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
        elif is_half_title(page.units, at):
            settled[at] = replace(unit, role=Role.DISPLAY)
    return settled


def is_half_title(units: Sequence[Unit], at: int) -> bool:
    """Whether a short line that ends in a comma or a colon is the first half of a title: behind
    a whole sentence, over the other half and the byline.
    """
    unit, following = units[at], units[at + 1 : at + 3]
    return (
        len(unit.text) <= LONGEST_HALF_TITLE
        and unit.text[-1] in "：，、"
        and not signs.FULL_STOP.search(unit.text)
        and [other.role for other in following] == [Role.DISPLAY, Role.NAMES]
        and (at == 0 or units[at - 1].role is not Role.TEXT or units[at - 1].closed)
    )


def bring_back(page: Page, drafts: list[Draft]) -> list[Draft]:
    """The drafts with stray endings, pull quotes and titles given to the article they are from."""
    drafts = put_together(page, take_out_pull_quotes(page, drafts))
    return give_titles(page.raw, drafts)


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
