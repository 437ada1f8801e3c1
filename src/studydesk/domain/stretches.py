"""Stretches of an article's body made whole: to the ends of their sentences, or with the text
that a subheading stands over.
"""

import re
from dataclasses import replace
from itertools import takewhile

from studydesk.domain.article import Article, BlockKind
from studydesk.domain.passage import CONTEXT, Passage, moved, subheadings

_END = re.compile(r"(?:[。！？!?]|…+)[”’」』）》】)\"]*|\n")
"""What ends a sentence, with the marks that close behind it; the end of a block does too."""


def whole_sentences(body: str, start: int, end: int) -> tuple[int, int]:
    """The least stretch of whole sentences around the characters start to end, outer white space
    left out. It is the stretch itself where no sentence was cut.
    """
    start, end = _without_space(body, start, end)
    if start == end:
        return start, end
    first = _line_start(body, start)
    begins = (mark.end() for mark in _END.finditer(body, first))
    first = max(takewhile(lambda place: place <= start, begins), default=first)
    marks = _END.finditer(body, _line_start(body, end))
    ends = (mark.start() if mark[0] == "\n" else mark.end() for mark in marks)
    last = next((place for place in ends if place >= end), len(body))
    return _without_space(body, first, last)


def _line_start(body: str, place: int) -> int:
    """Where the line of the character before a place begins: no sentence goes on over its end."""
    return body.rfind("\n", 0, place) + 1


def made_whole(passage: Passage, article: Article) -> Passage:
    """The passage with the sentences that it cuts made whole, and what was done to it on the same
    words as before; the passage itself where the article says something else there by now.
    """
    body = article.body
    if body[passage.start : passage.end] != passage.text:
        return passage
    start, end = whole_sentences(body, passage.start, passage.end)
    return replace(
        passage,
        start=start,
        end=end,
        text=body[start:end],
        before=body[max(0, start - CONTEXT) : start],
        after=body[end : end + CONTEXT],
        operations=tuple(moved(each, passage.start - start) for each in passage.operations),
        subheadings=subheadings(article, start, end),
    )


def sentences_within(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without the sentence that it begins, or ends, in the middle of; the stretch
    itself where no whole sentence is left then.
    """
    ends = [mark.end() for mark in _END.finditer(text)]
    first, last = start, end
    if text[:start].strip() and not _at_limit(text, start, ends):
        first = next((place for place in ends if start < place < end), end)
    if text[end:].strip() and not _at_limit(text, end, ends):
        last = max((place for place in ends if place <= end), default=start)
    return (first, last) if first < last else (start, end)


def _at_limit(text: str, place: int, ends: list[int]) -> bool:
    return len(text[:place].rstrip()) in ends or place in ends


def with_what_follows(article: Article, start: int, end: int) -> tuple[int, int] | None:
    """The stretch itself; where it is made of subheadings alone, with the block below them. None
    where no text stands below.
    """
    headings_only, place = bool(article.body[start:end].strip()), 0
    for block in article.body_blocks:
        stop = place + len(block.text)
        heading = block.kind is BlockKind.HEADING
        if start < stop and place < end:
            headings_only = headings_only and heading
        if not headings_only:
            return start, end
        if place >= end and not heading:
            return start, stop
        place = stop + 1
    return None


def _without_space(body: str, start: int, end: int) -> tuple[int, int]:
    while start < end and body[start].isspace():
        start += 1
    while start < end and body[end - 1].isspace():
        end -= 1
    return start, end
