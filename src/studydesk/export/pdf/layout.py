"""A document laid out: its blocks on pages, with page numbers, outline, and where items stand."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from studydesk.export.fonts import SpanMaker, Substitution
from studydesk.export.pdf.blocks import StripMaker
from studydesk.export.pdf.pages import Page, set_on_pages
from studydesk.export.pdf.strips import ASCENT, PlacedLine, Rule, Strip, baseline, place_lines
from studydesk.export.pdf.tagging import HeadingLevels
from studydesk.handout.model import HandoutDocument, Paragraph, Run
from studydesk.handout.notices import FontUsed
from studydesk.handout.style import MILLIMETRE, Alignment, Preset, Role

_SPILL = 1 / 3
"""Of a page: what takes no more gets none of its own where the spaces on others make room."""


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A heading, the page it stands on (from 0), the left edge of its column and its top, in
    points.
    """

    title: str
    level: int
    page: int
    left: float
    top: float


@dataclass(frozen=True, slots=True)
class Layout:
    """A document laid out on pages. Of the spaces on its cover so much is left as finds room."""

    pages: Sequence[Page]
    outline: Sequence[OutlineEntry]
    item_pages: Mapping[str, int]
    substitutions: tuple[Substitution, ...]
    fonts: tuple[FontUsed, ...]
    spaces_on_cover: float = 1.0


def lay_out(document: HandoutDocument, maker: StripMaker | None = None) -> Layout:
    """Compose every block and set it on pages of the document's preset; what a maker made of the
    same blocks before is used again, and earlier layouts by it are no longer valid.
    """
    preset, maker = document.preset, maker or StripMaker(document.preset)
    fonts, strips = maker.fonts, list(maker.strips(document.blocks))
    height = preset.page.text_height * MILLIMETRE
    left_of_spaces = _draw_in_cover(strips, height, preset) if document.cover else 1.0
    pages = set_on_pages(strips, height, column_edges(preset), _SPILL * height)
    for number, page in enumerate(pages, 1):
        if number > 1 or not document.cover:
            page.folio = _folio(document, fonts, number, len(pages))
        if header := document.header_on(number):
            page.header, page.edge_rules = _header(header, preset, fonts)
    return Layout(
        pages,
        tuple(_outline(pages, preset)),
        _item_pages(pages),
        fonts.substitutions,
        fonts.used,
        left_of_spaces,
    )


def column_edges(preset: Preset) -> tuple[float, ...]:
    """The left edges of the columns of a page, in points from that of its text area."""
    page = preset.page
    apart = (page.column_width + page.column_gap) * MILLIMETRE
    return tuple(apart * column for column in range(page.columns))


def _draw_in_cover(strips: Sequence[Strip], height: float, preset: Preset) -> float:
    """Draw in the spaces of a cover that has no line of the title free at its foot, unless it would
    do without them, too; to which share. Up to half of what is left of them stays free at the foot:
    a DOCX may set the title in one line more.
    """
    cover = [*strips[:1], *takewhile(lambda strip: not strip.begins_page, strips[1:])]
    spaces = sum(strip.space for strip in cover[1:])
    over = sum(strip.height for strip in cover) + spaces - height
    line = preset.style(Role.COVER_TITLE).leading
    if not spaces or not -line < over <= spaces:
        return 1.0
    left = spaces - over
    share = (left - min(left / 2, line)) / spaces
    for strip in cover[1:]:
        strip.space *= share
    return share


def _header(
    text: str, preset: Preset, fonts: SpanMaker
) -> tuple[tuple[PlacedLine, ...], tuple[Rule, ...]]:
    """What stands above the text area, measured from its top: a line, and the rule below it."""
    page, style = preset.page, preset.style(Role.HEADER)
    width, foot = page.text_width * MILLIMETRE, -page.header_gap * MILLIMETRE
    lines = place_lines(fonts, (Run(text),), style, width)
    top = foot - style.leading * len(lines)
    placed = (
        replace(line, y=top + line.y + place * style.leading) for place, line in enumerate(lines)
    )
    rule = Rule(0, foot, width, foot, style.rule_below)
    return tuple(placed), (rule,) if style.rule_below else ()


def _folio(
    document: HandoutDocument, fonts: SpanMaker, number: int, total: int
) -> tuple[PlacedLine, ...]:
    """The footer text and the page number, below the text area."""
    preset = document.preset
    page, style, folio = preset.page, preset.style(Role.FOOTER), preset.folio
    has_number = document.has_folio(number, total)
    text = folio.pattern.format(page=number, total=total) if has_number else ""
    place = Alignment.CENTRED
    if folio.is_outside:  # one character in (GB/T 9704, 7.5)
        place = Alignment.RIGHT if number % 2 else Alignment.LEFT
        style = replace(style, left_indent=1, right_indent=1)
    style = replace(style, alignment=place)
    rise = ASCENT - 0.5 if folio.has_dashes else ASCENT  # the dashes stand at the gap
    run = Run("\u3000".join(filter(None, (document.footer, text))))
    if not run.text:
        return ()
    top = (page.text_height + page.footer_gap) * MILLIMETRE + rise * style.size - baseline(style)
    return tuple(
        replace(line, y=top + line.y + place * style.leading)
        for place, line in enumerate(
            place_lines(fonts, (run,), style, page.text_width * MILLIMETRE)
        )
    )


def _outline(pages: Sequence[Page], preset: Preset) -> Iterator[OutlineEntry]:
    """Headings in reading order."""
    seen: set[int] = set()
    levels = HeadingLevels()
    for number, page in enumerate(pages):
        for placed in page.strips:
            block = placed.strip.block
            if isinstance(block, Paragraph) and placed.strip.number not in seen:
                seen.add(placed.strip.number)
                if rank := preset.style(block.role).outline:
                    level = levels.level(rank)
                    yield OutlineEntry(block.text, level, number, placed.left, placed.top)


def _item_pages(pages: Sequence[Page]) -> dict[str, int]:
    """The first page of each item, from 1."""
    found: dict[str, int] = {}
    for number, page in enumerate(pages, 1):
        for placed in page.strips:
            if placed.strip.block.item_id:
                found.setdefault(placed.strip.block.item_id, number)
    return found
