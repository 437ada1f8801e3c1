"""Holds the two sides of 整理 together: what is looked at, chosen or scrolled on one side shows on
the other.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QObject, QTimer

from studydesk.domain.article import Span
from studydesk.ui.tidy.articles import TidyArticles
from studydesk.ui.tidy.linked_text import LinkedText
from studydesk.ui.tidy.raw_page import RawPage
from studydesk.ui.tidy.selection import Stretch, widened

_REST = 250
"""Milliseconds that the mouse rests at a place before the other side goes there."""


class LinkedSides(QObject):
    """The raw page on the left, the articles on the right."""

    def __init__(self, raw: RawPage, articles: TidyArticles) -> None:
        super().__init__(articles)
        self.raw, self.articles = raw, articles
        self._is_apart = False
        self._pointed_out: tuple[int, Sequence[Span]] = (-1, ())
        articles.moved.connect(self._mark_here)
        raw.chosen.connect(self._go_to_raw)
        self._pointed: tuple[LinkedText, int] = (raw, -1)
        self._resting = QTimer(self, singleShot=True, interval=_REST)
        self._resting.timeout.connect(self._bring_other)
        raw.hovered.connect(lambda offset: self._point(articles, offset))
        articles.hovered.connect(lambda offset: self._point(raw, offset))
        raw.scrolled.connect(lambda: self._go_along(raw, articles))
        articles.scrolled.connect(lambda: self._go_along(articles, raw))

    @contextmanager
    def apart(self) -> Iterator[None]:
        """Meanwhile one side may scroll without the other."""
        before, self._is_apart = self._is_apart, True
        yield
        self._is_apart = before

    def go_to(self, span: Span) -> None:
        """Show a problem on both sides."""
        with self.apart():
            self.articles.go_to(span.start)
            self.articles.bring(span.start)
            self.raw.bring(span.start)
        self.mark_problem(span)

    def bring_raw(self) -> None:
        """Bring into view in the raw page what the caret stands at."""
        at = self.articles.chosen().start
        if at >= 0 and not self.raw.is_in_view(at):
            with self.apart():
                self.raw.bring(at)

    def point_out(self, spans: Sequence[Span]) -> None:
        """Show in the raw page what something was done to, until the caret goes on: it stands in
        what is beside that.
        """
        self._pointed_out = self.articles.chosen().start, spans
        self._mark_here()

    def mark_problem(self, span: Span | None) -> None:
        """Mark the problem that is being looked at, or none."""
        self.raw.mark_spans("problem", [span] if span else [])
        if span:
            self.articles.mark_offsets("problem", span)
        else:
            self.articles.mark("problem", ())

    def _go_along(self, moved: LinkedText, other: LinkedText) -> None:
        if self._is_apart:
            return
        offset, level = moved.shown_level()
        rows = self.articles.rows
        number = rows.number_at(offset)
        if offset >= 0 and number >= 0 and not rows[number].is_furniture:
            with self.apart():
                other.bring(offset, level)

    def _point(self, other: LinkedText, offset: int) -> None:
        """Mark what the mouse is over; where it rests the other side comes into view."""
        self._mark_hover(offset)
        self._pointed = other, offset
        self._resting.start()

    def _bring_other(self) -> None:
        other, offset = self._pointed
        if offset >= 0 and not other.is_in_view(offset):
            with self.apart():
                other.bring(offset)

    def _mark_hover(self, offset: int) -> None:
        rows = self.articles.rows
        number = rows.number_at(offset) if offset >= 0 else -1
        if number >= 0 and not rows.holds(number, offset):
            number = -1
        part = self._selected_of(number)
        if part:
            self.articles.mark_offsets("hover", *part)
        else:
            self.articles.mark_rows("hover", [number] if number >= 0 else [])
        self.raw.mark_spans("hover", part or (rows[number].spans if number >= 0 else ()))

    def _selected_of(self, number: int) -> Sequence[Span]:
        """What is selected of a row that is not selected whole: a command takes only that."""
        chosen = self.articles.chosen_numbers()
        if number < 0 or number not in {chosen.start, chosen.stop - 1}:  # those between are whole
            return ()
        parts = [each for each in self._parts() if each.row == self.articles.rows[number]]
        return [span for each in parts if not each.is_whole for span in each.spans]

    def _parts(self) -> list[Stretch]:
        has_selection = self.articles.textCursor().hasSelection()
        return widened(self.articles.stretches()) if has_selection else []

    def _mark_here(self) -> None:
        """Show the chosen rows in the raw page, and bring them into view there. What the mouse was
        over may be another row by now.
        """
        self._mark_hover(-1)
        chosen = self.articles.chosen()
        place, pointed_out = self._pointed_out
        if pointed_out and not chosen.has_selection and chosen.start == place:
            self.raw.mark_spans("here", pointed_out)
            return
        self._pointed_out = -1, ()
        if chosen.has_selection and len(chosen.rows) == 1:
            self.raw.mark_spans("here", chosen.spans)
        elif parts := self._parts():
            taken = (each.row.spans if each.is_whole else each.spans for each in parts)
            self.raw.mark_spans("here", [span for spans in taken for span in spans])
        else:
            self.raw.mark_spans("here", [span for row in chosen.rows for span in row.spans])
        printed = [row.at for row in chosen.rows if row.is_printed]
        at = chosen.start if chosen.start >= 0 else min(printed[:1], default=-1)
        if at >= 0 and not self._is_apart and not self.raw.is_in_view(at):
            with self.apart():
                self.raw.bring(at)

    def _go_to_raw(self, start: int, end: int) -> None:
        """Go to what was clicked or selected in the raw page."""
        rows, raw = self.articles.rows, self.raw.raw
        printed = [at for at in range(start, end) if not raw[at].isspace()]
        if printed:
            start, end = printed[0], printed[-1] + 1
        elif start < end or not len(rows) or not rows.holds(rows.number_at(start), start):
            return
        with self.apart():
            self.articles.select(start, end)
            if not self.articles.is_in_view(start):
                self.articles.bring(start)
