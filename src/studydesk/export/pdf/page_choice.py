"""Some pages of a PDF, or the same ones several times, in an order that was asked for."""

import io
from collections.abc import Sequence

import pikepdf
from pikepdf import Dictionary, Pdf

_OF_THE_WHOLE = ("/Annots", "/StructParents", "/Tabs")
"""What leads from a page to others, which may not come along."""


def count_pages(data: bytes) -> int:
    """How many pages a PDF has."""
    with Pdf.open(io.BytesIO(data)) as file:
        return len(file.pages)


def with_pages(data: bytes, order: Sequence[int]) -> bytes:
    """The PDF with these of its pages, counted from 0, one after the other: the bytes as they are
    where that is all of them in order. Otherwise it has no outline, no links and no tags, which
    are of the whole; its text and fonts stay.
    """
    with Pdf.open(io.BytesIO(data)) as whole:
        if list(order) == list(range(len(whole.pages))):
            return data
        for page in whole.pages:
            for name in _OF_THE_WHOLE:
                if name in page:
                    del page[name]
        with pikepdf.new() as chosen:
            for number in order:
                chosen.pages.append(whole.pages[number])
            for key in ("/Title", "/Author", "/Subject", "/Creator"):
                if key in whole.docinfo:
                    chosen.docinfo[key] = pikepdf.String(str(whole.docinfo[key]))
            chosen.Root.Lang = pikepdf.String("zh-CN")
            chosen.Root.ViewerPreferences = Dictionary(
                dict(whole.Root.get("/ViewerPreferences", Dictionary()).items())
            )
            written = io.BytesIO()
            chosen.save(written, deterministic_id=True)
    return written.getvalue()
