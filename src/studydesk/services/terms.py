"""A library's own lists of terms: pinned ones, which are always looked for, hidden ones, which are
never named, and those that were discovered in its articles.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from typing import NamedTuple

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


class ListsChange(NamedTuple):
    """The lists before and after something was decided."""

    before: TermLists
    after: TermLists


def term_lists(library: Library) -> TermLists:
    """The lists as they are kept."""
    return _read(library.recall(_KEY, {}))


def _read(kept: Mapping[str, object]) -> TermLists:
    count = kept.get("of_articles", 0)
    return TermLists(
        _terms(kept.get("pinned")),
        _terms(kept.get("hidden")),
        _terms(kept.get("discovered")),
        count if isinstance(count, int) else 0,
    )


def keep_lists(library: Library, pinned: Sequence[str], hidden: Sequence[str]) -> ListsChange:
    """Keep what is pinned and what is hidden; a term that is both is pinned."""
    return _change(library, lambda lists: _decided(lists, pinned, hidden))


def pin(library: Library, term: str) -> ListsChange:
    """Look for a term from now on, wherever it stands."""

    def pinned(lists: TermLists) -> TermLists:
        hidden = [other for other in lists.hidden if other != term]
        return _decided(lists, (*lists.pinned, term), hidden)

    return _change(library, pinned)


def hide(library: Library, term: str) -> ListsChange:
    """Name a term no more."""

    def hidden(lists: TermLists) -> TermLists:
        pinned = [other for other in lists.pinned if other != term]
        return _decided(lists, pinned, (*lists.hidden, term))

    return _change(library, hidden)


def _decided(lists: TermLists, pinned: Sequence[str], hidden: Sequence[str]) -> TermLists:
    wanted = _terms(pinned)
    unwanted = tuple(term for term in _terms(hidden) if term not in wanted)
    return replace(lists, pinned=wanted, hidden=unwanted)


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
    return _change(
        library, lambda lists: replace(lists, discovered=found, of_articles=len(numbers))
    ).after


def _newest(library: Library, numbers: Sequence[int]) -> Iterator[str]:
    """The texts of a library, those that came last first; of a large one few are asked for."""
    for end in range(len(numbers), 0, -_AT_ONCE):
        some = library.summaries(numbers[max(0, end - _AT_ONCE) : end])
        for number in sorted(some, reverse=True):
            with suppress(NotFound):  # deleted meanwhile
                yield library.article(some[number].id).body


def _change(library: Library, change: Callable[[TermLists], TermLists]) -> ListsChange:
    """Change the lists as they are at this moment: of two changes at once none is lost."""
    nothing: dict[str, object] = {}
    changes: list[ListsChange] = []

    def amend(kept: dict[str, object]) -> dict[str, object]:
        before = _read(kept)
        changes.append(ListsChange(before, change(before)))
        return asdict(changes[-1].after)

    library.amend(_KEY, nothing, amend)
    return changes[-1]


def _terms(value: object) -> tuple[str, ...]:
    """Words without white space around them, each once; nothing of what is no list of words."""
    if not isinstance(value, list | tuple):
        return ()
    words = (" ".join(word.split()) for word in value if isinstance(word, str))
    return tuple(dict.fromkeys(word for word in words if word))
