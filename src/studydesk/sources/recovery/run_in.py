"""Heads that run into the text: title, names and first sentence with nothing between them.

On a page pasted as one line without spaces only the names part a title from its text, and only
likelihood tells the names. What speaks for them is added up; all figures are log-odds, roughly.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from studydesk.domain.article import Span
from studydesk.domain.surnames import COMPOUND_SURNAMES, NOT_NAMES
from studydesk.sources.recovery import signs
from studydesk.sources.recovery.names import is_name

SHORTEST_TITLE, LONGEST_TITLE, MOST_COMMAS = 6, 44, 1
MOST_NAMES = 3
# Characters that given names are made of, and such as none has.
GIVEN = frozenset(
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华文玉萍红春梅建国志海波宁辉斌鹏飞宇浩凯健俊峰亮龙成林东"
    "雪莲琳琴云霜晨晓倩婷雅慧颖佳欣怡婉娅媛娴洁莹莉菲薇蕾蓉凤燕鸿雁翔振兴庆祥福禄寿康安宏伦恒德仁义礼智信忠孝"
    "思源远航博学子轩梓涵一诺泽睿铭哲瑞嘉俊逸鸣舟冰清白书澄朗岚青松柏竹兰菊荷菁芸芬芝茜萌然若如意临风波涌江河"
    "湖山川岳峻岭石磐金银铁钢鑫锋锐钧铭镇洪水清泉润泓沛涵淼炎灿炜烨焕煜煌焰坤垚培基坚城增坦木森林桦楠栋梁彬"
    "权启兵胜利民生根宝贵富荣昌隆盛茂丰年永长久世代传家继承先祖光耀宗耿直正方圆克勤俭朴素贞淑惠贤良善美好妍"
    "姗珊珍珠玲珑琪琦琳瑶瑾璐璇晶晴昕昊昱晖晗旭阳旺月星辰宸宵霄雷霆震雨露霏霖雯虹霞帆帅帝彤彦彪影徐循"
    "新民群众立业维均衡尚向晚小少仲伯叔季元亨初彩秋夏冬萱葵薛苗苏蔚蓝紫翠绿丹朱红赤卫为有之以乃亦可其"
)
NEVER = frozenset(
    "的了是在和与让把被们这那个么吗呢就都也很着过从到谁它你您吧啊及或则但而且，。、；：？！“”‘’（）"
)
SELDOM = frozenset("不要能会应于对所由将最更只各每多上下中内外前后间时日工作业会部门度化性问题制机")
# Words in which many first sentences begin.
OPENERS_WORDS = (
    "在 当 近年 近日 近期 日前 党的 习近平 今年 去年 当前 当今 随着 作为 一 某 本报 新华社 如今 "
    "长期 自 为 我 有 目前 新时代 面对 所谓 说起 提起 走进 入 这 从 对 改革 中国 20 19 “ 《 "
)
OPENERS = tuple(OPENERS_WORDS.split())
ENDS_QUOTED = 2.0
READS_ON, NAME_ELSEWHERE, WORD_ELSEWHERE = -4.0, -2.5, 1.2
GIVEN_SAYS, OTHER_SAYS, SELDOM_SAYS = 0.8, -1.2, -3.0
THREE, COMPOUND, SECOND_NAME, OPENS = 1.0, 3.0, -1.5, 1.2
# From here on a head is taken to be one; and only so far above the next best it is sure.
LIKELY, CLEARLY = 1.5, 2.0


class Head(NamedTuple):
    """A title, and the names behind it; `sure` says that nothing else is nearly as likely."""

    title: Span
    names: tuple[Span, ...]
    sure: bool


class RunInHeads:
    """Finds the heads that run into the text, on a page with these words."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        text = "".join(raw.split())
        self._pairs = Counter(a + b for a, b in pairwise(text))

    def find(self, start: int, end: int) -> Head | None:
        """The likeliest head at the beginning of a stretch, if one is likely."""
        ranked = sorted(
            ((self._value(names), names) for names in self._candidates(start, end)),
            key=lambda row: -row[0],
        )
        if not ranked or ranked[0][0] < LIKELY:
            return None
        best, names = ranked[0]
        others = (value for value, other in ranked if other[0].start != names[0].start)
        title = Span(start, names[0].start)
        return Head(title, names, best >= next(others, LIKELY - CLEARLY) + CLEARLY)

    def _candidates(self, start: int, end: int) -> Iterator[tuple[Span, ...]]:
        """Everything behind a possible title that could be names."""
        stop = signs.INNER_STOP.search(self.raw, start + SHORTEST_TITLE, end)
        last = min(start + LONGEST_TITLE, stop.start() if stop else end, end)
        for at in range(start + SHORTEST_TITLE, last):
            if self._is_whole(start, at):
                yield from self._names_at(at, end, MOST_NAMES)

    def _is_whole(self, start: int, end: int) -> bool:
        """Whether a stretch could be a title: its brackets close, it has hardly a comma, and none
        ends it.
        """
        title = self.raw[start:end]
        if title.count("，") > MOST_COMMAS:
            return False
        balanced = all(title.count(a) == title.count(b) for a, b in ("“”", "《》", "（）", "‘’"))
        return balanced and title[-1] not in "，、；：— \u3000"

    def _names_at(self, at: int, end: int, most: int) -> Iterator[tuple[Span, ...]]:
        """One to three names that begin at a place, with a space or 、 between them or nothing."""
        compound = self.raw[at : at + 2] in COMPOUND_SURNAMES
        for length in (4, 3) if compound else (3, 2):
            name = self.raw[at : at + length]
            behind = self.raw[at + length : at + length + 1]
            could_be = is_name(name) and name[:2] not in NOT_NAMES and NEVER.isdisjoint(name)
            if not could_be or at + length >= end or behind in signs.NO_LINE_START + "的了着们":
                continue
            first = Span(at, at + length)
            yield (first,)
            if most > 1:
                gap = 1 if behind in " \u3000、" else 0
                for more in self._names_at(at + length + gap, end, most - 1):
                    yield (first, *more)

    def _value(self, names: tuple[Span, ...]) -> float:
        """What speaks for a title up to these names, and text behind them."""
        raw = self.raw
        ends, begins = names[0].start, names[-1].end
        value = ENDS_QUOTED if raw[ends - 1] in "”》？！" else 0.0
        value += WORD_ELSEWHERE * self._is_word(ends - 2) + WORD_ELSEWHERE * self._is_word(begins)
        value += READS_ON * (self._is_word(ends - 1) + self._is_word(begins - 1))
        value += OPENS * raw.startswith(OPENERS, begins)
        for number, (at, end) in enumerate(names):
            name = raw[at:end]
            surname = 2 if name[:2] in COMPOUND_SURNAMES else 1
            value += COMPOUND if surname == 2 else THREE if len(name) == 3 else 0.0
            value += sum(map(says, name[surname:]))
            value += NAME_ELSEWHERE * sum(self._is_word(place) for place in range(at, end - 1))
            glued = number and names[number - 1].end == at
            value += SECOND_NAME * (1 if glued else 0)
        return value

    def _is_word(self, at: int) -> bool:
        """Whether two neighbouring characters stand together elsewhere on the page too."""
        return self._pairs[self.raw[at : at + 2]] > 1


def says(character: str) -> float:
    """What a character says for being one of a given name."""
    if character in GIVEN:
        return GIVEN_SAYS
    return SELDOM_SAYS if character in SELDOM else OTHER_SAYS
