"""Two states of a packet: which items came, went or moved, and what changed in a text; how far
two texts are the same.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from studydesk.domain.packet import Item

_PART = re.compile(r"[A-Za-z]+|\d+(?:\.\d+)?|.", re.DOTALL)
"""What is struck out or put in as a whole: a word of letters, a number, a character."""

_ISLAND = 1
"""Parts that two changes may have between them without being read as two."""


class Change(StrEnum):
    """What became of a piece of a text."""

    SAME = "same"
    DELETED = "deleted"
    INSERTED = "inserted"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text of which there are two states."""

    text: str
    change: Change = Change.SAME


@dataclass(frozen=True, slots=True)
class Pair:
    """An item in both states, None where a state has not got it; `moved` where others that were
    before it are behind it now, or the other way.
    """

    before: Item | None
    after: Item | None
    moved: bool = False


def pair_items(before: Sequence[Item], after: Sequence[Item]) -> Iterator[Pair]:
    """The items of two states, matched by their ids, in the order of the later one; what is gone
    stands where it was.
    """
    old, new = ({item.id: item for item in items} for items in (before, after))
    matcher = SequenceMatcher(None, list(old), list(new), autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            yield from map(Pair, before[a:b], after[c:d])
            continue
        for item in before[a:b]:
            if item.id not in new:
                yield Pair(item, None)
        for item in after[c:d]:
            yield Pair(old.get(item.id), item, moved=item.id in old)


def common_start(one: str, other: str) -> int:
    """How many characters two texts have in common from their start."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))


def pieces(before: str, after: str) -> tuple[Piece, ...]:
    """A text with what was struck out and put in, in reading order. Without what was put in it is
    the text before, without what was struck out the text after.
    """
    if before == after:
        return (Piece(before),) if before else ()
    old, new = _PART.findall(before), _PART.findall(after)
    found: list[Piece] = []
    for a, b, c, d, same in _stretches(old, new):
        if same:
            found.append(Piece("".join(old[a:b])))
            continue
        gone, came = "".join(old[a:b]), "".join(new[c:d])
        found += [Piece(gone, Change.DELETED)] if gone else []
        found += [Piece(came, Change.INSERTED)] if came else []
    return tuple(found)


def _stretches(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int, int, int, bool]]:
    """What is the same and what is not by turns; changes with next to nothing between them are
    one, so that a rewritten phrase can be read.
    """
    a = c = 0
    open_change = False
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for number, (kind, i, j, k, m) in enumerate(steps):
        inner = open_change and number < len(steps) - 1
        if kind != "equal" or (inner and j - i <= _ISLAND):
            open_change = True
            continue
        if open_change:
            yield a, i, c, k, False
        yield i, j, k, m, True
        a, c, open_change = j, m, False
    if open_change:
        yield a, len(old), c, len(new), False
