"""What was found doubtful in the article being read: one line each; a click goes to the place."""

from collections import Counter
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from studydesk.domain.article import Article, Problem, Severity, Span
from studydesk.ui.key_names import native
from studydesk.ui.theme import GRID
from studydesk.ui.words import outcomes

OPEN = 2
"""So many lines are shown at once; where there are more, they wait behind one."""


class _Line(QPushButton):
    """A sentence as wide as there is room; the whole of it is its tip."""

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self._sentence = sentence
        self.setProperty("role", "link")
        self.setStyleSheet("text-align: left;")
        self.setToolTip(f"{sentence}\n点一下，到文中这一处。")
        self.setAccessibleName(sentence)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setText(sentence)

    def sizeHint(self) -> QSize:
        """No wider than the panel."""
        return QSize(GRID, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the sentence to the width."""
        super().resizeEvent(event)
        room = self.width() - 2 * GRID
        elide = Qt.TextElideMode.ElideRight
        self.setText(self.fontMetrics().elidedText(f"⚠ {self._sentence}", elide, room))


class Doubts(QWidget):
    """The gravest first; more than two are one line until it is opened."""

    place_requested = Signal(object)
    """Go to the place of this Problem."""
    tidy_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = 0
        self._fold = QPushButton()
        self._fold.setProperty("role", "link")
        self._fold.setCheckable(True)
        self._fold.toggled.connect(self._unfold)
        self._tidy = QPushButton("整理这篇")
        self._tidy.setProperty("role", "link")
        self._tidy.setToolTip(f"在整理页对照原文改好这篇文章（{native('Ctrl+Shift+T')}）")
        self._tidy.clicked.connect(self.tidy_requested)
        self._lines = QWidget()
        head = QHBoxLayout()
        head.addWidget(self._fold)
        head.addWidget(self._tidy)
        head.addStretch()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(head)
        self._column.addWidget(self._lines)
        self.tell([])

    def tell(self, problems: Sequence[Problem]) -> None:
        """Show problems, those that say the same only once; nothing where there is none."""
        worst = sorted(problems, key=lambda problem: list(Severity).index(problem.severity))
        said = {outcomes.problem_sentence(problem): problem for problem in reversed(worst)}
        times = Counter(outcomes.problem_sentence(problem) for problem in problems)
        lines = QWidget()
        column = QVBoxLayout(lines)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for sentence, problem in reversed(said.items()):
            line = _Line(f"{sentence}（{times[sentence]} 处）" if times[sentence] > 1 else sentence)
            line.clicked.connect(partial(self._go_to, problem))
            column.addWidget(line)
        self._column.replaceWidget(self._lines, lines)
        self._lines.hide()
        self._lines.deleteLater()
        self._lines = lines
        self._count = len(problems)
        self._fold.setChecked(len(said) <= OPEN)
        self._unfold(self._fold.isChecked())
        self.setVisible(bool(said))

    def _go_to(self, problem: Problem, *_checked: bool) -> None:
        self.place_requested.emit(problem)

    def _unfold(self, shown: bool) -> None:
        self._fold.setText(f"{self._count} 处存疑 {'▴' if shown else '▾'}")
        self._lines.setVisible(shown)

    def lines(self) -> list[QPushButton]:
        """The lines, whether they are open or not."""
        return self._lines.findChildren(QPushButton)


def place_of(article: Article, span: Span) -> tuple[int, int]:
    """The paragraph of an article's body that came from a stretch of the raw text: its first and
    last offset in the body. What is not in the body, as a title is, lies at its beginning.
    """
    start = 0
    for block in article.body_blocks:
        end = start + len(block.text)
        if any(part.start < span.end and span.start < part.end for part in block.spans):
            return start, end
        start = end + 1
    return 0, 0
