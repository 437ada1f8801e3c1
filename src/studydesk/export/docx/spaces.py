"""How far the spaces between blocks of a DOCX are drawn in, so that it has the pages of the PDF.

Word processors squeeze fewer marks than we do and so need a line more here and there. Where a page
of the PDF has no room for that, what is kept together there would move to the next, and a few lines
would stand on a page of their own.
"""

from collections.abc import Iterator, Sequence

from studydesk.export.pdf.layout import Layout, column_edges
from studydesk.export.pdf.pages import Page, paginate
from studydesk.handout.style import MILLIMETRE, Preset

_LONGER = 0.025
"""By how much of its height text may come out longer elsewhere."""

_LONG = 14
"""Pages from which so much runs over that the last page is none with a few lines, and to draw all
spaces in for one part would move the others by pages.
"""

_SHARES = (1.0, 0.8, 0.6, 0.4)
"""Of the spaces of the preset, from all of them to what still parts blocks."""


def share_of_spaces(layout: Layout, preset: Preset) -> float:
    """To which share of those of the preset all spaces are drawn in: at least as far as on any page
    of the PDF, and far enough that text which comes out a little longer stays on as many pages; in
    a long document they stay as they are.
    """
    if len(layout.pages) >= _LONG:
        return 1.0
    return min(_share(part, preset) for part in _parts(layout.pages))


def _parts(pages: Sequence[Page]) -> Iterator[Sequence[Page]]:
    """Pages that follow one another without a break that was asked for."""
    begin = 0
    for number, page in enumerate(pages):
        if number and page.strips and page.strips[0].strip.begins_page:
            yield pages[begin:number]
            begin = number
    yield pages[begin:]


def _share(pages: Sequence[Page], preset: Preset) -> float:
    """The largest share with which the last of these pages has room to spare, and so many pages
    would do though they were a little shorter; where none makes them do, that with room to
    spare, if any.
    """
    strips = [placed.strip for page in pages for placed in page.strips if not placed.repeated]
    spaces, used = [strip.space for strip in strips], pages[-1].spaces
    height = (1 - _LONGER) * preset.page.text_height * MILLIMETRE
    most = used * _with_room_at_the_end(pages, preset)
    allowed = [share for share in _SHARES if share <= most]
    found = allowed[0] if allowed else 1.0
    for share in allowed or _SHARES[-1:]:
        for strip, space in zip(strips, spaces, strict=True):
            strip.space = share / used * space
        if len(paginate(strips, height, column_edges(preset))) <= len(pages):
            found = share
            break
    for strip, space in zip(strips, spaces, strict=True):
        strip.space = space
    return found


def _with_room_at_the_end(pages: Sequence[Page], preset: Preset) -> float:
    """To which share of what they are the spaces on pages are drawn in, so that the last has room
    for all that may come out longer.
    """
    height = preset.page.text_height * MILLIMETRE
    placed = [each for page in pages for each in page.strips]
    bottom = max((each.top + each.strip.height for each in pages[-1].strips), default=0.0)
    notes = sum(note.height for note in pages[-1].notes)
    missing = _LONGER * height * len(pages) - (height - bottom - notes)
    spaces = sum(each.strip.space for each in placed if each.top) / preset.page.columns
    return 1.0 if missing <= 0 or not spaces else 1 - missing / spaces
