"""What the user points at in 整理, and the one way to do something to it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from studydesk.domain.article import Problem, Span
from studydesk.domain.tidying import MoveBlocks, SplitBlock, Tidying, apply
from studydesk.errors import EditRefused
from studydesk.ui.deed import Where, in_page
from studydesk.ui.tidy import selection
from studydesk.ui.tidy.articles import TidyArticles
from studydesk.ui.tidy.current_source import CurrentSource
from studydesk.ui.tidy.raw_page import RawPage
from studydesk.ui.tidy.rows import Row, Rows, article_name
from studydesk.ui.tidy.selection import Stretch
from studydesk.ui.words.quotes import cut, quoted


class Taken(NamedTuple):
    """What is chosen as rows of their own: all rows of the page as they are after these cuts."""

    rows: Rows
    chosen: tuple[Row, ...] = ()
    cuts: tuple[SplitBlock, ...] = ()


class TidyChoice(QObject):
    """What is chosen in the articles, or in the raw page while the user is there, on the page as
    it is now.
    """

    refused = Signal(str)
    """A sentence why there is nothing to do, or what was done; an empty one when it is past."""
    pointed_out = Signal(object)
    """Which stretches (Span) of the raw text something was done to, and not to their rows."""

    def __init__(
        self, current: CurrentSource, articles: TidyArticles, raw: RawPage, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._current = current
        self.articles, self._raw = articles, raw
        self._is_in_raw = False
        self._said_of: tuple[Span, ...] = ()
        self._came: set[tuple[Where, MoveBlocks]] = set()
        articles.moved.connect(self._forget_said)
        raw.entered.connect(lambda: self._enter(in_raw=True))
        articles.entered.connect(lambda: self._enter(in_raw=False))

    @property
    def place(self) -> Where:
        """The page, as a place where things are done and taken back."""
        return in_page(self._current.source_id)

    def do(self, text: str, *operations: Tidying, about: Problem | None = None) -> bool:
        """Do operations as one undo step, which may answer a doubt; whether they fit. `refused` of
        the page tells why not.
        """
        self._note_moves(operations)
        return self._current.do(text, *operations, about=about)

    def refuse(self, sentence: str) -> None:
        """Say why there is nothing to do."""
        self.refused.emit(sentence)

    def say_while_selected(self, sentence: str) -> None:
        """Say something that holds as long as these characters are selected."""
        self._said_of = self.articles.chosen().spans
        self.refused.emit(sentence)

    def _forget_said(self) -> None:
        if self._said_of and self.articles.chosen().spans != self._said_of:
            self._said_of = ()
            self.refused.emit("")

    def point_out(self, taken: Taken) -> None:
        """Something was done to what was selected: the caret stands in other text now."""
        if taken.cuts or self.is_raw:
            self.pointed_out.emit(tuple(span for row in taken.chosen for span in row.spans))

    @property
    def rows(self) -> Rows:
        """Every row of the page."""
        return self.articles.rows

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is doubtful about the page."""
        return self._current.page.recovery.problems if self._current.page else ()

    @property
    def raw_text(self) -> str:
        """The raw text of the page."""
        return self._raw.raw

    def printed(self) -> list[Row]:
        """The chosen rows that stand on the page."""
        return [row for row in self.articles.chosen().rows if row.is_printed]

    def blocks(self) -> list[Row]:
        """The chosen rows of articles; told why not, where there are none."""
        rows = [row for row in self.printed() if not row.is_furniture]
        if not rows:
            self.refuse(_NO_BLOCK)
        return rows

    @property
    def is_raw(self) -> bool:
        """Whether the user is in the raw page and has characters selected there."""
        start, end = self._raw.selection()
        return self._is_in_raw and start < end

    def stretches(self) -> list[Stretch]:
        """Which characters of which printed rows a command is about: what is selected, or the row
        of the caret.
        """
        there = self.raw_stretches() if self.is_raw else []
        return there or selection.widened(self.articles.stretches())

    def raw_stretches(self) -> list[Stretch]:
        """The same of what is selected in the raw page; furniture between rows goes not along."""
        found = list(selection.between(self.rows, *self._raw.selection()))
        blocks = [each for each in found if not each.row.is_furniture]
        return selection.widened(blocks or found)

    def taken(self) -> Taken:
        """What is chosen, as rows; told why not, where nothing is or it cannot be cut out."""
        stretches = self.stretches()
        if not stretches:
            rows = self.articles.chosen().rows
            is_supplied = any(not (row.is_printed or row.is_name) for row in rows)
            self.refuse(_NOT_PRINTED if is_supplied else _NO_ROW)
        return self._cut_out(stretches)

    def taken_blocks(self) -> Taken:
        """The same without furniture; told why not, where nothing is left."""
        stretches = [each for each in self.stretches() if not each.row.is_furniture]
        if not stretches:
            self.refuse(_NO_BLOCK)
        return self._cut_out(stretches)

    def cut(self, cuts: tuple[SplitBlock, ...]) -> Rows:
        """All rows as they are after these cuts. Raises EditRefused where one does not fit."""
        page = self._current.page
        if page is None or not cuts:
            return self.rows
        recovery = page.recovery
        for each in cuts:
            recovery = apply(page.source, recovery, each)
        return Rows(replace(page, recovery=recovery), self.rows)

    def _cut_out(self, stretches: list[Stretch]) -> Taken:
        try:
            cuts = selection.cuts(stretches)
            rows = self.cut(cuts)
        except EditRefused as refusal:
            self._current.refused.emit(refusal)
            return Taken(self.rows)
        return Taken(rows, tuple(rows[rows.number_at(each.at)] for each in stretches), cuts)

    def _enter(self, *, in_raw: bool) -> None:
        self._is_in_raw = in_raw

    def article_here(self) -> str:
        """The id of the article that the caret is in, or an empty string."""
        number = self.articles.here()
        return self.rows[number].article_id if 0 <= number < len(self.rows) else ""

    def article_of(self, at: int) -> str:
        """The id of the article that has the character at an offset, or an empty string."""
        number = self.rows.number_at(at)
        return self.rows[number].article_id if number >= 0 else ""

    def _note_moves(self, operations: Sequence[Tidying]) -> None:
        """Note which of them lead into another article."""
        for each in operations:
            if isinstance(each, MoveBlocks) and (
                each.to is None or self.article_of(each.to) != self.article_of(each.blocks[-1])
            ):
                self._came.add((self.place, each))

    def last_moved(self, article_id: str) -> int | None:
        """Where that begins which came last into an article from another and is there now, if any
        did since the window is open; a step that was taken back moved nothing.
        """
        operations = self._current.page.operations if self._current.page else ()
        came = [
            each.blocks[-1]
            for each in operations
            if isinstance(each, MoveBlocks) and (self.place, each) in self._came
        ]
        return next((at for at in reversed(came) if self.article_of(at) == article_id), None)

    def articles_named(self) -> list[tuple[str, str]]:
        """The articles of the page: id and title."""
        page = self._current.page
        return [(a.id, article_name(a)) for a in page.recovery.articles] if page else []

    def numbered(self, article_id: str) -> str:
        """An article by its number and its title, as several may begin alike."""
        named = self.articles_named()
        number = [known for known, _ in named].index(article_id)
        return f"文章 {number + 1}{quoted(cut(named[number][1], _NAMED))}"


_NAMED = 12
"""Characters of a title that an article is named by besides its number."""

_NO_BLOCK = "请先选中文章里的一段。"
_NO_ROW = "这里是名字，不是版面上的字；请先选中版面上的一行。"
_NOT_PRINTED = "这一行是补写的，不在版面上；要改、要去掉它，按 F4 补写。"
