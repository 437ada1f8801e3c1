"""What a paragraph opens with and then unfolds: a statement, with what is told to bear it out."""

import re
from collections.abc import Iterator, Sequence

from studydesk.study.claims import happened
from studydesk.study.contrasts import general, led_in
from studydesk.study.find import Find, within
from studydesk.study.interviews import named
from studydesk.study.sentences import Sentence, beside, political

_LABEL = re.compile("(?!问：|记者：|主持人：|笔者：)(?P<who>[一-龥]{1,4})：")
_SHORTEST, _LONGEST = 8, 26
_TOLD = 60
"""Characters behind an opening, in its paragraph, that unfold it."""
_CASE = re.compile("(?:^|[；。])(?:有的|一些|有些|有人|还有[的些]|另一些)")
"""How instances stand side by side."""
_COUNTED = re.compile(
    "[其第][一二三四五六七八]|[一二三四五六七八九][是要、]|首先|其次|再次|最后|（"
)
"""How an item of a row begins: headings know those."""
_TURNS = re.compile("但|然而|可(?![以能见])|不过|其实|当然")
"""How a text takes back what it has just said."""


def openings(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """The first sentence of a paragraph where it states something, and the rest says more of it."""
    for at, sentence in enumerate(parts):
        own = beside(parts, at)
        behind = "".join(part.text for part in own[1:])
        weighed = any(part.political for part in own)
        if sentence is not own[0] or not sentence.paragraph or not sentence.whole or weighed:
            continue
        label = _LABEL.match(sentence.text)
        low = led_in(sentence.text, label.end() if label else 0, len(sentence.text) - 1)
        words = sentence.text[low:-1]
        counted = _COUNTED.match(sentence.text)
        if counted or len(behind) < _TOLD or not _states(words) or _TURNS.match(behind):
            continue
        find = within("opening", sentence, low, len(sentence.text) - 1, 2.55)
        find.more["who"] = named(label["who"]) if label else ""
        find.more.update({"cases": "yes"} if len(_CASE.findall(behind)) > 1 else {})
        yield find


def _states(words: str) -> bool:
    """Whether words state something, by themselves, and tell of no single event."""
    fits = _SHORTEST <= len(words) <= _LONGEST and not re.search("[：“”？！—《]", words)
    return fits and general(words) and not happened(words) and not political(words)
