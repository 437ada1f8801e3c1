"""What the user points at in 整理, and the one way to do something to it."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from studydesk.domain.article import Problem
from studydesk.domain.tidying import Tidying
from studydesk.ui.deed import Where, in_page
from studydesk.ui.tidy.articles import TidyArticles
from studydesk.ui.tidy.current_source import CurrentSource
from studydesk.ui.tidy.rows import Row, Rows, article_name


class TidyChoice(QObject):
    """The rows that are chosen in the articles, on the page as it is now."""

    refused = Signal(str)
    """A sentence why there is nothing to do."""

    def __init__(self, current: CurrentSource, articles: TidyArticles, parent: QWidget) -> None:
        super().__init__(parent)
        self._current = current
        self.articles = articles

    @property
    def place(self) -> Where:
        """The page, as a place where things are done and taken back."""
        return in_page(self._current.source_id)

    def do(self, text: str, *operations: Tidying) -> bool:
        """Do operations as one undo step; whether they fit. `failed` of the page tells why not."""
        return self._current.do(text, *operations)

    def refuse(self, sentence: str) -> None:
        """Say why there is nothing to do."""
        self.refused.emit(sentence)

    @property
    def rows(self) -> Rows:
        """Every row of the page."""
        return self.articles.rows

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is doubtful about the page."""
        return self._current.page.recovery.problems if self._current.page else ()

    def printed(self) -> list[Row]:
        """The chosen rows that stand on the page."""
        return [row for row in self.articles.chosen().rows if row.is_printed]

    def blocks(self) -> list[Row]:
        """The chosen rows of articles; told why not, where there are none."""
        rows = [row for row in self.printed() if not row.is_furniture]
        if not rows:
            self.refuse("请先选中文章里的一段。")
        return rows

    def article_here(self) -> str:
        """The id of the article that the caret is in, or an empty string."""
        number = self.articles.here()
        return self.rows[number].article_id if 0 <= number < len(self.rows) else ""

    def article_of(self, at: int) -> str:
        """The id of the article that has the character at an offset, or an empty string."""
        number = self.rows.number_at(at)
        return self.rows[number].article_id if number >= 0 else ""

    def articles_named(self) -> list[tuple[str, str]]:
        """The articles of the page: id and title."""
        page = self._current.page
        return [(a.id, article_name(a)) for a in page.recovery.articles] if page else []
