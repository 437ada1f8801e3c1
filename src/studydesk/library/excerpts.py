"""Where a query's words stand in a text, and the stretches around them worth showing."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, takewhile

from studydesk.library.normal import normal_places, normalise, query_terms

WIDTH = 60
"""Characters of an excerpt, unless a place that it shows is longer."""
MOST = 3
"""Excerpts of one article."""

_LEAD = 18
"""Characters shown before the first place, at most."""
_CONSIDERED = 1000
"""Places of one article that excerpts are chosen from; a book has more."""
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
    return places_of(query_terms(query), text, normalise(text))


def places_of(terms: Sequence[str], text: str, normal_form: str) -> tuple[Place, ...]:
    """Where terms stand in a text that has this normal form, as `find_places` tells it."""
    normal = normal_places(text, normal_form)
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

    What shows the most different words comes first, then what comes first in the text.
    """
    places = places[:_CONSIDERED]
    ranked = sorted(range(len(places)), key=lambda index: (-_variety(body, places, index), index))
    chosen: list[Excerpt] = []
    for index in ranked:
        if len(chosen) == MOST:
            break
        if not any(_shows(excerpt, *places[index]) for excerpt in chosen):
            start, end = _window(body, places, index)
            if not any(_shows(excerpt, start, end) for excerpt in chosen):
                chosen.append(_excerpt(body, start, end, places))
    return tuple(sorted(chosen, key=lambda excerpt: excerpt.place))


def _variety(body: str, places: Sequence[Place], index: int) -> int:
    """How many different words an excerpt from this place on would show."""
    reach = places[index][0] + WIDTH - _LEAD
    near = takewhile(lambda place: place[1] <= reach, islice(places, index, None))
    return len({body[start:end] for start, end in near})


def _shows(excerpt: Excerpt, start: int, end: int) -> bool:
    """Whether an excerpt has some of the characters start to end."""
    return excerpt.place < end and start < excerpt.place + len(excerpt.text)


def _window(body: str, places: Sequence[Place], index: int) -> Place:
    """The stretch of one paragraph around a place: from the start of a clause where there is
    one near, and with no other place cut in two.
    """
    first, last = places[index]
    paragraph_start = body.rfind("\n", 0, first) + 1
    paragraph_end = body.find("\n", last)
    paragraph_end = len(body) if paragraph_end < 0 else paragraph_end
    start = max(paragraph_start, first - _LEAD)
    if start > paragraph_start and (clause := _CLAUSE_START.search(body, start, first)):
        start = clause.start()
    end = max(last, min(paragraph_end, start + WIDTH))
    start = min([start, *(a for a, b in places if a < start < b)])
    return start, max([end, *(b for a, b in places if a < end < b)])


def _excerpt(body: str, start: int, end: int, places: Sequence[Place]) -> Excerpt:
    shown = tuple((a - start, b - start) for a, b in places if start <= a and b <= end)
    return Excerpt(body[start:end], shown, start)
