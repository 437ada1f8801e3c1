"""Parts of an article that stand elsewhere on the page, brought back to it."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from heapq import nsmallest
from itertools import pairwise

from studydesk.domain.ordinals import ordinal_of
from studydesk.sources.recovery import signs
from studydesk.sources.recovery.articles import ARTICLES_NEARBY, Draft, introduces
from studydesk.sources.recovery.interleaving import put_together
from studydesk.sources.recovery.page import (
    DOUBLED,
    LONGEST_PULL_QUOTE,
    SURE_JOINT,
    Page,
    could_be_pull_quote,
)
from studydesk.sources.recovery.roles import ENDS, Role
from studydesk.sources.recovery.titles import give_titles
from studydesk.sources.recovery.topics import Topics
from studydesk.sources.recovery.units import Unit

# No page has more articles.
NEAR = 2 * ARTICLES_NEARBY
LONGEST_HALF_TITLE = 24
LONGEST_PAGE_NAME = 6
LONGEST_LABEL = 4
# What a quotation may end with where the sentence that it is from goes on.
QUOTED_END = "。！？；，…"
# What only beside the rest of the running head is one of its parts: the name of the page with its
# number, in English, the name of the paper.
RUNNING_PART = re.compile(
    f"[{signs.HAN}·]{{2,8}}\\d{{1,2}}版|[{signs.HAN}]{{2,4}}·\\d{{1,2}}|[A-Za-z.:/]{{4,40}}"
    f"|《?[{signs.HAN}]{{2,6}}[日时晚早]报》?"
)
# Names of papers and sites that need nothing beside them where they are the first or the last line.
MASTHEAD = re.compile(
    "《?(?:(?:人民|工人|光明|经济|法治|农民|科技)日报|中国青年报|学习时报)》?|www(?:\\.[a-z]+){2,3}"
)
# In how many units at the top of a page the running head stands.
RUNNING_HEAD = 4


def settle_fragments(page: Page) -> list[Unit]:
    """The units of a page, short lines that the next one continues taken as text, not display,
    first halves of titles as display, and the name of the page as furniture.
    """
    settled = list(page.units)
    for at, unit in enumerate(settled[:RUNNING_HEAD]):
        if is_numbered_name(settled, at):
            settled[at] = replace(unit, role=Role.FOLIO)
    last = len(settled) - 1
    if last > 0 and (is_name_of_page(settled, last) or is_running_part(settled, last)):
        settled[-1] = replace(settled[-1], role=Role.FOLIO)
    for at, (unit, after) in enumerate(pairwise(page.units)):
        page.ask()
        if is_cut_line(page, unit, after):
            settled[at] = replace(unit, role=Role.TEXT)
        elif unit.role is not Role.FOLIO and any(part(page.units, at) for part in TITLE_PARTS):
            settled[at] = replace(unit, role=Role.DISPLAY)
        elif is_label_alone(page.units, at):
            settled[at] = replace(unit, role=Role.LABEL)
        elif is_name_of_page(settled, at):
            settled[at] = replace(unit, role=Role.FOLIO)
    return settled


def is_numbered_name(units: Sequence[Unit], at: int) -> bool:
    """Whether a line is the name of the page beside its number or the date; over a byline or text
    only beside the rest of the running head, for a title may look like it (聚焦G20).
    """
    text, below = units[at].text, units[at + 1 : at + 2]
    if signs.PAGE_NAMES.fullmatch(text) or is_running_part(units, at):
        return True
    if not (signs.PAGE_NAME.fullmatch(text) or signs.DATED_NAME.fullmatch(text)):
        return False
    beside = (*units[max(0, at - 1) : at], *below)
    return any(unit.role in (Role.FOLIO, Role.CREDIT) for unit in beside) or not any(
        unit.role in (Role.NAMES, Role.TEXT) for unit in below
    )


def is_running_part(units: Sequence[Unit], at: int) -> bool:
    """Whether a line is a part of the running head, since another one stands beside it, or it is
    the name of a paper at the edge of the page.
    """
    unit, beside = units[at], (*units[max(0, at - 1) : at], *units[at + 1 : at + 2])
    if unit.level or any(other.role is Role.NAMES for other in beside[-1:]):
        return False
    if at in (0, len(units) - 1) and MASTHEAD.fullmatch(unit.text):
        return True
    return RUNNING_PART.fullmatch(unit.text) is not None and any(
        other.role in (Role.FOLIO, Role.CREDIT) for other in beside
    )


def is_label_alone(units: Sequence[Unit], at: int) -> bool:
    """Whether a word stands over text at the top of the page or behind the end of an article: too
    short for a title without a byline, where the title may come later, it is a column's.
    """
    before = units[at - 1] if at else None
    return (
        units[at].role is Role.DISPLAY
        and len(units[at].text) <= LONGEST_LABEL
        and units[at].text.isalpha()
        and not ordinal_of(units[at].text)
        and not units[at].level
        and (before is None or before.role in ENDS)
        and at + 1 < len(units)
        and units[at + 1].role is Role.TEXT
        and any(is_longer_title(unit) for unit in units[at + 2 :])
    )


def is_longer_title(unit: Unit) -> bool:
    """Whether a display line is too long for a label."""
    return unit.role is Role.DISPLAY and len(unit.text) > LONGEST_LABEL


def is_name_of_page(units: Sequence[Unit], at: int) -> bool:
    """Whether a word stands among the lines of the running head: between the date or the number
    of the page and the names of its editors.
    """
    unit, around = units[at], (*units[max(0, at - 1) : at], *units[at + 1 : at + 2])
    beside = [other.role for other in around]
    return (
        unit.role in (Role.DISPLAY, Role.LABEL, Role.NAMES)
        and len(unit.text) <= LONGEST_PAGE_NAME
        and Role.FOLIO in beside
        and all(role in (Role.FOLIO, Role.CREDIT) for role in beside)
        and not any(line.sealed for other in around[-1:] for line in other.lines)
    )


def is_half_title(units: Sequence[Unit], at: int) -> bool:
    """Whether a short line that ends in a comma or a colon is the first half of a title: behind
    a whole sentence, over the other half, marked alike, and the byline.
    """
    unit, below = units[at], [other.role for other in units[at + 1 : at + 4]]
    return (
        len(unit.text) <= LONGEST_HALF_TITLE
        and unit.text[-1] in "：，、"
        and not signs.FULL_STOP.search(unit.text)
        and below[:1] == [Role.DISPLAY]
        and unit.level == units[at + 1].level
        and Role.NAMES in below[1:]
        and (at == 0 or units[at - 1].role is not Role.TEXT or units[at - 1].closed)
    )


def is_cut_line(page: Page, unit: Unit, after: Unit) -> bool:
    """Whether the text below a short line surely goes on with it."""
    return (
        unit.role is Role.DISPLAY
        and after.role is Role.TEXT
        and not unit.level
        and not unit.closed
        and page.joint(unit, after) >= SURE_JOINT
    )


def is_second_half(units: Sequence[Unit], at: int) -> bool:
    """Whether a line that could be a label is the second half of a title: the first half, over
    which the label stands, ends with what no title ends with.
    """
    before = units[at - 1] if at else None
    return (
        units[at].role is Role.LABEL
        and not signs.BOX_LABEL.fullmatch(units[at].text)
        and before is not None
        and before.role is Role.DISPLAY
        and before.text[-1] in signs.NO_TITLE_END
    )


TITLE_PARTS = (is_second_half, is_half_title)


def bring_back(page: Page, drafts: list[Draft]) -> tuple[Page, list[Draft]]:
    """The page, as it is cut in the end, and its drafts, with stray pieces, pull quotes and titles
    given to the article they are from.
    """
    sources = take_out_pull_quotes(page, drafts)
    copies = take_out_copies(drafts)
    copies += take_out(drafts, [unit for draft in drafts for unit in draft.texts if unit.narrow])
    drafts = [draft for draft in drafts if draft.head or draft.body or draft.tail]
    notes = [draft for draft in drafts if introduces(draft)]
    page, drafts = put_together(page, [draft for draft in drafts if not introduces(draft)])
    drafts = with_introductions(drafts, notes)
    owners = {id(unit): draft for draft in drafts for unit in (*draft.head, *draft.body)}
    for unit, longer in sources.values():
        source = longer
        while id(source) in sources:
            source = sources[id(source)][1]
        if owner := owners.get(id(source)):
            owner.head.append(unit)
            owner.moved.append(unit)
        else:
            copies.append(unit)
    topics = Topics([draft.texts for draft in drafts])
    drafts = give_titles(drafts, topics)
    give_quotes(drafts, copies, topics)
    return page, drafts


def with_introductions(drafts: Sequence[Draft], notes: Sequence[Draft]) -> list[Draft]:
    """The drafts, each note of the editors given to the first article below it that somebody has
    signed: it introduces that; else it stands alone.
    """
    alone = []
    for note in notes:
        below = [draft for draft in drafts if draft.named and start_of(draft) > start_of(note)]
        if below:
            owner = min(below, key=start_of)
            owner.head[:0], owner.body[:0] = note.head, note.body
        else:
            alone.append(note)
    return sorted([*drafts, *alone], key=start_of) if alone else list(drafts)


def start_of(draft: Draft) -> int:
    """Where the first unit of a draft stands."""
    return min(unit.spans[0].start for unit in (*draft.head, *draft.body, *draft.tail))


def take_out_copies(drafts: Sequence[Draft]) -> list[Unit]:
    """Takes pull quotes that the page has twice out of the bodies: one stands by itself."""
    alone = {draft.body[0].text for draft in drafts if is_lone_quote(draft)}
    found = [unit for draft in drafts for unit in draft.texts if unit.text in alone]
    twice = {text for text, times in Counter(unit.text for unit in found).items() if times > 1}
    return take_out(drafts, [unit for unit in found if unit.text in twice])


def take_out(drafts: Sequence[Draft], units: Sequence[Unit]) -> list[Unit]:
    """Takes paragraphs out of the bodies, and says which it took: none where nothing is left that
    they could be quoted from.
    """
    gone = set(map(id, units))
    if all(id(unit) in gone for draft in drafts for unit in draft.texts):
        return []
    for draft in drafts if gone else ():
        draft.body = [unit for unit in draft.body if id(unit) not in gone]
    return list(units)


def is_lone_quote(draft: Draft) -> bool:
    """Whether a draft begins without a head, with a paragraph that could be a pull quote."""
    if draft.head or not draft.body or ordinal_of(draft.body[0].text):
        return False
    return could_be_pull_quote(draft.body[0])


def give_quotes(drafts: Sequence[Draft], quotes: Sequence[Unit], topics: Topics) -> None:
    """Gives pull quotes to the drafts near them that say most of what they say."""
    owners = [draft for draft in drafts if draft.texts]
    if not quotes or not owners:
        return
    texts = [draft.texts for draft in owners]
    begins = [some[0].spans[0].start for some in texts]
    for unit in quotes:
        place = unit.spans[0].start
        near = nsmallest(NEAR, range(len(owners)), key=lambda at: abs(begins[at] - place))
        owner = owners[max(sorted(near), key=lambda at: topics.coverage([unit], texts[at]))]
        owner.head.append(unit)
        owner.moved.append(unit)


def take_out_pull_quotes(page: Page, drafts: Sequence[Draft]) -> dict[int, tuple[Unit, Unit]]:
    """Takes pull quotes out of the bodies; each, by its identity, comes with the longer paragraph
    that it is drawn from.
    """
    take_out_quotations(drafts)
    owners = {id(unit): draft for draft in drafts for unit in draft.body}
    sources = {}
    for unit, source in page.echoes:
        page.ask()
        holder, owner = owners.get(id(unit)), owners.get(id(source))
        if holder and owner and (holder is not owner or stands_apart(holder, unit, source)):
            holder.body = [other for other in holder.body if other is not unit]
            sources[id(unit)] = unit, source
    return sources


def take_out_quotations(drafts: Sequence[Draft]) -> None:
    """Gives short paragraphs behind the > of Markdown to the heads, as pull quotes."""
    for draft in drafts:
        taken = [
            unit
            for unit in draft.texts
            if unit.lines[0].quoted and unit.closed and len(unit.text) <= LONGEST_PULL_QUOTE
        ]
        draft.head += taken
        gone = set(map(id, taken))
        draft.body = [unit for unit in draft.body if id(unit) not in gone]


def stands_apart(draft: Draft, unit: Unit, source: Unit) -> bool:
    """Whether a unit is the first or the last of the body, or stands behind a whole paragraph and
    is whole in another: what goes on with an open sentence, or is long, is a passage that stands
    twice.
    """
    at = next(at for at, other in enumerate(draft.body) if other is unit)
    if at in (0, len(draft.body) - 1):
        return True
    before = draft.body[at - 1]
    whole = before.role is not Role.TEXT or before.closed
    return whole and len(unit.text) < DOUBLED and unit.text.rstrip(QUOTED_END) in source.text
