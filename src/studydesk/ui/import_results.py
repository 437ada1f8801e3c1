"""What became of the files that were imported: a line each, until it is put away."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from studydesk.services.importing import ImportResult, Outcome
from studydesk.ui import messages
from studydesk.ui.icons import IconButton
from studydesk.ui.theme import GRID

_SIGNS = {Outcome.ADDED: "✓", Outcome.ALREADY_THERE: "＝", Outcome.REFUSED: "✕"}
_HEIGHT = 20 * GRID


class ImportResults(QFrame):
    """A quiet panel below the article list."""

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
        for old in self._shown:
            self._lines.removeWidget(old)
            old.deleteLater()
        self._shown = []
        for result in sorted(results, key=lambda r: r.outcome is not Outcome.REFUSED):
            line = QLabel(f"{_SIGNS[result.outcome]} {messages.import_sentence(result)}")
            line.setWordWrap(True)
            line.setTextFormat(Qt.TextFormat.PlainText)
            line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._lines.insertWidget(len(self._shown), line)
            self._shown.append(line)
        articles = sum(result.articles for result in results)
        self._title.setText(f"导入结果：{len(results)} 个文件，{articles} 篇文章")
        self.show()

    def lines(self) -> list[str]:
        """What is being said, line by line."""
        return [line.text() for line in self._shown]
