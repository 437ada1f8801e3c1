"""Advice on a question while it is written."""

from studydesk.domain.packet import Packet, Question
from studydesk.proof.asking import Hint, hints
from studydesk.study.suggestions import stem

__all__ = ["Hint", "advise"]


def advise(question: Question, packet: Packet) -> tuple[Hint, ...]:
    """What could be better about a question of a packet; nothing for one without words."""
    others = [other.text for other in packet.questions if other.id != question.id]
    own = stem(question.text)
    return hints(
        question.text,
        question.kind,
        [passage.text for passage in packet.passages],
        titles=[passage.citation.title for passage in packet.passages],
        repeated=bool(own) and own in map(stem, others),
    )
