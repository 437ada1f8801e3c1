"""Finished PDF files, read back by other programs."""

import hashlib
import io
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from studydesk.export.pdf.writer import PdfFile, write_pdf
from studydesk.handout.model import (
    AnswerBox,
    AnswerLines,
    Block,
    HandoutDocument,
    PageBreak,
    Paragraph,
    Run,
    Table,
)
from studydesk.handout.paper import Folio
from studydesk.handout.presets import PRESETS
from studydesk.handout.style import Role

if TYPE_CHECKING:
    from tests.export.conftest import Glyph

Handout = Callable[..., HandoutDocument]
GlyphsOf = Callable[..., Iterator[list["Glyph"]]]

FOLIO = re.compile(r"^(?:学习资料\s*)?(?:—\s*\d+\s*—|第\s*\d+\s*页\s*共\s*\d+\s*页)$", re.MULTILINE)
_FEW_BLOCKS = 150
"""Some pages; pdfinfo reads a page anew for each of its elements."""
NEVER_FIRST = set("，。、；：！？）》」』”’】〕〉·％℃")
NEVER_LAST = set("（《「『“‘【〔〈")


def paragraph(text: str, role: Role = Role.BODY) -> Paragraph:
    return Paragraph(role, (Run(text),))


EDGES = (Role.HEADER, Role.FOOTER)
"""What stands outside of the text area."""


@pytest.fixture(scope="module", params=sorted(PRESETS))
def document(
    request: pytest.FixtureRequest, handout: Handout, seed_paragraphs: tuple[Paragraph, ...]
) -> HandoutDocument:
    """All that a handout can hold, and the five starter pages."""
    return handout(
        paragraph("发挥工会枢纽作用 赋能国内大循环", Role.TITLE),
        *(paragraph(f"这是{role.value}的样子。", role) for role in Role if role not in EDGES),
        Paragraph(Role.PASSAGE, (Run("重点"), Run("加点", dotted=True), Run("加粗", bold=True))),
        paragraph("怎样做——先想……再做？“‘十五五’时期”（一）、3∶1，it’s 50％。", Role.QUESTION),
        AnswerLines(4),
        AnswerBox(3),
        Table((0.2, 0.8), ("时间", "内容"), (("5分钟", "开场"), ("50分钟", "讨论。" * 20))),
        PageBreak(),
        *seed_paragraphs,
        preset=request.param,
        footer="学习资料",
    )


@pytest.fixture(scope="module")
def pdf(document: HandoutDocument) -> PdfFile:
    return write_pdf(document)


@pytest.fixture
def pdf_path(pdf: PdfFile, tmp_path: Path) -> Path:
    path = tmp_path / "handout.pdf"
    path.write_bytes(pdf.data)
    return path


def output(*command: str | Path) -> str:
    result = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
    return result.stdout


def operations(data: bytes) -> Iterator[tuple[Sequence[object], object]]:
    """Every drawing operation of every page."""
    with pikepdf.open(io.BytesIO(data)) as opened:
        for page in opened.pages:
            for instruction in pikepdf.parse_content_stream(page):
                yield list(instruction.operands), instruction.operator


def without_white_space(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.mark.needs("pdffonts")
def test_every_font_is_embedded_and_subset_and_leads_back_to_text(pdf_path: Path) -> None:
    rows = output("pdffonts", pdf_path).splitlines()[2:]
    assert rows
    for row in rows:
        assert re.search(r"\+StudyDesk\w+-\w+ +CID TrueType +Identity-H +yes yes yes ", row)


@pytest.mark.needs("pdftotext")
def test_the_text_is_the_text_of_the_document(pdf_path: Path, document: HandoutDocument) -> None:
    pages = output("pdftotext", "-raw", pdf_path, "-").split("\f")
    text = "".join(FOLIO.sub("", page) for page in pages)
    assert without_white_space(text) == without_white_space("".join(document.texts()))


@pytest.mark.needs("pdfinfo")
def test_the_structure_holds_the_texts_of_the_document(
    document: HandoutDocument, tmp_path: Path
) -> None:
    document = replace(document, blocks=document.blocks[:_FEW_BLOCKS])
    path = tmp_path / "handout.pdf"
    path.write_bytes(write_pdf(document).data)
    lines = output("pdfinfo", "-struct-text", path).splitlines()
    texts = [line.strip()[1:-1] for line in lines if line.strip().startswith('"')]
    assert without_white_space("".join(texts)) == without_white_space("".join(document.texts()))
    elements = [line.split()[0] for line in lines if line.endswith(" (block)")]
    assert elements == [element_of(block, document) for block in document.blocks if has_text(block)]


def has_text(block: Block) -> bool:
    return isinstance(block, Paragraph | Table)


def element_of(block: Block, document: HandoutDocument) -> str:
    if not isinstance(block, Paragraph):
        return "Table"
    if block.role in {Role.TITLE, Role.COVER_TITLE}:
        return "H1"  # by the role map
    level = document.preset.style(block.role).outline
    return f"H{level}" if level else "P"


@pytest.mark.needs("pdfinfo")
def test_a_paragraph_is_one_string_word_for_word(handout: Handout, tmp_path: Path) -> None:
    text = "参见 Karl Marx, Das Kapital（马克思《资本论》第1卷），全会精神 高端笔谈。" * 4
    path = tmp_path / "one.pdf"
    path.write_bytes(write_pdf(handout(paragraph(text))).data)
    assert output("pdfinfo", "-struct-text", path).splitlines()[2].strip() == f'"{text}"'


@pytest.mark.needs("qpdf")
def test_the_file_is_sound(pdf_path: Path) -> None:
    assert "No syntax or stream encoding errors found" in output("qpdf", "--check", pdf_path)


@pytest.mark.needs("pdfinfo")
def test_the_file_says_what_it_is(pdf_path: Path, pdf: PdfFile) -> None:
    info = dict(line.split(":", 1) for line in output("pdfinfo", pdf_path).splitlines())
    assert info["Title"].strip() == "学习讲义"
    assert info["Author"].strip() == "某工会"
    assert info["Subject"].strip() == "学员版"
    assert int(info["Pages"]) == pdf.page_count


def test_the_outline_lists_the_headings(pdf: PdfFile, document: HandoutDocument) -> None:
    with pypdfium2.PdfDocument(pdf.data) as opened:
        titles = [entry.get_title() for entry in opened.get_toc()]
    styles = document.preset.styles
    assert titles == [
        block.text
        for block in document.blocks
        if isinstance(block, Paragraph) and styles[block.role].outline
    ]


def test_no_ink_leaves_the_text_area_but_the_folio(
    pdf: PdfFile, document: HandoutDocument, glyphs_of: GlyphsOf
) -> None:
    page, millimetre = document.preset.page, 72 / 25.4
    left, right = page.left * millimetre, (page.width - page.right) * millimetre
    bottom, top = page.bottom * millimetre, (page.height - page.top) * millimetre
    for glyphs in glyphs_of(pdf.data):
        assert min(glyph.left for glyph in glyphs) >= left - 0.5
        assert max(glyph.right for glyph in glyphs) <= right + 0.5
        assert max(glyph.top for glyph in glyphs) <= top
        below = "".join(glyph.text for glyph in glyphs if glyph.top < bottom)
        assert FOLIO.match(below)


def test_a_file_to_look_at_shows_the_same_pages(document: HandoutDocument, pdf: PdfFile) -> None:
    seen = write_pdf(document, to_look_at=True)
    assert replace(seen, data=b"") == replace(pdf, data=b"")
    with (
        pypdfium2.PdfDocument(seen.data) as looked_at,
        pypdfium2.PdfDocument(pdf.data) as kept,
    ):
        assert not list(looked_at.get_toc())
        for number in (0, 1, pdf.page_count - 1):
            one, other = (
                bytes(file[number].render(scale=1, grayscale=True).buffer)
                for file in (looked_at, kept)
            )
            assert one == other


def rows_of(glyphs: list["Glyph"]) -> Iterator[list["Glyph"]]:
    """The lines of a page, told apart by where the text goes back to the left."""
    row: list[Glyph] = []
    for glyph in glyphs:
        if row and glyph.right < row[-1].left:
            yield row
            row = []
        row.append(glyph)
    yield row


def test_the_lines_of_finished_pages_obey_the_rules(
    pdf: PdfFile, document: HandoutDocument, glyphs_of: GlyphsOf
) -> None:
    right = (document.preset.page.width - document.preset.page.right) * 72 / 25.4
    left = document.preset.page.left * 72 / 25.4
    continued = False
    for glyphs in glyphs_of(pdf.data):
        for row in rows_of(glyphs):
            text = "".join(glyph.text for glyph in row)
            if FOLIO.match(text):
                continue
            if continued and row[0].left < left + 4:
                assert text[0] not in NEVER_FIRST, text
            continued = row[-1].right > right - 4
            assert not continued or text[-1] not in NEVER_LAST, text


def test_lines_of_body_text_end_flush(
    handout: Handout, seed_paragraphs: tuple[Paragraph, ...], glyphs_of: GlyphsOf
) -> None:
    right = (28 + 156) * 72 / 25.4
    last_words = tuple(block.text[-9:] for block in seed_paragraphs)
    pages = glyphs_of(write_pdf(handout(*seed_paragraphs[:120])).data, loose=True)
    rows = [row for glyphs in pages for row in rows_of(glyphs) if len(row) > 26]
    ends = [
        row[-1].right
        for row in rows
        if "\u4e00" <= row[-1].text <= "\u9fff"
        and not "".join(glyph.text for glyph in row).endswith(last_words)
    ]
    assert len(ends) > 150
    assert all(abs(end - right) < 0.1 for end in ends)


@pytest.mark.needs("pdftotext")
def test_all_8105_characters_come_back(
    handout: Handout, general_standard_characters: str, tmp_path: Path
) -> None:
    roles = (Role.BODY, Role.GUIDE)
    pdf = write_pdf(handout(*(paragraph(general_standard_characters, role) for role in roles)))
    path = tmp_path / "all.pdf"
    path.write_bytes(pdf.data)
    text = FOLIO.sub("", output("pdftotext", path, "-").replace("\f", "\n"))
    assert pdf.substitutions == ()
    assert without_white_space(text) == general_standard_characters * len(roles)


def test_an_emphasis_dot_is_drawn_and_is_no_text(handout: Handout, glyphs_of: GlyphsOf) -> None:
    def written(*, dotted: bool) -> bytes:
        return write_pdf(handout(Paragraph(Role.BODY, (Run("重点，", dotted=dotted),)))).data

    def strokes(data: bytes) -> int:
        return sum(str(operator) == "S" for _, operator in operations(data))

    dotted, plain = written(dotted=True), written(dotted=False)
    assert strokes(dotted) - strokes(plain) == 2
    assert [glyph.text for page in glyphs_of(dotted) for glyph in page] == [
        glyph.text for page in glyphs_of(plain) for glyph in page
    ]


def test_two_dashes_are_one_stroke_of_two_squares(handout: Handout, glyphs_of: GlyphsOf) -> None:
    (glyphs,) = glyphs_of(write_pdf(handout(paragraph("你——我"))).data)
    first, second = glyphs[1:3]
    assert second.left - first.right < 0.3
    assert second.right - first.left == pytest.approx(1.9 * 15.75, abs=0.3)


def test_everything_is_black(pdf: PdfFile) -> None:
    colours = {
        (str(operator), *(float(str(operand)) for operand in operands))
        for operands, operator in operations(pdf.data)
        if str(operator) in {"g", "G", "rg", "RG", "k", "K", "sc", "SC", "scn", "SCN", "gs"}
    }
    assert colours <= {("g", 0.0), ("G", 0.0), ("rg", 0.0, 0.0, 0.0), ("RG", 0.0, 0.0, 0.0)}


def test_two_processes_write_the_same_bytes(tmp_path: Path) -> None:
    program = """
import hashlib
from studydesk.export.pdf.writer import write_pdf
from studydesk.handout.model import Edition, HandoutDocument, Paragraph, Run
from studydesk.handout.presets import PRESETS
from studydesk.handout.style import Role
blocks = tuple(Paragraph(role, (Run("学习《意见》，2025年——", bold=True),)) for role in Role)
document = HandoutDocument("讲义", Edition.FACILITATOR, PRESETS["公文式讲义"], blocks)
print(hashlib.sha256(write_pdf(document).data).hexdigest())
"""
    runs = [
        subprocess.run(
            [sys.executable, "-c", program],
            env={"PYTHONPATH": ":".join(sys.path), "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
            encoding="ascii",
        ).stdout
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1]


def test_what_was_written_before_changes_no_byte(handout: Handout) -> None:
    document = handout(paragraph("学习贯彻《意见》，2025年。"), paragraph("第二段"))
    first = write_pdf(document).data
    write_pdf(handout(paragraph("别的字先写过：习学、二〇二五"), paragraph("第二段", Role.TITLE)))
    assert write_pdf(document).data == first


def test_threads_may_write_at_the_same_time(handout: Handout) -> None:
    document = handout(paragraph("学习贯彻精神，" * 60))
    with ThreadPoolExecutor(4) as pool:
        files = list(pool.map(write_pdf, [document] * 8))
    assert len({hashlib.sha256(file.data).hexdigest() for file in files}) == 1


@given(st.lists(st.text(max_size=80), max_size=4), st.sampled_from(Role), st.booleans())
def test_any_text_can_be_written(
    handout: Handout, texts: list[str], role: Role, bold: bool
) -> None:
    runs = [Paragraph(role, (Run(text, bold=bold, dotted=not bold),)) for text in texts]
    table = Table((0.1, 0.9), ("甲", "乙"), tuple((text, text[::-1]) for text in texts))
    assert write_pdf(handout(*runs, table)).page_count >= 1


@pytest.mark.needs("pdftotext", "pdfinfo")
def test_a_character_that_no_face_has_is_told_and_comes_back(
    handout: Handout, tmp_path: Path
) -> None:
    text = "缺\U00020000字😀和龘，有𬭎"
    pdf = write_pdf(handout(paragraph(text)))
    path = tmp_path / "rare.pdf"
    path.write_bytes(pdf.data)
    assert [substitution.character for substitution in pdf.substitutions] == list("\U00020000😀龘")
    assert output("pdftotext", path, "-").splitlines()[0] == text
    assert f'"{text}"' in output("pdfinfo", "-struct-text", path)


def test_a_character_that_no_face_has_is_drawn_as_a_box(handout: Handout) -> None:
    assert ink_of(write_pdf(handout(paragraph("\U00020000"))).data) == ink_of(
        write_pdf(handout(paragraph("□"))).data
    )


def ink_of(data: bytes) -> bytes:
    """The first page as a picture."""
    with closing(pypdfium2.PdfDocument(data)) as pdf:
        return bytes(pdf[0].render().buffer)


@pytest.mark.parametrize(("preset", "duplex"), [("公文式讲义", True), ("普通讲义", False)])
def test_what_is_meant_for_both_sides_says_so(handout: Handout, preset: str, duplex: bool) -> None:
    with pikepdf.open(io.BytesIO(write_pdf(handout(paragraph("一"), preset=preset)).data)) as pdf:
        wanted = pdf.Root.ViewerPreferences.get("/Duplex")
    assert (str(wanted) == "/DuplexFlipLongEdge") == duplex


def test_what_has_other_edges_on_even_pages_is_meant_for_both_sides() -> None:
    plain = replace(PRESETS["普通讲义"], header="", folio=Folio.CENTRED)
    assert not plain.is_two_sided
    assert replace(plain, header_even="左页").is_two_sided
    assert all(replace(plain, folio=folio).is_two_sided == folio.is_outside for folio in Folio)


def test_pages_without_pictures_share_what_they_draw_with(pdf_path: Path) -> None:
    with pikepdf.open(pdf_path) as pdf:
        assert len({page.obj.Resources.objgen for page in pdf.pages}) == 1


def test_a_wide_space_is_a_number_that_pdf_knows(handout: Handout, tmp_path: Path) -> None:
    text = "甲" + " " * 400 + "乙丙丁"
    path = tmp_path / "宽.pdf"
    path.write_bytes(write_pdf(handout(Paragraph(Role.BODY, (Run(text),)))).data)
    told = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True)
    assert "乙丙丁" in told.stdout.replace("\n", "")
    assert not told.stderr
