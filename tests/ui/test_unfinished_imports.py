"""An import that was cut off is gone on with from the window."""

from pathlib import Path
from threading import Event, Timer

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.conftest import OpenWindow

from studydesk.library import Library
from studydesk.services import importing
from studydesk.services.unfinished_imports import ImportRecord, unfinished
from studydesk.ui.desk import Desk


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A page that was not taken in."""
    made = tmp_path / "没来得及.txt"
    made.write_text("工会的事\n\n" + "大家的事大家商量着办。" * 20, "utf-8")
    return made


@pytest.fixture
def offered(library: Library, open_window: OpenWindow, qtbot: QtBot, page: Path) -> Desk:
    """A window that offers to go on with it."""
    ImportRecord(library).begin([page])
    desk = open_window(library).desk
    assert desk is not None
    qtbot.waitUntil(lambda: "“没来得及.txt”" in desk.notice.sentence)
    return desk


def test_what_was_not_taken_in_is_imported_from_the_notice_of_the_next_start(
    offered: Desk, library: Library, qtbot: QtBot
) -> None:
    notice = offered.notice
    notice.withdraw()
    assert notice.isVisible()
    assert notice.undo_button.text() == "接着导入"
    with qtbot.waitSignal(offered.pick.importing.done, timeout=20_000) as done:
        notice.undo_button.click()
    assert done.args is not None
    assert [result.name for result in done.args[0]] == ["没来得及.txt"]
    assert not notice.isVisible()
    qtbot.waitUntil(lambda: unfinished(library) == [])


def test_that_something_else_is_said_leaves_it_to_be_offered_at_the_next_start(
    offered: Desk, library: Library, qtbot: QtBot
) -> None:
    offered.notice.tell("别的事")
    qtbot.wait(50)
    assert unfinished(library)
    offered.notice._close.click()
    qtbot.wait(50)
    assert unfinished(library)


def test_whoever_closes_the_offer_is_not_asked_again(
    offered: Desk, library: Library, qtbot: QtBot
) -> None:
    offered.notice._close.click()
    qtbot.waitUntil(lambda: unfinished(library) == [])


def test_an_import_that_the_window_was_closed_in_is_told_of_at_the_next_start(
    library: Library,
    open_window: OpenWindow,
    qtbot: QtBot,
    page: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window = open_window(library)
    assert window.desk is not None
    reads, goes_on, read_all = Event(), Event(), importing._read_all

    def read(*arguments: object) -> object:
        reads.set()
        goes_on.wait(20)
        return read_all(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(importing, "_read_all", read)
    window.desk.take_files([page])
    qtbot.waitUntil(reads.is_set)
    Timer(0.3, goes_on.set).start()
    assert window.close()
    with Library.open(library.folder) as again:
        assert unfinished(again)
