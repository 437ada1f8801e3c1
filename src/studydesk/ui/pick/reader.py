"""The middle of 选材: an article with its head, its findings, and what can be done with it."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from studydesk.domain.article import Article, Problem, Source
from studydesk.services.source_facts import guessed
from studydesk.ui.empty_state import EmptyState
from studydesk.ui.focus_lead import FocusLead
from studydesk.ui.giving_way import GivingWay
from studydesk.ui.hint import Hint
from studydesk.ui.key_names import native
from studydesk.ui.pick.article_text import Stretch
from studydesk.ui.pick.doubts import Doubts, place_of
from studydesk.ui.pick.reader_text import ReaderText
from studydesk.ui.pick.tag_row import TagRow
from studydesk.ui.pick.topic_row import TopicRow
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
        for text, tip, keys, signal in (
            ("加入 ⏎", "加入学习包", "Return", self.add_requested),
            ("加入并提问", "加入学习包，并提一个问题", "Ctrl+Return", self.ask_requested),
            ("复制带出处", "复制所选文字，带出处", "Ctrl+Shift+C", self.copy_requested),
        ):
            button = QPushButton(text)
            button.setProperty("role", "bar")
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # keys stay with the text
            button.setToolTip(f"{tip}（{native(keys)}）")
            button.clicked.connect(signal)
            row.addWidget(button)
        self.hide()

    def show_at(self, corner: QPoint, beginning: int) -> None:
        """Stand below the corner, inside the parent; where there is no room, above what begins at
        this height.
        """
        self.adjustSize()
        room = self._ground.rect().adjusted(GRID, GRID, -GRID, -GRID)
        left = min(max(corner.x() - self.width() // 2, room.left()), room.right() - self.width())
        top = corner.y() + GRID
        if top + self.height() > room.bottom():
            above = beginning - self.height() - GRID
            top = above if above >= room.top() else room.bottom() - self.height()
        self.move(left, top)
        self.show()
        self.raise_()


class Reader(QWidget):
    """Shows one article. What is selected in it is `selection`, in offsets of its body."""

    source_saved = Signal(str, object, str)
    facts_asked = Signal()
    """The form is about to be opened."""
    help_requested = Signal()
    settled = Signal()
    """What is selected is different now, and no mouse is still at it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "paper")
        self.text = ReaderText()
        self.text.setMinimumHeight(8 * GRID)  # what is below it needs room in a low window
        self.bar = SelectionBar(self.text.viewport())
        self.form = SourceForm()
        self.findings = Doubts()
        self.tags = TagRow()
        self.topics = TopicRow()
        self.hint = Hint()
        self.empty = EmptyState()
        self.empty.tell("左边选好的文章在这里读。")
        self.empty.asked.connect(self.help_requested)
        self._source: Source | None = None
        self._article: Article | None = None
        self._served: Stretch | None = None
        self._lay_out()
        FocusLead(self, self.text)
        self.text.selected.connect(self._place_bar)
        self.text.selected.connect(self._settle)
        self.text.scrolled.connect(self._place_bar)
        self.text.source_facts_requested.connect(self.edit_source_facts)
        self.findings.place_requested.connect(self._go_to_problem)
        self.form.saved.connect(self.source_saved)
        self.form.closed.connect(self.text.setFocus)

    def _lay_out(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.form)
        column.addWidget(self._make_head())
        column.addWidget(self.text, 1)
        column.addWidget(self.hint)
        self._column = column
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def _make_head(self) -> QWidget:
        """What was found doubtful, tags and topics; they scroll where what opens below the text
        leaves them no room.
        """
        rows = QVBoxLayout()
        rows.setSpacing(0)
        rows.addSpacing(GRID // 2)
        for part in (self.findings, self.tags, self.topics):
            row = QHBoxLayout()
            row.setContentsMargins(2 * GRID, 0, 2 * GRID, 0)
            row.addWidget(part)
            rows.addLayout(row)
        return GivingWay(rows, ground="paper")

    def dock(self, panel: QWidget) -> None:
        """Give a panel its place below the text."""
        self._column.addWidget(panel)

    def show_article(self, article: Article, source: Source, problems: Sequence[Problem]) -> None:
        """Show an article with what was found doubtful in it."""
        self._source = source
        self.form.hide()
        self._article = article
        self.hint.clear()
        self.findings.tell(problems)
        self.text.show_article(article, source)
        self._stack.setCurrentIndex(1)

    def show_source(self, article: Article, source: Source) -> None:
        """Show the same article after its source's facts were filled in."""
        self._source = source
        self.text.show_again(article, source)

    def show_guess(self, guess: Source) -> None:
        """Tell what the page itself says of its source, to be confirmed."""
        if self._article is not None and self._source is not None and self._source.id == guess.id:
            self.text.show_again(self._article, self._source, guess)

    def show_nothing(self) -> None:
        """No article is being read."""
        self._source = self._article = None
        self.text.show_nothing()
        self._stack.setCurrentIndex(0)

    def _go_to_problem(self, problem: Problem) -> None:
        """Select the paragraph that is doubtful; a title is at the top."""
        if self._article is not None:
            start, end = place_of(self._article, problem.span)
            if start < end:
                self.text.select(start, end)
            else:
                self.text.show_place(0)
            self.text.setFocus()

    def edit_source_facts(self) -> None:
        """Open the form above the text; what is not on record yet is offered from the page."""
        self.facts_asked.emit()
        if self._source is not None:
            self.form.edit(guessed(self._source))

    def chosen(self) -> Stretch:
        """What would be picked now: the selection, or the paragraph that the cursor is on."""
        return self.text.selection() or self.text.paragraph()

    @property
    def reaches_head(self) -> bool:
        """Whether something above the body, which no passage has, is selected with the body."""
        start, end = self.text.selection() or (0, 0)
        return start < end and len(self.text.textCursor().selectedText()) > end - start

    def _settle(self) -> None:
        if not _dragging():
            self.settled.emit()

    def put_bar_away(self) -> None:
        """Show the bar no more at what is selected now: it has been used."""
        self._served = self.text.selection()
        self.bar.hide()

    def _place_bar(self) -> None:
        corner, selection = self.text.selection_corner(), self.text.selection()
        height = self.text.viewport().height()  # a hint below may take the last lines of it
        in_view = corner.y() >= 0 and self.text.selection_top() < height
        if selection != self._served:
            self._served = None
        if _dragging() or selection is None or selection == self._served or not in_view:
            self.bar.hide()
        else:
            self.bar.show_at(corner, self.text.selection_top())


def _dragging() -> bool:
    return bool(QApplication.mouseButtons() & Qt.MouseButton.LeftButton)
