"""学习台账: the sessions held, in the window and as a table."""

from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from studydesk.domain.packet import Action, Packet, Session
from studydesk.ui.desk import Desk
from studydesk.ui.main_window import MainWindow
from studydesk.ui.packets.sessions_sheet import SessionsSheet


@pytest.fixture
def sheet(qtbot: QtBot, window: MainWindow, desk: Desk) -> SessionsSheet:
    """The sheet on three sessions of two years, and one that is still to come."""
    for day in (date(2024, 3, 1), date(2025, 11, 7), date(2025, 11, 14), date(2999, 1, 1)):
        action = Action("一件事", agreed=f"{day.day}日定的")
        desk.library.save_packet(Packet(f"{day}学习", Session("一车间", day), (action,)))
    window.actions_by_id["sessions"].trigger()
    (sheet,) = window.findChildren(SessionsSheet)
    qtbot.waitUntil(lambda: sheet.year.count() > 0)
    return sheet


def test_the_sessions_of_the_last_year_are_listed(sheet: SessionsSheet) -> None:
    assert sheet.year.currentText() == "2025年"
    first = [sheet.table.item(0, column) for column in range(5)]
    texts = [item.text() for item in first if item is not None]
    assert texts == ["2025-11-14", "2025-11-14学习", "一车间", "", "14日定的"]
    sheet.reject()


def test_the_name_of_every_column_is_seen_whole_in_a_narrow_sheet(
    sheet: SessionsSheet, qtbot: QtBot
) -> None:
    sheet.resize(sheet.minimumSizeHint())
    qtbot.waitUntil(lambda: sheet.width() <= sheet.minimumSizeHint().width())
    head = sheet.table.horizontalHeader()
    needed = [head.sectionSizeHint(column) for column in range(5)]
    assert all(head.sectionSize(column) >= needed[column] for column in range(5))
    sheet.reject()


def test_another_year_or_all_of_them_can_be_seen(sheet: SessionsSheet) -> None:
    assert sheet.table.rowCount() == 2
    sheet.year.setCurrentIndex(2)
    assert sheet.table.rowCount() == 1
    sheet.year.setCurrentIndex(0)
    assert (sheet.table.rowCount(), sheet.said.text()[:7]) == (3, "共 3 次学习")
    sheet.reject()


def test_what_is_listed_is_written(qtbot: QtBot, sheet: SessionsSheet, tmp_path: Path) -> None:
    with qtbot.waitSignal(sheet.message):
        sheet.write(tmp_path / "台账.csv")
    lines = (tmp_path / "台账.csv").read_text("utf-8-sig").splitlines()
    assert [line.split(",")[0] for line in lines] == ["日期", "2025-11-07", "2025-11-14"]
    with qtbot.waitSignal(sheet.failed):
        sheet.write(tmp_path / "没有" / "台账.csv")
    sheet.reject()


def test_the_window_waits_for_what_is_written(
    window: MainWindow, qtbot: QtBot, sheet: SessionsSheet, tmp_path: Path
) -> None:
    with qtbot.waitSignal(window.jobs.written, check_params_cb=bool):
        sheet.write(tmp_path / "台账.csv")
    sheet.reject()


def test_nothing_was_held_yet(qtbot: QtBot, window: MainWindow, desk: Desk) -> None:
    window.actions_by_id["sessions"].trigger()
    (sheet,) = window.findChildren(SessionsSheet)
    qtbot.waitUntil(lambda: sheet.year.count() > 0)
    assert not sheet.write_button.isEnabled()
    assert sheet.said.text().startswith("还没有开过的学习")
    sheet.reject()
