"""The contents of a document: its headings with the pages that they stand on."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import accumulate, chain, groupby
from operator import attrgetter

from studydesk.export.pdf.blocks import StripMaker
from studydesk.export.pdf.layout import Layout, lay_out
from studydesk.handout.model import (
    Block,
    ContentsLine,
    HandoutDocument,
    PageBreak,
    Paragraph,
    Run,
)
from studydesk.handout.style import MILLIMETRE, Preset, Role

_DEEPEST, _FEWEST = 3, 4
"""Levels of headings that contents show, and how many headings at least where they are shortened:
lists at the end of a document alone say nothing about it.
"""


def lay_out_with_contents(
    document: HandoutDocument, maker: StripMaker
) -> tuple[HandoutDocument, Layout]:
    """The document as it is written, and that laid out. Where contents were asked for, and it has
    more pages than the preset does without them, they are put in; what follows begins a page, so
    that page numbers of any length change no page. Where all headings take more than a page, those
    of passages and the like are left out, unless there are hardly any others.
    """
    preset, headings = document.preset, list(document.headings())
    plain = replace(document, front=None)
    if document.front is None or not headings:
        return plain, lay_out(plain, maker)
    if not _surely_over(preset.contents_over + 1, document.blocks, preset, maker):
        short = lay_out(plain, maker)
        if len(short.pages) <= preset.contents_over:
            return plain, short
    nowhere = [0] * len(headings)
    levels = [preset.style(heading.role).outline for heading in headings]
    deepest = _DEEPEST
    full = _with_pages(document, headings, nowhere, deepest)
    may_be_cut = sum(level < deepest for level in levels) >= _FEWEST
    lines = [block for block in full.blocks if isinstance(block, ContentsLine)]
    is_cut = may_be_cut and _surely_over_a_page(lines, preset, maker)
    layout = None if is_cut else lay_out(full, maker)
    if layout is None or (may_be_cut and _pages_of_contents(layout) > 1):
        deepest -= 1
        layout = lay_out(_with_pages(document, headings, nowhere, deepest), maker)
    numbers = [at.page + 1 for at in layout.outline]
    _fill_in(layout, numbers, maker)
    return _with_pages(document, headings, numbers, deepest), layout


def _surely_over_a_page(lines: Sequence[ContentsLine], preset: Preset, maker: StripMaker) -> bool:
    """Whether lines of the contents need more than a page: hundreds do without being set."""
    least = sum(preset.style(line.role).leading for line in lines)
    page = preset.page
    room = page.columns * page.text_height * MILLIMETRE
    return least > 1.01 * room or _surely_over(1, lines, preset, maker)


def _surely_over(pages: int, blocks: Iterable[Block], preset: Preset, maker: StripMaker) -> bool:
    """Whether blocks need more pages by their mere height, a hundredth more than there is, so that
    no pages need be set to know.
    """
    page = preset.page
    room = 1.01 * pages * page.columns * page.text_height * MILLIMETRE
    ends = accumulate(strip.height for strip in maker.strips(blocks))
    return any(end > room for end in ends)  # no more are made than it takes to know


def _fill_in(layout: Layout, numbers: Sequence[int], maker: StripMaker) -> None:
    """Put the page numbers into the lines of the contents."""
    placed = chain.from_iterable(page.strips for page in layout.pages)
    contents = [each.strip for each in placed if isinstance(each.strip.block, ContentsLine)]
    for block, strips in groupby(contents, key=attrgetter("block")):
        maker.number(list(strips), replace(block, page=numbers[block.heading]))


def _pages_of_contents(layout: Layout) -> int:
    return sum(
        any(isinstance(placed.strip.block, ContentsLine) for placed in page.strips)
        for page in layout.pages
    )


def _with_pages(
    document: HandoutDocument, headings: Iterable[Paragraph], pages: Iterable[int], deepest: int
) -> HandoutDocument:
    from studydesk.handout import wording  # short documents do without all that it knows

    lines: list[Block] = [Paragraph(Role.CONTENTS_HEAD, (Run(wording.CONTENTS),))]
    for number, (heading, page) in enumerate(zip(headings, pages, strict=True)):
        level = document.preset.style(heading.role).outline
        if level <= deepest:
            lines.append(ContentsLine(heading.text, level, page, number))
    front = document.front or 0
    after = document.blocks[front:]
    if not isinstance(after[0], PageBreak):
        lines.append(PageBreak())
    return replace(document, blocks=(*document.blocks[:front], *lines, *after), front=None)
