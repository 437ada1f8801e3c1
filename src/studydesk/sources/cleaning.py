"""The text of a block from its places in the raw text; only white space changes."""

import re
from collections.abc import Sequence

from studydesk.domain.article import BlockKind, Span
from studydesk.sources.lines import LINE_END

# In these a space may part two phrases; in running text it never means anything.
PHRASED = frozenset(
    {
        BlockKind.TITLE,
        BlockKind.KICKER,
        BlockKind.SUBTITLE,
        BlockKind.COLUMN,
        BlockKind.HEADING,
        BlockKind.SPEAKER,
    }
)
LATIN_BREAK = re.compile("[A-Za-z][a-z]*\n[a-z]")


def clean(raw: str, spans: Sequence[Span], kind: BlockKind) -> str:
    """The text under the spans as it should read.

    Letterspacing and line ends vanish; a space between Latin words or numbers stays one space;
    in titles and the like a space that parts two phrases stays too.
    """
    lines = [line for start, end in spans for line in LINE_END.split(raw[start:end])]
    close = close_phrases if kind in PHRASED else close_text
    text = ""
    for line in filter(None, map(close, lines)):
        text += (" " if LATIN_BREAK.search(f"{text[-20:]}\n{line[:1]}") else "") + line
    return text


def close_text(printed: str) -> str:
    """One line of running text without its spaces, but for those between Latin words."""
    text = ""
    for word in printed.split():
        text += (" " if text and text[-1].isascii() and word[0].isascii() else "") + word
    return text


def close_phrases(printed: str) -> str:
    """One line of a title with single spaces between its phrases."""
    words = printed.split()
    if sum(len(word) == 1 for word in words) * 2 > len(words):
        return close_text(printed)
    text = ""
    for word in words:
        text += (" " if text and text[-1].isascii() == word[0].isascii() else "") + word
    return text
