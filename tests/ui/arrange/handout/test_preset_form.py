"""The form of one preset: its fields change it at once, and can be taken back."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from tests.ui.arrange.conftest import Desk, form_of, offered, own_file, preset_of

from studydesk.domain import edits
from studydesk.domain.packet import Packet
from studydesk.handout.measures import characters_of_line, lines_of_page
from studydesk.handout.notices import FontFault, FontOffer
from studydesk.handout.paper import Folio
from studydesk.handout.style import Breaking, FontUse, LineEnd, Numbering, Role
from studydesk.services import presets
from studydesk.ui import dialogs
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


def test_the_form_opens_with_the_cursor_in_the_name_each_time(menu: PresetsMenu) -> None:
    for _ in range(2):
        menu.change.trigger()
        form = form_of(menu)
        assert form.focusWidget() is form.name
        form.buttons[-1].setFocus()
        form.buttons[-1].click()
        assert not form.isVisible()


def test_figures_on_the_way_to_a_number_that_cannot_be_are_no_layout(
    arranging: Desk, menu: PresetsMenu
) -> None:
    menu.copy.trigger()
    form, before = form_of(menu), own_file(arranging).read_bytes()
    form.text.characters.line.selectAll()
    QTest.keyClicks(form.text.characters.line, "999")
    form.settle()
    assert own_file(arranging).read_bytes() == before
    form.text.characters.line.editingFinished.emit()
    assert form.text.characters.doubt.text() == "每行要在 8～48 字之间，仍按 37"
    assert form.text.characters.line.text() == "999"


def test_what_the_margins_became_is_what_they_show(arranging: Desk, menu: PresetsMenu) -> None:
    menu.copy.trigger()
    form = form_of(menu)
    form.text.characters.edited.emit(30)
    form.flush()
    page = preset_of(arranging, menu).page
    shown = [form.page.margins[side].line.text() for side in ("left", "right")]
    assert shown == [f"{page.left:g}", f"{page.right:g}"]


def test_a_count_goes_by_the_margin_that_was_set_just_before(
    arranging: Desk, menu: PresetsMenu
) -> None:
    menu.copy.trigger()
    form, left = form_of(menu), round(preset_of(arranging, menu).page.left)
    form.text.characters.edited.emit(28)
    form.page.margins["left"].edited.emit(left - 8)
    form.text.characters.edited.emit(27)
    form.flush()
    assert characters_of_line(preset_of(arranging, menu)) == 27


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


def test_the_form_goes_with_its_packet_and_keeps_what_was_changed(
    arranging: Desk, menu: PresetsMenu
) -> None:
    menu.copy.trigger()
    form, own = form_of(menu), arranging.packet.preset
    form.page.footer.edited.emit("甲")
    other = Packet("别的", preset="大字版", id="other")
    arranging.library.save_packet(other)
    arranging.current.open(other)
    assert not form.isVisible()
    assert menu.presets[own].footer == "甲"
    assert arranging.packet == other


def test_the_form_of_a_preset_of_the_program_copies_nothing_for_another_packet(
    arranging: Desk, menu: PresetsMenu
) -> None:
    menu.change.trigger()
    arranging.page.handout_panel.preview.preset_chosen.emit("大字版")
    form, count = form_of(menu), len(menu.presets)
    assert not form.isVisible()
    type_footer(form, "甲")
    assert (arranging.packet.preset, len(menu.presets)) == ("大字版", count)


def test_what_was_changed_is_kept_before_the_window_is_gone_on_with(
    arranging: Desk, menu: PresetsMenu, qtbot: QtBot
) -> None:
    menu.change.trigger()
    form = form_of(menu)
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    form._timer.setInterval(60_000)
    form.page.margins["left"].edited.emit(33)
    arranging.page.activateWindow()
    qtbot.waitUntil(lambda: preset_of(arranging, menu).page.left == 33)


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


def test_a_line_that_names_what_there_is_not_is_told_and_not_kept(
    arranging: Desk, menu: PresetsMenu
) -> None:
    menu.copy.trigger()
    form = form_of(menu)
    form.page.header.setText("{题名}")
    form.page.header.edited.emit("{题名}")
    assert form.page.unknown.isHidden()
    form.page.header.setText("{foo}")
    form.page.header.edited.emit("{foo}")
    form.flush()
    assert "“{foo}”" in form.page.unknown.text()
    assert not form.page.unknown.isHidden()
    assert preset_of(arranging, menu).header == ""
    form.page.header.setText("{单位}")
    form.page.header.edited.emit("{单位}")
    form.flush()
    assert form.page.unknown.isHidden()
    assert preset_of(arranging, menu).header == "{单位}"


def test_tab_goes_through_the_fields_of_a_group_before_the_buttons(
    arranging: Desk, menu: PresetsMenu
) -> None:
    menu.copy.trigger()
    form = form_of(menu)
    page = form.page
    chain: list[QWidget] = [form.name]
    while (following := chain[-1].nextInFocusChain()) is not None and following is not form.name:
        chain.append(following)
    fields = (form.text.type_size, form.text.installed, page.margins["top"].line, page.description)
    order = [chain.index(each) for each in (*fields, *form.buttons)]
    assert order == sorted(order)


def test_every_field_changes_the_preset_at_once(arranging: Desk, menu: PresetsMenu) -> None:
    menu.copy.trigger()
    form = form_of(menu)
    form.page.margins["left"].edited.emit(33)
    form.page.mirrored.click()
    form.page.header.edited.emit("{单位}　{题名}")
    form.page.folio.edited.emit(Folio.OUTER_DASHES)
    form.text.fonts[FontUse.PASSAGE].edited.emit("华文楷体")
    form.flush()
    preset = preset_of(arranging, menu)
    assert form.trouble.text() == ""
    assert (preset.page.left, preset.page.mirrored) == (33, True)
    assert (preset.header, preset.folio) == ("{单位}　{题名}", Folio.OUTER_DASHES)
    assert preset.fonts == {FontUse.PASSAGE: "华文楷体"}
    assert form.page.header.text() == "{单位}　{题名}"
    assert form.text.fonts[FontUse.PASSAGE].currentText() == "华文楷体"


def test_a_page_may_be_asked_for_in_characters_and_lines(
    arranging: Desk, menu: PresetsMenu
) -> None:
    menu.copy.trigger()
    form = form_of(menu)
    form.text.type_size.edited.emit(14.0)
    form.text.characters.edited.emit(30)
    form.text.lines.edited.emit(28)
    form.flush()
    preset = preset_of(arranging, menu)
    assert preset.style(Role.BODY).size == 14
    assert (characters_of_line(preset), lines_of_page(preset)) == (30, 28)
    assert form.text.characters.number == 30


def test_lines_may_be_set_as_those_of_a_book(arranging: Desk, menu: PresetsMenu) -> None:
    menu.copy.trigger()
    form = form_of(menu)
    form.text.even.click()
    form.text.hanging.click()
    form.flush()
    body = preset_of(arranging, menu).style(Role.BODY)
    assert (body.breaking, body.line_end) == (Breaking.TOTAL_FIT, LineEnd.HANGING)
    form.text.even.click()
    form.flush()
    assert preset_of(arranging, menu).style(Role.BODY).breaking is Breaking.GREEDY
    assert (form.text.even.isChecked(), form.text.hanging.isChecked()) == (False, True)


def test_lines_spaces_and_numbers_are_those_that_were_chosen(
    arranging: Desk, menu: PresetsMenu
) -> None:
    menu.copy.trigger()
    form = form_of(menu)
    form.text.leading.edited.emit(28.0)
    form.text.after.edited.emit(0.5)
    form.text.numbering.edited.emit(Numbering.ARABIC)
    form.text.installed.edited.emit(True)
    form.page.header_even.edited.emit("{单位}")
    form.page.folio_on_first.click()
    form.flush()
    preset = preset_of(arranging, menu)
    assert form.trouble.text() == ""
    body = preset.style(Role.BODY)
    assert (body.leading, body.space_after, body.space_before) == (28, 14, 0)
    assert (preset.numbering, preset.installed_fonts) == (Numbering.ARABIC, True)
    assert (preset.header_even, preset.folio_on_first) == ("{单位}", False)
    assert form.text.leading.currentText() == "固定值 28 磅"
    assert form.text.after.currentText() == "半行"
    assert not form.page.folio_on_first.isChecked()


def test_a_distance_of_lines_that_is_no_usual_one_is_shown_as_it_is(
    arranging: Desk, menu: PresetsMenu
) -> None:
    menu.copy.trigger()
    form = form_of(menu)
    assert form.text.leading.currentText() == "固定值 21 磅"
    form.text.lines.edited.emit(22)
    form.flush()
    assert form.text.leading.currentText() == "固定值 31.83 磅"
    assert form.text.leading.count() == 13


@pytest.mark.parametrize(
    ("characters", "lines", "told"),
    [
        (50, 30, "“每行”太多：纸上放不下这么多字。"),
        (30, 90, "“字号”太大，或者“每页”太多：版心里放不下。"),
    ],
)
def test_what_the_paper_has_no_room_for_is_told_and_not_kept(
    arranging: Desk, menu: PresetsMenu, characters: int, lines: int, told: str
) -> None:
    menu.copy.trigger()
    form, before = form_of(menu), own_file(arranging).read_bytes()
    form.text.characters.edited.emit(
        characters
    ) if characters == 50 else form.text.lines.edited.emit(lines)
    form.flush()
    assert form.trouble.text() == told
    assert own_file(arranging).read_bytes() == before
    form.text.characters.edited.emit(35)
    form.flush()
    assert form.trouble.isHidden()


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


def test_typing_and_enter_change_a_field_and_press_no_button(
    arranging: Desk, menu: PresetsMenu, opened: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialogs, "ask_files", lambda *_: pytest.fail("nobody asked for it"))
    menu.copy.trigger()
    form = form_of(menu)
    for field, text in (
        (form.page.header, "A"),
        (form.page.margins["top"].line, "42"),
        (form.name, "B5"),
    ):
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)
    form.flush()
    preset = preset_of(arranging, menu)
    assert (preset.name, preset.header, preset.page.top) == ("B5", "A", 42)
    assert form.isVisible()
    QTest.keyClick(form, Qt.Key.Key_Escape)
    assert form.isHidden()
    assert opened == []


def test_what_was_typed_last_is_kept_when_the_form_is_closed(
    arranging: Desk, menu: PresetsMenu
) -> None:
    menu.copy.trigger()
    form_of(menu).page.footer.edited.emit("车间")
    form_of(menu).close()
    assert preset_of(arranging, menu).footer == "车间"


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


def test_a_logo_is_chosen_and_taken_away(
    arranging: Desk, menu: PresetsMenu, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = [tmp_path / "厂徽.png"]
    Image.new("RGB", (40, 20)).save(chosen[0])
    monkeypatch.setattr(dialogs, "ask_files", lambda *_: chosen)
    menu.copy.trigger()
    form = form_of(menu)
    form.page.choose_picture.click()
    logo = preset_of(arranging, menu).logo
    assert logo is not None
    assert (logo.file, logo.shape) == ("厂徽.png", 2)
    form.page.no_picture.click()
    form.flush()
    assert preset_of(arranging, menu).logo is None
    chosen[0].write_bytes(b"GIF89a")
    form.page.choose_picture.click()
    assert "不是完整的 PNG 或 JPEG 图片" in form.trouble.text()


def test_fonts_of_the_computer_are_offered_and_the_others_told(
    arranging: Desk, menu: PresetsMenu, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    offers = (FontOffer("甲体"), FontOffer("乙体", FontFault.FORBIDDEN))
    monkeypatch.setattr(presets, "font_offers", lambda: offers)
    menu.copy.trigger()
    form = form_of(menu)
    box = form.text.fonts[FontUse.BODY]
    qtbot.waitUntil(lambda: box.count() == 2)
    assert [box.itemText(row) for row in range(2)] == ["不另选", "甲体"]
    assert form.text.unusable.toolTip() == "“乙体”的版权不许嵌入 PDF，由随附字体代替。"


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


def test_a_line_that_was_refused_keeps_the_form_open_and_has_the_cursor(
    arranging: Desk, menu: PresetsMenu
) -> None:
    menu.copy.trigger()
    form = form_of(menu)
    header = form.page.header
    header.setText("{foo}")
    header.edited.emit("{foo}")
    form.page.margins["left"].edited.emit(33)
    form.flush()
    assert (header.text(), form.page.unknown.isHidden()) == ("{foo}", False)
    form.buttons[-1].click()
    assert form.isVisible()
    assert form.focusWidget() is header
    assert form.page.isVisible()
    header.setText("车间")
    header.edited.emit("车间")
    form.buttons[-1].click()
    assert form.isHidden()
    assert preset_of(arranging, menu).header == "车间"


def test_a_name_that_is_taken_stays_to_be_mended(arranging: Desk, menu: PresetsMenu) -> None:
    menu.copy.trigger()
    form = form_of(menu)
    form.name.setFocus()
    form.name.setText("大字版")
    form.buttons[-1].click()
    assert form.isVisible()
    assert form.name.text() == "大字版"
    assert not form.trouble.isHidden()
    form.name.setText("车间讲义")
    form.buttons[-1].click()
    assert form.isHidden()
    assert arranging.packet.preset == "车间讲义"


def test_a_number_that_cannot_be_is_told_before_the_form_goes(
    arranging: Desk, menu: PresetsMenu
) -> None:
    menu.copy.trigger()
    form = form_of(menu)
    margin = form.page.margins["top"]
    form._groups.setCurrentIndex(1)
    margin.line.setFocus()
    margin.line.setText("500")
    form.reject()
    assert form.isVisible()
    assert margin.is_doubtful()
    form.reject()
    assert form.isHidden()
    menu.change.trigger()
    assert not margin.is_doubtful()
    margin.line.setFocus()
    margin.line.setText("500")
    form.buttons[-1].click()
    assert form.isVisible()
    form.buttons[-1].click()
    assert form.isHidden()


def refuse_margin(form: PresetForm, side: str) -> None:
    """Type what no margin can be, and end the form at once."""
    form._groups.setCurrentIndex(1)
    form.page.margins[side].line.setFocus()
    form.page.margins[side].line.setText("500")
    form.buttons[-1].click()


def test_a_form_that_was_put_away_tells_again_what_it_refuses(
    arranging: Desk, menu: PresetsMenu
) -> None:
    menu.copy.trigger()
    form = form_of(menu)
    refuse_margin(form, "top")
    form.put_away()
    menu.change.trigger()
    refuse_margin(form, "top")
    assert form.isVisible()
    form.buttons[-1].click()
    assert form.isHidden()


def test_a_form_that_was_told_of_tells_again_after_another_change(
    arranging: Desk, menu: PresetsMenu
) -> None:
    menu.copy.trigger()
    form = form_of(menu)
    refuse_margin(form, "top")
    form.page.margins["top"].line.set_text("40")
    form.page.margins["top"].line.edited.emit("40")
    refuse_margin(form, "top")
    assert form.isVisible()


def test_each_more_that_is_refused_keeps_the_form_open_once(
    arranging: Desk, menu: PresetsMenu
) -> None:
    menu.copy.trigger()
    form = form_of(menu)
    for side in ("top", "bottom", "left"):
        refuse_margin(form, side)
        assert form.isVisible()
        assert form.focusWidget() is form.page.margins[side].line
    form.page.footer.setText("{foo}")
    form.page.footer.edited.emit("{foo}")
    form.buttons[-1].click()
    assert form.isVisible()
    assert form.focusWidget() is form.page.footer
    form.buttons[-1].click()
    assert form.isHidden()


def test_a_name_that_is_taken_keeps_the_form_open_once(arranging: Desk, menu: PresetsMenu) -> None:
    menu.copy.trigger()
    form = form_of(menu)
    form.name.setFocus()
    form.name.setText("大字版")
    form.reject()
    assert form.isVisible()
    assert form.focusWidget() is form.name
    form.reject()
    assert form.isHidden()


def test_what_there_is_no_room_for_keeps_the_form_open_once(
    arranging: Desk, menu: PresetsMenu
) -> None:
    menu.copy.trigger()
    form = form_of(menu)
    form.text.characters.line.setFocus()
    form.text.characters.edited.emit(50)
    form.buttons[-1].click()
    assert form.isVisible()
    assert form.focusWidget() is form.text.characters.line
    form.buttons[-1].click()
    assert form.isHidden()


def test_a_refused_line_keeps_the_form_from_no_other_packet(
    arranging: Desk, menu: PresetsMenu
) -> None:
    menu.copy.trigger()
    form = form_of(menu)
    form.page.header.setText("{foo}")
    form.page.header.edited.emit("{foo}")
    arranging.page.handout_panel.preview.preset_chosen.emit("大字版")
    assert form.isHidden()
