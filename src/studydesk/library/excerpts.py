"""Where a query's words stand in a text, and the stretches around them worth showing."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from studydesk.library.normal import normalise_with_places, query_terms

WIDTH = 60
"""Characters of an excerpt, unless a place that it shows is longer."""
MOST = 3
"""Excerpts of one article."""

_LEAD = 18
"""Characters shown before the first place, at most."""
_CONSIDERED = 60
"""Places of one article that may begin an excerpt: enough to choose from."""
_CLAUSE_START = re.compile(r"(?<=[，。！？；：、—…）》”’])[“‘（《〈「『]*")

Place = tuple[int, int]
"""Offsets of the first character and after the last."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A stretch of an article's body, from the character `place`, with the offsets in it of
    what was searched for.
    """

    text: str
    highlights: tuple[Place, ...]
    place: int


def find_places(query: str, text: str) -> tuple[Place, ...]:
    """Where the words of a query stand in a text, in order; overlapping places are one."""
    return places_of(query_terms(query), text)


def places_of(terms: Sequence[str], text: str) -> tuple[Place, ...]:
    """Where terms in normal form stand in a text, in order; overlapping places are one."""
    normal = normalise_with_places(text)
    found = sorted(
        normal.original(match.start(), match.end())
        for term in terms
        for match in re.finditer(re.escape(term), normal.text)
    )
    joined: list[Place] = []
    for start, end in found:
        if joined and start < joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return tuple(joined)


def excerpts(body: str, places: Sequence[Place]) -> tuple[Excerpt, ...]:
    """Up to three stretches of a body that show most, in the order of the text.

    What shows the most different places' words comes first, then what comes first in the text.
    """
    windows = [_window(body, place, places) for place in places[:_CONSIDERED]]
    windows.sort(key=lambda window: (-len({body[s:e] for s, e in window[1]}), window[0]))
    chosen: list[tuple[Place, list[Place]]] = []
    for window in windows:
        (start, end), _ = window
        if all(end <= other[0] or other[1] <= start for other, _ in chosen):
            chosen.append(window)
        if len(chosen) == MOST:
            break
    return tuple(
        Excerpt(body[start:end], tuple((s - start, e - start) for s, e in shown), start)
        for (start, end), shown in sorted(chosen)
    )


def _window(body: str, place: Place, places: Sequence[Place]) -> tuple[Place, list[Place]]:
    """The stretch of one paragraph around a place, and the places that are whole in it."""
    paragraph_start = body.rfind("\n", 0, place[0]) + 1
    paragraph_end = body.find("\n", place[1])
    paragraph_end = len(body) if paragraph_end < 0 else paragraph_end
    start = max(paragraph_start, place[0] - _LEAD)
    if start > paragraph_start and (clause := _CLAUSE_START.search(body, start, place[0])):
        start = clause.start()
    end = max(place[1], min(paragraph_end, start + WIDTH))
    for other in places:
        if other[0] < start < other[1]:
            start = other[0]
        if other[0] < end < other[1]:
            end = other[1]
    return (start, end), [other for other in places if start <= other[0] and other[1] <= end]
