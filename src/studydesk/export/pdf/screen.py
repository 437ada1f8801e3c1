"""The pages as they are looked at: two facing each other, with marks where something is wrong."""

import io
from collections.abc import Sequence

import pikepdf
from pikepdf import Dictionary, Object, Pdf

from studydesk.handout.notices import Fault, PageNotice

_MARK = {Fault.OVERFULL: "0.75 0.15 0.1 rg", Fault.ALONE: "0.8 0.5 0 rg"}
"""Red and amber; a page that is half empty is seen without a mark."""

_WIDTH, _APART = 3.0, 9.0
"""Points: a mark, and its distance from the text, in the margin."""

_DESK, _FOLD = "0.9 g", "0.7 G 0.5 w"
"""What lies beside a page without another one, and the fold between two."""


def for_screen(data: bytes, notices: Sequence[PageNotice], *, facing: bool) -> bytes:
    """A PDF to look at instead of `data`, whose pages are such: with a mark in the margin at each
    place that was noticed, and, `facing`, the first page alone on the right and the others two by
    two, as they lie open. The same bytes where there is nothing to do.
    """
    drawn = [notice for notice in notices if notice.fault in _MARK]
    with Pdf.open(io.BytesIO(data)) as plain:
        facing = facing and len(plain.pages) > 1
        if not drawn and not facing:
            return data
        for notice in drawn:
            page = plain.pages[notice.page - 1]
            mark = _mark(notice, float(page.mediabox[3])).encode()
            page.contents_add(plain.make_stream(mark))
        written = io.BytesIO()
        if not facing:
            plain.save(written)
            return written.getvalue()
        with pikepdf.new() as spreads:
            _face(plain, spreads)
            spreads.save(written)
    return written.getvalue()


def _mark(notice: PageNotice, height: float) -> str:
    left, foot = notice.left - _APART, height - notice.top - notice.height
    colour = _MARK[notice.fault]
    return f"q {colour} {left:.2f} {foot:.2f} {_WIDTH} {notice.height:.2f} re f Q"


def _face(plain: Pdf, spreads: Pdf) -> None:
    box = plain.pages[0].mediabox
    width, height = float(box[2]), float(box[3])
    forms = [spreads.copy_foreign(page.as_form_xobject()) for page in plain.pages]
    for first in range(-1, len(forms), 2):
        sheet = spreads.add_blank_page(page_size=(2 * width, height))
        shown: dict[str, Object] = {}
        operators: list[str] = []
        for number, left in ((first, 0.0), (first + 1, width)):
            if 0 <= number < len(forms):
                name = f"/P{number}"
                shown[name] = forms[number]
                operators.append(f"q 1 0 0 1 {left:.2f} 0 cm {name} Do Q")
            else:
                operators.append(f"q {_DESK} {left:.2f} 0 {width:.2f} {height:.2f} re f Q")
        operators.append(f"q {_FOLD} {width:.2f} 0 m {width:.2f} {height:.2f} l S Q")
        sheet.Resources = Dictionary(XObject=Dictionary(shown))
        sheet.Contents = spreads.make_stream("\n".join(operators).encode())
