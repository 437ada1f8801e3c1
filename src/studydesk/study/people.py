"""Who is told of in a text: who holds an office (职务), and who is a workmate.

Whoever speaks is none, unless what stands before the saying tells it from first to last: when, of
which unit, a trade, a name, how.
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
_ASK = "问|记者|主持人|笔者|Q"
ASKS = re.compile(f"(?P<label>{_ASK})：")
"""Who asks in a talk, before the question."""
LABEL = re.compile(
    rf"(?!(?:{_ASK}|编者按)：)(?P<label>[一-龥A-Z·、\d\s]{{1,30}})(?:（[^（）]{{1,20}}）)?："
)
"""Who speaks in turn or answers, before what a paragraph says; nobody who only asks."""

_FUNCTION = (
    "的地得了着过不是在就也都还又要会能说道问答讲听看想对把被给跟到这那他她它我你您个吗呢吧啊呀一"
)
"""What no given name has in it."""
_NO_SURNAME = "向和从由连应来那后过相都全对"
"""Surnames of few that begin a sentence in another sense nearly always: 向大家说."""
_NO_NAME = re.compile(
    "[员师匠者们傅手工]$|(?<!^.)[人家主]$|^(?:门卫|房东|商家|商户|车主|路人|农户)$"
)
_UNIT = re.compile(any_of("unit"))
_LENGTHS = (2, 3, 4)
"""Characters of a name."""


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
    a_word = a_word or bool(_UNIT.fullmatch(words[:2]))
    fits = known and 1 <= len(given) <= 2 and not set(given) & set(_FUNCTION)
    other = OVER.search(words) or _NO_NAME.search(words) or words[:1] in given
    return fits and not a_word and not other


_FAMILY = f"[{''.join(sorted(SURNAMES))}]"
_TRADE = any_of("trade")
_CALLED = f"[老小阿]{_FAMILY}|{_FAMILY}(?:师傅|[班组队]长|[姐哥嫂叔婶工]|大[姐哥爷妈]|阿姨)"
_WHEN = (
    "[那这](?:时|天|次)|有一?[天次]|当[时天]|后来|于是|如今|现在|以前|过去|从前|所以"
    "|起初|一开始|最初"
)
_ADDRESSED = "(?:对|跟|向|和)[^，。]+|在[^，。]+[上里中]"
_KIND = f"[^，。：；着住给对向跟和把让请同与听由]{{0,20}}?(?:{any_of('unit')})"
_HOW = f"(?:{any_of('manner')})*"
_DOING = "[一-龥]{1,2}[了着过下起][^的]{0,8}"
"""What a workmate does before the comma that a saying follows: 擦了擦手，说."""
_WORKMATE = (
    f"(?:{_WHEN}|[但可也还就])*(?P<asked>[^，。]{{0,6}}[请让由听])?(?P<kind>{_KIND})??(?:{_TRADE}、)*"
    f"(?:(?P<called>{_CALLED})|(?P<trade>{_TRADE})们?"
    f"(?:(?P<nick>{_CALLED})|(?P<name>NAME))??)"
    f"(?:（[^（）]*）)?{_HOW}(?:{_ADDRESSED})?(?:{_HOW}|{_DOING})"
)
"""The words before a saying, where a workmate says it."""
_NAMED = (
    f"(?:{_WHEN}|[但可也还就])*(?P<name>NAME)(?:（(?P<note>[^（）]*)）)?(?:{_ADDRESSED})?"
    f"(?:{_HOW}|{_DOING})"
)
"""The same with a bare name, of whom the text tells more somewhere else."""
_READINGS, _BARE = (
    tuple(re.compile(words.replace("NAME", f"{_FAMILY}[一-龥]{{{n}}}")) for n in (3, 2, 1))
    for words in (_WORKMATE, _NAMED)
)
"""Both, with names of every length, long ones first."""
_ANYBODY = re.compile(
    f"(?:{_WHEN})?(?:经验|实践|事实|数据|问卷|调[查研]|(?:不少|许多|很多|一些|多数|所有|[一有][位名个]?|有[些的]|每个)人"
    f"|大[家伙]儿?|人们|俗话|常言|老话|我们?|咱们?|你|笔者|[一另]一?[位名个])(?:{_ADDRESSED})?(?:{_HOW}|{_DOING})"
)
"""Whoever speaks, and nobody in particular."""
_BESIDE = re.compile(f"(?:{_WHEN}|{_ADDRESSED}|{any_of('manner')})*")
"""What tells nothing of who speaks."""
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
        told = next((words for words in _clauses(lead) if not _BESIDE.fullmatch(words)), "")
        return bool(told and not OVER.search(lead)) and bool(
            _ANYBODY.fullmatch(told) or self.workmate(told)
        )

    def workmate(self, words: str) -> str:
        """What these words before a saying call a workmate; empty where they tell of none."""
        for found in filter(None, (one.fullmatch(words) for one in _READINGS)):
            kind, name = found["kind"] or "", found["nick"] or found["name"] or ""
            who = name or found["called"] or found["trade"]
            others = self._is_official(who) or _begins_with_name(kind) or self._is_official(kind)
            if not others and (not found["name"] or is_name(name)):
                return who
        for bare in filter(None, (one.fullmatch(words) for one in _BARE)):
            noted = bare["note"] and any(one.fullmatch(bare["note"]) for one in _READINGS)
            known = is_name(bare["name"]) and (noted or bare["name"] in self.workers)
            if known and not self._is_official(bare["name"]):
                return bare["name"]
        return ""

    def has_official(self, lead: str) -> bool:
        """Whether the words before a saying tell that somebody with an office says it."""
        return bool(OFFICE.search(lead)) or self._is_official(lead.rpartition("，")[2])

    def _is_official(self, words: str) -> bool:
        return any(words[:size] in self.officials for size in _LENGTHS)


def _clauses(lead: str) -> Iterator[str]:
    return (clause.strip() for clause in reversed(lead.split("，")))


def _begins_with_name(words: str) -> bool:
    return any(is_name(words[:size]) for size in _LENGTHS if size <= len(words))


def workmate(who: str, told: str = "") -> str:
    """What a question can call a workmate who speaks, by the words before the verb or the colon
    and the text beside them; empty where that is nobody sure.
    """
    return "" if _ASKED.search(who) else company(told).workmate(who)


_ASKED = re.compile("[请让由听]")


@lru_cache(maxsize=8)
def company(text: str) -> Company:
    """Whom a text tells of; it takes as long as the text is."""
    behind = (found.end() for found in re.finditer(f"{_TRADE}(?={_FAMILY})", text))
    workers = {name for at in behind for name in _names_at(text, at)}
    noted = re.finditer(f"([一-龥]{{2,4}})（[^（）]{{0,16}}{_TRADE}[^（）]{{0,4}}）", text)
    workers |= {found[1] for found in noted}
    officials = frozenset(name for found in _SENTENCE.findall(text) for name in _near_office(found))
    return Company(frozenset(workers), officials)


def _names_at(text: str, at: int) -> Iterator[str]:
    """The names that can begin at a place, and end before another word."""
    for size in _LENGTHS:
        name, behind = text[at : at + size], text[at + size : at + size + 2]
        ends = not "一" <= behind[:1] <= "龥" or behind[0] in f"{_FUNCTION}来去走站坐笑拿擦和与及"
        if is_name(name) and (ends or behind in usual_words()):
            yield name


def _near_office(sentence: str) -> Iterator[str]:
    """What may be a name near to an office, and no worker's who is only named behind it."""
    offices, done = [found.span() for found in OVER.finditer(sentence)], 0
    for start, end in offices:
        for at in range(max(done, start - _NEAR), min(len(sentence), end + _NEAR)):
            begins = sentence[at] in SURNAMES or sentence[at] in "老小阿"
            behind = at >= offices[-1][1] and _BY_TRADE.search(sentence, max(0, at - 4), at)
            if begins and not behind:
                yield from (sentence[at : at + size] for size in _LENGTHS)
        done = max(done, end + _NEAR)


_BY_TRADE = re.compile(f"{_TRADE}$")


def names_in(words: str) -> bool:
    """Whether words begin with a name, or have one behind 的 or a post."""
    clause = words.rpartition("，")[2]
    return any(
        is_name(part[:size]) for part in (clause, clause.rpartition("的")[2]) for size in _LENGTHS
    )


def speaks_in_turn(label: str) -> bool:
    """Whether what stands before a colon is somebody, and no heading of usual words."""
    words = label.partition("：")[0]
    if OVER.search(words) or _ONE_SPEAKS.search(words) or _behind_a_post(words) or workmate(words):
        return True
    return len(words) in (*_LENGTHS, 5) and not _of_usual_words(words) and not _ITEM.match(words)


_ONE_SPEAKS = re.compile(f"{_TRADE}们?$|[·（]|^[A-Z]$")
_ITEM = re.compile("[第其之一二三四五六七八九十]|[^，]*[是为有的了]$")


def _behind_a_post(words: str) -> bool:
    """Whether words end with a name that a post stands before: 某大学教授李明."""
    return any(is_name(words[-n:]) and words[-n - 1 : -n] in _POST_ENDS for n in (2, 3))


_POST_ENDS = tuple("员师长者家授人手问")


def _of_usual_words(words: str) -> bool:
    return not words or any(
        words[:size] in usual_words() and _of_usual_words(words[size:])
        for size in range(2, len(words) + 1)
    )


def names_another(line: str) -> bool:
    """Whether a short line is the name of somebody with what he is, who is no workmate."""
    parts = [part for part in _BETWEEN.split(line) if part]
    names = [part for part in parts if is_name(part) or "·" in part]
    by_name = 0 < len(names) < len(parts)
    no_workmate = OVER.search(line) or not re.search(_TRADE, line)
    return bool((by_name or _behind_a_post(line)) and no_workmate and not _TELLS.search(line))


_BETWEEN = re.compile(r"[\s，、（）()【】□■●○]+")
_TELLS = re.compile("[进到走来抓当为做建让把在]")
"""What a heading has, and no name with a post."""
