"""What somebody says in a text: a worker in words of their own, people whom it answers, a court."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from studydesk.study.find import Find, within
from studydesk.study.sentences import Sentence, balanced, beside
from studydesk.study.vocabulary import any_of

_VOICE = re.compile("“(?:[^“”]{0,40}[？！。])?(?P<said>[^“”‘’？！。…]{8,27})。(?:”|[^“”]{0,40}”)")
_SAYS = "(?:想了想|笑着|动情地|感慨地)?(?:说|道|坦言|直言|感慨|告诉记者)"
_BEHIND = re.compile(f"(?P<who>[^，。！？：“”]{{0,20}}?){_SAYS}")
_BEFORE = re.compile(
    f"(?:^|[，。”])(?P<who>[^，。！？：“”]{{0,20}}?){_SAYS}(?:得[^，。]{{1,3}})?：$"
)
_UNCLEAR = re.compile(
    r"[他她它您其该]|你|[这那](?!辈子|我)|[前后]者|党|[\d十百千万]|员工|^(?:而|但|所以|因为|就|也|还|可)"
)
_A_NAME = re.compile("(?:一[位名个])?(?P<name>(?![他她])[一-龥]{2,5})")
_NOT_OF_WORKERS = re.compile("经理|老板|董事长|总裁|专家|教授")
_NEAR_TO_ONE = re.compile(
    "更年期|失眠|住院|怀孕|流产|癌|看病|生病|手术|母亲|父亲|妻子|丈夫|老伴|孩子|爱人|离婚"
)
"""Health and family: what is said beside them is nobody's to look into."""
_REASON = re.compile(
    "因为|由于|原因|原来|所以|因此|怕|担心|撑不住|还是|仍|却|以前|过去|从前|后来|起初|一开始"
)
"""What tells why, or what somebody's words answer."""
_OWN_REASON = re.compile("因为|由于|担心|(?<![不就])怕")
_THE_POINT = re.compile("(?:更(?:要紧|重要|关键)的是|关键是|但是?|可是)，?")
_BESIDE = 2
"""Sentences beside what somebody says that can tell why."""


def voices(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """What somebody in the text, who speaks for no office, says in one sentence."""
    for at, sentence in enumerate(parts):
        if sentence.political or not sentence.whole or len(parts) <= _BESIDE:
            continue
        follows = parts[at + 1].text if at + 1 < len(parts) else ""
        for said in _VOICE.finditer(sentence.text):
            behind = sentence.text[said.end() :] or follows
            spoken = _BEFORE.search(sentence.text[: said.start()]) or _BEHIND.match(behind)
            if not spoken or _UNCLEAR.search(said["said"]):
                continue
            around = "".join(part.text for part in beside(parts, at))
            if _NOT_OF_WORKERS.search(around) or _NEAR_TO_ONE.search(around):
                continue
            span = _point(sentence.text, *said.span("said"))
            if not span or not _explained(parts, at, sentence.text[slice(*span)]):
                continue
            find = within("voice", sentence, *span, 2.8)
            name = _A_NAME.fullmatch(spoken["who"].rpartition("的")[2])
            find.more["who"] = name["name"] if name else "有人"
            yield find


def _point(text: str, low: int, high: int) -> tuple[int, int] | None:
    """Where the point of what somebody says stands: behind 更要紧的是, if the quotation has that;
    nowhere, if it has it outside the words.
    """
    start, stop = text.rfind("“", 0, low), text.find("”", high)
    turns = list(_THE_POINT.finditer(text, start + 1, stop if stop > 0 else len(text)))
    if not turns:
        return low, high
    at = turns[-1].end()
    return (at, high) if low <= at and high - at >= _SHORTEST else None


_SHORTEST = 8


def _explained(parts: Sequence[Sentence], at: int, words: str) -> bool:
    """Whether sentences beside it, and not the words themselves, tell why somebody says them."""
    own = parts[at]
    beside = [p.text for p in parts[max(0, at - _BESIDE) : at + _BESIDE + 1] if p is not own]
    told = "".join((own.text.partition(words)[0], *beside))
    return bool(_REASON.search(told)) and not _OWN_REASON.search(words)


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
