"""The names of those who are to sign, from a list that somebody pasted or keeps as a file."""

import csv
import re
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from studydesk.errors import FileUnreadable, SourceTooLarge

_LARGEST = 1024 * 1024
"""Bytes of a list; that of a large factory has a tenth."""

_MOST, _LONGEST = 2000, 40
"""Names, and characters of one: what goes beyond is no list of those who meet."""

_HEADS = {"姓名", "名字", "人员", "参加人", "参加人员", "name"}
_BETWEEN = re.compile("[,，、;；\t]")
_NUMBER = re.compile(r"[\d.、．()（）\s]+")


def names_in(text: str) -> tuple[str, ...]:
    """The names in a list: one on each line, several with 、 or commas between, or a table (CSV, or
    copied from a spreadsheet) with them in the column 姓名, or in the first that is not numbers.
    """
    rows = [_cells(line) for line in text.splitlines() if line.strip()]
    if not rows:
        return ()
    head = [cell.casefold().replace(" ", "") for cell in rows[0]]
    column = next((place for place, cell in enumerate(head) if cell in _HEADS), None)
    if column is not None:
        found = [row[column] for row in rows[1:] if len(row) > column]
    elif len(rows) > 1 and len({len(row) for row in rows}) == 1 and _is_table(rows):
        found = [next((cell for cell in row if not _is_number(cell)), "") for row in rows]
    else:
        found = [cell for row in rows for cell in row]
    names = (" ".join(_unnumbered(name).split())[:_LONGEST] for name in found)
    return tuple(name for name in names if name)[:_MOST]


def read_names(path: Path) -> tuple[str, ...]:
    """The names in a text or CSV file. Raises FileUnreadable, SourceTooLarge or another refusal of
    a text file.
    """
    from studydesk.sources.text import read_text  # the window opens without it

    try:
        size = path.stat().st_size
        if size > _LARGEST:
            raise SourceTooLarge(path.name, size, _LARGEST)
        data = path.read_bytes()
    except OSError as error:
        raise FileUnreadable(path, error.strerror or str(error)) from error
    return names_in(read_text(data, path.name).text)


def _cells(line: str) -> list[str]:
    cells = _BETWEEN.split(line)
    if '"' in line:
        with suppress(csv.Error):  # a mark that is closed nowhere makes a cell of all the rest
            cells = next(csv.reader([line]))
    return [cell.strip() for cell in cells]


def _is_table(rows: Sequence[Sequence[str]]) -> bool:
    """Whether each row begins with a number of its own, as those of a table do."""
    return len(rows[0]) > 1 and all(_is_number(row[0]) for row in rows)


def _is_number(cell: str) -> bool:
    return bool(_NUMBER.fullmatch(cell))


def _unnumbered(name: str) -> str:
    return re.sub(r"^[(（]?\d+[)）.、．\s]+", "", name)
