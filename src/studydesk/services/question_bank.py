"""The question bank: the templates that ship with StudyDesk, the user's own questions, and CSV."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from studydesk import paths
from studydesk.domain.packet import Packet, Question, QuestionKind
from studydesk.files import write_file
from studydesk.library import BankChange, BankedQuestion, Library, Use
from studydesk.services.spreadsheet import Row, rows, table, text_of

TEMPLATE = "模板"
"""The tag of what ships with StudyDesk."""

_COLUMNS = ("题型", "题目", "意图", "要点", "追问", "时间", "标签", "用过")
_MINUTES = range(241)
"""What a question can be given, as in its editor."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What the questions of a file changed in the bank; how many of them were new, and how many
    were there already.
    """

    change: BankChange
    added: int
    known: int


def search_bank(
    library: Library, query: str = "", packet: Packet | None = None
) -> tuple[BankedQuestion, ...]:
    """The user's own questions and then the templates, those that have every word of the query
    in their text, kind or tags; last the templates that a packet has, with blanks filled or not.
    """
    words = query.split()
    asked = [question.text for question in packet.questions] if packet else []
    entries = (*library.banked(), *templates())
    found = [one for one in entries if all(word in _searched(one) for word in words)]
    return tuple(sorted(found, key=lambda one: TEMPLATE in one.tags and _is_among(asked, one)))


def _is_among(asked: Iterable[str], one: BankedQuestion) -> bool:
    """Whether a question is asked, with anything in place of its blanks."""
    wording = ".+?".join(map(re.escape, re.split("〔[^〔〕]*〕", one.question.text)))
    return any(re.fullmatch(wording, text) for text in asked)


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
    entries = [
        _entry(row) for row in rows(path, text_of(path), _COLUMNS, ("题型", "题目"), "no-columns")
    ]
    change = library.keep_questions(entries)
    return Taken(change, change.added, len(entries) - change.added)


def _entry(row: Row) -> BankedQuestion:
    cells = row.cells
    question = Question(
        cells["题目"],
        row.said("kind", lambda: QuestionKind(cells["题型"].strip())),
        row.said("minutes", lambda: _minutes(cells["时间"].strip())),
        intent=cells["意图"],
        expected=cells["要点"],
        follow_ups=cells["追问"],
    )
    uses = row.said("uses", lambda: tuple(_uses(cells["用过"])))
    return BankedQuestion(question, tuple(_tags(cells["标签"])), uses)


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
