"""A finished handout as a DOCX that Word, WPS and LibreOffice open alike.

Every paragraph has a named style; nothing floats, and numbers are typed, not generated.
"""

from collections.abc import Iterator
from typing import assert_never

from docx import Document
from docx.oxml.xmlchemy import BaseOxmlElement

from studydesk.export.docx_package import packed, tidy_package
from studydesk.export.docx_page import set_page
from studydesk.export.docx_styles import DOTTED, GAP, STRONG, fill_settings, fill_styles, style_id
from studydesk.export.docx_table import answer_box, answer_lines, table
from studydesk.export.docx_xml import element, text_element
from studydesk.handout.model import (
    AnswerBox,
    AnswerLines,
    HandoutDocument,
    PageBreak,
    Paragraph,
    Run,
    Table,
)
from studydesk.handout.style import FEW_LINES, Folio, Preset


def write_docx(document: HandoutDocument) -> bytes:
    """The bytes of the file; the same document gives the same bytes."""
    file = Document()
    fill_styles(file.styles.element, document.preset)
    fill_settings(file.settings.element, two_sided=document.preset.folio is Folio.OUTER_DASHES)
    body = file.element.body
    section = body[-1]
    body[:] = [*_body(document), section]
    set_page(file, document)
    tidy_package(file, document)
    return packed(file)


def _body(document: HandoutDocument) -> Iterator[BaseOxmlElement]:
    """The blocks in order, with space around tables: two that touched would become one, and a
    file may not end with a table.
    """
    spaced = new_page = False
    for block in document.blocks:
        match block:
            case PageBreak():
                new_page = True
                continue
            case Paragraph():
                yield _paragraph(block, document.preset, new_page=new_page)
                spaced = False
            case Table() | AnswerLines() | AnswerBox():
                if new_page or (isinstance(block, Table) and not spaced):
                    yield _gap(new_page=new_page)
                yield _table(block, document.preset)
                yield _gap(new_page=False)
                spaced = True
            case _:
                assert_never(block)
        new_page = False
    if new_page or not document.blocks:
        yield _gap(new_page=new_page)


def _table(block: Table | AnswerLines | AnswerBox, preset: Preset) -> BaseOxmlElement:
    match block:
        case Table():
            return table(block, preset.page)
        case AnswerLines():
            return answer_lines(block, preset.page)
        case AnswerBox():
            return answer_box(block, preset.page)


def _paragraph(block: Paragraph, preset: Preset, *, new_page: bool) -> BaseOxmlElement:
    properties = element("pPr", element("pStyle", val=style_id(block.role)))
    style = preset.style(block.role)
    if block.keep_with_next and not style.keep_with_next and _is_short(block, preset):
        properties.append(element("keepNext"))
    if new_page:
        properties.append(element("pageBreakBefore"))
    already_bold = style.typeface.bold is style.typeface.face
    runs = (_run(run, already_bold=already_bold) for run in block.runs)
    return element("p", properties, *runs)


def _is_short(block: Paragraph, preset: Preset) -> bool:
    """Whether a paragraph is a few lines long. LibreOffice moves a kept paragraph as a whole: a
    long one would leave half a page empty, which is worse than a source line on its own.
    """
    length = len(block.text) * preset.style(block.role).size / 72 * 25.4
    return length <= FEW_LINES * preset.page.text_width


def _run(run: Run, *, already_bold: bool) -> BaseOxmlElement:
    """One run; `hint` sets quotation marks and dashes in the Chinese face. A face that is bold
    already is not made bolder.
    """
    properties = element("rPr")
    if run.dotted:
        properties.append(element("rStyle", val=DOTTED))
    elif run.bold and not already_bold:
        properties.append(element("rStyle", val=STRONG))
    properties.append(element("rFonts", hint="eastAsia"))
    if run.dotted and run.bold:
        properties.append(element("b"))
    return element("r", properties, text_element("t", run.text))


def _gap(*, new_page: bool) -> BaseOxmlElement:
    properties = element("pPr", element("pStyle", val=GAP))
    if new_page:
        properties.append(element("pageBreakBefore"))
    return element("p", properties)
