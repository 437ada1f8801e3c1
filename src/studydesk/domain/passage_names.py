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
_BEHIND_ONE = _any(
    "[说讲谈写提举列问答看读听念用学教带有拿指给][了过什谁哪“：] [说讲谈写给]的 "
    "[说讲谈写提][到出明变] [是要](?![^。\\n]{0,40}(?<!段)二[是要]) 在 内 能 让 跟 使 应[该当] "
    "为[什何] 不[是同像只仅] 没[有写说讲提] 有[几多没三两] 划[一出] 找[一出依] 选[一出] "
    "结[尾构论合] 标题 原[文话] 给[出人我] 告诉 表[达明] 描[写述] 介绍 记[述录叙] 强调 突出 "
    "讲述 提倡 举例 列[举出] 引[用出] 指出 回[答应顾] 释义 解释 反[映复] 认为 论[述证] 阐述 评 "
    "证明 归纳 围绕 涉及 关于 侧重 主[要张] 总结 概括 补充 呼应 印证 针对 启[发示] 触动 "
    "从[哪中] 对[比照] 相比 [上下前后]面 之[前后间] 以[前后] 全文 作者 开[头篇] 分[析成] "
    "分为(?!二) 点[明出评题] 生动 道出 发现了"
)
"""What goes on behind 选段一: 一 begins so many words that little more is sure."""
_BEHIND_OTHERS = (
    "[说讲谈写提了在内之差慢是要原结标后如能应让给用从跟答把拿先认释称论述阐评摘抄选引证举列指回解反强突介"
    "描记表呼印补总概归围涉关侧针主没无不就只又可告教启带触使为全作开比有对相以上下前分想听念背找查圈划读"
    "看问学画议算真同核连接合串贯联换改放交留加减删移挪排编录附含包属]|点[明出评题]"
)
_SURE = (
    f"(?:{_CLEAR}|(?<=一)(?<!十一)(?!.{{1,6}}就(?![业是])){_BEHIND_ONE}"  # 选段一看完就懂
    f"|(?:(?<!一)|(?<=十一))(?:{_BEHIND_OTHERS}))"
)
"""What shows that a number behind 选段 is a passage's; without it none follows its passage."""
_WORD = f"(?:{_WORDS}| ?(?!{_NOT_COUNTED}){_COUNTED})"
_RANGED = "[至到—~－-]"
_LAST = rf"(?:(?>{_NUMBER})(?!{_WORD})(?={_SURE})|{GONE})"
_PART = rf"(?:(?:(?>{_NUMBER})|{GONE}){_RANGED}{_LAST}|{_LAST})"
_CHAIN = rf"{_PART}(?:、{_PART})*"
_NAMED = re.compile(rf"选段 ?({_CHAIN}(?:[和与及]{_CHAIN})*)")
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
    that it goes on with: 选段一再. It is taken for no name, and so follows no passage.
    """
    for spoken in _SPOKEN.finditer(text):
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
