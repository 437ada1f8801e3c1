"""Words of a passage that mean another time by the day it is read."""

import re
from collections.abc import Iterator

from studydesk.domain.packet import EditorNote, Packet, PassageItem
from studydesk.domain.passage import Insertion

_RELATIVE = re.compile("今年|去年|明年|前年")


def another_year(packet: Packet) -> Iterator[tuple[str, str, str]]:
    """A passage that says 今年 and was printed in another year than that of the session, with
    neither an insertion nor a note beside it that names the year.
    """
    held_on = packet.session.held_on
    for place, item in enumerate(packet.items):
        if not isinstance(item, PassageItem):
            continue
        published = item.passage.citation.published
        if not held_on or not published or published.year == held_on.year:
            continue
        beside = packet.items[max(0, place - 1) : place + 2]
        notes = [note.text for note in beside if isinstance(note, EditorNote)]
        notes += [o.text for o in item.passage.operations if isinstance(o, Insertion)]
        said = _RELATIVE.search(item.passage.text)
        if said and not any(str(published.year) in note for note in notes):
            yield item.id, "passage", said[0]
