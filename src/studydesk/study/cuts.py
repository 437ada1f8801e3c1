"""A text with full-width punctuation, and where its lines and their sentences begin and end."""

import re
from collections.abc import Iterator
from itertools import cycle

OPENING, CLOSING = "“‘（《〔【(「『", "”’）》〕】)」』"
"""Quotation marks and brackets."""
ENDS = "。！？"
"""What ends a sentence."""
_FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）"}
_HALF = re.compile(r"(?<!\d)[,:;?!()]|[,:;?!()](?!\d)")
"""Neither the comma of 1,200 nor the colon of 12:30."""
_FOREIGN = re.compile(r"[A-Za-z][,:;?!] ?[A-Za-z/]")
_CHINESE = re.compile("[一-龥]")


def lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines of a text that are not blank, each with its place."""
    offset = 0
    for line in text.split("\n"):
        if line.strip():
            yield offset, line
        offset += len(line) + 1


def whole_sentences(line: str) -> Iterator[tuple[int, int]]:
    """Where the sentences of a paragraph begin and end; a stop inside quotation marks ends one
    only where the quotation ends with it.
    """
    depth, low = 0, 0
    for at, sign in enumerate(line):
        depth += (sign in OPENING) - (sign in CLOSING)
        ends = sign in ENDS or (sign in "”’" and line[at - 1 : at] in tuple(ENDS))
        follows = line[at + 1 : at + 2]
        if ends and depth <= 0 and follows not in (*"”’）", *ENDS):
            yield low, at + 1
            low = at + 1
    if line[low:].strip():
        yield low, len(line)


def full_width(text: str) -> str:
    """A text with full-width punctuation, character for character; English is left as it is."""
    foreign = {found.start() + 1 for found in _FOREIGN.finditer(text)}
    full = _HALF.sub(lambda sign: sign[0] if sign.start() in foreign else _FULL[sign[0]], text)
    return "\n".join(map(_quoted, full.split("\n")))


def _quoted(line: str) -> str:
    """A Chinese line with straight quotation marks opened and closed in turn, if they are even."""
    if "“" in line or line.count('"') % 2 or not _CHINESE.search(line):
        return line
    marks = cycle("“”")
    return re.sub('"', lambda _: next(marks), line)
