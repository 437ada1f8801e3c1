"""Packet files from the command line, from a double click and from a second start."""

import shutil
import subprocess
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFileOpenEvent
from pytestqt.qtbot import QtBot

from studydesk import app, cli, paths
from studydesk.arguments import are_files
from studydesk.library import Library
from studydesk.library.studypack import read_studypack
from studydesk.ui import handed_files
from studydesk.ui.handed_files import Calling, HandedFiles, hand_over
from studydesk.ui.main_window import MainWindow
from studydesk.ui.settings import Settings

SecondStart = Callable[..., "subprocess.Popen[bytes]"]
TITLE = read_studypack(paths.resources() / "sample.studypack").packet.title

pytestmark = pytest.mark.qt_log_ignore("does not support raise")  # the offscreen platform does not


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A packet file under a name that needs care."""
    path = tmp_path / "第 3 期 '学习'.studypack"
    shutil.copy(paths.resources() / "sample.studypack", path)
    return path


@pytest.fixture
def handed(fresh: MainWindow, library: Library) -> Iterator[HandedFiles]:
    """What stands at the door of the window on the library of the seeds."""
    handed = HandedFiles(fresh)
    fresh.enter(library)
    yield handed
    handed.close()


def title(window: MainWindow) -> str:
    """Of the packet that is open."""
    assert window.desk is not None
    packet = window.desk.current.packet
    return packet.title if packet else ""


@pytest.fixture
def second_start() -> Iterator[SecondStart]:
    """Starts processes that hand files over; the status of one is 0 where they were taken."""
    program = (
        "import sys; from pathlib import Path; from studydesk.ui import handed_files\n"
        "handed_files.PATIENCE = 60\n"  # a busy machine takes its time
        "library, *files = map(Path, sys.argv[1:])\n"
        "sys.exit(not handed_files.hand_over(library, files))"
    )
    started: list[subprocess.Popen[bytes]] = []

    def start(library: Path, *files: Path) -> "subprocess.Popen[bytes]":
        command = [sys.executable, "-c", program, str(library), *map(str, files)]
        started.append(subprocess.Popen(command))
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.wait()


def test_files_of_the_command_line_are_opened_once_the_library_is(
    qtbot: QtBot, fresh: MainWindow, library: Library, pack: Path
) -> None:
    handed = HandedFiles(fresh, [pack])
    fresh.enter(library)
    qtbot.waitUntil(lambda: title(fresh) == TITLE)
    handed.close()


def test_a_second_start_leaves_its_files_to_the_window(
    qtbot: QtBot,
    fresh: MainWindow,
    handed: HandedFiles,
    library: Library,
    pack: Path,
    second_start: SecondStart,
) -> None:
    second = second_start(library.folder, pack)
    qtbot.waitUntil(lambda: title(fresh) == TITLE)
    assert second.wait(60) == 0


def test_a_second_start_at_the_door_of_a_dead_window_is_heard_by_the_next(
    qtbot: QtBot, fresh: MainWindow, library: Library, pack: Path, second_start: SecondStart
) -> None:
    handed_files._door(library.folder).mkdir(parents=True)
    handed, second = HandedFiles(fresh), second_start(library.folder, pack)
    qtbot.waitUntil(lambda: any(handed_files._doors().rglob("*.note")))
    fresh.enter(library)
    qtbot.waitUntil(lambda: title(fresh) == TITLE)
    assert second.wait(60) == 0
    handed.close()


def test_a_second_start_without_files_shows_the_window(
    qtbot: QtBot,
    fresh: MainWindow,
    handed: HandedFiles,
    library: Library,
    second_start: SecondStart,
) -> None:
    fresh.showMinimized()
    second = second_start(library.folder)
    qtbot.waitUntil(lambda: second.poll() is not None)
    assert second.returncode == 0
    assert not fresh.isMinimized()


def test_where_no_window_is_nothing_is_handed_over(tmp_path: Path, pack: Path) -> None:
    assert not hand_over(tmp_path, [pack])


def test_what_a_dead_window_left_is_no_window(library: Library, pack: Path) -> None:
    handed_files._door(library.folder).mkdir(parents=True)
    library.close()
    assert not hand_over(library.folder, [pack])


def test_a_window_that_does_not_answer_is_not_waited_for_long(
    handed: HandedFiles, library: Library, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handed_files, "PATIENCE", 0.1)
    assert not hand_over(library.folder, [pack])
    assert list(paths.cache_folder().rglob("*.note")) == []


def test_a_second_start_says_what_it_waits_for(
    qtbot: QtBot, handed: HandedFiles, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handed_files, "PATIENCE", 60)
    monkeypatch.setattr(handed_files, "_SOON", 0)
    calling = Calling()
    qtbot.addWidget(calling)
    assert hand_over(library.folder, [], calling.wait)
    assert calling.isVisible()


@pytest.mark.parametrize("left", ["nothing", "the folder it is plugged in at", "copies"])
def test_a_second_start_leaves_its_files_to_the_window_that_is_open_for_now(
    qtbot: QtBot,
    fresh: MainWindow,
    handed: HandedFiles,
    library: Library,
    pack: Path,
    settings: Settings,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    left: str,
) -> None:
    away = tmp_path / "U 盘"
    if left != "nothing":
        (away / "backups").mkdir(parents=True)
    if left == "copies":
        (away / "backups/library-20260101-000000-000000.db").touch()
    settings.keep(replace(settings.choices, library=str(away)))
    monkeypatch.setattr(paths, "default_library", lambda: library.folder)
    monkeypatch.setattr(handed_files, "PATIENCE", 60)
    monkeypatch.setattr(handed_files, "_SOON", 0)
    assert app.is_handed_over(*started(settings, str(pack)))
    qtbot.waitUntil(lambda: title(fresh) == TITLE)


def test_a_start_beside_what_a_dead_window_left_loads_no_more_than_the_first_paint_needs(
    tmp_path: Path,
) -> None:
    program = (
        "import sys; from pathlib import Path; from studydesk import paths\n"
        "from studydesk.ui import handed_files\n"
        "paths.cache_folder = lambda: Path(sys.argv[1])\n"
        "(handed_files._doors() / '0123456789abcdef').mkdir(parents=True)\n"
        "away, usual = Path(sys.argv[1], 'U 盘'), Path(sys.argv[1], '学习台')\n"
        "assert not handed_files.hand_over(away, [], for_now=usual)\n"
        "sys.exit('studydesk.library' in sys.modules)"
    )
    started = subprocess.run([sys.executable, "-c", program, str(tmp_path)], check=False)
    assert started.returncode == 0


def test_a_second_start_that_names_a_library_or_finds_that_of_last_time_calls_no_other_window(
    handed: HandedFiles,
    library: Library,
    settings: Settings,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(paths, "default_library", lambda: library.folder)
    named = tmp_path / "另一个"
    assert not app.is_handed_over(*started(settings, "--library", str(named)))
    Library.open(named).close()
    settings.keep(replace(settings.choices, library=str(named)))
    assert not app.is_handed_over(*started(settings))


def started(settings: Settings, *arguments: str) -> tuple[Path, Namespace]:
    """The library that a start with these arguments would open, and what was asked for."""
    asked = app._parse(arguments)
    return app.library_to_open(asked.library, settings), asked


def test_a_window_that_has_gone_leaves_nothing(handed: HandedFiles) -> None:
    handed.close()
    assert list((paths.cache_folder() / "windows").iterdir()) == []


def test_another_library_is_another_window(handed: HandedFiles, tmp_path: Path) -> None:
    assert not hand_over(tmp_path / "another", [])


def test_a_double_click_on_macos_tells_the_application(tmp_path: Path, pack: Path) -> None:
    told: list[str] = []
    event = QFileOpenEvent(QUrl.fromLocalFile(str(pack)))

    class Listener:
        class file_opened:  # noqa: N801 - stands for a signal
            emit = told.append

    assert app.Application.event(Listener, event)  # type: ignore[arg-type]  # there can be but one
    assert [Path(file) for file in told] == [pack]


@pytest.mark.parametrize(
    "arguments", [["a.studypack"], ["--library", "export", "b.STUDYPACK", "c.studypack"]]
)
def test_the_command_line_opens_packets_in_the_window(
    monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    opened: list[str] = []

    def open_window(given: list[str]) -> int:
        opened.extend(given)
        return 0

    monkeypatch.setattr(app, "main", open_window)
    assert cli.main(arguments) == 0
    assert opened == arguments


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A text file with one article that the library has not."""
    path = tmp_path / "新的一版.txt"
    path.write_text("班组学习怎么学\n张三\n" + "这是一段写得清楚的正文。\n" * 9, "utf-8")
    return path


def test_files_that_are_there_are_for_the_window_and_no_command(
    monkeypatch: pytest.MonkeyPatch, page: Path, pack: Path
) -> None:
    opened: list[list[str]] = []

    def open_window(given: list[str]) -> int:
        opened.append(given)
        return 0

    monkeypatch.setattr(app, "main", open_window)
    for arguments in ([str(page)], [str(page), str(pack)], ["--library", "库", str(page)]):
        assert cli.main(arguments) == 0
        assert opened[-1] == arguments
    monkeypatch.chdir(page.parent)
    (page.parent / "check").touch()
    for wrong in (["check"], ["没有"]):
        with pytest.raises(SystemExit):
            cli.main(wrong)
    assert len(opened) == 3


def test_a_page_that_is_handed_over_is_imported(
    qtbot: QtBot,
    fresh: MainWindow,
    handed: HandedFiles,
    library: Library,
    page: Path,
    second_start: SecondStart,
) -> None:
    before = len(library.sources())
    second = second_start(library.folder, page)
    qtbot.waitUntil(lambda: len(library.sources()) == before + 1)
    assert second.wait(60) == 0
    assert fresh.desk is not None
    qtbot.waitUntil(lambda: any("新的一版" in line for line in results(fresh)))


def results(window: MainWindow) -> list[str]:
    """What is told of an import."""
    assert window.desk is not None
    return window.desk.pick.browser.results.lines()


def test_packets_after_a_command_are_left_to_the_command(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert cli.main(["check", "no-such.studypack"]) == cli.REFUSED
    assert "no-such.studypack" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "opens"),
    [
        (["gone.studypack"], True),
        (["/gone/page.txt", "gone.docx"], True),
        (["--library", "/somewhere", "gone.txt"], True),
        (["recove"], False),
        (["--versio"], False),
        (["--library=/somewhere.d"], False),
    ],
)
def test_files_that_are_gone_are_told_of_in_the_window(
    arguments: list[str], *, opens: bool
) -> None:
    assert are_files(arguments, cli._RUNS) is opens
