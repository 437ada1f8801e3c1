"""The DOCX read back: by python-docx, by a validator, and by LibreOffice."""

import re
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Length
from docx.table import Table as WrittenTable
from hypothesis import given
from hypothesis import strategies as st
from openxml_audit import OpenXmlValidator

from studydesk.export.docx.writer import write_docx
from studydesk.handout.model import (
    AnswerBox,
    AnswerLines,
    Block,
    Edition,
    HandoutDocument,
    PageBreak,
    Paragraph,
    Run,
    Table,
)
from studydesk.handout.presets import PRESETS
from studydesk.handout.style import Preset, Role

ORDINARY, OFFICIAL, COLUMNS = (PRESETS[name] for name in ("普通讲义", "公文式讲义", "两栏资料"))
EVERY_BLOCK: tuple[Block, ...] = (
    *(Paragraph(role, (Run(f"{role.value}：“样张”。"),)) for role in Role if role != Role.FOOTER),
    Paragraph(Role.PASSAGE, (Run("甲"), Run("乙", bold=True), Run("丙", dotted=True), Run(" 丁 "))),
    Table((0.8, 0.2), ("环节", "分钟"), (("领读", "10"), ("议", "")), roles=(Role.TABLE_CELL,) * 2),
    Table((0.5, 0.5), (), (("做什么", ""),), heights=(30,)),
    AnswerLines(3),
    AnswerBox(4),
    PageBreak(),
    Paragraph(Role.BODY, (Run("另页"),), keep_with_next=True),
    AnswerLines(2),
)


def official_with(*, leading: float) -> Preset:
    """公文式讲义 with another distance of its lines, in points."""
    body = replace(OFFICIAL.style(Role.BODY), leading=leading)
    styles = {**OFFICIAL.styles, Role.BODY: body}
    return replace(OFFICIAL, styles=styles)


every_preset = pytest.mark.parametrize("preset", PRESETS.values(), ids=lambda preset: preset.name)

characters = st.characters(codec="utf-8", exclude_categories=["Cc", "Cn"])
runs = st.builds(Run, st.text(characters, min_size=1))
paragraphs = st.builds(Paragraph, st.sampled_from(Role), st.lists(runs, max_size=3).map(tuple))
blocks = st.one_of(
    paragraphs,
    st.builds(AnswerLines, st.integers(1, 9)),
    st.builds(AnswerBox, st.integers(1, 9)),
    st.builds(PageBreak),
)


def handout(*blocks: Block, preset: Preset = ORDINARY) -> HandoutDocument:
    return HandoutDocument("讲义", Edition.PARTICIPANT, preset, blocks, author="总装车间工会")


def reopened(document: HandoutDocument) -> Document:
    return docx.Document(BytesIO(write_docx(document)))


def texts(written: Document) -> Iterator[str]:
    for content in written.iter_inner_content():
        if isinstance(content, WrittenTable):
            yield from (cell.text for row in content.rows for cell in row.cells if cell.text)
        elif content.text and content.style and content.style.name != "Answer Box":
            yield content.text.replace("\n", "")  # a break, which is no character


def part(document: HandoutDocument, name: str) -> str:
    return ZipFile(BytesIO(write_docx(document))).read(name).decode("utf-8")


def of_tag(written: Document, tag: str) -> list[BaseOxmlElement]:
    return list(written.element.body.iter(qn(tag)))


# --- text ----------------------------------------------------------------------------------


@every_preset
def test_the_text_comes_back_block_by_block(preset: Preset) -> None:
    document = handout(*EVERY_BLOCK, preset=preset)
    assert list(texts(reopened(document))) == list(document.texts())


@given(st.lists(blocks, max_size=6))
def test_any_text_comes_back(made: list[Block]) -> None:
    document = handout(*made)
    assert list(texts(reopened(document))) == [text for text in document.texts() if text]


@every_preset
def test_every_paragraph_has_the_style_of_its_role(preset: Preset) -> None:
    document = handout(*EVERY_BLOCK, preset=preset)
    meant = [block.role.value for block in document.blocks if isinstance(block, Paragraph)]
    written = [each.style.name for each in reopened(document).paragraphs if each.style]
    own = {"Gap", "Answer Line", "Answer Box"}
    assert [name for name in written if name not in own] == meant


def test_bold_and_dots_are_styles_of_their_own() -> None:
    runs = (Run("甲"), Run("乙", bold=True), Run("丙", dotted=True))
    (paragraph,) = reopened(handout(Paragraph(Role.PASSAGE, runs))).paragraphs
    names = [run.style.name for run in paragraph.runs if run.style]
    assert names == ["Default Paragraph Font", "Strong", "Dotted Emphasis"]


def test_a_face_that_is_bold_already_is_not_made_bolder() -> None:
    (heading,) = reopened(handout(Paragraph(Role.HEADING_1, (Run("甲", bold=True),)))).paragraphs
    assert heading.runs[0].style.name == "Default Paragraph Font"


# --- styles --------------------------------------------------------------------------------


@every_preset
def test_sizes_and_leading_are_those_of_the_preset(preset: Preset) -> None:
    styles = reopened(handout(preset=preset)).styles
    for role in Role:
        written, meant = styles[role.value], preset.style(role)
        assert written.font.size.pt == pytest.approx(meant.size, abs=0.25)
        assert written.paragraph_format.line_spacing.pt == pytest.approx(meant.leading, abs=0.05)


def test_three_quarters_of_a_point_are_made_up_by_spacing() -> None:
    body = reopened(handout(preset=OFFICIAL)).styles["Body Text"]
    assert body.font.size.pt == 16
    assert body.element.rPr.find(qn("w:spacing")).get(qn("w:val")) == "-5"


def test_indents_are_counted_in_characters() -> None:
    indent = reopened(handout()).styles["Passage"].element.pPr.ind
    assert indent.get(qn("w:firstLineChars")) == "200"
    assert indent.get(qn("w:firstLine")) == "480"


def test_no_line_is_torn_apart_before_an_address() -> None:
    texts_of = ("见 https://www.example.org/2025/11/report.html。", "见 GB/T 9704-2012。")
    blocks = (Paragraph(Role.BODY, (Run(text),)) for text in texts_of)
    written = reopened(handout(*blocks)).paragraphs
    assert [each.alignment for each in written] == [WD_ALIGN_PARAGRAPH.LEFT, None]


def test_references_hang_by_the_width_of_their_number() -> None:
    indent = reopened(handout()).styles["Reference"].element.pPr.ind
    assert indent.get(qn("w:leftChars")) == indent.get(qn("w:hangingChars")) == "150"
    assert indent.get(qn("w:firstLine")) is None


@every_preset
def test_headings_are_in_the_outline(preset: Preset) -> None:
    styles = reopened(handout(preset=preset)).styles
    levels = [
        styles[f"Heading {n}"].element.pPr.find(qn("w:outlineLvl")).get(qn("w:val"))
        for n in (1, 2, 3)
    ]
    assert levels == ["0", "1", "2"]


@every_preset
def test_every_style_names_a_chinese_family(preset: Preset) -> None:
    styles = reopened(handout(preset=preset)).styles
    for role in Role:
        fonts = styles[role.value].element.rPr.rFonts
        assert fonts.get(qn("w:eastAsia")) == preset.style(role).typeface.family
        assert fonts.get(qn("w:hint")) == "eastAsia"


@every_preset
def test_nothing_is_left_of_the_librarys_own_template(preset: Preset) -> None:
    document = handout(*EVERY_BLOCK, preset=preset)
    archive = ZipFile(BytesIO(write_docx(document)))
    content = b"".join(map(archive.read, archive.namelist())).decode("utf-8")
    assert not re.search(r'Theme="|ja-JP|"Jpan"|MS Mincho|python-docx', content)
    assert not [name for name in archive.namelist() if "thumbnail" in name or "custom" in name]


def test_marks_are_set_close_and_never_begin_a_line() -> None:
    settings = part(handout(), "word/settings.xml")
    assert 'characterSpacingControl w:val="compressPunctuation"' in settings
    assert re.search(r'noLineBreaksBefore [^>]*w:val="[^"]*，', settings)
    assert re.search(r'noLineBreaksAfter [^>]*w:val="[^"]*《', settings)


# --- page ----------------------------------------------------------------------------------


@every_preset
def test_paper_and_margins_are_those_of_the_preset(preset: Preset) -> None:
    section = reopened(handout(preset=preset)).sections[0]
    page = preset.page
    lengths = (section.page_width, section.page_height, section.top_margin, section.left_margin)
    assert [length.mm for length in lengths if length] == pytest.approx(
        [page.width, page.height, page.top, page.left], abs=0.02
    )


def test_an_official_page_has_a_grid_of_22_lines() -> None:
    grid = of_tag(reopened(handout(preset=OFFICIAL)), "w:docGrid")[0]
    assert grid.get(qn("w:type")) == "lines"
    assert 22 * int(grid.get(qn("w:linePitch"))) <= 225 / 25.4 * 1440


@pytest.mark.parametrize("preset", [ORDINARY, official_with(leading=29)])
def test_no_grid_is_in_force_where_lines_do_not_fill_the_page(preset: Preset) -> None:
    """LibreOffice would put half of what is left over above the text."""
    grid = of_tag(reopened(handout(preset=preset)), "w:docGrid")[0]
    assert grid.get(qn("w:type")) is None


def test_official_page_numbers_stand_outside() -> None:
    section = reopened(handout(preset=OFFICIAL)).sections[0]
    odd, even = section.footer.paragraphs[0], section.even_page_footer.paragraphs[0]
    assert (odd.text, even.text) == ("— 1 —", "— 1 —")
    assert [footer._p.pPr.jc.get(qn("w:val")) for footer in (odd, even)] == ["right", "left"]


PARAGRAPH = Paragraph(Role.BODY, (Run("一"),))
TWO_PAGES = (PARAGRAPH, PageBreak(), PARAGRAPH)


def test_ordinary_page_numbers_count_all_pages() -> None:
    written = reopened(replace(handout(*TWO_PAGES), footer="主持人版"))
    assert written.sections[0].footer.paragraphs[0].text == "主持人版　第 1 页 共 1 页"


@pytest.mark.parametrize("footer", ["", "主持人版"])
def test_a_single_page_is_not_counted(footer: str) -> None:
    written = reopened(replace(handout(), footer=footer))
    assert written.sections[0].footer.paragraphs[0].text == footer


def test_fields_are_whole_so_that_every_program_prints_them() -> None:
    footer = part(handout(*TWO_PAGES), "word/footer1.xml")
    found = re.findall(r'fldCharType="(\w+)"|instrText[^>]*> (\w+) <', footer)
    steps = [kind or name for kind, name in found]
    assert steps == ["begin", "PAGE", "separate", "end", "begin", "NUMPAGES", "separate", "end"]


# --- tables and writing space ---------------------------------------------------------------


@every_preset
def test_tables_are_as_wide_as_the_text(preset: Preset) -> None:
    written = reopened(handout(*EVERY_BLOCK, preset=preset))
    for table in of_tag(written, "w:tbl"):
        grid = sum(int(column.get(qn("w:w"))) for column in table.iter(qn("w:gridCol")))
        assert grid / 1440 * 25.4 == pytest.approx(preset.page.column_width, abs=0.1)


def test_a_header_is_repeated_and_no_row_is_split() -> None:
    written = reopened(handout(*EVERY_BLOCK))
    assert len(of_tag(written, "w:tblHeader")) == 1
    assert len(of_tag(written, "w:cantSplit")) == len(of_tag(written, "w:tr"))


@pytest.mark.parametrize("block", [AnswerLines(3), AnswerBox(3)])
def test_lines_to_write_on_are_nine_millimetres_apart(block: Block) -> None:
    written = reopened(handout(block)).paragraphs
    pitch = {each.style.paragraph_format.line_spacing for each in written if each.style}
    rule = 0.5 / 72 * 25.4 if isinstance(block, AnswerLines) else 0
    assert [each.mm + rule for each in pitch if isinstance(each, Length)] == [
        pytest.approx(9, abs=0.02)
    ]
    assert len("\n".join(each.text for each in written).split("\n")) == 3


def test_no_two_rules_to_write_on_become_one() -> None:
    """Word processors draw one rule for paragraphs whose rules and indents are the same."""
    written = reopened(handout(AnswerLines(4))).paragraphs
    indents = [each.paragraph_format.right_indent for each in written]
    assert all(one != other for one, other in pairwise(indents))


# --- the file ------------------------------------------------------------------------------


@every_preset
def test_the_same_document_makes_the_same_bytes(preset: Preset) -> None:
    document = handout(*EVERY_BLOCK, preset=preset)
    assert write_docx(document) == write_docx(document)


def test_no_part_is_dated() -> None:
    entries = ZipFile(BytesIO(write_docx(handout()))).infolist()
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert entries[0].filename == "[Content_Types].xml"


def test_the_file_says_what_it_is() -> None:
    properties = reopened(handout()).core_properties
    assert (properties.title, properties.author) == ("讲义", "总装车间工会")
    assert (properties.category, properties.language) == ("学员版", "zh-CN")


def test_a_long_title_is_cut_in_the_properties_only() -> None:
    document = replace(handout(), title="长" * 300, author="某" * 300)
    properties = reopened(document).core_properties
    assert (len(properties.title), len(properties.author)) == (255, 255)


@every_preset
def test_a_validator_finds_nothing_wrong(preset: Preset, tmp_path: Path) -> None:
    path = tmp_path / "讲义.docx"
    path.write_bytes(write_docx(handout(*EVERY_BLOCK, preset=preset)))
    assert OpenXmlValidator().validate(path).errors == []


@pytest.mark.needs("soffice")
def test_libreoffice_reads_the_same_text(tmp_path: Path) -> None:
    document = handout(*EVERY_BLOCK, preset=OFFICIAL)
    path = tmp_path / "讲义.docx"
    path.write_bytes(write_docx(document))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    to_text = ("--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(tmp_path))
    subprocess.run(["soffice", profile, *to_text, str(path)], check=True, capture_output=True)
    read = (tmp_path / "讲义.txt").read_text("utf-8-sig")
    assert "".join(read.split()) == "".join("".join(document.texts()).split())


def test_a_long_title_on_a_cover_has_less_space_around_it() -> None:
    title = Paragraph(Role.COVER_TITLE, (Run("深入学习贯彻重要论述" * 16),))
    page = (title, Paragraph(Role.COVER_LINE, (Run("某工会"),)), PageBreak(), *EVERY_BLOCK)
    first, *_ = reopened(replace(handout(*page), cover=True)).paragraphs
    style = ORDINARY.style(Role.COVER_TITLE)
    after = first.paragraph_format.space_after
    assert after is not None
    assert after.pt < style.space_after
