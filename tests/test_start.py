"""The window is painted at once: what is heavy is loaded where it is used, and not before."""

import subprocess
import sys
from pathlib import Path

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
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    return set(done.stdout.split())


AFTER_THE_FIRST_PAINT = {
    "numpy",
    "socket",
    "sqlite3",
    "PySide6.QtCore.Qt",  # all its names, which PySide makes where one is asked for
    "PySide6.QtSvg",
    "studydesk.domain",
    "studydesk.export",
    "studydesk.handout",
    "studydesk.library",
    "studydesk.proof",
    "studydesk.services",
    "studydesk.sources",
    "studydesk.study",
    "studydesk.ui.desk",
    "studydesk.ui.icons",
    "studydesk.ui.notice",
    "studydesk.ui.pages",
    *HEAVY - {"platformdirs"},
}
"""What comes when there is a window to look at: it makes half of an empty window's time."""


def test_the_first_paint_needs_next_to_nothing(tmp_path: Path) -> None:
    statement = f"""
import os, sys
from studydesk import app
from studydesk.ui.main_window import MainWindow

class Window(MainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        made = [f"PySide6.QtCore.{{name}}" for name in vars(sys.modules["PySide6.QtCore"])]
        print(*sys.modules, *made, sep="\\n", flush=True)
        os._exit(0)

app.MainWindow = Window
app.main(["--library", {str(tmp_path)!r}])
"""
    loaded = loaded_by(statement)
    assert "studydesk.ui.start_page" in loaded
    assert loaded & AFTER_THE_FIRST_PAINT == set()


def test_all_names_of_qt_are_made_before_there_are_two_threads_that_ask_for_them() -> None:
    """PySide makes them where one is asked for; who asks meanwhile is told that there is none."""
    asks_from_a_job = """
from threading import Event
from PySide6 import QtCore
from PySide6.QtCore import QCoreApplication
from studydesk.ui.jobs import Jobs
application, begun = QCoreApplication(), Event()
def work(progress):
    begun.set()
    return int(QtCore.Qt.Key.Key_A)
def end(outcome):
    print(outcome)
    application.quit()
Jobs().start(work, done=end, failed=end)
begun.wait()
assert QtCore.Qt.TextFormat.PlainText is not None
application.exec()
"""
    for _ in range(5):
        done = subprocess.run(
            [sys.executable, "-c", asks_from_a_job],
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        assert done.stdout == "65\n"  # A


def test_no_source_is_read_for_the_sake_of_names_in_another_style() -> None:
    told = (
        "import studydesk.app, linecache\n"
        "raise SystemExit(any('studydesk/ui' in name for name in linecache.cache))"
    )
    assert subprocess.run([sys.executable, "-c", told], check=False).returncode == 0


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
    assert "PySide6" not in loaded_by("import studydesk.ui.words.messages")


def test_a_handout_in_bundled_faces_is_written_without_reading_any_font_of_the_computer() -> None:
    statement = """
from studydesk.export.pdf.writer import write_pdf
from studydesk.handout.model import Edition, HandoutDocument, Paragraph, Run
from studydesk.handout.presets import PRESETS
from studydesk.handout.style import Role
blocks = (Paragraph(Role.BODY, (Run("学习"), Run("重点", bold=True))),)
write_pdf(HandoutDocument("讲义", Edition.PARTICIPANT, PRESETS["普通讲义"], blocks))
"""
    loaded = loaded_by(statement)
    assert "reportlab" in loaded
    assert loaded & {"fontTools", "docx", "studydesk.export.installed_fonts"} == set()
