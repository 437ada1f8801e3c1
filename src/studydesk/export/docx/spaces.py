"""How far the spaces between blocks of a DOCX are drawn in, so that it has the pages of the PDF.

Word processors squeeze no marks and so need a line more here and there. Where a page of the PDF
has no room for that, what is kept together there would move to the next, and a few lines
would stand on a page of their own.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest

from studydesk.export.pdf.layout import Layout, column_edges
from studydesk.export.pdf.pages import Page, paginate
from studydesk.export.pdf.strips import Strip
from studydesk.handout.style import MILLIMETRE, Preset

_LONGER = 0.01
"""By how much of its height text may come out longer than is known."""

_LONG = 14
"""Pages from which so much runs over that the last page is none with a few lines, and to draw all
spaces in for one part would move the others by pages.
"""

_SHARES = (1.0, 0.8, 0.6, 0.4)
"""Of the spaces of the preset, from all of them to what still parts blocks."""

_AS_LONG: Mapping[int, int] = {}


def share_of_spaces(layout: Layout, preset: Preset, longer: Mapping[int, int] = _AS_LONG) -> float:
    """To which share of those of the preset all spaces are drawn in: at least as far as on any page
    of the PDF, and far enough that text which comes out a little longer stays on as many pages:
    blocks of these numbers are `longer` by so many lines. In a long document they stay.
    """
    if len(layout.pages) >= _LONG:
        return 1.0
    return min(_share(part, preset, longer) for part in _parts(layout.pages))


def _parts(pages: Sequence[Page]) -> Iterator[Sequence[Page]]:
    """Pages that follow one another without a break that was asked for."""
    begin = 0
    for number, page in enumerate(pages):
        if number and page.strips and page.strips[0].strip.begins_page:
            yield pages[begin:number]
            begin = number
    yield pages[begin:]


def _share(pages: Sequence[Page], preset: Preset, longer: Mapping[int, int]) -> float:
    """The largest share with which the last of these pages has room to spare, and so many pages
    would do though they were a little shorter; where none makes them do, that with room to
    spare, if any.
    """
    used = pages[-1].spaces
    strips = list(_lengthened(pages, longer))
    height = (1 - _LONGER) * preset.page.text_height * MILLIMETRE
    most = used * _with_room_at_the_end(pages, preset, longer)
    allowed = [share for share in _SHARES if share <= most]
    found = allowed[0] if allowed else 1.0
    for share in allowed or _SHARES[-1:]:
        drawn_in = (replace(strip, space=share / used * strip.space) for strip in strips)
        if len(paginate(drawn_in, height, column_edges(preset))) <= len(pages):
            return share
    return found


def _lengthened(pages: Sequence[Page], longer: Mapping[int, int]) -> Iterator[Strip]:
    """The strips of pages, the last of each longer block higher by its lines."""
    strips = [placed.strip for page in pages for placed in page.strips if not placed.repeated]
    for strip, following in zip_longest(strips, strips[1:]):
        more = longer.get(strip.number, 0)
        if more and (following is None or following.number != strip.number):
            yield replace(strip, height=(1 + more) * strip.height)
        else:
            yield strip


def _with_room_at_the_end(
    pages: Sequence[Page], preset: Preset, longer: Mapping[int, int]
) -> float:
    """To which share of what they are the spaces on pages are drawn in, so that the last has room
    for all that may come out longer.
    """
    height = preset.page.text_height * MILLIMETRE
    placed = [each for page in pages for each in page.strips]
    bottom = max((each.top + each.strip.height for each in pages[-1].strips), default=0.0)
    notes = sum(note.height for note in pages[-1].notes)
    heights = {each.strip.number: each.strip.height for each in placed}
    lines = sum(longer.get(number, 0) * line for number, line in heights.items())
    over = _LONGER * height * len(pages) + lines / preset.page.columns
    missing = over - (height - bottom - notes)
    spaces = sum(each.strip.space for each in placed if each.top) / preset.page.columns
    return 1.0 if missing <= 0 or not spaces else 1 - missing / spaces
