"""A field for a number: it shows what was typed, and tells beside it what is not taken."""

from PySide6.QtCore import QEvent, QObject, QRegularExpression, Qt, Signal
from PySide6.QtGui import QKeyEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from studydesk.ui.doubt import Doubt
from studydesk.ui.fields import LineField
from studydesk.ui.typist import typist

_MOST_TYPED = 6
"""Characters that a number may be typed in: more than any has, so that none is swallowed."""

_BESIDE_DIGITS = 24
"""Pixels of the line that are not for its digits."""


class NumberField(QWidget):
    """A number with its unit behind it; ↑ and ↓ count up and down."""

    edited = Signal(object)
    """The user made the number this."""
    settled = Signal()
    """The user has finished typing."""

    def __init__(
        self,
        name: str,
        unit: str,
        low: int,
        high: int,
        parent: QWidget | None = None,
        *,
        whole: bool = True,
    ) -> None:
        """Unless it is `whole`, it may have two decimals."""
        super().__init__(parent)
        self._number: float = low
        self._settled: float = low
        self._is_typing = False
        self._name, self._unit = name, unit
        self.line = LineField(f"{name}（{unit}）")
        figures = "[0-9]*" if whole else r"[0-9]*(\.[0-9]{0,2})?"
        self.line.setValidator(QRegularExpressionValidator(QRegularExpression(figures), self.line))
        self.line.setMaxLength(_MOST_TYPED)
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.line.installEventFilter(self)
        self.line.edited.connect(self._read)
        self.line.editingFinished.connect(self._settle)
        self.doubt = Doubt()
        self.set_range(low, high)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.line)
        row.addWidget(QLabel(unit))
        row.addWidget(self.doubt, 1)
        row.addStretch()
        self.setFocusProxy(self.line)

    @property
    def number(self) -> float:
        """The number as it stands."""
        return self._number

    def set_range(self, low: int, high: int) -> None:
        """Take no number below or above these."""
        self._low, self._high = low, high
        self.line.setToolTip(f"{low}～{high} {self._unit}，可用 ↑↓ 增减")
        if self.is_doubtful():
            self._look_again()

    def set_number(self, number: float) -> None:
        """Show a number; what is typed stays while it means the same, or means none."""
        number = round(number, 2)
        stays = (self._is_typing or self.is_doubtful()) and number == self._number
        if number != self._number:
            self._number = self._settled = number
        if _meant(self.line.text()) != number and not stays:
            self.line.set_text(f"{number:g}")
            self.doubt.tell("")

    def is_doubtful(self) -> bool:
        """Whether it is told that what was typed is not taken."""
        return bool(self.doubt.sentence)

    def forget(self) -> None:
        """Let go of what was typed and is no such number."""
        self._is_typing = False
        self.doubt.tell("")
        self.line.set_text(f"{self._number:g}")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """↑ and ↓ count; the line has room for all that may be typed, in whatever type it is."""
        if event.type() in (QEvent.Type.Polish, QEvent.Type.FontChange):
            digits = self.line.fontMetrics().horizontalAdvance("0" * _MOST_TYPED)
            self.line.setFixedWidth(digits + _BESIDE_DIGITS)
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()), 0)
            if step and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self.doubt.tell("")
                typist.go_on("counting")
                self._take(max(self._low, min(self._high, self._number + step)))
                self._settled = self._number
                self.line.set_text(f"{self._number:g}")
                return True
        return super().eventFilter(watched, event)

    def _read(self, text: str) -> None:
        self._is_typing, number = True, _meant(text)
        if number is not None and self._low <= number <= self._high:
            self.doubt.tell("")
            self._take(number)
            return
        self._take(self._settled)  # 99 on the way to 999 was not meant
        if number is not None and number > self._high:  # more figures make it no smaller
            self._tell_refused()

    def _settle(self) -> None:
        """Say of a number that cannot be taken what is kept in its place."""
        self._is_typing = False
        number = _meant(self.line.text())
        if number is None:
            self.forget()
        elif not self._low <= number <= self._high:
            self._tell_refused()
        else:
            self._take(number)
        self._settled = self._number
        self.settled.emit()

    def _look_again(self) -> None:
        """What was refused may be refused for another reason now, or for none: then what was kept
        in its place stays, unless it is still being typed.
        """
        number = _meant(self.line.text())
        if number is None or not self._low <= number <= self._high:
            self._tell_refused()
        elif self._is_typing:
            self.doubt.tell("")
        else:
            self.forget()

    def _tell_refused(self) -> None:
        room = f"{self._low}～{self._high} {self._unit}之间"
        self.doubt.tell(f"{self._name}要在 {room}，仍按 {self._number:g}")

    def _take(self, number: float) -> None:
        if number != self._number:
            self._number = number
            self.edited.emit(number)


def _meant(text: str) -> float | None:
    """The number that was typed: a whole one without decimals, as it is kept."""
    try:
        number = float(text)
    except ValueError:
        return None
    return int(number) if number.is_integer() else number
