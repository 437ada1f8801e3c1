"""思考 2 至 4 in the user's own words: which questions those are, and that they stay the same."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from studydesk.domain.own_words import own_words, with_words
from studydesk.domain.packet import Item, Packet, Question
from studydesk.domain.passage_names import CHINESE, GONE, NUMBERS, chinese_number, quoted_in

WORD = "思考"
"""What stands before a number, with or without 题."""
_FIGURES = r"[1-9]\d?(?!\d)"
_ANY = rf"(?:{_FIGURES}|{CHINESE})"
_AGAIN = rf"(?: ?{WORD}题?)? ?"
_RANGED = rf" ?[至到—~～－–-]{_AGAIN}"
_JOINED = rf" ?[、和与及或]{_AGAIN}"
_OF_A_LIST = rf"(?! ?{_ANY}(?:{_RANGED}{_ANY}|{_JOINED}{_ANY})* ?(?:[，,；;。？！?!题\n]|$))"
"""Not where numbers go on alone: 思考1，2，3 is taken whole or not at all."""
_SAID = (
    "讨论|自由讨论|发言|自由发言|汇报|交流|分享|作答|回答|轮流|展开|开展|进行|谈谈|说说|议一议"
    "|小结|总结"
)
_SURE = (
    rf"(?:(?<=〕)|(?= ?(?:$|[\n。？！?!”’】〕」』（()）]|[，,；;]{_OF_A_LIST}"
    rf"|(?:{_SAID})(?! ?\d)|(?<=\d)的)))"
)
"""What stands behind a name and behind little else: 思考 10 分钟, 思考三班倒 and 思考1、什么是…
name no question, and what may be a name or not is left as it is.
"""


def _several(number: str) -> str:
    """A pattern of numbers of one sort: 1, 3 至 5."""
    part = rf"(?:{number}(?:{_RANGED}{number})?|{GONE})"
    return rf"{part}(?:{_JOINED}{part})*"


_NAMED = re.compile(
    rf"(?<![的\d一二三四五六七八九十]){WORD}"
    rf"(?:题? ?{_several(_FIGURES)}{_SURE}|题 ?{_several(CHINESE)}{_SURE})"
)
"""思考1, 思考题一、二 and 思考 2 至 4; not the heading 思考一：为什么学, nor 引发思考一."""
_COUNTED = rf"(?:(?!{WORD})[一-龥]){{2,8}} ?{_ANY}"
_COUNTED_BEFORE = re.compile(rf"(?:^|[，,；;：:。！？\n]){_COUNTED}[，,；;、] ?$")
_COUNTED_BEHIND = re.compile(rf" ?[，,；;]{_COUNTED}(?:$|[，,；;。\n])")
"""Other words with numbers beside a name, which counts with them: 阅读5，思考3，讨论7."""
_MEASURED = (
    "[年月日后级分秒时小天周节个次遍轮条道点句位名人处大岁强班幅课件种项张组页回题多成严线版号"
    "%％·～~-—–－至到选A-Za-z]"
)
_SPOKEN = re.compile(rf"{WORD}题? ?{_FIGURES}(?! ?{_MEASURED})")
"""Where a number may name a question, and counts nothing else: 思考90后, 思考 5 分钟."""
_PART = re.compile(rf"({_ANY})(?:({_RANGED})({_ANY}))?")


class Part(NamedTuple):
    """A number of a name, or two and all between."""

    first: str
    joint: str
    last: str

    @property
    def numbers(self) -> range:
        """From 1; the questions that it names."""
        return range(NUMBERS[self.first], NUMBERS[self.last or self.first] + 1)

    @property
    def goes_up(self) -> bool:
        """Whether it is a number, or goes on to a higher one: 4 至 2 is left as it is."""
        return not self.last or len(self.numbers) > 1

    def written(self, numbers: Sequence[int]) -> str:
        """Other questions, written as these are: 2 至 3、5."""
        told = []
        for _, run in groupby(enumerate(numbers), lambda one: one[1] - one[0]):
            ends = [number for _, number in run]
            told.append(self._called(ends[0]))
            if len(ends) > 1:
                told[-1] += (self.joint or "至") + self._called(ends[-1])
        return "、".join(told)

    def _called(self, number: int) -> str:
        return str(number) if self.first.isdecimal() else chinese_number(number)


class Name(NamedTuple):
    """What names questions in a text, as it is written from where it starts."""

    start: int
    text: str

    @property
    def parts(self) -> tuple[Part, ...]:
        """Its numbers, without what is gone."""
        return tuple(_part(found) for found in _PART.finditer(self.text))

    @property
    def highest(self) -> int:
        """The highest number in it; 0 where all is gone."""
        return max((part.numbers[-1] for part in self.parts), default=0)

    def told(self, call: Callable[[Part], str]) -> str:
        """The name with its numbers written otherwise."""
        return _PART.sub(lambda found: call(_part(found)), self.text)


def _part(found: re.Match[str]) -> Part:
    return Part(found[1], found[2] or "", found[3] or "")


def numbered(packet: Packet) -> tuple[Question, ...]:
    """The questions that are printed, and so numbered, in their order: those with words."""
    return tuple(question for question in packet.questions if question.text.strip())


def names(text: str, read: Collection[str] = ()) -> Iterator[Name]:
    """What names questions in a text, in its order; what it quotes of the texts that were `read`
    names none.
    """
    quoted = quoted_in(text, read)
    for found in _NAMED.finditer(text):
        name = Name(found.start(), found[0])
        is_quoted = any(low < name.start < high for low, high in quoted)
        is_point = text[found.end() :].lstrip(" ")[:1] in tuple(")）") and not _is_open(text, name)
        if is_quoted or is_point or _is_counted(text, found):
            continue
        if all(part.goes_up for part in name.parts):
            yield name


def doubtful(text: str, read: Collection[str] = ()) -> Iterator[tuple[int, int]]:
    """Where a number behind 思考 may be a question's or not, with the character that it goes on
    with: 思考1再; beside names 思考1：何为产改, too. It is taken for no name and follows none. What
    is quoted of the texts that were `read` is not doubted.
    """
    quoted = quoted_in(text, read)
    named = [found.span() for found in _NAMED.finditer(text)]
    for spoken in _SPOKEN.finditer(text):
        inside = (low <= spoken.start() < high for low, high in (*named, *quoted))
        is_label = text[spoken.end() :].lstrip(" ")[:1] in tuple("：:.．、")
        if not any(inside) and (named or not is_label):
            yield spoken.start(), spoken.end() + 1


def _is_counted(text: str, found: re.Match[str]) -> bool:
    before = _COUNTED_BEFORE.search(text[: found.start()])
    return bool(before or _COUNTED_BEHIND.match(text, found.end()))


def _is_open(text: str, name: Name) -> bool:
    """Whether a name stands in brackets; 思考1）is a point of a list."""
    depth = 0
    for mark in text[: name.start]:
        depth = max(0, depth + (mark in "（(") - (mark in "）)"))
    return depth > 0


def renumbered(
    item: Item, was: Sequence[str], now: Sequence[str], read: Collection[str] = ()
) -> Item:
    """An item whose words name the questions by where they stand `now`, by their ids. One that
    came in among several takes part in them; what is not there now is gone. A name with a number
    beyond those that were there stays as it is.
    """
    places = {question: place for place, question in enumerate(now, 1)}
    known = set(was)

    def told(part: Part) -> str:
        there = sorted(places[was[n - 1]] for n in part.numbers if was[n - 1] in places)
        for low, high in pairwise(tuple(there)):
            came = range(low + 1, high)
            there += [] if any(now[n - 1] in known for n in came) else came
        return part.written(sorted(there)) if there else GONE

    return renamed(
        item, lambda name: name.text if name.highest > len(was) else name.told(told), read
    )


def renamed(item: Item, call: Callable[[Name], str], read: Collection[str] = ()) -> Item:
    """An item with all that names questions written otherwise."""
    for field, text, _ in own_words(item):
        other = text
        for name in reversed(tuple(names(text, read))):
            other = other[: name.start] + call(name) + other[name.start + len(name.text) :]
        if other != text:
            item = with_words(item, field, other)
    return item
