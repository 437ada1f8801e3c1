"""A copy of a copy on a worn copier: black and white, a little blurred each time, and nothing that
a reader goes by is lost. Copiers scan 300 dots to the inch.
"""

from collections.abc import Callable, Iterator
from itertools import combinations
from typing import NamedTuple

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageFilter

from studydesk.export.pdf.writer import write_pdf
from studydesk.handout.model import (
    AnswerBox,
    AnswerLines,
    Block,
    ContentsLine,
    HandoutDocument,
    PageBreak,
    Paragraph,
    Run,
    Table,
)
from studydesk.handout.presets import PRESETS
from studydesk.handout.style import Role

Handout = Callable[..., HandoutDocument]

DOTS = 300 / 72
"""Dots of a scan to a point."""
BLUR = 0.8
"""Dots: how far the ink of a copy runs."""
DARK = 128
"""Of 255: what is darker becomes black, all else white."""

SHOWN = 110.0
"""Points below the upper edge of the text area that are looked at."""

TEXT = "老师傅的手感，要变成写得下、量得出、教得会的工艺。"

every_preset = pytest.mark.parametrize("preset", PRESETS)


def copy(page: Image.Image) -> Image.Image:
    """What a copier makes of a page."""
    blurred = page.convert("L").filter(ImageFilter.GaussianBlur(BLUR))
    return blurred.point([0] * DARK + [255] * (256 - DARK))


def printed(document: HandoutDocument) -> Image.Image:
    """The head of the first page, as a printer gives it."""
    page = document.preset.page
    below = (page.height - page.top) * 72 / 25.4 - SHOWN
    with pypdfium2.PdfDocument(write_pdf(document).data) as file:
        shown: Image.Image = (
            file[0].render(scale=DOTS, grayscale=True, crop=(0, below, 0, 0)).to_pil()
        )
        return shown.convert("L")


def second_copy(document: HandoutDocument) -> Image.Image:
    return copy(copy(printed(document)))


def ink(page: Image.Image) -> int:
    return page.histogram()[0]


# --- kinds of text -------------------------------------------------------------------------

QUOTED = (Role.PASSAGE,)
ABOUT_IT = (Role.GUIDE, Role.NOTE, Role.SOURCE_LINE, Role.FACILITATOR, Role.FOOTNOTE)
HEADINGS = (Role.TITLE, Role.HEADING_1, Role.HEADING_2, Role.HEADING_3)
BOLD = {Role.HEADING_3, Role.PASSAGE_HEADING}

TO_TELL_APART = (
    *((quoted, other) for quoted in QUOTED for other in (*ABOUT_IT, *HEADINGS)),
    *combinations(HEADINGS, 2),
    (Role.PASSAGE_HEADING, Role.PASSAGE),
    (Role.TABLE_HEAD, Role.TABLE_CELL),
)


@every_preset
def test_a_reader_still_tells_kinds_of_text_apart(handout: Handout, preset: str) -> None:
    looks = {
        role: second_copy(handout(Paragraph(role, (Run(TEXT, bold=role in BOLD),)), preset=preset))
        for role in {role for pair in TO_TELL_APART for role in pair}
    }
    for one, other in TO_TELL_APART:
        both = ImageChops.darker(looks[one], looks[other])
        changed = ImageChops.difference(looks[one], looks[other])
        assert changed.histogram()[255] > 0.3 * ink(both), (one, other)


@every_preset
def test_bold_words_stay_darker_than_their_neighbours(handout: Handout, preset: str) -> None:
    plain, bold = (
        ink(second_copy(handout(Paragraph(Role.QUESTION, (Run(TEXT, bold),)), preset=preset)))
        for bold in (False, True)
    )
    assert bold > 1.15 * plain


@every_preset
@pytest.mark.parametrize("role", [Role.PASSAGE, Role.SOURCE_LINE, Role.TABLE_CELL, Role.FOOTNOTE])
def test_fine_strokes_neither_vanish_nor_run_together(
    handout: Handout, preset: str, role: Role
) -> None:
    page = printed(handout(Paragraph(role, (Run(TEXT),)), preset=preset))
    drawn = ink(page.point([0] * DARK + [255] * (256 - DARK)))
    assert ink(copy(copy(page))) == pytest.approx(drawn, rel=0.15)


# --- marks and rules -----------------------------------------------------------------------


class Stretch(NamedTuple):
    """Black dots side by side."""

    start: int
    end: int


def stretches(page: Image.Image, row: int) -> Iterator[Stretch]:
    line = page.crop((0, row, page.width, row + 1)).tobytes()
    start = None
    for at, value in enumerate([*line, 255]):
        if value == 0 and start is None:
            start = at
        elif value and start is not None:
            yield Stretch(start, at)
            start = None


def rules(page: Image.Image, width: float) -> int:
    """Rules that go unbroken across so many points, one below the other."""
    whole = width * DOTS - 4
    rows = [
        any(end - start >= whole for start, end in stretches(page, row))
        for row in range(page.height)
    ]
    return sum(
        is_rule and not before for before, is_rule in zip([False, *rows], rows, strict=False)
    )


@every_preset
@pytest.mark.parametrize(
    ("block", "count"),
    [
        (AnswerLines(3), 3),
        (AnswerBox(3), 2),
        (Table((0.5, 0.5), ("甲", "乙"), (("", ""), ("", ""))), 4),
    ],
)
def test_rules_stay_whole(handout: Handout, preset: str, block: Block, count: int) -> None:
    width = PRESETS[preset].page.column_width * 72 / 25.4
    page = second_copy(handout(block, preset=preset))
    assert rules(page, width) == count
    if not isinstance(block, AnswerLines):
        height = page.convert("1").point(lambda value: 255 - value).getbbox()
        assert height
        upright = rules(page.transpose(Image.Transpose.ROTATE_90), (height[3] - height[1]) / DOTS)
        assert upright == (3 if isinstance(block, Table) else 2)


@every_preset
def test_a_dot_stays_under_every_emphasised_character(handout: Handout, preset: str) -> None:
    words = "量得出"
    with_dots, without = (
        second_copy(handout(Paragraph(Role.PASSAGE, (Run(words, dotted=dotted),)), preset=preset))
        for dotted in (True, False)
    )
    dots = ImageChops.difference(with_dots, without)
    box = dots.getbbox()
    assert box
    middle = dots.point([255] + [0] * 255)
    assert len(list(stretches(middle, (box[1] + box[3]) // 2))) == len(words)


@every_preset
def test_dots_still_lead_to_page_numbers(handout: Handout, preset: str) -> None:
    line, heading = ContentsLine("一、读一读", 1, 2, 0), Paragraph(Role.HEADING_1, (Run("读"),))
    page = second_copy(handout(line, PageBreak(), heading, preset=preset))
    assert max(len(list(stretches(page, row))) for row in range(page.height)) > 40
