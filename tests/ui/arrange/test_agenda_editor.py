"""The agenda in 编排: its steps, their minutes and their sum."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from studydesk.domain.packet import Agenda, Question
from studydesk.ui.arrange.editors.agenda import AgendaEditor, sum_line
from studydesk.ui.fields import LineField
from studydesk.ui.number_field import NumberField
from studydesk.ui.theme import GRID

from .conftest import Desk

SCROLL_BAR = 16
"""Pixels, at most."""


LONG = Question("哪一句？", minutes=90)


def agenda(desk: Desk) -> AgendaEditor:
    desk.page.show_item("agenda")
    editor = desk.page.item_panel.editor
    assert isinstance(editor, AgendaEditor)
    return editor


@pytest.mark.parametrize(
    ("minutes", "line"), [(60, "议程 60′ ✓"), (65, "议程 65′　超 5′"), (50, "议程 50′　差 10′")]
)
def test_the_sum_is_held_against_the_session(minutes: int, line: str) -> None:
    assert sum_line(minutes, 60) == line


def test_an_agenda_is_not_right_while_its_session_is_too_short_for_what_is_asked() -> None:
    assert sum_line(30, 30, 33) == "议程 30′，内容要 33′"


def test_the_sum_says_no_other_thing_than_the_proof(arranging: Desk) -> None:
    arranging.current.edit("多问", replace(arranging.packet, items=(*arranging.packet.items, LONG)))
    short = arranging.page.packet_panel.sum.text()
    assert short.startswith("议程 60′，内容要 ")
    assert agenda(arranging).sum.text() == short


def test_steps_are_added_moved_and_removed(arranging: Desk) -> None:
    editor = agenda(arranging)
    editor.add_step()
    editor.move_step(2, 0)
    editor.remove_step(1)
    steps = arranging.item("agenda")
    assert isinstance(steps, Agenda)
    assert [step.activity for step in steps.steps] == ["", "讨论"]


def test_a_step_added_shows_in_the_sum_of_the_outline(arranging: Desk) -> None:
    agenda(arranging).add_step()
    assert arranging.page.packet_panel.sum.text() == "议程 65′　超 5′"


def test_the_plan_fills_an_agenda_to_the_minute(arranging: Desk) -> None:
    editor = agenda(arranging)
    editor.remove_step(0)
    editor.plan_button.click()
    assert editor.item.minutes == 60
    assert len(editor.item.steps) > 5


def test_minutes_typed_into_a_step_are_one_step_of_undo(arranging: Desk, qtbot: QtBot) -> None:
    before = arranging.packet
    agenda(arranging)
    field = arranging.page.item_panel.findChildren(NumberField)[0]
    field.line.selectAll()
    QTest.keyClicks(field.line, "25")
    arranging.undo()
    assert arranging.packet == before


def test_what_is_doubtful_in_the_minutes_of_a_step_stands_below_it(
    arranging: Desk, qtbot: QtBot
) -> None:
    field = agenda(arranging).findChildren(NumberField)[0]
    qtbot.waitUntil(lambda: field.y() > 0)
    before = field.geometry()
    field.line.selectAll()
    QTest.keyClicks(field.line, "999")
    field.line.editingFinished.emit()
    qtbot.waitUntil(lambda: field.doubt.isVisible() and field.doubt.y() > field.y())
    assert field.geometry() == before


def type_length(desk: Desk, minutes: str) -> NumberField:
    session = desk.page.packet_panel.session
    session.facts.setChecked(True)
    session.minutes.line.selectAll()
    QTest.keyClicks(session.minutes.line, minutes)
    return session.minutes


def test_the_agenda_follows_the_length_of_the_session_in_one_step(
    arranging: Desk, qtbot: QtBot
) -> None:
    before = arranging.packet
    shares = [step.minutes for step in before.agendas[0].steps]
    field = type_length(arranging, "120")
    with qtbot.waitSignal(arranging.page.message) as told:
        QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert told.args == ["议程已按 120 分钟重排。"]
    assert [step.minutes for step in arranging.packet.agendas[0].steps] == [2 * m for m in shares]
    assert arranging.page.packet_panel.sum.text() == "议程 120′ ✓"
    arranging.current.history.undo()
    assert arranging.packet == before


def test_the_agenda_waits_until_the_length_is_typed_to_its_end(
    arranging: Desk, qtbot: QtBot
) -> None:
    before = arranging.packet.agendas
    type_length(arranging, "12")
    assert arranging.packet.agendas == before
    qtbot.waitUntil(lambda: sum(agenda.minutes for agenda in arranging.packet.agendas) == 12)


@pytest.mark.parametrize("typed", ["9999", ""])
def test_a_length_that_is_refused_leaves_the_agenda_alone(arranging: Desk, typed: str) -> None:
    before, said = arranging.packet, list[str]()
    arranging.page.message.connect(said.append)
    field = type_length(arranging, typed)
    field.line.editingFinished.emit()
    assert (arranging.packet, said) == (before, [])


def test_an_agenda_taken_back_to_its_length_is_not_stretched_again(arranging: Desk) -> None:
    before = arranging.packet
    field = type_length(arranging, "120")
    arranging.current.history.undo()
    field.line.editingFinished.emit()
    assert arranging.packet == before


def test_buttons_of_a_step_stay_in_sight_where_the_minutes_do_not_add_up(arranging: Desk) -> None:
    editor = agenda(arranging)
    editor.add_step()
    assert editor.plan_button.isVisibleTo(editor)
    assert editor.minimumSizeHint().width() <= 312 - 4 * GRID - SCROLL_BAR


def tip_of(field: LineField) -> str:
    """What is told where the mouse rests on a field."""
    QToolTip.hideText()
    middle = field.rect().center()
    event = QHelpEvent(QEvent.Type.ToolTip, middle, field.mapToGlobal(middle))
    QApplication.sendEvent(field, event)
    return QToolTip.text()


def test_a_note_that_is_not_seen_whole_is_its_tip(arranging: Desk) -> None:
    note = agenda(arranging).findChildren(LineField)[2]
    note.setText("短")
    assert tip_of(note) == ""
    note.setText("a < b, " * 30)
    assert tip_of(note) == f"<p>{'a &lt; b, ' * 30}</p>"
