"""Which passage a question and its hints speak of: named as it is numbered when printed."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from studydesk.domain import edits
from studydesk.domain.packet import Packet, PassageItem, Question, SectionHeading
from studydesk.handout import wording
from studydesk.handout.paragraphs import passage_paragraphs

_PLACE = re.compile(rf"{wording.PASSAGE}(?=第 ?\d+ ?[段句])")
_DIGITS = "一二三四五六七八九十"
_NUMBER = rf"(?:\d+|[{_DIGITS}]+)"
_COUNTED = "个层点句段条种次位件项步处遍页行字词年月日时类节篇番倍代人家方部元岁天米组名"
_NAMED = re.compile(
    rf"{wording.PASSAGE} ?({_NUMBER}(?:[、和与及]{_NUMBER})*)"
    rf"(?!{_NUMBER}|[.%％]| ?(?:[{_COUNTED}]|分(?![析别辨])))"
)
"""选段二 and 选段一、二, but not 选段三层意思, 选段十分 or 选段 2026 年, which count what else
there is.
"""
_QUOTED = re.compile("“([^”]{3,})”")
_INNER_MARKS = str.maketrans("“”", "‘’")


def passages_in(packet: Packet) -> list[PassageItem]:
    """The passages of a packet that have words to print, as they are numbered."""
    return [
        item
        for item in packet.items
        if isinstance(item, PassageItem) and passage_paragraphs(item.passage)
    ]


def is_about(question: Question, printed: Sequence[PassageItem], packet: Packet) -> bool:
    """Whether a question can be answered where only the first passages of a packet are printed:
    it names or quotes no others. Where questions stand between the passages, one that neither
    names nor quotes any is about the passage above it.
    """
    passages = passages_in(packet)
    named = _named(question.text, len(passages))
    quoted = [
        [item for item in passages if words in _plain(item)]
        for words in _QUOTED.findall(question.text)
    ]
    needed = [*([passages[number - 1]] for number in named), *filter(None, quoted)]
    if needed:
        return all(any(item in printed for item in alike) for alike in needed)
    return _passage_above(question, passages[-1], packet) in (None, *printed)


def _named(text: str, count: int) -> set[int]:
    """The numbers of passages that a text names, of those that there are."""
    numbers = {name(number): number for number in range(1, count + 1) for name in _NAMES}
    named = (re.findall(_NUMBER, names) for names in _NAMED.findall(text))
    return {numbers[name] for name in chain.from_iterable(named) if name in numbers}


_NAMES = (str, wording.chinese_number)


def _passage_above(question: Question, last: PassageItem, packet: Packet) -> PassageItem | None:
    """The passage of its section that a question stands below, where questions stand between the
    passages of a packet.
    """
    at_last = edits.position(packet, last.id)
    if not any(isinstance(item, Question) for item in packet.items[:at_last]):
        return None
    for item in reversed(packet.items[: edits.position(packet, question.id)]):
        match item:
            case PassageItem():
                return item
            case SectionHeading():
                return None
    return None


def with_passage_named(question: Question, packet: Packet) -> Question:
    """The question with 选段二第 3 句 for 选段第 3 句 in what is expected, where a packet prints
    several passages: the passage whose words it quotes, the nearest above it first, else the one
    it stands behind.
    """
    passages = passages_in(packet)
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
    """Whether a question quotes a passage."""
    return any(words in _plain(item) for words in _QUOTED.findall(question.text))


def _plain(item: PassageItem) -> str:
    """The text of a passage as it is quoted: quotation marks within a quotation are single ones."""
    return item.passage.text.translate(_INNER_MARKS)
