"""What 打印 does: ask for a printer, then print the edition that is shown."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from studydesk.domain.packet import Packet
from studydesk.handout.model import Edition
from studydesk.handout.presets import preset_for
from studydesk.library import Reason
from studydesk.services.checking import Checked, is_held
from studydesk.services.handouts import BOOKLET, file_stem
from studydesk.ui import dialogs
from studydesk.ui.arrange.handout import printing
from studydesk.ui.arrange.handout.handout_panel import HandoutPanel
from studydesk.ui.current_packet import CurrentPacket
from studydesk.ui.jobs import Jobs
from studydesk.ui.words.outcomes import unproven_sentences
from studydesk.ui.words.quotes import quoted
from studydesk.ui.words.vouching_words import held_sentence

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


class PrintCommand(QObject):
    """Prints the current packet as the handout panel shows it."""

    message = Signal(str)
    failed = Signal(object)
    work_started = Signal(str, object)

    def __init__(
        self, current: CurrentPacket, jobs: Jobs, panel: HandoutPanel, page: QWidget
    ) -> None:
        super().__init__(page)
        self._current, self._jobs, self._panel, self._page = current, jobs, panel, page
        panel.booklet_requested.connect(self.ask_for_booklet)

    def ask(self) -> None:
        """Ask for a printer and print the edition that is shown."""
        self._ask(booklet=False)

    def ask_for_booklet(self) -> None:
        """Show how a booklet is folded, then ask for a printer and print the edition as one."""
        packet, file = self._current.packet, self._panel.preview.file
        if packet is None or file is None:
            return
        from studydesk.ui.arrange.handout.booklet_sheet import BookletSheet

        page = printing.page_of(packet, self._panel.presets)
        sheet = BookletSheet(page, file.page_count, self._page)
        if sheet.exec() == BookletSheet.DialogCode.Accepted:
            self._ask(booklet=True)
        sheet.deleteLater()

    def _ask(self, *, booklet: bool) -> None:
        packet = self._current.packet
        checked = self._panel.findings.checked
        if packet is None or self._hold_back(packet, self._edition, checked):
            return
        if dialogs.lacks_printer():
            self.message.emit(f"{dialogs.NO_PRINTER}，请先在系统里添加；也可以导出 PDF。")
            return
        from PySide6.QtPrintSupport import QPrintDialog

        printer = self.make_printer(packet, booklet=booklet)
        dialog = QPrintDialog(printer, self._page)
        dialog.setWindowTitle("打印小册子" if booklet else "打印")
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        file = self._panel.preview.file
        if file is not None and not booklet:
            dialog.setMinMax(1, file.page_count)
        field = dialog.findChild(QLineEdit, "filename")
        if isinstance(field, QLineEdit):  # of Qt's own dialog, where a PDF file is a printer, too
            field.setText(str(self._panel.export_panel.folder / f"{printer.docName()}_打印.pdf"))
        if dialog.exec() == QPrintDialog.DialogCode.Accepted:
            self.print_on(printer, booklet=booklet)
        dialog.deleteLater()

    def make_printer(self, packet: Packet, *, booklet: bool) -> "QPrinter":
        """A printer that expects paper of the handout's size, and turns it as that is bound: a
        booklet at the short edge, pages whose sides differ at the long one.
        """
        from PySide6.QtPrintSupport import QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        edition = self._edition
        kinds = (edition, BOOKLET) if booklet else (edition,)
        printer.setDocName(file_stem(packet, "_".join(kinds)))
        printer.setColorMode(QPrinter.ColorMode.GrayScale)
        preset = preset_for(packet.preset, self._panel.presets)
        paper = printing.paper_of(packet, self._panel.presets)
        printing.fit_paper(printing.sheet_of(paper) if booklet else paper, printer)
        if booklet:
            printer.setDuplex(QPrinter.DuplexMode.DuplexShortSide)
        elif preset.page.mirrored or preset.folio.is_outside:
            printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
        return printer

    def print_on(self, printer: "QPrinter", *, booklet: bool = False) -> None:
        """Print off the interface thread; the printer settles range and copies."""
        packet, edition = self._current.packet, self._edition
        if packet is None:
            return
        self._jobs.start(
            partial(
                printing.print_handout,
                originals=self._panel.library,
                names=self._panel.preview.names,
                presets=self._panel.presets,
                booklet=booklet,
            ),
            packet,
            edition,
            printer,
            done=partial(self._printed, packet, edition, printing.file_of(printer)),
            failed=self.failed.emit,
            started=partial(self.work_started.emit, "正在打印"),
            writes=lambda printed: printed[0] and not printed[1].unproven,
        )

    @property
    def _edition(self) -> Edition:
        """The one that is shown."""
        return Edition(self._panel.preview.edition.currentText())

    def _hold_back(self, packet: Packet, edition: Edition, checked: Checked | None) -> bool:
        """Say what has to be settled before an edition is printed, and go there, if its packet is
        the current one still; False where nothing has.
        """
        if checked is None or not is_held(checked, (edition,)):
            return False
        if self._current.packet is None or self._current.packet.id != packet.id:
            self.message.emit(f"{quoted(packet.title)}没有打印：{held_sentence(checked)}")
            return True
        self.message.emit(f"没有打印：{held_sentence(checked)}请改好，或署名保留。")
        self._panel.settle()
        return True

    def _printed(
        self, packet: Packet, edition: Edition, file: Path | None, printed: tuple[int, Checked]
    ) -> None:
        pages, checked = printed
        if not pages and self._hold_back(packet, edition, checked):
            return
        if not pages:
            self.message.emit("打印机没有接受，请检查后再试。")
            return
        self._current.keep_version(Reason.EXPORTED, packet)
        told = "".join(unproven_sentences(packet, checked))
        done = f"已存为 PDF，{pages} 页：{file}。" if file else f"已送去打印 {pages} 页。"
        self.message.emit(done + told)
