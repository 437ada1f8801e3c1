"""What tests of the window ask for: a library made from the seeds, and the window on it."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.ui.watchdog import CAN_LOOK, Watchdog

from studydesk.app import speak_chinese
from studydesk.domain.packet import Packet
from studydesk.library import Library
from studydesk.services.importing import import_files
from studydesk.ui.desk import Desk
from studydesk.ui.jobs import Jobs
from studydesk.ui.main_window import MainWindow
from studydesk.ui.pages.pick import PickPage
from studydesk.ui.settings import Settings
from studydesk.ui.theme import Appearance

OpenWindow = Callable[[Library], MainWindow]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name the tests in which the window kept its user waiting longest."""
    gaps = {
        report.nodeid: value
        for reports in terminalreporter.stats.values()
        for report in reports
        if isinstance(report, pytest.TestReport)
        for name, value in report.user_properties
        if name == "gap" and isinstance(value, int)
    }
    longest = sorted(gaps, key=lambda name: -gaps[name])[:5]
    if longest:
        terminalreporter.section("longest gaps of the window, in ms of the processor's time")
        terminalreporter.write("\n".join(f"{gaps[name]:5} {name}" for name in longest) + "\n")


@pytest.fixture(scope="session")
def appearance(qapp: QApplication) -> Appearance:
    """The look of the application, light, and its language."""
    speak_chinese(qapp)
    qapp.setStyle("Fusion")
    return Appearance(qapp, "light")


@pytest.fixture(autouse=True)
def _window_answers(request: pytest.FixtureRequest) -> Iterator[None]:
    """A test in which the window keeps its user waiting fails (see watchdog.py), unless a marker
    says why it may. It is tried three times (pyproject.toml): a machine that others use, too, keeps
    a window waiting once, and a fault of the window always.
    """
    exempt = request.node.get_closest_marker("unwatched") or not CAN_LOOK
    if exempt or "qapp" not in request.fixturenames:
        yield
        return
    request.getfixturevalue("qapp")
    watchdog = Watchdog()
    with watchdog.watching():
        yield
    request.node.user_properties.append(("gap", round(watchdog.worst.seconds * 1000)))
    if watchdog.was_too_long:
        pytest.fail(str(watchdog.worst))


@pytest.fixture
def screen_reader(qapp: QApplication) -> Iterator[None]:
    """As if one were there: Qt tells it what changes."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.fixture(scope="session")
def seeds_recovered(tmp_path_factory: pytest.TempPathFactory, seed_paths: tuple[Path, ...]) -> Path:
    """A closed library with the articles of the seeds and one empty packet, 周五班组学习, to be
    copied: recovering the pages takes its time.
    """
    folder = tmp_path_factory.mktemp("seeds") / "资料库"
    with Library.open(folder) as library:
        import_files(library, seed_paths)
        library.save_packet(Packet("周五班组学习"))
    return folder


@pytest.fixture
def library(tmp_path: Path, seeds_recovered: Path) -> Iterator[Library]:
    """The test's own library with the articles of the seeds and one empty packet."""
    shutil.copytree(seeds_recovered, tmp_path / "资料库")
    with Library.open(tmp_path / "资料库") as library:
        yield library


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Choices that nobody has made yet."""
    return Settings(tmp_path / "window.json")


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    """The jobs of a window, stopped when the test is over."""
    jobs = Jobs()
    yield jobs
    jobs.stop()


@pytest.fixture
def open_window(qtbot: QtBot, settings: Settings, appearance: Appearance) -> OpenWindow:
    """Opens a window on a library; the list of articles is filled."""

    def open_on(library: Library) -> MainWindow:
        window = MainWindow(settings, appearance)
        qtbot.addWidget(window)
        window.show()
        window.enter(library)
        assert window.desk is not None
        browser = window.desk.pick.browser
        window.desk.show_page("pick")
        qtbot.waitUntil(lambda: browser.count.text() != "")
        return window

    return open_on


@pytest.fixture
def window(library: Library, open_window: OpenWindow) -> MainWindow:
    """The window on the library of the seeds."""
    return open_window(library)


@pytest.fixture
def undo(window: MainWindow) -> QAction:
    """The command 撤消 of the menu."""
    return window.actions_by_id["undo"]


@pytest.fixture
def redo(window: MainWindow) -> QAction:
    """The command 重做 of the menu."""
    return window.actions_by_id["redo"]


@pytest.fixture
def desk(window: MainWindow) -> Desk:
    """What stands in the window."""
    assert window.desk is not None
    return window.desk


@pytest.fixture
def pick(desk: Desk) -> PickPage:
    """The page 选材 with the article by 苏文帅 open."""
    desk.pick.open_article(desk.library.articles()[0].id)
    return desk.pick


@pytest.fixture
def fresh(qtbot: QtBot, settings: Settings, appearance: Appearance) -> MainWindow:
    """A window that has no library yet."""
    window = MainWindow(settings, appearance)
    qtbot.addWidget(window)
    window.show()
    return window
