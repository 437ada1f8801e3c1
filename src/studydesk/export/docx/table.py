"""Tables of a DOCX: plain, ruled, of fixed width, which every word processor keeps as they are."""

from collections.abc import Iterable
from itertools import accumulate, pairwise

from docx.oxml.xmlchemy import BaseOxmlElement

from studydesk.export.docx.lines import BREAK, cell_lines
from studydesk.export.docx.styles import set_closer, style_id
from studydesk.export.docx.xml import (
    TWIPS,
    eighths,
    element,
    text_element,
    twips,
    twips_of_millimetres,
)
from studydesk.export.pdf.strips import rows_stay_with_next
from studydesk.handout.model import Table
from studydesk.handout.style import CELL_PADDING, MILLIMETRE, RULE, WRITING_PITCH, Preset, Role

_DIGIT = 0.5
"""Em: the width of a digit in most faces."""

_ALL_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def table(block: Table, preset: Preset) -> BaseOxmlElement:
    """A ruled table, as wide as its column or the page; its header comes again on every page, no
    row is split, nor a short table, and the first rows and the last stay together.
    """
    width = preset.page.text_width if block.spans else preset.page.column_width
    stays = rows_stay_with_next(block, preset)
    edges = [twips_of_millimetres(share * width) for share in accumulate(block.widths, initial=0)]
    widths = [right - left for left, right in pairwise(edges)]
    rows = []
    if block.header:
        cells = (
            _cell(text, Role.TABLE_HEAD, cell, preset, keeps=True)
            for text, cell in _paired(block.header, widths)
        )
        rows.append(_row(cells, WRITING_PITCH, header=True))
    for at, texts in enumerate(block.rows):
        cells = (
            _cell(
                text,
                block.role(column),
                cell,
                preset,
                keeps=stays[at],
                indent=_beyond_centre(text, block.digits(column), preset),
            )
            for column, (text, cell) in enumerate(_paired(texts, widths))
        )
        rows.append(_row(cells, block.height(at)))
    return _table(rows, widths)


def _beyond_centre(text: str, digits: int, preset: Preset) -> int:
    """The indent in twips of a centred number in a column of numbers of so many digits."""
    missing = digits - len(text) if text.isdecimal() else 0
    return twips(max(0, missing) * _DIGIT * preset.style(Role.TABLE_NUMBER).size)


def _paired(texts: Iterable[str], widths: list[int]) -> Iterable[tuple[str, int]]:
    return zip(texts, widths, strict=True)


def _table(rows: list[BaseOxmlElement], widths: list[int]) -> BaseOxmlElement:
    rules = (
        element(side, val="single", sz=eighths(RULE), space=0, color="auto") for side in _ALL_SIDES
    )
    beside = twips_of_millimetres(CELL_PADDING)
    above = beside - twips(RULE) // 2  # a rule takes its room from the row
    margins = (
        element(side, w=room, type="dxa")
        for side, room in zip(("top", "left", "bottom", "right"), (above, beside) * 2, strict=True)
    )
    properties = element(
        "tblPr",
        element("tblW", w=sum(widths), type="dxa"),
        element("tblInd", w=0, type="dxa"),
        element("tblBorders", *rules),
        element("tblLayout", type="fixed"),
        element("tblCellMar", *margins),
    )
    grid = element("tblGrid", *(element("gridCol", w=width) for width in widths))
    return element("tbl", properties, grid, *rows)


def _row(
    cells: Iterable[BaseOxmlElement], height: float, *, header: bool = False
) -> BaseOxmlElement:
    """A row at least so many millimetres high, with one of its rules."""
    properties = element(
        "trPr",
        element("cantSplit"),
        element("trHeight", val=twips_of_millimetres(height) - twips(RULE), hRule="atLeast"),
        *([element("tblHeader")] if header else []),
    )
    return element("tr", properties, *cells)


def _cell(
    text: str, role: Role, width: int, preset: Preset, *, keeps: bool, indent: int = 0
) -> BaseOxmlElement:
    """A cell that is so many twips wide."""
    properties = element(
        "tcPr", element("tcW", w=width, type="dxa"), element("vAlign", val="center")
    )
    kept = [element("keepNext")] if keeps else []
    moved = [element("ind", left=indent)] if indent else []
    look = element("pPr", element("pStyle", val=style_id(role)), *kept, *moved)
    paragraph = element("p", look)
    if text:
        style = preset.style(role)
        told, closer = cell_lines(text, style, width / TWIPS - 2 * CELL_PADDING * MILLIMETRE)
        hint = element("rPr", element("rFonts", hint="eastAsia"))
        first, *others = told.split(BREAK)
        pieces = [piece for line in others for piece in (element("br"), text_element("t", line))]
        run = element("r", hint, text_element("t", first), *pieces)
        set_closer([run], style, closer)
        paragraph.append(run)
    return element("tc", properties, paragraph)
