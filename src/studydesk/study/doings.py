"""What a text tells that is done: a deed and its reason, what goes by a name of its own, and what
for.
"""

import re
from collections.abc import Iterator, Sequence

from studydesk.study.find import Find, within
from studydesk.study.sentences import Sentence, balanced, beside
from studydesk.study.vocabulary import any_of
from studydesk.study.whose_words import political

_ILL_DONE = re.compile(
    "没有|未能|不再|取消|停[办了]|无法|[背练学记做干]得|弥补了|成功率|重点放|不肯|只是|仅仅|流于|形式|曾|拒|如果|若|假如|一旦|而不|不是|混|转嫁|推给|推到|压到|压给|丢|甩|扣|藏|瞒|当成|当作|看作|归咎|误|[会可]能?泄|不能|不该|难"
)
"""What is not done, or not well done: nobody is to follow it."""
_PRACTICE = any_of("practice")
_FOUNDED = re.compile(
    "(?:推出|设立|设了|发|做成|编成|汇成|整理成|汇编成|印成|建立|建起|建了|开设|开起|推行|实行|创建|组建|创新|办起|办了|开办|成立|试行|搭建|开通|总结出|实施|推广|探索|采用|采取|琢磨出|摸索出|创出|组织|发起|结成|签订|定下|(?:有|挂|设|开|建|办|立|摆|配)了?一?[个本张块间条份台处]"
    "|(?:做法|办法|法子|经验|路子)(?:就?是|叫))了?"
    f"[^，。；：“”]{{0,12}}(?:“(?P<name>[^“”]{{2,11}}{_PRACTICE})”|“(?P<other>[^“”]{{2,10}})”{_PRACTICE})"
    f"|(?:每[天周月班次][^，。；：“”]{{0,8}}|(?:做法|办法|法子)(?:就?是|叫))“(?P<done>[^“”，。！？]{{3,8}})”"
)
"""What is brought into being under a name of its own."""
_NO_DOING = re.compile(
    "大赛|计划|精神|主题|之星|之家|论坛|仪式|[大等动章状]奖|奖[杯章项金励]|杯|工程|战略|一网|一站"
)
_ANOTHER = re.compile("[^，；。：]{0,4}[，；](?:还?有的|有些|还有)")
"""How a text goes on to another name before it has told of one: 有的开设“归雁夜校”，有的…."""
_TELLS = 50


def named_doings(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """What is founded under a name of its own, where its paragraph goes on to tell about it."""
    seen: set[str] = set()
    for at, sentence in enumerate(parts):
        if sentence.political or not sentence.whole:
            continue
        for founded in _FOUNDED.finditer(sentence.text):
            behind = [part.text for part in beside(parts, at) if part.start > sentence.start]
            told = len("".join((sentence.text[founded.end() :], *behind)))
            group = next(group for group, name in founded.groupdict().items() if name)
            name = founded[group]
            refused = _ILL_DONE.search(sentence.text[: founded.start(group)])
            after = sentence.text[founded.end(group) + 1 :]
            in_a_row = after.startswith(("“", "、“", "和“")) or _ANOTHER.match(after)
            fits = (
                not in_a_row
                and not political(name)
                and not _NO_DOING.search(name)
                and balanced(name)
            )
            if told >= _TELLS and behind and fits and not refused and name not in seen:
                seen.add(name)
                yield within("named", sentence, *founded.span(group), 3.0)


_FOR = re.compile(
    "(?:^|(?<=[，。；]))为(?:了|(?=让|解决|破解|帮|方便|缓解|打通|减轻|防止|避免|摸清|留住|补上|缩短))"
    "(?P<words>[^，。；：“”]{5,18})，"
)
"""What is done for the sake of something."""


def purposes(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """What something is done for, where the paragraph goes on to tell what is done."""
    for at, sentence in enumerate(parts):
        own = beside(parts, at)
        aimed = _FOR.search(sentence.text)
        if not aimed or not sentence.whole or any(part.political for part in own):
            continue
        behind = "".join(part.text for part in own if part.start > sentence.start)
        told = len(sentence.text) - aimed.end() + len(behind)
        words = aimed["words"]
        unfit = _NOT_HARD_FOR.search(words) or re.search("[他她它我你其此该那这]", words)
        if told >= _TELLS and not unfit:
            yield within("purpose", sentence, *aimed.span("words"), 3.0)


_NOT_HARD_FOR = re.compile(f"{any_of('policy')}|{any_of('weighty')}|{any_of('disputed')}")
