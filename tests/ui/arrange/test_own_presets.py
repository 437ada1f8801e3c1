"""我的版式: copies of presets in the library's folder, edited, given away and taken over."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from studydesk.domain import edits
from studydesk.domain.own_plan import OwnPlan
from studydesk.domain.packet import Packet, Session
from studydesk.handout.measures import characters_of_line, lines_of_page
from studydesk.handout.notices import FontFault, FontOffer
from studydesk.handout.style import Folio, FontUse, Numbering, Preset, Role
from studydesk.library import Library
from studydesk.services import presets
from studydesk.ui import dialogs
from studydesk.ui.deed import Deed
from studydesk.ui.export_panel import ExportPanel
from studydesk.ui.jobs import Jobs
from studydesk.ui.notice import Notice
from studydesk.ui.preset_form import PresetForm
from studydesk.ui.presets_menu import PresetsMenu
from studydesk.ui.taking_back import TakingBack

from .conftest import Desk


@pytest.fixture(autouse=True)
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """What the system's own programs were asked to open."""
    paths: list[Path] = []

    def open_url(url: QUrl) -> bool:
        paths.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return paths


@pytest.fixture
def menu(arranging: Desk) -> PresetsMenu:
    return arranging.page.handout_panel.export_panel.presets


def offered(desk: Desk) -> list[str]:
    box = desk.page.handout_panel.preview.preset
    return [box.itemText(row) for row in range(box.count())]


def own_file(desk: Desk) -> Path:
    """The file of the preset that the packet has."""
    return next(
        path
        for path in (desk.library.folder / "版式").glob("*.toml")
        if f'name = "{desk.packet.preset}"' in path.read_text("utf-8")
    )


def form_of(menu: PresetsMenu) -> PresetForm:
    form = menu.editing.form
    assert form is not None
    return form


def preset_of(desk: Desk, menu: PresetsMenu) -> Preset:
    return menu.presets[desk.packet.preset]


def test_a_copy_is_chosen_offered_and_opened(arranging: Desk, menu: PresetsMenu) -> None:
    before = arranging.packet.preset
    menu.copy.trigger()
    menu.copy.trigger()
    assert arranging.packet.preset == f"{before}（我的）（我的）"
    assert offered(arranging)[-2:] == [f"{before}（我的）", f"{before}（我的）（我的）"]
    assert form_of(menu).isVisible()
    assert form_of(menu).name.text() == arranging.packet.preset
    arranging.current.history.undo()
    assert arranging.packet.preset == f"{before}（我的）"


def test_a_preset_of_the_program_is_copied_by_the_first_change_and_not_before(
    arranging: Desk, menu: PresetsMenu
) -> None:
    before = arranging.packet.preset
    arranging.page.handout_panel.preview.change.click()
    form = form_of(menu)
    assert form.name.text() == f"{before}（我的）"
    assert form.delete.isHidden()
    form.close()
    assert arranging.packet.preset == before
    assert not (arranging.library.folder / "版式").exists()
    menu.change.trigger()
    form.page.margins["left"].edited.emit(33)
    form.flush()
    assert arranging.packet.preset == f"{before}（我的）"
    assert preset_of(arranging, menu).page.left == 33
    assert form.delete.isVisible()
    menu.change.trigger()
    assert list(menu.presets)[-1] == arranging.packet.preset == f"{before}（我的）"


def deeds_of(arranging: Desk) -> list[Deed]:
    deeds: list[Deed] = []
    arranging.page.undoable.connect(deeds.append)
    return deeds


def test_a_copy_made_by_a_change_is_taken_back_with_the_choice_of_it(
    arranging: Desk, menu: PresetsMenu
) -> None:
    before, deeds = arranging.packet.preset, deeds_of(arranging)
    menu.change.trigger()
    form_of(menu).page.margins["left"].edited.emit(33)
    form_of(menu).flush()
    (deed,) = deeds
    deed.take_back()
    assert arranging.packet.preset == before
    assert f"{before}（我的）" not in offered(arranging)
    deed.again()
    assert arranging.packet.preset == f"{before}（我的）"
    assert preset_of(arranging, menu).page.left == 33


def test_a_new_name_is_taken_back_in_the_packet_and_all_that_can_be_undone(
    arranging: Desk, menu: PresetsMenu
) -> None:
    menu.copy.trigger()
    own = arranging.packet.preset
    arranging.current.edit("改题名", edits.rename(arranging.packet, "另一题名"))
    deeds = deeds_of(arranging)
    form_of(menu).name.setText("车间讲义")
    form_of(menu).name.editingFinished.emit()
    form_of(menu).flush()
    arranging.current.history.undo()
    assert arranging.packet.preset == "车间讲义"
    (deed,) = deeds
    assert deed.name == f"把版式“{own}”改名为“车间讲义”"
    deed.take_back()
    assert arranging.packet.preset == own
    assert offered(arranging)[-1] == own
    assert form_of(menu).name.text() == own
    arranging.current.history.redo()
    assert arranging.packet.preset == own
    deed.again()
    assert arranging.packet.preset == offered(arranging)[-1] == "车间讲义"


def test_a_copy_is_taken_back_and_made_again_from_another_packet(
    arranging: Desk, menu: PresetsMenu
) -> None:
    before, deeds = arranging.packet.preset, deeds_of(arranging)
    menu.copy.trigger()
    own, other = arranging.packet.preset, Packet("别的", id="other")
    arranging.library.save_packet(other)
    arranging.current.flush()
    arranging.current.open(other)
    (deed,) = deeds
    for _ in range(2):
        deed.take_back()
        assert arranging.kept().preset == before
        deed.again()
        assert own in menu.presets
        assert arranging.kept().preset == own
    assert arranging.packet.preset == other.preset


def type_footer(form: PresetForm, *texts: str) -> None:
    for text in texts:
        form.page.footer.edited.emit(text)
        form.flush()


@pytest.fixture
def undoing(arranging: Desk) -> TakingBack:
    """撤消 and 重做, as the window has them."""
    undoing = TakingBack(Notice(), arranging.page)
    undoing.follow(arranging.current.history)
    arranging.page.undoable.connect(undoing.offer)
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
    [(60, 30, "一行放不下这么多字。"), (30, 90, "字太大或者行太密，版心里放不下。")],
)
def test_what_the_paper_has_no_room_for_is_told_and_not_kept(
    arranging: Desk, menu: PresetsMenu, characters: int, lines: int, told: str
) -> None:
    menu.copy.trigger()
    form, before = form_of(menu), own_file(arranging).read_bytes()
    form.text.characters.edited.emit(
        characters
    ) if characters == 60 else form.text.lines.edited.emit(lines)
    form.flush()
    assert form.trouble.text() == told
    assert own_file(arranging).read_bytes() == before
    form.text.characters.edited.emit(35)
    form.flush()
    assert form.trouble.isHidden()


def test_a_preset_gets_another_name_and_the_packet_follows(
    arranging: Desk, menu: PresetsMenu
) -> None:
    menu.copy.trigger()
    form = form_of(menu)
    form.name.setText("车间讲义")
    form.name.editingFinished.emit()
    form.flush()
    assert arranging.packet.preset == "车间讲义"
    assert offered(arranging)[-1] == "车间讲义"
    form.name.setText("大字版")
    form.name.editingFinished.emit()
    form.flush()
    assert form.trouble.text() == "已经有名为“大字版”的版式，请换一个名称。"
    assert arranging.packet.preset == "车间讲义"


def test_every_packet_and_plan_follows_a_preset_to_its_new_name(
    arranging: Desk, menu: PresetsMenu
) -> None:
    menu.copy.trigger()
    name, library = arranging.packet.preset, arranging.library
    library.save_packet(Packet("另一包", preset=name, id="other"))
    library.save_packet(Packet("大字的", preset="大字版", id="large"))
    library.keep_plan(OwnPlan("方案", Session(), preset=name))
    before = library.packets()
    form_of(menu).name.setText("车间讲义")
    form_of(menu).name.editingFinished.emit()
    form_of(menu).flush()
    arranging.current.flush()
    assert library.packet("other").preset == "车间讲义"
    assert library.packet("large").preset == "大字版"
    assert [plan.preset for plan in library.plans()] == ["车间讲义"]
    changed = {packet.id: packet.changed_at for packet in library.packets()}
    assert [changed[packet.id] for packet in before[:2]] == [p.changed_at for p in before[:2]]


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


def test_a_preset_that_is_deleted_can_be_put_back_and_is_copied_no_more(
    arranging: Desk, menu: PresetsMenu
) -> None:
    menu.copy.trigger()
    path, deeds, name = own_file(arranging), deeds_of(arranging), arranging.packet.preset
    form_of(menu).deletion_wanted.emit()
    assert not path.exists()
    assert (path.parent / "删掉的" / path.name).exists()
    assert form_of(menu).isHidden()
    assert name not in offered(arranging)
    (deed,) = deeds
    deed.take_back()
    assert arranging.packet.preset == offered(arranging)[-1] == name
    assert not list((path.parent / "删掉的").iterdir())
    deed.again()
    assert name not in offered(arranging)
    menu.copy.trigger()
    assert arranging.packet.preset == "普通讲义（我的）"


def test_the_file_is_opened_for_what_the_form_has_not(
    arranging: Desk, menu: PresetsMenu, opened: list[Path]
) -> None:
    menu.copy.trigger()
    form_of(menu).file_wanted.emit()
    assert opened == [own_file(arranging)]


def test_what_was_edited_is_read_when_the_menu_opens(arranging: Desk, menu: PresetsMenu) -> None:
    menu.copy.trigger()
    path = own_file(arranging)
    path.write_text(path.read_text("utf-8").replace("left = 28", "left = 35"), "utf-8")
    menu.menu().aboutToShow.emit()
    assert list(menu.presets.values())[-1].page.left == 35
    assert form_of(menu).page.margins["left"].number == 35


def test_a_fault_in_a_file_is_told_with_its_place(arranging: Desk, menu: PresetsMenu) -> None:
    menu.copy.trigger()
    path = own_file(arranging)
    path.write_text('name = "坏"\nbased_on = "普通讲义"\n[page]\nleft = -3\n', "utf-8")
    menu.menu().aboutToShow.emit()
    told = arranging.page.handout_panel.export_panel.faults
    sentence = "版式文件有误，请检查这一处：page.left。其他版式照常可用。"
    assert told.text() == f"{path.name}：{sentence}"
    path.unlink()
    menu.menu().aboutToShow.emit()
    assert told.isHidden()


def test_faults_of_several_files_are_told_when_a_library_is_opened(
    library: Library, jobs: Jobs, qtbot: QtBot
) -> None:
    folder = library.folder / "版式"
    folder.mkdir()
    (folder / "a.toml").write_text('name = "大字版"\nbased_on = "普通讲义"\n', "utf-8")
    (folder / "b.toml").mkdir()
    panel = ExportPanel(jobs, library)
    qtbot.addWidget(panel)
    first, second = panel.faults.text().split("\n")
    assert first == "a.toml：已经有名为“大字版”的版式，请换一个名称。"
    assert second.startswith("b.toml：读不了")


def test_a_preset_is_given_away_and_taken_over(
    arranging: Desk, menu: PresetsMenu, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared = tmp_path / "给别人.toml"
    monkeypatch.setattr(dialogs, "ask_new_file", lambda *_: shared)
    menu.share.trigger()
    text = shared.read_text("utf-8")
    shared.write_text(
        text.replace(f'name = "{arranging.packet.preset}"', 'name = "兄弟厂"'), "utf-8"
    )
    monkeypatch.setattr(dialogs, "ask_files", lambda *_: [shared])
    menu.take.trigger()
    assert arranging.packet.preset == "兄弟厂"
    assert offered(arranging)[-1] == "兄弟厂"
