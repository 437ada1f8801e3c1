"""What became of an export: a line each, a few of them at once."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from studydesk.errors import NotOpened, StudyDeskError
from studydesk.ui import dialogs
from studydesk.ui.short_words import ShortLabel
from studydesk.ui.words import messages

MOST, _LEAST = 112, 24
"""Pixels that the lines take at most, and in a low window; what is more scrolls."""

_GAP = 2
"""Pixels between lines."""

OPEN_FOLDER = "打开文件夹"

_OTHERS = 388
"""Pixels of what stands there besides: choices, buttons, what was found."""

_MOST_ALONE, _OTHERS_ALONE = 240, 208
"""The same where the choices are folded: the page gives way, too."""


class _Line(QWidget):
    """Words, and a button that opens a file or folder; `refused` is told why it cannot."""

    def __init__(
        self,
        words: QLabel,
        name: str,
        action: str,
        path: Path,
        refused: "Callable[[_Line, StudyDeskError], object]",
    ) -> None:
        super().__init__()
        self.path, self._refused = path, refused
        self.button = QPushButton(action)
        self.button.setProperty("role", "link")
        self.button.setAccessibleName(name)
        self.button.clicked.connect(self._open)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(words, 1)
        row.addWidget(self.button)

    def _open(self) -> None:
        try:
            dialogs.open_path(self.path, self._refuse)
        except StudyDeskError as error:
            self._refuse(error)

    def _refuse(self, error: StudyDeskError) -> None:
        if isValid(self):  # the system may answer when other files are told of
            self._refused(self, error)


def _sentence(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setProperty("role", role)
    return label


class ExportResults(QScrollArea):
    """Not there as long as there is nothing to tell; the page keeps its room."""

    def __init__(self, panel: QWidget) -> None:
        """Lines take no room from what else stands in `panel`, and in what that stands in."""
        super().__init__()
        self._panel, self._is_alone = panel, False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setAccessibleName("导出结果")
        self.clear()

    def clear(self) -> None:
        """Tell nothing any more."""
        self._first: QLabel | None = None
        self._head: ShortLabel | None = None
        self._unopened: _Line | None = None
        self._now = self._later = ""
        self._lines = QWidget()
        self._column = QVBoxLayout(self._lines)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(_GAP)
        self.setWidget(self._lines)  # deletes the lines before
        self._fit()

    def add_head(self, sign: str, words: str, folder: Path) -> None:
        """The line about all files, which are in a folder; `sign` says that all is well."""
        self._head = ShortLabel(f"{sign}{words}")
        written = datetime.now().astimezone()
        self._now, self._later = self._head.words, f"上次（{written:%H:%M}）{words}"
        name = f"{OPEN_FOLDER}：{words}"
        self._add(_Line(self._head, name, OPEN_FOLDER, folder, self._tell_unopened))

    def say_past(self, *, is_past: bool) -> None:
        """Say of all files that they were written before, or have just been."""
        if self._head is not None and isValid(self._head):
            self._head.say(self._later if is_past else self._now)

    def add_file(self, words: str, action: str, path: Path) -> None:
        """A line about a file or folder that can be opened."""
        self._add(_Line(ShortLabel(words), f"{action}：{words}", action, path, self._tell_unopened))

    def _tell_unopened(self, line: _Line, error: StudyDeskError) -> None:
        """Say first of all where to find what was not opened, and offer the folder of a file where
        that is there; of a folder, none above it. It comes in place of what was said so before, and
        of the line of what is gone; what is there keeps its line.
        """
        path, is_folder = line.path, line.button.text() == OPEN_FOLDER
        told = (
            f"文件夹打不开，请自己到“{path}”里找。"
            if is_folder and isinstance(error, NotOpened)
            else messages.sentence(error)
        )
        label = _sentence(told, "amber")
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        name = f"{OPEN_FOLDER}：{path.parent}"
        other = _Line(label, name, OPEN_FOLDER, path.parent, self._tell_unopened)
        other.button.setVisible(not is_folder and path.parent.is_dir())
        for past in {self._unopened, *(() if line.path.exists() else (line,))} - {None}:
            self._column.removeWidget(past)
            past.deleteLater()
        self._unopened = other
        self._add(other, 0)
        self.verticalScrollBar().setValue(0)
        other.button.setFocus()

    def add_text(self, text: str, role: str) -> None:
        """A sentence in the colour of this role."""
        self._add(_sentence(text, role))

    def say_first(self, text: str) -> None:
        """A sentence in front of all others, and in sight, until there is another or, empty,
        none.
        """
        before = self._first.text() if self._first is not None else ""
        if text == before:
            return
        if self._first is not None:
            self._column.removeWidget(self._first)
            self._first.setParent(None)
            self._first = None
            self._fit()
        if text:
            self._first = _sentence(text, "amber")
            self._add(self._first, 0)
            self.verticalScrollBar().setValue(0)

    def texts(self) -> list[str]:
        """What the lines say, whole."""
        labels = self._lines.findChildren(QLabel)
        return [one.words if isinstance(one, ShortLabel) else one.text() for one in labels]

    def _add(self, line: QWidget, place: int = -1) -> None:
        self._column.insertWidget(place, line)
        line.show()  # what is not shown yet takes no room
        self._fit()

    def _fit(self) -> None:
        """Show as many lines as there is room for."""
        width, count = self.viewport().width(), self._column.count()
        wraps = self._column.hasHeightForWidth()
        height = self._lines.heightForWidth(width) if wraps else 0
        height = max(height, self._lines.sizeHint().height())
        self.setFixedHeight((height if height <= self._room() else self._whole()) if count else 0)
        self.setVisible(count > 0)

    def take_room(self, *, all_of_it: bool) -> None:
        """Take the room of the choices, which are folded, or leave it to them."""
        self._is_alone = all_of_it
        self._fit()

    def _room(self) -> int:
        around = self._panel.parentWidget()
        most, others = (_MOST_ALONE, _OTHERS_ALONE) if self._is_alone else (MOST, _OTHERS)
        return min(most, max(_LEAST, around.height() - others)) if around else most

    def _whole(self) -> int:
        """The pixels of as many whole lines as there is room for, and of the first in any case."""
        taken, width = 0, self.viewport().width()
        lines = (self._column.itemAt(place) for place in range(self._column.count()))
        for line in filter(None, lines):
            wraps = line.hasHeightForWidth()
            height = line.heightForWidth(width) if wraps else line.sizeHint().height()
            if taken and taken + height > self._room():
                break
            taken += height + _GAP
        return taken or self._room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Sentences take more lines where there is less width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()
