"""选段二 in the user's own words: which passage that is, and that it goes on to be the same one."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from studydesk.domain.own_words import own_words, with_words
from studydesk.domain.packet import Item, Packet, PassageItem
from studydesk.domain.passage import Passage

GONE = "〔已删〕"
"""What stands for the number of a passage that is there no more."""
DIGITS = "一二三四五六七八九十"
QUOTED = re.compile("“([^”]{3,})”")
"""Words that may be quoted from a passage."""

_INNER_MARKS = str.maketrans("“”", "‘’")
_ONES = "[一二三四五六七八九]"
_NUMBER = rf"(?:\d+|{_ONES}?十{_ONES}?|{_ONES})"
_CHAIN = rf"(?>(?:{_NUMBER}|{GONE})(?:[、至到—~－-](?:{_NUMBER}|{GONE}))*)"
_GOES_ON = (
    "[的说讲谈写提和与及或第呢吗吧了在内末之最差慢也都却但讨哪怎原结标后如能应让给用从跟那这其请答]"
    "|里(?![路地外屯沟河弄])|中(?![学全央专])|[是要](?!.*(?<!段)二[是要])|[到至](?=选段)"
    "|(?<!一)[读看问学画划议有举]|为[什例何]|全文|作者|开头|比|有[什何没哪]|不[同是能会]|[上下前]面"
    "|分[析别辨]|对[照比应]|相[比同]|可以|以[及后前]|强调|指出|反映|解释|介绍|描[写述]|记[录述]|突出|表[明达]|呼应|印证"
    "|一[起同并样共]|告诉"
)
"""What a sentence goes on with behind a passage's name, and no other word behind a number."""
_COUNTED = "个层点句段条种次位件项步处遍页行字词年月日时分小号类节篇番倍代人家方部元岁天米组名者"
_ENDS = (
    rf"$|[，。；、？！,;?!…—“”‘’\"'（）()《》【】〔〕「」·\n\u3000]|(?<!\d)[:：./]|[:：./](?!\d)"
    rf"|(?<!\d) (?! ?[{_COUNTED}])| +(?!\w)"
)
_NAMED = re.compile(
    rf"选段 ?({_CHAIN}(?={_ENDS}| ?(?:{_GOES_ON}))"
    rf"(?:[和与及]{_CHAIN}(?={_ENDS}| ?(?:{_GOES_ON})))*)"
)
"""选段二, 选段一、二 and 选段一至三, but not 选段三层意思, 选段一定, 选段 10:30 or
选段一、二线工人: what may be another word is no name.
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


def names(text: str, read: Collection[str] = ()) -> Iterator[Name]:
    """The numbers of passages that a text names, in its order; what it quotes of the texts that
    were `read` names none.
    """
    quoted = [one.span() for one in QUOTED.finditer(text) if any(one[1] in each for each in read)]
    for found in _NAMED.finditer(text):
        for number in re.finditer(_NUMBER, found[1]):
            start = found.start(1) + number.start()
            if not any(low < start < high for low, high in quoted):
                yield Name(start, start + len(number[0]), number[0])


def as_quoted(passages: Iterable[Passage]) -> tuple[str, ...]:
    """The texts of passages as they are quoted: with single quotation marks within."""
    return tuple(passage.text.translate(_INNER_MARKS) for passage in passages)


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
    read = as_quoted(before.passages)
    items = tuple(
        renumbered(item, was, now, read) if written.get(item.id) == item else item
        for item in after.items
    )
    return replace(after, items=items)


def renumbered(
    item: Item, was: Sequence[str], now: Sequence[str], read: Collection[str] = ()
) -> Item:
    """An item whose words name the passages by where they stand `now`, by their ids; what is not
    there now is gone. What they quote of the texts that were `read` stays as it is.
    """

    def number(name: Name) -> str:
        if not 0 < name.number <= len(was):
            return name.written
        passage = was[name.number - 1]
        if passage not in now:
            return GONE
        place = now.index(passage) + 1
        return str(place) if name.written.isdecimal() else chinese_number(place)

    return renamed(item, number, read)


def renamed(item: Item, call: Callable[[Name], str], read: Collection[str] = ()) -> Item:
    """An item with every number that names a passage written otherwise."""
    for field, text, _ in own_words(item):
        other = text
        for name in reversed(tuple(names(text, read))):
            other = other[: name.start] + call(name) + other[name.end :]
        if other != text:
            item = with_words(item, field, other)
    return item


def pointing_nowhere(packet: Packet) -> Iterator[tuple[str, str, str]]:
    """Where the user's own words name a passage that is not there: item, field and the name."""
    there, read = len(numbered(packet)), as_quoted(packet.passages)
    for item in packet.items:
        for field, text, _ in own_words(item):
            for name in names(text, read):
                if not 0 < name.number <= there:
                    yield item.id, field, f"选段{name.written}"
            for _gone in range(text.count(GONE)):
                yield item.id, field, f"选段{GONE}"
