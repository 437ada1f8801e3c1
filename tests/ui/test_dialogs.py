"""Dialogs begin in the folder that was used last."""

import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess, QTimer
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from studydesk.errors import FileMissing, NotOpened, StudyDeskError
from studydesk.ui import dialogs


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def answer(accept: bool, begun: list[str]) -> None:
    """Answer the dialog that is coming, and note where it begins."""

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        begun.append(dialog.directory().path())
        dialog.done(QFileDialog.DialogCode.Accepted if accept else QFileDialog.DialogCode.Rejected)

    QTimer.singleShot(0, act)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has one such folder for each user")
def test_without_a_folder_yet_it_is_the_documents(home: Path, parent: QWidget) -> None:
    (home / "Documents").mkdir()
    begun: list[str] = []
    answer(accept=False, begun=begun)
    assert dialogs.ask_folder(parent, "选择") is None
    assert begun == [str(home / "Documents")]


def test_the_folder_of_the_last_file_is_where_the_next_dialog_begins(
    tmp_path: Path, parent: QWidget
) -> None:
    dialogs.keep_folder(tmp_path)
    begun: list[str] = []
    answer(accept=False, begun=begun)
    dialogs.ask_files(parent, "导入", ["所有文件 (*)"])
    assert [Path(folder) for folder in begun] == [tmp_path]


def test_a_folder_that_was_chosen_is_kept(tmp_path: Path, parent: QWidget) -> None:
    dialogs.keep_folder(tmp_path)
    answer(accept=True, begun=[])
    assert dialogs.ask_folder(parent, "选择") == tmp_path
    assert dialogs.start_folder() == tmp_path


def test_a_folder_that_is_shown_is_where_its_dialog_begins(tmp_path: Path, parent: QWidget) -> None:
    shown = tmp_path / "shown"
    shown.mkdir()
    dialogs.keep_folder(tmp_path)
    begun: list[str] = []
    for known in (shown, tmp_path / "没有了"):
        answer(accept=False, begun=begun)
        dialogs.ask_folder(parent, "选择", known)
    assert [Path(folder) for folder in begun] == [shown, tmp_path]


def test_a_dialog_with_a_name_of_its_own_begins_where_it_was_itself(
    tmp_path: Path, parent: QWidget
) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    dialogs.keep_folder(tmp_path)
    assert dialogs.start_folder("import") == tmp_path
    dialogs.keep_folder(pages, "import")
    begun: list[str] = []
    answer(accept=False, begun=begun)
    dialogs.ask_files(parent, "导入", ["所有文件 (*)"], "import")
    assert [Path(folder) for folder in begun] == [pages]
    assert dialogs.start_folder() == tmp_path


def test_a_folder_that_is_gone_is_passed_over(tmp_path: Path) -> None:
    dialogs.keep_folder(tmp_path / "没有了")
    assert dialogs.start_folder() == dialogs.documents()


def test_a_question_has_room_for_whole_sentences(parent: QWidget) -> None:
    widths: list[int] = []

    def look() -> None:
        (box,) = parent.findChildren(QMessageBox)
        widths.extend(label.width() for label in box.findChildren(QLabel) if label.text())
        box.reject()

    QTimer.singleShot(0, look)
    assert not dialogs.confirm(parent, "清空回收站吗？", "里面的 3 篇文章就找不回来了。", "清空")
    assert max(widths) >= 280


def test_every_file_that_was_typed_is_taken_whatever_its_type(
    tmp_path: Path, parent: QWidget
) -> None:
    names = ("页.txt", "图.jpg", "包.studypack")
    for name in names:
        (tmp_path / name).write_text("字", "utf-8")
    dialogs.keep_folder(tmp_path)

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        line = dialog.findChild(QLineEdit, "fileNameEdit")
        assert isinstance(line, QLineEdit)
        line.setText(" ".join(f'"{name}"' for name in (*names, "没有.txt")))
        dialog.done(QFileDialog.DialogCode.Accepted)

    QTimer.singleShot(0, act)
    files = dialogs.ask_files(parent, "导入", ["所有能读的文件 (*.txt *.studypack)"])
    assert [file.name for file in files if file.is_file()] == list(names)


def test_what_is_gone_is_not_what_no_program_opens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    with pytest.raises(NotOpened):
        dialogs.open_path(tmp_path)
    with pytest.raises(FileMissing):
        dialogs.open_path(tmp_path / "讲义.pdf")


@pytest.mark.skipif(sys.platform != "linux", reason="xdg-open is there on Linux only")
@pytest.mark.parametrize(("status", "told"), [(0, 0), (1, 0), (3, 1), (4, 1)])
def test_what_the_desktop_cannot_open_is_told_when_it_says_so(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, status: int, told: int
) -> None:
    helper, seen = tmp_path / "xdg-open", tmp_path / "seen.txt"
    helper.write_text(f'#!/bin/sh\nprintf %s "$1" > "{seen}"\nexit {status}\n', "utf-8")
    helper.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "xcb")
    refusals: list[StudyDeskError] = []
    dialogs.open_path(tmp_path, refusals.append)
    application = QGuiApplication.instance()
    assert application is not None
    qtbot.waitUntil(lambda: not application.findChildren(QProcess))
    assert seen.read_text("utf-8") == str(tmp_path)
    assert [type(error) for error in refusals] == [NotOpened] * told
