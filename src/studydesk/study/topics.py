"""What an article is about, in whole terms of the field: those of a list that it makes much of.

No dictionary is loaded for that: the interface may wait for it.
"""

import math
from collections.abc import Iterable

from studydesk.domain.article import Article

OFTEN = 2
"""Times that a term stands in an article that is about it, at least; in its title once will do."""
_IN_TITLE = 4.0
"""How many times in the body a place in the title counts for."""


def topics(article: Article, terms: Iterable[str], most: int = 6) -> tuple[str, ...]:
    """At most so many of the terms, what the article makes most of first; what stands only inside
    a longer term does not count, and a part of what is named is not named again.
    """
    title = "".join(article.title.split())
    left = f"{title}\n{article.body}"
    counts: dict[str, int] = {}
    for term in sorted(set(terms), key=lambda term: (-len(term), term)):
        if term in left:
            counts[term] = left.count(term)
            left = left.replace(term, "\n" * len(term))
    weights = {
        term: (count + _IN_TITLE * title.count(term)) * math.log2(len(term) + 1)
        for term, count in counts.items()
        if count >= OFTEN or term in title
    }
    chosen: list[str] = []
    for term in sorted(weights, key=lambda term: (-weights[term], term)):
        if len(chosen) < most and not any(term in other for other in chosen):
            chosen.append(term)
    return tuple(chosen)
