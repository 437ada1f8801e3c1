"""What the menus keep of packets over time: versions, plans, the sessions held, and the wording
that they are held against.
"""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from studydesk.errors import StudyDeskError
from studydesk.library import Library
from studydesk.services.phrase_bank import Phrase, keep_phrases, phrases, write_phrases
from studydesk.ui.current_packet import CurrentPacket
from studydesk.ui.deed import Deed
from studydesk.ui.jobs import Jobs, Progress
from studydesk.ui.packets.packet_shelf import PacketShelf
from studydesk.ui.packets.phrase_sheet import PhraseSheet
from studydesk.ui.packets.plan_menu import PlanMenu
from studydesk.ui.packets.sessions_sheet import SessionsSheet
from studydesk.ui.packets.version_sheet import VersionSheet


class PacketRecords(QObject):
    """Opens what shows them."""

    message = Signal(str)
    failed = Signal(object)
    written = Signal(str)
    """The bank was written to a file, in a sentence."""
    wording_changed = Signal()
    """Packets are held against another bank now."""

    def __init__(
        self,
        library: Library,
        current: CurrentPacket,
        shelf: PacketShelf,
        jobs: Jobs,
        owner: QWidget,
    ) -> None:
        super().__init__(owner)
        self._library, self._current, self._jobs, self._owner = library, current, jobs, owner
        self._shelf = shelf
        self.written.connect(self.message)
        self.plans = PlanMenu(library, current, shelf, owner)

    def show_versions(self) -> None:
        """Show what the current packet was before."""
        if self._current.packet is not None:
            self._open(VersionSheet(self._library, self._current, self._jobs, self._owner))

    def show_sessions(self) -> None:
        """Show the sessions that were held."""
        self._current.flush()
        self._open(SessionsSheet(self._library, self._jobs, self._owner))

    def show_phrases(self) -> None:
        """Show the bank of set wording."""
        try:
            bank = phrases(self._library)
        except StudyDeskError as error:
            self.failed.emit(error)
            return
        sheet = PhraseSheet(bank, self._keep_phrases, self._jobs, self._owner)
        sheet.export_wanted.connect(self._write_phrases)
        self.written.connect(sheet.tell)
        self._open(sheet)

    def _keep_phrases(self, bank: tuple[Phrase, ...]) -> None:
        """Let a bank be the library's. Raises what a library may."""
        before = phrases(self._library)
        if bank == before:
            return
        count = self._put_phrases(bank)
        back, again = partial(self._put_phrases, before), partial(self._put_phrases, bank)
        said = f"规范表述库已保存，共 {count} 条。"
        self._shelf.undoable.emit(Deed("改规范表述库", back, again, said))

    def _put_phrases(self, bank: tuple[Phrase, ...]) -> int:
        count = keep_phrases(self._library, bank)
        self.wording_changed.emit()
        return count

    def _write_phrases(self, bank: tuple[Phrase, ...], path: Path) -> None:
        done, failed = self.written.emit, self.failed.emit
        self._jobs.start(_write, bank, path, done=done, failed=failed, writes=bool)

    def _open(self, sheet: VersionSheet | SessionsSheet | PhraseSheet) -> None:
        sheet.message.connect(self.message)
        sheet.failed.connect(self.failed)
        sheet.open()


def _write(_progress: Progress, bank: tuple[Phrase, ...], path: Path) -> str:
    return f"{write_phrases(bank, path)} 条已写进 {path.name}。"
