"""What the text of a passage offers to ask about: lists, problems, changes, figures and others.

Each finder yields the exact words that a question would be about, with their place. Here are
those that look at clauses.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from studydesk.study.claims import claims
from studydesk.study.enumerations import actors
from studydesk.study.find import Find, within
from studydesk.study.grounds import ground
from studydesk.study.lists import SERIES, lists
from studydesk.study.phrasings import (
    answered,
    big_words,
    coinages,
    figures,
    patterns,
    quoted,
    sayings,
    so_called,
)
from studydesk.study.practices import advice, outcomes, practices, reminders, rulings
from studydesk.study.routines import routines
from studydesk.study.sentences import Clause, Sentence, balanced, clauses
from studydesk.study.vocabulary import any_of

_NO_PROBLEM = re.compile(
    "^(?:可以|要|应|需).*|困难(?:职工|群众|家庭|帮扶)|困境家庭|问题导向|机遇.*挑战|解难题|往往由此|就难以|[^，]*(?:必将|联合|已经|得到|有效).*"
    "|.*(?:发现|反映|提出|遇到)(?:的)?问题.*|.*情况下.*|.*是职工.*|.*(?:贴|牵头|揭榜|墙).*"
)
_TROUBLE = re.compile(
    "(?:不足|不够|不力|滞后|缺乏|匮乏|薄弱|错位|断层|短板|脱节|流失|不均|不实|难以)[^，]{0,12}$"
    "|(?:的|等)[^的，]{0,6}(?:问题|矛盾|困境|难题|障碍|瓶颈|风险)$"
)
_SHARE = re.compile("[一二三四五六七八九两半几]成|%|％|百分之|过半|一半|[率例]")
"""A share of many is nothing that anybody meets at a machine."""
_TOWARDS_PROBLEM = re.compile(any_of("towards_problem"))
_MEASURE = re.compile(any_of("measure"))
_DOING = re.compile(any_of("doing"))
_NO_MEASURE = re.compile(any_of("no_measure"))
_NEAR = re.compile(any_of("near"))
_ABSTRACT = re.compile(any_of("abstract"))
_LADDER = re.compile("晋升|职称|职业发展|等级|成长路径")
_ASIDE = re.compile(
    "(?:[一二三四五六七八九十][是要]|第?[一二三四五六七八九十]、|首先，|其次，|再次，|最后，|还?要|可以|可)*"
    "(?:借助|依托|围绕|针对|结合|聚焦|通过|根据|按照|利用|在|对于?|以)[^，]{2,18}，$"
)
_BY_THE_UNION = re.compile(
    "(?:工会(?:组织|干部|小组)?|班组|车间|企业|单位)[^，。]{0,4}(?:要|可以|可|应当?|还要|不妨|需)[^，]{2,24}，$"
)
_ADVICE = re.compile("工会(?:组织|干部)?[^，。；]{0,6}(?:要|可以?|应当?|不妨|需)")
_CONCRETE = re.compile("请|组织|开设|办好|设立|举办|走访|定期|慰问|评选")
_DEFINITION = re.compile(
    r"(?P<a>[^，。；：是]{2,12})(?:(?:就是指|是指|指的是|就是)(?P<b>[^，。；：]{4,26})"
    r"|是(?P<c>[^，。；：]{2,22}(?:窗口|桥梁|纽带|生命线|主心骨|课堂|试金石|晴雨表|压舱石|起点|第一步|保证|前提|基础|底气|根基|手艺与耐心|而不是[^，。；：]{2,10})))$"
)
_PLAIN_DEFINITION = re.compile("(?P<a>[^，。；：是]{2,12})是[^，。；：]{4,26}$")
_EXPLAINED = re.compile("，(?:表现为|体现为|特征是|特点是|核心是|包括)")
_NO_DEFINITION = re.compile(
    "(?:[不也都正就更还又才仍只要能会既别其但可于论的则]|一直|始终|自己|固然|原来|实则|往往|可怕)$"
    "|^(?:这|那|可|差不多|谈|做|说|想|看|学|缺|一位|一个|最)|[他她我你]|路径|关键$|核心$|任务$|目的$|目标$|重点$|改革$|发展$"
)
_DUTY = re.compile(
    "(?:每(?:个|名|位|一个|一名))?(?:班组长?|班长|师傅|徒弟|老师傅|工友|车间|当班人员|安全员|带教师傅|新员工|新工人|职工|工人)"
    "(?:们|都|也)?(?:要|应当|应该|必须)[^，]{4,16}$"
)
_CASE = re.compile(r"(?:例如|比如|如，|以[^，。]{2,14}为例)，?")
_DONE = re.compile("把|组织|设立|推出|发动|开设|建立|推行|请|办|开展")
_LAW_CASE = re.compile("“[^”]{5,20}案”")
_REASONED = re.compile("因为|由于|源于|因此|因而|从而|正因|恰恰|离不开|才能")
_LASTING = re.compile("常态化|长效|长期|持续|坚持|经常|定期|日常|巩固")


def find_structures(passage_text: str, parts: Sequence[Sentence]) -> tuple[Find, ...]:
    """Everything a passage offers to ask about, in no particular order."""
    finds = (find for finder in _FINDERS for find in finder(passage_text, parts))
    return tuple(replace(find, ground=ground(find, parts)) for find in finds)


def _plain(parts: Sequence[Sentence], low: int, high: int) -> Iterator[Clause]:
    for sentence in parts:
        if sentence.political or not sentence.whole:
            continue
        for clause in clauses(sentence):
            if low <= len(clause.text) <= high and clause.plain:
                yield clause


def _found(structure: str, clause: Clause, worth: float) -> Find:
    worth -= 0.5 * clause.weighty + abs(len(clause.text) - 13) / 40
    low = clause.start - clause.sentence.start
    return within(structure, clause.sentence, low, low + len(clause.text), worth)


def _measures(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """What is to be done, as far as a workshop sees it; how to rise is everybody's question."""
    for clause in _plain(parts, 8, 24):
        if not _MEASURE.match(clause.text) or _NO_MEASURE.search(clause.text):
            continue
        near = _NEAR.search(clause.text) and not _ABSTRACT.search(clause.text)
        if not _stands(clause) or not (near or _LADDER.search(clause.text)):
            continue
        yield _found("measure", clause, 1.5)
        if not near:
            continue
        yield _found("near", clause, 1.4)
        if _DOING.match(clause.text):
            yield _found("doable", clause, 1.6)
            yield _found("near-doable", clause, 1.5)
        if _ADVICE.search(_before(clause)):
            yield _found("union-measure", clause, 1.4)
        if _LASTING.search(clause.text):
            yield _found("lasting", clause, 1.8)


def _before(clause: Clause) -> str:
    """What its sentence says before a clause, from the last semicolon or colon on."""
    said = clause.sentence.text[: clause.start - clause.sentence.start]
    return re.split("[；：]", said)[-1]


def _stands(clause: Clause) -> bool:
    """Whether a measure is told for the first time here, and so needs no words before it."""
    before = _before(clause)
    if "，" not in before.rstrip("，") and (not before.endswith("，") or len(before) < 4):
        return True
    led = _BY_THE_UNION.match(before) and _CONCRETE.match(clause.text)
    return bool(_ASIDE.fullmatch(before) or led)


def _duties(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """What somebody in a workshop has to do."""
    for clause in _plain(parts, 8, 26):
        if _DUTY.match(clause.text):
            yield _found("duty", clause, 1.9)


def _problems(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    for clause in _plain(parts, 7, 26):
        named = _NO_PROBLEM.sub("", clause.text)
        problem = _TROUBLE.search(named)
        if not problem or problem.start() < 4 or _TOWARDS_PROBLEM.search(named):
            continue
        if _MEASURE.match(clause.text) or _SHARE.search(clause.text):
            continue
        yield _found("problem", clause, 2.5)
        if _remedied(clause, parts):
            yield _found("remedied", clause, 2.5)


def _remedied(problem: Clause, parts: Sequence[Sentence]) -> bool:
    """Whether a later sentence has a measure in the words of the problem."""
    words = {problem.text[at : at + 2] for at in range(len(problem.text) - 1)}
    words = {word for word in words if re.fullmatch("[\u4e00-\u9fff]{2}", word)}
    for sentence in parts:
        if sentence.start >= problem.sentence.end and not sentence.political:
            for clause in clauses(sentence):
                if _MEASURE.match(clause.text) and sum(w in clause.text for w in words) >= 2:
                    return True
    return False


def _topics(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """What a paragraph of several sentences says first, in a few words, and goes on to unfold."""
    for sentence in parts:
        unfolded = sum(part.paragraph == sentence.paragraph for part in parts) > 2
        numbered = [found.end() for series in SERIES if (found := series.match(sentence.text))]
        if sentence.number == 1 and numbered and unfolded and len(sentence.text) <= 34:
            for clause in _plain([sentence], 2, 24):
                cut = clause.start - sentence.start
                if len(clause.text) >= 6 and cut >= max(numbered):
                    yield _found("topic", clause, 1.0)
                break


def _definitions(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    for clause in _plain(parts, 9, 30):
        match = _DEFINITION.match(clause.text)
        if match is None:
            behind = clause.sentence.text[clause.end - clause.sentence.start :]
            match = _PLAIN_DEFINITION.match(clause.text) if _EXPLAINED.match(behind) else None
        if match is None or clause.weighty or _NO_DEFINITION.search(match["a"]):
            continue
        yield _found("definition", clause, 2.2)
        if _REASONED.search(_paragraph(clause.sentence, parts)):
            yield _found("reasoned", clause, 2.2)


def _paragraph(sentence: Sentence, parts: Sequence[Sentence]) -> str:
    return "".join(p.text for p in parts if p.paragraph == sentence.paragraph and p != sentence)


def _cases(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    for sentence in parts:
        if sentence.political or not sentence.whole:
            continue
        case = _LAW_CASE.search(sentence.text)
        if case:
            yield within("law-case", sentence, case.start() + 1, case.end() - 1, 3.2)
        match = _CASE.search(sentence.text)
        if match:
            after = sentence.start + match.end()
            for clause in clauses(sentence):
                begins = clause.start <= after < clause.end
                if (
                    begins
                    and _DONE.search(clause.text)
                    and not re.match("对|在|当|[他她它]", clause.text)
                    and 8 <= len(clause.text) <= 34
                    and balanced(clause.text)
                ):
                    yield _found("case", clause, 2.6)


_FINDERS: tuple[Callable[[str, Sequence[Sentence]], Iterator[Find]], ...] = (
    lists,
    _measures,
    _duties,
    _problems,
    _topics,
    _definitions,
    _cases,
    patterns,
    claims,
    answered,
    practices,
    routines,
    actors,
    outcomes,
    rulings,
    reminders,
    advice,
    figures,
    coinages,
    so_called,
    big_words,
    sayings,
    quoted,
)
