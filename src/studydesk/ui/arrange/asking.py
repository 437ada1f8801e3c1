"""Which passage a question asks about, and questions that are still blank."""

from dataclasses import replace

from studydesk.domain import edits
from studydesk.domain.packet import Item, Packet, PassageItem, Question


def blank_question(item: Item | None) -> Question | None:
    """The item where it is a question of which nothing is written."""
    if not isinstance(item, Question) or any(getattr(item, own.name).strip() for own in item.OWN):
        return None
    return item


def filled(blank: Question, offered: Item) -> Item:
    """What is offered in place of a blank question; what was chosen for that stays."""
    plain = Question("")
    fields = ("kind", "minutes", "space", "lines")
    chosen = [name for name in fields if getattr(blank, name) != getattr(plain, name)]
    return replace(offered, id=blank.id, **{name: getattr(blank, name) for name in chosen})


def passage_before(packet: Packet, question: Question) -> PassageItem | None:
    """The passage that a question asks about: the last one before it, if there is one."""
    before = packet.items[: edits.position(packet, question.id)]
    return next((item for item in reversed(before) if isinstance(item, PassageItem)), None)


def is_asked_about(packet: Packet, passage: PassageItem) -> bool:
    """Whether a packet has a question on a passage already."""
    questions = (item for item in packet.items if isinstance(item, Question))
    return any(
        passage_before(packet, question) is passage and not blank_question(question)
        for question in questions
    )
