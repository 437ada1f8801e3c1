"""A line to write in, right at the text it is about: Enter takes it, Esc does not."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from studydesk.ui.own_undo import OwnUndo
from studydesk.ui.theme import GRID
from studydesk.ui.unanswered_keys import press_button

_WIDTH = 56 * GRID


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
        self.line = QLineEdit()
        OwnUndo(self.line)
        self.line.setAccessibleName("要写的话")
        self.line.returnPressed.connect(self.accept)
        take = QPushButton("改好 ⏎")
        take.setProperty("role", "primary")
        take.clicked.connect(self.accept)
        leave = QPushButton("取消")
        leave.clicked.connect(self.close_field)
        row = QHBoxLayout()
        row.addWidget(self.line, 1)
        row.addWidget(take)
        row.addWidget(leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, GRID, 2 * GRID, 2 * GRID)
        column.addWidget(self.what)
        column.addLayout(row)
        self.hide()

    def ask(self, what: str, words: str, take: Callable[[str], object], at: QPoint) -> None:
        """Ask for words below a point of the parent; `words` is what stands there now."""
        self.settle()
        self._take, self._before = take, words
        self.what.setText(what)
        self.line.setAccessibleName(what)
        self.line.setText(words)
        self.line.selectAll()
        room = self._ground.rect().adjusted(GRID, GRID, -GRID, -GRID)
        self.setFixedWidth(min(_WIDTH, room.width()))
        self.adjustSize()
        top = at.y() + GRID
        if top + self.height() > room.bottom():
            top = max(room.top(), at.y() - self.height() - 4 * GRID)
        self.move(max(room.left(), min(at.x(), room.right() - self.width())), top)
        self.show()
        self.raise_()
        self.line.setFocus()

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
