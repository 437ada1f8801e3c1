"""How a page is set, as far as its lines tell: what joining them into paragraphs goes by."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from studydesk.sources.recovery.lines import Line
from studydesk.sources.recovery.roles import Role
from studydesk.sources.recovery.wrapping import Column

# Farther away is another page of a long file.
NEARBY = 10_000


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

    def has(self, words: str, index: int, times: int = 1) -> bool:
        """Whether words occur so many times not too far from a line."""
        low, high = max(0, self.starts[index] - NEARBY), self.starts[index] + NEARBY
        at = low - 1
        for _ in range(times):
            at = self.flow.find(words, at + 1, high)
            if at < 0:
                return False
        return True
