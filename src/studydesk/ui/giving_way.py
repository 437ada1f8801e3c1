"""What scrolls where a low window leaves it no room, and panels that let it."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QLayout, QScrollArea, QSizePolicy, QWidget

from studydesk.ui.theme import GRID

_LEAST = 60
"""Pixels that are seen at least: two lines of choices, three of words."""


class LowPanel(QWidget):
    """A panel that can be as low as its parts. Qt takes the height that wrapped lines need for the
    least one of all that stands beside them, and lays parts over one another below it.
    """

    def hasHeightForWidth(self) -> bool:
        """The width is asked in the hints."""
        return False

    def sizeHint(self) -> QSize:
        """All of it, in the width that there is."""
        rows, hint = self.layout(), super().sizeHint()
        if rows is None or not rows.hasHeightForWidth():
            return hint
        return QSize(hint.width(), rows.totalHeightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """Its parts as low as they can be."""
        rows, least = self.layout(), super().minimumSizeHint()
        if rows is None or not rows.hasHeightForWidth():
            return least
        return QSize(least.width(), rows.totalMinimumHeightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words take more lines where there is less width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()


class GivingWay(QScrollArea):
    """As high as what it holds, and lower where there is less room; what has the keys is seen."""

    def __init__(self, layout: QLayout, ground: str = "window") -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._held = QWidget()
        self._held.setProperty("ground", ground)
        layout.setContentsMargins(0, 0, 0, 0)
        self._held.setLayout(layout)
        self.setWidget(self._held)
        self._soon = QTimer(self, interval=0, singleShot=True)  # when all has its place
        self._soon.timeout.connect(self._follow)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusObjectChanged.connect(self._come)

    def _come(self) -> None:
        """Follow the keys, but let nothing slip from under a mouse that is pressed."""
        if QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self._soon.start()

    def _follow(self) -> None:
        focus = QApplication.focusWidget()
        if focus is not None and self._held.isAncestorOf(focus):
            self.ensureWidgetVisible(focus, 0, GRID // 2)

    def sizeHint(self) -> QSize:
        """All of what it holds, in the width that there is."""
        held = self._held
        wraps = held.hasHeightForWidth()
        high = held.heightForWidth(self.viewport().width()) if wraps else held.sizeHint().height()
        return QSize(held.minimumSizeHint().width(), high)

    def minimumSizeHint(self) -> QSize:
        """A few lines of it."""
        hint = self.sizeHint()
        return QSize(hint.width(), min(hint.height(), _LEAST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More lines are needed where there is less width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
        self._come()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What it holds may become higher."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
