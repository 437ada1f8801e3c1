"""Raised and lowered figures of PDF pages: smaller than what they follow, and off its line."""

from typing import NamedTuple

from studydesk.sources.readers.figures import LOWERED, RAISED

FIGURES = frozenset("0123456789")
SMALLER = 0.8  # of the size before it
NEAR = (-0.2, 0.4)  # em: the gap to what stands before it
HIGHER = (0.15, 0.8)  # em: how far the line of a raised figure is above the other
LOWER = (-0.5, -0.05)


class Mark(NamedTuple):
    """A character on its line: measures in points from the upper left corner of the page."""

    left: float
    right: float
    line: float
    em: float


class Scripts:
    """Tells the raised and lowered figures among the characters of a page, given one by one."""

    def __init__(self) -> None:
        self._base: Mark | None = None
        self._right = 0.0

    def read(self, text: str, mark: Mark) -> str:
        """A character as it is printed: 4 is ⁴ or ₄ where it is raised or lowered."""
        base = self._base
        if base and text in FIGURES and mark.em <= SMALLER * base.em:
            gap, shift = mark.left - self._right, base.line - mark.line
            if NEAR[0] * base.em <= gap <= NEAR[1] * base.em:
                figures = kind_of(shift / base.em)
                if figures:
                    self._right = mark.right
                    return text.translate(figures)
        self._base, self._right = mark, mark.right
        return text


def kind_of(shift: float) -> dict[int, int] | None:
    """The figures for what stands so many em above the line, or below it; None for neither."""
    if HIGHER[0] < shift < HIGHER[1]:
        return RAISED
    return LOWERED if LOWER[0] < shift < LOWER[1] else None
