"""The words of a passage that a question is about, as it quotes them."""

import re
from collections.abc import Collection

_QUOTED = re.compile("“([^”]+)”")
_INSIDE = str.maketrans("“”", "‘’")
"""Marks of a quotation inside another one."""


def within_marks(words: str) -> str:
    """Words as they stand between the quotation marks of a question."""
    return words.translate(_INSIDE)


def quotes(question: str) -> list[str]:
    """What a question puts between quotation marks."""
    return _QUOTED.findall(question)


def about_the_same(question: str, others: Collection[str]) -> bool:
    """Whether a question quotes what one of the others quotes, or most of it."""
    quoted = [words for other in others for words in quotes(other)]
    return any(_is_much_of(own, words) for own in quotes(question) for words in quoted)


def _is_much_of(one: str, other: str) -> bool:
    """Whether one stands in the other, and is at least half of it: a name in a sentence is not."""
    short, long = sorted((one, other), key=len)
    return short in long and 2 * len(short) >= len(long)
