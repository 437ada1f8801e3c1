"""What went wrong, or was thought at first, and the way that a text tells out of it."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

from studydesk.study.contrasts import led_in
from studydesk.study.find import Find, within
from studydesk.study.offices import OVER
from studydesk.study.people import LABEL
from studydesk.study.sayings import near_to_one
from studydesk.study.sentences import Sentence, balanced, behind, beside, searched
from studydesk.study.vocabulary import any_of
from studydesk.study.whose_words import political

_WORN = re.compile(
    f"{any_of('disputed')}|{any_of('private')}|{any_of('policy')}|{any_of('accusing')}|{any_of('hardship')}"
)
_AT_FIRST = re.compile(
    "(?:^|(?<=[，。；]))(?P<words>(?P<who>[^，。；：“”的]{2,10})(?:起初|一开始|最初|原先|原本|开始时)(?![，的])[^，。；：“”]{4,18})(?=[，。；])"
)
_CAME_ROUND = re.compile("直到|后来|渐渐|慢慢|逐渐|如今|现在|之后|以后")
_NO_WORKMATE = re.compile(f"{OVER.pattern}|谈判")
"""Whose first thoughts are not for a workshop to weigh, and what has none."""
_NOBODY = re.compile("[他她它你我您其此该]$|[这那]|有[的人些]")


def first_thoughts(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """What somebody thought or did at first, where the text goes on to tell how that changed."""
    for at, sentence, first in searched(_AT_FIRST, parts):
        own = beside(parts, at)
        behind = sentence.text[first.end("words") :] + "".join(
            part.text for part in own if part.start > sentence.start
        )
        unfit = _NOBODY.search(first["who"]) or _WORN.search(first["words"])
        weighed = political(first["words"]) or any(part.political for part in own)
        pointing = re.search("[这那]样", first["words"])
        beside_loss = near_to_one(parts, at) or _NO_WORKMATE.search(first["who"])
        if _CAME_ROUND.search(behind) and not (unfit or weighed or pointing or beside_loss):
            yield within("at-first", sentence, *first.span("words"), 2.9)


_TROUBLE = re.compile(
    "弯路|教训|阻力|难题|(?:新|不少)问题|困难|波折|挫折|碰壁|碰了?钉子|僵局|麻烦|卡[在壳住了]|没有?(?:能)?通过|反对|谈崩|谈不拢|拍了桌子"
    "|冷场|没有?人(?:来|用|报|肯|愿|看|信|去)|犯了?[难愁]|行不通|走不[通下]|落了空|失败|不(?:灵|管用|见效|买账|领情|服气)|顾虑|疑虑|意见(?:很|不)"
)
_WAY_OUT = re.compile(
    "(?:^|[，；])(?:后来|于是|为此|对此|随即|最后|最终|几经|我们?的?(?:办法|做法)|办法是|转机)|改[为成由用]|换[了成个]|转而|重新|不再"
)
_TOLD_AWAY = re.compile(
    "目前|眼下|下一步|今后|接下来|仍|还(?:是|有|存)|如何|怎样|吗|越|要(?![求素])|应|^(?:[一二三四五六]是|其[一二三四五]|第[一二三四五])"
)
"""What is not yet over, only asked or called for, or one of a row."""
_SHORTEST, _LONGEST = 7, 27
_TOLD = 30
"""Characters that the way out is told in."""


def troubles(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """A sentence that says what went wrong, where those behind it, up to the end of the next
    paragraph, tell what was done about it.
    """
    for at, sentence, _ in searched(_TROUBLE, parts):
        label = LABEL.match(sentence.text)
        low = led_in(sentence.text, label.end() if label else 0, len(sentence.text) - 1)
        words = sentence.text[low:].rstrip("。")
        fits = _SHORTEST <= len(words) <= _LONGEST and balanced(words) and sentence.paragraph
        unfit = _WORN.search(words) or _TOLD_AWAY.search(words) or _AWAY.search(words)
        if not fits or unfit or political(words) or near_to_one(parts, at):
            continue
        if not any(part.political for part in beside(parts, at)) and _has_a_way_out(parts, at):
            yield within("trouble", sentence, low, low + len(words), 2.9)
            return


def _has_a_way_out(parts: Sequence[Sentence], at: int) -> bool:
    """Whether what stands behind a sentence, near to it, tells what was done about it."""
    near = _up_to(parts[at].paragraph + 1, islice(behind(parts, at), _NEAR))
    told = [part for part in near if part.paragraph and not part.political]
    way = any(_WAY_OUT.search(part.text) for part in told)
    return way and sum(len(part.text) for part in told) >= _TOLD


_NEAR = 40
"""Sentences behind a trouble that can tell the way out."""


def _up_to(paragraph: int, parts: Iterator[Sentence]) -> Iterator[Sentence]:
    return takewhile(lambda part: part.paragraph <= paragraph, parts)


_AWAY = re.compile("^(?:过去|以前|从前|当初)|^[^，]{0,4}(?:[这那它他她其此该])|[：“？]")
