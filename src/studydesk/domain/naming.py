"""选段二 and 思考 2 in the user's own words: they go on to name what they named, whatever moves."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from studydesk.domain import passage_names, question_names
from studydesk.domain.own_words import own_words
from studydesk.domain.packet import Item, Packet
from studydesk.domain.passage_names import GONE, as_quoted


class Order(NamedTuple):
    """The ids of all that is numbered, in the order of its numbers."""

    passages: Sequence[str]
    questions: Sequence[str]


def order_of(packet: Packet) -> Order:
    """What a packet numbers. A question counts before it has words: one that is emptied and
    written anew is the same.
    """
    return Order(
        [item.id for item in passage_names.numbered(packet)],
        [question.id for question in packet.questions],
    )


def following(before: Packet, after: Packet) -> Packet:
    """The packet `after` an edit, where what names a passage or a question by its number goes on
    to name it: in all that was written before the edit and was not edited itself.
    """
    was, now = order_of(before), order_of(after)
    if all(map(_goes_on, was, now)):
        return after
    written = {item.id: item for item in before.items}
    read = as_quoted(before.passages)
    items = tuple(
        renumbered(item, was, now, read) if written.get(item.id) == item else item
        for item in after.items
    )
    return replace(after, items=items)


def _goes_on(was: Sequence[str], now: Sequence[str]) -> bool:
    """Whether all numbers are still those of the same."""
    return now[: len(was)] == was


def renumbered(item: Item, was: Order, now: Order, read: Collection[str] = ()) -> Item:
    """An item whose words name what is numbered by where it stands `now`; what is not there now
    is gone. What they quote of the texts that were `read` stays as it is.
    """
    if not _goes_on(was.passages, now.passages):
        item = passage_names.renumbered(item, was.passages, now.passages, read)
    if not _goes_on(was.questions, now.questions):
        item = question_names.renumbered(item, was.questions, now.questions, read)
    return item


def pointing_nowhere(packet: Packet) -> Iterator[tuple[str, str, str]]:
    """Where the user's own words name a passage or a question that is not there: item, field and
    the name as it stands.
    """
    there, read = order_of(packet), as_quoted(packet.passages)
    questions = len(question_names.numbered(packet))
    for item in packet.items:
        for field, text, _ in own_words(item):
            for passage in passage_names.names(text, read):
                if not 0 < passage.number <= len(there.passages):
                    yield item.id, field, f"选段{passage.written}"
            gone = text.count(GONE)
            for question in question_names.names(text, read):
                if question.highest > questions or GONE in question.text:
                    yield item.id, field, question.text
                gone -= question.text.count(GONE)
            for _ in range(gone):
                yield item.id, field, f"选段{GONE}"
