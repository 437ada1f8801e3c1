"""Stretches of one axis of a page, and what two rows of them have in common."""

from typing import NamedTuple


class Interval(NamedTuple):
    """A stretch of one axis."""

    start: float
    end: float


def shared(first: list[Interval], second: list[Interval], least: float) -> list[Interval]:
    """What two rows of intervals have in common, if at least that wide."""
    both = (
        Interval(max(a.start, b.start), min(a.end, b.end))
        for a in first
        for b in second
        if a.start < b.end and b.start < a.end
    )
    return [interval for interval in both if interval.end - interval.start >= least]
