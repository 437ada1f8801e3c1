"""Who is told of in a text: who holds an office (职务), and who is a workmate.

Whoever speaks is none, unless what stands before the saying tells it from first to last: when, of
which unit, a trade, a name, how.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from studydesk.domain.surnames import SURNAMES
from studydesk.study.names import LENGTHS, begins_with_name, is_name, names_at
from studydesk.study.offices import OFFICE, OVER
from studydesk.study.vocabulary import any_of

_ASK = "问|记者|主持人|笔者|Q"
ASKS = re.compile(f"(?P<label>{_ASK})：")
"""Who asks in a talk, before the question."""
LABEL = re.compile(
    rf"(?!(?:{_ASK}|编者按)：)(?P<label>[一-龥A-Z·、\d\s]{{1,30}})(?:（[^（）]{{1,20}}）)?："
)
"""Who speaks in turn or answers, before what a paragraph says; nobody who only asks."""

_FAMILY = f"[{''.join(sorted(SURNAMES))}]"
TRADE = any_of("trade")
"""What a text calls workmates, as a regular expression."""
_FONDLY = "老小阿"
_CALLED = f"[{_FONDLY}]{_FAMILY}|{_FAMILY}(?:师傅|[班组队]长|[姐哥嫂叔婶工]|大[姐哥爷妈]|阿姨)"
_WHEN = any_of("when")
_FIRST = f"(?:{_WHEN}|[但可也还就在用])*"
"""What may stand before whoever speaks: 后来, 在…看来, 用…的话说."""
_ADDRESSED = "(?:对|跟|向|和)[^，。]+|在[^，。]+[上里中]"
_KIND = f"[^，。：；着住给对向跟和把让请同与听由]{{0,20}}?(?:{any_of('unit')})"
_HOW = f"(?:{any_of('manner')})*"
_DOING = "[一-龥]{1,2}[了着过下起][^的]{0,8}"
"""What a workmate does before the comma that a saying follows: 擦了擦手，说."""
_WORKMATE = (
    f"{_FIRST}(?P<asked>[^，。]{{0,6}}[请让由听])?(?P<kind>{_KIND})??(?:{TRADE}、)*"
    f"(?:(?P<called>{_CALLED})|(?P<trade>{TRADE})(?:们|[班队组]的)?"
    f"(?:(?P<nick>{_CALLED})|(?P<name>NAME))??)"
    f"(?:（[^（）]*）)?{_HOW}(?:{_ADDRESSED})?(?:{_HOW}|{_DOING})"
)
"""The words before a saying, where a workmate says it."""
_NAMED = f"{_FIRST}(?P<name>NAME)(?:（(?P<note>[^（）]*)）)?(?:{_ADDRESSED})?(?:{_HOW}|{_DOING})"
"""The same with a bare name, of whom the text tells more somewhere else."""
_READINGS, _BARE = (
    tuple(re.compile(words.replace("NAME", f"{_FAMILY}[一-龥]{{{n}}}")) for n in (3, 2, 1))
    for words in (_WORKMATE, _NAMED)
)
"""Both, with names of every length, long ones first."""
_ANYBODY = re.compile(f"{_FIRST}{any_of('anybody')}(?:{_ADDRESSED})?(?:{_HOW}|{_DOING})")
"""Whoever speaks, and nobody in particular."""
_BESIDE = re.compile(f"(?:{_WHEN}|{_ADDRESSED}|{any_of('manner')})*")
"""What tells nothing of who speaks."""
_NEAR = 20
"""Characters on either side of an office in which it is a name's."""
_SENTENCE = re.compile(r"[^。！？；\n]+")


@dataclass(frozen=True, slots=True)
class Company:
    """Whom a text tells of: `workers` behind a trade, `officials` near to an office; `namesakes`
    are the surnames of those who hold one: who is called 老张 alone may be any of them.
    """

    workers: frozenset[str]
    officials: frozenset[str]
    namesakes: frozenset[str]

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
            others = self._is_official(who) or begins_with_name(kind) or self._is_official(kind)
            others |= bool(found["called"]) and who[who[0] in _FONDLY] in self.namesakes
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
        return any(words[:size] in self.officials for size in LENGTHS)


def _clauses(lead: str) -> Iterator[str]:
    return (clause.strip() for clause in reversed(lead.split("，")))


def workmate(who: str, told: str = "") -> str:
    """What a question can call a workmate who speaks, by the words before the verb or the colon
    and the text beside them; empty where that is nobody sure.
    """
    return "" if _ASKED.search(who) else company(told).workmate(who)


_ASKED = re.compile("[请让由听]")


@lru_cache(maxsize=8)
def company(text: str) -> Company:
    """Whom a text tells of; it takes as long as the text is."""
    behind = (found.end() for found in re.finditer(f"{TRADE}(?={_FAMILY})", text))
    workers = {name for at in behind for name in names_at(text, at)}
    noted = re.finditer(f"([一-龥]{{2,4}})（[^（）]{{0,16}}{TRADE}[^（）]{{0,4}}）", text)
    workers |= {found[1] for found in noted}
    told = _SENTENCE.findall(text)
    officials = frozenset(name for found in told for name in _near_office(found))
    surnames = {surname for found in told for surname in _of_officials(found)}
    nicknamed = set(_NICKNAMED.findall(text))
    return Company(frozenset(workers), officials, frozenset(surnames - nicknamed))


_NICKNAMED = re.compile(f"{TRADE}[{_FONDLY}]({_FAMILY})")
"""A workmate by his trade and what he is called: 焊工老张."""
_BEHIND_OFFICE = re.compile(f"{OVER.pattern}[、，（\\s]?(?={_FAMILY})")
_CLAUSE = re.compile(f"(?:^|[，、：“])(?={_FAMILY})")


def _of_officials(sentence: str) -> Iterator[str]:
    """The surnames right behind an office, and those of whoever a clause is about that has one."""
    for found in _BEHIND_OFFICE.finditer(sentence):
        at = found.end()
        if any(is_name(sentence[at : at + size]) for size in LENGTHS):
            yield sentence[at]
    for found in _CLAUSE.finditer(sentence) if OVER.search(sentence) else ():
        at = found.end()
        if any(names_at(sentence, at)) and OVER.search(sentence, at, at + _NEAR):
            yield sentence[at]


def _near_office(sentence: str) -> Iterator[str]:
    """What may be a name near to an office, and no worker's who is only named behind it."""
    offices, done = [found.span() for found in OVER.finditer(sentence)], 0
    for start, end in offices:
        for at in range(max(done, start - _NEAR), min(len(sentence), end + _NEAR)):
            begins = sentence[at] in SURNAMES or sentence[at] in _FONDLY
            behind = at >= offices[-1][1] and _BY_TRADE.search(sentence, max(0, at - 4), at)
            if begins and not behind:
                yield from (sentence[at : at + size] for size in LENGTHS)
        done = max(done, end + _NEAR)


_BY_TRADE = re.compile(f"{TRADE}$")
