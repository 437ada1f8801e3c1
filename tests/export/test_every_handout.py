"""Every preset and edition, any choice of parts: the same text in both files, and sound files."""

import re
import subprocess
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pikepdf
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from pypdfium2 import PdfDocument
from tests.export.as_written import folio, with_contents
from tests.reading_back import bare, text_of_docx

from studydesk import paths
from studydesk.domain.edits import append, insert, set_parts
from studydesk.domain.packet import (
    AnswerSpace,
    FacilitatorNote,
    FurtherReading,
    Goals,
    Item,
    Packet,
    Question,
)
from studydesk.domain.parts import Part
from studydesk.export.docx.writer import write_docx
from studydesk.export.pdf.writer import write_pdf
from studydesk.handout.compose import compose
from studydesk.handout.model import ContentsLine, Edition, HandoutDocument, Paragraph
from studydesk.handout.presets import PRESETS
from studydesk.library.studypack import read_studypack

CANARY = "只给主持人看的话"
NEVER_FIRST = set("，。、；：！？）》」』”’】〕〉·％℃")
NEVER_LAST = set("（《「『“‘【〔〈")

every_preset = pytest.mark.parametrize("preset", PRESETS)
choices = st.none() | st.frozensets(st.sampled_from(Part))


def told_to_the_facilitator(item: Item) -> Item:
    """The item with a canary in every field that is for the facilitator only."""
    if isinstance(item, Question):
        return replace(item, intent=CANARY, expected=CANARY, follow_ups=CANARY)
    return item


@pytest.fixture(scope="module")
def packet() -> Packet:
    """The sample packet with every part, every answer space, and canaries."""
    sample = read_studypack(paths.resources() / "sample.studypack").packet
    spaces = [Question(f"还有什么？答在{space}里。", space=space) for space in AnswerSpace]
    sample = insert(
        sample, 0, Goals("说出技能断层指什么\n定下一件能做的事"), FacilitatorNote(CANARY)
    )
    sample = append(
        sample, *spaces, FurtherReading("王敏《工匠精神》\nhttps://example.org/" + "a/" * 40)
    )
    items = tuple(map(told_to_the_facilitator, sample.items))
    return replace(sample, items=items)


def document_of(
    packet: Packet, edition: Edition, preset: str, parts: frozenset[Part] | None
) -> HandoutDocument:
    return with_contents(compose(set_parts(packet, parts), edition, PRESETS[preset]))


def pages_of_pdf(data: bytes) -> list[str]:
    with PdfDocument(data) as file:
        return [page.get_textpage().get_text_range() for page in file]


def without_repeated_heads(text: str, document: HandoutDocument) -> str:
    """Heads of tables that go on are printed again, which the document does not tell."""
    for block in document.blocks:
        if header := bare("".join(getattr(block, "header", ()))):
            first, *others = text.split(header)
            text = first + header + "".join(others)
    return text


@settings(max_examples=12, phases=(Phase.reuse, Phase.generate))
@given(edition=st.sampled_from(Edition), preset=st.sampled_from(list(PRESETS)), parts=choices)
def test_docx_and_pdf_say_what_the_document_says(
    packet: Packet, edition: Edition, preset: str, parts: frozenset[Part] | None
) -> None:
    document = document_of(packet, edition, preset, parts)
    meant = bare("".join(document.texts()))
    assert text_of_docx(write_docx(document)) == meant
    pages = [bare(page) for page in pages_of_pdf(write_pdf(document).data)]
    for number, page in enumerate(pages, 1):
        assert page.endswith(folio(document, number, len(pages)))
    text = "".join(
        page.removesuffix(folio(document, number, len(pages)))
        for number, page in enumerate(pages, 1)
    )
    assert without_repeated_heads(text, document) == without_repeated_heads(meant, document)


@every_preset
def test_no_line_begins_or_ends_with_a_forbidden_mark(packet: Packet, preset: str) -> None:
    for edition in Edition:
        document = document_of(packet, edition, preset, frozenset(Part))
        for page in pages_of_pdf(write_pdf(document).data):
            lines = [line.strip() for line in page.splitlines() if line.strip()]
            assert not [line for line in lines if line[0] in NEVER_FIRST]
            assert not [line for line in lines if line[-1] in NEVER_LAST]


@pytest.mark.needs("qpdf")
@pytest.mark.needs("pdffonts")
@every_preset
def test_files_are_sound_and_fonts_embedded(packet: Packet, preset: str, tmp_path: Path) -> None:
    path = tmp_path / "讲义.pdf"
    path.write_bytes(
        write_pdf(document_of(packet, Edition.PARTICIPANT, preset, frozenset(Part))).data
    )
    subprocess.run(["qpdf", "--check", path], check=True, capture_output=True)
    fonts = subprocess.run(
        ["pdffonts", path], check=True, capture_output=True, encoding="utf-8"
    ).stdout.splitlines()[2:]
    assert fonts
    assert all(re.search(r" yes yes yes ", row) for row in fonts)


@every_preset
def test_nothing_for_the_facilitator_reaches_the_participants(packet: Packet, preset: str) -> None:
    for edition, found in ((Edition.PARTICIPANT, False), (Edition.FACILITATOR, True)):
        document = document_of(packet, edition, preset, frozenset(Part))
        in_docx = CANARY in text_of_docx(write_docx(document))
        in_pdf = CANARY in bare("".join(pages_of_pdf(write_pdf(document).data)))
        assert (in_docx, in_pdf) == (found, found)


# --- contents ------------------------------------------------------------------------------


@every_preset
def test_contents_name_the_pages_of_their_headings(packet: Packet, preset: str) -> None:
    long = replace(packet, items=packet.items * 3)
    document = document_of(long, Edition.PARTICIPANT, preset, frozenset(Part))
    lines = [block for block in document.blocks if isinstance(block, ContentsLine)]
    pages = [bare(page) for page in pages_of_pdf(write_pdf(document).data)]
    assert bool(lines) == (len(pages) > 7)
    for line in lines:
        assert bare(line.text) in pages[line.page - 1]


def test_a_short_handout_has_no_contents(packet: Packet) -> None:
    short = replace(packet, items=packet.items[:6])
    document = document_of(short, Edition.PARTICIPANT, "普通讲义", None)
    assert "目　录" not in document.texts()
    assert document.front is None


def test_contents_can_be_gone_to(packet: Packet) -> None:
    document = document_of(packet, Edition.PARTICIPANT, "大字版", None)
    lines = [block for block in document.blocks if isinstance(block, ContentsLine)]
    body = docx.Document(BytesIO(write_docx(document))).element.body
    marks = {mark.get(f"{{{body.nsmap['w']}}}name") for mark in body.iter("{*}bookmarkStart")}
    anchors = [link.get(f"{{{body.nsmap['w']}}}anchor") for link in body.iter("{*}hyperlink")]
    assert len(anchors) == len(lines) > 5
    assert set(anchors) <= marks
    fields = "".join(node.text or "" for node in body.iter("{*}instrText"))
    assert set(re.findall(r"PAGEREF (\S+)", fields)) == set(anchors)
    with pikepdf.open(BytesIO(write_pdf(document).data)) as pdf:
        links = [link for page in pdf.pages for link in page.get("/Annots", [])]
        assert len(links) == len(lines)
        assert all(link.Subtype == "/Link" for link in links)


def test_headings_stand_in_the_contents_in_their_order(packet: Packet) -> None:
    document = document_of(packet, Edition.PARTICIPANT, "口袋本 A5", None)
    headings = [heading.text for heading in document.headings()]
    lines = [block.text for block in document.blocks if isinstance(block, ContentsLine)]
    assert [text for text in headings if text in lines] == lines
    assert not any(isinstance(b, Paragraph) and b.text == "" for b in document.blocks)
