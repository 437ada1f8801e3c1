"""What is not exported or printed because a passage is not as its source."""

from dataclasses import replace
from pathlib import Path

from docx import Document
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from studydesk.domain import edits
from studydesk.domain.packet import PassageItem
from studydesk.handout.model import Edition

from .conftest import Desk


def falsify(desk: Desk) -> None:
    """Alter a character of the passage, as no editing of the window does."""
    packet = desk.kept()
    item = next(item for item in packet.items if isinstance(item, PassageItem))
    text = item.passage.text.replace("敬畏", "尊重")
    changed = replace(item, passage=replace(item.passage, text=text))
    desk.current.edit("改", edits.change(packet, changed))


def test_nothing_is_exported_that_differs_from_its_source(
    printing: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    panel = printing.page.handout_panel.export_panel
    panel.set_folder(tmp_path)
    falsify(printing)
    panel.start()
    told = "没有写出文件：1 段引文没有核对上（选段）"
    qtbot.waitUntil(lambda: panel.held.sentence.text().startswith(told), timeout=60_000)
    assert not list(tmp_path.glob("2026*"))


def test_an_exported_proof_sheet_has_a_check_of_its_own(
    printing: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    panel = printing.page.handout_panel.export_panel
    panel.set_folder(tmp_path)
    for edition, box in panel.editions.items():
        box.setChecked(edition is Edition.PROOF)
    panel.formats["pdf"].setChecked(False)
    falsify(printing)
    panel.start()
    qtbot.waitUntil(lambda: bool(panel.results()), timeout=60_000)
    (made,) = tmp_path.glob("*审校单.docx")
    cells = [cell.text for table in Document(str(made)).tables for cell in table._cells]
    assert any(cell.startswith("与原文不一致：第 ") for cell in cells)


def test_nothing_is_printed_that_differs_from_its_source(
    printing: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "打印.pdf"))
    falsify(printing)
    with qtbot.waitSignal(printing.page.message, timeout=60_000) as told:
        printing.page.printing.print_on(printer)
    assert told.args[0].startswith("没有打印：1 段引文没有核对上（选段）")
    assert not (tmp_path / "打印.pdf").exists()
