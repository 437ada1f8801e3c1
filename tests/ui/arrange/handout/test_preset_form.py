"""The form of one preset: its fields change it at once, and can be taken back."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from tests.ui.arrange.conftest import Desk, form_of, preset_of

from studydesk.domain.packet import Packet
from studydesk.handout.measures import characters_of_line, lines_of_page
from studydesk.handout.notices import FontFault, FontOffer
from studydesk.handout.paper import Folio
from studydesk.handout.style import Breaking, FontUse, LineEnd, Numbering, Role
from studydesk.services import presets
from studydesk.ui import dialogs
from studydesk.ui.arrange.handout.presets_menu import PresetsMenu

pytestmark = pytest.mark.usefixtures("opened")


def test_the_form_opens_with_the_cursor_in_the_name_each_time(menu: PresetsMenu) -> None:
    for _ in range(2):
        menu.change.trigger()
        form = form_of(menu)
        assert form.focusWidget() is form.name
        form.buttons[-1].setFocus()
        form.buttons[-1].click()
        assert not form.isVisible()


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
    form.page.footer.edited.emit("甲")
    form.flush()
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
