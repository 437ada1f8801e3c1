"""What could be better about a question, said below its words."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from studydesk.ui.sentence import Sentence
from studydesk.ui.short_words import RIGHT, shorten


class _Lines(Sentence):
    """Wrapped lines that keep their height: a form of Qt that is made higher, and no wider, gives
    what wraps in it no more than its size hint.
    """

    def fit(self) -> None:
        """Be as high as the words in this width."""
        self.setMinimumHeight(max(0, self.heightForWidth(self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width makes another number of lines."""
        super().resizeEvent(event)
        self.fit()


class _Fold(QPushButton):
    """As many words as there is room for, and a sign that there is more to see, or less."""

    def __init__(self) -> None:
        super().__init__()
        self._words = self._sign = ""
        self.setProperty("role", "link")
        self.setStyleSheet("text-align: left;")
        self.setCheckable(True)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)

    def say(self, words: str, sign: str) -> None:
        """Show these words before the sign."""
        self._words, self._sign = words, sign
        shorten(self, words, RIGHT, sign)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten them anew."""
        super().resizeEvent(event)
        shorten(self, self._words, RIGHT, self._sign)


class Advice(QWidget):
    """One line, which has its room also while it is empty: nothing below moves from under the
    mouse as it comes and goes. A press shows all of it.
    """

    def __init__(self) -> None:
        super().__init__()
        self._hints: tuple[str, ...] = ()
        self.fold = _Fold()
        self.fold.toggled.connect(self._show)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.lines = _Lines(role="muted")
        self.lines.setAccessibleName("题目提示")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.fold)
        column.addWidget(self.lines)
        self.tell(())

    def tell(self, hints: Sequence[str]) -> None:
        """Say what could be better; where that is nothing, the line is closed for the next time."""
        self._hints = tuple(hints)
        self.lines.setText("\n".join(f"· {hint}" for hint in hints))
        self.lines.fit()
        self.fold.setVisible(bool(hints))
        self.fold.setChecked(self.fold.isChecked() and bool(hints))
        self._show()

    @property
    def said(self) -> str:
        """All that is said."""
        return " · ".join(self._hints)

    def _show(self) -> None:
        opened = self.fold.isChecked()
        self.lines.setVisible(opened and bool(self._hints))
        self.fold.say("收起提示" if opened else self.said, " ▴" if opened else " 全文 ▾")
        self.fold.setToolTip(self.lines.text())
        self.fold.setAccessibleName(f"题目提示：{self.said}")
