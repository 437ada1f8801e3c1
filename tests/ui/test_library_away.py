"""Nothing edited while the library is away, as where its stick was pulled out, is lost."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import Event
from unittest.mock import Mock

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from studydesk.domain import edits
from studydesk.domain.packet import Guide, Packet
from studydesk.errors import LibraryLost
from studydesk.library import Library, RemovedPassage
from studydesk.ui import notice, well_again
from studydesk.ui.current_packet import CurrentPacket
from studydesk.ui.desk import Desk
from studydesk.ui.main_window import MainWindow


@contextmanager
def away(library: Library) -> Iterator[None]:
    """Meanwhile the folder of the library is not there."""
    elsewhere = library.folder.with_name("elsewhere")
    library.folder.rename(elsewhere)
    try:
        yield
    finally:
        elsewhere.rename(library.folder)


@pytest.fixture
def current(qapp: QApplication, library: Library) -> Iterator[CurrentPacket]:
    current = CurrentPacket(library)
    library.save_packet(Packet("一份", id="one"))
    current.open(library.packet("one"))
    yield current
    assert current.flush()


def write(current: CurrentPacket, text: str) -> None:
    assert current.packet is not None
    current.edit("添导读", edits.append(current.packet, Guide(text, id=text)))


def written(packet: Packet | None) -> list[str]:
    assert packet is not None
    return [item.text for item in packet.items if isinstance(item, Guide)]


def test_what_is_edited_meanwhile_is_saved_when_the_library_is_back(
    current: CurrentPacket, library: Library
) -> None:
    with away(library):
        write(current, "第一段")
        assert not current.flush()
    write(current, "第二段")
    assert current.flush()
    assert written(library.packet("one")) == ["第一段", "第二段"]


def test_what_was_edited_meanwhile_can_be_taken_back_and_done_again_meanwhile(
    current: CurrentPacket, library: Library
) -> None:
    with away(library):
        write(current, "第一段")
        current.history.undo()
        assert written(current.packet) == []
        current.history.redo()
    assert current.flush()
    assert written(library.packet("one")) == ["第一段"]


def test_an_edit_that_sets_no_facts_does_not_read_the_library(
    current: CurrentPacket, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = Mock(return_value=[])
    monkeypatch.setattr(Library, "facts", asked)
    write(current, "第一段")
    asked.assert_not_called()


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> None:
    """The library is looked at again at once."""
    monkeypatch.setattr(well_again, "LOOK", 20)


@pytest.mark.usefixtures("looks")
def test_that_the_library_does_not_answer_is_said_until_it_does(
    desk: Desk, window: MainWindow, library: Library, qtbot: QtBot
) -> None:
    with away(library):
        desk.pick.browser.search.setText("工匠")
        qtbot.waitUntil(lambda: "没有回应" in desk.notice.sentence and desk.notice.isVisible())
        qtbot.wait(100)
        assert desk.notice.isVisible()
    qtbot.waitUntil(desk.notice.isHidden)
    assert window.status.currentMessage() == "资料库又有回应了，可以接着做。"


@pytest.mark.usefixtures("looks")
def test_it_is_looked_for_though_another_message_stands_over_that(
    desk: Desk, window: MainWindow, library: Library, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notice, "READ", 0)
    monkeypatch.setattr(notice, "SHOWN", 200)
    with away(library):
        desk.pick.browser.search.setText("工匠")
        qtbot.waitUntil(lambda: "没有回应" in desk.notice.sentence and desk.notice.isVisible())
        qtbot.waitUntil(lambda: not window.jobs.busy)
        window.status.tell("选材和整理里的文章用 18 像素的字。")
        assert desk.notice.isHidden()
        qtbot.waitUntil(desk.notice.isVisible)
    qtbot.waitUntil(lambda: not desk.notice.is_told)
    assert desk.notice.isHidden()


@pytest.mark.usefixtures("looks")
@pytest.mark.parametrize("what", ["delete", "undo"])
def test_it_is_looked_for_whatever_it_did_not_answer(
    desk: Desk, window: MainWindow, library: Library, qtbot: QtBot, what: str
) -> None:
    desk.pick.open_article(library.articles()[0].id)
    if what == "undo":
        desk.delete_article()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    with away(library):
        desk.delete_article() if what == "delete" else desk.undoing.undo()
        qtbot.waitUntil(lambda: "没有回应" in desk.notice.sentence)
        qtbot.wait(100)
        assert desk.notice.isVisible()
    qtbot.waitUntil(lambda: not desk.notice.is_told)


@pytest.mark.usefixtures("looks")
def test_that_an_edit_is_not_kept_is_said_though_the_library_answers(
    desk: Desk, library: Library, qtbot: QtBot
) -> None:
    desk.notice.tell("没有回应", unsaved=True, error=LibraryLost(library.folder))
    qtbot.wait(100)
    assert desk.notice.isVisible()


def test_whether_to_leave_is_asked_no_longer_once_all_is_saved(
    window: MainWindow, desk: Desk, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    is_away, save, asked = Event(), library.save_packet, list[str]()

    def refuse(packet: Packet, gone: Sequence[RemovedPassage] = ()) -> None:
        if is_away.is_set():
            raise LibraryLost(library.folder)
        save(packet, gone)

    def come_back() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        asked.append(box.text())
        is_away.clear()
        desk.current._saving._start_again()

    monkeypatch.setattr(library, "save_packet", refuse)
    is_away.set()
    write(desk.current, "第一段")
    QTimer.singleShot(300, come_back)
    assert window.close()
    assert asked == ["最后的改动没有保存上，仍要离开吗？"]
    with Library.open(library.folder) as again:
        assert "第一段" in written(again.packet(again.packets()[0].id))
