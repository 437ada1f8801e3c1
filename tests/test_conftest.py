"""What conftest.py promises of every test, tried on tests that break it."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

BREAKING = """
import logging
from threading import Event
import pytest
from PySide6.QtCore import qWarning
from PySide6.QtWidgets import QApplication, QWidget
from platformdirs import user_config_path
from studydesk import paths
from studydesk.ui.jobs import Jobs

def test_warns_in_the_log(): logging.getLogger("x").warning("beware")
def test_warns_in_the_log_and_says_so(caplog): logging.getLogger("x").warning("beware")
def test_warns_through_qt(qapp): qWarning("beware")

@pytest.mark.needs("no-such-tool")
def test_needs_a_tool(): raise AssertionError

def test_has_a_home_of_its_own(home):
    assert home in paths.default_library().parents
    assert home in user_config_path("x").parents
    assert not list(home.iterdir())

def test_shows_nothing_on_a_display(qapp): assert qapp.platformName() == "offscreen"

def test_leaves_a_window(qapp):
    QApplication.left = QWidget()
    QApplication.left.show()

def test_closes_its_window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()

def test_copies(qapp): qapp.clipboard().setText("copied")
def test_finds_nothing_to_paste(qapp): assert not qapp.clipboard().text()

def test_leaves_a_job(qapp):
    QApplication.jobs = Jobs()
    QApplication.jobs.start(lambda progress: Event().wait(1.5), done=print, failed=print)
"""


def outcomes(folder: Path, *arguments: str, **environment: str) -> tuple[int, str]:
    """Exit status and output of a run over the breaking tests."""
    for name in ("pyproject.toml", "tests/conftest.py"):
        shutil.copy(ROOT / name, folder)
    conftest = folder / "conftest.py"  # a job is waited for so long that its end would come first
    conftest.write_text(
        re.sub("PATIENCE = .*", "PATIENCE = 2_000", conftest.read_text("utf-8")), "utf-8"
    )
    (folder / "test_breaking.py").write_text(BREAKING, "utf-8")
    command = [sys.executable, "-m", "pytest", "-rA", *arguments, "test_breaking.py"]
    ours = {**os.environ, "CI": "", "PYTHONPATH": str(ROOT / "src"), **environment}
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, cwd=folder, env=ours
    )
    return done.returncode, done.stdout


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> str:
    return outcomes(tmp_path_factory.mktemp("breaking"))[1]


@pytest.mark.parametrize(
    ("test", "outcome"),
    [
        ("warns_in_the_log", "ERROR"),
        ("warns_through_qt", "FAILED"),
        ("leaves_a_window", "ERROR"),
        ("leaves_a_job", "ERROR"),
    ],
)
def test_a_test_that_breaks_a_promise_fails(run: str, test: str, outcome: str) -> None:
    assert f"{outcome} test_breaking.py::test_{test}" in run


@pytest.mark.parametrize(
    "test",
    [
        "warns_in_the_log_and_says_so",
        "has_a_home_of_its_own",
        "shows_nothing_on_a_display",
        "closes_its_window",
        "finds_nothing_to_paste",
    ],
)
def test_a_test_that_keeps_them_passes(run: str, test: str) -> None:
    assert f"PASSED test_breaking.py::test_{test}" in run


def test_a_test_that_lacks_a_tool_is_left_out_by_name(run: str) -> None:
    assert "needs no-such-tool: test_breaking.py::test_needs_a_tool" in run


def test_a_test_left_out_fails_the_run_only_where_all_must_run(tmp_path: Path) -> None:
    chosen = ("-k", "needs_a_tool or own_home")
    assert outcomes(tmp_path, *chosen)[0] == 0
    assert outcomes(tmp_path, *chosen, CI="true")[0] == 1


def test_without_the_libraries_of_a_window_its_tests_are_left_out(tmp_path: Path) -> None:
    status, said = outcomes(tmp_path, "-p", "no:pytest-qt", CI="true")
    assert status == 1
    assert "needs the window libraries: test_breaking.py" in said
