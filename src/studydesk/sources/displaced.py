"""Parts of an article that stand elsewhere on the page, brought back to it."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from studydesk.sources import signs
from studydesk.sources.articles import SURE_JOINT, Draft
from studydesk.sources.interleaving import put_together
from studydesk.sources.page import Page
from studydesk.sources.paragraphs import Unit
from studydesk.sources.roles import Role
from studydesk.sources.titles import give_titles

LONGEST_HALF_TITLE = 24


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
    unit, below = units[at], [other.role for other in units[at + 1 : at + 4]]
    return (
        len(unit.text) <= LONGEST_HALF_TITLE
        and unit.text[-1] in "：，、"
        and not signs.FULL_STOP.search(unit.text)
        and below[:1] == [Role.DISPLAY]
        and Role.NAMES in below[1:]
        and (at == 0 or units[at - 1].role is not Role.TEXT or units[at - 1].closed)
    )


def bring_back(page: Page, drafts: list[Draft]) -> list[Draft]:
    """The drafts with stray pieces, pull quotes and titles given to the article they are from."""
    sources = take_out_pull_quotes(page, drafts)
    drafts = [draft for draft in drafts if draft.head or draft.body or draft.tail]
    drafts = put_together(page, drafts)
    owners = {id(unit): draft for draft in drafts for unit in draft.body}
    for unit, longer in sources.values():
        source = longer
        while id(source) in sources:
            source = sources[id(source)][1]
        owners[id(source)].head.append(unit)
        owners[id(source)].moved.append(unit)
    return give_titles(page.raw, drafts)


def take_out_pull_quotes(page: Page, drafts: Sequence[Draft]) -> dict[int, tuple[Unit, Unit]]:
    """Takes pull quotes out of the bodies; each, by its identity, comes with the longer paragraph
    that it is drawn from.
    """
    owners = {id(unit): draft for draft in drafts for unit in draft.body}
    sources = {}
    for unit, source in page.echoes:
        holder, owner = owners.get(id(unit)), owners.get(id(source))
        if holder and owner and (holder is not owner or stands_at_edge(holder, unit)):
            holder.body = [other for other in holder.body if other is not unit]
            sources[id(unit)] = unit, source
    return sources


def stands_at_edge(draft: Draft, unit: Unit) -> bool:
    """Whether a unit is the first or the last of the body."""
    return unit is draft.body[0] or unit is draft.body[-1]
