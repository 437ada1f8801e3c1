"""What 打印 does: ask for a printer, then print the edition that is shown."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from studydesk.domain.packet import Packet
from studydesk.errors import StudyDeskError
from studydesk.handout.model import Edition
from studydesk.ui import printing
from studydesk.ui.current_packet import CurrentPacket
from studydesk.ui.handout_panel import HandoutPanel
from studydesk.ui.jobs import Jobs

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

    def ask(self) -> None:
        """Ask for a printer and print the edition that is shown."""
        packet = self._current.packet
        if packet is None:
            return
        from PySide6.QtPrintSupport import QPrintDialog

        try:
            printer = self._make_printer(packet)
        except StudyDeskError as error:  # a packet file may ask for any preset
            self.failed.emit(error)
            return
        dialog = QPrintDialog(printer, self._page)
        dialog.setWindowTitle("打印")
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        file = self._panel.preview.file
        if file is not None:
            dialog.setMinMax(1, file.page_count)
        if dialog.exec() == QPrintDialog.DialogCode.Accepted:
            self.print_on(printer)
        dialog.deleteLater()

    def _make_printer(self, packet: Packet) -> "QPrinter":
        """A printer that expects paper of the handout's size."""
        from PySide6.QtPrintSupport import QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(packet.title)
        printing.fit_paper(printing.paper_of(packet, self._panel.presets), printer)
        return printer

    def print_on(self, printer: "QPrinter") -> None:
        """Print off the interface thread; the printer settles range and copies."""
        preview = self._panel.preview
        job = self._jobs.start(
            partial(
                printing.print_handout,
                review=preview.review,
                names=preview.names,
                presets=self._panel.presets,
            ),
            self._current.packet,
            Edition(preview.edition.currentText()),
            printer,
            done=self._printed,
            failed=self.failed.emit,
        )
        self.work_started.emit("正在打印", job)

    def _printed(self, pages: int) -> None:
        self.message.emit(f"已送去打印 {pages} 页。" if pages else "打印机没有接受，请检查后再试。")
