"""A quiet line at the lower edge of a panel: what just happened there, and one thing to do."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from studydesk.ui.sentence import Sentence
from studydesk.ui.theme import GRID

SHOWN = 8000
"""A hint without a button stays for this many milliseconds."""


class Hint(QFrame):
    """One sentence, with a button where something can be done about it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("hint", "true")
        self.setAccessibleName("提示")
        self._sentence = Sentence()
        self._sentence.setAccessibleName("提示内容")
        self._do: Callable[[], object] | None = None
        self.button = QPushButton()
        self.button.setProperty("role", "link")
        self.button.setFocusPolicy(
            Qt.FocusPolicy.TabFocus
        )  # a click leaves the keys where they are
        self.button.clicked.connect(self._press)
        self.button.hide()
        self._over = QTimer(self, interval=SHOWN, singleShot=True)
        self._over.timeout.connect(self.clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID // 2, 2 * GRID, GRID // 2)
        row.addWidget(self._sentence, 1)
        row.addWidget(self.button)
        self.hide()

    @property
    def sentence(self) -> str:
        """What is being said; empty where nothing is."""
        return self._sentence.text()

    def tell(self, sentence: str, button: str = "", do: Callable[[], object] | None = None) -> None:
        """Say a sentence, for a while or, where there is a button, until another is said."""
        self._over.stop()
        self._sentence.setText(sentence)
        self._do = do
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self.show()
        if not button:
            self._over.start()

    def clear(self) -> None:
        """Say nothing any more."""
        self._over.stop()
        self._sentence.clear()
        self.hide()

    def _press(self) -> None:
        do = self._do
        self.clear()
        if do is not None:
            do()
