"""How wide the columns of a page are, where marks hang over the end of some rows."""

from studydesk.sources.recovery.lines import read_lines
from studydesk.sources.recovery.wrapping import Column, columns_of

ROWS = (
    "小区门口新装了一排长座椅，",
    "木条光滑样子别致可没过几",
    "天常来歇脚的老人却又坐回",
    "了花坛的石沿上一问才知道，",
    "座椅没有扶手坐下去很容易",
    "站起来难后来物业给每张椅",
    "子加装了两个扶手花坛边的",
    "老人才慢慢又挪了回来原来",
)


def columns(*rows: str) -> list[Column | None]:
    return columns_of(read_lines("\n".join(rows))[0])


def test_a_mark_that_hangs_over_the_end_of_a_row_makes_no_column_wider() -> None:
    assert {column.width for column in columns(*ROWS) if column} == {12}


def test_a_row_with_a_mark_that_hangs_over_fills_its_column() -> None:
    lines, _ = read_lines("\n".join(ROWS))
    found = columns_of(lines)
    assert all(column and column.fills(line) for line, column in zip(lines, found, strict=True))


def test_a_row_that_ends_in_two_marks_is_no_wider_than_its_column() -> None:
    line = read_lines("小区门口新装了一排长座椅。”")[0][0]
    assert Column(12, 1.1).fills(line)
    assert not Column(12, 1.1).is_wider(line)
