"""A sentence to tell a paragraph by, where it offers nothing else: 路子对了，年轻人自然愿意来."""

import re
from collections.abc import Iterator, Sequence

from studydesk.study.claims import is_left
from studydesk.study.contrasts import general, led_in
from studydesk.study.find import Find, within
from studydesk.study.reasons import borne_out
from studydesk.study.sentences import Sentence, beside, political
from studydesk.study.vocabulary import any_of

_SHORTEST, _LONGEST = 8, 26
"""Characters of what is told."""
_SENTENCES, _TOLD = 2, 40
"""Sentences of a paragraph, and characters of it beside one, that can be told."""
_UNFIT = re.compile(
    f"{any_of('private')}|{any_of('disputed')}|{any_of('policy')}|{any_of('weighty')}"
    "|[“《：？！—]|^[其第]?[一二三四五六七八九十](?:[是要，、]|[条点步]是)|^头一|^每逢|以来，|[三四五六七]道[关闸坎]|[两三四五六]个(?:方面|环节)|如下|^换[作成]|不妨|还要再|再看|[一二三四五六七八九][成倍]|评为|荣获|当选|获得|，(?:就|便|才|于是)|年终奖|工资|罚|^[不没都各]|^[一-龥]{2}了|^(?:于是|因此|所以|然后|接着|后来|结果|最后|随后|事后|当晚|当天|近来|近年|近日|日前|如今|现在|目前)"
)


_THEIRS = re.compile("有(?:的|些)?人|担心|以为|认为")
"""How a text says what others think."""
_JUDGES = (
    "才|是(?![^，]{1,3}的[，$])|靠(?!近)|要(?![求素])|越|不[是在必宜止只]|离不开|没有[^，]*没有|[^，]了，[^，]+[会就也]|，[^，]*也[^，]+了$"
    "|，(?:也|才|都|便|就|再|更|先|贵|重|推门)|最终|说到底|往往"
)
_STATES = re.compile(f"{_JUDGES}|[不没难]|如|像|改变")
"""What the first sentence of a paragraph has that says more than what could be seen happening."""
_MEANS_MORE = re.compile(_JUDGES)
"""What any other has."""
_TURNS = re.compile("但|不过|然而|可(?![以能见])|其实")
_DESCRIBES = re.compile(
    "是[^，]*(?:重要|有效|最有力|安全网|稳定器|主渠道|阵地|指标|基石|依靠)[^，]*$|(?:重要|有效)[^，]{0,12}$|大多是|都是|曾是|伟大|崇高|老问题"
)
"""What only says how much something matters."""


def retold(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """The first sentence of a paragraph that the rest unfolds, or else the last that says more
    than what happened, where it needs no other.
    """
    seen: set[int] = set()
    for at, sentence in reversed(list(enumerate(parts))):
        own = beside(parts, at)
        weighed = any(part.political for part in own)
        weighed = weighed or bool(_THEIRS.search(sentence.text))
        if not sentence.paragraph or sentence.paragraph in seen or weighed:
            continue
        told = sum(len(part.text) for part in own) - len(sentence.text)
        rest = "".join(part.text for part in own if part is not sentence)
        if len(own) >= _SENTENCES and told >= _TOLD and sentence.whole and borne_out(rest):
            low, high = led_in(sentence.text, 0, len(sentence.text) - 1), len(sentence.text) - 1
            first = sentence is own[0]
            if _fits(sentence, low, high, first=first) and not _is_turned(parts, at):
                seen.add(sentence.paragraph)
                yield within("retold", sentence, low, high, 1.0)


def _is_turned(parts: Sequence[Sentence], at: int) -> bool:
    """Whether the next sentence of the paragraph takes back what one says."""
    following = parts[at + 1] if at + 1 < len(parts) else None
    if following is None or following.paragraph != parts[at].paragraph:
        return False
    return bool(_TURNS.match(following.text)) or is_left(parts, at)


def _fits(sentence: Sentence, low: int, high: int, *, first: bool) -> bool:
    words = sentence.text[low:high]
    plain = _SHORTEST <= len(words) <= _LONGEST and general(words) and not _UNFIT.search(words)
    telling = (_STATES if first else _MEANS_MORE).search(words) and not _DESCRIBES.search(words)
    return plain and bool(telling) and not political(words)
