"""The two sheets of what is kept for the day it is needed: backups and the trash."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from studydesk.errors import StudyDeskError
from studydesk.library import (
    REPLACED_DAYS,
    Backup,
    Library,
    Occasion,
    Trashed,
    TrashKind,
    backups,
    is_gone,
)
from studydesk.services.backing_up import KEPT_DAYS
from studydesk.ui import dialogs
from studydesk.ui.deed import Where, in_form
from studydesk.ui.jobs import Jobs, Progress
from studydesk.ui.sheet import Sheet
from studydesk.ui.theme import GRID
from studydesk.ui.words.quotes import cut, quoted

_KINDS = {TrashKind.ARTICLE: "文章", TrashKind.PACKET: "学习包", TrashKind.PASSAGE: "选段"}
_OCCASIONS = {
    Occasion.DAILY: "",
    Occasion.UPGRADE: "　升级前",
    Occasion.REPLACED: "　恢复前",
}
_LONGEST = 60
"""Characters that are shown of a passage."""


def moment_text(moment: datetime) -> str:
    """A moment as users read it, to the minute."""
    return f"{moment.astimezone():%Y-%m-%d %H:%M}"


class _Line(NamedTuple):
    """A line of the list, what is said of it while it is marked, and whether it can be taken."""

    text: str
    about: str
    usable: bool = True


class _Sheet(Sheet):
    """A sentence, a list, words about what is marked in it, and buttons."""

    failed = Signal(object)

    def __init__(self, title: str, sentence: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._lines: Sequence[_Line] = ()
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        self.list.setMinimumSize(56 * GRID, 26 * GRID)
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setProperty("ground", "surface")
        self.list.setStyleSheet("QListView::item { padding: 6px 8px; }")
        self.about = QLabel()
        self.about.setWordWrap(True)
        self.about.setProperty("role", "muted")
        self.about.setMinimumHeight(5 * GRID)
        self.about.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.take = QPushButton()
        self.take.setProperty("role", "primary")
        self.take.setDefault(True)  # Enter in the list presses it
        self.take.setEnabled(False)
        self.list.currentRowChanged.connect(self._tell)
        self.list.itemDoubleClicked.connect(self.take.click)
        close = QPushButton("关闭")
        close.clicked.connect(self.reject)
        said = QLabel(sentence)
        said.setWordWrap(True)
        self.row = QHBoxLayout()
        self.row.addStretch(1)
        self.row.addWidget(self.take)
        self.row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(said)
        column.addWidget(self.list, 1)
        column.addWidget(self.about)
        column.addLayout(self.row)

    def fill(self, lines: Sequence[_Line], nothing: str) -> None:
        """Put lines into the list; `nothing` is said where there are none."""
        row = max(0, self.list.currentRow())
        self._lines = lines
        self.list.clear()
        self.list.addItems([line.text for line in lines])
        self.about.setText(nothing)
        self.take.setEnabled(False)
        self.list.setCurrentRow(min(row, len(lines) - 1))
        self.list.setFocus()

    def _tell(self, row: int) -> None:
        if 0 <= row < len(self._lines):
            self.about.setText(self._lines[row].about)
            self.take.setEnabled(self._lines[row].usable)


class BackupSheet(_Sheet):
    """What is in the backups of a library, and the way back to one of them."""

    chosen = Signal(object)
    """Go back to this Backup."""

    def __init__(self, folder: Path, jobs: Jobs, sentence: str, parent: QWidget | None) -> None:
        how = f"学习台每天备份一次，留着最近几份；升级前的留一份，恢复前的留 {REPLACED_DAYS} 天。"
        super().__init__("从备份恢复", sentence or how, parent)
        self._backups: list[Backup] = []
        self._is_gone = False
        self.take.setText("恢复到这一份…")
        self.take.clicked.connect(self._ask)

        def work(_progress: Progress) -> tuple[list[Backup], bool]:
            return backups(folder), is_gone(folder)

        job = jobs.start(work, done=self._show, failed=self.failed.emit)
        self.finished.connect(lambda: jobs.forget(job))

    def _show(self, told: tuple[list[Backup], bool]) -> None:
        found, self._is_gone = told
        self._backups = found
        nothing = "还没有备份。每天第一次打开学习台时自动备份一份，不用动手。"
        self.fill([self._line(backup) for backup in found], nothing)

    @staticmethod
    def _line(backup: Backup) -> _Line:
        made_at = moment_text(backup.made_at) + _OCCASIONS[backup.occasion]
        if backup.damaged:
            return _Line(f"{made_at}　已经损坏", "这一份读不出来，不能用来恢复。", usable=False)
        if backup.too_new:
            why = "这一份是新版学习台备份的，升级学习台以后才能用来恢复。"
            return _Line(f"{made_at}　新版学习台的备份", why, usable=False)
        text = f"{made_at}　{backup.articles} 篇文章　{len(backup.packets)} 个学习包"
        titles = "、".join(f"“{title}”" for title in backup.packets[:6])
        more = "等" if len(backup.packets) > 6 else ""
        return _Line(text, f"学习包：{titles}{more}" if titles else "里面没有学习包。")

    def _ask(self) -> None:
        backup = self._backups[self.list.currentRow()]
        present = f"现在的资料库会先备份，{REPLACED_DAYS} 天内随时可以再恢复回来。"
        newest = f"最近一天的备份改标“恢复前”，再留 {REPLACED_DAYS} 天。"
        gone = f"资料库放回原来的地方。{newest}"
        if dialogs.confirm(
            self,
            f"恢复到 {moment_text(backup.made_at)} 的资料库吗？",
            gone if self._is_gone else present,
            "恢复",
        ):
            self.accept()
            self.chosen.emit(backup)


class TrashSheet(_Sheet):
    """What was deleted, and the way back."""

    restored = Signal(object, object)
    """This Trashed thing is back in the library, by what was done in this place (a Where); a
    passage is to be put back by who has its packet open.
    """

    def __init__(
        self,
        library: Library,
        parent: QWidget | None = None,
        take: Callable[[str, Where], bool] = lambda _step, _place: False,
        fetch: Callable[[TrashKind, str], str] | None = None,
    ) -> None:
        """`take` does `undo` or `redo` of what was done in a place; whether there was anything.
        `fetch` takes out an article or a packet, as the library does, which may have it wait.
        """
        super().__init__(
            "回收站", f"删除的文章、学习包和选段在这里留 {KEPT_DAYS} 天，过后自动清除。", parent
        )
        self._library, self._take, self._fetch = library, take, fetch or library.restore
        self._place = in_form()
        self._things: list[Trashed] = []
        self.take.setText("恢复")
        self.take.clicked.connect(self._restore)
        self.empty = QPushButton("清空回收站…")
        self.empty.clicked.connect(self._empty)
        self.row.insertWidget(0, self.empty)
        self._show()

    def _show(self) -> None:
        try:
            things = self._library.trashed()
        except StudyDeskError as error:
            self.failed.emit(error)
            return
        self._things = things
        nothing = "回收站是空的。以后删了文章、学习包或选段，到这里找回来。"
        self.fill([_Line(self._text(thing), self._about(thing)) for thing in things], nothing)
        self.empty.setEnabled(bool(things))

    @staticmethod
    def _text(thing: Trashed) -> str:
        title = thing.title or "（无标题）"
        if thing.kind is TrashKind.PASSAGE:
            title = cut(" ".join(title.split()), _LONGEST)
        return f"{_KINDS[thing.kind]}　{title}"

    @staticmethod
    def _about(thing: Trashed) -> str:
        packet = f"从学习包{quoted(thing.packet)}里" if thing.packet else ""
        return f"{moment_text(thing.deleted_at)} {packet}删除"

    def _restore(self) -> None:
        thing = self._things[self.list.currentRow()]
        if thing.kind is TrashKind.PASSAGE:
            self.restored.emit(thing, self._place)
            self._show()
            return
        try:
            back = self._fetch(thing.kind, thing.id)
        except StudyDeskError as error:
            if isValid(self):  # the window may have left its library meanwhile
                self.failed.emit(error)
            return
        self._show()
        self.restored.emit(replace(thing, id=back), self._place)

    def take_step(self, step: str) -> None:
        """Put back into the trash what was restored last, or restore it again."""
        if self._take(step, self._place):
            self._show()
        else:
            super().take_step(step)

    def _empty(self) -> None:
        count = self.list.count()
        if dialogs.confirm(
            self, f"清空回收站里的 {count} 项吗？", "清空以后不能再恢复。备份里可能还有。", "清空"
        ):
            try:
                self._library.empty_trash(datetime.now(UTC))
            except StudyDeskError as error:
                self.failed.emit(error)
                return
            self._show()
