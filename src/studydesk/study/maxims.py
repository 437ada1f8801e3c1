"""Claims and sayings of one sentence that carry a meaning of their own: 账目清了，人心就近了.

Found by their form and by where they stand, and only where the text beside them can bear them out.
"""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from studydesk.study.contrasts import COUNTS, CRAFT, JOINED, POINTS_AWAY, alone, stretches
from studydesk.study.find import Find, within
from studydesk.study.interviews import named
from studydesk.study.sayings import quotable, spoken
from studydesk.study.sentences import Sentence, beside
from studydesk.study.vocabulary import any_of

MOST = 2
"""Maxims of a passage: the best."""
_FORMS = tuple(
    re.compile(form)
    for form in (
        "只[^，]{2,9}，不[^，]{2,9}$|不求[^，]+，但?求|不(?:光|单|只)是?[^，]+，还",
        "再(?!次|由|到|谈|说)[^，]{1,7}[，也][^，]{0,10}(?:也|都|顶多|还是|难)|多少[^，]{1,8}都",
        "^(?:没有|离开了?|少了|缺了)[^，]{2,12}，[^，]*(?:就|便|都|也|再)",
        "^(?![^，]*不[必用])[^，]{2,12}(?:了|不[^，]{1,6}|没有?[^，]{1,6}|一点|出去|起来|真活)，[^，]{1,10}(?:就|便|才)(?!是)[^，]{1,10}$",
        "最(?:怕|忌|容易|敏感|管用|真|有力)|(?:缺|要|怕|求|靠|看|比|建|图|争|掌握|忌讳|看重|要紧|珍贵|难|可贵)的(?:不?是|却是|从来)",
        "(?:关键|根子|要害|病根|分量|本事|底气|信任|价值|难处)[^，]{0,4}，?(?:就|首先|恰恰)?(?:是|在)",
        "归根(?:到|结)底|从来(?:不|没|都|就)|取决于|离不开|[贵难重]在|积攒|换不来|代替不了|(.).\\1不[来出了起]|^真正的[^，]+是",
        "(?:(?<!能)不能|不该|不可)(?!不)[^，]{1,}$|只[会能]让|并不(?:决定|等于|可怕)",
        "比[^，]{2,10}(?:更|还|管用)|不如|好比",
        "哪[里儿][^，；]*，[^，；]*哪[里儿]|一[寸点步]，[^，]*就|容易，[^，]*难$|^[^，]{2,6}([^，])不\\1，[^，]{4,}$",
        "(?:若|要是|如果|只要|一旦)[^，]+，[^，]*(?:就|便)|，[^，]{0,6}却(?:最|往往|总)|了，更要",
        "本身是|是[^，]*最(?:好|值得|大|缺)[^，]+|^[^，]{1,4}，是[^，]+，不是|比[^，]+得多$",
        "终究|终归|总归|只能[从靠][^，]{2,}|[后里前上]面?得(?:有|坐|靠)",
        "谁[^，]+，谁|才[^，]{1,4}；[^；]*才|[^，]{2,}的[^，]{2,6}，多半是",
        "先得|之?前，[^，]{0,4}先|，才(?:是|能|会|算|叫|有)",
    )
)
"""How a sentence judges: what is only so, never so, most so, or so once something else is."""
_COUPLED = re.compile(
    "^(?P<one>[^；]{4,18})；(?P<other>[^；]{4,18})$|^(?P<left>[^，；]{4,14})，(?P<right>[^，；]{4,14})$"
)
_COPULA = re.compile("是|不|使|让|靠|看|[贵重难]在|容易|能")
_SHORTEST, _SAID_SHORTEST, _LONGEST = 7, 5, 32
_PLACED = 0.1
"""What it adds to a claim to open or to close a paragraph, or to stand behind a colon."""
_SAID = 0.1
_WORTH = 2.8
_LEAST = 45
"""Characters beside a claim, in two sentences at least, that can bear it out."""
_BARE = re.compile(
    "建议|应当|应该|必须|不得|(?<!更)需要|推动|坚持|加强|加快|健全|振兴|^[^，]{0,6}(?:要(?![紧的成看])|应|须)|原因|介绍|报告|如下|规定|法律|办法》|指出|要求|提出"
    "|[二三四五六七八九十两百]+[个家名位条项种台率]|^[两三四五六七八九]|(?:^|，)据|时效|一般|分别|是否|[吗呢吧？]|^(?:比|像|跟)|，但(?!求)"
)
"""What asks for something, gives notice or tells the law; and what begins in the middle."""
_EVENT = re.compile(
    "[^，]了[一二两三几半]|上午|下午|晚上|凌晨|夜里|天亮|天[一快]?黑|早晨|那[天年次]|这[天年次]|散去|走进|站在|坐在|父亲|母亲|师母|孩子|儿子|女儿|妻子|丈夫|老伴"
)
"""What is told, and not claimed."""
_SHAMING = re.compile(
    f"{any_of('private')}|{any_of('hardship')}|{any_of('disputed')}|笑话|脸面|懒|贪|罚"
)
_FAR = re.compile(
    f"{any_of('weighty')}|{any_of('policy')}|{COUNTS.pattern}|曾|已经|终于|突然|当场|刚刚|正在|开始"
)
"""What is decided elsewhere, counted, or happened once."""
_NUMBERED = re.compile("(?:第[一二三四五六]|其[一二三四五六]|[一二三四五六]是|（[一二三四五六]）)")


def maxims(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """The best claims and sayings of a passage."""
    found = [one for at in range(len(parts)) for one in _of_sentence(parts, at)]
    yield from sorted(found, key=lambda one: -one.worth)[:MOST]


def _of_sentence(parts: Sequence[Sentence], at: int) -> Iterator[Find]:
    sentence = parts[at]
    if sentence.political or not sentence.whole or not sentence.paragraph:
        return
    if not _grounded(parts, at) or _one_of_many(parts, at) or _conceded(parts, at):
        return
    for low, high in stretches(sentence):
        words = sentence.text[low:high]
        if _judges(words) and alone(words) and not _FAR.search(words):
            yield _maxim(parts, at, (low, high), _asked(parts, at))
    for low, high, who in spoken(parts, at):
        words = sentence.text[low:high]
        if _said(words) and quotable(words, parts, at):
            yield _maxim(parts, at, (low, high), "" if _NOBODY.search(who) else who)


def _judges(words: str, shortest: int = _SHORTEST) -> bool:
    """Whether words are a judgement by their form, and tell no event."""
    if not shortest <= len(words) <= _LONGEST or _BARE.search(words) or _EVENT.search(words):
        return False
    return not _SHAMING.search(words) and (any(f.search(words) for f in _FORMS) or _coupled(words))


def _said(words: str) -> bool:
    """Whether what somebody says can be understood alone, and judges or looks back."""
    heard = re.sub("[我你咱]们?", "", words)
    if JOINED.match(heard) or POINTS_AWAY.search(heard) or COUNTS.search(words):
        return False
    looks_back = 10 <= len(words) <= _LONGEST and _LOOKS_BACK.search(words)
    plain = not (_BARE.search(words) or _EVENT.search(words) or _SHAMING.search(words))
    return bool(looks_back and plain) or _judges(words, _SAID_SHORTEST)


_NOBODY = re.compile("[我你他她常又还就也所]")
_LOOKS_BACK = re.compile(
    "，[^，]*(?:是[^不]|原来|反倒|倒是|哪有|谁也|快成了)|[是把][^，]+一点，[^，]+一点$"
)
"""How somebody sets what was found beside what was thought: …，我反倒没有工夫创新了."""


def _coupled(words: str) -> bool:
    """Whether two clauses are built alike: 书是用来读的，屋是用来坐的."""
    pair = _COUPLED.match(words)
    if not pair:
        return False
    one, other = pair["one"] or pair["left"], pair["other"] or pair["right"]
    same = sum(block.size for block in SequenceMatcher(None, one, other).get_matching_blocks())
    alike = same > 3 or (same > 1 and bool(_COPULA.search(words)))
    return abs(len(one) - len(other)) < 3 and alike and one[0] != other[0]


def _maxim(parts: Sequence[Sentence], at: int, place: tuple[int, int], who: str) -> Find:
    sentence, (low, high), own = parts[at], place, beside(parts, at)
    words = sentence.text[low:high]
    score = _WORTH + _PLACED * (
        (sentence is own[-1]) + (sentence is own[0]) + (sentence.text[low - 1 : low] == "：")
    )
    score += _SAID * bool(who) + _PLACED * ("，" in words or "；" in words)
    find = within("maxim", sentence, low, high, score)
    find.more["who"] = who
    find.more.update({"craft": "yes"} if CRAFT.search(words) else {})
    return find


def _asked(parts: Sequence[Sentence], at: int) -> str:
    """Who answers in a talk, where a claim stands in an answer."""
    answers = _ANSWERS.match(beside(parts, at)[0].text)
    return named(answers["label"]) if answers else ""


_ANSWERS = re.compile("(?!问：|记者：|主持人：|笔者：)(?P<label>[一-龥]{1,4})(?:（[^）]*）)?：")


_ADDRESS = re.compile("^各位|讲话|(?:指出|强调|要求|提出)[，：“]")
"""How somebody in office speaks: nothing is taken out of that."""


def _one_of_many(parts: Sequence[Sentence], at: int) -> bool:
    """Whether a claim is only numbered, and the next one follows at once; or part of an address."""
    behind = parts[at + 1].text if at + 1 < len(parts) else ""
    counted = _NUMBERED.match(parts[at].text) and _NUMBERED.match(behind)
    own = beside(parts, at)
    return bool(counted or any(_ADDRESS.search(part.text) for part in own))


_TURNS = re.compile("当然|不过|但|然而|可是|另外|此外|还")
"""How the next paragraph begins that speaks against a claim, or of something else."""


def _conceded(parts: Sequence[Sentence], at: int) -> bool:
    """Whether a claim is only granted, and the text goes on to say otherwise: 难处是真的。但……"""
    return at + 1 < len(parts) and bool(_TURNS.match(parts[at + 1].text))


def _grounded(parts: Sequence[Sentence], at: int) -> bool:
    """Whether two more sentences at least, in its paragraph or beside that, bear a claim out."""
    sentence = parts[at]
    near = [
        part
        for part in parts[max(0, at - 4) : at + 5]
        if part is not sentence
        and part.paragraph
        and not part.political
        and abs(part.paragraph - sentence.paragraph) < 2
        and not (part.paragraph > sentence.paragraph and _TURNS.match(part.text))
    ]
    return len(near) > 1 and sum(len(part.text) for part in near) >= _LEAST
