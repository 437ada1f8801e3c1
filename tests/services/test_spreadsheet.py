import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from studydesk.services.spreadsheet import plain, table

TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\r\n\x00"))


def read(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_excel_and_wps_know_the_file_for_utf_8() -> None:
    assert table([["日期", "题名"]]) == b"\xef\xbb\xbf" + "日期,题名\r\n".encode()


def test_no_cell_is_computed() -> None:
    assert read(table([["=1+1", "-2", "@x", "一"]])) == [["'=1+1", "'-2", "'@x", "一"]]


@given(st.lists(st.lists(TEXTS, min_size=2, max_size=4), min_size=1, max_size=4))
def test_every_cell_comes_back_as_it_was(rows: list[list[str]]) -> None:
    assert [[plain(cell) for cell in row] for row in read(table(rows))] == rows
