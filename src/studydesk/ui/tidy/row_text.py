"""Rows of 整理 as a text: which row and which characters a place in it stands for."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from studydesk.domain.article import Span
from studydesk.services.tidying import TidiedPage
from studydesk.ui import theme
from studydesk.ui.tidy.document import RowWriter
from studydesk.ui.tidy.linked_text import LinkedText
from studydesk.ui.tidy.rows import Row, Rows
from studydesk.ui.tidy.selection import Stretch, whole
from studydesk.ui.utf16 import Utf16Places


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the user points at: rows from first to last, and raw offsets. `start` is where the
    caret or the selection begins, -1 at the end of a row; `end` is after the last selected
    character, or `start` where nothing is selected. `spans` are all selected characters. Those of
    the first row are from `first` to before `last` of its text, both at the caret where none is.
    """

    rows: tuple[Row, ...]
    start: int
    end: int
    spans: tuple[Span, ...] = ()
    first: int = 0
    last: int = 0

    @property
    def has_selection(self) -> bool:
        """Whether characters are selected, not only a caret placed."""
        return bool(self.spans)


class RowText(LinkedText):
    """Each row is one text block of the document, under the same number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = Rows(None)
        self._shown: list[Row] = []
        self._size = 16
        self._showing = False
        self._changed = (0, 0)

    # --- what is shown -------------------------------------------------------------------------

    def show_page(self, page: TidiedPage | None) -> None:
        """Show a page. Only rows that differ are written, so that the view stays where it is, and
        the caret at its character.
        """
        rows = Rows(page, self.rows)
        old, new = self._shown, list(rows)
        head = _same(old, new)
        tail = _same(old[head:][::-1], new[head:][::-1])
        self._showing = True
        caret, (above, level) = self._caret(), self._above(head)
        was_furniture = bool(old) and self.rows[self.here()].is_furniture
        for name in ("picked", "hover", "problem", "carried"):
            self.mark(name, ())
        self._replace(head, len(old) - tail, new[head : len(new) - tail])
        self.rows, self._shown = rows, new
        self._changed = _first_change(old, new)
        if old and new and head + tail < max(len(old), len(new)):
            if rows[rows.number_at(caret[0])].is_furniture == was_furniture:
                self._put_caret(*caret)
            if above >= 0:
                self.bring(above, level)
        self._showing = False
        self.rows_shown()

    def _caret(self) -> tuple[int, int]:
        """The raw offset of the character at the caret, and 0; or of that before it, and 1."""
        position = self.textCursor().position()
        at = self.offset_at(position)
        return (at, 0) if at >= 0 else (self.offset_at(position - 1), 1)

    def _put_caret(self, at: int, behind: int) -> None:
        """Put the caret at a character, or behind it, and let the view stay where it is."""
        if at >= 0:
            bar, cursor = self.verticalScrollBar(), self.textCursor()
            value = bar.value()
            cursor.setPosition(self.position_of(at) + behind)
            self.setTextCursor(cursor)
            bar.setValue(value)

    def _above(self, changed: int) -> tuple[int, int]:
        """Where the rows from `changed` on begin above the view: what stands before the chosen
        rows and so stays, and how far below the upper edge; else -1.
        """
        block = self.document().findBlockByNumber(changed)
        if not self._shown or not block.isValid() or self._top(block.position()) >= 0:
            return -1, 0
        before = reversed(self._shown[: self.first_chosen()])
        at = next((row.at for row in before if row.is_printed), -1)
        return at, self._top(self.position_of(at)) if at >= 0 else 0

    def go_to_changed(self) -> None:
        """Put the caret to the first characters that are others since the page was shown last."""
        number, within = self._changed
        if number < len(self.rows):
            cursor = self.textCursor()
            start = self.document().findBlockByNumber(number).position()
            cursor.setPosition(start + Utf16Places(self.rows[number].text).units(within))
            self.setTextCursor(cursor)

    def rows_shown(self) -> None:
        """What else is to be done once other rows are shown."""

    def set_size(self, size: int) -> None:
        """Set paragraphs in type of about this many pixels."""
        self._size = max(13, size - 1)
        self.write_again()

    def write_again(self) -> None:
        """Write all rows anew, in other colours or another size, around the same place."""
        bar, cursor = self.verticalScrollBar().value(), self.textCursor()
        anchor, position = cursor.anchor(), cursor.position()
        self._showing = True
        self._replace(0, len(self._shown), self._shown)
        cursor.setPosition(anchor)
        cursor.setPosition(position, _KEEP)
        self.setTextCursor(cursor)
        self._draw_marks()  # they went with the text that they were on
        self._showing = False
        self.verticalScrollBar().setValue(bar)

    def _replace(self, first: int, end: int, rows: Sequence[Row]) -> None:
        writer = RowWriter(self.document(), theme.colours(self.palette()), self._size)
        if first == 0 and end == len(self._shown):
            self.clear()
            writer.write_all(rows)
        else:
            bar = self.verticalScrollBar().value()
            writer.replace(first, end, rows)
            self.verticalScrollBar().setValue(bar)

    # --- places --------------------------------------------------------------------------------

    def offset_at(self, position: int) -> int:
        """The raw offset at a document position; -1 in a name, in what was supplied, at an end."""
        block = self.document().findBlock(position)
        if not 0 <= block.blockNumber() < len(self.rows):
            return -1
        row = self.rows[block.blockNumber()]
        within = Utf16Places(row.text).offset(position - block.position())
        return row.places[within] if within < len(row.places) else -1

    def position_of(self, offset: int) -> int:
        """The document position of the character at a raw offset; -1 where there is no row."""
        number = self.rows.number_at(offset)
        if number < 0:
            return -1
        return self._position(number, max(0, _last_until(self.rows[number], offset)))

    def _position(self, number: int, within: int) -> int:
        """The document position of a character of a row, or of its end."""
        block = self.document().findBlockByNumber(number)
        return block.position() + Utf16Places(self.rows[number].text).units(within)

    # --- what is chosen ------------------------------------------------------------------------

    def here(self) -> int:
        """The number of the row that the caret is in."""
        return self.document().findBlock(self.textCursor().position()).blockNumber()

    def first_chosen(self) -> int:
        """The number of the first chosen row."""
        return self.document().findBlock(self.textCursor().selectionStart()).blockNumber()

    def chosen_numbers(self) -> range:
        """The numbers of the chosen rows."""
        cursor, document = self.textCursor(), self.document()
        end = max(cursor.selectionStart(), cursor.selectionEnd() - 1)
        last = min(document.findBlock(end).blockNumber(), len(self.rows) - 1)
        return range(self.first_chosen(), last + 1)

    def chosen(self) -> Chosen:
        """What the user points at."""
        cursor = self.textCursor()
        rows = tuple(self.rows[number] for number in self.chosen_numbers())
        start = end = self.offset_at(cursor.selectionStart())
        spans: list[Span] = []
        if cursor.hasSelection():
            end = self.offset_at(cursor.selectionEnd() - 1) + 1
            for number in self.chosen_numbers():
                spans.extend(self._selected(number, cursor))
        limits = self._limits(self.first_chosen(), cursor) if rows else (0, 0)
        return Chosen(rows, start, end, tuple(spans), *limits)

    def stretches(self) -> list[Stretch]:
        """Which characters of printed rows are selected; where none, the row of the caret."""
        cursor, numbers = self.textCursor(), self.chosen_numbers()
        printed = [number for number in numbers if self.rows[number].is_printed]
        parts = [Stretch(self.rows[n], *self._limits(n, cursor)) for n in printed]
        found = [each for each in parts if each.length]
        return found or [whole(self.rows[number]) for number in printed]

    def _limits(self, number: int, cursor: QTextCursor) -> tuple[int, int]:
        """The first selected character of a row, and the first one behind the selection."""
        row, block = self.rows[number], self.document().findBlockByNumber(number)
        offset = Utf16Places(row.text).offset
        first = offset(max(0, cursor.selectionStart() - block.position()))
        last = offset(min(block.length() - 1, cursor.selectionEnd() - block.position()))
        return first, last

    def _selected(self, number: int, cursor: QTextCursor) -> list[Span]:
        """The selected characters of a row, as stretches of the raw text in the row's order."""
        row = self.rows[number]
        first, last = self._limits(number, cursor)
        found: list[Span] = []
        for at in row.places[first:last]:
            if found and found[-1].end == at:
                found[-1] = Span(found[-1].start, at + 1)
            elif not found or not found[-1].start <= at < found[-1].end:
                found.append(Span(at, at + 1))
        return found

    def go_to(self, offset: int) -> None:
        """Put the caret before the character at a raw offset, and bring it into view."""
        self.select(offset, offset)

    def select(self, start: int, end: int) -> None:
        """Select the characters between two raw offsets, if one row has both; else go there."""
        first = self.position_of(start)
        if first < 0:
            return
        cursor = self.textCursor()
        cursor.setPosition(first)
        if start < end and self.rows.number_at(start) == self.rows.number_at(end - 1):
            cursor.setPosition(self.position_of(end - 1) + 1, _KEEP)
        self.setTextCursor(cursor)

    def select_from(self, first: int, last: int) -> None:
        """Select from the character at a raw offset to that at another, which may be in a row
        below.
        """
        cursor = self.textCursor()
        cursor.setPosition(self.position_of(first))
        cursor.setPosition(self.position_of(last) + 1, _KEEP)
        self.setTextCursor(cursor)

    def go_behind(self, offset: int) -> None:
        """Put the caret behind the character at a raw offset, or where it stood."""
        number, cursor = self.rows.number_at(offset), self.textCursor()
        cursor.setPosition(self._position(number, _last_until(self.rows[number], offset) + 1))
        self.setTextCursor(cursor)

    def choose_rows(self, offsets: Sequence[int]) -> None:
        """Select the rows that hold these raw offsets; a single one gets the caret."""
        numbers = sorted(self.rows.number_at(at) for at in offsets)
        if len(numbers) == 1:
            self.go_to_row(numbers[0])
        elif numbers:
            self.choose_numbers(numbers[0], numbers[-1])

    def choose_numbers(self, one: int, other: int) -> None:
        """Select the rows between two, these with them; the caret is in the other."""
        document = self.document()
        first, last = (document.findBlockByNumber(n) for n in sorted((one, other)))
        ends = (first.position(), last.position() + last.length() - 1)
        cursor = self.textCursor()
        cursor.setPosition(ends[one > other])
        cursor.setPosition(ends[one <= other], _KEEP)
        self.setTextCursor(cursor)

    def choose_more(self, step: int) -> None:
        """Select the row of the caret whole; where rows are selected, one more, or one less."""
        cursor, document = self.textCursor(), self.document()
        anchor = document.findBlock(cursor.anchor())
        here = document.findBlock(cursor.position())
        edges = {cursor.anchor() - anchor.position(), cursor.position() - here.position()}
        is_whole = cursor.hasSelection() and edges <= {0, anchor.length() - 1, here.length() - 1}
        number = here.blockNumber() + (step if is_whole else 0)
        if 0 <= number < len(self.rows):
            self.choose_numbers(anchor.blockNumber(), number)

    def go_to_row(self, number: int) -> None:
        """Put the caret at the beginning of a row."""
        number = max(0, min(number, len(self.rows) - 1))
        cursor = self.textCursor()
        cursor.setPosition(self.document().findBlockByNumber(number).position())
        self.setTextCursor(cursor)

    # --- marks ---------------------------------------------------------------------------------

    def mark_rows(self, name: str, numbers: Sequence[int]) -> None:
        """Mark whole rows, and no others under this name."""
        blocks = [self.document().findBlockByNumber(number) for number in numbers]
        self.mark(name, [(b.position(), b.position() + b.length() - 1) for b in blocks])

    def mark_offsets(self, name: str, *spans: tuple[int, int]) -> None:
        """Mark the characters from one raw offset to before another, of several stretches."""
        ends = [(self.position_of(start), self.position_of(end - 1)) for start, end in spans]
        self.mark(name, [(first, last + 1) for first, last in ends if 0 <= first <= last])


_KEEP = QTextCursor.MoveMode.KeepAnchor


def _last_until(row: Row, offset: int) -> int:
    """The last character of a row that is printed until one at a raw offset, which may have been
    taken out; -1 where none is.
    """
    for number, span in enumerate(row.spans):
        if span.start <= offset < span.end:
            for start, end in ((span.start, offset + 1), *reversed(row.spans[:number])):
                inside = (n for n, at in enumerate(row.places) if start <= at < end)
                if (last := max(inside, default=-1)) >= 0:
                    return last
    return -1


def _same(one: Sequence[object], other: Sequence[object]) -> int:
    """How many rows or characters two have in common from their beginning."""
    pairs = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _first_change(old: Sequence[Row], new: Sequence[Row]) -> tuple[int, int]:
    """The first row that is another, and the first such character in it. Names do not count:
    the length that they tell changes with every row below them.
    """
    before = [row for row in old if not row.is_name]
    after = [(number, row) for number, row in enumerate(new) if not row.is_name]
    same = _same(before, [row for _, row in after])
    if same == len(before) == len(after):  # only a doubt was settled: the caret stays
        return len(new), 0
    if same >= len(after):
        return (after[-1][0] if after else 0), 0
    number, row = after[same]
    if same < len(before) and before[same].places[:1] == row.places[:1]:
        was = before[same].text
        if was != row.text:
            return number, _same(was, row.text)
    return number, 0
