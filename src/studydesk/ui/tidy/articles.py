"""The right side of 整理: the articles of a page, block by block, and the furniture."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
)
from PySide6.QtWidgets import QApplication, QWidget

from studydesk.ui import theme
from studydesk.ui.theme import GRID
from studydesk.ui.tidy.document import MARGIN
from studydesk.ui.tidy.row_text import RowText

_EDGE = 4 * GRID
"""Rows that are carried this near to the upper or lower edge make the text scroll."""


class TidyArticles(RowText):
    """Read-only: keys, menus and the mouse ask for operations, and the page comes back changed.

    The caret is never in a name. In the margin the mouse takes whole rows: a click chooses one,
    with Shift those up to it, and they can be dragged elsewhere.
    """

    moved = Signal()
    """The caret or the selection is elsewhere."""
    key_pressed = Signal(QKeyEvent)
    """A key that this text has no use for; whoever takes it accepts it."""
    dropped = Signal(int, bool)
    """The chosen rows were dragged before, or (True) behind, the row that begins at this offset."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("文章各段")
        self.setProperty("ground", "paper")
        self.setCursorWidth(2)
        self._problems: frozenset[int] = frozenset()
        self._last = 0
        self._pressed: QPoint | None = None
        self._drop: tuple[int, bool] | None = None
        self.cursorPositionChanged.connect(self._tell_move)
        self.selectionChanged.connect(self._tell_move)

    def show_problems(self, offsets: Sequence[int]) -> None:
        """Put a sign at the rows that hold these raw offsets."""
        self._problems = frozenset(self.rows.number_at(at) for at in offsets)
        self.viewport().update()

    def show_row(self, number: int) -> None:
        """Put the caret at the beginning of a row, and that near the upper edge."""
        self.go_to_row(number)
        top = self.cursorRect().top()
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + top - 8 * GRID)

    def rows_shown(self) -> None:
        """The caret may be in another row now."""
        self._last = self.here()
        self._tell_move()
        self.viewport().update()

    # --- the caret -----------------------------------------------------------------------------

    def _tell_move(self) -> None:
        if self._showing:
            return
        number = self.here()
        if not 0 <= number < len(self.rows):
            return
        if self.rows[number].is_name and not self.textCursor().hasSelection():
            self._leave_name(number)  # tells the move again
            return
        self._last = number
        self.setAccessibleDescription(self.rows[number].label or self.rows[number].text)
        self.viewport().update()
        self.moved.emit()

    def _leave_name(self, number: int) -> None:
        """Put the caret into the next row in the direction it came from."""
        back = number > 0 and self._last >= number
        self._last = number
        if number + 1 < len(self.rows) and not back:
            self.go_to_row(number + 1)
        elif number > 0:
            cursor = self.textCursor()
            block = self.document().findBlockByNumber(number - 1)
            cursor.setPosition(block.position() + block.length() - 1)
            self.setTextCursor(cursor)

    # --- the mouse -----------------------------------------------------------------------------

    def row_near(self, point: QPoint) -> int:
        """The number of the row at a point of the viewport."""
        return self.cursorForPosition(point).blockNumber()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Whole rows in the margin and at names, characters elsewhere."""
        point = event.position().toPoint()
        number = self.row_near(point)
        is_row = 0 <= number < len(self.rows)
        in_margin = is_row and point.x() < MARGIN - GRID
        if event.button() is Qt.MouseButton.LeftButton and is_row and self.rows[number].is_name:
            self._choose_article(number)
        elif event.button() is Qt.MouseButton.LeftButton and in_margin:
            self._press_row(number, event)
        else:
            super().mousePressEvent(event)

    def _choose_article(self, number: int) -> None:
        """Choose all rows below a name."""
        last = number
        while last + 1 < len(self.rows) and not self.rows[last + 1].is_name:
            last += 1
        if last > number:
            self.choose_numbers(last, number + 1)

    def _press_row(self, number: int, event: QMouseEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            anchor = self.document().findBlock(self.textCursor().anchor()).blockNumber()
            self.choose_numbers(anchor, number)
            return
        if number not in self.chosen_numbers() or not self.textCursor().hasSelection():
            self.choose_numbers(number, number)
        self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Rows that were pressed in the margin go with the mouse."""
        point = event.position().toPoint()
        if self._pressed is None:
            super().mouseMoveEvent(event)
            shape = Qt.CursorShape.IBeamCursor
            if point.x() < MARGIN - GRID:
                shape = Qt.CursorShape.OpenHandCursor
            self.viewport().setCursor(shape)
            return
        far = (point - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if far or self._drop is not None:
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self._drop = self._drop_at(point)
            self._scroll_at_edge(point)
            self.viewport().update()

    def _drop_at(self, point: QPoint) -> tuple[int, bool]:
        """The row at a point, and whether its lower half is meant."""
        number = self.row_near(point)
        if self.rows[number].is_name:  # behind the head of the article, or what stands there
            return number + 1, False
        block = self.document().findBlockByNumber(number)
        rect = self.document().documentLayout().blockBoundingRect(block)
        middle = rect.center().y() - self.verticalScrollBar().value()
        return number, point.y() > middle

    def _scroll_at_edge(self, point: QPoint) -> None:
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if point.y() < _EDGE:
            bar.setValue(bar.value() - 3 * GRID)
        elif point.y() > height - _EDGE:
            bar.setValue(bar.value() + 3 * GRID)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Rows that were dragged are let go."""
        drop, pressed = self._drop, self._pressed
        self._drop = self._pressed = None
        if pressed is None:
            super().mouseReleaseEvent(event)
        elif drop is not None:
            self.viewport().update()
            row = self.rows[drop[0]] if drop[0] < len(self.rows) else None
            if row is not None and row.is_printed and not row.is_furniture:
                self.dropped.emit(row.at, drop[1])

    # --- Qt ------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the page take keys first; all else is Qt's."""
        if event.key() == Qt.Key.Key_Escape and self._pressed is not None:
            self._drop = self._pressed = None
            self.viewport().update()
            return
        event.ignore()
        self.key_pressed.emit(event)
        if not event.isAccepted():
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What opens below leaves the row of the caret in view."""
        was_seen = 0 <= self.cursorRect().top() < event.oldSize().height()
        super().resizeEvent(event)
        if was_seen:
            self.ensureCursorVisible()

    def changeEvent(self, event: QEvent) -> None:
        """Write again when light turns to dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._shown:
            self.write_again()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text, then what stands in the margin."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setFont(theme.ui_font())
        layout = self.document().documentLayout()
        top = -self.verticalScrollBar().value()
        block = self.cursorForPosition(event.rect().topLeft()).block()
        if block.previous().isValid():
            block = block.previous()
        while block.isValid() and block.blockNumber() < len(self.rows):
            rect = layout.blockBoundingRect(block).translated(0, top)
            if rect.top() > event.rect().bottom():
                break
            self._paint_margin(painter, block)
            block = block.next()
        painter.end()

    def _paint_margin(self, painter: QPainter, block: QTextBlock) -> None:
        scheme = theme.colours(self.palette())
        number = block.blockNumber()
        row = self.rows[number]
        width = self.viewport().width()
        if self._drop is not None and self._drop[0] == number:
            y = self._line_top(block) - GRID // 2
            if self._drop[1]:
                y += block.layout().boundingRect().height() + GRID
            painter.fillRect(QRectF(GRID, y - 1, width - 3 * GRID, 3), QColor(scheme.accent))
        if row.is_name:
            if number:
                painter.setPen(QColor(scheme.line))
                y = round(self._line_top(block)) - GRID
                painter.drawLine(2 * GRID, y, width - 2 * GRID, y)
            return
        line = block.layout().lineAt(0)
        height = line.height() if line.isValid() else 3 * GRID
        place = QRectF(2 * GRID, self._line_top(block), MARGIN - 5 * GRID, height)
        painter.setPen(QColor(scheme.muted))
        aside = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(place, aside | Qt.TextFlag.TextDontClip, row.label)
        if number in self._problems:
            painter.setPen(QColor(scheme.amber))
            sign = QRectF(0, place.top(), 2 * GRID, height)
            painter.drawText(sign, Qt.AlignmentFlag.AlignCenter, "⚠")
        if number in self.chosen_numbers():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(scheme.accent if self.hasFocus() else scheme.line))
            bar = QRectF(MARGIN - 2 * GRID, place.top(), 3, block.layout().boundingRect().height())
            painter.drawRoundedRect(bar, 1.5, 1.5)

    def _line_top(self, block: QTextBlock) -> float:
        """Where the text of a row begins in the viewport, below the room above it."""
        return block.layout().position().y() - self.verticalScrollBar().value()
