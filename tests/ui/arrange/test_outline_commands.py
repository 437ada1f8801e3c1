"""Items in 编排 are moved, raised, lowered, cut, copied and taken out."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studydesk.domain import edits
from studydesk.domain.packet import (
    ITEM_KINDS,
    Guide,
    Question,
    SectionHeading,
)

from .conftest import Desk


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


def test_moving_a_passage_says_in_how_much_its_name_follows(arranging: Desk, qtbot: QtBot) -> None:
    first, question = arranging.item("passage"), arranging.item("question")
    assert isinstance(question, Question)
    named = replace(question, text="选段一里，哪一句最难？")
    packet = edits.change(arranging.packet, named)
    at = edits.position(packet, "passage")
    second = replace(first, id="second")
    arranging.current.edit("添", edits.insert(packet, at + 1, second))
    arranging.page.outline.select(["second"])
    with qtbot.waitSignal(arranging.page.message) as told:
        arranging.page.commands.move_up()
    assert told.args[0].startswith("1 项内容里写的“选段几”“思考几”已跟着改")
    assert arranging.item("question") == replace(named, text="选段二里，哪一句最难？")


@pytest.mark.parametrize("move", ["move_up", "move_down"])
def test_at_the_end_of_the_list_nothing_moves(arranging: Desk, move: str) -> None:
    before = arranging.order()
    arranging.page.show_item("heading" if move == "move_up" else "break")
    getattr(arranging.page.commands, move)()
    assert arranging.order() == before


def test_several_items_move_together(arranging: Desk) -> None:
    arranging.page.outline.clearSelection()
    arranging.page.outline.select(["guide", "passage"])
    arranging.page.commands.move_down()
    assert arranging.order()[1:4] == ["note", "guide", "passage"]
    assert arranging.page.outline.selected_ids() == ["guide", "passage"]


def test_a_heading_changes_its_level(arranging: Desk) -> None:
    arranging.page.show_item("heading")
    arranging.page.commands.lower_level()
    heading = arranging.item("heading")
    assert isinstance(heading, SectionHeading)
    assert heading.level == 2
    arranging.page.commands.raise_level()
    assert arranging.item("heading") == SectionHeading("学原文", 1, id="heading")


def test_only_headings_have_levels(arranging: Desk, qtbot: QtBot) -> None:
    arranging.page.show_item("guide")
    with qtbot.waitSignal(arranging.page.message) as told:
        arranging.page.commands.lower_level()
    assert told.args == ["只有小标题分级。"]


def test_enter_goes_on_to_the_editor(arranging: Desk) -> None:
    arranging.page.show_item("guide")
    arranging.page.outline.setFocus()
    QTest.keyClick(arranging.page.outline, Qt.Key.Key_Return)
    assert arranging.form("guide").field("text").hasFocus()


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
    field = arranging.form("guide").field("text")
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


def test_what_names_a_passage_that_is_cut_names_it_where_it_is_pasted(arranging: Desk) -> None:
    question = arranging.item("question")
    assert isinstance(question, Question)
    named = replace(question, text="选段一里，哪一句最难？")
    arranging.current.edit("写题", edits.change(arranging.packet, named))
    passage = arranging.item("passage")
    arranging.page.show_item("passage")
    arranging.page.commands.cut()
    arranging.page.commands.paste()
    assert arranging.item("question") == named
    assert arranging.item("passage") == passage
    arranging.page.commands.paste()
    assert len([item for item in arranging.packet.items if type(item) is type(passage)]) == 2


def test_duplicating_puts_the_copy_behind(arranging: Desk) -> None:
    arranging.page.show_item("question")
    arranging.page.commands.duplicate()
    assert isinstance(arranging.packet.items[6], Question)
    assert arranging.page.outline.current_id() == arranging.packet.items[6].id


def test_what_speaks_of_a_passage_that_is_deleted_is_told(arranging: Desk, qtbot: QtBot) -> None:
    question = arranging.item("question")
    assert isinstance(question, Question)
    named = replace(question, text="选段一里，哪一句最难？")
    arranging.current.edit("写题", edits.change(arranging.packet, named))
    arranging.page.show_item("passage")
    with qtbot.waitSignal(arranging.page.message) as told:
        arranging.page.commands.delete()
    assert "1 处提到它的话标作“选段〔已删〕”" in told.args[0]
    assert arranging.item("question") == replace(named, text="选段〔已删〕里，哪一句最难？")
    arranging.undo()
    assert arranging.item("question") == named


def test_a_copy_is_told_of(arranging: Desk) -> None:
    arranging.page.show_item("guide")
    with_copies: list[str] = []
    arranging.page.commands.message.connect(with_copies.append)
    arranging.page.commands.duplicate()
    assert with_copies == ["已添 1 项内容，按 Ctrl+Z 撤消。"]


def test_an_item_that_is_not_there_takes_no_other_out(arranging: Desk) -> None:
    before = arranging.order()
    arranging.page.show_item("guide")
    arranging.page.commands.remove("no-such")
    assert arranging.order() == before


@pytest.mark.parametrize(
    ("key", "item_id"),
    [(Qt.Key.Key_End, "break"), (Qt.Key.Key_Home, "heading"), (Qt.Key.Key_Down, "action")],
)
def test_what_a_key_with_ctrl_goes_to_is_marked_and_in_the_editor(
    arranging: Desk, key: Qt.Key, item_id: str
) -> None:
    arranging.page.show_item("agenda")
    outline = arranging.page.outline
    outline.setFocus()
    QTest.keyClick(outline, key, Qt.KeyboardModifier.ControlModifier)
    assert outline.selected_ids() == [item_id]
    assert arranging.page.item_panel.item_id == outline.current_id() == item_id


def test_what_was_taken_out_is_named(arranging: Desk, qtbot: QtBot) -> None:
    arranging.page.show_item("question")
    commands = arranging.page.commands
    with qtbot.waitSignal(commands.message) as told:
        commands.delete()
    assert told.args[0].startswith("已删除“思考题1”，")
