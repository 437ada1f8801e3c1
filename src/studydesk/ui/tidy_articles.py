"""The right side of 整理: the articles of a page, block by block, and the furniture."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QWidget

from studydesk.domain.article import BlockKind
from studydesk.services.tidying import TidiedPage
from studydesk.ui import theme
from studydesk.ui.linked_text import LinkedText
from studydesk.ui.theme import GRID
from studydesk.ui.tidy_rows import Row, Rows
from studydesk.ui.utf16 import Utf16Places, shown

_MARGIN = 13 * GRID
"""Room left of the text, for the signs and what each block is."""

_BOLD = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.QUESTION, BlockKind.SPEAKER})
_QUIET = frozenset(BlockKind) - _BOLD - {BlockKind.PARAGRAPH, BlockKind.ANSWER}


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the user points at: rows from first to last, and raw offsets. `start` is where the
    caret or the selection begins, -1 at the end of a row; `end` is after the last selected
    character, or `start` where nothing is selected.
    """

    rows: tuple[Row, ...]
    start: int
    end: int

    @property
    def has_selection(self) -> bool:
        """Whether characters are selected, not only a caret placed."""
        return self.start < self.end


class TidyArticles(LinkedText):
    """Read-only: keys and menus ask for operations, and the page comes back changed.

    Each row is one text block of the document, under the same number.
    """

    moved = Signal()
    """The caret or the selection is elsewhere."""
    key_pressed = Signal(QKeyEvent)
    """A key that this text has no use for; whoever takes it accepts it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("文章各段")
        self.setProperty("ground", "paper")
        self.setCursorWidth(2)
        self.rows = Rows(None)
        self._shown: list[Row] = []
        self._problems: frozenset[int] = frozenset()
        self._size = 16
        self._showing = False
        self.cursorPositionChanged.connect(self._tell_move)
        self.selectionChanged.connect(self._tell_move)

    # --- what is shown -------------------------------------------------------------------------

    def show_page(self, page: TidiedPage | None) -> None:
        """Show a page. Only rows that differ are written, so that the view stays where it is."""
        rows = Rows(page)
        old, new = self._shown, list(rows)
        head = _same(old, new)
        tail = _same(old[head:][::-1], new[head:][::-1])
        self._showing = True
        self.mark("hover", ())
        self.mark("problem", ())
        self._replace(head, len(old) - tail, new[head : len(new) - tail])
        self.rows, self._shown = rows, new
        self._showing = False
        self._tell_move()
        self.viewport().update()

    def show_problems(self, offsets: Sequence[int]) -> None:
        """Put a sign at the rows that hold these raw offsets."""
        self._problems = frozenset(self.rows.number_at(at) for at in offsets)
        self.viewport().update()

    def set_size(self, size: int) -> None:
        """Set paragraphs in type of about this many pixels."""
        self._size = max(13, size - 1)
        self.write_again()

    def write_again(self) -> None:
        """Write all rows anew, in other colours or another size, around the same place."""
        bar, cursor = self.verticalScrollBar().value(), self.textCursor()
        anchor, position = cursor.anchor(), cursor.position()
        self._showing = True
        self._replace(0, len(self._shown), self._shown)
        cursor.setPosition(anchor)
        cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self._showing = False
        self.verticalScrollBar().setValue(bar)

    def _replace(self, first: int, end: int, rows: Sequence[Row]) -> None:
        """Write rows in place of those from `first` to before `end`."""
        document = self.document()
        bar = self.verticalScrollBar().value()
        if first == 0 and end == len(self._shown):
            self._start_document()
            cursor = QTextCursor(document)
            cursor.beginEditBlock()
            self._write(cursor, rows)
            cursor.endEditBlock()
            return
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        if first > 0:  # from the end of the row before
            block = document.findBlockByNumber(first - 1)
            cursor.setPosition(block.position() + block.length() - 1)
            last = document.findBlockByNumber(end - 1) if end > first else block
            cursor.setPosition(last.position() + last.length() - 1, _KEEP)
            cursor.removeSelectedText()
            for row in rows:
                cursor.insertBlock(self._layout(row), QTextCharFormat())
                self._write_row(cursor, row)
        else:  # the rows behind stay; the first of them moves up into place
            for row in rows:
                self._write_row(cursor, row)
                cursor.setBlockFormat(self._layout(row))
                cursor.insertBlock()
            block = document.findBlockByNumber(end + len(rows))
            layout = block.blockFormat()
            cursor.setPosition(block.position(), _KEEP)
            cursor.removeSelectedText()
            cursor.setBlockFormat(layout)
        cursor.endEditBlock()
        self.verticalScrollBar().setValue(bar)

    def _start_document(self) -> None:
        self.clear()
        document = self.document()
        document.setDefaultFont(theme.reading_font(self._size))
        frame = document.rootFrame()
        look = frame.frameFormat()
        look.setMargin(0)
        look.setLeftMargin(_MARGIN)
        look.setRightMargin(3 * GRID)
        look.setTopMargin(GRID)
        look.setBottomMargin(12 * GRID)
        frame.setFrameFormat(look)

    def _write(self, cursor: QTextCursor, rows: Sequence[Row]) -> None:
        for number, row in enumerate(rows):
            if number:
                cursor.insertBlock(self._layout(row), QTextCharFormat())
            else:
                cursor.setBlockFormat(self._layout(row))
            self._write_row(cursor, row)

    def _write_row(self, cursor: QTextCursor, row: Row) -> None:
        look = self._look(row)
        text, done = row.text, 0
        for fix in row.corrections:
            cursor.insertText(shown(text[done : fix.start]), look)
            done = fix.start + len(fix.text)
            cursor.insertText(shown(text[fix.start : done]), self._corrected(look, fix.original))
        cursor.insertText(shown(text[done:]), look)

    def _layout(self, row: Row) -> QTextBlockFormat:
        layout = QTextBlockFormat()
        layout.setLineHeight(140, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        layout.setTopMargin(4 * GRID if row.is_name else 0)
        layout.setBottomMargin(0 if row.is_furniture else GRID)
        return layout

    def _look(self, row: Row) -> QTextCharFormat:
        scheme, size = theme.colours(self.palette()), self._size
        look = QTextCharFormat()
        quiet = row.is_furniture or row.kind in _QUIET
        colour = scheme.muted if quiet else scheme.text
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
        corrected.setUnderlineColor(QColor(theme.colours(self.palette()).accent))
        corrected.setToolTip(f"改过的字，原文是“{original}”")
        return corrected

    # --- places --------------------------------------------------------------------------------

    def offset_at(self, position: int) -> int:
        """The raw offset at a document position; -1 in a name, in what was supplied, at an end."""
        block = self.document().findBlock(position)
        if not 0 <= block.blockNumber() < len(self.rows):
            return -1
        row = self.rows[block.blockNumber()]
        within = Utf16Places(row.text).offset(position - block.position())
        return row.places[within] if within < len(row.places) else -1

    def position_of(self, offset: int) -> int:
        """The document position of the character at a raw offset; -1 where there is no row."""
        number = self.rows.number_at(offset)
        if number < 0:
            return -1
        row = self.rows[number]
        within = 0
        for span in row.spans:
            if span.start <= offset < span.end:
                inside = (n for n, at in enumerate(row.places) if span.start <= at <= offset)
                within = max(inside, default=0)
        block = self.document().findBlockByNumber(number)
        return block.position() + Utf16Places(row.text).units(within)

    def here(self) -> int:
        """The number of the row that the caret is in."""
        return self.document().findBlock(self.textCursor().position()).blockNumber()

    def chosen(self) -> Chosen:
        """What the user points at."""
        cursor = self.textCursor()
        first = self.document().findBlock(cursor.selectionStart()).blockNumber()
        last = self.document().findBlock(max(cursor.selectionStart(), cursor.selectionEnd() - 1))
        numbers = range(first, min(last.blockNumber(), len(self.rows) - 1) + 1)
        start = self.offset_at(cursor.selectionStart())
        end = start
        if cursor.hasSelection():
            end = self.offset_at(cursor.selectionEnd() - 1) + 1
        return Chosen(tuple(self.rows[n] for n in numbers), start, end)

    def go_to(self, offset: int) -> None:
        """Put the caret before the character at a raw offset, and bring it into view."""
        self.select(offset, offset)

    def select(self, start: int, end: int) -> None:
        """Select the characters between two raw offsets, if one row has both; else go there."""
        first = self.position_of(start)
        if first < 0:
            return
        cursor = self.textCursor()
        cursor.setPosition(first)
        if start < end and self.rows.number_at(start) == self.rows.number_at(end - 1):
            cursor.setPosition(self.position_of(end - 1) + 1, _KEEP)
        self.setTextCursor(cursor)

    def choose_rows(self, offsets: Sequence[int]) -> None:
        """Select the rows that hold these raw offsets; a single one gets the caret."""
        numbers = sorted(self.rows.number_at(at) for at in offsets)
        if len(numbers) == 1:
            self.go_to_row(numbers[0])
        elif numbers:
            first = self.document().findBlockByNumber(numbers[0])
            last = self.document().findBlockByNumber(numbers[-1])
            cursor = self.textCursor()
            cursor.setPosition(first.position())
            cursor.setPosition(last.position() + last.length() - 1, _KEEP)
            self.setTextCursor(cursor)

    def go_to_row(self, number: int) -> None:
        """Put the caret at the beginning of a row."""
        number = max(0, min(number, len(self.rows) - 1))
        cursor = self.textCursor()
        cursor.setPosition(self.document().findBlockByNumber(number).position())
        self.setTextCursor(cursor)

    def mark_row(self, name: str, number: int) -> None:
        """Mark a whole row; -1 marks nothing."""
        block = self.document().findBlockByNumber(number)
        end = block.position() + block.length() - 1
        self.mark(name, [(block.position(), end)] if number >= 0 else [])

    def mark_offsets(self, name: str, start: int, end: int) -> None:
        """Mark the characters from one raw offset to before another."""
        first, last = self.position_of(start), self.position_of(end - 1)
        self.mark(name, [(first, last + 1)] if 0 <= first <= last else [])

    # --- Qt ------------------------------------------------------------------------------------

    def _tell_move(self) -> None:
        if self._showing:
            return
        number = self.here()
        if 0 <= number < len(self.rows):
            self.setAccessibleDescription(self.rows[number].label or self.rows[number].text)
        self.viewport().update()
        self.moved.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the page take keys first; all else is Qt's."""
        event.ignore()
        self.key_pressed.emit(event)
        if not event.isAccepted():
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Write again when light turns to dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._shown:
            self.write_again()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text, then what stands in the margin."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setFont(theme.ui_font())
        layout = self.document().documentLayout()
        top = -self.verticalScrollBar().value()
        block = self.cursorForPosition(event.rect().topLeft()).block()
        if block.previous().isValid():
            block = block.previous()
        while block.isValid() and block.blockNumber() < len(self.rows):
            rect = layout.blockBoundingRect(block).translated(0, top)
            if rect.top() > event.rect().bottom():
                break
            self._paint_margin(painter, block, rect)
            block = block.next()
        painter.end()

    def _paint_margin(self, painter: QPainter, block: QTextBlock, rect: QRectF) -> None:
        scheme = theme.colours(self.palette())
        number = block.blockNumber()
        row = self.rows[number]
        if row.is_name:
            if number:
                painter.setPen(QColor(scheme.line))
                y = round(self._line_top(block)) - GRID
                painter.drawLine(2 * GRID, y, self.viewport().width() - 2 * GRID, y)
            return
        line = block.layout().lineAt(0)
        height = line.height() if line.isValid() else 3 * GRID
        place = QRectF(2 * GRID, self._line_top(block), _MARGIN - 5 * GRID, height)
        painter.setPen(QColor(scheme.muted))
        aside = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(place, aside, row.label)
        if number in self._problems:
            painter.setPen(QColor(scheme.amber))
            sign = QRectF(0, place.top(), 2 * GRID, height)
            painter.drawText(sign, Qt.AlignmentFlag.AlignCenter, "⚠")
        if number in self._chosen_numbers():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(scheme.accent if self.hasFocus() else scheme.line))
            bar = QRectF(_MARGIN - 2 * GRID, place.top(), 3, rect.height() - GRID)
            painter.drawRoundedRect(bar, 1.5, 1.5)

    def _line_top(self, block: QTextBlock) -> float:
        """Where the text of a row begins in the viewport, below the room above it."""
        return block.layout().position().y() - self.verticalScrollBar().value()

    def _chosen_numbers(self) -> range:
        cursor, document = self.textCursor(), self.document()
        first = document.findBlock(cursor.selectionStart()).blockNumber()
        end = max(cursor.selectionStart(), cursor.selectionEnd() - 1)
        return range(first, document.findBlock(end).blockNumber() + 1)


_KEEP = QTextCursor.MoveMode.KeepAnchor


def _same(one: Sequence[Row], other: Sequence[Row]) -> int:
    """How many rows two lists have in common from their beginning."""
    pairs = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
