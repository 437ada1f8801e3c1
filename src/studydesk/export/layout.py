"""Pages: strips set one below the other, broken where the rules of the page allow, and folios."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import assert_never

from studydesk.export.blocks import StripMaker
from studydesk.export.fonts import SpanMaker, Substitution
from studydesk.export.strips import (
    MILLIMETRE,
    PlacedLine,
    Strip,
    baseline,
    place_lines,
)
from studydesk.handout.model import HandoutDocument, Paragraph, Run
from studydesk.handout.style import Alignment, Folio, Preset, Role

_TOLERANCE = 0.01


@dataclass(frozen=True, slots=True)
class PlacedStrip:
    """A strip and where its top stands, in points from the top of the text area."""

    strip: Strip
    top: float
    repeated: bool = False


@dataclass(slots=True)
class Page:
    """What stands on one page; `folio` holds the lines outside of the text area."""

    strips: list[PlacedStrip] = field(default_factory=list)
    folio: tuple[PlacedLine, ...] = ()


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A heading, the page it stands on (from 0) and its top in points."""

    title: str
    level: int
    page: int
    top: float


@dataclass(frozen=True, slots=True)
class Layout:
    """A document laid out on pages."""

    pages: Sequence[Page]
    outline: Sequence[OutlineEntry]
    item_pages: Mapping[str, int]
    substitutions: tuple[Substitution, ...]


def lay_out(document: HandoutDocument) -> Layout:
    """Compose every block and set it on pages of the document's preset."""
    preset, fonts = document.preset, SpanMaker()
    strips = StripMaker(preset, fonts).strips(document.blocks)
    pages = paginate(strips, preset.page.text_height * MILLIMETRE)
    for number, page in enumerate(pages, 1):
        page.folio = _folio(document, fonts, number, len(pages))
    return Layout(
        pages,
        tuple(_outline(pages, preset)),
        _item_pages(pages),
        fonts.substitutions,
    )


def paginate(strips: Iterable[Strip], height: float) -> list[Page]:
    """Fill pages of this height; joined strips stay together unless no page could hold them."""
    pages = [Page()]
    bottom = 0.0
    for chain in _chains(strips):
        needed = sum(strip.space + strip.height for strip in chain)
        first = chain[0]
        fits = bottom + needed <= height + _TOLERANCE
        if pages[-1].strips and (first.begins_page or not fits):
            pages.append(Page())
            bottom = 0.0
        for strip in chain:
            space = strip.space if pages[-1].strips else 0.0
            if pages[-1].strips and bottom + space + strip.height > height + _TOLERANCE:
                pages.append(Page())
                bottom = space = 0.0
            if not pages[-1].strips:
                bottom = _repeat_head(pages[-1], strip)
            pages[-1].strips.append(PlacedStrip(strip, bottom + space))
            bottom += space + strip.height
    return pages


def _repeat_head(page: Page, strip: Strip) -> float:
    """Set the head of a table that goes on; returns how high it is."""
    bottom = 0.0
    for head in strip.head:
        page.strips.append(PlacedStrip(head, bottom, repeated=True))
        bottom += head.height
    return bottom


def _chains(strips: Iterable[Strip]) -> Iterator[list[Strip]]:
    """Strips that stay on one page, in groups."""
    chain: list[Strip] = []
    for strip in strips:
        chain.append(strip)
        if not strip.joined:
            yield chain
            chain = []
    if chain:
        yield chain


def _folio(
    document: HandoutDocument, fonts: SpanMaker, number: int, total: int
) -> tuple[PlacedLine, ...]:
    """The footer text and the page number, below the text area."""
    page, style = document.preset.page, document.preset.style(Role.FOOTER)
    match document.preset.folio:
        case Folio.OUTER_DASHES:  # one character in from the edge (GB/T 9704, 7.5)
            text = f"— {number} —"
            outside = Alignment.RIGHT if number % 2 else Alignment.LEFT
            style = replace(style, alignment=outside, left_indent=1, right_indent=1)
        case Folio.CENTRED_OF_TOTAL:
            text = f"第 {number} 页 共 {total} 页"
            style = replace(style, alignment=Alignment.CENTRED)
        case _:
            assert_never(document.preset.folio)
    run = Run(f"{document.footer}\u3000{text}" if document.footer else text)
    top = (page.text_height + page.footer_gap) * MILLIMETRE + 0.88 * style.size - baseline(style)
    return tuple(
        replace(line, y=top + line.y + place * style.leading)
        for place, line in enumerate(
            place_lines(fonts, (run,), style, page.text_width * MILLIMETRE)
        )
    )


def _outline(pages: Sequence[Page], preset: Preset) -> Iterator[OutlineEntry]:
    """Headings in reading order; no level is skipped on the way down."""
    seen: set[int] = set()
    deepest = 1
    for number, page in enumerate(pages):
        for placed in page.strips:
            block = placed.strip.block
            if isinstance(block, Paragraph) and placed.strip.number not in seen:
                seen.add(placed.strip.number)
                if level := min(deepest, preset.style(block.role).outline):
                    deepest = level + 1
                    yield OutlineEntry(block.text, level, number, placed.top)


def _item_pages(pages: Sequence[Page]) -> dict[str, int]:
    """The first page of each item, from 1."""
    found: dict[str, int] = {}
    for number, page in enumerate(pages, 1):
        for placed in page.strips:
            if placed.strip.block.item_id:
                found.setdefault(placed.strip.block.item_id, number)
    return found
