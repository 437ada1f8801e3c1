"""Names in quotes, as GB/T 15834 has them: “ ” outside, ‘ ’ inside, and “ ” again inside those."""

import re

_OTHER = str.maketrans("“”‘’", "‘’“”")
_IN_PAIRS = re.compile("[^“”]*(?:“[^“”]*”[^“”]*)+")
_CLOSING = {"“": "”", "‘": "’"}
_LONGEST_SEARCHED = 20


def quoted(words: str) -> str:
    """These words in quotes; what is in quotes within them gets the other ones. A mark without
    its other half is itself what is talked about.
    """
    return f"“{words.translate(_OTHER) if _IN_PAIRS.fullmatch(words) else words}”"


def searched(query: str) -> str:
    """What was searched for in quotes, as much of it as a sentence has room for."""
    return quoted(cut(query, _LONGEST_SEARCHED))


def cut(words: str, longest: int) -> str:
    """Words of at most so many characters, with … for the rest and the quotes that it closes."""
    if len(words) <= longest:
        return words
    short, still_open = words[: longest - 1], ""
    for mark in short:
        if mark in _CLOSING:
            still_open = _CLOSING[mark] + still_open
        elif still_open.startswith(mark):
            still_open = still_open[1:]
    return f"{short}…{still_open}"
