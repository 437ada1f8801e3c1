"""A sentence to tell a paragraph by, where it offers nothing else: 路子对了，年轻人自然愿意来."""

import re
from collections.abc import Iterator, Sequence

from studydesk.study.contrasts import general, led_in
from studydesk.study.find import Find, within
from studydesk.study.sentences import Sentence, beside, clauses, political
from studydesk.study.vocabulary import any_of

_SHORTEST, _LONGEST, _ALONE = 8, 26, 12
"""Characters of what is told; and of a last clause alone, at least."""
_SENTENCES, _TOLD = 2, 40
"""Sentences of a paragraph, and characters of it beside one, that can be told."""
_SAYS = re.compile("[了是不才就也能会要没把被到给得在]")
"""What nearly every sentence has, and hardly any name."""
_UNFIT = re.compile(
    f"{any_of('private')}|{any_of('disputed')}|{any_of('policy')}|{any_of('weighty')}"
    "|[“《：？！—]|[一二三四五六七八九][成倍]|评为|荣获|当选|获得|，(?:就|便|才|于是)|年终奖|工资|罚|^[不没都各]|^[一-龥]{2}了|^(?:于是|因此|所以|然后|接着|后来|结果|最后|随后|事后|当晚|当天|近来|近年|近日|日前|如今|现在|目前)"
)


_THEIRS = re.compile("有(?:的|些)?人|担心|以为|认为")
"""How a text says what others think."""


def retold(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """The last sentence, or else the last that a sentence says, that needs no other."""
    seen: set[int] = set()
    for at, sentence in reversed(list(enumerate(parts))):
        own = beside(parts, at)
        weighed = any(part.political for part in own)
        weighed = weighed or bool(_THEIRS.search(sentence.text))
        if not sentence.paragraph or sentence.paragraph in seen or weighed:
            continue
        told = sum(len(part.text) for part in own) - len(sentence.text)
        if len(own) >= _SENTENCES and told >= _TOLD and sentence.whole:
            stretch = next(
                filter(lambda one: _fits(sentence, *one), _stretches(sentence, own)), None
            )
            if stretch:
                seen.add(sentence.paragraph)
                yield within("retold", sentence, *stretch, 1.0)


def _stretches(sentence: Sentence, own: Sequence[Sentence]) -> Iterator[tuple[int, int]]:
    """Where the whole of a sentence stands without its stop; where a paragraph tells of somebody,
    also its last clauses, as many as can be heard.
    """
    high = len(sentence.text) - 1
    yield led_in(sentence.text, 0, high), high
    if any(_SOMEBODY.search(part.text) for part in own):
        last = [clause for clause in clauses(sentence) if clause.end - sentence.start <= high]
        lows = [clause.start - sentence.start for clause in last[1:]]
        yield from ((low, high) for low in lows if low != lows[-1] or high - low >= _ALONE)


_SOMEBODY = re.compile("[他她]|师傅")


def _fits(sentence: Sentence, low: int, high: int) -> bool:
    words = sentence.text[low:high]
    plain = _SHORTEST <= len(words) <= _LONGEST and general(words) and not _UNFIT.search(words)
    return plain and bool(_SAYS.search(words)) and not political(words)
