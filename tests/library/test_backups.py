"""Copies of a library: what is in them, and the way back."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.library.conftest import Page
from tests.older_libraries import make_older

from studydesk.domain.packet import Packet
from studydesk.errors import LibraryDamaged, LibraryInUse, NotFound
from studydesk.library import Library, backups, database, restore
from studydesk.library.database import BACKUPS, FILE_NAME


@pytest.fixture
def backup(folder: Path, page: Page) -> Path:
    """A copy with two articles and the packet 周五; the library has 周六 instead by now."""
    with Library.open(folder) as library:
        library.add(*page)
        library.save_packet(Packet("周五", id="friday"))
        copy = library.back_up()
        library.delete_packet("friday")
        library.save_packet(Packet("周六", id="saturday"))
    return copy


def titles(folder: Path) -> list[str]:
    with Library.open(folder) as library:
        return [summary.title for summary in library.packets()]


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


def test_a_folder_without_backups_has_none(tmp_path: Path) -> None:
    assert backups(tmp_path) == []


def test_going_back_keeps_what_is_there_now_as_a_backup(folder: Path, backup: Path) -> None:
    restore(folder, backup)
    assert titles(folder) == ["周五"]
    newest = backups(folder)[0]
    assert newest.packets == ("周六",)
    restore(folder, newest.path)
    assert titles(folder) == ["周六"]


def test_the_oldest_backup_can_be_put_back_though_a_new_one_takes_its_place(
    folder: Path, backup: Path
) -> None:
    with Library.open(folder) as library:
        for _ in range(database.KEPT_BACKUPS - 1):
            library.back_up()
    restore(folder, backup)
    assert titles(folder) == ["周五"]
    assert len(backups(folder)) == database.KEPT_BACKUPS


def test_a_damaged_library_is_put_aside_and_not_lost(folder: Path, backup: Path) -> None:
    (folder / FILE_NAME).write_bytes(b"damaged")
    restore(folder, backup)
    assert titles(folder) == ["周五"]
    (aside,) = (folder / BACKUPS).glob("damaged-*")
    assert aside.read_bytes() == b"damaged"


def test_a_lost_library_comes_back(folder: Path, backup: Path) -> None:
    (folder / FILE_NAME).unlink()
    restore(folder, backup)
    assert titles(folder) == ["周五"]


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
    data = bytearray(path.read_bytes())
    data[-4096:] = bytes(4096)
    path.write_bytes(data)
    with Library.open(folder) as library, pytest.raises(LibraryDamaged):
        library.check()
