"""What the items of a list are: things done or to be done, troubles, or neither for certain; what
the text calls them, and what it says about each.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from studydesk.domain.passage_names import chinese_number
from studydesk.study.sentences import Clause, Sentence, balanced
from studydesk.study.vocabulary import any_of

FAULT_NOUNS = (
    "矛盾|挑战|困境|短板|难题|障碍|问题|卡点|堵点|难点|痛点|毛病|漏洞|误区|顾虑|难处|坏处|弊端|倾向"
)
NOUNS = (
    f"{FAULT_NOUNS}|原因|环节|权利|特征|优势|任务|要求|做法|办法|疑问|层面|方面|转变|前提|条件|好处"
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
_SOME_OF = re.compile(f"(?:几|以下|如下)(?:[个项种条处点])?(?P<noun>{NOUNS})")
"""以下问题: counted by nobody."""
_IN_LINES = "建议启示经验要求对策措施"
"""What is counted as 三条."""
TO_DO = ("建议", "对策", "措施", "做法", "办法")
"""What the items of a list that can be taken up are called."""
_FIRST = re.compile(f"\\s*第一(?P<unit>[个项种条处重])(?P<noun>{NOUNS})")
"""第一种倾向，是…."""
_ENDING = re.compile(f"(?:{NOUNS})$")

_DOES = re.compile(
    f"{any_of('measure')}|{any_of('instruction')}|聚焦|坚持|抓[好实牢紧]|用[足活好]|建[好强]|管好|办好"
    "|以[^，]{2,}(?:替代|代替|支撑)|向[^，]{2,8}(?:延伸|倾斜|下沉)|从[^，]{2,}转向"
)
"""What something done, or to be done, begins with."""
_NOT_DONE = re.compile(any_of("no_measure"))
_PROBLEM = re.compile(any_of("problem"))
_FAULT = re.compile(
    f"{any_of('trouble')}|没|怕|顾虑|负担|卡点|堵点|漏洞|误区|隐患|罚|裁员|扣|压低|降薪|末位|欠|外包|加班|淘汰|(?:缓慢|[低慢少浅虚空散乱窄])$"
)
"""What a trouble has in its name, and nothing that is to be copied."""
_GOES_BADLY = re.compile("(?:缓慢|(?<!一.)不[^，]{1,3}|滞后|薄弱|脱节|[低慢少浅虚空散乱窄])$")
"""How 推进缓慢 and 落实不力 end, that begin as what is done does."""
_REMEDY = re.compile(f"^(?:{any_of('towards_problem')}|防止|避免|杜绝)")
CONDEMNED = re.compile(any_of("condemned"))
_TURNED = re.compile("^(?:可是|可(?![以能持靠])|但|然而)|却|没有人|没人|白(?=[费建做搭忙])")
"""台账建了没有人看，等于白建."""
_GIVEN_UP = re.compile("取消了?[。，；]|都?停了|停办|没有同意|没同意")
"""半年下来，这些做法都取消了."""

_STRETCH = re.compile("[^，。；：、—”][^。；]*")
_ASKS_FOR = re.compile(
    f"应当|应该|均应|必须|建议|(?:^|，)(?:要|可以?|应|需要?|还要)?(?:{any_of('measure')})"
    "(?![^，]*(?:不仅|有|是))"
)
_HALF = re.compile("虽|不仅|不但|如果|只要|只有|等到|由于|因为|为了|[时后]$")
"""What a clause has that another must follow."""
_ENOUGH, _MOST = 16, 60
"""Characters of what is said about an item: whole clauses, as many as tell something."""


def done(run: Sequence[Clause], told: str, called: str = "") -> bool:
    """Whether every item is clearly something that is done as told, or is to be done, by its own
    words or, of most, as the text calls them.
    """
    named = called.endswith(TO_DO) and sum(bool(_DOES.match(k.text)) for k in run) * 2 > len(run)
    return not CONDEMNED.search(told) and all(
        (named or _DOES.match(key.text))
        and not _NOT_DONE.search(key.text)
        and not _FAULT.search(key.text)
        and not key.text.endswith("问题")
        for key in run
    )


def came_to_nothing(said: Sequence[str], behind: str) -> bool:
    """Whether what the text says about items, or behind them, turns against them."""
    return any(map(_TURNED.search, said)) or bool(_GIVEN_UP.search(behind))


def troubles(run: Sequence[Clause], parts: Sequence[Sentence]) -> bool:
    """Whether the items are clearly troubles, by their own names or as the text calls them."""
    called = counted(run, parts, "").endswith(tuple(FAULT_NOUNS.split("|")))
    done = sum(bool(_DOES.match(k.text)) and not _GOES_BADLY.search(k.text) for k in run)
    if any(_REMEDY.match(key.text) for key in run) or done * 2 > len(run) or (done and not called):
        return False
    named = sum(bool(_PROBLEM.search(key.text)) for key in run) * 2 > len(run)
    return bool(named or called or all(_FAULT.search(key.text) for key in run))


def felt(run: Sequence[Clause]) -> bool:
    """Whether most of the items name a trouble by themselves, that somebody may have met."""
    return sum(bool(_PROBLEM.search(k.text) or _FAULT.search(k.text)) for k in run) * 2 > len(run)


def counted(run: Sequence[Clause], parts: Sequence[Sentence], otherwise: str) -> str:
    """How many items there are of what, as the text calls them: 三个原因, 三处卡点."""
    count = "两" if len(run) == 2 else chinese_number(len(run))
    before = [part for part in parts if part.end <= run[0].start][-2:]
    own = run[0].sentence
    named = _FIRST.match(own.text)
    if named and named.end() <= run[0].start - own.start:
        return f"{count}{named['unit']}{named['noun']}"
    announced = [*(part.text for part in before), own.text[: max(0, run[0].start - own.start)]]
    for text in reversed(announced):
        if called := _announced(count, text):
            return called
    title = next((part.text.strip() for part in reversed(before) if not part.paragraph), "")
    if ending := _ENDING.search(title):
        return _of(count, ending[0])
    ends = {ending[0] if (ending := _ENDING.search(key.text)) else "" for key in run}
    if len(ends) == 1 and "" not in ends and not any(_REMEDY.match(key.text) for key in run):
        return f"{count}个{ends.pop()}"
    asks = before[-1].text if before and before[-1].text.endswith("？") else ""
    for words, noun in (("为什么|为何", "原因"), ("^(?:如何|怎样|怎么)", "办法")):
        if re.search(words, asks):
            return f"{count}个{noun}"
    return f"{count}{otherwise}"


def _announced(count: str, text: str) -> str:
    for pattern in _CALLED:
        for called in pattern.finditer(text):
            if called["count"].replace("二", "两") == count:
                return f"{count}{called['unit'] or '个'}{called['noun']}"
    some = _SOME_OF.search(text)
    return _of(count, some["noun"]) if some else ""


def _of(count: str, noun: str) -> str:
    return f"{count}{'条' if noun in _IN_LINES else '个'}{noun}"


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
    return bool(_GOES_ON.search(text[last.end :].partition("\n")[0]))


_VALUES = "零一两三四五六七八九"


def announces_more(run: Sequence[Clause], parts: Sequence[Sentence]) -> bool:
    """Whether the text counts more right before a list than the passage has of it."""
    own = run[0].sentence
    before = [part.text for part in parts if part.end <= run[0].start][-1:]
    told = "".join((*before, own.text[: max(0, run[0].start - own.start)]))
    called = (found["count"] for pattern in _CALLED for found in pattern.finditer(told))
    counts = {_VALUES.find(count.replace("二", "两")) for count in called}
    return len(run) not in counts and max(counts, default=0) > len(run)


def contents(
    text: str, run: Sequence[Clause], parts: Sequence[Sentence], *, asking: bool
) -> list[str]:
    """What the text says behind each item, in its own whole clauses: the first words, or those
    that ask for something; empty where nothing can be quoted.
    """
    ends = [
        max(text.rfind(stop, key.end, following.start) for stop in "。；\n") + 1
        for key, following in pairwise(run)
    ]
    return [
        _said(text, key.end, end, parts, asking=asking)
        for key, end in zip(run, (*ends, len(text)), strict=True)
    ]


def _said(text: str, start: int, end: int, parts: Sequence[Sentence], *, asking: bool) -> str:
    region = text[start : max(start, end)].partition("\n")[0]
    stretches = [found for found in _STRETCH.finditer(region) if len(found[0]) > 1]
    asked = [one for one in stretches if asking and _ASKS_FOR.search(one[0])]
    for stretch in (asked or stretches)[:1]:
        asks = _ASKS_FOR.search(stretch[0]) if asking else None
        said = _clauses(stretch[0], max(_ENOUGH, asks.end() if asks else 0))
        low = start + stretch.start()
        over = [part for part in parts if part.start < low + len(said) and low < part.end]
        if all(part.whole and not part.protected and not part.guarded for part in over):
            return said + ("……" if said and len(said) < len(stretch[0]) else "")
    return ""


def _clauses(words: str, enough: int) -> str:
    """As many whole clauses from the first on as tell something."""
    for at in range(2, min(len(words), _MOST) + 1):
        ended = at == len(words) or (words[at] == "，" and at >= enough)
        if ended and balanced(words[:at]) and not _HALF.search(words[:at].rpartition("，")[2]):
            return words[:at]
    return ""
