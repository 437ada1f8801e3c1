"""Who is told of in a text: who holds an office (职务), and whom a question can call by a name.

A name is only used where it is sure to be one; else a question speaks of the text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from studydesk.domain.surnames import COMPOUND_SURNAMES, NOT_NAMES, SURNAMES
from studydesk.study.vocabulary import any_of, usual_words

OFFICE = re.compile(any_of("title"))
OVER = re.compile(f"{any_of('title')}|{any_of('speaker')}|{any_of('employer')}")
"""Who speaks as no workmate does."""
_ASK = "问|记者|主持人|笔者"
ASKS = re.compile(f"(?P<label>{_ASK})：")
"""Who asks in a talk, before the question."""
LABEL = re.compile(
    rf"(?!(?:{_ASK}|编者按)：)(?P<label>[一-龥·、\d\s]{{1,30}})(?:（[^（）]{{1,20}}）)?："
)
"""Who speaks in turn or answers, before what a paragraph says; nobody who only asks."""

_POST = (
    "(?:[员师长工人手匠机者家兵]|主任|教授|代表|干部|律师|顾问|学者|劳模|模范|师傅|徒弟|先进|能手|会员|博士"
    "|[厂局院校队站部科室组班]|公司|集团|车间|中心|工会)"
)
"""How a post or a unit ends that stands before a name."""
_FUNCTION = (
    "的地得了着过不是在就也都还又要会能说道问答讲听看想对把被给跟到这那他她它我你您个吗呢吧啊呀一"
)
"""What no given name has in it."""
_NO_SURNAME = "向和从由连应来那后过相都全对"
"""Surnames of few that begin a sentence in another sense nearly always: 向大家说."""
_NO_NAME = re.compile(
    "[员师匠者们傅手工]$|(?<!^.)[人家主]$|^(?:门卫|房东|商家|商户|车主|路人|农户)$"
)
_SAID_HOW = re.compile(
    "(?:[又也还则却总常便忙]|常常|总是|经常|接着|随即|随后|当即|立刻|马上|连忙|赶紧|后来|事后|当时|一边.{1,6}"
    "|[微苦憨]?笑(?:着|了笑|[呵眯嘻]{2}地?)?|乐呵呵地?|(?:摇|点)(?:着|了[摇点])?头|摇摇头|点点头|叹了?口气|想了想|顿了顿|补充|插话|接过?话[头茬]?"
    "|感慨|激动|[高大小低轻朗]声|[一-龥]{2}地|(?P<twice>[一-龥])(?P=twice)地|[指拿摸看拍擦拉握捧翻]着.{0,8}|回忆|介绍|坦言|开口|回头|转身)*"
)
"""What may stand between who speaks and the verb."""
_ADDRESSED = re.compile("(?:后来|事后|当时|曾)?(?:(?:对|跟|向|和)[^，。]+|在[^，。]+[上里中])$")
_FAMILY = f"[{''.join(sorted(SURNAMES))}]"
_NICK = re.compile(
    "(?P<name>(?:老|新|年轻|青年|女|小)?(?:师傅|徒弟|工人|职工|工友|骑手|司机|组员|学徒|老师|律师|医生)"
    f"|[老小阿大]{_FAMILY}|{_FAMILY}(?:师傅|大姐|大哥|大爷|大妈|阿姨|老师|班长|组长|工|教授|律师|医生|先生|女士)"
    "|(?:[电焊钳车铣技瓦木漆]|架子|起重|[维检机]修|环卫|保洁|清洁)工|[一-龥]{1,3}(?:员|匠|总监)|(?:工程|技|律|教)师"
    "|(?:班|组|队|段|工)长|班组长)"
)
"""Who is called by less than a name, or by a trade."""


def called(who: str, told: str = "") -> str:
    """Who speaks, as a question can call them, by the words before the verb or the colon; empty
    where that is not sure. `told` is the text beside, which tells how long a name is.
    """
    last = who.rpartition("的")[2].strip().removeprefix("一位").removeprefix("一名")
    for words in dict.fromkeys((_ADDRESSED.sub("", last), last)):
        found = dict.fromkeys((*_nicks(words), *_names(words)))
        if found:
            return next(iter(found)) if len(found) == 1 else _borne_out(found, told)
    return ""


_WORKER = re.compile(
    "(?:(?:车间|班)主任|(?:[电焊钳车铣技瓦木漆刨磨铆管矿船民员职青]|架子|起重|[维检机]修|环卫|保洁|清洁|装[配卸]|搬运|天车|行车|建筑|操作|养路)工"
    "|(?:质检|检[车修验]|值班|安全|巡检|快递|外卖|配送|保洁|驾驶|操作|技术|化验|炊事|服务|营业|售票|乘务|护理|保管|调度|[组队店])员"
    "|老师傅|[能好高老]手|[一-龥]匠|工人|工友|师傅|徒弟|学徒|骑手|司机|班组?长|[组队段]长|技师|劳模|劳动模范|(?:车间|班组|职工)方"
    f"|[老小阿]{_FAMILY}|{_FAMILY}(?:师傅|[班组队]长|[姐哥嫂叔婶工]|大[姐哥爷妈]|阿姨))(?!日报|文化宫|代表|出身)们?"
)
"""What a text calls workmates."""


def workmate(who: str, told: str = "") -> str:
    """Who speaks, where the text calls them a plain worker, or by what they are besides the name:
    anybody else is named with a post or not at all, so a question leaves the bare name out.
    """
    name = called(who, told)
    if not name or _NICK.fullmatch(name):
        return name
    as_a_worker = f"{_WORKER.pattern}{name}|{name}（[^（）]{{0,16}}{_WORKER.pattern}）"
    return name if re.search(as_a_worker, f"{who}。{told}") else ""


_SHORT = re.compile("[小大].")
"""小区 and 大方 are usual words, and nobody's name."""


def _nicks(words: str) -> Iterator[str]:
    for low in _begins(words):
        nick = _NICK.match(words, low)
        is_word = nick and _SHORT.fullmatch(nick["name"]) and nick["name"] in usual_words()
        if nick and not is_word and _SAID_HOW.fullmatch(words, nick.end()):
            yield nick["name"]


def _names(words: str) -> Iterator[str]:
    for low in _begins(words):
        for length in (2, 3, 4):
            name, behind = words[low : low + length], words[low + length :]
            if len(name) == length and is_name(name) and _SAID_HOW.fullmatch(behind):
                yield name


def _begins(words: str) -> list[int]:
    """Where a name may begin: with the words, or behind a post."""
    return [0, *(low for low in range(1, len(words)) if re.search(f"{_POST}$", words[:low]))]


def is_name(words: str) -> bool:
    """Whether words are sure to be a name: a surname, a given name of one or two characters, and
    no usual word.
    """
    family = 2 if words[:2] in COMPOUND_SURNAMES else 1
    given = words[family:]
    known = family == 2 or (words[:1] in SURNAMES and words[0] not in _NO_SURNAME)
    a_word = not NOT_NAMES.isdisjoint((words, words[:2])) or any(
        one in usual_words() for one in (words, words[:2])
    )
    fits = known and 1 <= len(given) <= 2 and not set(given) & set(_FUNCTION)
    other = OVER.search(words) or _NO_NAME.search(words) or words[0] in given
    return fits and not a_word and not other


def _borne_out(names: "dict[str, None]", told: str) -> str:
    """The one among names of other lengths that the text goes on to call somebody."""
    short, long = min(names, key=len), max(names, key=len)
    if not long.startswith(short) or told.count(short) < 2:
        return ""
    return long if told.count(long) == told.count(short) else short


_OURS = re.compile(
    "(?:经验|实践|事实|数据|问卷|调[查研][^，]{0,4}|(?:不少|许多|很多|一些|多数|所有|[一有][位名个]?|有[些的]|每个)人"
    "|大[家伙]儿?|人们|俗话|常言|老话|我们?|咱们?|你|笔者)"
)
"""Whoever speaks, and nobody in particular."""
_ONE = re.compile("[一另]一?[位名个](?!人)")
_WHEN = re.compile(
    "^(?:[那这](?:时|天|次)|有一?[天次]|当[时天]|后来|于是|如今|现在|以前|过去|从前|所以|起初|一开始|最初|但|可|也|还|就)+"
)
_BELONGS = re.compile(
    "(?:的|青年|年轻|老|女|新|不少|许多|很多|有些|部分|广大|一线|企业|单位|车间|班组?|厂|公司|集团|[分车机]?队|线|岗位?|站|部|组|所"
    "|科|室|[多几]年|岁|[位名个]|主任)$"
)
"""What may stand before a worker who speaks."""
_ASKED = re.compile("[请让由听]$")
"""What gives a worker the say."""
_BRACKET = re.compile("（[^（）]*）$")
_LED_BY = re.compile("[着住给对向跟和把让请同与听由]")
"""What puts a worker beside who speaks, and not in his place."""
_GRAMS = (2, 3, 4)
_NEAR = 20
"""Characters on either side of an office in which it is a name's."""
_SENTENCE = re.compile(r"[^。！？；\n]+")


@dataclass(frozen=True, slots=True)
class Company:
    """Whom a text tells of: `workers` behind a trade, `officials` near to an office."""

    workers: frozenset[str]
    officials: frozenset[str]

    def has_workmate(self, lead: str) -> bool:
        """Whether the words before a saying, or a label, tell that workmates say it."""
        if OVER.search(lead):
            return False
        for clause in reversed(lead.split("，")):
            words = _ADDRESSED.sub("", _WHEN.sub("", clause.strip(), count=1))
            if words and not _SAID_HOW.fullmatch(words):
                return self._is_workmate(words)
        return False

    def has_official(self, lead: str) -> bool:
        """Whether the words before a saying tell that somebody with an office says it."""
        last = lead.rpartition("，")[2]
        return bool(OFFICE.search(lead)) or self._is_official(last)

    def _is_workmate(self, words: str) -> bool:
        if one := _ONE.match(words):
            return bool(_SAID_HOW.fullmatch(words, one.end())) or self._is_workmate(
                words[one.end() :]
            )
        if ours := _OURS.match(words):
            return not _LED_BY.search(words, ours.end())
        if bracket := _BRACKET.search(words):
            return bool(_WORKER.search(bracket[0])) and not self._is_official(words)
        named = any(words[:size] in self.workers - self.officials for size in _GRAMS)
        worker = _WORKER.search(words)
        if worker is None:
            return named and not re.search("[听由让请]", words)
        before, behind = words[: worker.start()], words[worker.end() :]
        asked = _ASKED.search(before)
        begins = asked or not before or (_BELONGS.search(before) and not _LED_BY.search(before))
        away = behind.startswith("的") or re.search("[听由让请陪跟]", behind)
        known = map(self._is_official, (behind, worker[0]))
        other = not asked and (self._is_official(before) or _begins_with_name(before))
        return bool(begins) and not (away or other or any(known))

    def _is_official(self, words: str) -> bool:
        return any(words[:size] in self.officials for size in _GRAMS)

    def has_name(self, line: str) -> bool:
        """Whether a line names somebody, and no workmate."""
        parts = [part for part in re.split(r"[\s，、（）()]+", line) if part]
        named = any(is_name(part) or "·" in part for part in parts) or re.search(
            f"{_POST}[一-龥]{{2,3}}$", line
        )
        return bool(named) and not (_WORKER.search(line) and not OVER.search(line))


def _begins_with_name(words: str) -> bool:
    return any(is_name(words[:size]) for size in _GRAMS if size <= len(words))


@lru_cache(maxsize=8)
def company(text: str) -> Company:
    """Whom a text tells of; it takes as long as the text is."""
    workers = {
        text[found.end() : found.end() + size]
        for found in re.finditer(f"{_WORKER.pattern}(?={_FAMILY})", text)
        for size in _GRAMS
    }
    workers |= {
        found[1]
        for found in re.finditer(f"([一-龥]{{2,4}})（[^（）]{{0,16}}{_WORKER.pattern}", text)
    }
    officials = frozenset(name for found in _SENTENCE.findall(text) for name in _near_office(found))
    return Company(frozenset(workers), officials)


def _near_office(sentence: str) -> Iterator[str]:
    """What may be a name near to an office, and no worker's who is only named behind it."""
    offices, done = [found.span() for found in OVER.finditer(sentence)], 0
    for start, end in offices:
        for at in range(max(done, start - _NEAR), min(len(sentence), end + _NEAR)):
            begins = sentence[at] in SURNAMES or sentence[at] in "老小阿"
            behind = at >= offices[-1][1] and _BY_TRADE.search(sentence, max(0, at - 4), at)
            if begins and not behind:
                yield from (sentence[at : at + size] for size in _GRAMS)
        done = max(done, end + _NEAR)


_BY_TRADE = re.compile(f"{_WORKER.pattern}$")


def speaks_in_turn(label: str) -> bool:
    """Whether what stands before a colon is somebody, and no heading of usual words."""
    words = label.partition("：")[0]
    if OVER.search(words) or _WORKER.search(words) or "·" in words or "（" in words:
        return True
    if called(words):
        return True
    return len(words) in (*_GRAMS, 5) and not _of_usual_words(words) and not _ITEM.match(words)


_ITEM = re.compile("[第其之一二三四五六七八九十]|[^，]*[是为有的了]$")


def _of_usual_words(words: str) -> bool:
    return not words or any(
        words[:size] in usual_words() and _of_usual_words(words[size:])
        for size in range(2, len(words) + 1)
    )
