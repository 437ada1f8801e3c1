"""What is asked and answered in turn: 问：… 答：…, 记者：…, with who answers where that is told."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from studydesk.study.find import Find, within
from studydesk.study.people import ASKS, LABEL, workmate
from studydesk.study.sentences import Sentence
from studydesk.study.whose_words import political

_QUESTION = re.compile(
    "(?:^|(?<=：))(?:那么?，)?(?P<words>(?!但|可(?![以能])|那|这|后来|所以)[^：。？！]{4,25}(?<!吧)？)$"
)
_UNCLEAR = re.compile("[他她它]|[这那](?!样的?工作)|上述|刚才")
_TALKS = re.compile("我|您|你们")
_SHORTEST = 8
"""Characters of a question that tells what it is about: 您怎么看？ does not."""
_ENOUGH = 45
"""Characters of an answer that can be told in one's own words."""


def interviews(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """A question and what somebody answers it, in a talk."""
    for asked, answered in pairwise(_turns(parts)):
        asks, answers = ASKS.match(asked[0].text), LABEL.match(answered[0].text)
        put = _QUESTION.search(asked[-1].text)
        told = "".join(part.text for part in answered)
        if not asks or not answers or not put or len(told) < _ENOUGH:
            continue
        weighed = sum(part.political for part in answered) * 2 > len(answered)
        if len(put["words"]) < _SHORTEST:
            continue
        if weighed or political(put["words"]) or _UNCLEAR.search(put["words"]):
            continue
        if _TALKS.search(told + put["words"]) and asked[-1].whole:
            find = within("interview", asked[-1], *put.span("words"), 3.1)
            find.more["asker"] = "有人" if asks["label"] == "问" else asks["label"]
            find.more["who"] = workmate(answers["label"], told)
            find.more.update({"office": "yes"} if answered[0].protected else {})
            yield replace(find, setting=put["words"] + told)


def _turns(parts: Sequence[Sentence]) -> list[list[Sentence]]:
    """The sentences of a passage, paragraph by paragraph."""
    turns: list[list[Sentence]] = []
    for part in parts:
        if turns and part.paragraph == turns[-1][0].paragraph:
            turns[-1].append(part)
        else:
            turns.append([part])
    return turns
