"""The normal form that texts and queries are compared in, and its way back to the original.

Each character is taken by itself: compatibility forms folded (NFKC), case folded, marks and
zero-width characters dropped, everything that is neither letter nor digit turned into a break.
Spaces beside a Han character are layout (木 之 长 者) and vanish.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

_HAN = "\u3005-\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_LAYOUT = re.compile(rf"(?<=[{_HAN}])\t+|\t+(?=[{_HAN}])")
_LINE_ENDS = frozenset("\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029")
_DROPPED = frozenset({"Cf", "Mn", "Me"})  # zero-width characters, marks over and around others

_FOLDING = (
    range(0x3400),
    range(0xA000, 0xAC00),
    range(0xD7A4, 0xD800),
    range(0xE000, 0x20000),
    range(0x2F800, 0x30000),
)
"""Where characters may have another normal form than themselves: everywhere but among the Han
characters and the syllables of Korean.
"""

RULES = f"1, Unicode {unicodedata.unidata_version}"
"""Names the rules of this module; what other rules made of a library is made anew."""


class Normal(NamedTuple):
    """A text in normal form; character i of it came from character `places[i]` of the original."""

    text: str
    places: Sequence[int]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Where the characters start to end (start < end) stand in the original."""
        return self.places[start], self.places[end - 1] + 1


class _Forms(dict[int, str]):
    """Character code → normal form, found once each. A tab stands for a space between words."""

    def __init__(self) -> None:
        super().__init__()
        self.uneven: set[str] = set()

    def __missing__(self, code: int) -> str:
        character = chr(code)
        form = self[code] = _form(character)
        if len(form) != 1:
            self.uneven.add(character)
        return form


def _form(character: str) -> str:
    if character in _LINE_ENDS:
        return " "
    if character.isspace():
        return "\t"
    if unicodedata.category(character) in _DROPPED:
        return ""
    folded = unicodedata.normalize("NFKC", character).casefold()
    form = "".join(part if part.isalnum() else " " for part in folded)
    return form if form.strip() else " "


_FORMS = _Forms()


def normalise(text: str) -> str:
    """The text in normal form: letters and digits, and spaces where something else stood."""
    return " ".join(map(_normal_line, text.split("\n")))  # other threads wait for a call


def _normal_line(text: str) -> str:
    forms = text.translate(_FORMS)
    return _LAYOUT.sub("", forms).replace("\t", " ") if "\t" in forms else forms


def normal_places(text: str, normal: str) -> Normal:
    """A text's normal form, which is known, with the places that its characters came from."""
    places: Sequence[int] = range(len(text))
    if not _FORMS.uneven.isdisjoint(text):
        places = [place for place in places for _ in _FORMS[ord(text[place])]]
    if len(places) == len(normal):
        return Normal(normal, places)
    kept: list[int] = []
    done = 0
    for gap in _LAYOUT.finditer(text.translate(_FORMS)):
        kept += places[done : gap.start()]
        done = gap.end()
    return Normal(normal, [*kept, *places[done:]])


def query_terms(query: str) -> tuple[str, ...]:
    """What a user's query asks for: its words in normal form, each once, in order.

    Spaces and punctuation divide words. A query of nothing else has none.
    """
    words = (term for word in query.split() for term in normalise(word).split())
    return tuple(dict.fromkeys(words))


@cache
def _folded() -> dict[str, list[str]]:
    """The characters that have other characters in their normal form, by each of these."""
    found: dict[str, list[str]] = {}
    for character in (chr(code) for block in _FOLDING for code in block):
        if unicodedata.decomposition(character) or character.casefold() != character:
            for part in _form(character):
                found.setdefault(part, []).append(character)
    return found


def forms_with(character: str) -> tuple[str, ...]:
    """The characters that have a character of a normal form in their own normal forms."""
    return (character, *_folded().get(character, ()))


def index_form(normal: str) -> str:
    """What the index holds of a text in normal form: one token for each character, with its
    right neighbour. The last one before a break stands alone, so that no phrase crosses it.
    """
    return " ".join(map(_pairs, filter(None, normal.split(" "))))  # other threads wait for a call


def _pairs(run: str) -> str:
    """A run of characters without a break, each with its neighbour."""
    return " ".join([*map("".join, pairwise(run)), run[-1]])


def index_query(terms: Sequence[str], *, titles: bool = False) -> str:
    """The index's own query for texts that hold all terms, or titles that do.

    A term becomes the phrase of its pairs; one character, the beginning of a pair.
    """
    phrases = [
        '"' + " ".join(one + two for one, two in pairwise(term)) + '"'
        if len(term) > 1
        else f'"{term}"*'
        for term in terms
    ]
    return ("{title} : " if titles else "") + "(" + " AND ".join(phrases) + ")"
