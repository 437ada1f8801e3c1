"""How much there is to read in a packet."""

from dataclasses import dataclass

from studydesk.domain.article import count_characters
from studydesk.domain.own_words import own_words
from studydesk.domain.packet import Packet
from studydesk.domain.reading import reading_minutes


@dataclass(frozen=True, slots=True)
class Counts:
    """字数 of what participants read, and the minutes it takes to read the passages aloud."""

    characters: int
    minutes: int


def count(packet: Packet) -> Counts:
    """The counts of a packet; what only the facilitator sees is left out."""
    passages = sum(count_characters(passage.printed) for passage in packet.passages)
    words = sum(
        count_characters(words.text)
        for item in packet.items
        for words in own_words(item)
        if not words.kind.private
    )
    return Counts(passages + words, reading_minutes(passages))
