"""编排 as it is used: put in, edit, move, undo, choose a packet."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from studydesk.domain.article import Article
from studydesk.domain.packet import (
    ITEM_KINDS,
    Guide,
    Packet,
    PassageItem,
    Question,
)
from studydesk.errors import NotFound
from studydesk.ui.arrange.editors import EDITORS
from studydesk.ui.arrange.editors.passage import PassageEditor
from studydesk.ui.arrange.item_panel import ItemPanel
from studydesk.ui.fields import ChoiceField, LineField, TextField
from studydesk.ui.number_field import NumberField
from studydesk.ui.words.item_kinds import KINDS

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


# --- every kind of item -----------------------------------------------------------------------


def test_every_kind_of_item_has_an_editor() -> None:
    assert set(EDITORS) == set(ITEM_KINDS.values())


@pytest.mark.parametrize("kind", BEGUN)
def test_every_kind_can_be_put_in_and_taken_back(arranging: Desk, kind: str) -> None:
    before = arranging.packet
    arranging.page.show_item("guide")
    arranging.page.insert_item(kind)
    place = {"agenda": 0, "goals": 0, "action": -1, "further-reading": -1}.get(kind, 2)
    assert isinstance(arranging.packet.items[place], ITEM_KINDS[kind])
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
    field = arranging.form(item_id).field(attribute)
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
    QTest.keyClicks(arranging.form(item_id).field(attribute), "abc")
    assert arranging.current.history.count() == 1
    arranging.undo()
    assert arranging.packet == before


def test_an_undone_word_leaves_the_field_too(arranging: Desk, qtbot: QtBot) -> None:
    field = arranging.form("guide").field("text")
    assert isinstance(field, TextField)
    before = field.toPlainText()
    QTest.keyClicks(field, "abc")
    arranging.undo()
    assert field.toPlainText() == before


def test_undo_shows_the_item_that_comes_back(arranging: Desk, qtbot: QtBot) -> None:
    QTest.keyClicks(arranging.form("guide").field("text"), "abc")
    arranging.page.show_item("action")
    arranging.undo()
    assert arranging.page.outline.current_id() == "guide"


def test_a_question_takes_its_kind_minutes_and_space(arranging: Desk, qtbot: QtBot) -> None:
    editor = arranging.form("question")
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
    QTest.keyClick(session.minutes.line, Qt.Key.Key_Return)
    facts = arranging.packet.session
    assert (facts.unit, facts.held_on, facts.minutes) == ("A3", date(2026, 12, 4), 90)
    assert arranging.page.packet_panel.sum.text() == "议程 90′ ✓"


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
    assert arranging.packet.title == "周五班组学习（副本）"
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
    offered.args[0].take_back()
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
        QApplication.processEvents()
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
    QTest.keyClicks(arranging.form("400").field("text"), "abc")
    assert changed == [400] * 3


@pytest.mark.usefixtures("appearance")
def test_the_editor_of_the_first_passage_is_made_before_it_is_needed(qtbot: QtBot) -> None:
    panel = ItemPanel()
    qtbot.addWidget(panel)
    panel.show()
    panel.show_nothing("这个学习包还是空的。", "去选材")
    assert not panel.findChildren(PassageEditor)
    qtbot.waitUntil(lambda: bool(panel.findChildren(PassageEditor)))
    assert not panel.findChildren(PassageEditor)[0].isVisible()
    assert panel.empty_button.isVisible()
