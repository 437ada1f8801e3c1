"""What a paragraph begins with, or comes to, where the rest of it is long enough to bear that out:
愁不一样，帮的办法就不能一样.
"""

import re
from collections.abc import Iterator, Sequence

from studydesk.study.contrasts import general, stretches
from studydesk.study.find import Find, within
from studydesk.study.sentences import Sentence, beside

_FEWEST, _GROUND = 3, 80
"""Sentences and characters of a paragraph that bears something out."""
_FIRST = re.compile(
    "要(?![求素闻])|最|难|不能|(?<!人)才(?![能干华])|就(?!业)|靠|各有|少不了|离不开"
)
_LAST = re.compile(
    "，[^，]*(?:(?<!人)才(?![能干华])|就(?!业)|不能|却|要|终究|实则|还[要得]|活了)|^[^，]{2,8}不能|^[^，]+，[^，]*更"
)
"""What a claim has at the head of a paragraph, and at its end."""
_TOLD = re.compile(
    "聚焦|完善|强化|父亲|母亲|儿子|老伴|刚|听上去|每次|署名|看上去|像是|仿佛|有目共睹|不容忽视|坚持|赛出|确保|严惩|敢于|深入|任何人|我们|笔者|编者|还有一些|座谈|当选|参加|[“”]要"
)
"""What tells of one thing that was, or calls out."""


def claims(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """The first and the last sentence of a paragraph that say how something is."""
    for at, sentence in enumerate(parts):
        first = sentence.number == 1 and sentence.paragraph > 0
        last = at + 1 == len(parts) or parts[at + 1].paragraph != sentence.paragraph
        if first is last or sentence.political or not sentence.whole:
            continue
        own = beside(parts, at)
        told = sum(len(part.text) for part in own) - len(sentence.text)
        if len(own) < _FEWEST or told < _GROUND or any(part.political for part in own):
            continue
        for low, high in stretches(sentence):
            words = sentence.text[low:high]
            sign = _FIRST if first else _LAST
            fits = "：" not in sentence.text and sign.search(words) and not _TOLD.search(words)
            if fits and general(words):
                yield within("claim", sentence, low, high, 2.2)
