"""How packets follow what is on record of their sources, forth and back.

What a packet says as the record does follows it. Where it said so before the record did, by its
own words, those stay when the step that put them on record is taken back.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, NamedTuple

from studydesk.domain.article import source_id_of
from studydesk.domain.packet import Item, Packet, PassageItem
from studydesk.services.citing import ON_RECORD, FactsChange, SourceFacts

OwnWords = frozenset[tuple[int, str, str]]
"""What a packet said by itself before a step put the same on record: the number of the step, the id
of the item, and the name of the fact. A later step takes no notice of it.
"""

NONE: OwnWords = frozenset()


class Said(NamedTuple):
    """A packet, and what of it are its own words though they are on record."""

    packet: Packet
    own: OwnWords = NONE


class Following:
    """What becomes of packets as a step changes the record: every passage of its sources with what
    is changed, as far as it said the same as was there before; titles and authors stay as they are
    cited. A passage that stands in many states of an undo history is looked at once.
    """

    def __init__(self, change: FactsChange, step: int = 0) -> None:
        self.change, self.number = change, step
        self._sources = {
            before.source_id: (before, after, _changed(before, after))
            for before, after in zip(*change, strict=True)
        }
        # By the ids of things that are kept beside what became of them, so that they stay theirs;
        # own words that are equal are one thing, lest they are compared for every item.
        self._own: dict[OwnWords, OwnWords] = {}
        self._items: dict[tuple[int, int], tuple[Item, Item, OwnWords]] = {}
        self._packets: dict[tuple[int, int], tuple[Packet, Said]] = {}

    def __call__(self, said: Said) -> Said:
        """A packet as it follows: the same one, where nothing in it does."""
        packet, own = said.packet, self._one(said.own)
        key = id(packet), id(own)
        if key not in self._packets:
            self._packets[key] = packet, self._follow(packet, own)
        return self._packets[key][1]

    def _one(self, own: OwnWords) -> OwnWords:
        """The same set for all that are equal."""
        return self._own.setdefault(own, own)

    def _follow(self, packet: Packet, own: OwnWords) -> Said:
        became = [self._item(item, own) for item in packet.items]
        if any(item is not anew for item, anew, _ in became):
            packet = replace(packet, items=tuple(anew for _, anew, _ in became))
        return Said(packet, self._one(own.union(*(more for *_, more in became if more))))

    def _item(self, item: Item, own: OwnWords) -> tuple[Item, Item, OwnWords]:
        key = id(item), id(own)
        if key not in self._items:
            self._items[key] = item, *self._passage(item, own)
        return self._items[key]

    def _passage(self, item: Item, own: OwnWords) -> tuple[Item, OwnWords]:
        if not isinstance(item, PassageItem):
            return item, NONE
        change = self._sources.get(source_id_of(item.passage.article_id))
        if change is None:
            return item, NONE
        before, after, names = change
        cited = item.passage.citation
        more = {name for name in names if getattr(cited, name) == getattr(after, name)}
        facts: dict[str, Any] = {
            name: getattr(after, name)
            for name in names
            if getattr(cited, name) == getattr(before, name)
            and cited.kind is before.kind  # or its packet takes it for quite another thing
            and (self.number, item.id, name) not in own
        }
        if facts:
            passage = replace(item.passage, citation=replace(cited, **facts))
            item = replace(item, passage=passage)
        return item, frozenset((self.number, item.id, name) for name in more)


def unchanged(own: OwnWords, before: Packet, after: Packet) -> OwnWords:
    """What are a packet's own words still after an edit of it: what that has left alone."""
    if not own:
        return own
    old, new = ({item.id: item for item in each.items} for each in (before, after))
    return frozenset(
        each for each in own if _says(old.get(each[1]), each[2]) == _says(new.get(each[1]), each[2])
    )


def _says(item: Item | None, name: str) -> object:
    return getattr(item.passage.citation, name) if isinstance(item, PassageItem) else None


def changes(step: FactsChange) -> FactsChange:
    """A step without the sources of which it changes nothing."""
    return _split((old, new) for old, new in zip(*step, strict=True) if old != new)


def still_as_left(step: FactsChange, on_record: Iterable[SourceFacts]) -> FactsChange:
    """What a step may put on record, forth or back: the facts of a source go as a whole, and only
    where the record is what it was before the step. What was set right since stays.
    """
    known = set(on_record)
    return _split((old, new) for old, new in zip(*step, strict=True) if old in known)


def _split(pairs: Iterable[tuple[SourceFacts, SourceFacts]]) -> FactsChange:
    kept = tuple(pairs)
    before, after = zip(*kept, strict=True) if kept else ((), ())
    return before, after


def _changed(before: SourceFacts, after: SourceFacts) -> list[str]:
    return [name for name in ON_RECORD if getattr(before, name) != getattr(after, name)]
