"""Who the authors are, told in a paragraph or several: 作者简介：王敏，江城大学教授。…"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import chain
from statistics import median

from studydesk.domain.article import Span
from studydesk.sources.recovery import signs
from studydesk.sources.recovery.bylines import read_byline
from studydesk.sources.recovery.names import is_name
from studydesk.sources.recovery.rows import LINE_END, Row, begins_line
from studydesk.sources.recovery.words import word_over

# It has no more rows; those that fill their column are no more uneven, and no wider.
MOST_ROWS, UNEVEN, WIDEST, ROWS_AROUND = 24, 3, 60, 9
# A row as long as this was several lines, of which the first ends with a word.
LONGEST = 240
# So many rows below its title lines at most stands a byline.
MOST_TITLE_LINES = 3
WHO = re.compile("\\s*([\\u4e00-\\u9fff·]{2,12}?)[，,（(：:]")
WHOLE = re.compile("[。？！][”’」』》）)】］〕]*(?=\\s|$)")


def biographies(raw: str, rows: Sequence[Row]) -> Iterator[Span]:
    """The paragraphs that tell who the authors are, at the beginning of a row or glued to the last
    sentence.
    """
    starts, done = [row.start for row in rows], 0
    for found in signs.BIOGRAPHY.finditer(raw):
        start = found.start()
        if start < done or not names_person(raw, found.end()):
            continue
        behind = bool(signs.FULL_STOP.search(raw[max(0, start - 40) : start].rstrip()))
        if not (behind or begins_line(raw, start)):
            continue
        first = bisect_right(starts, start) - 1
        paragraph = Paragraph(raw, rows, first, behind=behind)
        named = bisect_right(starts, found.end() + white_space(raw, found.end())) - 1
        done = paragraph.end(start, named)
        if not read_byline(raw[start:done]):
            yield Span(start, done)


def names_person(text: str, start: int = 0) -> bool:
    """Whether a name and a comma, a colon or a bracket stand at a place."""
    found = WHO.match(text, start)
    return found is not None and is_name(found[1])


def white_space(raw: str, start: int) -> int:
    """How much of it stands at a place."""
    shown = raw[start : start + LONGEST]
    return len(shown) - len(shown.lstrip())


class Paragraph:
    """The rows of a page from one on; `behind`, that a whole sentence stands above them."""

    def __init__(self, raw: str, rows: Sequence[Row], first: int, *, behind: bool) -> None:
        self._raw, self._rows, self._behind = raw, rows, behind
        around = rows[max(0, first - ROWS_AROUND) : max(0, first - 1)]
        self._full = median(len(row.text) for row in around or rows[first : first + ROWS_AROUND])

    def end(self, start: int, named: int) -> int:
        """Where it ends that begins at a place and has its first name in a row."""
        at = named
        while at + 1 < min(len(self._rows), named + MOST_ROWS) and self._goes_on(at):
            at += 1
        row = self._rows[at]
        begin = max(start, row.start)
        text = self._raw[begin : row.place.end]
        if len(text) <= LONGEST:
            return begin + len(text.rstrip())
        whole = WHOLE.search(text)
        return begin + (whole.end() if whole else len(text.split()[0]))

    def _goes_on(self, at: int) -> bool:
        row, below = self._rows[at : at + 2]
        if signs.BIOGRAPHY.match(below.text) or len(row.text) > LONGEST:
            return False
        ended, posted = signs.FULL_STOP.search(row.text), signs.POST_END.search(row.text)
        if (ended or posted) and self._presents(at + 1):
            return True
        if not self._is_wide(row) or self._is_apart(at + 1):
            return False
        if below.text[0] in signs.NO_LINE_START:
            return True
        if ended:
            return self._behind and self._is_rest(at + 1)
        over_byline = self._rows_to_byline(at + 1)
        if over_byline:
            joined = word_over(row.text, below.text) > 0
            return over_byline > 1 and (joined or not posted)
        rest = signs.FULL_STOP.search(below.text) or signs.POST_END.search(below.text)
        return self._is_wide(below) or bool(rest) or word_over(row.text, below.text) > 0

    def _is_wide(self, row: Row) -> bool:
        return self._full - UNEVEN <= len(row.text) <= WIDEST

    def _is_apart(self, at: int) -> bool:
        """Whether an empty line stands above a row, or that is set in."""
        above, row = self._rows[at - 1 : at + 1]
        parted = len(LINE_END.findall(self._raw, above.place.end, row.start)) > 1
        return parted or self._raw[row.start].isspace()

    def _presents(self, at: int) -> bool:
        """Whether a row begins with a name, and who that is."""
        row, *below = (row.text for row in self._rows[at : at + 2])
        said = [re.split("[，,；。]", text)[1:] for text in (row, row + "".join(below))]
        return names_person(row) and any(signs.POST_END.search(part) for part in chain(*said))

    def _is_rest(self, at: int) -> bool:
        """Whether rows from one on are those of a sentence: wide, up to the one that ends it."""
        if not signs.CLAUSE.search(self._rows[at].text):
            return False
        for place in range(at, min(len(self._rows), at + MOST_ROWS)):
            row = self._rows[place]
            if read_byline(row.printed) or (place > at and self._is_apart(place)):
                return False
            if signs.FULL_STOP.search(row.text):
                return True
            if not self._is_wide(row):
                return False
        return False

    def _rows_to_byline(self, at: int) -> int:
        """How many rows from one on stand over the next byline, if it is near; else 0."""
        below = self._rows[at : at + MOST_TITLE_LINES + 1]
        return next((n for n, row in enumerate(below) if read_byline(row.printed)), 0)
