"""The printed lines of a page: where each stands, as it is printed, and without white space."""

import re
from typing import NamedTuple

from studydesk.domain.article import Span

LINE = re.compile("[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
LINE_END = re.compile("\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")
# A row without an end of a sentence that is no longer may be a title in a list.
LONGEST_TITLE = 40
STOPS = tuple("。！？；")
# Lines and cells of what tabs part but is no table: a byline over another one.
MOST_BESIDE = 4


class Row(NamedTuple):
    """A printed line that is not empty, without the white space at its ends, and its text without
    any.
    """

    place: Span
    printed: str
    text: str

    @property
    def start(self) -> int:
        """Where its line begins."""
        return self.place.start

    @property
    def is_title(self) -> bool:
        """Whether it could be the title of another page."""
        return len(self.text) <= LONGEST_TITLE and not self.text.endswith(STOPS)


def rows_of(raw: str) -> list[Row]:
    """The rows of a page, in order."""
    return [
        Row(Span(*line.span()), words[0] if len(words) == 1 else line[0].strip(), "".join(words))
        for line in LINE.finditer(raw)
        if (words := line[0].split())
    ]


def rows_of_tables(raw: str) -> frozenset[int]:
    """Where the rows of tables begin: lines of three cells or more with tabs between them, two of
    them or more, or three lines of two cells, with as many cells each.
    """
    rows: set[int] = set()
    alike: list[re.Match[str]] = []
    for line in (*LINE.finditer(raw), None):
        cells = count_cells(line[0]) if line else 0
        if alike and cells != count_cells(alike[0][0]):
            if len(alike) > 1 and len(alike) + count_cells(alike[0][0]) > MOST_BESIDE:
                rows.update(row.start() for row in alike)
            alike = []
        if line and cells > 1:
            alike.append(line)
    return frozenset(rows)


def count_cells(line: str) -> int:
    """How many cells a line has that tabs part; one where it has words in only one of them."""
    return line.count("\t") + 1 if "\t" in line.strip() else 1


def begins_line(raw: str, start: int) -> bool:
    """Whether nothing but white space stands before a place on its line."""
    before = raw[max(0, start - 40) : start]
    return not before.strip() or bool(LINE_END.search(before[len(before.rstrip()) :]))


def ends_line(raw: str, end: int) -> bool:
    """Whether nothing but white space stands behind a place on its line."""
    after = raw[end : end + 40]
    return not after.strip() or bool(LINE_END.search(after[: len(after) - len(after.lstrip())]))
