"""我的版式: copies of presets in the library's folder, edited, given away and taken over."""

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from studydesk.library import Library
from studydesk.ui import dialogs
from studydesk.ui.export_panel import ExportPanel
from studydesk.ui.jobs import Jobs
from studydesk.ui.presets_menu import PresetsMenu

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


def test_a_copy_is_chosen_offered_and_opened(
    arranging: Desk, menu: PresetsMenu, opened: list[Path]
) -> None:
    before = arranging.packet.preset
    menu.copy.trigger()
    menu.copy.trigger()
    assert arranging.packet.preset == f"{before}（我的）（我的）"
    assert offered(arranging)[-2:] == [f"{before}（我的）", f"{before}（我的）（我的）"]
    assert [path.is_file() for path in opened] == [True, True]
    arranging.current.history.undo()
    assert arranging.packet.preset == f"{before}（我的）"


def test_what_was_edited_is_read_when_the_menu_opens(menu: PresetsMenu, opened: list[Path]) -> None:
    menu.copy.trigger()
    (path,) = opened
    path.write_text(path.read_text("utf-8").replace("left = 28", "left = 35"), "utf-8")
    menu.menu().aboutToShow.emit()
    assert list(menu.presets.values())[-1].page.left == 35


def test_a_fault_in_a_file_is_told_with_its_place(
    arranging: Desk, menu: PresetsMenu, opened: list[Path]
) -> None:
    menu.copy.trigger()
    opened[0].write_text('name = "坏"\nbased_on = "普通讲义"\n[page]\nleft = -3\n', "utf-8")
    menu.menu().aboutToShow.emit()
    told = arranging.page.handout_panel.export_panel.faults
    sentence = "版式文件有误，请检查这一处：page.left。其他版式照常可用。"
    assert told.text() == f"{opened[0].name}：{sentence}"
    opened[0].unlink()
    menu.menu().aboutToShow.emit()
    assert told.isHidden()


def test_faults_of_several_files_are_told_when_a_library_is_opened(
    library: Library, jobs: Jobs, qtbot: QtBot
) -> None:
    folder = library.folder / "版式"
    folder.mkdir()
    (folder / "a.toml").write_text('name = "大字版"\nbased_on = "普通讲义"\n', "utf-8")
    (folder / "b.toml").mkdir()
    panel = ExportPanel(jobs, library.folder)
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
