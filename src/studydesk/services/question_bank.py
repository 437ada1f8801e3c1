"""The question bank: the templates that ship with StudyDesk, the user's own questions, and CSV."""

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import TypeVar

from studydesk import paths
from studydesk.domain.packet import Question, QuestionKind
from studydesk.errors import BankUnreadable
from studydesk.files import write_file
from studydesk.library import BankChange, BankedQuestion, Library, Use
from studydesk.services.spreadsheet import plain, table, text_of

TEMPLATE = "模板"
"""The tag of what ships with StudyDesk."""

_COLUMNS = ("题型", "题目", "意图", "要点", "追问", "时间", "标签", "用过")
_MINUTES = range(241)
"""What a question can be given, as in its editor."""
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Taken:
    """What the questions of a file changed in the bank; how many of them were new, and how many
    were there already.
    """

    change: BankChange
    added: int
    known: int


def search_bank(library: Library, query: str = "") -> tuple[BankedQuestion, ...]:
    """The user's own questions and then the templates, those that have every word of the query
    in their text, kind or tags.
    """
    words = query.split()
    entries = (*library.banked(), *templates())
    return tuple(one for one in entries if all(word in _searched(one) for word in words))


def _searched(one: BankedQuestion) -> str:
    question = one.question
    return "\n".join((question.text, question.kind.value, question.intent, *one.tags))


@cache
def templates() -> tuple[BankedQuestion, ...]:
    """The templates that ship with StudyDesk; 〔〕 holds what is to be replaced."""
    text = (paths.resources() / "questions" / "templates.csv").read_text("utf-8")
    return tuple(
        BankedQuestion(
            Question(
                row["题目"], QuestionKind(row["题型"]), intent=row["意图"], id=f"template-{n}"
            ),
            (TEMPLATE, row["适用"]),
        )
        for n, row in enumerate(csv.DictReader(io.StringIO(text)), 1)
    )


def write_bank(library: Library, path: Path) -> int:
    """Write the user's own questions as CSV that spreadsheets open; how many. Raises DiskFull or
    FileUnwritable.
    """
    entries = library.banked()
    write_file(path, table((_COLUMNS, *map(_cells, entries))))
    return len(entries)


def _cells(one: BankedQuestion) -> Iterator[str]:
    question = one.question
    minutes = min(max(question.minutes, _MINUTES[0]), _MINUTES[-1])
    yield from (question.kind.value, question.text, question.intent, question.expected)
    yield from (question.follow_ups, str(minutes))
    tags = _joined(one.tags)
    yield f"{tags}；" if " " in tags and "；" not in tags else tags  # else it would read as two
    yield _joined(f"{use.on.isoformat()} {use.packet_title}" for use in one.uses)


def read_bank(library: Library, path: Path) -> Taken:
    """Keep the questions of a CSV file: as `write_bank` makes them, or with the columns 题型 and
    题目 at least. Raises FileUnreadable or BankUnreadable, with nothing kept.
    """
    entries = list(_entries(path, text_of(path)))
    change = library.keep_questions(entries)
    return Taken(change, change.added, len(entries) - change.added)


def _entries(path: Path, text: str) -> Iterator[BankedQuestion]:
    rows = csv.DictReader(io.StringIO(text, newline=""))
    try:
        if not {"题型", "题目"} <= set(rows.fieldnames or ()):
            raise BankUnreadable(path, "no-columns")
        for row in rows:
            cells = {name: plain(row.get(name) or "") for name in _COLUMNS}
            if cells["题目"].strip():
                yield _entry(path, rows.line_num, cells)
    except csv.Error as error:
        raise BankUnreadable(path, "no-table", rows.line_num) from error


def _entry(path: Path, line: int, cells: Mapping[str, str]) -> BankedQuestion:
    question = Question(
        cells["题目"],
        _read(path, line, "kind", lambda: QuestionKind(cells["题型"].strip())),
        _read(path, line, "minutes", lambda: _minutes(cells["时间"].strip())),
        intent=cells["意图"],
        expected=cells["要点"],
        follow_ups=cells["追问"],
    )
    uses = _read(path, line, "uses", lambda: tuple(_uses(cells["用过"])))
    return BankedQuestion(question, tuple(_tags(cells["标签"])), uses)


def _read(path: Path, line: int, reason: str, reading: Callable[[], _T]) -> _T:
    """What a cell says. Raises BankUnreadable."""
    try:
        return reading()
    except ValueError as error:
        raise BankUnreadable(path, reason, line) from error


def _minutes(cell: str) -> int:
    minutes = int(cell or 0)
    if minutes not in _MINUTES:
        raise ValueError(cell)
    return minutes


def _tags(cell: str) -> Sequence[str]:
    """Tags as they are written here; in a file made by hand spaces may stand between them."""
    return tuple(_parts(cell)) if "；" in cell else cell.split()


def _uses(cell: str) -> Iterator[Use]:
    for part in _parts(cell):
        day, _, title = part.partition(" ")
        yield Use(title, date.fromisoformat(day))


def _joined(parts: Iterable[str]) -> str:
    """Several texts in one cell; a ； of their own is doubled."""
    return "； ".join(part.replace("；", "；；") for part in parts)


def _parts(cell: str) -> Iterator[str]:
    for part in re.findall("(?:[^；]|；；)+", cell):
        yield part.lstrip().replace("；；", "；")
