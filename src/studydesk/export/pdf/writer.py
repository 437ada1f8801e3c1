"""PDF: the laid-out pages drawn with reportlab, every face embedded, the same bytes every time."""

import gc
import io
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from studydesk.export.embedding import FontlessCanvas
from studydesk.export.fonts import Substitution, unusable_fonts
from studydesk.export.pdf.blocks import StripMaker
from studydesk.export.pdf.contents import lay_out_with_contents
from studydesk.export.pdf.drawing import DrawnPages, PageWriter
from studydesk.export.pdf.layout import Layout, OutlineEntry
from studydesk.export.pdf.metadata import describe
from studydesk.export.pdf.noticing import notices
from studydesk.export.progress import Share, part, unheard
from studydesk.handout.model import ContentsLine, HandoutDocument
from studydesk.handout.notices import FontOffer, FontUsed, PageNotice
from studydesk.handout.style import MILLIMETRE, Preset

vars(rl_config).update(useA85=0)  # plain streams, not a quarter larger as ASCII text

_LOCK = Lock()
"""reportlab keeps the state of a font in the font: one document at a time."""


_LAID_OUT = 0.5
"""Of the time that a file takes, what it takes to lay out its pages."""


@dataclass(frozen=True, slots=True)
class PdfFile:
    """A finished PDF. `item_pages` tells the first page of each packet item, from 1;
    `substitutions` the characters that a face had to borrow or that none has; `notices` what to
    look at on the pages; `unusable_fonts` those that another face stands in for; `fonts` all that
    text is set in; `cut_short` lines at the edges of pages that found no room whole.
    """

    data: bytes
    page_count: int
    item_pages: Mapping[str, int]
    substitutions: tuple[Substitution, ...]
    notices: tuple[PageNotice, ...] = ()
    unusable_fonts: tuple[FontOffer, ...] = ()
    fonts: tuple[FontUsed, ...] = ()
    cut_short: tuple[str, ...] = ()


def write_pdf(
    document: HandoutDocument, *, to_look_at: bool = False, share: Share = unheard
) -> PdfFile:
    """Lay out and write a document; the same document always gives the same bytes. A file only
    `to_look_at`, which is not kept, does without what nobody sees, and is there sooner: logical
    structure, outline, links and compression. `share` hears of each page.
    """
    with _LOCK, _nothing_collected():
        kept = _kept_for(document.preset) if to_look_at else _Kept(StripMaker(document.preset))
        kept.maker.share = part(share, 0, _LAID_OUT)
        document, layout = lay_out_with_contents(document, kept.maker)
        drawing = part(share, _LAID_OUT, 1)
        data = _draw(document, layout, kept.pages if to_look_at else None, drawing)
        seen = notices(layout.pages, document.preset)
        unusable = unusable_fonts(document.preset)
    return PdfFile(
        data,
        len(layout.pages),
        layout.item_pages,
        layout.substitutions,
        seen,
        unusable,
        layout.fonts,
        document.cut_short,
    )


@dataclass(slots=True)
class _Kept:
    """What the last file to look at was made of; most of it is in the next one."""

    maker: StripMaker
    pages: DrawnPages = field(default_factory=DrawnPages)


_KEPT: list[_Kept] = []
"""One or none."""


def _kept_for(preset: Preset) -> _Kept:
    """What was kept, where that is of the same preset."""
    if not _KEPT or _KEPT[0].maker.preset is not preset:
        _KEPT[:] = [_Kept(StripMaker(preset))]
    _KEPT[0].maker.begin()
    _KEPT[0].pages.begin()
    return _KEPT[0]


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Without looking for garbage: nearly all that is made is needed until the file is written,
    and to look again and again takes a sixth of the time.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def count_pages(document: HandoutDocument) -> int:
    """How many pages a document has, which is known sooner than it is written."""
    return len(lay_out_only(document).pages)


def lay_out_only(document: HandoutDocument) -> Layout:
    """A document laid out and not written, to know what it would be like; quick where it has been
    written before.
    """
    with _LOCK:
        return lay_out_with_contents(document, StripMaker(document.preset))[1]


def _draw(
    document: HandoutDocument, layout: Layout, drawn: DrawnPages | None, share: Share
) -> bytes:
    """The bytes of a file; of one that is only to be looked at where pages may have been `drawn`
    before.
    """
    page, whole = document.preset.page, drawn is None
    buffer = io.BytesIO()
    canvas = FontlessCanvas(
        buffer,
        pagesize=(page.width * MILLIMETRE, page.height * MILLIMETRE),
        pageCompression=int(whole),
        invariant=1,
        pdfVersion=(1, 5),
        lang="zh-CN",
    )
    canvas.setTitle(document.title)
    canvas.setAuthor(document.author)
    canvas.setSubject(document.edition.value)
    canvas.setCreator("StudyDesk")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    if day := document.dated:
        canvas.setDateFormatter(lambda *_: f"D:{day:%Y%m%d}000000Z")
    if document.preset.is_two_sided:
        canvas.setViewerPreference("Duplex", "DuplexFlipLongEdge")
    writer = PageWriter(canvas, document.preset, drawn)
    for number, laid_out in enumerate(layout.pages):
        share(number / len(layout.pages))
        writer.draw(laid_out)
        if whole:
            _lead_there(canvas, layout, number, writer)
        writer.end_page()
    writer.finish()
    if whole:
        describe(canvas, document)
    canvas.save()
    return buffer.getvalue()


def _lead_there(canvas: Canvas, layout: Layout, number: int, writer: PageWriter) -> None:
    """The outline entries that lead to a page, and the links that lead away from it."""
    for entry in layout.outline:
        if entry.page == number:
            _bookmark(canvas, entry, writer.height_of(entry.top))
    for placed in layout.pages[number].strips:
        if isinstance(placed.strip.block, ContentsLine):
            entry = layout.outline[placed.strip.block.heading]
            writer.link(placed, _key(entry), entry.title)


def _bookmark(canvas: Canvas, entry: OutlineEntry, top: float) -> None:
    key = _key(entry)
    canvas.bookmarkPage(key, fit="XYZ", top=top)
    canvas.addOutlineEntry(entry.title, key, entry.level - 1)


def _key(entry: OutlineEntry) -> str:
    """Under what name a heading can be gone to."""
    return f"{entry.page}-{entry.left:.0f}-{entry.top:.2f}"
