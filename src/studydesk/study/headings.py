"""Headings, and the first words of numbered paragraphs: what they claim or call for, where
what stands below them is long enough to answer.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from studydesk.study.contrasts import JOINED, POINTS_AWAY
from studydesk.study.find import Find, within
from studydesk.study.list_items import cut_off
from studydesk.study.provisions import lays_down
from studydesk.study.sentences import Clause, Sentence, balanced, behind, beside, clauses
from studydesk.study.vocabulary import any_of

_LONGEST = 20
"""Characters of a heading that a question is about."""
_IF_LAST = 5
"""Sentences of a section that ends a passage: what bears a claim out may follow on them."""
_IF_ENDS = 4
"""Sentences of any section that ends a passage."""
_MEASURE = re.compile(f"{any_of('measure')}(?![栏班部者员法站率点期费])")
_MEASURES = re.compile(f"(?:^|[，。；：要应可以])(?:{any_of('measure')})")
_NUMBER = re.compile(
    r"[（(]?[一二三四五六七八九十\d]+[）)、.．]\s*|(?P<wrong>误区[一二三四五六七八九]：)"
)
_SEVERAL = 3
"""Measures of a section of which one can be chosen."""
_QUESTION = re.compile(
    "(?:为何|为什么|怎么|怎样|如何|何以|从何|什么|哪里|哪儿|哪些|多久|谁来|[向由]谁)"
)
_TURNED = re.compile("[从由][^，：]{1,10}(?:到|走向|转向|变)")
_LABEL = re.compile(
    "[一-龥]*(?:情况|建议|影响|挑战|困境|特征|路径|现状|成效|做法|启示|经验|原因|体现|问题)$"
)
_CLAIM = re.compile(
    "[^，：]{2,}[，：][^，：]{2,}|[^，：]{2,}(?:是|不[是必求能要]|成了?|在|靠|就|最|给)"
)
"""Two halves, or a verb: not what only names a subject."""
_NO_CLAIM = re.compile(
    "(?:审视|意蕴|逻辑|内涵|实效|选择|统一|维度|新义|思考|分析|概况|背景|意义)$|^[^，：]*(?:的|之)[一-龥]{2}$"
)
_DEMAND = re.compile(
    "[^，需主重总][要宜应](?![求素点紧用对急义])|(?<!能)不[能该可]|^(?:要|别|少|多|先|把)"
)
"""条款要实, 指标宜少而精: what is asked for, and may be hard to do."""
_RULES = re.compile("依照|根据|按照|规定|办法》|法》|应当|不得|免予|日内|之日起|依法|有权")


def headings(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """The subheadings of a passage that stand over a section of several sentences."""
    for at, sentence in enumerate(parts):
        if sentence.paragraph or sentence.political:
            continue
        section: list[Sentence] = []
        for part in behind(parts, at):
            if not part.paragraph:
                break
            section.append(part)
        low = numbered.end() if (numbered := _NUMBER.match(sentence.text)) else 0
        words = sentence.text[low:].rstrip()
        weighed = sum(part.political for part in section)
        setting = "".join(part.text for part in section)
        ends = at + 1 + len(section) == len(parts)
        whole = len(section) >= 3 and not (ends and (cut_off(setting) or _breaks_off(section)))
        if whole and not weighed and 5 <= len(words) <= _LONGEST:
            find = within("", sentence, low, low + len(words), 2.7)
            if numbered and numbered["wrong"]:
                yield replace(
                    find,
                    structure="title-mistake",
                    more={"part": "这一节", "told": _told(section)},
                    setting=setting,
                )
                continue
            titled = _titled(find, "这一节", section)
            few = ends and len(section) < _IF_LAST
            yield from (one for one in titled if not (few and one.structure == "title-claim"))


def topics(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """What a paragraph or one item of a row says first, in a few words, and goes on to unfold."""
    for at, sentence in enumerate(parts):
        numbered = _ORDINAL.match(sentence.text)
        if not (numbered or sentence.number == 1) or not sentence.whole or not sentence.paragraph:
            continue
        own = unfolded(parts, at)
        if len(own) < (2 if numbered else 3) or any(part.political for part in own):
            continue
        if sum(len(part.text) for part in own[1:]) < _UNFOLDS or len(sentence.text) > _HEAD:
            continue
        for clause in clauses(sentence):
            cut = clause.start - sentence.start
            if _SHORTEST <= len(clause.text) <= 24 and cut >= (numbered.end() if numbered else 0):
                part = "这一段" if len(own) == len(beside(parts, at)) else "这几句"
                yield from _topic(clause, own, part, numbered=bool(numbered))
                break


_ORDINAL = re.compile(
    "[^，。；：]{0,4}?(?:第[一二三四五六七八九十]|其[一二三四五六])[点条招步]?，|[^，。；：]{2,4}之[一二三四五六](?:，|(?=是)|：)|[一二三四五六七八九十]是|（?[一二三四五六七八九十][、）]|(?:首先|其次|再次|最后)，?(?=.)"
)
"""How one item of a row begins, whether the others are in the passage or not."""
_SHORTEST, _HEAD, _UNFOLDS, _LONG = 4, 34, 40, 3
"""Characters of a sentence that only heads what follows, and of that at least; and sentences of
what is long enough to choose one from.
"""


_FORBIDS = re.compile(any_of("forbidding"))
"""Of what forbids, no sentence is chosen before others."""


def unfolded(parts: Sequence[Sentence], at: int) -> Sequence[Sentence]:
    """A sentence with those behind it in its paragraph, up to the next item of a row."""
    own = [parts[at]]
    for part in behind(parts, at):
        if part.paragraph != own[0].paragraph or _ORDINAL.match(part.text):
            break
        own.append(part)
    return own


def _topic(clause: Clause, own: Sequence[Sentence], part: str, *, numbered: bool) -> Iterator[Find]:
    sentence = clause.sentence
    named = clause.text.startswith("是") and numbered
    place = clause.start - sentence.start + named
    words = clause.text[named:]
    find = within("", sentence, place, place + len(words), 2.3)
    if numbered:
        titled = list(_titled(find, part, own)) if clause.plain else []
        more = {"part": part, "told": "之后"}
        unfit = _NOT_A_HEAD.search(words) or _BARE_LABEL.fullmatch(words)
        fits = balanced(words) and not (clause.asked or unfit)
        whole = sentence.text[place + len(words) :][:1] in "。：" or clause.plain
        forbids = any(_FORBIDS.search(part.text) for part in own)
        more.update({"alone": "yes"} if part == "这一段" else {})
        more.update({"long": "yes"} if len(own) > _LONG and not forbids else {})
        if titled or not fits or not whole:
            yield from titled
        elif not sentence.protected:
            yield replace(find, structure="item", more=more)
    elif _heads(clause):
        yield from _titled(find, "这一段", own)


def _heads(clause: Clause) -> bool:
    """Whether a clause is all that a sentence says, in words that need no others."""
    words, whole = clause.text, clause.sentence.text.rstrip("。").endswith(clause.text)
    away = JOINED.match(words) or POINTS_AWAY.search(words) or _NOT_A_HEAD.search(words)
    return whole and clause.plain and not away


_BARE_LABEL = re.compile(
    "(?:[一-龥]{2})?(?:目标|任务|原则|要求|思路|保障|评价|步骤|内容|时间|主题|安排|措施|事项|对象|范围|背景|领导|方法|方式|标准|问题|情况)"
)
"""What stands over a part of any notice, and says nothing of this one: 总体目标, 经费保障."""
_NOT_A_HEAD = re.compile(
    "^(?:出在|在于|表现在|体现在)|说起|讲起|谈起|我|也要|的要|[一二三四五六七八九十百]条|小事|^(?:先|再|故事)|笔者|^“.*”$"
)
"""How a paragraph without a number opens that does not say what it is about."""


def _breaks_off(section: Sequence[Sentence]) -> bool:
    """Whether a section that ends a passage is too short to be told, or ends within a sentence."""
    return len(section) < _IF_ENDS or section[-1].text.rstrip().rstrip("”’）")[-1:] not in "。！？"


def _told(section: Sequence[Sentence]) -> str:
    """With which words a section begins and ends, where they can be quoted."""
    first = re.match("[^，。：；！？“”]{4,24}(?=[，。：；！？])", section[0].text)
    last = re.search("[^，。：；！？“”]{4,24}(?=[。！？]$)", section[-1].text.rstrip())
    return f"之后，从“{first[0]}”到“{last[0]}”" if first and last else "之后"


def _titled(find: Find, part: str, section: Sequence[Sentence]) -> Iterator[Find]:
    """What a heading is, by its words: a change, what should be, what is done or what is so."""
    setting = "".join(one.text for one in section)
    words = find.words
    if _QUESTION.search(re.sub("“[^”]*”的", "", words)):
        return
    if _LABEL.fullmatch(words):
        return
    if _TURNED.search(words):
        kind = "title-turn"
    elif _DEMAND.search(words):
        kind = "title-demand"
    elif _MEASURE.match(words):
        if len(_MEASURES.findall(setting)) < _SEVERAL:
            return
        kind = "title-measure"
    elif part == "这一节" and _CLAIM.match(words) and not _NO_CLAIM.search(words):
        kind = "title-claim"
    else:
        return
    more = {"part": part, "told": _told(section) if part == "这一节" else "之后"}
    more.update({"alone": "yes"} if part != "这几句" else {})
    more.update({"things": "yes"} if len(_MEASURES.findall(setting)) >= _SEVERAL else {})
    rules = lays_down(setting) and len(_RULES.findall(setting)) > 1
    more.update({"rules": "yes"} if rules else {})
    yield replace(find, structure=kind, more=more, setting=setting)
