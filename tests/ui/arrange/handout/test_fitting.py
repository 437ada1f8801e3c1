"""Facing pages, what is noticed on them, and the offer to fit a packet to fewer."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.ui.arrange.conftest import Desk

from studydesk.domain.packet import Guide, Packet
from studydesk.services import handouts
from studydesk.ui.arrange.handout.page_places import pages_of, spread_of

TIME = 30_000


@pytest.fixture
def running_over(printing: Desk, qtbot: QtBot) -> Desk:
    """A packet with a few lines on its second page."""
    items = tuple(Guide("读" * 30, id=f"guide-{number}") for number in range(32))
    preview = printing.page.handout_panel.preview
    printing.current.edit("改", replace(printing.packet, items=items))
    qtbot.waitUntil(
        lambda: preview.file is not None and "guide-31" in preview.file.item_pages, timeout=TIME
    )
    assert "末页" in preview.notices.told.text()
    return printing


def test_a_page_is_saved_by_one_click_and_given_back_by_undo(
    running_over: Desk, qtbot: QtBot
) -> None:
    preview = running_over.page.handout_panel.preview
    qtbot.waitUntil(preview.notices.fit.isVisible, timeout=TIME)
    assert preview.notices.fit.text() == "挤进 1 页"
    preview.notices.fit.click()
    qtbot.waitUntil(lambda: preview.page_label.text().endswith("/1"), timeout=TIME)
    assert running_over.kept().tightness > 0
    assert preview.notices.loosen.isVisible()
    running_over.undo()
    qtbot.waitUntil(lambda: preview.page_label.text().endswith("/2"), timeout=TIME)


def test_it_is_not_offered_to_save_a_page_where_that_cannot_be_done(
    running_over: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[object] = []

    def look(*_: object) -> int:
        looked.append(None)
        return 0

    monkeypatch.setattr(handouts, "steps_to_fit", look)
    notices, fitting = running_over.page.handout_panel.preview.notices, running_over.page.fitting
    running_over.current.edit("改", replace(running_over.packet, title="另一个题名"))
    qtbot.waitUntil(lambda: bool(looked) and not fitting._latest.busy, timeout=TIME)
    assert notices.told.isVisible()
    assert notices.fit.isHidden()


def test_what_was_offered_goes_with_the_next_edit(running_over: Desk, qtbot: QtBot) -> None:
    notices = running_over.page.handout_panel.preview.notices
    qtbot.waitUntil(notices.fit.isVisible, timeout=TIME)
    running_over.current.edit("改", replace(running_over.packet, title="另一个题名"))
    assert notices.fit.isHidden()


def test_what_was_offered_for_one_packet_is_not_done_to_another(
    running_over: Desk, qtbot: QtBot
) -> None:
    notices, fitting = running_over.page.handout_panel.preview.notices, running_over.page.fitting
    qtbot.waitUntil(notices.fit.isVisible, timeout=TIME)
    running_over.library.save_packet(Packet("第二份", id="second"))
    running_over.page.shelf.open("second")
    assert notices.fit.isHidden()
    fitting.fit()
    assert (running_over.packet.title, running_over.current.history.count()) == ("第二份", 0)
    running_over.page.shelf.open("friday")
    fitting.fit()
    assert running_over.packet.tightness == 0


def test_what_was_drawn_in_can_be_let_out_again(running_over: Desk, qtbot: QtBot) -> None:
    preview = running_over.page.handout_panel.preview
    running_over.current.edit("挤", replace(running_over.packet, tightness=2))
    qtbot.waitUntil(preview.notices.loosen.isVisible, timeout=TIME)
    preview.notices.loosen.click()
    assert running_over.packet.tightness == 0


def test_pages_face_each_other(running_over: Desk, qtbot: QtBot) -> None:
    preview = running_over.page.handout_panel.preview
    preview.facing.click()
    qtbot.waitUntil(
        lambda: preview.document is not None and preview.document.pagePointSize(0).width() > 1000,
        timeout=TIME,
    )
    assert preview.page_label.text() == "1/2"
    preview.forward.click()
    assert preview.page_label.text() == "2/2"


def test_every_page_lies_on_one_spread() -> None:
    assert [spread_of(page) for page in range(5)] == [0, 1, 1, 2, 2]
    assert [list(pages_of(spread, 4)) for spread in range(3)] == [[0], [1, 2], [3]]


def test_a_page_that_is_told_of_is_gone_to_by_the_keys(running_over: Desk, qtbot: QtBot) -> None:
    notices = running_over.page.handout_panel.preview.notices
    with qtbot.waitSignal(notices.page_wanted) as wanted:
        notices.window().activateWindow()
        notices.told.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(notices.told, Qt.Key.Key_Return)
    assert wanted.args == [2]
