"""Pages of every preset as they are meant to look, kept as small pictures in `golden`: four with
everything that a handout can hold, and the first and last of what the sample packet becomes.

    PYTHONPATH=src:. python tests/export/golden_pages.py

draws them anew. Look at what changed before it is committed: that is what they are for.
"""

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
from PIL import Image

from studydesk import paths
from studydesk.export.pdf.writer import write_pdf
from studydesk.handout.compose import compose
from studydesk.handout.model import (
    AnswerBox,
    AnswerLines,
    Block,
    Edition,
    HandoutDocument,
    PageBreak,
    Paragraph,
    Run,
    Table,
)
from studydesk.handout.presets import PRESETS
from studydesk.handout.style import Role
from studydesk.library.studypack import read_studypack

FOLDER = Path(__file__).with_name("golden")
PAGES, OF_THE_SAMPLE = 4, 2
DOTS = 40 / 72
"""40 dots to the inch: shapes can be seen, and single strokes do not matter."""

_APART = {Role.HEADER, Role.FOOTER, Role.COVER_TITLE, Role.COVER_LINE, Role.FOOTNOTE}


def _blocks() -> Iterator[Block]:
    yield from (
        Paragraph(role, (Run(f"{role.value}：“学习资料”2025年第3期，供班组学习。"),))
        for role in Role
        if role not in _APART
    )
    yield Paragraph(Role.PASSAGE, (Run("着重", dotted=True), Run("加粗", bold=True), Run("平常")))
    yield Paragraph(Role.QUESTION, (Run("答在线上。"),), keep_with_next=True)
    yield AnswerLines(4)
    yield Paragraph(Role.QUESTION, (Run("答在框里。"),), keep_with_next=True)
    yield AnswerBox(4)
    rows = (("领读", "10"), ("讨论：联系本岗位，人人发言", "45"), ("合计", "55"))
    yield Table((0.8, 0.2), ("环节", "分钟"), rows, roles=(Role.TABLE_CELL, Role.TABLE_NUMBER))
    yield PageBreak()
    page = sorted(paths.seeds().glob("*.txt"))[0].read_text("utf-8")
    for line in filter(str.strip, page.splitlines()):
        yield Paragraph(Role.PASSAGE, (Run(line.strip()),))


def pages(preset: str) -> Iterator[Image.Image]:
    """The first pages of a document with everything a handout can hold, and a page to read; then
    the first of the sample packet's 学员版 and the last of its 主持人版.
    """
    document = HandoutDocument(
        "样张", Edition.PARTICIPANT, PRESETS[preset], tuple(_blocks()), "某工会", "学习资料"
    )
    yield from list(_drawn(document))[:PAGES]
    sample = read_studypack(paths.resources() / "sample.studypack").packet
    for edition, place in ((Edition.PARTICIPANT, 0), (Edition.FACILITATOR, -1)):
        yield list(_drawn(compose(sample, edition, PRESETS[preset])))[place]


def _drawn(document: HandoutDocument) -> Iterator[Image.Image]:
    with pypdfium2.PdfDocument(write_pdf(document).data) as file:
        for page in file:
            shown: Image.Image = page.render(scale=DOTS, grayscale=True).to_pil()
            yield shown.convert("L")


def path_of(preset: str, number: int) -> Path:
    """Where the picture of a page is kept, counted from 1."""
    return FOLDER / f"{list(PRESETS).index(preset) + 1}-{number}.png"


def main() -> None:
    """Draw all pictures."""
    FOLDER.mkdir(exist_ok=True)
    for preset in PRESETS:
        for number, page in enumerate(pages(preset), start=1):
            page.quantize(16).save(path_of(preset, number), optimize=True)


if __name__ == "__main__":
    main()
