"""Advice on a question while it is written."""

from difflib import SequenceMatcher

from studydesk.domain.packet import Packet, Question
from studydesk.proof.asking import Hint, hints
from studydesk.study.anchors import about_the_same
from studydesk.study.frames import stem

__all__ = ["Hint", "advise"]


_SAME, _WORDY = 0.85, 8
"""How much of two stems is the same where one only says the other in a word or two more, and the
characters of those that can be told so.
"""


def _alike(one: str, other: str) -> bool:
    """Whether two stems ask the same."""
    if one == other or min(len(one), len(other)) < _WORDY:
        return bool(one) and one == other
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _SAME


def advise(question: Question, packet: Packet) -> tuple[Hint, ...]:
    """What could be better about a question of a packet; nothing for one without words."""
    others = [other for other in packet.questions if other.id != question.id]
    alike = [other.text for other in others if other.kind is question.kind]
    own = stem(question.text)
    return hints(
        question.text,
        question.kind,
        [passage.text for passage in packet.passages],
        titles=[passage.citation.title for passage in packet.passages],
        repeated=any(_alike(own, stem(other.text)) for other in others),
        same_words=about_the_same(question.text, alike),
    )
