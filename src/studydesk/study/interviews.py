"""What is asked and answered in turn: 问：… 答：…, 记者：… with the name of who answers."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
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
ANSWERS = "答话的人"
"""Who answers, where only 答： says so."""
_ROLE = (
    "(?P<role>律师|医生|专家|教授|主任|主席|书记|部长|局长|处长|会长|站长|所长|厂长|工程师|师傅)"
)
_ANSWERERS = (
    re.compile(f"(?:对话|专访|访谈?)[^，。：；]{{0,24}}?{_ROLE}[一-龥]{{0,4}}$", re.MULTILINE),
    re.compile(f"请[^，。：；]{{0,24}}?{_ROLE}[^，。：；]{{0,5}}(?:作了?|进行)?(?:解答|回答|解读)"),
    re.compile(f"[同与和][^，。：；]{{2,12}}{_ROLE}[^，。：；]{{0,8}}(?:交谈|对话|访谈)"),
)
_TALK = re.compile("对话|专访|访谈|受访|采访|记者")


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
            find.more["who"] = ANSWERS if answers["label"] == "答" else answers["label"]
            find = replace(find, setting=put["words"] + told)
            find.more.update({"did": "yes"} if len(_DID.findall(told)) > 1 else {})
            yield find


def answerer(told: str) -> str:
    """Who answers in a talk that says 答：, by what its title and its text tell."""
    for pattern in _ANSWERERS:
        if named := pattern.search(told):
            return named["role"]
    return "受访人" if _TALK.search(told) else ANSWERS


def _turns(parts: Sequence[Sentence]) -> list[list[Sentence]]:
    """The sentences of a passage, paragraph by paragraph."""
    turns: list[list[Sentence]] = []
    for part in parts:
        if turns and part.paragraph == turns[-1][0].paragraph:
            turns[-1].append(part)
        else:
            turns.append([part])
    return turns
