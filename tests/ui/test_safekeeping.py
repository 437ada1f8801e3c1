"""Backups and the trash, from the window."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from studydesk.domain import edits
from studydesk.domain.packet import Guide, Packet, PassageItem
from studydesk.errors import LibraryDamaged
from studydesk.library import Library, TrashKind, backups, schema
from studydesk.library.database import FILE_NAME
from studydesk.services.packs import save_pack
from studydesk.ui import dialogs, safekeeping
from studydesk.ui.desk import Desk
from studydesk.ui.jobs import Jobs
from studydesk.ui.main_window import MainWindow
from studydesk.ui.pages.pick import PickPage
from studydesk.ui.safekeeping import BackupSheet, TrashSheet
from studydesk.ui.settings import Settings
from studydesk.ui.theme import Appearance

TIME = 30_000


@pytest.fixture(autouse=True)
def _yes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dialogs, "confirm", lambda *_words: True)


# --- the trash -------------------------------------------------------------------------------


def test_a_deleted_article_is_gone_and_one_click_brings_it_back(
    pick: PickPage, desk: Desk, window: MainWindow
) -> None:
    article = pick.article
    assert article is not None
    window.actions_by_id["delete-article"].trigger()
    assert article.id not in {summary.id for summary in desk.library.articles()}
    assert pick.article is None or pick.article.id != article.id
    assert article.title in desk.notice.sentence
    desk.notice.undo_button.click()
    assert desk.library.article(article.id) == article
    assert pick.article == article


def test_what_is_in_the_trash_is_shown_and_restored(window: MainWindow, desk: Desk) -> None:
    packet = desk.current.packet
    assert packet is not None
    window.actions_by_id["delete-packet"].trigger()
    window.actions_by_id["trash"].trigger()
    (sheet,) = window.findChildren(TrashSheet)
    assert sheet.list.item(0).text() == f"学习包　{packet.title}"
    assert sheet.about.text().endswith("删除")
    sheet.take.click()
    assert desk.notice.sentence == f"已恢复学习包“{packet.title}”，现在打开着的就是它。"
    assert desk.current.packet == packet
    assert sheet.list.count() == 0
    assert sheet.about.text() == "回收站是空的。以后删了文章、学习包或选段，到这里找回来。"
    assert not sheet.take.isEnabled()
    sheet.reject()


def test_from_a_passage_whose_article_was_deleted_one_click_leads_to_the_trash(
    window: MainWindow, desk: Desk, pick: PickPage, qtbot: QtBot
) -> None:
    pick.add_selection()
    window.actions_by_id["delete-article"].trigger()
    desk.show_page("arrange")
    panel = desk.arrange.handout_panel
    qtbot.waitUntil(lambda: "引文 0/1 ⚠" in panel.findings_button.words, timeout=TIME)
    assert panel.findings_button.words.startswith(f"校对 {panel.findings.list.count()} ·")
    panel.settle()
    assert "原文在回收站里" in panel.findings.list.currentItem().text()
    panel.mend_finding()
    (sheet,) = window.findChildren(TrashSheet)
    sheet.reject()


def test_a_passage_that_was_deleted_goes_back_where_it_stood(
    window: MainWindow, desk: Desk, pick: PickPage
) -> None:
    pick.add_selection()
    packet = desk.current.packet
    assert packet is not None
    (passage,) = [item for item in packet.items if isinstance(item, PassageItem)]
    desk.current.edit("删除", edits.insert(packet, 0, Guide("先读。")))
    packet = desk.current.packet
    assert packet is not None
    desk.current.edit("删除", edits.remove(packet, [passage.id]))
    desk.shelf.create()
    window.actions_by_id["trash"].trigger()
    (sheet,) = window.findChildren(TrashSheet)
    assert sheet.list.item(0).text().startswith(f"选段　{passage.passage.text[:20]}")
    assert sheet.about.text().endswith(f"从学习包“{packet.title}”里删除")
    sheet.take.click()
    assert desk.current.packet == packet
    assert sheet.list.count() == 0
    sheet.reject()
    assert window.status.currentMessage() == "已恢复选段，在它原来的地方。"
    assert desk.current.history.undoText() == "恢复选段"
    assert desk.page_id == "arrange"


def test_one_press_of_enter_restores_one_thing(
    window: MainWindow, desk: Desk, pick: PickPage
) -> None:
    for _ in range(3):
        desk.pick.open_article(desk.library.articles()[0].id)
        window.actions_by_id["delete-article"].trigger()
    window.actions_by_id["trash"].trigger()
    (sheet,) = window.findChildren(TrashSheet)
    QTest.keyClick(sheet.list, Qt.Key.Key_Return)
    assert len(desk.library.trashed()) == 2
    place = sheet.list.visualItemRect(sheet.list.item(0)).center()
    QTest.mouseClick(sheet.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(sheet.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseRelease(sheet.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert len(desk.library.trashed()) == 1
    sheet.reject()


def test_a_restored_article_is_read_and_it_is_said_where_it_is(
    window: MainWindow, desk: Desk, pick: PickPage
) -> None:
    article = pick.article
    assert article is not None
    window.actions_by_id["delete-article"].trigger()
    window.actions_by_id["trash"].trigger()
    (sheet,) = window.findChildren(TrashSheet)
    sheet.take.click()
    sheet.reject()
    assert pick.article == article
    assert desk.notice.sentence == f"已恢复文章“{article.name}”，在“选材”里打开着。"
    desk.notice.undo_button.click()
    assert [thing.id for thing in desk.library.trashed()] == [article.id]


def test_what_was_restored_is_put_back_in_the_sheet_and_nothing_older_is_taken_back(
    window: MainWindow, desk: Desk, pick: PickPage
) -> None:
    pick.reader.tags.changed.emit(("甲",), "加标签“甲”")
    window.actions_by_id["delete-article"].trigger()
    window.actions_by_id["trash"].trigger()
    (sheet,) = window.findChildren(TrashSheet)
    sheet.take.click()
    for step, left in (("undo", 1), ("undo", 1), ("redo", 0), ("redo", 0)):
        sheet.take_step(step)
        assert len(desk.library.trashed()) == sheet.list.count() == left
    assert desk.library.tags()
    sheet.reject()


def test_of_several_packets_restored_each_is_put_back_in_the_sheet_and_no_edit_of_another(
    window: MainWindow, desk: Desk
) -> None:
    for name in ("甲", "乙", "丙"):
        desk.library.save_packet(Packet(name, id=name))
    desk.shelf.open("丙")
    desk.current.edit("改名", Packet("丙改", id="丙"))
    desk.shelf.delete("甲")
    desk.shelf.delete("乙")
    window.actions_by_id["trash"].trigger()
    (sheet,) = window.findChildren(TrashSheet)
    sheet.take.click()
    sheet.take.click()
    for _ in range(3):
        sheet.take_step("undo")
    assert {thing.title for thing in desk.library.trashed()} == {"甲", "乙"}
    assert desk.current.read("丙").title == "丙改"
    sheet.reject()


def test_nothing_older_is_taken_back_where_restoring_again_was_refused(
    window: MainWindow, desk: Desk, pick: PickPage
) -> None:
    pick.reader.tags.changed.emit(("甲",), "加标签“甲”")
    tagged = desk.library.articles()[0].id
    desk.pick.open_article(desk.library.articles()[1].id)
    window.actions_by_id["delete-article"].trigger()
    window.actions_by_id["trash"].trigger()
    (sheet,) = window.findChildren(TrashSheet)
    sheet.take.click()
    sheet.take_step("undo")
    sheet.empty.click()
    sheet.take_step("redo")
    sheet.take_step("undo")
    assert list(desk.library.tags_of(tagged)) == ["甲"]
    sheet.reject()


def test_delete_in_the_list_moves_the_article_to_the_trash_and_ctrl_z_brings_it_back(
    window: MainWindow, desk: Desk, pick: PickPage, qtbot: QtBot
) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    article = pick.article
    pick.browser.list.setFocus()
    QTest.keyClick(pick.browser.list, Qt.Key.Key_Delete)
    assert len(desk.library.trashed()) == 1
    assert pick.article is None
    QTest.keyClick(pick.browser.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (desk.library.trashed(), pick.article) == ([], article)


def test_enter_on_a_button_of_the_trash_presses_that_one(window: MainWindow, desk: Desk) -> None:
    window.actions_by_id["delete-packet"].trigger()
    window.actions_by_id["trash"].trigger()
    (sheet,) = window.findChildren(TrashSheet)
    sheet.empty.setFocus()
    QTest.keyClick(sheet.empty, Qt.Key.Key_Return)
    assert (desk.library.trashed(), desk.library.packets()) == ([], [])
    sheet.reject()


def test_taking_a_deletion_back_late_overwrites_no_later_edit(
    window: MainWindow, desk: Desk
) -> None:
    packet = desk.current.packet
    assert packet is not None
    window.actions_by_id["delete-packet"].trigger()
    desk.library.restore(TrashKind.PACKET, packet.id)
    desk.shelf.open(packet.id)
    desk.current.edit("改名", replace(packet, title="恢复后又改"))
    desk.notice.undo_button.click()
    assert desk.current.flush()
    assert desk.current.packet == desk.library.packet(packet.id)
    assert desk.current.packet.title == "恢复后又改"


def test_a_packet_from_a_file_has_no_steps_of_one_that_was_deleted(
    window: MainWindow, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    packet = desk.current.packet
    assert packet is not None
    save_pack(desk.library, packet.id, tmp_path / "旧.studypack")
    desk.current.edit("改名", replace(packet, title="改了三小时"))
    window.actions_by_id["delete-packet"].trigger()
    desk.library.empty_trash(datetime.now(UTC))
    desk.shelf.open_file(tmp_path / "旧.studypack")
    qtbot.waitUntil(lambda: desk.current.packet == packet)
    assert not desk.current.history.canUndo()


def test_the_trash_is_emptied_when_asked_for(window: MainWindow, desk: Desk) -> None:
    window.actions_by_id["delete-packet"].trigger()
    window.actions_by_id["trash"].trigger()
    (sheet,) = window.findChildren(TrashSheet)
    sheet.empty.click()
    assert desk.library.trashed() == []
    assert not sheet.empty.isEnabled()
    sheet.reject()


# --- backups ---------------------------------------------------------------------------------


def test_a_backup_tells_what_is_in_it_and_is_put_back(
    library: Library, window: MainWindow, qtbot: QtBot
) -> None:
    window.jobs.wait()
    library.back_up()
    library.save_packet(Packet("之后的学习包"))
    window.actions_by_id["backups"].trigger()
    (sheet,) = window.findChildren(BackupSheet)
    qtbot.waitUntil(lambda: sheet.list.count() > 0)
    assert f"{len(library.articles())} 篇文章　1 个学习包" in sheet.list.item(0).text()
    assert sheet.about.text() == "学习包：“周五班组学习”"
    sheet.take.click()
    qtbot.waitUntil(lambda: window.desk is not None)
    assert window.desk is not None
    assert [packet.title for packet in window.desk.library.packets()] == ["周五班组学习"]
    kept = {title for backup in backups(library.folder) for title in backup.packets}
    assert "之后的学习包" in kept
    assert window.status.currentMessage().startswith("已恢复到 ")
    focus = window.focusWidget()
    assert focus is not None
    assert window.desk.isAncestorOf(focus)
    window.close()


def test_a_damaged_library_offers_its_backups(
    tmp_path: Path, settings: Settings, appearance: Appearance, qtbot: QtBot
) -> None:
    with Library.open(tmp_path / "库") as library:
        library.save_packet(Packet("周五"))
        library.back_up()
    (tmp_path / "库" / FILE_NAME).write_bytes(b"damaged")
    window = MainWindow(settings, appearance)
    qtbot.addWidget(window)
    window.show()
    window.open_library(tmp_path / "库")
    qtbot.waitUntil(lambda: window.start_page.sentence != "")
    window.start_page.backup_requested.emit()
    (sheet,) = window.findChildren(BackupSheet)
    qtbot.waitUntil(lambda: sheet.list.count() > 0)
    sheet.take.click()
    qtbot.waitUntil(lambda: window.desk is not None)
    assert window.desk is not None
    assert window.desk.library.packets()[0].title == "周五"
    window.close()


def test_what_is_left_of_a_library_is_not_asked_for_once_its_backups_are_shown(
    tmp_path: Path, jobs: Jobs, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Library.open(tmp_path / "库") as library:
        copy = library.back_up()
    sheet = BackupSheet(tmp_path / "库", jobs, "", None)
    qtbot.addWidget(sheet)
    qtbot.waitUntil(sheet.take.isEnabled)

    def no_answer(_folder: Path) -> bool:
        raise OSError

    monkeypatch.setattr(safekeeping, "is_gone", no_answer)
    with qtbot.waitSignal(sheet.chosen) as chosen:
        sheet.take.click()
    assert chosen.args[0].path == copy


def test_a_library_of_a_later_version_offers_its_earlier_backups(
    tmp_path: Path, settings: Settings, appearance: Appearance, qtbot: QtBot
) -> None:
    with Library.open(tmp_path / "库") as library:
        library.save_packet(Packet("周五"))
        library.back_up()
        later = library.back_up()
    for path in (later, tmp_path / "库" / FILE_NAME):
        with closing(sqlite3.connect(path)) as connection:
            connection.execute(f"PRAGMA user_version = {schema.current_version() + 1}")
    window = MainWindow(settings, appearance)
    qtbot.addWidget(window)
    window.show()
    window.open_library(tmp_path / "库")
    qtbot.waitUntil(lambda: window.start_page.sentence != "")
    offer = next(b for b in window.findChildren(QPushButton) if b.text() == "从备份恢复…")
    assert offer.isVisible()
    offer.click()
    (sheet,) = window.findChildren(BackupSheet)
    qtbot.waitUntil(lambda: sheet.list.count() > 0)
    assert "新版学习台" in sheet.list.item(0).text()
    assert not sheet.take.isEnabled()
    sheet.list.setCurrentRow(1)
    sheet.take.click()
    qtbot.waitUntil(lambda: window.desk is not None)
    assert window.desk is not None
    assert window.desk.library.packets()[0].title == "周五"
    window.close()


def test_a_sheet_closed_at_once_hears_nothing_of_the_backups(
    library: Library, qtbot: QtBot
) -> None:
    jobs = Jobs()
    BackupSheet(library.folder, jobs, "", None).reject()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    jobs.wait()
    qtbot.waitUntil(lambda: not jobs.busy)


def refuse_as_damaged(library: Library, *_asked: object) -> None:
    """Find the library damaged, in place of what looks for that."""
    raise LibraryDamaged(library.folder)


@pytest.fixture
def sheet_of_backups(
    library: Library, open_window: Callable[[Library], MainWindow], qtbot: QtBot
) -> Callable[[], BackupSheet]:
    """Opens the window, and gives the sheet of backups that it shows by itself."""

    def shown() -> BackupSheet:
        window = open_window(library)
        qtbot.waitUntil(lambda: bool(window.findChildren(BackupSheet)))
        (sheet,) = window.findChildren(BackupSheet)
        return sheet

    return shown


def test_damage_that_the_daily_copy_finds_leads_to_the_backups(
    sheet_of_backups: Callable[[], BackupSheet], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Library, "back_up", refuse_as_damaged)
    sheet_of_backups().reject()


def test_damage_found_after_a_crash_leads_to_the_backups(
    sheet_of_backups: Callable[[], BackupSheet], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Library, "was_cut_off", True)
    monkeypatch.setattr(Library, "check", refuse_as_damaged)
    sheet = sheet_of_backups()
    said = [label.text() for label in sheet.findChildren(QLabel)]
    assert any("损坏" in text and "备份" in text for text in said)
    sheet.reject()
