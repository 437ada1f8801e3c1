"""Where a text stands in a body that says nearly the same: some characters are others, were moved
away, or begin a new paragraph.
"""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

_CLAUSE = re.compile(r"[^\s，。、；：！？…“”‘’（）《》]+")

_SHORTEST = 4
"""Characters of words that are looked for in two halves where a body has them not as a whole."""


class Nearest(NamedTuple):
    """A stretch of a body, and how many characters of the text are known to stand there."""

    start: int
    end: int
    known: int


def nearest(text: str, start: int, body: str) -> Nearest | None:
    """Where the words of a text stand that was picked at `start`; None where the body has less
    than half of them.
    """
    clauses = [(each.start(), each[0]) for each in _CLAUSE.finditer(text)]
    parts = [part for place, clause in clauses for part in _parts(clause, place, body)]
    found = _places(parts, start, body, len(text))
    known = sum(len(part) for _, part, _ in found)
    if not found or 2 * known < sum(len(clause) for _, clause in clauses):
        return None
    first, _, begin = min(found)
    last, part, end = max(found)
    head, tail, end = text[:first], text[last + len(part) :], end + len(part)
    begin -= _reach(head[::-1], body[max(0, begin - 2 * len(head)) : begin][::-1])
    end += _reach(tail, body[end : end + 2 * len(tail)])
    return Nearest(begin, end, known)


def _parts(words: str, place: int, body: str) -> Iterator[tuple[int, str]]:
    """What a body has of words, as whole as it has them, and where it begins in the text."""
    if words in body:
        yield place, words
    elif len(words) >= _SHORTEST:
        half = len(words) // 2
        yield from _parts(words[:half], place, body)
        yield from _parts(words[half:], place + half, body)


def _places(
    parts: list[tuple[int, str]], start: int, body: str, most: int
) -> list[tuple[int, str, int]]:
    """Parts of a text with the place of each in the body, too: where it is expected beside the
    longest one, `most` characters off at the most.
    """
    if not parts:
        return []
    anchor, longest = max(parts, key=lambda each: len(each[1]))
    shift = _closest(body, longest, start + anchor) - anchor
    found = [(place, part, _closest(body, part, place + shift)) for place, part in parts]
    return [each for each in found if abs(each[2] - each[0] - shift) <= most]


def _closest(body: str, part: str, expected: int) -> int:
    return min(_occurrences(body, part), key=lambda place: abs(place - expected))


def _occurrences(body: str, part: str) -> Iterator[int]:
    place = body.find(part)
    while place >= 0:
        yield place
        place = body.find(part, place + 1)


def _reach(words: str, beside: str) -> int:
    """How much of what stands beside the words that were found belongs to the others, too."""
    same = SequenceMatcher(None, words, beside, autojunk=False).get_matching_blocks()
    ends = (b + size for a, b, size in same if size > 1 or (size and a == b == 0))
    return max(ends, default=0)
