"""Tables as CSV that spreadsheets open as they are: Chinese is read, and nothing is computed."""

import csv
import io
from collections.abc import Iterable

_FORMULA = ("=", "+", "-", "@", "\t")
"""How cells begin that a spreadsheet would compute."""


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
