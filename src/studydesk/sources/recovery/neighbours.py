"""What is doubtful about an article beside the others of its page."""

import re
from collections.abc import Iterator, Sequence

from studydesk.domain.article import (
    BODY_KINDS,
    Article,
    Block,
    BlockKind,
    Problem,
    ProblemKind,
    Severity,
    Span,
)
from studydesk.sources.recovery.signs import HAN

_HEAD = frozenset({BlockKind.TITLE, BlockKind.SUBTITLE, BlockKind.AUTHOR, BlockKind.AFFILIATION})
_SPEAKS = frozenset({BlockKind.SPEAKER, BlockKind.QUESTION})
_TITLE_LINES = 2
_LINE = re.compile(r"\S[^\r\n]*")
_EDITORS = re.compile(
    "(?:(?:(?:本版|本期|责任|值班|执行|见习|首席)(?:编辑|责编|美编|校对|主编)|责编|美编|校对)"
    f"[：:/][{HAN}、]{{2,12}})+(?:[^。！？]{{0,4}}(?:电话|邮箱|热线|传真|E-?mail)[^。！？]*)?"
)


def neighbour_problems(raw: str, articles: Sequence[Article]) -> Iterator[Problem]:
    """All of them."""
    yield from affiliation_problems(articles)
    yield from unsigned_problems(articles)
    yield from credit_problems(raw, articles)


def affiliation_problems(articles: Sequence[Article]) -> Iterator[Problem]:
    """Who the authors are, where that is printed neither behind text of their own article nor
    before or behind its head.
    """
    blocks = ((block, article) for article in articles for block in article.blocks)
    printed = sorted(
        ((span, block, article) for block, article in blocks for span in block.spans),
        key=lambda each: each[0],
    )
    for number, (span, block, article) in enumerate(printed):
        if block.kind is not BlockKind.AFFILIATION or len(articles) == 1:
            continue
        before, behind = printed[max(0, number - 1) : number], printed[number + 1 : number + 2]
        is_beside = any(owner is article for _, _, owner in before) or any(
            owner is article and beside.kind in _HEAD for _, beside, owner in behind
        )
        if not is_beside:
            yield Problem(ProblemKind.COLUMNS_MIXED, Severity.AMBER, span, article.id)


def unsigned_problems(articles: Sequence[Article]) -> Iterator[Problem]:
    """Articles with a title of several lines and nobody who wrote them, while others are signed."""
    if not any(article.authors for article in articles):
        return
    for article in articles:
        blocks = [block for block in article.blocks if block.spans]
        lines = sum(block.kind is BlockKind.TITLE for block in blocks)
        if lines >= _TITLE_LINES and not article.authors and not _speaks(blocks):
            yield Problem(
                ProblemKind.AUTHOR_UNKNOWN, Severity.AMBER, blocks[0].spans[0], article.id
            )


def _speaks(blocks: Sequence[Block]) -> bool:
    return any(block.kind in _SPEAKS for block in blocks)


def credit_problems(raw: str, articles: Sequence[Article]) -> Iterator[Problem]:
    """Whole lines of the page that name its editors, inside a text or as its author: one problem
    for those below one another, with their words.
    """
    for article in articles:
        for block in article.blocks:
            if block.kind not in BODY_KINDS | {BlockKind.AUTHOR}:
                continue
            for span in _lines_of_editors(raw, block.spans):
                words = " ".join(raw[slice(*span)].split())
                kind, severity = ProblemKind.AUTHOR_UNKNOWN, Severity.AMBER
                yield Problem(kind, severity, span, article.id, words)


def _lines_of_editors(raw: str, spans: Sequence[Span]) -> Iterator[Span]:
    for span in spans:
        named: Span | None = None
        for line in _LINE.finditer(raw, *span):
            found = _EDITORS.fullmatch("".join(line[0].split()))
            if found and named:
                named = Span(named.start, line.end())
            elif found:
                named = Span(*line.span())
            elif named:
                yield named
                named = None
        if named:
            yield named
