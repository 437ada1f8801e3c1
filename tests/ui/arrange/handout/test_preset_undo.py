"""What was changed in the form of a preset can be taken back, step by step."""

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.ui.arrange.conftest import Desk, form_of, offered, own_file, preset_of

from studydesk.domain import edits
from studydesk.ui.arrange.handout.preset_form import PresetForm
from studydesk.ui.arrange.handout.presets_menu import PresetsMenu
from studydesk.ui.notice import Notice
from studydesk.ui.taking_back import TakingBack

pytestmark = pytest.mark.usefixtures("opened")


def type_footer(form: PresetForm, *texts: str) -> None:
    for text in texts:
        form.page.footer.edited.emit(text)
        form.flush()


@pytest.fixture
def undoing(arranging: Desk, menu: PresetsMenu, qtbot: QtBot) -> TakingBack:
    """撤消 and 重做, as the window has them."""
    notice = Notice()
    qtbot.addWidget(notice)
    undoing = TakingBack(notice, arranging.page)
    undoing.follow(arranging.current.history)
    arranging.page.undoable.connect(undoing.offer)
    undoing.asked.connect(menu.editing.settle)
    return undoing


def test_what_is_typed_into_one_field_is_one_deed(
    arranging: Desk, menu: PresetsMenu, undoing: TakingBack
) -> None:
    menu.copy.trigger()
    form, before = form_of(menu), own_file(arranging).read_bytes()
    type_footer(form, "甲", "甲车", "甲车间")
    form.page.margins["top"].edited.emit(40)
    form.flush()
    undoing.undo()
    assert preset_of(arranging, menu).footer == "甲车间"
    undoing.undo()
    assert own_file(arranging).read_bytes() == before
    undoing.redo()
    undoing.redo()
    preset = preset_of(arranging, menu)
    assert (preset.footer, preset.page.top) == ("甲车间", 40)


def test_what_is_overwritten_in_a_field_comes_back_by_itself(
    arranging: Desk, menu: PresetsMenu, undoing: TakingBack
) -> None:
    menu.copy.trigger()
    form = form_of(menu)
    for text in ("ab", "XYZ"):
        form.page.footer.selectAll()
        QTest.keyClicks(form.page.footer, text)
        form.flush()
    undoing.undo()
    assert preset_of(arranging, menu).footer == "ab"
    undoing.undo()
    assert preset_of(arranging, menu).footer == ""


def test_each_step_back_says_which_part_of_the_preset_it_was(
    menu: PresetsMenu, undoing: TakingBack
) -> None:
    menu.copy.trigger()
    form = form_of(menu)
    told: list[str] = []
    undoing.said.connect(told.append)
    type_footer(form, "甲车间")
    form.text.lines.edited.emit(20)
    form.flush()
    form.text.type_size.edited.emit(14.0)
    form.flush()
    for _ in range(3):
        undoing.undo()
    assert [each.rpartition("的")[2] for each in told] == ["字号。", "行距。", "页脚。"]


def test_what_is_typed_on_after_another_edit_is_a_deed_after_it(
    arranging: Desk, menu: PresetsMenu, undoing: TakingBack
) -> None:
    menu.copy.trigger()
    type_footer(form_of(menu), "甲")
    arranging.current.edit("改题名", edits.rename(arranging.packet, "另一题名"))
    type_footer(form_of(menu), "甲车")
    undoing.undo()
    assert (preset_of(arranging, menu).footer, arranging.packet.title) == ("甲", "另一题名")
    undoing.undo()
    assert preset_of(arranging, menu).footer == "甲"
    assert arranging.packet.title != "另一题名"


def test_a_copy_made_by_a_change_goes_back_to_what_it_was_copied_from(
    arranging: Desk, menu: PresetsMenu
) -> None:
    menu.change.trigger()
    form, before = form_of(menu), menu.presets[arranging.packet.preset].page.left
    form.page.margins["left"].edited.emit(33)
    form.flush()
    form.restore.click()
    assert preset_of(arranging, menu).page.left == before
    assert not form.restore.isEnabled()


def test_nothing_that_was_still_to_be_changed_comes_after_the_restoring(
    arranging: Desk, menu: PresetsMenu, qtbot: QtBot
) -> None:
    menu.copy.trigger()
    form, name = form_of(menu), arranging.packet.preset
    form.page.footer.edited.emit("甲")
    form.flush()
    form.activateWindow()
    form.name.setFocus()
    qtbot.waitUntil(form.name.hasFocus)
    form.name.setText("写错的名字")
    form.restore.click()
    form.flush()
    assert form.name.text() == arranging.packet.preset == name
    assert name in offered(arranging)


def test_all_of_it_can_be_taken_back(arranging: Desk, menu: PresetsMenu) -> None:
    menu.copy.trigger()
    form, before = form_of(menu), own_file(arranging).read_bytes()
    name = arranging.packet.preset
    assert not form.restore.isEnabled()
    form.name.setText("车间讲义")
    form.name.editingFinished.emit()
    form.page.margins["top"].edited.emit(40)
    form.flush()
    assert form.restore.isEnabled()
    form.restore.click()
    assert arranging.packet.preset == name
    assert own_file(arranging).read_bytes() == before


def test_a_copy_made_by_the_first_change_goes_and_comes_while_the_form_stays(
    arranging: Desk, menu: PresetsMenu, undoing: TakingBack
) -> None:
    origin = arranging.packet.preset
    menu.change.trigger()
    form, before = form_of(menu), menu.presets[origin].page.left
    form.activateWindow()
    form.page.footer.setFocus()
    form.page.footer.setText("甲车间")
    form.page.footer.edited.emit("甲车间")
    form.page.margins["left"].edited.emit(33)
    form.flush()
    undoing.undo()
    assert form.isVisible()
    assert arranging.packet.preset == origin
    assert (form.page.footer.text(), form.page.margins["left"].number) == ("", before)
    assert (form.name.text(), form.delete.isHidden()) == (f"{origin}（我的）", True)
    undoing.redo()
    assert form.isVisible()
    assert (form.page.footer.text(), form.page.margins["left"].number) == ("甲车间", 33)
    assert (form.name.text(), form.delete.isHidden()) == (f"{origin}（我的）", False)
    form.restore.click()
    assert preset_of(arranging, menu).page.left == before


def test_a_change_after_the_copy_was_taken_back_makes_one_again(
    arranging: Desk, menu: PresetsMenu, undoing: TakingBack
) -> None:
    origin = arranging.packet.preset
    menu.change.trigger()
    type_footer(form_of(menu), "甲")
    undoing.undo()
    type_footer(form_of(menu), "乙")
    assert arranging.packet.preset == f"{origin}（我的）"
    assert preset_of(arranging, menu).footer == "乙"
    form_of(menu).deletion_wanted.emit()
    assert form_of(menu).isHidden()


def test_what_is_taken_back_is_seen_in_the_field_that_it_was_typed_into(
    arranging: Desk, menu: PresetsMenu, undoing: TakingBack, qtbot: QtBot
) -> None:
    menu.copy.trigger()
    form = form_of(menu)
    form._groups.setCurrentIndex(1)
    form.activateWindow()
    form.page.footer.setFocus()
    qtbot.waitUntil(form.page.footer.hasFocus)
    QTest.keyClicks(form.page.footer, "A")
    form.flush()
    undoing.undo()
    assert form.page.footer.text() == ""
    undoing.redo()
    assert form.page.footer.text() == "A"
