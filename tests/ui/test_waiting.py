"""What takes long and everything else waits for: the window is drawn, and begins nothing else."""

from collections.abc import Callable
from threading import Event

import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMainWindow, QPushButton
from pytestqt.qtbot import QtBot

from studydesk.errors import Cancelled, NotFound
from studydesk.ui.jobs import Jobs, Progress
from studydesk.ui.notice import StatusLine
from studydesk.ui.waiting import Waiting


class Busy:
    """A window that waits for work, during which something is done."""

    def __init__(self, qtbot: QtBot, jobs: Jobs) -> None:
        self.window = QMainWindow()
        self.line, self.status = QLineEdit(), StatusLine()
        self.window.setCentralWidget(self.line)
        self.window.setStatusBar(self.status)
        qtbot.addWidget(self.window)
        self.window.show()
        self.parent = QObject()
        self.waiting = Waiting(jobs, self.parent)
        self.waiting.work_started.connect(self.status.follow)
        self.waiting.refused.connect(self.status.tell)

    def run(self, meanwhile: Callable[[], object]) -> int:
        """Work until `meanwhile` was done, which is some time after it has begun."""
        go_on = Event()

        def do() -> None:
            meanwhile()
            go_on.set()

        def work(progress: Progress) -> int:
            QTimer.singleShot(0, self.window, do)
            while not go_on.wait(0.01):
                progress(1, 2)
            progress(2, 2)
            return 7

        return self.waiting.run("正在删除文章", work)


@pytest.fixture
def busy(qtbot: QtBot, jobs: Jobs) -> Busy:
    """A window that can be made to wait."""
    return Busy(qtbot, jobs)


def test_what_the_work_returns_is_returned(busy: Busy) -> None:
    assert busy.run(lambda: None) == 7


def test_what_the_work_raises_is_raised(busy: Busy) -> None:
    def work(_progress: Progress) -> None:
        raise NotFound("article", "1")

    with pytest.raises(NotFound):
        busy.waiting.run("正在删除文章", work)


def test_keys_and_clicks_are_refused_with_a_word(busy: Busy) -> None:
    action, done = QAction("删除", busy.window), list[bool]()
    action.setShortcut(QKeySequence("Ctrl+D"))
    action.triggered.connect(lambda: done.append(True))
    busy.window.addAction(action)

    def press() -> None:
        QTest.keyClick(busy.line, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(busy.line, "abc")

    busy.run(press)
    assert (done, busy.line.text()) == ([], "")
    assert busy.status.currentMessage() == "正在删除文章，请等做完再接着用；按 Esc 取消。"
    press()
    assert (len(done), busy.line.text()) == (1, "abc")


def test_the_window_does_not_close_meanwhile(busy: Busy) -> None:
    closed: list[bool] = []
    busy.run(lambda: closed.append(busy.window.close()))
    assert closed == [False]
    assert busy.window.close()


def test_the_work_can_be_cancelled(busy: Busy) -> None:
    buttons = busy.status.findChildren(QPushButton)
    (cancel,) = (button for button in buttons if button.text() == "取消")

    def press() -> None:
        cancel.show()
        QTest.mouseClick(cancel, Qt.MouseButton.LeftButton)

    with pytest.raises(Cancelled):
        busy.run(press)


def test_esc_cancels_the_work(busy: Busy) -> None:
    with pytest.raises(Cancelled):
        busy.run(lambda: QTest.keyClick(busy.line, Qt.Key.Key_Escape))
    assert busy.status.currentMessage() == "正在取消…"


def test_nothing_else_is_waited_for_meanwhile(busy: Busy) -> None:
    closed: list[bool] = []

    def begin_another() -> None:
        with pytest.raises(Cancelled):
            busy.waiting.run("正在恢复文章", lambda _progress: 8)
        assert busy.status.currentMessage().startswith("正在删除文章，请等")
        closed.append(busy.window.close())

    assert busy.run(begin_another) == 7
    assert closed == [False]


def test_the_end_of_the_jobs_is_the_end_of_the_wait(busy: Busy, jobs: Jobs) -> None:
    waits: list[bool] = []
    busy.waiting.changed.connect(waits.append)
    with pytest.raises(Cancelled):
        busy.run(jobs.stop)
    with pytest.raises(Cancelled):  # and nothing is begun after it
        busy.run(lambda: None)
    assert waits == [True, False]
