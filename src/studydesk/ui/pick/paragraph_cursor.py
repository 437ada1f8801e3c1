"""Moving through a text, and selecting in it, by whole paragraphs."""

from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtWidgets import QTextEdit

from studydesk.ui.theme import GRID


class ParagraphCursor:
    """Drives the cursor of a text; paragraphs above `first`, a document position, and empty ones
    are passed over.
    """

    def __init__(self, text: QTextEdit) -> None:
        self._text = text
        self.first = 0
        self._anchor = -1

    def forget(self) -> None:
        """Selecting begins anew."""
        self._anchor = -1

    def step(self, step: int, *, selecting: bool) -> None:
        """To the next (1) or previous (-1) paragraph, or take it into the selection."""
        cursor = self._text.textCursor()
        here = self._text.document().findBlock(cursor.position())
        if selecting and not cursor.hasSelection():
            self._anchor = here.blockNumber()
            self._select(here)
            return
        block = here.next() if step > 0 else here.previous()
        while block.isValid() and not block.text().strip():
            block = block.next() if step > 0 else block.previous()
        if not block.isValid() or block.position() < self.first:
            return
        if selecting:
            if self._anchor < 0:
                self._anchor = self._text.document().findBlock(cursor.anchor()).blockNumber()
            self._select(block)
        else:
            self.go_to(block)
            self.reveal(block)

    def toggle(self) -> None:
        """Select the current paragraph, or let go of the selection."""
        block = self._text.textCursor().block()
        if self._text.textCursor().hasSelection():
            self.go_to(block)
        else:
            self._anchor = block.blockNumber()
            self._select(block)

    def go_to(self, block: QTextBlock) -> None:
        """Stand on a paragraph without scrolling, with nothing selected."""
        self._anchor = -1
        cursor = QTextCursor(self._text.document())
        cursor.setPosition(block.position())
        bar = self._text.verticalScrollBar()
        place = bar.value()
        self._text.setTextCursor(cursor)
        bar.setValue(place)
        self._text.viewport().update()

    def reveal(self, block: QTextBlock) -> None:
        """Scroll only as far as the paragraph needs."""
        view, bar = self._text.viewport(), self._text.verticalScrollBar()
        rect = self._text.document().documentLayout().blockBoundingRect(block)
        rect = rect.translated(0, -bar.value())
        if rect.top() < GRID or rect.height() > view.height():
            bar.setValue(bar.value() + round(rect.top()) - 3 * GRID)
        elif rect.bottom() > view.height() - GRID:
            bar.setValue(bar.value() + round(rect.bottom()) - view.height() + 3 * GRID)

    def _select(self, block: QTextBlock) -> None:
        """Select from the anchored paragraph to this one, both whole."""
        anchor = self._text.document().findBlockByNumber(self._anchor)
        start, end = anchor.position(), block.position() + block.length() - 1
        if anchor.position() > block.position():
            start, end = anchor.position() + anchor.length() - 1, block.position()
        cursor = QTextCursor(self._text.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self._text.setTextCursor(cursor)
        self.reveal(block)
