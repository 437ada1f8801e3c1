"""A 花脸稿 on the screen: struck out in red, put in in the accent colour and underlined."""

from collections.abc import Iterator
from html import escape
from itertools import takewhile
from math import ceil

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from studydesk.handout.redline import Change, Piece, Redline, RedlineItem, folded
from studydesk.ui import theme
from studydesk.ui.theme import GRID, Colours


class RedlineView(QTextBrowser):
    """Shows one comparison; it follows the colours of the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("花脸稿")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("ground", "surface")
        self.setProperty("pane", "true")
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(GRID)
        self._found: Redline | None = None

    def show_comparison(self, found: Redline | None) -> None:
        """Show a comparison, or nothing."""
        self._found = found
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew in other colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()

    def _draw(self) -> None:
        if self._found is None:
            self.clear()
        else:
            self.setHtml(redline_html(self._found, theme.colours(self.palette())))
        self._cut_no_line()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another size holds other lines."""
        super().resizeEvent(event)
        self._cut_no_line()

    def _cut_no_line(self) -> None:
        """Leave free below what is too little for a line."""
        room = self.viewport().height() + self.viewportMargins().bottom()
        ends = list(takewhile(lambda end: end <= room, self._line_ends()))
        fits = not ends or self.document().size().height() <= room
        self.setViewportMargins(0, 0, 0, 0 if fits else room - ends[-1])

    def _line_ends(self) -> Iterator[int]:
        """How far down each line ends."""
        block = self.document().begin()
        while block.isValid():
            top = self.document().documentLayout().blockBoundingRect(block).top()
            lines = map(block.layout().lineAt, range(block.layout().lineCount()))
            yield from (ceil(top + line.y() + line.height()) for line in lines)
            block = block.next()


def redline_html(found: Redline, colours: Colours) -> str:
    """A comparison as rich text; what is as it was is muted."""
    parts = [f"<p><b>{escape(found.summary)}</b></p>"]
    for part in folded(found):
        if isinstance(part, str):
            muted = f"margin:8px 0 0;color:{colours.muted}"
            parts.append(f'<p style="{muted}">{escape(part)}</p>')
        else:
            parts.append(_item(part, colours))
    return "".join(parts)


def _item(item: RedlineItem, colours: Colours) -> str:
    lines = "".join(
        f'<p style="margin:2px 0 0 {2 * GRID}px">'
        + "".join(_piece(piece, colours) for piece in line)
        + "</p>"
        for line in item.lines
    )
    head = f"<b>{escape(item.deed)}　{escape(item.name)}</b>"
    return f'<p style="margin:8px 0 0">{head}</p>{lines}'


def _piece(piece: Piece, colours: Colours) -> str:
    text = escape(piece.text).replace("\n", "<br>")
    match piece.change:
        case Change.DELETED:
            return f'<s style="color:{colours.red}">{text}</s>'
        case Change.INSERTED:
            return f'<u style="color:{colours.accent}">{text}</u>'
    return text
