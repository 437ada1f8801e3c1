"""Packet, edition and preset become one finished document, block by block.

What an edition does not print is left out here; no writer ever sees it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import assert_never

from studydesk.domain.packet import Agenda, Guide, Item, Packet, Question, SectionHeading
from studydesk.domain.parts import Part
from studydesk.handout import facilitator, wording
from studydesk.handout.choosing import chosen, is_cut_short, prints
from studydesk.handout.edges import edges
from studydesk.handout.item_walk import ItemWalk
from studydesk.handout.model import Block, Edition, HandoutDocument, PageBreak
from studydesk.handout.opening import cover, masthead
from studydesk.handout.paragraphs import one_line
from studydesk.handout.places import Places
from studydesk.handout.proof_sheet import UNCHECKED, Review, proof_blocks
from studydesk.handout.record import record_blocks
from studydesk.handout.style import Preset
from studydesk.handout.tightening import tightened


def compose(
    packet: Packet,
    edition: Edition,
    preset: Preset,
    review: Review = UNCHECKED,
    names: Sequence[str] = (),
) -> HandoutDocument:
    """One edition of a packet, set in a preset; `review` is what checks have found, for the
    proof sheet, `names` are of those who are to sign, for the record. Empty parts are not
    printed, nor are those that nobody chose.
    """
    forms = _for_forms(preset)
    match edition:
        case Edition.RECORD:
            blocks = record_blocks(chosen(packet, preset), forms, names)
        case Edition.PROOF:
            blocks = proof_blocks(chosen(packet, preset), review)
        case Edition.PARTICIPANT | Edition.FACILITATOR:
            return _handout(packet, edition, preset)
        case _:
            assert_never(edition)
    return _document(packet, edition, forms, blocks)


def _handout(packet: Packet, edition: Edition, preset: Preset) -> HandoutDocument:
    """学员版 or 主持人版: cover or masthead, then the packet's items, then references."""
    whole, preset = packet, tightened(preset, packet.tightness)
    packet = chosen(whole, preset)
    if is_cut_short(whole, packet):
        packet = replace(packet, session=replace(packet.session, minutes=0))
        packet = _fitted(packet, len(Places(whole).passages))
    purpose = wording.PURPOSE
    if for_facilitator := edition is Edition.FACILITATOR:
        purpose = wording.FACILITATOR_PURPOSE
    has_cover = prints(packet, preset, Part.COVER)
    begin = (cover if has_cover else masthead)(packet, purpose, preset)
    front = [*begin, *(facilitator.overview(packet) if for_facilitator else ())]
    walk = ItemWalk(packet, preset, for_facilitator=for_facilitator)
    document = _document(packet, edition, preset, (*front, *walk.blocks()))
    if prints(packet, preset, Part.CONTENTS):
        document = replace(document, front=len(begin) if has_cover else len(front))
    return replace(document, cover=has_cover)


def _fitted(packet: Packet, passages: int) -> Packet:
    """The packet with texts that fit what is left of so many passages."""
    places = Places(packet)

    def fitted(item: Item) -> Item:
        if isinstance(item, Guide | Question | SectionHeading):
            return replace(item, text=places.fitted(item.text, passages))
        if isinstance(item, Agenda):
            steps = (
                replace(step, activity=places.recounted(step.activity, passages))
                for step in item.steps
            )
            return replace(item, steps=tuple(steps))
        return item

    return replace(packet, items=tuple(map(fitted, packet.items)))


def _document(
    packet: Packet, edition: Edition, preset: Preset, blocks: Iterable[Block]
) -> HandoutDocument:
    around = edges(packet, edition, preset)
    return HandoutDocument(
        title=one_line(packet.title),
        edition=edition,
        preset=preset,
        blocks=tuple(_without_empty_pages(blocks)),
        author=one_line(packet.session.unit),
        **around._asdict(),
    )


def _for_forms(preset: Preset) -> Preset:
    """The preset that sheets to fill in are set in: another, or this one in a single column, with
    the same words at the edges of the page.
    """
    forms = preset.forms or replace(preset, page=replace(preset.page, columns=1))
    return replace(
        forms,
        page=replace(forms.page, mirrored=preset.page.mirrored),
        parts=preset.parts,
        header=preset.header,
        header_even=preset.header_even,
        header_on_first=preset.header_on_first,
        folio_on_first=preset.folio_on_first,
        footer=preset.footer,
    )


def _without_empty_pages(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks with one break where several meet, and none at the end."""
    waiting: PageBreak | None = None
    for block in blocks:
        if isinstance(block, PageBreak):
            waiting = waiting or block
            continue
        if waiting:
            yield waiting
            waiting = None
        yield block
