"""The trash: articles and packets that were deleted, kept whole until it is emptied."""

import sqlite3
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum

from studydesk.domain.article import Article, Problem, Recovery
from studydesk.domain.packet import Packet
from studydesk.errors import NotFound
from studydesk.library import articles, codec, packets
from studydesk.library.codec import column_text


class TrashKind(StrEnum):
    """What can be in the trash."""

    ARTICLE = "article"
    PACKET = "packet"


@dataclass(frozen=True, slots=True)
class Trashed:
    """One thing in the trash."""

    kind: TrashKind
    id: str
    title: str
    deleted_at: datetime


@dataclass(frozen=True, slots=True)
class _WholeArticle:
    """An article with what was found doubtful in it; its tags wait beside the table of tags."""

    article: Article
    problems: tuple[Problem, ...]


def delete_packet(connection: sqlite3.Connection, packet_id: str) -> Packet:
    """Move a packet into the trash; the packet. Raises NotFound."""
    packet = packets.packet(connection, packet_id)
    packets.delete(connection, packet_id)
    _put(connection, TrashKind.PACKET, packet_id, packet.title, packet)
    return packet


def delete_article(connection: sqlite3.Connection, article_id: str) -> Article:
    """Move an article into the trash; the article. Its source and the packets that quote it stay
    as they are. Raises NotFound.
    """
    article = articles.article(connection, article_id)
    whole = _WholeArticle(article, articles.problems(connection, article_id))
    articles.delete(connection, article_id)
    _put(connection, TrashKind.ARTICLE, article_id, article.title, whole)
    return article


def _put(
    connection: sqlite3.Connection, kind: TrashKind, key: str, title: str, content: object
) -> None:
    connection.execute(
        "INSERT OR REPLACE INTO trash (kind, id, title, deleted_at, content)"
        " VALUES (?, ?, ?, ?, ?)",
        (
            kind.value,
            key,
            column_text(title),
            datetime.now(UTC).isoformat(timespec="microseconds"),
            codec.dump(content),
        ),
    )


def trashed(connection: sqlite3.Connection) -> list[Trashed]:
    """All that is in the trash, what was deleted last first."""
    rows = connection.execute(
        "SELECT kind, id, title, deleted_at FROM trash ORDER BY deleted_at DESC, kind, id"
    )
    return [
        Trashed(TrashKind(kind), key, title, datetime.fromisoformat(deleted_at))
        for kind, key, title, deleted_at in rows
    ]


def restore(connection: sqlite3.Connection, kind: TrashKind, key: str) -> None:
    """Put something back where it was. An article whose page was imported again meanwhile is
    there already, and only leaves the trash. Raises NotFound.
    """
    row = connection.execute(
        "SELECT content FROM trash WHERE kind = ? AND id = ?", (kind.value, key)
    ).fetchone()
    if row is None:
        raise NotFound(kind.value, key)
    connection.execute("DELETE FROM trash WHERE kind = ? AND id = ?", (kind.value, key))
    if kind is TrashKind.PACKET:
        packets.save(connection, codec.load(Packet, row[0]))
        return
    whole = codec.load(_WholeArticle, row[0])
    articles.put_back(connection, whole.article, whole.problems)


def without_trashed(connection: sqlite3.Connection, recovery: Recovery) -> Recovery:
    """The articles and problems of a page but for the articles in the trash. One that has become
    another since, as its page was tidied, is out of the trash: nothing of a page gets lost.
    """
    out: set[str] = set()
    for article in recovery.articles:
        row = connection.execute(
            "SELECT content FROM trash WHERE kind = 'article' AND id = ?", (article.id,)
        ).fetchone()
        if row is not None and codec.load(_WholeArticle, row[0]).article == article:
            out.add(article.id)
        elif row is not None:
            connection.execute("DELETE FROM trash WHERE kind = 'article' AND id = ?", (article.id,))
    return replace(
        recovery,
        articles=tuple(article for article in recovery.articles if article.id not in out),
        problems=tuple(problem for problem in recovery.problems if problem.article_id not in out),
    )


def empty(connection: sqlite3.Connection, before: datetime) -> int:
    """Delete for good what was moved into the trash before a moment; how many that were."""
    moment = before.astimezone(UTC).isoformat(timespec="microseconds")
    return connection.execute("DELETE FROM trash WHERE deleted_at < ?", (moment,)).rowcount
