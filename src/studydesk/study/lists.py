"""Numbered lists in a passage: 一是…二是…, 第一，…第二，…, with what they list."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from studydesk.domain.passage_names import chinese_number
from studydesk.study.enumerations import enumerations
from studydesk.study.find import Find
from studydesk.study.sentences import Clause, Sentence, balanced, clauses, political
from studydesk.study.vocabulary import any_of

_NUMERALS = "一二三四五六七八九十"
SERIES = (
    re.compile(rf"(?<![\w])第([{_NUMERALS}])，"),
    re.compile(rf"(?:^|(?<=[。；，：\n]))([{_NUMERALS}])[是要](?![\w]?级)要?"),
    re.compile(rf"(?<![\w])其([{_NUMERALS}])，"),
    re.compile(rf"(?m)^（?([{_NUMERALS}])[、）]"),
    re.compile(
        rf"(?:^|(?<=[。；\n]))[^，。；：\n]{{0,6}}第([{_NUMERALS}])(?:[重道个步层关条点]|方面)(?:[关账坎坡课功难槛])?"
        "(?:就?是|，|：)"
    ),
    re.compile(
        rf"(?:^|(?<=[。；\n]))第([{_NUMERALS}])[种类](?:就?是|，|：)"
        "(?![^，。；]{0,10}(?:人|师傅|徒弟)[，。；])"
    ),
)
"""How the items of a list are numbered; the first group is the numeral."""

_OF_A_KIND = re.compile(rf"(?:^|(?<=[。；\n]))[^，。；：\n]{{2,4}}之([{_NUMERALS}])(?:是|，|：)")
"""卡点之一是…: counted by what they are."""

_PROBLEM = re.compile(any_of("problem"))
_MEASURE = re.compile(any_of("measure"))
_ABSTRACT = re.compile(any_of("abstract"))
_ACTOR = re.compile(
    "工会|企业|政府|部门|院校|高校|学校|行业协会|协会|科研机构|培训机构|职工|用人单位"
)
_PROBLEM_NOUN = re.compile("矛盾|挑战|困境|短板|难题|障碍|问题")


_STEPS = re.compile(
    r"(?:^|(?<=[。；\n]))(?:[^，。；：\n首先其再还最另]{2,9}，?)?"
    r"(首先|先(?=[要得])|其次|再次|再(?=[要得])|[还更](?=[要得])|最后|另?一方面)(?:，|要|是|在于|得|应当?)"
)
_FIRST, _LAST = ("首先", "先", "一方面"), ("最后", "另一方面")


def lists(text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """The lists of a passage that begin with their first item, in the words of their items; one
    that is built in several ways is told once.
    """
    told: dict[int, str] = {}
    for found in _lists(text, parts):
        if told.setdefault(found.end, found.words) == found.words:
            yield found


def _lists(text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    yield from _steps(text, parts)
    yield from _announced(parts)
    for items in enumerations(parts):
        yield from _list(items, parts)
    yield from _parallels(parts)
    yield from _parallels(tuple(part for part in parts if part.number == 1))
    for series in (*SERIES, _OF_A_KIND):
        run: list[Clause] = []
        for match in series.finditer(text):
            ordinal = _NUMERALS.index(match[1])
            if ordinal == 0 or ordinal != len(run):
                yield from _list(run, parts)
                run = []
            if ordinal != len(run):
                continue
            key = _key(match.end(), parts)
            if key is None:
                run = []
                continue
            run.append(key)
        yield from _list(run, parts)


def _steps(text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """首先…其次…再次…最后…, as far as it goes, or 一方面…另一方面…."""
    run: list[Clause] = []
    for match in _STEPS.finditer(text):
        if match[1] in _FIRST:
            yield from _list(run, parts)
            run = []
        key = _key(match.end(), parts)
        if key is None or (match[1] not in _FIRST and not run):
            run = []
            continue
        run.append(key)
        if match[1] in _LAST:
            yield from _list(run, parts)
            run = []
    yield from _list(run, parts)


_PEOPLE = (
    "[^，。；：]{0,6}?(?:人(?!才|[手力心])|徒弟|师傅|工友|职工|工人|组员|青年|同志|学员)"
    "(?=[：，。；]|$)"
)
"""Who is counted: people are no points of what is said."""
_ANNOUNCED = re.compile(
    f"(?:([两{_NUMERALS[1:8]}])[个条点样件种项步句位](?!{_PEOPLE})(?!月|小时|星期)(?![^：]{{0,12}}[“”])[^，。；：“”]{{0,6}}|有([二{_NUMERALS[2:8]}]))"
    "：(?!一[是要]|第一|首先)(?P<items>[^。：“”]{6,120})(?=。)"
)


def _announced(parts: Sequence[Sentence]) -> Iterator[Find]:
    """三样东西：参数的含义、曲线的走势、报警的原因, where there are as many as was said."""
    for sentence in parts:
        match = _ANNOUNCED.search(sentence.text)
        if match is None or not sentence.whole or sentence.political:
            continue
        number = match[1] or match[2]
        count = 2 if number == "两" else _NUMERALS.index(number) + 1
        for stop in "；，、":
            if match["items"].count(stop) != count - 1:
                continue
            keys, at = [], match.start("items")
            for item in match["items"].split(stop):
                place, head = sentence.start + at, item.split("，")[0]
                keys.append(Clause(place, place + len(head), head, sentence))
                at += len(item) + 1
            yield from _list(keys, parts)
            break


_HOW_OR_WHEN = (
    "[^，]*(?:[我他她你这那]|了解|据悉|获悉|[看听见]到|表示|介绍|认为|告诉|指出|以来"
    "|第.天|[昨今明每去][年天日晚]|当[天日年时]|[说道来看是年月日天早晚后前时里中上下间]，)"
    "|[在从到自当对为随按据]"
)
"""What says who tells it, when or where: many a sentence begins so, and is not built alike."""
_ALIKE = (
    re.compile(
        f"(?!{_HOW_OR_WHEN})([^，。；：“]{{3,9}})，[先还更也又]?(?:要(?![求素闻])|应(?![急用对])|需(?!求)|须)"
        "[^，。；：“]{2,15}(?=[，。；])"
    ),
    re.compile(
        f"(?!{_HOW_OR_WHEN})[^，。；：“]{{3,9}}，((?:要|应|需)[^，。；：“]{{2}})[^，。；：“]{{1,10}}(?=。)"
    ),
)

_SAME_HEAD = re.compile(
    f"(?!{_HOW_OR_WHEN})([^，。；：“]{{2,8}}?)[首还更再也]?先?(?:体现|表现|难|贵|重|差|赢|输|慢|好)?在(?!于是)(?:于)?[^，。；：“]{{2,12}}(?=[，。；])"
)
"""缺口首先体现在结构上。…缺口还体现在节奏上。"""


def _parallels(parts: Sequence[Sentence]) -> Iterator[Find]:
    """Neighbouring sentences built alike: 站得稳，先要信息稳 and 站得稳，还要保障稳, which begin
    alike, or 时间的边界，应当由双方约定 and 责任的边界，应当由证据说话, which go on alike.
    """
    for pattern in (*_ALIKE, _SAME_HEAD):
        matches = [None if one.political else pattern.match(one.text) for one in parts]
        for alike, run in groupby(
            zip(parts, matches, strict=True), lambda one: one[1] and one[1][1]
        ):
            keys = [
                Clause(one.start, one.start + found.end(), found[0], one)
                for one, found in run
                if found
            ]
            begun = keys and not re.search(
                "[还更也]", keys[0].text
            )  # else the first stands elsewhere
            if alike and begun and len({key.text for key in keys}) == len(keys):
                yield from _list(keys, parts)


def _key(at: int, parts: Sequence[Sentence]) -> Clause | None:
    """The words that name an item of a list: its first clause."""
    for sentence in parts:
        if sentence.start <= at < sentence.end:
            for clause in clauses(sentence):
                if clause.end > at:
                    start = max(clause.start, at)
                    while start < clause.end and sentence.text[start - sentence.start] in "是它":
                        start += 1  # 第一，是…
                    words = sentence.text[start - sentence.start : clause.end - sentence.start]
                    return Clause(start, clause.end, words, sentence)
    return None


def _list(run: Sequence[Clause], parts: Sequence[Sentence]) -> Iterator[Find]:
    if len(run) < 2 or not all(map(_fine, run)) or any(_NO_POINT.search(key.text) for key in run):
        return
    first, last = run[0], run[-1]
    told = "".join(s.text for s in parts if first.start < s.end and s.start <= last.start)
    actors = sorted({match[0] for match in _ACTOR.finditer(told)})
    found = Find(
        f"list-{_kind(run, actors, led=_led(run, parts))}",
        first.start,
        first.end,
        first.text,
        first.sentence,
        {
            "first": first.text,
            "second": run[1].text,
            "last": last.text,
            "actors": "、".join(actors),
            "count": "两" if len(run) == 2 else chinese_number(len(run)),
            "noun": _noun(run, parts),
            "keys": "；".join(key.text for key in run),
        },
        worth=3 + len(run) / 10,
    )
    yield found
    if found.structure == "list-points" and any(map(_in_reach, run)):
        yield replace(found, structure="list-reach")
    if found.structure == "list-points" and _told(run):
        yield replace(found, structure="list-told")


_NO_POINT = re.compile("^(?:却|于是|结果|活却)|却|这才|^才|[个名位](?:徒弟|师傅|人)$")
"""What comes of the rest, turns against it, or is somebody."""


def _told(run: Sequence[Clause]) -> bool:
    """Whether every item has a sentence of its own, which goes on to tell of it."""
    own = len({key.sentence.start for key in run}) == len(run)
    return own and all(len(key.sentence.text) > len(key.text) + 10 for key in run)


def _in_reach(key: Clause) -> bool:
    """Whether a group can do something about an item itself."""
    return bool(_MEASURE.match(key.text)) and not _ABSTRACT.search(key.text)


def _fine(key: Clause) -> bool:
    """Whether an item can be quoted."""
    quotable = 2 <= len(key.text.strip("“”‘’")) <= len(key.text) <= 24 and balanced(key.text)
    return quotable and key.sentence.whole and not key.sentence.protected


def _kind(run: Sequence[Clause], actors: Sequence[str], *, led: bool) -> str:
    if any(key.sentence.political or political(key.text) for key in run) or led:
        return "headings"
    if sum(bool(_PROBLEM.search(key.text)) for key in run) * 2 > len(run):
        return "problems"
    wide = any(_ABSTRACT.search(key.text) for key in run)
    if sum(bool(_MEASURE.match(key.text)) for key in run) * 2 > len(run) and not wide:
        return "actors" if len(actors) > 1 else "measures"
    return "points"


def _led(run: Sequence[Clause], parts: Sequence[Sentence]) -> bool:
    """Whether the paragraph of a list is political up to it."""
    return any(
        part.political and part.paragraph == run[0].sentence.paragraph and part.end <= run[0].start
        for part in parts
    )


def _noun(run: Sequence[Clause], parts: Sequence[Sentence]) -> str:
    """What the sentence before the list, or the list, calls its problems."""
    announced = [sentence.text for sentence in parts if sentence.end <= run[0].start][-1:]
    noun = _PROBLEM_NOUN.search("".join((*announced, *(key.text for key in run))))
    return noun[0] if noun else "问题"
