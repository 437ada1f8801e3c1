"""规范表述: set wording with its source, and where a user's own words come near it and miss it.

What stands between quotation marks or in 《》 is somebody else's and is left alone.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from studydesk.domain.article import Severity
from studydesk.domain.packet import Packet
from studydesk.proof.finding import Finding, Words, written
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


def look_for(phrases: Sequence[Phrase], packet: Packet) -> tuple[Finding, ...]:
    """Where the user's own words have a wrong form of a phrase, or are one character away from a
    right one. Phrases that are off are not looked for.
    """
    bank = [phrase for phrase in phrases if phrase.is_on and phrase.text]
    right = frozenset(name for phrase in bank for name in phrase.names)
    return tuple(
        finding for words in written(packet) if words.text for finding in _in(words, bank, right)
    )


def _in(words: Words, bank: Sequence[Phrase], right: frozenset[str]) -> Iterator[Finding]:
    others = words_of_others(words.text)
    taken: list[tuple[int, int]] = []
    for rule, look in ((LISTED, _listed), (NEAR, _near)):
        for phrase in bank:
            for start, end in look(words.text, phrase):
                found = words.text[start:end]
                within = any(low <= start and end <= high for low, high in others)
                told = any(low < end and start < high for low, high in taken)
                if within or told or found in right or _excused(words.text, start, phrase):
                    continue
                taken.append((start, end))
                severity = phrase.severity if rule == LISTED else Severity.GREY
                yield Finding(
                    *(rule, severity, words.item_id, words.field, start, end, found, phrase.text),
                    basis=basis(phrase),
                )


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
    whole = [match.span() for name in phrase.names for match in re.finditer(re.escape(name), text)]
    for wrong in phrase.wrong:
        for match in re.finditer(re.escape(wrong), text):
            if not any(a <= match.start() and match.end() <= b for a, b in whole):
                yield match.span()


def _near(text: str, phrase: Phrase) -> Iterator[tuple[int, int]]:
    """Stretches that begin and end as the phrase does and differ from it in one character between:
    one half of them is the phrase's own.
    """
    wanted = phrase.text
    if len(wanted) < LONG:
        return
    half = len(wanted) // 2
    for size in (len(wanted) - 1, len(wanted), len(wanted) + 1):
        starts = {match.start() for match in re.finditer(re.escape(wanted[:half]), text)}
        rest = len(wanted) - half
        tails = re.finditer(re.escape(wanted[half:]), text)
        starts |= {match.start() + rest - size for match in tails}
        for start in sorted(starts):
            found = text[start : start + size] if start >= 0 else ""
            edges = (found[:1], found[-1:]) == (wanted[0], wanted[-1])
            if len(found) == size and edges and _one_apart(wanted, found):
                yield start, start + size


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
