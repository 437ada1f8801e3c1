"""Flowing text in a DOCX has as many lines as in the PDF, though no mark is squeezed."""

import re
from io import BytesIO

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.export.random_packets import COMMON

from studydesk.export.docx.lines import WHOLE, cell_lines, lines_of, measure
from studydesk.export.docx.unsqueezed import fit, lines_needed
from studydesk.export.docx.writer import write_docx
from studydesk.export.fonts import SpanMaker
from studydesk.export.pdf.layout import lay_out
from studydesk.handout.model import Edition, HandoutDocument, Paragraph, Run, Table
from studydesk.handout.presets import PRESETS
from studydesk.handout.style import Role
from studydesk.typeset.cells import Cell, Span, cells_of
from studydesk.typeset.compose import justified

STYLE = PRESETS["普通讲义"].style(Role.BODY)
MARKED = "念慢一点，重点句念两遍。每人只说一条，说完就停；最后定下：谁、何时、做什么。"


def spans(text: str) -> list[Span]:
    return list(SpanMaker().spans((Run(text),), STYLE.typeface))


def cells(text: str) -> list[Cell]:
    return list(cells_of(spans(text)))


def test_text_without_marks_needs_the_lines_that_its_characters_fill() -> None:
    assert [lines_needed(cells("学" * count), 10, 2) for count in (8, 9, 18, 19)] == [1, 2, 2, 3]


def test_no_line_begins_with_a_mark() -> None:
    assert lines_needed(cells("学习学习，学"), 4, 0) == 2
    assert lines_needed(cells("学习学，学习学"), 4, 0) == 2
    assert lines_needed(cells("学习学习，学习学"), 4, 0) == 3


def test_a_line_of_squeezed_marks_has_its_characters_closer() -> None:
    told = cells(MARKED)
    closer, more = fit(told, 37, 0, 1)
    assert 0 < closer <= 0.05
    assert more == 0
    assert lines_needed(told, 37, 0, closer) == 1


def test_what_nobody_may_see_closer_needs_a_line_more() -> None:
    assert fit(cells(MARKED), 36, 0, 1) == (0, 1)


def test_what_has_room_stays_as_it_is() -> None:
    assert fit(cells(MARKED), 38, 0, 1) == (0, 0)


_LONG_WORD = re.compile("[!-~]{6}")
"""What finds no room in a line of eight characters is cut, which `lines_needed` leaves out."""


@given(
    st.text(COMMON, min_size=1, max_size=90).filter(lambda text: not _LONG_WORD.search(text)),
    st.integers(8, 40),
)
def test_no_line_is_needed_more_for_standing_closer(text: str, measure: int) -> None:
    told = cells(text)
    counts = [lines_needed(told, measure, 2, closer) for closer in (0.05, 0.02, 0)]
    assert counts == sorted(counts)
    assert counts[-1] >= len(justified(spans(text), measure, 2)), "nothing is squeezed"


def test_a_typed_space_beside_a_mark_is_printed() -> None:
    assert lines_needed(cells("学习， 学习"), 5.1, 0) == 2
    assert lines_needed(cells("学习，学习"), 5.1, 0) == 1


def test_the_cell_of_a_table_keeps_to_its_line() -> None:
    told, style = "谁、何时、做什么，当场记下", PRESETS["口袋本 A5"].style(Role.TABLE_CELL)
    assert cell_lines(told, style, 12.5 * style.size)[1] > 0
    assert cell_lines(f"学习\n{told}", style, 12.5 * style.size)[1] > 0
    assert cell_lines(told, style, 14 * style.size)[1] == 0


@pytest.mark.parametrize(("name", "from_style"), [("普通讲义", 0), ("公文式讲义", -5)])
def test_characters_stand_closer_only_where_a_line_is_saved(name: str, from_style: int) -> None:
    """What a style moves characters by already, for its size in half points, is added."""
    preset = PRESETS[name]
    style = preset.style(Role.BODY)
    squeezed = MARKED[: int(measure(style, preset) - style.first_indent)] + "。"
    blocks = (Paragraph(Role.BODY, (Run("学" * 60),)), Paragraph(Role.BODY, (Run(squeezed),)))
    document = HandoutDocument("讲义", Edition.PARTICIPANT, preset, blocks)
    plain, closer = docx.Document(BytesIO(write_docx(document))).paragraphs
    assert not plain._p.xpath("w:r/w:rPr/w:spacing")
    least = from_style - 20 * style.size / len(squeezed)
    assert int(closer._p.xpath("w:r/w:rPr/w:spacing/@w:val")[0]) <= least


def test_what_stands_across_two_columns_has_room_there() -> None:
    preset = PRESETS["两栏资料"]
    style = preset.style(Role.FACILITATOR)
    told = (MARKED * 3)[: int(measure(style, preset, wide=True) - style.first_indent) - 1]
    block = Paragraph(Role.FACILITATOR, (Run(told),), spans=True)
    layout = lay_out(HandoutDocument("讲义", Edition.FACILITATOR, preset, (block,)))
    assert lines_of(layout, preset) == {0: WHOLE}


@pytest.mark.parametrize("text", ["谁、何时、做什么，当场记下", "念一段"])
def test_a_cell_reads_as_it_was_written(text: str) -> None:
    preset = PRESETS["口袋本 A5"]
    block = Table((0.28, 0.72), ("一", "二"), ((text, text),))
    document = HandoutDocument("讲义", Edition.PARTICIPANT, preset, (block,))
    (table,) = docx.Document(BytesIO(write_docx(document))).tables
    assert [cell.text for cell in table.rows[1].cells] == [text, text]
