"""The edges of a saved web page: what stands above what leads round the site, and behind what leads
on from the last article, is the site's as well.
"""

from collections.abc import Sequence
from dataclasses import replace

from studydesk.sources.recovery.ordinals import ordinal_of
from studydesk.sources.recovery.roles import Role
from studydesk.sources.recovery.sites import is_of_site, leads_on, leads_round
from studydesk.sources.recovery.units import Unit

# What looks like a title, a label or a name may be an item of a menu.
COULD_BE_ITEM = (Role.DISPLAY, Role.LABEL, Role.NAMES)
# No edge has more lines.
WIDEST = 40
# An item in front of what surely is of the site is no longer.
LONGEST_ITEM = 8


def settle_edges(units: Sequence[Unit]) -> list[Unit]:
    """The units of a page, those at its edges that are of the site taken for furniture."""
    settled = list(units)
    for at in (*above_title(units), *behind_last(units)):
        if settled[at].role in COULD_BE_ITEM or is_furniture(settled[at]):
            settled[at] = replace(settled[at], role=Role.FOLIO)
    return settled


def is_furniture(unit: Unit) -> bool:
    """Whether a line is of the site, or leads on from an article."""
    return is_of_site(unit.text) or leads_on(unit.text)


def above_title(units: Sequence[Unit]) -> range:
    """The first lines of a page down to the last that leads round the site and has a title below
    it, all over the first text.
    """
    body = next((at for at, unit in enumerate(units) if is_body(unit)), 0)
    edge = 0
    for at, unit in enumerate(units[: min(body, WIDEST)]):
        if leads_round(unit.text) and any(map(could_be_title, units[at + 1 : body])):
            edge = at + 1
    return range(edge)


def could_be_title(unit: Unit) -> bool:
    """Whether a line could be a title: none that counts a part."""
    return unit.role is Role.DISPLAY and ordinal_of(unit.text) is None


def behind_last(units: Sequence[Unit]) -> range:
    """The last lines of a page behind the last text from the first that surely is of the site, with
    the short ones right above it.
    """
    first = max(0, len(units) - WIDEST)
    last = max((at for at in range(first, len(units)) if is_body(units[at])), default=first - 1)
    edge = next((at for at in range(last + 1, len(units)) if is_furniture(units[at])), len(units))
    while edge < len(units) and edge - 1 > last and is_short_item(units[edge - 1]):
        edge -= 1
    return range(edge, len(units)) if last >= first else range(0)


def is_short_item(unit: Unit) -> bool:
    """Whether a line is as short as an item of a menu."""
    plain = unit.role is Role.DISPLAY and not unit.lines[0].icon
    return plain and len(unit.text) <= LONGEST_ITEM


def is_body(unit: Unit) -> bool:
    """Whether a unit is text of an article."""
    return unit.role in (Role.TEXT, Role.SPEAKER) and not is_furniture(unit)
