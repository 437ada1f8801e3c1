"""What a step was about is selected and in sight as it is taken back, and as it is done again."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from studydesk.domain import edits
from studydesk.domain.packet import Question, SectionHeading
from studydesk.ui.arrange.editors.passage import PassageEditor

from .conftest import Desk


def selected(desk: Desk) -> list[str]:
    """What is selected; the first of it is current, and in sight."""
    outline = desk.page.outline
    shown = outline.visualRect(outline.currentIndex())
    assert outline.viewport().rect().contains(shown)
    ids = outline.selected_ids()
    assert outline.current_id() in ids
    return ids


def fill(desk: Desk) -> None:
    """Make the list longer than the panel, with a second passage that a question names."""
    passage, question = desk.item("passage"), desk.item("question")
    assert isinstance(question, Question)
    packet = edits.change(desk.packet, replace(question, text="选段一里，哪一句最难？"))
    packet = edits.insert(packet, 3, replace(passage, id="second"))
    headings = [SectionHeading(f"第{number}节", id=f"h{number}") for number in range(60)]
    desk.current.edit("添", edits.append(packet, *headings))


def look_elsewhere(desk: Desk) -> None:
    """Go to the end of the list, as with the mouse."""
    desk.page.outline.select(["h59"])


@pytest.mark.parametrize("goes_elsewhere", [False, True])
@pytest.mark.parametrize("key", [Qt.Key.Key_Up, Qt.Key.Key_Down])
def test_what_was_moved_is_selected_forth_and_back(
    arranging: Desk, goes_elsewhere: bool, key: Qt.Key
) -> None:
    fill(arranging)
    arranging.page.outline.select(["second"])
    arranging.page.outline.setFocus()
    QTest.keyClick(arranging.page.outline, key, Qt.KeyboardModifier.AltModifier)
    for step in (arranging.undo, arranging.redo):
        if goes_elsewhere:
            look_elsewhere(arranging)
        step()
        assert selected(arranging) == ["second"]


def test_several_items_that_were_moved_are_selected_again(arranging: Desk) -> None:
    fill(arranging)
    arranging.page.outline.select(["guide", "passage"])
    arranging.page.commands.move_up()
    look_elsewhere(arranging)
    arranging.undo()
    assert selected(arranging) == ["guide", "passage"]


def test_what_was_scrolled_away_since_is_in_sight_again(arranging: Desk) -> None:
    fill(arranging)
    arranging.page.outline.select(["second"])
    arranging.page.commands.move_up()
    arranging.page.outline.scrollToBottom()
    arranging.undo()
    assert selected(arranging) == ["second"]


def test_a_passage_that_was_added_leaves_its_neighbour_selected_and_comes_back(
    arranging: Desk,
) -> None:
    fill(arranging)
    added = replace(arranging.item("second"), id="third")
    arranging.current.edit("加入选段", edits.insert(arranging.packet, 2, added))
    look_elsewhere(arranging)
    arranging.undo()
    assert selected(arranging) == ["guide"]
    look_elsewhere(arranging)
    arranging.redo()
    assert selected(arranging) == ["third"]


def test_what_changes_together_with_others_stays_selected(arranging: Desk) -> None:
    fill(arranging)
    arranging.page.show_item("second")
    editor = arranging.page.item_panel.editor
    assert isinstance(editor, PassageEditor)
    QTest.keyClicks(editor.citation.page, "5")
    arranging.undo()
    assert selected(arranging) == ["second"]
