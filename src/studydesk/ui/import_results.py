"""What became of the files that were imported: a line each, until it is put away."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from studydesk.services.importing import ImportResult, Outcome
from studydesk.ui import messages
from studydesk.ui.icons import IconButton
from studydesk.ui.theme import GRID

_SIGNS = {Outcome.ADDED: "✓", Outcome.ALREADY_THERE: "＝", Outcome.REFUSED: "✕"}
_HEIGHT = 20 * GRID


class ImportResults(QFrame):
    """A quiet panel below the article list."""

    tidy_requested = Signal(str)
    """Show this source where it is tidied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "window")
        self._title = QLabel("导入结果")
        self._title.setProperty("role", "muted")
        close = IconButton("x", "收起导入结果")
        close.clicked.connect(self.hide)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(close)
        self._lines = QVBoxLayout()
        self._lines.setContentsMargins(0, 0, GRID, 0)
        self._lines.setSpacing(GRID // 2)
        self._lines.addStretch()
        self._shown: list[QLabel] = []
        self._rows: list[QWidget] = []
        inner = QWidget()
        inner.setLayout(self._lines)
        inner.setProperty("ground", "window")
        self._scroll = QScrollArea()
        self._scroll.setWidget(inner)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName("导入结果")
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, GRID // 2, GRID, GRID)
        column.setSpacing(GRID // 2)
        column.addLayout(head)
        column.addWidget(self._scroll)
        self.setFixedHeight(_HEIGHT)
        self.hide()

    def show_results(self, results: Sequence[ImportResult]) -> None:
        """One line for each file, those that were refused first."""
        for old in self._rows:
            self._lines.removeWidget(old)
            old.deleteLater()
        self._shown, self._rows = [], []
        for result in sorted(results, key=lambda r: r.outcome is not Outcome.REFUSED):
            line = QLabel(f"{_SIGNS[result.outcome]} {messages.import_sentence(result)}")
            line.setWordWrap(True)
            line.setTextFormat(Qt.TextFormat.PlainText)
            line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            row = self._with_way_on(line, result)
            self._lines.insertWidget(len(self._rows), row)
            self._shown.append(line)
            self._rows.append(row)
        articles = sum(result.articles for result in results)
        self._title.setText(f"导入结果：{len(results)} 个文件，{articles} 篇文章")
        self.show()

    def _with_way_on(self, line: QLabel, result: ImportResult) -> QWidget:
        """The line, and behind it the way to tidy what is doubtful in the file."""
        if not result.problems:
            return line
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(line, 1)
        tidy = QPushButton("去整理")
        tidy.setProperty("role", "link")
        tidy.setToolTip(f"对照原文，整理“{result.name}”")
        tidy.clicked.connect(partial(self._ask_to_tidy, result.source_id))
        layout.addWidget(tidy, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _ask_to_tidy(self, source_id: str) -> None:
        self.tidy_requested.emit(source_id)

    def lines(self) -> list[str]:
        """What is being said, line by line."""
        return [line.text() for line in self._shown]
