"""报名, 日期 and 版次 of a source, filled in above the text."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from studydesk.domain.article import Source
from studydesk.ui.keys_to_window import CommandsToWindow
from studydesk.ui.theme import GRID


class SourceForm(QFrame):
    """Three fields in a line; they belong to every article of the source."""

    saved = Signal(str, object, str)
    """报名, 日期 (a date or None), 版次."""
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "surface")
        self.newspaper, self.published, self.page = QLineEdit(), QLineEdit(), QLineEdit()
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        row.setSpacing(GRID)
        for name, field, hint, width in (
            ("报名", self.newspaper, "工人日报", 16),
            ("日期", self.published, "2026-11-02", 13),
            ("版次", self.page, "7", 6),
        ):
            label = QLabel(name)
            label.setBuddy(field)
            field.setAccessibleName(name)
            field.setPlaceholderText(hint)
            field.setFixedWidth(width * GRID)
            field.installEventFilter(CommandsToWindow(field))
            field.returnPressed.connect(self._save)
            row.addWidget(label)
            row.addWidget(field)
        self._doubt = QLabel()
        self._doubt.setProperty("role", "amber")
        save, cancel = QPushButton("保存"), QPushButton("取消")
        save.setProperty("role", "primary")
        save.clicked.connect(self._save)
        cancel.clicked.connect(self._close)
        row.addWidget(self._doubt, 1)
        row.addWidget(cancel)
        row.addWidget(save)
        self.hide()

    def edit(self, source: Source) -> None:
        """Show the form with what is known."""
        self.newspaper.setText(source.newspaper)
        self.published.setText(source.published.isoformat() if source.published else "")
        self.page.setText(source.page)
        self._doubt.clear()
        self.show()
        fields = (self.newspaper, self.published, self.page)
        next((field for field in fields if not field.text()), self.newspaper).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts the form away."""
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)

    def _save(self) -> None:
        try:
            published = read_date(self.published.text())
        except ValueError:
            self._doubt.setText("日期写成 2026-11-02 这样。")
            self.published.setFocus()
            return
        page = self.page.text().strip().removeprefix("第").removesuffix("版").strip()
        self.hide()
        self.saved.emit(self.newspaper.text().strip().strip("《》"), published, page)
        self.closed.emit()

    def _close(self) -> None:
        self.hide()
        self.closed.emit()


def read_date(text: str) -> date | None:
    """A day written as 2026-11-02, 2026.11.2, 2026/11/2 or 2026年11月2日; None where empty.

    Raises ValueError for anything else.
    """
    text = text.strip()
    if not text:
        return None
    for mark in "年月./":
        text = text.replace(mark, "-")
    year, month, day = (int(part) for part in text.removesuffix("日").split("-"))
    return date(year, month, day)
