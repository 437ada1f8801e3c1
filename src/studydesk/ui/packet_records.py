"""What the menus keep of packets over time: versions, plans, the sessions held, and the wording
that they are held against.
"""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from studydesk.errors import StudyDeskError
from studydesk.library import Library
from studydesk.services.phrase_bank import Phrase, keep_phrases, phrases
from studydesk.ui.current_packet import CurrentPacket
from studydesk.ui.deed import Deed
from studydesk.ui.jobs import Jobs
from studydesk.ui.packet_shelf import PacketShelf
from studydesk.ui.phrase_sheet import PhraseSheet
from studydesk.ui.plan_menu import PlanMenu
from studydesk.ui.sessions_sheet import SessionsSheet
from studydesk.ui.version_sheet import VersionSheet


class PacketRecords(QObject):
    """Opens what shows them."""

    message = Signal(str)
    failed = Signal(object)
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
            sheet = PhraseSheet(phrases(self._library), self._jobs, self._owner)
        except StudyDeskError as error:
            self.failed.emit(error)
            return
        sheet.kept.connect(self._keep_phrases)
        self._open(sheet)

    def _keep_phrases(self, bank: tuple[Phrase, ...]) -> None:
        before = phrases(self._library)
        if bank == before:
            return
        try:
            self._put_phrases(bank)
        except StudyDeskError as error:
            self.failed.emit(error)
            return
        back, again = partial(self._put_phrases, before), partial(self._put_phrases, bank)
        said = f"规范表述库已保存，共 {len(bank)} 条。"
        self._shelf.undoable.emit(Deed("改规范表述库", back, again, said))

    def _put_phrases(self, bank: tuple[Phrase, ...]) -> None:
        keep_phrases(self._library, bank)
        self.wording_changed.emit()

    def _open(self, sheet: VersionSheet | SessionsSheet | PhraseSheet) -> None:
        sheet.message.connect(self.message)
        sheet.failed.connect(self.failed)
        sheet.open()
