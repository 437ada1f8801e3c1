"""What a template or a plan left in 〔〕 to be replaced by words of the text."""

import re
from collections.abc import Iterator
from functools import cache

from studydesk import paths
from studydesk.proof.finding import Match
from studydesk.proof.words import pattern

_BRACKETS = (
    r"〔(?!已删〕|(?:19|20)\d\d〕|[美英法德日俄苏加意澳印韩奥荷比瑞唐宋元明清汉晋]〕)[^〔〕\n]*〕"
)
"""Not the year of a document number, nor the country or dynasty before an author. A passage that
is gone is told by a rule of its own.
"""
_bracketed = pattern(_BRACKETS, "")


def blank_of_template(text: str) -> Iterator[Match]:
    """The blanks of the question bank as they ship: nobody can mean these words."""
    return (
        found for found in _bracketed(text) if _named(text, found.start, found.end) in _shipped()
    )


def placeholder(text: str) -> Iterator[Match]:
    """Any other words in 〔〕, which may be a blank or meant so."""
    return (
        found
        for found in _bracketed(text)
        if _named(text, found.start, found.end) not in _shipped()
    )


def _named(text: str, start: int, end: int) -> str:
    """The words in brackets with these; a lone character, which may be the mark of a note, with
    what stands before and behind it as well.
    """
    beside = end - start == len("〔四〕")
    return text[max(0, start - beside) : end + beside]


@cache
def _shipped() -> frozenset[str]:
    templates = (paths.resources() / "questions" / "templates.csv").read_text("utf-8")
    return frozenset(
        _named(templates, *found.span()) for found in re.finditer(_BRACKETS, templates)
    )
