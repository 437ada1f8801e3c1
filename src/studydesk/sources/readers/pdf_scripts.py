"""Raised and lowered figures of PDF pages: smaller than what they follow, and off its line, to
which the text comes back behind them. Other smaller type beside larger one stays as it is.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import groupby
from typing import NamedTuple

from studydesk.sources.readers.figures import set_lowered, set_raised

SIGNS = frozenset("0123456789+-−–,、")
NUMBERS = re.compile("[0-9]+")
LONGEST = 3  # figures: years are longer
SMALLER = 0.8  # of the size before it
LARGEST = 1.6  # of the size of most characters: what is larger is no text that figures are set in
NEAR = (-0.2, 0.4)  # em: the gap to what stands before it
BESIDE = 1.0  # em: the widest gap to what goes on behind it
HIGHER = (0.15, 0.8)  # em: how far the line of a raised figure is above the other
LOWER = (-0.5, -0.12)

Setter = Callable[[str], str]


class Character(NamedTuple):
    """A character on its line: measures in points from the upper left corner of the page."""

    text: str
    left: float
    right: float
    line: float
    em: float


def set_scripts(page: Sequence[Character]) -> list[str]:
    """The characters of a page, in the order of the file, as they are printed: 4 is ⁴ or ₄ where it
    is raised or lowered.
    """
    printed = [each.text for each in page]
    sizes = Counter(round(each.em, 1) for each in page)
    largest = LARGEST * max(sizes, key=lambda size: sizes[size], default=0.0)
    at = 1
    while at < len(page):
        base = page[at - 1]
        setters = run_after(base, page, at)
        end = at + len(setters)
        if setters and base.em <= largest and are_scripts(base, page, at, end):
            printed[at:end] = set_figures(printed[at:end], setters)
        at = max(at + 1, end)
    return printed


def run_after(base: Character, page: Sequence[Character], at: int) -> list[Setter]:
    """How each of the small figures is set that follow a character off its line."""
    setters: list[Setter] = []
    for place in range(at, len(page)):
        each, gap = page[place], page[place].left - page[place - 1].right
        setter = setter_for((base.line - each.line) / base.em)
        small = each.text in SIGNS and each.em <= SMALLER * base.em
        if not (setter and small and NEAR[0] * base.em <= gap <= NEAR[1] * base.em):
            break
        setters.append(setter)
    return setters


def setter_for(shift: float) -> Setter | None:
    """How figures are set so many em above the line, or below it; None for neither."""
    if HIGHER[0] < shift < HIGHER[1]:
        return set_raised
    return set_lowered if LOWER[0] < shift < LOWER[1] else None


def are_scripts(base: Character, page: Sequence[Character], at: int, end: int) -> bool:
    """Whether a run says but short numbers, and nothing follows it on its line, or what is on the
    line and of the size of its base.
    """
    numbers = NUMBERS.findall("".join(each.text for each in page[at:end]))
    if not numbers or max(map(len, numbers)) > LONGEST:
        return False
    if end == len(page):
        return True
    after, last = page[end], page[end - 1]
    shift, gap = (base.line - after.line) / base.em, (after.left - last.right) / base.em
    if not (LOWER[0] < shift < HIGHER[1] and NEAR[0] <= gap <= BESIDE):
        return True
    return LOWER[1] <= shift <= HIGHER[0] and after.em > SMALLER * base.em


def set_figures(texts: Sequence[str], setters: Sequence[Setter]) -> str:
    """The characters of a run, those set in the same way together."""
    stretches = groupby(zip(texts, setters, strict=True), key=lambda pair: pair[1])
    return "".join(setter("".join(text for text, _ in pairs)) for setter, pairs in stretches)
