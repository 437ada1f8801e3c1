"""The notice in the status line: it stays while it is of use, goes when all is well again, and
moves nothing; and the line itself, that follows what is under way.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from tests.cut_words import cut_words

from studydesk.ui import notice
from studydesk.ui.desk import Desk
from studydesk.ui.jobs import Jobs, Progress
from studydesk.ui.main_window import MainWindow
from studydesk.ui.notice import Notice, StatusLine
from studydesk.ui.pages.pick import PickPage


@pytest.fixture
def told(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Notice:
    """A notice that can be read in no time."""
    monkeypatch.setattr(notice, "READ", 0)
    made = Notice()
    qtbot.addWidget(made)
    return made


def test_what_went_wrong_goes_when_something_goes_well(told: Notice, qtbot: QtBot) -> None:
    told.tell("打不开")
    told.settle()
    qtbot.waitUntil(told.isHidden)


def test_what_went_wrong_can_be_read_first(told: Notice, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notice, "READ", 60_000)
    told.tell("打不开")
    told.settle()
    assert told.isVisible()


def test_what_went_wrong_can_be_copied_with_where_but_without_what(told: Notice) -> None:
    try:
        raise OSError("/home/wang/给三班的信.docx")
    except OSError as error:
        told.tell("打不开", error=error)
    told.copy_button.click()
    copied = QApplication.clipboard().text()
    assert copied.startswith("⚠ 打不开\nStudyDesk ")
    assert copied.endswith("OSError")
    assert "三班" not in copied
    told.tell("磁盘已满")
    assert not told.copy_button.isVisible()


def test_that_an_edit_is_not_kept_is_said_until_it_is(told: Notice, qtbot: QtBot) -> None:
    told.tell("磁盘已满", unsaved=True)
    told.settle()
    qtbot.wait(20)
    assert told.isVisible()
    told.settle(saved=True)
    qtbot.waitUntil(told.isHidden)


def test_what_can_be_taken_back_is_not_put_away(told: Notice, qtbot: QtBot) -> None:
    told.offer("已删除", lambda: None)
    told.settle(saved=True)
    qtbot.wait(20)
    assert told.isVisible()


@pytest.mark.parametrize(
    "work",
    [
        lambda desk, path: desk.shelf.open_file(path),
        lambda desk, path: desk.shelf.save_file(path),
        lambda desk, path: desk.pick.importing.take_files([path]),
    ],
    ids=["open", "save", "import"],
)
def test_what_ends_at_once_is_not_followed_for_ever(
    window: MainWindow,
    desk: Desk,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    work: Callable[[Desk, Path], None],
) -> None:
    for pool in window.jobs._pools:
        monkeypatch.setattr(pool, "start", lambda run: run())
    work(desk, tmp_path / "没有.studypack")
    assert window.status._job is None


def test_cancelling_is_seen_at_once(qtbot: QtBot, jobs: Jobs) -> None:
    line, asked = StatusLine(), Event()
    qtbot.addWidget(line)
    line.show()

    def work(progress: Progress) -> None:
        progress(1, 2)
        asked.wait(10)
        progress(1, 2)

    cancelled: list[bool] = []
    jobs.start(
        work,
        done=lambda _result: None,
        failed=lambda _error: None,
        cancelled=lambda: cancelled.append(True),
        started=lambda job: line.follow("正在导入", job),
    )
    qtbot.waitUntil(line._cancel.isVisible)
    line._cancel.click()
    assert line._what.text() == "正在取消…"
    assert not line._cancel.isEnabled()
    asked.set()
    qtbot.waitUntil(lambda: cancelled == [True])
    qtbot.waitUntil(line._cancel.isHidden)


def test_a_job_is_seen_again_when_one_that_began_later_has_ended(qtbot: QtBot, jobs: Jobs) -> None:
    line, ends = StatusLine(), {"正在导入": Event(), "正在打开": Event()}
    qtbot.addWidget(line)
    line.show()
    for what, end in ends.items():
        jobs.start(
            lambda _progress, end: end.wait(10),
            end,
            done=lambda _result: None,
            failed=lambda _error: None,
            started=partial(line.follow, what),
        )
    qtbot.waitUntil(line._cancel.isVisible)
    assert line._what.text() == "正在打开"
    ends["正在打开"].set()
    qtbot.waitUntil(lambda: line._what.text() == "正在导入")
    assert line._cancel.isVisible()
    assert line._cancel.isEnabled()
    ends["正在导入"].set()
    qtbot.waitUntil(line._cancel.isHidden)


def test_no_word_moves_what_somebody_is_about_to_click(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    page = desk.pick.browser.list
    before = page.mapTo(window, page.rect().topLeft()), page.size()
    desk.notice.offer("已加标签。", lambda: None)
    desk.notice.tell("这句话很长，" * 12)
    qtbot.waitUntil(desk.notice.isVisible)
    QApplication.sendPostedEvents()
    assert (page.mapTo(window, page.rect().topLeft()), page.size()) == before


def test_the_line_is_one_line_high(window: MainWindow) -> None:
    assert window.status.height() < QLabel("两\n行").sizeHint().height()


def test_a_sentence_longer_than_the_line_unfolds_and_folds(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    said, low = desk.notice, window.status.height()
    said.tell("这句话很长，" * 40)
    qtbot.waitUntil(said.whole_button.isVisible)
    assert said._sentence.text().endswith("…")
    assert said.sentence == said._sentence.toolTip() == "⚠ " + "这句话很长，" * 40
    said.whole_button.click()
    assert said._sentence.text() == said.sentence
    qtbot.waitUntil(lambda: not cut_words(window.status))
    assert window.status.height() > low
    wide, unfolded = window.width(), window.status.height()
    window.resize(wide + 600, window.height())
    qtbot.waitUntil(lambda: window.status.height() < unfolded)
    window.resize(wide, window.height())
    qtbot.waitUntil(lambda: window.status.height() == unfolded)
    assert not cut_words(window.status)
    said.tell("磁盘已满")
    assert window.status.height() == low
    assert said.whole_button.isHidden()


def test_a_long_sentence_unfolds_without_a_mouse(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    said = desk.notice
    said.tell("这句话很长，" * 40)
    qtbot.waitUntil(said.whole_button.isVisible)
    said.setFocus()
    assert said.whole_button.hasFocus()
    for key, is_whole in ((Qt.Key.Key_Space, True), (Qt.Key.Key_Return, False)):
        qtbot.keyClick(said.whole_button, key)
        assert (said._sentence.text() == said.sentence) is is_whole


def test_what_is_said_later_stands_over_a_notice_for_a_while(
    window: MainWindow, desk: Desk
) -> None:
    desk.notice.offer("已加标签。", lambda: None)
    window.status.tell("已加入选段。")
    assert desk.notice.isHidden()
    window.status.clearMessage()
    assert desk.notice.isVisible()


def test_nothing_stands_over_what_went_wrong_until_it_could_be_read(
    window: MainWindow, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.notice.tell("磁盘已满")
    window.status.tell("已加入选段。")
    assert desk.notice.isVisible()
    assert not window.status.currentMessage()
    monkeypatch.setattr(notice, "READ", 0)
    window.status.tell("已加入选段。")
    assert window.status.currentMessage()


@pytest.mark.parametrize("later", ["said", "begun"])
def test_what_went_wrong_does_not_come_back_behind_what_is_done_later(
    window: MainWindow, desk: Desk, later: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notice, "READ", 0)
    desk.notice.tell("磁盘已满")
    if later == "said":
        desk.undoing.said.emit("已撤消：改名。")
    else:
        window.jobs.start(
            lambda _progress: None,
            done=lambda _result: None,
            failed=lambda _error: None,
            started=partial(window.status.follow, "正在导出"),
        )
    qtbot.waitUntil(lambda: not desk.notice.is_told)
    window.status.clearMessage()
    assert desk.notice.isHidden()


def test_the_line_has_a_notice_no_more_once_its_library_is_left(
    window: MainWindow, desk: Desk
) -> None:
    desk.notice.offer("已加标签。", lambda: None)
    window.status.fall_silent()
    assert window.status.notice.isHidden()


def test_what_can_be_taken_back_on_its_page_only_is_offered_on_no_other(
    desk: Desk, pick: PickPage
) -> None:
    pick.reader.tags.changed.emit(("班组",), "加标签")
    assert "已加标签" in desk.notice.sentence
    assert desk.notice.isVisible()
    desk.show_page("arrange")
    assert desk.notice.isHidden()
    desk.show_page("pick")
    assert desk.notice.isHidden()
    assert desk.undoing.next_back[0] == "加标签"


def test_what_is_not_shown_takes_no_other_message_away(window: MainWindow, desk: Desk) -> None:
    desk.notice.tell("磁盘已满")
    window.status.tell_of_page("已撤消：改名。")
    window.status.showMessage("别的话")
    desk.show_page("arrange")
    assert window.status.currentMessage() == "别的话"
