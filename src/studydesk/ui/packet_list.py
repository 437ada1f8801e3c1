"""The chooser of packets: every packet with its date and counts; new, copy, delete and back."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from studydesk.domain.packet import Packet, new_id
from studydesk.errors import StudyDeskError
from studydesk.library import Library, PacketSummary
from studydesk.ui.fields import date_text
from studydesk.ui.theme import GRID

_ID = Qt.ItemDataRole.UserRole


class PacketList(QWidget):
    """Changes the library's list of packets; which one is current is the page's affair."""

    chosen = Signal(str)
    """Open the packet of this id."""
    deleted = Signal(str)
    """The packet of this id is gone."""
    rename_requested = Signal()
    """Rename the current packet."""
    failed = Signal(object)
    """The library refused: a StudyDeskError."""

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._deleted: Packet | None = None
        self.list = QListWidget()
        self.list.setAccessibleName("学习包")
        self.list.setProperty("ground", "window")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        self.list.setStyleSheet("QListView::item { padding: 6px 12px; }")
        self.list.itemClicked.connect(self._choose)
        self.list.itemActivated.connect(self._choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(self._buttons())
        layout.addWidget(self._undo_line())
        layout.addWidget(self.list, 1)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(GRID, 0, GRID, 0)
        row.setSpacing(2)
        for name, slot in (
            ("新建", self.new),
            ("改名", self.rename_requested.emit),
            ("复制", self.duplicate),
            ("删除", self.delete),
        ):
            button = QPushButton(name)
            button.setProperty("role", "link")
            button.clicked.connect(lambda _checked=False, slot=slot: slot())
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _undo_line(self) -> QWidget:
        self.undo_line = QWidget()
        self._undo_text = QLabel()
        self.undo_button = QPushButton("撤消")
        self.undo_button.setProperty("role", "link")
        self.undo_button.setAccessibleName("撤消删除学习包")
        self.undo_button.clicked.connect(self.bring_back)
        row = QHBoxLayout(self.undo_line)
        row.setContentsMargins(12, 0, 0, 0)
        row.addWidget(self._undo_text)
        row.addWidget(self.undo_button)
        row.addStretch(1)
        self.undo_line.hide()
        return self.undo_line

    def refresh(self, current_id: str) -> None:
        """List the library's packets, newest change first, the current one marked."""
        try:
            summaries = self._library.packets()
        except StudyDeskError as error:
            self.failed.emit(error)
            return
        self.list.clear()
        for summary in summaries:
            item = QListWidgetItem(_lines(summary))
            item.setData(_ID, summary.id)
            item.setToolTip(summary.title)
            item.setSizeHint(QSize(0, 2 * self.fontMetrics().lineSpacing() + 18))
            self.list.addItem(item)
            if summary.id == current_id:
                self.list.setCurrentItem(item)

    def new(self) -> Packet | None:
        """Keep a new, empty packet named after the day, and open it."""
        today = date.today()  # noqa: DTZ011 - the day on the user's own calendar
        return self._keep(Packet(f"{today.month}月{today.day}日学习"))

    def duplicate(self) -> None:
        """Keep a copy of the marked packet and open it."""
        if packet := self._marked():
            items = tuple(replace(item, id=new_id()) for item in packet.items)
            self._keep(replace(packet, id=new_id(), title=f"{packet.title}（副本）", items=items))

    def delete(self) -> None:
        """Delete the marked packet; the line above the list brings it back."""
        if packet := self._marked():
            try:
                self._library.delete_packet(packet.id)
            except StudyDeskError as error:
                self.failed.emit(error)
                return
            self._deleted = packet
            name = self._undo_text.fontMetrics().elidedText(
                packet.title, Qt.TextElideMode.ElideRight, 130
            )
            self._undo_text.setText(f"已删除“{name}” ·")
            self.undo_line.show()
            self.deleted.emit(packet.id)

    def bring_back(self) -> None:
        """Keep the deleted packet again and open it."""
        if self._deleted is not None:
            packet, self._deleted = self._deleted, None
            self.undo_line.hide()
            self._keep(packet)

    def _marked(self) -> Packet | None:
        item = self.list.currentItem()
        if item is None:
            return None
        try:
            return self._library.packet(item.data(_ID))
        except StudyDeskError as error:
            self.failed.emit(error)
            return None

    def _keep(self, packet: Packet) -> Packet | None:
        try:
            self._library.save_packet(packet)
        except StudyDeskError as error:
            self.failed.emit(error)
            return None
        self.chosen.emit(packet.id)
        return packet

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(_ID))


def _lines(summary: PacketSummary) -> str:
    counts = f"{summary.passages} 段 · {summary.questions} 题"
    facts = " · ".join(part for part in (date_text(summary.held_on), counts) if part)
    return f"{summary.title}\n{facts}"
