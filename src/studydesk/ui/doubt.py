"""What is doubtful in a field, told below it without a click going astray."""

from PySide6.QtCore import QPoint, QRect, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QScrollArea, QWidget

from studydesk.ui.sentence import Sentence

_HELD = 30
"""Milliseconds after which a mouse button that is held is asked for again."""


class Doubt(Sentence):
    """A line below a field, seen where there is something to tell, unless others show it. It comes
    and goes when no mouse button is held: a field is left by pressing another, which would move
    away from under the mouse and miss the click. Where it stands below what is seen of a scrolled
    form, it comes into sight, unless that moves away what somebody types in.
    """

    def __init__(self, *, is_shown: bool = True) -> None:
        super().__init__(role="amber")
        self.sentence = ""
        """What is doubtful; it may be shown a little later."""
        self._is_shown = is_shown
        self._later = QTimer(self, singleShot=True, interval=_HELD)
        self._later.timeout.connect(self._show)
        self._soon = QTimer(self, singleShot=True, interval=0)  # when all fields have their places
        self._soon.timeout.connect(self._come_into_sight)
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
            if self.isVisible():
                self._soon.start()

    def _come_into_sight(self) -> None:
        area, focus = self._area(), QApplication.focusWidget()
        body = area.widget() if area is not None else None
        if area is None or body is None or not self.isVisible():
            return
        place = _place(self, body)
        if focus is not None and body.isAncestorOf(focus):
            is_free = place.united(_place(focus, body)).height() <= area.viewport().height()
        else:
            is_free = not isinstance(focus, QLineEdit | QPlainTextEdit)
        if is_free:
            area.ensureVisible(place.left(), place.center().y(), 0, place.height() // 2 + 1)

    def _area(self) -> QScrollArea | None:
        """The scrolled form that it stands in, if any."""
        widget = self.parentWidget()
        while widget is not None and not isinstance(widget, QScrollArea):
            widget = widget.parentWidget()
        return widget


def _place(widget: QWidget, body: QWidget) -> QRect:
    """Where a widget stands in the body of a scrolled form."""
    return QRect(widget.mapTo(body, QPoint()), widget.size())
