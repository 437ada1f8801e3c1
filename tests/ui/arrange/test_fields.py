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

from studydesk.ui.arrange.handout.preset_fields import side_by_side
from studydesk.ui.date_field import DateField, date_text, parse_date
from studydesk.ui.fields import ChoiceField, LineField, TextField
from studydesk.ui.number_field import NumberField
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


@pytest.mark.parametrize(
    "text",
    ["2026年11月7日", "2026-11-07", "2026.11.7", "2026/11/7", " 20261107 ", "2026 年 11 月 7 日"],
)
def test_a_date_is_understood_as_people_write_it(text: str) -> None:
    assert parse_date(text) == date(2026, 11, 7)


@pytest.mark.parametrize("text", ["", "13月7日", "2026年13月1日", "明天"])
def test_what_is_no_date_is_not_taken_for_one(text: str) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize(
    ("text", "today", "day"),
    [
        ("11月30日", date(2026, 11, 21), date(2026, 11, 30)),
        ("11-30", date(2026, 11, 21), date(2026, 11, 30)),
        ("11.30", date(2026, 11, 21), date(2026, 11, 30)),
        ("1月8日", date(2026, 12, 20), date(2027, 1, 8)),
        ("12/28", date(2027, 1, 3), date(2026, 12, 28)),
        ("2月29日", date(2026, 11, 21), None),
    ],
)
def test_a_date_without_a_year_is_the_nearest_one(text: str, today: date, day: date | None) -> None:
    assert parse_date(text, today) == day


def test_the_year_that_was_taken_is_written_out(qtbot: QtBot) -> None:
    field = DateField("日期")
    qtbot.addWidget(field)
    QTest.keyClicks(field.line, "11-30")
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert field.line.text() == date_text(parse_date("11月30日"))
    assert field.doubt.isHidden()


@given(st.dates(date(1900, 1, 1)))
def test_a_date_shown_is_understood_again(day: date) -> None:
    assert parse_date(date_text(day)) == day


def test_a_date_can_be_taken_out_again(qtbot: QtBot) -> None:
    field = DateField("日期")
    qtbot.addWidget(field)
    field.set_date(date(2026, 11, 7))
    with qtbot.waitSignal(field.edited) as told:
        field.line.selectAll()
        QTest.keyClick(field.line, Qt.Key.Key_Delete)
    assert told.args == [None]


def test_a_date_half_written_stays_while_the_packet_comes_back(qtbot: QtBot) -> None:
    field = DateField("日期")
    qtbot.addWidget(field)
    QTest.keyClicks(field.line, "2026-1")
    field.show_date(None)
    assert field.line.text() == "2026-1"


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


def test_what_is_doubtful_in_a_date_moves_no_field_below_it(arranging: Desk) -> None:
    arranging.page.resize(900, 700)
    session = arranging.page.packet_panel.session
    session.facts.setChecked(True)
    QApplication.processEvents()
    fields = session.place, session.host, session.minutes
    before = [field.y() for field in fields]
    session.held_on.line.selectAll()
    QTest.keyClicks(session.held_on.line, "2026-13-4")
    session.held_on.line.editingFinished.emit()
    QApplication.processEvents()
    assert session.held_on.doubt.isVisible()
    assert [field.y() for field in fields] == before


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


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("2月30日", "没有2月30日这一天。"),
        ("2 月 30 日", "没有2月30日这一天。"),
        ("2-30", "没有2月30日这一天。"),
        ("2026 年 2 月 30 日", "没有2026年2月30日这一天。"),
        ("20260230", "没有2026年2月30日这一天。"),
        ("2月29日", "今年没有2月29日，请写上年份。"),
        ("明天", "日期写成 2026-11-27 这样。"),
    ],
)
def test_it_is_said_what_is_wrong_with_a_date_and_what_stays(
    qtbot: QtBot, typed: str, told: str
) -> None:
    field = DateField("日期")
    qtbot.addWidget(field)
    field.set_date(date(2026, 11, 7))
    field.line.selectAll()
    field.line.insert(typed)
    field.line.editingFinished.emit()
    assert field.doubt.text() == f"{told}仍按2026年11月7日。"


def test_an_impossible_date_stays_in_sight_with_a_hint(qtbot: QtBot) -> None:
    field = DateField("日期")
    qtbot.addWidget(field)
    field.set_date(date(2026, 11, 7))
    field.line.selectAll()
    QTest.keyClicks(field.line, "2026-02-30")
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    field.show_date(date(2026, 11, 7))
    assert field.line.text() == "2026-02-30"
    assert field.doubt.text() == "没有2026年2月30日这一天。仍按2026年11月7日。"
    field.line.selectAll()
    QTest.keyClicks(field.line, "2026-02-28")
    assert field.doubt.isHidden()


def test_what_is_typed_stays_while_the_packet_is_shown_again(qtbot: QtBot) -> None:
    field = DateField("日期")
    qtbot.addWidget(field)
    field.set_date(date(2026, 11, 7))
    field.edited.connect(field.show_date)  # as a packet that comes back after each edit
    field.line.selectAll()
    QTest.keyClicks(field.line, "2026-02-30")
    assert field.line.text() == "2026-02-30"


@pytest.mark.parametrize("before", [None, date(2026, 11, 7)])
def test_what_is_no_date_stays_where_the_room_changes(
    qtbot: QtBot, appearance: Appearance, before: date | None
) -> None:
    field = DateField("日期")
    qtbot.addWidget(field)
    with qtbot.waitExposed(field):
        field.show()
    field.set_date(before)
    field.line.selectAll()
    QTest.keyClicks(field.line, "2026-02-30")
    field.line.clearFocus()
    field.line.editingFinished.emit()
    field.resize(field.width() + 80, field.height())
    assert field.line.text() == "2026-02-30"
    assert not field.doubt.isHidden()


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


@pytest.mark.parametrize(("width", "shown"), [(200, "2026年11月27日"), (124, "2026-11-27")])
def test_a_date_is_written_so_that_all_of_it_is_seen(
    qtbot: QtBot, appearance: Appearance, width: int, shown: str
) -> None:
    field = DateField("日期")
    qtbot.addWidget(field)
    field.resize(width, 40)
    with qtbot.waitExposed(field):
        field.show()
    field.set_date(date(2026, 11, 27))
    field.resize(300, 40)
    field.resize(width, 40)
    assert field.line.text() == shown
    room = field.line.contentsRect().width() - 2 * 8
    assert field.line.fontMetrics().horizontalAdvance(shown) <= room
