"""班组卡片: asked for where cards are printed, remembered, and written beside the handout."""

from pathlib import Path

import pytest
from pypdfium2 import PdfDocument
from pytestqt.qtbot import QtBot
from tests.ui.arrange.conftest import Desk

from studydesk.domain.edits import set_preset
from studydesk.errors import DiskFull
from studydesk.handout.presets import PRESETS
from studydesk.ui.arrange.handout.groups_menu import GroupsMenu

TIME = 30_000
CARD = "班前十分钟卡片"


@pytest.mark.parametrize("preset", PRESETS)
def test_groups_are_asked_for_where_cards_are_printed(arranging: Desk, preset: str) -> None:
    panel = arranging.page.handout_panel.export_panel
    arranging.current.edit("版式", set_preset(arranging.kept(), preset))
    assert panel.groups.isHidden() == (preset != CARD)


def test_groups_are_there_the_next_time(arranging: Desk) -> None:
    menu = arranging.page.handout_panel.export_panel.groups
    menu.field.setPlainText("1. 甲班\n乙班、丙班\n甲班\n")
    menu.menu().aboutToHide.emit()
    assert menu.text() == "班组卡片 3 张"
    assert GroupsMenu(arranging.library).groups == ("甲班", "乙班", "丙班")


def test_groups_that_cannot_be_kept_are_told_and_kept_later(
    arranging: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_key: str, _value: object) -> None:
        raise DiskFull(arranging.library.folder)

    panel = arranging.page.handout_panel.export_panel
    panel.groups.field.setPlainText("甲班")
    with monkeypatch.context() as patch, qtbot.waitSignal(panel.groups.failed):
        patch.setattr(arranging.library, "remember", full)
        panel.groups.menu().aboutToHide.emit()
    assert panel.results()
    panel.groups.menu().aboutToHide.emit()
    assert GroupsMenu(arranging.library).groups == ("甲班",)


def test_groups_are_written_only_where_they_changed(
    arranging: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[object] = []
    menu = arranging.page.handout_panel.export_panel.groups
    monkeypatch.setattr(arranging.library, "remember", lambda _key, groups: written.append(groups))
    for text in ("", "甲班", "甲班\n", "乙班"):
        menu.field.setPlainText(text)
        menu.menu().aboutToHide.emit()
    assert written == [["甲班"], ["乙班"]]


def test_the_cards_of_all_groups_are_written(arranging: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    panel = arranging.page.handout_panel.export_panel
    arranging.current.edit("版式", set_preset(arranging.kept(), CARD))
    panel.groups.field.setPlainText("甲班\n乙班")
    panel.set_folder(tmp_path / "导出")
    panel.start()
    qtbot.waitUntil(lambda: any("已导出" in told for told in panel.results()), timeout=TIME)
    (cards,) = (tmp_path / "导出").glob("*_班组卡片.pdf")
    with PdfDocument(cards) as file:
        assert "乙班" in file[0].get_textpage().get_text_range()
    assert not [told for told in panel.results() if "⚠" in told]
