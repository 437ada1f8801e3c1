"""撤消 takes back what was typed as one goes on writing, and gives back what was overwritten."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from studydesk.ui.arrange.editors.agenda import AgendaEditor
from studydesk.ui.arrange.editors.passage import PassageEditor
from studydesk.ui.fields import LineField, TextField
from studydesk.ui.number_field import NumberField
from studydesk.ui.typist import PAUSE, typist

from .conftest import Desk

CTRL = Qt.KeyboardModifier.ControlModifier
Field = LineField | TextField


class Clock:
    """A clock that goes on when it is told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now

    def wait(self, seconds: float = PAUSE + 1) -> None:
        self.now += seconds


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    typist.go_on("nothing")  # what an earlier test typed was long ago
    monkeypatch.setattr(typist, "clock", clock)
    clock.wait()
    return clock


def question(desk: Desk) -> Field:
    field = desk.form("question").field("text")
    assert isinstance(field, TextField)
    return field


def heading(desk: Desk) -> Field:
    field = desk.form("heading").field("text")
    assert isinstance(field, LineField)
    return field


def minutes(desk: Desk) -> Field:
    field = desk.form("question").field("minutes")
    assert isinstance(field, NumberField)
    return field.line


def host(desk: Desk) -> Field:
    desk.page.packet_panel.session.facts.setChecked(True)
    return desk.page.packet_panel.session.host


def step(desk: Desk) -> Field:
    desk.page.show_item("agenda")
    editor = desk.page.item_panel.editor
    assert isinstance(editor, AgendaEditor)
    return editor._rows[0].activity


def newspaper(desk: Desk) -> Field:
    desk.page.show_item("passage")
    editor = desk.page.item_panel.editor
    assert isinstance(editor, PassageEditor)
    return editor.citation.newspaper


WORDS = {"text": question, "line": heading, "fact": host, "agenda": step, "出处": newspaper}


@pytest.fixture(params=WORDS)
def field(request: pytest.FixtureRequest, arranging: Desk, clock: Clock) -> Field:
    field: Field = WORDS[request.param](arranging)
    field.setFocus()
    select_all(field)
    return field


def words(field: Field) -> str:
    return field.text() if isinstance(field, LineField) else field.toPlainText()


def write(field: Field, text: str) -> None:
    QTest.keyClicks(field, text)


def press(field: Field, key: Qt.Key, times: int = 1) -> None:
    for _ in range(times):
        QTest.keyClick(field, key)


def select_all(field: Field) -> None:
    QTest.keyClick(field, Qt.Key.Key_A, CTRL)


def paste(field: Field, text: str) -> None:
    QApplication.clipboard().setText(text)
    QTest.keyClick(field, Qt.Key.Key_V, CTRL)


def compose(field: Field, unfinished: str, finished: str = "", replaced: int = 0) -> None:
    event = QInputMethodEvent(unfinished, [])
    event.setCommitString(finished, -replaced, replaced)
    QApplication.sendEvent(field, event)


def taken_back(desk: Desk, field: Field) -> list[str]:
    """What the field shows as all is taken back step by step."""
    shown = [words(field)]
    while desk.current.history.canUndo():
        desk.undo()
        shown.append(words(field))
    return shown


def test_what_is_typed_without_a_pause_is_one_step(field: Field, arranging: Desk) -> None:
    before = words(field)
    write(field, "abcdef")
    assert taken_back(arranging, field) == ["abcdef", before]


def test_after_a_pause_a_new_step_begins(field: Field, arranging: Desk, clock: Clock) -> None:
    before = words(field)
    write(field, "ab")
    clock.wait(PAUSE - 0.1)
    write(field, "cd")
    clock.wait()
    write(field, "ef")
    assert taken_back(arranging, field) == ["abcdef", "abcd", before]


def test_what_is_overwritten_comes_back(field: Field, arranging: Desk) -> None:
    before = words(field)
    write(field, "abc")
    select_all(field)
    write(field, "XYZ")
    assert taken_back(arranging, field) == ["XYZ", "abc", before]
    arranging.redo()
    assert words(field) == "abc"


def test_what_is_pasted_is_a_step_of_its_own(field: Field, arranging: Desk) -> None:
    before = words(field)
    write(field, "a")
    paste(field, "bc")
    write(field, "d")
    assert taken_back(arranging, field) == ["abcd", "abc", "a", before]


def test_what_comes_from_the_menu_of_a_field_is_a_step_of_its_own(
    field: Field, arranging: Desk
) -> None:
    before = words(field)
    write(field, "a")
    QApplication.clipboard().setText("bc")
    field.paste()
    assert taken_back(arranging, field) == ["abc", "a", before]


def test_deleting_is_another_step_than_typing(field: Field, arranging: Desk) -> None:
    before = words(field)
    write(field, "abc")
    press(field, Qt.Key.Key_Backspace, 2)
    write(field, "d")
    assert taken_back(arranging, field) == ["ad", "a", "abc", before]


def test_what_is_selected_and_deleted_comes_back(field: Field, arranging: Desk) -> None:
    before = words(field)
    write(field, "abcd")
    press(field, Qt.Key.Key_Backspace)
    select_all(field)
    press(field, Qt.Key.Key_Delete)
    assert taken_back(arranging, field) == ["", "abc", "abcd", before]


def test_composing_over_a_selection_is_one_step_however_long_it_takes(
    field: Field, arranging: Desk, clock: Clock
) -> None:
    before = words(field)
    for unfinished in ("x", "xu", "xue"):
        compose(field, unfinished)
        clock.wait(PAUSE - 0.1)
    compose(field, "", "学")
    compose(field, "xi")
    compose(field, "", "习")
    assert taken_back(arranging, field) == ["学习", before]


def test_what_an_input_method_puts_in_place_of_words_is_a_new_step(
    field: Field, arranging: Desk
) -> None:
    before = words(field)
    write(field, "abcd")
    compose(field, "", "学习", replaced=3)
    assert taken_back(arranging, field) == ["a学习", "abcd", before]


def test_one_character_that_is_overwritten_comes_back(field: Field, arranging: Desk) -> None:
    before = words(field)
    write(field, "ab")
    QTest.keyClick(field, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    write(field, "c")
    assert taken_back(arranging, field) == ["ac", "ab", before]


def test_a_length_overwritten_before_the_agenda_followed_it_is_one_step(
    arranging: Desk, clock: Clock
) -> None:
    before, session = arranging.packet, arranging.page.packet_panel.session
    session.facts.setChecked(True)
    for number in ("90", "120"):
        select_all(session.minutes.line)
        write(session.minutes.line, number)
    press(session.minutes.line, Qt.Key.Key_Return)
    assert arranging.packet.agendas[0].minutes == 120
    clock.wait()
    select_all(session.minutes.line)
    write(session.minutes.line, "45")
    press(session.minutes.line, Qt.Key.Key_Return)
    arranging.undo()
    assert arranging.packet.agendas[0].minutes == 120
    arranging.undo()
    assert arranging.packet == before


def test_a_number_that_is_overwritten_comes_back(arranging: Desk, clock: Clock) -> None:
    line = minutes(arranging)
    for number in ("25", "30"):
        select_all(line)
        write(line, number)
    assert taken_back(arranging, line) == ["30", "25", "14"]


def test_counting_after_a_pause_is_a_new_step(arranging: Desk, clock: Clock) -> None:
    line = minutes(arranging)
    press(line, Qt.Key.Key_Up, 3)
    clock.wait()
    press(line, Qt.Key.Key_Up)
    assert taken_back(arranging, line) == ["18", "17", "14"]


Doing = Callable[[Field, Clock], None]

DOINGS: list[Doing] = [
    lambda field, _clock: write(field, "ab"),
    lambda field, _clock: press(field, Qt.Key.Key_Backspace),
    lambda field, _clock: press(field, Qt.Key.Key_Home),
    lambda field, _clock: select_all(field),
    lambda field, _clock: paste(field, "粘贴"),
    lambda field, _clock: compose(field, "xue"),
    lambda field, _clock: compose(field, "", "学"),
    lambda _field, clock: clock.wait(),
]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(doings=st.lists(st.sampled_from(DOINGS), max_size=12))
def test_whatever_is_typed_all_is_taken_back_to_the_start_and_done_again_to_the_end(
    arranging: Desk, clock: Clock, doings: list[Doing]
) -> None:
    field = question(arranging)
    arranging.current.history.clear()
    start = arranging.packet
    for do in doings:
        do(field, clock)
    compose(field, "", "")
    end, end_words = arranging.packet, words(field)
    taken_back(arranging, field)
    assert arranging.packet == start
    while arranging.current.history.canRedo():
        arranging.redo()
    assert arranging.packet == end
    assert words(field) == end_words
