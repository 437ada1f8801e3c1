"""The caret of an editor on 编排 stays in sight, and so does what is opened at it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from studydesk.domain.packet import PassageItem
from studydesk.domain.passage import Insertion, Passage
from studydesk.ui.arrange.caret_area import CaretArea
from studydesk.ui.arrange.editors.passage import PassageEditor

from .conftest import Desk

TIME = 3_000
LONG = "工匠精神是劳动者对职业的敬畏与热爱，表现为精益求精、追求卓越的品质。" * 12


@pytest.fixture
def editor(arranging: Desk, qtbot: QtBot) -> PassageEditor:
    """The editor of a passage longer than its column, in a low window, with the offers open."""
    page = arranging.page
    page.resize(894, 420)
    item = PassageItem(Passage("a-1", 0, len(LONG), LONG), id="long")
    arranging.current.edit("添加选段", replace(arranging.packet, items=(item,)))
    page.outline.select(["long"])
    page.offering.panel.open("场次")
    qtbot.waitUntil(lambda: page.offering.panel.list.count() > 1)
    found = page.item_panel.editor
    assert isinstance(found, PassageEditor)
    found.focus_first()
    return found


def seen(widget: QWidget, rect: QRect) -> bool:
    """Whether a part of a widget is wholly in sight."""
    return widget.visibleRegion().contains(rect.center()) and (
        widget.visibleRegion().boundingRect().contains(rect)
    )


def caret(text: QTextEdit | QPlainTextEdit) -> bool:
    """Whether the caret is in sight and has the keys."""
    assert QApplication.focusWidget() is text
    view = text.viewport()
    return seen(view, text.cursorRect())


@pytest.mark.parametrize("place", [0, 200, len(LONG)])
def test_an_insertion_is_written_in_sight_of_its_place(
    editor: PassageEditor, qtbot: QtBot, place: int
) -> None:
    editor.text.select(place, place)
    qtbot.waitUntil(lambda: caret(editor.text), timeout=TIME)
    QTest.keyClick(editor.text, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is editor.insertion
    qtbot.waitUntil(lambda: seen(editor.insertion, editor.insertion.rect()), timeout=TIME)
    QTest.keyClicks(editor.insertion, "zhu")
    QTest.keyClick(editor.insertion, Qt.Key.Key_Return)
    assert editor.item.passage.operations == (Insertion(place, "zhu"),)
    qtbot.waitUntil(lambda: caret(editor.text), timeout=TIME)


def test_the_caret_stays_in_sight_while_one_writes_and_takes_back(
    arranging: Desk, qtbot: QtBot
) -> None:
    page = arranging.page
    page.resize(894, 420)
    field = arranging.form("question").field("text")
    assert isinstance(field, QPlainTextEdit)
    field.setFocus()
    for number in range(8):
        QTest.keyClicks(field, f"line {number}")
        QTest.keyClick(field, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: caret(field), timeout=TIME)
    area = page.item_panel.findChild(CaretArea)
    assert area is not None
    area.verticalScrollBar().setValue(0)
    arranging.undo()
    qtbot.waitUntil(lambda: caret(field), timeout=TIME)


def test_who_scrolls_away_from_the_caret_is_left_there(editor: PassageEditor, qtbot: QtBot) -> None:
    area = editor.window().findChild(CaretArea)
    assert area is not None
    bar = area.verticalScrollBar()
    qtbot.waitUntil(lambda: caret(editor.text) and bar.maximum() > 100, timeout=TIME)
    bar.setValue(bar.maximum())
    area.resize(area.width(), area.height() - 1)
    QApplication.processEvents()
    assert bar.value() > 100


def test_esc_puts_the_line_of_an_insertion_away(editor: PassageEditor, qtbot: QtBot) -> None:
    editor.text.select(200, 200)
    editor.begin_insertion()
    QTest.keyClick(editor.insertion, Qt.Key.Key_Escape)
    assert not editor.insertion_row.isVisible()
    qtbot.waitUntil(lambda: caret(editor.text), timeout=TIME)


def test_another_passage_is_shown_from_its_beginning(
    arranging: Desk, editor: PassageEditor, qtbot: QtBot
) -> None:
    other = PassageItem(Passage("a-1", 0, len(LONG), LONG), id="other")
    packet = arranging.packet
    arranging.current.edit("添加选段", replace(packet, items=(*packet.items, other)))
    outline, area = arranging.page.outline, arranging.page.item_panel.findChild(CaretArea)
    assert area is not None
    outline.select(["long"])
    arranging.page.item_panel.focus_citation("newspaper")
    qtbot.waitUntil(lambda: area.verticalScrollBar().value() > 0, timeout=TIME)
    outline.setFocus()
    outline.select(["other"])
    assert area.verticalScrollBar().value() == 0
