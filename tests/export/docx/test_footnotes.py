"""Sources as footnotes: on the page of their mark, in both formats, and never in the way."""

import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st
from openxml_audit import OpenXmlValidator
from tests.reading_back import bare

from studydesk.domain.article import SourceKind
from studydesk.domain.packet import Packet, PassageItem
from studydesk.domain.passage import Citation, Passage
from studydesk.export.docx.writer import write_docx
from studydesk.export.pdf.layout import lay_out
from studydesk.export.pdf.pages import NOTES_APART, Page
from studydesk.export.pdf.writer import write_pdf
from studydesk.handout.compose import compose
from studydesk.handout.model import Edition, HandoutDocument, Paragraph, Run
from studydesk.handout.presets import PRESETS
from studydesk.handout.style import Preset, Role, Sources

Handout = Callable[..., HandoutDocument]

with_notes = pytest.mark.parametrize(
    "preset",
    [
        replace(preset, sources=Sources.FOOTNOTE)
        for preset in PRESETS.values()
        if preset.page.columns == 1
    ],
    ids=lambda preset: preset.name,
)


def packet(passages: int) -> Packet:
    """Passages of some lines, each with a source of its own."""
    text = "文" * 90
    items = (
        PassageItem(Passage("s-1", 0, 90, text, citation=Citation(f"题{number}", ("某某",))))
        for number in range(passages)
    )
    return Packet("讲义", items=tuple(items))


def paragraphs(document: HandoutDocument) -> list[Paragraph]:
    return [block for block in document.blocks if isinstance(block, Paragraph)]


def noted(length: int, number: int = 1, note: str = "摘自某某的文章。") -> Paragraph:
    """A paragraph of this length that ends with the mark of a note."""
    runs = (Run("文" * length + "。"), Run("①", raised=True))
    return Paragraph(Role.PASSAGE, runs, f"item-{number}", note=f"① {note}")


# --- what is composed ----------------------------------------------------------------------


@with_notes
def test_each_passage_ends_with_a_mark_and_has_no_line_below(preset: Preset) -> None:
    written = paragraphs(compose(packet(1), Edition.PARTICIPANT, preset))
    assert [block.note for block in written if block.note] == ["① 摘自某某《题0》。"]
    assert Role.SOURCE_LINE not in {block.role for block in written}


def test_pages_with_columns_keep_the_line_below() -> None:
    preset = replace(PRESETS["两栏资料"], sources=Sources.FOOTNOTE)
    written = paragraphs(compose(packet(1), Edition.PARTICIPANT, preset))
    assert not any(block.note for block in written)
    assert Role.SOURCE_LINE in {block.role for block in written}


def test_marks_beyond_twenty_are_figures() -> None:
    preset = replace(PRESETS["公文式讲义"], sources=Sources.FOOTNOTE)
    written = paragraphs(compose(packet(21), Edition.PARTICIPANT, preset))
    marks = [block.note.split()[0] for block in written if block.note]
    assert (marks[0], marks[19], marks[20]) == ("①", "⑳", "21")


# --- on the pages of a PDF -----------------------------------------------------------------


def notes_of(page: Page) -> set[str]:
    return {note.block.item_id for note in page.notes}


@given(st.lists(st.integers(1, 300), min_size=1, max_size=12))
def test_a_note_stands_on_the_page_of_its_mark_and_below_its_text(
    handout: Handout, lengths: list[int]
) -> None:
    document = handout(*(noted(length, number) for number, length in enumerate(lengths)))
    height = document.preset.page.text_height * 72 / 25.4
    for page in lay_out(document).pages:
        ended = {
            placed.strip.block.item_id
            for placed in page.strips
            if "①" in "".join(line.line.text for line in placed.strip.lines)
        }
        assert notes_of(page) == ended
        if page.notes:
            bottom = page.strips[-1].top + page.strips[-1].strip.height
            assert bottom + NOTES_APART <= height - sum(note.height for note in page.notes) + 0.1


def test_a_mark_never_begins_a_line(handout: Handout) -> None:
    for length in range(20, 90):
        for page in lay_out(handout(noted(length))).pages:
            assert all(
                line.line.text[0] != "①" for placed in page.strips for line in placed.strip.lines
            )


def test_a_note_longer_than_a_quarter_of_a_page_follows_its_paragraph(handout: Handout) -> None:
    (page,) = lay_out(handout(noted(30, note="长" * 400))).pages
    assert not page.notes
    assert sum("长" in line.line.text for placed in page.strips for line in placed.strip.lines) > 5


@pytest.mark.needs("pdfinfo")
def test_the_structure_holds_notes_word_for_word(tmp_path: Path) -> None:
    preset = replace(PRESETS["公文式讲义"], sources=Sources.FOOTNOTE)
    path = tmp_path / "notes.pdf"
    path.write_bytes(write_pdf(compose(packet(2), Edition.PARTICIPANT, preset)).data)
    told = subprocess.run(
        ["pdfinfo", "-struct-text", path], check=True, capture_output=True, encoding="utf-8"
    ).stdout
    assert re.findall(r'Note [^\n]*\s*"([^"]*)"', told) == [
        "① 摘自某某《题0》。",
        "② 摘自某某《题1》。",
    ]
    assert f'"{"文" * 90}①"' in told


def test_a_source_that_was_told_before_is_the_same_as_that() -> None:
    preset = replace(PRESETS["普通讲义"], sources=Sources.FOOTNOTE)
    first, second = packet(2).items
    again = replace(first, id="again")
    document = compose(Packet("讲义", items=(first, second, again)), Edition.PARTICIPANT, preset)
    notes = [block.note for block in paragraphs(document) if block.note]
    assert notes == ["① 摘自某某《题0》。", "② 摘自某某《题1》。", "③ 出处同①。"]


def test_pages_of_one_site_and_day_are_not_the_same_source() -> None:
    web = Citation(newspaper="新华网", published=date(2025, 11, 3), kind=SourceKind.ONLINE)
    passages = [Passage("a", 0, 2, "文字", citation=replace(web, page=page)) for page in "甲乙甲"]
    preset = replace(PRESETS["普通讲义"], sources=Sources.FOOTNOTE)
    document = compose(
        Packet("讲义", items=tuple(map(PassageItem, passages))), Edition.PARTICIPANT, preset
    )
    notes = [block.note for block in paragraphs(document) if block.note]
    assert [note.startswith(f"{mark} 出处同") for mark, note in zip("①②③", notes, strict=True)] == [
        False,
        False,
        True,
    ]


# --- in a DOCX -----------------------------------------------------------------------------


def test_the_mark_before_a_note_is_as_large_as_the_note(handout: Handout) -> None:
    with ZipFile(BytesIO(write_docx(handout(noted(2))))) as parts:
        mark = parse_xml(parts.read("word/footnotes.xml")).find(f".//{qn('w:footnoteRef')}")
    assert mark is not None
    assert mark.getparent().find(f".//{qn('w:rStyle')}") is None


def text_with_notes(data: bytes) -> str:
    """The body of a file with each note behind its mark, as a reader sees it."""
    with ZipFile(BytesIO(data)) as parts:
        root = parse_xml(parts.read("word/footnotes.xml"))
    notes = {
        note.get(qn("w:id")): "".join(node.text or "" for node in note.iter(qn("w:t")))
        for note in root.iter(qn("w:footnote"))
    }
    told = ""
    body = docx.Document(BytesIO(data)).element.body
    for node in body.iter(qn("w:t"), qn("w:footnoteReference")):
        if node.tag == qn("w:t"):
            told += node.text or ""
        else:
            number = node.get(qn("w:id"))
            mark = chr(ord("①") + int(number) - 1)
            told += mark + mark + notes[number]
    return bare(told)


@with_notes
def test_a_docx_says_the_same_with_real_footnotes(preset: Preset) -> None:
    document = compose(packet(3), Edition.FACILITATOR, preset)
    assert text_with_notes(write_docx(document)) == bare("".join(document.texts()))


@with_notes
def test_a_validator_finds_nothing_wrong_with_footnotes(preset: Preset, tmp_path: Path) -> None:
    path = tmp_path / "notes.docx"
    path.write_bytes(write_docx(compose(packet(3), Edition.PARTICIPANT, preset)))
    assert list(OpenXmlValidator().validate(str(path)).errors) == []


@pytest.mark.needs("soffice", "pdftotext")
def test_libreoffice_sets_the_notes_once_each_and_as_many_pages(tmp_path: Path) -> None:
    preset = replace(PRESETS["普通讲义"], sources=Sources.FOOTNOTE)
    document = compose(packet(12), Edition.PARTICIPANT, preset)
    path = tmp_path / "notes.docx"
    path.write_bytes(write_docx(document))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        str(path),
    ]
    subprocess.run(command, check=True, capture_output=True)
    told = subprocess.run(
        ["pdftotext", "-raw", tmp_path / "notes.pdf", "-"],
        check=True,
        capture_output=True,
        encoding="utf-8",
    ).stdout
    assert [told.count(mark) for mark in "①②⑫"] == [2, 2, 2]
    assert abs(told.count("\f") - write_pdf(document).page_count) <= 1
