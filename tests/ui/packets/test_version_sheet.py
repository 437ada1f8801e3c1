"""历史版本 from the window: what changed, written down, and gone back to."""

from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from studydesk.domain import edits
from studydesk.domain.packet import Guide, Packet
from studydesk.library import versions
from studydesk.ui.desk import Desk
from studydesk.ui.main_window import MainWindow
from studydesk.ui.packets.version_sheet import VersionSheet


@pytest.fixture(autouse=True)
def _rest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(versions, "REST", timedelta(0))


def write(desk: Desk, text: str) -> Packet:
    """Let the packet be one guide, as one edit that is kept."""
    packet = desk.current.packet
    assert packet is not None
    desk.current.edit(
        "改导读", edits.append(edits.remove(packet, {"guide"}), Guide(text, id="guide"))
    )
    desk.current.flush()
    return packet


def opened(qtbot: QtBot, window: MainWindow) -> VersionSheet:
    window.actions_by_id["versions"].trigger()
    sheet = next(sheet for sheet in window.findChildren(VersionSheet) if sheet.isVisible())
    qtbot.waitUntil(lambda: not sheet.busy)
    return sheet


def test_a_packet_without_a_history_says_so(qtbot: QtBot, window: MainWindow, desk: Desk) -> None:
    desk.shelf.create()
    sheet = opened(qtbot, window)
    assert sheet.list.count() == 0
    assert "还没有留下别的版本" in sheet.view.toPlainText()
    assert not sheet.restore_button.isEnabled()
    sheet.reject()


def test_the_last_version_is_compared_with_the_packet_as_it_is_now(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    write(desk, "先读这一段。")
    write(desk, "先读第二段。")
    sheet = opened(qtbot, window)
    assert (sheet.list.count(), sheet.against.currentText()) == (2, "现在")
    assert "先读这一第二段。" in sheet.view.toPlainText()
    assert '<s style="' not in sheet.view.toPlainText()
    sheet.reject()


def test_two_versions_are_compared_the_older_first(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    for text in ("第一稿。", "第二稿。", "第三稿。"):
        write(desk, text)
    sheet = opened(qtbot, window)
    sheet.against.setCurrentIndex(3)
    qtbot.waitUntil(lambda: not sheet.busy)
    assert "添 导读\n第二稿。" in sheet.view.toPlainText()
    sheet.list.setCurrentRow(1)
    sheet.against.setCurrentIndex(1)
    qtbot.waitUntil(lambda: not sheet.busy)
    assert "第一二稿。" in sheet.view.toPlainText()
    sheet.reject()


def test_going_back_is_one_step_and_what_was_is_a_version(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    write(desk, "先读这一段。")
    before = write(desk, "先读第二段。")
    after = desk.current.packet
    sheet = opened(qtbot, window)
    sheet.restore_button.click()
    assert desk.current.packet == before
    assert desk.current.flush()
    assert desk.library.packet(before.id) == before
    newest = desk.library.versions(before.id)[0]
    assert desk.library.version(newest.number) == after
    desk.current.history.undo()
    assert desk.current.packet == after


def test_the_comparison_is_written(
    qtbot: QtBot, window: MainWindow, desk: Desk, tmp_path: Path
) -> None:
    write(desk, "先读这一段。")
    write(desk, "先读第二段。")
    sheet = opened(qtbot, window)
    with qtbot.waitSignal(sheet.message):
        sheet.write(tmp_path / "花脸稿.html")
    assert "<del>这一</del><ins>第二</ins>" in (tmp_path / "花脸稿.html").read_text("utf-8")
    with qtbot.waitSignal(sheet.failed):
        sheet.write(tmp_path / "没有" / "花脸稿.docx")
    sheet.reject()


def test_what_is_exported_becomes_a_version(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    packet = write(desk, "先读这一段。")
    panel = desk.arrange.handout_panel.export_panel
    desk.show_page("arrange")
    desk.export()
    panel._folder = tmp_path
    with qtbot.waitSignal(panel.written):
        panel.export_button.click()
    qtbot.waitUntil(lambda: panel._job is None, timeout=30_000)
    desk.current.flush()
    assert desk.library.versions(packet.id)[0].reason == "exported"
