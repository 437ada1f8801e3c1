"""Passages that a page has twice: fingerprints of short stretches, then the longest run."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

FINGERPRINT = 12
# Characters that are looked up in some milliseconds.
_UNASKED = 2000
# So many are compared at once.
_STEP = 64


class Repeat(NamedTuple):
    """The `length` characters at `first` come again at `second`, in a text without white space."""

    first: int
    second: int
    length: int


def repeats(
    text: str,
    shortest: int,
    fingerprint: int = FINGERPRINT,
    ask: Callable[[], object] = lambda: None,
) -> Iterator[Repeat]:
    """The longest runs of at least `shortest` characters that come twice, in order of the copy.
    `ask` may raise Cancelled.

    Every `fingerprint` characters the stretch there is remembered; each position is looked up and
    a hit grown both ways, so a run of twice that length is always found, in linear time.
    """
    seen: dict[str, int] = {}
    at = known = 0
    asked = 0
    while at + fingerprint <= len(text):
        if at >= asked:
            ask()
            asked = at + _UNASKED
        while known + fingerprint <= at:
            seen.setdefault(text[known : known + fingerprint], known)
            known += fingerprint
        first = seen.get(text[at : at + fingerprint])
        if first is None:
            at += 1
            continue
        repeat = grow(text, first, at)
        if repeat.length >= shortest:
            yield repeat
            at = repeat.second + repeat.length
        else:
            at += 1


def grow(text: str, first: int, second: int) -> Repeat:
    """The whole run around two equal stretches; the two copies do not overlap."""
    length, most = 0, min(second - first, len(text) - second)
    while length < most:
        step = min(_STEP, most - length)
        here, there = first + length, second + length
        if text[here : here + step] == text[there : there + step]:
            length += step
            continue
        length += next(n for n in range(step) if text[here + n] != text[there + n])
        break
    while first and text[first - 1] == text[second - 1] and first + length < second:
        first, second, length = first - 1, second - 1, length + 1
    return Repeat(first, second, length)
