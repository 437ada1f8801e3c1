"""出处一览: every source once, at the end of a handout, in the order of the passages."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from studydesk.domain.packet import Packet, PassageItem
from studydesk.domain.parts import Part
from studydesk.domain.passage import Citation
from studydesk.handout import wording
from studydesk.handout.choosing import prints
from studydesk.handout.citation import prose, reference
from studydesk.handout.model import Block, Paragraph, Run
from studydesk.handout.paragraphs import label, one_line
from studydesk.handout.style import Preset, Role

_SHORT = 6
"""Lines of a list up to which it stays on one page, with its heading."""


def references(packet: Packet, preset: Preset) -> Iterator[Block]:
    """The sources by GB/T 7714, in prose, or both, as was chosen. One of which too little is known
    for that is told as far as it is known; there is no list where nothing is known of any.
    """
    forms = (Part.REFERENCES, reference), (Part.SOURCES, prose)
    asked = [form for part, form in forms if prints(packet, preset, part)]
    if not asked:
        return
    cited: dict[Citation, str] = {}
    for item in packet.items:
        if isinstance(item, PassageItem) and one_line(item.passage.printed):
            cited.setdefault(item.passage.citation, item.id)
    known: dict[tuple[str, ...], str] = {}
    for citation, item_id in cited.items():
        told = tuple(filter(None, (one_line(form(citation)) for form in asked)))
        unknown = one_line(prose(citation)) or wording.SOURCE_UNKNOWN
        known.setdefault(told or (unknown,), item_id)
    if not set(known) - {(wording.SOURCE_UNKNOWN,)}:
        return
    yield label(Role.HEADING_1, wording.REFERENCES)
    rows = list(_rows(known))
    together = {0, len(rows) - 2}  # no line of the list stands alone
    for at, row in enumerate(rows):
        is_kept = at in together or len(rows) <= _SHORT
        yield replace(row, keep_with_next=is_kept and at < len(rows) - 1)


def _rows(known: Mapping[tuple[str, ...], str]) -> Iterator[Paragraph]:
    for number, (told, item_id) in enumerate(known.items(), start=1):
        first, *others = told
        mark = f"[{number}] "
        yield Paragraph(Role.REFERENCE, (Run(mark + first),), item_id, label=len(mark))
        for line in others:
            yield Paragraph(Role.REFERENCE, (Run(wording.IN_PROSE + line),), item_id)
