"""How fast pages are composed and written, as ratios to reportlab's own Paragraph.

    python tests/bench/bench_composition.py

Both write the five starter pages, several times over, on the same paper with the same face.
Processor seconds, the best of three runs in one process; ratios hold where seconds do not.
"""

import io
import time
from collections.abc import Callable, Sequence

from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate
from reportlab.platypus import Paragraph as PlainParagraph

from studydesk import paths
from studydesk.export.fonts import bundled_face
from studydesk.export.pdf import write_pdf
from studydesk.handout.model import Edition, HandoutDocument, Paragraph, Run
from studydesk.handout.presets import PRESETS
from studydesk.handout.style import Face, Role
from studydesk.typeset.cells import Look, Span
from studydesk.typeset.compose import justified

MILLIMETRE = 72 / 25.4
REPEATS = 3


def seed_lines() -> list[str]:
    """The text of the starter pages."""
    pages = sorted(paths.seeds().glob("*.txt"))
    lines = [line for page in pages for line in page.read_text("utf-8").splitlines()]
    return [line.strip() for line in lines if line.strip()] * REPEATS


def write_plainly(lines: Sequence[str]) -> int:
    """The text by reportlab's Paragraph; returns the number of pages."""
    face = bundled_face(Face.SERIF).font.fontName
    preset = PRESETS["公文式讲义"]
    body = preset.style(Role.PASSAGE)
    style = ParagraphStyle(
        "body",
        fontName=face,
        fontSize=body.size,
        leading=body.leading,
        alignment=TA_JUSTIFY,
        wordWrap="CJK",
        firstLineIndent=2 * body.size,
    )
    page = preset.page
    frame = Frame(
        page.left * MILLIMETRE,
        page.bottom * MILLIMETRE,
        page.text_width * MILLIMETRE,
        page.text_height * MILLIMETRE,
        *(0, 0, 0, 0),
    )
    template = BaseDocTemplate(io.BytesIO(), initialFontName=face, invariant=1, pageCompression=1)
    template.addPageTemplates(PageTemplate(frames=[frame]))
    escaped = [line.replace("&", "&amp;").replace("<", "&lt;") for line in lines]
    template.build([PlainParagraph(line, style) for line in escaped])
    return int(template.page)


def write_ours(lines: Sequence[str]) -> int:
    """The text by StudyDesk; returns the number of pages."""
    blocks = tuple(Paragraph(Role.PASSAGE, (Run(line),)) for line in lines)
    document = HandoutDocument("讲义", Edition.PARTICIPANT, PRESETS["公文式讲义"], blocks)
    return write_pdf(document).page_count


def compose_only(lines: Sequence[str]) -> int:
    """The text as lines, not drawn; returns their number."""
    look = Look(bundled_face(Face.SERIF))
    return sum(len(justified([Span(line, look)], 28, 2)) for line in lines)


def best_of_three(work: Callable[[Sequence[str]], int], lines: Sequence[str]) -> tuple[float, int]:
    """The least processor time of three runs, and what the work returned."""
    times = []
    for _ in range(3):
        start = time.process_time()
        result = work(lines)
        times.append(time.process_time() - start)
    return min(times), result


def main() -> None:
    """Print one row for each way of writing."""
    lines = seed_lines()
    plain, plain_pages = best_of_three(write_plainly, lines)
    print(f"{sum(map(len, lines)):,} characters")
    print(f"reportlab Paragraph   {plain:6.2f} s   1.00   {plain_pages} pages")
    for name, work in (("StudyDesk PDF", write_ours), ("composition alone", compose_only)):
        seconds, count = best_of_three(work, lines)
        unit = "pages" if work is write_ours else "lines"
        print(f"{name:<21} {seconds:6.2f} s   {seconds / plain:.2f}   {count} {unit}")


if __name__ == "__main__":
    main()
