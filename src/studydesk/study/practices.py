"""What people do by a rule of their own, again and again: 每条建议进来就有编号."""

import re
from collections.abc import Iterator, Sequence

from studydesk.study.contrasts import JOINED, POINTS_AWAY
from studydesk.study.find import Find, within
from studydesk.study.reasons import reasoned
from studydesk.study.sentences import Sentence, balanced, beside, clauses, political
from studydesk.study.vocabulary import any_of

MOST = 2
"""Of a passage: the first."""
_SHORTEST, _LONGEST = 6, 22
_BY_RULE = re.compile(any_of("by_rule"))
_DONE = re.compile(
    "[开讲练查考学教问看记报写贴议谈评试听测比晒巡走交]|办(?!公)|答复|编号|指定|公开|公示|点单|派单|接单|收集|打分|回访|回应|上门|碰头|复盘|轮|核对|提醒|坐班|值班|带着"
)
_UNFIT = re.compile(
    f"{any_of('disputed')}|{any_of('policy')}|{any_of('private')}|{any_of('weighty')}|{any_of('accusing')}"
    "|哪|别人|早到|什么(?![^，]*什么)|怎|[他她我你您咱它其该此那A-Za-z]|这(?!样)|没|能|不[^，]|难|病|死|伤|元|费|钱|罚|奖|户|票|合同|法|规定|年|月[一二三四五六七八九十\\d]|上万|多[人次个]|说|认为|小时候|率|[升降减提][到至高少]|[%％]|[^，]了(?!解)|过$|[里上中内]$|[？！]|凌晨|晚上|那天"
)
_LAID_DOWN = re.compile("不得|应当|违法|条例|法律|法规|《|处以|气温|诊断|劳动合同|规定(?!：)")
_NOT_DONE = re.compile(
    "从不|从来不|过去|以前|原先|原来|起初|往往|常常|如果|要是|本该|不少|许多|有的|有些|很多"
)


_GOES_ON = "：—"
"""Behind what is done: what it is done with, or what it comes to, is still to be told."""
_IN_ORDER = re.compile("先[^，]{1,6}再")
_AT_HEAD = re.compile(
    "(?:每(?:天|周|月|季度|班|逢|次|条|隔|两|三|晚|早|个班)|谁|当场|随时|逐|班前|班后|一[人事岗机月周]一|先[^，]{1,6}再)"
)
"""What begins with how often or how it is done, in a few words, can be done with something else."""
_BRIEF = 12
_SOMEBODY = re.compile("[他她我]")
"""Whose own habit it is."""
_SAFE = re.compile("停机|断电|断气|报告|救|险")
"""What is done for safety's sake is no trick to be tried on other things."""


def practices(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """What is told of as done by a rule, where its paragraph tells more of it."""
    found = 0
    for at, sentence in enumerate(parts):
        own = beside(parts, at)
        unfit = _LAID_DOWN.search(sentence.text) or any(part.political for part in own)
        if unfit or not sentence.whole or not sentence.paragraph or len(own) < 2:
            continue
        for clause in clauses(sentence):
            low, high = clause.start - sentence.start, clause.end - sentence.start
            before = sentence.text[:low]
            done = _BY_RULE.search(clause.text) and _DONE.search(clause.text)
            if (
                done
                and _fits(clause.text)
                and not clause.asked
                and sentence.text[high] not in _GOES_ON
                and not _NOT_DONE.search(before + clause.text)
            ):
                short = high - low <= _BRIEF and not _SOMEBODY.search(sentence.text)
                general = short and _AT_HEAD.match(clause.text) and not _SAFE.search(clause.text)
                find = within("practice", sentence, low, high, 2.75)
                find.more.update({"reason": "yes"} if reasoned(parts, at, low, high) else {})
                find.more.update({"general": "yes"} if general else {})
                yield find
                found += 1
                break
        if found == MOST:
            return


def _fits(words: str) -> bool:
    """Whether words tell by themselves what is done, and of nothing nobody should follow."""
    unfit = _UNFIT.search(words) or political(words) or not balanced(words) or "“" in words
    joined = JOINED.match(words) and not _IN_ORDER.match(words)
    alone = not (joined or POINTS_AWAY.search(words))
    return bool(_SHORTEST <= len(words) <= _LONGEST and alone and not unfit)
