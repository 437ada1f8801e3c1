"""Articles with their problems and tags, and the search index that follows them."""

import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import count

from studydesk.domain.article import Article, Block, Problem, Recovery
from studydesk.errors import NotFound
from studydesk.library import codec
from studydesk.library.codec import column_text
from studydesk.library.normal import RULES, index_form, normalise

_OPENING = 40
"""Characters of the body that stand for an article in a list."""


def fill(
    connection: sqlite3.Connection,
    source_id: str,
    recovery: Recovery,
    ask: Callable[[], object] = lambda: None,
) -> dict[str, Article]:
    """Set articles of a page that the library lacks where they stand on it, with their problems;
    those that came, by the ids that they had. What is there stays as it is: an article that shares
    characters with one of the library does not come. `ask` may raise Cancelled.
    """
    page = of_source(connection, source_id)
    ids = {old.id for old in page}
    taken = {place for old in page for place in characters(old)}
    came: dict[str, Article] = {}
    lacking = [a for a in recovery.articles if a not in page]
    for article in lacking:
        ask()
        if taken and not taken.isdisjoint(characters(article)):
            continue
        article_id = _free_id(article, ids)
        ids.add(article_id)
        came.setdefault(article.id, replace(article, id=article_id))
        page.insert(_index(page, article) if taken else len(page), replace(article, id=article_id))
    if came:
        rows = connection.execute(
            "SELECT content FROM problem WHERE source_id = ? ORDER BY rowid", (source_id,)
        ).fetchall()
        problems = [codec.load(Problem, content) for (content,) in rows]
        problems += (
            replace(problem, article_id=came[problem.article_id].id)
            for problem in recovery.problems
            if problem.article_id in came
        )
        replace_all(connection, source_id, Recovery(tuple(page), problems=tuple(problems)), ask)
    return came


def _index(page: list[Article], article: Article) -> int:
    """Where an article belongs among the others of its page, by where its text begins."""
    place = min(characters(article), default=0)
    return sum(min(characters(other), default=0) < place for other in page)


def replace_all(
    connection: sqlite3.Connection,
    source_id: str,
    recovery: Recovery,
    ask: Callable[[], object] = lambda: None,
) -> None:
    """Keep these articles and problems of a source in place of all that it had.

    Tags belong to the id of an article; those of an id that is gone wait until it is back.
    """
    _delete(connection, _ids(connection, source_id))
    connection.execute("DELETE FROM problem WHERE source_id = ?", (source_id,))
    for article in recovery.articles:
        ask()
        _insert(connection, article)
    keep_problems(connection, source_id, recovery.problems, ask)
    connection.execute(
        "INSERT INTO tag (article_id, name) SELECT article_id, name FROM waiting_tag"
        " WHERE source_id = ? AND article_id IN (SELECT id FROM article)",
        (source_id,),
    )
    connection.execute(
        "DELETE FROM waiting_tag WHERE source_id = ? AND article_id IN (SELECT id FROM article)",
        (source_id,),
    )


def delete(connection: sqlite3.Connection, article_id: str) -> None:
    """Take one article out with its problems. Its tags wait until it is back."""
    _delete(connection, [article_id])
    connection.execute("DELETE FROM problem WHERE article_id = ?", (article_id,))


def _delete(connection: sqlite3.Connection, article_ids: list[str]) -> None:
    """Take articles out, and out of the search index first; their tags wait."""
    ids = codec.dump(article_ids)
    connection.execute(
        "INSERT OR IGNORE INTO waiting_tag (source_id, article_id, name)"
        " SELECT source_id, article_id, name FROM tag JOIN article ON id = article_id"
        " WHERE id IN (SELECT value FROM json_each(?))",
        (ids,),
    )
    rows = connection.execute(
        "SELECT number, normal_title, normal_body FROM article JOIN article_text USING (number)"
        " WHERE id IN (SELECT value FROM json_each(?))",
        (ids,),
    ).fetchall()
    connection.executemany(
        "INSERT INTO article_index (article_index, rowid, title, body) VALUES ('delete', ?, ?, ?)",
        [(number, index_form(title), index_form(body)) for number, title, body in rows],
    )
    connection.execute("DELETE FROM article WHERE id IN (SELECT value FROM json_each(?))", (ids,))


def keep_problems(
    connection: sqlite3.Connection,
    source_id: str,
    problems: Iterable[Problem],
    ask: Callable[[], object] = lambda: None,
) -> None:
    """Keep problems of a source beside those it has."""
    for problem in problems:
        ask()
        connection.execute(
            "INSERT INTO problem (source_id, article_id, content) VALUES (?, ?, ?)",
            (source_id, problem.article_id, codec.dump(problem)),
        )


def of_source(connection: sqlite3.Connection, source_id: str) -> list[Article]:
    """All articles of a source, in the order of the page."""
    return [article(connection, key) for key in _ids(connection, source_id)]


def _ids(connection: sqlite3.Connection, source_id: str) -> list[str]:
    rows = connection.execute(
        "SELECT id FROM article WHERE source_id = ? ORDER BY number", (source_id,)
    )
    return [key for (key,) in rows]


def characters(article: Article) -> set[int]:
    """The places in the raw text that an article came from."""
    return {place for block in article.blocks for span in block.spans for place in range(*span)}


def _free_id(article: Article, ids: set[str]) -> str:
    """An article's own id, unless another version of recovery gave it to another article."""
    if article.id not in ids:
        return article.id
    numbered = (f"{article.source_id}-{number}" for number in count(len(ids) + 1))
    return next(id_ for id_ in numbered if id_ not in ids)


def _insert(connection: sqlite3.Connection, article: Article) -> None:
    title, body = column_text(article.title), column_text(article.body)
    inserted = connection.execute(
        "INSERT INTO article (id, source_id, title, column_name, authors, length, opening)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            article.id,
            article.source_id,
            title,
            column_text(article.column),
            codec.dump(article.authors),
            article.length,
            " ".join(body[: 2 * _OPENING].split())[:_OPENING],
        ),
    )
    connection.execute(
        "INSERT INTO article_text (number, body, blocks) VALUES (?, ?, ?)",
        (inserted.lastrowid, body, codec.dump(article.blocks)),
    )
    _make_searchable(connection, inserted.lastrowid, title, body)


def _make_searchable(
    connection: sqlite3.Connection, number: int | None, title: str, body: str
) -> None:
    normal_title, normal_body = normalise(title), normalise(body)
    connection.execute(
        "UPDATE article_text SET normal_title = ?, normal_body = ? WHERE number = ?",
        (normal_title, normal_body, number),
    )
    connection.execute(
        "INSERT INTO article_index (rowid, title, body) VALUES (?, ?, ?)",
        (number, index_form(normal_title), index_form(normal_body)),
    )


def keep_searchable(connection: sqlite3.Connection) -> None:
    """Make normal forms and search index anew if other rules made them, or none yet."""
    if connection.execute("SELECT name FROM normal_form").fetchone() == (RULES,):
        return
    connection.execute("INSERT INTO article_index (article_index) VALUES ('delete-all')")
    for (number,) in connection.execute("SELECT number FROM article").fetchall():
        texts = connection.execute(_TITLE_AND_BODY, (number,)).fetchone()
        _make_searchable(connection, number, *texts)
    connection.execute("DELETE FROM normal_form")
    connection.execute("INSERT INTO normal_form (name) VALUES (?)", (RULES,))


_TITLE_AND_BODY = (
    "SELECT title, body FROM article JOIN article_text USING (number) WHERE number = ?"
)


def article(connection: sqlite3.Connection, article_id: str) -> Article:
    """One article with all its blocks. Raises NotFound."""
    row = connection.execute(
        "SELECT source_id, blocks FROM article JOIN article_text USING (number) WHERE id = ?",
        (article_id,),
    ).fetchone()
    if row is None:
        raise NotFound("article", article_id)
    return Article(article_id, row[0], codec.load(tuple[Block, ...], row[1]))


def by_numbers(connection: sqlite3.Connection, numbers: Iterable[int]) -> list[Article]:
    """The articles in these rows with all their blocks, in this order, without those gone."""
    rows = connection.execute(
        "SELECT article.id, source_id, blocks FROM json_each(?) AS chosen"
        " JOIN article ON number = chosen.value JOIN article_text USING (number)"
        " ORDER BY chosen.key",
        (codec.dump(list(numbers)),),
    )
    return [Article(key, source, codec.load(tuple[Block, ...], text)) for key, source, text in rows]


def problems(connection: sqlite3.Connection, article_id: str) -> tuple[Problem, ...]:
    """What recovery found doubtful in one article, in reading order."""
    rows = connection.execute(
        "SELECT content FROM problem WHERE article_id = ? ORDER BY rowid", (article_id,)
    )
    return tuple(codec.load(Problem, content) for (content,) in rows)


def set_tags(connection: sqlite3.Connection, article_id: str, tags: Iterable[str]) -> None:
    """Give an article these tags and no others. Raises NotFound."""
    known = connection.execute("SELECT 1 FROM article WHERE id = ?", (article_id,)).fetchone()
    if known is None:
        raise NotFound("article", article_id)
    names = {column_text(" ".join(tag.split())) for tag in tags} - {""}
    connection.execute("DELETE FROM tag WHERE article_id = ?", (article_id,))
    connection.executemany(
        "INSERT INTO tag (article_id, name) VALUES (?, ?)",
        [(article_id, name) for name in sorted(names)],
    )
