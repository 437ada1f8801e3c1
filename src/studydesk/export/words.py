"""The words that the lines of a title end between: usual ones, and the terms of the field."""

from collections.abc import Sequence
from functools import cache

from studydesk import paths
from studydesk.typeset.words import Words


def costs_of_words(text: str) -> Sequence[float]:
    """For each character of a text what it costs to end a line before it."""
    return _words().costs(text)


@cache
def _words() -> Words:
    """Read when the first title needs more than one line, in a hundredth of a second."""
    return Words(_lines("words"), _lines("terms"))


def _lines(name: str) -> list[str]:
    lines = (paths.resources() / "phrases" / f"{name}.txt").read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]
