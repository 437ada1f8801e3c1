"""What numbers the parts of an argument: 一、 （一） 第一， 其一， 一是"""

import re
from typing import Final, NamedTuple

NUMERAL: Final = "[一二三四五六七八九十]{1,3}"

# From the coarse to the fine.
SERIES = (
    re.compile(f"({NUMERAL})、"),
    re.compile(f"（({NUMERAL})）"),
    re.compile(f"第({NUMERAL})[，,：:]"),
    re.compile(f"其({NUMERAL})[，,：:]"),
    re.compile(f"({NUMERAL})[是要][^否不]"),
)
_FIRST_SIGNS = frozenset("一二三四五六七八九十（第其")
"""What ordinals begin with."""

_DIGITS = {digit: value for value, digit in enumerate("一二三四五六七八九", 1)}


class Ordinal(NamedTuple):
    """The place of a stretch in a series: which kind of series (0 the coarsest), and its number."""

    series: int
    number: int


def number_of(numeral: str) -> int:
    """The value of a Chinese numeral below one hundred."""
    tens, ten, ones = numeral.rpartition("十")
    return (_DIGITS.get(tens, 1) * 10 if ten else 0) + _DIGITS.get(ones, 0)


def ordinal_of(text: str) -> Ordinal | None:
    """The ordinal that a stretch begins with, or None."""
    if text[:1] not in _FIRST_SIGNS:
        return None
    for series, pattern in enumerate(SERIES):
        if found := pattern.match(text):
            return Ordinal(series, number_of(found[1]))
    return None


def ordinal_words(text: str) -> str:
    """The ordinal that a stretch begins with as it is printed there, without a comma or a colon:
    二、, 第二, 二是; an empty string where it begins with none.
    """
    found = next((found for each in SERIES if (found := each.match(text))), None)
    return text[: found.end(1) + 1].rstrip("，,：:") if found else ""
