"""What is noticed on finished pages."""

from collections.abc import Callable

from studydesk.export.pdf.noticing import notices
from studydesk.export.pdf.pages import Page, PlacedStrip
from studydesk.export.pdf.strips import Strip
from studydesk.export.pdf.writer import count_pages, write_pdf
from studydesk.handout.model import Block, HandoutDocument, PageBreak, Paragraph, Run
from studydesk.handout.notices import Fault, PageNotice
from studydesk.handout.presets import PRESETS
from studydesk.handout.style import Role

Handout = Callable[..., HandoutDocument]


def paragraph(text: str, role: Role = Role.BODY) -> Paragraph:
    return Paragraph(role, (Run(text),))


def seen(document: HandoutDocument) -> list[PageNotice]:
    return list(write_pdf(document).notices)


def test_nothing_is_noticed_on_one_good_page(handout: Handout) -> None:
    assert seen(handout(paragraph("学" * 100))) == []


def test_a_last_page_with_a_few_lines_is_half_empty(handout: Handout) -> None:
    lines: list[Block] = [paragraph("学" * 26) for _ in range(22 + 6)]
    (notice,) = seen(handout(*lines))
    assert (notice.fault, notice.page, notice.lines) == (Fault.HALF_EMPTY, 2, 6)
    assert not notice.may_fit  # 22 lines on a page are what the preset is for


def test_a_last_page_that_drawing_in_would_save_is_told(handout: Handout) -> None:
    lines: list[Block] = [paragraph("学" * 20) for _ in range(34)]
    (notice,) = seen(handout(paragraph("题", Role.TITLE), *lines, preset="普通讲义"))
    assert notice.may_fit


def test_a_last_page_that_was_asked_for_cannot_be_saved(handout: Handout) -> None:
    blocks = (paragraph("学"), PageBreak(), paragraph("习"))
    (notice,) = seen(handout(*blocks, preset="普通讲义"))
    assert (notice.fault, notice.may_fit) == (Fault.HALF_EMPTY, False)


def test_what_stands_beyond_the_foot_of_its_page_is_overfull() -> None:
    strip = Strip(paragraph("学"), height=30)
    (notice,) = notices([Page([PlacedStrip(strip, top=630)])], PRESETS["公文式讲义"])
    assert notice.fault is Fault.OVERFULL


def test_a_heading_with_nothing_below_is_alone(handout: Handout) -> None:
    blocks = (paragraph("一、题", Role.HEADING_1), PageBreak(), paragraph("学" * 500))
    assert Fault.ALONE in {notice.fault for notice in seen(handout(*blocks))}


def test_pages_are_counted_as_they_are_written(handout: Handout) -> None:
    document = handout(*(paragraph("学" * 300) for _ in range(20)))
    assert count_pages(document) == write_pdf(document).page_count
