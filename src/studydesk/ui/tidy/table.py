"""The middle of 整理: raw page and articles side by side, and everything that is done to them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QLabel, QMenu, QSplitter, QVBoxLayout, QWidget

from studydesk.services.tidying import TidiedPage
from studydesk.ui.theme import GRID
from studydesk.ui.tidy import menus as tidy_menus
from studydesk.ui.tidy.articles import TidyArticles
from studydesk.ui.tidy.bar import Fill, TidyBar
from studydesk.ui.tidy.commands import TidyCommands
from studydesk.ui.tidy.current_source import CurrentSource
from studydesk.ui.tidy.hints import TidyHints, hint_of, raw_hint
from studydesk.ui.tidy.linked_sides import LinkedSides
from studydesk.ui.tidy.linked_text import LinkedText
from studydesk.ui.tidy.raw_page import RawPage
from studydesk.ui.tidy.words_field import WordsField


class TidyTable(QSplitter):
    """Shows a page and asks `CurrentSource` for what the user does to it."""

    message = Signal(str)
    """A sentence for the status line."""

    def __init__(self, current: CurrentSource, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.raw, self.articles = RawPage(), TidyArticles()
        self.sides = LinkedSides(self.raw, self.articles)
        self.commands = TidyCommands(current, self.articles, self.raw, self)
        self.bar = TidyBar(self.commands)
        self.words = WordsField(self.articles.viewport())
        self.hints = TidyHints()
        self._lay_out()
        self._connect(current)

    def _lay_out(self) -> None:
        title = QLabel("原始版面（只读）")
        title.setProperty("role", "muted")
        title.setContentsMargins(2 * GRID, 0, 0, 0)
        title.setMinimumHeight(self.bar.sizeHint().height())
        left, right = _column(title, self.raw), _column(self.bar, self.articles)
        for widget in (self.bar, self.hints):
            widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        left.setMinimumWidth(280)
        right.setMinimumWidth(480)
        self.setChildrenCollapsible(False)
        for side, stretch in ((left, 2), (right, 3)):
            self.addWidget(side)
            self.setStretchFactor(self.count() - 1, stretch)
        self.setSizes([480, 760])

    def _connect(self, current: CurrentSource) -> None:
        raw, articles, commands = self.raw, self.articles, self.commands
        current.stepped.connect(lambda _doubt, moved: self._go_to_step(moved))
        commands.choice.refused.connect(self.message)
        commands.choice.pointed_out.connect(self.sides.point_out)
        commands.words.told.connect(self.message)
        commands.words.words_wanted.connect(self._ask_words)
        commands.words.supplies_wanted.connect(self._open_supplies)
        commands.moves.carried_changed.connect(self._show_carried)
        self.words.closed.connect(articles.setFocus)
        raw.left.connect(articles.setFocus)
        raw.entered.connect(self._hint)
        raw.selectionChanged.connect(self._hint)
        articles.entered.connect(self._hint)
        articles.moved.connect(self._hint)
        for side, opened in ((articles, self._open_menu), (raw, self._open_raw_menu)):
            side.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            side.customContextMenuRequested.connect(opened)

    # --- what is shown -------------------------------------------------------------------------

    def open_page(self, page: TidiedPage) -> None:
        """Get ready for another page, which is to be shown then."""
        self.commands.moves.let_go()
        self.raw.show_raw(page.source.raw)
        self.articles.show_page(None)

    def show_page(self, page: TidiedPage) -> None:
        """Show what the page is by now."""
        with self.sides.apart():
            self.articles.show_page(page)
        self.articles.show_problems([each.span.start for each in page.recovery.problems])
        self._show_carried()

    def go_to_beginning(self) -> None:
        """Put the caret into the first row, both texts at their beginning."""
        with self.sides.apart():
            self.articles.go_to_row(0)
            for side in (self.raw, self.articles):
                side.verticalScrollBar().setValue(0)

    def go_to_article(self, article_id: str) -> None:
        """Put the caret into the first row of an article, if it is on the page."""
        numbers = self.articles.rows.of_article(article_id) if article_id else []
        if numbers:
            at = self.articles.rows[numbers[0]].at
            self.articles.go_to(at)
            self.articles.bring(at)

    def _go_to_step(self, moved: int) -> None:
        """Put the caret to what a step moves, or else to the first that is other now."""
        if moved < 0:
            self.articles.go_to_changed()
            return
        self.articles.go_to(moved)
        if not self.articles.is_in_view(moved):
            self.articles.bring(moved)

    def set_reading_size(self, size: int) -> None:
        """Show both texts in type of about this many pixels."""
        self.raw.set_size(size)
        self.articles.set_size(size)

    def _hint(self) -> None:
        rows, choice = self.articles.rows, self.commands.choice
        if self.raw.hasFocus():
            self.hints.tell(raw_hint(rows, choice.raw_stretches()))
        else:
            carried, chosen = self.commands.moves.told_carried, self.articles.chosen()
            self.hints.tell(hint_of(rows, chosen, choice.stretches(), carried))

    def _show_carried(self) -> None:
        """Show what was cut and is to be put somewhere."""
        moves = self.commands.moves
        self.articles.mark_offsets("carried", *moves.carried_spans)
        self.bar.offer_put(there=bool(moves.carried))
        self._hint()

    # --- what is done --------------------------------------------------------------------------

    def _ask_words(self, what: str, words: str, take: Callable[[str], object], caret: int) -> None:
        corner = self.articles.cursorRect().bottomLeft()
        self.words.ask(what, words, take, corner + QPoint(0, GRID // 2), caret)

    def _open_supplies(self) -> None:
        """Ask at the caret what is to be supplied."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        tidy_menus.fill_supplies(menu, self.commands)
        menu.popup(self.articles.viewport().mapToGlobal(self.articles.cursorRect().bottomLeft()))
        menu.setActiveAction(menu.actions()[0])

    def _open_menu(self, place: QPoint) -> None:
        there = self.articles.cursorForPosition(place)
        chosen = self.articles.chosen_numbers()
        if not self.articles.textCursor().hasSelection() or there.blockNumber() not in chosen:
            self.articles.setTextCursor(there)
        self._menu_at(self.articles, place, tidy_menus.fill)

    def _open_raw_menu(self, place: QPoint) -> None:
        """Where nothing is selected there is nothing to be done to the raw page."""
        if self.commands.choice.raw_stretches():
            self._menu_at(self.raw, place, tidy_menus.fill_in_raw)

    def _menu_at(self, side: LinkedText, place: QPoint, fill: Fill) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fill(menu, self.commands)
        menu.popup(side.viewport().mapToGlobal(place))

    def panels(self) -> Sequence[QWidget]:
        """What F6 steps through: articles, raw page."""
        return (self.articles, self.raw)


def _column(top: QWidget, below: QWidget) -> QWidget:
    column = QWidget()
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addWidget(top)
    layout.addWidget(below, 1)
    return column
