"""A number that was refused, where other numbers are taken since."""

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from studydesk.ui.number_field import NumberField


@pytest.mark.parametrize(
    ("high", "shown", "told"),
    [(2000, "37", ""), (90, "999", "每行要在 5～90 字之间，仍按 37")],
)
def test_a_number_refused_is_looked_at_again_where_another_room_is_there(
    qtbot: QtBot, high: int, shown: str, told: str
) -> None:
    field = NumberField("每行", "字", 5, 80)
    qtbot.addWidget(field)
    field.set_number(37)
    field.line.selectAll()
    QTest.keyClicks(field.line, "999")
    field.line.editingFinished.emit()
    field.set_range(5, high)
    assert (field.line.text(), field.number, field.doubt.text()) == (shown, 37, told)


def test_a_number_for_which_room_comes_while_it_is_typed_is_taken(qtbot: QtBot) -> None:
    field = NumberField("每行", "字", 5, 80)
    qtbot.addWidget(field)
    QTest.keyClicks(field.line, "99")
    field.set_range(5, 100)
    field.line.editingFinished.emit()
    assert (field.number, field.doubt.sentence) == (99, "")
