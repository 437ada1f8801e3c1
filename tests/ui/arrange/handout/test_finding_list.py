"""The list of findings cuts no line and lets the rest be scrolled to."""

import pytest
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem
from pytestqt.qtbot import QtBot
from tests.ui.test_small_screens import settle
from tests.ui.test_window_place import SMALL

from studydesk.domain import edits
from studydesk.domain.packet import Guide
from studydesk.ui.arrange.handout.finding_list import FindingList
from studydesk.ui.desk import Desk
from studydesk.ui.main_window import MainWindow


def shown(qtbot: QtBot, height: int) -> FindingList:
    """A finding of many lines in a list of this height."""
    found = FindingList()
    qtbot.addWidget(found)
    found.addItem("留意　议程　" + "时间不够，可先删第二题。" * 12)
    found.show()
    found.resize(300, height)
    found.fit()
    found.resize(300, height)
    return found


@pytest.mark.parametrize("height", range(90, 119, 7))
def test_no_line_is_cut_through(qtbot: QtBot, height: int) -> None:
    found = shown(qtbot, height)
    words = found.viewport().height() - 4
    assert words > 0
    assert words % found.fontMetrics().boundingRect(found.item(0).text()).height() == 0


def test_what_was_listed_before_it_was_shown_is_seen(qtbot: QtBot) -> None:
    found = FindingList()
    qtbot.addWidget(found)
    found.addItems(["留意　选段一　缺日期。", "留意　选段二　缺日期。", "留意　选段三　缺日期。"])
    found.fit()
    found.show()
    found.resize(300, 0)
    qtbot.waitUntil(
        lambda: found.visualItemRect(found.item(2)).bottom() < found.viewport().height()
    )


@pytest.mark.parametrize("more", range(0, 24, 4))
def test_words_are_drawn_in_the_lines_for_which_there_is_room(qtbot: QtBot, more: int) -> None:
    found = FindingList()
    qtbot.addWidget(found)
    found.addItem("留意　思考题二　要换掉的占位文字还没有填。")
    found.show()
    words = found.fontMetrics().horizontalAdvance(found.item(0).text())
    found.resize(found.width() - found.viewport().width() + words + more, 300)
    found.fit()
    row = found.visualItemRect(found.item(0))
    drawn = QStyleOptionViewItem()
    drawn.widget, drawn.rect, index = found, row, found.model().index(0, 0)
    delegate = found.itemDelegate()
    assert isinstance(delegate, QStyledItemDelegate)
    delegate.initStyleOption(drawn, index)
    fits = drawn.rect.width() >= words + 6
    assert (row.height() < 2 * found.fontMetrics().height() + 8) is fits


def test_the_rest_of_one_long_finding_can_be_scrolled_to(qtbot: QtBot) -> None:
    found = shown(qtbot, 110)
    qtbot.waitUntil(found.verticalScrollBar().isVisible)


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_finding_is_read_whole_on_a_small_screen(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    packet = desk.current.packet
    assert packet is not None
    desk.current.edit("添", edits.append(packet, Guide("学习二十四中全会精神。" * 40)))
    window.setMinimumSize(SMALL)
    window.resize(SMALL)
    desk.show_page("arrange")
    handout = desk.arrange.handout_panel
    found = handout.findings.list
    qtbot.waitUntil(lambda: bool(handout.counts.text()), timeout=30_000)
    qtbot.waitUntil(lambda: found.count() > 0, timeout=30_000)
    handout.findings_button.click()
    row = found.item(0)
    settle(qtbot, window, lambda: found.visualItemRect(row).bottom() < found.viewport().height())
    view = handout.preview.view
    assert view is not None
    assert view.height() > 40
