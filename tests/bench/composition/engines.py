"""One engine writes the five starter pages, over and over up to some hundred pages, as a PDF.

    python tests/bench/composition/engines.py ENGINE PDF

Every engine is given the same text, face, paper and leading: 公文式讲义, 15.75 pt on 29 pt, 28
characters across and 22 lines down. The bench starts each in a process of its own; on standard
output stands what the writing alone took, in processor seconds, after all imports, and the most
memory that the process held, in kilobytes.
"""

import sys
import time
from collections.abc import Callable, Mapping
from html import escape
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from studydesk.handout.model import HandoutDocument

ROOT = Path(__file__).parents[3]
FACE = ROOT / "resources/fonts/StudyDeskSerif-Regular.ttf"
SIZE = 15.75
LEADING = 225 / 25.4 * 72 / 22
PARAGRAPHS = 940
"""Of the starter pages, read again from the beginning where they end: 100 pages."""

Writer = Callable[[], bytes]


def seed_lines() -> list[str]:
    """The text: every line is a paragraph."""
    pages = sorted((ROOT / "seeds").glob("*.txt"))
    lines = [line.strip() for page in pages for line in page.read_text("utf-8").splitlines()]
    filled = [line for line in lines if line]
    return [filled[number % len(filled)] for number in range(PARAGRAPHS)]


def studydesk(*, total_fit: bool = False) -> Writer:
    """This program."""
    from studydesk.export.pdf.writer import write_pdf

    document = handout(total_fit=total_fit)
    return lambda: write_pdf(document).data


def studydesk_book() -> Writer:
    """This program, with lines broken all at once."""
    return studydesk(total_fit=True)


def handout(*, total_fit: bool = False, family: str = "") -> "HandoutDocument":
    """The text as a document of this program, in DOCX set in this family."""
    from dataclasses import replace

    from studydesk.handout.model import Edition, HandoutDocument, Paragraph, Run
    from studydesk.handout.presets import PRESETS
    from studydesk.handout.style import Breaking, Role

    preset = PRESETS["公文式讲义"]
    style = preset.style(Role.PASSAGE)
    if family:
        style = replace(style, typeface=replace(style.typeface, family=family, latin=family))
    breaking = Breaking.TOTAL_FIT if total_fit else Breaking.GREEDY
    styles = {**preset.styles, Role.PASSAGE: replace(style, breaking=breaking)}
    blocks = tuple(Paragraph(Role.PASSAGE, (Run(line),)) for line in seed_lines())
    return HandoutDocument("讲义", Edition.PARTICIPANT, replace(preset, styles=styles), blocks)


def reportlab() -> Writer:
    """reportlab's own Paragraph with its own rules for Chinese."""
    from reportlab.lib.enums import TA_JUSTIFY
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

    style = ParagraphStyle(
        "body",
        fontName="serif",
        fontSize=SIZE,
        leading=LEADING,
        alignment=TA_JUSTIFY,
        wordWrap="CJK",
        firstLineIndent=2 * SIZE,
    )
    lines = [escape(line, quote=False) for line in seed_lines()]

    def write() -> bytes:
        pdfmetrics.registerFont(TTFont("serif", str(FACE)))
        written = BytesIO()
        template = BaseDocTemplate(written, initialFontName="serif", pageCompression=1)
        area = (28, 35, 156, 225)
        left, bottom, width, height = (side / 25.4 * 72 for side in area)
        frame = Frame(left, bottom, width, height, 0, 0, 0, 0)
        template.addPageTemplates(PageTemplate(frames=[frame]))
        template.build([Paragraph(line, style) for line in lines])
        return written.getvalue()

    return write


def typst() -> Writer:
    """typst, through its Python package."""
    engine = import_module("typst")

    marks = str.maketrans({mark: f"\\{mark}" for mark in "\\#$*_`<>@~=-+/[]'\""})
    rules = f"""#set page(paper: "a4", margin: (top: 37mm, bottom: 35mm, left: 28mm, right: 26mm))
#set text(font: "StudyDesk Serif", size: {SIZE}pt, lang: "zh", region: "cn")
#set par(justify: true, leading: {LEADING - SIZE}pt, spacing: {LEADING - SIZE}pt,
  first-line-indent: (amount: 2em, all: true))
#set text(top-edge: "ascender", bottom-edge: "descender")
#set text(top-edge: 0.88em, bottom-edge: -0.12em)
"""
    source = rules + "\n\n".join(line.translate(marks) for line in seed_lines())
    return lambda: bytes(
        engine.compile(source.encode(), font_paths=[str(FACE.parent)], ignore_system_fonts=True)
    )


def weasyprint() -> Writer:
    """WeasyPrint."""
    engine = import_module("weasyprint")

    rules = f"""
@font-face {{ font-family: serif-sc; src: url({FACE.as_uri()}) }}
@page {{ size: A4; margin: 37mm 26mm 35mm 28mm }}
body {{ font: {SIZE}pt serif-sc; line-height: {LEADING}pt; margin: 0; text-align: justify }}
p {{ margin: 0; text-indent: 2em; orphans: 2; widows: 2 }}"""
    text = "".join(f"<p>{escape(line)}</p>" for line in seed_lines())
    page = f'<html lang="zh-CN"><style>{rules}</style><body>{text}</body></html>'
    return lambda: bytes(engine.HTML(string=page).write_pdf())


ENGINES: Mapping[str, Callable[[], Writer]] = {
    "reportlab": reportlab,
    "studydesk": studydesk,
    "studydesk-book": studydesk_book,
    "typst": typst,
    "weasyprint": weasyprint,
}


def most_memory() -> int:
    """Kilobytes, as Linux tells them; what it tells of a process that has ended is no less than
    what the one that started it held. 0 elsewhere.
    """
    told = Path("/proc/self/status")
    lines = told.read_text("utf-8").splitlines() if told.exists() else []
    return next((int(line.split()[1]) for line in lines if line.startswith("VmHWM")), 0)


def main() -> None:
    """Write once, and say how long it took."""
    name, target = sys.argv[1:]
    write = ENGINES[name]()
    start = time.process_time()
    data = write()
    print(time.process_time() - start, most_memory())
    Path(target).write_bytes(data)


if __name__ == "__main__":
    main()
