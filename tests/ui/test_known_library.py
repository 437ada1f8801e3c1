"""The library of last time: where it is away, that is told, and none is made in its place."""

import logging
from dataclasses import replace
from pathlib import Path
from threading import get_ident

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from studydesk import app, paths
from studydesk.domain.packet import Packet
from studydesk.library import Library
from studydesk.ui import dialogs
from studydesk.ui.main_window import MainWindow
from studydesk.ui.safekeeping import BackupSheet
from studydesk.ui.settings import Settings


@pytest.fixture
def stick(tmp_path: Path, settings: Settings) -> Path:
    """The folder of the library that was open last time, with one packet in it."""
    folder = tmp_path / "U 盘" / "我的资料库"
    with Library.open(folder) as library:
        library.save_packet(Packet("周五"))
    settings.keep(replace(settings.choices, library=str(folder)))
    return folder


def offered(window: MainWindow) -> list[str]:
    """What the start page offers to be pressed."""
    buttons = window.start_page.findChildren(QPushButton)
    return [button.text() for button in buttons if button.isVisible()]


def press(window: MainWindow, text: str) -> None:
    buttons = window.start_page.findChildren(QPushButton)
    next(button for button in buttons if button.text() == text).click()


def titles(window: MainWindow) -> list[str]:
    assert window.desk is not None
    return [packet.title for packet in window.desk.library.packets()]


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


def test_a_library_that_was_opened_for_once_is_not_made_anew_where_it_is_away(
    fresh: MainWindow, settings: Settings, tmp_path: Path, qtbot: QtBot
) -> None:
    usual, named = tmp_path / "平时的", tmp_path / "U 盘"
    settings.note_library(usual, for_now=False)
    settings.note_library(named, for_now=True)
    assert Settings(settings._file).choices == settings.choices
    named.mkdir()  # where it is plugged in
    fresh.open_again(named, for_now=True)
    qtbot.waitUntil(lambda: fresh.start_page.sentence != "")
    assert str(named) in fresh.start_page.sentence
    assert list(named.iterdir()) == []
    assert settings.choices.library == str(usual)


def test_no_library_is_made_in_a_folder_that_lies_nowhere(
    fresh: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    fresh.open_again(tmp_path / "没插的盘" / "资料库", for_now=True)
    qtbot.waitUntil(lambda: fresh.start_page.sentence != "")
    assert "没有接上" in fresh.start_page.sentence
    assert not (tmp_path / "没插的盘").exists()


def test_a_new_library_is_made_in_an_empty_folder(
    fresh: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "空的").mkdir()
    with qtbot.waitSignal(fresh.entered, timeout=60_000):
        fresh.open_again(tmp_path / "空的", for_now=True)
    assert (tmp_path / "空的" / "library.db").exists()
    fresh.close()


def test_the_usual_library_is_looked_for_off_the_interface_thread(
    fresh: MainWindow, stick: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[int] = []

    def look(_folder: Path) -> Path:
        threads.append(get_ident())
        return paths.default_library()

    monkeypatch.setattr("studydesk.services.starting.usual_besides", look)
    stick.parent.rename(stick.parent.with_name("拔掉"))
    fresh.show()
    fresh.open_again(stick)
    qtbot.waitUntil(lambda: "打开默认资料库" in offered(fresh))
    assert get_ident() not in threads


def test_why_a_library_is_not_open_stays_where_the_usual_one_cannot_be_looked_for(
    fresh: MainWindow,
    stick: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def refuse(_folder: Path) -> Path:
        raise PermissionError

    monkeypatch.setattr("studydesk.services.starting.usual_besides", refuse)
    caplog.set_level(logging.ERROR)
    stick.parent.rename(stick.parent.with_name("拔掉"))
    fresh.open_again(stick)
    qtbot.waitUntil(lambda: "a job failed" in caplog.text)
    qtbot.wait(50)
    assert "不在原来的地方" in fresh.start_page.sentence


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


def test_a_library_whose_file_is_gone_comes_back_from_its_newest_backup(
    fresh: MainWindow, stick: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Library.open(stick) as library:
        library.back_up()
        library.save_packet(Packet("周六"))
        library.back_up()
    (stick / "library.db").unlink()
    fresh.open_again(stick)
    qtbot.waitUntil(lambda: fresh.start_page.sentence != "")
    assert "备份还在" in fresh.start_page.sentence
    asked: list[str] = []

    def confirm(_parent: object, _question: str, what_happens: str, _yes: str) -> bool:
        asked.append(what_happens)
        return True

    monkeypatch.setattr(dialogs, "confirm", confirm)
    press(fresh, "从备份恢复…")
    (sheet,) = fresh.findChildren(BackupSheet)
    qtbot.waitUntil(sheet.take.isEnabled)
    with qtbot.waitSignal(fresh.entered, timeout=60_000):
        sheet.take.click()
    assert "现在的资料库" not in asked[0]
    assert set(titles(fresh)) == {"周五", "周六"}
    fresh.close()


def test_where_a_library_is_away_the_usual_one_is_offered_for_now(
    fresh: MainWindow,
    settings: Settings,
    stick: Path,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(paths, "default_library", lambda: tmp_path / "学习台")
    stick.parent.rename(stick.parent.with_name("拔掉"))
    fresh.open_again(stick)
    qtbot.waitUntil(lambda: fresh.start_page.sentence != "")
    assert "打开默认资料库" not in offered(fresh)
    with Library.open(tmp_path / "学习台") as library:
        library.save_packet(Packet("平时"))
    fresh.start_page.again_requested.emit()
    qtbot.waitUntil(lambda: "打开默认资料库" in offered(fresh))
    with qtbot.waitSignal(fresh.entered, timeout=60_000):
        press(fresh, "打开默认资料库")
    assert titles(fresh) == ["平时"]
    assert app.library_to_open(None, settings) == stick
    fresh.close()


def test_what_is_tried_again_is_the_library_of_last_time_though_the_usual_one_failed_too(
    fresh: MainWindow, stick: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual, elsewhere = tmp_path / "学习台", stick.parent.with_name("拔掉")
    monkeypatch.setattr(paths, "default_library", lambda: usual)
    stick.parent.rename(elsewhere)
    with Library.open(usual):
        fresh.open_again(stick)
        qtbot.waitUntil(lambda: "打开默认资料库" in offered(fresh))
        press(fresh, "打开默认资料库")
        qtbot.waitUntil(lambda: str(usual) in fresh.start_page.sentence)
    assert "打开默认资料库" in offered(fresh)
    elsewhere.rename(stick.parent)
    with qtbot.waitSignal(fresh.entered, timeout=60_000):
        press(fresh, "再试一次")
    assert titles(fresh) == ["周五"]
    fresh.close()


def test_a_library_that_was_named_for_one_start_is_not_opened_at_the_next(
    fresh: MainWindow, settings: Settings, stick: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(fresh.entered, timeout=60_000):
        fresh.open_again(tmp_path / "试一试", for_now=True)
    assert app.library_to_open(None, settings) == stick
    with qtbot.waitSignal(fresh.entered, timeout=60_000):
        fresh.open_library(stick)
    assert app.library_to_open(None, settings) == stick
    fresh.close()


def test_a_library_that_is_chosen_in_the_window_is_opened_at_the_next_start_too(
    fresh: MainWindow,
    settings: Settings,
    stick: Path,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    named = tmp_path / "试一试"
    Library.open(named).close()
    with qtbot.waitSignal(fresh.entered, timeout=60_000):
        fresh.open_again(named, for_now=True)
    monkeypatch.setattr(dialogs, "ask_folder", lambda *_: named)
    with qtbot.waitSignal(fresh.entered, timeout=60_000):
        fresh.actions_by_id["choose-library"].trigger()
    assert app.library_to_open(None, settings) == named
    fresh.close()


def test_a_library_that_was_named_for_one_start_is_not_remembered_where_another_is_not_gone_to(
    fresh: MainWindow,
    settings: Settings,
    stick: Path,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    named = tmp_path / "试一试"
    with Library.open(named) as library:
        library.back_up()
    with qtbot.waitSignal(fresh.entered, timeout=60_000):
        fresh.open_again(named, for_now=True)
    monkeypatch.setattr(dialogs, "ask_folder", lambda *_: stick)
    with monkeypatch.context() as refused:
        refused.setattr(fresh._leaving, "may_begin", lambda *_: False)
        fresh.actions_by_id["choose-library"].trigger()
    monkeypatch.setattr(dialogs, "confirm", lambda *_: True)
    fresh.actions_by_id["backups"].trigger()
    (sheet,) = fresh.findChildren(BackupSheet)
    qtbot.waitUntil(sheet.take.isEnabled)
    with qtbot.waitSignal(fresh.entered, timeout=60_000):
        sheet.take.click()
    assert app.library_to_open(None, settings) == stick
    fresh.close()
