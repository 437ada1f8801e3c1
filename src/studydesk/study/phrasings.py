"""Turns of phrase that can be asked about: what a word means, a change, a leader's words."""

import re
from collections.abc import Iterator, Sequence

from studydesk.study.find import Find, within
from studydesk.study.sentences import Sentence, clauses, searched
from studydesk.study.vocabulary import any_of
from studydesk.study.whose_words import political

_UNCLEAR = re.compile("[他她它我你其此]|[这那][一些种个样]|由.*申请")
_LEADER = re.compile("习近平总书记[^，。“]{0,40}(?:指出|强调|要求)(?=[，：、“]|要)")
_MEASURE = re.compile(any_of("measure"))


def _open(parts: Sequence[Sentence]) -> Iterator[Sentence]:
    """The sentences that a workshop may weigh."""
    return (part for part in parts if part.whole and not part.political)


_DEFINED = re.compile(
    "(?:第[一二三四五六七八九]，)?(?:所谓“?(?P<so>[^，。“”]{2,14}?)”?，?(?:是指|指的是|就是指|就是|是)"
    "|“?(?P<term>(?![这那该此其它我你他])[\u4e00-\u9fff]{2,14}?)”?，?(?:是指|指的是|就是指|特指))"
)
_IS = re.compile(
    "(?P<term>(?![这那该此其它我你他])[\u4e00-\u9fff]{4,14}?)是[^，。；“”]{4,40}的(?:机构|组织形式|制度|活动|协议|凭证|补偿|空间|场所|方式|行为|程序)[，。；]"
)
"""职工代表大会是职工行使民主管理权力的机构."""
_IN_SHORT = re.compile("(?:简称|统称|合称)(?:为|作)?“(?P<term>[^“”，]{2,8})”")
_SAYS = 14
"""Characters behind a term that say what it means."""
_NO_TERM = re.compile(
    "[的了我你他她它这那]|^(?:本|其|主要|实际|关键)|(?:(?<!标)本|既|就|也|都|还|又|才|不仅|不但|原|均|正)$"
)


def definitions(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """What a sentence says the meaning of in so many words."""
    for sentence in _open(parts):
        defined = _DEFINED.match(sentence.text) or _IS.match(sentence.text)
        group = "so" if defined and defined.groupdict().get("so") else "term"
        if defined and len(sentence.text) - defined.end(group) >= _SAYS:
            term = defined[group]
            if len(term) >= 4 and not _NO_TERM.search(term) and not political(term):
                yield within("definition", sentence, *defined.span(group), 2.8)
        short = _IN_SHORT.search(sentence.text)
        if short and short.start() >= _SAYS and not political(short["term"]):
            yield within("definition", sentence, *short.span("term"), 2.8)


_THEN_NOW = re.compile(
    "(?:^|(?<=[，。；：]))(?P<words>(?:过去|以前|从前|原先|原来)[^，。；：！？“”]{3,16}，(?:如今|现在|今天|眼下)[^，。；：！？“”]{3,18})[，。；]"
)


def then_and_now(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """How something was in former times and is today: 过去…，如今…."""
    for _, sentence, match in searched(_THEN_NOW, parts):
        own = "我" if re.match("[一-龥]{1,4}：", sentence.text) else ""
        if not _UNCLEAR.search(match["words"].replace(own, "") if own else match["words"]):
            yield within("then-now", sentence, *match.span("words"), 2.6)


def led(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """A leader's words: anchored whole, only followed into the author's text."""
    for sentence in parts:
        if sentence.whole and _LEADER.search(sentence.text) and _followed(sentence, parts):
            yield within("leader", sentence, 0, len(sentence.text), 2.8)


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
