"""Ctrl+Z in a field of 编排 takes back what was typed there, and nothing else without a word."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from tests.ui.current import open_packet

from studydesk.domain.packet import Agenda, AgendaStep
from studydesk.ui.desk import Desk
from studydesk.ui.main_window import MainWindow
from studydesk.ui.pages.pick import PickPage


@pytest.fixture
def title(window: MainWindow, desk: Desk, pick: PickPage, qtbot: QtBot) -> QWidget:
    """The field of the packet's title, which has the keys; a passage was picked before."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    pick.add_selection()
    desk.show_page("arrange")
    desk.arrange.rename_packet()
    field = desk.arrange.packet_panel.session.title
    qtbot.waitUntil(field.hasFocus)
    return field


def press_undo(field: QWidget, qtbot: QtBot) -> None:
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_a_passage_is_taken_away_from_a_field_at_the_second_press_only(
    title: QWidget, window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    press_undo(title, qtbot)
    assert len(open_packet(desk).passages) == 1
    assert "再按一次 Ctrl+Z，撤消“加入选段”" in window.status.currentMessage()
    assert title.hasFocus()
    press_undo(title, qtbot)
    assert not open_packet(desk).passages


def test_what_was_typed_in_the_field_is_taken_back_at_once(
    title: QWidget, desk: Desk, qtbot: QtBot
) -> None:
    before = open_packet(desk)
    qtbot.keyClicks(title, "abc")
    assert open_packet(desk).title != before.title
    press_undo(title, qtbot)
    assert open_packet(desk) == before


def test_what_is_typed_after_a_step_back_and_forth_is_a_step_of_its_own(
    title: QWidget, window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    qtbot.keyClicks(title, "abc")
    before = open_packet(desk)
    for name in ("undo", "redo"):
        window.actions_by_id[name].trigger()
    qtbot.keyClicks(title, "d")
    assert open_packet(desk).title == f"{before.title}d"
    press_undo(title, qtbot)
    assert open_packet(desk) == before


def test_a_length_that_is_taken_back_is_done_again_with_its_agenda(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    desk.show_page("arrange")
    steps = (AgendaStep("领读", 20), AgendaStep("讨论", 40))
    desk.current.edit("编", replace(open_packet(desk), items=(Agenda(steps),)))
    session = desk.arrange.packet_panel.session
    session.facts.setChecked(True)
    session.minutes.line.selectAll()
    qtbot.keyClicks(session.minutes.line, "90")
    for name in ("undo", "redo"):
        window.actions_by_id[name].trigger()
    assert open_packet(desk).agendas[0].minutes == open_packet(desk).session.minutes == 90


def test_the_menu_takes_back_at_once_what_it_names(
    title: QWidget, window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    qtbot.keyClick(title, Qt.Key.Key_Home)
    window.actions_by_id["undo"].trigger()
    assert not open_packet(desk).passages


def test_what_could_not_be_told_for_an_error_is_not_done_at_the_second_press(
    title: QWidget,
    window: MainWindow,
    desk: Desk,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    desk.notice.tell("磁盘已满。")
    press_undo(title, qtbot)
    press_undo(title, qtbot)
    assert len(open_packet(desk).passages) == 1
    monkeypatch.setattr("studydesk.ui.notice.READ", 0)
    press_undo(title, qtbot)
    assert "再按一次" in window.status.currentMessage()
    press_undo(title, qtbot)
    assert not open_packet(desk).passages


def test_a_name_in_the_name_of_a_deed_has_the_inner_quotes(
    title: QWidget, window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    desk.shelf.create()
    press_undo(title, qtbot)
    name = open_packet(desk).title
    assert f"撤消“新建学习包‘{name}’”" in window.status.currentMessage()


def test_keys_that_take_back_all_edits_of_a_new_packet_leave_the_packet(
    window: MainWindow, desk: Desk, pick: PickPage, title: QWidget, qtbot: QtBot
) -> None:
    desk.shelf.create()
    new = open_packet(desk)
    desk.current.edit("改题名", replace(new, title="新题名"))
    desk.arrange.outline.setFocus()
    for _ in range(4):
        press_undo(desk.arrange.outline, qtbot)
    assert open_packet(desk) == new
    told = window.status.currentMessage()
    assert told.startswith("学习包里的改动都撤消了，按 Ctrl+Y 可以重做。")
    assert f"“撤消：新建学习包‘{new.title}’”" in told
    window.actions_by_id["undo"].trigger()
    assert open_packet(desk).id != new.id
    assert window.status.currentMessage().endswith("它在回收站里，按 Ctrl+Y 就回来。")


def test_a_new_packet_in_which_nothing_was_done_is_taken_back_by_keys(
    desk: Desk, pick: PickPage, title: QWidget, qtbot: QtBot
) -> None:
    desk.shelf.create()
    new = open_packet(desk)
    desk.arrange.outline.setFocus()
    press_undo(desk.arrange.outline, qtbot)
    assert open_packet(desk).id != new.id
