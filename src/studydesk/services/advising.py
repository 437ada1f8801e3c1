"""Advice on a question while it is written."""

from studydesk.domain.packet import Packet, Question
from studydesk.proof.asking import Hint, hints
from studydesk.study.anchors import about_the_same
from studydesk.study.suggestions import stem

__all__ = ["Hint", "advise"]


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
        repeated=bool(own) and own in (stem(other.text) for other in others),
        same_words=about_the_same(question.text, alike),
    )
