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
_OTHER = (
    " ?(?:个(?![人别性])|层(?![次面层])|点(?![明名出评到题睛])|句(?![子式句])|段(?!落)"
    "|条(?![理件条])|次(?![序要])|位(?!于)|步(?![骤步])|处(?![理于处])|行(?![文动为])|字(?![里面字])|词(?!语)"
    "|年(?!轻)|日(?!常)|分(?![析别辨享清工歧为成布])|号(?!召)|类(?![似比])|节(?![选奏])|代(?![表替])"
    "|人(?![物称民才员们名人])|家(?![属长庭乡])|方(?![法面式案向便])|部(?![署门队长])|组(?![织长成])"
    "|名(?![为叫词])|种(?![种植])|件(?!件)|项(?![目项])|遍(?![布及地])|时(?![代期时常])|篇(?!幅)|倍(?![感加])"
    "|岁(?!月)|[页月番元天米者楼级厂]|小[时区])"
    "|里[路地外屯沟河弄]|中(?:学|全会|央|专)"
    "|(?<=一)(?:[些般旦味齐半路汽瞬辈]|定(?![义位])|致(?!力)|切(?![入中合实])|律(?!师)|向(?![我读职])"
    "|直(?![接指])|贯(?![穿彻])|并(?![不非没列未])|口(?!号)|概(?![括述])|线(?!索)|经(?![过历典])|发(?![现展人生])"
    "|带(?![动来有头给])|身(?!边)|生(?![动活产成])|流(?![露动程])|心(?![得理])|则|道(?![出理])|周(?![期到])"
    "|刻(?![画意])|一(?![样起同]))"
    "|(?<=二)[维手线]|(?<=三)[线产农]|(?<=四)[季川]|(?<=五)[一金小]|(?<=六)一|(?<=七)夕|(?<=九)折|(?<=十)[足分]"
    "|(?<=[十\\d])[几多余]|[百千万亿]|(?<=\\d)(?:[.:：/]?\\d|[%％‰℃A-Za-z])"
)
"""What makes another word of the number: 选段三层意思, 选段一些, 选段 10:30."""
_EITHER = "(?<=一)[再起同共样]"
"""What may make another word of it: 选段一起读."""
_SURE = (
    "[的说讲谈写提和与及或第呢吗吧了在内里中末之最差慢也都却但讨哪怎谁何原结标后如能应让给用从跟那这其请答把拿被先"
    "认释称论述阐评摘抄选引证举列指回解反强突介描记表呼印补总概归围涉关侧针主没无不很太更较就只还又可告教启带触使为"
    "全作开比有对相以上下前分想听念背找查圈划读看问学画议算真同核连接合串贯联想换改放交留加减删移挪排编录附含包属]"
    "|[是要](?!.*(?<!段)二[是要])|[到至](?=选段)|一[起同并样共]"
    "|$|[，。；、？！,;?!…—“”‘’\"'（）()《》【】〔〕「」·\n\u3000:：./ ]"
)
"""What shows that a sentence goes on behind a passage's name; it may well go on otherwise."""
_RANGED = "[至到—~－-]"
_WORD = rf"(?:{_OTHER}|{_EITHER})"
_PART = rf"(?:(?!{_NUMBER}{_RANGED}{_NUMBER}{_WORD})(?>{_NUMBER})(?!{_WORD})|{GONE})"
_CHAIN = rf"{_PART}(?:(?:、|{_RANGED}){_PART})*+"
_NAMED = re.compile(rf"选段 ?({_CHAIN}(?:[和与及]{_CHAIN})*+)")
"""选段二, 选段一、二 and 选段一至三: any number behind 选段 is a name, unless a word of `_OTHER`
begins with it.
"""
_DOUBTED = re.compile(
    rf"选段 ?(?>{_NUMBER}){_EITHER}|{_NAMED.pattern}(?=、{_NUMBER}(?:{_OTHER})|(?!{_SURE}))"
)


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


def doubtful(text: str) -> Iterator[tuple[int, int]]:
    """Where a number behind 选段 may be a passage's or belong to another word, with the character
    that it goes on with: 选段一起 is taken for no name, 选段三拼 for one.
    """
    for found in _DOUBTED.finditer(text):
        yield found.start(), found.end() + (found[1] is not None)


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
