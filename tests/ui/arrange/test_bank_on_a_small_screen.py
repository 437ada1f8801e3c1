"""The bank of questions where a question is being written and the window is low."""

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.test_small_screens import settle
from tests.ui.test_window_place import SMALL

from studydesk.domain.packet import Question
from studydesk.ui.arrange.offering import BANK
from studydesk.ui.desk import Desk
from studydesk.ui.main_window import MainWindow


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_two_questions_what_is_said_of_one_and_the_button_that_adds_it_are_seen_whole(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    window.setMinimumSize(SMALL)
    window.resize(SMALL)
    desk.show_page("arrange")
    packet = desk.current.packet
    assert packet is not None
    question = next(item for item in packet.items if isinstance(item, Question))
    desk.arrange.show_item(question.id)
    panel = desk.arrange.offering.panel
    panel.open(BANK)
    qtbot.waitUntil(lambda: panel.list.count() >= 30, timeout=30_000)
    settle(qtbot, window)
    for whole in (panel.add_button, panel.buttons[BANK]):
        assert whole.visibleRegion().boundingRect() == whole.rect()
    assert panel.list.viewport().height() >= sum(panel.list.sizeHintForRow(n) for n in range(2))
    words = panel.detail
    assert words.visibleRegion().boundingRect().height() >= words.heightForWidth(words.width())
