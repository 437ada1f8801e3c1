"""Where the texts are that a packet is checked against: a library, or the packet's own file."""

from collections.abc import Callable, Iterable
from typing import Protocol, TypeVar

from studydesk.domain.article import Article, Problem, Source
from studydesk.errors import NotFound
from studydesk.library import Catalogue

_Made = TypeVar("_Made")


class Originals(Protocol):
    """Articles and sources by their ids, and articles by words; a Catalogue is one."""

    def article(self, article_id: str) -> Article:
        """The article. Raises NotFound."""
        ...

    def source(self, source_id: str) -> Source:
        """The source. Raises NotFound."""
        ...

    def problems(self, article_id: str) -> tuple[Problem, ...]:
        """What recovery found doubtful in an article and nobody has looked at since."""
        ...

    def ids_in_trash(self, source_id: str) -> frozenset[str]:
        """The ids of the articles of a source that were deleted and can be brought back."""
        ...

    def silenced_rules(self) -> frozenset[str]:
        """The proof rules that are not asked here, by id."""
        ...

    def articles_with(self, query: str, limit: int) -> list[Article]:
        """The articles that hold the words, at most `limit`."""
        ...

    def recall_as(self, key: str, make: Callable[[object], _Made]) -> _Made:
        """What is made of that which a library remembers under a key."""
        ...


class PackedOriginals:
    """The articles that travel in a packet file, and behind them a library where there is one."""

    def __init__(
        self, articles: Iterable[tuple[Article, Source]], library: Catalogue | None = None
    ) -> None:
        packed = tuple(articles)
        self._articles = {article.id: article for article, _ in packed}
        self._sources = {source.id: source for _, source in packed}
        self._library = library

    def article(self, article_id: str) -> Article:
        """The article that travels, or the library's. Raises NotFound."""
        if article_id in self._articles:
            return self._articles[article_id]
        if self._library is None:
            raise NotFound("article", article_id)
        return self._library.article(article_id)

    def source(self, source_id: str) -> Source:
        """The source that travels, or the library's. Raises NotFound."""
        if source_id in self._sources:
            return self._sources[source_id]
        if self._library is None:
            raise NotFound("source", source_id)
        return self._library.source(source_id)

    def problems(self, article_id: str) -> tuple[Problem, ...]:
        """Those of the library, where there is one: doubts do not travel."""
        return self._library.problems(article_id) if self._library else ()

    def ids_in_trash(self, source_id: str) -> frozenset[str]:
        """Those of the library, where there is one."""
        return self._library.ids_in_trash(source_id) if self._library else frozenset()

    def silenced_rules(self) -> frozenset[str]:
        """Those of the library, where there is one."""
        return self._library.silenced_rules() if self._library else frozenset()

    def articles_with(self, query: str, limit: int) -> list[Article]:
        """All articles that travel, for they are few, then the library's that hold the words."""
        found = self._library.articles_with(query, limit) if self._library else []
        return [*self._articles.values(), *found]

    def recall_as(self, key: str, make: Callable[[object], _Made]) -> _Made:
        """What is made of that which the library remembers; of None where there is none."""
        return self._library.recall_as(key, make) if self._library else make(None)
