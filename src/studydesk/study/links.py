"""What a text tells and then goes on from: how something once was, a rule."""

import re
from collections.abc import Iterator, Sequence

from studydesk.study.find import Find, within
from studydesk.study.sentences import Sentence, balanced, beside, clauses, searched
from studydesk.study.vocabulary import any_of

_WORN = re.compile(f"{any_of('disputed')}|{any_of('private')}|{any_of('policy')}")


_ONCE = "(?:过去|以前|以往|从前|早先|原先|早些年|前些年|往年|起初|一开始|刚开始|当初|那时候?)"
_EARLIER = re.compile(
    f"(?:^|(?<=[。；]))(?P<words>{_ONCE}，?[^，。；：？“”]{{5,20}}(?:，[^，。；：？“”]{{2,14}})?)[，。；]"
)
_LATER = re.compile("(?:^|[，。；])(?:现在|如今|眼下|今天|从此|后来|渐渐|慢慢|时间长了)")
_UNCLEAR = re.compile("[他她它我你您其此该]|[这那]")
_REACH = 6
"""Sentences that tell how it is today may stand behind how it was."""


def earlier(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """How something was in former times, where the text goes on to tell how it is today."""
    for at, sentence, was in searched(_EARLIER, parts):
        words = was["words"]
        behind = [p.text for p in parts[at + 1 : at + _REACH]]
        unclear = _UNCLEAR.search(words) or _WORN.search(words) or not balanced(words)
        if not unclear and any(map(_LATER.search, behind)):
            yield within("earlier", sentence, *was.span("words"), 2.7)


_RULED = re.compile("[立定](?:下?了|下)[^，。]{0,4}规矩")
_LED_TO = re.compile("所以|于是|因此")
_ONES_OWN = re.compile("我(?!们)|[他她]")
"""Whose rule it is, where only other sentences tell who that is."""
_BRIEF = 20
"""Characters of a rule that stands right behind: to ask for it is to have it read out."""
_LED_UP = 50
"""Characters that tell why somebody minds something."""
_ENOUGH = 25
"""Characters that a rule is told in."""


_MINDED = re.compile(
    "(?:^|(?<=[，。；：]))(?P<words>[^，。；：“”]{2,8}最(?:怕|愁|担心|头疼|难忘|得意|看重|在意|操心)的，?就?是(?!他|她|它|这|那)[^，。；：“”]{3,14})[，。；]"
)


def minded(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """What somebody minds most, where the text goes on to tell why: 班长最怕的就是一个人当班."""
    for at, sentence, most in searched(_MINDED, parts):
        words = most["words"]
        behind = sum(len(p.text) for p in beside(parts, at) if p.start > sentence.start)
        if behind >= _LED_UP and not _UNCLEAR.search(words) and not _WORN.search(words):
            yield within("minded", sentence, *most.span("words"), 2.6)


def rules(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """That people made a rule, with the text behind it that tells which."""
    for at, sentence in enumerate(parts):
        if sentence.political or not sentence.whole:
            continue
        for clause in clauses(sentence):
            high = clause.end - sentence.start
            low = max(sentence.text.rfind(stop, 0, high) for stop in "，。；：") + 1
            told = "".join((sentence.text[high:], *(part.text for part in parts[at + 1 : at + 3])))
            if led := _LED_TO.match(sentence.text, low, high):
                low = led.end()
            words = sentence.text[low:high]
            fits = 5 <= len(words) <= 20 and len(told) > _ENOUGH and not _ONES_OWN.search(words)
            if fits and _RULED.search(words):
                find = within("ruled", sentence, low, high, 2.9)
                rest = sentence.text[high:].strip("，：。")
                find.more["brief" if 0 < len(rest) < _BRIEF else "told"] = "yes"
                yield find
