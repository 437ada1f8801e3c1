"""Who holds a folder is told to who finds it taken, and nothing that may not be true."""

import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from threading import Timer

import pytest
from filelock import FileLock

from studydesk.errors import LibraryInUse
from studydesk.library import lock
from studydesk.library.lock import HOLDER_NAME, LOCK_NAME, TOLD_NAME, FolderLock, is_held
from studydesk.services.starting import others_in
from studydesk.ui.words import messages

NOW = datetime.now(UTC)


def record(user: str = "张三", machine: str = "三楼", since: str = NOW.isoformat()) -> str:
    return json.dumps({"user": user, "machine": machine, "since": since})


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """While a folder is held by this version of the program."""
    lock = FolderLock.take(folder)
    try:
        yield
    finally:
        lock.release()


@contextmanager
def held_by_another_version(folder: Path) -> Iterator[None]:
    """While a folder is held by a version that does not say by whom."""
    with FileLock(folder / LOCK_NAME, blocking=False):
        yield


def refusal(folder: Path) -> LibraryInUse:
    with pytest.raises(LibraryInUse) as taken:
        FolderLock.take(folder)
    return taken.value


def told(folder: Path) -> tuple[str, str, datetime | None]:
    error = refusal(folder)
    return error.user, error.machine, error.since


NOBODY = ("", "", None)


def test_what_a_crash_left_is_not_told_of_a_version_that_does_not_say_who_it_is(
    tmp_path: Path,
) -> None:
    (tmp_path / HOLDER_NAME).write_text(record(), "utf-8")
    with held_by_another_version(tmp_path):
        assert told(tmp_path) == NOBODY
        assert not (tmp_path / TOLD_NAME).exists()
        (tmp_path / TOLD_NAME).touch()
        assert told(tmp_path) == NOBODY
        assert told(tmp_path) == NOBODY


def test_what_went_along_as_a_folder_was_copied_is_not_told_of_the_copy(tmp_path: Path) -> None:
    (tmp_path / "库").mkdir()
    with held(tmp_path / "库"):
        assert told(tmp_path / "库") != NOBODY
        shutil.copytree(tmp_path / "库", tmp_path / "另一个")
    with held_by_another_version(tmp_path / "另一个"):
        assert told(tmp_path / "另一个") == NOBODY


def test_what_another_user_left_is_replaced(tmp_path: Path) -> None:
    (tmp_path / HOLDER_NAME).write_text(record(), "utf-8")
    left = (tmp_path / HOLDER_NAME).stat().st_ino
    with (tmp_path / HOLDER_NAME).open("rb"), held(tmp_path):
        assert (tmp_path / HOLDER_NAME).stat().st_ino != left
        assert "张三" not in told(tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such users")
def test_what_cannot_be_replaced_is_not_told() -> None:
    if os.geteuid():
        pytest.skip("only root can be another user")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o1777)  # each removes only their own
        (folder / HOLDER_NAME).write_text(record(), "utf-8")
        os.seteuid(65534)
        try:
            with held(folder):
                assert told(folder) == NOBODY
        finally:
            os.seteuid(0)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights otherwise")
@pytest.mark.parametrize(("of_folder", "of_file"), [(0o755, 0o600), (0o770, 0o640), (0o777, 0o644)])
def test_who_may_not_hold_a_folder_need_not_know_who_does(
    tmp_path: Path, of_folder: int, of_file: int
) -> None:
    tmp_path.chmod(of_folder)
    with held(tmp_path):
        assert (tmp_path / HOLDER_NAME).stat().st_mode & 0o777 == of_file


@pytest.mark.parametrize(
    "since",
    [
        "0001-01-01T00:00:00",
        "0001-01-01T00:00:00+00:00",
        "9999-12-31T23:59:59+00:00",
        "2999-01-01T00:00:00+00:00",
        "2020-01-01T00:00:00+00:00",
    ],
)
def test_a_moment_that_cannot_be_is_not_told(tmp_path: Path, since: str) -> None:
    with held(tmp_path):
        (tmp_path / HOLDER_NAME).write_text(record(since=since), "utf-8")
        assert told(tmp_path)[2] is None
        assert "打开的" not in messages.sentence(refusal(tmp_path))


@pytest.mark.parametrize("hidden", ["\ud800", "\x00", "\x1b", "\u202e", "\n", "\u2028", "\u200b"])
def test_a_name_is_told_without_what_cannot_be_seen(tmp_path: Path, hidden: str) -> None:
    with held(tmp_path):
        (tmp_path / HOLDER_NAME).write_text(record(f"{hidden}张{hidden}三", hidden), "utf-8")
        assert told(tmp_path) == ("张三", "", NOW)


@pytest.mark.parametrize("left", ["[" * 100_000, "[" * 4_000, '{"user": 1e', "\ud800"])
def test_a_file_that_is_not_ours_is_nobody(tmp_path: Path, left: str) -> None:
    with held(tmp_path):
        (tmp_path / HOLDER_NAME).write_bytes(left.encode("utf-8", "surrogatepass"))
        assert told(tmp_path) == NOBODY


def test_nothing_is_left_of_who_held_a_folder(tmp_path: Path) -> None:
    with held(tmp_path):
        assert {HOLDER_NAME, TOLD_NAME} < {path.name for path in tmp_path.iterdir()}
        assert others_in(tmp_path) == 0
    assert {path.name for path in tmp_path.iterdir()} <= {LOCK_NAME}


def test_whether_a_folder_is_held_is_told_without_asking_by_whom(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "_PATIENCE", 3600)  # whoever asked that would wait for so long
    with held(tmp_path):
        assert is_held(tmp_path)
    assert not is_held(tmp_path)
    assert not is_held(tmp_path / "nothing")
    assert not (tmp_path / "nothing").exists()


def test_who_asks_just_then_does_not_keep_the_holder_from_saying_who_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "_PATIENCE", 3600)  # a busy machine takes its time
    asking, others = FileLock(tmp_path / TOLD_NAME, thread_local=False), monkeypatch.context()
    asking.acquire()
    done = Timer(0.1, asking.release)
    done.start()
    with held(tmp_path), others as patience:
        done.join()
        patience.setattr(lock, "_PATIENCE", 0.1)
        assert told(tmp_path) != NOBODY


def test_who_let_a_folder_go_twice_takes_nothing_from_who_holds_it_then(tmp_path: Path) -> None:
    first = FolderLock.take(tmp_path)
    first.release()
    with held(tmp_path):
        first.release()
        assert told(tmp_path) != NOBODY
