"""Signs that a title, or the beginning of a text, is torn out of a sentence."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

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
from studydesk.domain.ordinals import ordinal_of, ordinal_words
from studydesk.sources.recovery import signs
from studydesk.sources.recovery.words import is_word

_UNFINISHED = re.compile("[，：；]$|[的与和及把被]$")
"""How no title ends; one of several lines may go on below."""
_AMID = re.compile("[的了着们]|.[、，]")
"""How no text begins, unless a word does so (的确, 了解)."""
_COARSE = 2
"""Kinds of series that number the parts of whole articles: 一、 and （一）"""


def title_fragments(article: Article) -> Iterator[Problem]:
    """Lines of a title that end in the middle of a sentence, and those that stand in the text:
    they make the title longer from there.
    """
    blocks = article.blocks
    body = next((n for n, block in enumerate(blocks) if block.kind in BODY_KINDS), len(blocks))
    lines = [block for block in blocks[:body] if block.kind is BlockKind.TITLE and block.spans]
    late = [block for block in blocks[body:] if block.kind is BlockKind.TITLE and block.spans]
    unsigned = not any(block.kind is BlockKind.AUTHOR for block in blocks[:body])
    below = [block for block in blocks[body : body + unsigned] if block.kind is BlockKind.PARAGRAPH]
    torn = [line for line, after in pairwise([*lines, *below]) if _is_torn(line.text, after.text)]
    torn += [line for line in lines if line.text.endswith("、")]
    torn += [line for line in lines[-1:] if _UNFINISHED.search(line.text)]
    if torn:
        yield _uncertain(torn[0])
    yield from map(_uncertain, late)


def _uncertain(line: Block) -> Problem:
    return Problem(ProblemKind.TITLE_UNCERTAIN, Severity.AMBER, line.spans[0])


def _is_torn(before: str, after: str) -> bool:
    """Whether a word ends in the second text that begins in the first one, and neither character
    belongs to another word.
    """
    over = is_word(before[-1] + after[0])
    return over and not (is_word(before[-2:]) or is_word(after[:2]))


def beginning_problems(blocks: Sequence[Block]) -> Iterator[Problem]:
    """A text that begins with the end of a sentence, or with an ordinal that is not the first."""
    printed = [block for block in blocks if block.spans]
    for block in printed[:1]:
        if block.kind is BlockKind.PARAGRAPH and not is_word(block.text[:2]):
            begins = None if ordinal_of(block.text) else _AMID.match(block.text)
            if begins:
                yield Problem(ProblemKind.CHARACTER_MISSING, Severity.AMBER, block.spans[0])
    numbered = ((block, ordinal_of(block.text)) for block in printed)
    first = next(
        (
            (block, found)
            for block, found in numbered
            if found and block.kind is BlockKind.HEADING and found.series < _COARSE
        ),
        None,
    )
    if first and first[1].number > 1:
        block, (_, number) = first
        own = ordinal_words(block.text).rstrip("、")
        one = own.replace(signs.NUMERALS[number], "一", 1)
        before = own.replace(signs.NUMERALS[number], signs.NUMERALS[number - 1], 1)
        missing = one if number == 2 else f"{one}”至“{before}"
        span: Span = block.spans[0]
        yield Problem(ProblemKind.ORDINAL_MISSING, Severity.RED, span, detail=missing)
