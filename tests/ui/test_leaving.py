"""Closing the window, or going to another library, while files are being written for the user."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from studydesk.errors import DiskFull
from studydesk.services.checking import QuotationResult, QuotationStatus
from studydesk.ui import dialogs, notice
from studydesk.ui.arrange.handout import export_panel
from studydesk.ui.arrange.handout.export_job import Exported, export
from studydesk.ui.desk import Desk
from studydesk.ui.jobs import Progress
from studydesk.ui.leaving import AGAIN
from studydesk.ui.main_window import MainWindow

Write = Callable[..., Event]


@pytest.fixture
def write(window: MainWindow) -> Iterator[Write]:
    """Begins a file that is written once the Event is set, which is empty where that is told."""
    gates: list[Event] = []

    def begin(text: str = "全文", error: Exception | None = None, said: str = "") -> Event:
        gate = Event()
        gates.append(gate)

        def work(progress: Progress) -> str:
            while not gate.wait(0.01):
                progress(0, 1)
            if error is not None:
                raise error
            return text

        def done(_text: str) -> None:
            if said:
                window.status.tell(said)

        window.jobs.start(work, done=done, failed=window.tell_failure, writes=bool)
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


def end_session() -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.commitDataRequest.emit(QObject())


def test_a_window_closes_at_once_where_the_session_ends(window: MainWindow, write: Write) -> None:
    write()
    end_session()
    assert window.close()


def test_a_session_that_did_not_end_has_later_files_waited_for(
    window: MainWindow, qtbot: QtBot, write: Write
) -> None:
    end_session()
    gate = write()
    end_session()
    with qtbot.waitSignal(window.jobs.written):
        gate.set()
    write()
    assert not window.close()


def test_a_session_that_was_called_off_has_its_files_waited_for(
    window: MainWindow, write: Write
) -> None:
    window._leaving._hurried.setInterval(0)
    write()
    end_session()
    QApplication.processEvents()
    assert not window.close()


def test_a_session_that_was_called_off_says_nothing_of_what_is_closed_later(
    window: MainWindow, qtbot: QtBot, write: Write
) -> None:
    gate = write()
    end_session()
    assert window._leaving._hurried.isActive()
    with qtbot.waitSignal(window.jobs.written):
        gate.set()
    assert not window._leaving._hurried.isActive()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_library_that_was_opened_since_is_not_left(
    window: MainWindow, qtbot: QtBot, write: Write, tmp_path: Path
) -> None:
    gate, menu = write(), QMenu(window)
    menu.addAction("改名")
    window.close()
    menu.popup(window.pos())
    with qtbot.waitSignal(window.jobs.written):
        gate.set()
    assert "文件写好了" in window.status.currentMessage()
    window.open_library(tmp_path / "别的")
    menu.close()
    waiting = window.findChildren(QTimer, options=Qt.FindChildOption.FindChildrenRecursively)
    assert not [each for each in waiting if each.interval() == AGAIN and each.isActive()]
    assert "关闭" not in window.status.currentMessage()


def test_that_the_window_will_close_is_said_until_it_does(
    window: MainWindow, qtbot: QtBot, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notice, "SHOWN", 1)
    write()
    window.close()
    closing = window.status.currentMessage()
    window.status.tell_saving()
    window.status.tell("已撤消。")
    assert window.status.currentMessage() == "已撤消。"
    qtbot.waitUntil(lambda: window.status.currentMessage() == closing)
    window.status.notice.tell("打不开")
    assert window.status.notice.isVisible()
    window.status.notice.hide()
    assert window.status.currentMessage() == closing


def test_a_window_closes_once_the_question_before_it_is_answered(
    window: MainWindow, desk: Desk, qtbot: QtBot, write: Write
) -> None:
    gate, seen = write(), []

    def answer() -> None:
        seen.append((window.isVisible(), window.desk is desk))
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        box.buttons()[0].click()

    window.close()
    window.jobs.written.connect(lambda: QTimer.singleShot(0, answer))
    QTimer.singleShot(0, gate.set)
    assert dialogs.confirm(window, "删掉？", "……", "删")
    assert seen == [(True, True)]
    assert window.isVisible()
    qtbot.waitUntil(lambda: not window.isVisible())


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_what_is_written_since_is_waited_for_again(
    window: MainWindow, qtbot: QtBot, write: Write
) -> None:
    first, menu = write(), QMenu(window)
    menu.addAction("改名")
    window.close()
    menu.popup(window.pos())
    with qtbot.waitSignal(window.jobs.written):
        first.set()
    second = write()
    with qtbot.waitSignal(window.jobs.written):
        menu.close()
        QTimer.singleShot(2 * AGAIN, second.set)
    qtbot.waitUntil(lambda: not window.isVisible())


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


Outcome = Callable[[Exported], Exported]


def differing(made: Exported) -> Exported:
    return replace(made, read=replace(made.read, differing=((made.paths[0], "passage"),)))


def unread(made: Exported) -> Exported:
    return replace(made, read=replace(made.read, unread=(made.paths[0],)))


def unproven(made: Exported) -> Exported:
    lost = QuotationResult("passage", QuotationStatus.SOURCE_MISSING)
    return replace(made, checked=replace(made.checked, quotations=(lost,)))


@pytest.mark.parametrize("outcome", [differing, unread, unproven])
def test_a_window_stays_where_the_files_have_to_be_looked_at(
    window: MainWindow,
    desk: Desk,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    outcome: Outcome,
) -> None:
    monkeypatch.setattr(export_panel, "export", lambda *job, **how: outcome(export(*job, **how)))
    panel = desk.arrange.handout_panel.export_panel
    panel.set_folder(tmp_path / "讲义")
    panel.start()
    window.close()
    with qtbot.waitSignal(window.jobs.written, timeout=60_000):
        pass
    assert window.isVisible()
    assert "没有关闭" in window.status.currentMessage()
    assert "没有写出" not in window.status.currentMessage()


def test_what_is_told_of_the_outcome_stays_in_sight(
    window: MainWindow, qtbot: QtBot, write: Write
) -> None:
    gate = write("", said="打印机没有接受。")
    window.close()
    with qtbot.waitSignal(window.jobs.written):
        gate.set()
    assert window.status.currentMessage().startswith("打印机没有接受。")
    assert "没有关闭" in window.status.currentMessage()
