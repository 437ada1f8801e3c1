"""Line icons of one family, drawn in the colour of the text around them."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QToolButton, QWidget

from studydesk import paths
from studydesk.ui import theme

_SIDES = (16, 20, 24, 30, 32, 40, 48, 60, 80)
"""The sizes that are asked for at 100, 150, 200 and more percent, in pixels."""


@lru_cache(maxsize=256)
def icon(name: str, colour: str) -> QIcon:
    """The icon of this file name in resources/icons, in one colour ("#rrggbb")."""
    drawing = (paths.resources() / "icons" / f"{name}.svg").read_text("utf-8")
    drawing = drawing.replace("currentColor", colour)
    drawing = drawing.replace('stroke-width="2"', 'stroke-width="1.6"')
    renderer = QSvgRenderer(QByteArray(drawing.encode()))
    made = QIcon()
    for side in _SIDES:
        for mode, opacity in ((QIcon.Mode.Normal, 1.0), (QIcon.Mode.Disabled, 0.4)):
            pixmap = QPixmap(side, side)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            painter.setOpacity(opacity)
            renderer.render(painter, QRectF(0, 0, side, side))
            painter.end()
            made.addPixmap(pixmap, mode)
    return made


def text_icon(name: str, palette: QPalette) -> QIcon:
    """The icon in the text colour of a palette."""
    return icon(name, theme.colours(palette).text)


class IconButton(QToolButton):
    """A button with an icon, and with a label beside it if asked; its tip is its name."""

    def __init__(self, name: str, tip: str, parent: QWidget | None = None, label: str = "") -> None:
        super().__init__(parent)
        self._name = name
        self.setIconSize(QSize(theme.ICON, theme.ICON))
        self.setToolTip(tip)
        self.setAccessibleName(tip)
        if label:
            self.setText(label)
            self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIcon(text_icon(name, self.palette()))

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon again when light turns to dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.setIcon(text_icon(self._name, self.palette()))
