"""Copies of a library: what is in them, and the way back."""

import os
import shutil
import sqlite3
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event, Thread

import pytest
from tests.library.conftest import Page
from tests.older_libraries import make_older

from studydesk.domain.packet import Packet
from studydesk.errors import (
    Cancelled,
    FileUnwritable,
    LibraryDamaged,
    LibraryGone,
    LibraryInUse,
    LibraryTooNew,
    NotFound,
)
from studydesk.library import Backup, Library, Occasion, Stop, backups, database, restore, schema
from studydesk.library.backups import BACKUPS, KEPT_BACKUPS, REPLACED_DAYS
from studydesk.library.database import FILE_NAME


def titles(folder: Path) -> list[str]:
    with Library.open(folder) as library:
        return [summary.title for summary in library.packets()]


def damage(path: Path) -> None:
    """Empty the last page, as a bad sector does."""
    data = bytearray(path.read_bytes())
    data[-4096:] = bytes(4096)
    path.write_bytes(data)


def lose_all_but_the_log(folder: Path, tmp_path: Path) -> None:
    """Leave of the library only its log, as of a crash, with many later edits."""
    with Library.open(folder) as library:
        for number in range(30):
            library.save_packet(Packet(f"后来{number}" * 200))
        shutil.copy(folder / f"{FILE_NAME}-wal", tmp_path / "wal")
    (folder / FILE_NAME).unlink()
    shutil.copy(tmp_path / "wal", folder / f"{FILE_NAME}-wal")


def test_what_is_in_a_backup_is_told(folder: Path, backup: Path) -> None:
    (told,) = backups(folder)
    assert (told.path, told.articles, told.packets, told.damaged) == (backup, 2, ("周五",), False)
    assert abs((datetime.now(UTC) - told.made_at).total_seconds()) < 60


def test_looking_at_backups_leaves_them_alone(folder: Path, backup: Path) -> None:
    before = backup.read_bytes()
    backups(folder)
    assert [path.name for path in backup.parent.iterdir()] == [backup.name]
    assert backup.read_bytes() == before


def test_a_backup_that_is_damaged_is_told_as_that(folder: Path, backup: Path) -> None:
    backup.write_bytes(b"SQLite format 3\x00" + bytes(5000))
    assert [told.damaged for told in backups(folder)] == [True]


def of_a_later_version(path: Path) -> None:
    """As a version of the program wrote it that is still to come."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {schema.current_version() + 1}")


def test_a_backup_of_a_later_version_is_told_as_that(folder: Path, backup: Path) -> None:
    of_a_later_version(backup)
    (told,) = backups(folder)
    assert (told.too_new, told.damaged) == (True, False)


def test_a_backup_of_a_later_version_is_refused_and_the_library_stays(
    folder: Path, backup: Path
) -> None:
    of_a_later_version(backup)
    with pytest.raises(LibraryTooNew):
        restore(folder, backup)
    assert titles(folder) == ["周六"]
    assert [told.path for told in backups(folder)] == [backup]


def test_a_library_of_a_later_version_is_kept_where_an_earlier_backup_takes_its_place(
    folder: Path, backup: Path
) -> None:
    of_a_later_version(folder / FILE_NAME)
    restore(folder, backup)
    assert titles(folder) == ["周五"]
    assert [(told.occasion, told.too_new) for told in backups(folder)] == [
        (Occasion.REPLACED, True),
        (Occasion.DAILY, False),
    ]


def test_a_folder_without_backups_has_none(tmp_path: Path) -> None:
    assert backups(tmp_path) == []


def test_going_back_keeps_what_is_there_now_as_a_backup(folder: Path, backup: Path) -> None:
    restore(folder, backup)
    assert titles(folder) == ["周五"]
    newest = backups(folder)[0]
    assert newest.packets == ("周六",)
    restore(folder, newest.path)
    assert titles(folder) == ["周六"]


def test_going_back_from_copy_to_copy_loses_neither_them_nor_the_present(
    folder: Path, backup: Path
) -> None:
    with Library.open(folder) as library:
        for _ in range(KEPT_BACKUPS - 1):
            library.back_up()
    for path in [told.path for told in backups(folder)] * 2:
        restore(folder, path)
    with Library.open(folder) as library:
        library.back_up()
    first, *_ = [told for told in reversed(backups(folder)) if told.occasion is Occasion.REPLACED]
    assert first.packets == ("周六",)
    restore(folder, first.path)
    assert titles(folder) == ["周六"]


def test_what_was_replaced_is_removed_in_time(folder: Path, backup: Path) -> None:
    old, new = (datetime.now(UTC) - timedelta(days=REPLACED_DAYS + n) for n in (1, -1))
    for day in (old, new):
        shutil.copy(backup, backup.with_name(f"library-{day:%Y%m%d-%H%M%S-%f}-replaced.db"))
    with Library.open(folder) as library:
        library.back_up()
    assert [told.made_at for told in backups(folder) if told.occasion is Occasion.REPLACED] == [new]


@pytest.mark.parametrize("wrong", [-9000, 9000])
def test_copies_are_made_and_kept_whatever_the_clock_said_before(
    folder: Path, backup: Path, wrong: int
) -> None:
    for day in (datetime.now(UTC) + timedelta(days=wrong + n) for n in range(KEPT_BACKUPS)):
        shutil.copy(backup, backup.with_name(f"library-{day:%Y%m%d-%H%M%S-%f}.db"))
    with Library.open(folder) as library:
        copies = [library.back_up() for _ in range(KEPT_BACKUPS)]
    assert all(copy.exists() for copy in copies)
    assert len(backups(folder)) == KEPT_BACKUPS


@pytest.mark.parametrize(
    "name", ["library-2025年终留存.db", "library-1.db", "library-00000000-000000-000000.db"]
)
def test_a_file_that_the_user_put_beside_the_backups_stays(folder: Path, name: str) -> None:
    with Library.open(folder) as library:
        own = library.back_up().with_name(name)
        own.write_bytes(b"mine")
        for _ in range(KEPT_BACKUPS + 1):
            library.back_up()
    assert own.read_bytes() == b"mine"
    assert len(backups(folder)) == KEPT_BACKUPS


def test_a_damaged_library_displaces_no_sound_backup(
    folder: Path, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "_CHECKED_SIZE", 0)
    damage(folder / FILE_NAME)
    with Library.open(folder) as library:
        for _ in range(KEPT_BACKUPS):
            with pytest.raises(LibraryDamaged):
                library.back_up()
    assert list((folder / BACKUPS).iterdir()) == [backup]
    restore(folder, backup)
    assert titles(folder) == ["周五"]


def test_a_damaged_library_is_put_aside_and_not_lost(folder: Path, backup: Path) -> None:
    (folder / FILE_NAME).write_bytes(b"damaged")
    restore(folder, backup)
    assert titles(folder) == ["周五"]
    (aside,) = (folder / BACKUPS).glob("damaged-*")
    assert aside.read_bytes() == b"damaged"


def test_a_damaged_library_stays_in_its_place_until_another_takes_it(
    folder: Path, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / FILE_NAME).write_bytes(b"damaged")
    there: list[bytes] = []

    def move(_new: Path, path: Path) -> None:
        there.append(path.read_bytes())
        raise OSError

    with monkeypatch.context() as cut_off:
        cut_off.setattr(sys.modules[Backup.__module__], "move_into_place", move)
        with pytest.raises(FileUnwritable):
            restore(folder, backup)
    assert there == [b"damaged"]
    restore(folder, backups(folder)[-1].path)
    assert titles(folder) == ["周五"]


def test_a_damaged_library_is_put_aside_where_no_file_has_two_names_too(
    folder: Path, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def link(*_names: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", link)
    (folder / FILE_NAME).write_bytes(b"damaged")
    restore(folder, backup)
    (aside,) = (folder / BACKUPS).glob("damaged-*")
    assert aside.read_bytes() == b"damaged"


def test_a_lost_library_comes_back(folder: Path, backup: Path) -> None:
    (folder / FILE_NAME).unlink()
    restore(folder, backup)
    assert titles(folder) == ["周五"]


@pytest.mark.parametrize("left", [None, b"damaged"])
def test_the_newest_copy_of_a_library_that_cannot_be_copied_outlives_going_back_to_another(
    folder: Path, backup: Path, left: bytes | None
) -> None:
    with Library.open(folder) as library:
        library.back_up()
    (folder / FILE_NAME).unlink()
    if left is not None:
        (folder / FILE_NAME).write_bytes(left)
    restore(folder, backup)
    with Library.open(folder) as library:
        for _ in range(KEPT_BACKUPS + 1):
            library.back_up()
    (newest,) = [told for told in backups(folder) if told.occasion is Occasion.REPLACED]
    assert newest.packets == ("周六",)


def test_no_library_is_made_beside_the_backups_of_a_lost_one(
    folder: Path, backup: Path, tmp_path: Path
) -> None:
    lose_all_but_the_log(folder, tmp_path)
    before = {path: path.stat().st_size for path in folder.rglob("*.db*")}
    with pytest.raises(LibraryGone):
        Library.open(folder)
    assert {path: path.stat().st_size for path in folder.rglob("*.db*")} == before


def test_a_log_that_is_left_of_a_lost_library_is_not_taken_for_that_of_the_backup(
    folder: Path, backup: Path, tmp_path: Path
) -> None:
    lose_all_but_the_log(folder, tmp_path)
    restore(folder, backup)
    assert titles(folder) == ["周五"]
    assert len(list((folder / BACKUPS).glob("damaged-*.db-wal"))) == 1


def test_a_log_that_is_left_of_a_lost_library_is_not_taken_for_that_of_a_new_one(
    folder: Path, backup: Path, tmp_path: Path
) -> None:
    lose_all_but_the_log(folder, tmp_path)
    backup.unlink()
    assert titles(folder) == []
    assert len(list((folder / BACKUPS).glob("damaged-*.db-wal"))) == 1


def test_a_backup_of_an_earlier_version_is_brought_up_to_date(
    folder: Path, backup: Path, tmp_path: Path
) -> None:
    older = tmp_path / "older"
    older.mkdir()
    shutil.copy(backup, older / FILE_NAME)
    make_older(older, 1)
    shutil.copy(older / FILE_NAME, backup)
    restore(folder, backup)
    assert titles(folder) == ["周五"]


def test_going_back_is_told_and_can_be_stopped(folder: Path, backup: Path) -> None:
    told: list[tuple[int, int]] = []
    restore(folder, backup, progress=lambda done, total: told.append((done, total)))
    assert len(told) == 2  # the copy, and what it takes the place of
    stop = Stop()
    stop.set()
    (first, *others) = backups(folder)
    with pytest.raises(Cancelled):
        restore(folder, first.path, stop=stop)
    assert titles(folder) == ["周五"]
    assert backups(folder) == [first, *others]
    assert not (folder / "unfinished.db").exists()


@pytest.mark.parametrize("damage", [b"", b"nothing of ours", b"SQLite format 3\x00" + bytes(5000)])
def test_a_damaged_backup_is_refused_and_the_library_stays(
    folder: Path, backup: Path, damage: bytes
) -> None:
    backup.write_bytes(damage)
    with pytest.raises(LibraryDamaged):
        restore(folder, backup)
    assert titles(folder) == ["周六"]


def test_a_backup_that_is_gone_is_told(folder: Path, backup: Path) -> None:
    backup.unlink()
    with pytest.raises(NotFound):
        restore(folder, backup)
    assert titles(folder) == ["周六"]


def test_a_library_that_is_open_is_not_replaced(folder: Path, backup: Path) -> None:
    with Library.open(folder) as library:
        with pytest.raises(LibraryInUse):
            restore(folder, backup)
        assert library.packet("saturday").title == "周六"


# --- after a crash ---------------------------------------------------------------------------


def test_a_library_knows_that_it_was_not_closed(folder: Path, backup: Path, tmp_path: Path) -> None:
    with Library.open(folder) as library:
        assert not library.was_cut_off
        library.save_packet(Packet("周日"))
        shutil.copytree(folder, tmp_path / "cut off", ignore=shutil.ignore_patterns("*.lock"))
    with Library.open(tmp_path / "cut off") as library:
        assert library.was_cut_off
        assert library.packets()[0].title == "周日"
        library.check()
    with Library.open(tmp_path / "cut off") as library:
        assert not library.was_cut_off


def test_damage_in_a_large_library_is_found_by_the_check(
    folder: Path, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "_CHECKED_SIZE", 0)
    path = folder / FILE_NAME
    damage(path)
    with Library.open(folder) as library, pytest.raises(LibraryDamaged):
        library.check()


# --- copied piece by piece -------------------------------------------------------------------


def test_a_copy_is_of_one_moment_though_the_library_is_edited_meanwhile(
    folder: Path, page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules[Backup.__module__], "_AT_ONCE", 4)
    reports: list[tuple[int, int]] = []
    with Library.open(folder) as library:
        library.add(*page)
        library.save_packet(Packet("开始时", id="friday"))

        def edit(done: int, total: int) -> None:
            reports.append((done, total))
            library.save_packet(Packet(f"后来{len(reports)}", id="friday"))

        copy = library.back_up(edit)
        assert library.packet("friday").title == f"后来{len(reports)}"
    assert len(reports) > 3
    assert [done for done, _ in reports] == sorted({done for done, _ in reports})  # never anew
    (told,) = backups(folder)
    assert (told.path, told.packets, told.articles) == (copy, ("开始时",), 2)


def test_a_copy_that_is_stopped_leaves_nothing_and_takes_nothing(
    folder: Path, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules[Backup.__module__], "_AT_ONCE", 4)

    def stop(done: int, _total: int) -> None:
        if done > 8:
            raise Cancelled

    with Library.open(folder) as library:
        with pytest.raises(Cancelled):
            library.back_up(stop)
        assert list(backup.parent.iterdir()) == [backup]
        library.back_up()
    assert len(backups(folder)) == 2


def test_the_look_at_a_copy_and_at_a_library_can_be_stopped(folder: Path, backup: Path) -> None:
    stop = Stop()
    stop.set()
    with Library.open(folder) as library:
        with pytest.raises(Cancelled):
            library.back_up(stop=stop)
        with pytest.raises(Cancelled):
            library.check(stop)
        library.check()
    assert list(backup.parent.iterdir()) == [backup]


def test_a_copy_waits_for_one_that_is_being_made(folder: Path, page: Page) -> None:
    begun = Event()
    told: list[str] = []

    def second_progress(_done: int, _total: int) -> None:
        begun.set()
        told.append("second")

    with Library.open(folder) as library:
        library.add(*page)
        second = Thread(target=library.back_up, args=(second_progress,))

        def first_progress(_done: int, _total: int) -> None:
            if not second.is_alive():
                second.start()
                begun.wait(0.2)
            told.append("first")

        library.back_up(first_progress)
        second.join()
    assert told == sorted(told)
    assert {"first", "second"} <= set(told)
    assert [copy.articles for copy in backups(folder)] == [2, 2]
