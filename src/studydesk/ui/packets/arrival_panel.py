"""A packet file that has another state of a packet than the library: what it would add, and what
to do with it.
"""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from studydesk.domain.merging import merge
from studydesk.handout.redline import Redline, counted, redline
from studydesk.library import Arrival
from studydesk.ui.focus_lead import FocusLead
from studydesk.ui.jobs import Job, Jobs, Progress
from studydesk.ui.key_names import native
from studydesk.ui.packets.redline_view import RedlineView
from studydesk.ui.sentence import Sentence
from studydesk.ui.theme import GRID
from studydesk.ui.words.quotes import quoted

_HEIGHT, _LEAST = 30 * GRID, 6 * GRID
"""Pixels of the comparison at most, and where the window is low."""


class ArrivalPanel(QFrame):
    """A strip on top of the page; nothing of the file is in the library before a choice."""

    merge_requested = Signal(object)
    """Put what the file at this Path has besides into the packet that is there."""
    replace_requested = Signal(object)
    """Let the packet that is there be as that of the file at this Path is."""
    add_requested = Signal(object)
    """Add the packet of the file at this Path beside the one that is there."""
    failed = Signal(object)

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._waiting: list[tuple[Path, Arrival]] = []
        self._job: Job | None = None
        self.setProperty("ground", "surface")
        self.setAccessibleName("学习包文件")
        self.sentence = Sentence()
        self.look_button = QPushButton("看差别")
        self.look_button.setCheckable(True)
        self.look_button.setProperty("role", "link")
        self.merge_button = QPushButton("合并进来")
        self.merge_button.setToolTip("文件里多的添进来，改得不一样的两份都留着；可以撤消")
        self.replace_button = QPushButton("用文件里的")
        self.replace_button.setToolTip("资料库里的换成文件里的样子；可以撤消")
        self.add_button = QPushButton("另存一份")
        self.add_button.setToolTip("文件里的另成一个学习包，原来的不动")
        self.leave_button = QPushButton("不打开")
        self.view = RedlineView()
        self.view.setMinimumHeight(_LEAST)
        self.view.setMaximumHeight(_HEIGHT)
        self.look_button.toggled.connect(self._look)
        self.merge_button.clicked.connect(lambda: self.merge_requested.emit(self._settle()))
        self.replace_button.clicked.connect(lambda: self.replace_requested.emit(self._settle()))
        self.add_button.clicked.connect(lambda: self.add_requested.emit(self._settle()))
        self.leave_button.clicked.connect(self.leave)
        self.leave_button.setToolTip(f"资料库里的不动，文件也不动（{native('Esc')}）")
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.sentence, 1)
        choices = (self.merge_button, self.replace_button, self.add_button, self.leave_button)
        for button in (self.look_button, *choices):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, GRID, GRID, GRID)
        column.addLayout(row)
        column.addWidget(self.view)
        FocusLead(self, self.merge_button)
        self.view.hide()
        self.hide()

    def ask(self, path: Path, arrival: Arrival) -> None:
        """Say what a file would bring and let the user choose; one file after the other."""
        self._waiting.append((path, arrival))
        if len(self._waiting) == 1:
            self._show_first()

    def _look(self, shown: bool) -> None:
        self.look_button.setText("收起差别" if shown else "看差别")
        self.view.setVisible(shown)
        needed = int(self.view.document().size().height()) + GRID
        self.view.setMaximumHeight(max(_LEAST, min(needed, _HEIGHT)))

    def _show_first(self) -> None:
        self.look_button.setChecked(False)
        self.view.show_comparison(None)
        self.setVisible(bool(self._waiting))
        if self._waiting:
            path, arrival = self._waiting[0]
            self.merge_button.setVisible(not arrival.earlier)
            self.sentence.setText(f"“{path.name}”里的学习包和资料库里的不一样，正在比较……")
            self._job = self._jobs.start(
                _compared, path.name, arrival, done=self._tell, failed=self.failed.emit
            )

    def _tell(self, found: tuple[Redline, str]) -> None:
        comparison, sentence = found
        self._job = None
        self.sentence.setText(sentence)
        self.view.show_comparison(comparison)
        (self.leave_button if self.merge_button.isHidden() else self.merge_button).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the file."""
        if event.key() == Qt.Key.Key_Escape and self._waiting:
            self.leave()
        else:
            super().keyPressEvent(event)

    @property
    def busy(self) -> bool:
        """Whether the two states are still being compared."""
        return self._job is not None

    def leave(self) -> None:
        """Leave the library as it is, and go on to the next file."""
        self._settle()

    def _settle(self) -> Path:
        """Be done with the first file."""
        if self._job is not None:
            self._jobs.forget(self._job)
            self._job = None
        path, _arrival = self._waiting.pop(0)
        self._show_first()
        return path


def _compared(_progress: Progress, name: str, arrival: Arrival) -> tuple[Redline, str]:
    here, there = arrival.here or arrival.packet, arrival.packet
    file = f"{quoted(name)}里的{quoted(there.title)}"
    comparison = redline(here, there, "资料库里的", "文件里的")
    if arrival.earlier:
        told = f"{file}是资料库里那一份以前的样子，没有新的内容。"
        return comparison, told
    came = len(merge(here, there).items) - len(here.items)
    told = f"{file}和资料库里的不一样：文件里{_deeds(comparison)}。"
    told += f"合并会添 {came} 项，原有的不动" if came else "合并不会添什么"
    told += f"，另带来 {arrival.articles} 篇文章。" if arrival.articles else "。"
    return comparison, told


def _deeds(comparison: Redline) -> str:
    """What is different, whoever changed it: nobody knows which of the two is the later one."""
    if comparison.is_empty:
        return "只有文章的位置不同"
    return counted(comparison.items, ("多", "少", "不一样的", "位置不同的"))
