"""Edits of a packet: pure functions, packet in, packet out. Undo keeps before and after.

Where passages or questions come, go or move, what names one by its number goes on to name it.
"""

from collections.abc import Collection
from dataclasses import replace

from studydesk.domain.naming import following, order_of, renumbered
from studydesk.domain.packet import Item, Packet, PassageItem, Session
from studydesk.domain.parts import Part
from studydesk.domain.passage import Citation
from studydesk.domain.passage_names import as_quoted
from studydesk.domain.vouching import Kept
from studydesk.errors import EditRefused


def position(packet: Packet, item_id: str) -> int:
    """Where an item stands, from 0. Raises EditRefused("no-such-item")."""
    for index, item in enumerate(packet.items):
        if item.id == item_id:
            return index
    raise EditRefused("no-such-item")


def insert(packet: Packet, at: int, *items: Item) -> Packet:
    """The packet with items put in before position `at` (clamped to the list)."""
    at = max(0, min(at, len(packet.items)))
    after = replace(packet, items=(*packet.items[:at], *items, *packet.items[at:]))
    return following(packet, after)


def append(packet: Packet, *items: Item) -> Packet:
    """The packet with items put at its end."""
    return insert(packet, len(packet.items), *items)


def remove(packet: Packet, item_ids: Collection[str]) -> Packet:
    """The packet without the items named."""
    left = tuple(item for item in packet.items if item.id not in item_ids)
    return following(packet, replace(packet, items=left))


def put_back(packet: Packet, at: int, items: Collection[Item], before: Packet) -> Packet:
    """The packet with items put in again that were taken out of it as it was `before`: what named
    them then names them again, unless it was written anew since.
    """
    after = insert(packet, at, *items)
    was, without, now = map(order_of, (before, packet, after))
    read = as_quoted(before.passages)
    written = {item.id: item for item in before.items}
    same = {item.id: item for item in (*packet.items, *items)}

    def told(item: Item) -> Item:
        first = written.get(item.id)
        if first is None or same[item.id] not in (first, renumbered(first, was, without, read)):
            return item
        return renumbered(first, was, now, read)

    return replace(after, items=tuple(map(told, after.items)))


def change(packet: Packet, item: Item) -> Packet:
    """The packet with the item of the same id replaced. Raises EditRefused("no-such-item")."""
    at = position(packet, item.id)
    return replace(packet, items=(*packet.items[:at], item, *packet.items[at + 1 :]))


def move(packet: Packet, item_ids: Collection[str], to: int) -> Packet:
    """The packet with the named items, in their order, set before what now stands at `to`."""
    to = max(0, min(to, len(packet.items)))
    moving = tuple(item for item in packet.items if item.id in item_ids)
    before = tuple(item for item in packet.items[:to] if item.id not in item_ids)
    after = tuple(item for item in packet.items[to:] if item.id not in item_ids)
    return following(packet, replace(packet, items=before + moving + after))


def rename(packet: Packet, title: str) -> Packet:
    """The packet under another title. Raises EditRefused("empty-title")."""
    title = title.strip()
    if not title:
        raise EditRefused("empty-title")
    return replace(packet, title=title)


def set_session(packet: Packet, session: Session) -> Packet:
    """The packet with other session facts."""
    return replace(packet, session=session)


def set_preset(packet: Packet, preset: str) -> Packet:
    """The packet to be printed with another preset, by name."""
    return replace(packet, preset=preset)


def set_parts(packet: Packet, parts: Collection[Part] | None) -> Packet:
    """The packet to be printed with these parts, or with those of its preset."""
    chosen = None if parts is None else tuple(part for part in Part if part in parts)
    return replace(packet, parts=chosen)


def set_tightness(packet: Packet, steps: int) -> Packet:
    """The packet to be printed with spaces and lines drawn in by so many steps, 0 for none."""
    return replace(packet, tightness=steps)


def keep(packet: Packet, kept: Kept) -> Packet:
    """The packet with something that a rule found in it let stand, in place of an earlier word
    about the same.
    """
    return replace(packet, kept=(*_others(packet, kept), kept))


def ask_again(packet: Packet, kept: Kept) -> Packet:
    """The packet with something that was let stand to be looked at again."""
    return replace(packet, kept=_others(packet, kept))


def _others(packet: Packet, kept: Kept) -> tuple[Kept, ...]:
    same = (kept.rule, kept.item_id, kept.field, kept.found)
    return tuple(
        one for one in packet.kept if (one.rule, one.item_id, one.field, one.found) != same
    )


def silence(packet: Packet, rule: str) -> Packet:
    """The packet with a proof rule that is not asked any more, by its id."""
    return replace(packet, silenced=tuple(sorted({*packet.silenced, rule})))


def hear(packet: Packet, rule: str) -> Packet:
    """The packet with a proof rule asked again."""
    return replace(packet, silenced=tuple(one for one in packet.silenced if one != rule))


def cite(packet: Packet, article_id: str, citation: Citation) -> Packet:
    """The packet with the citation of every passage from one article replaced."""
    return replace(
        packet,
        items=tuple(
            replace(item, passage=replace(item.passage, citation=citation))
            if isinstance(item, PassageItem) and item.passage.article_id == article_id
            else item
            for item in packet.items
        ),
    )
