"""The packets of the library as the window handles them: open, new, delete, packet files."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from studydesk.domain.packet import Packet
from studydesk.errors import StudyDeskError
from studydesk.library import Library, PacketSummary
from studydesk.ui.current_packet import CurrentPacket
from studydesk.ui.jobs import Jobs, Progress


class PacketShelf(QObject):
    """Changes which packet is the current one."""

    message = Signal(str)
    failed = Signal(object)
    work_started = Signal(str, object)

    def __init__(
        self, library: Library, current: CurrentPacket, jobs: Jobs, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._library, self._current, self._jobs = library, current, jobs

    def summaries(self) -> list[PacketSummary]:
        """All packets, the one changed last first; none when the library cannot say."""
        try:
            return self._library.packets()
        except StudyDeskError as error:
            self.failed.emit(error)
            return []

    def open(self, packet_id: str) -> None:
        """Make a packet the current one; where it is gone, the newest."""
        summaries = self.summaries()
        if packet_id not in {summary.id for summary in summaries}:
            packet_id = summaries[0].id if summaries else ""
        try:
            self._current.open(self._library.packet(packet_id) if packet_id else None)
        except StudyDeskError as error:
            self.failed.emit(error)

    def create(self) -> None:
        """Begin an empty packet named after the day."""
        today = date.today()  # noqa: DTZ011 - the day on the user's own calendar
        packet = Packet(f"{today.month}月{today.day}日学习")
        try:
            self._library.save_packet(packet)
        except StudyDeskError as error:
            self.failed.emit(error)
        else:
            self._current.open(packet)
            self.message.emit(f"已新建学习包“{packet.title}”")

    def delete(self) -> None:
        """Take the current packet out of the library for good and open the newest of the rest."""
        packet = self._current.packet
        if packet is None:
            return
        try:
            self._library.delete_packet(packet.id)
        except StudyDeskError as error:
            self.failed.emit(error)
        else:
            self.open("")
            self.message.emit(f"已删除学习包“{packet.title}”")

    def open_file(self, path: Path) -> None:
        """Add the packet of a .studypack file to the library and open it."""

        def work(_progress: Progress) -> Packet:
            from studydesk.services import packs  # what it reads with is not needed to start

            return packs.open_pack(self._library, path)

        job = self._jobs.start(work, done=self._opened, failed=self.failed.emit)
        self.work_started.emit(f"正在打开 {path.name}", job)

    def _opened(self, packet: Packet) -> None:
        self._current.open(packet)
        self.message.emit(f"已打开学习包“{packet.title}”")

    def save_file(self, path: Path) -> None:
        """Write the current packet, with its sources, into a .studypack file."""
        packet = self._current.packet
        if packet is None:
            return

        def work(_progress: Progress) -> Path:
            from studydesk.services import packs  # see above

            packs.save_pack(self._library, packet.id, path)
            return path

        job = self._jobs.start(
            work,
            done=lambda path: self.message.emit(f"学习包已存到 {path}"),
            failed=self.failed.emit,
        )
        self.work_started.emit(f"正在保存 {path.name}", job)
