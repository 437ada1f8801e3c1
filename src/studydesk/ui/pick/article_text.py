"""An article set on a page of its own: its text, where in it something is, and what is marked."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from studydesk.domain.article import Article, Source
from studydesk.ui import theme
from studydesk.ui.pick.article_document import MEASURE, ArticleDocument, Looks
from studydesk.ui.pick.paragraph_cursor import ParagraphCursor
from studydesk.ui.theme import GRID

Stretch = tuple[int, int]
"""Offsets in the article's body, the second one after the last character."""

_Place = tuple[int, int]
"""An offset of the body, and how many pixels below the upper edge its line stands."""

_MARGIN = 5 * GRID
"""Least room to the left and right of the text; the bars stand in it."""
_PICKED_BAR, _HERE_BAR = 20, 10
"""How far left of the text the bars of picked passages and of the current paragraph stand."""


class ArticleText(QTextEdit):
    """Keeps its place in the article whatever becomes of its width, type or colours. Picked
    passages and the paragraph of the cursor have a bar to the left of them.
    """

    scrolled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAccessibleName("正文")
        self._take(QTextDocument(self))
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("ground", "paper")
        self.setProperty("pane", "true")
        self._size = 17
        self._colours = theme.LIGHT
        self._shown: tuple[Article, Source] | None = None
        self._guess: Source | None = None
        self._places: ArticleDocument | None = None
        self._picks: Sequence[Stretch] = ()
        self._others: Sequence[Stretch] = ()
        self._hits: Sequence[Stretch] = ()
        self._hit: Stretch | None = None
        """The hit that was gone to last."""
        self._place: _Place | None = None
        """What is at the upper edge, kept while the page takes another width; None where it is
        the beginning.
        """
        self._paragraphs = ParagraphCursor(self)
        self.cursorPositionChanged.connect(self.viewport().update)  # the bar goes along
        self.verticalScrollBar().valueChanged.connect(self._note_top)

    # --- what is shown -------------------------------------------------------------------------

    def show_article(self, article: Article, source: Source) -> None:
        """Set an article from its head; the paragraph cursor stands on its first paragraph."""
        self._shown, self._guess = (article, source), None
        self._picks = self._others = self._hits = ()
        self._hit = None
        self._set()
        self._paragraphs.go_to(self._body_start())
        self.show_place(0)

    def show_again(self, article: Article, source: Source, guess: Source | None = None) -> None:
        """Tell other facts of the same article's source, or a guess at them, at the same place."""
        self._shown, self._guess = (article, source), guess
        if self._places is not None:
            place = self._place
            self._places.tell_source(article, source, guess)
            self._paragraphs.first = self._body_start().position()
            self._stay(place)

    def show_nothing(self) -> None:
        """Empty the page."""
        self._shown = self._places = None
        self.clear()

    def set_size(self, size: int) -> None:
        """Set the body in type of this many pixels, and stay at the same place."""
        if size != self._size:
            self._size = size
            self.set_again()

    def set_again(self) -> None:
        """Set the same article anew, in other colours or another size, at the same place."""
        if self._shown is not None:
            place, chosen = self._place, self.selection() or self.paragraph()[:1] * 2
            self._set()
            self.setTextCursor(self._cursor(*chosen))
            self._stay(place)

    def _follow_colours(self) -> None:
        """Set the article again where light has turned to dark since it was set."""
        if theme.colours(self.palette()) is not self._colours:
            self.set_again()

    def _set(self) -> None:
        if self._shown is None:
            return
        looks = Looks(self._size, theme.colours(self.palette()))
        self._colours = looks.colours
        self._paragraphs.forget()
        before, document = self.document(), QTextDocument(self)
        self._places = ArticleDocument(document, *self._shown, looks, self._guess)
        self._set_measure(document)
        self._take(document)
        before.deleteLater()
        self._paragraphs.first = self._body_start().position()
        self._mark()

    def _take(self, document: QTextDocument) -> None:
        """Show a document that is written: of a new one Qt sets what is seen, and the rest in
        turns, where it would set one that is written over whole.
        """
        document.setUndoRedoEnabled(False)
        self.setDocument(document)
        document.documentLayout().setPaintDevice(self.viewport())
        self.setCursorWidth(0)  # a bar beside the paragraph shows where the keys go

    def set_picks(self, picks: Sequence[Stretch], others: Sequence[Stretch] = ()) -> None:
        """Mark what is picked: a bar and a grey ground, for that of a selection is blue; of other
        packets a pale bar alone.
        """
        self._picks, self._others = picks, others
        self._mark()

    def set_hits(self, hits: Sequence[Stretch]) -> None:
        """Mark what a search found."""
        self._hits, self._hit = hits, None
        self._mark()

    def _mark(self) -> None:
        if self._places is None:
            return
        scheme = theme.colours(self.palette())
        marks = [self._marked(stretch, scheme.hover) for stretch in self._picks]
        marks += [self._marked(stretch, scheme.hit) for stretch in self._hits]
        marks += [self._marked(self._hit, scheme.accent, scheme.on_accent)] if self._hit else []
        self.setExtraSelections(marks)
        self.viewport().update()

    def _marked(
        self, stretch: Stretch, colour: str, ink: str | None = None
    ) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        look = QTextCharFormat()
        look.setBackground(QColor(colour))
        if ink:
            look.setForeground(QColor(ink))
        mark.format = look
        mark.cursor = self._cursor(*stretch)
        return mark

    # --- places --------------------------------------------------------------------------------

    def selection(self) -> Stretch | None:
        """What is selected of the body, or None."""
        cursor = self.textCursor()
        if self._places is None or not cursor.hasSelection():
            return None
        start = self._places.offset(cursor.selectionStart())
        end = self._places.offset(cursor.selectionEnd())
        return (start, end) if start < end else None

    def paragraph(self) -> Stretch:
        """The stretch of the paragraph that the cursor is on."""
        block = self.textCursor().block()
        return self._stretch(block, block)

    @property
    def top(self) -> int:
        """The body offset at the upper edge of the view."""
        return self._place[0] if self._place else 0

    def _note_top(self) -> None:
        if self._places is not None:
            corner = QPoint(self.viewport().width() // 2, GRID)
            top = self._places.offset(self.cursorForPosition(corner).position())
            is_beginning = self.verticalScrollBar().value() == 0
            self._place = None if is_beginning else (top, self._line_rect(top).top())
            self.scrolled.emit()

    def show_place(self, offset: int, margin: int = GRID) -> None:
        """Scroll so that a place stands `margin` pixels below the upper edge."""
        self._stay((offset, margin) if offset > 0 else None)

    def _stay(self, place: _Place | None) -> None:
        bar = self.verticalScrollBar()
        if place is None:
            bar.setValue(0)
        elif self._places is not None:
            height = ceil(self.document().size().height())  # the bar learns of it in a later turn
            bar.setMaximum(max(0, height - self.viewport().height()))
            offset, below = place
            bar.setValue(bar.value() + self._line_rect(offset).top() - below)
        self._place = place

    def _cursor(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        if self._places is not None:
            cursor.setPosition(self._places.position(min(start, self._places.length)))
            last = self._places.position(min(end, self._places.length))
            cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def select_all(self) -> None:
        """Select all, without setting what is not seen: Qt would set it to know how far in its
        line the last character stands, unless the document is being written.
        """
        writing = QTextCursor(self.document())
        with QSignalBlocker(self):
            writing.beginEditBlock()
            self.selectAll()
            writing.endEditBlock()
        self.selectionChanged.emit()
        self.cursorPositionChanged.emit()

    def last_in_view(self) -> int:
        """The position in the document at the lower edge of the view."""
        return self.cursorForPosition(self.viewport().rect().bottomRight()).position()

    def _body_start(self) -> QTextBlock:
        start = self._places.position(0) if self._places else 0
        return self.document().findBlock(start)

    def _stretch(self, first: QTextBlock, last: QTextBlock) -> Stretch:
        if self._places is None:
            return 0, 0
        end = last.position() + last.length() - 1
        return self._places.offset(first.position()), self._places.offset(end)

    # --- size, colours, paint ------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the measure and the place."""
        place = self._place
        self._set_measure(self.document())
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._stay(place)
        self.scrolled.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Keep the place: Qt goes to the cursor when a text is shown for the first time. Take the
        colours that came while the text was out of sight.
        """
        self._follow_colours()
        place = self._place
        super().showEvent(event)
        self._stay(place)

    def changeEvent(self, event: QEvent) -> None:
        """Colours follow a change between light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.isVisible():
            self._follow_colours()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The paragraph bar is drawn stronger while keys go here."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """See focusInEvent."""
        super().focusOutEvent(event)
        self.viewport().update()

    def _set_measure(self, document: QTextDocument) -> None:
        """Centre a column of MEASURE characters, with room for the bars; where it stands does not
        hang on the scroll bar, for whose coming all would be set again.
        """
        room = self.contentsRect().width() - self.verticalScrollBar().sizeHint().width()
        side = max(_MARGIN, (room - MEASURE * self._size) // 2)
        frame = document.rootFrame()
        look = frame.frameFormat()
        if look.leftMargin() != side:
            look.setMargin(0)
            look.setLeftMargin(side)
            look.setRightMargin(side)
            look.setTopMargin(4 * GRID)
            look.setBottomMargin(10 * GRID)
            frame.setFrameFormat(look)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text, then the bars to the left of it."""
        super().paintEvent(event)
        if self._places is None:
            return
        scheme = theme.colours(self.palette())
        left = self.document().rootFrame().frameFormat().leftMargin()
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        inks = [scheme.line] * len(self._others) + [scheme.accent] * len(self._picks)
        for (start, end), ink in zip((*self._others, *self._picks), inks, strict=True):
            painter.setBrush(QColor(ink))
            top = self._line_rect(start).top()
            bottom = self._line_rect(end).bottom()
            painter.drawRoundedRect(QRectF(left - _PICKED_BAR, top, 4, bottom - top), 2, 2)
        block = self.textCursor().block()
        if self._body_start().position() <= block.position() <= self.last_in_view():
            painter.setBrush(QColor(scheme.text if self.hasFocus() else scheme.line))
            rect = self._block_rect(block)
            painter.drawRoundedRect(QRectF(left - _HERE_BAR, rect.top(), 2, rect.height()), 1, 1)
        painter.end()

    def _line_rect(self, offset: int) -> QRect:
        return self.cursorRect(self._cursor(offset, offset))

    def _block_rect(self, block: QTextBlock) -> QRectF:
        rect = self.document().documentLayout().blockBoundingRect(block)
        return rect.translated(0, -self.verticalScrollBar().value())
