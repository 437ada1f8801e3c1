"""A field to write in, right at the text it is about: Enter takes it, Esc does not."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from studydesk.ui.own_undo import OwnUndo
from studydesk.ui.theme import GRID
from studydesk.ui.unanswered_keys import press_button
from studydesk.ui.utf16 import Utf16Places

_WIDTH = 72 * GRID
_MOST_LINES = 8
"""Lines that the field grows to; more are scrolled."""


class WordsLine(QPlainTextEdit):
    """One line of words, however many lines it takes to show them."""

    returned = Signal()
    grown = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("field", True)
        self.setTabChangesFocus(True)
        self.document().documentLayout().documentSizeChanged.connect(self.grow)

    def text(self) -> str:
        """The words; what was pasted in lines is one."""
        return self.toPlainText().replace("\n", " ")

    def setText(self, words: str) -> None:
        """Let these words be written over or put right."""
        self.setPlainText(words)

    def put_caret(self, place: int) -> None:
        """Put the caret before a character; below 0, select all."""
        if place < 0:
            self.selectAll()
            return
        cursor = QTextCursor(self.document())
        cursor.setPosition(Utf16Places(self.text()).units(place))
        self.setTextCursor(cursor)

    def grow(self) -> None:
        """Be as high as the words are."""
        lines = min(max(1, int(self.document().size().height())), _MOST_LINES)
        margins = 2 * (self.frameWidth() + int(self.document().documentMargin()))
        height = lines * self.fontMetrics().lineSpacing() + margins + 2
        if height != self.height():
            self.setFixedHeight(height)
            self.grown.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width makes another number of lines."""
        super().resizeEvent(event)
        self.grow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is done with the words; Esc is the field's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.returned.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)


class WordsField(QFrame):
    """Floats over its parent; asks for one line of words at a time."""

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._ground = parent
        self._take: Callable[[str], object] = lambda _words: None
        self._before = ""
        self.setProperty("floating", "true")
        self.what = QLabel()
        self.what.setProperty("role", "muted")
        self.line = WordsLine()
        OwnUndo(self.line)
        self.line.setAccessibleName("要写的话")
        self.line.returned.connect(self.accept)
        self.line.grown.connect(self._stand)
        self._at = QPoint()
        take = QPushButton("改好 ⏎")
        take.setProperty("role", "primary")
        take.clicked.connect(self.accept)
        leave = QPushButton("取消")
        leave.clicked.connect(self.close_field)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(take)
        row.addWidget(leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, GRID, 2 * GRID, 2 * GRID)
        column.addWidget(self.what)
        column.addWidget(self.line)
        column.addLayout(row)
        self.hide()

    def ask(
        self, what: str, words: str, take: Callable[[str], object], at: QPoint, caret: int
    ) -> None:
        """Ask for words below a point of the parent; `words` is what stands there now, and the
        caret goes before one of its characters, or below 0 all of them are selected.
        """
        self.settle()
        self._take, self._before = take, words
        self.what.setText(what)
        self.line.setAccessibleName(what)
        self._at = at
        self.show()
        self.line.setText(words)
        self.line.put_caret(caret)
        self._stand()
        self.raise_()
        self.line.setFocus()

    def _stand(self) -> None:
        """Stand below the point, as high as the words are, where there is room for it."""
        at, room = self._at, self._ground.rect().adjusted(GRID, GRID, -GRID, -GRID)
        self.setFixedWidth(min(_WIDTH, room.width()))
        self.adjustSize()
        top = at.y() + GRID
        if top + self.height() > room.bottom():
            top = max(room.top(), at.y() - self.height() - 4 * GRID)
        self.move(max(room.left(), min(at.x(), room.right() - self.width())), top)

    def accept(self) -> None:
        """Hand over what was written."""
        take, words = self._take, self.line.text().strip()
        self.close_field()
        take(words)

    def settle(self) -> None:
        """Hand over what was written, as its place is about to go, and put the field away. Nothing
        is handed over where nothing stands there any more: only Enter deletes.
        """
        words = self.line.text().strip()
        if not self.isHidden():
            self.hide()
            if words and words != self._before:
                self._take(words)

    def close_field(self) -> None:
        """Put the field away; nothing is changed."""
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves. Enter has been answered by the line, or presses a button: it goes no
        further, or it would split the text below.
        """
        if event.key() == Qt.Key.Key_Escape:
            self.close_field()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            press_button(event, self.focusWidget())
        else:
            super().keyPressEvent(event)
