"""What a text says is to be done, in a few of its clauses, for whoever leads a talk to hear."""

import re
from collections.abc import Iterator, Sequence

from studydesk.study.contrasts import POINTS_AWAY
from studydesk.study.find import Find
from studydesk.study.headings import unfolded
from studydesk.study.reasons import reports
from studydesk.study.sentences import Sentence, beside, clauses
from studydesk.study.vocabulary import any_of
from studydesk.study.whose_words import political

_SHORTEST, _LONGEST = 5, 18
_LEAST, _MOST = 3, 5
_ANSWERED = {"item", "call", "opening", "contrast", "title-measure", "title-demand"}
"""What the sentences behind it in its paragraph unfold."""
_MEASURE = re.compile(
    f"{any_of('measure')}|(?:可以?)?用(?!人|工)|做到|选[好配]|允许|设置|明确|共同|测算|优化"
)
_ASKED = re.compile("(?:(?<![需主重总只首将快])要|应当?|应该|必须|可以?)$")
"""How a clause is said to be to do, right before it."""
_HALF = re.compile("[的和与为在是等中下后前时上里着]$|来说$|而言$|^通过")


def gist(find: Find, parts: Sequence[Sentence], at: int) -> tuple[str, ...]:
    """Three to five clauses behind what was found, of what is to be done, as many sentences as
    have some; none where what stands there is told, and not asked for.
    """
    if find.structure not in _ANSWERED or "；" in find.words or not find.sentence.paragraph:
        return ()
    item = find.structure not in ("call", "opening", "contrast")
    behind = unfolded(parts, at)[1:] if item else beside(parts, at)
    told = [[*_to_do(part)] for part in behind if part.start > find.sentence.start]
    rows = max(map(len, told), default=0)
    in_turn = [(row, n) for row in range(rows) for n in range(len(told)) if row < len(told[n])]
    words = dict.fromkeys(told[n][row] for n, row in sorted((n, r) for r, n in in_turn[:_MOST]))
    return tuple(words) if len(words) >= _LEAST else ()


def _to_do(sentence: Sentence) -> Iterator[str]:
    """The clauses of a sentence that say by themselves what is to be done."""
    if reports(sentence) or "？" in sentence.text:
        return
    for clause in clauses(sentence):
        words = clause.text
        asked = _ASKED.search(sentence.text[: clause.start - sentence.start])
        away = _HALF.search(words) or POINTS_AWAY.search(words) or political(words)
        fits = _SHORTEST <= len(words) <= _LONGEST and clause.plain and not away
        if fits and (asked or _MEASURE.match(words)):
            yield words
