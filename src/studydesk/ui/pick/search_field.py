"""The search field: asks after every key, but never while a word is being composed."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from studydesk.ui.fields import let_clear
from studydesk.ui.icons import text_icon
from studydesk.ui.key_names import native
from studydesk.ui.keys_to_window import OlderUndoToWindow

PAUSE = 0
"""Milliseconds without a key before a search is asked for: what comes at once is one question. It
is answered sooner than the next key comes, and given up where it is not.
"""


_MOST = 300
"""Characters that may be words to search for; more are the text of a page."""


class _Words(QValidator):
    """Lets nothing come into the field that is the text of a page."""

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        """Whether a text may be words to search for."""
        state = QValidator.State
        return (state.Acceptable if len(text) <= _MOST else state.Invalid), text, place


class SearchField(QLineEdit):
    """A line for words to search for."""

    asked = Signal(str)
    left = Signal()
    """The user went down into the results."""
    taken = Signal()
    """The user wants the best of the results."""
    told = Signal(str)
    """A sentence for the status line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText("搜索文章、正文…")
        self.setAccessibleName("搜索")
        let_clear(self)
        self.installEventFilter(OlderUndoToWindow(self))
        self.setAcceptDrops(False)  # files dropped here belong to the window
        self._glass = self.addAction(
            text_icon("search", self.palette()), QLineEdit.ActionPosition.LeadingPosition
        )
        self._glass.setText("搜索")
        self.setValidator(_Words(self))
        self.inputRejected.connect(self._tell_page)
        self._composing = False
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._pause.timeout.connect(self._ask)
        self.textChanged.connect(self._pause.start)

    def show_query(self, query: str) -> None:
        """Show a query that has been asked already."""
        self.setText(query)
        self._pause.stop()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Hold the search back while an input method shows unfinished text."""
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)
        if self._composing:
            self._pause.stop()
        elif event.commitString():
            self._pause.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the best result, ↓ goes to all of them, Esc clears."""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if not self._composing:
                self._ask()
                self.taken.emit()
            case Qt.Key.Key_Down:
                self._ask()
                self.left.emit()
            case Qt.Key.Key_Escape if self.text():
                self.clear()
            case _:
                super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon again when light turns to dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._glass.setIcon(text_icon("search", self.palette()))

    def _tell_page(self) -> None:
        keys = native("Ctrl+Shift+V")
        self.told.emit(f"像是一整版文字，没有拿来搜索；按 {keys} 粘贴为文章。")

    def _ask(self) -> None:
        if not self._composing:
            self._pause.stop()
            self.asked.emit(self.text().strip())
