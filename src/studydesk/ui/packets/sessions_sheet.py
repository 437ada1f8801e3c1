"""学习台账: the sessions that were held, with what was read and agreed, for the year's archive."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from studydesk.library import Library
from studydesk.services.series import Held, sessions, write_sessions
from studydesk.ui import dialogs
from studydesk.ui.fields import ChoiceField
from studydesk.ui.jobs import Job, Jobs, Progress
from studydesk.ui.sheet import Sheet
from studydesk.ui.theme import GRID

_ALL = "全部年份"
_FILES = "表格 (*.csv)"
_COLUMNS = ("日期", "题名", "单位", "学习内容", "议定事项")
_DAY = 13 * GRID
"""Pixels of the column of dates."""


class SessionsSheet(Sheet):
    """A table of sessions, the last one first; a year of them can be written as CSV."""

    failed = Signal(object)
    message = Signal(str)

    def __init__(self, library: Library, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._held: tuple[Held, ...] = ()
        self.setWindowTitle("学习台账")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.year = ChoiceField("年份", {})
        self._years: list[int | None] = [None]
        self.year.currentIndexChanged.connect(self._list)
        self.said = QLabel()
        self.said.setProperty("role", "muted")
        self.table = QTableWidget(0, len(_COLUMNS))
        self.table.setAccessibleName("学习台账")
        self.table.setHorizontalHeaderLabels(_COLUMNS)
        self.table.verticalHeader().hide()
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(True)
        self.table.setFrameShape(QFrame.Shape.NoFrame)
        self.table.setStyleSheet(
            "QTableView::item { padding: 4px 0; } QHeaderView::section { padding: 6px 3px;"
            " border: 0; border-bottom: 1px solid palette(mid); background: palette(window); }"
        )
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)  # all are seen, however narrow
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        self.table.setColumnWidth(0, _DAY)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.sectionResized.connect(lambda *_: self.table.resizeRowsToContents())
        self.write_button = QPushButton("导出表格…")
        self.write_button.setProperty("role", "primary")
        self.write_button.setToolTip("写成 CSV 表格，Excel 和 WPS 都能打开")
        self.write_button.clicked.connect(self._ask_and_write)
        self._lay_out()
        self._list()
        self._job: Job | None = jobs.start(
            _sessions, library, done=self._show, failed=self.failed.emit
        )
        self.finished.connect(lambda _result: self._forget_job())

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.said, 1)
        head.addWidget(self.year)
        close = QPushButton("关闭")
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.write_button)
        row.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        layout.setSpacing(GRID)
        layout.addLayout(head)
        layout.addWidget(self.table, 1)
        layout.addLayout(row)
        self.resize(124 * GRID, 64 * GRID)

    def _forget_job(self) -> None:
        if self._job is not None:
            self._jobs.forget(self._job)

    def _show(self, held: tuple[Held, ...]) -> None:
        self._job, self._held = None, held
        self._years = [None, *dict.fromkeys(one.held_on.year for one in held)]
        self.year.set_choices({f"{year}年" if year else _ALL: year for year in self._years})
        self.year.setCurrentIndex(1 if held else 0)
        self._list()

    @property
    def listed(self) -> tuple[Held, ...]:
        """The sessions of the chosen year."""
        return tuple(one for one in self._held if self._year in (None, one.held_on.year))

    @property
    def _year(self) -> int | None:
        return self._years[max(0, self.year.currentIndex())]

    def _list(self) -> None:
        listed = self.listed
        self.table.setRowCount(len(listed))
        for row, one in enumerate(listed):
            texts = (
                one.held_on.isoformat(),
                one.packet.title,
                one.packet.session.unit,
                "\n".join(one.read),
                "\n".join(one.agreed),
            )
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                item.setTextAlignment(Qt.AlignmentFlag.AlignTop)
                self.table.setItem(row, column, item)
        self.table.resizeRowsToContents()
        self.write_button.setEnabled(bool(listed))
        how = "填了日期、日子已到的学习包都算；议定事项在“我的一件事”里记。"
        told = f"共 {len(listed)} 次学习。{how}"
        self.said.setText(
            told if listed else "还没有开过的学习：填了日期、日子已到的学习包会列在这里。"
        )

    def _ask_and_write(self) -> None:
        name = f"学习台账{self._year or ''}.csv"
        path = dialogs.ask_new_file(self, "导出学习台账", name, _FILES)
        if path is not None:
            self.write(path)

    def write(self, path: Path) -> None:
        """Write the sessions that are listed."""
        done, failed = self.message.emit, self.failed.emit
        self._jobs.start(_written, self.listed, path, done=done, failed=failed, writes=bool)


def _sessions(_progress: Progress, library: Library) -> tuple[Held, ...]:
    today = date.today()  # noqa: DTZ011 - the day on the user's own calendar
    return sessions(library, today)


def _written(_progress: Progress, held: tuple[Held, ...], path: Path) -> str:
    return f"{write_sessions(held, path)} 次学习已写进 {path}"
