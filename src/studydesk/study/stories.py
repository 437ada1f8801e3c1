"""What people in a story say, where the story tells more of it; and from where to where a text says
that things went.
"""

import re
from collections.abc import Iterator, Sequence

from studydesk.study.find import Find, within
from studydesk.study.sayings import quotable, spoken
from studydesk.study.sentences import Sentence, beside, political

_SHORTEST, _LONGEST = 7, 24
_GROUND = 50
"""Characters of the paragraph beside what somebody says, that tell what it is about."""


def sayings(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """What somebody with a name says last, the first in a paragraph that tells of it."""
    for at, sentence in enumerate(parts):
        own = beside(parts, at)
        told = sum(len(part.text) for part in own)
        if not sentence.whole or not sentence.paragraph or any(part.political for part in own):
            continue
        for low, high, who in spoken(parts, at):
            words = sentence.text[low:high]
            fits = _SHORTEST <= len(words) <= _LONGEST and quotable(words, parts, at)
            if who and fits and told - len(words) >= _GROUND and not political(words):
                find = within("saying", sentence, low, high, 2.58)
                find.more["who"] = who
                yield find
                return


_TURN = re.compile(
    "从“(?P<words>[^“”，。]{2,10})”(?:到|走?向|转向|变成|变为|转为)“(?P<last>[^“”，。]{2,10})”(?:的[^，。]{0,6})?。$"
)
_UNFOLDED = 60
"""Characters behind such a sentence, that tell the difference."""


def turns(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """From where to where, each between quotation marks, where a paragraph opens with that."""
    for at, sentence in enumerate(parts):
        own, turn = beside(parts, at), _TURN.search(sentence.text)
        told = sum(len(part.text) for part in own) - len(sentence.text)
        weighed = any(part.political for part in own)
        if turn and sentence is own[0] and sentence.paragraph and told >= _UNFOLDED and not weighed:
            find = within("turn", sentence, *turn.span("words"), 3.1)
            find.more["last"] = turn["last"]
            yield find
