"""What the text of a passage offers to ask about: claims, practices, lists, problems and others.

Each finder yields the exact words that a question would be about, with their place. Here are
those that look at clauses.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from studydesk.study.claims import claims
from studydesk.study.find import Find, within
from studydesk.study.grounds import ground
from studydesk.study.lists import SERIES, lists
from studydesk.study.phrasings import asked, changes, names, quoted
from studydesk.study.practices import outcomes, practices
from studydesk.study.sentences import Clause, Sentence, clauses
from studydesk.study.vocabulary import any_of

_NO_PROBLEM = re.compile(
    "^(?:可以|要|应|需).*|困难(?:职工|群众|家庭|帮扶)|困境家庭|问题导向|机遇.*挑战|解难题|往往由此|就难以|[^，]*(?:必将|联合|已经|得到|有效).*"
    "|.*(?:发现|反映|提出|遇到)(?:的)?问题.*|.*情况下.*|.*是职工.*|.*(?:贴|牵头|揭榜|墙).*"
)
_TROUBLE = re.compile(
    "(?:不足|不够|不力|滞后|缺乏|匮乏|薄弱|错位|断层|短板|脱节|流失|不均|不实|难以)[^，]{0,12}$"
    "|(?:的|等)[^的，]{0,6}(?:问题|矛盾|困境|难题|障碍|瓶颈|风险)$"
)
_NO_SINGLE_PROBLEM = re.compile(
    "[一二三四五六七八九两半几]成|%|％|百分之|过半|一半|[率例]"  # a share of something
    r"|(?:由|从)?不足\d|(?:提高|增加|上升|扩大)到"  # a figure that got better
    "|[两三四五六七八九几][个大项点重](?:[^，]{0,4})(?:问题|短板|矛盾|挑战|瓶颈)"  # told one by one
)
"""What nobody meets at a machine."""
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
_CONCRETE = re.compile("请|组织|开设|办好|设立|举办|走访|定期|慰问|评选")
_LAW_CASE = re.compile("“[^”]{5,20}案”")


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
        if near and _DOING.match(clause.text):
            yield _found("doable", clause, 1.6)


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


def _problems(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    for clause in _plain(parts, 7, 26):
        named = _NO_PROBLEM.sub("", clause.text)
        problem = _TROUBLE.search(named)
        if not problem or problem.start() < 4 or _TOWARDS_PROBLEM.search(named):
            continue
        if _MEASURE.match(clause.text) or _NO_SINGLE_PROBLEM.search(clause.text):
            continue
        yield _found("problem", clause, 2.5)


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


def _cases(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    for sentence in parts:
        if sentence.political or not sentence.whole:
            continue
        case = _LAW_CASE.search(sentence.text)
        if case:
            yield within("law-case", sentence, case.start() + 1, case.end() - 1, 3.2)


_FINDERS: tuple[Callable[[str, Sequence[Sentence]], Iterator[Find]], ...] = (
    lists,
    _measures,
    _problems,
    _topics,
    _cases,
    changes,
    claims,
    asked,
    practices,
    outcomes,
    names,
    quoted,
)
