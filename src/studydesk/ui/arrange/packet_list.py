"""The chooser of packets: every packet with its date and counts; new, rename, copy, delete."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from studydesk.library import PacketSummary
from studydesk.ui.date_field import date_text
from studydesk.ui.packets.packet_shelf import PacketShelf, list_names
from studydesk.ui.short_words import MIDDLE
from studydesk.ui.theme import GRID

_ID = Qt.ItemDataRole.UserRole


class PacketList(QWidget):
    """Lists the packets; what is done to the marked one is done by the shelf."""

    deleted = Signal()
    """The marked packet was deleted."""
    rename_requested = Signal()
    """Rename the current packet."""

    def __init__(self, shelf: PacketShelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._of_one: list[QPushButton] = []  # what is done to a packet
        self.list = QListWidget()
        self.list.setAccessibleName("学习包")
        self.list.setProperty("ground", "window")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        self.list.setTextElideMode(MIDDLE)  # copies begin alike
        self.list.setStyleSheet("QListView::item { padding: 6px 12px; }")
        self.list.itemClicked.connect(self._choose)
        self.list.itemActivated.connect(self._choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(self._buttons())
        layout.addWidget(self.list, 1)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(GRID, 0, GRID, 0)
        row.setSpacing(2)
        for name, slot in (
            ("新建", self._shelf.create),
            ("改名", self.rename_requested.emit),
            ("复制", self.duplicate),
            ("删除", self.delete),
        ):
            button = QPushButton(name)
            button.setProperty("role", "link")
            button.clicked.connect(lambda _checked=False, slot=slot: slot())
            row.addWidget(button)
            if name != "新建":
                self._of_one.append(button)
        row.addStretch(1)
        return row

    def refresh(self, current_id: str) -> None:
        """List the library's packets, newest change first, the current one marked."""
        self.list.clear()
        summaries = self._shelf.summaries()
        names = list_names(summaries)
        for summary in summaries:
            item = QListWidgetItem(f"{names[summary.id]}\n{_facts(summary)}")
            item.setData(_ID, summary.id)
            item.setToolTip(names[summary.id])
            item.setSizeHint(QSize(0, 2 * self.fontMetrics().lineSpacing() + 18))
            self.list.addItem(item)
            if summary.id == current_id:
                self.list.setCurrentItem(item)
        for button in self._of_one:
            button.setEnabled(bool(summaries))

    def duplicate(self) -> None:
        """Open a copy of the marked packet."""
        if packet_id := self._marked():
            self._shelf.duplicate(packet_id)

    def delete(self) -> None:
        """Delete the marked packet."""
        if packet_id := self._marked():
            self._shelf.delete(packet_id)
            self.deleted.emit()

    def _marked(self) -> str:
        item = self.list.currentItem()
        return str(item.data(_ID)) if item is not None else ""

    def _choose(self, item: QListWidgetItem) -> None:
        self._shelf.open(item.data(_ID))


def _facts(summary: PacketSummary) -> str:
    counts = f"{summary.passages} 段 · {summary.questions} 题"
    return " · ".join(part for part in (date_text(summary.held_on), counts) if part)
