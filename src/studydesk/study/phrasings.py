"""Turns of phrase that can be asked about: changes, what the text asks and answers, a document's
words, a leader's.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from studydesk.study.find import Find, within
from studydesk.study.interviews import named
from studydesk.study.list_items import cut_off
from studydesk.study.sentences import Sentence, beside, clauses, political, quotable, searched
from studydesk.study.vocabulary import any_of

_SHIFT = re.compile(
    r"(?:从|由)(?P<a>[^，。；、]{2,14}?)(?:转向|转变为|转为|迈向|跃升为|走向|向)(?P<b>[^，。；]{2,18}?)(?:转变(?=[，。；的])|(?=[，。；]))"
)
_TURN = re.compile(
    r"(?:从|由|把|变)?“[^“”]{2,10}”(?:到|变为|变成|转为|转变为|转换为|转化为|转向|走向|迈向)“[^“”]{2,10}”"
)
_LONGEST = 28
_UNCLEAR = re.compile("[他她它我你其此]|[这那][一些种个样]|由.*申请")
_LEADER = re.compile("习近平总书记[^，。“]{0,40}(?:指出|强调|要求)(?=[，：、“]|要)")
_DOCUMENT = re.compile(
    "《([^》]{2,28}(?:意见|建议|方案|规划|纲要|办法|条例|法|决定|通知|规定|计划|要点))》"
    "[^，。；关准]{0,6}(?:提出|明确|要求|指出|规定|强调)"
)
_MEASURE = re.compile(any_of("measure"))
_PATTERNS = (
    ("shift", _SHIFT, 3.0),
    ("turn", _TURN, 2.9),
)


def _open(parts: Sequence[Sentence]) -> Iterator[Sentence]:
    """The sentences that a workshop may weigh."""
    return (part for part in parts if part.whole and not part.political)


def changes(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """From what to what something changes, in the whole of its clause."""
    once, today = ({p.start for p in parts if sign.search(p.text)} for sign in (_ONCE, _TODAY))
    for sentence in _open(parts):
        if not once - {sentence.start} or not today - {sentence.start}:
            continue  # the text beside it does not tell how it was, or how it is
        for structure, pattern, worth in _PATTERNS:
            for clause in clauses(sentence):
                clear = not _UNCLEAR.search(re.sub("“[^”]*”", "", clause.text))
                fits = len(clause.text) <= _LONGEST and clear and quotable(clause.text)
                if fits and pattern.search(clause.text + "，"):
                    low = clause.start - sentence.start
                    yield within(structure, sentence, low, low + len(clause.text), worth)


_ONCE = re.compile("过去|以前|从前|原先|原来|曾(?!经理)|起初|当初|往常")
_TODAY = re.compile("如今|现在|今天|眼下|后来|从此")


def asked(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """What the text asks, and goes on to answer."""
    for number, sentence in enumerate(parts):
        asks = re.fullmatch(
            r"\s*(?:那么，|可是，?|但是，?|然而，?)?(?P<asks>(?![它他她这那很请])(?![^？]*[你您我])(?:[^。！？“”：，]|“[^“”]{1,10}”){4,20}(?:，[^。！？“”：，]{2,16})?？)",
            sentence.text,
        )
        if not asks or not sentence.whole or sentence.political:
            continue
        if _NO_OBJECT.fullmatch(asks["asks"]):
            continue
        if _ASKS.search(asks["asks"]) and _is_answered(parts, number):
            low, high = asks.span("asks")
            yield within("asked", sentence, low, high, 2.4)


def _is_answered(parts: Sequence[Sentence], number: int) -> bool:
    """Whether what stands behind a question answers it: not where the next sentence is none, where
    it is one of several questions, or somebody asks it in a talk.
    """
    asks = parts[number]
    near = parts[number + 1 : number + 3]
    rest = [part for part in near if part.paragraph <= asks.paragraph + 1]
    own = beside(parts, number)
    at = own.index(asks)
    last = at == len(own) - 1
    if cut_off("".join(part.text for part in parts[number + 1 :])):
        return False
    if _YES_OR_NO.search(asks.text) or _INTERVIEWER.match(asks.text) or not rest:
        return False
    if last and at and not re.match("首先|第一|其一|一是", rest[0].text):
        return False
    if at and own[at - 1].text.rstrip("”’").endswith("？"):
        return False
    answer = rest[0].text
    if _NO_ANSWER.match(answer):
        return False
    because = re.match("(?:是|正是)?因为", answer)
    if not at and re.search("这样|这么|如此", asks.text) and not because:
        return False  # what it means, stands elsewhere
    if sum(len(part.text) for part in rest[: 1 if because else 2]) < _ANSWER:
        return False
    return answer.rstrip("”’").endswith("。") and not _INTERVIEWER.match(answer)


_NO_ANSWER = re.compile(
    "[^。]*(?:概括|归纳)[为成]|[^。]*(?:也行|也好|就行|就好|就可以了)。"
    "|[^。]{0,10}(?:希望|恳请|盼望|请[你您贵])|本[期报刊]|近日|日前|带着|记者"
)
_ANSWER = 15
"""Characters of an answer that can be put in one's own words."""
_INTERVIEWER = re.compile("(?:记者|问|主持人|[甲乙])：")
_ASKS = re.compile("怎样|如何|怎么|什么|哪|谁|多少|几|为何|何在|多久|多长|何时|何处")
_NO_OBJECT = re.compile(
    ".*是什么概念？|(?:那么?|究竟|到底)?，?(?:为什么|为何|怎么|凭什么|何以)[^把让使在]{1,3}？"
)
"""为什么不休？ It asks about something that only the text before it names."""
_YES_OR_NO = re.compile("吗|呢？|不也|是否|能否|能不能|可不可以|可否|算不算")


_DEFINED = re.compile(
    "(?:第[一二三四五六七八九]，)?(?:所谓“?(?P<so>[^，。“”]{2,14}?)”?，?(?:是指|指的是|就是指|就是|是)"
    "|“?(?P<term>(?![这那该此其它我你他])[\u4e00-\u9fff]{2,14}?)”?，?(?:是指|指的是|就是指|特指))"
)
_NO_TERM = re.compile("[的了我你他她它这那]|^(?:本|其|主要|实际|关键)")


def definitions(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """What a sentence says the meaning of in so many words."""
    for sentence in _open(parts):
        defined = _DEFINED.match(sentence.text)
        if defined and len(sentence.text) - defined.end() >= 12:
            group = "so" if defined["so"] else "term"
            term = defined[group]
            if len(term) >= 4 and not _NO_TERM.search(term) and not political(term):
                yield within("definition", sentence, *defined.span(group), 2.8)


_ANSWERED = re.compile("[答律][^，。：]{0,3}：")


def answers(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """What is asked and answered line by line: 问：… 答：…."""
    for one, other in pairwise(parts):
        asks = re.fullmatch(r"\s*问：(?P<asks>[^：。]{6,30}？)", one.text)
        if asks and not one.political and _ANSWERED.match(other.text.lstrip()):
            yield within("answer", one, *asks.span("asks"), 2.8)


_THEN_NOW = re.compile(
    "(?:^|(?<=[，。；：]))(?P<words>(?:过去|以前|从前|原先|原来)[^，。；：！？“”]{3,16}，(?:如今|现在|今天|眼下)[^，。；：！？“”]{3,18})[，。；]"
)


def then_and_now(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """How something was in former times and is today: 过去…，如今…."""
    for _, sentence, match in searched(_THEN_NOW, parts):
        own = "我" if re.match("[一-龥]{1,4}：", sentence.text) else ""
        if not _UNCLEAR.search(match["words"].replace(own, "") if own else match["words"]):
            yield within("then-now", sentence, *match.span("words"), 2.6)


def quoted(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """A leader's words or a document's: anchored whole, only followed into the author's text."""
    unprotected = sum(not part.protected for part in parts)
    for sentence in parts:
        unprotected -= not sentence.protected
        if not sentence.whole:
            continue
        span = (0, len(sentence.text))
        if _LEADER.search(sentence.text) and _followed(sentence, parts):
            yield within("leader", sentence, *span, 2.8)
        document = _DOCUMENT.search(sentence.text)
        few = len(beside(parts, parts.index(sentence))) <= _FEW
        if document and few and not political(document[1]) and unprotected > 1:
            find = within("document", sentence, *span, 2.2)
            label = _ANSWERING.match(beside(parts, parts.index(sentence))[0].text)
            find.more["who"] = named(label[1]) or "答话人" if label else "作者"
            find.more["document"] = document[1]
            rules = re.search("(?:条例|(?<!办)法)$", document[1])
            kind = "条例" if document[1].endswith("条例") else "法律"
            find.more["rule"] = f"{kind}的规定" if rules else "文件的话"
            yield find


_FEW = 6
"""Sentences of a paragraph in which what a document says is more than a mention."""
_ANSWERING = re.compile("(?!问：|记者：|主持人：)([一-龥]{1,4})：")
_THOUGHT = re.compile("理解|把握|看出|认识|丰富|论述|联系起来|民主的习惯")
"""What is thought, not done."""


def _followed(sentence: Sentence, parts: Sequence[Sentence]) -> bool:
    """Whether the author goes on to say in several sentences what is to be done."""
    done = {
        other.start
        for other in parts
        if other.start >= sentence.end and not other.protected
        for clause in clauses(other)
        if _MEASURE.match(clause.text) and not clause.asked and not _THOUGHT.search(clause.text)
    }
    return len(done) > 2
