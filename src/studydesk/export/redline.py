"""花脸稿 as a file: DOCX for Word and WPS, or one HTML page. What was struck out is crossed out,
what was put in is underlined and bold: it is read in black and white, too.
"""

from collections.abc import Callable, Iterator, Mapping
from html import escape

from docx import Document
from docx.document import Document as File
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from studydesk.export.docx_package import packed
from studydesk.handout.redline import Change, Piece, Redline, RedlineItem

LEGEND = "删去的文字画线划去，添上的文字加粗并加下划线。"
_MARGIN = 25
"""Millimetres."""
_FAMILY, _LATIN = "宋体", "Times New Roman"


def write_docx(found: Redline) -> bytes:
    """A comparison as the bytes of a DOCX."""
    file = Document()
    _set_up(file)
    title = file.add_paragraph().add_run(f"{found.title}　花脸稿")
    title.bold, title.font.size = True, Pt(16)
    for told in (found.states, found.summary, LEGEND):
        file.add_paragraph(told)
    for item in found.items:
        head = file.add_paragraph()
        head.paragraph_format.space_before = Pt(8)
        head.paragraph_format.keep_with_next = bool(item.lines)
        head.add_run(_head(item)).bold = True
        for line in item.lines:
            _add_line(file.add_paragraph(), line)
    file.core_properties.title = f"{found.title[:200]} 花脸稿"
    return packed(file)


def _set_up(file: File) -> None:
    for section in file.sections:
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin = section.right_margin = Mm(_MARGIN)
        section.top_margin = section.bottom_margin = Mm(_MARGIN)
    style = file.styles["Normal"]
    style.font.name, style.font.size = _LATIN, Pt(12)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), _FAMILY)
    style.paragraph_format.line_spacing = 1.5
    style.paragraph_format.space_after = Pt(0)


def _add_line(paragraph: Paragraph, line: tuple[Piece, ...]) -> None:
    for piece in line:
        run = paragraph.add_run(piece.text)
        run.font.strike = piece.change is Change.DELETED
        run.bold = run.underline = piece.change is Change.INSERTED


def _head(item: RedlineItem) -> str:
    return f"【{item.deed}】{item.name}" if item.deed else f"{item.name}（未改）"


def write_html(found: Redline) -> bytes:
    """A comparison as one page that any browser shows and prints."""
    return "\n".join(_page(found)).encode()


def _page(found: Redline) -> Iterator[str]:
    title = escape(f"{found.title}　花脸稿")
    yield '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">'
    yield f"<title>{title}</title>"
    yield (
        "<style>body{max-width:42em;margin:2em auto;padding:0 1em;line-height:1.7;"
        "font-family:serif}h2{font-size:1em;margin:1em 0 0}p{margin:.2em 0;white-space:pre-wrap}"
        "ins{font-weight:bold}.same{color:#666}</style>\n</head>\n<body>"
    )
    yield f"<h1>{title}</h1>"
    for told in (found.states, found.summary, LEGEND):
        yield f"<p>{escape(told)}</p>"
    for item in found.items:
        kind = "" if item.deed else ' class="same"'
        yield f"<h2{kind}>{escape(_head(item))}</h2>"
        for pieces in item.lines:
            yield f"<p{kind}>{''.join(map(marked_up, pieces))}</p>"
    yield "</body>\n</html>\n"


def marked_up(piece: Piece) -> str:
    """A piece of a text as HTML."""
    text = escape(piece.text)
    match piece.change:
        case Change.DELETED:
            return f"<del>{text}</del>"
        case Change.INSERTED:
            return f"<ins>{text}</ins>"
    return text


REDLINE_WRITERS: Mapping[str, Callable[[Redline], bytes]] = {
    "docx": write_docx,
    "html": write_html,
}
"""File ending → writer of a comparison."""
