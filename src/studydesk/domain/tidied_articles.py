"""Finding one's way on a page, and rearranging its articles.

What does not fit the page raises EditRefused.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain, count, groupby
from typing import NamedTuple

from studydesk.domain.article import (
    BODY_KINDS,
    Article,
    Block,
    BlockKind,
    Problem,
    ProblemKind,
    Recovery,
    Source,
    Span,
)
from studydesk.errors import EditRefused

HEAD_KINDS = frozenset(BlockKind) - BODY_KINDS
"""What stands around an article's body; only these may be supplied by the user."""


class Place(NamedTuple):
    """A block, where it stands in its article, and where that stands on the page; from 0."""

    article_number: int
    article: Article
    number: int
    block: Block


def place_of(recovery: Recovery, at: int) -> Place | None:
    """The block that holds the character at an offset of the raw text, if a block does."""
    for article_number, article in enumerate(recovery.articles):
        for number, block in enumerate(article.blocks):
            for start, end in block.spans:
                if start <= at < end:
                    return Place(article_number, article, number, block)
    return None


def find(recovery: Recovery, at: int) -> Place:
    """The same, where it is needed. Raises EditRefused("no-such-block")."""
    place = place_of(recovery, at)
    if place is None:
        raise EditRefused("no-such-block")
    return place


def put(recovery: Recovery, place: Place, *blocks: Block, aside: Iterable[Span] = ()) -> Recovery:
    """The page with blocks in the place of one, and what is set aside of it among furniture."""
    old = place.article.blocks
    article = replace(
        place.article, blocks=(*old[: place.number], *blocks, *old[place.number + 1 :])
    )
    articles = list(recovery.articles)
    articles[place.article_number] = article
    furniture = tuple(sorted([*recovery.furniture, *aside]))
    return replace(recovery, articles=tuple(articles), furniture=furniture)


def new_id(source: Source, recovery: Recovery, at: int) -> str:
    """An id for an article that begins at an offset. It is made from the place, so that other
    operations, done or undone, do not give it to another article.
    """
    taken = {article.id for article in recovery.articles}
    first = f"{source.id}-at{at}"
    names = chain([first], (f"{first}-{number}" for number in count(2)))
    return next(name for name in names if name not in taken)


def move(
    source: Source, recovery: Recovery, blocks: Sequence[int], to: int | None, *, after: bool
) -> Recovery:
    """The page with blocks at another place, or as an article of their own."""
    chosen = _holding(recovery, blocks)
    moving = [recovery.articles[article].blocks[number] for article, number in chosen]
    anchor = None if to is None else find(recovery, to).block
    if anchor in moving:
        raise EditRefused("block-before-itself")
    articles = list(recovery.articles)
    for home, places in groupby(chosen, key=lambda place: place[0]):
        gone = {number for _, number in places}
        left = (b for number, b in enumerate(articles[home].blocks) if number not in gone)
        articles[home] = replace(articles[home], blocks=tuple(left))
    mended = replace(
        recovery,
        articles=tuple(articles),
        problems=tuple(p for p in recovery.problems if not _placed_by_hand(p, moving)),
    )
    if anchor is not None:
        place = find(mended, anchor.spans[0].start)
        return put(mended, place, *([anchor, *moving] if after else [*moving, anchor]))
    number = new_id(source, recovery, moving[0].spans[0].start)
    articles.insert(chosen[0][0] + 1, Article(number, source.id, tuple(moving)))
    return replace(mended, articles=tuple(articles))


def _holding(recovery: Recovery, ats: Iterable[int]) -> list[tuple[int, int]]:
    """Which blocks hold these offsets: the number of the article, and that of the block in it, in
    the order of the page. Raises EditRefused("no-such-block").
    """
    wanted, held = sorted(set(ats)), 0
    if not wanted:
        raise EditRefused("no-such-block")
    low, high = wanted[0], wanted[-1]
    found: dict[tuple[int, int], None] = {}
    for article_number, article in enumerate(recovery.articles):
        for number, block in enumerate(article.blocks):
            for start, end in block.spans:
                if start <= high and low < end:
                    here = bisect_left(wanted, end) - bisect_left(wanted, start)
                    held += here
                    if here:
                        found[article_number, number] = None
    if held < len(wanted):
        raise EditRefused("no-such-block")
    return list(found)


def _placed_by_hand(problem: Problem, moved: Iterable[Block]) -> bool:
    """Whether a problem doubts the place of a block that the user has now put somewhere. What may
    be wrong inside of it, where it is joined from several places, may be so still.
    """
    begins = (block.spans[0] for block in moved if block.spans)
    return problem.kind is ProblemKind.COLUMNS_MIXED and any(
        start <= problem.span.start < end for start, end in begins
    )


def split_article(source: Source, recovery: Recovery, at: int) -> Recovery:
    """The page with a new article from the block at `at` on."""
    place = find(recovery, at)
    before, behind = place.article.blocks[: place.number], place.article.blocks[place.number :]
    if not any(block.spans for block in before):
        raise EditRefused("nothing-to-split")
    articles = list(recovery.articles)
    articles[place.article_number : place.article_number + 1] = [
        replace(place.article, blocks=before),
        Article(new_id(source, recovery, place.block.spans[0].start), source.id, behind),
    ]
    return replace(recovery, articles=tuple(articles))


def join_articles(recovery: Recovery, at: int, to: int) -> Recovery:
    """The page with one article at the end of another, as part of it."""
    joined, onto = find(recovery, at).article, find(recovery, to).article
    if joined is onto:
        raise EditRefused("nothing-changed")
    whole = replace(onto, blocks=(*onto.blocks, *joined.blocks))
    articles = (whole if a is onto else a for a in recovery.articles if a is not joined)
    return replace(recovery, articles=tuple(articles))


def move_article(recovery: Recovery, at: int, to: int, *, after: bool) -> Recovery:
    """The page with one article right before another, or after it."""
    moved, beside = find(recovery, at).article, find(recovery, to).article
    left = [article for article in recovery.articles if article is not moved]
    if moved is not beside:
        left.insert(left.index(beside) + after, moved)
    if moved is beside or tuple(left) == recovery.articles:
        raise EditRefused("nothing-changed")
    return replace(recovery, articles=tuple(left))


def supply(recovery: Recovery, at: int, kind: BlockKind, text: str) -> Recovery:
    """The page with the words of the user in the head of the article at `at`."""
    if kind not in HEAD_KINDS:
        raise EditRefused("body-not-supplied")
    place = find(recovery, at)
    article = place.article
    if text and any(block.kind is kind and block.spans for block in article.blocks):
        raise EditRefused("field-on-page")
    blocks = [b for b in article.blocks if not (b.kind is kind and b.supplied)]
    if text:
        order = list(BlockKind)
        later = (n for n, b in enumerate(blocks) if order.index(b.kind) > order.index(kind))
        blocks.insert(next(later, len(blocks)), Block(kind, text, ()))
    if tuple(blocks) == article.blocks:
        raise EditRefused("nothing-changed")
    articles = list(recovery.articles)
    articles[place.article_number] = replace(article, blocks=tuple(blocks))
    return replace(recovery, articles=tuple(articles))
