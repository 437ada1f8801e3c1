"""Whatever stands in front of the window is within the screen, however small that is."""

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot
from tests.cut_words import cut_words

import studydesk.ui
from studydesk.handout.presets import PRESETS
from studydesk.services.phrase_bank import shipped
from studydesk.services.terms import TermLists
from studydesk.services.updating import Update
from studydesk.ui import window_place
from studydesk.ui.arrange.handout.booklet_sheet import BookletSheet
from studydesk.ui.arrange.handout.preset_form import PresetForm
from studydesk.ui.arrange.term_sheet import TermSheet
from studydesk.ui.desk import Desk
from studydesk.ui.main_window import MainWindow
from studydesk.ui.manual import Manual
from studydesk.ui.packets.phrase_sheet import PhraseSheet
from studydesk.ui.packets.sessions_sheet import SessionsSheet
from studydesk.ui.packets.version_sheet import VersionSheet
from studydesk.ui.safekeeping import BackupSheet, TrashSheet
from studydesk.ui.sheet import Sheet
from studydesk.ui.sheets import about_sheet, shortcut_sheet
from studydesk.ui.support import DiagnosisSheet, UpdateSheet

ROOM = QRect(0, 0, 910, 485)
"""What a screen of 1366×768 with a taskbar leaves to windows at one and a half times the usual
size."""


def preset_form(window: MainWindow) -> PresetForm:
    form = PresetForm(window)
    form.show_preset(PRESETS["公文式讲义"], is_as_before=False)
    form.tell("页眉里没有“{单位名称}”这样的空，可用的有 {单位}、{题名}、{日期}。")
    form.show_beside(window)
    return form


def desk_of(window: MainWindow) -> Desk:
    assert window.desk is not None
    return window.desk


SHEETS: dict[str, Callable[[MainWindow], Sheet]] = {
    "Manual": Manual,
    "BookletSheet": lambda w: BookletSheet(PRESETS["普通讲义"].page, 8, w),
    "PhraseSheet": lambda w: PhraseSheet(shipped(), lambda _bank: None, w.jobs, w),
    "PresetForm": preset_form,
    "BackupSheet": lambda w: BackupSheet(w.folder, w.jobs, "", w),
    "TrashSheet": lambda w: TrashSheet(desk_of(w).library, w),
    "SessionsSheet": lambda w: SessionsSheet(desk_of(w).library, w.jobs, w),
    "DiagnosisSheet": lambda w: DiagnosisSheet(w, can_have_packet=True),
    "UpdateSheet": lambda w: UpdateSheet(
        Update(Path("studydesk-9.9.9-windows-setup.exe"), "9.9.9", checked=False, unpacked=False), w
    ),
    "TermSheet": lambda w: TermSheet(TermLists(), w),
    "VersionSheet": lambda w: VersionSheet(desk_of(w).library, desk_of(w).current, w.jobs, w),
}


def kinds(of: type[Sheet] = Sheet) -> Iterator[type[Sheet]]:
    for kind in of.__subclasses__():
        yield kind
        yield from kinds(kind)


@pytest.fixture(autouse=True)
def _small_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(window_place, "room_of", lambda _window: ROOM)


def test_leaving_the_list_of_terms_with_new_ones_stays_once_and_says_so(
    window: MainWindow,
) -> None:
    sheet = TermSheet(TermLists(), window)
    sheet.show()
    sheet.pinned.setPlainText("工匠")
    sheet.reject()
    assert sheet.isVisible()
    assert "还没有保存" in sheet.about.text()
    sheet.hidden.setPlainText("车间")
    sheet.reject()
    assert sheet.isVisible()
    sheet.reject()
    assert not sheet.isVisible()


def test_the_preset_form_leaves_room_for_a_taskbar(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window_place, "room_of", lambda _window: QRect(0, 0, 1366, 768))
    form = preset_form(window)
    assert form.height() + 40 <= 728
    form.close()


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize(
    "make", [*SHEETS.values(), shortcut_sheet, lambda w: about_sheet(w, "文稿")]
)
def test_every_sheet_is_within_a_small_screen(
    qtbot: QtBot, window: MainWindow, make: Callable[[MainWindow], QWidget]
) -> None:
    sheet = make(window)
    sheet.show()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    frame = QRect(sheet.pos(), sheet.size()).adjusted(0, 0, 16, 40)
    buttons = [b for b in sheet.findChildren(QPushButton) if b.isVisible()]
    assert ROOM.contains(frame)
    assert buttons
    assert not cut_words(sheet)
    sheet.close()


def test_every_kind_of_sheet_was_looked_at() -> None:
    looked_at = {kind.__name__ for kind in kinds() if not kind.__name__.startswith("_")}
    assert looked_at == set(SHEETS)


def test_nothing_else_stands_in_front_of_the_window() -> None:
    folder = Path(studydesk.ui.__file__).parent
    for file in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef) and file.name != "sheet.py":
                assert "QDialog" not in {ast.unparse(base) for base in node.bases}, file
            elif isinstance(node, ast.Call):
                assert ast.unparse(node.func) != "QDialog", file
