"""The middle of 选材: an article with its head, its findings, and what can be done with it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from studydesk.domain.article import Article, Problem, Severity, Source
from studydesk.ui import messages
from studydesk.ui.empty_state import EmptyState
from studydesk.ui.reader_text import ReaderText, Stretch
from studydesk.ui.source_form import SourceForm
from studydesk.ui.theme import GRID


class SelectionBar(QFrame):
    """A small bar at the selection; everything in it has a key and stands in the menu as well."""

    add_requested = Signal()
    ask_requested = Signal()
    copy_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._ground = parent
        self.setProperty("floating", "true")
        self.setAccessibleName("所选文字")
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID // 2, GRID // 2, GRID // 2, GRID // 2)
        row.setSpacing(0)
        for text, tip, signal in (
            ("加入 ⏎", "加入学习包（Enter）", self.add_requested),
            ("加入并提问", "加入学习包，并提一个问题（Ctrl+Enter）", self.ask_requested),
            ("复制带出处", "复制所选文字，带出处（Ctrl+Shift+C）", self.copy_requested),
        ):
            button = QPushButton(text)
            button.setProperty("role", "bar")
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # keys stay with the text
            button.setToolTip(tip)
            button.clicked.connect(signal)
            row.addWidget(button)
        self.hide()

    def show_at(self, corner: QPoint) -> None:
        """Stand below the corner, inside the parent."""
        self.adjustSize()
        room = self._ground.rect().adjusted(GRID, GRID, -GRID, -GRID)
        left = min(max(corner.x() - self.width() // 2, room.left()), room.right() - self.width())
        top = corner.y() + GRID
        if top + self.height() > room.bottom():
            top = max(room.top(), corner.y() - self.height() - 5 * GRID)
        self.move(left, top)
        self.show()
        self.raise_()


class Doubts(QWidget):
    """What was found doubtful in the article: the gravest first, the others one click away."""

    tidy_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentences: list[str] = []
        self._lines = QLabel()
        self._lines.setProperty("role", "amber")
        self._lines.setWordWrap(True)
        self._lines.setAccessibleName("存疑之处")
        self._more = QPushButton()
        self._more.setProperty("role", "link")
        self._more.clicked.connect(lambda: self._show(len(self._sentences)))
        tidy = QPushButton("整理这篇")
        tidy.setProperty("role", "link")
        tidy.setToolTip("在整理页对照原文改好这篇文章（Ctrl+Shift+T）")
        tidy.clicked.connect(self.tidy_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        row.addWidget(self._lines, 1)
        row.addWidget(self._more, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(tidy, 0, Qt.AlignmentFlag.AlignTop)
        self.tell([])

    def tell(self, sentences: list[str]) -> None:
        """Show the first sentence, and how many more there are; nothing where there is none."""
        self._sentences = sentences
        self._show(1)

    def _show(self, count: int) -> None:
        self._lines.setText("\n".join(f"⚠ {sentence}" for sentence in self._sentences[:count]))
        rest = len(self._sentences) - count
        self._more.setText(f"还有 {rest} 条")
        self._more.setVisible(rest > 0)
        self.setVisible(bool(self._sentences))


class Reader(QWidget):
    """Shows one article. What is selected in it is `selection`, in offsets of its body."""

    source_saved = Signal(str, object, str)
    help_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "paper")
        self.text = ReaderText()
        self.bar = SelectionBar(self.text.viewport())
        self.form = SourceForm()
        self.findings = Doubts()
        self.empty = EmptyState()
        self.empty.tell("在左边选一篇文章来读。")
        self.empty.asked.connect(self.help_requested)
        self._source: Source | None = None
        self._lay_out()
        self.setFocusProxy(self.text)
        self.text.selected.connect(self._place_bar)
        self.text.scrolled.connect(self._place_bar)
        self.text.source_facts_requested.connect(self.edit_source_facts)
        self.form.saved.connect(self.source_saved)
        self.form.closed.connect(self.text.setFocus)

    def _lay_out(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.form)
        column.addWidget(self.findings)
        column.addWidget(self.text, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def show_article(self, article: Article, source: Source, problems: Sequence[Problem]) -> None:
        """Show an article with what was found doubtful in it."""
        self._source = source
        self.form.hide()
        worst = sorted(problems, key=lambda problem: list(Severity).index(problem.severity))
        sentences = dict.fromkeys(messages.problem_sentence(problem) for problem in worst)
        self.findings.tell(list(sentences))
        self.text.show_article(article, source)
        self._stack.setCurrentIndex(1)

    def show_source(self, article: Article, source: Source) -> None:
        """Show the same article after its source's facts were filled in."""
        self._source = source
        self.text.show_again(article, source)

    def show_nothing(self) -> None:
        """No article is being read."""
        self._source = None
        self.text.show_nothing()
        self._stack.setCurrentIndex(0)

    def edit_source_facts(self) -> None:
        """Open the form above the text."""
        if self._source is not None:
            self.form.edit(self._source)

    def chosen(self) -> Stretch:
        """What would be picked now: the selection, or the paragraph that the cursor is on."""
        return self.text.selection() or self.text.paragraph()

    def changeEvent(self, event: QEvent) -> None:
        """Set the article again when light turns to dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.text.set_again()

    def _place_bar(self) -> None:
        corner = self.text.selection_corner()
        dragging = QApplication.mouseButtons() & Qt.MouseButton.LeftButton
        in_view = self.text.viewport().rect().contains(corner)
        if dragging or self.text.selection() is None or not in_view:
            self.bar.hide()
        else:
            self.bar.show_at(corner)
