"""Where things stand on the pages on screen: words on a page, pages that face each other."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtPdf import QPdfDocument

_OPENING = 8
"""Characters by which an item is found on its page."""


def find_words(document: "QPdfDocument", page: int, words: str) -> float:
    """How far down a page, in points, words first stand; 0 where they do not. White space,
    which a page may have anywhere, is passed over.
    """
    wanted = "".join(words.split())[:_OPENING]
    if not wanted:
        return 0.0
    text = document.getAllText(page).text()
    places = [place for place, character in enumerate(text) if not character.isspace()]
    found = "".join(text[place] for place in places).find(wanted)
    if found < 0:
        return 0.0
    bounds = document.getSelectionAtIndex(page, places[found], 1).bounds()
    return bounds[0].boundingRect().top() if bounds else 0.0


def spread_of(page: int) -> int:
    """The spread on which a page lies, both from 0: the first page lies alone."""
    return (page + 1) // 2


def pages_of(spread: int, count: int) -> range:
    """The pages on a spread, all from 0, of so many pages."""
    return range(max(0, 2 * spread - 1), min(2 * spread + 1, count))
