"""What somebody found out, and what follows from what was told: 洛桑发现，…; 为此，…."""

import re
from collections.abc import Iterator, Sequence

from studydesk.study.contrasts import JOINED, POINTS_AWAY
from studydesk.study.find import Find, within
from studydesk.study.sentences import Sentence, balanced, beside, political, searched
from studydesk.study.vocabulary import any_of

_FOUND = re.compile(
    "(?:发现(?=[，：])|(?<![算听讲说看弄搞想问写])明白|懂得|意识到|体会到|体会是|悟出)了?(?:一个[^，。：]{1,4}[，：])?[，：]?(?P<words>(?!一[处个起名件次])[^，。；：“”？！]{5,30}(?:，(?![就便才又还])[^。；：“”？！]{3,20})?)[。；]"
)
_NOT_FOUND = re.compile(
    "(?:没|未|不|难以|如果|一旦|及时|凡是?|怎么|要|能|班[前中后]|让[^，。]{1,6})$"
)
_HENCE = re.compile(
    "^(?:为此|于是|因此|所以|正因为?如此|正因为这样)，?(?P<words>[^，。；：“”？！]{6,16}(?:，[^，。；：“”？！]{3,14})?)[，。；]"
)
_UNFIT = re.compile(
    f"{any_of('disputed')}|{any_of('policy')}|{any_of('private')}|{any_of('weighty')}|{any_of('accusing')}"
    "|[他她我你您咱它此该某谁哪]|什么|多少|[一二三四五六七八九十百千万]+[多余]?[人个户家条把种件成倍天年]|[\\d]|[这那]|上述|^(?:的|了|不少|许多|一些|有的)"
)
_TELLS = re.compile("是|了|没|不|比|更|都|有|在|会|能|要|被|难|多|少")
"""What a finding has that is no bare name of something."""
_LONGEST = 31
_GROUND, _MORE = 40, 60
"""Characters of a paragraph before what follows from it, and beside what it lets find out."""


def findings(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """What somebody found out, where the paragraph tells what that could be seen from."""
    for at, sentence, found in searched(_FOUND, parts):
        words = found["words"]
        own = beside(parts, at)
        told = sum(len(part.text) for part in own) - len(words)
        denied = _NOT_FOUND.search(sentence.text[: found.start()])
        clear = len(words) <= _LONGEST and _TELLS.search(words) and not _scrap(words)
        if told >= _MORE and not denied and _fits(words, own) and clear:
            yield within("finding", sentence, *found.span("words"), 2.85)


def consequences(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """What a text says to follow from the sentences before it: 为此，…."""
    for at, sentence, hence in searched(_HENCE, parts):
        words = hence["words"]
        own = beside(parts, at)
        before = sum(len(part.text) for part in own if part.start < sentence.start)
        if before >= _GROUND and _fits(words, own) and not _scrap(words):
            yield within("hence", sentence, *hence.span("words"), 2.9)


def _fits(words: str, own: Sequence[Sentence]) -> bool:
    weighed = political(words) or any(part.political for part in own)
    return balanced(words) and bool(own[0].paragraph) and not (weighed or _UNFIT.search(words))


def _scrap(words: str) -> bool:
    """Whether words need others to be understood."""
    return bool(JOINED.match(words) or POINTS_AWAY.search(words) or words[-1] in "的和与时后")
