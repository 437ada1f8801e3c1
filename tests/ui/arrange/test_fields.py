"""Fields keep the cursor, take input methods, and leave undo to the window."""

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QKeySequence, QShortcut, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionComboBox, QWidget
from pytestqt.qtbot import QtBot

from studydesk.ui.date_field import DateField, date_text, parse_date
from studydesk.ui.fields import ChoiceField, LineField, TextField
from studydesk.ui.theme import Appearance

from .conftest import Desk


def commit(widget: QWidget, text: str) -> None:
    """What an input method sends: first what is being composed, then the words."""
    QApplication.sendEvent(widget, QInputMethodEvent("gong jiang", []))
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


@pytest.fixture(params=[TextField, LineField])
def text_field(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[TextField | LineField]:
    field: TextField | LineField = request.param("字段")
    qtbot.addWidget(field)
    with qtbot.waitExposed(field):
        field.show()
    field.activateWindow()
    field.setFocus()
    yield field
    field.hide()


def test_an_input_method_writes_once(text_field: TextField | LineField) -> None:
    told: list[str] = []
    text_field.edited.connect(told.append)
    commit(text_field, "工匠")
    assert told == ["工匠"]


def test_being_given_a_text_is_not_an_edit(text_field: TextField | LineField, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(text_field.edited):
        text_field.set_text("工匠精神")


def test_composing_goes_on_while_the_packet_comes_back(qtbot: QtBot) -> None:
    field = TextField("字段")
    qtbot.addWidget(field)
    field.set_text("甲")
    field.moveCursor(QTextCursor.MoveOperation.End)
    QApplication.sendEvent(field, QInputMethodEvent("yi", []))
    field.set_text("甲")
    event = QInputMethodEvent("", [])
    event.setCommitString("乙")
    QApplication.sendEvent(field, event)
    assert field.toPlainText() == "甲乙"


@given(st.text(st.characters(blacklist_categories=["Cs", "Cc", "Zl", "Zp"])), st.text("甲𬭸\n乙"))
def test_a_field_shows_every_text_after_every_other(one: str, other: str) -> None:
    field = TextField("字段")
    field.set_text(one.replace("\ufdd0", "").replace("\ufdd1", ""))
    field.set_text(other)
    assert field.toPlainText() == other


def test_the_cursor_stays_where_the_text_is_the_same(qtbot: QtBot) -> None:
    field = TextField("字段")
    qtbot.addWidget(field)
    field.set_text("一二三四五")
    cursor = field.textCursor()
    cursor.setPosition(4)
    field.setTextCursor(cursor)
    field.set_text("零一二三四五")
    assert field.textCursor().position() == 5


@pytest.mark.parametrize("keys", ["Ctrl+Z", "Ctrl+Y"])
def test_undo_in_a_field_is_the_windows_undo(
    text_field: TextField | LineField, qtbot: QtBot, keys: str
) -> None:
    heard: list[str] = []
    QShortcut(QKeySequence(keys), text_field).activated.connect(lambda: heard.append(keys))
    key = Qt.Key.Key_Z if keys == "Ctrl+Z" else Qt.Key.Key_Y
    QTest.keyClick(text_field, key, Qt.KeyboardModifier.ControlModifier)
    assert heard == [keys]


def test_the_year_that_was_taken_is_written_out(qtbot: QtBot) -> None:
    field = DateField("日期")
    qtbot.addWidget(field)
    QTest.keyClicks(field.line, "11-30")
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert field.line.text() == date_text(parse_date("11月30日"))
    assert field.doubt.isHidden()


def test_what_is_typed_stays_while_the_packet_is_shown_again(qtbot: QtBot) -> None:
    field = DateField("日期")
    qtbot.addWidget(field)
    field.set_date(date(2026, 11, 7))
    field.edited.connect(field.show_date)  # as a packet that comes back after each edit
    field.line.selectAll()
    QTest.keyClicks(field.line, "2026-02-30")
    assert field.line.text() == "2026-02-30"


def room_of(field: ChoiceField) -> int:
    """Pixels that there are for the words of a field, beside its arrow."""
    option = QStyleOptionComboBox()
    field.initStyleOption(option)
    control, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
    return field.style().subControlRect(control, option, part, field).width()


def test_a_choice_has_room_for_its_longest_words(qtbot: QtBot, appearance: Appearance) -> None:
    field = ChoiceField("版式", dict.fromkeys(("普通讲义", "公文式讲义"), ""))
    qtbot.addWidget(field)
    field.show()
    field.resize(field.sizeHint())
    assert room_of(field) >= field.fontMetrics().horizontalAdvance("公文式讲义") + 2


@pytest.mark.parametrize("width", [320, 440, 485, 520, 600])
def test_no_choice_beside_the_page_is_narrower_than_its_words(
    arranging: Desk, appearance: Appearance, qtbot: QtBot, width: int
) -> None:
    preview = arranging.page.handout_panel.preview
    preview.setParent(None)
    qtbot.addWidget(preview)
    preview.resize(width, 600)
    preview.show()
    fields = preview.edition, preview.preset
    qtbot.waitUntil(lambda: all(one.width() >= one.sizeHint().width() for one in fields))


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_all_values_of_a_choice_are_seen_when_it_drops_down(
    qtbot: QtBot, appearance: Appearance
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    field = ChoiceField("字号", {f"{points} 磅": points for points in range(10, 19)}, window)
    with qtbot.waitExposed(window):
        window.show()
    field.view()  # as asking for its size does, before it has the keys
    window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    QTest.mouseClick(field, Qt.MouseButton.LeftButton)
    listed = field.view()
    last = listed.visualRect(field.model().index(field.count() - 1, 0))
    qtbot.waitUntil(listed.isVisible)
    assert last.bottom() < listed.viewport().height()
    field.hidePopup()
