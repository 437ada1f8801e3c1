"""Printing without a PDF reader: pages are drawn from the PDF at the printer's resolution. Where
the printer is a PDF file, it is the handout's own PDF.
"""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QPoint, QPointF, QRect, QRectF, QSize, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter

from studydesk.domain.packet import Packet
from studydesk.handout.model import Edition
from studydesk.handout.paper import Page
from studydesk.handout.presets import PRESETS, preset_for
from studydesk.handout.style import Preset
from studydesk.services.checking import Checked, check_against, is_held
from studydesk.services.originals import Originals
from studydesk.ui.jobs import Progress
from studydesk.ui.words.outcomes import review_of

if TYPE_CHECKING:
    from PySide6.QtPdf import QPdfDocument
    from PySide6.QtPrintSupport import QPrinter

_FINEST = 600
"""Dots per inch; more cannot be seen on paper and costs memory."""

_STRIP = 256
"""Rows of dots handed to the printer at once: more would keep the window waiting."""


def print_handout(
    progress: Progress,
    packet: Packet,
    edition: Edition,
    printer: "QPrinter",
    *,
    originals: Originals,
    names: Sequence[str] = (),
    presets: Mapping[str, Preset] = PRESETS,
    booklet: bool = False,
) -> tuple[int, Checked]:
    """Check a packet, make one edition of it, with what was found and the names of those who are
    to sign, and print it, as a `booklet` two pages on a side; the number of pages printed, and
    the check. Nothing is printed that has to be settled first. Raises DiskFull or FileUnwritable
    where a PDF cannot be written.

    Runs off the interface thread, and prints the packet as it is now, whatever is on screen.
    """
    from studydesk.services import handouts

    progress(0, 1)
    signing = names if edition is Edition.RECORD else ()
    checked = check_against(
        originals, packet, lambda _done, _total: progress(0, 1), presets, signing
    )
    if is_held(checked, (edition,)):
        return 0, checked
    review = review_of(packet, checked)
    if path := file_of(printer):
        choose = partial(page_order, printer=printer)
        pages = handouts.save_printed(
            packet,
            edition,
            path,
            choose,
            booklet=booklet,
            review=review,
            names=names,
            presets=presets,
        )
        return pages, checked
    file = handouts.preview(packet, edition, packet.preset, review, names, presets)
    data = handouts.imposed(file.data) if booklet else file.data
    return print_pages(progress, data, printer), checked


def file_of(printer: "QPrinter") -> Path | None:
    """The PDF file that is printed to; None where it is paper."""
    is_file = printer.outputFormat() is printer.OutputFormat.PdfFormat
    return Path(printer.outputFileName()) if is_file and printer.outputFileName() else None


def print_pages(progress: Progress, data: bytes, printer: "QPrinter") -> int:
    """Draw the pages that the printer's settings ask for; the number of pages drawn.

    Runs off the interface thread. Copies are repeated here where the printer cannot.
    """
    from PySide6.QtPdf import QPdfDocument

    document = QPdfDocument()
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    document.load(buffer)
    order = page_order(document.pageCount(), printer)
    painter = QPainter()
    if not order or not painter.begin(printer):
        return 0
    try:
        for done, page in enumerate(order):
            progress(done, len(order))
            if done:
                printer.newPage()
            _draw(painter, document, page, printer)
    finally:
        painter.end()
        document.close()
    return len(order)


def page_of(packet: Packet, presets: Mapping[str, Preset] = PRESETS) -> Page:
    """The page that a packet is laid out for."""
    return preset_for(packet.preset, presets).page


def paper_of(packet: Packet, presets: Mapping[str, Preset] = PRESETS) -> QSizeF:
    """The paper that a packet is laid out for, in millimetres."""
    page = page_of(packet, presets)
    return QSizeF(page.width, page.height)


def sheet_of(paper: QSizeF) -> QSizeF:
    """The sheet that two such pages stand on side by side."""
    return QSizeF(2 * paper.width(), paper.height())


def page_order(count: int, printer: "QPrinter") -> list[int]:
    """The pages to draw, from 0, in the order asked for: range, copies, collation, last first."""
    pages = list(range(count))
    asked = printer.pageRanges()
    if printer.printRange() is printer.PrintRange.PageRange and not asked.isEmpty():
        pages = [page for page in pages if asked.contains(page + 1)]
    if printer.pageOrder() is printer.PageOrder.LastPageFirst:
        pages.reverse()
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    if printer.collateCopies():
        return pages * copies
    return [page for page in pages for _ in range(copies)]


def fit_paper(size: QSizeF, printer: "QPrinter") -> None:
    """Ask the printer for paper of this size, in millimetres, and for the whole of it."""
    match = QPageSize.SizeMatchPolicy.FuzzyMatch
    upright = size.width() <= size.height()
    held = size if upright else size.transposed()  # the orientation turns it
    printer.setPageSize(QPageSize(held, QPageSize.Unit.Millimeter, "", match))
    printer.setPageOrientation(
        QPageLayout.Orientation.Portrait if upright else QPageLayout.Orientation.Landscape
    )
    printer.setFullPage(True)


def _draw(painter: QPainter, document: "QPdfDocument", page: int, printer: "QPrinter") -> None:
    """One page in true size, or smaller where the paper is smaller, strip by strip."""
    points = document.pagePointSize(page)
    paper = printer.pageLayout().fullRectPixels(printer.resolution())
    scale = min(
        1.0,
        paper.width() * 72 / printer.resolution() / points.width(),
        paper.height() * 72 / printer.resolution() / points.height(),
    )
    dots = printer.resolution() / 72 * scale
    coarser = -(-printer.resolution() // _FINEST)  # whole, so that strips meet without a seam
    size = QSize(round(points.width() * dots / coarser), round(points.height() * dots / coarser))
    drawn = document.render(page, size)
    unit = printer.Unit.DevicePixel
    origin = QPointF() if printer.fullPage() else -printer.pageRect(unit).topLeft()
    for top in range(0, size.height(), _STRIP):
        strip = _on_white(drawn, QRect(0, top, size.width(), min(_STRIP, size.height() - top)))
        width, height = strip.width() * coarser, strip.height() * coarser
        painter.drawImage(QRectF(origin.x(), origin.y() + top * coarser, width, height), strip)


def _on_white(drawn: QImage, area: QRect) -> QImage:
    """A part of a drawn page in greys on white; a page is drawn on nothing."""
    paper = QImage(area.size(), QImage.Format.Format_Grayscale8)
    paper.fill(255)
    painter = QPainter(paper)
    painter.drawImage(QPoint(0, 0), drawn, area)
    painter.end()
    return paper
