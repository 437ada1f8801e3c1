"""Words where there is little room: those that are shortened to it have the whole as tip."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QWidget,
)

MIDDLE = Qt.TextElideMode.ElideMiddle
RIGHT = Qt.TextElideMode.ElideRight

_LEAST = 40
"""Pixels that are always there."""

_LINE = 300
"""Pixels of a line of a menu, at most."""

_DOT = " · "

JOINER = "\u2060"
"""Between two characters: no line ends there (word joiner)."""


class ShortLabel(QLabel):
    """A name, as of a file, of which beginning and end say more than the middle."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.words = words
        self.setToolTip(words)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(_LEAST)

    def say(self, words: str) -> None:
        """Show other words."""
        self.words = words
        self.setToolTip(words)
        self._shorten()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the words anew."""
        super().resizeEvent(event)
        self._shorten()

    def _shorten(self) -> None:
        self.setText(self.fontMetrics().elidedText(self.words, MIDDLE, self.width()))


class PartedButton(QPushButton):
    """A button whose parts, which dots part, stand below one another where they do not fit into
    one line.
    """

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.words = words
        self.setStyleSheet("text-align: left;")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def say(self, words: str) -> None:
        """Show other words."""
        self.words = words
        self._part()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """All in one line."""
        return self._size_of(self.words)

    def minimumSizeHint(self) -> QSize:
        """As wide as the widest part."""
        return QSize(self._size_of(self._parted()).width(), self.sizeHint().height())

    def heightForWidth(self, width: int) -> int:
        """One line, or as many as there are parts."""
        return self._size_of(self._fitting(width)).height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Part the words anew."""
        super().resizeEvent(event)
        self._part()

    def _part(self) -> None:
        self.setText(self._fitting(self.width()))

    def _parted(self) -> str:
        return self.words.replace(_DOT, "\n")

    def _fitting(self, width: int) -> str:
        return self.words if self.sizeHint().width() <= width else self._parted()

    def _size_of(self, words: str) -> QSize:
        option = QStyleOptionButton()
        self.ensurePolished()
        self.initStyleOption(option)
        option.text = words
        held = self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, words)
        kind = QStyle.ContentsType.CT_PushButton
        return self.style().sizeFromContents(kind, option, held, self)


def unbroken(words: str) -> str:
    """Words that a line never ends within (UAX #14: no-break space and word joiner)."""
    return JOINER.join(words.replace(" ", "\u00a0"))


def shorten(button: QAbstractButton, words: str, mode: Qt.TextElideMode, end: str = "") -> None:
    """Put words on a button, as many as it has room for beside `end`, which is a sign."""
    button.ensurePolished()
    button.setText(f"{words}{end}".replace("&", "&&"))
    measure = button.fontMetrics()
    beside = button.sizeHint().width() - measure.horizontalAdvance(f"{words}{end}")
    room = button.width() - beside - measure.horizontalAdvance(end)
    short = measure.elidedText(words, mode, max(room, 0))
    button.setText(f"{short}{end}".replace("&", "&&"))


def menu_line(words: str, menu: QMenu) -> str:
    """What a user wrote, as the line of a menu, which is as wide as its longest line."""
    return menu.fontMetrics().elidedText(words, MIDDLE, _LINE).replace("&", "&&")
