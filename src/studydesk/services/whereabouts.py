"""Where the words of a passage stand: which characters of the raw text are its own, and where
these are in the articles of the page after a change.

The same words may stand elsewhere by chance (以中国式现代化全面推进强国建设): those are another's.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from studydesk.domain.article import Article, Recovery, Span
from studydesk.domain.cleaning import body_places
from studydesk.domain.comparison import common_start
from studydesk.domain.passage import CONTEXT, Passage


class Place(NamedTuple):
    """Where words begin in the body of an article, and where their characters are printed."""

    article: Article
    start: int
    printed: frozenset[int]


class Whereabouts:
    """The words of passages on a page, before and after one change of its articles. `repeats` is
    what is set aside after it because the page has it twice; `earlier` is the page as it was at
    the steps before, the last of them first.
    """

    def __init__(
        self,
        raw: str,
        before: Sequence[Article],
        after: Sequence[Article],
        repeats: Sequence[Span] = (),
        earlier: Callable[[], Iterable[Recovery]] = tuple,
    ) -> None:
        self._raw, self._after = raw, after
        self._before = {article.id: article for article in before}
        self._read_earlier = earlier
        self._dropped = {at for span in repeats for at in range(*span)}
        self._printed_at = [at for at, character in enumerate(raw) if not character.isspace()]
        self._printed = _squeezed(raw)
        self._known: dict[Article, tuple[int, ...]] = {}
        self._own: dict[Passage, frozenset[int]] = {}

    def places(self, article: Article) -> tuple[int, ...]:
        """Where each character of an article's body is printed."""
        if article not in self._known:
            self._known[article] = body_places(self._raw, article)
        return self._known[article]

    def own(self, passage: Passage) -> frozenset[int]:
        """Where a passage is printed; nothing where that cannot be told for sure."""
        if passage not in self._own:
            self._own[passage] = self._find(passage)
        return self._own[passage]

    def _find(self, passage: Passage) -> frozenset[int]:
        old = self._standing(passage) or next(
            (each for each in self._earlier if _stands(passage, each)), None
        )
        if old is not None:
            return frozenset(self.places(old)[passage.start : passage.end])
        return self._as_surrounded(passage)

    def _standing(self, passage: Passage) -> Article | None:
        """The article before the change, if a passage stood in it where it says."""
        old = self._before.get(passage.article_id)
        return old if old is not None and _stands(passage, old) else None

    def known(self, article_id: str) -> list[Article]:
        """An article as it was before the change; one that was gone, as it was at the steps before
        that.
        """
        if article_id in self._before:
            return [self._before[article_id]]
        return [each for each in self._earlier if each.id == article_id]

    @cached_property
    def _earlier(self) -> tuple[Article, ...]:
        """Read only where a passage was asked about: it takes a while to know them."""
        return tuple(article for page in self._read_earlier() for article in page.articles)

    def now(self, passage: Passage, home: frozenset[int] = frozenset()) -> list[Place]:
        """Where the very text of a passage is after the change: all of its own characters, or for
        those that were dropped as a repeat, another copy of the repeat in the same article. One
        that came from a copy printed at `home` goes back there before all.
        """
        own, same = self.own(passage), list(self._same_text(passage.text))
        if home and (back := [place for place in same if home <= place.printed]):
            return back
        if left := own - self._dropped:
            return [place for place in same if left <= place.printed]
        return [place for place in same if own and self._is_copy(passage, place)]

    def _same_text(self, text: str) -> Iterator[Place]:
        for article in self._after:
            for start in _occurrences(text, article.body):
                printed = self.places(article)[start : start + len(text)]
                yield Place(article, start, frozenset(printed))

    def _is_copy(self, passage: Passage, place: Place) -> bool:
        """Whether all that was dropped around a passage stands around this place too."""
        old = self._standing(passage)
        if old is None or place.article.id != old.id:
            return False
        first, end, printed = passage.start, passage.end, self.places(old)
        while first and printed[first - 1] in self._dropped:
            first -= 1
        while end < len(printed) and printed[end] in self._dropped:
            end += 1
        body, stop = place.article.body, place.start + len(passage.text)
        before, after = old.body[first : passage.start], old.body[passage.end : end]
        return _squeezed(body[: place.start]).endswith(_squeezed(before)) and (
            _squeezed(body[stop:]).startswith(_squeezed(after))
        )

    def _as_surrounded(self, passage: Passage) -> frozenset[int]:
        """Where a passage is printed that stood in no article that is known: where the words and
        what is around them are as it has them, in the raw text or in an article.
        """
        text = _squeezed(passage.text)
        around = _squeezed(passage.before), _squeezed(passage.after)
        home = {
            at
            for article in self._after
            if article.id == passage.article_id
            for at in self.places(article)
        }
        found = [
            (alike, not home.isdisjoint(printed), printed)
            for printed, before, after in (*self._in_raw(text), *self._in_articles(passage.text))
            for alike in [alikeness(around, (before, after))]
        ]
        if not found:
            return frozenset()
        alike, is_home, best = max(found, key=lambda each: each[:2])
        enough = CONTEXT if is_home else 2 * CONTEXT  # another article asks for better proof
        is_known = len(text) + alike >= min(enough, len(text) + sum(map(len, around)))
        rivals = [each for each in found if each[:2] == (alike, is_home)]
        is_only = all(not best.isdisjoint(printed) for *_, printed in rivals)
        return best if is_known and is_only else frozenset()

    def _in_raw(self, text: str) -> Iterator[tuple[frozenset[int], str, str]]:
        for start in _occurrences(text, self._printed):
            end = start + len(text)
            printed = frozenset(self._printed_at[start:end])
            before = self._printed[max(0, start - CONTEXT) : start]
            yield printed, before, self._printed[end : end + CONTEXT]

    def _in_articles(self, text: str) -> Iterator[tuple[frozenset[int], str, str]]:
        for article, start, printed in self._same_text(text):
            body, end = article.body, start + len(text)
            before, after = body[max(0, start - CONTEXT) : start], body[end : end + CONTEXT]
            yield printed, _squeezed(before), _squeezed(after)


def _stands(passage: Passage, article: Article) -> bool:
    """Whether a passage, with what is around it, is where it says. One that was asked about keeps
    its place, to which the same words of another paragraph may have moved meanwhile.
    """
    if article.id != passage.article_id or not article.body.startswith(passage.text, passage.start):
        return False
    body, start, end = article.body, passage.start, passage.end
    around = body[max(0, start - CONTEXT) : start], body[end : end + CONTEXT]
    return around == (passage.before, passage.after)


def alikeness(one: tuple[str, str], other: tuple[str, str]) -> int:
    """How many characters before and after two places are the same."""
    return common_start(one[0][::-1], other[0][::-1]) + common_start(one[1], other[1])


def _occurrences(text: str, body: str) -> Iterator[int]:
    start = body.find(text) if text else -1
    while start >= 0:
        yield start
        start = body.find(text, start + 1)


def _squeezed(text: str) -> str:
    return "".join(text.split())
