"""A date that is typed as people write it, or taken from a calendar."""

import re
from datetime import date

from PySide6.QtCore import QDate, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QCalendarWidget,
    QHBoxLayout,
    QMenu,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from studydesk.ui.doubt import Doubt
from studydesk.ui.fields import LineField
from studydesk.ui.icons import IconButton
from studydesk.ui.list_menu import MenuContent, open_over

_FORMS = ("yyyy年M月d日", "yyyy年M月d", "yyyy-M-d", "yyyy.M.d", "yyyy/M/d", "yyyyMMdd")
_WITHOUT_YEAR = re.compile(r"(\d{1,2})(?:月(\d{1,2})日?|[-/.](\d{1,2}))")


_BUTTON = 24
"""Pixels of the button that opens the calendar: the date beside it has little room."""

_EXAMPLE = "2026-11-27"


def parse_date(text: str, today: date | None = None) -> date | None:
    """A date as people write it: 2026年11月27日, 2026-11-27, 2026.11.27, 20261127; without a
    year, as 11月27日, 11-27 or 11.27, the one that is nearest to today.
    """
    bare = "".join(text.split())
    for form in _FORMS:
        found = QDate.fromString(bare, form)
        if found.isValid():
            return _plain(found)
    if short := _WITHOUT_YEAR.fullmatch(bare):
        month, day = (int(number) for number in short.groups() if number)
        now = today or _plain(QDate.currentDate())
        near = [QDate(now.year + more, month, day) for more in (0, 1, -1)]
        dates = (_plain(each) for each in near if each.isValid())
        return min(dates, key=lambda each: abs(each - now), default=None)
    return None


_WITH_YEAR = re.compile(r"(?:(\d{4})[年./-])?(\d{1,2})[月./-](\d{1,2})日?")
_FIGURES = re.compile(r"(\d{4})(\d\d)(\d\d)")


def how_to_write(text: str) -> str:
    """What is wrong with a date that cannot be read: that there is no such day, or its form."""
    bare = "".join(text.split())
    if found := _WITH_YEAR.fullmatch(bare) or _FIGURES.fullmatch(bare):
        year, month, day = found[1], int(found[2]), int(found[3])
        if not year and (month, day) == (2, 29):
            return "今年没有2月29日，请写上年份。"
        return f"没有{f'{year}年' if year else ''}{month}月{day}日这一天。"
    return "日期写成 2026-11-27 这样。"


def _plain(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())


def date_text(day: date | None) -> str:
    """A date as it is printed, or an empty string."""
    return f"{day.year}年{day.month}月{day.day}日" if day else ""


def what_is_kept(day: date | None) -> str:
    """What stays where a date that was typed is none."""
    return f"仍按{date_text(day)}。" if day else "日期先空着。"


class _Calendar(QCalendarWidget):
    """A calendar with room for its last week, which Qt cuts off: it forgets the days' frame."""

    def minimumSizeHint(self) -> QSize:
        """The frame of the days beside all that Qt counts."""
        days = self.findChild(QTableView)
        frame = 2 * days.frameWidth() if days is not None else 0
        return super().minimumSizeHint() + QSize(0, frame)


class DateField(QWidget):
    """A date that may be unknown: typed, or taken from a calendar."""

    edited = Signal(object)
    """The user made it this date, or None."""
    doubted = Signal()
    """There is something to say of what was typed, or no more: `doubt` has it."""

    def __init__(
        self, name: str, parent: QWidget | None = None, *, tells_below: bool = True
    ) -> None:
        super().__init__(parent)
        self._known: date | None = None
        self._settled: date | None = None
        self.line = LineField(name, _EXAMPLE)
        self.line.setToolTip(_EXAMPLE)  # where a date hides how to write one
        self.line.edited.connect(self._read)
        self.line.editingFinished.connect(self._settle)
        self.doubt = Doubt(is_shown=tells_below)
        self._button = IconButton("chevron-down", f"{name}：打开日历")
        row = QHBoxLayout()
        row.setSpacing(0)
        self._button.setFixedWidth(_BUTTON)
        # Who types goes on with Tab to the next field; F4 opens the calendar from the line.
        self._button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        row.addWidget(self.line, 1)
        row.addWidget(self._button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(row)
        layout.addWidget(self.doubt)
        self.setFocusProxy(self.line)
        self._build_calendar()

    def _build_calendar(self) -> None:
        self.calendar = _Calendar()
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        content = MenuContent()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.calendar)
        self._menu = menu = open_over(self._button, content, "日历")
        menu.aboutToShow.connect(self.calendar.setFocus)
        menu.aboutToShow.connect(
            lambda: self.calendar.setSelectedDate(
                QDate(self._known.year, self._known.month, self._known.day)
                if self._known
                else QDate.currentDate()
            )
        )
        self.calendar.clicked.connect(lambda day: self._choose(day, menu))
        self.calendar.activated.connect(lambda day: self._choose(day, menu))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F4 opens the calendar: Alt+↓ moves items."""
        if event.key() == Qt.Key.Key_F4:
            self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
        else:
            super().keyPressEvent(event)

    def set_date(self, day: date | None) -> None:
        """Show a date."""
        self._known = self._settled = day
        self._tell_doubt("")
        self._write()

    def _write(self) -> None:
        """The date as it is printed, or in figures where there is no room for that."""
        words, day = date_text(self._known), self._known
        if day is not None and not self.line.has_room_for(words):
            words = f"{day.year}-{day.month}-{day.day}"
        self.line.set_text(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A date is written as there is room for it; what is being typed is left alone."""
        super().resizeEvent(event)
        told = f"如：{_EXAMPLE}"
        self.line.setPlaceholderText(told if self.line.has_room_for(told) else _EXAMPLE)
        is_shown = self._known is not None and parse_date(self.line.text()) == self._known
        if is_shown and not self.line.hasFocus():
            self._write()

    def show_date(self, day: date | None) -> None:
        """Show a date, unless it is the one that is known: what is typed stays until then."""
        if day != self._known:
            self.set_date(day)

    def forget(self) -> None:
        """Let go of what was typed and is no date."""
        self.set_date(self._known)

    def _settle(self) -> None:
        """Say of what is no date what is kept in its place; the words stay to be put right."""
        text = self.line.text().strip()
        if not text or parse_date(text) is not None:
            self.set_date(self._known)
        else:
            self._tell_doubt(f"{how_to_write(text)}{what_is_kept(self._known)}")

    def _tell_doubt(self, sentence: str) -> None:
        self.doubt.tell(sentence)
        self.doubted.emit()

    def _choose(self, day: QDate, menu: QMenu) -> None:
        menu.close()
        chosen = _plain(day)
        if chosen != self._known:
            self.set_date(chosen)
            self.edited.emit(chosen)

    def _read(self, text: str) -> None:
        day = parse_date(text)
        if day is not None or not text.strip():
            self._tell_doubt("")
        else:
            day = self._settled  # 2026-02-3 on the way to 2026-02-30 was not meant
        if day != self._known:
            self._known = day
            self.edited.emit(day)
