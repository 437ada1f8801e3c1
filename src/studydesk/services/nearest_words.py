"""Where a text stands in a body that says nearly the same: some characters are others, were moved
away, or begin a new paragraph.
"""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

_CLAUSE = re.compile(r"[^\s，。、；：！？…“”‘’（）《》]+")

_ENDS = "，。、；：！？…”’）》"
"""What belongs to the words before it; no stretch begins with one."""

_SHORTEST = 4
"""Characters of words that are looked for in two halves where a body has them not as a whole."""

_FEWEST = 8
"""Characters that must be known, all of a shorter text: fewer stand in many another sentence."""

_AROUND = 20_000
"""Characters before and behind the place of a text in which it is looked for."""

_Placed = tuple[int, str, int]
"""A part of a text, with its places in the text and in the body."""


class Nearest(NamedTuple):
    """A stretch of a body, and how many characters of the text are known to stand there."""

    start: int
    end: int
    known: int


def nearest(text: str, start: int, body: str) -> Nearest | None:
    """Where the words of a text stand, in their order, that was picked at `start`: not too far from
    there. None where the body has less than half of them, or too few to be sure.
    """
    begin = max(0, min(start, len(body)) - _AROUND)
    near = body[begin : begin + 2 * _AROUND + len(text)]
    clauses = [(each.start(), each[0]) for each in _CLAUSE.finditer(text)]
    parts = [part for place, clause in clauses for part in _parts(clause, place, near)]
    found = _in_order(_places(parts, start - begin, near, len(text)))
    known = sum(len(part) for _, part, _ in found)
    words = sum(len(clause) for _, clause in clauses)
    if not known or known < max(min(_FEWEST, words), words / 2):
        return None
    (first, _, at), (last, part, until) = found[0], found[-1]
    head, tail, until = text[:first], text[last + len(part) :], until + len(part)
    at -= _reach(head[::-1], near[max(0, at - 2 * len(head)) : at][::-1])
    until += _reach(tail, near[until : until + 2 * len(tail)])
    at += len(near[at:until]) - len(near[at:until].lstrip(_ENDS))
    return Nearest(begin + at, begin + until, known)


def _parts(words: str, place: int, body: str) -> Iterator[tuple[int, str]]:
    """What a body has of words, as whole as it has them, and where it begins in the text."""
    if words in body:
        yield place, words
    elif len(words) >= _SHORTEST:
        half = len(words) // 2
        yield from _parts(words[:half], place, body)
        yield from _parts(words[half:], place + half, body)


def _places(parts: list[tuple[int, str]], start: int, body: str, most: int) -> list[_Placed]:
    """Parts of a text with the place of each in the body, too: where it is expected beside the
    longest one, `most` characters off at the most.
    """
    if not parts:
        return []
    anchor, longest = max(parts, key=lambda each: len(each[1]))
    shift = _closest(body, longest, start + anchor) - anchor
    found = [(place, part, _closest(body, part, place + shift)) for place, part in parts]
    return [each for each in found if abs(each[2] - each[0] - shift) <= most]


def _in_order(found: list[_Placed]) -> list[_Placed]:
    """The parts that stand in a body one behind the other as they do in the text: of all such
    rows the one with most characters.
    """
    rows: list[tuple[int, list[_Placed]]] = []
    for each in sorted(found):
        ahead = (row for row in rows if row[1][-1][2] + len(row[1][-1][1]) <= each[2])
        known, row = max(ahead, key=lambda one: one[0], default=(0, []))
        rows.append((known + len(each[1]), [*row, each]))
    return max(rows, key=lambda one: one[0], default=(0, []))[1]


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
