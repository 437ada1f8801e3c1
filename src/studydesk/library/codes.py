"""Finding a passage by the short code that is printed beside it (see `domain.passage_code`)."""

import sqlite3

from studydesk.domain.article import Article
from studydesk.domain.packet import Packet, PassageItem
from studydesk.domain.passage_code import code_of, fits, places_of, read_code
from studydesk.library import articles
from studydesk.library.excerpts import Excerpt, Place, find_places

_SHOWN = 60
"""Characters of the passage that are shown."""


def numbers(connection: sqlite3.Connection, query: str) -> list[int]:
    """The numbers of the articles that a query leads to as the code of a passage; those of which
    packets have that very passage, or had it before its page was tidied, if there are any. Every
    article is looked at for it.
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
    return picked or [number for number, *_ in _former(connection, code)] or coded


def excerpt(connection: sqlite3.Connection, query: str, article_id: str) -> Excerpt | None:
    """How the passage of an article begins that a query is the code of; None where it is none."""
    code = read_code(query)
    if not code or not (fits(code, article_id) or _former_in(connection, code, article_id)):
        return None
    article = articles.article(connection, article_id)
    coded = _coded(connection, code, article)
    if not coded:
        return None
    start, end = coded[0]
    text = article.body[start : start + _SHOWN]
    return Excerpt(text, ((0, min(end - start, len(text))),), start)


def places(connection: sqlite3.Connection, query: str, article: Article) -> tuple[Place, ...]:
    """Where a query's words stand in an article's body, or the passages that it is a code of."""
    code = read_code(query)
    return (_coded(connection, code, article) if code else ()) or find_places(query, article.body)


def keep_former(connection: sqlite3.Connection, before: Packet, after: Packet) -> None:
    """Keep the codes of passages that stand elsewhere in their article now, or in another one:
    they may have been printed. The packet may be another by now, such as a copy.
    """
    now = {item.id: item.passage for item in after.items if isinstance(item, PassageItem)}
    for item in before.items:
        if isinstance(item, PassageItem) and item.id in now:
            code = code_of(item.passage)
            if code != code_of(now[item.id]):
                row = (code, after.id, item.id)
                connection.execute("INSERT OR IGNORE INTO former_code VALUES (?, ?, ?)", row)


def _former(connection: sqlite3.Connection, code: str) -> list[tuple[int, str, int, int]]:
    """The passages that a code led to before their page was tidied: the number and the id of the
    article that each is in now, and where it begins and ends there.
    """
    rows = connection.execute(
        "SELECT DISTINCT article.number, article.id, passage.start, passage.stop"
        " FROM former_code JOIN passage USING (packet_id, item_id)"
        " JOIN article ON article.id = passage.article_id WHERE code = ?",
        (code,),
    )
    return rows.fetchall()


def _former_in(connection: sqlite3.Connection, code: str, article_id: str) -> tuple[Place, ...]:
    """Those of them in one article."""
    former = _former(connection, code)
    return tuple((start, end) for _, of, start, end in former if of == article_id)


def _coded(connection: sqlite3.Connection, code: str, article: Article) -> tuple[Place, ...]:
    """Where a code leads to in an article: to what packets have there, else to passages that had
    it before their page was tidied, else to wherever it may be of.
    """
    known = places_of(code, article)
    picked = _picked(connection, article, known)
    return picked or _former_in(connection, code, article.id) or known


def _picked(
    connection: sqlite3.Connection, article: Article, places: tuple[Place, ...]
) -> tuple[Place, ...]:
    """Those of some places in an article at which a passage of a packet begins."""
    rows = connection.execute("SELECT start FROM passage WHERE article_id = ?", (article.id,))
    starts = {start for (start,) in rows}
    return tuple(place for place in places if place[0] in starts)
