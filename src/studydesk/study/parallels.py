"""What stands side by side without numbers: paragraphs that begin alike."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from studydesk.domain.passage_names import chinese_number
from studydesk.study.find import Find, within
from studydesk.study.lists import SERIES
from studydesk.study.sentences import Sentence, balanced

_HEAD = re.compile("(?:——)?(?P<words>[^。：？！]{4,14})[。：]")
_UNFIT = re.compile(
    "[他她它我你这那该此（]|^(?:答|问|记者|编者按|[一-龥]{2,3}：|首先|其次|再次|最后)|年|月|日|说$|之[一二三四五]$|赛出"
)
_TOLD = 25
"""Characters that a paragraph goes on with behind its head."""


def paragraphs(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """Paragraphs side by side that begin with a few words of one form, and go on to unfold them."""
    run: list[tuple[Sentence, re.Match[str]]] = []
    for _, group in groupby(parts, key=lambda part: part.paragraph):
        own = list(group)
        head = _HEAD.match(own[0].text)
        told = sum(len(part.text) for part in own) - (head.end() if head else 0)
        fits = head and own[0].paragraph and told >= _TOLD and not _unfit(own, head["words"])
        if fits and head and (not run or _alike(run[-1][1]["words"], head["words"])):
            run.append((own[0], head))
            continue
        yield from _side_by_side(run)
        run = [(own[0], head)] if fits and head else []
    yield from _side_by_side(run)


def _unfit(own: Sequence[Sentence], words: str) -> bool:
    numbered = any(series.match(own[0].text) for series in SERIES)
    weighed = any(part.political for part in own)
    return bool(numbered or weighed or _UNFIT.search(words) or not balanced(words))


def _alike(one: str, other: str) -> bool:
    """Whether two heads are about as long, and begin or end alike, or have words in common."""
    if abs(len(one) - len(other)) > 2 or ("，" in one) is not ("，" in other):
        return False
    shared = sum(a == b for a, b in zip(one, other, strict=False))
    behind = sum(a == b for a, b in zip(reversed(one), reversed(other), strict=False))
    return one[0] == other[0] or shared >= 2 or behind >= 2


def _side_by_side(run: Sequence[tuple[Sentence, re.Match[str]]]) -> Iterator[Find]:
    if len(run) < 2:
        return
    sentence, head = run[0]
    find = within("parallel", sentence, *head.span("words"), 3.2 + len(run) / 10)
    keys = [head["words"] for _, head in run]
    find.more.update(last=keys[-1], count="两" if len(run) == 2 else chinese_number(len(run)))
    find.more["keys"] = "；".join(keys)
    find.more["row" if len(run) > 2 else "pair"] = "yes"
    yield find
