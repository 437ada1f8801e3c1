"""What stands in a Word file otherwise than as its own paragraphs: nothing of it goes silently."""

import pytest
from tests.sources.readers.word_documents import package, paragraph, part, relationships

from studydesk.errors import SourceTooComplex
from studydesk.sources.readers.reader import Reading
from studydesk.sources.readers.word import read_word

ARCHIVE = "MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n<p>各单位：</p>"
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'


def read(inside: str, target: str, content: str | bytes) -> str:
    """The text of a file that refers to one part, as r0, between two paragraphs."""
    return reading(inside, target, content).text


def reading(inside: str, target: str, content: str | bytes = "") -> Reading:
    """What was read of such a file."""
    story = part("document", f"<w:body>{paragraph('上。')}{inside}{paragraph('下。')}</w:body>")
    files: dict[str, str | bytes] = {
        "_rels/.rels": relationships(("officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": relationships(("of a kind", target)),
        "word/document.xml": story,
        f"word/{target}": content,
    }
    return read_word(package(files), "a.docx")


@pytest.mark.parametrize(
    ("target", "content", "line"),
    [
        ("a.htm", '<meta charset="utf-8"><h1>通知</h1><p>各单位：</p>', "# 通知\n各单位："),
        ("a.txt", "各单位：", "各单位："),
        ("a.htm", "<p><a href=x>《中国工会章程》</a></p>", "《中国工会章程》"),
        ("a.htm", "", "\ufffd"),
        ("a.htm", "<p hidden>各单位：", "\ufffd"),
        ("a.htm", "<p>" * 600_000, "\ufffd"),
        ("a.htm", b"<p>\xff\xff\xff", "\ufffd"),
        ("a.mht", ARCHIVE, "各单位："),
        ("a.mht", "MIME-Version: 1.0\n\n", "\ufffd"),
        ("a.rtf", "{\\rtf}", "\ufffd"),
    ],
)
def test_a_document_inside_is_read_or_marked(target: str, content: str | bytes, line: str) -> None:
    assert read(f'<w:altChunk {R} r:id="r0"/>', target, content) == f"上。\n{line}\n下。"


def test_a_document_inside_stands_wherever_it_is_referred_to() -> None:
    again = reading(f'<w:altChunk {R} r:id="r0"/>' * 2, "a.txt", "各单位：")
    assert (again.text, again.unread) == ("上。\n各单位：\n各单位：\n下。", ())


def test_a_large_document_inside_is_not_referred_to_without_end() -> None:
    again = f'<w:altChunk {R} r:id="r0"/>' * 100
    with pytest.raises(SourceTooComplex):
        reading(again, "a.txt", "各单位：\n" * 50_000)


def test_what_a_note_refers_to_is_what_its_own_part_says() -> None:
    cited = paragraph("上。", '<w:r><w:footnoteReference w:id="2"/></w:r>')
    note = f'<w:footnote w:id="2"><w:altChunk {R} r:id="r0"/></w:footnote>'
    files: dict[str, str | bytes] = {
        "_rels/.rels": relationships(("officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": relationships(("footnotes", "footnotes.xml")),
        "word/_rels/footnotes.xml.rels": relationships(("aFChunk", "a.txt")),
        "word/document.xml": part("document", f"<w:body>{cited}</w:body>"),
        "word/footnotes.xml": part("footnotes", note),
        "word/a.txt": "见年鉴。",
    }
    assert read_word(package(files), "a.docx").text == "上。①\n① 见年鉴。"


def test_the_words_of_a_diagram_are_read() -> None:
    diagram = f'<w:r><w:drawing><relIds {R} r:dm="r0"/></w:drawing></w:r>'
    words = "<pt><t><p><r><t>受理</t></r></p></t></pt><pt><t><p><r><t>办结</t></r></p></t></pt>"
    content = f"<dataModel><ptLst>{words}</ptLst></dataModel>"
    assert read(paragraph(diagram), "data.xml", content) == "上。\n受理\n办结\n下。"


def test_the_words_of_word_art_are_read() -> None:
    art = '<w:r><w:pict><v:shape><v:textpath string="艺术字"/></v:shape></w:pict></w:r>'
    assert read(paragraph(art), "a.txt", "") == "上。\n艺术字\n下。"


OBJECT = '<o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" ProgID="%s" %s r:id="r0"/>'


@pytest.mark.parametrize(
    ("inside", "target", "name"),
    [
        (f'<w:altChunk {R} r:id="r0"/>', "afchunk.rtf", "afchunk.rtf"),
        (f'<w:altChunk {R} r:id="r0"/>', "empty.htm", "empty.htm"),
        (f'<w:altChunk {R} r:id="gone"/>', "afchunk.rtf", "嵌入的文字"),
        (f'<w:subDoc {R} r:id="r0"/>', "第一章.docx", "第一章.docx"),
        (paragraph(f'<w:subDoc {R} r:id="r0"/>'), "%E4%B8%80.docx", "一.docx"),
        (
            paragraph(f"<w:r><w:object>{OBJECT % ('Equation.3', R)}</w:object></w:r>"),
            "1.bin",
            "公式",
        ),
        (
            paragraph(f"<w:r><w:object>{OBJECT % ('Word.12', R)}</w:object></w:r>"),
            "表.docx",
            "表.docx",
        ),
        (paragraph(f'<w:r><w:drawing><chart {R} r:id="r0"/></w:drawing></w:r>'), "c.xml", "图表"),
    ],
)
def test_what_is_not_read_is_marked_at_its_place_and_named(
    inside: str, target: str, name: str
) -> None:
    read = reading(inside, target, "<p hidden>各单位：")
    assert (read.text, read.unread) == ("上。\n\ufffd\n下。", (name,))


def test_a_file_outside_is_named() -> None:
    story = part("document", f'<w:body><w:subDoc {R} r:id="r0"/>{paragraph("下。")}</w:body>')
    links = relationships(("subDocument", "file:///C:\\书\\第一章.docx"))
    files: dict[str, str | bytes] = {
        "_rels/.rels": relationships(("officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": links.replace("/>", ' TargetMode="External"/>'),
        "word/document.xml": story,
    }
    assert read_word(package(files), "a.docx").unread == ("第一章.docx",)
