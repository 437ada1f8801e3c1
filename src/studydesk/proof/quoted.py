"""Quotations in the user's own words: where they are, and how they agree with a text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from studydesk.domain.packet import Packet
from studydesk.proof.finding import written

LONG = 10
"""Characters between quotation marks from which on words count as quoted from somewhere."""
SHORT = 4
"""The same behind 指出 and the like."""
ALIKE = 0.75
"""Share of characters in common from which on a place of a text is the one that was meant."""

_QUOTED = re.compile("“([^“”]+(?:“[^“”]*”[^“”]*)*)”")
_NAMED = re.compile("《([^《》]+)》")
_SAY = "(?:指出|强调|提出|要求|写道|明确)[，：:]?$"
_SAYS = re.compile(_SAY)
_AUTHORITY = re.compile(
    r"(?:习近平|毛泽东|邓小平|江泽民|胡锦涛)(?!新时代|\w{0,4}(?:思想|理论)|[^《》]*》)"
    rf"|《[^《》]{{2,40}}》(?:中|里|还|也|明确|特别)?{_SAY}"
)
"""A leader, whatever else a sentence names, or a document that says something itself; a leader in
the name of a theory or of a work says nothing here.
"""
_SIGNS = re.compile(r"[^\w\u4e00-\u9fff]+")


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words between quotation marks at a place of a field; `said` behind 指出 and the like, and
    the words before it that say `by` whom, if that is a leader or a document.
    """

    item_id: str
    field: str
    start: int
    end: int
    text: str
    said: bool
    by: str = ""


def quotations(packet: Packet) -> Iterator[Quoted]:
    """What the user's own words quote: “…” of ten characters or more, or behind 指出."""
    for words in written(packet):
        for match, said in _quoted(words.text):
            by = _by(words.text[: match.start()]) if said else ""
            place = (words.item_id, words.field, match.start(1), match.end(1))
            yield Quoted(*place, match[1], said, by)


def _by(before: str) -> str:
    """The words of a sentence that quotes a leader or a document; empty where it quotes neither."""
    sentence = re.split("[。！？；\n]", before)[-1]
    return sentence if _AUTHORITY.search(sentence) else ""


def words_of_others(text: str) -> tuple[tuple[int, int], ...]:
    """Where a text quotes, and where it names a work in 《》: words that are not its author's."""
    quoted = [match.span(1) for match, _ in _quoted(text)]
    return (*quoted, *(match.span(1) for match in _NAMED.finditer(text)))


def _quoted(text: str) -> Iterator[tuple[re.Match[str], bool]]:
    for match in _QUOTED.finditer(text):
        said = bool(_SAYS.search(text[: match.start()]))
        if len(_SIGNS.sub("", match[1])) >= (SHORT if said else LONG):
            yield match, said


def stands_in(quote: str, text: str) -> bool:
    """Whether a text has the words, sign by sign; quotation marks may have become single ones,
    as they do inside others, and a stop at the end belongs to whoever quotes.
    """
    return _plain(quote).rstrip("。，；！？") in _plain(text)


def nearest(quote: str, text: str) -> str:
    """The words of a text that a quotation must have meant; empty where there are none."""
    wanted, there = _plain(quote), _plain(text)
    best, found = ALIKE, ""
    for at in _places(wanted, there):
        for size in (
            len(wanted) - 2,
            len(wanted) - 1,
            len(wanted),
            len(wanted) + 1,
            len(wanted) + 2,
        ):
            words = there[at : at + size]
            ratio = SequenceMatcher(None, wanted, words, autojunk=False).ratio()
            if ratio > best:
                best, found = ratio, words
    return found


def pieces(quote: str) -> tuple[str, ...]:
    """Stretches of a quotation to search for: what differs may be in one, hardly in all."""
    bare = _SIGNS.sub(" ", quote).split()
    longest = sorted(bare, key=len, reverse=True)[:2]
    halves = [
        part for words in longest for part in (words[: len(words) // 2], words[len(words) // 2 :])
    ]
    return tuple(dict.fromkeys(part for part in (*longest, *halves) if len(part) >= SHORT))


def _places(wanted: str, text: str) -> Iterator[int]:
    """Where in a text the wanted words may begin: wherever four of them in a row stand."""
    tried: set[int] = set()
    for offset in range(0, max(1, len(wanted) - SHORT + 1), 2):
        start = text.find(wanted[offset : offset + SHORT])
        while start >= 0 and len(tried) < _TRIED:
            at = max(0, start - offset)
            if at not in tried:
                tried.add(at)
                yield at
            start = text.find(wanted[offset : offset + SHORT], start + 1)


_TRIED = 60


def _plain(text: str) -> str:
    return "".join(text.split()).replace("‘", "“").replace("’", "”")
