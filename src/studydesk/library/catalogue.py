"""What a library can be asked about its articles: what there is, and where words stand in it; and
what it remembers beside them.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar, cast

from studydesk.domain.article import Article, Problem, Source
from studydesk.domain.passage import Passage
from studydesk.domain.tidying import Tidying
from studydesk.library import (
    articles,
    codec,
    codes,
    likeness,
    listing,
    packets,
    related,
    remembered,
    removed,
    search,
    sources,
    tidying,
    trash,
)
from studydesk.library.database import Database
from studydesk.library.excerpts import Place
from studydesk.library.likeness import Likeness
from studydesk.library.listing import ArticleFilter, ArticleSummary, Facets, SourceSummary
from studydesk.library.packets import Picked
from studydesk.library.related import Related
from studydesk.library.removed import RemovedPassage
from studydesk.library.search import Found, Hit, SearchResult
from studydesk.library.sources import Facts
from studydesk.library.stopping import Stop

_NO_FILTER = ArticleFilter()
_T = TypeVar("_T")
_Made = TypeVar("_Made")


class Catalogue:
    """The part of a library that changes nothing. Any thread may use it."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._made: dict[str, tuple[str, Callable[..., object], object]] = {}

    def answer(self) -> None:
        """Nothing, as soon as it can be read. Raises LibraryLost where it cannot."""
        self._read(lambda connection: connection.execute("SELECT 1 FROM sqlite_schema").fetchone())

    def sources(self) -> list[Source]:
        """All sources with their raw texts, in the order they came."""
        return self._read(sources.all_sources)

    def source_summaries(self) -> list[SourceSummary]:
        """What lists show of the sources that have articles, what came last first."""
        return self._read(listing.source_summaries)

    def source(self, source_id: str) -> Source:
        """One source with its raw text. Raises NotFound."""
        return self._read(sources.source, source_id)

    def known_sources(self, source_ids: Iterable[str]) -> set[str]:
        """Which of some sources are there, by their ids."""
        return self._read(sources.known, tuple(source_ids))

    def facts(self, source_ids: Iterable[str]) -> list[Facts]:
        """Where some sources were published, in their order. Raises NotFound."""
        return self._read(sources.facts, tuple(source_ids))

    def article(self, article_id: str) -> Article:
        """One article with all its blocks. Raises NotFound."""
        return self._read(articles.article, article_id)

    def articles_of(self, source_id: str) -> list[Article]:
        """All articles of a source with their blocks, in the order of the page."""
        return self._read(articles.of_source, source_id)

    def operations(self, source_id: str) -> tuple[Tidying, ...]:
        """What was done by hand to a source, in order."""
        return self._read(tidying.operations, source_id)

    def problems(self, article_id: str) -> tuple[Problem, ...]:
        """What recovery found doubtful in an article, in reading order."""
        return self._read(articles.problems, article_id)

    def articles(self, wanted: ArticleFilter = _NO_FILTER) -> list[ArticleSummary]:
        """The articles that fit a filter, in the order they came, page by page."""
        return self._read(listing.summaries, wanted)

    def numbers(self, wanted: ArticleFilter = _NO_FILTER) -> Sequence[int]:
        """Which articles fit a filter, in the same order, by a number each that `summaries` tells
        more of: of a long list only what is looked at needs to be read.
        """
        return self._read(listing.numbers, wanted)

    def ids_of(self, source_ids: Iterable[str]) -> list[str]:
        """The ids of all articles of some sources, in the order they came."""
        return self._read(listing.ids_of, source_ids)

    def picked(self, article_id: str) -> list[Picked]:
        """The stretches of an article that are in packets, in the order of its text."""
        return self._read(packets.picked, article_id)

    def citing(self, source_id: str) -> list[tuple[str, str]]:
        """The packets that quote a source, by id and title, the one changed last first."""
        return self._read(packets.citing, source_id)

    def articles_in_trash(self, source_id: str) -> list[Article]:
        """The articles of a source that are in the trash."""
        return self._read(trash.articles_of, source_id)

    def ids_in_trash(self, source_id: str) -> frozenset[str]:
        """The ids of the articles of a source that are in the trash."""
        return self._read(trash.ids_of, source_id)

    def has_any(self, article_ids: Sequence[str], source_ids: Sequence[str] = ()) -> bool:
        """Whether one of some articles is there, or any of one of some sources."""
        return self._read(listing.has_any, article_ids, source_ids)

    def trash_has_any(self, article_ids: Sequence[str]) -> bool:
        """Whether one of some articles is in the trash."""
        return self._read(trash.has_any, article_ids)

    def known_articles(self, article_ids: Sequence[str]) -> list[str]:
        """Which of some articles are there, by their ids."""
        return self._read(listing.known, article_ids)

    def is_deleted(self, source_id: str) -> bool:
        """Whether all articles of a source are in the trash."""
        return self._read(trash.is_deleted, source_id)

    def removed_passage(self, number: str) -> RemovedPassage:
        """A passage that was taken out of a packet, by its id in the trash. Raises NotFound."""
        return self._read(removed.passage, number)

    def doubts_of(self, source_ids: Iterable[str]) -> dict[str, int]:
        """How many problems each of some sources has by now; those that have none are left out."""
        return self._read(listing.doubts_of, source_ids)

    def number(self, article_id: str) -> int:
        """The number of an article; 0, which none has, where it is not there."""
        return self._read(listing.number, article_id)

    def summaries(self, numbers: Iterable[int]) -> dict[int, ArticleSummary]:
        """The articles of these numbers, without those that are gone."""
        return self._read(listing.summaries_by_number, numbers)

    def facets(self) -> Facets:
        """The sources, columns, authors and tags that articles can be filtered by."""
        return self._read(listing.facets)

    def tags(self) -> list[str]:
        """All tags that there are, sorted."""
        return self._read(listing.tags)

    def tags_of(self, article_id: str) -> tuple[str, ...]:
        """The tags of an article, sorted; none where it is not there."""
        return self._read(listing.tags_of, article_id)

    def places(self, query: str, article: Article) -> tuple[Place, ...]:
        """Where a query's words stand in the body of an article, or passages of this code."""
        return self._read(codes.places, query, article)

    def search(
        self,
        query: str,
        wanted: ArticleFilter = _NO_FILTER,
        limit: int = 100,
        stop: Stop | None = None,
    ) -> SearchResult:
        """The articles that hold every word of a query, best first, at most `limit` as hits.

        Raises Cancelled when `stop` was set meanwhile.
        """
        return self._search(stop, search.search, query, wanted, limit)

    def find(
        self,
        query: str,
        wanted: ArticleFilter = _NO_FILTER,
        limit: int = 100,
        stop: Stop | None = None,
    ) -> Found:
        """Which articles a search finds, without what it finds in them: `hits` tells that of
        those in sight, and `count` how many there are where that is not known. All three may
        raise Cancelled, as `search`.
        """
        return self._search(stop, search.find, query, wanted, limit)

    def hits(self, query: str, numbers: Sequence[int], stop: Stop | None = None) -> tuple[Hit, ...]:
        """What a query finds in articles that fit it, in their order, without those gone."""
        return self._search(stop, search.hits, query, numbers)

    def count(
        self, query: str, wanted: ArticleFilter = _NO_FILTER, stop: Stop | None = None
    ) -> int:
        """How many articles hold every word of a query."""
        return self._search(stop, search.count, query, wanted)

    def articles_with(self, query: str, limit: int) -> list[Article]:
        """The articles that hold every word of a query, best first, at most `limit`, in full."""
        with self._database.reading() as connection:
            found = search.find(connection, query, _NO_FILTER, limit)
            return articles.by_numbers(connection, found.numbers)

    def likenesses(self, article: Article) -> list[Likeness]:
        """The articles of other sources that say nearly the same as one, the likest first."""
        return self._read(likeness.likenesses, article)

    def related(self, text: str, article_id: str = "") -> list[Related]:
        """The paragraphs of other articles that say some of a text word for word, most first, then
        those that speak of the same: at most eight. `article_id` is where the text stands.
        """
        return self._read(related.related, text, article_id)

    def related_passages(self, text: str, article_id: str = "") -> list[tuple[Related, Passage]]:
        """The same paragraphs, each also as a passage of its article."""
        return self._read(related.related_passages, text, article_id)

    def silenced_rules(self) -> frozenset[str]:
        """The proof rules that this library's unit does not want to be asked, by id."""
        return self._read(remembered.silenced_rules)

    def recall(self, key: str, default: _T) -> _T:
        """The JSON value kept under a key, or `default` where there is none of its type."""
        with self._database.reading() as connection:
            return remembered.value(connection, key, default)

    def keys_under(self, beginning: str) -> list[str]:
        """The keys that begin so under which JSON values are kept, in their order."""
        return self._read(remembered.keys_under, beginning)

    def recall_all(self, beginning: str, kind: type[_T]) -> dict[str, _T]:
        """The JSON values of one type that are kept under keys which begin so, by key."""
        return self._read(remembered.values_under, beginning, kind)

    def recall_as(self, key: str, make: Callable[[object], _Made]) -> _Made:
        """What `make` makes of the JSON value under a key, or of None where there is none. It is
        made once, until the value is another: nobody may change what was made.
        """
        with self._database.reading() as connection:
            text = remembered.text(connection, key)
            kept, maker, made = self._made.get(key, ("", None, None))
            if kept != text or maker is not make:
                made = make(codec.parse(text) if text else None)
                self._made[key] = text, make, made
        return cast("_Made", made)

    def _read(self, work: Callable[..., _T], *arguments: object) -> _T:
        with self._database.reading() as connection:
            return work(connection, *arguments)

    def _search(self, stop: Stop | None, work: Callable[..., _T], *arguments: object) -> _T:
        with self._database.reading() as connection, (stop or Stop()).watching(connection):
            return work(connection, *arguments)
