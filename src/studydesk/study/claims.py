"""What a paragraph begins with, or comes to, where the rest of it is long enough to bear that out:
愁不一样，帮的办法就不能一样.
"""

import re
from collections.abc import Iterator, Sequence

from studydesk.study.contrasts import general, stretches
from studydesk.study.find import Find, within
from studydesk.study.lists import SERIES
from studydesk.study.sentences import Sentence, beside

_FEWEST, _GROUND = 3, 80
"""Sentences and characters of a paragraph that bears something out."""
_FIRST = re.compile("最|难|(?<!人)才(?![能干华])|就(?!业)|靠|各有|少不了|离不开")
_LAST = re.compile("，[^，]*(?:(?<!人)才(?![能干华])|就(?!业)|却|终究|实则|活了)|^[^，]+，[^，]*更")
"""What a claim has at the head of a paragraph, and at its end."""
_DEMAND = re.compile("(?<![重主需首])要(?![求素闻点])|应[当该]|应(?![用对急付])|必须|[宜须]")
_BORNE = re.compile(
    "因为|由于|原因|例如|比如|譬如|有一[回次年位]|某[^，。]{2,10}(?:公司|厂|企业|工会|车间)"
    "|[一有][家个位名][^，。]{0,10}(?:公司|厂|企业|车间|班组|工人|师傅|职工|工会)"
    "|百分之|%|％|[\\d一二三四五六七八九十百千万]{2,}[多余来]?[人家项件次组条起]"
)
"""What bears a claim out: a reason, a case, figures."""
_TOLD = re.compile(
    "聚焦|完善|强化|父亲|母亲|儿子|老伴|刚|听上去|每次|署名|看上去|像是|仿佛|有目共睹|不容忽视|坚持|赛出|确保|严惩|敢于|深入|任何人|我们|笔者|编者|还有一些|座谈|当选|参加|[“”]要"
)
"""What tells of one thing that was, or calls out."""


def claims(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """The first and the last sentence of a paragraph that say how something is, where the rest
    bears it out.
    """
    for at, sentence in enumerate(parts):
        first = sentence.number == 1 and sentence.paragraph > 0
        last = at + 1 == len(parts) or parts[at + 1].paragraph != sentence.paragraph
        if first is last or sentence.political or not sentence.whole:
            continue
        own = beside(parts, at)
        told = sum(len(part.text) for part in own) - len(sentence.text)
        if len(own) < _FEWEST or told < _GROUND or any(part.political for part in own):
            continue
        rest = (part.text for part in own if part is not sentence)
        if not any(map(_BORNE.search, rest)) or any(s.match(sentence.text) for s in SERIES):
            continue
        for low, high in stretches(sentence):
            words = sentence.text[low:high]
            sign = _FIRST if first else _LAST
            unfit = "：" in sentence.text or _TOLD.search(words) or _DEMAND.search(words)
            if sign.search(words) and not unfit and general(words):
                yield within("claim", sentence, low, high, 2.2)
