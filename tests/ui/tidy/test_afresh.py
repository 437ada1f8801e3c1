"""恢复自动识别: all that was done by hand is left out, and says so."""

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.tidy.conftest import Tidying

from studydesk.errors import DiskFull
from studydesk.library import Library
from studydesk.ui.desk import Desk
from studydesk.ui.main_window import MainWindow
from studydesk.ui.tidy import current_source


def test_all_that_was_done_is_dropped_in_one_step_and_brought_back(tidying: Tidying) -> None:
    fresh = tidying.rows()
    tidying.put_caret("马璞")
    tidying.press("Delete")
    tidying.saved()
    tidied = tidying.rows()
    tidying.page.head.afresh.click()
    assert "做过的整理" in tidying.told[-1]
    assert "Ctrl+Z" in tidying.told[-1]
    tidying.saved()
    assert tidying.rows() == fresh
    tidying.undo()
    tidying.saved()
    assert tidying.rows() == tidied


def test_the_menu_has_it_while_there_is_something_to_leave_out(tidying: Tidying) -> None:
    actions = tidying.page.menu_actions()
    afresh = next(action for action in actions if action.text() == "恢复自动识别")
    fresh = tidying.rows()
    assert not afresh.isEnabled()
    tidying.put_caret("马璞")
    tidying.press("Delete")
    assert afresh.isEnabled()
    afresh.trigger()
    tidying.saved()
    assert tidying.rows() == fresh
    assert not afresh.isEnabled()


def test_doubts_that_were_looked_at_come_back_and_all_else_that_was_done_stays(
    tidying: Tidying,
) -> None:
    page = tidying.page
    again = next(each for each in page.menu_actions() if each.text() == "再看看过的存疑")
    assert not again.isEnabled()
    doubts = {each.span for each in page.strip.problems}
    tidying.press("F8", "F9", "F9")
    settled = doubts - {each.span for each in page.strip.problems}
    tidying.put_caret("坚持党管审计")
    tidying.press("Delete")
    tidying.saved()
    tidied, left = tidying.rows(), page.strip.problems
    page.current.history.clear()  # as after a restart
    again.trigger()
    tidying.saved()
    assert tidying.rows() == tidied
    shown = {each.span for each in page.strip.problems}
    assert settled
    assert shown == settled | {each.span for each in left}
    assert "标为看过的存疑" in tidying.told[-1]
    assert not again.isEnabled()
    tidying.undo()
    assert page.strip.problems == left


def test_it_is_still_said_once_it_is_saved(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    tidy = desk.tidy
    with qtbot.waitSignal(tidy.current.opened, timeout=20_000):
        desk.tidy_source(desk.library.sources()[0].id)
    with qtbot.waitSignal(tidy.kept, timeout=20_000):
        tidy.commands.actions["aside"].trigger()
    with qtbot.waitSignal(tidy.kept, timeout=20_000):
        tidy.head.afresh.click()
    qtbot.waitUntil(lambda: not window.jobs.busy, timeout=20_000)
    assert desk.notice.isVisible()
    assert "恢复自动识别" in desk.notice.sentence
    desk.notice.undo_button.click()
    assert tidy.current.page is not None
    assert tidy.current.page.operations


def test_doubts_are_said_to_be_listed_again_once_they_are(
    tidying: Tidying, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tidying.page
    again = next(each for each in page.menu_actions() if each.text() == "再看看过的存疑")
    tidying.press("F8", "F9")
    tidying.saved()
    left = page.strip.problems
    tidying.told.clear()
    with monkeypatch.context() as full:
        full.setattr(current_source, "tidy", no_room)
        with tidying.qtbot.waitSignal(page.current.save_failed):
            again.trigger()
    assert page.strip.problems == left
    assert not any("列出来" in sentence for sentence in tidying.told)
    tidying.saved()
    assert len(page.strip.problems) > len(left)
    assert "列出来" in tidying.told[-1]


def test_doubts_are_not_said_to_be_listed_again_where_that_was_taken_back(
    tidying: Tidying, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tidying.page
    again = next(each for each in page.menu_actions() if each.text() == "再看看过的存疑")
    tidying.press("F8", "F9")
    tidying.saved()
    with monkeypatch.context() as full:
        full.setattr(current_source, "tidy", no_room)
        with tidying.qtbot.waitSignal(page.current.save_failed):
            again.trigger()
    tidying.undo()
    tidying.saved()
    assert not any("列出来" in sentence for sentence in tidying.told)


def no_room(library: Library, *_others: object) -> None:
    """A step is not kept."""
    raise DiskFull(library.folder)
