"""What an excerpt loses, or brings along, when it is cut out of its article: looked at, never
changed.
"""

import re
from collections.abc import Iterator

from studydesk.domain.packet import EditorNote, Packet, PassageItem
from studydesk.domain.passage import Insertion, Omission, Passage
from studydesk.proof.words import unbalanced

Told = Iterator[tuple[str, str, str]]
"""Item, field, and what was found there."""

_SHOWN = 12
"""Characters by which a place is named."""
_OVERLAP = 20
"""Characters that a passage shares with those before it from which on they are printed twice."""

_QUALIFIES = re.compile(
    "[，；。]?(?:但|但是|然而|不过|除非|除[^，。]{1,20}外)|[^。]*?(?:前提下|条件下|范围内|原则上|除外)"
)
_POINTS_BACK = re.compile(
    "(?:这一|这些|这种|上述|前述|对此|为此|因此|由此|此外|该)(?!书|刊|报|站)|(?:但|但是|然而|而且)(?=[，\u4e00-\u9fff])"
)
_SHORT_NAME = re.compile("《(意见|建议|决定|通知|方案|规定|条例|办法|纲要|规划|报告)》")
_CLOSES = '。！？!?…”’」』）》】)"；：\n'
_LEFT_OUT = "……"


def _passages(packet: Packet) -> list[PassageItem]:
    return [item for item in packet.items if isinstance(item, PassageItem)]


def cut_qualifier(packet: Packet) -> Told:
    """Something left out of a passage that said to what the rest is limited (但…, 在…前提下)."""
    for item in _passages(packet):
        for operation in item.passage.operations:
            if isinstance(operation, Omission):
                gone = item.passage.text[operation.start : operation.end]
                if _QUALIFIES.match(gone):
                    yield item.id, "passage", gone[:_SHOWN]


def cut_pair(packet: Packet) -> Told:
    """A quotation mark or bracket that lost its partner to what was left out of a passage."""
    for item in _passages(packet):
        passage = item.passage
        is_cut = any(isinstance(operation, Omission) for operation in passage.operations)
        if is_cut and not any(unbalanced(passage.text)):
            printed = passage.printed
            for alone in unbalanced(printed):
                shown, _, _ = printed[alone.start :].partition(_LEFT_OUT)
                yield item.id, "passage", shown[:_SHOWN]


def cut_sentence(packet: Packet) -> Told:
    """A passage that begins or ends inside a sentence of its article, if only right before the
    mark that ends it, where it does not say by …… that something is left out.
    """
    for item in _passages(packet):
        passage, printed = item.passage, item.passage.printed
        before, after = passage.before.rstrip(" \u3000"), passage.after.lstrip(" \u3000")
        if before and before[-1] not in _CLOSES and not printed.startswith(_LEFT_OUT):
            yield item.id, "passage", passage.text[:_SHOWN]
        elif (
            after
            and after[0] != "\n"
            and passage.text[-1:] not in _CLOSES
            and not printed.endswith(_LEFT_OUT)
        ):
            yield item.id, "passage", passage.text[-_SHOWN:]


def points_back(packet: Packet) -> Told:
    """A passage that begins with what stood before it (这一…, 上述…) and is not printed there, or
    that names a document by a short name that it does not explain, with no insertion and no note
    beside it.
    """
    last: Passage | None = None
    for place, item in enumerate(packet.items):
        if not isinstance(item, PassageItem):
            continue
        passage, before, last = item.passage, last, item.passage
        beside = packet.items[max(0, place - 1) : place + 2]
        if any(isinstance(each, EditorNote) and each.text.strip() for each in beside):
            continue
        if any(isinstance(operation, Insertion) for operation in passage.operations):
            continue
        pointing = _POINTS_BACK.match(passage.text)
        if pointing and _is_led_up_to(passage, before):
            pointing = None
        if found := pointing or _unexplained(passage):
            yield item.id, "passage", found[0]


def _is_led_up_to(here: Passage, last: Passage | None) -> bool:
    """Whether nothing of its article stood before this passage, or that is printed right before it
    as the end of the last one.
    """
    if not here.start or last is None:
        return not here.start
    known = len(here.before) - (here.start - last.end)
    is_next = 0 <= known <= len(here.before) and not here.before[known:].strip()
    is_printed = last.article_id == here.article_id and not last.printed.endswith(_LEFT_OUT)
    return is_printed and is_next


def _unexplained(passage: Passage) -> re.Match[str] | None:
    """The short name of a document that the passage does not name in full, if there is one."""
    for short in _SHORT_NAME.finditer(passage.text):
        if not re.search(f"《[^《》]{{3,}}{short[1]}》|以下简称《?{short[1]}", passage.text):
            return short
    return None


def printed_twice(packet: Packet) -> Told:
    """A passage of which words of its article are printed that others before it print too."""
    before: dict[str, dict[int, set[str]]] = {}
    for item in _passages(packet):
        passage = item.passage
        earlier = before.setdefault(passage.article_id, {})
        own = {at: passage.text[at - passage.start] for at in _places(passage)}
        twice = {at for at, character in own.items() if character in earlier.get(at, ())}
        if len(twice) >= _OVERLAP:  # where a text is gone, another stands at its places
            yield item.id, "passage", passage.text[min(twice) - passage.start :][:_SHOWN]
        for at, character in own.items():
            earlier.setdefault(at, set()).add(character)


def _places(passage: Passage) -> set[int]:
    """The places in its article of the characters of a passage that are printed."""
    left_out = (each for each in passage.operations if isinstance(each, Omission))
    gone = (place for each in left_out for place in range(each.start, each.end))
    return set(range(passage.start, passage.end)).difference(passage.start + at for at in gone)
