"""编排 as it is used: put in, edit, move, undo, choose a packet."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from studydesk.domain.article import Article
from studydesk.domain.packet import (
    ITEM_KINDS,
    Agenda,
    Guide,
    Packet,
    PassageItem,
    Question,
    SectionHeading,
)
from studydesk.errors import NotFound
from studydesk.ui.fields import ChoiceField, LineField, NumberField, TextField
from studydesk.ui.item_editors import EDITORS
from studydesk.ui.item_editors.agenda import AgendaEditor, sum_line
from studydesk.ui.item_editors.base import FormEditor
from studydesk.ui.item_editors.passage import PassageEditor
from studydesk.ui.item_kinds import KINDS

from .conftest import Desk

BEGUN = [name for name, kind in ITEM_KINDS.items() if KINDS[kind].make is not None]
FORMS = {
    "heading": "text",
    "guide": "text",
    "note": "text",
    "term": "definition",
    "question": "intent",
    "action": "prompt",
    "hint": "text",
}


def form(desk: Desk, item_id: str) -> FormEditor:
    desk.page.show_item(item_id)
    editor = desk.page.item_panel.editor
    assert isinstance(editor, FormEditor)
    return editor


# --- every kind of item -----------------------------------------------------------------------


def test_every_kind_of_item_has_an_editor() -> None:
    assert set(EDITORS) == set(ITEM_KINDS.values())


@pytest.mark.parametrize("kind", BEGUN)
def test_every_kind_can_be_put_in_and_taken_back(arranging: Desk, kind: str) -> None:
    before = arranging.packet
    arranging.page.show_item("guide")
    arranging.page.insert_item(kind)
    assert isinstance(arranging.packet.items[2], ITEM_KINDS[kind])
    arranging.undo()
    assert arranging.packet == before


@pytest.mark.parametrize("kind", BEGUN)
def test_a_new_item_is_ready_to_be_written(arranging: Desk, kind: str) -> None:
    arranging.page.insert_item(kind)
    editor = arranging.page.item_panel.editor
    assert editor is not None
    assert editor.isVisible()
    assert editor.item.id == arranging.page.outline.current_id()


def test_a_passage_is_picked_on_the_other_page(arranging: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(arranging.page.pick_requested):
        arranging.page.insert_item("passage")


def test_the_menu_lists_every_kind_in_chinese(arranging: Desk) -> None:
    texts = [action.text() for action in arranging.page.packet_panel.add_menu.actions()]
    assert [text.split("\t")[0] for text in texts] == [KINDS[k].name for k in ITEM_KINDS.values()]


@pytest.mark.parametrize(("item_id", "attribute"), FORMS.items())
def test_what_is_typed_is_in_the_packet_at_once(
    arranging: Desk, qtbot: QtBot, item_id: str, attribute: str
) -> None:
    field = form(arranging, item_id).field(attribute)
    assert isinstance(field, TextField | LineField)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_End)
    QTest.keyClicks(field, " abc")
    assert getattr(arranging.item(item_id), attribute).endswith(" abc")
    assert arranging.kept() == arranging.packet


@pytest.mark.parametrize(("item_id", "attribute"), FORMS.items())
def test_what_was_typed_in_one_field_is_one_step(
    arranging: Desk, qtbot: QtBot, item_id: str, attribute: str
) -> None:
    before = arranging.packet
    QTest.keyClicks(form(arranging, item_id).field(attribute), "abc")
    assert arranging.current.history.count() == 1
    arranging.undo()
    assert arranging.packet == before


def test_an_undone_word_leaves_the_field_too(arranging: Desk, qtbot: QtBot) -> None:
    field = form(arranging, "guide").field("text")
    assert isinstance(field, TextField)
    before = field.toPlainText()
    QTest.keyClicks(field, "abc")
    arranging.undo()
    assert field.toPlainText() == before


def test_undo_shows_the_item_that_comes_back(arranging: Desk, qtbot: QtBot) -> None:
    QTest.keyClicks(form(arranging, "guide").field("text"), "abc")
    arranging.page.show_item("action")
    arranging.undo()
    assert arranging.page.outline.current_id() == "guide"


def test_a_question_takes_its_kind_minutes_and_space(arranging: Desk, qtbot: QtBot) -> None:
    editor = form(arranging, "question")
    kind, minutes, space = (editor.field(name) for name in ("kind", "minutes", "space"))
    assert isinstance(kind, ChoiceField)
    assert isinstance(minutes, NumberField)
    assert isinstance(space, ChoiceField)
    kind.activated.emit(3)
    minutes.line.selectAll()
    QTest.keyClicks(minutes.line, "8")
    space.activated.emit(2)
    question = arranging.item("question")
    assert isinstance(question, Question)
    assert (question.kind.value, question.minutes, question.space.value) == ("行动建议", 8, "box")


def test_marking_a_passage_is_a_step_of_its_own(arranging: Desk) -> None:
    arranging.page.show_item("passage")
    editor = arranging.page.item_panel.editor
    assert isinstance(editor, PassageEditor)
    for start in (0, 10):
        editor.text.select(start, start + 4)
        editor.omit()
    arranging.undo()
    passage = arranging.item("passage")
    assert isinstance(passage, PassageItem)
    assert len(passage.passage.operations) == 1


def test_a_source_filled_in_is_kept_in_the_library_too(
    arranging: Desk, qtbot: QtBot, article: Article
) -> None:
    arranging.page.show_item("passage")
    editor = arranging.page.item_panel.editor
    assert isinstance(editor, PassageEditor)
    QTest.keyClicks(editor.citation.page, "7")
    assert arranging.packet.passages[0].citation.page == "7"
    arranging.current.flush()
    assert arranging.library.source(article.source_id).page == "7"
    arranging.undo()
    arranging.current.flush()
    assert arranging.packet.passages[0].citation.page == ""
    assert arranging.library.source(article.source_id).page == ""


# --- the agenda -------------------------------------------------------------------------------


def agenda(desk: Desk) -> AgendaEditor:
    desk.page.show_item("agenda")
    editor = desk.page.item_panel.editor
    assert isinstance(editor, AgendaEditor)
    return editor


@pytest.mark.parametrize(
    ("minutes", "line"), [(60, "合计 60′ ✓"), (65, "合计 65′　超 5′"), (50, "合计 50′　差 10′")]
)
def test_the_sum_is_held_against_the_session(minutes: int, line: str) -> None:
    assert sum_line(minutes, 60) == line


def test_steps_are_added_moved_and_removed(arranging: Desk) -> None:
    editor = agenda(arranging)
    editor.add_step()
    editor.move_step(2, 0)
    editor.remove_step(1)
    steps = arranging.item("agenda")
    assert isinstance(steps, Agenda)
    assert [step.activity for step in steps.steps] == ["", "讨论"]


def test_a_step_added_shows_in_the_sum_of_the_outline(arranging: Desk) -> None:
    agenda(arranging).add_step()
    assert arranging.page.packet_panel.sum.text() == "合计 65′　超 5′"


def test_the_plan_fills_an_agenda_to_the_minute(arranging: Desk) -> None:
    editor = agenda(arranging)
    editor.remove_step(0)
    editor.plan_button.click()
    assert editor.item.minutes == 60
    assert len(editor.item.steps) > 5


def test_minutes_typed_into_a_step_are_one_step_of_undo(arranging: Desk, qtbot: QtBot) -> None:
    before = arranging.packet
    agenda(arranging)
    field = arranging.page.item_panel.findChildren(NumberField)[0]
    field.line.selectAll()
    QTest.keyClicks(field.line, "25")
    arranging.undo()
    assert arranging.packet == before


# --- order ------------------------------------------------------------------------------------


def drop(desk: Desk, item_id: str, before: str) -> None:
    """What the list sees of a drag from one line to the upper edge of another."""
    view, model = desk.page.outline, desk.page.packet_panel.model
    view.setCurrentIndex(model.index_of(item_id))
    target = view.visualRect(model.index_of(before))
    place = QPoint(target.center().x(), target.top() + 1)
    data = model.mimeData([model.index_of(item_id)])
    held = (Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0))
    for event in (QDragEnterEvent(place, *held), QDragMoveEvent(place, *held)):
        QApplication.sendEvent(view.viewport(), event)
    QApplication.sendEvent(view.viewport(), QDropEvent(QPointF(place), *held))


def test_a_line_dragged_moves_its_item(arranging: Desk) -> None:
    drop(arranging, "action", before="guide")
    assert arranging.order()[:3] == ["heading", "action", "guide"]
    assert arranging.page.outline.current_id() == "action"


def test_a_drag_is_undone_in_one_step(arranging: Desk) -> None:
    before = arranging.order()
    drop(arranging, "action", before="guide")
    arranging.undo()
    assert arranging.order() == before


@pytest.mark.parametrize(("key", "place"), [(Qt.Key.Key_Up, 0), (Qt.Key.Key_Down, 2)])
def test_alt_and_an_arrow_move_an_item(
    arranging: Desk, qtbot: QtBot, key: Qt.Key, place: int
) -> None:
    arranging.page.show_item("guide")
    arranging.page.outline.setFocus()
    QTest.keyClick(arranging.page.outline, key, Qt.KeyboardModifier.AltModifier)
    assert arranging.order()[place] == "guide"


@pytest.mark.parametrize("move", ["move_up", "move_down"])
def test_at_the_end_of_the_list_nothing_moves(arranging: Desk, move: str) -> None:
    before = arranging.order()
    arranging.page.show_item("heading" if move == "move_up" else "break")
    getattr(arranging.page, move)()
    assert arranging.order() == before


def test_several_items_move_together(arranging: Desk) -> None:
    arranging.page.outline.clearSelection()
    arranging.page.outline.select(["guide", "passage"])
    arranging.page.move_down()
    assert arranging.order()[1:4] == ["note", "guide", "passage"]
    assert arranging.page.outline.selected_ids() == ["guide", "passage"]


def test_a_heading_changes_its_level(arranging: Desk) -> None:
    arranging.page.show_item("heading")
    arranging.page.lower_level()
    heading = arranging.item("heading")
    assert isinstance(heading, SectionHeading)
    assert heading.level == 2
    arranging.page.raise_level()
    assert arranging.item("heading") == SectionHeading("学原文", 1, id="heading")


def test_only_headings_have_levels(arranging: Desk, qtbot: QtBot) -> None:
    arranging.page.show_item("guide")
    with qtbot.waitSignal(arranging.page.message) as told:
        arranging.page.lower_level()
    assert told.args == ["只有小标题分级。"]


def test_enter_goes_on_to_the_editor(arranging: Desk) -> None:
    arranging.page.show_item("guide")
    arranging.page.outline.setFocus()
    QTest.keyClick(arranging.page.outline, Qt.Key.Key_Return)
    assert form(arranging, "guide").field("text").hasFocus()


def test_delete_takes_out_and_undo_brings_back(arranging: Desk, qtbot: QtBot) -> None:
    before = arranging.packet
    arranging.page.show_item("guide")
    arranging.page.outline.setFocus()
    QTest.keyClick(arranging.page.outline, Qt.Key.Key_Delete)
    assert "guide" not in arranging.order()
    assert arranging.page.outline.current_id() == "passage"
    arranging.undo()
    assert arranging.packet == before


def test_delete_in_a_text_deletes_a_character(arranging: Desk, qtbot: QtBot) -> None:
    field = form(arranging, "guide").field("text")
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Home)
    QTest.keyClick(field, Qt.Key.Key_Delete)
    assert arranging.item("guide") == Guide("的时候留意作者怎样下定义。", id="guide")


def test_copied_items_are_pasted_under_ids_of_their_own(arranging: Desk) -> None:
    arranging.page.show_item("term")
    arranging.page.commands.copy()
    arranging.page.show_item("heading")
    arranging.page.commands.paste()
    pasted = arranging.packet.items[1]
    assert pasted.id != "term"
    assert type(pasted) is type(arranging.item("term"))


def test_copied_words_can_be_pasted_elsewhere(arranging: Desk) -> None:
    arranging.page.show_item("guide")
    arranging.page.commands.copy()
    assert QApplication.clipboard().text() == "读的时候留意作者怎样下定义。"


def test_cut_and_paste_move_an_item(arranging: Desk) -> None:
    arranging.page.show_item("break")
    arranging.page.commands.cut()
    arranging.page.show_item("heading")
    arranging.page.commands.paste()
    assert len(arranging.order()) == 10
    assert isinstance(arranging.packet.items[1], ITEM_KINDS["page-break"])


def test_duplicating_puts_the_copy_behind(arranging: Desk) -> None:
    arranging.page.show_item("question")
    arranging.page.commands.duplicate()
    assert isinstance(arranging.packet.items[6], Question)
    assert arranging.page.outline.current_id() == arranging.packet.items[6].id


# --- the session and the packets --------------------------------------------------------------


def test_session_facts_are_written_in_place(arranging: Desk, qtbot: QtBot) -> None:
    session = arranging.page.packet_panel.session
    session.facts.click()
    session.unit.selectAll()
    QTest.keyClicks(session.unit, "A3")
    session.held_on.line.selectAll()
    QTest.keyClicks(session.held_on.line, "2026-12-4")
    session.minutes.line.selectAll()
    QTest.keyClicks(session.minutes.line, "90")
    facts = arranging.packet.session
    assert (facts.unit, facts.held_on, facts.minutes) == ("A3", date(2026, 12, 4), 90)
    assert arranging.page.packet_panel.sum.text() == "合计 60′　差 30′"


def test_f2_renames_the_packet(arranging: Desk, qtbot: QtBot) -> None:
    arranging.page.outline.setFocus()
    QTest.keyClick(arranging.page.outline, Qt.Key.Key_F2)
    QTest.keyClicks(arranging.page.packet_panel.session.title, "Friday")
    assert arranging.kept().title == "Friday"


def test_an_emptied_title_is_the_old_one_again(arranging: Desk, qtbot: QtBot) -> None:
    arranging.page.rename_packet()
    title = arranging.page.packet_panel.session.title
    QTest.keyClick(title, Qt.Key.Key_Delete)
    title.editingFinished.emit()
    assert title.text() == arranging.packet.title == "周五班组学习"


def test_a_new_packet_is_open_and_empty(arranging: Desk) -> None:
    arranging.page.shelf.create()
    assert arranging.packet.items == ()
    assert arranging.page.item_panel.empty_button.text() == "去选材"


def test_a_copy_is_a_packet_of_its_own(arranging: Desk) -> None:
    panel = arranging.page.packet_panel
    panel.chooser.click()
    panel.packets.duplicate()
    assert arranging.packet.title == "周五班组学习"
    assert arranging.packet.id != "friday"
    assert not set(arranging.order()) & {item.id for item in arranging.kept().items}


def test_a_deleted_packet_comes_back(arranging: Desk, packet: Packet, qtbot: QtBot) -> None:
    panel = arranging.page.packet_panel
    panel.chooser.click()
    with qtbot.waitSignal(arranging.page.shelf.undoable) as offered:
        panel.packets.delete()
    assert arranging.library.packets() == []
    assert arranging.current.packet is None
    assert offered.args is not None
    offered.args[1]()
    assert arranging.packet == packet
    assert arranging.kept() == packet


def test_after_a_deletion_the_newest_of_the_rest_is_open(arranging: Desk) -> None:
    arranging.library.save_packet(Packet("另一包", id="other"))
    panel = arranging.page.packet_panel
    panel.chooser.click()
    panel.packets.delete()
    assert arranging.packet.id == "other"
    assert panel.packets.list.isVisible()


def test_a_library_that_refuses_is_told(arranging: Desk, qtbot: QtBot) -> None:
    arranging.page.packet_panel.chooser.click()
    arranging.library.delete_packet("friday")
    with qtbot.waitSignal(arranging.page.shelf.failed) as told:
        arranging.page.packet_panel.packets.delete()
    assert isinstance(told.args[0], NotFound)


def test_the_list_tells_date_and_counts(arranging: Desk) -> None:
    panel = arranging.page.packet_panel
    panel.chooser.click()
    assert panel.packets.list.item(0).text() == "周五班组学习\n2026年11月27日 · 1 段 · 1 题"


def test_without_a_packet_one_button_begins_one(arranging: Desk) -> None:
    arranging.current.open(None)
    assert arranging.page.item_panel.empty_button.text() == "新建学习包"
    arranging.page.item_panel.empty_button.click()
    assert arranging.packet.title.endswith("日学习")


def test_an_empty_packet_leads_to_picking(arranging: Desk, qtbot: QtBot) -> None:
    arranging.page.shelf.create()
    with qtbot.waitSignal(arranging.page.pick_requested):
        arranging.page.item_panel.empty_button.click()


def test_the_page_comes_back_to_where_it_was(arranging: Desk) -> None:
    arranging.page.show_item("term")
    arranging.page.handout_panel.preview.edition.setCurrentText("主持人版")
    state = arranging.page.state()
    arranging.page.show_item("guide")
    arranging.page.restore(state)
    assert arranging.page.state() == state


# --- for everybody ----------------------------------------------------------------------------


def test_every_control_has_a_name_to_be_read_out(arranging: Desk) -> None:
    QAccessible.setActive(True)
    for item in arranging.packet.items:
        arranging.page.show_item(item.id)
    nameless = []
    for kind in (QPushButton, QLineEdit, QPlainTextEdit, QComboBox):
        for widget in arranging.page.findChildren(kind):
            interface = QAccessible.queryAccessibleInterface(widget)
            own = not widget.objectName().startswith("qt_")
            if own and not interface.text(QAccessible.Text.Name):
                nameless.append(widget)
    assert nameless == []


def test_no_key_of_the_page_is_a_letter_alone(arranging: Desk) -> None:
    keys = [action.shortcut().toString() for action in arranging.page.menu_actions()]
    assert all(len(key) > 1 for key in keys)


def test_five_hundred_items_are_edited_line_by_line(arranging: Desk, qtbot: QtBot) -> None:
    packet = Packet(
        "大", items=tuple(Guide(f"第{number}项", id=str(number)) for number in range(500))
    )
    arranging.library.save_packet(packet)
    arranging.current.open(packet)
    model = arranging.page.packet_panel.model
    changed: list[int] = []
    model.dataChanged.connect(lambda first, _last: changed.append(first.row()))
    QTest.keyClicks(form(arranging, "400").field("text"), "abc")
    assert changed == [400] * 3
