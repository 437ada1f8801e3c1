"""Tables as CSV that spreadsheets open as they are: Chinese is read, and nothing is computed."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from studydesk.errors import BankUnreadable, FileUnreadable, reason_of

_FORMULA = ("=", "+", "-", "@", "\t")
"""How cells begin that a spreadsheet would compute."""

_LARGEST = 4 * 2**20
"""Bytes of a CSV file that is read."""

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a file that is read: its cells by the names of their columns, "" where there is
    none.
    """

    path: Path
    line: int
    cells: Mapping[str, str]

    def said(self, reason: str, reading: Callable[[], _T]) -> _T:
        """What a cell says. Raises BankUnreadable, with the reason, where it cannot be read."""
        try:
            return reading()
        except (ValueError, KeyError) as error:
            raise BankUnreadable(self.path, reason, self.line) from error


def table(rows: Iterable[Iterable[str]]) -> bytes:
    """Rows of cells as UTF-8 with the mark at its start by which Excel and WPS know it."""
    sheet = io.StringIO()
    writer = csv.writer(sheet)
    for row in rows:
        writer.writerow(map(_harmless, row))
    return sheet.getvalue().encode("utf-8-sig", "replace")


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.lstrip("'").startswith(_FORMULA) else cell


def plain(cell: str) -> str:
    """A cell as it was before `table` made it harmless."""
    quoted = cell.startswith("'") and cell.lstrip("'").startswith(_FORMULA)
    return cell[1:] if quoted else cell


def text_of(path: Path) -> str:
    """What a CSV file says, in UTF-8 or GB 18030. Raises FileUnreadable or BankUnreadable."""
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
    except OSError as error:
        raise FileUnreadable(path, reason_of(error)) from error
    if len(data) > _LARGEST:
        raise BankUnreadable(path, "too-large")
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise BankUnreadable(path, "no-text")


def rows(
    path: Path, text: str, columns: Iterable[str], needed: Sequence[str], lacking: str
) -> Iterator[Row]:
    """The rows of a table, of these columns, that say something in the last of the needed ones.
    Raises BankUnreadable, with the reason `lacking` where a needed column is not there.
    """
    found = csv.DictReader(io.StringIO(text, newline=""))
    try:
        if not set(needed) <= set(found.fieldnames or ()):
            raise BankUnreadable(path, lacking)
        for row in found:
            cells = {name: plain(row.get(name) or "") for name in columns}
            if cells[needed[-1]].strip():
                yield Row(path, found.line_num, cells)
    except csv.Error as error:
        raise BankUnreadable(path, "no-table", found.line_num) from error
