"""A face whose metrics are plain to see, and lines made with it."""

from collections.abc import Callable

import pytest

from studydesk.typeset.cells import Look, Span
from studydesk.typeset.compose import justified
from studydesk.typeset.galley import Line


class SquareFace:
    """汉字 and marks in squares, letters half as wide; marks leave half of the square blank."""

    def advance(self, character: str) -> float:
        return 0.5 if character < "\u2000" else 1.0

    def ink(self, character: str) -> tuple[float, float]:
        if character in "（《〈「『【〔〖［｛“‘":
            return 0.55, 0.95
        if character in "）》〉」』】〕〗］｝”’，、；：。？！．":
            return 0.05, 0.45
        return 0.05, 0.95


@pytest.fixture(scope="session")
def look() -> Look:
    return Look(SquareFace())


@pytest.fixture
def set_lines(look: Look) -> Callable[..., list[Line]]:
    """Text as justified lines, without an indent unless one is asked for."""

    def composed(text: str, measure: float, first_indent: float = 0, **way: bool) -> list[Line]:
        return justified([Span(text, look)], measure, first_indent, **way)

    return composed
