"""Text of a packet cut into printable paragraphs, with the marks of a passage kept."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import chain, repeat
from unicodedata import category

from studydesk.domain.passage import EmphasisMark, Passage
from studydesk.handout.model import Block, Paragraph, Run
from studydesk.handout.style import Role

_LINE_END = re.compile("\r\n|[\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029]")
_UNPRINTABLE = {"Cc", "Cf", "Cs"}
SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""Which of its shapes the character before one has; they leave nothing on paper themselves."""

_KEPT, _LONG = 2048, 1000
"""Of how many texts it is kept what they become, and up to how many characters of each."""


def printable(text: str) -> str:
    """The text without what neither paper nor XML can carry (control and format characters, halves
    of surrogate pairs, noncharacters, variation selectors); a tab becomes a space.
    """
    text = SELECTORS.sub("", text)
    if text.isprintable():  # most is: nothing of this, and no white space but spaces
        return text
    return "".join(
        character
        for character in text.replace("\t", " ")
        if category(character) not in _UNPRINTABLE and ord(character) & 0xFFFE != 0xFFFE
    )


def lines(text: str) -> list[str]:
    """The lines that have something on them, outer white space left out."""
    return list(_lines(text))


@lru_cache(_KEPT)
def _lines(text: str) -> tuple[str, ...]:
    """Kept: most texts of a packet are what they were before an edit."""
    stripped = (printable(line).strip() for line in _LINE_END.split(text))
    return tuple(line for line in stripped if line)


def one_line(text: str) -> str:
    """The text on one line, for a heading or a cell."""
    return " ".join(_lines(text))


def paragraphs(role: Role, text: str, item_id: str = "", *, lead: str = "") -> list[Paragraph]:
    """A paragraph for each line of a user's text, the first of them after bold words; nothing
    where there is no text.
    """
    make = _paragraphs if len(text) <= _LONG else _paragraphs.__wrapped__
    return list(make(role, text, item_id, lead))


@lru_cache(_KEPT)
def _paragraphs(role: Role, text: str, item_id: str, lead: str) -> tuple[Paragraph, ...]:
    leads = chain((lead,), repeat(""))
    return tuple(
        Paragraph(role, (Run(head, bold=True), Run(line)) if head else (Run(line),), item_id)
        for head, line in zip(leads, _lines(text), strict=False)
    )


def label(role: Role, text: str, item_id: str = "") -> Paragraph:
    """A paragraph in bold type."""
    return Paragraph(role, (Run(text, bold=True),), item_id)


def kept_with(before: list[Paragraph], after: Iterable[Block]) -> Iterator[Paragraph]:
    """The paragraphs, the last of them on one page with what comes after, where there is any."""
    if before and any(True for _ in after):
        before = [*before[:-1], replace(before[-1], keep_with_next=True)]
    yield from before


def passage_paragraphs(passage: Passage, item_id: str = "") -> list[Paragraph]:
    """The passage as printed, a paragraph for each line; marks go on across line ends. A line that
    is a subheading of its article, or what is left of one, is printed as such.
    """
    is_long = len(passage.text) > _LONG
    make = _passage_paragraphs.__wrapped__ if is_long else _passage_paragraphs
    return list(make(passage, item_id))


@lru_cache(_KEPT)
def _passage_paragraphs(passage: Passage, item_id: str) -> tuple[Paragraph, ...]:
    rows: list[list[Run]] = [[]]
    in_text = [False]
    for run in passage.runs():
        bold, dotted = run.mark is EmphasisMark.BOLD, run.mark is EmphasisMark.DOTS
        for at, piece in enumerate(_LINE_END.split(run.printed)):
            if at:
                rows.append([])
                in_text.append(False)
            if text := printable(piece):
                rows[-1].append(Run(text, bold, dotted))
                in_text[-1] |= bool(text.strip()) and not run.is_subheading
    return tuple(
        Paragraph(Role.PASSAGE, runs, item_id) if is_text else _subheading(runs, item_id)
        for row, is_text in zip(rows, in_text, strict=True)
        if (runs := _trim(row))
    )


def _subheading(runs: tuple[Run, ...], item_id: str) -> Paragraph:
    bold = tuple(replace(run, bold=True) for run in runs)
    return Paragraph(Role.PASSAGE_HEADING, bold, item_id)


def _trim(row: list[Run]) -> tuple[Run, ...]:
    """The runs without white space at either end."""
    while row and not row[0].text.strip():
        row = row[1:]
    while row and not row[-1].text.strip():
        row = row[:-1]
    if row:
        first = row[0]
        row = [Run(first.text.lstrip(), first.bold, first.dotted), *row[1:]]
        last = row[-1]
        row = [*row[:-1], Run(last.text.rstrip(), last.bold, last.dotted)]
    return tuple(row)
