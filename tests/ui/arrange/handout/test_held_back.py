"""What is not printed or exported, because something has to be settled first."""

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.arrange.conftest import Desk

from studydesk.domain import edits
from studydesk.domain.packet import Agenda, AgendaStep, Guide, Packet, Question
from studydesk.handout.model import Edition
from studydesk.library import Reason
from studydesk.services.checking import check_against
from studydesk.ui.arrange.handout.export_panel import ExportPanel
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


def test_words_of_an_agenda_step_can_be_written_over_as_well(arranging: Desk) -> None:
    agenda = Agenda((AgendaStep("领读", 10), AgendaStep("议", 20, "先说〔一件事〕")), id="agenda")
    arranging.current.edit("改议程", edits.change(arranging.packet, agenda))
    arranging.page.show_item("agenda")
    arranging.page.item_panel.mark("steps.1.note", 2, 7)
    arranging.page.item_panel.focus_marked()
    field = arranging.page.window().focusWidget()
    assert isinstance(field, LineField)
    assert field.selectedText() == "〔一件事〕"
