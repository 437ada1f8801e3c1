"""How far the spaces between blocks of a DOCX are drawn in, so that it has the pages of the PDF.

Word processors squeeze fewer marks than we do and so need a line more here and there. Where a page
of the PDF has no room for that, a few lines would stand on a page of their own.
"""

from collections.abc import Iterator, Sequence

from studydesk.export.pdf.layout import Layout
from studydesk.export.pdf.pages import Page
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
    of the PDF, and far enough that text which comes out a little longer stays on its pages; in a
    long document they stay as they are.
    """
    if len(layout.pages) >= _LONG:
        return 1.0
    height = preset.page.text_height * MILLIMETRE
    return min(_share(part, height, preset.page.columns) for part in _parts(layout.pages))


def _parts(pages: Sequence[Page]) -> Iterator[Sequence[Page]]:
    """Pages that follow one another without a break that was asked for."""
    begin = 0
    for number, page in enumerate(pages):
        if number and page.strips and page.strips[0].strip.begins_page:
            yield pages[begin:number]
            begin = number
    yield pages[begin:]


def _share(pages: Sequence[Page], height: float, columns: int) -> float:
    """The largest share with which the last of these pages has room to spare."""
    placed = [each for page in pages for each in page.strips]
    bottom = max((each.top + each.strip.height for each in pages[-1].strips), default=0.0)
    notes = sum(note.height for note in pages[-1].notes)
    missing = _LONGER * height * len(pages) - (height - bottom - notes)
    spaces = sum(each.strip.space for each in placed if each.top) / columns
    used = pages[-1].spaces
    if missing <= 0 or not spaces:
        return used
    wanted = used * (1 - missing / spaces)
    return next((share for share in _SHARES if share <= wanted), _SHARES[-1])
