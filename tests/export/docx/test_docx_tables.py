"""Tables of a DOCX: what stays together, and where numbers stand."""

from dataclasses import replace
from io import BytesIO

import docx
from docx.document import Document

from studydesk.export.docx.writer import write_docx
from studydesk.handout.model import Block, Edition, HandoutDocument, Paragraph, Run, Table
from studydesk.handout.presets import PRESETS
from studydesk.handout.style import Role


def reopened(*blocks: Block) -> Document:
    preset = PRESETS["普通讲义"]
    document = HandoutDocument("讲义", Edition.PARTICIPANT, preset, blocks)
    return docx.Document(BytesIO(write_docx(document)))


def kept_rows(block: Table) -> list[bool]:
    """Whether each row, the head first, is kept with the next."""
    (table,) = reopened(block).tables
    return [bool(row.cells[0].paragraphs[0].paragraph_format.keep_with_next) for row in table.rows]


def test_neither_the_first_rows_of_a_table_nor_the_last_stand_alone() -> None:
    rows = kept_rows(Table((1,), ("头",), (("格",),) * 20))
    assert rows == [True, True, True, *[False] * 15, True, True, False]


def test_units_of_numbers_stand_below_one_another() -> None:
    numbers = Table((1,), (), (("4",), ("17",), ("",)), roles=(Role.TABLE_NUMBER,))
    ranges = replace(numbers, rows=(("0—4",), ("17",)))
    for block, moved in ((numbers, [True, False, False]), (ranges, [False, False])):
        (table,) = reopened(block).tables
        indents = [each.cells[0].paragraphs[0].paragraph_format.left_indent for each in table.rows]
        assert [bool(indent) for indent in indents] == moved


def test_a_short_table_is_not_parted() -> None:
    assert kept_rows(Table((1,), ("头",), (("格",),) * 6)) == [*[True] * 6, False]


def test_what_a_table_is_kept_with_stays_on_its_page() -> None:
    block = Table((1,), (), (("格",),) * 9, keep_with_next=True)
    *_, gap, _ = reopened(block, Paragraph(Role.HEADING_2, (Run("签字"),))).paragraphs
    assert gap.paragraph_format.keep_with_next


def test_touching_tables_are_parted_and_the_last_is_followed() -> None:
    written = reopened(Table((1,), (), (("",),)), Table((1,), (), (("",),)))
    assert [child.tag.rsplit("}")[-1] for child in written.element.body] == [
        *("p", "tbl", "p", "tbl", "p"),
        "sectPr",
    ]


def test_a_number_of_a_cell_is_not_torn_from_what_it_counts() -> None:
    told = "阿卜杜拉《深入学习贯彻》，《工人日报》2026年11月30日第1版"
    block = Table((0.3, 0.7), (), ((told, ""),), roles=(Role.TABLE_CELL, Role.TABLE_CELL))
    lines = reopened(block).tables[0].rows[0].cells[0].text.split("\n")
    assert "".join(lines) == told
    assert any("2026年11月30日" in line for line in lines)
    assert any("第1版" in line for line in lines)
