"""Input fields that edit a packet: they tell each change by the user, take a new value without
losing the cursor, and leave undo to the window.
"""

from html import escape
from math import ceil

from PySide6.QtCore import QEvent, QKeyCombination, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QDragEnterEvent,
    QFocusEvent,
    QFontMetricsF,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QStylePainter,
    QToolTip,
    QWidget,
)

from studydesk.ui.icons import text_icon
from studydesk.ui.keys_to_window import UndoToWindow
from studydesk.ui.typist import typist

ITEMS_MIME = "application/x-studydesk-items"
"""Items of a packet, dragged or copied. Their words may be pasted into a field, but an item that
was let go over one was meant for its list.
"""

_BESIDE_TEXT = 22
"""Pixels that a line takes for its frame and padding."""

_AROUND_WORDS = 2
"""Pixels that Qt leaves beside the words of a line, within what the style leaves."""

_COMES_BACK = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)
"""Why the focus leaves for a moment only."""


def utf16_length(text: str) -> int:
    """How many positions Qt counts for a text: characters beyond the basic plane count twice."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def let_clear(line: QLineEdit) -> None:
    """Offer a button in a line that empties it, with a name, which Qt gives it none."""
    line.setClearButtonEnabled(True)
    for action in line.findChildren(QAction):
        action.setText(action.text() or "清空")


class TextField(QPlainTextEdit):
    """Several lines of plain text, growing with what is written."""

    edited = Signal(str)
    """The user made the text this."""

    def __init__(self, name: str, lines: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known = ""
        self._lines = lines
        self.setAccessibleName(name)
        self.setProperty("field", True)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.installEventFilter(UndoToWindow(self))
        self.textChanged.connect(self._tell)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    def set_text(self, text: str) -> None:
        """Show a text. Only where it differs is anything replaced, so the cursor stays."""
        old = self.toPlainText()
        self._known = text
        if text == old:
            return
        head, tail = _common_ends(old, text)
        cursor = QTextCursor(self.document())
        cursor.setPosition(utf16_length(old[:head]))
        cursor.setPosition(utf16_length(old[: len(old) - tail]), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text[head : len(text) - tail])

    def select_words(self, start: int, end: int) -> None:
        """Select the characters start to end and bring them into sight."""
        text, cursor = self.toPlainText(), self.textCursor()
        cursor.setPosition(utf16_length(text[:start]))
        cursor.setPosition(utf16_length(text[:end]), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take words, but no item of the packet."""
        if not _is_item(event):
            super().dragEnterEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What is typed or deleted is told as that."""
        with typist.press(event, self.toPlainText(), self.textCursor().selectedText()):
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """So is what is composed."""
        with typist.press(event, self.toPlainText(), self.textCursor().selectedText()):
            super().inputMethodEvent(event)

    def _tell(self) -> None:
        text = self.toPlainText()
        if text != self._known:
            self._known = text
            typist.write(text)
            self.edited.emit(text)

    def _grow(self) -> None:
        lines = max(self._lines, int(self.document().size().height()))
        margins = 2 * (self.frameWidth() + int(self.document().documentMargin()))
        height = lines * QFontMetricsF(self.font()).lineSpacing()
        self.setFixedHeight(ceil(height) + margins + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width makes another number of lines."""
        super().resizeEvent(event)
        self._grow()

    def sizeHint(self) -> QSize:
        """As wide as the panel gives."""
        return QSize(200, self.height())


class LineField(QLineEdit):
    """One line of text."""

    edited = Signal(str)
    """The user made the text this."""

    def __init__(self, name: str, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self._left = ("", 0)
        self.installEventFilter(UndoToWindow(self))
        self.textEdited.connect(self._tell)

    def set_text(self, text: str) -> None:
        """Show a text. The cursor stays before what it stood before; what comes back where it
        stands, or around it, comes before it.
        """
        old, place = self.text(), self.cursorPosition()
        if text == old:
            return
        head, tail = _common_ends(old, text)
        if self.hasFocus() and place >= utf16_length(old[:head]):
            behind = utf16_length(old[max(head, len(old) - tail) :])
            place = utf16_length(text) - min(utf16_length(old) - place, behind)
        self.setText(text)
        self.setCursorPosition(place)

    def has_room_for(self, text: str) -> bool:
        """Whether a text can be seen from its beginning to its end."""
        return self.fontMetrics().horizontalAdvance(text) <= self.width() - _BESIDE_TEXT

    def event(self, event: QEvent) -> bool:
        """A text that is not seen whole is its tip, in as many lines as it takes."""
        if isinstance(event, QHelpEvent) and not self.has_room_for(self.text()):
            QToolTip.showText(event.globalPos(), f"<p>{escape(self.text())}</p>", self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A text that is not being written is cut within no character."""
        is_written = self.window().focusWidget() is self or self.isClearButtonEnabled()
        if is_written or self.has_room_for(self.text()):
            super().paintEvent(event)
            return
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        painter.drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option)
        room = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
        room.adjust(_AROUND_WORDS, 0, -_AROUND_WORDS, 0)
        measure = self.fontMetrics()
        top = room.y() + (room.height() - measure.height() + 1) // 2  # as Qt has it
        words = measure.elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.setPen(self.palette().text().color())
        painter.drawText(room.x(), top + measure.ascent(), words)
        painter.end()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A long text shows its beginning once the cursor goes elsewhere in the window."""
        super().focusOutEvent(event)
        if event.reason() not in _COMES_BACK:
            self._left = self.text(), self.cursorPosition()
            self.setCursorPosition(0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The cursor is where it was left, unless it was just set elsewhere."""
        super().focusInEvent(event)
        text, place = self._left
        is_set = self.cursorPosition() or self.hasSelectedText()
        if text == self.text() and not is_set and event.reason() != Qt.FocusReason.MouseFocusReason:
            self.setCursorPosition(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What is typed or deleted is told as that."""
        with typist.press(event, self.text(), self.selectedText()):
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """So is what is composed."""
        with typist.press(event, self.text(), self.selectedText()):
            super().inputMethodEvent(event)

    def _tell(self, text: str) -> None:
        typist.write(text)
        self.edited.emit(text)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take words, but no item of the packet."""
        if not _is_item(event):
            super().dragEnterEvent(event)

    def select_words(self, start: int, end: int) -> None:
        """Select the characters start to end."""
        text = self.text()
        before, words = utf16_length(text[:start]), utf16_length(text[start:end])
        self.setSelection(before, words)


_BESIDE_WORDS = 36
"""Pixels that frame and arrow of a box take from its words."""


_SLACK = 4
"""Pixels that the style leaves around the words itself."""


class ChoiceField(QComboBox):
    """One of a few named values."""

    edited = Signal(object)
    """The user chose this value."""

    def __init__(
        self, name: str, choices: dict[str, object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._values = list(choices.values())
        self.addItems(list(choices))
        self.activated.connect(lambda row: self.edited.emit(self._values[row]))

    def sizeHint(self) -> QSize:
        """Room for the longest words, unless it may have less; on Windows Qt leaves too little."""
        hint = super().sizeHint()
        if self.minimumContentsLength():
            return hint
        advance = self.fontMetrics().horizontalAdvance
        longest = max((advance(self.itemText(row)) for row in range(self.count())), default=0)
        return hint.expandedTo(QSize(longest + _BESIDE_WORDS + _SLACK, 0))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """As the style does, which leaves out the arrow of a box that the style sheet frames and
        cuts words that are too long; names that begin alike end differently.
        """
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        room = self.width() - _BESIDE_WORDS
        words = option.fontMetrics.elidedText(
            option.currentText, Qt.TextElideMode.ElideMiddle, room
        )
        option.currentText = words
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        arrow = text_icon("chevron-down", self.palette())
        side = self.height() - 16
        arrow.paint(painter, self.width() - side - 6, 8, side, side)
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Take Alt+↓, which opens the list, before a command of the window takes it."""
        override = QEvent.Type.ShortcutOverride
        if isinstance(event, QKeyEvent) and event.type() is override and _opens(event):
            event.accept()
            return True
        return super().event(event)

    def set_value(self, value: object) -> None:
        """Show a value."""
        self.setCurrentIndex(self._values.index(value) if value in self._values else -1)

    def set_choices(self, choices: dict[str, object]) -> None:
        """Offer other values; the one that is shown stays where it is still offered."""
        shown = self._values[self.currentIndex()] if self.currentIndex() >= 0 else None
        self._values = list(choices.values())
        self.clear()
        self.addItems(list(choices))
        self.set_value(shown)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the panel."""
        event.ignore()


def _is_item(event: QDragEnterEvent) -> bool:
    """Whether an item of the packet is dragged, which is refused then."""
    refused = event.mimeData().hasFormat(ITEMS_MIME)
    event.setAccepted(not refused)
    return refused


def _opens(event: QKeyEvent) -> bool:
    alt = Qt.KeyboardModifier.AltModifier
    return event.keyCombination() == QKeyCombination(alt, Qt.Key.Key_Down)


def _common_ends(one: str, other: str) -> tuple[int, int]:
    """How many characters two texts share at their beginnings, and behind those at their ends."""
    head = _common_prefix(one, other)
    return head, _common_prefix(one[head:][::-1], other[head:][::-1])


def _common_prefix(one: str, other: str) -> int:
    for at, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return at
    return min(len(one), len(other))
