"""What is asked and answered in turn: 问：… 答：…, 记者：… with the name of who answers."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from studydesk.study.find import Find, within
from studydesk.study.sentences import Sentence, political

_ASKS = re.compile("(?P<label>问|记者|主持人|笔者)：")
_ANSWERS = re.compile("(?!问：|记者：|主持人：|笔者：)(?P<label>[一-龥]{1,4})：")
_QUESTION = re.compile(
    "(?:^|(?<=：))(?P<words>(?!但|可(?![以能])|那|这)[^：。？！]{4,25}(?<!吧)？)$"
)
_UNCLEAR = re.compile("[他她它]|[这那](?!样的?工作)|上述|刚才")
_TALKS = re.compile("我|您|你们")
_DID = re.compile(
    "(?:我们|工会|公司)[^，。]{0,8}?(?:请了|找了|设了|办了|建了|搞了|开了|定了|选|把)|[^，。]{0,4}(?:设了|请了|办了|记下|会同)"
)
"""What an answer tells of that somebody did."""
_ENOUGH = 45
"""Characters of an answer that can be told in one's own words."""


def interviews(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """A question and what somebody answers it, in a talk."""
    for asked, answered in pairwise(_turns(parts)):
        asks, answers = _ASKS.match(asked[0].text), _ANSWERS.match(answered[0].text)
        put = _QUESTION.search(asked[-1].text)
        told = "".join(part.text for part in answered)
        if not asks or not answers or not put or len(told) < _ENOUGH:
            continue
        weighed = sum(part.political for part in answered) * 2 > len(answered)
        if weighed or political(put["words"]) or _UNCLEAR.search(put["words"]):
            continue
        if _TALKS.search(told + put["words"]) and asked[-1].whole:
            find = within("interview", asked[-1], *put.span("words"), 3.1)
            find.more["asker"] = "文中" if asks["label"] == "问" else asks["label"]
            find.more["who"] = "受访人" if answers["label"] == "答" else answers["label"]
            find.more.update({"did": "yes"} if len(_DID.findall(told)) > 1 else {})
            yield find


def _turns(parts: Sequence[Sentence]) -> list[list[Sentence]]:
    """The sentences of a passage, paragraph by paragraph."""
    turns: list[list[Sentence]] = []
    for part in parts:
        if turns and part.paragraph == turns[-1][0].paragraph:
            turns[-1].append(part)
        else:
            turns.append([part])
    return turns
