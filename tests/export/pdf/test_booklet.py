"""Booklets, folded in the mind: what is read page after page is what the plain file says."""

import io
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from pypdfium2 import PdfDocument

from studydesk.export.pdf.booklet import impose, impose_cards, side_by_side, sides
from studydesk.export.pdf.writer import write_pdf
from studydesk.handout.model import Block, HandoutDocument, PageBreak, Paragraph, Run
from studydesk.handout.style import MILLIMETRE, Role

Handout = Callable[..., HandoutDocument]


def document(handout: Handout, pages: int, preset: str = "口袋本 A5") -> HandoutDocument:
    blocks: list[Block] = []
    for number in range(pages):
        blocks += [Paragraph(Role.BODY, (Run(f"第{number}张"),)), PageBreak()]
    return handout(*blocks[:-1], preset=preset)


def folded(pages: int) -> list[int | None]:
    """The pages in the order in which they are read when the sheets are folded."""
    printed = list(sides(pages))
    fronts, backs = printed[::2], printed[1::2]
    first_half = [
        page for front, back in zip(fronts, backs, strict=True) for page in (front[1], back[0])
    ]
    second_half = [
        page for front, back in zip(fronts, backs, strict=True) for page in (front[0], back[1])
    ]
    return first_half + second_half[::-1]


@pytest.mark.parametrize("pages", range(3, 41))
def test_a_folded_booklet_is_read_in_order_and_blank_at_the_end(pages: int) -> None:
    read = folded(pages)
    assert len(read) % 4 == 0
    assert read[:pages] == list(range(pages))
    assert set(read[pages:]) <= {None}
    assert len(read) - pages < 4


def test_one_page_stands_on_the_sheet_twice() -> None:
    assert list(sides(1)) == [(0, 0)]
    assert list(sides(2)) == [(0, 0), (1, 1)]


@pytest.mark.parametrize(
    ("preset", "sheet"), [("口袋本 A5", (842, 595)), ("普通讲义", (1191, 842))]
)
def test_a5_goes_on_a4_and_a4_on_a3(handout: Handout, preset: str, sheet: tuple[int, int]) -> None:
    with PdfDocument(impose(write_pdf(document(handout, 5, preset)).data)) as booklet:
        assert [round(length) for length in booklet[0].get_size()] == list(sheet)
        assert len(booklet) == 4


def test_every_text_stands_where_its_page_does(handout: Handout) -> None:
    with PdfDocument(impose(write_pdf(document(handout, 6)).data)) as booklet:
        for side, page in zip(sides(6), booklet, strict=True):
            middle = page.get_width() / 2
            halves = ((0, middle), (middle, page.get_width()))
            for number, (left, right) in zip(side, halves, strict=True):
                text = page.get_textpage().get_text_bounded(left=left, right=right)
                text = "".join(text.split())
                assert (f"第{number}张" in text) if number is not None else not text


@pytest.mark.needs("qpdf")
def test_the_file_is_sound_and_its_fonts_are_shared(handout: Handout, tmp_path: Path) -> None:
    plain = write_pdf(document(handout, 9)).data
    path = tmp_path / "booklet.pdf"
    path.write_bytes(impose(plain))
    subprocess.run(["qpdf", "--check", path], check=True, capture_output=True)
    assert path.stat().st_size < 1.3 * len(plain)


def test_the_same_pages_make_the_same_bytes(handout: Handout) -> None:
    plain = write_pdf(document(handout, 5)).data
    assert impose(plain) == impose(plain)


def test_a_printer_is_told_to_flip_on_the_short_edge(handout: Handout) -> None:
    with pikepdf.open(io.BytesIO(impose(write_pdf(document(handout, 4)).data))) as booklet:
        assert booklet.Root.ViewerPreferences.Duplex == "/DuplexFlipShortEdge"


@pytest.mark.parametrize(("pages", "lines"), [(1, 1), (2, 2), (3, 0)])
def test_only_what_is_cut_apart_has_a_line_to_cut_along(
    handout: Handout, pages: int, lines: int
) -> None:
    with pikepdf.open(io.BytesIO(impose(write_pdf(document(handout, pages)).data))) as booklet:
        drawn = [page.Contents.read_bytes() for page in booklet.pages]
    assert sum(b"421.00 0 m 421.00 595 l" in operators for operators in drawn) == lines


# --- a card for each group -----------------------------------------------------------------


def test_cards_stand_two_by_two_and_the_last_may_be_alone() -> None:
    assert list(side_by_side([1, 1, 1])) == [(0, 1), (2, None)]


def test_the_second_page_of_a_card_lies_behind_its_first() -> None:
    assert list(side_by_side([2, 2, 2])) == [(0, 2), (3, 1), (4, None), (None, 5)]


def test_a_sheet_of_cards_says_what_both_say(handout: Handout) -> None:
    names = ("甲班", "乙班", "丙班")
    cards = [
        write_pdf(handout(Paragraph(Role.LABEL, (Run(n),)), preset="班前十分钟卡片")) for n in names
    ]
    data = impose_cards([card.data for card in cards])
    assert data == impose_cards([card.data for card in cards])
    with PdfDocument(data) as sheets:
        assert [round(length) for length in sheets[0].get_size()] == [842, 595]
        told = [page.get_textpage().get_text_range() for page in sheets]
    assert ["".join(text.split()) for text in told] == ["甲班乙班", "丙班"]


def test_a_page_of_another_height_keeps_all_of_it(handout: Handout) -> None:
    known = handout(Paragraph(Role.BODY, (Run("高"),)), preset="普通讲义")
    tall = replace(known.preset, page=replace(known.preset.page, height=356))
    with PdfDocument(impose(write_pdf(replace(known, preset=tall)).data)) as booklet:
        assert booklet[0].get_height() == pytest.approx(356 * MILLIMETRE, abs=0.1)
