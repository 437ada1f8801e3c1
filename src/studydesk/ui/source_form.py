"""报名, 日期 and 版次 of a source, or of several at once."""

import re
from collections.abc import Collection
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from studydesk.domain.article import Source, SourceKind
from studydesk.domain.passage import Citation
from studydesk.services.source_facts import Asked
from studydesk.ui.date_field import how_to_write, parse_date, what_is_kept
from studydesk.ui.own_undo import OwnUndo
from studydesk.ui.sentence import Sentence
from studydesk.ui.theme import GRID
from studydesk.ui.unanswered_keys import press_button
from studydesk.ui.words.citation_words import filled_in, part_names

_FIELDS = (
    ("newspaper", "如 工人日报", 16),
    ("published", "如 2025-11-27", 13),
    ("page", "如 7", 6),
)
_BESIDE, _BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
_IN_A_LINE, _ANY_WIDTH = 72 * GRID, (1 << 24) - 1
"""Pixels that all of the form needs in one line, and as many as Qt allows a field."""
_DIFFERS = "各不相同，空着就不改"
_PAGE = re.compile(r"[\d\u4e00-\u9fff０-９]")
"""What every page of a newspaper has: 7, A3 and 3-4 a figure, 要闻 a word."""
_HOW_PAGED = "版次写成 7、A3、3-4 这样。"
_CLOSE = "请改一下；要关窗口就再关一次，这个日期就不记了。"


class SourceForm(QFrame):
    """Three fields, in a line or one below the other (`stacked`)."""

    saved = Signal(str, object, str)
    """报名, 日期 (a date or None), 版次."""
    closed = Signal()
    told = Signal(str)
    """What was typed and could not be taken, as the form was left."""

    def __init__(self, parent: QWidget | None = None, *, stacked: bool = False) -> None:
        super().__init__(parent)
        self.setProperty("ground", "surface")
        self.title = QLabel(self, wordWrap=True)
        self.title.setVisible(stacked)
        self.partly, self.replaces = Sentence(role="muted"), QCheckBox("已有的也换成这里写的")
        self.newspaper, self.published, self.page = QLineEdit(), QLineEdit(), QLineEdit()
        self._fields = {
            "newspaper": self.newspaper,
            "published": self.published,
            "page": self.page,
        }
        self._doubts = {"published": "", "page": ""}  # a wrong date is told of before a page
        self._doubt = Sentence(role="amber")
        self._is_stacked = stacked
        self._shown, self._told = ("", "", ""), ""
        self._published: date | None = None
        self.asked: Asked | None = None
        """The several sources that it was opened for; None where it is for one."""
        self._save_button, self._cancel = QPushButton("保存"), QPushButton("取消")
        self._save_button.setProperty("role", "primary")
        self._save_button.clicked.connect(self._save)
        self._cancel.clicked.connect(self._close)
        self._labels = {key: QLabel() for key in self._fields}
        for key, field in self._fields.items():
            label = self._labels[key]
            label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
            label.setBuddy(field)
            field.returnPressed.connect(self._save)
            OwnUndo(field)
        self.page.textChanged.connect(self._look_at_page)
        self.published.textChanged.connect(self._look_at_date)
        self._name(SourceKind.NEWSPAPER)
        labels = list(self._labels.values())
        if stacked:
            self._stack(labels)
        else:
            self._line_up(labels)
        self.hide()

    def _name(self, kind: SourceKind, differs: Collection[str] = ()) -> None:
        """Call the fields as such a source does: 报名 of a newspaper is 刊名 of a journal; and say
        in which of them several sources are not alike.
        """
        self._kind, names = kind, part_names(kind)
        for key, example, _ in _FIELDS:
            field, (name, hint) = self._fields[key], names[key]
            self._labels[key].setText(name)
            field.setAccessibleName(name)
            hint = example if kind is SourceKind.NEWSPAPER else hint
            field.setPlaceholderText(_DIFFERS if key in differs else hint)
            field.setToolTip(_DIFFERS if key in differs else "")

    def _line_up(self, labels: list[QLabel]) -> None:
        pairs = []
        for label, (key, *_, width) in zip(labels, _FIELDS, strict=True):
            self._fields[key].setMinimumWidth(width * GRID)
            pair = QHBoxLayout()
            pair.addWidget(label)
            pair.addWidget(self._fields[key])
            pairs.append(pair)
        short, buttons = QHBoxLayout(), QHBoxLayout()
        for pair, stretch in zip(pairs[1:], (2, 1), strict=True):
            short.addLayout(pair, stretch)
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._save_button)
        self._row = QBoxLayout(_BESIDE)
        for part, stretch in ((pairs[0], 2), (short, 3), (buttons, 0)):
            self._row.addLayout(part, stretch)
        self._row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        column.setSpacing(GRID // 2)
        column.addWidget(self.title)
        column.addLayout(self._row)
        self._add_partly(column)
        column.addWidget(self._doubt)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow form has a line for the newspaper, one for the issue, and one for buttons."""
        super().resizeEvent(event)
        if self._is_stacked:
            return
        in_a_line = self.width() >= _IN_A_LINE
        self._row.setDirection(_BESIDE if in_a_line else _BELOW)
        for key, *_, width in _FIELDS:
            self._fields[key].setMaximumWidth(2 * width * GRID if in_a_line else _ANY_WIDTH)

    def _stack(self, labels: list[QLabel]) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        column.setSpacing(GRID // 2)
        column.addWidget(self.title)
        grid = QGridLayout()
        places = ((0, 0, 3), (1, 0, 1), (1, 2, 1))  # a date and a page are short
        for label, (key, *_), (line, at, width) in zip(labels, _FIELDS, places, strict=True):
            grid.addWidget(label, line, at)
            grid.addWidget(self._fields[key], line, at + 1, 1, width)
        grid.setVerticalSpacing(GRID // 2)
        grid.setColumnStretch(1, 2)
        grid.setColumnStretch(3, 1)
        column.addLayout(grid)
        self._add_partly(column)
        self.keep_room(True)
        self._doubt.setMinimumHeight(QLabel("日期").sizeHint().height())
        column.addWidget(self._doubt)
        end = QHBoxLayout()
        end.addStretch(1)
        end.addWidget(self._cancel)
        end.addWidget(self._save_button)
        column.addLayout(end)
        self._cancel.setText("以后再填")

    def _add_partly(self, column: QVBoxLayout) -> None:
        for part in (self.partly, self.replaces):
            column.addWidget(part)
            part.hide()

    def keep_room(self, kept: bool) -> None:
        """Whether there is room for what is doubted before it is told: the form grows upwards, and
        its fields would move.
        """
        keeps = self._doubt.sizePolicy()
        keeps.setRetainSizeWhenHidden(kept)
        self._doubt.setSizePolicy(keeps)

    def edit(self, source: Source) -> None:
        """Show the form with what is known; what was typed since it is open stays."""
        if self.asked is not None:
            self.settle()  # what was typed of others is theirs
            self.asked = None
        if not self._waits():
            self._tell_partly(None)
            self._name(source.kind)
            self._show(source.newspaper, source.published, source.page)
        fields = self._fields.values()
        next((field for field in fields if not field.text()), self.newspaper).setFocus()

    def ask(self, title: str, asked: Asked) -> None:
        """Show the form for several sources; the keys stay where they are."""
        self.asked = asked
        self._tell_partly(asked, title)
        self._name(asked.kind, asked.differs)
        self._show(asked.newspaper, asked.published, asked.page)

    def _tell_partly(self, asked: Asked | None, title: str = "") -> None:
        """Say of several sources which are filled in, and ask whether what some of them have
        already is to be replaced.
        """
        several, differs = asked is not None and len(asked.facts) > 1, bool(asked and asked.differs)
        self.partly.setText(filled_in(asked) if asked is not None else "")
        self.partly.setVisible(differs or (several and not self._is_stacked))
        self.replaces.setChecked(False)
        self.replaces.setVisible(differs)
        self.title.setText(title)
        self.title.setVisible(bool(title))

    def _show(self, newspaper: str, published: date | None, page: str) -> None:
        self.newspaper.setText(newspaper)
        self.published.setText(published.isoformat() if published else "")
        self.page.setText(page)
        self._shown, self._published = self._typed(), published
        self._tell("published", "")
        self._look_at_page(page)
        self.show()

    def _look_at_page(self, page: str) -> None:
        """Say of a page that it can be none; it is taken as it was typed. One letter on the way
        to A3 is no doubt.
        """
        odd = f"{part_names(self._kind)['page'][0]}像是写错了，请核对。"
        is_odd = Citation(page=page.strip(), kind=self._kind).has_odd_page or not self._is_page()
        is_odd = is_odd and len(page) > 1
        self._tell("page", (odd if self._is_page() else _HOW_PAGED) if is_odd else "")

    def _is_page(self) -> bool:
        """Whether what was typed can be a page, if a newspaper's is asked for."""
        page = self.page.text().strip()
        return self._kind is not SourceKind.NEWSPAPER or not page or bool(_PAGE.search(page))

    def _look_at_date(self, text: str) -> None:
        """Doubt a date no more that can be read by now, and say of one that is doubted what is
        wrong with it by now; it is doubted only as it is taken.
        """
        if self._doubts["published"]:
            self._tell("published", "" if _is_date(text) else how_to_write(text))

    def _typed(self) -> tuple[str, str, str]:
        return self.newspaper.text(), self.published.text(), self.page.text()

    def _waits(self) -> bool:
        """Whether something was typed that is neither saved nor given up."""
        return self._typed() != self._shown

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts the form away. Enter has been answered by a field, or presses a button: it goes
        no further, or it would press what has the keys once the form is away.
        """
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            press_button(event, self.focusWidget())
        else:
            super().keyPressEvent(event)

    def doubt(self) -> QWidget | None:
        """The field of a date that was typed and cannot be read, which is told of once."""
        text = self.published.text()
        if not self._waits() or text == self._told or _is_date(text):
            return None
        self._told = text
        how = how_to_write(text)
        self._tell("published", how)
        self.told.emit(f"日期没认出来：{how}{_CLOSE}")
        return self.published

    def settle(self) -> None:
        """Take what was typed, as 保存 does, and put the form away. A date that cannot be read
        stays what it was, which is told.
        """
        typed, self._told = self.published.text(), ""
        self.hide()
        if self._waits():
            self._hand_over(read_date(typed) if _is_date(typed) else self._published)
            if not _is_date(typed):
                kept = what_is_kept(self._published)
                self.told.emit(f"“{typed}”没有记下：{how_to_write(typed)}{kept}")
            elif not self._is_page():
                self.told.emit(f"“{self.page.text()}”没有记下：{_HOW_PAGED}")

    def _save(self) -> None:
        if not _is_date(self.published.text()):
            self._tell("published", how_to_write(self.published.text()))
            self.published.setFocus()
            return
        if not self._is_page():
            self._tell("page", _HOW_PAGED)
            self.page.setFocus()
            return
        self.hide()
        self._hand_over(read_date(self.published.text()))
        self.closed.emit()

    def _hand_over(self, published: date | None) -> None:
        was, self._shown = self._shown[2], self._typed()
        typed = self.page.text() if self._is_page() else was
        page = typed.strip().removeprefix("第").removesuffix("版").strip()
        self.saved.emit(self.newspaper.text().strip().strip("《》"), published, page)

    def _tell(self, field: str, doubt: str) -> None:
        """Say what is wrong with a field, the first of them; nothing takes no room."""
        self._doubts[field] = doubt
        doubt = next(filter(None, self._doubts.values()), "")
        self._doubt.setText(doubt)
        self._doubt.setVisible(bool(doubt))

    def _close(self) -> None:
        self._shown = self._typed()
        self.hide()
        self.closed.emit()


def _is_date(text: str) -> bool:
    return not text.strip() or parse_date(text) is not None


def read_date(text: str) -> date | None:
    """A day written as `parse_date` reads it; None where empty.

    Raises ValueError for anything else.
    """
    if not text.strip():
        return None
    found = parse_date(text)
    if found is None:
        raise ValueError(text)
    return found
