"""The pages of a DOCX: paper, margins, columns, line grid, and the page number at the foot."""

from collections.abc import Iterator
from copy import deepcopy
from math import floor

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import _Footer

from studydesk.export.docx_footnotes import note_numbers
from studydesk.export.docx_styles import style_id
from studydesk.export.docx_xml import TWIPS, element, text_element, twips_of_millimetres
from studydesk.handout.model import HandoutDocument, Paragraph
from studydesk.handout.style import Folio, Page, Preset, Role


def footers(
    file: Document, document: HandoutDocument, *, is_single: bool = False
) -> list[BaseOxmlElement]:
    """Writes the footers of a file; what refers to them, for every section. Where pages are
    counted, a document of a single one has no number.
    """
    section = file.sections[0]
    match document.preset.folio:
        case Folio.CENTRED_OF_TOTAL if is_single:
            section.footer.is_linked_to_previous = False
            told = _run(text_element("t", document.footer))
            centred = _footer_properties()
            centred.append(element("jc", val="center"))
            section.footer.paragraphs[0]._p[:] = [centred, *([told] if document.footer else [])]
        case Folio.CENTRED_OF_TOTAL:
            _fill(section.footer, document, "center")
        case Folio.OUTER_DASHES:
            _fill(section.footer, document, "right")
            _fill(section.even_page_footer, document, "left")
    if document.cover:
        section.first_page_footer.is_linked_to_previous = False
        section.first_page_footer.paragraphs[0]._p[:] = [_footer_properties()]
    return list(section._sectPr.findall(qn("w:footerReference")))


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
    cover = [element("titlePg")] if document.cover and is_first else []
    has_notes = any(isinstance(block, Paragraph) and block.note for block in document.blocks)
    notes = [element("footnotePr", note_numbers())] if has_notes else []
    page = _page(document.preset, columns)
    parts = [*map(deepcopy, references), *notes, *kind, *page, *cover]
    grid = floor(document.preset.style(Role.BODY).leading * TWIPS)
    return element("sectPr", *parts, element("docGrid", type="lines", linePitch=grid))


def _page(preset: Preset, columns: int) -> Iterator[BaseOxmlElement]:
    page = preset.page
    yield element("pgSz", w=twips_of_millimetres(page.width), h=twips_of_millimetres(page.height))
    yield element(
        "pgMar",
        top=twips_of_millimetres(page.top),
        right=twips_of_millimetres(page.right),
        bottom=floor(page.bottom / 25.4 * 72 * TWIPS),
        left=twips_of_millimetres(page.left),
        header=twips_of_millimetres(page.top / 2),
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
    return max(5.0, page.bottom - page.footer_gap - leading / 72 * 25.4)


def _fill(footer: _Footer, document: HandoutDocument, alignment: str) -> None:
    """Puts the page number into a footer; outside, it stands one character in from the edge."""
    footer.is_linked_to_previous = False
    paragraph = footer.paragraphs[0]._p
    properties = _footer_properties()
    if alignment != "center":
        size = twips_of_millimetres(document.preset.style(Role.FOOTER).size / 72 * 25.4)
        properties.append(element("ind", **{f"{alignment}Chars": 100, alignment: size}))
    properties.append(element("jc", val=alignment))
    before = f"{document.footer}　" if document.footer else ""
    paragraph[:] = [properties, *_folio(document.preset.folio, before)]


def _footer_properties() -> BaseOxmlElement:
    return element("pPr", element("pStyle", val=style_id(Role.FOOTER)))


def _folio(folio: Folio, before: str) -> Iterator[BaseOxmlElement]:
    match folio:
        case Folio.OUTER_DASHES:
            yield _run(text_element("t", f"{before}— "))
            yield from field("PAGE", "1")
            yield _run(text_element("t", " —"))
        case Folio.CENTRED_OF_TOTAL:
            yield _run(text_element("t", f"{before}第 "))
            yield from field("PAGE", "1")
            yield _run(text_element("t", " 页 共 "))
            yield from field("NUMPAGES", "1")
            yield _run(text_element("t", " 页"))


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
