"""选段二 in the user's own words: which passage that is, and that it goes on to be the same one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from studydesk.domain.own_words import own_words, with_words
from studydesk.domain.packet import Item, Packet, PassageItem

GONE = "〔已删〕"
"""What stands for the number of a passage that is there no more."""
DIGITS = "一二三四五六七八九十"
COUNTED = "个层点句段条种次位件项步处遍页行字词年月日时类节篇番倍代人家方部元岁天米组名者"
"""What is counted by a number behind 选段."""

_NUMBER = rf"(?:\d+|[{DIGITS}]+)"
_SET_WORDS = "定般样起直旦共致边面切向律再贯味"
"""What makes another word of 一."""
_NAMED = re.compile(
    rf"选段 ?({_NUMBER}(?:[、和与及至到—~－-]{_NUMBER})*)"
    rf"(?!{_NUMBER}|[.%％]| ?(?:[{COUNTED}]|分(?![析别辨]))|(?<=[段 ]一)[{_SET_WORDS}])"
)
"""选段二, 选段一、二 and 选段一至三, but not 选段三层意思, 选段十分, 选段一定 or 选段 2026 年,
which say something else.
"""


class Name(NamedTuple):
    """A number by which a text names a passage, and where it stands there."""

    start: int
    end: int
    written: str

    @property
    def number(self) -> int:
        """From 1; 0 for what is no number below a hundred."""
        return _NUMBERS.get(self.written, 0)


def chinese_number(number: int) -> str:
    """一 to 九十九, for headings and passages; Arabic figures beyond."""
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    units = DIGITS[ones - 1] if ones else ""
    if not tens:
        return units
    return ("" if tens == 1 else DIGITS[tens - 1]) + "十" + units


_NUMBERS = {name(number): number for number in range(1, 100) for name in (str, chinese_number)}


def names(text: str) -> Iterator[Name]:
    """The numbers of passages that a text names, in its order."""
    for found in _NAMED.finditer(text):
        for number in re.finditer(_NUMBER, found[1]):
            start = found.start(1) + number.start()
            yield Name(start, start + len(number[0]), number[0])


def numbered(packet: Packet) -> tuple[PassageItem, ...]:
    """The passages that are printed, and so numbered, in their order: those with words."""
    items = (item for item in packet.items if isinstance(item, PassageItem))
    return tuple(item for item in items if item.passage.printed.strip())


def following(before: Packet, after: Packet) -> Packet:
    """The packet `after` an edit, where what names a passage by its number goes on to name it:
    in all that was written before the edit and was not edited itself.
    """
    was, now = ([item.id for item in numbered(packet)] for packet in (before, after))
    if now[: len(was)] == was:
        return after
    written = {item.id: item for item in before.items}
    items = tuple(
        _renamed(item, was, now) if written.get(item.id) == item else item for item in after.items
    )
    return replace(after, items=items)


def _renamed(item: Item, was: Sequence[str], now: Sequence[str]) -> Item:
    for field, text, _ in own_words(item):
        if (renamed := _in_text(text, was, now)) != text:
            item = with_words(item, field, renamed)
    return item


def _in_text(text: str, was: Sequence[str], now: Sequence[str]) -> str:
    for name in reversed(tuple(names(text))):
        if 0 < name.number <= len(was):
            passage = was[name.number - 1]
            number = _like(name.written, now.index(passage) + 1) if passage in now else GONE
            text = text[: name.start] + number + text[name.end :]
    return text


def _like(written: str, number: int) -> str:
    """A number written as another one is, in figures or in words."""
    return str(number) if written.isdecimal() else chinese_number(number)


def pointing_nowhere(packet: Packet) -> Iterator[tuple[str, str, str]]:
    """Where the user's own words name a passage that is not there: item, field and the name."""
    there = len(numbered(packet))
    for item in packet.items:
        for field, text, _ in own_words(item):
            for name in names(text):
                if not 0 < name.number <= there:
                    yield item.id, field, f"选段{name.written}"
            for _gone in range(text.count(GONE)):
                yield item.id, field, f"选段{GONE}"
