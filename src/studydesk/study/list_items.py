"""What a text calls the items of a list, how many it announces, and what it says of each."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import islice, pairwise

from studydesk.domain.passage_names import chinese_number
from studydesk.study.sentences import Clause, Sentence, balanced, before
from studydesk.study.vocabulary import any_of

NOUNS = (
    "矛盾|挑战|困境|短板|难题|障碍|问题|卡点|堵点|难点|痛点|毛病|漏洞|误区|顾虑|难处|坏处|弊端|倾向"
    "|原因|环节|权利|特征|优势|任务|要求|做法|办法|疑问|层面|方面|转变|前提|条件|好处"
    "|步骤|建议|经验|启示|对策|措施"
)
"""What a text calls the items of a list."""
_NUMERALS = "[两二三四五六七八九十]+"
_CALLED = (
    re.compile(
        f"(?P<count>{_NUMERALS})(?P<unit>[个项种条处重])(?:[^，。；：]{{0,6}}的)?(?P<noun>{NOUNS})"
    ),
    re.compile(
        f"(?P<noun>{NOUNS})[^，。；：]{{0,5}}?(?P<count>{_NUMERALS})(?P<unit>[个项种条处])?"
    ),
)
"""三个原因; 卡点集中在三处."""
_FIRST = re.compile(f"\\s*第一(?P<unit>[个项种条处重])(?P<noun>{NOUNS})")
"""第一种倾向，是…."""
_STRETCH = re.compile("[^，。；：、—”][^。；]*")
_HALF = re.compile(
    "虽|不仅|不但|如果|只要|只有|等到|由于|因为|为了|表面|看似|[时后]$|(?:显示|表明|发现|认为|[看说]|指出)$"
)
"""What a clause has that another must follow."""
_TURN = re.compile("，(?:但|却|然而|不过|只是|实际|其实|可(?![以见能]))|[^，]却|不过")
"""How a sentence goes on to the contrary of what it says first."""
_DOING = f"(?:{any_of('measure')}|[一-龥][好齐住清实]|规范|绘制|编制|共建|变“)"
TO_DO = re.compile(f"(?:[^，]{{0,8}}(?:可以|应[当该]?|要))?{_DOING}(?!.*[长短散窄低高快慢难]$)")
"""How something begins that can be done: 编好课程包, 推行一次入会, and not 组织链条长."""
_MEASURE = re.compile(f"(?:^|(?<=，))(?:[^，]{{0,12}}(?:要|应[当该]?|可以?))?{_DOING}")
"""A clause that says what is to be done."""
_FAR = 5
"""Stretches of text behind an item in which that is looked for."""
_ENOUGH, _MOST, _TURNED = 16, 60, 90
"""Characters of what is said about an item: whole clauses, as many as tell something; more, where
they turn against the first.
"""


def counted(run: Sequence[Clause], parts: Sequence[Sentence]) -> str:
    """How many items there are of what, as the text calls them: 三个原因, 三处卡点; else 三点."""
    count = "两" if len(run) == 2 else chinese_number(len(run))
    own = run[0].sentence
    named = _FIRST.match(own.text)
    if named and named.end() <= run[0].start - own.start:
        return f"{count}{named['unit']}{named['noun']}"
    led = [part.text for part in before(parts, run[0].start)[-2:]]
    announced = [*led, own.text[: max(0, run[0].start - own.start)]]
    return next(
        filter(None, (_announced(count, text) for text in reversed(announced))), f"{count}点"
    )


def _announced(count: str, text: str) -> str:
    for pattern in _CALLED:
        for called in pattern.finditer(text):
            if called["count"].replace("二", "两") == count:
                return f"{count}{called['unit'] or '个'}{called['noun']}"
    return ""


_BEGUN = (
    ("(?:^|[。；\\n])首先(?:，|是|要(?!求))", "其次|再次|然后|最后|第二"),
    ("(?<![\\w])(?:其一|第一)，", "(?:其|第)二"),
    ("(?<![\\w])一是", "二是"),
    ("(?<!另)一方面，", "另一方面|同时"),
)
_GOES_ON = re.compile("[；。](?:同时|此外|另外|再就是|还(?:有(?!人)|[要应须]))")


def cut_off(text: str) -> bool:
    """Whether a text begins to count and breaks off behind the first: 首先 without 其次."""
    return any(
        (first := re.search(one, text)) and not re.search(other, text[first.end() :])
        for one, other in _BEGUN
    )


def goes_on(text: str, last: Clause) -> bool:
    """Whether the paragraph of an item adds another one without a number: 同时也不要忘了…."""
    ends = text.find("\n", last.end)
    return bool(_GOES_ON.search(text, last.end, len(text) if ends < 0 else ends))


_VALUES = "零一两三四五六七八九"
_COUNTS = re.compile(
    f"(?<!第)(?P<count>{_NUMERALS})(?:[个项种条处重样点层件句步]|方面)"
    "(?!班组?|车间|企业|单位|部门|[工职]|师|徒|人|[县市区乡镇厂月年]|小时|钟头)"
)
"""四样: how many a text announces, whatever they are."""


def announces_more(run: Sequence[Clause], parts: Sequence[Sentence]) -> bool:
    """Whether the text counts more right before a list than the passage has of it."""
    own = run[0].sentence
    led = [part.text for part in before(parts, run[0].start)[-1:]]
    told = "".join((*led, own.text[: max(0, run[0].start - own.start)]))
    counts = {_VALUES.find(found["count"].replace("二", "两")) for found in _COUNTS.finditer(told)}
    return len(run) not in counts and max(counts, default=0) > len(run)


def contents(text: str, run: Sequence[Clause], parts: Sequence[Sentence]) -> list[str]:
    """What the text says behind each item, in its own whole clauses; empty where nothing can be
    quoted.
    """
    ends = [
        max(text.rfind(stop, key.end, following.start) for stop in "。；\n") + 1
        for key, following in pairwise(run)
    ]
    return [_said(text, key, end, parts) for key, end in zip(run, (*ends, len(text)), strict=True)]


def _said(text: str, key: Clause, end: int, parts: Sequence[Sentence]) -> str:
    start = key.end
    ends = text.find("\n", start, max(start, end))
    region = text[start : max(start, end) if ends < 0 else ends]
    told = (found for found in _STRETCH.finditer(region) if len(found[0]) > 1)
    stretches = [*islice(told, _FAR)]
    if not stretches:
        return ""
    low, words = stretches[0].start(), stretches[0][0]
    if TO_DO.match(key.text):
        low, words = next(filter(None, map(_from_measure, stretches)), (low, words))
    said = _clauses(words)
    first = bisect_right(parts, start + low, key=lambda part: part.end)
    last = bisect_left(parts, start + low + len(said), key=lambda part: part.start)
    over = parts[first:last]
    if not all(part.whole and not part.protected and not part.guarded for part in over):
        return ""
    return said + ("……" if said and len(said) < len(words) else "")


def _from_measure(stretch: re.Match[str]) -> tuple[int, str] | None:
    """Where a stretch of text says what is to be done, and that: the whole of it, where it is
    short enough.
    """
    measure = _MEASURE.search(stretch[0])
    low = measure.start() if measure and len(stretch[0]) > _MOST else 0
    return (stretch.start() + low, stretch[0][low:]) if measure else None


def _clauses(words: str) -> str:
    """The whole of it, or as many whole clauses from the first on as tell something."""
    if len(words) <= _MOST and balanced(words):
        return words
    for at in range(2, min(len(words), _MOST) + 1):
        ended = at == len(words) or (words[at] == "，" and at >= _ENOUGH)
        if ended and balanced(words[:at]) and not _HALF.search(words[:at].rpartition("，")[2]):
            if not _TURN.search(words, at):
                return words[:at]
            return words if len(words) <= _TURNED else ""
    return ""
