from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from openxml_audit import OpenXmlValidator

from studydesk.domain.packet import Guide, Packet, PageBreak
from studydesk.export.redline import LEGEND, REDLINE_WRITERS
from studydesk.handout.redline import Redline, redline

BEFORE = Packet(
    "周五学习", items=(Guide("先读<这一段>。\n再想。", id="guide"), PageBreak(id="break"))
)
AFTER = Packet(
    "周五学习", items=(Guide("先读<第二段>。\n再想。", id="guide"), PageBreak(id="break"))
)


@pytest.fixture
def found() -> Redline:
    return redline(BEFORE, AFTER, "周一", "现在")


def test_the_docx_crosses_out_what_went_and_underlines_what_came(found: Redline) -> None:
    file = Document(BytesIO(REDLINE_WRITERS["docx"](found)))
    runs = [run for paragraph in file.paragraphs for run in paragraph.runs]
    assert [run.text for run in runs if run.font.strike] == ["这一"]
    assert [run.text for run in runs if run.underline] == ["第二"]
    assert [run.text for run in runs if run.bold] == ["第二"]
    said = [paragraph.text for paragraph in file.paragraphs]
    assert said == [
        "周五学习　花脸稿",
        "周一 → 现在",
        "改 1 项",
        LEGEND,
        "【改】导读",
        "先读<这一第二段>。\n再想。",
        "1 项未改：分页",
    ]


def test_the_docx_is_valid(found: Redline, tmp_path: Path) -> None:
    path = tmp_path / "花脸稿.docx"
    path.write_bytes(REDLINE_WRITERS["docx"](found))
    assert OpenXmlValidator().validate(path).errors == []


def test_the_page_says_the_same_and_reads_no_text_as_markup(found: Redline) -> None:
    page = REDLINE_WRITERS["html"](found).decode()
    assert "先读&lt;<del>这一</del><ins>第二</ins>段&gt;。" in page
    assert "<h2>【改】导读</h2>" in page
    assert '<p class="same">1 项未改：分页</p>' in page


@pytest.mark.parametrize("writer", REDLINE_WRITERS.values(), ids=REDLINE_WRITERS)
def test_the_same_comparison_gives_the_same_bytes(found: Redline, writer: object) -> None:
    assert callable(writer)
    assert writer(found) == writer(found)


@pytest.mark.parametrize("writer", REDLINE_WRITERS.values(), ids=REDLINE_WRITERS)
def test_what_no_file_can_carry_is_left_out(writer: object) -> None:
    odd = Packet("题" * 400 + "\x00", items=(Guide("\x00\x1b\ud800读\ufffe", id="guide"),))
    assert callable(writer)
    assert writer(redline(odd, BEFORE, "一", "二"))
    assert writer(redline(BEFORE, odd, "一", "二"))
