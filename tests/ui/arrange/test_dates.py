"""A date is understood as people write it, and kept as it stands where it cannot be one."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studydesk.ui.date_field import DateField, date_text, parse_date
from studydesk.ui.theme import Appearance

from .conftest import Desk


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


@pytest.fixture
def field(qtbot: QtBot, appearance: Appearance, width: int) -> DateField:
    """A date field of a width in pixels, on the screen."""
    field = DateField("日期")
    qtbot.addWidget(field)
    field.resize(width, 40)
    with qtbot.waitExposed(field):
        field.show()
    return field


@pytest.mark.parametrize("width", [200])
@pytest.mark.parametrize("before", [None, date(2026, 11, 7)])
def test_what_is_no_date_stays_where_the_room_changes(
    field: DateField, before: date | None
) -> None:
    field.set_date(before)
    field.line.selectAll()
    QTest.keyClicks(field.line, "2026-02-30")
    field.line.clearFocus()
    field.line.editingFinished.emit()
    field.resize(field.width() + 80, field.height())
    assert field.line.text() == "2026-02-30"
    assert not field.doubt.isHidden()


@pytest.mark.parametrize(("width", "shown"), [(200, "2026年11月27日"), (124, "2026-11-27")])
def test_a_date_is_written_so_that_all_of_it_is_seen(
    field: DateField, width: int, shown: str
) -> None:
    field.set_date(date(2026, 11, 27))
    field.resize(300, 40)
    field.resize(width, 40)
    assert field.line.text() == shown
    room = field.line.contentsRect().width() - 2 * 8
    assert field.line.fontMetrics().horizontalAdvance(shown) <= room


@pytest.mark.parametrize(("width", "shown"), [(200, "如：2026-11-27"), (124, "2026-11-27")])
def test_an_empty_date_shows_how_to_write_one_so_that_all_of_it_is_seen(
    field: DateField, shown: str
) -> None:
    assert field.line.placeholderText() == shown
    assert field.line.has_room_for(shown)
