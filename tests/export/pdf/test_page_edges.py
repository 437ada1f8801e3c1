"""What stands at the head of pages, margins that change sides, and a logo, in both files."""

import re
import subprocess
from collections.abc import Iterable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pikepdf
import pytest
from docx.oxml.ns import qn
from openxml_audit import OpenXmlValidator
from PIL import Image
from pypdfium2 import PdfDocument
from tests.export.as_written import with_contents
from tests.reading_back import bare

from studydesk import paths
from studydesk.domain.packet import Packet
from studydesk.domain.parts import Part
from studydesk.export.docx.writer import write_docx
from studydesk.export.pdf.writer import write_pdf
from studydesk.handout.compose import compose
from studydesk.handout.model import Edition, HandoutDocument
from studydesk.handout.presets import PRESETS
from studydesk.handout.style import Limits, Logo, Preset
from studydesk.library.studypack import read_studypack
from studydesk.services import handouts
from studydesk.services.reading_back import read_back

HEADER = "工会学习·{题名}"


def a_logo() -> Logo:
    written = BytesIO()
    Image.new("RGB", (60, 30), (10, 10, 10)).save(written, "PNG")
    return Logo("标志.png", 10, "红旗厂标志", written.getvalue(), 2.0)


def designed(preset: str, *, mirrored: bool = True) -> Preset:
    known = PRESETS[preset]
    page = replace(known.page, mirrored=mirrored, left=30, right=15, top=max(known.page.top, 20))
    return replace(known, page=page, header=HEADER, logo=a_logo())


@pytest.fixture(scope="module")
def packet() -> Packet:
    return read_studypack(paths.resources() / "sample.studypack").packet


def printed(packet: Packet, preset: Preset, *, on_first: bool = True) -> HandoutDocument:
    return compose(packet, Edition.PARTICIPANT, replace(preset, header_on_first=on_first))


def first_lines(data: bytes) -> list[str]:
    """The words that stand highest on each page."""
    found = []
    with PdfDocument(data) as file:
        for page in file:
            words = page.get_textpage()
            tops = [words.get_charbox(at)[3] for at in range(words.count_chars())]
            highest = max(tops)
            found.append(
                "".join(
                    words.get_text_range(at, 1) for at, top in enumerate(tops) if top > highest - 6
                )
            )
    return found


@pytest.mark.parametrize("preset", PRESETS)
def test_the_header_stands_at_the_head_of_every_page(packet: Packet, preset: str) -> None:
    document = printed(packet, designed(preset))
    assert packet.title[:4] in document.header
    lines = first_lines(write_pdf(document).data)
    assert all(line.startswith("工会学习") for line in lines)
    section = docx.Document(BytesIO(write_docx(document))).sections[0]
    assert section.header.paragraphs[0].text == document.header


def test_the_first_page_may_be_without_a_header(packet: Packet) -> None:
    document = printed(packet, designed("公文式讲义"), on_first=False)
    first, *others = first_lines(write_pdf(document).data)
    assert "工会学习" not in first
    assert all("工会学习" in line for line in others)
    section = docx.Document(BytesIO(write_docx(document))).sections[0]
    assert section.different_first_page_header_footer
    assert section.first_page_header.paragraphs[0].text == ""
    assert "PAGE" in section.first_page_footer._element.xml
    assert section.even_page_header.paragraphs[0].text == document.header


def test_a_cover_has_no_header(packet: Packet) -> None:
    with_cover = replace(packet, parts=(Part.COVER,))
    document = printed(with_cover, designed("普通讲义"))
    assert "工会学习" not in first_lines(write_pdf(document).data)[0]


def test_what_is_too_long_for_the_page_is_cut_short(packet: Packet) -> None:
    document = printed(replace(packet, title="长" * 200), designed("口袋本 A5"))
    assert document.header.endswith("…")
    assert len(first_lines(write_pdf(document).data)[0]) == len(document.header)


@pytest.mark.parametrize("mirrored", [True, False])
def test_even_pages_have_the_binding_edge_on_the_right(packet: Packet, mirrored: bool) -> None:
    document = printed(packet, designed("普通讲义", mirrored=mirrored))
    with PdfDocument(write_pdf(document).data) as file:
        lefts = [
            min(
                words.get_charbox(at, loose=True)[0]
                for at in range(words.count_chars())
                if words.get_text_range(at, 1).strip()
            )
            for words in (page.get_textpage() for page in list(file)[:3])
        ]
    outer, inner = 15 * 72 / 25.4, 30 * 72 / 25.4
    assert lefts == pytest.approx([inner, outer if mirrored else inner, inner], abs=1.5)
    settings = docx.Document(BytesIO(write_docx(document))).settings.element
    assert (settings.find(qn("w:mirrorMargins")) is not None) == mirrored


def test_a_link_in_the_contents_lies_on_its_line(packet: Packet) -> None:
    document = printed(
        replace(packet, parts=(Part.CONTENTS, Part.COVER)),
        replace(designed("普通讲义"), contents_over=1),
    )
    with pikepdf.open(BytesIO(write_pdf(document).data)) as pdf:
        rectangle = pdf.pages[1].Annots[0].Rect
    assert float(rectangle[0]) == pytest.approx(15 * 72 / 25.4, abs=0.1)


def test_the_logo_stands_in_the_line_and_has_a_description(packet: Packet) -> None:
    document = printed(packet, designed("普通讲义"))
    body = docx.Document(BytesIO(write_docx(document))).element.body
    assert not list(body.iter(qn("wp:anchor")))
    (inline,) = body.iter(qn("wp:inline"))
    assert inline.docPr.get("descr") == "红旗厂标志"
    assert (inline.extent.cx, inline.extent.cy) == (20 * 36000, 10 * 36000)
    data = write_pdf(document).data
    with pikepdf.open(BytesIO(data)) as pdf:
        assert [len(page.get_images()) for page in pdf.pages][:2] == [1, 0]
        figure = pdf.Root.StructTreeRoot.K.K[0]
        assert (str(figure.S), str(figure.Alt)) == ("/Figure", "红旗厂标志")
    assert data == write_pdf(document).data


def test_a_cover_has_the_logo_in_its_middle(packet: Packet) -> None:
    document = printed(replace(packet, parts=(Part.COVER,)), designed("大字版"))
    (inline,) = docx.Document(BytesIO(write_docx(document))).element.body.iter(qn("wp:inline"))
    properties = inline.getparent().getparent().getparent().pPr
    assert properties.jc.get(qn("w:val")) == "center"


@pytest.mark.needs("qpdf")
@pytest.mark.parametrize("preset", PRESETS)
def test_files_with_all_of_it_are_sound(packet: Packet, preset: str, tmp_path: Path) -> None:
    document = printed(packet, designed(preset), on_first=False)
    path = tmp_path / "讲义.docx"
    path.write_bytes(write_docx(document))
    assert OpenXmlValidator().validate(path).errors == []
    path = tmp_path / "讲义.pdf"
    path.write_bytes(write_pdf(document).data)
    subprocess.run(["qpdf", "--check", path], check=True, capture_output=True)


@pytest.mark.parametrize("edition", Edition)
@pytest.mark.parametrize("preset", PRESETS)
def test_both_files_say_the_same_between_the_edges(
    packet: Packet, preset: str, edition: Edition
) -> None:
    document = with_contents(compose(packet, edition, designed(preset)))
    meant = bare("".join(document.texts()))
    body = docx.Document(BytesIO(write_docx(document))).element.body
    assert bare("".join(node.text or "" for node in body.iter("{*}t"))) == meant
    found = ""
    with PdfDocument(write_pdf(document).data) as file:
        for number, page in enumerate(file, 1):
            text = bare(page.get_textpage().get_text_range())
            header = bare(document.header_on(number))
            assert text.startswith(header)
            found += re.sub(r"(主持人版)?(—\d+—|第\d+页共\d+页)?$", "", text.removeprefix(header))
    heads = {bare("".join(getattr(block, "header", ()))) for block in document.blocks} - {""}
    assert without_repeats(found, heads) == without_repeats(meant, heads)


def without_repeats(text: str, heads: Iterable[str]) -> str:
    """Heads of tables that go on are printed again."""
    for head in heads:
        text = text.replace(head, "")
    return text


@pytest.mark.parametrize("preset", PRESETS)
def test_passages_are_found_again_in_files_with_headers(
    packet: Packet, preset: str, tmp_path: Path
) -> None:
    packet = replace(packet, preset="我们的")
    presets = {"我们的": replace(designed(preset), limits=Limits())}
    editions, formats = (Edition.PARTICIPANT, Edition.FACILITATOR), ("docx", "pdf")
    paths = handouts.export(packet, tmp_path, editions, formats, "我们的", presets=presets)
    made_for = [edition for edition in editions for _ in formats]
    checked = read_back(packet, zip(paths, made_for, strict=True), presets)
    assert (checked.differing, checked.unread) == ((), ())
    assert checked.passages >= 4
