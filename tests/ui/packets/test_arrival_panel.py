"""A packet file with another state of a packet: said in the window, merged, added or left."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.ui.current import open_packet

from studydesk.domain import edits
from studydesk.domain.packet import Guide
from studydesk.library import Library
from studydesk.services.packs import open_pack, save_pack
from studydesk.ui.desk import Desk
from studydesk.ui.packets.arrival_panel import ArrivalPanel

MINE, THEIRS = Guide("我添的导读。", id="mine"), Guide("他们添的导读。", id="theirs")


@pytest.fixture
def pack(desk: Desk, tmp_path: Path) -> Path:
    """The packet as somebody else has edited it, while it was edited here, too."""
    packet = desk.current.packet
    assert packet is not None
    save_pack(desk.library, packet.id, tmp_path / "去.studypack")
    with Library.open(tmp_path / "别处") as other:
        opened = open_pack(other, tmp_path / "去.studypack")
        other.save_packet(edits.append(opened, THEIRS))
        save_pack(other, opened.id, tmp_path / "回.studypack")
    desk.current.edit("添导读", edits.append(packet, MINE))
    return tmp_path / "回.studypack"


@pytest.fixture
def asking(qtbot: QtBot, desk: Desk, pack: Path) -> ArrivalPanel:
    """The strip that asks about the file."""
    with qtbot.waitSignal(desk.shelf.asked):
        desk.take_files([pack])
    qtbot.waitUntil(lambda: not desk.arrival.busy)
    return desk.arrival


def test_what_the_file_would_add_is_said_and_nothing_is_done(
    desk: Desk, asking: ArrivalPanel
) -> None:
    assert asking.isVisible()
    assert "文件里多 1 项，少 1 项" in asking.sentence.text()
    assert "合并会添 1 项，原有的不动" in asking.sentence.text()
    assert (open_packet(desk).items, len(desk.library.packets())) == ((MINE,), 1)


def test_the_file_is_told_by_its_name(asking: ArrivalPanel) -> None:
    assert "“回.studypack”里的“周五班组学习”" in asking.sentence.text()


def test_esc_leaves_the_file(desk: Desk, asking: ArrivalPanel) -> None:
    QTest.keyClick(asking.merge_button, Qt.Key.Key_Escape)
    assert not asking.isVisible()
    assert (open_packet(desk).items, len(desk.library.packets())) == ((MINE,), 1)


def test_the_differences_are_shown_in_place(asking: ArrivalPanel) -> None:
    assert not asking.view.isVisible()
    asking.look_button.click()
    assert asking.view.isVisible()
    assert "他们添的导读。" in asking.view.toPlainText()


def test_merging_is_one_step_that_can_be_taken_back(
    qtbot: QtBot, desk: Desk, asking: ArrivalPanel
) -> None:
    with qtbot.waitSignal(desk.shelf.message):
        asking.merge_button.click()
    assert set(open_packet(desk).items) == {MINE, THEIRS}
    assert (asking.isVisible(), len(desk.library.packets())) == (False, 1)
    desk.current.history.undo()
    assert open_packet(desk).items == (MINE,)


def test_the_file_is_not_said_to_have_changed_what_was_changed_here(
    qtbot: QtBot, desk: Desk, pack: Path
) -> None:
    packet = open_packet(desk)
    here = edits.set_session(packet, replace(packet.session, unit="一车间"))
    desk.current.edit("填单位", here)
    with qtbot.waitSignal(desk.shelf.asked):
        desk.take_files([pack])
    qtbot.waitUntil(lambda: not desk.arrival.busy)
    assert "不一样的 1 项" in desk.arrival.sentence.text()
    assert "改" not in desk.arrival.sentence.text()


def test_the_packet_may_become_what_the_file_has_in_one_step(
    qtbot: QtBot, desk: Desk, asking: ArrivalPanel
) -> None:
    with qtbot.waitSignal(desk.shelf.message):
        asking.replace_button.click()
    assert open_packet(desk).items == (THEIRS,)
    assert (asking.isVisible(), len(desk.library.packets())) == (False, 1)
    desk.current.history.undo()
    assert open_packet(desk).items == (MINE,)


def test_the_file_may_become_a_packet_of_its_own(
    qtbot: QtBot, desk: Desk, asking: ArrivalPanel
) -> None:
    mine = open_packet(desk)
    with qtbot.waitSignal(desk.shelf.message):
        asking.add_button.click()
    assert open_packet(desk).items == (THEIRS,)
    assert desk.library.packet(mine.id) == mine


def test_the_file_may_be_left(desk: Desk, asking: ArrivalPanel) -> None:
    asking.leave_button.click()
    assert not asking.isVisible()
    assert (open_packet(desk).items, len(desk.library.packets())) == ((MINE,), 1)


def test_two_files_are_asked_about_one_after_the_other(
    qtbot: QtBot, desk: Desk, asking: ArrivalPanel, pack: Path
) -> None:
    with qtbot.waitSignal(desk.shelf.asked):
        desk.take_files([pack])
    asking.leave_button.click()
    assert asking.isVisible()
    qtbot.waitUntil(lambda: not asking.busy)
    asking.leave_button.click()
    assert not asking.isVisible()


def test_an_earlier_state_of_the_packet_is_said_to_be_one(
    qtbot: QtBot, desk: Desk, pack: Path
) -> None:
    with qtbot.waitSignal(desk.shelf.asked):
        desk.take_files([pack.with_name("去.studypack")])
    qtbot.waitUntil(lambda: not desk.arrival.busy)
    assert desk.arrival.sentence.text().endswith("以前的样子，没有新的内容。")
    assert not desk.arrival.merge_button.isVisible()


def test_a_file_merged_twice_has_nothing_more(
    qtbot: QtBot, desk: Desk, asking: ArrivalPanel, pack: Path
) -> None:
    with qtbot.waitSignal(desk.shelf.message):
        asking.merge_button.click()
    merged = open_packet(desk)
    with qtbot.waitSignal(desk.shelf.message) as told:
        desk.shelf.merge_file(pack)
    assert told.args == ["文件里没有更多的内容，学习包没有改动。"]
    assert open_packet(desk) == merged


def test_a_file_that_has_the_same_replaces_nothing(
    qtbot: QtBot, desk: Desk, asking: ArrivalPanel, pack: Path
) -> None:
    with qtbot.waitSignal(desk.shelf.message):
        asking.replace_button.click()
    steps = desk.current.history.count()
    with qtbot.waitSignal(desk.shelf.message) as told:
        desk.shelf.replace_by_file(pack)
    assert told.args == ["文件里的和这里的一样，学习包没有改动。"]
    assert desk.current.history.count() == steps
