"""Saving off the interface thread: in order, the latest wins, and what is told as saved is."""

import errno
import os
import subprocess
import sys
import textwrap
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Event, Lock, Timer

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studydesk.domain.packet import Packet
from studydesk.errors import DiskFull, LibraryLost
from studydesk.library import Library, RemovedPassage
from studydesk.ui.current_packet import CurrentPacket
from studydesk.ui.desk import Desk
from studydesk.ui.main_window import MainWindow
from studydesk.ui.meanwhile import take_turn
from studydesk.ui.saving import Saving


def test_of_what_waits_only_the_latest_is_written(qtbot: QtBot) -> None:
    saving, written, waited, free = Saving(), list[str](), list[bool](), Event()
    saving.save("first", lambda: waited.append(free.wait(10)))
    for state in ("a", "b", "c"):
        saving.save("packet", partial(written.append, state))
    with qtbot.waitSignal(saving.saved):
        free.set()
    assert written == ["c"]


def test_flush_waits_for_what_is_being_written_and_writes_the_rest(qapp: QApplication) -> None:
    saving, written = Saving(), list[int]()
    for number in range(50):
        saving.save(str(number), partial(written.append, number))
    assert saving.flush()
    assert written == list(range(50))


def test_no_edit_that_comes_as_all_is_written_is_overtaken_by_an_older_one(qtbot: QtBot) -> None:
    saving, written, full, turn = Saving(), list[str](), Event(), Lock()
    full.set()

    def write(state: str) -> None:
        if full.is_set():
            raise DiskFull(Path("资料库"))
        take_turn(turn)
        written.append(state)
        turn.release()

    with qtbot.waitSignal(saving.failed):
        saving.save("packet", partial(write, "older"))
    full.clear()
    turn.acquire()
    Timer(0.2, turn.release).start()
    QTimer.singleShot(20, lambda: saving.save("packet", partial(write, "newer")))
    assert saving.flush()
    qtbot.waitUntil(lambda: "newer" in written and not saving.waits("packet"))
    assert written == ["older", "newer"]


def test_what_could_not_be_written_is_tried_again(qtbot: QtBot, tmp_path: Path) -> None:
    saving, written, full = Saving(), list[str](), Event()
    full.set()

    def write() -> None:
        if full.is_set():
            raise DiskFull(tmp_path)
        written.append("a")

    with qtbot.waitSignal(saving.failed):
        saving.save("a", write)
    assert not saving.flush()
    full.clear()
    assert saving.flush()
    assert written == ["a"]


def test_what_could_not_be_written_before_going_on_is_tried_again_by_itself(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("studydesk.ui.saving.AGAIN", 1)
    saving, written, full, kept = Saving(), list[str](), Event(), Event()
    full.set()

    def write() -> None:
        if full.is_set():
            raise DiskFull(tmp_path)
        written.append("a")

    saving.saved.connect(kept.set)
    saving._waiting["a"] = write  # nothing is at work, as between two attempts
    assert not saving.flush()
    full.clear()
    qtbot.waitUntil(kept.is_set)
    assert written == ["a"]


def test_what_could_not_be_written_is_written_once_that_is_possible_and_told_once(
    qtbot: QtBot, tmp_path: Path
) -> None:
    saving, tries, told = Saving(), list[int](), list[object]()
    saving._again.setInterval(0)
    saving.failed.connect(told.append)

    def write() -> None:
        tries.append(1)
        if len(tries) < 4:
            raise LibraryLost(tmp_path)

    with qtbot.waitSignal(saving.saved):
        saving.save("a", write)
    assert (len(tries), len(told)) == (4, 1)
    assert not saving._again.isActive()


def test_what_cannot_be_written_does_not_keep_others_from_it(
    qapp: QApplication, tmp_path: Path
) -> None:
    saving, written = Saving(), list[str]()

    def refuse() -> None:
        raise DiskFull(tmp_path)

    saving.save("a", refuse)
    saving.save("b", partial(written.append, "b"))
    assert not saving.flush()
    assert written == ["b"]
    assert saving.waits("a")
    assert not saving.waits("b")


def test_what_is_saved_anew_is_written_after_what_came_before_it(qapp: QApplication) -> None:
    saving, written, waited, free = Saving(), list[str](), list[bool](), Event()
    saving.save("first", lambda: waited.append(free.wait(10)))
    for name, state in (("a", "a1"), ("b", "b"), ("a", "a2")):
        saving.save(name, partial(written.append, state))
    free.set()
    assert saving.flush()
    assert written == ["b", "a2"]


@pytest.fixture
def packet(library: Library) -> Packet:
    """The packet of the library."""
    return library.packet(library.packets()[0].id)


@pytest.fixture
def current(library: Library, packet: Packet, qapp: QApplication) -> CurrentPacket:
    """The packet of the library, opened."""
    current = CurrentPacket(library)
    current.open(packet)
    return current


def test_a_packet_that_was_just_edited_is_read_as_edited(
    current: CurrentPacket, packet: Packet
) -> None:
    current.edit("改名", replace(packet, title="新的名字"))
    assert current.read(packet.id).title == "新的名字"


def test_a_packet_deleted_while_it_is_being_saved_stays_deleted(
    current: CurrentPacket, packet: Packet, library: Library
) -> None:
    current.edit("改名", replace(packet, title="新的名字"))
    assert current.discard(packet.id).title == "新的名字"
    assert current.flush()
    assert library.packets() == []


def test_a_packet_whose_last_edit_cannot_be_kept_is_not_deleted(
    current: CurrentPacket, packet: Packet, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_state: object) -> None:
        raise DiskFull(library.folder)

    monkeypatch.setattr(library, "save_packet", refuse)
    current.edit("改名", replace(packet, title="新的名字"))
    with pytest.raises(DiskFull):
        current.discard(packet.id)
    assert (library.packet(packet.id), library.trashed()) == (packet, [])
    assert current.packet == replace(packet, title="新的名字")


def test_closing_the_window_keeps_the_last_edit(window: MainWindow, desk: Desk) -> None:
    packet, folder = desk.current.packet, desk.library.folder
    assert packet is not None
    desk.current.edit("改名", replace(packet, title="最后一刻"))
    window.close()
    with Library.open(folder) as library:
        assert library.packet(packet.id).title == "最后一刻"


@pytest.mark.parametrize("error", [DiskFull(Path("资料库")), LibraryLost(Path("资料库"))])
def test_the_window_stays_when_the_last_edit_cannot_be_kept(
    window: MainWindow, desk: Desk, error: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    full, save = Event(), desk.library.save_packet

    def refuse(packet: Packet, gone: Sequence[RemovedPassage] = ()) -> None:
        if full.is_set():
            raise error
        save(packet, gone)

    packet = desk.current.packet
    assert packet is not None
    monkeypatch.setattr(desk.library, "save_packet", refuse)
    monkeypatch.setattr("studydesk.ui.dialogs.confirm", lambda *_: False)
    full.set()
    desk.current.edit("改名", replace(packet, title="最后一刻"))
    assert not window.close()
    full.clear()
    assert desk.notice.isVisible()
    assert desk.current.flush()
    assert desk.library.packet(packet.id).title == "最后一刻"


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """What is answered to the question whether to leave though something is not saved."""
    answers: list[bool] = []
    monkeypatch.setattr("studydesk.ui.dialogs.confirm", lambda *_: answers.pop(0))
    return answers


def fail(*_: object) -> None:
    raise RuntimeError


@pytest.mark.parametrize("faulty", ["has_doubt", "settle"])
def test_the_window_stays_where_anything_fails_as_it_closes(
    window: MainWindow,
    desk: Desk,
    faulty: str,
    answers: list[bool],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answers.append(False)
    with monkeypatch.context() as fault:
        fault.setattr(desk, faulty, fail)
        with pytest.raises(RuntimeError):
            window.close()
    assert window.isVisible()
    assert desk.library.packets()


@pytest.mark.parametrize("faulty", ["has_doubt", "settle"])
def test_a_window_with_a_fault_that_lasts_can_be_closed_and_keeps_what_can_be_kept(
    window: MainWindow,
    desk: Desk,
    faulty: str,
    answers: list[bool],
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answers.append(True)
    packet, folder = desk.current.packet, desk.library.folder
    assert packet is not None
    desk.current.edit("改名", replace(packet, title="最后一刻"))
    monkeypatch.setattr(desk, faulty, fail)
    assert window.close()
    assert "RuntimeError" in caplog.text
    with Library.open(folder) as library:
        assert library.packet(packet.id).title == "最后一刻"


def test_what_waits_on_the_other_pages_is_taken_where_one_of_them_fails(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    settled: list[str] = []
    with monkeypatch.context() as fault:
        for page_id, page in desk.pages.items():
            settle = fail if page_id == "tidy" else partial(settled.append, page_id)
            fault.setattr(page, "settle", settle)
        with pytest.raises(RuntimeError):
            desk.settle()
    assert settled == [page_id for page_id in desk.pages if page_id != "tidy"]


def test_an_edit_that_a_fault_of_the_program_keeps_from_being_written_can_be_given_up(
    window: MainWindow,
    desk: Desk,
    answers: list[bool],
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    packet = desk.current.packet
    assert packet is not None
    monkeypatch.setattr(desk.library, "save_packet", fail)
    desk.current.edit("改名", replace(packet, title="最后一刻"))
    answers += [False, True]
    assert not window.close()
    assert window.isVisible()
    assert desk.notice.isVisible()
    assert window.close()
    assert "RuntimeError" in caplog.text


def test_a_fault_of_the_program_keeps_no_other_edit_from_being_written(
    qapp: QApplication, caplog: pytest.LogCaptureFixture
) -> None:
    saving, written = Saving(), list[str]()
    saving.save("a", fail)
    saving.save("b", partial(written.append, "b"))
    assert not saving.flush()
    assert written == ["b"]
    assert "RuntimeError" in caplog.text
    saving.forget("a")


@pytest.mark.parametrize("faulty", ["place", "library.close"])
def test_a_window_goes_whatever_fails_once_all_is_written(
    window: MainWindow, desk: Desk, faulty: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, let_go = desk.library.folder, desk.library.close

    def close() -> None:
        let_go()
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    closing = QCloseEvent()
    with monkeypatch.context() as fault:
        fault.setattr(desk, "place", fail if faulty == "place" else desk.place)
        fault.setattr(desk.library, "close", close if faulty == "library.close" else let_go)
        with pytest.raises((RuntimeError, OSError)):
            window.closeEvent(closing)
    assert closing.isAccepted()
    assert not window.isVisible()
    Library.open(folder).close()


def test_another_library_is_opened_whatever_fails_as_the_first_is_let_go(
    window: MainWindow, desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Library.open(tmp_path / "另一个").close()
    monkeypatch.setattr(desk, "place", fail)
    with qtbot.waitSignal(window.entered, timeout=60_000), pytest.raises(RuntimeError):
        window.open_library(tmp_path / "另一个")
    window.close()


KILLED = """
    import os, sys
    from dataclasses import replace
    from pathlib import Path
    from PySide6.QtCore import QCoreApplication
    from studydesk.domain.packet import Packet
    from studydesk.library import Library
    from studydesk.ui.current_packet import CurrentPacket

    application = QCoreApplication([])
    library = Library.open(Path(sys.argv[1]))
    current = CurrentPacket(library)
    packet = Packet("旧", id="friday")
    current.open(packet)
    current.saved.connect(lambda _moment: os._exit(9))
    current.edit("改名", replace(packet, title="新"))
    application.exec()
"""


def test_what_is_told_as_saved_survives_the_end_of_the_program(tmp_path: Path) -> None:
    program = [sys.executable, "-c", textwrap.dedent(KILLED), str(tmp_path / "库")]
    assert subprocess.run(program, check=False, timeout=60).returncode == 9
    with Library.open(tmp_path / "库") as library:
        assert library.packet("friday").title == "新"
