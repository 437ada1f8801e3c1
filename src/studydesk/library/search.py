"""Full-text search: exactly the articles whose title or body holds every word of a query.

"Holds" means as a substring, both in normal form (see `normal`). A query of single characters
only is looked up in titles; beside a longer word a single character may stand anywhere.
"""

import math
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from studydesk.library import codec
from studydesk.library.excerpts import Excerpt, Place, excerpts, places_of
from studydesk.library.listing import ArticleFilter, ArticleSummary, summaries_by_number, where
from studydesk.library.normal import index_query, query_terms

_POOL = 100
"""Articles that the index's own ranking hands on to ours, where no more are asked for."""
_USUAL_LENGTH = 1650
"""Characters of a usual newspaper article, against which lengths are weighed."""
_BEGINNING = 120
"""Characters of the body that count as its beginning."""


@dataclass(frozen=True, slots=True)
class Hit:
    """An article found: how often the words stand in it, and where in title and body."""

    article: ArticleSummary
    count: int
    excerpts: tuple[Excerpt, ...]
    title_highlights: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The best hits for a query, best first; `total` counts all articles that fit."""

    query: str
    total: int
    hits: tuple[Hit, ...]


class _Candidate(NamedTuple):
    """An article that fits, with title and body in normal form."""

    number: int
    title: str
    body: str
    year: int


def search(
    connection: sqlite3.Connection, query: str, wanted: ArticleFilter, limit: int
) -> SearchResult:
    """The articles that fit a query and a filter, at most `limit` of them as hits.

    Any text may be a query; one without a letter or a digit finds nothing.
    """
    terms = query_terms(query)
    if not terms:
        return SearchResult(query, 0, ())
    titles = all(len(term) == 1 for term in terms)
    matching, values = _matching(index_query(terms, titles=titles), wanted)
    pool = max(limit, _POOL)
    numbers = _pool(connection, matching, values, pool)
    total = len(numbers) if len(numbers) < pool else _count(connection, matching, values)
    candidates = _candidates(connection, numbers)
    weights = _weights(connection, terms, titles=titles)
    candidates.sort(key=lambda candidate: (-_score(candidate, weights), candidate.number))
    best = candidates[: max(0, limit)]
    summaries = summaries_by_number(connection, [candidate.number for candidate in best])
    hits = []
    for candidate in best:
        body = "" if titles else _body(connection, candidate.number)
        hits.append(_hit(summaries[candidate.number], body, candidate, terms))
    return SearchResult(query, total, tuple(hits))


_NUMBERS = "SELECT a.number FROM article AS a"
_TOTAL = "SELECT count(*) FROM article_index"
_RANKED = "SELECT rowid FROM article_index"
_BEST_FIRST = "ORDER BY bm25(article_index, 6.0, 1.0), rowid DESC LIMIT ?"


def _matching(phrase: str, wanted: ArticleFilter) -> tuple[str, list[str]]:
    condition, values = where(wanted)
    if not values:
        return "article_index MATCH ?", [phrase]
    numbers = f"{_NUMBERS} WHERE {condition}"
    return f"article_index MATCH ? AND rowid IN ({numbers})", [phrase, *values]


def _count(connection: sqlite3.Connection, matching: str, values: Sequence[str]) -> int:
    return int(connection.execute(f"{_TOTAL} WHERE {matching}", values).fetchone()[0])


def _pool(
    connection: sqlite3.Connection, matching: str, values: Sequence[str], size: int
) -> list[int]:
    """The rows that the index itself ranks highest; no texts are read for it."""
    rows = connection.execute(f"{_RANKED} WHERE {matching} {_BEST_FIRST}", (*values, size))
    return [number for (number,) in rows]


def _candidates(connection: sqlite3.Connection, numbers: list[int]) -> list[_Candidate]:
    rows = connection.execute(
        """
        SELECT a.number, t.normal_title, t.normal_body,
               CAST(coalesce(substr(s.published, 1, 4), 0) AS INTEGER)
        FROM json_each(?) AS chosen
        JOIN article AS a ON a.number = chosen.value
        JOIN article_text AS t USING (number)
        JOIN source AS s ON s.id = a.source_id
        """,
        (codec.dump(numbers),),
    )
    return [_Candidate(*row) for row in rows]


def _weights(
    connection: sqlite3.Connection, terms: Sequence[str], *, titles: bool
) -> dict[str, float]:
    """How much each term tells: the rarer in the library, the more (inverse frequency)."""
    if len(terms) == 1:
        return {terms[0]: 1.0}
    everything = connection.execute("SELECT count(*) FROM article").fetchone()[0]
    weights = {}
    for term in terms:
        found = _count(connection, "article_index MATCH ?", [index_query([term], titles=titles)])
        weights[term] = 0.2 + math.log(1 + (everything - found + 0.5) / (found + 0.5))
    return weights


def _score(candidate: _Candidate, weights: dict[str, float]) -> float:
    """How well an article fits: how often, in the title, at the beginning, close together."""
    _, title, body, year = candidate
    length = 0.25 + 0.75 * len(body) / _USUAL_LENGTH
    score, firsts = 0.0, []
    for term, weight in weights.items():
        count, first = body.count(term), body.find(term)
        firsts.append(first)
        score += weight * (
            count * 2.2 / (count + 1.2 * length)
            + (0.6 if 0 <= first < _BEGINNING else 0)
            + (3.0 if term in title else 0)  # more than anything that a body can show
        )
    if len(firsts) > 1 and min(firsts) >= 0:
        score += 2 / (1 + (max(firsts) - min(firsts)) / 10)
    return score + 0.3 * max(0, year - 2005) / 20


def _body(connection: sqlite3.Connection, number: int) -> str:
    row = connection.execute("SELECT body FROM article_text WHERE number = ?", (number,)).fetchone()
    return str(row[0])


def _hit(summary: ArticleSummary, body: str, found: _Candidate, terms: Sequence[str]) -> Hit:
    in_title = places_of(terms, summary.title, found.title)
    in_body = places_of(terms, body, found.body) if body else ()
    return Hit(summary, len(in_title) + len(in_body), excerpts(body, in_body), in_title)
