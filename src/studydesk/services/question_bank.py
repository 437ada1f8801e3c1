"""The question bank: the templates that ship with StudyDesk, the user's own questions, and CSV."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from studydesk import paths
from studydesk.domain.packet import Question, QuestionKind
from studydesk.errors import FileUnreadable
from studydesk.files import write_file
from studydesk.library import BankedQuestion, Library, Use

TEMPLATE = "模板"
"""The tag of what ships with StudyDesk."""

_COLUMNS = ("题型", "题目", "意图", "要点", "追问", "时间", "标签", "用过")
_FORMULA = ("=", "+", "-", "@", "\t")
"""How cells begin that a spreadsheet would compute."""
_LARGEST = 4 * 2**20
"""Bytes of a CSV file that is read."""


@dataclass(frozen=True, slots=True)
class Taken:
    """How many questions came out of a file: new ones, and those that were there already."""

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
    sheet = io.StringIO()
    writer = csv.writer(sheet)
    writer.writerow(_COLUMNS)
    for one in entries:
        writer.writerow(map(_harmless, _cells(one)))
    write_file(path, sheet.getvalue().encode("utf-8-sig"))
    return len(entries)


def _cells(one: BankedQuestion) -> Iterator[str]:
    question = one.question
    yield from (question.kind.value, question.text, question.intent, question.expected)
    yield from (question.follow_ups, str(question.minutes), " ".join(one.tags))
    yield "；".join(f"{use.on.isoformat()} {use.packet_title}" for use in one.uses)


def read_bank(library: Library, path: Path) -> Taken:
    """Keep the questions of a CSV file: as `write_bank` makes them, or with the columns 题型 and
    题目 at least. Raises FileUnreadable, with nothing kept.
    """
    entries = list(_entries(path, _text(path)))
    new = sum(library.keep_question(one.question, one.tags, one.uses) for one in entries)
    return Taken(new, len(entries) - new)


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > _LARGEST:
            raise FileUnreadable(path, "too large")
        data = path.read_bytes()
    except OSError as error:
        raise FileUnreadable(path, error.strerror or str(error)) from error
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise FileUnreadable(path, "no text")


def _entries(path: Path, text: str) -> Iterator[BankedQuestion]:
    rows = csv.DictReader(io.StringIO(text, newline=""))
    try:
        for row in rows:
            cells = {name: _plain(row.get(name) or "") for name in _COLUMNS}
            if not cells["题目"]:
                continue
            yield BankedQuestion(
                Question(
                    cells["题目"],
                    QuestionKind(cells["题型"]),
                    int(cells["时间"] or 0),
                    intent=cells["意图"],
                    expected=cells["要点"],
                    follow_ups=cells["追问"],
                ),
                tuple(cells["标签"].split()),
                tuple(_uses(cells["用过"])),
            )
    except (csv.Error, ValueError) as error:
        raise FileUnreadable(path, f"line {rows.line_num}: {error}") from error


def _uses(cell: str) -> Iterator[Use]:
    for part in filter(None, cell.split("；")):
        day, _, title = part.partition(" ")
        yield Use(title, date.fromisoformat(day))


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _plain(cell: str) -> str:
    cell = cell.strip()
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell
