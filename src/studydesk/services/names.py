"""The names of those who are to sign, from a list that somebody pasted or keeps as a file."""

import csv
import re
from collections import deque
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from studydesk.errors import FileUnreadable, SourceTooLarge, reason_of

_LARGEST = 1024 * 1024
"""Bytes of a list; that of a large factory has a tenth."""

_MOST, _LONGEST = 2000, 40
"""Names, and characters of one: what goes beyond is no list of those who meet."""

_HEADS = {"姓名", "名字", "人员", "参加人", "参加人员", "name"}
_BETWEEN = re.compile("[,，、;；\t]")
_NUMBER = re.compile(r"[\d.、．()（）\s]+")
_NUMBERED = re.compile(r"(?<!\d)[(（]?\d{1,4}[)）.、．]\s*(?=[^\W\d])|[①-⑳]\s*")
_LED_IN = re.compile("^[^：:]{0,10}(?:名单|人员|人|班|组|队|部|科|室|车间|长|员)[：:]")
_NAME = re.compile(
    "[\u4e00-\u9fff]{2,4}(?:[（(][^）)]*[）)])?|[\u4e00-\u9fff]+(?:[·•][\u4e00-\u9fff]+)+"
)
_BESIDE_A_NAME = re.compile(
    "副?(?:[组班队部科工段厂会]长|主任|书记|主席|委员|干事|记录|主持|请假)|.*(?:班|班组|小组|车间)"
)
_TWO_SURNAMES = re.compile(
    "欧阳|司马|上官|诸葛|司徒|东方|皇甫|尉迟|公孙|令狐|慕容|夏侯|端木|南宫|长孙"
)


def names_in(text: str) -> tuple[str, ...]:
    """The names of people in a list: one on each line, several with 、, commas or spaces between,
    or a table (CSV, or copied from a spreadsheet) with them in the column 姓名, or in the first
    that is not numbers. Spaces within a name, as in 张 三 and 欧阳 建国, part nothing.
    """
    return _kept(name for entry in _entries(text) for name in _parted(entry))


def entries_in(text: str) -> tuple[str, ...]:
    """What a list or table holds, as `names_in` reads it, but parted at no space."""
    return _kept(" ".join(entry.split()) for entry in _entries(text))


def _kept(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(name[:_LONGEST] for name in names if name)[:_MOST]


def _entries(text: str) -> Sequence[str]:
    lines = [_LED_IN.sub("", line.strip()) for line in text.splitlines() if line.strip()]
    rows = _rows(lines)
    if not rows:
        return []
    column = _column_of_names(rows[0])
    if column is not None:
        found = [row[column] for row in rows[1:] if len(row) > column]
    elif len(rows) > 1 and len({len(row) for row in rows}) == 1 and _is_table(rows):
        found = [next((cell for cell in row if not _is_number(cell)), "") for row in rows]
    else:
        found = [cell for row in rows for cell in row]
    return [_unnumbered(name) for name in found]


def read_names(path: Path) -> tuple[str, ...]:
    """The names in a text or CSV file. Raises FileUnreadable, SourceTooLarge or another refusal of
    a text file.
    """
    from studydesk.sources.readers.text import read_text  # the window opens without it

    try:
        size = path.stat().st_size
        if size > _LARGEST:
            raise SourceTooLarge(path.name, size, _LARGEST)
        data = path.read_bytes()
    except OSError as error:
        raise FileUnreadable(path, reason_of(error)) from error
    return names_in(read_text(data, path.name).text)


def _rows(lines: Sequence[str]) -> list[list[str]]:
    """The cells of each line; those of a table without any other sign between, by its spaces."""
    rows, spaced = [_cells(line) for line in lines], [line.split() for line in lines]
    if not rows or any(len(row) > 1 for row in rows) or len({len(row) for row in spaced}) > 1:
        return rows
    return spaced if _column_of_names(spaced[0]) is not None or _is_table(spaced) else rows


def _column_of_names(head: Sequence[str]) -> int | None:
    cells = [cell.casefold().replace(" ", "") for cell in head]
    return next((place for place, cell in enumerate(cells) if cell in _HEADS), None)


def _cells(line: str) -> list[str]:
    cells = _BETWEEN.split(_NUMBERED.sub("\t", line).strip("\t"))
    if '"' in line:
        with suppress(csv.Error):  # a mark that is closed nowhere makes a cell of all the rest
            cells = next(csv.reader([line]))
    return [cell.strip() for cell in cells]


def _parted(entry: str) -> list[str]:
    """The names with spaces between them; all of it, where they cannot be told apart for sure."""
    names: list[str] = []
    pieces = deque(entry.split())
    while pieces:
        piece = pieces.popleft()
        alone = not names and len(pieces) == 1
        if pieces and _goes_on(piece, pieces[0], alone=alone):
            names.append(f"{piece} {pieces.popleft()}")
        elif names and _BESIDE_A_NAME.fullmatch(piece):
            names[-1] += f" {piece}"
        elif _NAME.fullmatch(piece):
            names.append(piece)
        else:
            return [" ".join(entry.split())]
    return names


def _goes_on(piece: str, following: str, *, alone: bool) -> bool:
    """Whether a name is written with a space between these two: 张 三, 欧阳 建国."""
    if _TWO_SURNAMES.fullmatch(piece):
        return len(following) <= 2
    return len(piece) == 1 and len(following) <= (2 if alone else 1)


def _is_table(rows: Sequence[Sequence[str]]) -> bool:
    """Whether each row begins with a number of its own, as those of a table do."""
    return len(rows[0]) > 1 and all(_is_number(row[0]) for row in rows)


def _is_number(cell: str) -> bool:
    return bool(_NUMBER.fullmatch(cell))


def _unnumbered(name: str) -> str:
    return re.sub(r"^[(（]?\d+[)）.、．\s]+", "", name)
