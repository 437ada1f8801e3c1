"""使用说明: the manual in resources/help, beside the window that it tells of."""

import re
from functools import partial
from pathlib import Path

from PySide6.QtCore import QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QImage,
    QImageReader,
    QPainter,
    QPyTextObject,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from studydesk import paths
from studydesk.ui.flow_row import FlowRow
from studydesk.ui.key_names import native
from studydesk.ui.sheet import Sheet
from studydesk.ui.theme import GRID

_SIZE = 110 * GRID, 84 * GRID
"""Width and height in pixels, where the screen has room for them."""

_TYPE = 15
"""The height of its type in pixels."""

_SCALE = 1.5
"""Pixels of a picture for one of the window, where it has all the room it could use."""

_STYLE = """
h2 { font-size: 18px; margin: 24px 0 8px 0; }
p, li { line-height: 150%; margin: 0 0 6px 0; }
p.picture { line-height: 100%; margin: 8px 0 0 0; }
kbd { font-family: inherit; font-weight: bold; }
"""
"""No colours: those of the window change while the manual is open."""


class Manual(Sheet):
    """What the manual is about, in sight all the time, and below it the manual."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("使用说明")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        written = _file("manual.html").read_text("utf-8")
        self.text = _ManualText(written)
        contents = FlowRow()
        for heading in re.findall("<h2>(.+?)</h2>", written):
            button = QPushButton(heading)
            button.setProperty("role", "link")
            button.setAutoDefault(False)
            button.clicked.connect(partial(self.text.go_to, heading))
            contents.addWidget(button)
        close = QPushButton("关闭")
        close.clicked.connect(self.accept)
        last = QHBoxLayout()
        last.addStretch()
        last.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        column.setSpacing(GRID)
        column.addLayout(contents)
        column.addWidget(self.text, 1)
        column.addLayout(last)
        self.resize(*_SIZE)
        self.text.setFocus()  # its keys scroll


class _ManualText(QTextBrowser):
    """The manual itself, its keys as this system calls them."""

    def __init__(self, written: str) -> None:
        super().__init__()
        self.setAccessibleName("使用说明")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("pane", "true")
        self.setTabChangesFocus(True)
        font = self.font()
        font.setPixelSize(_TYPE)
        self.setFont(font)
        document = self.document()
        document.setDocumentMargin(2 * GRID)
        document.setDefaultStyleSheet(_STYLE)
        self._pictures = _Pictures(self)
        image = QTextFormat.ObjectTypes.ImageObject.value
        document.documentLayout().registerHandler(image, self._pictures)
        named = re.sub("<kbd>(.+?)</kbd>", lambda key: f"<kbd>{native(key[1])}</kbd>", written)
        self.setHtml(re.sub("<h2>(.+?)</h2>", r'<h2 id="\1">\1</h2>', named))

    def go_to(self, heading: str) -> None:
        """Show what stands below a heading."""
        self.scrollToAnchor(heading)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() - GRID)


class _Pictures(QPyTextObject):
    """The pictures, no wider than the text. One is read when it is first seen, and made as wide as
    it is drawn: Qt would read all of them at once, and draw them rough.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._drawn: dict[str, QImage] = {}

    def intrinsicSize(
        self, document: QTextDocument, _position: int, described: QTextFormat
    ) -> QSizeF:
        """The size of a picture on the page."""
        size = QSizeF(QImageReader(_picture(described)).size()) / _SCALE
        room = document.textWidth() - 2 * document.documentMargin()
        return size.scaled(
            min(room, size.width()), size.height(), Qt.AspectRatioMode.KeepAspectRatio
        )

    def drawObject(
        self,
        painter: QPainter,
        place: QRectF | QRect,
        _document: QTextDocument,
        _position: int,
        described: QTextFormat,
    ) -> None:
        """Draw a picture into its place."""
        file = _picture(described)
        width = round(place.width() * painter.device().devicePixelRatioF())
        if file not in self._drawn or self._drawn[file].width() != width:
            smooth = Qt.TransformationMode.SmoothTransformation
            self._drawn[file] = QImage(file).scaledToWidth(width, smooth)
        painter.drawImage(place, self._drawn[file])


def _picture(described: QTextFormat) -> str:
    return str(_file(described.toImageFormat().name()))


def _file(name: str) -> Path:
    return paths.resources() / "help" / name
