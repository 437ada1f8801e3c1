"""Characters that a file shows but does not name: replacement and private-use characters, and
texts that are made of nothing better.
"""

import re
from collections.abc import Iterator, Sequence

from studydesk.domain.article import Article, Problem, ProblemKind, Severity, Span
from studydesk.errors import SourceEmpty, SourceGarbled
from studydesk.sources.readers.text import HAN, mostly_everyday_characters

ILLEGIBLE = re.compile("[\ufffd\ue000-\uf8ff]+")
MOST_ILLEGIBLE = 0.2
ACCENTED = re.compile("[\u0080-\u00ff]")  # Chinese bytes taken for Latin letters look like this
MOST_ACCENTED = 0.3


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


def refuse_bad_layer(text: str, name: str) -> None:
    """Raises SourceEmpty where there is no text, SourceGarbled where what there is does not name
    the characters that are seen: too many are unknown, or rare, or accented letters.
    """
    characters = len("".join(text.split()))
    if not characters:
        raise SourceEmpty(name)
    illegible = sum(len(stretch) for stretch in ILLEGIBLE.findall(text))
    accented = len(ACCENTED.findall(text))
    if illegible > MOST_ILLEGIBLE * characters or accented > MOST_ACCENTED * characters:
        raise SourceGarbled(name)
    if HAN.search(text) and not mostly_everyday_characters(text):
        raise SourceGarbled(name)
