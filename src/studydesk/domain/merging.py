"""Two states of a packet made one: nothing of either is lost, and mine stays as it is."""

from dataclasses import replace

from studydesk.domain import edits
from studydesk.domain.packet import Item, Packet, PassageItem, Session, new_id


def merge(mine: Packet, theirs: Packet) -> Packet:
    """My state of a packet with what theirs has besides. An item that only they have goes behind
    the one that it is behind there; one that differs goes, as an item of its own, behind mine.
    Facts that I left empty are filled in. Merging the same again changes nothing.
    """
    merged = replace(mine, session=_filled(mine.session, theirs.session))
    have = {_words(item): item.id for item in mine.items}
    last = ""
    for item in theirs.items:
        there = next((known for known in mine.items if known.id == item.id), None)
        if there is not None and _words(there) == _words(item):
            last = item.id
        elif _words(item) in have:
            last = have[_words(item)]
        else:
            came = item if there is None else replace(item, id=new_id())
            at = edits.position(merged, there.id if there else last) + 1 if there or last else 0
            merged = edits.insert(merged, at, came)
            last = came.id
    return merged


def _words(item: Item) -> Item:
    """An item without what tells it from a copy of it: its id and where its passage stands."""
    if isinstance(item, PassageItem):
        bare = replace(item.passage, article_id="", start=0, end=0, before="", after="")
        item = replace(item, passage=bare)
    return replace(item, id="")


def _filled(mine: Session, theirs: Session) -> Session:
    return replace(
        mine,
        unit=mine.unit or theirs.unit,
        held_on=mine.held_on or theirs.held_on,
        place=mine.place or theirs.place,
        host=mine.host or theirs.host,
    )
