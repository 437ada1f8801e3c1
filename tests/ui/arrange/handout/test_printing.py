"""Printing, tried on a printer that writes a PDF."""

import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PySide6.QtGui import QPageRanges
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.arrange.conftest import Desk

from studydesk.domain.packet import Packet
from studydesk.errors import Cancelled
from studydesk.handout.model import Edition
from studydesk.handout.presets import PRESETS
from studydesk.services import handouts
from studydesk.services.checking import Checked, QuotationResult, QuotationStatus
from studydesk.ui.arrange.handout import printing as printing_job
from studydesk.ui.arrange.handout.booklet_sheet import BookletSheet, FoldPicture, sheets_of
from studydesk.ui.arrange.handout.printing import (
    fit_paper,
    page_order,
    paper_of,
    print_pages,
    sheet_of,
)
from studydesk.ui.jobs import Jobs
from studydesk.ui.sheets import shortcut_sheet


def silent(_done: int, _total: int) -> None:
    """Nobody watches."""


@pytest.fixture
def printer(qapp: object, tmp_path: Path, packet: Packet) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "打印.pdf"))
    printer.setResolution(150)
    fit_paper(paper_of(packet), printer)
    return printer


@pytest.fixture
def data(packet: Packet) -> bytes:
    return handouts.preview(packet, Edition.PARTICIPANT, packet.preset).data


def drawn(data: bytes, printer: QPrinter) -> int:
    """The number of pages, drawn off the interface thread as in the window."""
    with ThreadPoolExecutor(1) as elsewhere:
        return elsewhere.submit(print_pages, silent, data, printer).result()


def printed(printer: QPrinter) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(printer.outputFileName())


def test_every_page_is_printed_in_true_size(printer: QPrinter, data: bytes) -> None:
    pages = drawn(data, printer)
    original, copy = pypdfium2.PdfDocument(data), printed(printer)
    assert pages == len(copy) == len(original)
    assert copy[0].get_size() == pytest.approx(original[0].get_size(), abs=1)


@pytest.mark.parametrize("resolution", [150, 720])
def test_the_ink_is_where_it_is_on_screen(printer: QPrinter, data: bytes, resolution: int) -> None:
    printer.setResolution(resolution)
    drawn(data, printer)
    original = pypdfium2.PdfDocument(data)[0].render(scale=2).to_pil().convert("L")
    copy = printed(printer)[0].render(scale=2).to_pil().convert("L").resize(original.size)
    box = original.point(lambda value: 255 * (value < 160)).getbbox()
    copied = copy.point(lambda value: 255 * (value < 160)).getbbox()
    assert box is not None
    assert copied == pytest.approx(box, abs=4)


def test_a_range_is_respected(printer: QPrinter, data: bytes) -> None:
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 2)
    assert drawn(data, printer) == 1
    assert len(printed(printer)) == 1


@pytest.mark.parametrize(("collate", "order"), [(True, [0, 1, 0, 1]), (False, [0, 0, 1, 1])])
def test_copies_are_repeated_where_the_printer_cannot(
    printer: QPrinter, collate: bool, order: list[int]
) -> None:
    printer.setCopyCount(2)
    printer.setCollateCopies(collate)
    wanted = order if not printer.supportsMultipleCopies() else [0, 1]
    assert page_order(2, printer) == wanted


def test_several_ranges_are_respected(printer: QPrinter) -> None:
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setPageRanges(QPageRanges.fromString("1-2,5"))
    assert page_order(6, printer) == [0, 1, 4]


def test_the_last_page_first(printer: QPrinter) -> None:
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert page_order(3, printer) == [2, 1, 0]


def test_printing_can_be_cancelled(printer: QPrinter, data: bytes) -> None:
    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        print_pages(stop, data, printer)


def test_the_page_prints_what_it_shows(printing: Desk, printer: QPrinter, qtbot: QtBot) -> None:
    with qtbot.waitSignal(printing.page.message, timeout=60_000) as told:
        printing.page.printing.print_on(printer)
    file = printing.page.handout_panel.preview.file
    assert file is not None
    path = printer.outputFileName()
    assert told.args == [f"已存为 PDF，{file.page_count} 页：{path}。"]
    assert len(printed(printer)) == file.page_count
    printing.current.flush()
    (version,) = printing.library.versions("friday")
    assert printing.library.version(version.number) == printing.packet


def test_a_window_that_is_to_close_stays_for_what_was_printed_unproven(
    printing: Desk,
    printer: QPrinter,
    qtbot: QtBot,
    jobs: Jobs,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lost = QuotationResult("passage", QuotationStatus.SOURCE_MISSING)
    checked = Checked(printing.packet, (lost,), ())
    monkeypatch.setattr(printing_job, "print_handout", lambda *_, **__: (3, checked))
    with qtbot.waitSignal(jobs.written, check_params_cb=lambda is_well: not is_well):
        printing.page.printing.print_on(printer)


def test_a_pdf_file_is_the_handouts_own_with_text_and_tags(
    printing: Desk, printer: QPrinter, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(printing.page.message, timeout=60_000):
        printing.page.printing.print_on(printer)
    with pikepdf.Pdf.open(printer.outputFileName()) as file:
        assert "/StructTreeRoot" in file.Root
    assert printing.packet.title in printed(printer)[0].get_textpage().get_text_bounded()
    assert Path(printer.outputFileName()).stat().st_size < 500_000


def test_a_pdf_file_has_the_pages_that_are_asked_for_as_often_as_they_are(
    printing: Desk, printer: QPrinter, qtbot: QtBot
) -> None:
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setPageRanges(QPageRanges.fromString("1"))
    printer.setCopyCount(2)
    with qtbot.waitSignal(printing.page.message, timeout=60_000):
        printing.page.printing.print_on(printer)
    first, second = (page.get_textpage().get_text_bounded() for page in printed(printer))
    assert printing.packet.title in first
    assert first == second


def test_a_file_is_called_as_an_exported_one(printing: Desk) -> None:
    asked = printing.page.printing.make_printer(printing.packet, booklet=False)
    edition = printing.page.handout_panel.preview.edition.currentText()
    assert asked.docName() == handouts.file_stem(printing.packet, edition)


@pytest.mark.usefixtures("appearance")  # the sheet of keys is in Chinese from the first
@pytest.mark.parametrize("command", ["ask", "keys"])
def test_windows_without_any_printer_is_told(
    printing: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    if command == "ask":
        with qtbot.waitSignal(printing.page.printing.message) as told:
            printing.page.printing.ask()
        assert told.args == ["没有找到打印机，请先在系统里添加；也可以导出 PDF。"]
        return
    sheet = shortcut_sheet(printing.page)
    (button,) = (one for one in sheet.findChildren(QPushButton) if one.text() == "打印…")
    button.click()
    assert (button.text(), button.isEnabled()) == ("没有找到打印机", False)


@pytest.mark.skipif(
    sys.platform in {"win32", "darwin"}, reason="the dialog there is the system's own"
)
def test_a_file_is_offered_where_exported_ones_go(
    printing: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered = []

    def look(dialog: QPrintDialog) -> int:
        field = dialog.findChild(QLineEdit, "filename")
        assert isinstance(field, QLineEdit)
        offered.append(Path(field.text()))
        return 0

    monkeypatch.setattr(QPrintDialog, "exec", look)
    printing.page.handout_panel.export_panel.set_folder(tmp_path)
    printing.page.printing.ask()
    edition = printing.page.handout_panel.preview.edition.currentText()
    assert offered == [tmp_path / f"{handouts.file_stem(printing.packet, edition)}_打印.pdf"]


def test_a_packet_without_its_preset_is_printed_on_the_paper_of_the_first(
    arranging: Desk,
) -> None:
    paper = paper_of(replace(arranging.packet, preset="没有的版式"))
    assert paper == paper_of(replace(arranging.packet, preset="普通讲义"))


# --- booklets ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("preset", "booklet", "duplex"),
    [
        ("口袋本 A5", True, QPrinter.DuplexMode.DuplexShortSide),
        ("公文式讲义", False, QPrinter.DuplexMode.DuplexLongSide),
    ],
)
def test_the_printer_turns_the_sheet_as_it_is_bound(
    arranging: Desk, preset: str, booklet: bool, duplex: QPrinter.DuplexMode
) -> None:
    packet = replace(arranging.packet, preset=preset)
    asked = arranging.page.printing.make_printer(packet, booklet=booklet)
    assert asked.duplex() in {duplex, QPrinter.DuplexMode.DuplexNone}  # where it can turn none


def test_a_booklet_is_printed_on_sheets_twice_as_large(
    printing: Desk, printer: QPrinter, qtbot: QtBot
) -> None:
    fit_paper(sheet_of(paper_of(printing.packet)), printer)
    with qtbot.waitSignal(printing.page.message, timeout=60_000):
        printing.page.printing.print_on(printer, booklet=True)
    file = printing.page.handout_panel.preview.file
    assert file is not None
    width, height = printed(printer)[0].get_size()
    assert (width, height) == pytest.approx((1191, 842), abs=2)
    assert len(printed(printer)) == (2 * sheets_of(file.page_count) if file.page_count > 2 else 2)


@pytest.mark.parametrize(
    ("pages", "sheets"), [(1, 1), (2, 1), (3, 1), (4, 1), (5, 2), (8, 2), (9, 3)]
)
def test_four_pages_go_on_a_sheet(pages: int, sheets: int) -> None:
    assert sheets_of(pages) == sheets


@pytest.mark.parametrize("pages", [2, 3, 8])
@pytest.mark.parametrize(("preset", "paper"), [("口袋本 A5", "A4"), ("普通讲义", "A3")])
def test_how_to_fold_is_shown_in_pictures_and_words(
    qtbot: QtBot, preset: str, paper: str, pages: int
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    sheet = BookletSheet(PRESETS[preset].page, pages, parent)
    picture = sheet.findChild(FoldPicture)
    assert isinstance(picture, FoldPicture)
    assert f"张 {paper} 纸" in sheet.told.text()
    assert ("短边翻转" in picture.accessibleName()) == (pages > 2)
    drawn = picture.grab().toImage()
    colours = {drawn.pixel(x, y) for x in range(drawn.width()) for y in range(0, 90, 3)}
    assert len(colours) > 3
