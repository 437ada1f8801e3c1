"""What is not printed or exported, because something has to be settled first."""

import pytest
from PySide6.QtWidgets import QListWidgetItem
from pytestqt.qtbot import QtBot
from tests.ui.arrange.conftest import Desk

from studydesk.domain import edits
from studydesk.domain.packet import Agenda, AgendaStep, Guide, Packet, Question
from studydesk.handout.model import Edition
from studydesk.library import Reason
from studydesk.services.checking import check_against
from studydesk.ui.arrange.handout.export_panel import ExportPanel
from studydesk.ui.arrange.handout.finding_list import FindingList
from studydesk.ui.fields import LineField, TextField


@pytest.fixture
def panel(arranging: Desk) -> ExportPanel:
    """导出, for a packet that says 二十四中全会, which there was not."""
    guide = Guide("学习二十四中全会精神，设备...", id="guide")
    arranging.current.edit("改导读", edits.change(arranging.packet, guide))
    return arranging.page.handout_panel.export_panel


def open_other(desk: Desk) -> Packet:
    other = Packet("别的", id="other")
    desk.current.flush()
    desk.library.save_packet(other)
    desk.current.open(other)
    return other


def exported(desk: Desk) -> list[Reason]:
    desk.current.flush()
    reasons = [version.reason for version in desk.library.versions("friday")]
    return [reason for reason in reasons if reason is Reason.EXPORTED]


def test_an_export_that_was_held_back_is_no_version(
    arranging: Desk, panel: ExportPanel, qtbot: QtBot
) -> None:
    panel.start()
    told = "没有写出文件：1 处必改没有处理（导读“二十四中全会”）。"
    qtbot.waitUntil(lambda: panel.held.sentence.text() == told)
    assert panel.results() == []
    assert exported(arranging) == []


def test_it_is_told_by_its_title_where_another_packet_is_open(
    arranging: Desk, panel: ExportPanel, qtbot: QtBot
) -> None:
    title = arranging.packet.title
    panel.start()
    open_other(arranging)
    qtbot.waitUntil(lambda: panel.results() != [])
    (told,) = panel.results()
    assert told.startswith(f"“{title}”没有写出文件：")
    assert panel.held.sentence.text() == ""


def test_so_is_a_print_which_shows_nothing_of_the_other_packet(
    arranging: Desk, panel: ExportPanel, qtbot: QtBot
) -> None:
    held = arranging.packet
    printing = arranging.page.printing
    told: list[str] = []
    printing.message.connect(told.append)
    panel.start()
    qtbot.waitUntil(lambda: panel.held.sentence.text() != "")
    findings = arranging.page.handout_panel.findings
    open_other(arranging)
    shown = findings.isVisible()
    checked = check_against(arranging.library, held)
    printing._printed(held, Edition.PARTICIPANT, None, (0, checked))
    assert told[0].startswith(f"“{held.title}”没有打印：")
    assert findings.isVisible() == shown


def test_the_way_there_ends_in_the_blank_which_is_written_over(arranging: Desk) -> None:
    asked = Question("文中说的〔技能断层〕，在哪道工序？", id="question")
    arranging.current.edit("改题", edits.change(arranging.packet, asked))
    arranging.page.show_item("guide")
    panel = arranging.page.handout_panel
    panel.findings._tell(check_against(arranging.library, arranging.packet))
    panel.export_panel.held.button.click()
    field = arranging.form("question").field("text")
    assert isinstance(field, TextField)
    assert arranging.page.window().focusWidget() is field
    assert field.textCursor().selectedText() == "〔技能断层〕"


def found_in_question(desk: Desk, words: str) -> tuple[FindingList, TextField]:
    """The list of findings, the first of which is about these words of a question."""
    asked = Question(words, id="question")
    desk.current.edit("改题", edits.change(desk.packet, asked))
    field = desk.form("question").field("text")
    assert isinstance(field, TextField)
    desk.page.show_item("guide")
    desk.page.outline.setFocus()
    findings = desk.page.handout_panel.findings
    findings._tell(check_against(desk.library, desk.packet))
    return findings.list, field


def finding(found: FindingList, words: str) -> QListWidgetItem:
    return next(found.item(n) for n in range(found.count()) if words in found.item(n).text())


def test_enter_on_a_finding_lets_its_blank_be_written_over(arranging: Desk) -> None:
    found, field = found_in_question(arranging, "文中说的〔技能断层〕，在哪道工序？")
    found.itemActivated.emit(finding(found, "〔技能断层〕"))
    assert arranging.page.window().focusWidget() is field
    assert field.textCursor().selectedText() == "〔技能断层〕"


def test_a_click_on_a_finding_shows_its_words_and_leaves_the_keys(arranging: Desk) -> None:
    found, field = found_in_question(arranging, "文中说的〔技能断层〕，在哪道工序？")
    found.itemClicked.emit(finding(found, "〔技能断层〕"))
    assert arranging.page.outline.hasFocus()
    assert field.textCursor().selectedText() == "〔技能断层〕"


@pytest.mark.parametrize("name", ["选段〔已删〕", "思考〔已删〕", "选段九"])
def test_the_name_of_what_was_deleted_is_shown_where_it_stands(arranging: Desk, name: str) -> None:
    found, field = found_in_question(arranging, f"请对照{name}，说说哪一句打动你？")
    found.itemClicked.emit(finding(found, name))
    assert field.textCursor().selectedText() == name


def test_words_of_an_agenda_step_can_be_written_over_as_well(arranging: Desk) -> None:
    agenda = Agenda((AgendaStep("领读", 10), AgendaStep("议", 20, "先说〔一件事〕")), id="agenda")
    arranging.current.edit("改议程", edits.change(arranging.packet, agenda))
    arranging.page.show_item("agenda")
    arranging.page.item_panel.mark("steps.1.note", 2, 7)
    arranging.page.item_panel.focus_marked()
    field = arranging.page.window().focusWidget()
    assert isinstance(field, LineField)
    assert field.selectedText() == "〔一件事〕"
