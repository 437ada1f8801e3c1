"""存诊断包 and 检查更新包, from the help menu."""

import json
import sys
import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from tests.services.test_updating import deb

from studydesk import __version__
from studydesk.services.updating import Update
from studydesk.ui import dialogs
from studydesk.ui.desk import Desk
from studydesk.ui.main_window import MainWindow
from studydesk.ui.settings import Settings
from studydesk.ui.support import DiagnosisSheet, UpdateSheet, lines_of
from studydesk.ui.theme import Appearance


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the user wants the file."""
    path = tmp_path / "诊断包.zip"
    monkeypatch.setattr(dialogs, "ask_new_file", lambda *_words: path)
    return path


def test_a_diagnosis_is_written_without_content(
    window: MainWindow, desk: Desk, place: Path, qtbot: QtBot
) -> None:
    window.actions_by_id["diagnosis"].trigger()
    (sheet,) = window.findChildren(DiagnosisSheet)
    assert not sheet.with_packet.isChecked()
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: place.name in window.status.currentMessage())
    with zipfile.ZipFile(place) as package:
        assert package.namelist() == ["说明.txt", "facts.json", "log.txt"]
        facts = json.loads(package.read("facts.json"))
    assert facts["library"]["article"] == len(desk.library.articles())
    assert facts["screen"]["window"] == [window.width(), window.height()]


def test_the_packet_comes_along_where_it_is_ticked(
    window: MainWindow, place: Path, qtbot: QtBot
) -> None:
    window.actions_by_id["diagnosis"].trigger()
    (sheet,) = window.findChildren(DiagnosisSheet)
    sheet.with_packet.click()
    sheet.take.click()
    qtbot.waitUntil(lambda: place.exists() and not window.jobs.busy)
    with zipfile.ZipFile(place) as package:
        assert "packet.studypack" in package.namelist()


def test_a_library_that_does_not_open_is_when_it_is_needed(
    qtbot: QtBot, settings: Settings, appearance: Appearance, tmp_path: Path, place: Path
) -> None:
    (tmp_path / "坏的").mkdir()
    (tmp_path / "坏的" / "library.db").write_bytes(b"no library" * 20)
    window = MainWindow(settings, appearance)
    qtbot.addWidget(window)
    window.show()
    window.open_library(tmp_path / "坏的")
    qtbot.waitUntil(lambda: window.start_page.sentence != "")
    (button,) = [b for b in window.findChildren(QPushButton) if b.text() == "存诊断包…"]
    button.click()
    (sheet,) = window.findChildren(DiagnosisSheet)
    assert not sheet.with_packet.isEnabled()
    sheet.take.click()
    qtbot.waitUntil(lambda: place.exists() and not window.jobs.busy)


def test_a_package_is_told_and_handed_to_the_system(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr("platform.machine", lambda: "x86_64")
    package, opened = tmp_path / "studydesk_999.0_amd64.deb", list[Path]()
    package.write_bytes(deb("999.0"))
    monkeypatch.setattr(dialogs, "ask_files", lambda *_words: [package])
    monkeypatch.setattr(dialogs, "open_path", opened.append)
    window.actions_by_id["update"].trigger()
    qtbot.waitUntil(lambda: bool(window.findChildren(UpdateSheet)))
    (sheet,) = window.findChildren(UpdateSheet)
    sheet.take.click()
    assert opened == [package]
    assert not window.isVisible()


def test_the_window_stays_where_nothing_installs_a_package(
    window: MainWindow, desk: Desk, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr("platform.machine", lambda: "x86_64")
    package, opened = tmp_path / "studydesk_999.0_amd64.deb", list[Path]()
    package.write_bytes(deb("999.0"))
    monkeypatch.setattr(dialogs, "ask_files", lambda *_words: [package])
    monkeypatch.setattr(dialogs, "open_path", opened.append)
    monkeypatch.setattr(dialogs, "has_program", lambda _path: False)
    window.actions_by_id["update"].trigger()
    qtbot.waitUntil(lambda: bool(window.findChildren(UpdateSheet)))
    window.findChildren(UpdateSheet)[0].take.click()
    assert "没有打开“studydesk_999.0_amd64.deb”的程序" in desk.notice.sentence
    assert (opened, window.isVisible()) == ([], True)


def test_what_is_no_package_is_told(
    window: MainWindow, desk: Desk, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialogs, "ask_files", lambda *_words: [tmp_path / "四版.txt"])
    window.actions_by_id["update"].trigger()
    qtbot.waitUntil(lambda: "不是学习台的安装包" in desk.notice.sentence)


@pytest.mark.parametrize("checked", [True, False])
@pytest.mark.parametrize("unpacked", [True, False])
def test_it_is_said_how_sure_a_package_is(checked: bool, unpacked: bool) -> None:
    update = Update(Path("studydesk_9.0_amd64.deb"), "9.0", checked, unpacked)
    told = "".join(lines_of(update))
    assert "9.0" in told
    assert __version__ in told
    assert ("没法核对" in told) is not checked
    assert ("解开" in told) is unpacked
