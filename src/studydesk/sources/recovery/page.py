"""The page as one text for questions about all of it: does this joint occur elsewhere?"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, pairwise

from studydesk.sources.recovery import signs
from studydesk.sources.recovery.repeats import repeats
from studydesk.sources.recovery.roles import ENDS, Role
from studydesk.sources.recovery.setting import NEARBY
from studydesk.sources.recovery.units import Unit

# Units whose joint reads so well go on from one to the other.
SURE_JOINT = 4
OPENING = 6
SHORTEST_PULL_QUOTE, LONGEST_PULL_QUOTE, SHORTEST_ALONE = 25, 220, 16
# Pull quotes leave out words: so much of one stands together at least, found by so many.
ECHO, ECHO_FINGERPRINT = 12, 6
# Which share of a pull quote stands elsewhere, too; and of runs of so many characters of one that
# stands by itself.
ECHOED, LONE_ECHOED, SAID = 0.8, 0.3, 6
# In a file of many pages those farther away are of another one.
UNITS_NEARBY = 100
# A longer run that begins inside a paragraph is text that the extraction doubled.
DOUBLED = 100
# How many characters before and after a joint are looked for together.
JOINTS = ((1, 1), (2, 1), (1, 2), (3, 1), (2, 2), (1, 3), (3, 2), (2, 3), (3, 3))


class Page:
    """All units of a page, and their text with a line feed between units."""

    def __init__(
        self, raw: str, units: Sequence[Unit], ask: Callable[[], object] = lambda: None
    ) -> None:
        self.raw, self.ask = raw, ask
        self.units = units
        self.text = "\n".join(unit.text for unit in units)
        lengths = (len(unit.text) + 1 for unit in units)
        self._starts = list(accumulate(lengths, initial=0))
        self._start_of = dict(zip(map(id, units), self._starts, strict=False))
        self._joints: dict[tuple[int, int], int] = {}
        self._openings = Counter(unit.text[:OPENING] for unit in units if unit.role is Role.TEXT)

    @cached_property
    def echoes(self) -> list[tuple[Unit, Unit]]:
        """Short closed paragraphs of which four fifths stand in longer ones too, as pull quotes
        do, each with the paragraph that has most of it.
        """
        shared: dict[int, Counter[int]] = {}
        doubled: set[int] = set()
        for first, second, length in repeats(self.text, ECHO, ECHO_FINGERPRINT, self.ask):
            lead = self.text[first] == "\n"  # a run may begin with the end of the unit before
            for here, there in ((first + lead, second + lead), (second + lead, first + lead)):
                at = self.unit_at(here)
                if length >= DOUBLED and here - self._starts[at] >= ECHO:
                    doubled.add(at)
                shared.setdefault(self.unit_at(here), Counter())[self.unit_at(there)] += length
        found = []
        for index, others in shared.items():
            self.ask()
            unit, most = self.units[index], self.units[others.most_common(1)[0][0]]
            if (
                could_be_pull_quote(unit)
                and index not in doubled
                and most is not unit
                and most.role is Role.TEXT
                and len(most.text) > len(unit.text)
                and sum(others.values()) >= ECHOED * len(unit.text)
            ):
                found.append((unit, most))
        known = {id(unit) for unit, _ in found}
        return found + [pair for pair in self._echoes_alone() if id(pair[0]) not in known]

    def _alone(self) -> Iterator[int]:
        """Where short closed paragraphs stand between articles: behind the end of one and over no
        text.
        """
        for at, unit in enumerate(self.units):
            ahead = self.units[at - 1].role if at else None
            below = self.units[at + 1].role if at + 1 < len(self.units) else None
            ends = ahead in ENDS and below is not Role.TEXT
            if ends and could_be_pull_quote(unit, SHORTEST_ALONE):
                yield at

    def _echoes_alone(self) -> Iterator[tuple[Unit, Unit]]:
        """Short closed paragraphs between articles which say a part of what a longer one nearby
        says, each with that one.
        """
        for at in self._alone():
            self.ask()
            unit = self.units[at]
            first = max(0, at - UNITS_NEARBY)
            runs = {unit.text[n : n + SAID] for n in range(len(unit.text) - SAID + 1)}
            shares = [
                (sum(run in longer.text for run in runs) / len(runs), -place)
                for place, longer in enumerate(self.units[first : at + UNITS_NEARBY], first)
                if len(longer.text) > len(unit.text) and longer.role is Role.TEXT
            ]
            share, place = max(shares, default=(0.0, 0))
            if share >= LONE_ECHOED:
                yield unit, self.units[-place]

    @cached_property
    def sets_off(self) -> bool:
        """Whether empty lines stand between the units of this page and not between their lines."""
        rows = [line for unit in self.units for line in unit.lines[1:]]
        alone = [unit for unit in self.units if len(unit.lines) > 1]
        return len(alone) > 1 and not any(line.gap for line in rows)

    @cached_property
    def title_level(self) -> int:
        """How many # stand in front of the lines right over the bylines of a Markdown page, where
        several have as many; else 0.
        """
        over_names = (
            above.level
            for above, below in pairwise(self.units)
            if above.role is Role.DISPLAY and below.role in (Role.NAMES, Role.AFFILIATION)
        )
        level, times = next(iter(Counter(over_names).most_common(1)), (0, 0))
        return level if times > 1 else 0

    @cached_property
    def _texts(self) -> frozenset[str]:
        return frozenset(unit.text for unit in self.units)

    def has_unit(self, text: str) -> bool:
        """Whether a unit says just this."""
        return text in self._texts

    def is_set_off(self, unit: Unit) -> bool:
        """Whether an empty line sets a unit apart from the line above it, as those of one unit
        are not.
        """
        return self.sets_off and unit.lines[0].gap > 0

    def is_echo(self, unit: Unit) -> bool:
        """Whether a unit says again what a longer paragraph says."""
        return any(unit is echo for echo, _ in self.echoes)

    def opens_like_another(self, unit: Unit) -> bool:
        """Whether another paragraph begins with the same words: then this one begins here too."""
        return self._openings[unit.text[:OPENING]] > 1

    def unit_at(self, place: int) -> int:
        """The index of the unit at a place in the page's text."""
        return bisect_right(self._starts, place) - 1

    def joint(self, left: Unit, right: Unit) -> int:
        """How well the end of one unit and the beginning of another read together: the length
        of the longest string over the joint, up to three characters each side, that the page
        has elsewhere; 0 when not even the two characters at the joint stand together.
        """
        key = id(left), id(right)
        if key not in self._joints:
            self._joints[key] = self._measure_joint(left, right)
        return self._joints[key]

    def _measure_joint(self, left: Unit, right: Unit) -> int:
        near = self._start_of[id(left)]
        low, high = max(0, near - NEARBY), near + NEARBY
        best = 0
        for before, after in JOINTS:
            over = left.text[-before:] + right.text[:after]
            if len(over) == before + after and self.text.find(over, low, high) >= 0:
                best = max(best, before + after)
            elif not best:
                return 0
        return best


def could_be_pull_quote(unit: Unit, shortest: int = SHORTEST_PULL_QUOTE) -> bool:
    """Whether a unit is a paragraph as short as pull quotes are, and whole."""
    return (
        unit.role is Role.TEXT
        and unit.closed
        and not signs.DATELINE.match(unit.text)
        and shortest <= len(unit.text) <= LONGEST_PULL_QUOTE
        and not signs.STARTS_PARAGRAPH.match(unit.text)
    )
