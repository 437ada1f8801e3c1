"""A passage on screen: its own text, never editable, with every operation shown in its place."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QMenu, QTextEdit, QWidget

from studydesk.domain.passage import (
    Blank,
    Emphasis,
    EmphasisMark,
    Insertion,
    Omission,
    Operation,
    Passage,
    reach,
)
from studydesk.ui import theme
from studydesk.ui.fields import utf16_length
from studydesk.ui.utf16 import shown

_TYPE = 16
"""Pixels; a little smaller than in the reader, where there is more room."""

_FRAME = 2
"""Pixels of the frame that shows where the keys are."""


class PassageText(QTextEdit):
    """Shows a passage and tells which of its characters are selected.

    Insertions stand in the text as 〔…〕, so places on screen and in the passage differ.
    """

    written = Signal()
    """The user tried to write, to paste or to delete."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._passage: Passage | None = None
        self.setAccessibleName("选段原文（只读）")
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setProperty("pane", "framed")  # it may be higher than what is seen of it
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("ground", "paper")
        self.setFont(theme.reading_font(_TYPE))
        self.document().setDocumentMargin(2 * theme.GRID)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)

    def show_passage(self, passage: Passage) -> None:
        """Show a passage; the same passage again keeps selection and cursor."""
        if passage == self._passage:
            return
        same_text = self._passage is not None and passage.text == self._passage.text
        start, end = self.selection() if same_text else (0, 0)
        self._passage = passage
        self._write(passage)
        self.select(start, end)

    def selection(self) -> tuple[int, int]:
        """The selected characters of the passage; equal numbers are the cursor's place."""
        cursor = self.textCursor()
        return self._place(cursor.selectionStart()), self._place(cursor.selectionEnd())

    def select(self, start: int, end: int) -> None:
        """Select characters of the passage."""
        cursor = self.textCursor()
        cursor.setPosition(self._position(start))
        cursor.setPosition(self._position(end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    # --- drawing --------------------------------------------------------------------------

    def _write(self, passage: Passage) -> None:
        self.clear()
        cursor = self.textCursor()
        layout = QTextBlockFormat()
        layout.setLineHeight(170, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.setBlockFormat(layout)
        place = 0
        for operation in passage.operations:
            start, end = reach(operation)
            cursor.insertText(shown(passage.text[place:start]), QTextCharFormat())
            text = (
                f"〔{operation.text}〕"
                if isinstance(operation, Insertion)
                else passage.text[start:end]
            )
            cursor.insertText(shown(text), self._look(operation))
            place = end
        cursor.insertText(shown(passage.text[place:]), QTextCharFormat())

    def _look(self, operation: Operation) -> QTextCharFormat:
        look = QTextCharFormat()
        scheme = theme.colours(self.palette())
        accent, quiet = QColor(scheme.accent), QColor(scheme.muted)
        match operation:
            case Omission():
                look.setFontStrikeOut(True)
                look.setForeground(quiet)
                look.setToolTip("省略，印作……")
            case Insertion():
                look.setForeground(accent)
                look.setToolTip("编者插入")
            case Emphasis(_, _, EmphasisMark.DOTS):
                look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
                look.setUnderlineColor(accent)
                look.setFontWeight(QFont.Weight.Medium)
                look.setToolTip("着重号")
            case Emphasis():
                look.setFontWeight(QFont.Weight.Bold)
                look.setToolTip("加粗")
            case Blank():
                look.setForeground(quiet)
                look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
                look.setUnderlineColor(accent)
                look.setToolTip("填空，印成空格线")
        return look

    # --- places ---------------------------------------------------------------------------

    def _place(self, position: int) -> int:
        """The character of the passage at a position of the document."""
        if self._passage is None:
            return 0
        here = place = 0
        for text, original in self._pieces(self._passage):
            length = utf16_length(text)
            if position < here + length:
                if not original:
                    return place
                within = text.encode("utf-16-le", "surrogatepass")[: 2 * (position - here)]
                return place + len(within.decode("utf-16-le", "ignore"))
            here += length
            place += len(original)
        return place

    def _position(self, place: int) -> int:
        """The position in the document of a character of the passage."""
        if self._passage is None:
            return 0
        here = seen = 0
        for text, original in self._pieces(self._passage):
            if original and place < seen + len(original):
                return here + utf16_length(text[: place - seen])
            here += utf16_length(text)
            seen += len(original)
        return here

    @staticmethod
    def _pieces(passage: Passage) -> list[tuple[str, str]]:
        """What is shown, piece by piece, and the passage's text that it stands for."""
        return [(shown(run.original or run.printed), run.original) for run in passage.runs()]

    # --- Qt -------------------------------------------------------------------------------

    def menu(self) -> QMenu:
        """A menu with the operations of the text above what Qt offers."""
        menu = self.createStandardContextMenu()
        first = menu.actions()[0]
        menu.insertActions(first, self.actions())
        menu.insertSeparator(first)
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """A right click offers them where the selection is, however far the buttons are."""
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def changeEvent(self, event: QEvent) -> None:
        """Colours follow a change between light and dark."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self._passage is not None:
            start, end = self.selection()
            self._write(self._passage)
            self.select(start, end)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Nothing is written here; whoever tries is told how it is done."""
        if _writes(event):
            self.written.emit()
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Qt lets an input method write into selectable text even where it is read-only."""
        event.ignore()
        if event.commitString():
            self.written.emit()

    def _grow(self) -> None:
        height = int(self.document().size().height()) + 2 * _FRAME
        self.setFixedHeight(max(80, height))

    def sizeHint(self) -> QSize:
        """As wide as the panel gives."""
        return QSize(200, self.height())


def _writes(event: QKeyEvent) -> bool:
    """Whether a key would change the text, could it be changed."""
    paste, cut = QKeySequence.StandardKey.Paste, QKeySequence.StandardKey.Cut
    if event.matches(paste) or event.matches(cut):
        return True
    plain = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
    if event.modifiers() & ~plain:
        return False
    deletes = event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
    return deletes or bool(event.text().strip() and event.text().isprintable())
