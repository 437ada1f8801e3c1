"""Packet files that are opened: what can be taken back of it, and what is told."""

from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot
from tests.ui.current import open_packet

from studydesk import paths
from studydesk.domain import edits
from studydesk.domain.packet import Guide
from studydesk.services.packs import open_pack
from studydesk.ui.desk import Desk
from studydesk.ui.jobs import Job
from studydesk.ui.main_window import MainWindow

MINE = Guide("我刚写的导读。", id="mine")


@pytest.fixture
def sample() -> Path:
    """A packet file that the library knows nothing of."""
    return paths.resources() / "sample.studypack"


def open_file(desk: Desk, file: Path, qtbot: QtBot) -> str:
    """Open a packet file; the id of its packet."""
    with qtbot.waitSignal(desk.shelf.message):
        desk.take_files([file])
    return open_packet(desk).id


def ids(desk: Desk) -> set[str]:
    return {packet.id for packet in desk.library.packets()}


def test_an_edit_of_what_was_opened_ends_the_offer_to_bin_it(
    window: MainWindow, desk: Desk, sample: Path, undo: QAction, qtbot: QtBot
) -> None:
    came = open_file(desk, sample, qtbot)
    window.status.clearMessage()  # what is said of the file stands over what is offered
    assert desk.notice.isVisible()
    desk.current.edit("写导读", edits.append(open_packet(desk), MINE))
    assert desk.notice.isHidden()
    undo.trigger()
    assert MINE not in open_packet(desk).items
    assert open_packet(desk).id == came
    undo.trigger()
    assert came not in ids(desk)


def test_what_was_there_before_its_file_was_opened_is_there_after_undo(
    desk: Desk, sample: Path, undo: QAction, qtbot: QtBot
) -> None:
    known = open_pack(desk.library, sample).id
    assert open_file(desk, sample, qtbot) == known
    undo.trigger()
    assert open_packet(desk).title == "周五班组学习"
    assert known in ids(desk)


def cancel(_what: str, job: Job) -> None:
    job.cancel()


def test_a_cancelled_packet_file_is_told_among_what_was_imported_and_then_forgotten(
    desk: Desk, sample: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "版面.txt").write_text("题\n正文。", "utf-8")
    desk.shelf.work_started.connect(cancel)
    desk.take_files([tmp_path / "版面.txt", sample])
    results = desk.pick.browser.results
    told = "✕ “sample.studypack”：已取消，什么也没有改动。"
    qtbot.waitUntil(lambda: told in results.lines())
    desk.shelf.work_started.disconnect(cancel)
    count = len(results.lines())
    open_file(desk, sample, qtbot)
    assert len(results.lines()) == count


def test_a_cancelled_import_leaves_no_packet_file_waiting(
    desk: Desk, window: MainWindow, sample: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "版面.txt").write_text("题\n正文。", "utf-8")
    desk.pick.importing.work_started.connect(cancel)
    desk.take_files([tmp_path / "版面.txt", sample])
    qtbot.waitUntil(lambda: not window.jobs.busy)
    desk.pick.importing.work_started.disconnect(cancel)
    before = ids(desk)
    with qtbot.waitSignal(desk.pick.importing.done):
        desk.take_files([tmp_path / "版面.txt"])
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert ids(desk) == before
