"""The window is painted at once: what is heavy is loaded where it is used, and not before."""

import subprocess
import sys

import pytest

HEAVY = {
    "docx",
    "fontTools",
    "jieba",
    "lxml",
    "pikepdf",
    "platformdirs",
    "pypdfium2",
    "reportlab",
    "PySide6.QtPdf",
    "PySide6.QtPdfWidgets",
    "PySide6.QtPrintSupport",
}


def loaded_by(statement: str) -> set[str]:
    """The modules that a fresh Python holds after a statement."""
    program = f"{statement}\nimport sys\nprint(*sys.modules, sep='\\n')"
    command = [sys.executable, "-c", program]
    return set(subprocess.run(command, capture_output=True, text=True, check=True).stdout.split())


def test_the_window_loads_nothing_heavy_before_it_is_shown() -> None:
    assert loaded_by("import studydesk.app") & HEAVY == set()


def test_the_command_line_loads_nothing_heavy_before_it_knows_its_command() -> None:
    assert loaded_by("import studydesk.cli") & HEAVY == set()


@pytest.mark.parametrize(
    "arguments", [["--help"], ["recover", "--help"], ["search", "学习", "--library", "无"]]
)
def test_no_command_loads_qt(arguments: list[str]) -> None:
    statement = (
        "import contextlib, io, studydesk.cli\n"
        "with contextlib.suppress(SystemExit), contextlib.redirect_stdout(io.StringIO()):\n"
        f"    studydesk.cli.main({arguments})"
    )
    assert {name for name in loaded_by(statement) if name.startswith("PySide6")} == set()


def test_the_readers_load_no_library_before_a_file_needs_it() -> None:
    assert loaded_by("import studydesk.sources.reading") & HEAVY == set()


def test_errors_are_put_into_words_without_qt() -> None:
    assert "PySide6" not in loaded_by("import studydesk.ui.messages")
