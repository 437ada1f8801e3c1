"""What stands in a Word file otherwise than as its own paragraphs: nothing of it goes silently."""

import pytest
from tests.sources.readers.word_documents import package, paragraph, part, relationships

from studydesk.sources.readers.word import read_word

R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'


def read(inside: str, target: str, content: str) -> str:
    """The text of a file that refers to one part, as r0, between two paragraphs."""
    story = part("document", f"<w:body>{paragraph('上。')}{inside}{paragraph('下。')}</w:body>")
    files: dict[str, str | bytes] = {
        "_rels/.rels": relationships(("officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": relationships(("of a kind", target)),
        "word/document.xml": story,
        f"word/{target}": content,
    }
    return read_word(package(files), "a.docx").text


@pytest.mark.parametrize(
    ("target", "content", "line"),
    [
        ("a.htm", '<meta charset="utf-8"><h1>通知</h1><p>各单位：</p>', "# 通知\n各单位："),
        ("a.txt", "各单位：", "各单位："),
        ("a.rtf", "{\\rtf}", "\ufffd"),
    ],
)
def test_a_document_inside_is_read_or_marked(target: str, content: str, line: str) -> None:
    assert read(f'<w:altChunk {R} r:id="r0"/>', target, content) == f"上。\n{line}\n下。"


def test_a_document_inside_is_read_once() -> None:
    again = f'<w:altChunk {R} r:id="r0"/>' * 2
    assert read(again, "a.txt", "各单位：") == "上。\n各单位：\n\ufffd\n下。"


def test_the_words_of_a_diagram_are_read() -> None:
    diagram = f'<w:r><w:drawing><relIds {R} r:dm="r0"/></w:drawing></w:r>'
    words = "<pt><t><p><r><t>受理</t></r></p></t></pt><pt><t><p><r><t>办结</t></r></p></t></pt>"
    content = f"<dataModel><ptLst>{words}</ptLst></dataModel>"
    assert read(paragraph(diagram), "data.xml", content) == "上。\n受理\n办结\n下。"


def test_the_words_of_word_art_are_read() -> None:
    art = '<w:r><w:pict><v:shape><v:textpath string="艺术字"/></v:shape></w:pict></w:r>'
    assert read(paragraph(art), "a.txt", "") == "上。\n艺术字\n下。"
