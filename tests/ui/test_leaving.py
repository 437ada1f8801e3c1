"""Closing the window, or going to another library, while files are being written for the user."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from studydesk.errors import DiskFull
from studydesk.ui.desk import Desk
from studydesk.ui.jobs import Progress
from studydesk.ui.main_window import MainWindow

Write = Callable[..., Event]


@pytest.fixture
def write(window: MainWindow) -> Iterator[Write]:
    """Begins a file that is written once the Event is set, which is empty where that is told."""
    gates: list[Event] = []

    def begin(text: str = "全文", error: Exception | None = None) -> Event:
        gate = Event()
        gates.append(gate)

        def work(progress: Progress) -> str:
            while not gate.wait(0.01):
                progress(0, 1)
            if error is not None:
                raise error
            return text

        window.jobs.start(work, done=print, failed=window.tell_failure, writes=bool)
        return gate

    yield begin
    for gate in gates:
        gate.set()


def test_a_window_closes_by_itself_when_the_last_file_is_written(
    window: MainWindow, qtbot: QtBot, write: Write
) -> None:
    first, second = write(), write()
    assert not window.close()
    assert "写完就关闭" in window.status.currentMessage()
    with qtbot.waitSignal(window.jobs.written):
        first.set()
        second.set()
    assert not window.isVisible()


def test_a_window_that_is_asked_again_closes_at_once(window: MainWindow, write: Write) -> None:
    write()
    assert [window.close(), window.close()] == [False, True]


def test_a_window_closes_at_once_where_the_session_ends(window: MainWindow, write: Write) -> None:
    write()
    window._leaving._hurry()
    assert window.close()


@pytest.mark.parametrize(("text", "error"), [("", None), ("", DiskFull(Path("/盘")))])
def test_a_window_stays_where_no_file_came_of_it(
    window: MainWindow,
    qtbot: QtBot,
    write: Write,
    text: str,
    error: Exception | None,
) -> None:
    gate = write(text, error)
    window.close()
    with qtbot.waitSignal(window.jobs.written):
        gate.set()
    assert window.isVisible()
    assert "写完就关闭" not in window.status.currentMessage()


def test_another_library_is_not_opened_meanwhile(
    window: MainWindow, desk: Desk, qtbot: QtBot, write: Write, tmp_path: Path
) -> None:
    gate = write()
    window.open_library(tmp_path / "别的")
    assert window.desk is desk
    assert "请等写完再换资料库" in window.status.currentMessage()
    with qtbot.waitSignal(window.jobs.written):
        gate.set()


def test_the_handouts_are_there_after_a_close_in_their_midst(
    window: MainWindow, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    panel = desk.arrange.handout_panel.export_panel
    panel.set_folder(tmp_path / "讲义")
    panel.start()
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=60_000)
    assert len(list((tmp_path / "讲义").iterdir())) == 4
