"""How a page is set, as far as its lines tell: what joining them into paragraphs goes by."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from statistics import median

from studydesk.sources.recovery import signs
from studydesk.sources.recovery.lines import Line
from studydesk.sources.recovery.roles import Role
from studydesk.sources.recovery.wrapping import NARROWEST, Column

# Farther away is another page of a long file.
NEARBY = 10_000
# So many lines on either side tell how far apart the rows of a sentence are, where so many are.
FAR_ROWS, FEWEST_ROWS = 8, 4


@dataclass(frozen=True)
class Setting:
    """How a page is set: its lines, the role of each by itself, the columns, whether first lines
    are indented, whether typed spaces set them in, whether they set in some lines and not nearly
    all, how many empty lines stand between lines, its text without line ends, and where each line
    begins in it.
    """

    raw: str
    lines: Sequence[Line]
    labels: frozenset[str]
    roles: list[Role]
    columns: Sequence[Column | None]
    indented: bool
    marked: bool
    some_indented: bool
    usual_gap: float
    flow: str
    starts: Sequence[int]

    @cached_property
    def nearest(self) -> Sequence[Column | None]:
        """For each line the column in which it and the line above stand: where the width changes
        nearby, the one that fits them best.
        """
        return [self._column_at(index) for index in range(len(self.lines))]

    def _column_at(self, index: int) -> Column | None:
        if not self.columns[index - 1] and not self.columns[index]:
            return None
        wider = max(self.lines[index - 1].width, self.lines[index].width)
        around = dict.fromkeys(filter(None, self.columns[max(0, index - 4) : index + 4]))
        return min(around, key=lambda column: abs(column.width - wider), default=None)

    @cached_property
    def open_ends(self) -> Sequence[int]:
        """Which rows of text break off in a sentence over the head of another article."""
        return [at for at in range(len(self.lines) - 1) if self._breaks_off(at)]

    def _breaks_off(self, at: int) -> bool:
        line, column, below = self.lines[at], self.columns[at], self.roles[at + 1 : at + 3]
        row = column is not None and column.fills(line) and signs.CLAUSE.search(line.text)
        if line.closed or not (row or self.roles[at] is Role.TEXT):
            return False
        return below[0] in (Role.LABEL, Role.NAMES) or below == [Role.DISPLAY, Role.NAMES]

    def gap_of_rows(self, index: int) -> float:
        """How many empty lines stand between the rows of one sentence near a line, or usually on
        the page, where too few rows tell it.
        """
        near = pairwise(self.lines[max(0, index - FAR_ROWS) : index + FAR_ROWS])
        gaps = [line.gap for before, line in near if not before.closed and line.width > NARROWEST]
        return median(gaps) if len(gaps) >= FEWEST_ROWS else self.usual_gap

    def has(self, words: str, index: int, times: int = 1) -> bool:
        """Whether words occur so many times not too far from a line."""
        low, high = max(0, self.starts[index] - NEARBY), self.starts[index] + NEARBY
        at = low - 1
        for _ in range(times):
            at = self.flow.find(words, at + 1, high)
            if at < 0:
                return False
        return True
