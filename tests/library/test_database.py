"""A library is opened with care, keeps what it acknowledged, and is never deleted or rebuilt."""

import getpass
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from threading import Thread

import pytest

from studydesk.domain.article import Recovery, Source
from studydesk.domain.packet import Packet
from studydesk.errors import (
    DiskFull,
    LibraryClosed,
    LibraryDamaged,
    LibraryInUse,
    LibraryNotFolder,
    LibraryReadOnly,
    LibraryTooNew,
)
from studydesk.library import Library, database, schema
from studydesk.library.backups import BACKUPS
from studydesk.library.lock import HOLDER_NAME

Page = tuple[Source, Recovery]
MakePage = Callable[..., Page]

SOURCES = Path(__file__).parents[2] / "src"


@pytest.fixture
def made(folder: Path, page: Page) -> Path:
    """The database file of a library with a page and a packet, closed."""
    with Library.open(folder) as library:
        library.add(*page)
        library.save_packet(Packet("周五学习", id="p"))
    return folder / database.FILE_NAME


def run_python(code: str, *arguments: object) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": str(SOURCES), "PYTHONIOENCODING": "utf-8"},
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def names(folder: Path) -> set[str]:
    """What is in the folder of a closed library, but for the lock, which Windows takes away."""
    return {path.name for path in folder.iterdir()} - {"library.lock"}


# --- what is refused -----------------------------------------------------------------------


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "emptied": lambda data: data[:0],
    "another file": lambda data: data[16:],
    "cut short": lambda data: data[: len(data) // 2],
    "cut in the header": lambda data: data[:50],
    "a page overwritten": lambda data: data[:8192] + b"\xff" * 4096 + data[12288:],
    "another program's": lambda data: data[:68] + b"\0\0\0\1" + data[72:],
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_library_is_refused_and_left_alone(
    made: Path, damage: Callable[[bytes], bytes]
) -> None:
    made.write_bytes(damage(made.read_bytes()))
    before = made.read_bytes()
    with pytest.raises(LibraryDamaged) as refused:
        Library.open(made.parent)
    assert refused.value.folder == made.parent
    assert made.read_bytes() == before
    assert names(made.parent) == {"library.db"}


def test_a_library_of_a_later_version_is_refused_and_left_alone(made: Path) -> None:
    with closing(sqlite3.connect(made)) as connection:
        connection.execute("PRAGMA user_version = 99")
    before = made.read_bytes()
    with pytest.raises(LibraryTooNew) as refused:
        Library.open(made.parent)
    assert refused.value.version == 99
    assert made.read_bytes() == before


def test_damaged_content_is_told_when_it_is_met(made: Path) -> None:
    with closing(sqlite3.connect(made)) as connection, connection:
        connection.execute("UPDATE packet SET content = substr(content, 1, 20)")
    with Library.open(made.parent) as library, pytest.raises(LibraryDamaged):
        library.packet("p")


def test_a_file_where_the_folder_should_be_is_refused(tmp_path: Path) -> None:
    place = tmp_path / "学习台"
    place.write_text("not a folder")
    with pytest.raises(LibraryNotFolder):
        Library.open(place)
    assert place.read_text() == "not a folder"


# --- one at a time -------------------------------------------------------------------------


def test_a_second_opening_in_one_process_is_refused(library: Library) -> None:
    with pytest.raises(LibraryInUse):
        Library.open(library.folder)


OPEN = """
import sys
from pathlib import Path
from studydesk.errors import LibraryInUse
from studydesk.library import Library
try:
    Library.open(Path(sys.argv[1])).close()
except LibraryInUse:
    print("in use")
else:
    print("open")
"""


def test_another_process_is_refused_until_the_library_is_closed(folder: Path) -> None:
    with Library.open(folder):
        assert run_python(OPEN, folder).communicate()[0] == "in use\n"
    assert run_python(OPEN, folder).communicate()[0] == "open\n"


def test_who_holds_a_library_is_told_to_who_finds_it_taken(folder: Path) -> None:
    before = datetime.now(UTC)
    with Library.open(folder), pytest.raises(LibraryInUse) as taken:
        Library.open(folder)
    assert taken.value.user == getpass.getuser()
    assert taken.value.machine
    assert taken.value.since is not None
    assert before <= taken.value.since <= datetime.now(UTC)
    assert names(folder) == {"library.db"}


@pytest.mark.parametrize("left", ["", "{}", "[]", '{"user": 1, "machine": "a", "since": "x"}'])
def test_a_library_that_is_taken_is_told_though_nobody_knows_by_whom(
    folder: Path, left: str
) -> None:
    with Library.open(folder):
        (folder / HOLDER_NAME).write_text(left)
        with pytest.raises(LibraryInUse) as taken:
            Library.open(folder)
    assert (taken.value.user, taken.value.machine, taken.value.since) == ("", "", None)


def test_a_library_is_opened_where_it_cannot_be_said_by_whom(folder: Path) -> None:
    (folder / HOLDER_NAME).mkdir(parents=True)
    with Library.open(folder), pytest.raises(LibraryInUse) as taken:
        Library.open(folder)
    assert taken.value.user == ""


def test_who_was_cut_off_is_not_taken_for_who_holds_a_library_now(folder: Path) -> None:
    with Library.open(folder):
        pass
    (folder / HOLDER_NAME).write_text('{"user": "x", "machine": "y", "since": "2026-01-01"}')
    with Library.open(folder), pytest.raises(LibraryInUse) as taken:
        Library.open(folder)
    assert taken.value.machine not in {"", "y"}


def test_a_refused_library_is_not_kept_locked(made: Path) -> None:
    good = made.read_bytes()
    made.write_bytes(b"")
    with pytest.raises(LibraryDamaged):
        Library.open(made.parent)
    made.write_bytes(good)
    Library.open(made.parent).close()


# --- no room, no permission ----------------------------------------------------------------


def limit_pages(monkeypatch: pytest.MonkeyPatch, pages: int) -> None:
    """Let SQLite find the disk full once the file has this many pages."""
    connect = database._connect

    def connect_with_limit(path: Path) -> sqlite3.Connection:
        connection = connect(path)
        connection.execute(f"PRAGMA max_page_count = {pages}")
        return connection

    monkeypatch.setattr(database, "_connect", connect_with_limit)


def test_on_a_full_disk_nothing_is_half_kept(
    made: Path, make_page: MakePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    limit_pages(monkeypatch, 100)
    with Library.open(made.parent) as library:
        with pytest.raises(DiskFull):
            library.add(*make_page(*[(f"第{number}篇", "长文" * 500) for number in range(99)]))
        assert len(library.articles()) == 2
        assert library.search("第9").total == 0
        library.save_packet(Packet("小", id="q"))
    with Library.open(made.parent) as library:
        assert {packet.id for packet in library.packets()} == {"p", "q"}


def test_where_a_new_library_finds_no_room_no_half_of_it_is_left(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as full:
        limit_pages(full, 5)
        with pytest.raises(DiskFull):
            Library.open(folder)
    assert names(folder) == set()
    with Library.open(folder) as library:
        assert library.is_new


@pytest.fixture
def shared(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder in which a test has no more rights than any user; root has all of them."""
    if sys.platform == "win32":
        pytest.skip("Windows does not keep users out of folders in this way")
    import_module("filelock")  # while it may still be read
    with tempfile.TemporaryDirectory() as name:
        place = Path(name) / "学习台"
        Library.open(place).close()
        root = os.geteuid() == 0
        for path in (Path(name), place, *place.iterdir()):
            path.chmod(0o777)
            os.chown(path, 65534 if root else -1, -1)
        if root:
            os.seteuid(65534)
        try:
            yield place
        finally:
            if root:
                os.seteuid(0)


@pytest.mark.parametrize(
    "locked", [["library.db"], ["library.db", "."], ["library.db", "library.lock", "."]]
)
def test_a_library_that_may_not_be_written_is_refused(shared: Path, locked: list[str]) -> None:
    Library.open(shared).close()
    for name in locked:
        (shared / name).chmod(0o555)
    with pytest.raises(LibraryReadOnly):
        Library.open(shared)


def test_a_folder_that_may_not_be_written_is_refused(shared: Path) -> None:
    shared.chmod(0o555)
    with pytest.raises(LibraryReadOnly):
        Library.open(shared / "新")


# --- older libraries -----------------------------------------------------------------------


def add_version(monkeypatch: pytest.MonkeyPatch, *statements: str) -> None:
    """Let the program be one version ahead of the libraries made so far."""
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, statements))


ADD_COLUMN = "ALTER TABLE packet ADD COLUMN colour TEXT NOT NULL DEFAULT 'red'"


def version_of(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def test_an_older_library_is_backed_up_and_brought_up_to_date(
    made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = version_of(made)
    add_version(monkeypatch, ADD_COLUMN)
    with Library.open(made.parent) as library:
        assert not library.is_new
        assert library.packet("p").title == "周五学习"
        assert library.search("新质生产力").total == 1
    (backup,) = (made.parent / BACKUPS).iterdir()
    assert (version_of(backup), version_of(made)) == (before, before + 1)


def test_a_migration_that_fails_leaves_the_library_as_it_was(
    made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as newer:
        add_version(newer, ADD_COLUMN, "ALTER TABLE nothing ADD COLUMN x")
        with pytest.raises(sqlite3.OperationalError):
            Library.open(made.parent)
    with closing(sqlite3.connect(made)) as connection:
        columns = {row[1] for row in connection.execute("PRAGMA table_info (packet)")}
    assert "colour" not in columns
    with Library.open(made.parent) as library:
        assert library.packet("p").title == "周五学习"


def test_an_index_made_by_other_rules_is_made_anew(made: Path) -> None:
    with closing(sqlite3.connect(made)) as connection, connection:
        connection.execute("UPDATE normal_form SET name = 'older'")
        connection.execute("UPDATE article_text SET normal_body = 'older'")
        connection.execute("INSERT INTO article_index (article_index) VALUES ('delete-all')")
    with Library.open(made.parent) as library:
        assert library.search("新质生产力").total == 1


# --- crashes -------------------------------------------------------------------------------

SAVE_FOR_EVER = """
import sys
from itertools import count
from pathlib import Path
from studydesk.domain.packet import Packet
from studydesk.library import Library
library = Library.open(Path(sys.argv[1]))
for number in count():
    library.save_packet(Packet(f"{number}", id=f"p{number % 7}"))
    print(number, flush=True)
"""


def test_what_was_acknowledged_outlives_a_kill(folder: Path) -> None:
    for _ in range(4):
        with run_python(SAVE_FOR_EVER, folder) as process:
            assert process.stdout is not None
            for _ in range(random.randrange(1, 200)):
                acknowledged = int(process.stdout.readline())
            process.kill()
            rest = process.stdout.read().splitlines()
        last = max([acknowledged, *(int(line) for line in rest if line)])
        with Library.open(folder) as library:
            assert int(library.packet(f"p{last % 7}").title) >= last


def test_a_library_cut_off_while_it_was_made_is_made_again(folder: Path) -> None:
    folder.mkdir()
    (folder / "unfinished.db").write_bytes(b"SQLite format 3\x00 half of it")
    (folder / "unfinished.db-wal").write_bytes(b"and half of its log")
    with Library.open(folder) as library:
        assert library.is_new
    assert names(folder) == {"library.db"}


def test_a_thread_in_the_middle_of_a_change_ends_it_after_close(folder: Path) -> None:
    library = Library.open(folder)
    with library._database.writing() as connection:
        library.close()
        connection.execute("INSERT INTO state (key, value) VALUES ('a', '1')")
    with pytest.raises(LibraryClosed):
        library.packets()
    with Library.open(folder) as again:
        assert again.recall("a", 0) == 1


# --- backups and places --------------------------------------------------------------------


def test_a_backup_is_a_whole_library(library: Library, page: Page, tmp_path: Path) -> None:
    library.add(*page)
    backup = library.back_up()
    (tmp_path / "wieder").mkdir()
    shutil.copy(backup, tmp_path / "wieder" / database.FILE_NAME)
    with Library.open(tmp_path / "wieder") as restored:
        assert restored.articles() == library.articles()


def test_the_three_newest_backups_are_kept(library: Library) -> None:
    made = [library.back_up() for _ in range(5)]
    assert sorted((library.folder / BACKUPS).iterdir()) == made[2:]


def test_a_closed_library_is_one_file_that_can_be_moved(made: Path, tmp_path: Path) -> None:
    assert names(made.parent) == {"library.db"}
    made.parent.rename(tmp_path / "搬家")
    with Library.open(tmp_path / "搬家") as library:
        assert library.packet("p").title == "周五学习"


@pytest.mark.skipif(sys.platform == "win32", reason="this stand-in for a network is Unix's")
def test_where_memory_cannot_be_shared_every_commit_waits_for_the_disk(
    folder: Path, page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect = sqlite3.connect

    def connect_as_over_a_network(
        path: Path, timeout: float, isolation_level: None, *, check_same_thread: bool
    ) -> sqlite3.Connection:
        return connect(
            f"{path.as_uri()}?vfs=unix-dotfile",
            timeout=timeout,
            uri=True,
            isolation_level=isolation_level,
            check_same_thread=check_same_thread,
        )

    monkeypatch.setattr(sqlite3, "connect", connect_as_over_a_network)
    with Library.open(folder) as library:
        library.add(*page)
        with library._database.reading() as connection:
            assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
            assert connection.execute("PRAGMA synchronous").fetchone() == (2,)
        assert library.search("新质生产力").total == 1


def test_a_change_waits_for_another_however_long_that_takes(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "_PATIENCE", 0)
    later = Thread(target=lambda: library.remember("later", 2))

    def change(value: int) -> int:
        later.start()
        later.join(0.1)  # it would have been refused by then
        return value + 1

    library.amend("first", 0, change)
    later.join(10)
    assert (library.recall("first", 0), library.recall("later", 0)) == (1, 2)
