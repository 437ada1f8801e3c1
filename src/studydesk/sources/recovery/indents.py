"""Which paragraphs a page sets in, and which rows it does not: those go on with what stands
elsewhere.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from studydesk.sources.recovery.roles import Role
from studydesk.sources.recovery.units import Unit
from studydesk.sources.recovery.wrapping import EXACT, Column

# So many paragraphs tell how a page sets them, where so large a share of them is set in.
FEWEST, NEARLY_ALL = 5, 0.8
# How much narrower a row is that is set in by two characters, one more or less for a comma.
SET_IN, MOST_SET_IN = 1.4, 3.6
TYPED = ("\u3000\u3000", "\u3000 ", "  ", "\u00a0\u00a0", "\t")


def with_indents(
    raw: str, units: Sequence[Unit], columns: Mapping[int, Column | None]
) -> list[Unit]:
    """The units, paragraphs marked as set in or not, by typed spaces or by the width of their rows,
    where the page sets in nearly all; `columns` holds those of lines by their identities.
    """
    for marks in (
        [is_typed_in(raw, unit) for unit in units],
        [is_narrower(unit, columns) for unit in units],
    ):
        begins = [
            mark
            for (ahead, unit), mark in zip(pairwise(units), marks[1:], strict=True)
            if unit.role is Role.TEXT and (ahead.closed or ahead.role is not Role.TEXT)
        ]
        told = [mark for mark in begins if mark is not None]
        if len(told) >= FEWEST and sum(told) >= NEARLY_ALL * len(told):
            return [
                replace(unit, set_in=mark) if unit.role is Role.TEXT else unit
                for unit, mark in zip(units, marks, strict=True)
            ]
    return list(units)


def is_typed_in(raw: str, unit: Unit) -> bool:
    """Whether typed spaces stand in front of a unit."""
    first = unit.lines[0]
    return first.indented or raw.endswith(TYPED, max(0, first.start - 2), first.start)


def is_narrower(unit: Unit, columns: Mapping[int, Column | None]) -> bool | None:
    """Whether the first row of a unit is narrower than those below it, or than its column, by what
    sets a row in; nothing where that does not tell.
    """
    first = unit.lines[0]
    rows = [line.width for line in unit.lines[1:-1] if not line.spaced]
    column = columns.get(id(first))
    width = median(rows) if len(rows) > 1 else column.width if column else 0.0
    alone = unit.closed and len(unit.lines) == 1
    if not width or alone or first.spaced or first.sealed:
        return None
    less = width - first.width
    if abs(less) <= EXACT:
        return False
    return True if SET_IN <= less <= MOST_SET_IN else None
