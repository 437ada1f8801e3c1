"""What is doubtful in a field, told below it without a click going astray."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication

from studydesk.ui.sentence import Sentence

_HELD = 30
"""Milliseconds after which a mouse button that is held is asked for again."""


class Doubt(Sentence):
    """A line below a field, seen where there is something to tell, unless others show it. It comes
    and goes when no mouse button is held: a field is left by pressing another, which would move
    away from under the mouse and miss the click.
    """

    def __init__(self, *, is_shown: bool = True) -> None:
        super().__init__(role="amber")
        self.sentence = ""
        """What is doubtful; it may be shown a little later."""
        self._is_shown = is_shown
        self._later = QTimer(self, singleShot=True, interval=_HELD)
        self._later.timeout.connect(self._show)
        self.setAccessibleName("填写提示")
        self.hide()

    def tell(self, sentence: str) -> None:
        """Say what is doubtful; nothing, where all is well."""
        self.sentence = sentence
        self._show()

    def _show(self) -> None:
        if QGuiApplication.mouseButtons():
            self._later.start()
        else:
            self.setText(self.sentence)
            self.setVisible(self._is_shown and bool(self.sentence))
