"""主题 of the article being read: a word for each, which leads to all articles that have it."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from studydesk.ui.flow_row import take_out
from studydesk.ui.theme import GRID


class TopicRow(QWidget):
    """One line, of as many as there is room for; nothing is shown for an article that is about
    nothing in the lists.
    """

    wanted = Signal(str)
    """Find the articles that have this term."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: tuple[QPushButton, ...] = ()
        self._label = QLabel("主题")
        self._label.setProperty("role", "muted")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GRID // 2)
        self._row.addWidget(self._label)
        self._row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.hide()

    @property
    def topics(self) -> tuple[str, ...]:
        """What is shown."""
        return tuple(button.accessibleName() for button in self.buttons)

    def show_topics(self, topics: Iterable[str]) -> None:
        """Show what an article is about."""
        take_out(self._row, self.buttons)
        self.buttons = tuple(map(self._button, topics))
        for place, button in enumerate(self.buttons, 1):
            self._row.insertWidget(place, button)
        self.setVisible(bool(self.buttons))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - self._label.sizeHint().width()
        for button in self.buttons:
            room -= button.sizeHint().width() + self._row.spacing()
            button.setVisible(room >= 0)

    def _button(self, topic: str) -> QPushButton:
        button = QPushButton(topic.replace("&", "&&"))
        button.setProperty("role", "link")
        button.setStyleSheet("padding: 1px 4px;")
        button.setAccessibleName(topic)
        button.setToolTip(f"找出讲“{topic}”的文章")
        button.clicked.connect(partial(self._go, topic))
        return button

    def _go(self, topic: str, _checked: bool = False) -> None:
        self.wanted.emit(topic)
