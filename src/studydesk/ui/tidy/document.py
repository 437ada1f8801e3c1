"""Writes the rows of 整理 into a document: one text block each, under the same number."""

from collections.abc import Sequence

from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from studydesk.domain.article import BlockKind
from studydesk.ui import theme
from studydesk.ui.theme import GRID
from studydesk.ui.tidy.rows import Row
from studydesk.ui.utf16 import shown

MARGIN = 13 * GRID
"""Room left of the text, for the signs and what each row is."""

_BOLD = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.QUESTION, BlockKind.SPEAKER})
_QUIET = frozenset(BlockKind) - _BOLD - {BlockKind.PARAGRAPH, BlockKind.ANSWER}
_KEEP = QTextCursor.MoveMode.KeepAnchor


class RowWriter:
    """Writes in the colours of a scheme, paragraphs in type of `size` pixels."""

    def __init__(self, document: QTextDocument, scheme: theme.Colours, size: int) -> None:
        self._document, self._scheme, self._size = document, scheme, size

    def write_all(self, rows: Sequence[Row]) -> None:
        """Write all rows into a document that has been cleared."""
        self._document.setDefaultFont(theme.reading_font(self._size))
        frame = self._document.rootFrame()
        look = frame.frameFormat()
        look.setMargin(0)
        look.setLeftMargin(MARGIN)
        look.setRightMargin(3 * GRID)
        look.setTopMargin(GRID)
        look.setBottomMargin(12 * GRID)
        frame.setFrameFormat(look)
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        for number, row in enumerate(rows):
            if number:
                cursor.insertBlock(self._layout(row, number), QTextCharFormat())
            else:
                cursor.setBlockFormat(self._layout(row, number))
            self._write_row(cursor, row)
        cursor.endEditBlock()

    def replace(self, first: int, end: int, rows: Sequence[Row]) -> None:
        """Write rows in place of those from `first` to before `end`; some others stay."""
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        if first > 0:
            self._replace_behind(cursor, first, end, rows)
        else:
            self._replace_first(cursor, end, rows)
        cursor.endEditBlock()

    def _replace_behind(
        self, cursor: QTextCursor, first: int, end: int, rows: Sequence[Row]
    ) -> None:
        """From the end of the row before."""
        block = self._document.findBlockByNumber(first - 1)
        cursor.setPosition(block.position() + block.length() - 1)
        last = self._document.findBlockByNumber(end - 1) if end > first else block
        cursor.setPosition(last.position() + last.length() - 1, _KEEP)
        cursor.removeSelectedText()
        for number, row in enumerate(rows, first):
            cursor.insertBlock(self._layout(row, number), QTextCharFormat())
            self._write_row(cursor, row)

    def _replace_first(self, cursor: QTextCursor, end: int, rows: Sequence[Row]) -> None:
        """The rows behind stay; the first of them moves up into place."""
        for number, row in enumerate(rows):
            self._write_row(cursor, row)
            cursor.setBlockFormat(self._layout(row, number))
            cursor.insertBlock()
        block = self._document.findBlockByNumber(end + len(rows))
        layout = block.blockFormat()
        cursor.setPosition(block.position(), _KEEP)
        cursor.removeSelectedText()
        cursor.setBlockFormat(layout)

    def _write_row(self, cursor: QTextCursor, row: Row) -> None:
        look = self._look(row)
        text, done = row.text, 0
        for fix in row.corrections:
            cursor.insertText(shown(text[done : fix.start]), look)
            done = fix.start + len(fix.text)
            cursor.insertText(shown(text[fix.start : done]), self._corrected(look, fix.original))
        cursor.insertText(shown(text[done:]), look)

    def _layout(self, row: Row, number: int) -> QTextBlockFormat:
        layout = QTextBlockFormat()
        layout.setLineHeight(140, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        layout.setTopMargin((4 * GRID if number else GRID) if row.is_name else 0)
        layout.setBottomMargin(0 if row.is_furniture else GRID)
        return layout

    def _look(self, row: Row) -> QTextCharFormat:
        scheme, size = self._scheme, self._size
        look = QTextCharFormat()
        quiet = row.is_furniture or row.is_deleted or row.kind in _QUIET
        colour = scheme.muted if quiet or row.is_name else scheme.text
        if row.kind is not None and not row.is_printed:
            colour = scheme.accent
            look.setToolTip("补写的，版面上没有")
        look.setForeground(QColor(colour))
        if row.is_name:
            font = theme.ui_font()
            font.setWeight(QFont.Weight.DemiBold)
        else:
            smaller = row.is_furniture or (row.kind in _QUIET)
            font = theme.reading_font(size + (2 if row.kind is BlockKind.TITLE else -2 * smaller))
            font.setWeight(QFont.Weight.DemiBold if row.kind in _BOLD else QFont.Weight.Normal)
        look.setFont(font)
        return look

    def _corrected(self, look: QTextCharFormat, original: str) -> QTextCharFormat:
        corrected = QTextCharFormat(look)
        corrected.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
        corrected.setUnderlineColor(QColor(self._scheme.accent))
        corrected.setForeground(QColor(self._scheme.accent))
        corrected.setToolTip(f"改过的字，原文是“{original}”；右键可以改回")
        return corrected
