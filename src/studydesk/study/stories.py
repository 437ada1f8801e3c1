"""What people in a story do against the tide, and what they say, where the story tells more of it:
罗桂芬坚持拆下来看; and from where to where a text says that things went.
"""

import re
from collections.abc import Iterator, Sequence

from studydesk.domain.surnames import NOT_NAMES, SURNAMES
from studydesk.study.find import Find, within
from studydesk.study.sayings import quotable, spoken
from studydesk.study.sentences import Sentence, balanced, beside, political
from studydesk.study.vocabulary import any_of

_RESOLVED = re.compile(
    "(?:^|(?<=[，。；”]))(?P<words>(?P<name>[一-龥]{2,3}?)(?:没有多说，|没说什么，|二话不说，|不[^，]{1,3}，)?"
    "(?:(?:坚持(?!每)|主动|干脆|索性|硬是|执意|当场|当即|连夜|决定|试着|重新|立刻|马上)[^，。；：“”]{3,18}"
    "|自己[动掏找画编录做写学琢][^，。；：“”]{3,16})"
    "|(?P<role>(?:[一-龥]{0,4}(?:师傅|班长|经理|徒弟|站长|队长)|车间|厂工会|班组|工段|公司)[^，。；：“”]{0,6})"
    "(?:，第二天就|，当天就|，马上|，立刻|，连夜|第二天就|当天就|连夜|当场|当即|马上)[^，。；：“”]{3,16})[，。；]"
)
_CAME_OF = re.compile(
    "后来|结果|果然|第[二三]天|次日|从此|如今|现在|之后|[了过][，。]|[一二三四五六七八九十]成"
)
"""How a text tells what came of something."""
_WORN = re.compile(
    f"{any_of('disputed')}|{any_of('private')}|{any_of('policy')}|{any_of('accusing')}"
    "|[他她它我你您其此该]|[这那]|辞|离开|回家|放弃|捐|[？！]"
)
_TOLD = 40
"""Characters before or behind what somebody does, that tell why or what came of it."""


def resolves(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """What somebody does that others would not have done, with why and what came of it."""
    for at, sentence in enumerate(parts):
        own, done = beside(parts, at), _RESOLVED.search(sentence.text)
        if not done or not sentence.whole or not sentence.paragraph:
            continue
        words, name = done["words"], done["name"]
        before = "".join(p.text for p in own if p.start < sentence.start)
        before += sentence.text[: done.start("words")]
        behind = sentence.text[done.end() :]
        behind += "".join(p.text for p in own if p.start > sentence.start)
        named = done["role"] or (name[0] in SURNAMES and name not in NOT_NAMES)
        told_of = words.replace(done["role"] or "", "", 1)
        weighed = any(part.political for part in own) or _WORN.search(told_of)
        if not named or weighed or not balanced(words):
            continue
        find = within("resolve", sentence, *done.span("words"), 2.85)
        find.more.update({"led_to": "yes"} if len(before) >= _TOLD else {})
        came = len(behind) >= _TOLD and _CAME_OF.search(behind)
        find.more.update({"came_of": "yes"} if came else {})
        yield find
        return


_SHORTEST, _LONGEST = 7, 24
_GROUND = 50
"""Characters of the paragraph beside what somebody says, that tell what it is about."""


def sayings(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """What somebody with a name says last, the first in a paragraph that tells of it."""
    for at, sentence in enumerate(parts):
        own = beside(parts, at)
        told = sum(len(part.text) for part in own)
        if not sentence.whole or not sentence.paragraph or any(part.political for part in own):
            continue
        for low, high, who in spoken(parts, at):
            words = sentence.text[low:high]
            fits = _SHORTEST <= len(words) <= _LONGEST and quotable(words, parts, at)
            if who and fits and told - len(words) >= _GROUND and not political(words):
                find = within("saying", sentence, low, high, 2.58)
                find.more["who"] = who
                yield find
                return


_TURN = re.compile(
    "从“(?P<words>[^“”，。]{2,10})”(?:到|走?向|转向|变成|变为|转为)“(?P<last>[^“”，。]{2,10})”(?:的[^，。]{0,6})?。$"
)
_UNFOLDED = 60
"""Characters behind such a sentence, that tell the difference."""


def turns(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """From where to where, each between quotation marks, where a paragraph opens with that."""
    for at, sentence in enumerate(parts):
        own, turn = beside(parts, at), _TURN.search(sentence.text)
        told = sum(len(part.text) for part in own) - len(sentence.text)
        weighed = any(part.political for part in own)
        if turn and sentence is own[0] and sentence.paragraph and told >= _UNFOLDED and not weighed:
            find = within("turn", sentence, *turn.span("words"), 3.1)
            find.more["last"] = turn["last"]
            yield find
