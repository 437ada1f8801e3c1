"""A number is shown as it was typed, and refused where it cannot be."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studydesk.ui.arrange.handout.preset_fields import side_by_side
from studydesk.ui.number_field import NumberField

from .conftest import Desk


def test_a_number_counts_with_the_arrow_keys(qtbot: QtBot) -> None:
    field = NumberField("时间", "分钟", 0, 60)
    qtbot.addWidget(field)
    field.set_number(59)
    for _ in range(3):
        QTest.keyClick(field.line, Qt.Key.Key_Up)
    assert field.number == 60
    assert field.line.text() == "60"


def test_a_number_outside_its_range_is_not_taken(qtbot: QtBot) -> None:
    field = NumberField("作答行数", "行", 1, 30)
    qtbot.addWidget(field)
    field.set_number(4)
    with qtbot.assertNotEmitted(field.edited):
        field.line.selectAll()
        QTest.keyClicks(field.line, "0")
    field.line.editingFinished.emit()
    assert field.line.text() == "0"
    assert field.doubt.text() == "作答行数要在 1～30 行之间，仍按 4"


@pytest.mark.parametrize("typed", ["9999", "0"])
def test_a_number_refused_leaves_the_one_from_before_the_typing(qtbot: QtBot, typed: str) -> None:
    field = NumberField("时长", "分钟", 1, 480)
    qtbot.addWidget(field)
    field.set_number(50)
    told = [50]
    field.edited.connect(told.append)
    field.line.selectAll()
    QTest.keyClicks(field.line, typed)
    field.line.editingFinished.emit()
    assert (field.number, told[-1]) == (50, 50)
    assert field.doubt.text() == "时长要在 1～480 分钟之间，仍按 50"


def test_a_number_is_shown_as_it_was_typed_and_told_once_it_is_too_high(qtbot: QtBot) -> None:
    field = NumberField("每行", "字", 5, 80)
    qtbot.addWidget(field)
    field.set_number(37)
    field.line.selectAll()
    QTest.keyClicks(field.line, "999")
    assert (field.line.text(), field.number) == ("999", 37)
    assert field.doubt.text() == "每行要在 5～80 字之间，仍按 37"


def test_all_that_can_be_typed_as_a_number_is_in_sight(qtbot: QtBot) -> None:
    field = NumberField("每行", "字", 5, 80)
    qtbot.addWidget(field)
    field.show()
    QTest.keyClicks(field.line, "1234567")
    assert field.line.text() == "123456"
    assert field.line.fontMetrics().horizontalAdvance("123456") + 22 <= field.line.width()


def test_a_margin_shows_its_decimals_and_takes_two(qtbot: QtBot) -> None:
    field = NumberField("左边距", "毫米", 3, 120, whole=False)
    qtbot.addWidget(field)
    field.set_number(25.01)
    assert field.line.text() == "25.01"
    field.line.selectAll()
    QTest.keyClicks(field.line, "26.505")
    assert (field.line.text(), field.number) == ("26.50", 26.5)


def test_a_number_taken_out_is_the_one_from_before_the_typing(qtbot: QtBot) -> None:
    field = NumberField("时长", "分钟", 1, 480)
    qtbot.addWidget(field)
    field.set_number(50)
    for _ in "50":
        QTest.keyClick(field.line, Qt.Key.Key_Backspace)
    field.line.editingFinished.emit()
    assert (field.number, field.line.text()) == (50, "50")


def test_a_number_refused_is_no_step_of_the_history(arranging: Desk) -> None:
    before, session = arranging.packet, arranging.page.packet_panel.session
    length = before.session.minutes
    session.facts.setChecked(True)
    session.minutes.line.selectAll()
    QTest.keyClicks(session.minutes.line, "9999")
    assert arranging.packet == before
    assert not arranging.current.history.canUndo()
    assert session.minutes.line.text() == "9999"  # stays as typed, to be put right
    session.minutes.line.editingFinished.emit()
    assert session.minutes.doubt.text() == f"时长要在 1～480 分钟之间，仍按 {length}"


def test_what_is_doubtful_in_a_number_moves_none_beside_it(qtbot: QtBot) -> None:
    left, right = (NumberField(name, "毫米", 3, 120) for name in ("左", "右"))
    row = side_by_side(left, right)
    qtbot.addWidget(row)
    row.resize(320, 60)
    row.show()
    before = right.x()
    QTest.keyClicks(left.line, "500")
    left.line.editingFinished.emit()
    QApplication.processEvents()
    assert left.doubt.isVisible()
    assert (right.x(), right.isVisible()) == (before, True)


def test_a_number_put_right_is_doubted_no_more(qtbot: QtBot) -> None:
    field = NumberField("时长", "分钟", 1, 480)
    qtbot.addWidget(field)
    field.set_number(60)
    for typed in ("999", "90"):
        field.line.selectAll()
        QTest.keyClicks(field.line, typed)
        field.line.editingFinished.emit()
    assert (field.number, field.doubt.text()) == (90, "")
