"""Finding a passage by the short code that is printed beside it (see `domain.passage_code`)."""

import sqlite3

from studydesk.domain.article import Article
from studydesk.domain.passage_code import fits, places_of, read_code
from studydesk.library import articles
from studydesk.library.excerpts import Excerpt, Place, find_places

_SHOWN = 60
"""Characters of the passage that are shown."""


def numbers(connection: sqlite3.Connection, query: str) -> list[int]:
    """The numbers of the articles that a query leads to as the code of a passage; those of which
    packets have that very passage, if there are any. Every article is looked at for it.
    """
    code = read_code(query)
    if not code:
        return []
    rows = connection.execute("SELECT number, id FROM article").fetchall()
    coded, picked = [], []
    for number in [number for number, article_id in rows if fits(code, article_id)]:
        for article in articles.by_numbers(connection, [number]):
            places = places_of(code, article)
            coded += [number] if places else []
            picked += [number] if _picked(connection, article, places) else []
    return picked or coded


def excerpt(connection: sqlite3.Connection, query: str, article_id: str) -> Excerpt | None:
    """How the passage of an article begins that a query is the code of, one that a packet has
    before any other; None where it is none.
    """
    code = read_code(query)
    if not code or not fits(code, article_id):
        return None
    article = articles.article(connection, article_id)
    places = places_of(code, article)
    if not places:
        return None
    start, end = (*_picked(connection, article, places), *places)[0]
    text = article.body[start : start + _SHOWN]
    return Excerpt(text, ((0, min(end - start, len(text))),), start)


def places_in(query: str, article: Article) -> tuple[Place, ...]:
    """Where a query's words stand in an article's body, or the passages that it is a code of."""
    code = read_code(query)
    return (places_of(code, article) if code else ()) or find_places(query, article.body)


def _picked(
    connection: sqlite3.Connection, article: Article, places: tuple[Place, ...]
) -> list[Place]:
    """Those of some places in an article at which a passage of a packet begins."""
    rows = connection.execute("SELECT start FROM passage WHERE article_id = ?", (article.id,))
    starts = {start for (start,) in rows}
    return [place for place in places if place[0] in starts]
