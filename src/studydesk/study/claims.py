"""Claims of an author that can be asked about: what something is not, what it is better than,
what it rests on. The words that name it are always among those that are quoted.
"""

import re
from collections.abc import Iterator, Sequence

from studydesk.study.find import Find, within
from studydesk.study.sentences import NOBODY, Sentence, quotable
from studydesk.study.vocabulary import any_of

_HEAD = "(?:^|(?<=[，。；：]))"
_END = "(?=[，。；])"
_UNCLEAR = re.compile(
    "[他她我你它这那其此]|^(?:但|而|所以|因此|于是|可见|也|就|便|却|又|当|正如|如同|好比|比如|例如|使|让|把)|不再?只是"
)
"""Words that a claim needs others for, or that begin with what only joins it to them."""
_REFUSED = re.compile(f"{any_of('weighty')}|{any_of('disputed')}")
_CLAIMS: Sequence[tuple[str, re.Pattern[str], float]] = (
    (
        "contrast",
        re.compile(
            f"{_HEAD}(?P<who>[^，。；：]{{2,12}}?)(?:不是|并非|不在于)[^，。；]{{3,20}}，?(?:而是|而在于)"
            f"[^，。；]{{4,24}}{_END}"
        ),
        2.6,
    ),
    ("contrast", re.compile(f"{_HEAD}[^，。；：]{{2,12}}不等于[^，。；：]{{2,16}}{_END}"), 2.5),
    (
        "contrast",
        re.compile(
            f"{_HEAD}[^，。；：]{{2,12}}不是[^，。；：]{{2,10}}，[^，。；：]{{2,12}}才是(?=[。；])"
        ),
        2.5,
    ),
    (
        "contrast",
        re.compile(
            f"{_HEAD}[^，。；：]{{3,14}}(?:只是|不过是)[^，。；]{{2,10}}，[^，。；：]{{2,12}}才(?:是|能|算)"
            f"[^，。；]{{2,10}}(?=[。；])"
        ),
        2.5,
    ),
    (
        "contrast",
        re.compile(f"{_HEAD}[^，。；：]{{3,18}}并?不难，难的?(?:是|在)[^，。；]{{3,18}}(?=[。；])"),
        2.5,
    ),
    (
        "better",
        re.compile(f"{_HEAD}[^，。；：]{{3,16}}，?(?:胜过|好过|强过)[^，。；：]{{3,18}}(?=[。；])"),
        2.6,
    ),
    (
        "better",
        re.compile(f"{_HEAD}宁可[^，。；：]{{3,18}}，也要[^，。；]{{3,20}}(?=[。；])"),
        2.6,
    ),
    (
        "only",
        re.compile(
            f"{_HEAD}没有[^，。；：就没]{{2,16}}，就(?:没有|谈不上|不会有|难有)[^，。；没]{{2,16}}(?=[。；])"
        ),
        2.3,
    ),
    (
        "if",
        re.compile(
            f"{_HEAD}[^，。；：]{{2,14}}(?:若|如果|一旦)[^，。；：]{{3,14}}，(?:便|就)[^，。；：]{{4,18}}(?=[。；])"
        ),
        2.2,
    ),
    (
        "if",
        re.compile(
            f"{_HEAD}[^，。；：越]{{2,12}}越[^，。；：越]{{1,8}}，[^，。；：越]{{0,10}}越[^，。；越]{{1,10}}{_END}"
        ),
        2.2,
    ),
    ("if", re.compile(f"{_HEAD}[^，。；：]{{4,14}}离不开[^，。；：、]{{4,18}}(?=[。；])"), 2.0),
)


def claims(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """What an author says something is not, is better than, or comes to nothing without."""
    for sentence in parts:
        if sentence.political or not sentence.whole:
            continue
        for structure, pattern, worth in _CLAIMS:
            for match in pattern.finditer(sentence.text):
                who = match.groupdict().get("who", "")
                unfit = _UNCLEAR.search(match[0]) or _REFUSED.search(match[0]) or NOBODY.search(who)
                if quotable(match[0]) and not unfit:
                    yield within(structure, sentence, *match.span(), worth)
