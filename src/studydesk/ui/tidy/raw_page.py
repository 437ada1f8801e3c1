"""The left side of 整理: the raw text of a page, line by line as it was read, never changed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QWidget

from studydesk.domain.article import Span
from studydesk.ui import theme
from studydesk.ui.theme import GRID
from studydesk.ui.tidy.linked_text import LinkedText
from studydesk.ui.utf16 import Utf16Places, shown


class RawPage(LinkedText):
    """Shows a raw text. What is chosen in it by mouse or keys is told in raw offsets."""

    chosen = Signal(int, int)
    """The user selected these characters, or put the caret here."""
    left = Signal()
    """Enter: go on at the same place on the other side."""
    key_pressed = Signal(QKeyEvent)
    """A key while characters are selected; whoever takes it accepts it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("原始版面（只读）")
        self.setProperty("ground", "window")
        self.raw = ""
        self._places = Utf16Places("")
        self._size = 14

    def show_raw(self, raw: str) -> None:
        """Show a raw text from its beginning; the same text again stays where it is."""
        if raw != self.raw:
            self.raw, self._places = raw, Utf16Places(raw)
            self.mark("here", ())
            self._write()

    def set_size(self, size: int) -> None:
        """Set the text a little smaller than the articles, which have `size` pixels."""
        self._size = max(12, size - 3)
        self._write()
        self._draw_marks()  # they went with the text that they were on

    def _write(self) -> None:
        self.document().setDefaultFont(theme.reading_font(self._size))
        self.document().setDocumentMargin(2 * GRID)
        self.setPlainText(shown(self.raw))
        look = QTextBlockFormat()
        look.setLineHeight(150, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(look)

    def offset_at(self, position: int) -> int:
        """The raw offset at a document position, or -1 where there is no text."""
        return min(self._places.offset(position), len(self.raw) - 1)

    def position_of(self, offset: int) -> int:
        """The document position of a raw offset."""
        return self._places.units(min(offset, len(self.raw)))

    def mark_spans(self, name: str, spans: Sequence[Span]) -> None:
        """Mark stretches of the raw text."""
        self.mark(name, [(self.position_of(start), self.position_of(end)) for start, end in spans])

    def selection(self) -> tuple[int, int]:
        """The selected raw offsets; equal ones are the caret's place."""
        cursor = self.textCursor()
        offset = self._places.offset
        return offset(cursor.selectionStart()), offset(cursor.selectionEnd())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Only now is it settled what is selected."""
        super().mouseReleaseEvent(event)
        self.chosen.emit(*self.selection())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrow keys choose too."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.left.emit()
            return
        before = self.selection()
        event.ignore()
        if before[0] < before[1]:
            self.key_pressed.emit(event)
        if event.isAccepted():
            return
        super().keyPressEvent(event)
        if self.selection() != before:
            self.chosen.emit(*self.selection())
