"""The packet's items as a list model: updated by difference, moved by drag and drop."""

import json
from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from studydesk.domain.packet import Packet
from studydesk.handout.presets import PRESETS
from studydesk.handout.style import Preset
from studydesk.ui.fields import ITEMS_MIME
from studydesk.ui.words.item_kinds import Entry, entries, words_of

ENTRY_ROLE = Qt.ItemDataRole.UserRole
DIFFERS_ROLE = Qt.ItemDataRole.UserRole + 1

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class OutlineModel(QAbstractListModel):
    """One row an item. The model never changes the packet: a drop is a request."""

    move_requested = Signal(list, int)
    """Set these items (ids) before the row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []
        self._packet: Packet | None = None
        self._presets: Mapping[str, Preset] = PRESETS
        self._differing: Collection[str] = frozenset()

    # --- what it shows --------------------------------------------------------------------

    def show_packet(self, packet: Packet | None) -> None:
        """Become the packet's list of items, telling views only what is different."""
        self._packet = packet
        wanted = list(entries(packet, self._presets)) if packet else []
        ids = {entry.id for entry in wanted}
        self._drop_rows([row for row, entry in enumerate(self._entries) if entry.id not in ids])
        self._reorder([entry.id for entry in wanted])
        self._insert_missing(wanted)
        changed = [row for row, entry in enumerate(wanted) if entry != self._entries[row]]
        self._entries = wanted
        for row in changed:
            self.dataChanged.emit(self.index(row), self.index(row))

    def follow_presets(self, presets: Mapping[str, Preset]) -> None:
        """Number headings as these presets do, by their names, which may be others now."""
        self._presets = presets
        self.show_packet(self._packet)

    def mark_differing(self, item_ids: Collection[str]) -> None:
        """Mark the passages that are not as their articles are now."""
        changed = set(item_ids) ^ set(self._differing)
        self._differing = frozenset(item_ids)
        for index in filter(QModelIndex.isValid, map(self.index_of, changed)):
            self.dataChanged.emit(index, index)

    def entry(self, index: _Index) -> Entry | None:
        """The line at an index."""
        return self._entries[index.row()] if self._holds(index) else None

    def index_of(self, item_id: str) -> QModelIndex:
        """Where an item stands; an invalid index where it does not."""
        for row, entry in enumerate(self._entries):
            if entry.id == item_id:
                return self.index(row)
        return QModelIndex()

    def _holds(self, index: _Index) -> bool:
        return index.isValid() and index.row() < len(self._entries)

    def _drop_rows(self, rows: Sequence[int]) -> None:
        for first, last in reversed(_stretches(rows)):
            self.beginRemoveRows(QModelIndex(), first, last)
            del self._entries[first : last + 1]
            self.endRemoveRows()

    def _reorder(self, order: Sequence[str]) -> None:
        place = {item_id: at for at, item_id in enumerate(order)}
        sorted_entries = sorted(self._entries, key=lambda entry: place[entry.id])
        if [entry.id for entry in sorted_entries] == [entry.id for entry in self._entries]:
            return
        self.layoutAboutToBeChanged.emit()
        rows = {entry.id: row for row, entry in enumerate(sorted_entries)}
        before = self.persistentIndexList()
        after = [self.index(rows[self._entries[index.row()].id]) for index in before]
        self._entries = sorted_entries
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _insert_missing(self, wanted: Sequence[Entry]) -> None:
        known = {entry.id for entry in self._entries}
        for first, last in _stretches(
            [row for row, entry in enumerate(wanted) if entry.id not in known]
        ):
            self.beginInsertRows(QModelIndex(), first, last)
            self._entries[first:first] = wanted[first : last + 1]
            self.endInsertRows()

    # --- Qt's questions -------------------------------------------------------------------

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """How many items there are."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Label and summary; the whole line for tooltips and screen readers."""
        entry = self.entry(index)
        if entry is None:
            return None
        if role == ENTRY_ROLE:
            return entry
        if role == DIFFERS_ROLE:
            return entry.id in self._differing
        differs = "　与原文不一致" if entry.id in self._differing else ""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            minutes = f"　{entry.minutes} 分钟" if entry.minutes else ""
            return f"{entry.line}{minutes}{differs}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{entry.line}{differs}"
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Rows can be dragged; a drop goes between them."""
        if index.isValid():
            return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled
        return Qt.ItemFlag.ItemIsDropEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        """Items are only moved."""
        return Qt.DropAction.MoveAction

    def supportedDragActions(self) -> Qt.DropAction:
        """Other programs get a copy of the words."""
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:
        """Our own kind of data: nothing else may be dropped here."""
        return [ITEMS_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The ids of the dragged items, and for other programs their words."""
        data = QMimeData()
        rows = sorted(index.row() for index in indexes)
        ids = [self._entries[row].id for row in rows]
        data.setData(ITEMS_MIME, json.dumps(ids).encode())
        items = self._packet.items if self._packet else ()
        data.setText("\n".join(words_of(item) for item in items if item.id in ids))
        return data

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: _Index
    ) -> bool:
        """Ask for the move. False keeps the view from removing rows itself."""
        if self.canDropMimeData(data, action, row, column, parent):
            ids = json.loads(bytes(data.data(ITEMS_MIME).data()))
            known = {entry.id for entry in self._entries}
            moving = [item_id for item_id in ids if item_id in known]
            at = row if row >= 0 else parent.row() if parent.isValid() else len(self._entries)
            if moving:
                self.move_requested.emit(moving, at)
        return False


def _stretches(rows: Collection[int]) -> list[tuple[int, int]]:
    """Ascending numbers as (first, last) of each unbroken stretch."""
    found: list[tuple[int, int]] = []
    for row in rows:
        if found and found[-1][1] == row - 1:
            found[-1] = (found[-1][0], row)
        else:
            found.append((row, row))
    return found
