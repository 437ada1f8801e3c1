"""Where a passage tells of what a question is about, so that its key can say so."""

import re
from collections.abc import Sequence

from studydesk.study.find import Find
from studydesk.study.sentences import Sentence

_TOLD = re.compile(
    r"\d|百分|[一二三四五六七八九两半]成|[二三四五六七八九十百千万两几][多余]?(?:年|月|天|人|名|元|次|起|件|家|个|倍)"
    "|某|一家|有家|有的|有人|有位|例如|比如|去年|今年|有一次|后来|结果|“"
)
"""What is told of something that happened or was counted, and not only thought."""
_NEAR = 4
"""Sentences in which what a claim rests on is looked for, before and behind it."""


def ground(find: Find, parts: Sequence[Sentence]) -> Sentence | None:
    """The nearest sentence that tells what a find rests on: before it first, then behind it."""
    here = next(n for n, part in enumerate(parts) if part.start == find.sentence.start)
    before = reversed(parts[max(0, here - _NEAR) : here])
    for part in (*before, *parts[here + 1 : here + 1 + _NEAR]):
        if part.whole and part.paragraph and not part.political and _TOLD.search(part.text):
            return part
    return None
