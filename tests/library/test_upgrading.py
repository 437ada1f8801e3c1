"""A library of an earlier version is copied before it is brought up to date."""

import re
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import Self

import pytest
from tests.older_libraries import make_older

from studydesk.domain.packet import Packet
from studydesk.errors import Cancelled
from studydesk.library import Backup, Library, Occasion, Stop, backups, database, schema
from studydesk.library.backups import BACKUPS, KEPT_BACKUPS, complete_upgrade
from studydesk.library.database import FILE_NAME


def titles(folder: Path) -> list[str]:
    with Library.open(folder) as library:
        return [summary.title for summary in library.packets()]


def occasions(folder: Path) -> list[Occasion]:
    return [told.occasion for told in backups(folder)]


def stop_upgrading(folder: Path, after: int = 0) -> None:
    """Begin to bring a library up to date, and cancel once it is copied and so many steps done."""

    def some_steps(connection: sqlite3.Connection) -> None:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(schema, "current_version", lambda: version + after)
            bring_up_to_date(connection)
        raise Cancelled

    bring_up_to_date = database._bring_up_to_date
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(database, "_bring_up_to_date", some_steps)
        with pytest.raises(Cancelled):
            Library.open(folder)


def copies(folder: Path) -> list[bytes]:
    """What is in the copies from before an upgrade, the newest first."""
    return [
        told.path.read_bytes() for told in backups(folder) if told.occasion is not Occasion.DAILY
    ]


@contextmanager
def clock(told: datetime) -> Iterator[None]:
    """While the clock of this computer tells another time."""

    class Clock(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Self:
            return cls.fromtimestamp(told.timestamp(), tz)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys.modules[Backup.__module__], "datetime", Clock)
        yield


def test_copies_before_an_upgrade_displace_none_of_the_days(folder: Path, backup: Path) -> None:
    with Library.open(folder) as library:
        for _ in range(KEPT_BACKUPS):
            library.back_up()
    for version in (3, 5):
        make_older(folder, version)
        assert titles(folder) == ["周六"]
    assert occasions(folder) == [Occasion.UPGRADE, *[Occasion.DAILY] * KEPT_BACKUPS]


def test_copies_of_the_days_do_not_displace_that_before_an_upgrade(
    folder: Path, backup: Path
) -> None:
    make_older(folder, 3)
    with Library.open(folder) as library:
        for _ in range(KEPT_BACKUPS):
            library.back_up()
    assert occasions(folder) == [*[Occasion.DAILY] * KEPT_BACKUPS, Occasion.UPGRADE]


def test_the_copy_before_an_upgrade_is_told_and_can_be_stopped(
    folder: Path, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules[Backup.__module__], "_AT_ONCE", 4)
    make_older(folder, 3)
    told: list[int] = []

    def stop(done: int, _total: int) -> None:
        told.append(done)
        if len(told) == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        Library.open(folder, progress=stop)
    assert told == sorted(set(told))
    with closing(sqlite3.connect(folder / FILE_NAME)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (3,)
    assert occasions(folder) == [Occasion.DAILY]
    assert titles(folder) == ["周六"]
    assert occasions(folder) == [Occasion.UPGRADE, Occasion.DAILY]


def test_an_upgrade_that_is_stopped_after_the_copy_goes_on_later(
    folder: Path, backup: Path
) -> None:
    make_older(folder, 3)
    stop = Stop()

    def stop_at_the_end(done: int, total: int) -> None:
        if done == total:
            stop.set()

    with pytest.raises(Cancelled):
        Library.open(folder, progress=stop_at_the_end, stop=stop)
    assert titles(folder) == ["周六"]


def test_the_copy_before_an_upgrade_stays_while_that_is_stopped_and_repeated(
    folder: Path, backup: Path
) -> None:
    make_older(folder, 3)
    stop_upgrading(folder, after=1)
    (first,) = copies(folder)
    for _ in range(3):
        stop_upgrading(folder)
    (_newest, oldest) = copies(folder)
    assert oldest == first
    assert titles(folder) == ["周六"]
    assert copies(folder) == [first]
    assert occasions(folder) == [Occasion.UPGRADE, Occasion.DAILY]


def test_the_copy_of_the_last_upgrade_stays_until_the_next_is_complete(
    folder: Path, backup: Path
) -> None:
    make_older(folder, 3)
    assert titles(folder) == ["周六"]
    (last,) = copies(folder)
    make_older(folder, 5)
    for _ in range(3):
        stop_upgrading(folder)
    assert copies(folder)[-1] == last
    assert len(copies(folder)) == 3
    assert titles(folder) == ["周六"]
    assert len(copies(folder)) == 1
    assert last not in copies(folder)


def test_of_copies_before_the_first_step_the_newest_has_what_was_edited_meanwhile(
    folder: Path, backup: Path
) -> None:
    make_older(folder, 3)
    stop_upgrading(folder)
    with closing(sqlite3.connect(folder / FILE_NAME)) as connection, connection:
        connection.execute("UPDATE packet SET title = '周日'")  # in the program of before
    stop_upgrading(folder)
    newest = copies(folder)[0]
    assert titles(folder) != ["周六"]
    assert copies(folder) == [newest]


@pytest.mark.parametrize(
    "jumped", [datetime(2000, 1, 1, tzinfo=UTC), datetime(2090, 1, 1, tzinfo=UTC)]
)
def test_the_copy_before_the_first_attempt_stays_whatever_the_clock_says(
    folder: Path, backup: Path, jumped: datetime
) -> None:
    make_older(folder, 3)
    stop_upgrading(folder, after=1)
    (first,) = copies(folder)
    for told in (jumped, jumped.replace(day=2), datetime.now(UTC)):
        with clock(told):
            stop_upgrading(folder)
        assert first in copies(folder)
    with clock(jumped.replace(day=3)):
        assert titles(folder) == ["周六"]
    assert copies(folder) == [first]


def test_the_copy_before_an_upgrade_stays_though_that_of_the_last_seems_to_be_newer(
    folder: Path, backup: Path
) -> None:
    make_older(folder, 3)
    assert titles(folder) == ["周六"]
    (last,) = copies(folder)
    make_older(folder, 5)
    with clock(datetime(2000, 1, 1, tzinfo=UTC)):
        stop_upgrading(folder, after=1)
    first = copies(folder)[-1]
    assert titles(folder) == ["周六"]
    assert first != last
    assert copies(folder) == [first]
    with Library.open(folder) as library:
        library.back_up()
    assert copies(folder) == [first]


@pytest.mark.parametrize("left", [0, 100, 5000])
def test_a_copy_that_is_cut_off_takes_the_place_of_no_sound_one(
    folder: Path, backup: Path, left: int
) -> None:
    make_older(folder, 3)
    stop_upgrading(folder, after=1)
    stop_upgrading(folder)
    newest, oldest = (told.path for told in backups(folder) if told.occasion is Occasion.UPGRADE)
    sound = newest.read_bytes()
    oldest.write_bytes(oldest.read_bytes()[:left])
    assert titles(folder) == ["周六"]
    assert sound in copies(folder)


def test_no_copy_is_removed_for_others_of_which_none_is_sound(folder: Path, backup: Path) -> None:
    make_older(folder, 3)
    assert titles(folder) == ["周六"]
    make_older(folder, 5)
    stop_upgrading(folder)
    newest, last = (told.path for told in backups(folder) if told.occasion is Occasion.UPGRADE)
    newest.write_bytes(b"")
    before = copies(folder)
    complete_upgrade(folder)
    assert copies(folder) == before
    assert last.exists()


def test_the_copy_of_an_upgrade_that_is_not_complete_has_a_name_that_earlier_versions_list(
    folder: Path, backup: Path
) -> None:
    make_older(folder, 3)
    stop_upgrading(folder)
    known = r"library-\d{8}-\d{6}-\d{6}-upgrade\.db"
    assert [path.name for path in backup.parent.glob("*.db") if re.fullmatch(known, path.name)]


def test_nothing_is_left_beside_the_copies_once_an_upgrade_is_complete(
    folder: Path, backup: Path
) -> None:
    make_older(folder, 3)
    stop_upgrading(folder)
    assert titles(folder) == ["周六"]
    assert {path.suffix for path in backup.parent.iterdir()} == {".db"}


@pytest.mark.parametrize("left", ["a file", "a loop", "a folder in place of the list"])
def test_a_library_whose_copies_cannot_be_told_is_opened_all_the_same(
    folder: Path, left: str
) -> None:
    Library.open(folder).close()
    copies = folder / BACKUPS
    if left == "a file":
        copies.touch()
    elif left == "a loop":
        copies.symlink_to(copies)
    else:
        (copies / "upgrading.txt").mkdir(parents=True)
    assert titles(folder) == []


def test_where_the_list_of_an_upgrade_cannot_be_read_no_copy_is_removed(
    folder: Path, backup: Path
) -> None:
    make_older(folder, 3)
    stop_upgrading(folder, after=1)
    stop_upgrading(folder)
    (backup.parent / "upgrading.txt").unlink()
    (backup.parent / "upgrading.txt").mkdir()
    assert titles(folder) == ["周六"]
    assert len(copies(folder)) == 3


def test_the_copy_before_an_upgrade_stays_though_that_of_one_before_could_not_be_removed(
    folder: Path, backup: Path
) -> None:
    make_older(folder, 3)
    assert titles(folder) == ["周六"]
    held, unlink = backups(folder)[0].path, Path.unlink

    def unlink_others(path: Path, *, missing_ok: bool = False) -> None:
        if path == held:  # as a virus scanner does, or another user's
            raise PermissionError
        unlink(path, missing_ok=missing_ok)

    make_older(folder, 3)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "unlink", unlink_others)
        assert titles(folder) == ["周六"]
        with Library.open(folder) as library:
            library.save_packet(Packet("周日", id="sunday"))
        make_older(folder, 5)
        assert len(titles(folder)) == 2
    kept = [told for told in backups(folder) if told.occasion is Occasion.UPGRADE]
    assert set(kept[0].packets) == {"周六", "周日"}
    assert [told.path for told in kept[1:]] == [held]
