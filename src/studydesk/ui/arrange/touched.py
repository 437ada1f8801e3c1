"""Which items of a packet a step was about: where 编排 goes as it is taken back or done again."""

from collections.abc import Collection, Sequence

from studydesk.domain.packet import Packet


def touched(before: Packet, after: Packet, at: Collection[str], current: str) -> Sequence[str]:
    """The first item that the step put in or, where it did not, those it was made `at`; else what
    stands before the things that it took out; else what it changed: the current item, or the first
    one. By id.
    """
    old = {item.id: item for item in before.items}
    if new := [item.id for item in after.items if item.id not in old]:
        return new[:1]
    left = [item.id for item in after.items]
    if known := [item_id for item_id in at if item_id in left]:
        return known
    gone = next((place for place, item_id in enumerate(old) if item_id not in left), None)
    if gone is not None:
        return left[max(0, gone - 1) :][:1]
    changed = [item.id for item in after.items if old[item.id] != item]
    return [current] if current in changed else changed[:1]
