"""Full-text search: exactly the articles whose title or body holds every word of a query.

A query that is the code of a passage finds that passage before all else, whatever the filter: a
plain word of six letters may be one by chance.

"Holds" means as a substring, both in normal form (see `normal`). A query of single characters
only is looked up in titles; beside a longer word a single character may stand anywhere.

Finding the best articles, telling where the words stand in them and counting all that fit are
three questions: whoever waits for an answer asks the first, and the second for what is in sight.
"""

import math
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from studydesk.library import codec, codes
from studydesk.library.excerpts import Excerpt, Place, excerpts, places_of
from studydesk.library.listing import ArticleFilter, ArticleSummary, summaries_by_number, where
from studydesk.library.normal import forms_with, index_query, query_terms

_POOL = 100
"""Articles that are handed on to our own ranking, where no more are asked for."""
_MANY = 2000
"""Articles from which a query is common: the index's ranking tells little then and takes long,
and those with the words in their titles, and the newest, are handed on.
"""
_SAMPLE = 2000
"""The newest articles, from which is estimated how many fit."""
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


@dataclass(frozen=True, slots=True)
class Found:
    """The articles that fit a query, by their numbers, best first; `total` counts all that fit,
    and is None where there are more, which takes time to count.
    """

    query: str
    numbers: tuple[int, ...]
    total: int | None


_NUMBERS = "SELECT a.number FROM article AS a"


class _Candidate(NamedTuple):
    """An article that fits, with title and body in normal form."""

    number: int
    title: str
    body: str
    year: int


class _Matching(NamedTuple):
    """A condition on the rows of a table that have the numbers of articles as `rowid`."""

    table: str
    condition: str
    values: tuple[str, ...]

    def rows(self, select: str, rest: str = "") -> str:
        """The question for these rows."""
        return " ".join(("SELECT", select, "FROM", self.table, "WHERE", self.condition, rest))


def search(
    connection: sqlite3.Connection, query: str, wanted: ArticleFilter, limit: int
) -> SearchResult:
    """The articles that fit a query and a filter, at most `limit` of them as hits.

    Any text may be a query; one without a letter or a digit finds nothing.
    """
    found = find(connection, query, wanted, limit)
    total = count(connection, query, wanted) if found.total is None else found.total
    return SearchResult(query, total, hits(connection, query, found.numbers))


def find(connection: sqlite3.Connection, query: str, wanted: ArticleFilter, limit: int) -> Found:
    """Which articles fit a query and a filter, at most `limit` of them, the best first."""
    terms = query_terms(query)
    if not terms:
        return Found(query, (), 0)
    worded = _worded(connection, query, terms, wanted, limit)
    coded = codes.numbers(connection, query)
    if not coded:
        return worded
    matching = _matching(connection, terms, wanted)
    total = _count(connection, matching) if worded.total is None else worded.total
    total += len(coded) - _count_among(connection, matching, coded)
    both = tuple(dict.fromkeys((*coded, *worded.numbers)))
    return Found(query, both[: max(0, limit)], total)


def _worded(
    connection: sqlite3.Connection,
    query: str,
    terms: Sequence[str],
    wanted: ArticleFilter,
    limit: int,
) -> Found:
    """Which articles hold the words of a query, the best first."""
    size = max(limit, _POOL)
    numbers = _pool(connection, terms, wanted, size)
    candidates = _candidates(connection, numbers)
    weights = _weights(connection, terms)
    candidates.sort(key=lambda candidate: (-_score(candidate, weights), candidate.number))
    best = tuple(candidate.number for candidate in candidates[: max(0, limit)])
    return Found(query, best, len(numbers) if len(numbers) < size else None)


def count(connection: sqlite3.Connection, query: str, wanted: ArticleFilter) -> int:
    """How many articles hold the words of a query and fit a filter."""
    terms = query_terms(query)
    return _count(connection, _matching(connection, terms, wanted)) if terms else 0


def hits(connection: sqlite3.Connection, query: str, numbers: Sequence[int]) -> tuple[Hit, ...]:
    """What a query finds in these articles, in their order; those that are gone are left out."""
    terms = query_terms(query)
    titles = _only_titles(terms)
    summaries = summaries_by_number(connection, numbers)
    found = {candidate.number: candidate for candidate in _candidates(connection, numbers)}
    bodies = {} if titles else _bodies(connection, numbers)
    return tuple(
        _coded_hit(connection, query, summaries[number])
        or _hit(summaries[number], bodies.get(number, ""), found[number], terms)
        for number in numbers
        if number in found
    )


def _coded_hit(connection: sqlite3.Connection, query: str, summary: ArticleSummary) -> Hit | None:
    excerpt = codes.excerpt(connection, query, summary.id)
    return Hit(summary, 1, (excerpt,), ()) if excerpt else None


def _only_titles(terms: Sequence[str]) -> bool:
    """Whether a query is looked up in titles only: one of single characters."""
    return all(len(term) == 1 for term in terms)


def _matching(
    connection: sqlite3.Connection,
    terms: Sequence[str],
    wanted: ArticleFilter,
    *,
    titles: bool = False,
) -> _Matching:
    """What fits a query and a filter; `titles` where the title has to hold all words."""
    condition, values = where(wanted)
    only_titles = _only_titles(terms)
    if only_titles and any(_is_in_many_titles(connection, term) for term in terms):
        return _looked_through(terms, condition, values)
    phrase = index_query(terms, titles=titles or only_titles)
    if not values:
        return _Matching("article_index", "article_index MATCH ?", (phrase,))
    condition = f"article_index MATCH ? AND rowid IN ({_NUMBERS} WHERE {condition})"
    return _Matching("article_index", condition, (phrase, *values))


def _is_in_many_titles(connection: sqlite3.Connection, character: str) -> bool:
    """Whether so many titles hold a character that the newest of them are soon found by looking:
    the index has to look at every pair in all texts that begins with it. One that is rare it
    finds before all titles are looked through.
    """
    return _estimate(connection, _looked_through([character], "TRUE", [])) > _MANY


def _looked_through(terms: Sequence[str], condition: str, values: list[str]) -> _Matching:
    """Titles that hold some characters, by what stands in them."""
    forms = [forms_with(term) for term in terms]
    holding = [" OR ".join(["instr(a.title, ?)"] * len(each)) for each in forms]
    conditions = " AND ".join(f"({each})" for each in (condition, *holding))
    return _Matching(
        "article AS a", conditions, (*values, *(form for each in forms for form in each))
    )


def _count(connection: sqlite3.Connection, matching: _Matching) -> int:
    return int(connection.execute(matching.rows("count(*)"), matching.values).fetchone()[0])


def _count_among(
    connection: sqlite3.Connection, matching: _Matching, numbers: Sequence[int]
) -> int:
    """How many of some articles fit."""
    rows = matching.rows("count(*)", "AND rowid IN (SELECT value FROM json_each(?))")
    values = (*matching.values, codec.dump(list(numbers)))
    return int(connection.execute(rows, values).fetchone()[0])


def _estimate(connection: sqlite3.Connection, matching: _Matching) -> int:
    """About how many articles fit, from how many of the newest do."""
    newest = _articles(connection)
    rows = matching.rows("count(*)", "AND rowid > ?")
    fitting = connection.execute(rows, (*matching.values, newest - _SAMPLE)).fetchone()[0]
    return int(fitting * max(1, newest / _SAMPLE))


def _articles(connection: sqlite3.Connection) -> int:
    """About how many articles there are: the number of the newest."""
    return int(connection.execute("SELECT coalesce(max(number), 0) FROM article").fetchone()[0])


def _pool(
    connection: sqlite3.Connection, terms: Sequence[str], wanted: ArticleFilter, size: int
) -> list[int]:
    """The articles, at most `size`, among which are the best; no texts are read for it."""
    matching = _matching(connection, terms, wanted)
    newest_first = "ORDER BY rowid DESC LIMIT ?"
    newest = _rows(connection, matching, newest_first, size)
    if _only_titles(terms) or len(newest) < size:
        return newest
    if _estimate(connection, matching) <= _MANY:
        best_first = "ORDER BY bm25(article_index, 6.0, 1.0), rowid DESC LIMIT ?"
        return _rows(connection, matching, best_first, size)
    titled = _rows(
        connection, _matching(connection, terms, wanted, titles=True), newest_first, size
    )
    return list(dict.fromkeys([*titled, *newest]))[:size]


def _rows(connection: sqlite3.Connection, matching: _Matching, order: str, size: int) -> list[int]:
    rows = connection.execute(matching.rows("rowid", order), (*matching.values, size))
    return [number for (number,) in rows]


def _candidates(connection: sqlite3.Connection, numbers: Sequence[int]) -> list[_Candidate]:
    rows = connection.execute(
        """
        SELECT a.number, t.normal_title, t.normal_body,
               CAST(coalesce(substr(s.published, 1, 4), 0) AS INTEGER)
        FROM json_each(?) AS chosen
        JOIN article AS a ON a.number = chosen.value
        JOIN article_text AS t USING (number)
        JOIN source AS s ON s.id = a.source_id
        """,
        (codec.dump(list(numbers)),),
    )
    return [_Candidate(*row) for row in rows]


def _bodies(connection: sqlite3.Connection, numbers: Sequence[int]) -> dict[int, str]:
    rows = connection.execute(
        "SELECT number, body FROM article_text WHERE number IN (SELECT value FROM json_each(?))",
        (codec.dump(list(numbers)),),
    )
    return dict(rows.fetchall())


def _weights(connection: sqlite3.Connection, terms: Sequence[str]) -> dict[str, float]:
    """How much each term tells: the rarer in the library, the more (inverse frequency)."""
    if len(terms) == 1:
        return {terms[0]: 1.0}
    everything = _articles(connection)
    weights = {}
    for term in terms:
        matching = _matching(connection, [term], ArticleFilter())
        found = _estimate(connection, matching)
        if found <= _MANY:
            found = _count(connection, matching)
        rarity = max(0.0, everything - found) + 0.5
        weights[term] = 0.2 + math.log(1 + rarity / (found + 0.5))
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


def _hit(summary: ArticleSummary, body: str, found: _Candidate, terms: Sequence[str]) -> Hit:
    in_title = places_of(terms, summary.title, found.title)
    in_body = places_of(terms, body, found.body) if body else ()
    return Hit(summary, len(in_title) + len(in_body), excerpts(body, in_body), in_title)
