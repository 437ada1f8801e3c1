"""What stands side by side in one sentence between semicolons, and who says what in turn."""

import re
from collections.abc import Iterator, Sequence

from studydesk.domain.passage_names import chinese_number
from studydesk.study.contrasts import led_in
from studydesk.study.find import Find, within
from studydesk.study.sentences import Sentence, balanced, beside, clauses
from studydesk.study.vocabulary import any_of
from studydesk.study.whose_words import political

_LEAST, _ENOUGH = 3, 8
"""Stretches that make a row, and characters of the shortest."""
_SHORTEST, _LONGEST = 4, 20
_UNFIT = re.compile(
    f"{any_of('disputed')}|{any_of('policy')}|{any_of('private')}|{any_of('weighty')}"
    "|[，：？！“”]|^(?:据|其中|截至|第)|说$|[他她它我你其此该]|[这那]|上述|[前后]者|[\\d]|比较$|统计"
)


def rows(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """What leads up to a sentence of several stretches, each of which can be told alone."""
    for at, sentence in enumerate(parts):
        own = beside(parts, at)
        weighed = any(part.political for part in own)
        if not sentence.whole or not sentence.paragraph or weighed:
            continue
        stretches = sentence.text.split("；")
        if len(stretches) < _LEAST or min(map(len, stretches)) < _ENOUGH:
            continue
        lead = _lead(parts, at)
        if lead and all(map(balanced, stretches)):
            lead.more["keys"] = sentence.text.rstrip("。")
            yield lead


def _lead(parts: Sequence[Sentence], at: int) -> Find | None:
    """The last clause before a row, in its own sentence before a colon or in the one before."""
    sentence = parts[at]
    head, colon, _ = sentence.text.partition("：")
    if colon and "；" not in head:
        return _fitting(sentence, len(head))
    before = parts[at - 1] if at else None
    if before and before.paragraph == sentence.paragraph and before.whole:
        return _fitting(before, len(before.text) - 1)
    return None


_KEY = re.compile("(?:关键|重点|重在|核心|要害)(?:就?在于|就?是|在)?")


_ANNOUNCES = re.compile(
    "办法|做法|法子|招|措施|规矩|约定|回答|理由|原因|好处|情形|步骤|内容|变化|想法|门道|环节|条件"
)
"""What tells, in the last clause of a sentence, that several things follow."""


def _fitting(sentence: Sentence, high: int) -> Find | None:
    starts = [clause.start - sentence.start for clause in clauses(sentence)]
    last = max((start for start in starts if start < high), default=None)
    if last is None:  # nothing but stops, as the second of ！！
        return None
    low = led_in(sentence.text, last, high)
    whole = low == led_in(sentence.text, 0, high)
    key = _KEY.match(sentence.text, low, high)
    low = key.end() if key else low
    words = sentence.text[low:high]
    if not (whole or key or _ANNOUNCES.search(words)):
        return None
    unfit = _UNFIT.search(words) or political(words)
    if _SHORTEST <= len(words) <= _LONGEST and balanced(words) and not unfit:
        return within("row", sentence, low, high, 2.9)
    return None


_ASPECT = re.compile(
    "在?(?P<words>[^，。；：“”在]{2,8}(?:上|方面|层面))，"
    "|(?P<to>对[^，。；：“”]{2,8}(?:来说|而言))，"
)
_MOST_ASPECTS = 5


def aspects(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """What stretches of a paragraph are about, each of which begins with that: 入会方式上，…；
    服务内容上，…; or two of them, for whom something is said: 对企业来说，…；对职工来说，….
    """
    for at, sentence in enumerate(parts):
        own = beside(parts, at)
        if sentence is not own[0] or not sentence.paragraph or any(p.political for p in own):
            continue
        heads: list[tuple[Sentence, re.Match[str]]] = []
        for part in own:
            places = [0, *(n + 1 for n, sign in enumerate(part.text) if sign == "；")]
            found = [_ASPECT.match(part.text, place) for place in places]
            heads += [(part, head) for head in found if head]
        kinds = {head.lastgroup for _, head in heads}
        least = _LEAST if kinds == {"words"} else 2
        if len(kinds) == 1 and least <= len(heads) <= _MOST_ASPECTS:
            group = heads[0][1].lastgroup or ""
            keys = [head[group] for _, head in heads]
            if len(set(keys)) == len(keys) and not any(map(political, keys)):
                find = within("aspects", heads[0][0], *heads[0][1].span(group), 3.0)
                find.more.update(last=keys[-1], keys="；".join(keys))
                find.more.update(count="两" if len(keys) == 2 else chinese_number(len(keys)))
                find.more["row" if len(keys) > 2 else "pair"] = "yes"
                yield find


_SAYS = "(?:则|却|也|还)?(?:提交了|拿出了?|认为|辩称|主张(?!的)|声称|称|坚持|提出|觉得|说)(?!的)"
_SIDE = re.compile(
    f"^(?:【[^】]{{1,6}}】)?(?:(?:庭审|审理|仲裁|协商)[中时上]，)?(?P<who>(?![对把被在从])[^，。；：“”的是]{{2,8}}?){_SAYS}，?(?P<said>[^。]{{12,}})"
)
_ARBITERS = re.compile(
    "法院|法官|仲裁|记者|专家|律师|学者|笔者|有人|有的|[他她我你们]|经审理|委员会|部门"
)


def sides(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """Two who say different things one behind the other: 公司认为，…。吴大姐则说，…."""
    for at, sentence in enumerate(parts):
        one, answer = _SIDE.match(sentence.text), sentence
        half, _, rest = sentence.text.partition("；")
        other = (
            _SIDE.match(rest) if one and one["said"].startswith(half[one.start("said") :]) else None
        )
        if other is None and at + 1 < len(parts):
            answer = parts[at + 1]
            other = _SIDE.match(answer.text)
        if not one or not other or answer.paragraph != sentence.paragraph or not sentence.paragraph:
            continue
        both = (one["who"], other["who"])
        unfit = any(_ARBITERS.search(who) or political(who) for who in both)
        if both[0] != both[1] and not unfit and not (sentence.political or answer.political):
            find = within("sides", sentence, *one.span("who"), 3.0)
            find.more["last"] = both[1]
            yield find


_ADVISES = re.compile(
    "^(?:[^，。；：]{2,12}，)?(?P<words>[^，。；：“”]{2,20}(?:提醒|提示|叮嘱|支招|建议))(?:广大)?(?:劳动者|职工|用人单位|大家|工友)?，(?P<said>.{24,})$"
)
_NO_ADVISER = re.compile(
    f"[他她我你其]|{any_of('title')}|{any_of('assembly')}|不断|反复|互相|再三|每隔|播放"
)


def advice(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """Who gives advice, with several things that they advise: 律师提醒，….; …."""
    for at, sentence in enumerate(parts):
        advised = _ADVISES.match(sentence.text)
        if not advised or not sentence.whole or sentence.political or not sentence.paragraph:
            continue
        own = beside(parts, at)
        behind = "".join(part.text for part in own if part.start >= sentence.start)
        several = len(re.findall("[。；]", behind)) > 1
        if several and balanced(advised["said"]) and not _NO_ADVISER.search(advised["words"]):
            yield within("advice", sentence, *advised.span("words"), 2.9)


_INSTANCE = re.compile(
    "(?:^|(?<=[，；：]))(?:还|也)?(?P<words>有的(?!时候|是)[^，；。：]{3,})(?=[，；。])"
)


def instances(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """The first of three instances or more in one sentence: 有的…，有的…，还有的…."""
    for sentence, own in ((part, beside(parts, at)) for at, part in enumerate(parts)):
        found = list(_INSTANCE.finditer(sentence.text))
        weighed = any(part.political for part in own)
        if len(found) < _LEAST or not sentence.whole or not sentence.paragraph or weighed:
            continue
        first = found[0]["words"]
        if len(first) <= _LONGEST and balanced(first):
            find = within("instances", sentence, *found[0].span("words"), 2.4)
            find.more["count"] = chinese_number(len(found))
            find.more["keys"] = "；".join(one["words"] for one in found)
            yield find
            return
