"""Which passage a hint for the facilitator speaks of: named as it is numbered when printed."""

import re
from dataclasses import replace

from studydesk.domain import edits
from studydesk.domain.packet import Packet, PassageItem, Question
from studydesk.handout import wording
from studydesk.handout.paragraphs import passage_paragraphs

_PLACE = re.compile(rf"{wording.PASSAGE}(?=第 ?\d+ ?[段句])")
_QUOTED = re.compile("“([^”]{3,})”")
_INNER_MARKS = str.maketrans("“”", "‘’")


def with_passage_named(question: Question, packet: Packet) -> Question:
    """The question with 选段二第 3 句 for 选段第 3 句 in what is expected, where a packet prints
    several passages: the passage whose words it quotes, the nearest above it first, else the one
    it stands behind.
    """
    passages = [
        item
        for item in packet.items
        if isinstance(item, PassageItem) and passage_paragraphs(item.passage)
    ]
    if len(passages) < 2 or not _PLACE.search(question.expected):
        return question
    here = edits.position(packet, question.id)
    above = [item for item in passages if edits.position(packet, item.id) < here]
    nearest_first = (*reversed(above), *passages[len(above) :])
    quoted = [item for item in nearest_first if _is_quoted(item, question)]
    for meant in (quoted or above[::-1])[:1]:
        name = wording.passage_label(passages.index(meant) + 1, len(packet.passages), "")
        return replace(question, expected=_PLACE.sub(name, question.expected))
    return question


def _is_quoted(item: PassageItem, question: Question) -> bool:
    """Whether a question quotes a passage; quotation marks within a quotation are single ones."""
    text = item.passage.text.translate(_INNER_MARKS)
    return any(words in text for words in _QUOTED.findall(question.text))
