"""Files that were cut, altered or mixed up are read or refused: nothing else ever comes out."""

import zipfile
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.sources.readers.pdf_pages import column, pdf
from tests.sources.readers.test_word import NUMBERING, STYLES, numbered
from tests.sources.readers.word_documents import document, field, paragraph, text

from studydesk.errors import StudyDeskError
from studydesk.sources.readers.reader import Reader
from studydesk.sources.reading import READERS

PAGES = Path(__file__).parents[2] / "data" / "imports"
STORY = "word/document.xml"


@cache
def a_word_file() -> bytes:
    return document(
        paragraph("题目", properties='<w:pStyle w:val="a"/>'),
        numbered("甲"),
        paragraph(field(r"eq \o\ac(○,1)"), text("新"), field("HYPERLINK", text("工会"))),
        f"<w:tbl><w:tr><w:tc>{paragraph('格')}</w:tc></w:tr></w:tbl>",
        styles=STYLES,
        numbering=NUMBERING,
    )


@cache
def a_pdf_file() -> bytes:
    return pdf(column(40, 100, 8), column(300, 100, 8))


@st.composite
def damaged(draw: st.DrawFn, whole: bytes) -> bytes:
    """A file with some bytes changed, doubled or gone, or its end cut off."""
    data = bytearray(whole)
    for _ in range(draw(st.integers(1, 8))):
        at = draw(st.integers(0, len(data)))
        match draw(st.sampled_from(["change", "cut", "double", "insert"])):
            case "change":
                data[at : at + 1] = draw(st.binary(min_size=1, max_size=1))
            case "cut":
                del data[at : at + draw(st.integers(1, 200))]
            case "double":
                data[at:at] = data[at : at + draw(st.integers(1, 200))]
            case "insert":
                data[at:at] = draw(st.binary(max_size=8))
    return bytes(data[: draw(st.integers(0, len(data)))] if draw(st.booleans()) else data)


def read_or_refuse(suffix: str, data: bytes) -> None:
    reader: Reader = READERS[suffix]
    with suppress(StudyDeskError):
        assert isinstance(reader(data, f"页{suffix}").text, str)


@given(st.data())
def test_word_files(data: st.DataObject) -> None:
    read_or_refuse(".docx", data.draw(damaged(a_word_file())))


@given(st.data())
def test_word_files_whose_parts_are_damaged(data: st.DataObject) -> None:
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(a_word_file())) as whole, zipfile.ZipFile(out, "w") as archive:
        chosen = data.draw(st.sampled_from(whole.namelist()))
        for name in whole.namelist():
            content = whole.read(name)
            archive.writestr(name, data.draw(damaged(content)) if name == chosen else content)
    read_or_refuse(".docx", out.getvalue())


@pytest.mark.parametrize("file", ["news.html", "government.html", "wechat.html"])
@given(st.data())
def test_web_pages(file: str, data: st.DataObject) -> None:
    page = (PAGES / file).read_bytes()
    read_or_refuse(data.draw(st.sampled_from([".html", ".mht"])), data.draw(damaged(page)))


TAGS = st.sampled_from(["p", "div", "h1", "ol", "li", "td", "a", "br", "pre", "title", "script"])


@given(st.lists(st.tuples(TAGS, st.sampled_from(["<{}>", "</{}>", "<{}/>", "学习。", " "]))))
def test_web_pages_of_any_tags(pieces: list[tuple[str, str]]) -> None:
    read_or_refuse(".html", "".join(form.format(tag) for tag, form in pieces).encode())


@settings(max_examples=25)
@given(st.data())
def test_pdf_files(data: st.DataObject) -> None:
    read_or_refuse(".pdf", data.draw(damaged(a_pdf_file())))


@pytest.mark.parametrize("make", [a_word_file, a_pdf_file], ids=["docx", "pdf"])
@pytest.mark.parametrize("suffix", [".docx", ".pdf", ".html", ".mht", ".txt"])
def test_files_with_the_name_of_another_format(make: Callable[[], bytes], suffix: str) -> None:
    read_or_refuse(suffix, make())
