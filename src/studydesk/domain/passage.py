"""A passage: read-only text out of one article, and the marked operations done to it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple, Self

from studydesk.domain.article import Article, BlockKind, Source, SourceKind
from studydesk.errors import EditRefused

CONTEXT = 24
"""Characters kept before and after a passage, to find it again when the article changes."""


_NEEDED = {
    SourceKind.NEWSPAPER: ("newspaper", "published", "page"),
    SourceKind.JOURNAL: ("newspaper", "published", "page"),
    SourceKind.ONLINE: ("published", "page"),
    SourceKind.BOOK: ("newspaper", "published"),
    SourceKind.DOCUMENT: ("published",),
}
"""What a reader needs besides title or author to find a source of each kind."""

_PAGED = {SourceKind.NEWSPAPER, SourceKind.JOURNAL}
_PAPER = re.compile(r"(?<!海)[报网]$")
"""工人日报 is a newspaper and 中工网 a site; 海报 may stand over a page."""
_LONG_NUMBER = re.compile(r"\d{4}")
"""No newspaper has so many pages: a date stands there."""


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a passage was published (出处); unknown parts are empty. By its kind `newspaper` is the
    newspaper, the journal, the site, the publisher with its place, or the number of a document,
    and `page` the page, the issue with its pages, or the address; `seen` is the day on which an
    address was looked up.
    """

    title: str = ""
    authors: tuple[str, ...] = ()
    newspaper: str = ""
    published: date | None = None
    page: str = ""
    kind: SourceKind = SourceKind.NEWSPAPER
    seen: date | None = None

    @classmethod
    def of(cls, article: Article, source: Source) -> Self:
        """The citation of an article, as far as its source record goes."""
        published = (source.newspaper, source.published, source.page, source.kind, source.seen)
        return cls(article.title, article.authors, *published)

    @property
    def complete(self) -> bool:
        """Whether the title is known, and whatever else its kind needs."""
        return not self.lacking

    @property
    def lacking(self) -> tuple[str, ...]:
        """The title, where it is not known, and what else is missing."""
        return (*(() if self.title.strip() else ("title",)), *self.missing)

    @property
    def missing(self) -> tuple[str, ...]:
        """The fields besides title and author that its kind needs and that are empty."""
        return tuple(part for part in _NEEDED[self.kind] if not getattr(self, part))

    @property
    def has_odd_page(self) -> bool:
        """Whether what stands for the page of a newspaper, or the issue of a journal, is its name
        or the date of the newspaper, as happens when one fills in a field too far. Pages are
        called much else: 要闻, 副刊, A3, 冬季号.
        """
        if not self.page or self.kind not in _PAGED:
            return False
        is_date = self.kind is SourceKind.NEWSPAPER and _LONG_NUMBER.search(self.page)
        return bool(is_date or _PAPER.search(self.page)) or self.page == self.newspaper


class Subheading(NamedTuple):
    """Characters of a passage that are a subheading of its article, 0 ≤ start < end; the level is
    1 to 3.
    """

    start: int
    end: int
    level: int = 1


@dataclass(frozen=True, slots=True)
class Omission:
    """Leave out the characters start to end; …… is printed in their place."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Insertion:
    """Put an editor's words, printed in 〔〕, before the character at `at`."""

    at: int
    text: str


class EmphasisMark(StrEnum):
    """How emphasis is printed."""

    DOTS = "dots"
    BOLD = "bold"


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Emphasise the characters start to end with dots under them (着重号) or bold type."""

    start: int
    end: int
    mark: EmphasisMark = EmphasisMark.DOTS


@dataclass(frozen=True, slots=True)
class Blank:
    """Blank out the characters start to end for an exercise."""

    start: int
    end: int


Operation = Omission | Insertion | Emphasis | Blank


@dataclass(frozen=True, slots=True)
class PassageRun:
    """A stretch of a passage as printed; `original` is the source text that it stands for. None is
    partly in a subheading of the article, but for what operations print in place of more.
    """

    printed: str
    original: str
    mark: EmphasisMark | None = None
    is_subheading: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of one article: where it is in `Article.body`, its own copy, its citation, and
    which of its characters are subheadings there.
    """

    article_id: str
    start: int
    end: int
    text: str
    before: str = ""
    after: str = ""
    citation: Citation = Citation()
    operations: tuple[Operation, ...] = ()
    subheadings: tuple[Subheading, ...] = ()

    @classmethod
    def pick(cls, article: Article, source: Source, start: int, end: int) -> Self:
        """The characters start to end of the article's body, outer white space left out.

        Raises EditRefused("empty-passage") where nothing would remain.
        """
        body = article.body
        start, end = max(0, start), min(end, len(body))
        while start < end and body[start].isspace():
            start += 1
        while start < end and body[end - 1].isspace():
            end -= 1
        if start >= end:
            raise EditRefused("empty-passage")
        return cls(
            article.id,
            start,
            end,
            body[start:end],
            body[max(0, start - CONTEXT) : start],
            body[end : end + CONTEXT],
            Citation.of(article, source),
            subheadings=subheadings(article, start, end),
        )

    def with_operation(self, operation: Operation) -> Self:
        """The passage with one more operation.

        Raises EditRefused where it falls outside the text or cuts into another operation.
        """
        first, last = reach(operation)
        if not 0 <= first <= last <= len(self.text):
            raise EditRefused("operation-outside-passage")
        if isinstance(operation, Insertion):
            if not operation.text.strip():
                raise EditRefused("empty-insertion")
        elif first == last:
            raise EditRefused("empty-operation")
        if any(_clash(operation, other) for other in self.operations):
            raise EditRefused("operations-overlap")
        operations = sorted((*self.operations, operation), key=reach)
        return replace(self, operations=tuple(operations))

    def without_operation(self, operation: Operation) -> Self:
        """The passage with one operation taken back."""
        return replace(self, operations=tuple(o for o in self.operations if o != operation))

    def runs(self) -> tuple[PassageRun, ...]:
        """The passage as printed. The originals of all runs, joined, are exactly its text."""
        runs: list[PassageRun] = []
        place = 0
        for operation in sorted(self.operations, key=reach):
            first, last = reach(operation)
            if place < first:
                runs.append(_verbatim(self.text[place:first]))
            runs.append(_run(operation, self.text[first:last]))
            place = last
        if place < len(self.text):
            runs.append(_verbatim(self.text[place:]))
        return tuple(self._with_subheadings(runs) if self.subheadings else runs)

    def _with_subheadings(self, runs: Iterable[PassageRun]) -> Iterator[PassageRun]:
        """The runs, those of the source's own words cut where a subheading begins or ends."""
        limits = {limit for start, end, _ in self.subheadings for limit in (start, end)}
        place = 0
        for run in runs:
            last = place + len(run.original)
            inner = sorted(limit for limit in limits if place < limit < last)
            is_own = run.printed == run.original
            for first, end in pairwise([place, *(inner if is_own else ()), last]):
                within = any(start <= first and end <= stop for start, stop, _ in self.subheadings)
                words = self.text[first:end] if is_own else run.printed
                yield replace(
                    run, printed=words, original=self.text[first:end], is_subheading=within
                )
            place = last

    @property
    def blanked(self) -> tuple[str, ...]:
        """The words that are blanked out, in their order."""
        blanks = (o for o in sorted(self.operations, key=reach) if isinstance(o, Blank))
        return tuple(self.text[blank.start : blank.end] for blank in blanks)

    @property
    def printed(self) -> str:
        """The passage as it stands on paper, as one text."""
        return _printed(self)


@lru_cache(maxsize=1024)
def _printed(passage: Passage) -> str:
    """Kept: most passages of a packet are what they were before an edit."""
    return "".join(run.printed for run in passage.runs())


def subheadings(article: Article, start: int, end: int) -> tuple[Subheading, ...]:
    """The subheadings among the characters start to end of an article's body, counted from start;
    one that is cut stays a subheading.
    """
    found: list[Subheading] = []
    place = 0
    for block in article.body_blocks:
        stop = place + len(block.text)
        first, last = max(place, start), min(stop, end)
        if block.kind is BlockKind.HEADING and first < last:
            found.append(Subheading(first - start, last - start, block.level))
        place = stop + 1
    return tuple(found)


def _verbatim(text: str) -> PassageRun:
    return PassageRun(text, text)


def _run(operation: Operation, original: str) -> PassageRun:
    match operation:
        case Omission():
            return PassageRun("……", original)
        case Insertion(_, text):
            return PassageRun(f"〔{text}〕", "")
        case Emphasis(_, _, mark):
            return PassageRun(original, original, mark)
        case Blank():
            return PassageRun("＿" * max(3, len(original)), original)


def reach(operation: Operation) -> tuple[int, int]:
    """Where an operation begins and ends in its passage; an insertion does both at one place."""
    if isinstance(operation, Insertion):
        return operation.at, operation.at
    return operation.start, operation.end


def moved(operation: Operation, by: int) -> Operation:
    """The same operation so many characters further on in a passage."""
    if isinstance(operation, Insertion):
        return replace(operation, at=operation.at + by)
    return replace(operation, start=operation.start + by, end=operation.end + by)


def _clash(one: Operation, other: Operation) -> bool:
    """Ranges may touch but not share a character; an insertion may not stand inside a range or
    twice at one place.
    """
    (a, b), (c, d) = reach(one), reach(other)
    if a == b and c == d:
        return a == c
    if a == b or c == d:
        point, (low, high) = (a, (c, d)) if a == b else (c, (a, b))
        return low < point < high
    return a < d and c < b
