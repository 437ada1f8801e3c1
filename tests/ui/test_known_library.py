"""The library of last time: where it is away, that is told, and none is made in its place."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from studydesk import app, paths
from studydesk.domain.packet import Packet
from studydesk.library import Library
from studydesk.ui.main_window import MainWindow
from studydesk.ui.settings import Settings


@pytest.fixture
def stick(tmp_path: Path, settings: Settings) -> Path:
    """The folder of the library that was open last time, with one packet in it."""
    folder = tmp_path / "U 盘" / "我的资料库"
    with Library.open(folder) as library:
        library.save_packet(Packet("周五"))
    settings.keep(replace(settings.choices, library=str(folder)))
    return folder


@pytest.mark.parametrize("left", ["nothing", "the folder it is plugged in at", "an empty folder"])
def test_a_library_that_is_away_is_told_and_opened_where_it_is_back(
    fresh: MainWindow, settings: Settings, stick: Path, qtbot: QtBot, left: str
) -> None:
    elsewhere = stick.parent.with_name("拔掉")
    stick.parent.rename(elsewhere)
    if left != "nothing":
        (stick if left == "an empty folder" else stick.parent).mkdir(parents=True)
    fresh.open_again(app.library_to_open(None, settings))
    qtbot.waitUntil(lambda: fresh.start_page.sentence != "")
    assert all(part in fresh.start_page.sentence for part in (str(stick), "再试一次", "另选资料库"))
    assert settings.choices.library == str(stick)
    assert not (stick / "library.db").exists()
    for folder in (stick, stick.parent):
        if folder.exists():
            folder.rmdir()
    elsewhere.rename(stick.parent)
    with qtbot.waitSignal(fresh.entered, timeout=60_000):
        fresh.start_page.again_requested.emit()
    assert fresh.desk is not None
    assert [packet.title for packet in fresh.desk.library.packets()] == ["周五"]
    fresh.close()


def test_trying_again_makes_no_library_either(fresh: MainWindow, stick: Path, qtbot: QtBot) -> None:
    stick.parent.rename(stick.parent.with_name("拔掉"))
    for _ in range(2):
        fresh.start_page.sentence = ""
        fresh.open_again(stick)
        qtbot.waitUntil(lambda: fresh.start_page.sentence != "" and not fresh.jobs.busy)
    assert not stick.exists()


def test_only_who_never_had_a_library_gets_the_usual_one(
    settings: Settings, stick: Path, tmp_path: Path
) -> None:
    assert app.library_to_open(None, Settings(tmp_path / "none.json")) == paths.default_library()
    stick.parent.rename(stick.parent.with_name("拔掉"))
    assert app.library_to_open(None, settings) == stick


def test_a_new_library_is_made_where_none_was_before(
    fresh: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(fresh.entered, timeout=60_000):
        fresh.open_again(tmp_path / "新")
    assert fresh.desk is not None
    assert fresh.desk.library.packets()
    fresh.close()


def test_ctrl_q_quits_where_no_library_is_open(
    fresh: MainWindow, stick: Path, qtbot: QtBot
) -> None:
    stick.parent.rename(stick.parent.with_name("拔掉"))
    fresh.open_again(stick)
    qtbot.waitUntil(lambda: fresh.start_page.sentence != "")
    fresh.start_page.findChildren(QPushButton)[0].setFocus()
    QTest.keyClick(fresh, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert not fresh.isVisible()


@pytest.mark.parametrize("usual", [True, False])
def test_the_title_tells_where_a_library_is_that_is_not_in_the_usual_place(
    fresh: MainWindow, stick: Path, monkeypatch: pytest.MonkeyPatch, *, usual: bool
) -> None:
    if usual:
        monkeypatch.setattr(paths, "default_library", lambda: stick)
    with Library.open(stick) as library:
        fresh.enter(library)
        assert (str(stick) in fresh.windowTitle()) is not usual
        assert fresh.desk is not None
        fresh.desk.shelf.open(library.packets()[0].id)
        assert fresh.windowTitle().startswith("周五 · 学习台")
        assert (str(stick) in fresh.windowTitle()) is not usual
        fresh.close()
