from dataclasses import replace
from datetime import date

from pytestqt.qtbot import QtBot

from studydesk.domain import edits
from studydesk.domain.packet import Action, Packet, Session

from .conftest import Desk


def look(qtbot: QtBot, desk: Desk) -> None:
    desk.page.outline.select(["action"])
    qtbot.waitUntil(lambda: not desk.page.last_action.busy)


def hold_last(desk: Desk, agreed: str) -> None:
    action = Action("一件事", agreed=agreed)
    session = Session("第三车间", date(2025, 11, 14))
    desk.library.save_packet(Packet("上周学习", session, (action,), id="last"))


def test_nothing_is_offered_where_there_was_no_session_before(
    qtbot: QtBot, arranging: Desk
) -> None:
    look(qtbot, arranging)
    assert not arranging.page.last_action.isVisible()


def test_what_was_agreed_is_offered_and_taken_as_one_step(qtbot: QtBot, arranging: Desk) -> None:
    hold_last(arranging, "老王教会小李换刀")
    look(qtbot, arranging)
    offer = arranging.page.last_action
    assert offer.isVisible()
    assert offer.sentence.text() == "上次（11月14日“上周学习”）定了：老王教会小李换刀"
    before = arranging.packet
    offer.take_button.click()
    item = arranging.item("action")
    assert isinstance(item, Action)
    assert item.last == "老王教会小李换刀"
    assert not offer.isVisible()
    arranging.undo()
    assert arranging.packet == before


def test_nothing_is_offered_where_something_is_asked_about(qtbot: QtBot, arranging: Desk) -> None:
    hold_last(arranging, "老王教会小李换刀")
    item = arranging.item("action")
    assert isinstance(item, Action)
    asked = edits.change(arranging.packet, replace(item, last="已经问了"))
    arranging.current.edit("写", asked)
    look(qtbot, arranging)
    assert not arranging.page.last_action.isVisible()


def test_the_offer_goes_with_the_item(qtbot: QtBot, arranging: Desk) -> None:
    hold_last(arranging, "")
    look(qtbot, arranging)
    assert arranging.page.last_action.sentence.text().endswith("可以印：11月14日学习时定的事")
    arranging.page.outline.select([arranging.order()[0]])
    assert not arranging.page.last_action.isVisible()
