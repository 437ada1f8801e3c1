"""Which words of a row are to be corrected, and what about them is another."""

from studydesk.ui.tidy.rows import Row

_ENDS = "。！？；"

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


def difference(old: str, new: str) -> tuple[int, int, str] | None:
    """Where two texts differ: from, to, and what stands there in the new one. It has at least
    one character of the old text, so that it has a place on the page.
    """
    new = " ".join(new.split())
    if new == old:
        return None
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    start, end = head, len(old) - tail
    if start == end:
        start, end = (start - 1, end) if start else (start, end + 1)
    while end > start and old[start:end].isspace():
        start, end = max(0, start - 1), min(len(old), end + 1)
    return start, end, new[start : len(new) - (len(old) - end)]
