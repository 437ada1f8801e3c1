"""Line icons of one family, drawn in the colour of the text around them."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QToolButton, QWidget

from studydesk import paths
from studydesk.ui import theme

FAINT = 0.4
"""How strongly the icon of something that is off is drawn."""


_copies: list[QIconEngine] = []
"""Drawings that Qt asked for; it seldom does."""


class _Drawing(QIconEngine):
    """Draws an icon in the size that is asked for, when it is asked for: a window has many icons
    in many menus, and sizes depend on the screen.
    """

    def __init__(self, drawing: bytes) -> None:
        super().__init__()
        self._drawing = drawing
        self._drawn: dict[tuple[int, int, bool], QPixmap] = {}

    def clone(self) -> "_Drawing":
        """The same for another icon, which Python would delete under Qt's hands otherwise."""
        copy = _Drawing(self._drawing)
        _copies.append(copy)
        return copy

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        """Draw into a rectangle."""
        painter.save()
        painter.setOpacity(FAINT if mode is QIcon.Mode.Disabled else 1.0)
        QSvgRenderer(QByteArray(self._drawing)).render(painter, QRectF(rect))
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The icon in so many pixels."""
        key = size.width(), size.height(), mode is QIcon.Mode.Disabled
        if key not in self._drawn:
            pixmap = self._drawn[key] = QPixmap(size)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            self.paint(painter, pixmap.rect(), mode, state)
            painter.end()
        return self._drawn[key]


@lru_cache(maxsize=256)
def icon(name: str, colour: str) -> QIcon:
    """The icon of this file name in resources/icons, in one colour ("#rrggbb")."""
    drawing = (paths.resources() / "icons" / f"{name}.svg").read_text("utf-8")
    drawing = drawing.replace("currentColor", colour)
    drawing = drawing.replace('stroke-width="2"', 'stroke-width="1.6"')
    return QIcon(_Drawing(drawing.encode()))


def text_icon(name: str, palette: QPalette) -> QIcon:
    """The icon in the text colour of a palette."""
    return icon(name, theme.colours(palette).text)


class IconButton(QToolButton):
    """A button with an icon; its tip is its name."""

    def __init__(self, name: str, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.setIconSize(QSize(theme.ICON, theme.ICON))
        self.setToolTip(tip)
        self.setAccessibleName(tip)
        self.setIcon(text_icon(name, self.palette()))

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon again when light turns to dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.setIcon(text_icon(self._name, self.palette()))
