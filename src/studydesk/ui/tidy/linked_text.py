"""The base of the two texts of 整理, showing the same characters and scrolling together."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QInputMethodEvent,
    QMouseEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from studydesk.ui import theme
from studydesk.ui.theme import GRID

LEVEL = 15 * GRID
"""What one goes to stands this far below the upper edge, in pixels, and in a low text higher."""


_NEAR = 6 * GRID
"""The mouse is over a character when it is no further below the top of its line."""


class LinkedText(QTextEdit):
    """Read-only text of which each character has an offset in the raw text of the page."""

    hovered = Signal(int)
    """The mouse is over the character at this offset; -1: over none."""
    scrolled = Signal()
    entered = Signal()
    """The keys go to this text now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setProperty("pane", "true")
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self._marked: dict[str, list[tuple[int, int]]] = {}
        self.verticalScrollBar().valueChanged.connect(lambda _value: self.scrolled.emit())

    def offset_at(self, position: int) -> int:
        """The raw offset of the character at a document position, or -1."""
        raise NotImplementedError

    def position_of(self, offset: int) -> int:
        """The document position of the character at a raw offset, or -1."""
        raise NotImplementedError

    # --- going along ---------------------------------------------------------------------------

    def shown_level(self) -> tuple[int, int]:
        """What both texts should have at one height: a raw offset and how far below the upper
        edge it stands, in pixels. At the beginning of the text that is its first line, at the
        end its last one. The offset is -1 where there is none.
        """
        bar, height = self.verticalScrollBar(), self.viewport().height()
        level = GRID + round((height - 4 * GRID) * bar.value() / max(1, bar.maximum()))
        for y in range(level, height, 2 * GRID):
            position = self.cursorForPosition(QPoint(0, y)).position()  # short lines, too
            offset = self.offset_at(position)
            if offset >= 0:
                return offset, self._top(position)
        return -1, 0

    def bring(self, offset: int, level: int | None = None) -> None:
        """Scroll so that the character at a raw offset stands so far below the upper edge; where
        that is not told, well in view.
        """
        position = self.position_of(offset)
        if level is None:
            level = min(LEVEL, self.viewport().height() // 3)
        if position >= 0:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self._top(position) - level)

    def is_in_view(self, offset: int) -> bool:
        """Whether the line of the character at a raw offset can be seen."""
        position = self.position_of(offset)
        return position < 0 or GRID <= self._top(position) < self.viewport().height() - 4 * GRID

    def _top(self, position: int) -> int:
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        return self.cursorRect(cursor).top()

    # --- marks ---------------------------------------------------------------------------------

    def mark(self, name: str, stretches: Sequence[tuple[int, int]]) -> None:
        """Mark stretches of document positions under a name (a key of `looks`), no others."""
        if self._marked.get(name, []) != list(stretches):
            self._marked[name] = list(stretches)
            self._draw_marks()

    def _draw_marks(self) -> None:
        marks = []
        for name, colour in self._looks().items():
            for start, end in self._marked.get(name, []):
                mark = QTextEdit.ExtraSelection()
                look = QTextCharFormat()
                look.setBackground(QColor(colour))
                mark.format = look
                mark.cursor = QTextCursor(self.document())
                mark.cursor.setPosition(start)
                mark.cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                marks.append(mark)
        self.setExtraSelections(marks)

    def _looks(self) -> Mapping[str, str]:
        scheme = theme.colours(self.palette())
        return {
            "picked": scheme.hover,
            "hover": scheme.tint,
            "here": scheme.selected,
            "carried": scheme.line,
            "problem": scheme.hit,
        }

    # --- Qt ------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell what the mouse is over."""
        super().mouseMoveEvent(event)
        point = event.position().toPoint()
        position = self.cursorForPosition(point).position()
        near = abs(self._top(position) - point.y()) < _NEAR
        self.hovered.emit(self.offset_at(position) if near else -1)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the keys go here."""
        super().focusInEvent(event)
        self.entered.emit()

    def leaveEvent(self, event: QEvent) -> None:
        """The mouse is over nothing."""
        super().leaveEvent(event)
        self.hovered.emit(-1)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Qt lets an input method write into selectable text even where it is read-only."""
        event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        """Marks follow a change between light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_marks()
