"""A file is written whole or not at all."""

import errno
import os
import sys
import time
from pathlib import Path

import pytest

from studydesk import files
from studydesk.errors import DiskFull, FileUnwritable
from studydesk.files import write_file, write_new_file
from studydesk.library import Library


def test_a_written_file_holds_the_data_and_nothing_is_beside_it(tmp_path: Path) -> None:
    write_file(tmp_path / "讲义.pdf", b"new")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"讲义.pdf": b"new"}


def test_what_was_there_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "讲义.pdf").write_bytes(b"a longer old one")
    write_file(tmp_path / "讲义.pdf", b"new")
    assert (tmp_path / "讲义.pdf").read_bytes() == b"new"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_a_file_is_as_readable_as_others_and_as_it_was(tmp_path: Path) -> None:
    write_file(tmp_path / "a", b"")
    (tmp_path / "b").touch()
    assert (tmp_path / "a").stat().st_mode == (tmp_path / "b").stat().st_mode
    (tmp_path / "a").chmod(0o640)
    write_file(tmp_path / "a", b"new")
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o640


if sys.platform == "win32":  # elsewhere the rights of its folder decide

    def test_a_file_that_nobody_may_change_stays_and_nothing_is_beside_it(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = tmp_path / "讲义.pdf"
        path.write_bytes(b"old")
        path.chmod(0o444)
        monkeypatch.setattr(files, "_WAITS", (0.01,))
        with pytest.raises(FileUnwritable):
            write_file(path, b"new")
        assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"讲义.pdf": b"old"}


@pytest.mark.parametrize(
    ("code", "told"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EDQUOT, DiskFull),
        (errno.EIO, FileUnwritable),
        (errno.EROFS, FileUnwritable),
    ],
)
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_when_writing_fails_the_old_file_stays_and_nothing_is_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, told: type[Exception], step: str
) -> None:
    path = tmp_path / "讲义.pdf"
    path.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(*{"fsync": (os, "fsync"), "replace": (Path, "replace")}[step], fail)
    with pytest.raises(told):
        write_file(path, b"new")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"讲义.pdf": b"old"}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
def test_a_device_without_room_is_a_full_disk() -> None:
    with pytest.raises(OSError, match="No space") as met, Path("/dev/full").open("wb") as full:
        full.write(b"x")
    assert type(files.cannot_write(Path("a"), met.value)) is DiskFull


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileUnwritable) as refused:
        write_file(tmp_path / "没有" / "讲义.pdf", b"")
    assert refused.value.path == tmp_path / "没有" / "讲义.pdf"
    assert refused.value.reason


def test_a_file_that_a_scanner_holds_on_windows_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[float] = []
    replace = Path.replace

    def held_twice(path: Path, target: Path) -> Path:
        if len(waits) < 2:
            raise PermissionError(errno.EACCES, "in use")
        return replace(path, target)

    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(time, "sleep", waits.append)
    monkeypatch.setattr(Path, "replace", held_twice)
    write_file(tmp_path / "讲义.pdf", b"new")
    assert (tmp_path / "讲义.pdf").read_bytes() == b"new"
    assert waits == [0.05, 0.1]


@pytest.mark.parametrize("linking", [True, False], ids=["second names", "no second names"])
def test_a_new_file_never_takes_the_name_of_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, linking: bool
) -> None:
    def refuse(*_names: Path) -> None:
        raise OSError(errno.EPERM, "not on this drive")

    if not linking:
        monkeypatch.setattr("os.link", refuse)
    assert write_new_file(tmp_path / "讲义.pdf", b"first")
    assert not write_new_file(tmp_path / "讲义.pdf", b"second")
    assert [file.read_bytes() for file in tmp_path.iterdir()] == [b"first"]


def test_where_a_new_file_fails_on_a_drive_without_second_names_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_names: Path) -> None:
        raise OSError(errno.ENOSPC, "no room")

    monkeypatch.setattr("os.link", full)
    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(DiskFull):
        write_new_file(tmp_path / "讲义.pdf", b"new")
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def leftover(tmp_path: Path) -> Path:
    """A file that an earlier run had begun."""
    path = tmp_path / ".0123456789ab.tmp"
    path.write_bytes(b"half")
    os.utime(path, (1e9, 1e9))
    return path


def test_what_an_earlier_run_left_half_written_is_removed(leftover: Path) -> None:
    below = leftover.parent / "版式"
    below.mkdir()
    leftover.rename(below / leftover.name)
    assert files.remove_leftovers(leftover.parent, below=True) == 1
    assert list(below.iterdir()) == []


def test_what_is_being_written_now_is_left_alone(leftover: Path) -> None:
    os.utime(leftover)
    assert files.remove_leftovers(leftover.parent) == 0
    assert leftover.exists()


@pytest.mark.parametrize(
    "name", ["笔记.tmp", ".0123456789ab.txt", ".0123.tmp", ".ZZ23456789ab.tmp"]
)
def test_nothing_of_the_user_s_is_taken_for_a_leftover(leftover: Path, name: str) -> None:
    other = leftover.rename(leftover.with_name(name))
    assert files.remove_leftovers(other.parent) == 0
    assert other.exists()


def test_opening_a_library_removes_its_leftovers(leftover: Path) -> None:
    Library.open(leftover.parent).close()
    assert not leftover.exists()


def test_opening_a_library_removes_leftovers_below_it_up_to_the_start(leftover: Path) -> None:
    others = leftover.parent / "版式"
    others.mkdir()
    below = leftover.rename(others / leftover.name)
    moment = files._STARTED - 1  # one more program may not have the folder, so it was before
    os.utime(below, (moment, moment))
    Library.open(leftover.parent).close()
    assert not below.exists()
