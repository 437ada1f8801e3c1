"""Which class each character of Chinese text belongs to, and how text is cut into tokens.

The classes follow W3C, *Requirements for Chinese Text Layout* (clreq), and GB/T 15834.
"""

import re
from enum import Enum
from typing import Final


class Kind(Enum):
    """What a cell is to the rules of a line."""

    __hash__ = object.__hash__  # Enum would have its name hashed, in Python, time after time

    HAN = "汉字, and every other character that fills its own square"
    OPEN = "（《“"
    CLOSE = "）》”"
    PAUSE = "，、；："
    STOP = "。？！"
    MIDDLE_DOT = "·"
    DASH = "——"
    ELLIPSIS = "……"
    LINK = "～–／ and one dash between two values"
    UNIT = "％℃"
    PREFIX = "￥§№"
    WORD = "a Latin word or a number"
    PIECE = "a part of an address or of another very long word"
    SPACE = "a typed space"


MARKS: Final = frozenset({Kind.OPEN, Kind.CLOSE, Kind.PAUSE, Kind.STOP})
"""Marks whose glyph fills half of its square and leaves the other half blank."""

WORDS: Final = frozenset({Kind.WORD, Kind.PIECE})

SPACE: Final = Kind.SPACE
"""Asked of every cell: a member of an Enum takes long to find."""

NEVER_FIRST: Final = frozenset(
    {Kind.CLOSE, Kind.PAUSE, Kind.STOP, Kind.MIDDLE_DOT, Kind.LINK, Kind.UNIT}
)
NEVER_LAST: Final = frozenset({Kind.OPEN, Kind.PREFIX})

HANGING: Final = frozenset("、，。．")
"""Marks that may hang outside the edge at the end of a line (行尾悬挂); clreq names no others."""

LONGEST_WORD: Final = 24
"""Characters of a word or number that stay together; an address may be longer and is cut."""

_KINDS: Final = {
    character: kind
    for kind, characters in {
        Kind.OPEN: "（《〈「『【〔〖［｛“‘",
        Kind.CLOSE: "）》〉」』】〕〗］｝”’",
        Kind.PAUSE: "，、；：",
        Kind.STOP: "。？！．",
        Kind.MIDDLE_DOT: "·・‧•",
        Kind.LINK: "～–／∶—",
        Kind.UNIT: "％‰℃℉°′″",
        Kind.PREFIX: "￥＄£€§№",
        Kind.SPACE: " \t\u00a0\u3000",
    }.items()
    for character in characters
}

_ADDRESS_SIGNS = r"/?&=_.,:;#%+@~\-"
INDICES: Final = frozenset(map(chr, (0xB2, 0xB3, 0xB9, *range(0x2070, 0x209D))))
"""Superscripts and subscripts: they belong to the word, number or 汉字 before them."""

_LATIN = "[!-~¡¢¤-¦¨-¯±-¶¸-˿Ͱ-῿\u2070-\u209c]"

TOKEN: Final = re.compile(
    rf"""
    —{{1,2}} | …{{1,2}}
    | [\ \t\u00a0]+ | \u3000+
    | {_LATIN}+ (?:(?<=[A-Za-z])’(?=[A-Za-z]){_LATIN}+)*    # it’s: an apostrophe, no quotation
    | [０-９Ａ-Ｚａ-ｚ]+
    | .
    """,
    re.VERBOSE | re.DOTALL,
)
"""A text falls into these without a rest; nearly every token becomes one cell of a line."""

_IN_DATE = (
    r"(?:(?<=[0-9]{4})[.\-](?=[0-9]{1,2}[.\-][0-9]{1,2}(?![0-9]))"
    r"|(?:(?<=[0-9]{4}[.\-][0-9])|(?<=[0-9]{4}[.\-][0-9]{2}))[.\-](?=[0-9]{1,2}(?![0-9])))"
)
"""A sign between year, month and day: it is none to break after."""
_INSIDE = rf"(?:{_IN_DATE}|[.,](?=[0-9])|(?!\)\[)[^{_ADDRESS_SIGNS}])"
_PIECE = (
    rf"{_INSIDE}{{0,{LONGEST_WORD}}}(?:(?!{_IN_DATE})[{_ADDRESS_SIGNS}]|\)(?=\[))+"
    rf"|{_INSIDE}{{1,{LONGEST_WORD}}}"
)
"""Compiled where a word is that long: few texts have one."""


def kind_of(token: str) -> Kind:
    """The class of a token of `TOKEN`."""
    first = token[0]
    if len(token) == 2 and first in "—…":
        return Kind.DASH if first == "—" else Kind.ELLIPSIS
    if first == "…":
        return Kind.ELLIPSIS
    if first in _KINDS and (len(token) == 1 or first.isspace()):
        return _KINDS[first]
    is_wide_word = "０" <= first <= "ｚ" and first.isalnum()
    is_word = first < "\u2000" or first in INDICES or is_wide_word
    return Kind.WORD if is_word else Kind.HAN


def pieces_of(word: str) -> list[str]:
    """The parts of a word longer than `LONGEST_WORD`, cut after the signs of an address."""
    return re.findall(_PIECE, word)
