"""Which words of a row are to be corrected, and what about them is another."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from studydesk.domain.article import Span
from studydesk.ui.tidy.rows import Row

_ENDS = "。！？；"

_APART = 2
"""Changes with fewer characters between them are one."""

_MOST = 6
"""More changes than these are a sentence that was written anew."""

_LENGTH = 12
"""Characters of a text that are told."""


def reach(row: Row, start: int, end: int) -> tuple[int, int]:
    """The characters of a row between two raw offsets; its sentence where they are equal."""
    if start < end:
        inside = [n for n, at in enumerate(row.places) if start <= at < end]
        return min(inside), max(inside) + 1
    here = row.places.index(start) if start in row.places else max(0, len(row.text) - 1)
    first = max((row.text.rfind(sign, 0, here) for sign in _ENDS), default=-1) + 1
    ends = [found for sign in _ENDS if (found := row.text.find(sign, here)) >= 0]
    return first, min(ends) + 1 if ends else len(row.text)


def shortened(text: str) -> str:
    """A text as it is named in a sentence."""
    return text if len(text) <= _LENGTH else f"{text[: _LENGTH - 1]}…"


def shortened_end(text: str) -> str:
    """The end of a text, as what stands before something is named in a sentence."""
    return text if len(text) <= _LENGTH else f"…{text[1 - _LENGTH :]}"


def differences(old: str, new: str, whole: Sequence[Span] = ()) -> list[tuple[int, int, str]]:
    """Where two texts differ: from, to, and what stands there in the new one. Each has at least one
    character of the old text, so that it has a place on the page, and all of the stretches of it
    in `whole` that it touches.
    """
    new = " ".join(new.split())
    same = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    changed: list[Span] = []
    for before, after in zip(((0, 0, 0), *same), same, strict=False):
        start, end = before[0] + before[2], after[0]
        if start < end or before[1] + before[2] < after[1]:
            found = _with_place(old, start, end, whole)
            while changed and found.start < changed[-1].end + _APART:
                found = Span(min(changed[-1].start, found.start), max(changed.pop().end, found.end))
            changed.append(found)
    if len(changed) > _MOST:
        changed = [Span(changed[0].start, changed[-1].end)]
    return [(start, end, new[slice(*_there(same, start, end))]) for start, end in changed]


def _with_place(old: str, start: int, end: int, whole: Sequence[Span]) -> Span:
    """The characters from one place to another, and beside them at least one that is printed."""
    if start == end:
        start, end = (start - 1, end) if start else (start, end + 1)
    while old[start:end].isspace() and (start, end) != (0, len(old)):
        start, end = max(0, start - 1), min(len(old), end + 1)
    for first, last in whole:
        if first < end and start < last:
            start, end = max(0, min(start, first)), min(len(old), max(end, last))
    return Span(start, end)


def _there(same: Sequence[tuple[int, int, int]], start: int, end: int) -> Span:
    """Where in the new text stands what is in the place of a stretch of the old one, whose ends are
    in or beside stretches that both have.
    """
    first = next((b + start - a for a, b, size in same if a <= start <= a + size), 0)
    last = next((b + end - a for a, b, size in reversed(same) if a <= end <= a + size), 0)
    return Span(first if start else 0, last)
