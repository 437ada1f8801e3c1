"""我的版式: copies of presets in the library's folder, edited, given away and taken over."""

from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot
from tests.ui.arrange.conftest import Desk, form_of, offered, own_file, preset_of

from studydesk.domain import edits
from studydesk.domain.own_plan import OwnPlan
from studydesk.domain.packet import Packet, Session
from studydesk.library import Library
from studydesk.ui import dialogs
from studydesk.ui.arrange.handout.export_panel import ExportPanel
from studydesk.ui.arrange.handout.presets_menu import PresetsMenu
from studydesk.ui.deed import Deed
from studydesk.ui.jobs import Jobs

pytestmark = pytest.mark.usefixtures("opened")


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


def test_a_packet_is_set_in_the_usual_preset_as_its_own_is_deleted_and_both_come_back_at_once(
    arranging: Desk, menu: PresetsMenu
) -> None:
    menu.copy.trigger()
    deeds, name, usual = deeds_of(arranging), arranging.packet.preset, next(iter(menu.presets))
    assert usual in form_of(menu).delete.toolTip()
    steps = arranging.current.history.index()
    form_of(menu).deletion_wanted.emit()
    assert arranging.packet.preset == usual
    (deed,) = deeds
    assert usual in deed.said
    assert "另有" not in deed.said
    deed.take_back()
    assert (arranging.packet.preset, arranging.current.history.index()) == (name, steps)
    assert name in offered(arranging)
    deed.again()
    assert arranging.packet.preset == usual
    arranging.current.edit("改题名", edits.rename(arranging.packet, "改过的题名"))
    deed.take_back()
    assert (arranging.packet.preset, arranging.packet.title) == (name, "改过的题名")


def test_as_a_preset_is_deleted_it_is_said_how_many_other_packets_have_it(
    arranging: Desk, menu: PresetsMenu
) -> None:
    menu.copy.trigger()
    deeds, name = deeds_of(arranging), arranging.packet.preset
    for other in "甲乙":
        arranging.library.save_packet(Packet(other, preset=name))
    form_of(menu).deletion_wanted.emit()
    (deed,) = deeds
    assert "另有 2 份学习包用着它" in deed.said


def test_the_file_is_opened_for_what_the_form_has_not(
    arranging: Desk, menu: PresetsMenu, opened: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    menu.copy.trigger()
    form_of(menu).file_wanted.emit()
    assert opened == [own_file(arranging)]
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    form_of(menu).file_wanted.emit()
    assert "没有打开" in form_of(menu).trouble.text()


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
