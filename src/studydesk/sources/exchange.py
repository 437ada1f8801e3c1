"""A recovery as plain data for other programs: what `studydesk recover --json` prints."""

from typing import Any

from studydesk.domain.article import (
    BODY_KINDS,
    Article,
    BlockKind,
    ProblemKind,
    Recovery,
    Source,
    Span,
)

FIELD_KINDS = frozenset(
    {BlockKind.TITLE, BlockKind.COLUMN, BlockKind.AUTHOR, BlockKind.AFFILIATION}
)


def recovery_json(source: Source, recovery: Recovery) -> dict[str, Any]:
    """The source's name, its articles with fields and paragraphs, furniture and problems.

    Spans are pairs of character offsets in the raw text. A paragraph with a long passage that
    the page has twice names its part of it in `duplicate_spans`.
    """
    problems = recovery.problems
    repeated = [problem.span for problem in problems if problem.kind is ProblemKind.REPEATED]
    return {
        "source": source.name,
        "articles": [article_json(article, repeated) for article in recovery.articles],
        "furniture": [
            {"text": source.raw[start:end], "spans": [[start, end]]}
            for start, end in recovery.furniture
        ],
        "problems": [
            {
                "kind": problem.kind.value,
                "severity": problem.severity.value,
                "span": list(problem.span),
                "article": problem.article_id,
                "detail": problem.detail,
            }
            for problem in problems
        ],
    }


def article_json(article: Article, repeated: list[Span]) -> dict[str, Any]:
    """One article: its fields, and every block that is not one of them as a paragraph."""
    return {
        "id": article.id,
        "title": article.title or None,
        "authors": list(article.authors),
        "affiliation": article.affiliation or None,
        "column": article.column or None,
        "paragraphs": [
            {
                "text": block.text,
                "kind": block.kind.value,
                "level": block.level,
                "spans": [list(span) for span in block.spans],
                "duplicate_spans": [
                    list(part)
                    for span in block.spans
                    for part in overlaps(span, repeated)
                    if block.kind in BODY_KINDS
                ],
            }
            for block in article.blocks
            if block.kind not in FIELD_KINDS
        ],
    }


def overlaps(span: Span, others: list[Span]) -> list[Span]:
    """The parts of a span that other spans cover."""
    cut = [Span(max(span.start, a), min(span.end, b)) for a, b in others]
    return [part for part in cut if part.start < part.end]
