"""The text of an article, to read and to pick from with mouse or keyboard."""

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from studydesk.ui.pick.article_document import SOURCE_LINK
from studydesk.ui.pick.article_text import ArticleText
from studydesk.ui.theme import GRID


class ReaderText(ArticleText):
    """Read-only. Mouse selections go by characters; ↑ and ↓ move a paragraph cursor, Space and
    Shift with them select whole paragraphs.
    """

    picked = Signal()
    """Enter: take what is selected."""
    selected = Signal()
    """What is selected in the body is different now."""
    source_facts_requested = Signal()
    left = Signal()
    """Esc without a selection: back to the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.viewport().setMouseTracking(True)
        self.selectionChanged.connect(self.selected)

    # --- what is chosen, what was found --------------------------------------------------------

    def select(self, start: int, end: int) -> None:
        """Select a stretch of the body and bring it into view."""
        self.setTextCursor(self._cursor(start, end))
        self.show_place(start, margin=self.viewport().height() // 4)

    def choose(self, start: int, end: int) -> None:
        """Select a stretch of the body that is being read."""
        self.setTextCursor(self._cursor(start, end))

    def go_to_hit(self) -> None:
        """Stand on the paragraph of the first hit, unless the current one has a hit; it is seen."""
        start, end = self.paragraph()
        here = next((hit for hit, _ in self._hits if start <= hit < end), None)
        if here is None:
            self._stand_on(*(hit for hit, _ in self._hits[:1]))
        elif not self.viewport().rect().contains(self.cursorRect(self._cursor(here, here))):
            self.show_place(here, margin=self.viewport().height() // 4)

    def step_hit(self, step: int) -> bool:
        """Go to the next (1) or previous (-1) hit, round and round; False where there is none."""
        start, end = self.paragraph()
        at, until = self._hit if self._hit and start <= self._hit[0] < end else (start, start)
        if step > 0:
            found = ([hit for hit in self._hits if hit[0] >= until] or self._hits)[:1]
        else:
            found = ([hit for hit in self._hits if hit[0] < at] or self._hits)[-1:]
        for hit in found:
            self._stand_on(hit[0])
            self._hit = hit
            self._mark()
        return bool(found)

    def _stand_on(self, *places: int) -> None:
        for place in places:
            self._paragraphs.go_to(self._cursor(place, place).block())
            self.show_place(place, margin=self.viewport().height() // 4)

    # --- keys ----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move and select by paragraphs; all else is Qt's."""
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self.select_all()
            return
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        plain = not event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Up if plain:
                self._paragraphs.step(1 if event.key() == Qt.Key.Key_Down else -1, selecting=shift)
            case Qt.Key.Key_Space if plain:
                self._paragraphs.toggle()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if plain:
                self.picked.emit()
            case Qt.Key.Key_Escape:
                self._go_back()
            case _:
                super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Qt lets an input method write into selectable text even where it is read-only."""
        event.ignore()

    def _go_back(self) -> None:
        if self.textCursor().hasSelection():
            self._paragraphs.go_to(self.textCursor().block())
        else:
            self.left.emit()

    # --- mouse, clipboard ----------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the source in the head opens its form; the right button offers what can be
        done with the paragraph under it, or with the selection.
        """
        point = event.position().toPoint()
        if self.anchorAt(point) == SOURCE_LINK:
            self.source_facts_requested.emit()
        elif event.button() is Qt.MouseButton.RightButton:
            block = self.cursorForPosition(point).block()
            if self.selection() is None and block.position() >= self._body_start().position():
                self._paragraphs.go_to(block)
        else:
            self._paragraphs.forget()
            super().mousePressEvent(event)
            self._stay_in_paragraph()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Only now is it settled what is selected."""
        super().mouseReleaseEvent(event)
        self._stay_in_paragraph()
        self.selected.emit()

    def _stay_in_paragraph(self) -> None:
        """Leave out the break behind the last paragraph, which Qt takes with a triple click: the
        next paragraph would be the current one.
        """
        cursor = self.textCursor()
        if cursor.anchor() < cursor.position() and cursor.atBlockStart():
            cursor.movePosition(
                QTextCursor.MoveOperation.PreviousCharacter, QTextCursor.MoveMode.KeepAnchor
            )
            self.setTextCursor(cursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over the link, a beam over text."""
        on_link = self.anchorAt(event.position().toPoint()) == SOURCE_LINK
        shape = Qt.CursorShape.PointingHandCursor if on_link else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)
        super().mouseMoveEvent(event)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copying takes the plain words of the body, and nothing of how they look."""
        data = QMimeData()
        stretch = self.selection()
        if stretch is not None and self._shown is not None:
            data.setText(self._shown[0].body[slice(*stretch)])
        else:
            data.setText(self.textCursor().selectedText().replace("\u2029", "\n"))
        return data

    def selection_corner(self) -> QPoint:
        """Where the selection ends, in the coordinates of the viewport; where that is below it,
        somewhere there.
        """
        end, view = self.textCursor().selectionEnd(), self.viewport().rect()
        if end > self.last_in_view():
            return QPoint(view.center().x(), view.bottom() + GRID)
        cursor = QTextCursor(self.document())
        cursor.setPosition(end)
        return self.cursorRect(cursor).bottomRight()

    def selection_top(self) -> int:
        """Where the first line of the selection begins, in the coordinates of the viewport."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self.textCursor().selectionStart())
        return self.cursorRect(cursor).top()
