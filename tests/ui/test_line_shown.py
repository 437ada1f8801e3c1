"""A line of text that has no room for all of it, where it is only looked at."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from studydesk.ui.fields import LineField
from studydesk.ui.theme import Appearance


def inked(field: LineField) -> set[int]:
    """The columns of its picture that are not the ground alone from a little below the frame on."""
    picture = field.grab().toImage()
    ground, rows = picture.pixel(8, 4), range(4, picture.height() - 4)
    columns = range(4, picture.width() - 4)
    return {x for x in columns if any(picture.pixel(x, y) != ground for y in rows)}


def test_a_line_that_is_not_written_in_ends_with_a_whole_character(
    qtbot: QtBot, appearance: Appearance
) -> None:
    title = "新设备来了，老手艺怎么传"
    cut, short = LineField("题名"), LineField("题名")
    for field in (cut, short):
        qtbot.addWidget(field)
        field.setFixedSize(120, 31)
    cut.set_text(title)
    cut.setCursorPosition(0)
    short.set_text(cut.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, 98))
    assert inked(cut) == inked(short)
    assert cut.text() == title
