"""Footnotes of a DOCX. The word processor counts them: typed marks, LibreOffice prints twice."""

from collections.abc import Iterable, Iterator

from docx.document import Document
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from studydesk.export.docx.styles import RAISED, style_id
from studydesk.export.docx.xml import element, text_element
from studydesk.handout.style import Role

_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_SEPARATORS = {-1: "separator", 0: "continuationSeparator"}
"""What every file with footnotes must have: the rules above notes, under these numbers."""


def footnote_mark(number: int) -> BaseOxmlElement:
    """The mark in the text that leads to the footnote of this number, from 1."""
    look = element("rPr", element("rStyle", val=RAISED), element("rFonts", hint="eastAsia"))
    return element("r", look, element("footnoteReference", id=number))


def note_numbers() -> BaseOxmlElement:
    """①②③: Word asks the file's settings for the kind of numbers, LibreOffice every section."""
    return element("numFmt", val="decimalEnclosedCircleChinese")


def add_footnotes(file: Document, notes: Iterable[str]) -> None:
    """Puts the part with all footnotes into a file, and says in its settings which are rules."""
    numbered = (_footnote(number, note) for number, note in enumerate(notes, start=1))
    root = element("footnotes", *_separators(), *numbered)
    part = Part(
        PackURI("/word/footnotes.xml"), _CONTENT_TYPE, serialize_part_xml(root), file.part.package
    )
    file.part.relate_to(part, _RELATION)
    settings = file.settings.element
    rules = (element("footnote", id=number) for number in _SEPARATORS)
    properties = element("footnotePr", note_numbers(), *rules)
    settings.find(qn("w:compat")).addprevious(properties)


def _separators() -> Iterator[BaseOxmlElement]:
    for number, kind in _SEPARATORS.items():
        properties = element("pPr", element("spacing", after=0, line=240, lineRule="auto"))
        paragraph = element("p", properties, element("r", element(kind)))
        yield element("footnote", paragraph, type=kind, id=number)


def _footnote(number: int, note: str) -> BaseOxmlElement:
    """The mark before a note is as large as the note: raised, nobody can read it."""
    properties = element("pPr", element("pStyle", val=style_id(Role.FOOTNOTE)))
    runs = (
        element("r", element("rPr", element("rFonts", hint="eastAsia")), content)
        for content in (element("footnoteRef"), text_element("t", note))
    )
    return element("footnote", element("p", properties, *runs), id=number)
