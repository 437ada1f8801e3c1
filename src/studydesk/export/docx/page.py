"""The pages of a DOCX: paper, margins, columns, line grid, what stands at head and foot."""

import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from math import floor

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import _Footer, _Header

from studydesk.export.docx.footnotes import note_numbers
from studydesk.export.docx.styles import style_id
from studydesk.export.docx.xml import TWIPS, element, text_element, twips_of_millimetres
from studydesk.handout.model import HandoutDocument, Paragraph
from studydesk.handout.paper import Folio, Page
from studydesk.handout.style import MILLIMETRE, Preset, Role

_LEFT_OVER = 1.0
"""Points that may be left over on a page that is full of lines."""
_ROUNDING = 1e-4
"""Of a line, which is still one."""


def headers_and_footers(
    file: Document, document: HandoutDocument, *, is_single: bool = False
) -> list[BaseOxmlElement]:
    """Writes the headers and footers of a file; what refers to them, for every section. Where
    pages are counted, a document of a single one has no number.
    """
    section, folio = file.sections[0], document.preset.folio
    pages = 1 if is_single else 2
    odd, even = ("right", "left") if folio.is_outside else ("center", "center")
    _fill(section.footer, document, odd, has_number=document.has_folio(pages, pages))
    if document.header or document.header_even:
        _head(section.header, document.header)
    if document.has_even_pages:
        _fill(section.even_page_footer, document, even, has_number=document.has_folio(2, pages))
        if document.header or document.header_even:
            _head(section.even_page_header, document.header_on(2))
    if _differs_on_first(document):
        _head(section.first_page_header, document.header_on(1))
        if document.cover:
            _end(section.first_page_footer, element("jc", val="center"))
        else:
            has_number = document.has_folio(1, pages)
            _fill(section.first_page_footer, document, odd, has_number=has_number)
    kinds = ("w:headerReference", "w:footerReference")
    return [reference for kind in kinds for reference in section._sectPr.findall(qn(kind))]


def _differs_on_first(document: HandoutDocument) -> bool:
    numbered = document.preset.folio_on_first or document.preset.folio is Folio.NONE
    return document.cover or document.header_on(1) != document.header or not numbered


def section(
    document: HandoutDocument,
    references: list[BaseOxmlElement],
    *,
    columns: int,
    is_first: bool,
) -> BaseOxmlElement:
    """The properties of a section: paper, margins, columns and grid. Sections after the first
    go on on the same page.
    """
    kind = [] if is_first else [element("type", val="continuous")]
    first = [element("titlePg")] if _differs_on_first(document) and is_first else []
    has_notes = any(isinstance(block, Paragraph) and block.note for block in document.blocks)
    notes = [element("footnotePr", note_numbers())] if has_notes else []
    page = _page(document.preset, columns)
    parts = [*map(deepcopy, references), *notes, *kind, *page, *first]
    return element("sectPr", *parts, _grid(document.preset))


def _grid(preset: Preset) -> BaseOxmlElement:
    """The grid of lines, in force where lines of the text fill the page: of any other LibreOffice
    puts half of what is left over above the text.
    """
    height, leading = preset.page.text_height * MILLIMETRE, preset.style(Role.BODY).leading
    pitch = {"linePitch": floor(leading * TWIPS)}
    left_over = height - floor(height / leading + _ROUNDING) * leading
    is_full = left_over < _LEFT_OVER
    return element("docGrid", **({"type": "lines"} if is_full else {}), **pitch)


def _page(preset: Preset, columns: int) -> Iterator[BaseOxmlElement]:
    page = preset.page
    yield element("pgSz", w=twips_of_millimetres(page.width), h=twips_of_millimetres(page.height))
    yield element(
        "pgMar",
        top=twips_of_millimetres(page.top),
        right=twips_of_millimetres(page.right),
        bottom=floor(page.bottom * MILLIMETRE * TWIPS),
        left=twips_of_millimetres(page.left),
        header=twips_of_millimetres(_above_header(page, preset.style(Role.HEADER).leading)),
        footer=twips_of_millimetres(_below_footer(page, preset.style(Role.FOOTER).leading)),
        gutter=0,
    )
    if columns > 1:
        gap = twips_of_millimetres(page.column_gap)
        yield element("cols", num=columns, space=gap, equalWidth=1)
    else:
        yield element("cols", space=425)


def _below_footer(page: Page, leading: float) -> float:
    """Millimetres from the foot of the page number's line to the edge of the paper."""
    return max(5.0, page.bottom - page.footer_gap - leading / MILLIMETRE)


def _above_header(page: Page, leading: float) -> float:
    """Millimetres from the edge of the paper to the line at the head of the page."""
    return max(0.0, page.top - page.header_gap - leading / MILLIMETRE)


def _head(header: _Header, text: str) -> None:
    """Puts a text at the head of pages; where there is none, what would be there is left out."""
    header.is_linked_to_previous = False
    style = Role.HEADER if text else Role.FOOTER  # which has no rule
    run = [_run(text_element("t", text))] if text else []
    header.paragraphs[0]._p[:] = [element("pPr", element("pStyle", val=style_id(style))), *run]


def _fill(
    footer: _Footer, document: HandoutDocument, alignment: str, *, has_number: bool = True
) -> None:
    """Puts the page number into a footer; outside, it stands one character in from the edge."""
    layout = [element("jc", val=alignment)]
    if alignment != "center":
        size = twips_of_millimetres(document.preset.style(Role.FOOTER).size / MILLIMETRE)
        layout.insert(0, element("ind", **{f"{alignment}Chars": 100, alignment: size}))
    before = f"{document.footer}　" if document.footer else ""
    if has_number:
        _end(footer, *layout, runs=_folio(document.preset.folio, before))
    else:
        told = [_run(text_element("t", document.footer))] if document.footer else []
        _end(footer, *layout, runs=told)


def _end(footer: _Footer, *layout: BaseOxmlElement, runs: Iterable[BaseOxmlElement] = ()) -> None:
    footer.is_linked_to_previous = False
    properties = element("pPr", element("pStyle", val=style_id(Role.FOOTER)), *layout)
    footer.paragraphs[0]._p[:] = [properties, *runs]


def _folio(folio: Folio, before: str) -> Iterator[BaseOxmlElement]:
    """The page number as fields; the number of pages is one, too."""
    first, *pieces = re.split(r"(\{\w+\})", folio.pattern)
    for piece in (before + first, *pieces):
        if piece in _FIELDS:
            yield from field(_FIELDS[piece], "1")
        elif piece:
            yield _run(text_element("t", piece))


_FIELDS = {"{page}": "PAGE", "{total}": "NUMPAGES"}


def field(instruction: str, value: str) -> Iterator[BaseOxmlElement]:
    """A field in five runs with a value to show at first: what shorter forms leave out, WPS does
    not print.
    """
    yield from field_start(instruction)
    yield _run(text_element("t", value))
    yield field_end()


def field_start(instruction: str) -> Iterator[BaseOxmlElement]:
    """The runs of a field before its value."""
    yield _run(element("fldChar", fldCharType="begin"))
    yield _run(text_element("instrText", f" {instruction} "))
    yield _run(element("fldChar", fldCharType="separate"))


def field_end() -> BaseOxmlElement:
    """The run after the value of a field."""
    return _run(element("fldChar", fldCharType="end"))


def _run(content: BaseOxmlElement) -> BaseOxmlElement:
    hint = element("rFonts", hint="eastAsia")
    return element("r", element("rPr", hint), content)
