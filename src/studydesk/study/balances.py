"""What has two sides that a text holds against each other in one breath: 既要…，也要…."""

import re
from collections.abc import Iterator, Sequence

from studydesk.study.find import Find, within
from studydesk.study.sentences import Sentence, balanced, beside, searched
from studydesk.study.vocabulary import any_of
from studydesk.study.whose_words import political

_BEGINS, _ENDS = "(?:^|(?<=[，。；：]))", "(?=[，。；])"
_BALANCE = re.compile(
    f"{_BEGINS}(?P<words>(?P<of>[^，。；：“”]{{0,8}})(?P<sides>既(?!然)[^，。；：]{{3,14}}，[也又还更][^，。；：]{{3,14}})){_ENDS}"
)
_UNFIT = re.compile(
    f"{any_of('disputed')}|{any_of('policy')}|{any_of('private')}|{any_of('weighty')}"
    "|[他她我你您它其此该]|[这那]|上述"
)
_GROUND = 40
"""Characters of the paragraph beside such a pair, that can bear it out."""
_FAR = re.compile(
    "制度|机制|体系|企业|平台|市场|政府|标准|管理|监管|资金|经费|工资|收入|成本|秘密|法|协商"
)
"""Of what others hold the balance."""


def balances(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """The first of what has two sides, in sentences that may be weighed."""
    for at, sentence, pair in searched(_BALANCE, parts):
        words, own = pair["words"], beside(parts, at)
        told = sum(len(part.text) for part in own) - len(words)
        weighed = political(words) or any(part.political for part in own)
        fits = balanced(words) and not _UNFIT.search(words) and sentence.paragraph
        both = _TO_BE.match(pair["sides"]) or _has_both(pair["sides"], own)
        if fits and told >= _GROUND and not weighed and both:
            find = within("balance", sentence, *pair.span("words"), 2.9)
            find.more.update({"told": "yes"} if _has_both(pair["sides"], own) else {})
            find.more.update({} if _FAR.search(sentence.text) else {"near": "yes"})
            yield find
            return


_FORMER = re.compile(
    f"{_BEGINS}(?P<words>前者[^，。；：“”]{{2,14}}，后者[^，。；：“”]{{2,14}}){_ENDS}"
)


def formers(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """What a text says of the former and of the latter, where it has named both before."""
    for at, sentence, pair in searched(_FORMER, parts):
        own = beside(parts, at)
        before = sum(len(part.text) for part in own if part.start < sentence.start)
        weighed = political(pair["words"]) or any(part.political for part in own)
        if before + pair.start("words") >= _GROUND and sentence.paragraph and not weighed:
            yield within("former", sentence, *pair.span("words"), 3.0)


_TO_BE = re.compile("既(?:要(?!靠)|认)(?![^，]*，[也又][^，]*不能)")
"""What has two sides to be kept in view."""


def _has_both(words: str, paragraph: Sequence[Sentence]) -> bool:
    """Whether the paragraph goes on to tell of both sides, by two signs of each."""
    own = "".join(part.text for part in paragraph).replace(words, "", 1)
    halves = [re.sub(_NO_SIDE, "", half) for half in words.split("，")]
    return all(
        any(half[n : n + 2] in own for n in range(len(half) - 1) if half[n : n + 2] not in _WORN)
        for half in halves
    )


_WORN = {"职工", "企业", "工会", "个人", "工人"}
_NO_SIDE = "^(?:既|也|又|还|更)(?:是|有|能|让)?|的"
"""What two sides are joined by, and tells of neither."""
