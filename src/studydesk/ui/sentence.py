"""Words that take as many lines as they need, the last of which is more than a character or two."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from studydesk.ui.short_words import unbroken

_TOGETHER = 5
"""Characters at the end that stay on one line, the full stop with them."""


class Sentence(QLabel):
    """A sentence that wraps; its role is one that the style sheet has a colour for. A screen reader
    is told the words as they were given: as the name or, where it has another, as what describes
    it.
    """

    def __init__(self, words: str = "", role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = self._name = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("role", role)
        self.setText(words)

    def setText(self, words: str) -> None:
        """Say these words, each line of them with an ending that is not parted."""
        self._words = words
        super().setText("\n".join(map(_ending_whole, words.split("\n"))))
        self._speak()

    def text(self) -> str:
        """What is said, as it was given."""
        return self._words

    def setAccessibleName(self, name: str) -> None:
        """Be called so, whatever is said."""
        self._name = name
        self._speak()

    def clear(self) -> None:
        """Say nothing."""
        self.setText("")

    def _speak(self) -> None:
        super().setAccessibleName(self._name or self._words)
        self.setAccessibleDescription(self._words if self._name else "")


def _ending_whole(line: str) -> str:
    return line[:-_TOGETHER] + unbroken(line[-_TOGETHER:])
