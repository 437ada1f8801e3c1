"""What a text announces by its number and then tells: 要有三个支撑。一是…二是…, 三项职责：…、….

Only where as many are found as were announced.
"""

import re
from collections.abc import Iterator, Sequence

from studydesk.study.contrasts import led_in
from studydesk.study.find import Find, within
from studydesk.study.list_items import NOUNS
from studydesk.study.lists import lists, runs
from studydesk.study.sentences import Clause, Sentence, balanced, beside, clauses, searched
from studydesk.study.whose_words import political

_NUMERALS = "两三四五六七八"
_LEAD = re.compile(
    rf"(?<![第十百分之几多\d])(?P<count>[{_NUMERALS}])(?P<unit>[个项种条处类句点样件招步]|方面)"
    rf"(?P<noun>[^，。：；、“”]{{0,6}}|“[^“”]{{1,4}}”)$"
)
_SHORTEST, _LONGEST = 5, 20
"""Characters of what announces it."""
_UNCLEAR = re.compile(
    "[他她它我你您这那此该其另]|以下|如下|上述|第[一二三]|结果|[说写问]$|还有|分之|[年月日]$"
)
_NO_MEMBERS = re.compile("[年月天人名家]$|小时|徒弟|师傅|职工|工人|代表|干部|同志|骑手")
_TO_DO = re.compile("建议|办法|措施|做法|工作|实事|支撑")
_OF_NOTHING = re.compile("种情形|种情况|阶段|时期|问题|矛盾|原因")
_WORRIES = re.compile("压力|困难|难处|担心|顾虑|风险|原因|委屈|烦恼")
"""Of what weighs on people nobody is to say which is the least."""
_ALL_NEEDED = re.compile("条件|前提|要件|证明")
"""Of what is only something together none is more than the others."""
_JOINED = re.compile("(?:一般|总的|具体|简单)(?:说来|来说|来看|而言|地说)，|而|但|恰好|正好|恰恰")
_MAIN = re.compile("(?:主要|关键|根本)(?:是|在(?!于)|的(?:是|一))|大头|首要|最要紧|最重要")
"""How a text names the first among its items: nobody is asked for another."""
_HEARD = 12
"""Characters of the first item of a list that is asked about by it."""
_BRIEF = 20
"""Characters behind what announces it, in its sentence, that are only to be read out."""
_AT_ONCE = 12
"""Characters behind what announces it, in which a list begins."""
_KEY, _TOLD = 40, 5
"""Characters of a member, at most, and of one that says enough to be put in other words."""


def counted(text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """The lists of a passage, and what it announces with its number where so many follow."""
    found = list(runs(text, parts))
    listed = list(lists(text, parts, found))
    yield from listed
    told = {one.start for one in listed if len(one.words) <= _HEARD}
    numbered = [run for run in found if len(run) > 1 and run[0].start not in told]
    yield from _announced(parts, numbered)
    yield from _coined(parts)
    yield from _by_a_sign(parts)


def _announced(parts: Sequence[Sentence], numbered: Sequence[Sequence[Clause]]) -> Iterator[Find]:
    begun: dict[int, Sequence[Clause]] = {}
    for items in numbered:
        begun.setdefault(items[0].start, items)
    for at, sentence in enumerate(parts):
        if sentence.political or not sentence.whole or not sentence.paragraph:
            continue
        for low, high, lead in _leads(sentence):
            count = _NUMERALS.index(lead["count"]) + 2
            behind = sentence.start + high
            keys = _members(sentence.text[high:], count) or next(
                (
                    [*map(_unbroken, run, (*run[1:], None))]
                    for start in range(behind, behind + _AT_ONCE)
                    if (run := begun.get(start)) and len(run) == count and _is_free(run)
                ),
                [],
            )
            if not keys and sentence.text[high : high + 1] in "：":
                keys = _questions(parts[at : at + count], sentence.text[high + 1 :])
            if not keys and sentence.text[high:] == "。" and "、" not in sentence.text[low:high]:
                keys = _in_next(parts, at, count)
            if len(keys) == count and not any(map(political, keys)) and not _names(keys):
                find = _told(sentence, low, high, lead, keys)
                if 1 < len(sentence.text[high:]) < _BRIEF:
                    find.more.pop("told", None)
                own = beside(parts, at)
                if _MAIN.search("".join(part.text for part in own)):
                    find.more.pop("weighable", None)
                yield find
                break


def _is_free(run: Sequence[Clause]) -> bool:
    """Whether none of the sentences of a list is political."""
    return not any(key.sentence.political for key in run)


_COINED = re.compile(f"“(?P<words>(?P<count>[{_NUMERALS}])(?P<unit>[^“”项个条样点种]))”[。：，]")


def _coined(parts: Sequence[Sentence]) -> Iterator[Find]:
    """What a text coins a name with a number for, and then numbers: “三筛”。头一筛，…第二筛，…."""
    for at, sentence, coined in searched(_COINED, parts):
        own = [part.text for part in beside(parts, at) if part.start > sentence.start]
        behind = "".join((sentence.text[coined.end() :], *own))
        numbered = (
            rf"(?:头一|第[一二三四五六七八]){coined['unit']}(?:，|：|是)([^，。；：]{{2,20}})"
        )
        keys = re.findall(numbered, behind)
        if len(keys) == _NUMERALS.index(coined["count"]) + 2 and not any(map(political, keys)):
            find = within("announced", sentence, *coined.span("words"), 3.2)
            find.more.update(
                counted=coined["words"],
                which=f"哪一{coined['unit']}",
                one=f"一{coined['unit']}",
                keys="；".join(keys),
                told="yes",
            )
            yield find


_SIGNS = re.compile(
    f"(?<![第十百千万几多之\\d])(?P<words>(?:[{_NUMERALS}][一-龥]){{1,2}})”?"
    "(?:：|，?(?:就是|即)：?)(?P<told>[^：。！？]+)"
)


def _by_a_sign(parts: Sequence[Sentence]) -> Iterator[Find]:
    """What a text counts by the sign that its members begin or end with: 三怕：怕…、怕…、怕…."""
    for _, sentence, found in searched(_SIGNS, parts):
        words, keys = found["words"], list[str]()
        for count, sign in zip(words[::2], words[1::2], strict=True):
            member = f"(?:^|(?<=[、，；]))(?:{sign}[^、，；]+|[^、，；]{{1,4}}{sign})(?=[、，；]|$)"
            own = re.findall(member, found["told"])
            keys += own if len(own) == _NUMERALS.index(count) + 2 else [""]
        if all(keys) and not any(map(political, keys)) and sentence.paragraph:
            find = within("announced", sentence, *found.span("words"), 3.2)
            find.more.update(counted=words, which="哪一样", one="一样", keys="；".join(keys))
            find.more.update({"told": "yes"} if all(len(key) >= _TOLD for key in keys) else {})
            yield find


def _told(
    sentence: Sentence, low: int, high: int, lead: re.Match[str], keys: Sequence[str]
) -> Find:
    find = within("announced", sentence, low, high, 3.2)
    unit = lead["unit"]
    named = lead["noun"] if re.fullmatch(NOUNS, lead["noun"]) else ""
    find.more.update(
        {
            "counted": f"{lead['count']}{unit}{named}",
            "which": f"哪一{unit}",
            "one": f"一{unit}",
            "keys": "；".join(keys),
        }
    )
    together = _ALL_NEEDED.search("".join((find.words, *keys)))
    weighs = _OF_NOTHING.search(lead["noun"]) or _WORRIES.search(sentence.text[:high])
    if lead["count"] != "两" and not weighs and not together:
        find.more["weighable"] = "yes"
    if _TO_DO.search(lead["noun"]):
        find.more["near"] = "yes"
    if all(len(key) >= _TOLD for key in keys):
        find.more["told"] = "yes"
    return find


_PLACE = re.compile(
    "[东南西北]侧$|[^现]场$|[门口站路街区县市镇乡村桥港厂局院馆校所]$|公司$|集团$|工会$|中心$"
)


def _names(keys: Sequence[str]) -> bool:
    """Whether items are mostly places or bodies: none of them says anything to be weighed."""
    return sum(bool(_PLACE.search(re.sub("[。；，].*", "", key))) for key in keys) * 2 > len(keys)


def _unbroken(key: Clause, after: Clause | None) -> str:
    """An item, to the end of its sentence, to the next semicolon or to the item `after` it."""
    own = key.sentence
    end = after.start - own.start if after and after.sentence is own else len(own.text)
    told = own.text[key.start - own.start : end].partition("；")[0].rstrip("。")
    return _NUMBERED.sub("", told)


_NUMBERED = re.compile("，(?:[第其][一二三四五六七八九十]，?|[一二三四五六七八九十][是要])$")
"""How the next item is numbered."""


def _leads(sentence: Sentence) -> Iterator[tuple[int, int, re.Match[str]]]:
    """Where a clause that announces something begins and ends: with the clause before it, if that
    makes it no longer than can be heard.
    """
    start, last = 0, 0
    for clause in clauses(sentence):
        high = clause.end - sentence.start
        stop = sentence.text[high : high + 1]
        lead = _LEAD.search(clause.text)
        begun = start if clause.start - sentence.start <= high else 0
        if lead and stop in tuple("：。，") and stop:
            for first in sorted({begun, last, clause.start - sentence.start}):
                low = led_in(sentence.text, first, high)
                joined = _JOINED.match(sentence.text, low)
                low = joined.end() if joined else low
                words = sentence.text[low:high]
                fits = _SHORTEST <= len(words) <= _LONGEST and balanced(words)
                if fits and not _UNCLEAR.search(words) and not _NO_MEMBERS.search(words):
                    yield low, high, lead
                    break
            else:
                ours = not _UNCLEAR.search(re.sub("[我咱]们?", "", clause.text))
                if ours and len(lead["noun"]) > 1 and not _NO_MEMBERS.search(lead["noun"]):
                    yield clause.start - sentence.start + lead.start(), high, lead
        last = clause.start - sentence.start if stop == "，" else high + 1
        start = 0 if stop == "，" and start == 0 else high + 1


def _members(behind: str, count: int) -> list[str]:
    """What stands behind a colon, if it is so many."""
    if behind[:1] != "：":
        return []
    told = behind[1:].rstrip("。”")
    for stop in "；，、":
        members = _parted(told, stop)
        if stop == "、" and len(members) == count - 1:
            members = [*members[:-1], *re.split("和|以及|与", members[-1], maxsplit=1)]
        if len(members) > 1:
            fine = all(2 <= len(one) <= _KEY and balanced(one) for one in members)
            return members if fine and len(members) == count else []
    return []


def _in_next(parts: Sequence[Sentence], at: int, count: int) -> list[str]:
    """What stands between semicolons in the next sentence, if it is so many."""
    own = [part for part in beside(parts, at) if part.start > parts[at].start]
    members = _parted(own[0].text.rstrip("。"), "；") if own else []
    fine = all(_TOLD <= len(one) <= _KEY and balanced(one) for one in members)
    return members if fine and len(members) == count else []


def _parted(told: str, stop: str) -> list[str]:
    """The stretches between stops outside quotation marks."""
    members, depth = [""], 0
    for sign in told:
        depth += (sign in "“（《") - (sign in "”）》")
        if sign == stop and not depth:
            members.append("")
        else:
            members[-1] += sign
    return members


def _questions(parts: Sequence[Sentence], first: str) -> list[str]:
    """The questions that sentences ask, one each."""
    told = [first, *(part.text for part in parts[1:])]
    return told if all(one.endswith("？") and len(one) <= _KEY for one in told) else []
