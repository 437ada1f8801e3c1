"""A heading across columns begins a page where it does so in the PDF."""

from dataclasses import replace
from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn

from studydesk import paths
from studydesk.domain.packet import Guide, Packet
from studydesk.export.docx.lines import heads_of_pages
from studydesk.export.docx.writer import write_docx
from studydesk.export.pdf.blocks import StripMaker
from studydesk.export.pdf.layout import lay_out
from studydesk.handout.compose import compose
from studydesk.handout.model import Edition, HandoutDocument, Paragraph, spans
from studydesk.handout.presets import PRESETS
from studydesk.library.studypack import read_studypack


@pytest.fixture(scope="module")
def packet() -> Packet:
    return read_studypack(paths.resources() / "sample.studypack").packet


def made(packet: Packet, preset: str, lines: int) -> HandoutDocument:
    """The participants' handout behind so many lines more."""
    more = tuple(Guide("导读占位的一行文字。", id=f"more-{n}") for n in range(lines))
    packet = replace(packet, preset=preset, items=(*more, *packet.items))
    return compose(packet, Edition.PARTICIPANT, PRESETS[preset])


def headings_at_heads(document: HandoutDocument) -> set[str]:
    """The headings before columns that begin a page of the PDF."""
    heads = heads_of_pages(lay_out(document, StripMaker(document.preset)))
    found = (document.blocks[number : number + 2] for number in heads if number)
    return {
        block.text
        for block, following in found
        if isinstance(block, Paragraph)
        and document.preset.style(block.role).outline
        and not spans(following, document.preset)
    }


def on_new_pages(document: HandoutDocument) -> set[str]:
    body = Document(BytesIO(write_docx(document))).element.body
    paragraphs = (each for each in body.iter(qn("w:p")) if each.find(f".//{qn('w:t')}") is not None)
    return {
        "".join(text.text for text in each.iter(qn("w:t")))
        for each in paragraphs
        if each.find(f"{qn('w:pPr')}/{qn('w:pageBreakBefore')}") is not None
    }


def test_a_heading_before_columns_begins_a_page_where_it_does_in_the_pdf(packet: Packet) -> None:
    """Word processors do not keep it with what stands in columns, but leave it alone."""
    told = {lines: made(packet, "两栏资料", lines) for lines in (2, 8, 10, 13)}
    at_heads = {lines: headings_at_heads(document) for lines, document in told.items()}
    assert any(at_heads.values())
    assert {n: on_new_pages(document) for n, document in told.items()} == at_heads


def test_where_there_are_no_columns_a_heading_is_only_kept_with_the_next(packet: Packet) -> None:
    assert on_new_pages(made(packet, "普通讲义", 8)) == set()
