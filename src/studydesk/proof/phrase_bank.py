"""规范表述: set wording with its source, and where a user's own words come near it and miss it.

What stands between quotation marks or in 《》 is somebody else's and is left alone.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from studydesk.domain.article import Severity
from studydesk.domain.packet import Packet
from studydesk.proof.finding import Finding, Progress, Words, unheard, written
from studydesk.proof.quoted import words_of_others

LISTED, NEAR = "P20", "P21"
"""The rules: a wording that the bank lists as wrong, and one a character away from a right one."""
LONG = 8
"""Characters of a wording from which on a single different one is a slip, not another word."""

_FREE = set("、，；：。“”‘’《》和与及以的 ")
"""Characters in which two ways to write the same may differ."""
_SENTENCE = re.compile(r"[^。！？；\n]*[。！？；\n]?")


@dataclass(frozen=True, slots=True)
class Phrase:
    """An entry of the bank: how something is worded, which shorter or other forms are as right
    (`also`), which are not (`wrong`), words of a sentence with which it is not looked at
    (`unless`), what it means in the words of its source, the source, the source's day, and the
    day on which it was looked up.
    """

    text: str
    also: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    definition: str = ""
    source: str = ""
    dated: date | None = None
    checked: date | None = None
    level: Severity = Severity.AMBER
    is_on: bool = True

    @property
    def severity(self) -> Severity:
        """The level; without a source and its day nothing is red."""
        sourced = bool(self.source.strip()) and self.dated is not None
        return self.level if sourced or self.level is not Severity.RED else Severity.AMBER

    @property
    def names(self) -> tuple[str, ...]:
        """Every right way to write it."""
        return (self.text, *self.also)


def look_for(
    phrases: Sequence[Phrase], packet: Packet, progress: Progress = unheard
) -> tuple[Finding, ...]:
    """Where the user's own words have a wrong form of a phrase, or are one character away from a
    right one. Phrases that are off are not looked for.
    """
    bank = _Bank([phrase for phrase in phrases if phrase.is_on and phrase.text])
    fields = [words for words in written(packet) if words.text]
    found: list[Finding] = []
    for done, words in enumerate(fields):
        progress(done, len(fields))
        found += bank.look(words)
    return tuple(found)


class _Bank:
    """Phrases with an index of what a text must have for one of them to be looked for in it."""

    def __init__(self, phrases: Sequence[Phrase]) -> None:
        self._phrases = phrases
        self._right = frozenset(name for phrase in phrases for name in phrase.names)
        self._seeds: dict[str, dict[str, set[int]]] = {}
        for number, phrase in enumerate(phrases):
            for seed in _seeds(phrase):
                self._seeds.setdefault(seed[0], {}).setdefault(seed, set()).add(number)

    def _likely(self, text: str) -> list[Phrase]:
        """The phrases of which the text has a wrong form or a half, in the order of the bank."""
        begun = (self._seeds[first] for first in set(text) & self._seeds.keys())
        found = (numbers for seeds in begun for seed, numbers in seeds.items() if seed in text)
        return [self._phrases[number] for number in sorted(set().union(*found))]

    def look(self, words: Words) -> Iterator[Finding]:
        """What is wrong in one field."""
        likely = self._likely(words.text)
        others = words_of_others(words.text) if likely else ()
        taken: list[tuple[int, int]] = []
        for rule, look in ((LISTED, _listed), (NEAR, _near)):
            for phrase in likely:
                for start, end in look(words.text, phrase):
                    found = words.text[start:end]
                    within = any(low <= start and end <= high for low, high in others)
                    told = any(low < end and start < high for low, high in taken)
                    if within or told or found in self._right:
                        continue
                    if _excused(words.text, start, phrase):
                        continue
                    taken.append((start, end))
                    yield _finding(rule, words, start, end, phrase)


def _finding(rule: str, words: Words, start: int, end: int, phrase: Phrase) -> Finding:
    severity = phrase.severity if rule == LISTED else Severity.GREY
    found = words.text[start:end]
    return Finding(
        *(rule, severity, words.item_id, words.field, start, end, found, phrase.text),
        basis=basis(phrase),
    )


def _seeds(phrase: Phrase) -> Iterator[str]:
    """What a text has one of wherever the phrase is looked for in it with any outcome."""
    yield from filter(None, phrase.wrong)
    if len(phrase.text) >= LONG:
        yield from _halves(phrase.text)


def _halves(wanted: str) -> tuple[str, str]:
    half = len(wanted) // 2
    return wanted[:half], wanted[half:]


def basis(phrase: Phrase) -> str:
    """The source of a phrase with its day, as far as they are known."""
    day = phrase.dated.isoformat() if phrase.dated else ""
    return "，".join(part for part in (phrase.source.strip(), day) if part)


def _excused(text: str, at: int, phrase: Phrase) -> bool:
    """Whether the sentence has words with which the phrase is not looked at."""
    if not phrase.unless:
        return False
    sentence = next(m[0] for m in _SENTENCE.finditer(text) if m.start() <= at < m.end())
    return any(words in sentence for words in phrase.unless)


def _listed(text: str, phrase: Phrase) -> Iterator[tuple[int, int]]:
    """The wrong forms, but for those that are part of a right one where they stand."""
    whole = [span for name in phrase.names for span in _spans(name, text)]
    for wrong in phrase.wrong:
        for start, end in _spans(wrong, text):
            if not any(a <= start and end <= b for a, b in whole):
                yield start, end


def _near(text: str, phrase: Phrase) -> Iterator[tuple[int, int]]:
    """Stretches that begin and end as the phrase does and differ from it in one character between:
    one half of them is the phrase's own. Where it is written right, a character before or behind
    it that is like its own (学习｜习近平…, 我国｜国家…) belongs to another word.
    """
    wanted = phrase.text
    if len(wanted) < LONG:
        return
    head, tail = _halves(wanted)
    starts, ends = ([*_spans(half, text)] for half in (head, tail))
    right = [span for name in phrase.names for span in _spans(name, text)]
    for size in (len(wanted) - 1, len(wanted), len(wanted) + 1):
        for start in sorted({*(a for a, _ in starts), *(b - size for _, b in ends)}):
            found = text[start : start + size] if start >= 0 else ""
            edges = (found[:1], found[-1:]) == (wanted[0], wanted[-1])
            apart = len(found) == size and edges and _one_apart(wanted, found)
            if apart and not any(low < start + size and start < high for low, high in right):
                yield start, start + size


def _spans(wanted: str, text: str) -> Iterator[tuple[int, int]]:
    """Where a text has certain words, one place behind the other."""
    at = text.find(wanted) if wanted else -1
    while at >= 0:
        yield at, at + len(wanted)
        at = text.find(wanted, at + len(wanted))


def _one_apart(wanted: str, found: str) -> bool:
    """Whether exactly one character was left out, put in or replaced, and one that matters."""
    same = next((n for n, (a, b) in enumerate(zip(wanted, found, strict=False)) if a != b), None)
    if same is None:
        return False
    skip_wanted = len(wanted) >= len(found)
    skip_found = len(found) >= len(wanted)
    if wanted[same + skip_wanted :] != found[same + skip_found :]:
        return False
    touched = {*wanted[same : same + skip_wanted], *found[same : same + skip_found]}
    return not touched <= _FREE
