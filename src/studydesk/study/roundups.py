"""What several people say, each with the name behind a dash: ——某某大学教授 张三."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from studydesk.domain.passage_names import chinese_number
from studydesk.study.find import Find, within
from studydesk.study.sentences import Sentence, balanced, political

_BY = re.compile(r"(?:——|—|－－|--)\s*(?P<by>[^。！？；：]{2,60})$")
_NAME = re.compile(r"(?:^|[\s）])(?P<name>[一-龥·]{2,6})(?:（[^）]*）)?$")
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
    if all(view.said for view in views):
        yield _by_words(views)
    if len(views) > 1:
        yield _by_names(views)


def _views(parts: Sequence[Sentence]) -> Iterator[_View]:
    told: list[Sentence] = []
    for _, group in groupby(parts, key=lambda part: part.paragraph):
        own = list(group)
        by = _BY.match(own[0].text.strip()) if len(own) == 1 else None
        name = by and _NAME.search(own[0].text.rstrip())
        if name and told and not _weighed(told, own[0]):
            yield _View(told[0], _first_said(told), own[0], name)
        told = [] if by else own


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
    keys = "；".join(f"{v.name['name']}：{head}" for v, head in zip(views, heads, strict=True))
    return _counted(find, views, last=heads[-1], keys=keys, who=first.name["name"])


def _by_names(views: Sequence[_View]) -> Find:
    names = [view.name["name"] for view in views]
    find = within("speakers", views[0].by, *views[0].name.span("name"), 3.2)
    return _counted(find, views, last=names[-1], keys="、".join(names))


def _counted(find: Find, views: Sequence[_View], **more: str) -> Find:
    """What was found with how many there are, and whether they are one, a pair or a row."""
    count = {1: "一", 2: "两"}.get(len(views)) or chinese_number(len(views))
    many = {1: "alone", 2: "pair"}.get(len(views), "row")
    find.more.update({**more, "count": count, many: "yes"})
    return find
