"""An import that was cut off is gone on with from the window."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event, Timer

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.conftest import OpenWindow

from studydesk import paths
from studydesk.errors import Cancelled
from studydesk.library import Library
from studydesk.services import importing
from studydesk.services.unfinished_imports import (
    ImportRecord,
    UnfinishedImport,
    unfinished,
    what_came,
)
from studydesk.ui.desk import Desk

EndFirstBy = Callable[[type[Exception]], None]


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


# --- imports that wait for others ------------------------------------------------------------


@pytest.fixture
def pages(tmp_path: Path) -> tuple[Path, ...]:
    """Three pages that differ, the second of them in a folder."""
    made = tuple(tmp_path / name for name in ("一.txt", "夹/二.txt", "三.txt"))
    for number, path in enumerate(made):
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"第{number}班的事\n\n" + f"第{number}班的事大家商量着办。" * 20, "utf-8")
    return made


@pytest.fixture
def goes_on() -> Iterator[Event]:
    """Lets what is held go on when it is set, at the latest when the test is over."""
    goes_on = Event()
    yield goes_on
    goes_on.set()


@pytest.fixture
def hold(monkeypatch: pytest.MonkeyPatch, goes_on: Event) -> Callable[[int], Event]:
    """Has the import of that number, from 1, stand still as it reads; set is when it does."""
    begun = [0]

    def hold(number: int) -> Event:
        stands, read_all = Event(), importing._read_all

        def read(*arguments: object) -> object:
            begun[0] += 1
            if begun[0] == number:
                stands.set()
                goes_on.wait(60)
            return read_all(*arguments)  # type: ignore[arg-type]

        monkeypatch.setattr(importing, "_read_all", read)
        return stands

    return hold


def left_by_a_kill(library: Library, folder: Path) -> UnfinishedImport:
    """What is told of imports by a program that finds the library as it is on the disk now."""
    shutil.copytree(library.folder, folder)
    with Library.open(folder) as found:
        return what_came(found, unfinished(found))


@pytest.mark.parametrize("running", [1, 2, 3])
def test_of_three_imports_all_that_were_not_done_are_told_after_a_kill_in_one_of_them(
    library: Library,
    open_window: OpenWindow,
    qtbot: QtBot,
    pages: tuple[Path, ...],
    hold: Callable[[int], Event],
    tmp_path: Path,
    running: int,
) -> None:
    stands = hold(running)
    desk = open_window(library).desk
    assert desk is not None
    asked = (pages[0], pages[1].parent, pages[2])
    for file in asked:
        desk.take_files([file])
    qtbot.waitUntil(stands.is_set, timeout=20_000)
    left = left_by_a_kill(library, tmp_path / "left")
    missing = asked[running - 1 :] if running != 2 else (pages[1], pages[2])
    assert set(left.missing) == set(missing)
    assert set(left.taken) == set(pages[: running - 1])


def test_what_is_on_record_of_an_import_that_fails_by_a_fault_of_ours_stays(
    library: Library,
    open_window: OpenWindow,
    qtbot: QtBot,
    pages: tuple[Path, ...],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    read_all = importing._read_all
    window = open_window(library)
    assert window.desk is not None

    def read(files: list[Path], *others: object) -> object:
        if files[0] == pages[0]:
            raise ZeroDivisionError
        return read_all(files, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(importing, "_read_all", read)
    with qtbot.waitSignal(window.desk.pick.importing.done, timeout=20_000):
        window.desk.take_files([pages[0]])
        window.desk.take_files([pages[2]])
    qtbot.waitUntil(lambda: len(unfinished(library)) == 1)
    window.jobs.wait()
    assert what_came(library, unfinished(library)) == UnfinishedImport((), (pages[0],))
    assert "ZeroDivisionError" in caplog.text


def test_what_its_user_cancelled_is_off_the_record(
    library: Library,
    open_window: OpenWindow,
    qtbot: QtBot,
    pages: tuple[Path, ...],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def cancel(*_arguments: object) -> None:
        raise Cancelled

    monkeypatch.setattr(importing, "_read_all", cancel)
    window = open_window(library)
    assert window.desk is not None
    with qtbot.waitSignal(window.desk.pick.importing.cancelled, timeout=20_000):
        window.desk.take_files([pages[0]])
    qtbot.waitUntil(lambda: unfinished(library) == [])


def test_whoever_closes_the_offer_does_not_take_an_import_that_runs_off_the_record(
    offered: Desk, library: Library, qtbot: QtBot, page: Path, hold: Callable[[int], Event]
) -> None:
    stands = hold(1)
    (cut_off,) = unfinished(library)
    offered.pick.importing.take_files([page])
    qtbot.waitUntil(stands.is_set)
    offered.notice._close.click()
    qtbot.waitUntil(lambda: cut_off not in unfinished(library))
    assert what_came(library, unfinished(library)) == UnfinishedImport((), (page,))


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """The file of a packet."""
    return Path(shutil.copy(paths.resources() / "sample.studypack", tmp_path / "学习.studypack"))


@pytest.fixture
def desk(library: Library, open_window: OpenWindow) -> Desk:
    """A window."""
    desk = open_window(library).desk
    assert desk is not None
    return desk


@pytest.fixture
def end_first_by(monkeypatch: pytest.MonkeyPatch, pages: tuple[Path, ...]) -> EndFirstBy:
    """Has the import of the first page end by an error, and those after it go on as they do."""

    def end_first_by(error: type[Exception]) -> None:
        read_all = importing._read_all

        def read(files: list[Path], *others: object) -> object:
            if files[0] == pages[0]:
                raise error
            return read_all(files, *others)  # type: ignore[arg-type]

        monkeypatch.setattr(importing, "_read_all", read)

    return end_first_by


def test_what_its_user_cancelled_is_off_the_record_while_others_still_wait(
    desk: Desk,
    library: Library,
    qtbot: QtBot,
    pages: tuple[Path, ...],
    pack: Path,
    hold: Callable[[int], Event],
    goes_on: Event,
    end_first_by: EndFirstBy,
) -> None:
    stands = hold(1)  # of those that are read: the second
    end_first_by(Cancelled)
    desk.take_files([pages[0]])
    desk.take_files([pages[2], pack])
    qtbot.waitUntil(stands.is_set)
    qtbot.waitUntil(lambda: len(unfinished(library)) == 1)
    assert set(what_came(library, unfinished(library)).missing) == {pages[2], pack}
    with qtbot.waitSignal(desk.shelf.file_read):
        goes_on.set()
    qtbot.waitUntil(lambda: unfinished(library) == [])


@pytest.mark.parametrize("ended_by", [Cancelled, ZeroDivisionError])
def test_a_packet_is_opened_after_what_it_came_with_however_an_earlier_import_ended(
    desk: Desk,
    qtbot: QtBot,
    pages: tuple[Path, ...],
    pack: Path,
    end_first_by: EndFirstBy,
    caplog: pytest.LogCaptureFixture,
    ended_by: type[Exception],
) -> None:
    end_first_by(ended_by)
    came: list[str] = []
    desk.pick.importing.done.connect(lambda _results: came.append("articles"))
    desk.shelf.file_read.connect(lambda path, _found: came.append(path.name))
    desk.take_files([pages[0]])
    desk.take_files([pages[2], pack])
    qtbot.waitUntil(lambda: len(came) == 2)
    assert came == ["articles", pack.name]
    assert ("ZeroDivisionError" in caplog.text) == (ended_by is ZeroDivisionError)


def test_packets_of_an_import_that_its_user_cancelled_are_not_opened(
    desk: Desk,
    library: Library,
    qtbot: QtBot,
    pages: tuple[Path, ...],
    pack: Path,
    end_first_by: EndFirstBy,
) -> None:
    end_first_by(Cancelled)
    opened: list[Path] = []
    desk.shelf.file_read.connect(lambda path, _found: opened.append(path))
    with qtbot.waitSignal(desk.pick.importing.cancelled):
        desk.take_files([pages[0], pack])
    qtbot.waitUntil(lambda: unfinished(library) == [])
    assert opened == []


def test_a_packet_that_alone_is_left_on_record_is_off_it_once_it_is_opened(
    library: Library, open_window: OpenWindow, qtbot: QtBot, pack: Path
) -> None:
    ImportRecord(library).note({pack: []})
    desk = open_window(library).desk
    assert desk is not None
    qtbot.waitUntil(lambda: pack.name in desk.notice.sentence)
    with qtbot.waitSignal(desk.shelf.file_read):
        desk.notice.undo_button.click()
    qtbot.waitUntil(lambda: unfinished(library) == [])


def test_a_packet_is_off_the_record_once_it_is_opened_though_what_it_came_with_failed(
    desk: Desk,
    library: Library,
    qtbot: QtBot,
    pages: tuple[Path, ...],
    pack: Path,
    end_first_by: EndFirstBy,
    caplog: pytest.LogCaptureFixture,
) -> None:
    end_first_by(ZeroDivisionError)
    with qtbot.waitSignal(desk.shelf.file_read):
        desk.take_files([pages[0], pack])
    left = UnfinishedImport((), (pages[0],))
    qtbot.waitUntil(lambda: what_came(library, unfinished(library)) == left)
    assert "ZeroDivisionError" in caplog.text


def test_a_packet_that_could_not_be_opened_yet_stays_on_record(
    desk: Desk,
    library: Library,
    qtbot: QtBot,
    pages: tuple[Path, ...],
    pack: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(desk.shelf, "open_file", lambda _pack: None)
    with qtbot.waitSignal(desk.pick.importing.packs_left):
        desk.take_files([pages[0], pack])
    left = UnfinishedImport((), (pack,))
    qtbot.waitUntil(lambda: what_came(library, unfinished(library)) == left)


def test_packets_of_an_import_that_its_user_cancelled_halfway_are_not_opened_either(
    desk: Desk,
    library: Library,
    qtbot: QtBot,
    pages: tuple[Path, ...],
    pack: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    keep = importing._keep
    kept: list[object] = []

    def keep_one(*arguments: object) -> object:
        if kept:
            raise Cancelled
        kept.append(keep(*arguments))  # type: ignore[arg-type]
        return kept[0]

    monkeypatch.setattr(importing, "_keep", keep_one)
    opened: list[Path] = []
    desk.shelf.file_read.connect(lambda path, _found: opened.append(path))
    with qtbot.waitSignal(desk.pick.importing.done) as done:
        desk.take_files([pages[0], pages[2], pack])
    assert [(each.path, type(each.error)) for each in done.args[0]] == [
        (pages[0], type(None)),
        (pages[2], Cancelled),
        (pack, Cancelled),
    ]
    qtbot.waitUntil(lambda: unfinished(library) == [])
    assert opened == []
