"""What every test gets: a home of its own, no display, and no patience for stray warnings."""

import gc
import logging
import os
import re
import shutil
import signal
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings

from studydesk import paths

settings.register_profile("quick", max_examples=50, deadline=None, print_blob=True)
settings.register_profile("ci", parent=settings.get_profile("quick"), derandomize=True)
settings.register_profile("thorough", parent=settings.get_profile("quick"), max_examples=2000)
settings.load_profile("ci" if os.environ.get("CI") else "quick")


PATIENCE = 60_000
"""Milliseconds for which a test waits for what must come: a busy machine takes its time."""


# --- the run -------------------------------------------------------------------------------


def pytest_addoption(parser: pytest.Parser, pluginmanager: pytest.PytestPluginManager) -> None:
    parser.addoption(
        "--onscreen", action="store_true", help="show the windows of the tests on the display"
    )
    if not pluginmanager.hasplugin("pytest-qt"):  # its settings stand in pyproject.toml
        for name in ("qt_api", "qt_log_level_fail", "qt_log_ignore"):
            parser.addini(name, "unused: this machine cannot load Qt")


def pytest_configure(config: pytest.Config) -> None:
    os.environ["LC_ALL"] = "C.UTF-8"
    if not config.getoption("onscreen"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if config.pluginmanager.hasplugin("pytest-qt"):
        from pytestqt.qtbot import QtBot

        for wait in (QtBot.waitUntil, QtBot.waitSignal, QtBot.waitSignals, QtBot.waitExposed):
            wait.__kwdefaults__ = {**(wait.__kwdefaults__ or {}), "timeout": PATIENCE}


def pytest_runtest_setup(item: pytest.Item) -> None:
    for marker in item.iter_markers("needs"):
        for tool in marker.args:
            if shutil.which(tool) is None:
                pytest.skip(f"needs {tool}")


_IMPORTS_WINDOW = re.compile(r"^(?:from|import) (?:PySide6|studydesk\.(?:ui|app))\b", re.MULTILINE)


class _WindowTests(pytest.Module):
    """A file of tests that a machine without the libraries of a window cannot even import."""

    def collect(self) -> list[pytest.Item | pytest.Collector]:
        pytest.skip("needs the window libraries", allow_module_level=True)


def pytest_pycollect_makemodule(
    module_path: Path, parent: pytest.Collector
) -> pytest.Module | None:
    if parent.config.pluginmanager.hasplugin("pytest-qt"):
        return None
    if _IMPORTS_WINDOW.search(module_path.read_text("utf-8")):
        return _WindowTests.from_parent(parent, path=module_path)
    return None


def _left_out(config: pytest.Config) -> list[str]:
    """Every test that was not run because this machine lacks what it needs, with what that is."""
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    if reporter is None:  # a worker of pytest-xdist; the main process reports
        return []
    reasons = [(report, str(report.longrepr)) for report in reporter.stats.get("skipped", ())]
    found = [(report, re.search(r"needs [\w .-]+", reason)) for report, reason in reasons]
    return sorted(f"{need[0]}: {report.nodeid}" for report, need in found if need)


def pytest_sessionfinish(session: pytest.Session) -> None:
    nothing_failed = session.exitstatus in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED)
    if os.environ.get("CI") and nothing_failed and _left_out(session.config):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    left_out = _left_out(config)
    if left_out:
        terminalreporter.section(f"left out: {len(left_out)}")
        terminalreporter.write("\n".join([*left_out, ""]))


# --- what no test may touch or leave behind ------------------------------------------------

_FOLDERS = {
    "HOME": "",
    "USERPROFILE": "",
    "WIN_PD_OVERRIDE_LOCAL_APPDATA": "AppData/Local",  # Windows' own answers know no variables
    "WIN_PD_OVERRIDE_PERSONAL": "Documents",
    "XDG_CACHE_HOME": ".cache",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "XDG_DOCUMENTS_DIR": "Documents",
}


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Fresh folders, one after another."""
    root = tmp_path_factory.mktemp("homes")
    return (root / str(number) for number in count())


@pytest.fixture(autouse=True)
def home(homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """The test's own home: settings, logs, caches and the default library go there."""
    folder = next(homes)
    folder.mkdir()
    for variable, place in _FOLDERS.items():
        monkeypatch.setenv(variable, str(folder / place))
    return folder


class _Stray(logging.Handler):
    """Keeps what is logged at WARNING or above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.name}: {self.format(record)}")


@pytest.fixture
def ctrl_c() -> Iterator[None]:
    """Ctrl-C interrupts, as in a terminal, wherever the tests were started from: a shell that puts
    them behind has it ignored.
    """
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture(autouse=True)
def _no_stray_log_lines(request: pytest.FixtureRequest) -> Iterator[None]:
    """A warning in the log fails the test, unless the test asked for the log with `caplog`."""
    stray = _Stray()
    logging.getLogger().addHandler(stray)
    yield
    logging.getLogger().removeHandler(stray)
    if stray.lines and "caplog" not in request.fixturenames:
        pytest.fail("logged without being asked for:\n" + "\n".join(stray.lines))


@pytest.fixture(autouse=True)
def _nothing_is_copied_from_test_to_test(request: pytest.FixtureRequest) -> Iterator[None]:
    """The clipboard is empty before a test and after the last one: the display without a screen
    crashes where the application ends with something on it.
    """
    if "qapp" not in request.fixturenames:
        yield
        return
    application = request.getfixturevalue("qapp")
    yield
    application.clipboard().clear()


@pytest.fixture(autouse=True)
def _no_mouse_button_is_left_held(request: pytest.FixtureRequest) -> Iterator[None]:
    """A button of the mouse that a test pressed and has not let go of fails it: the windows of the
    tests behind it would wait for that.
    """
    yield
    if "qapp" in request.fixturenames:
        from PySide6.QtCore import Qt
        from PySide6.QtGui import QGuiApplication

        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            pytest.fail("a button of the mouse is still held")


@pytest.fixture(autouse=True)
def _garbage_of_windows_is_found_here(request: pytest.FixtureRequest) -> Iterator[None]:
    """As in the window: no other thread comes upon widgets to take down (see ui/garbage.py)."""
    if "qapp" not in request.fixturenames:
        yield
        return
    gc.disable()
    yield
    gc.collect(1)
    gc.enable()


@pytest.fixture(autouse=True)
def _no_window_or_job_is_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """A window still shown, or a job still running long after a test, fails it."""
    yield
    if "qapp" in request.fixturenames:
        left = _windows_left() + _jobs_left()
        if left:
            pytest.fail("left behind: " + ", ".join(left))


def _windows_left() -> list[str]:
    from PySide6.QtWidgets import QApplication

    shown = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    names = [f"{type(widget).__name__} {widget.windowTitle()}" for widget in shown]
    for widget in shown:
        widget.hide()
    return names


def _jobs_left() -> list[str]:
    from PySide6.QtCore import QThreadPool
    from shiboken6 import isValid

    from studydesk.ui.jobs import Jobs

    all_jobs = [thing for thing in gc.get_objects() if type(thing) is Jobs and isValid(thing)]
    pools = [pool for jobs in all_jobs for pool in jobs.findChildren(QThreadPool)]
    pools.append(QThreadPool.globalInstance())
    return ["a running job" for pool in pools if not pool.waitForDone(PATIENCE // 4)]


# --- what many tests ask for ---------------------------------------------------------------


@pytest.fixture(scope="session")
def qapp_cls() -> type:
    """The application for tests: its dialogs are Qt's own, so that a test can answer them."""
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication

    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    return QApplication


@pytest.fixture(scope="session")
def seed_paths() -> tuple[Path, ...]:
    """The five pages that ship with StudyDesk, in the order of their names."""
    return tuple(sorted(paths.seeds().glob("*.txt")))


@pytest.fixture(scope="session")
def seed_texts(seed_paths: tuple[Path, ...]) -> tuple[str, ...]:
    """Their raw texts, in the same order."""
    return tuple(path.read_bytes().decode("utf-8") for path in seed_paths)
