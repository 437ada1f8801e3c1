"""选段二 in the user's own words: which passage that is, and that it goes on to be the same one."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
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
CHINESE = rf"(?:{_ONES}?十{_ONES}?|{_ONES})"
"""A pattern of the numbers below a hundred."""
_NUMBER = rf"(?:\d+|{CHINESE})"


def _any(words: str) -> str:
    """A pattern of any word of a list; each is a pattern itself."""
    return f"(?:{'|'.join(words.split())})"


_COUNTED = _any(
    "个 层 点 句 段 条 次 位 步 处 行 字 词 年 月 日 分 秒 人 遍 回 页 倍 岁 元 米 小时 百 千 万 亿"
)
"""What is counted: 选段三遍, 选段 10 分钟."""
_NOT_COUNTED = _any(
    "个人 个别 个性 层次 层面 点[明名出评到题睛了] 句[子式] 段落 条[理件] 次[序要] 位[于置] "
    "步[骤伐] 处[理于处境] 行[文动为] 字[里面] 词语 年轻 月亮 日常 分[析别辨享清工歧为成布] "
    "人[物称民才员们名] 遍[布及地] 回[答到应顾忆想扣头] 倍[感加] 岁月 元[素宵]"
)
"""Words that only begin like what is counted."""
_WORDS = _any(
    "(?<=一)(?:些|般|旦|辈子|瞬间|定(?![义位])|切(?![入中合实])|律(?!师)|直(?![接指白击])|口气"
    "|分为二|下子|心一意|针见血|举两得|目了然|如既往|问一答|五一十) "
    "(?<=三)(?:令五申|番五次|言两语|心二意|不伤害|不放过) (?<=四)(?:平八稳|面八方|分五裂|不放过) "
    "(?<=五)(?:花八门|颜六色|湖四海) (?<=七)(?:上八下|嘴八舌) (?<=十)(?:全十美|字路口|分) "
    "(?<=\\d)(?:[.:：/]?\\d|[%％‰℃A-Za-z])"
)
"""Words and figures, by the number that they begin with: 选段一些, 选段七嘴八舌, 选段 10:30."""
_CLEAR = (
    r"$|[，。；、？！,;?!…“”‘’\"'（()）《》【】〔〕「」·\n\u3000:：./ ]"
    rf"|—(?!\d|{_ONES}|十)|[的和与及或第呢吗吧末最都也却但还更很太较哪怎谁何那这其请被]|讨论|一[起同并样共]"
    "|[慢领精轮默朗泛细][读念]|各[划找说写举挑读]|挑[够出一]|[至到](?=选段)"
    "|里(?![路地外屯沟河弄程])|中(?!学|专|央|全会)"
)
"""What stands behind any name, and behind few other numbers."""
_GOES_ON = _any(
    "[与为主也交什何作使倒值先其减到印又及可含启在就属引录放找抄挪换描摘标核没涉留真称移突答给编"
    "背能补被解认让谈跟述选释阐附删后告提比议还改评说] "
    "[说讲写举列问看读听念用学教带拿指][了过什谁哪“：] [说讲写]的 [说讲写][到出明变] "
    "[是要](?!(?:(?!选段)[^。\\n]){0,40}二[是要]) 有(?!八) 内[容里] 应[该当] 不[是同像只仅] "
    "[划画][一出线] 观点 看法 文章 故事 体现 通过 结[尾构论合] 原[文话] 表[达明] 记[述录叙] 强调 "
    "介绍 讲述 举例 列[举出] 指出 回[答应顾] 反[映复] 论[述证] 证明 归纳 围绕 关于 侧重 重点 "
    "总结 概括 呼应 针对 触动 从[哪中] 对[比照我你咱] 相比 [上下前]面 之[前后间] 以[前后] 全文 "
    "开[头篇] 分[析成别] 分为(?!二) 点[明出评题] 差[在别异] 讲讲 想想 生动 道出 "
    "发现了 所[说讲写述指] 写道 呼吁 读后 学完 学习后 关心 看来(?![了人客]) 原句 如何"
)
"""What a sentence goes on with behind a name, and few words behind any number: 一 begins so many
that little more is sure.
"""
_SURE = rf"(?:{_CLEAR}|(?!.{{1,6}}就(?![业是])|(?:(?!选段)[^。\n]){{1,8}}(?<![第十])二){_GOES_ON})"
"""What shows that a number behind 选段 is a passage's, whichever it is or comes to be: neither
选段一看完就懂 nor 选段一找二画三议. Without it none follows its passage.
"""
_WORD = f"(?:{_WORDS}| ?(?!{_NOT_COUNTED}){_COUNTED})"
_RANGED = "[至到—~－-]"
_LAST = rf"(?:(?>{_NUMBER})(?!{_WORD})(?={_SURE})|{GONE})"
_PART = rf"(?:(?:(?>{_NUMBER})|{GONE}){_RANGED})?{_LAST}"
_NAMED = re.compile(rf"选段 ?({_PART}(?:[、和与及]{_PART})*)")
"""选段二, 选段一、二 and 选段一至三."""
_SPOKEN = re.compile(rf"选段 ?(?>{_NUMBER})")
_CLEAR_WORD = re.compile(_WORD)
_UNCLEAR_PART = re.compile(rf"、{_NUMBER}|(?:[和与及]|{_RANGED})(?>{_NUMBER})(?!{_WORD})")


class Name(NamedTuple):
    """A number by which a text names a passage, and where it stands there."""

    start: int
    end: int
    written: str

    @property
    def number(self) -> int:
        """From 1; 0 for what is no number below a hundred."""
        return NUMBERS.get(self.written, 0)


def chinese_number(number: int) -> str:
    """一 to 九十九, for headings and passages; Arabic figures beyond."""
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    units = DIGITS[ones - 1] if ones else ""
    if not tens:
        return units
    return ("" if tens == 1 else DIGITS[tens - 1]) + "十" + units


NUMBERS = {name(number): number for number in range(1, 100) for name in (str, chinese_number)}
"""Every number below a hundred, as it may be written."""


def names(text: str, read: Collection[str] = ()) -> Iterator[Name]:
    """The numbers of passages that a text names, in its order; what it quotes of the texts that
    were `read` names none.
    """
    quoted = quoted_in(text, read)
    for found in _NAMED.finditer(text):
        for number in re.finditer(_NUMBER, found[1]):
            start = found.start(1) + number.start()
            if not any(low < start < high for low, high in quoted):
                yield Name(start, start + len(number[0]), number[0])


def quoted_in(text: str, read: Collection[str]) -> list[tuple[int, int]]:
    """Where a text quotes the texts that were `read`."""
    return [one.span() for one in QUOTED.finditer(text) if any(one[1] in each for each in read)]


def doubtful(text: str, read: Collection[str] = ()) -> Iterator[tuple[int, int]]:
    """Where a number behind 选段 may be a passage's or belong to another word, with the character
    that it goes on with: 选段一再. It is taken for no name, and no name of its text follows its
    passage: 选段一再和选段二比 would name one of them twice. What is quoted of the texts that were
    `read` is not doubted.
    """
    quoted = quoted_in(text, read)
    for spoken in _SPOKEN.finditer(text):
        if any(low < spoken.start() < high for low, high in quoted):
            continue
        named = _NAMED.match(text, spoken.start())
        if named is None and not _CLEAR_WORD.match(text, spoken.end()):
            yield spoken.start(), spoken.end() + 1
        elif named is not None and _UNCLEAR_PART.match(text, named.end()):
            yield spoken.start(), named.end() + 1


def as_quoted(passages: Iterable[Passage]) -> tuple[str, ...]:
    """The texts of passages as they are quoted: with single quotation marks within."""
    return tuple(passage.text.translate(_INNER_MARKS) for passage in passages)


def numbered(packet: Packet) -> tuple[PassageItem, ...]:
    """The passages that are printed, and so numbered, in their order: those with words."""
    items = (item for item in packet.items if isinstance(item, PassageItem))
    return tuple(item for item in items if item.passage.printed.strip())


def renumbered(
    item: Item, was: Sequence[str], now: Sequence[str], read: Collection[str] = ()
) -> Item:
    """An item whose words name the passages by where they stand `now`, by their ids; what is not
    there now is gone. What they quote of the texts that were `read` stays as it is.
    """

    def number(name: Name) -> str:
        if not name.number:
            return name.written
        if name.number > len(was):  # it goes on to name none
            place = name.number + max(0, len(now) - len(was))
        elif (passage := was[name.number - 1]) not in now:
            return GONE
        else:
            place = now.index(passage) + 1
        return str(place) if name.written.isdecimal() else chinese_number(place)

    return renamed(item, number, read)


def renamed(item: Item, call: Callable[[Name], str], read: Collection[str] = ()) -> Item:
    """An item with every number that names a passage written otherwise, or none of a text in
    which one is doubtful.
    """
    for field, text, _ in own_words(item):
        if any(doubtful(text, read)):
            continue
        other = text
        for name in reversed(tuple(names(text, read))):
            other = other[: name.start] + call(name) + other[name.end :]
        if other != text:
            item = with_words(item, field, other)
    return item
