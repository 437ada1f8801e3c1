"""A file to look at that is made of what was kept from the last one is as if it were made anew."""

from dataclasses import replace

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from tests.export.random_packets import packets

from studydesk import paths
from studydesk.domain import passage
from studydesk.domain.edits import change, move
from studydesk.domain.packet import Guide, Packet
from studydesk.export import embedding
from studydesk.export.pdf.writer import PdfFile, write_pdf
from studydesk.handout import citation, paragraphs
from studydesk.handout.compose import compose
from studydesk.handout.model import Edition
from studydesk.handout.presets import PRESETS
from studydesk.handout.style import Preset
from studydesk.library.studypack import read_studypack

OTHER = replace(PRESETS["普通讲义"])

KEPT = (
    citation.prose,
    citation.reference,
    embedding._made,
    paragraphs._lines,
    paragraphs._paragraphs,
    paragraphs._passage_paragraphs,
    passage._printed,
)
"""What functions keep of what they were asked before."""


def seen(packet: Packet, edition: Edition, preset: Preset) -> PdfFile:
    return write_pdf(compose(packet, edition, preset), to_look_at=True)


def anew(packet: Packet, edition: Edition, preset: Preset) -> PdfFile:
    """Made after something in another design, of which nothing can be used again, and of nothing
    else that was kept.
    """
    write_pdf(compose(Packet("别的"), Edition.PARTICIPANT, OTHER), to_look_at=True)
    for kept in KEPT:
        kept.cache_clear()
    return seen(packet, edition, preset)


@pytest.fixture(scope="module")
def packet() -> Packet:
    sample = read_studypack(paths.resources() / "sample.studypack").packet
    items = tuple(
        replace(item, id=f"{item.id}-{time}") for time in range(4) for item in sample.items
    )
    return replace(sample, items=items)


@pytest.mark.parametrize("name", PRESETS)
@pytest.mark.parametrize("edition", [Edition.PARTICIPANT, Edition.FACILITATOR])
def test_edits_show_what_a_file_made_anew_shows(
    packet: Packet, edition: Edition, name: str
) -> None:
    preset = PRESETS[name]
    guide = next(item for item in packet.items if isinstance(item, Guide))
    longer = change(packet, replace(guide, text=guide.text + "改" * 90))
    edited = [packet, longer, move(longer, (longer.items[5].id,), 1), packet]
    after_edits = [seen(each, edition, preset) for each in edited]
    assert after_edits == [anew(each, edition, preset) for each in edited]


@settings(max_examples=20, phases=(Phase.reuse, Phase.generate))
@given(st.lists(packets, min_size=2, max_size=3), st.sampled_from(list(PRESETS)))
def test_nothing_of_one_packet_is_left_in_another(several: list[Packet], name: str) -> None:
    preset, edition = PRESETS[name], Edition.FACILITATOR
    in_turn = [seen(packet, edition, preset) for packet in several]
    assert in_turn == [anew(packet, edition, preset) for packet in several]
