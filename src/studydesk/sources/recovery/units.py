"""A stretch of a page that is one thing: a paragraph, a title, a byline."""

import re
from dataclasses import dataclass, field
from functools import cached_property
from operator import add

from studydesk.domain.article import Span
from studydesk.domain.reports import REPORT
from studydesk.sources.recovery import signs
from studydesk.sources.recovery.lines import Line
from studydesk.sources.recovery.roles import Role

HAN_RUN = re.compile(f"[{signs.HAN}]+")


@dataclass(frozen=True)
class Unit:
    """Lines that belong together, and the role they play; `text` is without white space. `wrapped`
    says that a full line stands before it, which it may go on with, `narrow` that it is set
    narrower than all around it, `set_in` whether its first row is set in, where the page tells.
    """

    lines: tuple[Line, ...]
    role: Role
    wrapped: bool = False
    narrow: bool = False
    set_in: bool | None = None
    text: str = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", "".join([line.text for line in self.lines]))

    @cached_property
    def pairs(self) -> frozenset[str]:
        """The pairs of neighbouring Han characters of its text."""
        pairs: set[str] = set()
        for run in HAN_RUN.findall(self.text):
            pairs.update(map(add, run, run[1:]))
        return frozenset(pairs)

    @cached_property
    def asks(self) -> bool:
        """Whether it is a question by itself, or somebody asks it (问：)."""
        if self.role is Role.DISPLAY and self.text.endswith(("？", "?")):
            return True
        return bool(signs.ASKS.match(self.text))

    @cached_property
    def reported(self) -> bool:
        """Whether a report begins with it and names who reports: 本报讯（记者 王敏）."""
        return self.role is Role.TEXT and bool(REPORT.match(self.text))

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """Where its lines are in the raw text."""
        return tuple([Span(line.start, line.end) for line in self.lines])

    @property
    def level(self) -> int:
        """How many # stood in front of it."""
        return self.lines[0].level

    @property
    def closed(self) -> bool:
        """Whether it ends with a sentence or a lead-in."""
        return self.lines[-1].closed
