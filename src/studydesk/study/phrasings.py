"""Turns of phrase that can be asked about: what a word means, a change, a document's words, a
leader's.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from studydesk.study.find import Find, within
from studydesk.study.interviews import named
from studydesk.study.sentences import Sentence, beside, clauses, political, searched
from studydesk.study.vocabulary import any_of

_UNCLEAR = re.compile("[他她它我你其此]|[这那][一些种个样]|由.*申请")
_LEADER = re.compile("习近平总书记[^，。“]{0,40}(?:指出|强调|要求)(?=[，：、“]|要)")
_DOCUMENT = re.compile(
    "《([^》]{2,28}(?:意见|建议|方案|规划|纲要|办法|条例|法|决定|通知|规定|计划|要点))》"
    "[^，。；关准]{0,6}(?:提出|明确|要求|指出|规定|强调)"
)
_MEASURE = re.compile(any_of("measure"))


def _open(parts: Sequence[Sentence]) -> Iterator[Sentence]:
    """The sentences that a workshop may weigh."""
    return (part for part in parts if part.whole and not part.political)


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
