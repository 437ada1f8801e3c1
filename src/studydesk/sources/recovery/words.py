"""What a break in a sentence may cut in two: quotations, and words of the dictionary of jieba."""

from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

# How long a word is, and how often the texts behind the dictionary have one of that length at
# least: rarer ones come about by chance.
SELDOM = {2: 20, 3: 5, 4: 1}
LONGEST = max(SELDOM)
# How the dictionary marks the full names of persons (李强), which are no words.
FULL_NAME = "nrfg"
# How it marks verbs, of which those with two characters are asked for.
VERB, LENGTH_OF_VERBS = "v", 2


def word_over(left: str, right: str) -> int:
    """The length of the longest word, of two to four characters, that begins at the end of one
    text and ends at the beginning of the other; 0 when there is none.
    """
    words = _words()
    found = (
        before + after
        for before in range(1, LONGEST)
        for after in range(1, LONGEST - before + 1)
        if left[-before:] + right[:after] in words
    )
    return max(found, default=0)


def is_word(text: str) -> bool:
    """Whether a text is a usual word of two to four characters."""
    return text in _words()


def opens_with_verb(text: str) -> bool:
    """Whether a text begins with a usual word of two characters that is a verb (发挥, 健全)."""
    return text[:2] in _dictionary()[1]


def has_word(text: str) -> bool:
    """Whether a text has a word of the dictionary, of two characters or more, inside."""
    words = _words()
    sizes = range(2, LONGEST + 1)
    return any(text[at : at + size] in words for at in range(len(text)) for size in sizes)


def opens_quote(text: str) -> bool:
    """Whether a quotation goes on behind a text."""
    return text.rfind("“") > text.rfind("”")


def closes_quote(text: str) -> bool:
    """Whether a quotation ends in a text that began ahead of it."""
    return "”" in text.partition("“")[0]


def _words() -> frozenset[str]:
    """The words of the dictionary that are long and usual enough."""
    return _dictionary()[0]


@cache
def _dictionary() -> tuple[frozenset[str], frozenset[str]]:
    """Its words, and those of two characters that are verbs; read once, in a quarter of a second,
    and without loading jieba, which would take four times as long.
    """
    package = find_spec("jieba")
    places = package.submodule_search_locations if package else None
    words: set[str] = set()
    verbs: set[str] = set()
    for place in places or ():
        for word, kind in _usual(Path(place) / "dict.txt"):
            words.add(word)
            if kind == VERB and len(word) == LENGTH_OF_VERBS:
                verbs.add(word)
    return frozenset(words), frozenset(verbs)


def _usual(dictionary: Path) -> Iterator[tuple[str, str]]:
    """The words of one file and their kinds. It is read line by line, for other threads wait for a
    call.
    """
    with dictionary.open(encoding="utf-8") as lines:
        for line in lines:
            word, times, kind = line.split()
            if 1 < len(word) <= LONGEST and kind != FULL_NAME and int(times) >= SELDOM[len(word)]:
                yield word, kind
