"""Places in wrapped paragraphs where the page may have gone on with another article, unmarked.

A column that changes between two full lines leaves no mark: nothing reads on over the place, and
what stands before it has little to do with what stands behind.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from studydesk.sources.recovery import signs
from studydesk.sources.recovery.articles import Draft
from studydesk.sources.recovery.page import Page
from studydesk.sources.recovery.roles import Role
from studydesk.sources.recovery.topics import Topics
from studydesk.sources.recovery.units import Unit
from studydesk.sources.recovery.words import closes_quote, opens_quote, word_over

# So many lines on either side tell what the page speaks of there; nine in ten places where it
# changes have less in common than this, and one in three of those where it does not.
WINDOW = 5
LEAST_LIKENESS = 0.025


def cut_at_hidden_seams(page: Page, drafts: Sequence[Draft]) -> tuple[Page, list[Draft]]:
    """The page and its drafts, paragraphs cut wherever they may go on with another article."""
    stretches = list(stretches_of(page.units))
    rows = {
        id(line): Unit((line,), Role.TEXT)
        for stretch in stretches
        for unit in stretch
        for line in unit.lines
    }
    topics = Topics([[row] for row in rows.values()])
    seams: set[int] = set()
    for stretch in stretches:
        run = [rows[id(line)] for unit in stretch for line in unit.lines]
        seams.update(
            id(run[at].lines[0])
            for at in range(1, len(run))
            if is_hidden_seam(page, topics, run, at)
        )
    if not seams:
        return page, list(drafts)
    parts = {id(unit): list(parts_of(unit, seams)) for unit in page.units}
    cut = [
        replace(draft, body=[part for unit in draft.body for part in parts[id(unit)]])
        for draft in drafts
    ]
    units = [part for unit in page.units for part in parts[id(unit)]]
    return Page(page.raw, units, page.ask), cut


def parts_of(unit: Unit, seams: set[int]) -> Iterator[Unit]:
    """A unit cut before the lines that are such seams, by identity."""
    if not any(id(line) in seams for line in unit.lines):
        yield unit
        return
    begin = 0
    for at in range(1, len(unit.lines) + 1):
        if at == len(unit.lines) or id(unit.lines[at]) in seams:
            inside = begin > 0
            set_in = False if inside and unit.set_in is not None else unit.set_in
            yield replace(unit, lines=unit.lines[begin:at], wrapped=inside, set_in=set_in)
            begin = at


def stretches_of(units: Sequence[Unit]) -> Iterator[list[Unit]]:
    """Paragraphs that follow one another with at most headings between them, up to an open end."""
    stretch: list[Unit] = []
    for unit in units:
        if unit.role is Role.TEXT:
            stretch.append(unit)
        goes_on = unit.closed if unit.role is Role.TEXT else unit.role is Role.DISPLAY
        if stretch and not goes_on:
            yield stretch
            stretch = []
    if stretch:
        yield stretch


def is_hidden_seam(page: Page, topics: Topics, run: Sequence[Unit], at: int) -> bool:
    """Whether the page may have left an article before a line."""
    before, after = run[at - 1], run[at]
    if before.closed or after.text[0] in signs.NO_LINE_START:
        return False
    if page.text.count(before.text[-1] + after.text[0]) > 1 or word_over(before.text, after.text):
        return False
    if opens_quote(before.text) and closes_quote(after.text):
        return False
    ahead, behind = run[max(0, at - WINDOW) : at], run[at : at + WINDOW]
    return topics.likeness(ahead, behind) < LEAST_LIKENESS
