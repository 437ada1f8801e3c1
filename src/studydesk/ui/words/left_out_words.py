"""What of a packet a preset has no room for, in one sentence. No Qt."""

from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import chain

from studydesk.domain.own_words import own_words
from studydesk.domain.packet import Agenda, Packet, PassageItem
from studydesk.domain.parts import Part
from studydesk.domain.passage_names import chinese_number
from studydesk.domain.question_names import numbered
from studydesk.handout.choosing import chosen, prints
from studydesk.handout.places import Places
from studydesk.handout.style import Preset

_RANGE = 3
"""So many numbers in a row are told as a range."""


def left_out_sentence(packet: Packet, preset: Preset) -> str:
    """Which passages and questions are printed and which are not, where there is no room for all;
    else nothing. Questions that nobody chose are not meant.
    """
    if not (preset.limits.passages or preset.limits.questions):
        return ""
    printed = {item.id for item in chosen(packet, preset).items}
    passages = [item.id in printed for item in packet.items if isinstance(item, PassageItem)]
    questions = [question.id in printed for question in numbered(packet)]
    if not prints(packet, preset, Part.QUESTIONS):
        questions = []
    if all(passages) and all(questions):
        return ""
    kept = "、".join(_names(passages, questions, is_printed=True))
    none = "" if any(questions) or not questions else "；思考题都问到别的选段，不印"
    left_out = "，".join(_names(passages, questions, is_printed=False))
    who = "卡片" if preset.is_card else "这个版式"
    return f"{who}只印{kept}{none}；未印：{left_out}{_counts(packet, preset, len(passages))}"


def _counts(packet: Packet, preset: Preset, passages: int) -> str:
    """Where own words count all passages, which not all are printed, that they stay so."""
    printed = chosen(packet, preset)
    places = Places(printed)
    own = (own_words(item) for item in printed.items if not isinstance(item, Agenda))
    texts = (words.text for words in chain.from_iterable(own) if not words.kind.private)
    counted = dict.fromkeys(filter(None, (places.counted(text, passages) for text in texts)))
    words = "、".join(f"“{words.strip()}”" for words in counted)
    return f"；{words}照您写的印" if words else ""


def _names(
    passages: Sequence[bool], questions: Sequence[bool], *, is_printed: bool
) -> Iterator[str]:
    """选段二、三 and 思考题1, of which it is so; a single passage has no number."""
    kinds: tuple[tuple[str, Sequence[bool], Callable[[int], str]], ...] = (
        ("选段", passages, chinese_number if len(passages) > 1 else lambda _number: ""),
        ("思考题", questions, str),
    )
    for name, them, write in kinds:
        numbers = [number for number, so in enumerate(them, 1) if so is is_printed]
        if numbers:
            yield name + "、".join(_in_ranges(numbers, write))


def _in_ranges(numbers: Collection[int], write: Callable[[int], str]) -> Iterator[str]:
    """Numbers in order, those in a row as 二至五."""
    row: list[int] = []
    for number in (*numbers, 0):
        if row and number != row[-1] + 1:
            is_range = len(row) >= _RANGE
            yield from ([f"{write(row[0])}至{write(row[-1])}"] if is_range else map(write, row))
            row = []
        row.append(number)
