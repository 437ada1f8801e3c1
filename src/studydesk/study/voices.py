"""What a text asks itself or lets people say, to answer it, and what a court found."""

import re
from collections.abc import Iterator, Sequence

from studydesk.study.find import Find, within
from studydesk.study.sentences import Sentence, balanced, beside
from studydesk.study.vocabulary import any_of

_VIEW = re.compile(
    "(?:^|[。；，])(?:起初|一开始|当初|当然)?，?(?:也|还|总|曾|更)?"
    "(?P<who>有(?:的|些|不少)?[^，。；：“”有]{0,5}?|(?:不少|许多|很多|一些)[^，。；：“”]{1,5}?|有一?种(?:观点|看法|说法))"
    "(?:[替为对向跟][^，。；：“”]{2,10}，)?(?:会|还|曾|也)?(?P<verb>说|认为|以为|问|担心|觉得|主张|劝|质疑)(?:过|[他她])?，?“?"
    "(?P<words>[^。；：“”]{6,28})(?:。|？)”?$"
)
_ANSWERS = re.compile(
    "其实|事实上|实践(?:证明|表明|下来)|恰恰|我的感受正好相反|不妨看一组|这话混淆|这(?:话|种?看法|种?观点|种?说法|种?担心|个说法)[^。]{0,12}(?:不|未必|片面|一半|忽略|忽视|误解|偏|只|其实|混淆)"
)
_GRANTS = re.compile(
    "^[^，。]{0,10}(?:当然|固然|诚然)|但|却|，可(?![以能见])|不等于|并不|未必|恰恰|不是[^。]*而是"
)
"""How a text takes up what somebody says to answer it at length."""
_NOT_OURS = re.compile(f"{any_of('disputed')}|{any_of('policy')}|{any_of('private')}|你|他|她|我")


def views(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """What a text lets somebody say, to turn it down or to go on from: 有人以为…。其实，…."""
    for at, sentence in enumerate(parts[:-1]):
        view, answer = _VIEW.search(sentence.text), parts[at + 1]
        own = beside(parts, at)
        if not view or not sentence.whole or any(part.political for part in own):
            continue
        low, high = view.span("words")
        low += len(view["words"]) - len(re.sub("^[这如][样此]一来，?", "", view["words"]))
        turned = _TURNED.search(sentence.text, low, high)
        words = sentence.text[low : turned.start() if turned else high]
        fits = balanced(words) and not _NOT_OURS.search(words) and len(words) >= _SHORTEST
        behind = "".join(part.text for part in own if part.start > sentence.start)
        granted = _GRANTS.search(answer.text) and len(behind) >= _SAID
        refuted = turned or granted or _ANSWERS.match(answer.text)
        goes_on = len(behind) >= _SAID and not _ANOTHER.match(answer.text)
        if fits and (refuted or goes_on):
            find = within("view", sentence, low, low + len(words), 2.95 if refuted else 2.6)
            find.more.update(verb=view["verb"], who=view["who"])
            find.more["refuted" if refuted else "taken_up"] = "yes"
            find.more.update({} if _OVER_US.search(view["who"]) else {"ours": "yes"})
            yield find


_SHORTEST = 6
_OVER_US = re.compile("企业|单位|平台|管理|老板|领导|干部|负责|学校|部门|专家|学者|公司")
"""Who says what no workmate says."""
_TURNED = re.compile("，(?:其实|但|不过|然而|事实上|却)")
"""How a text turns a view down in the same sentence."""
_ANOTHER = re.compile("(?:也|还)?有(?:的|些)?人|还有|另外|另一")
"""How a text goes on to what others say."""


_ASKS = re.compile(
    "(?:^|(?<=[。：]))(?P<words>[^，。；：？！“”]{4,24}(?:，[^，。；：？！“”]{4,16})?？)$"
)
_HEADS = re.compile(
    "(?:(?:先|再|首先|其次)来?[看说讲])?(?P<words>(?:[一-龥]{2,8})?(?:谁来?|谈什么|怎么|怎样|如何|什么|为什么|为何|哪些|哪里|多少)[一-龥]{0,6})。$"
)
"""What heads a paragraph as a question does, though a full stop ends it: 谈不拢怎么办."""
_REAL = re.compile(
    "怎么(?!能|会|可|敢)|怎样|如何|为什么|为何|是什么|些?什么(?!都|用)|哪些|哪几|从哪|在哪|[靠由让向]谁|谁来|多少|多久"
)
"""What asks for something that can be told, and does not only say the contrary with force."""
_NO_ANSWER = re.compile("但|可|然而|这个问题|没有|也许|是的|不|难道|有人|笔者|我|[^。]*？$")
_UNCLEAR = re.compile(
    "[他她它我你您此该]|[这那](?!儿)|上述|[吗呢吧]？$|岂|难道|何尝|何不|谁不|怎能|怎会|是不是|是否|能否"
)
_SAID, _BARE = 60, 6
"""Characters of an answer that can be told in one's own words."""


def asked(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """What a text asks itself in a sentence of its own, and answers behind it."""
    for at, sentence in enumerate(parts[:-1]):
        own = beside(parts, at)
        headed = _HEADS.match(sentence.text) if sentence is own[0] else None
        put = headed or _ASKS.search(sentence.text)
        behind = [part for part in own if part.start > sentence.start]
        if not put or sentence.political or not behind or not sentence.paragraph:
            continue
        told = sum(len(part.text) for part in behind)
        weighed = any(part.political for part in behind)
        unclear = _UNCLEAR.search(put["words"]) or _NOT_OURS.search(put["words"])
        real = headed or (len(put["words"]) > _BARE and _REAL.search(put["words"]))
        denies = not headed and _NO_ANSWER.match(behind[0].text)
        answered = told >= _SAID and not denies
        if real and answered and not (weighed or unclear):
            yield within("asked", sentence, *put.span("words"), 3.1)


_JUDGED = re.compile("(?:^|[，。；])(?P<words>判决(?:确认|认定)[^，。；“”]{4,20})[。，]")
_FACTS = 40
"""Characters before a court's reasons in which what happened can be told."""
_GROUNDS = re.compile("法院(?:经审理)?认为")


def judgements(text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """What a court found, where the text tells of what."""
    grounds = _GROUNDS.search(text)
    for sentence in parts if grounds and grounds.start() > _FACTS else ():
        judged = _JUDGED.search(sentence.text)
        if judged and grounds and grounds.end() <= sentence.start and sentence.whole:
            yield within("judgement", sentence, *judged.span("words"), 3.0)
