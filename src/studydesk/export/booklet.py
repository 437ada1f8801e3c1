"""小册子: the pages of a PDF two by two on sheets twice as large, to be folded and stitched.

A4 pages go on A3, A5 pages on A4. Printed on both sides, flipped on the short edge, the sheets
lie in the order in which they are folded. One page, or two, are no booklet: they are put on a
sheet twice, to be cut apart along a dashed line.
"""

import io
from collections.abc import Iterator

import pikepdf
from pikepdf import Dictionary, Name, Object, Pdf

from studydesk.handout.style import RULE

_SHEETS = {595: (1191, 842), 420: (842, 595)}
"""Points: the sheet for a page of this width, A3 for A4 and A4 for A5."""

_NO_BOOKLET = 2
"""Pages up to which there is nothing to fold."""

_NAMES = ("/Left", "/Right")

Side = tuple[int | None, int | None]
"""The pages on one side of a sheet, left and right, from 0; None is blank."""


def impose(data: bytes) -> bytes:
    """The booklet of a PDF whose pages are all of one size; the same bytes every time. It has no
    outline and no links: whoever reads on a screen reads the plain file.
    """
    with Pdf.open(io.BytesIO(data)) as plain, pikepdf.new() as booklet:
        box = plain.pages[0].mediabox
        width, height = float(box[2]), float(box[3])
        sheet = _SHEETS.get(round(width), (2 * width, height))
        forms = [booklet.copy_foreign(page.as_form_xobject()) for page in plain.pages]
        for side in sides(len(forms)):
            page = booklet.add_blank_page(page_size=sheet)
            foot, middle = (sheet[1] - height) / 2, sheet[0] / 2
            shown: dict[str, Object] = {}
            operators: list[str] = []
            for name, number, left in zip(_NAMES, side, (middle - width, middle), strict=True):
                if number is not None:
                    shown[name] = forms[number]
                    operators.append(f"q 1 0 0 1 {left:.2f} {foot:.2f} cm {name} Do Q")
            if len(forms) <= _NO_BOOKLET:
                line = f"{middle:.2f} 0 m {middle:.2f} {sheet[1]} l"
                operators.append(f"/Artifact BMC q {RULE:g} w [3 3] 0 d {line} S Q EMC")
            page.Resources = Dictionary(XObject=Dictionary(shown))
            page.Contents = booklet.make_stream("\n".join(operators).encode())
        for key in ("/Title", "/Author", "/Subject", "/Creator"):
            if key in plain.docinfo:
                booklet.docinfo[key] = pikepdf.String(str(plain.docinfo[key]))
        booklet.Root.Lang = pikepdf.String("zh-CN")
        booklet.Root.ViewerPreferences = Dictionary(
            Duplex=Name.DuplexFlipShortEdge, DisplayDocTitle=True, PrintScaling=Name("/None")
        )
        written = io.BytesIO()
        booklet.save(written, deterministic_id=True, min_version="1.5")
    return written.getvalue()


def sides(pages: int) -> Iterator[Side]:
    """What stands on the sides of the sheets, front and back by turns, for so many pages: padded
    to a multiple of four, the last page beside the first.
    """
    if pages <= _NO_BOOKLET:
        yield from ((number, number) for number in range(pages))
        return
    whole = -(-pages // 4) * 4
    for sheet in range(whole // 4):
        first = 2 * sheet
        last = whole - 1 - first
        yield _known(last, pages), _known(first, pages)
        yield _known(first + 1, pages), _known(last - 1, pages)


def _known(number: int, pages: int) -> int | None:
    return number if number < pages else None
