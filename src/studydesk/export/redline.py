"""花脸稿 as a file: DOCX for Word and WPS, or one HTML page. What was struck out is crossed out,
what was put in is underlined and bold: it is read in black and white, too.
"""

from collections.abc import Callable, Iterator, Mapping
from html import escape

from docx import Document
from docx.oxml.xmlchemy import BaseOxmlElement

from studydesk.export.docx.fonts import add_fonts
from studydesk.export.docx.package import packed, tidy_package
from studydesk.export.docx.page import headers_and_footers, section
from studydesk.export.docx.styles import fill_settings, fill_styles, style_id
from studydesk.export.docx.xml import element, text_element
from studydesk.handout.model import Edition, HandoutDocument
from studydesk.handout.presets import find_preset
from studydesk.handout.redline import Change, Piece, Redline, folded
from studydesk.handout.style import Role

LEGEND = "删去的文字画线划去，添上的文字加粗并加下划线。"
_PRESET = "普通讲义"


def write_docx(found: Redline) -> bytes:
    """A comparison as the bytes of a DOCX, in the styles of handouts."""
    document = HandoutDocument(f"{found.title} 花脸稿", Edition.PROOF, find_preset(_PRESET))
    file = Document()
    fill_styles(file.styles.element, document.preset)
    fill_settings(file.settings.element, two_sided=False, mirrored=False)
    references = headers_and_footers(file, document)
    end = section(document, references, columns=1, is_first=True)
    file.element.body[:] = [*_paragraphs(found), end]
    tidy_package(file, document)
    add_fonts(file, document.preset, document.preset)
    return packed(file)


def _paragraphs(found: Redline) -> Iterator[BaseOxmlElement]:
    yield _paragraph(Role.TITLE, Piece(f"{found.title}　花脸稿"))
    for told in (found.states, found.summary, LEGEND):
        yield _paragraph(Role.MASTHEAD, Piece(told))
    for part in folded(found):
        if isinstance(part, str):
            yield _paragraph(Role.NOTE, Piece(part))
            continue
        yield _paragraph(Role.HEADING_3, Piece(f"【{part.deed}】{part.name}"))
        for line in part.lines:
            yield _paragraph(Role.BODY, *line)


def _paragraph(role: Role, *pieces: Piece) -> BaseOxmlElement:
    properties = element("pPr", element("pStyle", val=style_id(role)))
    return element("p", properties, *map(_run, pieces))


def _run(piece: Piece) -> BaseOxmlElement:
    properties = element("rPr", element("rFonts", hint="eastAsia"))
    match piece.change:
        case Change.DELETED:
            properties.append(element("strike"))
        case Change.INSERTED:
            properties.append(element("b"))
            properties.append(element("u", val="single"))
    run = element("r", properties)
    for number, line in enumerate(piece.text.split("\n")):
        if number:
            run.append(element("br"))
        run.append(text_element("t", line))
    return run


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
    for part in folded(found):
        if isinstance(part, str):
            yield f'<p class="same">{escape(part)}</p>'
            continue
        yield f"<h2>【{escape(part.deed)}】{escape(part.name)}</h2>"
        for pieces in part.lines:
            yield f"<p>{''.join(map(_marked_up, pieces))}</p>"
    yield "</body>\n</html>\n"


def _marked_up(piece: Piece) -> str:
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
