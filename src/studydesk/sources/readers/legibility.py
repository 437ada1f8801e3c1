"""Characters that a file shows but does not name: replacement and private-use characters."""

import re
from collections.abc import Iterator, Sequence

from studydesk.domain.article import Article, Problem, ProblemKind, Severity, Span

ILLEGIBLE = re.compile("[\ufffd\ue000-\uf8ff]+")


def illegible_problems(raw: str, articles: Sequence[Article]) -> Iterator[Problem]:
    """A problem at each stretch of the articles that cannot be read, with how many characters."""
    if not ILLEGIBLE.search(raw):
        return
    for article in articles:
        for span in (span for block in article.blocks for span in block.spans):
            for found in ILLEGIBLE.finditer(raw, *span):
                yield Problem(
                    ProblemKind.ILLEGIBLE,
                    Severity.RED,
                    Span(*found.span()),
                    article.id,
                    str(len(found[0])),
                )
