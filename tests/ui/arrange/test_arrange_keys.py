"""Where the keys go on 编排: the menu of contents has them to itself while it is open."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication
from pytestqt.qtbot import QtBot

from studydesk.handout.model import Edition
from studydesk.ui.arrange.offering import SESSIONS
from studydesk.ui.arrange.term_tools import TERMS
from studydesk.ui.fields import ChoiceField

from .conftest import Desk

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
"""What the display without a screen says whenever a menu opens."""


def test_the_first_entry_of_the_menu_is_marked_at_once(arranging: Desk) -> None:
    arranging.page.packet_panel.open_add_menu()
    menu = arranging.page.packet_panel.add_menu
    assert menu.activeAction() is menu.actions()[0]
    menu.close()


def test_what_is_left_current_after_an_undo_is_marked(arranging: Desk) -> None:
    arranging.page.show_item("agenda")
    arranging.page.insert_item("guide")
    arranging.undo()
    outline = arranging.page.outline
    assert outline.selected_ids() == [outline.current_id()] != [""]


@pytest.mark.parametrize(
    "item_id", ["heading", "guide", "passage", "note", "term", "question", "agenda", "action"]
)
def test_the_middle_panel_gives_the_keys_to_a_field_in_sight(
    arranging: Desk, qtbot: QtBot, item_id: str
) -> None:
    arranging.page.outline.setFocus()
    arranging.page.show_item(item_id)
    QApplication.processEvents()  # fields that are new come to stand in their places
    _, panel, *_ = arranging.page.panels()
    panel.setFocus()
    focus, editor = QApplication.focusWidget(), arranging.page.item_panel.editor
    assert focus is not None
    assert editor is not None
    assert editor.isAncestorOf(focus)
    seen = focus.viewport() if isinstance(focus, QAbstractScrollArea) else focus
    qtbot.waitUntil(lambda: not seen.visibleRegion().isEmpty(), timeout=3_000)


def test_a_page_break_is_passed_over_for_it_has_no_field(arranging: Desk) -> None:
    arranging.page.show_item("break")
    assert arranging.page.item_panel not in arranging.page.panels()


def test_taking_back_a_session_plan_gives_the_keys_to_no_choice(
    printing: Desk, qtbot: QtBot
) -> None:
    page = printing.page
    page.show_item("passage")
    offers = page.offering.panel
    offers.open(SESSIONS)
    qtbot.waitUntil(lambda: offers.list.count() > 0)
    QTest.keyClick(offers.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not page.offering.busy)
    printing.undo()
    qtbot.waitUntil(lambda: not page.offering.busy)
    assert QApplication.focusWidget() in (offers.list, page.outline)


def test_the_keys_of_offers_that_go_away_go_to_the_items(printing: Desk, qtbot: QtBot) -> None:
    page = printing.page
    page.show_item("passage")
    offers = page.offering.panel
    offers.open(SESSIONS)
    qtbot.waitUntil(lambda: offers.list.count() > 0)
    page.show_item("agenda")
    assert QApplication.focusWidget() is page.outline


def test_leaving_the_lists_of_terms_goes_back_to_where_one_was(
    printing: Desk, qtbot: QtBot
) -> None:
    page = printing.page
    page.show_item("passage")
    offers = page.offering.panel
    offers.open(TERMS)
    qtbot.waitUntil(lambda: not page.offering.busy)
    button = page.offering.terms.lists_button
    offers.list.setFocus()
    sheet = page.offering.terms.open_lists()
    qtbot.waitUntil(sheet.isVisible)
    sheet.activateWindow()
    qtbot.waitUntil(sheet.isActiveWindow)
    offers.show_offers((), "正在看这一段……")
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    page.activateWindow()
    qtbot.waitUntil(lambda: page.isActiveWindow() and not page.offering.busy)
    QApplication.processEvents()
    assert QApplication.focusWidget() in (button, page.outline)


def test_esc_in_the_list_of_packets_goes_back_to_the_items(arranging: Desk, qtbot: QtBot) -> None:
    panel = arranging.page.packet_panel
    panel.chooser.setChecked(True)
    qtbot.waitUntil(panel.packets.list.hasFocus)
    qtbot.keyClick(panel.packets.list, Qt.Key.Key_Escape)
    assert not panel.chooser.isChecked()
    assert arranging.page.outline.hasFocus()


def test_the_left_panel_gives_the_keys_to_the_list_of_packets_while_that_is_open(
    arranging: Desk, qtbot: QtBot
) -> None:
    panel = arranging.page.packet_panel
    panel.chooser.setChecked(True)
    arranging.page.item_panel.focus_editor()
    panel.setFocus()
    qtbot.waitUntil(panel.packets.list.hasFocus)


def test_alt_and_down_opens_a_box_of_choices_and_moves_no_item(
    arranging: Desk, qtbot: QtBot
) -> None:
    form = arranging.form("question")
    box = form.findChild(ChoiceField)
    assert box is not None
    box.setFocus()
    before = arranging.order()
    qtbot.keyClick(box, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert arranging.order() == before
    assert box.view().isVisible()
    box.hidePopup()


def test_down_on_the_button_of_contents_opens_its_menu(arranging: Desk, qtbot: QtBot) -> None:
    panel = arranging.page.packet_panel
    panel.add_button.setFocus()
    qtbot.keyClick(panel.add_button, Qt.Key.Key_Down)
    assert panel.add_menu.isVisible()
    panel.add_menu.close()


def test_one_key_chooses_from_the_menu_of_contents(arranging: Desk, qtbot: QtBot) -> None:
    panel = arranging.page.packet_panel
    panel.open_add_menu()
    line = next(one for one in panel.add_menu.actions() if "思考题" in one.text())
    key = line.text().partition("(&")[2][0]
    before = len(arranging.order())
    qtbot.keyClick(panel.add_menu, key)
    assert len(arranging.order()) == before + 1


def test_esc_in_the_editor_puts_away_the_list_of_findings_and_the_keys_stay(
    printing: Desk, qtbot: QtBot
) -> None:
    handout = printing.page.handout_panel
    handout.findings_button.setChecked(True)
    field = printing.form("guide").field("text")
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not handout.findings_button.isChecked()
    assert field.hasFocus()


def test_esc_closes_the_tour_where_that_has_the_keys(arranging: Desk, qtbot: QtBot) -> None:
    arranging.page.tour.start()
    qtbot.keyClick(arranging.page.outline, Qt.Key.Key_Escape)
    assert not arranging.page.tour.isHidden()
    qtbot.keyClick(arranging.page.tour.on, Qt.Key.Key_Escape)
    assert arranging.page.tour.isHidden()


def test_pages_are_turned_by_keys_and_the_last_one_says_so(printing: Desk, qtbot: QtBot) -> None:
    preview, told = printing.page.handout_panel.preview, list[str]()
    printing.page.message.connect(told.append)
    document = preview.document
    assert document is not None
    for _ in range(document.pageCount()):
        qtbot.keyClick(
            printing.page.outline, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier
        )
    assert preview.page_label.text() == f"{document.pageCount()}/{document.pageCount()}"
    assert told == ["已经是最后一页了。"]


def test_tab_goes_from_what_stands_above_the_pages_into_them(printing: Desk) -> None:
    preview = printing.page.handout_panel.preview
    assert preview.view is not None
    assert preview.notices.fit.nextInFocusChain() is preview.view


def test_tab_goes_from_the_button_that_writes_to_what_is_written(printing: Desk) -> None:
    panel = printing.page.handout_panel.export_panel
    assert panel.export_button.nextInFocusChain() is panel.editions[Edition.PARTICIPANT]


def test_the_keys_are_at_export_again_where_its_panel_is_put_away(
    printing: Desk, qtbot: QtBot
) -> None:
    handout = printing.page.handout_panel
    handout.open_export()
    handout.export_panel.close_button.setFocus()
    qtbot.keyClick(handout.export_panel.close_button, Qt.Key.Key_Space)
    assert not handout.export_button.isChecked()
    assert handout.export_button.hasFocus()


def test_a_finding_in_sight_brings_the_items_back_into_sight(arranging: Desk) -> None:
    panel = arranging.page.packet_panel
    panel.chooser.setChecked(True)
    arranging.page.show_item("guide")
    assert arranging.page.outline.isVisible()
