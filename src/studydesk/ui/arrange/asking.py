"""Which passage a question asks about, and questions that are still blank."""

from dataclasses import replace
from difflib import SequenceMatcher

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


class Rewritten:
    """Which questions were written anew, since they were first seen here or what is expected of
    them was last written, while that stayed as it was.
    """

    def __init__(self) -> None:
        self._written: dict[str, tuple[str, str]] = {}

    def is_so(self, question: Question) -> bool:
        """Whether what is expected was written for other words; a word or two changes little."""
        text, expected = self._written.get(question.id, ("", ""))
        if not text or expected != question.expected:
            self._written[question.id] = (question.text, question.expected)
            return False
        alike = SequenceMatcher(None, text, question.text, autojunk=False).ratio()
        return bool(expected.strip() and question.text.strip()) and alike < _ALIKE


_ALIKE = 0.75
"""How much of two wordings of one question is the same."""
