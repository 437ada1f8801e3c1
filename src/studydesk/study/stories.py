"""From where to where a text says that things went."""

import re
from collections.abc import Iterator, Sequence

from studydesk.study.find import Find, within
from studydesk.study.sentences import Sentence, beside

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
