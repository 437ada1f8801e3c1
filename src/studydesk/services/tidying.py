"""The tidy desk: a page with what a user did to it, kept so that every step can be undone.

The page is always its fresh recovery with the operations done in order; to undo one is to tidy
with a list that leaves it out. Passages that were picked from it follow, see `reattaching`.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial

from studydesk.domain.article import (
    Article,
    BlockKind,
    Problem,
    ProblemKind,
    Recovery,
    Severity,
    Source,
)
from studydesk.domain.joints import breaks_in
from studydesk.domain.packet import Packet
from studydesk.domain.tidying import Settle, Skipped, Tidying, pages_before, replay, settles
from studydesk.errors import EditRefused
from studydesk.library import Library
from studydesk.library.trash import staying
from studydesk.services.reattaching import Change, Reattachment, Recited, Strayed

_ONLY_FROM_RECOVERY = frozenset({ProblemKind.COLUMNS_MIXED, ProblemKind.TITLE_UNCERTAIN})
"""Problems that recovery finds on its way; all others can be found again on a tidied page."""

_PRINTED = re.compile(r"\S")


@dataclass(frozen=True, slots=True)
class TidiedPage:
    """A page as it is after what was done to it by hand; `skipped` are operations that recovery,
    grown better, leaves without a place, and `trashed` the ids of its articles in the trash.
    """

    source: Source
    recovery: Recovery
    operations: tuple[Tidying, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    trashed: frozenset[str] = frozenset()

    @property
    def has_settled(self) -> bool:
        """Whether the user has settled doubts of it."""
        return any(isinstance(each, Settle) for each in self.operations)


@dataclass(frozen=True, slots=True)
class Tidied:
    """What tidying did: the page, the packets whose passages have a new place now, and the
    passages to ask about, because their text is another now. `place` does the same to any other
    state of a packet, such as one edited meanwhile. `back` are articles that left the trash, as
    they were: they share their text with others now, most of it with `into` where that is the same
    for all; of those `aside` no article has any text. `recited` tells of the passages that are
    cited otherwise.
    """

    page: TidiedPage
    packets: tuple[Packet, ...] = ()
    changed: tuple[Change, ...] = ()
    place: Callable[[Packet], Packet] = lambda packet: packet
    back: tuple[Article, ...] = ()
    aside: tuple[Article, ...] = ()
    into: Article | None = None
    recited: tuple[Recited, ...] = ()


def tidied_page(library: Library, source_id: str) -> TidiedPage:
    """A source as it is now, with its furniture and what was done to it. Raises NotFound."""
    return _page(library, library.source(source_id), library.operations(source_id))


def tidy(
    library: Library,
    source_id: str,
    operations: Sequence[Tidying],
    trashed: Collection[str] | None = None,
    strayed: Strayed | None = None,
) -> Tidied:
    """Keep a page with these operations in place of those it had, all of it at once.

    Passages whose text still stands on the page follow it silently; others are left as they are
    and reported. `trashed` are the ids of the articles that are in the trash then; without it,
    what has text of the library is not. `strayed` is what `Reattachment` says. Raises NotFound, and
    EditRefused where an operation that is new does not fit: nothing is changed then.
    """
    source = library.source(source_id)
    page = _page(library, source, tuple(operations))
    known = library.operations(source_id)
    for operation, reason in page.skipped:
        if operation not in known:
            raise EditRefused(reason)
    before, recovery = library.articles_in_trash(source_id), page.recovery
    articles = [*library.articles_of(source_id), *before]
    earlier = partial(_earlier, source, known, articles)
    reattachment = Reattachment(
        source, articles, recovery.articles, recovery.repeats, earlier, strayed
    )
    follow, place = reattachment.follow, reattachment.place
    packets = library.tidy(source_id, page.operations, page.recovery, follow, place, trashed)
    changes = tuple(reattachment.changes)
    back, aside = _out_of_trash(library, source_id, before)
    into = _holder(library.articles_of(source_id), back)
    page = replace(page, trashed=library.ids_in_trash(source_id))
    recited = tuple(reattachment.recited)
    return Tidied(page, tuple(packets), changes, place, back, aside, into, recited)


def changed_passages(library: Library, source_id: str) -> tuple[Change, ...]:
    """The passages in packets whose text a page does not have as it is kept now; nothing is
    changed. Raises NotFound.
    """
    source, articles = library.source(source_id), library.articles_of(source_id)
    kept = [*articles, *library.articles_in_trash(source_id)]
    earlier = partial(_earlier, source, library.operations(source_id), kept)
    reattachment = Reattachment(source, articles, articles, earlier=earlier)
    for summary in library.packets():
        reattachment.follow(library.packet(summary.id))
    return tuple(reattachment.changes)


def _earlier(
    source: Source, operations: Sequence[Tidying], kept: Sequence[Article]
) -> Sequence[Recovery]:
    """The page before each step, its articles under the ids that they are kept by."""
    fresh = recovered(source)
    ids = _ids_in_use(replay(source, fresh, operations).recovery.articles, kept)
    return [_renamed(page, ids) for page in pages_before(source, fresh, operations)]


def trashed_after(page: TidiedPage, recovery: Recovery) -> frozenset[str]:
    """Which articles of a page are in the trash once it is made this of it by a step."""
    if not page.trashed:
        return page.trashed
    known = {article.id: article for article in page.recovery.articles}
    same = {article.id for article in recovery.articles if known.get(article.id) == article}
    gone = [known[key] for key in page.trashed & (known.keys() - same)]
    here = [known[key] for key in known.keys() - same - page.trashed]
    now = [article for article in recovery.articles if article.id not in same]
    return (page.trashed & same) | staying(gone, here, now)


def _out_of_trash(
    library: Library, source_id: str, before: Iterable[Article]
) -> tuple[tuple[Article, ...], tuple[Article, ...]]:
    """Of those that were in the trash and are not: those that have text of the library now, and
    those of which no article has any.
    """
    left = library.ids_in_trash(source_id)
    gone = [(article, _characters(article)) for article in before if article.id not in left]
    if not gone:
        return (), ()
    here = set[int]().union(*map(_characters, library.articles_of(source_id)))
    there = here.union(*map(_characters, library.articles_in_trash(source_id)))
    back = tuple(article for article, text in gone if not text.isdisjoint(here))
    return back, tuple(article for article, text in gone if text.isdisjoint(there))


def _holder(articles: Sequence[Article], gone: Iterable[Article]) -> Article | None:
    """The article that has most of the text of each of those that are gone, if it is the same."""

    def holder(text: set[int]) -> Article:
        return max(articles, key=lambda article: len(text & _characters(article)))

    holders = {each.id: each for each in (holder(_characters(one)) for one in gone)}
    return next(iter(holders.values())) if len(holders) == 1 else None


def fitting(source: Source, operations: Iterable[Tidying]) -> tuple[Tidying, ...]:
    """Those of the operations that fit the page as it is recovered today, done in order."""
    operations = tuple(operations)
    skipped = [operation for operation, _ in replay(source, recovered(source), operations).skipped]
    return tuple(operation for operation in operations if operation not in skipped)


def _page(library: Library, source: Source, operations: tuple[Tidying, ...]) -> TidiedPage:
    kept, trashed = library.operations(source.id), library.articles_in_trash(source.id)
    articles = [*library.articles_of(source.id), *trashed]
    fresh = recovered(source)  # takes long: the library may be closed when it is done
    recovery, skipped = replay(source, fresh, operations)
    doubtful = fresh.problems
    if operations:
        doubtful = tuple(_problems(source, recovery, operations, fresh))
    recovery = replace(recovery, problems=doubtful)
    now = replay(source, fresh, kept).recovery
    ids = _ids_in_use(now.articles, articles)
    in_trash = frozenset(article.id for article in trashed)
    return TidiedPage(source, _renamed(recovery, ids), operations, skipped, in_trash)


@dataclass(frozen=True, slots=True)
class _Asking:
    """Asks whether to go on; who asks makes no difference to what is recovered."""

    ask: Callable[[], object] = field(compare=False)


def recovered(source: Source, ask: Callable[[], object] = lambda: None) -> Recovery:
    """What is recovered from a page today; that of the last few pages is kept at hand. `ask` is
    called often, and may raise Cancelled.
    """
    return _recovered(source, _Asking(ask))


@lru_cache(8)
def _recovered(source: Source, asking: _Asking) -> Recovery:
    from studydesk.sources.recovery.recover import recover  # the window opens without it

    return recover(source, asking.ask)


# --- problems ------------------------------------------------------------------------------


def _problems(
    source: Source, recovery: Recovery, operations: Iterable[Tidying], fresh: Recovery
) -> list[Problem]:
    """What is doubtful about a page as it is now, without what the user has settled."""
    settled = [operation for operation in operations if isinstance(operation, Settle)]
    looked_at = {each.at for each in settled if each.kind is ProblemKind.COLUMNS_MIXED}
    doubts = (
        *_doubts(source.raw, recovery),
        *_cut_at(recovery, _guessed_joints(fresh) - looked_at),
        *_seams(source, recovery, fresh),
    )
    found = {(problem.kind, problem.span): problem for problem in doubts}
    still_open = (p for p in found.values() if not any(settles(s, p) for s in settled))
    return sorted(still_open, key=lambda problem: problem.span)


def _doubts(raw: str, recovery: Recovery) -> Iterator[Problem]:
    from studydesk.sources.readers.legibility import illegible_problems
    from studydesk.sources.recovery.neighbours import credit_problems, unsigned_problems
    from studydesk.sources.recovery.problems import problems_of, repeat_problems

    yield from (p for p in recovery.problems if p.kind in _ONLY_FROM_RECOVERY)
    for article in recovery.articles:
        yield from problems_of(article, (), ())
    yield from unsigned_problems(recovery.articles)
    yield from credit_problems(raw, recovery.articles)
    yield from repeat_problems(raw, recovery.articles)
    yield from illegible_problems(raw, recovery.articles)


def _guessed_joints(fresh: Recovery) -> frozenset[int]:
    """Where recovery, not quite sure, let text go on in the middle of a paragraph."""
    kind = ProblemKind.COLUMNS_MIXED
    begins = {
        block.spans[0].start
        for article in fresh.articles
        for block in article.blocks
        if block.spans
    }
    return frozenset(p.span.start for p in fresh.problems if p.kind is kind) - begins


def _cut_at(recovery: Recovery, joints: Collection[int]) -> Iterator[Problem]:
    """Paragraphs that begin where text was to go on: in the middle of a sentence, maybe a word."""
    for article in recovery.articles:
        for block in article.body_blocks:
            if block.kind is BlockKind.PARAGRAPH and block.spans[0].start in joints:
                kind, severity = ProblemKind.CHARACTER_MISSING, Severity.AMBER
                yield Problem(kind, severity, block.spans[0], article.id)


def _seams(source: Source, recovery: Recovery, fresh: Recovery) -> Iterator[Problem]:
    """Where a sentence goes on in what the page had twice, or behind it, now that one copy was
    dropped: it may have been the one that was in its place.
    """
    if not recovery.repeats:
        return
    doubled = {p.span.start for p in fresh.problems if p.kind is ProblemKind.REPEATED}
    seams = doubled | {_printed_from(source.raw, span.end) for span in recovery.repeats}
    for article in recovery.articles:
        for block in article.body_blocks:
            for span in block.spans[1:]:
                if span.start in seams and breaks_in(source, recovery, span.start):
                    yield Problem(ProblemKind.COLUMNS_MIXED, Severity.AMBER, span, article.id)


def _printed_from(raw: str, at: int) -> int:
    """Where the first character that is no space stands from an offset on."""
    found = _PRINTED.search(raw, at)
    return found.start() if found else len(raw)


# --- ids -----------------------------------------------------------------------------------


def _ids_in_use(now: Sequence[Article], kept: Sequence[Article]) -> dict[str, str]:
    """The id in the library of each article as it is recovered now.

    They differ only where another version of recovery, or a packet file, brought the articles:
    then an article is the one that it has most characters in common with.
    """
    if tuple(now) == tuple(kept):
        return {}
    common = sorted(
        ((len(_characters(a) & _characters(b)), a.id, b.id) for a in now for b in kept),
        key=lambda match: -match[0],
    )
    ids: dict[str, str] = {}
    for characters, new, old in common:
        if characters and new not in ids and old not in ids.values():
            ids[new] = old
    return ids


def _characters(article: Article) -> set[int]:
    return {at for block in article.blocks for span in block.spans for at in range(*span)}


def _renamed(recovery: Recovery, ids: Mapping[str, str]) -> Recovery:
    """The page with these ids; an article without one keeps its own, or gets one like it."""
    if not ids:
        return recovery
    names = {"": ""}
    for article in recovery.articles:
        name = ids.get(article.id, article.id)
        while name in names.values() or (name in ids.values() and article.id not in ids):
            name += "-2"
        names[article.id] = name
    return replace(
        recovery,
        articles=tuple(replace(article, id=names[article.id]) for article in recovery.articles),
        problems=tuple(replace(p, article_id=names[p.article_id]) for p in recovery.problems),
    )
