"""The rooms of StudyDesk import only what the table here lets them import.

Every import counts: at the top of a file, inside a function, and for type checking only.
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

PACKAGE = Path(__file__).parents[1] / "src" / "studydesk"

LEAVES = {"errors", "files", "paths"}

ROOMS: dict[str, set[str]] = {
    "errors": set(),
    "files": {"errors"},
    "paths": {"platformdirs"},
    "domain": {"errors"},
    "typeset": set(),
    "sources": {"domain", "lxml", "pypdfium2", *LEAVES},
    "library": {"domain", "sqlite3", "filelock", *LEAVES},
    "study": {"domain", "jieba", *LEAVES},
    "proof": {"domain", *LEAVES},
    "handout": {"domain", "tomlkit", *LEAVES},
    "export": {"handout", "typeset", "docx", "reportlab", "pikepdf", "fontTools", "PIL", *LEAVES},
    "ui": {"services", "domain", "handout", "library", "study", "PySide6", "shiboken6", *LEAVES},
}
"""What each room may import besides the standard library."""

OUR_ROOMS = set(ROOMS)
ROOMS["services"] = OUR_ROOMS - {"ui"}
ROOMS["arguments"] = {"handout", "export"}
ROOMS["cli"] = OUR_ROOMS | {"services", "app", "arguments"}
ROOMS["app"] = OUR_ROOMS | {"services", "PySide6"}
ROOMS["__main__"] = {"cli", "app"}
ROOMS["__init__"] = set()

FOR_TYPES = {"ui": {"export", "proof"}}
"""What a room may name in annotations, and not load: what services hand it comes from there."""

GUARDED = {"sqlite3"}
"""Parts of the standard library that not every room may use."""

WITHOUT_QT = "ui/words/"
"""The folder of the window that the command line uses, too."""

THREADS = {"QThread", "QThreadPool", "QRunnable", "Thread", "ThreadPoolExecutor"}


class Import(NamedTuple):
    """One name that a file imports; `for_types` where only a type checker does."""

    line: int
    name: str
    for_types: bool


def imports(source: str, package: tuple[str, ...]) -> Iterator[Import]:
    """Everything that a file of `package` imports, by its full dotted name."""
    tree = ast.parse(source)
    guards = [node for node in ast.walk(tree) if isinstance(node, ast.If)]
    for_types = {
        inner
        for guard in guards
        if isinstance(guard.test, ast.Name) and guard.test.id == "TYPE_CHECKING"
        for statement in guard.body
        for inner in ast.walk(statement)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else ()
            names = [".".join([*above, node.module or "", alias.name]) for alias in node.names]
        else:
            continue
        for name in names:
            yield Import(node.lineno, name.replace("..", ".").lstrip("."), node in for_types)


def room_or_library(name: str) -> str:
    """The word that the table knows an import by; empty where every room may have it."""
    first, _, rest = name.partition(".")
    if first == "studydesk":
        room = rest.partition(".")[0]
        return room if room in ROOMS else ""
    return "" if first in sys.stdlib_module_names - GUARDED else first


def broken_rules(file: str, source: str) -> list[str]:
    """One sentence for each import that the table forbids; `file` is a path in the package."""
    path = Path(file)
    room = path.parts[0].removesuffix(".py")
    allowed = {"", room, *ROOMS[room]} - ({"PySide6"} if file.startswith(WITHOUT_QT) else set())
    sentences = []
    for line, name, for_types in imports(source, ("studydesk", *path.parent.parts)):
        words = allowed | (FOR_TYPES.get(room, set()) if for_types else set())
        without_qt = room == "cli" or file.startswith(WITHOUT_QT)
        into_window = without_qt and name.startswith("studydesk.ui")
        if into_window and not name.startswith("studydesk.ui.words."):
            sentences.append(f"{file}:{line}: of the window, only its sentences are without Qt")
        if room_or_library(name) not in words:
            sentences.append(f"{file}:{line}: {room} may not import {name}")
        if name.rpartition(".")[2] in THREADS and file != "ui/jobs.py":
            sentences.append(f"{file}:{line}: only ui/jobs.py starts threads, not {name}")
    return sentences


def program_files() -> list[str]:
    return sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py"))


def test_every_file_imports_only_what_its_room_may() -> None:
    sources = {file: (PACKAGE / file).read_text("utf-8") for file in program_files()}
    assert [line for file, text in sources.items() for line in broken_rules(file, text)] == []


def test_the_table_names_every_room_there_is() -> None:
    rooms = {Path(file).parts[0].removesuffix(".py") for file in program_files()}
    assert rooms <= {*ROOMS}


@pytest.mark.parametrize(
    "library", ["sqlite3", "jieba", "docx", "lxml", "pypdfium2", "reportlab", "pikepdf"]
)
def test_each_library_is_used_in_one_room(library: str) -> None:
    assert len([room for room, allowed in ROOMS.items() if library in allowed]) == 1


@pytest.mark.parametrize(
    ("file", "source"),
    [
        ("domain/article.py", "import PySide6.QtCore"),
        ("domain/article.py", "import jieba"),
        ("typeset/breaks.py", "from studydesk.errors import StudyDeskError"),
        ("library/search.py", "from studydesk.sources import reading"),
        ("library/search.py", "def search():\n    from studydesk import services"),
        ("library/sub/search.py", "from ...export.pdf import write_pdf"),
        (
            "export/pdf/page.py",
            "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n import sqlite3",
        ),
        ("services/importing.py", "from ..ui.messages import sentence"),
        ("ui/main_window.py", "from studydesk.export.pdf.writer import write_pdf"),
        ("ui/arrange/handout/preview.py", "from studydesk.proof.finding import Finding"),
        ("ui/main_window.py", "from PySide6.QtCore import QThread"),
        ("ui/words/messages.py", "from PySide6.QtWidgets import QLabel"),
        ("ui/words/outcomes.py", "from studydesk.ui.key_names import native"),
        ("cli.py", "from PySide6.QtCore import QLocale"),
        ("cli.py", "from studydesk.ui.main_window import MainWindow"),
    ],
)
def test_an_import_that_the_table_forbids_is_found(file: str, source: str) -> None:
    assert len(broken_rules(file, source)) == 1


@pytest.mark.parametrize(
    ("file", "source"),
    [
        ("domain/article.py", "from dataclasses import dataclass\nfrom . import packet"),
        ("library/database.py", "import sqlite3\nfrom studydesk.domain.article import Article"),
        (
            "ui/arrange/handout/preview.py",
            "if TYPE_CHECKING:\n    from studydesk.export.pdf.writer import PdfFile",
        ),
        ("ui/jobs.py", "from PySide6.QtCore import QThreadPool"),
        (
            "cli.py",
            "from studydesk import __version__\nfrom studydesk.ui.words.messages import sentence",
        ),
    ],
)
def test_an_import_that_the_table_allows_is_passed(file: str, source: str) -> None:
    assert broken_rules(file, source) == []
