"""思考 2 至 4 in the user's own words: which questions those are, and that they stay the same."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from studydesk.domain.own_words import own_words, with_words
from studydesk.domain.packet import Item, Packet, Question
from studydesk.domain.passage_names import CHINESE, GONE, NUMBERS, chinese_number, quoted_in

WORD = "思考"
"""What stands before a number, with or without 题."""
_COUNTED = (
    "分(?!组|享|析|别|工|头|小组)|个(?!人(?:写|先|准备|发言|独立|静|默)|别)|层(?![次面])"
    "|点(?![名评出题])|句(?![子式])|条(?![件理])|回(?![答到应顾])|人(?!人)|步(?![骤伐])"
    "|组(?![长织员内])|题(?![目干])|问(?![的什哪到了])|周(?![围边一二三四五六日])|日(?!常)"
    "|年(?!轻)|道(?![理出])|方(?![面法案式向])|类(?![似比])|项(?!目)|轮(?!流)|字(?!面)|位(?![置于])"
    "|下(?![面一周次午班笔定结])|来(?![自说看])|遍(?![布及])|段(?!落)"
    "|[秒次天月种件页倍元米阵番些多余几号刻岁百千万亿%％‰℃′″'+×]|小时|会儿"
)
"""What is counted: 思考 10 分钟, 思考三遍; not 思考 2 分组议."""
_OTHER = rf"(?=\d|[./]\d|[:：]\d\d(?!\d)|[A-Za-z]| ?(?:{_COUNTED}))"
_FIGURES = rf"(?>[1-9]\d?)(?!{_OTHER})"
_IN_WORDS = rf"(?>{CHINESE})(?!{_OTHER})"
_ENDS = r"(?=$|[，。；：:、？！,;?!…“”‘’（()）《》【】〔〕\n ]|[和与及的至到—~～－–-])"
_RANGED = rf" ?[至到—~～－–-] ?(?:{WORD}题? ?)?"
_JOINED = rf" ?[、，,和与及] ?(?=[1-9]|{CHINESE}{_ENDS}|{GONE})"
_NUMBER = rf"(?:{_FIGURES}|{_IN_WORDS}{_ENDS})"
_ABOUT_SO_MANY = rf"(?! ?[、至到—~～－–-] ?(?:\d+|{CHINESE}) ?(?:{_COUNTED}))"
_PART = rf"(?:{_NUMBER}{_RANGED}{_NUMBER}|{_NUMBER}{_ABOUT_SO_MANY}|{GONE})"
_NAMED = re.compile(rf"{WORD}题? ?({_PART}(?:{_JOINED}{_PART})*)")
"""思考1, 思考题1、2 and 思考 2 至 4."""
_SPLIT = re.compile(rf"({_NUMBER})(?:({_RANGED})({_NUMBER}))?")


class Name(NamedTuple):
    """A number by which a text names a question, or two and all between; where that stands."""

    start: int
    end: int
    first: str
    joint: str
    last: str

    @property
    def numbers(self) -> range:
        """From 1; the questions that it names."""
        ends = sorted((NUMBERS[self.first], NUMBERS[self.last or self.first]))
        return range(ends[0], ends[1] + 1)

    def written(self, numbers: Sequence[int]) -> str:
        """The name of other questions, written as this one is: 2 至 3、5."""
        told = []
        for _, run in groupby(enumerate(numbers), lambda one: one[1] - one[0]):
            ends = [number for _, number in run]
            told.append(self._in_figures(ends[0]))
            if len(ends) > 1:
                told[-1] += (self.joint or "至") + self._in_figures(ends[-1])
        return "、".join(told)

    def _in_figures(self, number: int) -> str:
        return str(number) if self.first.isdecimal() else chinese_number(number)


def numbered(packet: Packet) -> tuple[Question, ...]:
    """The questions that are printed, and so numbered, in their order: those with words."""
    return tuple(question for question in packet.questions if question.text.strip())


def names(text: str, read: Collection[str] = ()) -> Iterator[Name]:
    """What names questions in a text, in its order; what it quotes of the texts that were `read`
    names none.
    """
    for found in _found(text, read):
        for part in _SPLIT.finditer(found[1]):
            first, joint, last = part[1], part[2] or "", part[3] or ""
            start = found.start(1) + part.start()
            yield Name(start, start + len(part[0]), first, joint, last)


def gone(text: str, read: Collection[str] = ()) -> int:
    """How many names in a text are of questions that were taken out."""
    return sum(found[1].count(GONE) for found in _found(text, read))


def _found(text: str, read: Collection[str]) -> Iterator[re.Match[str]]:
    quoted = quoted_in(text, read)
    for found in _NAMED.finditer(text):
        if not any(low < found.start() < high for low, high in quoted):
            yield found


def renumbered(
    item: Item, was: Sequence[str], now: Sequence[str], read: Collection[str] = ()
) -> Item:
    """An item whose words name the questions by where they stand `now`, by their ids. One that
    came in among several takes part in them; what is not there now is gone.
    """
    places = {question: place for place, question in enumerate(now, 1)}
    known = set(was)

    def told(name: Name) -> str:
        if name.numbers[-1] > len(was):  # it goes on to name none
            ends = [_end(number, was, places) for number in _ends(name)]
            return name.joint.join(name.written([end]) if end else GONE for end in ends)
        there = sorted(places[was[n - 1]] for n in name.numbers if was[n - 1] in places)
        if not there:
            return GONE
        among = (n for n in range(there[0], there[-1]) if now[n - 1] not in known)
        return name.written(sorted({*there, *among}))

    return renamed(item, told, read)


def _ends(name: Name) -> tuple[int, ...]:
    return tuple(NUMBERS[end] for end in (name.first, name.last) if end)


def _end(number: int, was: Sequence[str], places: dict[str, int]) -> int:
    """Where a question stands now; one still to come stays behind all there are; 0 for gone."""
    if number > len(was):
        return number + max(0, len(places) - len(was))
    return places.get(was[number - 1], 0)


def renamed(item: Item, call: Callable[[Name], str], read: Collection[str] = ()) -> Item:
    """An item with all that names questions written otherwise."""
    for field, text, _ in own_words(item):
        other = text
        for name in reversed(tuple(names(text, read))):
            other = other[: name.start] + call(name) + other[name.end :]
        if other != text:
            item = with_words(item, field, other)
    return item
