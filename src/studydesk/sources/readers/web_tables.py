"""Tables of web pages: which of them hold data, and do not only set out the page."""

from collections import Counter
from typing import TYPE_CHECKING

from studydesk.sources.readers.reader import local_name

if TYPE_CHECKING:
    from lxml.html import HtmlElement

CELLS = ("td", "th")
# What no cell with data has in it.
PARTS = ("table", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "section", "article")
BLOCKS = frozenset(
    (
        "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog",
        "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3",
        "h4", "h5", "h6", "header", "hr", "legend", "li", "main", "ol", "p", "pre", "section",
        "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    )
)  # fmt: skip
LONGEST_CELL = 60
# Lines and cells of what has cells but is no table, as in the text: a byline over another one.
MOST_BESIDE = 4


def rows_under(part: "HtmlElement | None") -> list["HtmlElement"]:
    """The rows of all tables with data in a part of a page."""
    tables = part.iter("table") if part is not None else ()
    return [row for table in tables for row in rows_of_data(table)]


def rows_of_data(table: "HtmlElement") -> list["HtmlElement"]:
    """The rows of a table with data that are each one line; none where the table sets out the page:
    a cell holds much text or parts of a page, or hardly any rows have as many cells.
    """
    if local_name(table) != "table" or any(each is not table for each in table.iter(*PARTS)):
        return []
    rows = [row for row in table.iter("tr") if len(cells_of(row)) > 1]
    if any(len(text) > LONGEST_CELL for row in table.iter("tr") for text in cells_of(row)):
        return []
    cells, alike = Counter(map(filled, rows)).most_common(1)[0] if rows else (0, 0)
    if min(cells, alike) < 2 or cells + alike <= MOST_BESIDE:
        return []
    return [row for row in rows if is_all_cells(row) and all(map(is_line, row))]


def cells_of(row: "HtmlElement") -> list[str]:
    """What the cells of a row say, each on one line."""
    cells = (cell for cell in row if local_name(cell) in CELLS)
    return [" ".join("".join(cell.itertext()).split()) for cell in cells]


def filled(row: "HtmlElement") -> int:
    """How many cells a row has; none where it has words in only one of them."""
    cells = cells_of(row)
    return len(cells) if sum(map(bool, cells)) > 1 else 0


def is_all_cells(row: "HtmlElement") -> bool:
    """Whether all that a row says stands in its cells."""
    beside = [row.text, *(cell.tail for cell in row)]
    beside += ["".join(each.itertext()) for each in row if local_name(each) not in CELLS]
    return not any(text and text.strip() for text in beside)


def is_line(cell: "HtmlElement") -> bool:
    """Whether a cell has one line at most: no other block and no break parts what it says."""
    from lxml import etree

    lines, ended = 0, True
    for event, each in etree.iterwalk(cell, events=("start", "end")):
        ended |= local_name(each) in BLOCKS or local_name(each) == "br"
        text = each.text if event == "start" else each.tail if each is not cell else None
        if text and text.strip():
            lines, ended = lines + ended, False
    kept = ("".join(each.itertext()).strip() for each in cell.iter("pre"))
    return lines < 2 and not any("\n" in text for text in kept)


def leads_away(row: "HtmlElement") -> bool:
    """Whether all that the cells of a row say is links to other pages."""
    linked = (part for link in row.iter("a") for part in link.itertext())
    return len("".join("".join(linked).split())) == len("".join("".join(cells_of(row)).split()))
