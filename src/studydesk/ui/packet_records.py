"""What the menus keep of packets over time: versions, plans, and the sessions held."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from studydesk.library import Library
from studydesk.ui.current_packet import CurrentPacket
from studydesk.ui.jobs import Jobs
from studydesk.ui.packet_shelf import PacketShelf
from studydesk.ui.plan_menu import PlanMenu
from studydesk.ui.sessions_sheet import SessionsSheet
from studydesk.ui.version_sheet import VersionSheet


class PacketRecords(QObject):
    """Opens what shows them."""

    message = Signal(str)
    failed = Signal(object)

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
        self.plans = PlanMenu(library, current, shelf, owner)

    def show_versions(self) -> None:
        """Show what the current packet was before."""
        if self._current.packet is not None:
            self._open(VersionSheet(self._library, self._current, self._jobs, self._owner))

    def show_sessions(self) -> None:
        """Show the sessions that were held."""
        self._current.flush()
        self._open(SessionsSheet(self._library, self._jobs, self._owner))

    def _open(self, sheet: VersionSheet | SessionsSheet) -> None:
        sheet.message.connect(self.message)
        sheet.failed.connect(self.failed)
        sheet.open()
