"""What a text holds against each other in one breath: both sides of a balance, what turns into
what, a way and what it leads to, the shares of a whole.
"""

import re
from collections.abc import Iterator, Sequence

from studydesk.study.find import Find, within
from studydesk.study.sentences import Sentence, balanced, beside, political, searched
from studydesk.study.vocabulary import any_of

_BEGINS, _ENDS = "(?:^|(?<=[，。；：]))", "(?=[，。；])"
_BALANCE = re.compile(
    f"{_BEGINS}(?P<words>既(?!然)[^，。；：]{{3,14}}，[也又还更][^，。；：]{{3,14}}){_ENDS}"
)
_SHIFT = re.compile(
    f"{_BEGINS}(?P<words>[^，。；：\\d]{{0,8}}?[从由](?!此)(?:[^，。；：\\d]{{2,12}}?"
    "(?:转向|走向|转为|转变为|变为|变成|升级为|跨向|迈向)[^，。；：\\d]{2,12}"
    f"|[^，。；：\\d]{{2,10}}?向[^，。；：\\d]{{2,10}}?(?:转变|转型|延伸|拓展))){_ENDS}"
)
_MEANS = re.compile(
    f"{_BEGINS}(?P<words>(?:通过|借助|依靠)[^，。；：]{{4,18}}，[^，。；：]{{0,4}}(?:实现|达到|形成|解决|打通|提高|缩短|降低|带动)了?[^，。；：]{{3,14}}){_ENDS}"
)
_SHARE = re.compile(
    "(?:^|(?<=[，。；：])|(?<=其中))(?P<words>(?!其中)[^，。；：\\d]{2,14}占(?:了|到|比)?[^，。；：]{0,3}"
    "(?:[\\d.]+%|[一二三四五六七八九两][成半][^，。；：]{0,2}|[^，。；：]分之[^，。；：]))" + _ENDS
)
_UNFIT = re.compile(
    f"{any_of('disputed')}|{any_of('policy')}|{any_of('private')}|{any_of('weighty')}"
    "|[他她我你您它其此该]|[这那]|上述"
)
_GROUND = 40
"""Characters of the paragraph beside such a pair, that can bear it out."""
_FAR = re.compile(
    "制度|机制|体系|企业|平台|市场|政府|标准|管理|监管|资金|经费|工资|收入|成本|秘密|法|协商"
)
"""Of what others hold the balance."""


def balances(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """既要…，也要…: what has two sides."""
    for find in _pairs("balance", _BALANCE, parts, 2.9):
        if not (_TO_BE.match(find.words) or _has_both(find, parts)):
            continue
        find.more.update({} if _FAR.search(find.sentence.text) else {"near": "yes"})
        yield find


_TO_BE = re.compile("既(?:要(?!靠)|认)(?![^，]*，[也又][^，]*不能)")
"""What has two sides to be kept in view."""


def _has_both(find: Find, parts: Sequence[Sentence]) -> bool:
    """Whether the paragraph goes on to tell of both sides, by two signs of each."""
    at = next(n for n, part in enumerate(parts) if part is find.sentence)
    own = "".join(part.text for part in beside(parts, at)).replace(find.words, "", 1)
    halves = [re.sub(_NO_SIDE, "", half) for half in find.words.split("，")]
    return all(
        any(half[n : n + 2] in own for n in range(len(half) - 1) if half[n : n + 2] not in _WORN)
        for half in halves
    )


_WORN = {"职工", "企业", "工会", "个人", "工人"}
_NO_SIDE = "^(?:既|也|又|还|更)(?:是|有|能|让)?|的"
"""What two sides are joined by, and tells of neither."""


def shifts(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """从“代替仪器”转向“解释仪器”: what turns into what, where the paragraph goes on from it."""
    for find in _pairs("shift", _SHIFT, parts, 2.9):
        place = find.start - find.sentence.start
        behind = find.sentence.text[place + len(find.words) :]
        last = not any(
            part.start > find.start and part.paragraph == find.sentence.paragraph for part in parts
        )
        if not (last and len(behind) < _GROUND) and not _NO_SHIFT.match(find.words):
            yield find


_NO_SHIFT = re.compile(
    "[一二三四五六]是|[^从由]{0,8}(?:就|便|推动|实现|一定)|是让|推动|节约|转变[一二三]|启示"
)
"""What a shift is only wished or said to come of."""


def means(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """通过…，实现…: a way and what it leads to."""
    yield from _pairs("means", _MEANS, parts, 2.5)


def shares(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """其中货车司机占四成，装卸工占三成半: the first of several shares of a whole, where the text
    goes on from them.
    """
    for find in _pairs("share", _SHARE, parts, 1.5):
        behind = find.sentence.text[find.end - find.sentence.start :]
        later = (p.text for p in parts if p.start > find.start)
        several = len(_SHARE.findall(find.sentence.text)) > 1
        if several and len(behind + "".join(later)) >= _GROUND:
            yield find


def _pairs(
    structure: str, pattern: re.Pattern[str], parts: Sequence[Sentence], worth: float
) -> Iterator[Find]:
    """What a pattern finds first in a passage, in sentences that may be weighed."""
    for at, sentence, pair in searched(pattern, parts):
        words, own = pair["words"], beside(parts, at)
        told = sum(len(part.text) for part in own) - len(words)
        weighed = political(words) or any(part.political for part in own)
        fits = balanced(words) and not _UNFIT.search(words) and sentence.paragraph
        if fits and told >= _GROUND and not weighed:
            yield within(structure, sentence, *pair.span("words"), worth)
            return
