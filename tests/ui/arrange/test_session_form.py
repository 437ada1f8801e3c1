"""The facts of a session in 编排: when their form is open, and what it does in a low window."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from studydesk.domain import edits

from .conftest import Desk


def least(field: QWidget) -> int:
    """The pixels that a field needs: as many as the theme says, where it does; some typefaces
    would ask for one more.
    """
    return field.minimumHeight() or field.minimumSizeHint().height()


def test_esc_in_the_form_puts_it_away_and_goes_to_the_outline(arranging: Desk) -> None:
    panel = arranging.page.packet_panel
    panel.session.rename()
    QTest.keyClick(panel.session.place, Qt.Key.Key_Escape)
    assert not panel.session.facts.isChecked()
    assert arranging.page.focusWidget() is panel.view


def test_the_line_of_facts_has_room_for_what_differs(arranging: Desk) -> None:
    session = arranging.page.packet_panel.session
    facts = replace(arranging.packet.session, held_on=date(2026, 11, 27), minutes=45, unit="一车间")
    arranging.current.edit("编", edits.set_session(arranging.packet, facts))
    session.resize(240, session.height())
    assert session.facts.text() == "11月27日 · 45 分钟 · 一车间 ▾"
    assert session.facts.toolTip().startswith("2026年11月27日 · 45 分钟 · 一车间")


def test_the_form_is_closed_once_another_page_is_gone_to(arranging: Desk) -> None:
    session = arranging.page.packet_panel.session
    session.rename()
    arranging.page.hide()
    arranging.page.show()
    assert not session.facts.isChecked()


def test_the_form_stays_where_something_in_it_cannot_be_read(arranging: Desk) -> None:
    session = arranging.page.packet_panel.session
    session.open_field("held_on")
    session.held_on.line.selectAll()
    QTest.keyClicks(session.held_on.line, "2026-02-30")
    session.place.setFocus()
    arranging.page.hide()
    arranging.page.show()
    assert session.facts.isChecked()


def test_fields_never_run_into_one_another_in_a_low_window(arranging: Desk, qtbot: QtBot) -> None:
    session = arranging.page.packet_panel.session
    session.rename()
    arranging.page.setFixedSize(860, 330)
    lines = (session.title, session.unit, session.held_on, session.place, session.host)
    qtbot.waitUntil(lambda: session.title.height() >= least(session.title))
    for above, below in pairwise(lines):
        assert above.y() + above.height() <= below.y()
        assert below.height() >= least(below)
