"""Two states of a packet made one: nothing of either is lost, and mine stays as it is."""

from collections.abc import Mapping
from dataclasses import replace

from studydesk.domain import edits
from studydesk.domain.packet import Item, Packet, PassageItem, Session, new_id
from studydesk.domain.vouching import Kept


def merge(mine: Packet, theirs: Packet) -> Packet:
    """My state of a packet with what theirs has besides. An item that only they have goes behind
    the one that it is behind there; one that differs goes, as an item of its own, behind mine.
    Facts that I left empty are filled in; what they let stand is let stand in items that say what
    theirs say, where I said nothing of it. What I signed stays signed, as it was then. Merging
    the same again changes nothing.
    """
    merged = replace(mine, session=_filled(mine.session, theirs.session))
    mine_of, my_ids = _same(mine, theirs), {item.id for item in mine.items}
    is_same_head = (merged.title, merged.session) == (theirs.title, theirs.session)
    now = {**mine_of, **({"": ""} if is_same_head else {})}
    last = ""
    for item in theirs.items:
        if item.id in mine_of:
            last = mine_of[item.id]
            continue
        differs = item.id in my_ids
        behind = item.id if differs else last
        came = replace(item, id=new_id()) if differs else item
        merged = edits.insert(merged, edits.position(merged, behind) + 1 if behind else 0, came)
        last = now[item.id] = came.id
    return replace(merged, kept=_kept(mine, theirs, now))


def _kept(mine: Packet, theirs: Packet, now: Mapping[str, str]) -> tuple[Kept, ...]:
    """What either let stand; mine where both say something of the same, and theirs of what says
    the same here, by the ids that it has `now`: nobody answers for words that he never saw.
    """
    came = (replace(k, item_id=now[k.item_id]) for k in theirs.kept if k.item_id in now)
    merged = replace(mine, kept=())
    for kept in (*came, *mine.kept):
        merged = edits.keep(merged, kept)
    return merged.kept if set(merged.kept) != set(mine.kept) else mine.kept


def _same(mine: Packet, theirs: Packet) -> dict[str, str]:
    """Which of my items says what one of theirs says, by its id; each of mine for one of theirs,
    that with its own id first.
    """
    left: dict[Item, list[str]] = {}
    for item in mine.items:
        left.setdefault(_words(item), []).append(item.id)
    same: dict[str, str] = {}
    for item in theirs.items:
        if item.id in (ids := left.get(_words(item), [])):
            ids.remove(item.id)
            same[item.id] = item.id
    for item in theirs.items:
        if item.id not in same and (ids := left.get(_words(item), [])):
            same[item.id] = ids.pop(0)
    return same


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
