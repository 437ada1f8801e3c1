"""Finding a passage by the short code that is printed beside it (see `domain.passage_code`)."""

import sqlite3

from studydesk.domain.article import Article
from studydesk.domain.passage_code import fits, place_of, read_code
from studydesk.library import articles
from studydesk.library.excerpts import Excerpt, Place, find_places

_SHOWN = 60
"""Characters of the passage that are shown."""


def numbers(connection: sqlite3.Connection, query: str) -> list[int]:
    """The numbers of the articles that a query leads to as the code of a passage; those of which
    packets have that very passage, if there are any.
    """
    code = read_code(query)
    if not code:
        return []
    rows = connection.execute("SELECT number, id FROM article").fetchall()
    fitting = {number: article_id for number, article_id in rows if fits(code, article_id)}
    places = {number: place for number in fitting if (place := _place(connection, code, number))}
    picked = [
        number
        for number, (start, _) in places.items()
        if connection.execute(
            "SELECT 1 FROM passage WHERE article_id = ? AND start = ?", (fitting[number], start)
        ).fetchone()
    ]
    return picked or list(places)


def excerpt(connection: sqlite3.Connection, query: str, article_id: str) -> Excerpt | None:
    """How the passage of an article begins that a query is the code of; None where it is none."""
    code = read_code(query)
    if not code or not fits(code, article_id):
        return None
    article = articles.article(connection, article_id)
    place = place_of(code, article)
    if place is None:
        return None
    start, end = place
    text = article.body[start : start + _SHOWN]
    return Excerpt(text, ((0, min(end - start, len(text))),), start)


def places_in(query: str, article: Article) -> tuple[Place, ...]:
    """Where a query's words stand in an article's body, or the passage that it is a code of."""
    code = read_code(query)
    place = place_of(code, article) if code else None
    return (place,) if place else find_places(query, article.body)


def _place(connection: sqlite3.Connection, code: str, number: int) -> Place | None:
    found = articles.by_numbers(connection, [number])
    return place_of(code, found[0]) if found else None
