"""A question that is written anew from nothing: what named it by its number names it again."""

from studydesk.domain import edits
from studydesk.domain.packet import Item, Packet, Question


class Emptied:
    """Puts changed items into packets, and remembers the packet before a question was emptied."""

    def __init__(self) -> None:
        self._before: dict[str, Packet] = {}

    def changed(self, packet: Packet, item: Item) -> Packet:
        """The packet with an item changed; a question that has words again is named again by what
        named it when it had some.
        """
        was = packet.items[edits.position(packet, item.id)]
        if not (isinstance(was, Question) and isinstance(item, Question)):
            return edits.change(packet, item)
        had, has = bool(was.text.strip()), bool(item.text.strip())
        if had and not has:
            self._before[item.id] = packet
        before = self._before.pop(item.id, None) if has else None
        if has and not had and before is not None and before.id == packet.id:
            return edits.written_again(packet, item, before)
        return edits.change(packet, item)
