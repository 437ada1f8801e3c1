"""A library's own lists of terms: pinned ones, which are always looked for, hidden ones, which are
never named, and those that were discovered in its articles.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from studydesk.errors import NotFound
from studydesk.library import Library

_KEY = "terms"
_SAMPLE = 400_000
"""Characters that are read for discovery, from the articles that came last."""
_AT_ONCE = 100
"""Articles that are looked up together."""
_GROWN = 1.2
"""By how much a library has to grow until it is worth looking again."""


@dataclass(frozen=True, slots=True)
class TermLists:
    """The lists, each term once; `of_articles` is how many articles there were at discovery."""

    pinned: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    discovered: tuple[str, ...] = ()
    of_articles: int = 0

    @property
    def offered(self) -> tuple[str, ...]:
        """What was discovered and nobody has decided on yet."""
        return tuple(t for t in self.discovered if t not in (*self.pinned, *self.hidden))


def term_lists(library: Library) -> TermLists:
    """The lists as they are kept."""
    kept: dict[str, object] = library.recall(_KEY, {})
    count = kept.get("of_articles", 0)
    return TermLists(
        _terms(kept.get("pinned")),
        _terms(kept.get("hidden")),
        _terms(kept.get("discovered")),
        count if isinstance(count, int) else 0,
    )


def keep_lists(library: Library, pinned: Iterable[str], hidden: Iterable[str]) -> TermLists:
    """Keep what is pinned and what is hidden; a term that is both is pinned."""
    wanted = _terms(pinned)
    unwanted = tuple(term for term in _terms(hidden) if term not in wanted)
    lists = replace(term_lists(library), pinned=wanted, hidden=unwanted)
    _keep(library, lists)
    return lists


def pin(library: Library, term: str) -> TermLists:
    """Look for a term from now on, wherever it stands."""
    lists = term_lists(library)
    hidden = [other for other in lists.hidden if other != term]
    return keep_lists(library, (*lists.pinned, term), hidden)


def hide(library: Library, term: str) -> TermLists:
    """Name a term no more."""
    lists = term_lists(library)
    pinned = [other for other in lists.pinned if other != term]
    return keep_lists(library, pinned, (*lists.hidden, term))


def worth_looking(library: Library) -> bool:
    """Whether terms were never looked for, or the library has grown much since."""
    before = term_lists(library).of_articles
    return len(library.numbers()) > before * _GROWN


def discover(library: Library, progress: Callable[[int, int], None]) -> TermLists:
    """Look for terms in the newest articles and keep what is found. A second for a hundred
    articles: not for the interface thread, nor while a library is opened.
    """
    from studydesk.study.discovery import new_terms  # only when asked for
    from studydesk.study.keywords import field_terms

    numbers = library.numbers()
    texts: list[str] = []
    size = 0
    for text in _newest(library, numbers):
        progress(size, _SAMPLE)
        texts.append(text)
        size += len(text)
        if size >= _SAMPLE:
            break
    found = new_terms(texts, field_terms(), progress=progress)
    lists = replace(term_lists(library), discovered=found, of_articles=len(numbers))
    _keep(library, lists)
    return lists


def _newest(library: Library, numbers: Sequence[int]) -> Iterator[str]:
    """The texts of a library, those that came last first; of a large one few are asked for."""
    for end in range(len(numbers), 0, -_AT_ONCE):
        some = library.summaries(numbers[max(0, end - _AT_ONCE) : end])
        for number in sorted(some, reverse=True):
            with suppress(NotFound):  # deleted meanwhile
                yield library.article(some[number].id).body


def _keep(library: Library, lists: TermLists) -> None:
    library.remember(
        _KEY,
        {
            "pinned": lists.pinned,
            "hidden": lists.hidden,
            "discovered": lists.discovered,
            "of_articles": lists.of_articles,
        },
    )


def _terms(value: object) -> tuple[str, ...]:
    """Words without white space around them, each once; nothing of what is no list of words."""
    if not isinstance(value, list | tuple):
        return ()
    words = (" ".join(word.split()) for word in value if isinstance(word, str))
    return tuple(dict.fromkeys(word for word in words if word))
