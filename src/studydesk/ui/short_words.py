"""Words that stay on one line; those that are shortened to their room have the whole as tip."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QWidget

MIDDLE = Qt.TextElideMode.ElideMiddle
RIGHT = Qt.TextElideMode.ElideRight

_LEAST = 40
"""Pixels that are always there."""

_JOINER = "\u2060"


class ShortLabel(QLabel):
    """A name, as of a file, of which beginning and end say more than the middle."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.words = words
        self.setToolTip(words)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(_LEAST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the words anew."""
        super().resizeEvent(event)
        self.setText(self.fontMetrics().elidedText(self.words, MIDDLE, self.width()))


def unbroken(words: str) -> str:
    """Words that a line never ends within (UAX #14: no-break space and word joiner)."""
    return _JOINER.join(words.replace(" ", "\u00a0"))


def shorten(button: QAbstractButton, words: str, mode: Qt.TextElideMode, end: str = "") -> None:
    """Put words on a button, as many as it has room for beside `end`, which is a sign."""
    button.ensurePolished()
    button.setText(f"{words}{end}".replace("&", "&&"))
    measure = button.fontMetrics()
    beside = button.sizeHint().width() - measure.horizontalAdvance(f"{words}{end}")
    room = button.width() - beside - measure.horizontalAdvance(end)
    short = measure.elidedText(words, mode, max(room, 0))
    button.setText(f"{short}{end}".replace("&", "&&"))
