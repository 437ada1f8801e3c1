"""The trash: articles, packets and passages of packets that were deleted, kept whole until it is
emptied.
"""

import sqlite3
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from functools import partial

from studydesk.domain.article import Article, Problem, Recovery
from studydesk.domain.packet import Packet, new_id
from studydesk.errors import EditRefused
from studydesk.library import articles, codec, listing, packets, versions
from studydesk.library.codec import column_text

Progress = Callable[[int, int], object]
"""Called with how many things are done, and of how many."""


class TrashKind(StrEnum):
    """What can be in the trash."""

    ARTICLE = "article"
    PACKET = "packet"
    PASSAGE = "passage"
    """One that was taken out of a packet, which alone can have it back: see `RemovedPassage`."""


@dataclass(frozen=True, slots=True)
class Trashed:
    """One thing in the trash; of a passage, the text is the title, and `packet` that of its own."""

    kind: TrashKind
    id: str
    title: str
    deleted_at: datetime
    packet: str = ""


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
    _put(connection, TrashKind.ARTICLE, article_id, article.name, whole)
    return article


def delete_articles(
    connection: sqlite3.Connection, article_ids: Sequence[str], progress: Progress
) -> list[Article]:
    """As `delete_article`, for several; `progress` may raise Cancelled."""
    gone = []
    for done, article_id in enumerate(article_ids):
        progress(done, len(article_ids))
        gone.append(delete_article(connection, article_id))
    return gone


def _put(
    connection: sqlite3.Connection,
    kind: TrashKind,
    key: str,
    title: str,
    content: object,
    deleted_at: str | None = None,
) -> None:
    connection.execute(
        "INSERT OR REPLACE INTO trash (kind, id, title, deleted_at, content)"
        " VALUES (?, ?, ?, ?, ?)",
        (
            kind.value,
            key,
            column_text(title),
            deleted_at or datetime.now(UTC).isoformat(timespec="microseconds"),
            codec.dump(content),
        ),
    )


def trashed(connection: sqlite3.Connection) -> list[Trashed]:
    """All that is in the trash, what was deleted last first, but passages of packets that are."""
    rows = connection.execute(
        "SELECT kind, id, title, deleted_at, '' FROM trash"
        " UNION ALL SELECT 'passage', CAST(number AS TEXT),"
        " json_extract(removed_passage.content, '$.passage.text'), removed_at, packet.title"
        " FROM removed_passage JOIN packet ON packet.id = packet_id"
        " ORDER BY deleted_at DESC, kind, id"
    )
    return [
        Trashed(TrashKind(kind), key, title, datetime.fromisoformat(deleted_at), packet)
        for kind, key, title, deleted_at, packet in rows
    ]


def has(connection: sqlite3.Connection, kind: TrashKind, key: str) -> bool:
    """Whether something is in the trash."""
    return _content(connection, kind, key) is not None


def is_deleted(connection: sqlite3.Connection, source_id: str) -> bool:
    """Whether articles of a source are in the trash, and none in the library."""
    left = connection.execute("SELECT 1 FROM article WHERE source_id = ? LIMIT 1", (source_id,))
    if left.fetchone() is not None:
        return False
    gone = connection.execute(
        "SELECT 1 FROM trash WHERE kind = 'article' AND id BETWEEN ? AND ? LIMIT 1",
        _ids_of(source_id),
    )
    return gone.fetchone() is not None


def restore(connection: sqlite3.Connection, kind: TrashKind, key: str) -> str:
    """Put something back where it was; its id, which is another only where the library has that
    one by now. What is back already stays as it is now. Raises NotFound, and EditRefused, with
    the article still in the trash, where others have some of its text by now.
    """
    return _RESTORE[kind](connection, key)


def restore_all(
    connection: sqlite3.Connection, kind: TrashKind, keys: Sequence[str], progress: Progress
) -> list[str]:
    """As `restore`, for several; `progress` may raise Cancelled."""
    if kind is TrashKind.ARTICLE:
        return _restore_articles(connection, keys, progress)
    back: list[str] = []
    for key in keys:
        progress(len(back), len(keys))
        back.append(restore(connection, kind, key))
    return back


def _restore_packet(connection: sqlite3.Connection, key: str) -> str:
    content = _content(connection, TrashKind.PACKET, key)
    if content is None:
        return packets.packet(connection, key).id
    packet = codec.load(Packet, content)
    if packets.is_there(connection, key):
        packet = replace(packet, id=new_id())
    packets.save(connection, packet)
    _remove(connection, TrashKind.PACKET, key)
    return packet.id


def _restore_article(connection: sqlite3.Connection, key: str) -> str:
    content = _content(connection, TrashKind.ARTICLE, key)
    if content is None:
        return articles.article(connection, key).id
    back = _put_back(connection, codec.load(_WholeArticle, content))
    if back is None:
        raise EditRefused("article-covered")
    return back.id


def _restore_articles(
    connection: sqlite3.Connection, keys: Sequence[str], progress: Progress
) -> list[str]:
    """Those of one page at once: it is indexed again as often as something comes back to it."""
    contents = {key: _content(connection, TrashKind.ARTICLE, key) for key in keys}
    pages: dict[str, list[_WholeArticle]] = {}
    for content in filter(None, contents.values()):
        whole = codec.load(_WholeArticle, content)
        pages.setdefault(whole.article.source_id, []).append(whole)
    back: dict[str, str] = {}
    for source_id, wholes in pages.items():
        ask = partial(progress, len(back), len(keys))
        ask()
        wholes.sort(key=lambda whole: min(articles.characters(whole.article), default=0))
        places = [articles.characters(whole.article) for whole in wholes]
        if sum(map(len, places)) > len(set[int]().union(*places)):
            continue  # some have text of others: the first of them comes, one by one
        problems = tuple(problem for whole in wholes for problem in whole.problems)
        page = Recovery(tuple(whole.article for whole in wholes), problems=problems)
        for key, article in articles.fill(connection, source_id, page, ask).items():
            _remove(connection, TrashKind.ARTICLE, key)
            back[key] = article.id
    for key in keys:
        if key not in back:
            progress(len(back), len(keys))
            back[key] = _restore_article(connection, key)
    return [back[key] for key in keys]


_RESTORE: Mapping[TrashKind, Callable[[sqlite3.Connection, str], str]] = {
    TrashKind.ARTICLE: _restore_article,
    TrashKind.PACKET: _restore_packet,
}


def _put_back(connection: sqlite3.Connection, whole: _WholeArticle) -> Article | None:
    """Set an article where it was on its page; None where others have some of it by now."""
    article = whole.article
    page = Recovery((article,), problems=whole.problems)
    came = articles.fill(connection, article.source_id, page)
    if not came and article not in articles.of_source(connection, article.source_id):
        return None
    _remove(connection, TrashKind.ARTICLE, article.id)
    return came.get(article.id, article)


def bring_back(connection: sqlite3.Connection, source_id: str, arriving: Iterable[Article]) -> bool:
    """Put back every article of a page that has text which arrives again, where others have not
    got it by now; whether one came back.
    """
    wanted = {place for article in arriving for place in articles.characters(article)}
    back = [
        _put_back(connection, whole)
        for whole in _of_source(connection, source_id)
        if not wanted.isdisjoint(articles.characters(whole.article))
    ]
    return any(back)


def without_trashed(
    connection: sqlite3.Connection,
    source_id: str,
    recovery: Recovery,
    trashed: Collection[str] | None = None,
) -> Recovery:
    """The articles and problems of a page but for the articles in the trash: those of these ids,
    or else `staying`. Those are there as tidying has made them, and as old as they were; any other
    of the page is out of the trash: nothing of a page gets lost.
    """
    known = articles_of(connection, source_id)
    if trashed is None:
        here = articles.of_source(connection, source_id) if known else ()
        trashed = staying(known, here, recovery.articles)
    out = {article.id: article for article in recovery.articles if article.id in trashed}
    times = _times(connection, source_id, out.values())
    for article in known:
        if article.id not in out:
            _remove(connection, TrashKind.ARTICLE, article.id)
    for article in out.values():
        if article not in known:
            doubts = tuple(each for each in recovery.problems if each.article_id == article.id)
            whole = _WholeArticle(article, doubts)
            when = times.get(article.id)
            _put(connection, TrashKind.ARTICLE, article.id, article.name, whole, when)
    return replace(
        recovery,
        articles=tuple(article for article in recovery.articles if article.id not in out),
        problems=tuple(problem for problem in recovery.problems if problem.article_id not in out),
    )


def staying(
    gone: Iterable[Article], here: Iterable[Article], now: Iterable[Article]
) -> frozenset[str]:
    """The ids of those articles of a page, as it is now, that are in the trash where nothing else
    is said: they have text of what was there, and none of what was in the library.
    """
    lost, left = _characters(gone), _characters(here)
    return frozenset(
        article.id
        for article in now
        if not lost.isdisjoint(text := articles.characters(article)) and left.isdisjoint(text)
    )


def _times(
    connection: sqlite3.Connection, source_id: str, out: Iterable[Article]
) -> dict[str, str]:
    """When the text of articles was moved into the trash; nothing of those that were not there."""
    rows = connection.execute(
        "SELECT content, deleted_at FROM trash WHERE kind = 'article' AND id BETWEEN ? AND ?"
        " ORDER BY deleted_at",
        _ids_of(source_id),
    ).fetchall()
    known = [
        (articles.characters(codec.load(_WholeArticle, content).article), when)
        for content, when in rows
    ]
    return {
        article.id: when
        for article in out
        for text, when in known  # the last of them stays
        if not text.isdisjoint(articles.characters(article))
    }


def ids_of(connection: sqlite3.Connection, source_id: str) -> frozenset[str]:
    """The ids of the articles of a source that are in the trash."""
    rows = connection.execute(
        "SELECT id FROM trash WHERE kind = 'article' AND id BETWEEN ? AND ?", _ids_of(source_id)
    )
    return frozenset(key for (key,) in rows)


def has_any(connection: sqlite3.Connection, article_ids: Sequence[str]) -> bool:
    """Whether one of these articles is in the trash."""
    query = "SELECT 1 FROM json_each(?) CROSS JOIN trash ON kind = 'article' AND trash.id = value"
    return listing.finds_any(connection, query, article_ids)


def articles_of(connection: sqlite3.Connection, source_id: str) -> list[Article]:
    """The articles of a source that are in the trash, those that were deleted last first."""
    return [whole.article for whole in _of_source(connection, source_id)]


def _characters(of: Iterable[Article]) -> set[int]:
    return {place for article in of for place in articles.characters(article)}


def packets_of(connection: sqlite3.Connection, source_id: str) -> list[Packet]:
    """The packets in the trash with passages of a source."""
    rows = connection.execute(
        "SELECT content FROM trash WHERE kind = 'packet' AND instr(content, ?)", (f'"{source_id}-',)
    ).fetchall()
    return [codec.load(Packet, content) for (content,) in rows]


def keep_packet(connection: sqlite3.Connection, packet: Packet) -> None:
    """Keep a packet that is in the trash as it is now."""
    connection.execute(
        "UPDATE trash SET content = ? WHERE kind = 'packet' AND id = ?",
        (codec.dump(packet), packet.id),
    )


def _content(connection: sqlite3.Connection, kind: TrashKind, key: str) -> str | None:
    row = connection.execute(
        "SELECT content FROM trash WHERE kind = ? AND id = ?", (kind.value, key)
    ).fetchone()
    return row[0] if row else None


def _of_source(connection: sqlite3.Connection, source_id: str) -> list[_WholeArticle]:
    """The articles of a source that are in the trash, those that were deleted last first: where
    two have the same text, that is what it was last.
    """
    rows = connection.execute(
        "SELECT content FROM trash WHERE kind = 'article' AND id BETWEEN ? AND ?"
        " ORDER BY deleted_at DESC",
        _ids_of(source_id),
    ).fetchall()
    return [codec.load(_WholeArticle, content) for (content,) in rows]


def _ids_of(source_id: str) -> tuple[str, str]:
    """What the ids of a source's articles, which begin with it and a hyphen, lie between."""
    return f"{source_id}-", f"{source_id}."


def _remove(connection: sqlite3.Connection, kind: TrashKind, key: str) -> None:
    connection.execute("DELETE FROM trash WHERE kind = ? AND id = ?", (kind.value, key))


def empty(connection: sqlite3.Connection, before: datetime) -> int:
    """Delete for good what was moved into the trash before a moment; how many that were."""
    moment = before.astimezone(UTC).isoformat(timespec="microseconds")
    count = connection.execute("DELETE FROM trash WHERE deleted_at < ?", (moment,)).rowcount
    gone = "DELETE FROM removed_passage WHERE removed_at < ?"
    count += connection.execute(gone, (moment,)).rowcount
    versions.forget_lost(connection)
    return count
