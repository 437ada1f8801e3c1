"""Series of ordinals (一、 第一， 一是): do they go on, begin anew, or skip one?"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

from studydesk.domain.ordinals import Ordinal, ordinal_of
from studydesk.sources.recovery import signs
from studydesk.sources.recovery.units import Unit

# The series that head the parts of an article: 一、 and （一）.
COARSE = 2


@lru_cache(maxsize=4096)
def ordinals_in(text: str) -> tuple[Ordinal, ...]:
    """The ordinals at the beginning of the stretch and of the sentences in it."""
    starts = [0, *(stop.end() for stop in signs.INNER_STOP.finditer(text))]
    found = (ordinal_of(text[start : start + 8]) for start in starts)
    return tuple(ordinal for ordinal in found if ordinal)


def numbers_along(
    units: Sequence[Unit], reached: Mapping[int, int] = MappingProxyType({})
) -> Iterator[Mapping[int, int]]:
    """Before each unit, and behind the last, the number reached in each kind of series; a coarser
    ordinal resets the finer ones.
    """
    yield reached
    for unit in units:
        for series, number in ordinals_in(unit.text):
            coarser = {kind: value for kind, value in reached.items() if kind < series}
            reached = {**coarser, series: number}
        yield reached


def last_numbers(
    units: Sequence[Unit], reached: Mapping[int, int] = MappingProxyType({})
) -> Mapping[int, int]:
    """For each kind of series the number reached behind the last unit, where some were reached
    before the first.
    """
    *_, last = numbers_along(units, reached)
    return last


def goes_on(before: Sequence[Unit], after: Sequence[Unit]) -> bool:
    """Whether the first ordinal behind is the next one of a series in front."""
    first = first_ordinal(after)
    reached = last_numbers(before)
    return first is not None and reached.get(first.series, 0) + 1 == first.number > 1


def agreement(numbers: Mapping[int, int], after: Sequence[Unit]) -> int:
    """1 when the first ordinal behind is the next one of a series in front, which has reached
    these numbers; -1 when it is another one or a coarse series begins anew; 0 when there is none
    behind or it begins a series.
    """
    first = first_ordinal(after)
    if first is None:
        return 0
    reached = numbers.get(first.series, 0)
    if first.number == 1:
        return -1 if reached and first.series < COARSE else 0
    return 1 if reached + 1 == first.number else -1


def parts_missing(numbers: Mapping[int, int], after: Sequence[Unit]) -> int:
    """How many parts of a coarse series are missing between the number that it has reached and the
    first ordinal behind, which is of it; less than none where that counts one again, none where
    nothing counts.
    """
    first = first_ordinal(after)
    if first is None or first.series >= COARSE:
        return 0
    return first.number - numbers.get(first.series, 0) - 1


def restarts(units: Sequence[Unit]) -> bool:
    """Whether the first ordinal is a 'first'."""
    first = first_ordinal(units)
    return first is not None and first.number == 1


def first_ordinal(units: Sequence[Unit]) -> Ordinal | None:
    """The first ordinal at the beginning of a unit."""
    return next((found for unit in units if (found := ordinal_of(unit.text))), None)
