"""Places in a text as Python counts them (characters) and as Qt does (UTF-16 units)."""

import re
from bisect import bisect_left

_WIDE = re.compile(r"[\U00010000-\U0010ffff]")
"""A character of two units."""


class Utf16Places:
    """Turns offsets of one text from characters into UTF-16 units and back."""

    def __init__(self, text: str) -> None:
        self._wide = [found.start() for found in _WIDE.finditer(text)]
        self._wide_units = [place + count for count, place in enumerate(self._wide)]

    def units(self, offset: int) -> int:
        """UTF-16 units before the character at `offset`."""
        return offset + bisect_left(self._wide, offset)

    def offset(self, units: int) -> int:
        """Characters before a place in UTF-16 units; inside a pair, those before the pair."""
        return units - bisect_left(self._wide_units, units)


_NOT_SHOWN = {
    "\r": " ",
    "\0": " ",
    "\u2028": " ",
    "\u2029": " ",
    "\ufdd0": " ",
    "\ufdd1": " ",
    **{chr(code): "\ufffd" for code in range(0xD800, 0xE000)},
}
"""Characters by which Qt would break a line of its own accord, or that it cannot hold."""

_SHOWN = str.maketrans(_NOT_SHOWN)


def shown(text: str) -> str:
    """The text as Qt can show it, character for character."""
    return text.translate(_SHOWN)
