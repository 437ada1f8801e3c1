"""Punctuation of either width: a text with half-width stops is read as if they were full-width, and
quoted as it is written.
"""

from dataclasses import replace

from studydesk.study.find import Find

_SIGNS = "，。；：？！、（）"
_LEAST = 3
"""Characters that words must have in common with a text to be told for its own."""


def as_written(find: Find, text: str, read: str) -> Find:
    """What was found in a text read full-width, in the text's own characters."""
    if text == read:
        return find
    more = {name: _restored(words, text, read) for name, words in find.more.items()}
    return replace(find, words=text[find.start : find.end], more=more)


def _restored(words: str, text: str, read: str) -> str:
    """Each stretch of words that the text has, as written there; signs that join them stay."""
    restored, at = "", 0
    while at < len(words):
        length = _common(words[at:], read)
        if length < _LEAST:
            restored, at = restored + words[at], at + 1
            continue
        place = read.index(words[at : at + length])
        joined = at + length < len(words) and words[at + length - 1] in _SIGNS
        length -= joined
        restored, at = restored + text[place : place + length], at + length
    return restored


def _common(words: str, read: str) -> int:
    """How many characters of words, from the first on, stand in a text."""
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if words[:middle] in read else (low, middle - 1)
    return low
