"""The contents of a DOCX: a field that a word processor may renew, filled in already.

Nothing asks to be renewed when the file is opened: the page numbers are those of the PDF.
"""

from collections.abc import Sequence

from docx.oxml.xmlchemy import BaseOxmlElement

from studydesk.export.docx.page import field, field_end, field_start
from studydesk.export.docx.styles import style_id
from studydesk.export.docx.xml import element
from studydesk.handout.model import ContentsLine


def bookmark(number: int, runs: Sequence[BaseOxmlElement]) -> list[BaseOxmlElement]:
    """The runs of a heading, to be gone to from the contents; headings count from 0."""
    start = element("bookmarkStart", id=number, name=_name(number))
    return [start, *runs, element("bookmarkEnd", id=number)]


def contents_line(
    block: ContentsLine,
    text: BaseOxmlElement,
    deepest: int,
    *,
    is_first: bool,
    is_last: bool,
) -> tuple[BaseOxmlElement, list[BaseOxmlElement]]:
    """The style of a line and its runs: a link with the run of its text, tab and page number, each
    line inside the one field of the contents, which shows headings down to the level `deepest`.
    """
    link = element(
        "hyperlink",
        text,
        element("r", element("tab")),
        *field(f"PAGEREF {_name(block.heading)} \\h", str(block.page)),
        anchor=_name(block.heading),
        history=1,
    )
    before = list(field_start(f'TOC \\o "1-{deepest}" \\h \\z \\u')) if is_first else []
    after = [field_end()] if is_last else []
    return element("pStyle", val=style_id(block.role)), [*before, link, *after]


def _name(number: int) -> str:
    return f"_Toc{number + 1:08d}"
