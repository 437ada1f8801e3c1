"""The bank of set wording (规范表述库): what ships with StudyDesk, what a library's users made of
it, and CSV. Only what differs from the shipped bank is kept, so that a later one still arrives.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Protocol, TypeVar

from studydesk import paths
from studydesk.domain.article import Severity
from studydesk.errors import BankUnreadable
from studydesk.files import write_file
from studydesk.library import Library
from studydesk.proof.phrase_bank import Phrase
from studydesk.services.spreadsheet import Row, rows, table, text_of

__all__ = [
    "LEVELS",
    "LEVEL_NAMES",
    "Arrived",
    "Phrase",
    "bank_day",
    "keep_phrases",
    "phrases",
    "read_phrases",
    "shipped",
    "write_phrases",
]

LEVELS: Mapping[str, Severity] = {
    "必改": Severity.RED,
    "留意": Severity.AMBER,
    "参考": Severity.GREY,
}
"""What the levels are called, in a table and on the screen."""

LEVEL_NAMES: Mapping[Severity, str] = {level: name for name, level in LEVELS.items()}

_KEY = "phrases"
_TEXT = "规范表述"
_GONE = "移出"
_COLUMNS = (
    *(_TEXT, "也可写作", "常见误写", "例外", "释义"),
    *("出处", "出处日期", "核对日期", "级别", "启用"),
)
_OFF = "否"
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Arrived:
    """A bank with what came out of a file: how many entries are new, and how many changed."""

    phrases: tuple[Phrase, ...]
    added: int
    changed: int


@cache
def shipped() -> tuple[Phrase, ...]:
    """The bank that ships with StudyDesk."""
    file = paths.resources() / "phrases" / "bank.csv"
    return tuple(_read(file, file.read_text("utf-8")))


class Remembering(Protocol):
    """A library, or whatever else remembers things under keys."""

    def recall_as(self, key: str, make: Callable[[object], _T]) -> _T:
        """What is made of that which is remembered under a key."""
        ...


def phrases(library: Remembering) -> tuple[Phrase, ...]:
    """The bank of a library: its users' own entries first."""
    return library.recall_as(_KEY, _bank)


def _bank(kept: object) -> tuple[Phrase, ...]:
    own, gone = _kept(kept)
    known = {phrase.text for phrase in shipped()}
    new = [phrase for text, phrase in own.items() if text not in known]
    return (*new, *(own.get(one.text, one) for one in shipped() if one.text not in gone))


def _kept(kept: object) -> tuple[dict[str, Phrase], set[str]]:
    """The entries that users added or changed, by their wording, and those they took out."""
    own: dict[str, Phrase] = {}
    gone: set[str] = set()
    for row in kept if isinstance(kept, list) else ():
        if not isinstance(row, dict) or not all(isinstance(cell, str) for cell in row.values()):
            continue
        if _GONE in row:
            gone.add(row[_GONE])
            continue
        with suppress(BankUnreadable):  # another program's row is left alone
            phrase = _phrase(Row(Path(), 0, row))
            if phrase.text:
                own[phrase.text] = phrase
    return own, gone


def keep_phrases(library: Library, bank: Iterable[Phrase]) -> int:
    """Let this be the library's bank; of two entries with the same wording the first one. How
    many there are then.
    """
    wanted = {phrase.text: phrase for phrase in reversed([one for one in bank if one.text])}
    before = {phrase.text: phrase for phrase in shipped()}
    rows = [
        dict(zip(_COLUMNS, _cells(phrase), strict=True))
        for text, phrase in reversed(wanted.items())
        if before.get(text) != phrase
    ]
    gone = [{_GONE: text} for text in before if text not in wanted]
    library.remember(_KEY, [*rows, *gone])
    return len(wanted)


def bank_day(bank: Iterable[Phrase]) -> date | None:
    """The last day on which an entry of a bank was looked up; None where that is not known."""
    return max((phrase.checked for phrase in bank if phrase.checked), default=None)


def write_phrases(bank: Sequence[Phrase], path: Path) -> int:
    """Write a bank as CSV that spreadsheets open; how many entries. Raises DiskFull or
    FileUnwritable.
    """
    write_file(path, table((_COLUMNS, *map(_cells, bank))))
    return len(bank)


def read_phrases(bank: Sequence[Phrase], path: Path) -> Arrived:
    """A bank with the entries of a CSV file: as `write_phrases` makes it, or with the column
    规范表述 at least. An entry of the same wording is replaced. Raises FileUnreadable or
    BankUnreadable.
    """
    arriving = {phrase.text: phrase for phrase in _read(path, text_of(path))}
    known = {phrase.text: phrase for phrase in bank}
    new = [phrase for text, phrase in arriving.items() if text not in known]
    changed = sum(known[text] != one for text, one in arriving.items() if text in known)
    return Arrived((*new, *(arriving.get(one.text, one) for one in bank)), len(new), changed)


def _cells(phrase: Phrase) -> Iterator[str]:
    yield phrase.text
    for words in (phrase.also, phrase.wrong, phrase.unless):
        yield "；".join(words)
    yield from (phrase.definition, phrase.source)
    for day in (phrase.dated, phrase.checked):
        yield day.isoformat() if day else ""
    yield LEVEL_NAMES[phrase.level]
    yield "是" if phrase.is_on else _OFF


def _read(path: Path, text: str) -> Iterator[Phrase]:
    return map(_phrase, rows(path, text, _COLUMNS, (_TEXT,), "no-phrases"))


def _phrase(row: Row) -> Phrase:
    def part(name: str) -> str:
        return " ".join(row.cells.get(name, "").split())

    def parts(name: str) -> tuple[str, ...]:
        return tuple(filter(None, (word.strip() for word in part(name).split("；"))))

    def day(name: str) -> date | None:
        return date.fromisoformat(part(name)) if part(name) else None

    return Phrase(
        part(_TEXT),
        parts("也可写作"),
        parts("常见误写"),
        parts("例外"),
        part("释义"),
        part("出处"),
        row.said("phrase-day", lambda: day("出处日期")),
        row.said("phrase-day", lambda: day("核对日期")),
        row.said("phrase-level", lambda: LEVELS[part("级别") or "留意"]),
        part("启用") != _OFF,
    )
