"""Where the lines of a text and the sentences of a line begin and end."""

from collections.abc import Iterator

OPENING, CLOSING = "“‘（《〔【(「『", "”’）》〕】)」』"
"""Quotation marks and brackets."""
ENDS = "。！？"
"""What ends a sentence."""


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
        if ends and depth <= 0 and follows not in tuple("”’）"):
            yield low, at + 1
            low = at + 1
    if line[low:].strip():
        yield low, len(line)
