"""How much there is to read in a packet."""

from dataclasses import dataclass

from studydesk.domain.article import count_characters
from studydesk.domain.packet import (
    Action,
    Agenda,
    EditorNote,
    FacilitatorNote,
    FurtherReading,
    Goals,
    Guide,
    Item,
    Packet,
    PageBreak,
    PassageItem,
    Question,
    SectionHeading,
    Term,
)
from studydesk.domain.reading import reading_minutes


@dataclass(frozen=True, slots=True)
class Counts:
    """字数 of what participants read, and the minutes it takes to read the passages aloud."""

    characters: int
    minutes: int


def count(packet: Packet) -> Counts:
    """The counts of a packet; what only the facilitator sees is left out."""
    passages = sum(count_characters(passage.printed) for passage in packet.passages)
    words = sum(count_characters(_own_words(item)) for item in packet.items)
    return Counts(passages + words, reading_minutes(passages))


def _own_words(item: Item) -> str:
    """The user's own words in an item that participants see."""
    match item:
        case SectionHeading() | Goals() | Guide() | EditorNote() | Question() | FurtherReading():
            return item.text
        case PassageItem():
            return item.label
        case Term():
            return item.term + item.definition + item.origin
        case Agenda():
            return "".join(step.activity for step in item.steps)
        case Action():
            return item.prompt
        case FacilitatorNote() | PageBreak():
            return ""
