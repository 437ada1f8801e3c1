"""The outline as a model: changed by difference, moved by request."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studydesk.domain import edits
from studydesk.domain.packet import (
    ITEM_KINDS,
    Guide,
    Item,
    Packet,
    PassageItem,
    Question,
    SectionHeading,
)
from studydesk.handout.compose import compose
from studydesk.handout.model import Edition, Paragraph
from studydesk.handout.presets import PRESETS
from studydesk.handout.style import Numbering, Role
from studydesk.ui.arrange.outline import OutlineModel
from studydesk.ui.arrange.outline_view import OutlineDelegate, OutlineView
from studydesk.ui.desk import Desk
from studydesk.ui.fields import ITEMS_MIME
from studydesk.ui.words.item_kinds import KINDS, entries, labels


@pytest.fixture
def model(qapp: object, packet: Packet) -> OutlineModel:
    model = OutlineModel()
    QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, parent=model
    )
    model.show_packet(packet)
    return model


def shown(model: OutlineModel) -> list[str]:
    lines = [model.entry(model.index(row)) for row in range(model.rowCount())]
    return [line.id for line in lines if line]


def test_every_kind_of_item_has_a_name_and_a_purpose() -> None:
    assert set(KINDS) == set(ITEM_KINDS.values())
    assert all(kind.name and kind.purpose for kind in KINDS.values())


def test_every_kind_but_the_passage_can_be_begun_empty() -> None:
    assert [kind.name for kind in KINDS.values() if kind.make is None] == ["选段"]


def test_headings_and_questions_have_their_printed_numbers_and_an_empty_one_has_none() -> None:
    packet = Packet(
        "包", items=(SectionHeading("甲"), Question("一？"), Question(""), Question("二？"))
    )
    assert [line.label for line in entries(packet)] == ["一、", "思考题1", "思考题", "思考题2"]


@pytest.mark.parametrize(
    ("numbering", "labels_of_headings"),
    [
        (Numbering.CHINESE, ["一、", "（一）", "二、"]),
        (Numbering.ARABIC, ["1. ", "1.1 ", "2. "]),
        (Numbering.NONE, ["", "", ""]),
    ],
)
def test_headings_are_numbered_as_the_preset_prints_them(
    numbering: Numbering, labels_of_headings: list[str]
) -> None:
    headings = (SectionHeading("甲"), SectionHeading("乙", 2), SectionHeading("丙"))
    packet = Packet("包", items=headings, preset="车间")
    preset = replace(PRESETS["普通讲义"], name="车间", numbering=numbering)
    printed = compose(packet, Edition.PARTICIPANT, preset).blocks
    roles = (Role.HEADING_1, Role.HEADING_2)
    words = [b.text for b in printed if isinstance(b, Paragraph) and b.role in roles]
    shown = list(entries(packet, {"车间": preset}))
    assert [f"{line.label}{line.summary}" for line in shown] == words[:3]
    assert [line.label for line in shown] == labels_of_headings


def test_the_outline_follows_the_numbers_of_a_preset_that_is_changed() -> None:
    model = OutlineModel()
    model.show_packet(Packet("包", items=(SectionHeading("甲"),), preset="车间"))
    assert model.data(model.index(0)) == "一、　甲"
    model.follow_presets({"车间": replace(PRESETS["普通讲义"], numbering=Numbering.ARABIC)})
    assert model.data(model.index(0)) == "1.　甲"
    model.follow_presets({"车间": replace(PRESETS["普通讲义"], numbering=Numbering.NONE)})
    assert model.data(model.index(0)) == "甲"


def test_both_lists_of_items_number_headings_as_a_preset_that_is_edited(desk: Desk) -> None:
    packet = Packet("包", items=(SectionHeading("学原文"),))
    desk.library.save_packet(packet)
    desk.current.open(packet)
    model, listed = desk.arrange.packet_panel.model, desk.pick.glance.list
    assert model.data(model.index(0)) == listed.item(0).text() == "一、　学原文"
    menu = desk.arrange.handout_panel.export_panel.presets
    menu.change_preset()
    assert menu.editing.form is not None
    menu.editing.form.edited.emit({("numbering",): Numbering.ARABIC})
    assert model.data(model.index(0)) == listed.item(0).text() == "1.　学原文"


def test_a_single_passage_has_no_number(packet: Packet) -> None:
    assert labels(packet)["passage"] == "选段"


def test_several_passages_are_numbered(packet: Packet, items: tuple[Item, ...]) -> None:
    again = edits.append(packet, replace(items[2], id="again"))
    assert labels(again)["again"] == "选段二"


def test_the_second_level_stands_further_in() -> None:
    packet = Packet("包", items=(SectionHeading("甲"), SectionHeading("乙", 2), Guide("丙")))
    assert [line.depth for line in entries(packet)] == [0, 1, 2]


def test_a_line_is_read_out_with_its_minutes(model: OutlineModel) -> None:
    index = model.index_of("question")
    assert model.data(index) == "思考题1　联系实际 · “精益求精”在我们班组指什么？　14 分钟"


def test_an_edit_changes_one_line_only(model: OutlineModel, packet: Packet, qtbot: QtBot) -> None:
    changed: list[int] = []
    model.dataChanged.connect(lambda first, _last: changed.append(first.row()))
    model.show_packet(edits.change(packet, Guide("改过了", id="guide")))
    assert changed == [1]


def test_an_edit_resets_nothing(model: OutlineModel, packet: Packet, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(model.modelReset), qtbot.assertNotEmitted(model.layoutChanged):
        model.show_packet(edits.change(packet, Guide("改过了", id="guide")))


def test_a_marked_line_stays_marked_when_it_moves(model: OutlineModel, packet: Packet) -> None:
    marked = QPersistentModelIndex(model.index_of("guide"))
    model.show_packet(edits.move(packet, {"guide"}, 9))
    assert shown(model)[marked.row()] == "guide"


@given(st.data())
def test_whatever_becomes_of_a_packet_the_outline_follows(data: st.DataObject) -> None:
    ids = "abcdefgh"
    model = OutlineModel()
    QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, parent=model
    )
    for _ in range(3):
        order = data.draw(st.lists(st.sampled_from(ids), unique=True))
        model.show_packet(Packet("包", items=tuple(Guide(i * 2, id=i) for i in order)))
        assert shown(model) == order


def test_a_drop_asks_for_a_move_and_leaves_the_rows_alone(
    model: OutlineModel, qtbot: QtBot
) -> None:
    data = model.mimeData([model.index_of("note"), model.index_of("guide")])
    with qtbot.waitSignal(model.move_requested) as asked:
        done = model.dropMimeData(data, Qt.DropAction.MoveAction, 0, 0, QModelIndex())
    assert asked.args == [["guide", "note"], 0]
    assert not done


def test_items_of_another_window_are_not_moved(model: OutlineModel, qtbot: QtBot) -> None:
    data = model.mimeData([model.index_of("note")])
    data.setData(ITEMS_MIME, b'["stranger"]')
    with qtbot.assertNotEmitted(model.move_requested):
        model.dropMimeData(data, Qt.DropAction.MoveAction, 0, 0, QModelIndex())


def test_no_packet_is_an_empty_outline(model: OutlineModel) -> None:
    model.show_packet(None)
    assert model.rowCount() == 0


def test_selecting_leaves_nothing_else_selected_even_while_ctrl_is_held(
    model: OutlineModel, packet: Packet, qtbot: QtBot
) -> None:
    view = OutlineView(model)
    qtbot.addWidget(view)
    first, *_, last = (item.id for item in packet.items)
    view.select([first])
    QTest.keyPress(view, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    view.select([last])
    QTest.keyRelease(view, Qt.Key.Key_Control)
    assert view.selected_ids() == [last]


def test_only_the_line_that_is_edited_is_drawn_again(
    model: OutlineModel, packet: Packet, qtbot: QtBot
) -> None:
    drawn = []

    class Watched(OutlineDelegate):
        def paint(
            self, _painter: object, _option: object, index: QModelIndex | QPersistentModelIndex
        ) -> None:
            drawn.append(index.row())

    view = OutlineView(model)
    qtbot.addWidget(view)
    view.setItemDelegate(Watched(view))
    view.resize(300, 600)
    view.show()
    qtbot.waitUntil(lambda: len(set(drawn)) == len(packet.items))
    QApplication.processEvents()
    drawn.clear()
    model.show_packet(edits.change(packet, Guide("改过的导读", id="guide")))
    qtbot.waitUntil(lambda: bool(drawn))
    assert set(drawn) == {model.index_of("guide").row()}


def test_what_is_dragged_into_another_program_are_the_words(
    model: OutlineModel, packet: Packet
) -> None:
    passage = next(item for item in packet.items if isinstance(item, PassageItem))
    note = next(item for item in packet.items if item.id == "note")
    data = model.mimeData([model.index_of("note"), model.index_of(passage.id)])
    words = {passage.passage.printed, KINDS[type(note)].summary(note)}
    assert set(data.text().split("\n")) == words
    assert model.supportedDragActions() & Qt.DropAction.CopyAction
    assert not model.supportedDropActions() & Qt.DropAction.CopyAction


def test_a_click_below_the_last_line_leaves_marked_what_the_editor_shows(
    model: OutlineModel, qtbot: QtBot
) -> None:
    view = OutlineView(model)
    qtbot.addWidget(view)
    view.resize(300, 2000)
    view.show()
    view.select([shown(model)[1]])
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(40, 1990))
    assert view.selected_ids() == [shown(model)[1]]
