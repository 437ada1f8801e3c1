"""What a good printer would notice on laid-out pages: what overflows, stands alone, or is empty."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate

from studydesk.export.pdf.pages import Page, PlacedStrip
from studydesk.export.pdf.strips import Strip
from studydesk.handout.model import Paragraph, Table
from studydesk.handout.notices import Fault, PageNotice
from studydesk.handout.style import CELL_PADDING, MILLIMETRE, LineEnd, Preset
from studydesk.handout.tightening import STEPS, tightened

_TOLERANCE = 0.5
"""Points."""

_HANGING = 1.05
"""Characters that a mark may stand outside."""

_HALF = 0.5
"""Of the height of the text area: less than that is a half-empty page."""

_PERHAPS = 1.25
"""Of what drawing in saves by the sum: what ends of pages leave free may be used, too."""


def notices(pages: Sequence[Page], preset: Preset) -> tuple[PageNotice, ...]:
    """Everything to notice, page by page; a last page only where there are more."""
    parts = Counter(placed.strip.number for page in pages for placed in page.strips)
    found: list[PageNotice] = []
    height = preset.page.text_height * MILLIMETRE
    for number, page in enumerate(pages, 1):
        here = Counter(placed.strip.number for placed in page.strips)
        for placed in page.strips:
            fault = None
            if _is_overfull(placed, preset, height):
                fault = Fault.OVERFULL
            elif isinstance(placed.strip.block, Paragraph) and (
                here[placed.strip.number] == 1 < parts[placed.strip.number]
            ):
                fault = Fault.ALONE
            if fault:
                found.append(_at(placed, fault, number, preset))
        if number < len(pages) and (heading := _heading_at_the_end(page, preset)):
            found.append(_at(heading, Fault.ALONE, number, preset))
    found += _last_page(pages, preset)
    return tuple(found)


def _at(placed: PlacedStrip, fault: Fault, number: int, preset: Preset) -> PageNotice:
    page = preset.page
    left = page.left_of(number) * MILLIMETRE + placed.left
    top = page.top * MILLIMETRE + placed.top
    return PageNotice(fault, number, left, top, placed.strip.height)


def _is_overfull(placed: PlacedStrip, preset: Preset, height: float) -> bool:
    strip = placed.strip
    if placed.top + strip.height > height + 1:
        return True
    if strip.is_wide is None:
        strip.is_wide = _is_wide(strip, preset)
    return strip.is_wide


def _is_wide(strip: Strip, preset: Preset) -> bool:
    page = preset.page
    width = (page.text_width if strip.spans else page.column_width) * MILLIMETRE
    if isinstance(strip.block, Table):
        edges = [
            width * edge - CELL_PADDING * MILLIMETRE for edge in accumulate(strip.block.widths)
        ]
        return any(
            line.x + line.line.end * line.size > edges[line.column] + _TOLERANCE
            for line in strip.lines
        )
    hangs = isinstance(strip.block, Paragraph) and (
        preset.style(strip.block.role).line_end is LineEnd.HANGING
    )
    return any(
        line.x + line.line.end * line.size > width + (_HANGING * line.size if hangs else _TOLERANCE)
        for line in strip.lines
    )


def _heading_at_the_end(page: Page, preset: Preset) -> PlacedStrip | None:
    placed = page.strips[-1] if page.strips else None
    if placed and isinstance(placed.strip.block, Paragraph):
        return placed if preset.style(placed.strip.block.role).outline else None
    return None


def _last_page(pages: Sequence[Page], preset: Preset) -> Iterator[PageNotice]:
    last = pages[-1].strips
    height = preset.page.text_height * MILLIMETRE
    used = max((placed.top + placed.strip.height for placed in last), default=0.0)
    if len(pages) == 1 or used >= _HALF * height:
        return
    lines = sum(len(placed.strip.lines) > 0 for placed in last)
    begins = bool(last) and last[0].strip.begins_page
    may_fit = not begins and used / preset.page.columns < _PERHAPS * _savings(pages, preset)
    page = preset.page
    left, top = page.left_of(len(pages)) * MILLIMETRE, page.top * MILLIMETRE
    fault = Fault.HALF_EMPTY
    yield PageNotice(fault, len(pages), left, top, used, may_fit=may_fit, lines=lines)


def _savings(pages: Sequence[Page], preset: Preset) -> float:
    """Points that are saved in a column where everything is drawn in as far as it may be; pages
    after one that was begun on purpose alone count.
    """
    closest = tightened(preset, STEPS)
    saved = 0.0
    for page in reversed(pages):
        for placed in page.strips:
            if isinstance(block := placed.strip.block, Paragraph):
                before, after = preset.style(block.role), closest.style(block.role)
                saved += before.leading - after.leading
                if placed.top and before.space_before + before.space_after:
                    share = after.space_before + after.space_after
                    saved += placed.strip.space * (
                        1 - share / (before.space_before + before.space_after)
                    )
        if page.strips and page.strips[0].strip.begins_page:
            break
    return saved / preset.page.columns
