"""出处一览: every source once, at the end of a handout, in the order of the passages."""

from collections.abc import Iterator

from studydesk.domain.packet import Packet, PassageItem
from studydesk.domain.parts import Part
from studydesk.handout import wording
from studydesk.handout.choosing import prints
from studydesk.handout.citation import prose, reference
from studydesk.handout.model import Block, Paragraph, Run
from studydesk.handout.paragraphs import label, one_line
from studydesk.handout.style import Preset, Role


def references(packet: Packet, preset: Preset) -> Iterator[Block]:
    """The sources by GB/T 7714, in prose, or both, as was chosen."""
    forms = (Part.REFERENCES, reference), (Part.SOURCES, prose)
    asked = [form for part, form in forms if prints(packet, preset, part)]
    known: dict[tuple[str, ...], str] = {}
    for item in packet.items:
        if isinstance(item, PassageItem):
            told = tuple(one_line(form(item.passage.citation)) for form in asked)
            if any(told):
                known.setdefault(tuple(filter(None, told)), item.id)
    if known:
        yield label(Role.HEADING_1, wording.REFERENCES)
    for number, (told, item_id) in enumerate(known.items(), start=1):
        first, *others = told
        yield Paragraph(Role.REFERENCE, (Run(f"[{number}] {first}"),), item_id)
        for line in others:
            yield Paragraph(Role.REFERENCE, (Run(line),), item_id)
