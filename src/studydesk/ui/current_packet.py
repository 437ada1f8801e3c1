"""The packet being worked on: every page edits it here, and here it is saved at once."""

from datetime import datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from studydesk.domain.packet import Packet
from studydesk.errors import StudyDeskError
from studydesk.library import Library
from studydesk.ui.undo import PacketEdit


class CurrentPacket(QObject):
    """One packet, its undo history, and its place in the library."""

    opened = Signal(object)
    """Another packet is current (or None, where the library has no packet)."""
    changed = Signal(object)
    """The current packet is now this one."""
    saved = Signal(object)
    """It was saved, at this datetime."""
    save_failed = Signal(object)
    """It could not be saved: a StudyDeskError. The packet in memory is kept."""

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._packet: Packet | None = None
        self._histories: dict[str, QUndoStack] = {}
        self._no_history = QUndoStack(self)

    @property
    def packet(self) -> Packet | None:
        """The packet being worked on, if any."""
        return self._packet

    @property
    def history(self) -> QUndoStack:
        """The undo stack of the current packet; it lasts as long as the window."""
        if self._packet is None:
            return self._no_history
        return self._histories.setdefault(self._packet.id, QUndoStack(self))

    def open(self, packet: Packet | None) -> None:
        """Make a packet of the library the current one."""
        self._packet = packet
        self.opened.emit(packet)

    def edit(self, text: str, after: Packet, merge: str = "") -> None:
        """Put an edited packet in place of the current one, as one undo step named `text`.

        Steps with the same `merge` key that follow one another become one.
        """
        if self._packet is not None and after != self._packet:
            self.history.push(PacketEdit(text, self._packet, after, self._put, merge))

    def _put(self, packet: Packet) -> None:
        self._packet = packet
        self.changed.emit(packet)
        try:
            self._library.save_packet(packet)
        except StudyDeskError as error:
            self.save_failed.emit(error)
        else:
            self.saved.emit(datetime.now().astimezone())
