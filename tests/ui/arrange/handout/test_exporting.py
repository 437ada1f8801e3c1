"""写出文件: editions, formats and parts, what is told of them, and what cannot be written."""

import re
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.arrange.conftest import Desk

from studydesk.domain import edits
from studydesk.domain.parts import Part
from studydesk.errors import DiskFull
from studydesk.handout.model import Edition
from studydesk.handout.presets import PRESETS
from studydesk.ui.arrange.handout.export_results import MOST, ExportResults
from studydesk.ui.arrange.handout.preview import Preview
from studydesk.ui.jobs import Jobs
from studydesk.ui.theme import Appearance


def written(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_export_writes_editions_and_formats(printing: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    panel = printing.page.handout_panel.export_panel
    panel.set_folder(tmp_path / "讲义")
    printing.page.export()
    assert panel.isVisible()
    panel.start()
    qtbot.waitUntil(lambda: bool(panel.results()), timeout=60_000)
    assert written(tmp_path / "讲义") == [
        "2026-11-27_周五班组学习_主持人版.docx",
        "2026-11-27_周五班组学习_主持人版.pdf",
        "2026-11-27_周五班组学习_学员版.docx",
        "2026-11-27_周五班组学习_学员版.pdf",
    ]
    assert set(written(tmp_path / "讲义")) < set(panel.results())
    assert panel.results()[0] == "✓ 已导出 4 个文件"
    assert panel._results.height() > MOST
    assert "✓ 已从文件里读回，4 处引文与原文逐字一致" in panel.results()
    for title in ("改过的", "又改的"):
        printing.current.edit("改名", edits.rename(printing.packet, title))
    assert sum("此后有改动" in told for told in panel.results()) == 1
    first = panel._results._column.itemAt(0)
    assert first is not None
    assert "此后有改动" in cast("QLabel", first.widget()).text()
    for step, is_told in ((printing.undo, True), (printing.undo, False), (printing.redo, True)):
        step()
        assert any("此后有改动" in told for told in panel.results()) == is_told
        assert any(is_past(told) for told in panel.results()) == is_told
        assert ("✓ 已导出 4 个文件" in panel.results()) != is_told


def is_past(told: str) -> bool:
    return re.fullmatch("上次（[0-9]+:[0-9]{2}）已导出 4 个文件", told) is not None


def test_files_are_told_of_as_of_the_past_once_something_has_to_be_settled(
    printing: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    handout = printing.page.handout_panel
    handout.export_panel.set_folder(tmp_path)
    printing.page.export()
    handout.export_panel.start()
    qtbot.waitUntil(lambda: "✓ 已导出 4 个文件" in handout.export_panel.results(), timeout=60_000)
    printing.library.delete_article(printing.packet.passages[0].article_id)
    handout.findings.check_again()
    qtbot.waitUntil(lambda: any(map(is_past, handout.export_panel.results())), timeout=30_000)


def test_the_editions_that_were_ticked_are_ticked_again(arranging: Desk, qtbot: QtBot) -> None:
    panel = arranging.page.handout_panel.export_panel
    with qtbot.waitSignal(arranging.page.state_changed):
        panel.editions[Edition.RECORD].click()
    panel.editions[Edition.PARTICIPANT].click()
    state = arranging.page.state()
    panel.editions[Edition.RECORD].click()
    panel.editions[Edition.PARTICIPANT].click()
    arranging.page.restore(state)
    ticked = [edition for edition, box in panel.editions.items() if box.isChecked()]
    assert ticked == [Edition.FACILITATOR, Edition.RECORD]


def test_the_formats_that_were_ticked_are_ticked_again(arranging: Desk, qtbot: QtBot) -> None:
    panel = arranging.page.handout_panel.export_panel
    boxes = [*panel.formats.values(), panel.booklet, panel.embed]
    for box in (panel.embed, panel.booklet, panel.formats["pdf"]):
        with qtbot.waitSignal(arranging.page.state_changed):
            box.click()
    state, ticked = arranging.page.state(), [box.isChecked() for box in boxes]
    for box in boxes:
        box.setChecked(not box.isChecked())
    arranging.page.restore(state)
    assert [box.isChecked() for box in boxes] == ticked == [True, False, True, True]


def test_formats_are_as_at_first_where_only_editions_were_remembered(arranging: Desk) -> None:
    panel = arranging.page.handout_panel.export_panel
    panel.tick([Edition.RECORD.value])
    assert panel.ticked == [Edition.RECORD.value, "docx", "pdf"]


def test_the_edition_that_is_looked_at_is_among_those_to_be_written(printing: Desk) -> None:
    handout = printing.page.handout_panel
    handout.preview.show_edition(Edition.RECORD)
    printing.page.export()
    chosen = [e for e, box in handout.export_panel.editions.items() if box.isChecked()]
    assert Edition.RECORD in chosen
    assert Edition.PROOF not in chosen


def test_esc_puts_away_what_is_open_below_the_page(printing: Desk) -> None:
    handout = printing.page.handout_panel
    printing.page.export()
    QTest.keyClick(handout.export_panel.export_button, Qt.Key.Key_Escape)
    assert not handout.export_panel.isVisible()
    assert handout.focusWidget() is handout.export_button
    handout.step_finding(1)
    QTest.keyClick(handout.findings.list, Qt.Key.Key_Escape)
    assert not handout.findings.isVisible()
    assert handout.focusWidget() is handout.findings_button


def test_export_never_replaces_a_file(printing: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    panel = printing.page.handout_panel.export_panel
    panel.set_folder(tmp_path)
    panel.editions[Edition.FACILITATOR].setChecked(False)
    panel.formats["docx"].setChecked(False)
    kept = tmp_path / "2026-11-27_周五班组学习_学员版.pdf"
    kept.write_bytes(b"mine")
    panel.start()
    qtbot.waitUntil(lambda: bool(panel.results()), timeout=60_000)
    assert kept.read_bytes() == b"mine"
    told, name = panel.results()[1:3]
    assert told == "同名文件已有，原样没动；这次的带（2）。"
    assert name == "2026-11-27_周五班组学习_学员版（2）.pdf"


def test_exporting_again_writes_at_once_with_the_same_choices_and_says_where(
    printing: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    panel = printing.page.handout_panel.export_panel
    panel.set_folder(tmp_path / "讲义")
    for box in (panel.editions[Edition.FACILITATOR], panel.formats["docx"]):
        box.setChecked(False)
    printing.page.export()
    panel.start()
    qtbot.waitUntil(lambda: bool(panel.results()), timeout=60_000)
    (first,) = panel.folder.iterdir()
    first.unlink()
    assert panel.export_button.text() == "再导出"
    panel.export_button.click()
    assert panel.is_writing
    qtbot.waitUntil(lambda: bool(panel.results()), timeout=60_000)
    assert [path.name for path in panel.folder.iterdir()] == [first.name]
    assert "已导出 1 个文件" in panel.results()[0]
    assert panel.change_button.isVisible()
    QTest.mouseClick(panel.change_button, Qt.MouseButton.LeftButton)
    assert panel.export_button.text() == "写出文件"
    assert panel.formats["pdf"].isVisible()
    assert not panel.change_button.isVisible()
    panel.export_button.click()
    qtbot.waitUntil(lambda: bool(panel.results()), timeout=60_000)
    panel.change_button.setFocus()
    QTest.keyClick(panel.change_button, Qt.Key.Key_Space)
    assert printing.page.focusWidget() is panel.export_button


def test_what_became_of_an_export_goes_where_other_choices_are_asked_for(
    printing: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    panel = printing.page.handout_panel.export_panel
    panel.set_folder(tmp_path)
    for box in (panel.editions[Edition.FACILITATOR], panel.formats["docx"]):
        box.setChecked(False)
    panel.start()
    qtbot.waitUntil(lambda: bool(panel.results()), timeout=60_000)
    panel.change_button.click()
    assert panel.results() == []
    assert not panel.is_writing


def test_what_became_of_an_export_is_told_of_its_own_packet(
    printing: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    whole = printing.page.handout_panel
    panel = whole.export_panel
    whole.export_button.setChecked(True)
    panel.set_folder(tmp_path)
    to_write = panel.export_button.text()
    panel.start()
    whole.show_packet(replace(printing.packet, title="另一个学习包", id="other"))
    assert not panel.isHidden()
    qtbot.waitUntil(lambda: bool(panel.results()), timeout=60_000)
    assert panel.results()[0].startswith(f"✓ “{printing.packet.title}”已导出 ")
    assert not any("此后有改动" in told for told in panel.results())
    assert panel.export_button.text() == to_write


def test_the_folder_that_was_written_into_is_opened(
    printing: Desk, qtbot: QtBot, tmp_path: Path, opened: list[Path]
) -> None:
    panel = printing.page.handout_panel.export_panel
    panel.formats["docx"].setChecked(False)
    panel.set_folder(tmp_path / "一")
    panel.start()
    panel.set_folder(tmp_path / "二")
    qtbot.waitUntil(lambda: bool(panel.results()), timeout=60_000)
    buttons = {button.text(): button for button in panel.findChildren(QPushButton)}
    buttons["打开文件夹"].click()
    assert opened == [tmp_path / "一"]


def first_line(results: ExportResults) -> str:
    """What the line that is highest says."""
    labels = results.findChildren(QLabel)
    return min(labels, key=lambda label: label.mapTo(results, QPoint()).y()).text()


@pytest.fixture
def results(qtbot: QtBot) -> ExportResults:
    """What tells of an export, in sight and with nothing told yet."""
    panel = QWidget()
    results = ExportResults(panel)
    qtbot.addWidget(panel)
    QVBoxLayout(panel).addWidget(results)
    panel.show()
    return results


def test_where_a_file_is_is_said_where_nothing_opens_it(
    results: ExportResults, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[Path] = []

    def refuse(url: QUrl) -> bool:
        tried.append(Path(url.toLocalFile()))
        return False

    monkeypatch.setattr(QDesktopServices, "openUrl", refuse)
    file = tmp_path / "讲义.pdf"
    file.write_bytes(b"%PDF")
    results.add_text("✓ 已导出", "muted")
    results.add_file(file.name, "打开", file)
    results.findChildren(QPushButton)[0].click()
    told = f"这台电脑没有打开“讲义.pdf”的程序。它在“{tmp_path}”里。"
    qtbot.waitUntil(lambda: first_line(results) == told)
    (folder,) = (one for one in results.findChildren(QPushButton) if one.text() == "打开文件夹")
    folder.click()
    assert tried == [file, tmp_path]
    told_again = f"文件夹打不开，请自己到“{tmp_path}”里找。"
    qtbot.waitUntil(lambda: first_line(results) == told_again)
    (button,) = (one for one in results.findChildren(QPushButton) if one.text() == "打开")
    button.click()
    qtbot.waitUntil(lambda: first_line(results) == told)
    assert results.texts().count(told) == 1
    assert file.name in results.texts()


@pytest.mark.parametrize("folder_stays", [True, False])
def test_of_a_file_that_is_gone_no_more_than_its_own_folder_is_offered(
    results: ExportResults, qtbot: QtBot, tmp_path: Path, opened: list[Path], folder_stays: bool
) -> None:
    folder = tmp_path / "讲义"
    if folder_stays:
        folder.mkdir()
    results.add_file("讲义.pdf", "打开", folder / "讲义.pdf")
    (button,) = results.findChildren(QPushButton)
    button.click()
    qtbot.waitUntil(lambda: first_line(results).startswith("找不到“讲义.pdf”"))
    assert str(folder) in first_line(results)
    offered = [b for b in results.findChildren(QPushButton) if not b.isHidden() and b != button]
    assert len(offered) == folder_stays
    for other in offered:
        other.click()
    assert opened == [folder] * folder_stays
    if folder_stays:
        folder.rmdir()
        offered[0].click()
        qtbot.waitUntil(lambda: first_line(results).startswith("找不到“讲义”"))
        assert all(b.isHidden() for b in results.findChildren(QPushButton) if b not in offered)


def test_a_cancelled_export_leaves_nothing(printing: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    panel = printing.page.handout_panel.export_panel
    panel.set_folder(tmp_path / "讲义")
    panel.start()
    panel.cancel_button.click()
    assert panel.cancel_button.text() == "正在取消…"
    qtbot.waitUntil(lambda: bool(panel.results()), timeout=60_000)
    assert panel.results() == ["已取消，没有写出文件。"]
    assert not (tmp_path / "讲义").exists()


def test_esc_cancels_an_export(printing: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    panel = printing.page.handout_panel.export_panel
    panel.set_folder(tmp_path)
    printing.page.export()
    panel.export_button.click()
    QTest.keyClick(panel.cancel_button, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not panel.is_writing, timeout=60_000)
    assert panel.results() == ["已取消，没有写出文件。"]
    QTest.keyClick(panel.export_button, Qt.Key.Key_Escape)
    assert not panel.isVisible()


def test_an_export_of_a_program_that_was_updated_under_its_window_ends_with_a_sentence(
    printing: Desk,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def gone(*_: object, **__: object) -> None:
        raise SystemExit("moved or deleted since this application was launched")

    monkeypatch.setattr("studydesk.services.handouts.export", gone)
    monkeypatch.setattr("studydesk.paths.is_program_there", lambda: False)
    panel = printing.page.handout_panel.export_panel
    (tmp_path / "讲义").mkdir()
    panel.set_folder(tmp_path / "讲义")
    panel.start()
    qtbot.waitUntil(lambda: not panel.is_writing, timeout=10_000)
    assert any("重新打开学习台再做一次" in told for told in panel.results())
    assert "moved or deleted" in caplog.text


def test_a_folder_that_cannot_be_written_is_told(
    printing: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    panel = printing.page.handout_panel.export_panel
    (tmp_path / "文件").write_bytes(b"")
    panel.set_folder(tmp_path / "文件")
    panel.start()
    qtbot.waitUntil(lambda: bool(panel.results()), timeout=60_000)
    assert panel.results()[0].startswith("⚠ 不能写入")


@pytest.mark.parametrize("boxes", ["editions", "formats"])
def test_nothing_chosen_cannot_be_exported(printing: Desk, boxes: str) -> None:
    panel = printing.page.handout_panel.export_panel
    for box in getattr(panel, boxes).values():
        box.setChecked(False)
    assert not panel.export_button.isEnabled()


def test_the_keys_come_back_to_the_export_button(
    printing: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    panel = printing.page.handout_panel.export_panel
    panel.set_folder(tmp_path)
    printing.page.export()
    panel.export_button.click()
    assert printing.page.focusWidget() is panel.cancel_button
    qtbot.waitUntil(lambda: any("已导出" in line for line in panel.results()), timeout=30_000)
    assert printing.page.focusWidget() is panel.export_button


def test_a_booklet_is_laid_beside_the_pdf_and_how_to_fold_it_is_told(
    printing: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    panel = printing.page.handout_panel.export_panel
    panel.set_folder(tmp_path / "讲义")
    panel.editions[Edition.FACILITATOR].setChecked(False)
    panel.formats["docx"].setChecked(False)
    panel.booklet.setChecked(True)
    panel.start()
    qtbot.waitUntil(lambda: bool(panel.results()), timeout=60_000)
    assert written(tmp_path / "讲义") == [
        "2026-11-27_周五班组学习_学员版.pdf",
        "2026-11-27_周五班组学习_学员版_小册子.pdf",
    ]
    assert any("短边翻转" in line for line in panel.results())


def test_there_is_no_booklet_without_a_pdf(printing: Desk) -> None:
    panel = printing.page.handout_panel.export_panel
    panel.formats["pdf"].setChecked(False)
    assert not panel.booklet.isEnabled()


def test_parts_are_chosen_and_taken_back(printing: Desk) -> None:
    parts = printing.page.handout_panel.export_panel.parts
    assert parts.as_preset.isChecked()
    parts.actions_of[Part.COVER].trigger()
    assert printing.packet.parts is not None
    assert Part.COVER in printing.packet.parts
    assert not parts.as_preset.isChecked()
    assert parts.text() == "印哪些部分（自选）"
    printing.current.history.undo()
    assert parts.text() == "印哪些部分"
    assert printing.packet.parts is None
    assert not parts.actions_of[Part.COVER].isChecked()
    parts.actions_of[Part.AGENDA].trigger()
    parts.as_preset.trigger()
    assert printing.packet.parts is None
    assert parts.actions_of[Part.AGENDA].isChecked()


def test_the_space_bar_ticks_a_part(printing: Desk) -> None:
    parts = printing.page.handout_panel.export_panel.parts
    parts.menu().setActiveAction(parts.actions_of[Part.COVER])
    space = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ")
    QCoreApplication.sendEvent(parts.menu(), space)
    assert printing.packet.parts is not None
    assert Part.COVER in printing.packet.parts


def test_a_long_name_of_a_preset_takes_no_button_its_room(
    qtbot: QtBot, jobs: Jobs, appearance: Appearance
) -> None:
    preview = Preview(jobs, {"第三车间班组学习专用版式" * 3: PRESETS["普通讲义"], **PRESETS})
    qtbot.addWidget(preview)
    preview.show()
    preview.resize(640, 300)
    assert preview.zoom_in.isVisible()
    bar = (preview.edition, preview.preset, preview.change, preview.facing, preview.zoom_out)
    ends = [widget.geometry().right() for widget in bar]
    begins = [widget.geometry().left() for widget in bar[1:]]
    assert all(end < begin for end, begin in zip(ends, begins, strict=False))
    assert preview.forward.geometry().right() < preview.width()


def test_what_is_pressed_stays_in_its_place_whatever_is_told(
    printing: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    panel = printing.page.handout_panel.export_panel
    panel.set_folder(tmp_path)
    printing.page.resize(1280, 900)
    printing.page.export()
    box = panel.editions[Edition.PARTICIPANT]
    pressed = (panel.export_button, panel.presets, box)

    def places() -> list[QPoint]:
        return [widget.mapTo(printing.page, QPoint()) for widget in pressed]

    QApplication.processEvents()
    before = places()
    panel.held.sentence.setText("没有写出文件：1 处必改没有处理（导读“二十四中全会”）。")
    panel.held.show()
    QApplication.processEvents()
    qtbot.waitUntil(lambda: places() == before)
    panel.presets.failed.emit(DiskFull(tmp_path))
    assert panel.results()
    qtbot.waitUntil(lambda: places() == before)
    panel.export_button.click()
    qtbot.waitUntil(lambda: places() == before)
    assert not panel.export_button.isEnabled()
    qtbot.waitUntil(lambda: any("已导出" in line for line in panel.results()), timeout=60_000)
    qtbot.waitUntil(lambda: places()[0] == before[0])  # the others are folded
    assert panel.export_button.isEnabled()
