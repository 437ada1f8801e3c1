"""A finished handout as a DOCX that Word, WPS and LibreOffice open alike.

Every paragraph has a named style; nothing floats, and numbers are typed, not generated.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from math import ceil
from typing import assert_never

from docx import Document
from docx.document import Document as File
from docx.oxml.xmlchemy import BaseOxmlElement

from studydesk.export.docx.answers import answer_box, answer_lines
from studydesk.export.docx.contents import bookmark, contents_line
from studydesk.export.docx.fonts import add_fonts, with_own_names
from studydesk.export.docx.footnotes import add_footnotes, footnote_mark
from studydesk.export.docx.lines import (
    BREAK,
    WHOLE,
    Lines,
    heads_of_pages,
    left_of,
    lines_of,
    together_with_next,
)
from studydesk.export.docx.package import packed, tidy_package
from studydesk.export.docx.page import headers_and_footers, section
from studydesk.export.docx.picture import picture
from studydesk.export.docx.spaces import share_of_spaces
from studydesk.export.docx.styles import (
    DOTTED,
    GAP,
    NUMBER,
    STRONG,
    fill_settings,
    fill_styles,
    numbered_style_id,
    set_closer,
    spacing,
    style_id,
)
from studydesk.export.docx.table import table
from studydesk.export.docx.xml import element, text_element, twips
from studydesk.export.pdf.blocks import StripMaker
from studydesk.export.pdf.contents import lay_out_with_contents
from studydesk.export.pdf.layout import Layout
from studydesk.export.progress import Share, part, unheard
from studydesk.handout.model import (
    AnswerBox,
    AnswerLines,
    Block,
    ContentsLine,
    HandoutDocument,
    PageBreak,
    Paragraph,
    Picture,
    Run,
    Table,
    spans,
)
from studydesk.handout.style import MILLIMETRE, Alignment, ParagraphStyle, Preset, Role
from studydesk.handout.tightening import with_spaces
from studydesk.typeset.classes import LONGEST_WORD

_LAID_OUT = 0.6
"""Of the time that a file takes, what it takes to know its pages."""

_ADDRESS = re.compile(rf"[!-~]{{{LONGEST_WORD + 1},}}")
"""A word processor breaks it nowhere, and would tear the line before it apart."""

_FEW_LINES, _EIGHTH = 3, 1 / 8
"""Lines, or share of the page's height if that is more, up to which a paragraph may be kept whole
with the next one.
"""

_HALF, _QUARTER = 1 / 2, 1 / 4
"""Of the page's height, up to which a paragraph is kept with where it is taken from, and up to
which one is of which the last lines went to the next page with that.
"""

_MOST_IN_COLUMNS = 2
"""Paragraphs in a row that are kept with the next."""


def write_docx(document: HandoutDocument, share: Share = unheard) -> bytes:
    """The bytes of the file; the same document gives the same bytes. `share` hears how far it
    is.
    """
    maker, preset = StripMaker(document.preset), document.preset
    maker.share = part(share, 0, _LAID_OUT)
    document, layout = lay_out_with_contents(document, maker)
    lines = lines_of(layout, preset)
    longer = {number: each.more for number, each in lines.items() if each.more}
    spaces = share_of_spaces(layout, preset, longer)
    document = replace(document, preset=with_spaces(preset, spaces))
    if preset.embed_fonts:
        document = with_own_names(document)
    file = Document()
    fill_styles(file.styles.element, document.preset)
    fill_settings(
        file.settings.element,
        two_sided=document.has_even_pages,
        mirrored=document.preset.page.mirrored,
        fonts=preset.embed_fonts,
    )
    body = file.element.body
    references = headers_and_footers(file, document, is_single=len(layout.pages) == 1)
    drawing = part(share, _LAID_OUT, 1)
    written = _Body(file, document, references, layout, lines, drawing)
    body[:] = list(written.elements())
    tidy_package(file, document)
    if written.notes:
        add_footnotes(file, written.notes)
    add_fonts(file, document.preset, preset)
    return packed(file)


class _Body:
    """The blocks in order, with space around tables: two that touched would become one, and a
    file or a section may not end with a table. Where the page has columns, a section ends
    wherever something begins or ends that stands across them.
    """

    def __init__(
        self,
        file: File,
        document: HandoutDocument,
        references: list[BaseOxmlElement],
        layout: Layout,
        lines: Mapping[int, Lines],
        share: Share,
    ) -> None:
        self._share = share
        self._file = file
        self._document = document
        self._preset = document.preset
        self._references = references
        self._spaces_on_cover = layout.spaces_on_cover
        self._lines = lines
        self._together = together_with_next(layout)
        self._heads = heads_of_pages(layout)
        self._columns = 1
        self._sections = 0
        self._headings = 0
        self.notes: list[str] = []
        self._spaced = self._new_page = False
        self._whole: bool | None = None
        self._kept_in_a_row = 0
        levels = [block.level for block in document.blocks if isinstance(block, ContentsLine)]
        self._deepest = max(levels, default=0)
        self._last: BaseOxmlElement | None = None
        self._after_next: Block | None = None

    def elements(self) -> Iterator[BaseOxmlElement]:
        """Paragraphs and tables, and the properties of the last section."""
        blocks = self._document.blocks
        around = zip((None, *blocks), blocks, (*blocks[1:], None), strict=False)
        for number, (before, block, following) in enumerate(around):
            self._share(number / len(blocks))
            self._after_next = blocks[number + 2] if number + 2 < len(blocks) else None
            if isinstance(block, PageBreak):
                self._new_page = True
                continue
            yield from self._end_section(self._columns_for(block))
            self._new_page |= number in self._heads and self._leads_across(block, following)
            lines = self._lines.get(number, WHOLE)
            self._whole = self._together.get(number)
            yield from self._block(block, before, following, lines)
            self._new_page = False
            if not isinstance(block, Paragraph):
                self._kept_in_a_row = 0
        if self._new_page or not blocks:
            yield self._gap()
        if self._columns > 1:  # columns are balanced where a section ends, not where a file does
            yield from self._end_section(1)
            yield self._gap()
        yield self._section()

    def _columns_for(self, block: Block) -> int:
        return 1 if spans(block, self._preset) else self._preset.page.columns

    def _leads_across(self, block: Block, following: Block | None) -> bool:
        """Whether a block that is to stay with the next one stands across the columns that this
        begins: no word processor keeps the two together, as a section ends between them.
        """
        if not isinstance(block, Paragraph) or following is None:
            return False
        is_kept = block.keep_with_next or self._preset.style(block.role).keep_with_next
        return is_kept and self._columns_for(following) > self._columns_for(block)

    def _end_section(self, columns: int) -> Iterator[BaseOxmlElement]:
        """End the section where what comes next stands in another number of columns, with a
        paragraph that may be lost: LibreOffice drops an empty one at the end of a section.
        """
        if columns != self._columns and self._last is not None:
            if len(self._last) == 1 and not self._spaced:
                yield self._gap()
            self._last.pPr.append(self._section())
            self._kept_in_a_row = 0
        self._columns = columns

    def _section(self) -> BaseOxmlElement:
        self._sections += 1
        return section(
            self._document,
            self._references,
            columns=self._columns,
            is_first=self._sections == 1,
        )

    def _block(
        self,
        block: Paragraph | Table | AnswerLines | AnswerBox | ContentsLine | Picture,
        before: Block | None,
        following: Block | None,
        lines: Lines,
    ) -> Iterator[BaseOxmlElement]:
        match block:
            case Paragraph():
                yield self._kept(self._paragraph(block, following, lines))
            case ContentsLine():
                is_first, is_last = (
                    not isinstance(beside, ContentsLine) for beside in (before, following)
                )
                text = _run(*lines.cut((Run(block.text),)))
                set_closer([text], self._preset.style(block.role), lines.closer)
                style, runs = contents_line(
                    block, text, self._deepest, is_first=is_first, is_last=is_last
                )
                yield self._kept(element("p", element("pPr", style), *runs))
            case Picture():
                yield self._kept(picture(self._file, block, new_page=self._new_page))
            case Table():
                if self._new_page or not self._spaced:
                    yield self._gap(keeps=True)
                yield table(block, self._preset)
                yield self._gap(keeps=block.keep_with_next)
            case AnswerLines():
                for line in answer_lines(block, self._preset, new_page=self._new_page):
                    yield self._kept(line)
            case AnswerBox():
                yield self._kept(answer_box(block, self._preset, new_page=self._new_page))
            case _:
                assert_never(block)

    def _kept(self, paragraph: BaseOxmlElement) -> BaseOxmlElement:
        self._last, self._spaced = paragraph, False
        return paragraph

    def _gap(self, *, keeps: bool = False) -> BaseOxmlElement:
        """The space around tables; one that keeps with the next must have a next, or LibreOffice
        adds an empty page.
        """
        properties = element("pPr", element("pStyle", val=GAP))
        if keeps:
            properties.append(element("keepNext"))
        if self._new_page:
            properties.append(element("pageBreakBefore"))
            self._new_page = False
        self._last, self._spaced = element("p", properties), True
        return self._last

    def _paragraph(
        self, block: Paragraph, following: Block | None, lines: Lines
    ) -> BaseOxmlElement:
        style_of_it = (numbered_style_id if block.number else style_id)(block.role)
        properties = element("pPr", element("pStyle", val=style_of_it))
        style = self._preset.style(block.role)
        is_kept = style.keep_with_next or self._is_kept(block, following)
        if is_kept and not style.keep_with_next:
            properties.append(element("keepNext"))
        self._kept_in_a_row = self._kept_in_a_row + 1 if is_kept else 0
        if self._new_page:
            properties.append(element("pageBreakBefore"))
        if block.role is Role.COVER_TITLE and self._spaces_on_cover < 1:
            properties.append(spacing(style, self._spaces_on_cover))
        elif style.space_before and (self._new_page or self._last is None):
            properties.append(element("spacing", before=0))  # no space at the head of a page
        properties.extend(self._layout(block, style, lines))
        already_bold = style.typeface.bold is style.typeface.face and not style.typeface.installed
        runs = [self._run(run, block, already_bold=already_bold) for run in lines.cut(block.runs)]
        set_closer(runs, style, lines.closer)
        if block.number:
            runs.insert(0, _paragraph_number(block.number))
        if style.outline and self._deepest:
            runs = bookmark(self._headings, runs)
            self._headings += 1
        return element("p", properties, *runs)

    def _layout(
        self, block: Paragraph, style: ParagraphStyle, lines: Lines
    ) -> Iterator[BaseOxmlElement]:
        """Where lines that are known stand, and those that an address would tear apart."""
        if lines is not WHOLE and style.alignment is Alignment.RIGHT:
            left = left_of(lines, style, self._preset) if lines.begins else 0
            yield element("ind", leftChars=0, left=twips(left))
            if lines.begins:
                yield element("jc", val="left")
        elif style.alignment is Alignment.JUSTIFIED and _ADDRESS.search(block.text):
            yield element("jc", val="left")

    def _is_kept(self, block: Paragraph, following: Block | None) -> bool:
        if isinstance(following, AnswerLines | AnswerBox):
            return True
        if self._columns > 1 and isinstance(following, Table):
            return False  # LibreOffice sets a table in columns before the paragraph kept with it
        if self._columns > 1 and self._kept_in_a_row and self._columns_end_after_next():
            return False  # LibreOffice does not balance columns that end with several kept
        if self._columns > 1 and self._kept_in_a_row >= _MOST_IN_COLUMNS:
            return False  # of many kept in columns LibreOffice makes an empty page
        if not block.keep_with_next or self._whole is None:
            return False
        return _is_short(block, _most_kept(following, whole=self._whole), self._preset)

    def _columns_end_after_next(self) -> bool:
        return self._after_next is None or self._columns_for(self._after_next) == 1

    def _run(self, run: Run, block: Paragraph, *, already_bold: bool) -> BaseOxmlElement:
        if run.raised and block.note:
            self.notes.append(block.note.removeprefix(run.text))
            return footnote_mark(len(self.notes))
        return _run(run, already_bold=already_bold)


def _paragraph_number(number: int) -> BaseOxmlElement:
    """段号, and a tab stop to where the first line begins."""
    look = element("rPr", element("rStyle", val=NUMBER))
    return element("r", look, text_element("t", str(number)), element("tab"))


def _most_kept(following: Block | None, *, whole: bool) -> float:
    """The share of a page up to which a paragraph is kept with the next. LibreOffice moves it as a
    whole: a longer one would leave much of a page empty, and so would one that is parted already.
    """
    if not (isinstance(following, Paragraph) and following.role is Role.SOURCE_LINE):
        return _EIGHTH
    return _HALF if whole else _QUARTER


def _is_short(block: Paragraph, share: float, preset: Preset) -> bool:
    """Whether a paragraph is a few lines long, or no more than this share of a page."""
    style, page = preset.style(block.role), preset.page
    length = (len(block.text) + style.first_indent) * style.size / MILLIMETRE
    lines = ceil(length / page.column_width)
    return lines <= max(_FEW_LINES, share * page.text_height * MILLIMETRE / style.leading)


def _run(run: Run, *, already_bold: bool = False) -> BaseOxmlElement:
    """One run, with the breaks that were put in; `hint` sets quotation marks and dashes in the
    Chinese face. A face that is bold already is not made bolder.
    """
    properties = element("rPr")
    if run.dotted:
        properties.append(element("rStyle", val=DOTTED))
    elif run.bold and not already_bold:
        properties.append(element("rStyle", val=STRONG))
    properties.append(element("rFonts", hint="eastAsia"))
    if run.dotted and run.bold:
        properties.append(element("b"))
    first, *others = run.text.split(BREAK)
    pieces = [text_element("t", first)] if first else []
    for text in others:
        pieces += [element("br"), text_element("t", text)]
    return element("r", properties, *pieces)
