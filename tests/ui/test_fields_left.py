"""A field is left and come back to, or something is dragged over it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from studydesk.ui.fields import ITEMS_MIME, LineField, TextField


@pytest.fixture
def lines(qtbot: QtBot) -> Iterator[tuple[LineField, LineField]]:
    """Two lines in a window; the first has the keys."""
    both = QWidget()
    row, line, other = QHBoxLayout(both), LineField("单位"), LineField("地点")
    row.addWidget(line)
    row.addWidget(other)
    qtbot.addWidget(both)
    with qtbot.waitExposed(both):
        both.show()
    line.setFocus()
    yield line, other
    both.hide()


def test_a_long_line_shows_its_beginning_once_it_is_left(
    lines: tuple[LineField, LineField], qtbot: QtBot
) -> None:
    line, other = lines
    qtbot.keyClicks(line, "Jiangnan " * 12)
    other.setFocus()
    assert line.cursorPosition() == 0
    assert line.text() == "Jiangnan " * 12


@pytest.mark.parametrize(
    "reason", [Qt.FocusReason.MenuBarFocusReason, Qt.FocusReason.OtherFocusReason]
)
def test_the_cursor_of_a_line_is_where_it_was_left(
    lines: tuple[LineField, LineField], qtbot: QtBot, reason: Qt.FocusReason
) -> None:
    line, other = lines
    qtbot.keyClicks(line, "0123456789")
    line.setCursorPosition(7)
    other.setFocus(reason)
    line.setFocus(reason)
    qtbot.keyClicks(line, "x")
    assert line.text() == "0123456x789"


@pytest.mark.parametrize(
    ("was", "place", "shown", "stands"),
    [
        ("", 0, "abc", "abc|"),
        ("甲乙", 2, "甲乙丙丁", "甲乙丙丁|"),
        ("甲丁", 1, "甲乙丙丁", "甲乙丙|丁"),
        ("甲乙丙丁", 4, "甲丁", "甲丁|"),
        ("甲乙丙丁", 1, "甲乙", "甲|乙"),
        ("👷甲", 2, "👷乙甲", "👷乙|甲"),
    ],
)
def test_who_has_the_cursor_goes_on_behind_what_comes_back(
    lines: tuple[LineField, LineField], was: str, place: int, shown: str, stands: str
) -> None:
    line, _ = lines
    line.setText(was)
    line.setCursorPosition(place)
    line.set_text(shown)
    line.insert("|")
    assert line.text() == stands


@pytest.mark.parametrize("make", [TextField, LineField])
@pytest.mark.parametrize(("kind", "taken"), [("text/plain", True), (ITEMS_MIME, False)])
def test_words_can_be_dragged_into_a_field_and_items_cannot(
    qtbot: QtBot, make: type[TextField | LineField], kind: str, taken: bool
) -> None:
    field, data = make("字段"), QMimeData()
    qtbot.addWidget(field)
    data.setText("工匠")
    data.setData(kind, data.data("text/plain"))
    event = QDragEnterEvent(
        *(QPoint(9, 9), Qt.DropAction.CopyAction, data),
        *(Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier),
    )
    QApplication.sendEvent(field.viewport() if isinstance(field, TextField) else field, event)
    assert event.isAccepted() is taken
