"""The pages as they are looked at say what the pages say."""

import pytest
from pypdfium2 import PdfDocument

from studydesk.export.pdf.screen import for_screen
from studydesk.export.pdf.writer import write_pdf
from studydesk.handout.model import Block, Edition, HandoutDocument, PageBreak, Paragraph, Run
from studydesk.handout.notices import Fault, PageNotice
from studydesk.handout.presets import PRESETS
from studydesk.handout.style import Role

OVERFULL = PageNotice(Fault.OVERFULL, 1, 60, 100, 30)


def pages(count: int) -> bytes:
    blocks: list[Block] = []
    for number in range(count):
        blocks += [PageBreak(), Paragraph(Role.BODY, (Run(f"这是{number + 1}"),))]
    return write_pdf(
        HandoutDocument("讲义", Edition.PARTICIPANT, PRESETS["普通讲义"], tuple(blocks[1:]))
    ).data


def texts(data: bytes) -> list[str]:
    with PdfDocument(data) as file:
        return ["".join(page.get_textpage().get_text_range().split()) for page in file]


@pytest.mark.parametrize(("count", "sheets"), [(2, 2), (3, 2), (4, 3), (5, 3)])
def test_pages_face_each_other_as_in_a_book(count: int, sheets: int) -> None:
    facing = texts(for_screen(pages(count), (), facing=True))
    assert len(facing) == sheets
    assert "这是1" in facing[0]
    assert "这是2" not in facing[0]
    assert "".join(facing) == "".join(texts(pages(count)))


def test_one_page_faces_none() -> None:
    data = pages(1)
    assert for_screen(data, (), facing=True) == data


def test_a_mark_stands_in_the_margin_and_is_no_text() -> None:
    data = pages(2)
    marked = for_screen(data, (OVERFULL,), facing=False)
    assert texts(marked) == texts(data)
    with PdfDocument(marked) as file:
        picture = file[0].render(scale=1).to_pil().convert("RGB")
    red, green, blue = picture.getpixel((52, 115))
    assert red > 150 > green > blue
