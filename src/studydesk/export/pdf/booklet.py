"""小册子 and 班组卡片: pages two by two on sheets twice as large, to be folded or cut apart.

A4 pages go on A3, A5 pages on A4. Printed on both sides, flipped on the short edge, the sheets
lie in the order in which they are folded. One page, or two, are no booklet: they are put on a
sheet twice, to be cut apart along a dashed line.
"""

import io
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from itertools import accumulate, zip_longest

import pikepdf
from pikepdf import Dictionary, Name, Object, Pdf

from studydesk.handout.style import RULE

_SHEETS = {(595, 842): (1191, 842), (420, 595): (842, 595)}
"""Points: the sheet for a page, A3 for A4 and A4 for A5."""

_NO_BOOKLET = 2
"""Pages up to which there is nothing to fold."""

_NAMES = ("/Left", "/Right")

Side = tuple[int | None, int | None]
"""The pages on one side of a sheet, left and right, from 0; None is blank."""


def impose(data: bytes) -> bytes:
    """The booklet of a PDF whose pages are all of one size; the same bytes every time. It has no
    outline and no links: whoever reads on a screen reads the plain file.
    """
    with Pdf.open(io.BytesIO(data)) as plain:
        count = len(plain.pages)
        return _on_sheets([plain], sides(count), is_cut=count <= _NO_BOOKLET)


def impose_cards(cards: Sequence[bytes]) -> bytes:
    """Cards two by two on sheets twice as large, to be cut apart; PDFs of as many pages each. Of
    several pages the next lies behind the one before, printed on both sides, flipped on the short
    edge. The same bytes every time.
    """
    with ExitStack() as files:
        opened = [files.enter_context(Pdf.open(io.BytesIO(card))) for card in cards]
        placed = side_by_side([len(card.pages) for card in opened])
        return _on_sheets(opened, placed, is_cut=True)


def side_by_side(pages: Sequence[int]) -> Iterator[Side]:
    """The sides of the sheets for cards of so many pages, two cards on each sheet."""
    ends = list(accumulate(pages))
    every = [range(end - count, end) for end, count in zip(ends, pages, strict=True)]
    for left, right in zip_longest(every[::2], every[1::2], fillvalue=range(0)):
        for at, (one, other) in enumerate(zip_longest(left, right)):
            yield (other, one) if at % 2 else (one, other)


def _on_sheets(files: Sequence[Pdf], placed: Iterable[Side], *, is_cut: bool) -> bytes:
    """The pages of files, counted through, on sheets, with a line to cut along or none."""
    with pikepdf.new() as sheets:
        pages = [page for file in files for page in file.pages]
        box = pages[0].mediabox
        width, height = float(box[2]), float(box[3])
        sheet = _SHEETS.get((round(width), round(height)), (2 * width, height))
        forms = [sheets.copy_foreign(page.as_form_xobject()) for page in pages]
        for side in placed:
            page = sheets.add_blank_page(page_size=sheet)
            foot, middle = (sheet[1] - height) / 2, sheet[0] / 2
            shown: dict[str, Object] = {}
            operators: list[str] = []
            for name, number, left in zip(_NAMES, side, (middle - width, middle), strict=True):
                if number is not None:
                    shown[name] = forms[number]
                    operators.append(f"q 1 0 0 1 {left:.2f} {foot:.2f} cm {name} Do Q")
            if is_cut:
                line = f"{middle:.2f} 0 m {middle:.2f} {sheet[1]} l"
                operators.append(f"/Artifact BMC q {RULE:g} w [3 3] 0 d {line} S Q EMC")
            page.Resources = Dictionary(XObject=Dictionary(shown))
            page.Contents = sheets.make_stream("\n".join(operators).encode())
        told = files[0].docinfo
        for key in ("/Title", "/Author", "/Subject", "/Creator"):
            if key in told:
                sheets.docinfo[key] = pikepdf.String(str(told[key]))
        sheets.Root.Lang = pikepdf.String("zh-CN")
        sheets.Root.ViewerPreferences = Dictionary(
            Duplex=Name.DuplexFlipShortEdge, DisplayDocTitle=True, PrintScaling=Name("/None")
        )
        written = io.BytesIO()
        sheets.save(written, deterministic_id=True, min_version="1.5")
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
