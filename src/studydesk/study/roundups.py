"""What several people say, each with the name behind a dash: ——某某大学教授 张三."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from studydesk.domain.passage_names import chinese_number
from studydesk.domain.surnames import COMPOUND_SURNAMES, NOT_NAMES, SURNAMES
from studydesk.study.find import Find, within
from studydesk.study.offices import OVER
from studydesk.study.sentences import Sentence, balanced
from studydesk.study.whose_words import political

_BY = re.compile(r"(?:——|—|－－|--)\s*(?P<by>[^。！？；：]{2,60})$")
_NAME = re.compile(
    r"(?P<at>[^（）]*[\s）])?(?P<name>[一-龥]{2,4}|[一-龥]+(?:·[一-龥]+)+)(?:（(?P<behind>[^）]*)）)?$"
)
_POST = re.compile(
    "(?:员|师|长|主任|教授|书记|主席|总?经理|委员|代表|干部|记者|律师|教练|顾问|专家|学者|劳模|会员"
    "|博士|钳工|焊工|电工|车工|技工|司机|骑手|(?:大国|省级?|市级?)工匠|(?:一线|退休|环卫|建筑)(?:工人|职工|工)|(?:厂|公司|集团)[一-龥]*(?:工|人|手|匠)"
    "|厂|公司|集团|大学|学院|学校|医院|研究[院所]|中心|工会|支部|(?:某|公司|集团|厂)[一-龥]*(?:车间|班组|部门?))$"
)
"""How what tells somebody's post or workplace ends."""
_DOES = re.compile(
    "服务|关[爱心]|培[育养]|造就|走[进访]|深入|建[强设]|打造|提升|激[励发]|争[当做]|当好|学习|凝聚|团结|依靠|摘自|选自"
)
"""How a heading begins that has a post or a workplace in it: 培育技师 高标准."""
_QUALITY = re.compile("[性化度率准求础质候效]$|方位$")
"""How words end that begin like a surname, and names hardly: 严要求, 强基础."""
_SAYS = re.compile("(?P<words>[^。！？：；]{6,18})[。：；]")
_POINTS_AWAY = re.compile(
    "[他她我你您]|[这那此]|^(?:但|而|也|还|因此|所以|同时|其|并|近年|当前|目前|随着|在)|首先|第一|说|《"
)
_SAID = 40
"""Characters that a view is unfolded in."""


@dataclass(frozen=True, slots=True)
class _View:
    """What somebody is quoted with, and the sentence that names him behind it; `said` is the
    first of it, where that can be quoted.
    """

    sentence: Sentence
    said: re.Match[str] | None
    by: Sentence
    name: re.Match[str]


def roundups(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """The views that a passage names somebody behind, by the first that each of them says, or
    else by the names.
    """
    views = tuple(_views(parts))
    if not views:
        return
    if all(view.said and not OVER.search(view.by.text) for view in views):
        yield _by_words(views)
    if len(views) > 1:
        yield _by_names(views)


def _views(parts: Sequence[Sentence]) -> Iterator[_View]:
    told: list[Sentence] = []
    for _, group in groupby(parts, key=lambda part: part.paragraph):
        own = list(group)
        by = _BY.match(own[0].text.strip()) if len(own) == 1 else None
        name = _signature(own[0].text.rstrip()) if by else None
        if name and told and not _weighed(told, own[0]):
            yield _View(told[0], _first_said(told), own[0], name)
        told = [] if by else own


def _signature(line: str) -> re.Match[str] | None:
    """Who is named behind a dash, with a post or a workplace: nobody else is told from a heading,
    such as ——带徒传技 or ——强基础.
    """
    found = _NAME.search(line, line.rfind("—") + 1)
    at = (found["at"] or "").strip() if found else ""
    is_told = found and any(map(_POST.search, (at, found["behind"] or "")))
    return found if found and is_told and not _DOES.match(at) and _could_be(found["name"]) else None


def _could_be(name: str) -> bool:
    """Whether a word begins as names do and does not end as qualities do."""
    if "·" in name or name[:2] in COMPOUND_SURNAMES:
        return len(name) > 2
    double = len(name) < 4 or name[1] in SURNAMES
    is_word = name in NOT_NAMES or (len(name) > 2 and _QUALITY.search(name))
    return name[0] in SURNAMES and double and not is_word


def _weighed(told: Sequence[Sentence], by: Sentence) -> bool:
    """Whether somebody says what is not for a workshop to weigh, or too little to be told."""
    said = sum(len(part.text) for part in told)
    return said < _SAID or political(by.text) or any(part.political for part in told)


def _first_said(told: Sequence[Sentence]) -> re.Match[str] | None:
    head = _SAYS.match(told[0].text)
    fits = head and balanced(head["words"]) and not _POINTS_AWAY.search(head["words"])
    return head if fits else None


def _by_words(views: Sequence[_View]) -> Find:
    first, heads = views[0], [view.said["words"] for view in views if view.said]
    find = within("roundup", first.sentence, 0, len(heads[0]), 3.5)
    keys = "；".join(f"{_with_post(v)}：{head}" for v, head in zip(views, heads, strict=True))
    return _counted(find, views, last=heads[-1], keys=keys)


def _by_names(views: Sequence[_View]) -> Find:
    find = within("speakers", views[0].by, *views[0].name.span("name"), 3.2)
    find = replace(find, sentence=views[0].sentence)  # its place is that of the words
    return _counted(find, views, keys="、".join(map(_with_post, views)))


def _with_post(view: _View) -> str:
    """Who is named behind a dash, as it stands there."""
    return view.by.text.strip().lstrip("—－- ")


def _counted(find: Find, views: Sequence[_View], **more: str) -> Find:
    """What was found with how many there are, and whether they are one, a pair or a row."""
    count = {1: "一", 2: "两"}.get(len(views)) or chinese_number(len(views))
    many = {1: "alone", 2: "pair"}.get(len(views), "row")
    others = any(view.sentence.protected for view in views)
    find.more.update({**more, "count": count, many: "yes", **({"office": "yes"} if others else {})})
    return find
