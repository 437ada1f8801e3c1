"""How a handout begins: with a masthead over the text, or with a cover."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from studydesk.domain.packet import Packet
from studydesk.handout import wording
from studydesk.handout.model import Block, HandoutDocument, PageBreak, Paragraph, Picture, Run
from studydesk.handout.paragraphs import one_line, paragraphs
from studydesk.handout.style import MILLIMETRE, Preset, Role


def masthead(packet: Packet, purpose: str, preset: Preset) -> Sequence[Block]:
    """题头: the logo, who hands out what and for whom, the title, and the facts of the session. Who
    and what are on a line each where they would not be on one.
    """
    session = packet.session
    issued = [*filter(None, (one_line(session.unit), purpose))]
    told = "　".join(issued)
    room = preset.page.text_width * MILLIMETRE / preset.style(Role.LABEL).size
    facts = (*_when_and_where(packet), f"{session.minutes}{wording.MINUTES}")
    shown = facts if session.minutes else facts[:-1]
    return (
        *_logo(preset, is_centred=False),
        *(
            Paragraph(Role.LABEL, (Run(part),))
            for part in ([told] if len(told) <= room else issued)
        ),
        *paragraphs(Role.TITLE, one_line(packet.title)),
        *paragraphs(Role.MASTHEAD, "　".join(filter(None, shown))),
    )


def for_group(document: HandoutDocument, group: str) -> HandoutDocument:
    """The handout with the name of one group (班组) in its masthead, in bold, before all else."""
    blocks = list(document.blocks)
    name = Run(one_line(group), bold=True)
    for at, block in enumerate(blocks):
        if isinstance(block, Paragraph) and block.role is Role.LABEL:
            blocks[at] = replace(block, runs=(name, Run("　"), *block.runs))
            return replace(document, blocks=tuple(blocks))
    return replace(document, blocks=(Paragraph(Role.LABEL, (name,)), *blocks))


def cover(packet: Packet, purpose: str, preset: Preset) -> Sequence[Block]:
    """封面: the same on a page of its own, the facts line by line."""
    below = (*_when_and_where(packet), purpose)
    return (
        *_logo(preset, is_centred=True),
        *paragraphs(Role.COVER_LINE, one_line(packet.session.unit)),
        *paragraphs(Role.COVER_TITLE, one_line(packet.title)),
        *(Paragraph(Role.COVER_LINE, (Run(line),)) for line in below if line),
        PageBreak(),
    )


def _logo(preset: Preset, *, is_centred: bool) -> Iterator[Picture]:
    """The preset's logo where it has one, no wider than the text."""
    logo = preset.logo
    if logo and logo.picture:
        height = min(logo.height, preset.page.text_width / logo.shape)
        width = height * logo.shape
        yield Picture(logo.picture, width, height, logo.description or wording.LOGO, is_centred)


def _when_and_where(packet: Packet) -> tuple[str, str, str]:
    session = packet.session
    host = one_line(session.host)
    return (
        wording.chinese_date(session.held_on) if session.held_on else "",
        one_line(session.place),
        wording.HOST + host if host else "",
    )
