"""规范表述库: the bank of set wording as a list, with one entry beside it to be changed."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPushButton,
    QScrollArea,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from studydesk.errors import StudyDeskError
from studydesk.services.phrase_bank import (
    Arrived,
    Phrase,
    bank_day,
    read_phrases,
    shipped,
)
from studydesk.ui import dialogs
from studydesk.ui.fields import let_clear
from studydesk.ui.jobs import Jobs, Progress
from studydesk.ui.own_undo import OwnUndo
from studydesk.ui.packets.phrase_form import PhraseForm
from studydesk.ui.sentence import Sentence
from studydesk.ui.sheet import Sheet
from studydesk.ui.theme import GRID
from studydesk.ui.typist import typist

_FILES = "表格 (*.csv)"
_NEW = "（新的一条）"
_OFF = "　（不查）"


class _Stand(NamedTuple):
    """What the bank was, and the place in it of the entry that was shown."""

    bank: tuple[Phrase, ...]
    shown: int


class PhraseSheet(Sheet):
    """Nothing of it counts until it is kept; until then each change can be taken back in it."""

    export_wanted = Signal(tuple, object)
    """Write this bank to that file, whether the sheet is left meanwhile or not."""
    message = Signal(str)
    failed = Signal(object)

    def __init__(
        self,
        bank: Sequence[Phrase],
        keep: Callable[[tuple[Phrase, ...]], None],
        jobs: Jobs,
        parent: QWidget | None = None,
    ) -> None:
        """`keep` lets a bank be the library's, and may raise StudyDeskError."""
        super().__init__(parent)
        self._keep_bank, self._jobs = keep, jobs
        self.bank = list(bank)
        self._kept = self._wanted()
        self._before: list[_Stand] = []
        self._after: list[_Stand] = []
        self._typed: tuple[int, str, int] | None = None  # the entry, field and step of typing last
        self.setWindowTitle("规范表述库")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.search = QLineEdit()
        OwnUndo(self.search)
        self.search.setAccessibleName("找表述")
        self.search.setPlaceholderText("找：几个字，如 工会 精神")
        let_clear(self.search)
        self.search.textChanged.connect(lambda _text: self._list())
        self.list = QListWidget()
        self.list.setAccessibleName("规范表述")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setStyleSheet("QListView::item { padding: 4px 8px; }")
        self.list.setUniformItemSizes(True)
        self.list.currentRowChanged.connect(self._show)
        self.form = PhraseForm()
        self.form.edited.connect(self._change)
        self.about = Sentence(role="muted")
        self.add_button = QPushButton("＋ 添一条")
        self.add_button.clicked.connect(self.add)
        self.remove_button = QPushButton("移出")
        self.remove_button.clicked.connect(self.remove)
        self.shipped_button = QPushButton("补回随附的")
        self.shipped_button.setToolTip("移出过、改过的随附条目恢复原样，自己添的不动")
        self.shipped_button.clicked.connect(self.restore_shipped)
        self.import_button = QPushButton("导入…")
        self.import_button.setToolTip("从 CSV 表格收进来；同一表述的以表格为准")
        self.import_button.clicked.connect(self._ask_and_read)
        self.export_button = QPushButton("导出…")
        self.export_button.setToolTip("写成 CSV 表格，Excel 和 WPS 都能打开，可发给别的单位")
        self.export_button.clicked.connect(self._ask_and_write)
        self.buttons = self.keep_or_leave(self._keep)
        self._lay_out()
        self.tell("")
        self._list()

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(GRID)
        left.addWidget(self.search)
        left.addWidget(self.list, 1)
        tools = QHBoxLayout()
        tools.setSpacing(GRID)
        for button in (self.add_button, self.remove_button, self.shipped_button):
            tools.addWidget(button)
        tools.addStretch(1)
        left.addLayout(tools)
        middle = QHBoxLayout()
        middle.setSpacing(3 * GRID)
        middle.addLayout(left, 2)
        entry = QScrollArea()
        entry.setFrameShape(QFrame.Shape.NoFrame)
        entry.setWidgetResizable(True)
        entry.setWidget(self.form)
        middle.addWidget(entry, 3)
        foot = QHBoxLayout()
        foot.addWidget(self.import_button)
        foot.addWidget(self.export_button)
        foot.addStretch(1)
        foot.addWidget(self.buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(self.about)
        column.addLayout(middle, 1)
        column.addLayout(foot)
        self.resize(120 * GRID, 72 * GRID)

    def tell(self, news: str) -> None:
        """Tell what was done, and what the bank is."""
        day = bank_day(self.bank)
        until = f"，核对到 {day.isoformat()}" if day else ""
        what = "校对时拿您自己写的话与它对照；引文和书名号里的不查。"
        self.about.setText(f"{news}共 {len(self.bank)} 条{until}。{what}")

    def _list(self, chosen: Phrase | None = None) -> None:
        """List what has the words that are searched for."""
        words = self.search.text().split()
        self._rows = [place for place, phrase in enumerate(self.bank) if _has(phrase, words)]
        self.list.blockSignals(True)
        self.list.clear()
        self.list.addItems([_name(self.bank[place]) for place in self._rows])
        for line in map(self.list.item, range(self.list.count())):
            line.setToolTip(line.text())  # it may be cut
        at = next((n for n, place in enumerate(self._rows) if self.bank[place] is chosen), 0)
        self.list.setCurrentRow(at if self._rows else -1)
        self.list.blockSignals(False)
        self._show(self.list.currentRow())

    def _show(self, row: int) -> None:
        there = 0 <= row < len(self._rows)
        self.form.show_phrase(self.bank[self._rows[row]] if there else None)
        self._mark()
        self.remove_button.setEnabled(there)

    # --- what is changed, and taken back ------------------------------------------------------

    def _now(self) -> _Stand:
        row = self.list.currentRow()
        return _Stand(tuple(self.bank), self._rows[row] if 0 <= row < len(self._rows) else 0)

    def _note(self, typed: tuple[int, str, int] | None = None) -> None:
        """Something is about to be changed; what is typed on in one field is one step."""
        self._after.clear()
        if typed is None or typed != self._typed:
            self._before.append(self._now())
        self._typed = typed

    def _put(self, bank: list[Phrase]) -> None:
        if bank != self.bank:
            self._note()
            self.bank = bank
            self._list()

    def take_step(self, step: str) -> None:
        """Take back what was changed last, or change it again; first what is no day."""
        back = step == "undo"
        come_from, go_to = (self._before, self._after) if back else (self._after, self._before)
        self._typed = None
        if back and self.form.is_unread():
            self._show(self.list.currentRow())
        elif come_from:
            go_to.append(self._now())
            stand = come_from.pop()
            self.bank = list(stand.bank)
            QToolTip.hideText()
            self._list(self.bank[stand.shown] if self.bank else None)
            self.tell("")
        else:
            super().take_step(step)

    def _change(self, phrase: Phrase) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._rows):
            place = self._rows[row]
            self._note((place, _changed_field(self.bank[place], phrase), typist.step))
            self.bank[place] = phrase
            self.list.item(row).setText(_name(phrase))
            self._mark()

    def _mark(self) -> None:
        """Tell in the form that another entry has the same wording as the one that is shown."""
        row = self.list.currentRow()
        text = self.bank[self._rows[row]].text if 0 <= row < len(self._rows) else ""
        self.form.mark_twice(bool(text) and sum(one.text == text for one in self.bank) > 1)

    def add(self) -> None:
        """Put an empty entry first and the cursor into it."""
        self.search.clear()
        self._note()
        today = date.today()  # noqa: DTZ011 - the day on the user's own calendar
        self.bank.insert(0, Phrase("", checked=today))
        self._list(self.bank[0])
        self.tell("")
        self.form.text.setFocus()

    def remove(self) -> None:
        """Take the marked entry out."""
        row = self.list.currentRow()
        if 0 <= row < len(self._rows):
            self._note()
            gone = self.bank.pop(self._rows[row])
            rest = self._rows[row + 1 : row + 2] or self._rows[row - 1 : row]
            after = self.bank[rest[0] - (rest[0] > self._rows[row])] if rest else None
            self._list(after)
            self.tell(f"已移出“{_name(gone)}”，可以撤消。")

    def restore_shipped(self) -> None:
        """Let the shipped entries be as they came."""
        known = {phrase.text for phrase in shipped()}
        self._put([*(one for one in self.bank if one.text not in known), *shipped()])
        self.tell("随附的条目已补回。")

    def _ask_and_read(self) -> None:
        for path in dialogs.ask_files(self, "收进规范表述库", [_FILES])[:1]:
            self.read(path)

    def read(self, path: Path) -> None:
        """Take the entries of a table in."""
        bank = tuple(self.bank)
        job = self._jobs.start(_read, bank, path, done=self._take, failed=self.failed.emit)
        self.finished.connect(lambda _result: self._jobs.forget(job))

    def _take(self, arrived: Arrived) -> None:
        self._put(list(arrived.phrases))
        self.tell(f"新收 {arrived.added} 条，换了 {arrived.changed} 条，按“保存”才算。")

    def _ask_and_write(self) -> None:
        path = dialogs.ask_new_file(self, "导出规范表述库", "规范表述库.csv", _FILES)
        if path is not None:
            self.write(path)

    def write(self, path: Path) -> None:
        """Have the bank written as it is shown."""
        self.export_wanted.emit(self._wanted(), path)

    def _wanted(self) -> tuple[Phrase, ...]:
        return tuple(phrase for phrase in self.bank if phrase.text)

    def unkept(self) -> object:
        """The bank as it is written by now, where that is another one."""
        wanted = self._wanted()
        return None if wanted == self._kept and not self.form.is_unread() else wanted

    def tell_unkept(self, sentence: str) -> None:
        """Say it where it is said what the bank is."""
        self.tell(sentence)
        self.buttons.buttons()[0].setFocus()

    def _keep(self) -> None:
        """Let it be the bank; the sheet stays open with all that was written until it is."""
        wanted = self._wanted()
        times = Counter(phrase.text for phrase in wanted)
        twice = next((phrase for phrase in wanted if times[phrase.text] > 1), None)
        if twice is not None:
            self.search.setText(twice.text)
            self._list(twice)
            return
        try:
            self._keep_bank(wanted)
        except StudyDeskError as error:
            self.failed.emit(error)
        else:
            self.accept()


def _has(phrase: Phrase, words: Sequence[str]) -> bool:
    told = "\n".join((*phrase.names, *phrase.wrong, phrase.source, phrase.definition))
    return all(word in told for word in words)


def _changed_field(before: Phrase, after: Phrase) -> str:
    """The first field in which an entry is another one now."""
    names = (field.name for field in fields(Phrase))
    return next((name for name in names if getattr(before, name) != getattr(after, name)), "")


def _name(phrase: Phrase) -> str:
    return (phrase.text or _NEW) + ("" if phrase.is_on else _OFF)


def _read(_progress: Progress, bank: tuple[Phrase, ...], path: Path) -> Arrived:
    return read_phrases(bank, path)
