"""Which passage a question and its hints speak of: named as it is numbered when printed."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from studydesk.domain.packet import Packet, PassageItem, Question, SectionHeading
from studydesk.domain.passage_names import DIGITS, QUOTED, as_quoted, chinese_number, names
from studydesk.handout import wording
from studydesk.handout.paragraphs import lines

_PLACE = re.compile(rf"{wording.PASSAGE}(?=第 ?\d+ ?[段句])")
_TWO = "两"
"""How 2 is written before what is counted."""


def _all_of(number: int, left: int) -> re.Pattern[str]:
    """How a number of passages may be written as 五段 before 话, with 这 where one is left."""
    chinese = f"[二{_TWO}]" if number == 2 else chinese_number(number)
    names = f"(?:(?<!\\d){number}|(?<![{DIGITS}]){chinese})"
    lead = "(?:这 ?| )?" if left == 1 else ""
    return re.compile(rf"{lead}(?<!第)(?<!第 ){names} ?段(?=话|选文|选段)")


class Places:
    """Where the items of a packet stand, its passages that have words to print above all: they
    are numbered as they stand here.
    """

    def __init__(self, packet: Packet) -> None:
        self._items = packet.items
        self._at = {item.id: at for at, item in enumerate(packet.items)}
        self.passages = [
            item
            for item in packet.items
            if isinstance(item, PassageItem) and lines(item.passage.printed)
        ]
        last = self._at[self.passages[-1].id] if self.passages else 0
        self._is_between = any(isinstance(item, Question) for item in packet.items[:last])

    @cached_property
    def _texts(self) -> tuple[str, ...]:
        """As they are quoted: quotation marks within a quotation are single ones."""
        return as_quoted(item.passage for item in self.passages)

    def name_of(self, item_id: str) -> str:
        """What a passage is called, as 选段二; empty where it is the only one, or not printed."""
        printed = [item.id for item in self.passages]
        if len(printed) < 2 or item_id not in printed:
            return ""
        return wording.passage_label(printed.index(item_id) + 1, len(printed), "")

    def is_about(self, question: Question, printed: Sequence[PassageItem]) -> bool:
        """Whether a question can be answered where only these first passages are printed: it names
        or quotes no others. Where questions stand between the passages, one that neither names nor
        quotes any is about the passage above it.
        """
        named = self._named(question.text)
        quoted = [self._with(words) for words in QUOTED.findall(question.text)]
        needed = [*([self.passages[number - 1]] for number in named), *filter(None, quoted)]
        if needed:
            return all(any(item in printed for item in alike) for alike in needed)
        return self._above(question) in (None, *printed)

    def fitted(self, text: str, of: int) -> str:
        """A text that names passages, where of `of` passages only these are printed: 选段 without a
        number where there is one. What it counts stays as its author wrote it.
        """
        return self._without_number(text) if 1 == len(self.passages) < of else text

    def recounted(self, text: str, of: int) -> str:
        """A step of an agenda that goes through the passages, where of `of` only these are printed:
        领读这段选文 or 领读三段选文 where it counts all.
        """
        left = len(self.passages)
        if not 0 < left < of:
            return text
        count = {1: "这", 2: _TWO}.get(left) or chinese_number(left)
        return self.fitted(_all_of(of, left).sub(f"{count}段", text), of)

    def counted(self, text: str, of: int) -> str:
        """The words by which a text counts all of `of` passages, where fewer are printed; else an
        empty string.
        """
        left = len(self.passages)
        found = _all_of(of, left).search(text) if 0 < left < of else None
        return found[0] if found else ""

    def with_passage_named(self, question: Question) -> Question:
        """The question with 选段二第 3 句 for 选段第 3 句 in what is expected, where a packet has
        several passages: the passage whose words it quotes, the nearest above it first, else the
        one it stands behind.
        """
        if len(self.passages) < 2 or not _PLACE.search(question.expected):
            return question
        here = self._at[question.id]
        count = sum(self._at[item.id] < here for item in self.passages)
        above = self.passages[:count]
        nearest_first = [*reversed(above), *self.passages[count:]]
        quoted = [self._with(words) for words in QUOTED.findall(question.text)]
        meant = [item for item in nearest_first if any(item in alike for alike in quoted)]
        for item in (meant or above[::-1])[:1]:
            name = self.name_of(item.id)
            return replace(question, expected=_PLACE.sub(name, question.expected))
        return question

    def _without_number(self, text: str) -> str:
        """选段 for 选段 1 and 选段一, where it is the only one; with others it stays."""
        found = tuple(names(text, self._texts))
        for name in reversed(found):
            beside = {other.start - name.end for other in found}
            beside |= {name.start - other.end for other in found}
            if name.number == 1 and 1 not in beside:
                text = text[: name.start].rstrip(" ") + text[name.end :].removeprefix(" ")
        return text

    def _named(self, text: str) -> set[int]:
        """The numbers of passages that a text names, of those that there are."""
        return {name.number for name in names(text, self._texts)}.intersection(
            range(1, len(self.passages) + 1)
        )

    def _with(self, words: str) -> list[PassageItem]:
        """The passages that hold these words."""
        pairs = zip(self.passages, self._texts, strict=True)
        return [item for item, text in pairs if words in text]

    def _above(self, question: Question) -> PassageItem | None:
        """The passage of its section that a question stands below, where questions stand between
        the passages of a packet.
        """
        if not self._is_between:
            return None
        for item in reversed(self._items[: self._at[question.id]]):
            match item:
                case PassageItem():
                    return item
                case SectionHeading():
                    return None
        return None
