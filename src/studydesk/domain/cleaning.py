"""The text of a block from its places in the raw text, and the way back from text to place."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from studydesk.domain.article import (
    BODY_KINDS,
    Article,
    Block,
    BlockKind,
    Correction,
    Span,
    spans_text,
)
from studydesk.domain.reports import REPORT, close_reporters, keep_spaces

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
# Two words of a Latin text at the end of one line and the beginning of the next; a hyphen there
# stays, and parts nothing.
LATIN_BREAK = re.compile("[A-Za-z][,;]?\n[a-z]|[a-z][,;]?\n[A-Z][a-z]")

_DUTY = re.compile(r"\w{2,}[：:]")
_BEFORE_DUTY = re.compile(rf"\s+(?={_DUTY.pattern})")


def clean(raw: str, spans: Sequence[Span], kind: BlockKind) -> str:
    """The text under the spans as it should read; only white space changes.

    Letterspacing and line ends vanish; a space between Latin words or numbers stays one space;
    in titles and the like a space that parts two phrases stays too, one behind a dateline, and in
    a byline and where a report says who wrote it one between names, and under a text one before
    each who did something else for it (编辑：祝遥 校对：孔笙).
    """
    lines = [line for start, end in spans for line in raw[start:end].splitlines()]
    if kind is BlockKind.AUTHOR:
        return " ".join(filter(None, map(close_names, lines)))
    close = close_phrases if kind in PHRASED else close_text
    text = ""
    if close is close_text and (report := REPORT.match(printed := "\n".join(lines).strip())):
        before, behind = printed[: report.start("by")], printed[report.end("by") : report.end()]
        text = _squeezed(before) + close_reporters(report["by"]) + _squeezed(behind)
        lines = printed[report.end() :].splitlines()
    elif close is close_text:
        lines = [keep_spaces(line, first=not at) for at, line in enumerate(lines)]
    if kind is BlockKind.CREDIT:
        lines = [part for line in lines for part in _BEFORE_DUTY.split(line)]
    for line in filter(None, map(close, lines)):
        broken = line[0].isascii() and LATIN_BREAK.search(f"{text[-2:]}\n{line[:2]}")
        another = text and kind is BlockKind.CREDIT and _DUTY.match(line)
        text += (" " if broken or another else "") + line
    return text


def close_text(printed: str) -> str:
    """One line of running text without its spaces, but for those between Latin words and for one
    where tabs part the cells of a table.
    """
    text = ""
    for cell in printed.split("\t"):
        for at, word in enumerate(cell.split()):
            apart = not at or (text[-1].isascii() and word[0].isascii())
            text += (" " if text and apart else "") + word
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


def close_names(printed: str) -> str:
    """One line of a byline: 王 敏 马春媛 is two names, the first of them letterspaced."""
    names: list[str] = []
    for word in printed.split():
        if len(word) == 1 and names and len(names[-1]) == 1:
            names[-1] += word
        else:
            names.append(word)
    if len(names) > 1 and len(names[-1]) == 1:
        names[-2:] = ["".join(names[-2:])]
    return " ".join(names)


def is_faithful(raw: str, block: Block) -> bool:
    """Whether a block says what its source does: its text, corrections taken back, has the
    characters of the raw text under its spans, apart from white space. Words that the user
    supplied may stand in the head only.
    """
    if block.supplied:
        return block.kind not in BODY_KINDS
    if any(not _stands(raw, block, fix) for fix in block.corrections):
        return False
    return _squeezed(block.original) == _squeezed(spans_text(raw, block.spans))


def faithful_body(raw: str, article: Article) -> str:
    """The body of an article; a block that is not faithful reads as its source does."""
    return "\n".join(
        block.text if is_faithful(raw, block) else clean(raw, block.spans, block.kind)
        for block in article.body_blocks
    )


def _stands(raw: str, block: Block, fix: Correction) -> bool:
    """Whether a correction is of what is printed in its block, and is where it says."""
    printed = _squeezed(raw[slice(*fix.span)])
    return (
        any(low <= fix.span.start and fix.span.end <= high for low, high in block.spans)
        and printed == _squeezed(fix.original) != ""
        and fix.start >= 0
        and block.text.startswith(fix.text, fix.start)
    )


def _squeezed(text: str) -> str:
    return "".join(text.split())


def places(raw: str, block: Block) -> tuple[int, ...]:
    """Where each character of a block's text stands in the raw text; a space has the place of
    the character before it. Empty for a block that the user supplied.
    """
    found = _places_of_original(raw, block)
    for correction in block.corrections if found else ():
        start, stop = correction.start, correction.start + len(correction.original)
        theirs = found[start:stop]
        found[start:stop] = [theirs[min(n, len(theirs) - 1)] for n in range(len(correction.text))]
    return tuple(found)


def body_places(raw: str, article: Article) -> tuple[int, ...]:
    """Where each character of an article's body stands in the raw text; a line feed between two
    blocks has the place of the character before it.
    """
    found: list[int] = []
    for block in article.body_blocks:
        if found:
            found.append(found[-1])
        found.extend(places(raw, block))
    return tuple(found)


def _places_of_original(raw: str, block: Block) -> list[int]:
    printed = [at for span in block.spans for at in range(*span) if not raw[at].isspace()]
    if not printed:
        return []
    remaining, here = iter(printed), printed[0]
    found = []
    for character in block.original:
        here = here if character.isspace() else next(remaining, here)
        found.append(here)
    return found


def corrected(raw: str, block: Block, fixes: Iterable[Correction]) -> Block:
    """The block with these corrections and no others; each lies inside one of its spans."""
    text = original = block.original
    standing = _places_of_original(raw, block)
    made: list[Correction] = []
    shift = 0
    ordered = sorted((standing.index(fix.span.start), fix) for fix in fixes)
    for first, fix in ordered:
        stop = standing.index(fix.span.end - 1) + 1
        start = first + shift
        text = text[:start] + fix.text + text[start + stop - first :]
        made.append(replace(fix, original=original[first:stop], start=start))
        shift += len(fix.text) - (stop - first)
    return replace(block, text=text, corrections=tuple(made))
