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
_OPPOSED = re.compile("有(?:的)?人[会曾还也却总常]*[说问讲认觉以担质主]|或许|也许|诚然|？$")
"""What somebody else thinks, or asks: it grounds nothing."""
_EXAMPLE = re.compile("比如|例如|譬如|有一次|有一回|以[^，。]{2,16}为例")
_NEAR = 4
"""Sentences in which what a claim rests on is looked for, before and behind it."""


def ground(find: Find, parts: Sequence[Sentence]) -> Sentence | None:
    """The nearest sentence that tells what a find rests on: before it first, then behind it."""
    here = next(n for n, part in enumerate(parts) if part.start == find.sentence.start)
    before = reversed(parts[max(0, here - _NEAR) : here])
    behind = parts[here + 1 : here + 1 + _NEAR]
    if behind and exemplifies(behind[0], find.sentence):
        before = reversed(())
    for part in (*before, *behind):
        fits = part.whole and part.paragraph and not part.political
        if fits and _TOLD.search(part.text) and not _OPPOSED.search(part.text):
            return part
    return None


def exemplifies(example: Sentence, told: Sentence) -> bool:
    """Whether a sentence is plainly an example of the one before it."""
    follows = (example.paragraph, example.number) == (told.paragraph, told.number + 1)
    return follows and bool(_EXAMPLE.match(example.text))
