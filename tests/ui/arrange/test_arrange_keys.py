"""Where the keys go on 编排: the menu of contents has them to itself while it is open."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from .conftest import Desk

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
"""What the display without a screen says whenever a menu opens."""


def test_the_first_entry_of_the_menu_is_marked_at_once(arranging: Desk) -> None:
    arranging.page.packet_panel.open_add_menu()
    menu = arranging.page.packet_panel.add_menu
    assert menu.activeAction() is menu.actions()[0]
    menu.close()


def test_no_command_is_done_behind_the_open_menu(arranging: Desk) -> None:
    arranging.page.outline.setFocus()
    arranging.page.outline.select(["guide"])
    arranging.page.commands.copy()
    before = arranging.packet
    arranging.page.packet_panel.open_add_menu()
    menu = arranging.page.packet_panel.add_menu
    QTest.keyClick(menu, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert arranging.packet == before
    menu.close()


def test_what_is_left_current_after_an_undo_is_marked(arranging: Desk) -> None:
    arranging.page.show_item("agenda")
    arranging.page.insert_item("guide")
    arranging.undo()
    outline = arranging.page.outline
    assert outline.selected_ids() == [outline.current_id()] != [""]
