"""Earlier states of a packet: compared with one another, written as a file, and gone back to."""

from dataclasses import replace
from pathlib import Path

from studydesk.domain.packet import Item, Packet, PassageItem
from studydesk.files import write_file
from studydesk.handout.redline import Redline


def write_comparison(found: Redline, path: Path) -> None:
    """Write a 花脸稿 as DOCX or HTML, as the file's ending says. Raises DiskFull or
    FileUnwritable.
    """
    from studydesk.export.redline import REDLINE_WRITERS  # the window opens without it

    write_file(path, REDLINE_WRITERS[path.suffix.lower().lstrip(".")](found))


def gone_back(now: Packet, earlier: Packet) -> Packet:
    """A packet as it was earlier. A passage of the same text is where it is by now: its page may
    have been tidied meanwhile.
    """
    known = {item.id: item for item in now.items}
    items = tuple(_in_place(item, known.get(item.id)) for item in earlier.items)
    return replace(earlier, id=now.id, items=items)


def _in_place(item: Item, now: Item | None) -> Item:
    if not isinstance(item, PassageItem) or not isinstance(now, PassageItem):
        return item
    if item.passage.text != now.passage.text:
        return item
    marked = replace(now.passage, operations=item.passage.operations)
    return replace(item, passage=replace(marked, citation=item.passage.citation))
