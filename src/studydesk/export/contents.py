"""The contents of a document: its headings with the pages that they stand on."""

from collections.abc import Iterable
from dataclasses import replace

from studydesk.export.blocks import StripMaker
from studydesk.export.layout import Layout, lay_out
from studydesk.handout import wording
from studydesk.handout.model import (
    Block,
    ContentsLine,
    HandoutDocument,
    PageBreak,
    Paragraph,
    Run,
)
from studydesk.handout.style import Role

_DEEPEST = 3
"""Levels of headings that contents show."""


def with_contents(document: HandoutDocument, maker: StripMaker | None = None) -> HandoutDocument:
    """The document as it is written. Where contents were asked for, and it has more pages than
    the preset does without them, they are put in; what follows begins a page, so that page
    numbers of any length change no page. Where all headings take more than a page, those of
    passages and the like are left out, unless there are no others.
    """
    headings = list(document.headings())
    plain = replace(document, front=None)
    if document.front is None or not headings:
        return plain
    maker = maker or StripMaker(document.preset)
    if len(lay_out(plain, maker).pages) <= document.preset.contents_over:
        return plain
    nowhere = [0] * len(headings)
    levels = {document.preset.style(heading.role).outline for heading in headings}
    deepest = _DEEPEST
    layout = lay_out(_with_pages(document, headings, nowhere, deepest), maker)
    if min(levels) < deepest and _pages_of_contents(layout) > 1:
        deepest -= 1
        layout = lay_out(_with_pages(document, headings, nowhere, deepest), maker)
    return _with_pages(document, headings, [at.page + 1 for at in layout.outline], deepest)


def _pages_of_contents(layout: Layout) -> int:
    return sum(
        any(isinstance(placed.strip.block, ContentsLine) for placed in page.strips)
        for page in layout.pages
    )


def _with_pages(
    document: HandoutDocument, headings: Iterable[Paragraph], pages: Iterable[int], deepest: int
) -> HandoutDocument:
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
