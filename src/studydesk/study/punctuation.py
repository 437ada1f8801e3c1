"""Punctuation of either width: a text with half-width stops is read as if they were full-width, and
quoted as it is written.
"""

import re
from dataclasses import replace
from itertools import cycle

from studydesk.study.find import Find

_FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）"}
_HALF = re.compile(r"(?<!\d)[,:;?!()]|[,:;?!()](?!\d)")
"""Neither the comma of 1,200 nor the colon of 12:30."""
_FOREIGN = re.compile(r"[A-Za-z][,:;?!] ?[A-Za-z/]")
_CHINESE = re.compile("[一-龥]")
_SIGNS = "，。；：？！、（）"
_LEAST = 3
"""Characters that words must have in common with a text to be told for its own."""


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
