"""Lists that no numeral counts, as 时间上…地点上… or 征集环节…论证环节…, and who does what."""

import re
from collections.abc import Iterator, Sequence

from studydesk.domain.passage_names import chinese_number
from studydesk.study.find import Find
from studydesk.study.sentences import Clause, Sentence, balanced

_OPEN = "(?:^|(?<=[，。；：]))"
_SERIES: Sequence[re.Pattern[str]] = (
    re.compile("(?:^|(?<=[。；：]))(?P<label>[^，。；：“”这那此]{2,3})上，(?P<same>)"),
    re.compile("(?:^|(?<=[。；：]))(?P<label>[^，。；：“”这那此]{2,4})(?P<same>环节|阶段|岗位)，"),
    re.compile("(?:^|(?<=[。；：]))所谓(?P<label>[^，。；：]{2,6})，(?P<same>就是|是指|是)"),
    re.compile("(?:^|(?<=[。；：]))(?P<label>[^，。；：“”这那此也]{1,3})，(?P<same>就是)"),
    re.compile(
        "(?:^|(?<=[。；：]))(?:一|另一|还有一)种(?:人|情况|做法|偏差)?(?P<same>是)(?P<label>)"
    ),
    re.compile("(?:^|(?<=[，。；：]))(?:一|二|三|四|五)(?P<same>[看查问靠练比听学讲])(?P<label>)"),
    re.compile("(?:^|(?<=[。；：]))(?P<label>先|再|最后)(?P<same>[谈学看讲问算比])"),
)
_ACTS = re.compile(
    "(?:^|(?<=[，。；：]))(?P<actor>政府|工会|企业|职业院校|院校|行业协会|班组|车间|职工|师傅|平台|用人单位)"
    "(?:则|也|还)?(?:可以|可|应当|应|要(?!求)|负责|不妨|需)[^，。；]{4,26}"
)
_LONGEST = 24
"""Characters of an item in a question that names two."""


def enumerations(parts: Sequence[Sentence]) -> Iterator[tuple[Clause, ...]]:
    """The items of such lists, each in its own words; those of one list stand in one paragraph."""
    for paragraph in sorted({part.paragraph for part in parts}):
        own = [part for part in parts if part.paragraph == paragraph]
        for series in _SERIES:
            found = [(one, match) for one in own for match in series.finditer(one.text)]
            for same in dict.fromkeys(match["same"] for _, match in found):
                alike = [(one, match) for one, match in found if match["same"] == same]
                run = tuple(_item(one, match) for one, match in alike)
                if any(len(item.text) > _LONGEST for item in run):
                    run = tuple(_label(one, match) for one, match in alike)
                if len(run) > 1 and len({item.text for item in run}) == len(run):
                    yield run


def _item(sentence: Sentence, match: re.Match[str]) -> Clause:
    """An item with what is said of it first."""
    named = match["label"] or match["same"] != "是"
    low = match.end() if not named else match.start("label") if match["label"] else match.start()
    stop = re.compile("[，。；：？]|$").search(sentence.text, match.end())
    return _words(sentence, low, stop.start() if stop else match.end())


def _label(sentence: Sentence, match: re.Match[str]) -> Clause:
    """An item by its name only."""
    end = match.end("same" if match["same"] in {"环节", "阶段", "岗位"} else "label")
    return _words(sentence, match.start("label"), end)


def _words(sentence: Sentence, low: int, high: int) -> Clause:
    return Clause(sentence.start + low, sentence.start + high, sentence.text[low:high], sentence)


def actors(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """What each of several has to do: 政府可以…；工会应当…；企业则要…."""
    for sentence in parts:
        if sentence.political or not sentence.whole or not balanced(sentence.text):
            continue
        acts = {match["actor"]: match for match in _ACTS.finditer(sentence.text)}
        if len(acts) < 3:
            continue
        first = next(iter(acts.values()))
        names = tuple(acts)
        yield Find(
            "list-parties",
            sentence.start + first.start("actor"),
            sentence.start + first.end("actor"),
            first["actor"],
            sentence,
            {
                "first": names[0],
                "count": chinese_number(len(names)),
                "keys": "；".join(match[0] for match in acts.values()),
            },
            2.6,
        )
