"""The outline as seen: one quiet line an item, with number, opening words and minutes."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from studydesk.ui import theme
from studydesk.ui.arrange.outline import DIFFERS_ROLE, ENTRY_ROLE, OutlineModel
from studydesk.ui.words.item_kinds import Entry

_INDENT = 16
_MARGIN = 10


class OutlineDelegate(QStyledItemDelegate):
    """Draws one outline line: 选段2  opening words …  6′."""

    def sizeHint(
        self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """All lines are equally high, so that 500 of them are laid out at once."""
        return QSize(160, option.fontMetrics.height() + 14)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Background by the style, then label, summary and minutes."""
        entry: Entry = index.data(ENTRY_ROLE)
        self.initStyleOption(option, index)
        option.text = ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        painter.save()
        self._write(painter, option, entry, differs=bool(index.data(DIFFERS_ROLE)))
        painter.restore()

    def _write(
        self, painter: QPainter, option: QStyleOptionViewItem, entry: Entry, *, differs: bool
    ) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        palette = option.palette
        strong = palette.color(
            QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
        )
        quiet = strong if selected else palette.color(QPalette.ColorRole.PlaceholderText)
        area = option.rect.adjusted(_MARGIN + _INDENT * entry.depth, 0, -_MARGIN, 0)
        if entry.heading:
            font = painter.font()
            font.setBold(True)
            painter.setFont(font)
            painter.setPen(strong)
            _line(painter, area, entry.label + entry.summary)
            return
        painter.setPen(quiet)
        if entry.minutes:
            area.setRight(area.right() - _line_right(painter, area, f"{entry.minutes}′") - 8)
        if differs:
            painter.setPen(QColor(theme.colours(palette).red))
            area.setRight(area.right() - _line_right(painter, area, "⚠") - 8)
            painter.setPen(quiet)
        _line(painter, area, entry.label)
        area.setLeft(area.left() + painter.fontMetrics().horizontalAdvance(entry.label) + 10)
        painter.setPen(strong)
        _line(painter, area, entry.summary)


def _line(painter: QPainter, area: QRect, text: str) -> None:
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


def _line_right(painter: QPainter, area: QRect, text: str) -> int:
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, text)
    return painter.fontMetrics().horizontalAdvance(text)


class OutlineView(QListView):
    """The list of items; a drop asks for an edit, it does not make one."""

    current_changed = Signal(str)
    """Another item (by id) is the current one; empty for none."""
    edit_requested = Signal()
    """The cursor shall go into the editor of the current item."""

    def __init__(self, model: OutlineModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setItemDelegate(OutlineDelegate(self))
        self.setAccessibleName("学习包内容")
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDragDropOverwriteMode(False)
        self.setDropIndicatorShown(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setProperty("pane", "true")
        self.selectionModel().currentChanged.connect(self._tell_current)
        self.doubleClicked.connect(lambda _index: self.edit_requested.emit())

    def selected_ids(self) -> list[str]:
        """The selected items' ids, in their order."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        return [self._model.index(row).data(ENTRY_ROLE).id for row in rows]

    def current_id(self) -> str:
        """The current item's id, or an empty string."""
        entry = self._model.entry(self.currentIndex())
        return entry.id if entry else ""

    def select(self, item_ids: Sequence[str]) -> None:
        """Select these items and no others, make the first current and bring it into view."""
        selection = self.selectionModel()
        found = [self._model.index_of(item_id) for item_id in item_ids]
        indexes = [index for index in found if index.isValid()]
        if not indexes:
            return
        # The view's own setCurrentIndex would add to the selection while Ctrl is held down.
        selection.setCurrentIndex(indexes[0], selection.SelectionFlag.ClearAndSelect)
        for index in indexes:
            selection.select(index, selection.SelectionFlag.Select)
        self.scrollTo(indexes[0])

    def reveal(self, item_ids: Sequence[str]) -> None:
        """Bring these items into sight, whatever is current."""
        for item_id in item_ids:
            self.scrollTo(self._model.index_of(item_id))

    def go_to(self, item_ids: Sequence[str]) -> None:
        """Have these items selected and the current one in sight."""
        if not set(item_ids) <= set(self.selected_ids()):
            self.select(item_ids)
        self.scrollTo(self.currentIndex())

    def dataChanged(
        self,
        first: QModelIndex | QPersistentModelIndex,
        last: QModelIndex | QPersistentModelIndex,
        roles: Sequence[int] = (),
    ) -> None:
        """Draw what is different. QListView would lay out and draw all lines again, at each key."""
        QAbstractItemView.dataChanged(self, first, last, roles)

    def mark_current(self) -> None:
        """Select the current item where nothing is selected, as after its neighbour went."""
        selection = self.selectionModel()
        if self.currentIndex().isValid() and not selection.hasSelection():
            selection.select(self.currentIndex(), selection.SelectionFlag.Select)

    def _tell_current(self, current: QModelIndex) -> None:
        entry = self._model.entry(current)
        self.current_changed.emit(entry.id if entry else "")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press below the last line leaves marked what the editor shows."""
        if self.indexAt(event.position().toPoint()).isValid():
            super().mousePressEvent(event)

    def selectionCommand(
        self, index: QModelIndex | QPersistentModelIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Where a key goes is what is marked, also with Ctrl, as Ctrl+End: the editor shows it, and
        Del takes out what is marked.
        """
        flags = super().selectionCommand(index, event)
        if isinstance(event, QKeyEvent) and flags == QItemSelectionModel.SelectionFlag.NoUpdate:
            return QItemSelectionModel.SelectionFlag.ClearAndSelect
        return flags

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on to the editor; a click does not, whatever the desktop's habit."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit_requested.emit()
        else:
            super().keyPressEvent(event)
