"""Tidying a page by hand: operations on what recovery made of it.

Each is a pure function, recovery → recovery; a page is its fresh recovery with a list of them
done in order, so that to undo is to leave one out. They name a block (or a piece of furniture)
by `at`, the offset of any of its characters in the raw text, and so hold on to the text when
recovery gets better. No character is lost: each stays in one block or one piece of furniture.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from studydesk.domain import tidied_articles as articles
from studydesk.domain import tidied_blocks as blocks
from studydesk.domain.article import BlockKind, Problem, ProblemKind, Recovery, Source, Span
from studydesk.domain.tidied_articles import find, put
from studydesk.errors import EditRefused


@dataclass(frozen=True, slots=True)
class SplitBlock:
    """The block (or piece of furniture) at `at` becomes two; the second begins at `at`. Whether
    text goes on there is no question any more.
    """

    at: int


@dataclass(frozen=True, slots=True)
class JoinBlocks:
    """The block at `at` becomes the end of the block before it in its article."""

    at: int


@dataclass(frozen=True, slots=True)
class MoveBlocks:
    """These blocks, in the order they have, go before the block at `to` (or after it), into its
    article. Where `to` is None they become an article of their own, behind that of the first.
    """

    blocks: tuple[int, ...]
    to: int | None
    after: bool = False


@dataclass(frozen=True, slots=True)
class SplitArticle:
    """A new article begins with the block at `at`, and has all that follows in the old one."""

    at: int


@dataclass(frozen=True, slots=True)
class JoinArticles:
    """The article that has the block at `at` becomes the end of the one with the block `to`."""

    at: int
    to: int


@dataclass(frozen=True, slots=True)
class MoveArticle:
    """The article that has the block at `at` goes before the one with the block at `to` (or after
    it).
    """

    at: int
    to: int
    after: bool = False


@dataclass(frozen=True, slots=True)
class ChangeKind:
    """The block at `at` is of this kind; `level` counts for headings. A piece of furniture
    becomes a block, behind the one that it follows on the page.
    """

    at: int
    kind: BlockKind
    level: int = 0


@dataclass(frozen=True, slots=True)
class SetAside:
    """The block at `at` belongs to no article: it becomes furniture."""

    at: int


@dataclass(frozen=True, slots=True)
class DropRepeat:
    """What stands from `start` to `end` the page has elsewhere too: these characters go to
    furniture, out of whatever blocks they are in, and are remembered as a repeat.
    """

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Correct:
    """What is printed from `start` to `end`, inside one block, should read `text`. The text as
    printed takes an earlier correction back.
    """

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Supply:
    """The page lacks this title, author or other part of the head of the article at `at`; the
    user's words stand in for it. Empty words take earlier ones back.
    """

    at: int
    kind: BlockKind
    text: str


@dataclass(frozen=True, slots=True)
class Settle:
    """The user has looked at the problem of this kind at `at`: it is none, or not to be mended."""

    at: int
    kind: ProblemKind


Tidying = (
    SplitBlock
    | JoinBlocks
    | MoveBlocks
    | SplitArticle
    | JoinArticles
    | MoveArticle
    | ChangeKind
    | SetAside
    | DropRepeat
    | Correct
    | Supply
    | Settle
)

TIDYING_KINDS: dict[str, type[Tidying]] = {
    "split-block": SplitBlock,
    "join-blocks": JoinBlocks,
    "move-blocks": MoveBlocks,
    "split-article": SplitArticle,
    "join-articles": JoinArticles,
    "move-article": MoveArticle,
    "change-kind": ChangeKind,
    "set-aside": SetAside,
    "drop-repeat": DropRepeat,
    "correct": Correct,
    "supply": Supply,
    "settle": Settle,
}
"""Every operation under the name it is stored by; a new one is listed here."""


class Skipped(NamedTuple):
    """An operation that does not fit the page as it is by then, and why (an English key)."""

    operation: Tidying
    reason: str


class Replayed(NamedTuple):
    """A page after a list of operations, and those that were skipped."""

    recovery: Recovery
    skipped: tuple[Skipped, ...]


def replay(source: Source, recovery: Recovery, operations: Iterable[Tidying]) -> Replayed:
    """The page after these operations, one after another; those that do not fit are skipped."""
    skipped = []
    for operation in operations:
        try:
            recovery = apply(source, recovery, operation)
        except EditRefused as refusal:
            skipped.append(Skipped(operation, refusal.reason))
    return Replayed(recovery, tuple(skipped))


def pages_before(
    source: Source, recovery: Recovery, operations: Iterable[Tidying]
) -> tuple[Recovery, ...]:
    """The page as it was before each of these operations, the last one first."""
    pages = [recovery]
    for operation in operations:
        pages.append(replay(source, pages[-1], [operation]).recovery)
    return tuple(reversed(pages[:-1]))


def apply(source: Source, recovery: Recovery, operation: Tidying) -> Recovery:
    """The page after one operation. Raises EditRefused where it does not fit."""
    match operation:
        case MoveBlocks(chosen, to, after):
            changed = articles.move(source, recovery, chosen, to, after=after)
        case SplitArticle(at):
            changed = articles.split_article(source, recovery, at)
        case JoinArticles(at, to):
            changed = articles.join_articles(recovery, at, to)
        case MoveArticle(at, to, after):
            changed = articles.move_article(recovery, at, to, after=after)
        case Supply(at, kind, text):
            changed = articles.supply(recovery, at, kind, " ".join(text.split()))
        case Settle():
            still_open = (p for p in recovery.problems if not settles(operation, p))
            changed = replace(recovery, problems=tuple(still_open))
        case _:
            changed = _apply_to_blocks(source, recovery, operation)
    return _followed(changed)


def _apply_to_blocks(
    source: Source,
    recovery: Recovery,
    operation: SplitBlock | JoinBlocks | ChangeKind | SetAside | DropRepeat | Correct,
) -> Recovery:
    match operation:
        case SplitBlock(at):
            parted = blocks.split(source.raw, recovery, at)
            kind = ProblemKind.COLUMNS_MIXED
            doubtful = (p for p in parted.problems if (p.kind, p.span.start) != (kind, at))
            return replace(parted, problems=tuple(doubtful))
        case JoinBlocks(at):
            return blocks.join(source.raw, recovery, at)
        case ChangeKind(at, kind, level):
            return blocks.change_kind(source, recovery, at, kind, level)
        case SetAside(at):
            place = find(recovery, at)
            return put(recovery, place, aside=place.block.spans)
        case DropRepeat(start, end):
            return blocks.drop(source.raw, recovery, start, end)
        case Correct(start, end, text):
            return blocks.correct(source.raw, recovery, start, end, text)


def _followed(recovery: Recovery) -> Recovery:
    """The page without articles that have nothing printed left, its problems where their text
    is now: with another article, on what is left of it, or gone with it into furniture.
    """
    printed = tuple(a for a in recovery.articles if any(block.spans for block in a.blocks))
    if not recovery.problems:
        return replace(recovery, articles=printed)
    held = sorted((span, a.id) for a in printed for block in a.blocks for span in block.spans)
    ends = [span.end for span, _ in held]
    problems = []
    for problem in recovery.problems:
        start, end = problem.span
        first = bisect_right(ends, start)  # that holds a character of it, if any does
        if first < len(held) and held[first][0].start < end:
            (begin, _), article_id = held[first]
            span = Span(max(start, begin), end)
            is_same = (span, article_id) == (problem.span, problem.article_id)
            problems.append(
                problem if is_same else replace(problem, span=span, article_id=article_id)
            )
    return replace(recovery, articles=printed, problems=tuple(problems))


def settles(operation: Settle, problem: Problem) -> bool:
    """Whether it is this problem that the user has settled."""
    start, end = problem.span
    return problem.kind is operation.kind and start <= operation.at < end
