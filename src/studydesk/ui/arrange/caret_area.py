"""A scrolled column of fields in which the place that one writes at stays in sight."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QPlainTextEdit,
    QScrollArea,
    QTextEdit,
    QWidget,
)

from studydesk.ui.theme import GRID


class CaretArea(QScrollArea):
    """Follows the caret, and whatever else gets the keys; a user who scrolls away from it is left
    there until the next key.
    """

    def __init__(self, body: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._in_sight = True
        self._soon = QTimer(self, interval=0, singleShot=True)  # when all fields have their places
        self._soon.timeout.connect(self.follow)
        self._body = body
        self.setWidget(body)
        body.installEventFilter(self)
        self.verticalScrollBar().valueChanged.connect(self._note)
        QGuiApplication.inputMethod().cursorRectangleChanged.connect(self._come)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusObjectChanged.connect(self._come)

    def _come(self) -> None:
        """Follow, but let nothing slip from under the mouse that is pressed on a line or a button:
        it is where its user sees it.
        """
        is_text = isinstance(QApplication.focusWidget(), QTextEdit | QPlainTextEdit)
        if is_text or QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self._soon.start()

    def begin(self) -> None:
        """Go to the top, unless somebody writes here."""
        if self._place() is None:
            self.verticalScrollBar().setValue(0)

    def follow(self) -> None:
        """Bring what has the keys into sight, where it stands here."""
        place = self._place()
        if place is not None:
            centre = place.center()
            self.ensureVisible(centre.x(), centre.y(), 0, place.height() // 2 + GRID)
            self._in_sight = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fields that grow, or room that is taken, do not move the caret out of sight."""
        followed = super().eventFilter(watched, event)
        if event.type() is QEvent.Type.Resize and self._in_sight:
            self._soon.start()
        return followed

    def _note(self) -> None:
        place = self._place()
        top = self.verticalScrollBar().value()
        seen = place is not None and top <= place.center().y() < top + self.viewport().height()
        self._in_sight = seen

    def _place(self) -> QRect | None:
        """Where the caret, or else the field or button that has the keys, stands in the body."""
        focus, body = QApplication.focusWidget(), self._body
        if focus is None or not body.isAncestorOf(focus):
            return None
        if isinstance(focus, QTextEdit | QPlainTextEdit):
            caret, view = focus.cursorRect(), focus.viewport()
            return QRect(view.mapTo(body, caret.topLeft()), caret.size())
        return QRect(focus.mapTo(body, focus.rect().topLeft()), focus.size())
