"""The button that says where files go."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from studydesk.ui.short_words import MIDDLE, shorten


class FolderButton(QPushButton):
    """Shows where files go, in as many characters as it has room for."""

    def __init__(self) -> None:
        super().__init__()
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def say(self, words: str) -> None:
        """Show other words."""
        self._words = words
        shorten(self, words, MIDDLE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What stands beside it may be another button than before."""
        super().resizeEvent(event)
        shorten(self, self._words, MIDDLE)
