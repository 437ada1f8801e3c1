"""What a text lets people say, to answer or to weigh it, and what a court found."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from studydesk.study.find import Find, within
from studydesk.study.sentences import Sentence, balanced
from studydesk.study.vocabulary import any_of

_VIEW = re.compile(
    "(?:^|[。；])(?:也|还|总|曾)?(?:有(?:的|些)?(?:人|同志|职工)|有一?种(?:观点|看法|说法))(?:会|还)?(?P<verb>说|认为|以为|问|担心)，?"
    "(?P<words>[^。；：]{6,24})[。？]$"
)
_ANSWERS = re.compile(
    "其实|事实上|实践证明|恰恰|我的感受正好相反|不妨看一组|这话混淆|这(?:话|种?看法|种?观点|种?说法|种?担心|个说法)[^。]{0,12}(?:不|未必|片面|一半|忽略|误解|偏|只)"
)
_NOT_OURS = re.compile(f"{any_of('disputed')}|{any_of('policy')}|{any_of('private')}|你|他|她|我")


def views(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """What a text lets somebody say, to turn it down: 有人以为…。其实，…."""
    for at, sentence in enumerate(parts[:-1]):
        view, answer = _VIEW.search(sentence.text), parts[at + 1]
        if not view or not sentence.whole or sentence.political or answer.political:
            continue
        fits = balanced(view["words"]) and not _NOT_OURS.search(view["words"])
        if fits and _ANSWERS.match(answer.text):
            find = within("view", sentence, *view.span("words"), 2.7)
            find.more["verb"] = view["verb"]
            yield find


_WORRY = re.compile("“(?P<words>[^“”。！？]{8,22}[？！])”")
_EASED = re.compile("事实上|其实|不用|不必|可以")


def worries(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """What people ask in a sentence of its own, where one of the next two answers them."""
    for at, sentence in enumerate(parts):
        asked, behind = _WORRY.fullmatch(sentence.text.strip()), parts[at + 1 : at + 3]
        if not asked or sentence.political or _NOT_OURS_TO_SAY.search(asked["words"]):
            continue
        if any(_EASED.match(part.text) and not part.political for part in behind):
            low = sentence.text.index(asked["words"])
            yield within("worry", sentence, low, low + len(asked["words"]), 2.8)


_NOT_OURS_TO_SAY = re.compile(f"{any_of('private')}|他|她|老板|领导")
_PROVERB = re.compile("(?:一句|句老|句俗|句)话：“?(?P<words>[^“”。：]{6,20})”?。$")
_WEIGHED = re.compile("这?话|这句|说得|其实|这个说法")


def proverbs(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """What people often say, where the next sentence weighs it."""
    for sentence, behind in pairwise(parts):
        said = _PROVERB.search(sentence.text)
        fits = said and sentence.whole and not sentence.political and not behind.political
        if said and fits and _WEIGHED.match(behind.text):
            yield within("proverb", sentence, *said.span("words"), 2.9)


_JUDGED = re.compile("(?:^|[，。；])(?P<words>判决(?:确认|认定)[^，。；“”]{4,20})[。，]")
_FACTS = 40
"""Characters before a court's reasons in which what happened can be told."""
_GROUNDS = re.compile("法院(?:经审理)?认为")


def judgements(text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """What a court found, where the text tells of what."""
    for sentence in parts:
        judged = _JUDGED.search(sentence.text)
        grounds = _GROUNDS.search(text, 0, sentence.start)
        if judged and grounds and grounds.start() > _FACTS and sentence.whole:
            yield within("judgement", sentence, *judged.span("words"), 3.0)
