"""段号 in finished files: small figures in the indent, told apart from the text."""

import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pytest
from tests.export.conftest import Glyph

from studydesk.export.docx.characters import characters_of
from studydesk.export.docx.writer import write_docx
from studydesk.export.pdf.blocks import StripMaker
from studydesk.export.pdf.writer import write_pdf
from studydesk.handout.model import HandoutDocument, Paragraph, Run
from studydesk.handout.presets import PRESETS
from studydesk.handout.style import MILLIMETRE, Role

Handout = Callable[..., HandoutDocument]
TEXT = "产业工人队伍建设改革要落到车间、落到班组。" * 6
NUMBERED = ("普通讲义", "大字版", "两栏资料", "口袋本 A5")


@pytest.fixture
def document(handout: Handout) -> HandoutDocument:
    paragraphs = (Paragraph(Role.PASSAGE, (Run(TEXT),), number=number) for number in (1, 2, 10))
    return handout(*paragraphs, preset="普通讲义")


@pytest.mark.parametrize("name", NUMBERED)
def test_a_number_moves_no_character_of_the_text(name: str) -> None:
    def lines(number: int) -> Iterator[tuple[float, float, str]]:
        maker = StripMaker(PRESETS[name])
        for strip in maker.strips([Paragraph(Role.PASSAGE, (Run(TEXT),), number=number)]):
            for line in strip.lines:
                if not line.is_label:
                    yield line.x + line.line.start, line.y, line.drawing.operators

    assert list(lines(12)) == list(lines(0))


def test_a_number_stands_at_the_edge_on_the_line_of_the_text(
    document: HandoutDocument, glyphs_of: Callable[..., Iterator[list[Glyph]]]
) -> None:
    (page,) = glyphs_of(write_pdf(document).data, loose=True)
    number, first = page[0], page[1]
    style, left = PRESETS["普通讲义"].style(Role.PASSAGE), PRESETS["普通讲义"].page.left
    assert (number.text, first.text) == ("1", "产")
    assert number.left == pytest.approx(left * MILLIMETRE, abs=0.5)
    assert first.left - number.right > style.size
    assert number.top - number.bottom < first.top - first.bottom


@pytest.mark.parametrize(("left", "right"), [(0, 0), (1.5, 0), (1, 1), (3, 2)])
def test_a_number_has_room_however_its_paragraph_is_indented(left: float, right: float) -> None:
    preset = PRESETS["普通讲义"]
    style = replace(preset.style(Role.PASSAGE), left_indent=left, right_indent=right)
    maker = StripMaker(replace(preset, styles={**preset.styles, Role.PASSAGE: style}))
    first, *_ = maker.strips([Paragraph(Role.PASSAGE, (Run(TEXT),), number=12)])
    assert [line.line.text for line in first.lines if line.is_label] == ["12"]


@pytest.mark.needs("pdfinfo")
def test_the_structure_tells_a_number_from_its_paragraph(
    document: HandoutDocument, tmp_path: Path
) -> None:
    path = tmp_path / "讲义.pdf"
    path.write_bytes(write_pdf(document).data)
    command = ["pdfinfo", "-struct-text", str(path)]
    told = subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout
    rows = [row.strip() for row in told.splitlines()]
    assert [rows[at + 1] for at, row in enumerate(rows) if row.startswith("Lbl")] == [
        '"1"',
        '"2"',
        '"10"',
    ]
    assert rows.count(f'"{TEXT}"') == 3


def test_the_font_of_a_numbered_passage_is_that_of_passages(document: HandoutDocument) -> None:
    preset = document.preset
    styles = {**preset.styles, Role.PASSAGE: preset.style(Role.GUIDE)}
    in_kai = replace(document, preset=replace(preset, styles=styles))
    found = characters_of(docx.Document(BytesIO(write_docx(in_kai))))
    assert found["楷体", False] >= set(TEXT)
    assert found["黑体", True] >= set("1210")


def test_a_word_processor_has_a_style_for_numbers(document: HandoutDocument) -> None:
    file = docx.Document(BytesIO(write_docx(document)))
    for paragraph, number in zip(file.paragraphs[:3], ("1", "2", "10"), strict=True):
        assert paragraph.style is not None
        assert paragraph.style.name == "Passage Numbered"
        first, *rest = paragraph.runs
        assert first.style.name == "Paragraph Number"
        assert first.text == f"{number}\t"
        assert "".join(run.text for run in rest) == TEXT


@pytest.mark.parametrize("name", PRESETS)
def test_a_number_may_be_as_long_as_it_likes(name: str) -> None:
    numbered = Paragraph(Role.PASSAGE, (Run(TEXT),), number=123456)
    strip, *_ = StripMaker(PRESETS[name]).strips([numbered])
    assert strip.lines[0].line.text == "123456"
