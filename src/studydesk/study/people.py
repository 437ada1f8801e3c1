"""Who is told of in a text: who holds an office (职务), and whom a question can call by a name.

A name is only used where it is sure to be one; else a question speaks of the text.
"""

import re
from collections.abc import Iterator

from studydesk.domain.surnames import COMPOUND_SURNAMES, NOT_NAMES, SURNAMES
from studydesk.study.vocabulary import any_of, namesakes, usual_words

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


_TRADE = (
    "(?:(?<!总)工|工人|工友|师傅|徒弟|学徒|骑手|司机|(?<![委议官教])员|班组?长|[组队段]长|技师"
    "|劳模|劳动模范|[一-龥][手匠])"
)
"""How a text calls a plain worker, right before the name or in brackets behind it."""


def workmate(who: str, told: str = "") -> str:
    """Who speaks, where the text calls them a plain worker, or by what they are besides the name:
    anybody else is named with a post or not at all, so a question leaves the bare name out.
    """
    name = called(who, told)
    if not name or _NICK.fullmatch(name):
        return name
    as_a_worker = f"{_TRADE}{name}|{name}（[^（）]{{0,16}}{_TRADE}）"
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


_OF_OFFICE = f"(?:{any_of('title')}|{any_of('employer')})"
_OFFICES = re.compile(_OF_OFFICE)
_NAMED = re.compile(r"[\s（]{0,2}(?P<name>[一-龥]+(?:·[一-龥]+)+|[一-龥]{2,4})")
_DEPUTY = re.compile("(?:原|前|代)?(?:常务)?副?$")
_AHEAD = 8
"""Characters before an office that a name stands in."""
_BEFORE = re.compile(
    "(?:^|(?<=[，。；：！？“”、\\s——]))(?P<name>[一-龥]{2,4}?)"
    "(?:，|（|(?:曾|现|时)?(?:是|任|担任|出任|升任|兼任|当上|当选|当了)了?为?|身为|作为)"
    f"[^，。；：（）“”]{{0,16}}?(?:{any_of('title')}|{any_of('employer')})(?=[，。；）、])",
    re.MULTILINE,
)
"""An office beside a name: 副市长王海, 王海，市委书记，."""


def officials(text: str) -> frozenset[str]:
    """The names beside which an office stands anywhere in a text, and those of leaders that others
    have too, but who have no post at work there.
    """
    known = set(_behind_offices(text))
    known |= {found["name"] for found in _BEFORE.finditer(text) if is_name(found["name"])}
    known |= set(_before_offices(text))
    known |= {name for name in namesakes() if name in text and not _at_work(name, text)}
    return frozenset(known)


def _behind_offices(text: str) -> Iterator[str]:
    """Who is named right behind an office, or in a row of names there: 副主席李明、张强."""
    told: dict[str, str] = {}
    for office in _OFFICES.finditer(text):
        at = office.end()
        while named := _NAMED.match(text, at):
            words = named["name"]
            if "·" in words:
                yield words
                break
            name = told.setdefault(words[:4], "") or _of_length(words[:4], text)
            told[words[:4]] = name
            if not name:
                break
            yield name
            at = named.start("name") + len(name)
            if text[at : at + 1] != "、":
                break
            at += 1


def _before_offices(text: str) -> Iterator[str]:
    """Who is named right before an office: 王建国副市长."""
    for office in _OFFICES.finditer(text):
        led = _DEPUTY.sub("", text[max(0, office.start() - _AHEAD) : office.start()])
        ends = (led[-length:] for length in (3, 2) if len(led) >= length)
        yield from filter(is_name, ends)


def _of_length(words: str, text: str) -> str:
    """The name that words behind an office begin with, as long as the text calls it elsewhere."""
    family = 2 if words[:2] in COMPOUND_SURNAMES else 1
    short, long = words[: family + 1], words[: family + 2]
    if is_name(long) and text.count(long) == text.count(short):
        return long
    return short if is_name(short) else ""


def _at_work(name: str, text: str) -> bool:
    """Whether a name stands behind a trade or a workshop, and not behind 委员 or 代表."""
    return bool(re.search(f"(?:{_TRADE}|[一-龥]师|车间|班组?|厂|公司){name}", text))
