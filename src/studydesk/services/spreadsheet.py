"""Tables as CSV that spreadsheets open as they are: Chinese is read, and nothing is computed."""

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from studydesk.errors import BankUnreadable, FileUnreadable

_FORMULA = ("=", "+", "-", "@", "\t")
"""How cells begin that a spreadsheet would compute."""

_LARGEST = 4 * 2**20
"""Bytes of a CSV file that is read."""


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
        raise FileUnreadable(path, error.strerror or str(error)) from error
    if len(data) > _LARGEST:
        raise BankUnreadable(path, "too-large")
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise BankUnreadable(path, "no-text")
