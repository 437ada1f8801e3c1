"""Spaces of a DOCX are drawn in where the PDF's are, and where its pages are full."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import docx
import pytest

from studydesk.export.docx.spaces import share_of_spaces
from studydesk.export.docx.writer import write_docx
from studydesk.export.pdf.layout import lay_out
from studydesk.handout.model import Block, HandoutDocument, PageBreak, Paragraph, Run
from studydesk.handout.style import Role

Handout = Callable[..., HandoutDocument]

HEADING, LINE = (Paragraph(role, (Run("学习"),)) for role in (Role.HEADING_1, Role.BODY))
KEPT = replace(LINE, keep_with_next=True)


def share(handout: Handout, *blocks: Block, preset: str = "普通讲义") -> float:
    document = handout(*blocks, preset=preset)
    return share_of_spaces(lay_out(document), document.preset)


def test_pages_with_room_keep_the_spaces_of_the_preset(handout: Handout) -> None:
    assert share(handout, *[HEADING, *[LINE] * 3] * 4) == 1


def test_a_full_page_has_room_for_a_longer_text_elsewhere(handout: Handout) -> None:
    assert share(handout, *[HEADING, *[LINE] * 3] * 7) < 1


def test_a_full_page_before_one_that_was_asked_for_counts(handout: Handout) -> None:
    assert share(handout, *[HEADING, *[LINE] * 3] * 7, PageBreak(), LINE) < 1


@pytest.mark.parametrize(("lines", "has_room"), [(15, False), (13, True)])
def test_what_is_kept_together_moves_as_a_whole(
    lines: int, has_room: bool, handout: Handout
) -> None:
    whole, long = ([*[KEPT] * (count - 1), LINE] for count in (lines, 20))
    blocks = (*[HEADING, *[LINE] * 3] * 3, *whole, *long)
    assert (share(handout, *blocks, preset="口袋本 A5") == 1) == has_room


@pytest.mark.parametrize("lines", [0, 1])
def test_a_page_has_room_for_the_lines_that_a_block_has_more_elsewhere(
    lines: int, handout: Handout
) -> None:
    document = handout(*[HEADING, *[LINE] * 30] * 4, preset="普通讲义")
    longer = {40: lines}
    assert (share_of_spaces(lay_out(document), document.preset, longer) == 1) != bool(lines)


def test_spaces_that_save_no_page_stay(handout: Handout) -> None:
    assert share(handout, *[LINE] * 33 * 2) == 1


def test_of_many_pages_none_is_saved(handout: Handout) -> None:
    assert share(handout, *[LINE] * 33 * 20) == 1


def space_above_headings(document: HandoutDocument) -> float:
    style = docx.Document(BytesIO(write_docx(document))).styles["Heading 1"]
    return float(style.paragraph_format.space_before.pt)


def test_spaces_of_a_docx_are_those_that_its_pages_have_room_for(handout: Handout) -> None:
    full = handout(*[HEADING, *[LINE] * 3] * 7, preset="普通讲义")
    half = replace(full, blocks=full.blocks[:8])
    wanted = full.preset.style(Role.HEADING_1).space_before
    assert space_above_headings(half) == pytest.approx(wanted, abs=0.05)
    assert space_above_headings(full) < 0.9 * wanted


def test_no_space_is_left_at_the_head_of_a_page(handout: Handout) -> None:
    blocks = (HEADING, LINE, PageBreak(), HEADING, LINE, HEADING)
    data = write_docx(handout(*blocks, preset="普通讲义"))
    written = docx.Document(BytesIO(data)).paragraphs
    first, _, second, _, third = (each.paragraph_format.space_before for each in written)
    assert first == second == 0
    assert third is None  # as its style says
