"""What a paragraph opens with and then unfolds: a statement, with what is told to bear it out."""

import re
from collections.abc import Iterator, Sequence

from studydesk.study.claims import HONOURS, LEAVES, happened
from studydesk.study.contrasts import general, led_in
from studydesk.study.find import Find, within
from studydesk.study.people import LABEL, workmate
from studydesk.study.reasons import abandoned, borne_out, only_asks, shown, shows
from studydesk.study.sentences import Sentence, balanced, beside
from studydesk.study.whose_words import political

_SHORTEST, _LONGEST = 6, 26
_ONE_MORE = 2
"""Sentences of a paragraph of which the first is hardly more than a flourish."""
_TOLD = 60
"""Characters behind an opening, in its paragraph, that unfold it."""
_CASE = re.compile("(?:^|[；。])(?:有的|一些|有些|有人|还有[的些]|另一些)")
"""How instances stand side by side."""
_COUNTED = re.compile(
    "[其第][一二三四五六七八]|[一二三四五六七八九][是要、]|首先|其次|再次|最后|（"
)
"""How an item of a row begins: headings know those."""
_JUDGES = re.compile(
    "显现|见效|看得见|是|不够|不足以?|不同|不一样|要(?![求素])|不(?!断|久)|才|靠|在于|离不开|难|最|关键|越(?!来)|胜|没有|值得|能|讲究|既|也|之"
)
"""What tells a statement from a scene."""
_ADDED = re.compile("(?<=[一-龥]{2})[还也](?=[一-龥]{2})|几个")
"""威信还来自日常的本事 says as much without what joins it to another, and 几个 counts nothing."""
_MANY = re.compile(
    "(?:[^，]{2,12}，)?[^，]{0,6}(?:办法|做法|路子|法子|招数|原因|理由|好处|门道|顾虑|难处|变化|表现)"
    "(?:其实|也|还|确实|并){0,2}(?:不少|很多|不止一[个种条]|多种多样|各有不同|各不相同|有[两三四五]|是多方面的)"
    "|(?:[^，]{1,6}[上里中])?也有(?!人|的|些)[一-龥]{3,10}"
    "|(?:[^，]{2,12}，)?[^，]{0,14}(?:有|存在)着?(?:一些|不少|若干|许多|诸多)[^，]{0,8}(?:教训|问题|堵点|短板|现象|不足|难点|困难|难题)"
    "|(?:[^，]{2,12}，)?(?:问题|教训|困难|难题)(?:也|还|却)?(?:不少|很多)"
)
"""What announces several things, or another side of what was told: 也有站点冷清."""
_COUNTS_ONLY = re.compile("不多|更[多少]$|[很太极]少$")
"""船厂的女焊工不多: how many there are of what, which nothing has to bear out."""
_TURNS = re.compile("但|然而|可(?![以能见])|不过|其实|当然")
"""How a text takes back what it has just said."""


def openings(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """The first sentence of a paragraph where it states something, and the rest says more of it."""
    for at, sentence in enumerate(parts):
        own = beside(parts, at)
        behind = "".join(part.text for part in own[1:])
        weighed = any(part.political for part in own)
        if sentence is not own[0] or not sentence.paragraph or not sentence.whole or weighed:
            continue
        label = LABEL.match(sentence.text)
        low = led_in(sentence.text, label.end() if label else 0, len(sentence.text) - 1)
        words = sentence.text[low:-1]
        counted = _COUNTED.match(sentence.text)
        taken_back = any(_TURNS.match(part.text) for part in own[1:])
        left = len(own) > 1 and HONOURS.search(words) and LEAVES.match(own[1].text)
        told = len(behind) >= _TOLD and borne_out(behind)
        states = _states(words)
        announces = None if happened(words) or political(words) else _MANY.fullmatch(words)
        flourish = len(own) == _ONE_MORE and general(words) and not announces
        if counted or not told or not (states or announces) or taken_back or left or flourish:
            continue
        find = within("opening", sentence, low, len(sentence.text) - 1, 2.55)
        find.more["who"] = workmate(label["label"], behind) if label else ""
        find.more.update({"states": "yes"} if states and not announces else {})
        follows = HONOURS.search(words) or abandoned(own, 0) or only_asks(own[1:])
        find.more.update({} if follows else shown(words))
        find.more.update({"shows": "yes"} if shows(behind) else {})
        find.more.update({"asks": "yes"} if only_asks(own[1:]) else {})
        several = len(_CASE.findall(behind)) > 1
        find.more.update({"several" if announces else "cases": "yes"} if several else {})
        yield find


def _states(words: str) -> bool:
    """Whether words state something, by themselves, and tell of no single event."""
    fits = (
        _SHORTEST <= len(words) <= _LONGEST
        and balanced(words)
        and not re.search("[：？！—《]", words)
    )
    told = happened(words) or political(words) or _COUNTS_ONLY.search(words)
    plain = general(_ADDED.sub("", words))
    return bool(fits and _JUDGES.search(words)) and plain and not told


def closings(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """The last sentence of a paragraph where it states what the rest comes to."""
    for at, sentence in enumerate(parts):
        own = beside(parts, at)
        before = "".join(part.text for part in own[:-1])
        weighed = any(part.political for part in own)
        if sentence is not own[-1] or len(own) < _SENTENCES or not sentence.whole or weighed:
            continue
        low = led_in(sentence.text, 0, len(sentence.text) - 1)
        words = sentence.text[low:-1]
        sums_up = _SUMS_UP.search(sentence.text) and _states(words)
        sums_up = sums_up and not _LEAVES_OPEN.search(words)
        told = len(before) >= _TOLD and borne_out(before)
        if sentence.paragraph and told and sums_up:
            find = within("closing", sentence, low, len(sentence.text) - 1, 2.6)
            find.more.update(shown(words))
            yield find


_SENTENCES = 3
_SUMS_UP = re.compile(
    "^(?:[^，。]{0,8}(?:可见|看出|说明|证明|表明|告诉我们|启示我们|说到底|归根到底|归根结底|一句话|总之|换句话说)|所以|因此|原来)|正是"
)
"""How a sentence says that it comes from those before it."""
_LEAVES_OPEN = re.compile(
    "可以|应当|应该|不妨|破题|出路|需要|下功夫|挂牌督办|值得深思|值得思考|[三四五六两]道|[三四五六两]个(?:方面|环节)"
)
"""What adds something to be done, and sums nothing up."""
