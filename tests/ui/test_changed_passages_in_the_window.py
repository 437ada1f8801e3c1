"""A passage whose article was tidied since: from 编排 to the answer in 整理, and back."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from studydesk.domain.packet import PassageItem
from studydesk.ui.arrange.handout.findings import Findings
from studydesk.ui.desk import Desk
from studydesk.ui.main_window import MainWindow
from studydesk.ui.pages.pick import PickPage


@pytest.fixture
def item(pick: PickPage, desk: Desk) -> PassageItem:
    """A passage with a character that neither its article nor its page has."""
    pick.add_selection()
    packet = desk.current.packet
    assert packet is not None
    item = next(item for item in packet.items if isinstance(item, PassageItem))
    text = item.passage.text
    shorter = replace(item.passage, text=f"{text[:4]}甲{text[4:]}")
    desk.current.edit("改", replace(packet, items=(replace(item, passage=shorter),)))
    desk.current.flush()
    return replace(item, passage=shorter)


def findings_of(desk: Desk, qtbot: QtBot) -> Findings:
    """The list in 编排, with the passage that differs marked."""
    desk.show_page("arrange")
    panel = desk.arrange.handout_panel
    panel.settle()
    qtbot.waitUntil(lambda: panel.findings.checked is not None, timeout=20_000)
    panel.findings.go_to_first()
    return panel.findings


def test_the_line_leads_to_where_it_is_answered(
    window: MainWindow, desk: Desk, item: PassageItem, qtbot: QtBot
) -> None:
    findings = findings_of(desk, qtbot)
    assert "请去整理" in findings.list.item(0).text()
    assert findings.settling.mend_button.text() == "去整理…"
    desk.tidy.changed_passages.restore([[change_packet(desk), item.id, ""]])
    findings.settling.mend_button.click()
    qtbot.waitUntil(desk.tidy.changed_passages.isVisible, timeout=20_000)
    asked = desk.tidy.changed_passages.change
    assert desk.page_id == "tidy"
    assert asked is not None
    assert asked.item_id == item.id


def change_packet(desk: Desk) -> str:
    packet = desk.current.packet
    assert packet is not None
    return packet.id


def test_what_was_left_as_it_is_is_told_in_the_line(
    window: MainWindow, desk: Desk, item: PassageItem, qtbot: QtBot
) -> None:
    findings = findings_of(desk, qtbot)
    findings.settling.mend_button.click()
    qtbot.waitUntil(desk.tidy.changed_passages.isVisible, timeout=20_000)
    desk.tidy.changed_passages.leave.click()
    assert "整理时已选保留原样" in findings_of(desk, qtbot).list.item(0).text()


def test_the_outline_marks_the_passage(
    window: MainWindow, desk: Desk, item: PassageItem, qtbot: QtBot
) -> None:
    findings_of(desk, qtbot)
    model = desk.arrange.packet_panel.model
    assert "与原文不一致" in str(model.index_of(item.id).data())
