"""What stands where there is nothing to show: one sentence and one button."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from studydesk.ui.sentence import Sentence
from studydesk.ui.theme import GRID


class EmptyState(QWidget):
    """A sentence that teaches, and the button that does it."""

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = Sentence(role="muted")
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._button = QPushButton()
        self._button.clicked.connect(self.asked)
        self._button.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 3 * GRID)
        column.setSpacing(2 * GRID)
        column.addStretch(2)
        column.addWidget(self._sentence)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def tell(self, sentence: str, button: str = "") -> None:
        """Show a sentence and what the button does; without a text there is no button."""
        self._sentence.setText(sentence)
        self._button.setText(button)
        self._button.setVisible(bool(button))

    @property
    def sentence(self) -> str:
        """What is being said."""
        return self._sentence.text()
