"""The moment from which the window may do more than show itself."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

UNSEEN = 200
"""Milliseconds after which a window that nobody sees goes on without having been painted."""


class AfterFirstPaint(QObject):
    """Does something once a window has been painted, or soon, where it is shown minimised."""

    def __init__(self, window: QWidget, do: Callable[[], None]) -> None:
        super().__init__(window)
        self._soon = QTimer(self, interval=UNSEEN, singleShot=True)
        self._soon.timeout.connect(do)
        self._soon.timeout.connect(self.deleteLater)
        self._soon.start()
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the paint of the window, which is under way, for the moment to begin."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self._soon.start(0)
        return False
