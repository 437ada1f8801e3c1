"""What a text says and goes on to give the reason of, an instance of, or what came after it."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from studydesk.study.contrasts import alone, led_in
from studydesk.study.find import Find, within
from studydesk.study.sentences import Sentence, balanced, beside, clauses, searched
from studydesk.study.vocabulary import any_of

_REASON = re.compile(
    "(?:这是|是|正是)?因为|原因(?:在于|是|很|也|有|何在)|究其原因|(?:根子|症结|问题|毛病)(?:出?在|就在)|缘由(?:在于|是)"
)
_INSTANCE = re.compile("比如|例如|譬如")
_ENOUGH = 25
"""Characters that a reason or an instance is told in."""
_WORN = re.compile(f"{any_of('disputed')}|{any_of('private')}|{any_of('policy')}")


def reasons(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """What the next sentence gives the reason of."""
    yield from _followed("because", _REASON, parts)


def instances(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """What the next sentence gives an instance of."""
    yield from _followed("instance", _INSTANCE, parts)


def _followed(
    structure: str, pattern: re.Pattern[str], parts: Sequence[Sentence]
) -> Iterator[Find]:
    for at, (sentence, behind) in enumerate(pairwise(parts)):
        same = sentence.paragraph == behind.paragraph
        goes_on = "".join(part.text for part in parts[at + 1 : at + 3])
        if not same or not pattern.match(behind.text) or len(goes_on) < _ENOUGH:
            continue
        if sentence.political or behind.political or not sentence.whole:
            continue
        told = "".join(part.text for part in beside(parts, at))
        span = _said(sentence)
        if span and not _WORN.search(told):
            yield within(structure, sentence, *span, 3.0)


def _said(sentence: Sentence) -> tuple[int, int] | None:
    """The longest end of a sentence, in whole clauses, that can be understood alone."""
    if not sentence.text.endswith("。"):
        return None
    high = len(sentence.text) - 1
    starts = [0, *(clause.start - sentence.start for clause in clauses(sentence))]
    for start in sorted(set(starts)):
        low = led_in(sentence.text, start, high)
        if alone(sentence.text[low:high]):
            return low, high
    return None


_ONCE = "(?:过去|以前|从前|早先|原先|早些年|前些年|往年)"
_EARLIER = re.compile(
    f"(?:^|(?<=[。；]))(?P<words>{_ONCE}，?[^，。；：？“”]{{5,20}}(?:，[^，。；：？“”]{{2,14}})?)[，。；]"
)
_LATER = re.compile("(?:^|[，。；])(?:现在|如今|眼下|今天|从此)")
_UNCLEAR = re.compile("[他她它我你您其此该]|[这那]")
_REACH = 6
"""Sentences that tell how it is today may stand behind how it was."""


def earlier(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """How something was in former times, where the text goes on to tell how it is today."""
    for at, sentence, was in searched(_EARLIER, parts):
        words = was["words"]
        behind = [sentence.text[was.end("words") :], *(p.text for p in parts[at + 1 : at + _REACH])]
        unclear = _UNCLEAR.search(words) or _WORN.search(words) or not balanced(words)
        if not unclear and any(map(_LATER.search, behind)):
            yield within("earlier", sentence, *was.span("words"), 2.7)


_CHANGED = re.compile(
    "[改换][^，。]{0,2}了[^，。]{0,3}(?:做法|办法|谈法|思路|打法|方式|法子|规矩|干法)|促使[^，。]{1,4}改了做法"
)
_RULED = re.compile("[立定]下?了[^，。]{0,4}规矩")


def changed(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """That people went about something in another way, with text before and behind it."""
    for at, sentence in enumerate(parts):
        if sentence.political or not sentence.whole:
            continue
        for clause in clauses(sentence):
            is_rule, is_change = _RULED.search(clause.text), _CHANGED.search(clause.text)
            behind = "".join(
                (
                    sentence.text[clause.end - sentence.start :],
                    *(p.text for p in parts[at + 1 : at + 3]),
                )
            )
            before = clause.start > parts[0].start + _ENOUGH
            fits = 5 <= len(clause.text) <= 20 and len(behind) > _ENOUGH
            high = clause.end - sentence.start
            low = max(sentence.text.rfind(stop, 0, high) for stop in "，。；：") + 1
            if fits and is_rule:
                yield within("ruled", sentence, low, high, 2.9)
            elif fits and is_change and before:
                yield within("changed", sentence, low, high, 2.9)


_REMEDY = re.compile(
    "(?:于是|为此|针对这[一个][^，]{1,4}|后来|从那以后|这件事[之以]后)，?(?:[^，。]{0,8}?(?:把|请|会同|改成?|换|由|建|办|设|装|组织|推行|采取|商量|约定))(?![^，]*[不没])"
    "|(?:我们|工会)(?:的(?:做法|办法)|没有硬推|想了个办法)"
)
_TROUBLE = re.compile("不[^，。]{0,6}|没有?[^，。]{1,8}|难|缺|吵|怕|愁|白跑|挤|空[转置]|冷清|断")
_DEED = re.compile(
    "把|请|设|建|办|改|换|装|开|找|做|定|添|配|搭|立|推|约定|借|签|送|教|组织|安排|协商"
)


def remedies(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """A trouble that the next sentence tells the remedy of."""
    for sentence, behind in pairwise(parts):
        if sentence.political or behind.political or not sentence.whole:
            continue
        led = _REMEDY.match(behind.text)
        if not led or not _DEED.search(behind.text, led.end()) or len(behind.text) < _ENOUGH:
            continue
        span = _said(sentence)
        if (
            span
            and _TROUBLE.search(sentence.text[slice(*span)])
            and not _WORN.search(sentence.text)
        ):
            yield within("remedy", sentence, *span, 2.9)


_DISPUTED = re.compile(
    "(?:争议|分歧|讨论|争论|意见)最(?:大|激烈|集中|多|不统一)的，?是[^，。；：“”]{1,12}"
)
_SETTLED = re.compile(
    "(?:^|[，。；])(?:最后|最终)[^，。]{0,4}?(?:议定|商定|形成|通过|定下|达成|敲定)"
)


def settled(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """What was most disputed, where the text goes on to tell how it was settled."""
    for at, sentence, disputed in searched(_DISPUTED, parts):
        low, high = disputed.span()
        stops = sentence.text[high : high + 1] in tuple("，。；") and (
            not low or sentence.text[low - 1] in "，。；"
        )
        own = beside(parts, at)
        behind = (sentence.text[high:], *(p.text for p in own if p.start > sentence.start))
        if stops and any(map(_SETTLED.search, behind)):
            yield within("settled", sentence, low, high, 3.0)


_IMPROVED = re.compile(
    "(?:琢磨|试着|动手|摸索)[^，。]{0,6}?(?:改|做|装|焊|编|画|造|设计)(?:了|出)[^，。；：“”]{2,14}$"
    "|(?:改|改装|加装|焊|磨|做|设计)了一[把台套副][^，。；：“”]{2,10}$"
)


def improvements(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """A tool, or another thing at hand, that somebody at work made better."""
    for sentence in parts:
        if sentence.political or not sentence.whole:
            continue
        for clause in clauses(sentence):
            low, high = clause.start - sentence.start, clause.end - sentence.start
            whole = not low or sentence.text[low - 1] in "，。；：”"
            fits = whole and len(clause.text) <= _MADE and len(sentence.text) > _ENOUGH
            if fits and balanced(clause.text) and _IMPROVED.search(clause.text):
                yield within("improved", sentence, low, high, 3.0)
                break


_MADE = 20
"""Characters that tell what somebody made."""
