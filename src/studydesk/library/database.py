"""The database file of a library: opened with care, one connection for each thread at work.

A file that is not ours, damaged or of a later version is refused before anything touches it;
nothing here deletes or rebuilds a library.
"""

import errno
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path
from threading import Lock

from studydesk.errors import (
    DiskFull,
    FileUnreadable,
    FileUnwritable,
    LibraryClosed,
    LibraryDamaged,
    LibraryInUse,
    LibraryLost,
    LibraryReadOnly,
    LibraryTooNew,
    StudyDeskError,
)
from studydesk.files import move_into_place
from studydesk.library import codec, schema
from studydesk.library.lock import cannot_use
from studydesk.library.stopping import Stop
from studydesk.paths import LIBRARY_FILE

FILE_NAME = LIBRARY_FILE

_PATIENCE = 5.0
"""Seconds that a program which has the file open without asking is waited for."""
_CHECKED_SIZE = 20 * 2**20
"""Bytes up to which a library is checked at every opening (50 ms)."""
_NEEDED_ROOM = 2**16
"""Bytes: two blocks of the memory that connections share through a file."""
_LONGEST_PATH = 504
"""Bytes of the file's whole path that SQLite can open where it is not on Windows."""
_MAGIC = b"SQLite format 3\x00"

Connect = Callable[[Path], sqlite3.Connection]
"""Opens a database file."""

Prepare = Callable[[sqlite3.Connection], None]
"""Work on a database that is being opened."""

TakeTurn = Callable[[Lock], object]
"""Takes a lock, for as long as that needs."""


class Database:
    """The connections to one database file. Every use takes an idle one or opens another."""

    def __init__(self, folder: Path, connect: Connect | None = None) -> None:
        """`connect` opens the file, in another way than to change it, too."""
        self.folder = folder
        self._connect = connect or _connect
        self.path = folder / FILE_NAME
        self._idle: list[sqlite3.Connection] = []
        self._lock, self._turn = Lock(), Lock()
        self.take_turn: TakeTurn = _wait_for
        """How who writes waits for others who do."""
        self._closed = False
        self.was_cut_off = False

    def open(
        self, prepare: Prepare, fill: Prepare, back_up: Callable[[], object], stop: Stop
    ) -> bool:
        """Make the file ready for use, creating or migrating it; True where it was created: then
        it has what `fill` put into it as soon as it is there.

        `prepare` brings what is derived from the tables up to date, in a transaction; `back_up`
        is called before a migration. Raises Cancelled where `stop` was set, with each step of a
        migration done or not.
        """
        with told(self.folder):
            is_new = not self.path.exists()
            if is_new:
                self._create(fill)
            self._refuse_strangers()
            self.was_cut_off = any(map(Path.exists, self.logs()))
            if self.path.stat().st_size <= _CHECKED_SIZE:
                self._ask("PRAGMA quick_check(1)")
            self._migrate(back_up, stop)
        with self.writing() as connection, stop.watching(connection):
            prepare(connection)
        return is_new

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection that sees one state of the library until the end of the block."""
        with self._transaction("BEGIN") as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A connection whose changes are all kept at the end of the block, or none of them. Who
        writes meanwhile waits for as long as it takes: no other program has the folder.
        """
        self.take_turn(self._turn)
        try:
            with self._transaction("BEGIN IMMEDIATE") as connection:
                yield connection
        finally:
            self._turn.release()

    def logs(self) -> tuple[Path, ...]:
        """The files beside a database that only one has which is open, or was not closed."""
        return _logs(self.path)

    def check(self, stop: Stop) -> None:
        """Have SQLite look at every page of the file, which takes seconds for a large one.

        Raises LibraryDamaged, or Cancelled where `stop` was set meanwhile.
        """
        with told(self.folder):
            self._ask("PRAGMA integrity_check(1)", stop)

    def figures(self) -> dict[str, int | str]:
        """How many rows each table has, and how SQLite keeps them."""
        asked = ("user_version", "journal_mode", "page_size", "page_count", "freelist_count")
        with self.reading() as connection:
            tables = connection.execute(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE 'CREATE TABLE%'"
                " AND name NOT LIKE 'article_index%' ORDER BY name"
            ).fetchall()
            rows = {
                name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608 - our own tables
                for (name,) in tables
            }
            kept = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in asked}
        return {"sqlite": sqlite3.sqlite_version, **kept, **rows}

    def close(self) -> None:
        """Close all connections, now or as soon as the thread that uses one is done with it."""
        with self._lock:
            self._closed = True
        self._drop()

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[sqlite3.Connection]:
        with told(self.folder):
            connection = self._take()
            after: Callable[[sqlite3.Connection], None] = self._give_back
            try:
                with connection:  # commits, or rolls back
                    connection.execute(begin)
                    yield connection
            except sqlite3.OperationalError as error:
                if _kind(error) == sqlite3.SQLITE_IOERR:
                    after = self._drop  # of no use any more, even where the drive is back
                raise
            finally:
                after(connection)

    def _take(self) -> sqlite3.Connection:
        """A connection. Raises LibraryClosed, or LibraryLost where the file is gone, or its drive
        does not answer: what has it open would write into nothing, and SQLite would make an empty
        one in its place.
        """
        there = _is_there(self.path)
        with self._lock:
            if self._closed:
                raise LibraryClosed(self.folder)
            if there and self._idle:
                return self._idle.pop()
        if there:
            return self._connect(self.path)
        self._drop()
        raise LibraryLost(self.folder)

    def _give_back(self, connection: sqlite3.Connection) -> None:
        with self._lock:
            if self._closed:
                connection.close()
            else:
                self._idle.append(connection)

    def _drop(self, *connections: sqlite3.Connection) -> None:
        """Close these connections and the idle ones."""
        with self._lock:
            for connection in (*connections, *self._idle):
                connection.close()
            self._idle.clear()

    def _create(self, fill: Prepare) -> None:
        """Make the file under another name first: a half-made library is never found here."""
        unfinished = self.path.with_name("unfinished.db")
        try:
            remove_database(unfinished)
            with closing(_connect(unfinished)) as connection:
                connection.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
                _bring_up_to_date(connection)
                fill(connection)
            move_into_place(unfinished, self.path)
        except OSError as error:
            raise cannot_use(self.folder, error) from error
        finally:
            remove_database(unfinished)

    def _refuse_strangers(self) -> None:
        """Read the file's own header, without SQLite, which might touch what it opens, and
        which says nothing of a file that may not be written.
        """
        try:
            with self.path.open("r+b") as file:
                header = file.read(100)
        except OSError as error:
            raise cannot_use(self.folder, error) from error
        version = version_in(header)
        if version is None:
            raise LibraryDamaged(self.folder)
        self._refuse_newer(version)

    def _refuse_newer(self, version: int) -> None:
        if version > schema.current_version():
            raise LibraryTooNew(self.folder, version)

    def _ask(self, check: str, stop: Stop | None = None) -> None:
        with closing(_connect(self.path)) as connection, (stop or Stop()).watching(connection):
            if connection.execute(check).fetchone() != ("ok",):
                raise LibraryDamaged(self.folder)

    def _migrate(self, back_up: Callable[[], object], stop: Stop) -> None:
        """Bring an older library up to date: a backup first, then each step or none of it."""
        with self.reading() as connection:
            version = _version(connection)
        self._refuse_newer(version)
        if version < schema.current_version():
            back_up()
            with closing(_connect(self.path)) as connection, stop.watching(connection):
                _bring_up_to_date(connection)


def _wait_for(turn: Lock) -> None:
    turn.acquire()


def _connect(path: Path) -> sqlite3.Connection:
    """A connection with our settings. Transactions are begun by hand."""
    connection = sqlite3.connect(
        path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False
    )
    with ExitStack() as closed_if_it_fails:
        closed_if_it_fails.callback(connection.close)
        mode = connection.execute("PRAGMA journal_mode = WAL").fetchone()[0]
        # Where shared memory does not work, as on network drives, SQLite keeps the older journal,
        # which is safe only when every commit waits for the disk.
        connection.execute(f"PRAGMA synchronous = {'NORMAL' if mode == 'wal' else 'FULL'}")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA temp_store = MEMORY")
        # KiB for each thread: what more is read again, the system keeps for all of them.
        connection.execute("PRAGMA cache_size = -4096")
        closed_if_it_fails.pop_all()
    return connection


def read_only(path: Path) -> sqlite3.Connection:
    """A connection that can change nothing of a database which another program has open."""
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=ro",
        uri=True,
        timeout=_PATIENCE,
        isolation_level=None,
        check_same_thread=False,
    )
    connection.execute("PRAGMA temp_store = MEMORY")
    return connection


def remove_database(unfinished: Path) -> None:
    """Remove a database that was never finished, with SQLite's own files beside it."""
    for left in (unfinished, *_logs(unfinished)):
        with suppress(OSError):  # in the way of nothing but the next attempt, which will tell
            left.unlink(missing_ok=True)


def _logs(path: Path) -> tuple[Path, ...]:
    return tuple(path.with_name(f"{path.name}-{kind}") for kind in ("wal", "journal", "shm"))


def version_in(header: bytes) -> int | None:
    """The version of a library's tables, as the first 100 bytes of its file have it; None where
    they are not those of a library.
    """
    application = int.from_bytes(header[68:72], "big")
    if header[:16] != _MAGIC or application != schema.APPLICATION_ID:
        return None
    return int.from_bytes(header[60:64], "big")


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _bring_up_to_date(connection: sqlite3.Connection) -> None:
    """Run the migrations that the database lacks, one transaction for each version."""
    for version in range(_version(connection), schema.current_version()):
        with connection:  # commits, or rolls back
            connection.execute("BEGIN IMMEDIATE")
            for statement in schema.MIGRATIONS[version]:
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {version + 1}")


@contextmanager
def told(folder: Path) -> Iterator[None]:
    """Turns what SQLite and the codec report into the errors that a user can meet."""
    try:
        yield
    except codec.Unreadable as error:
        raise LibraryDamaged(folder) from error
    except sqlite3.Error as error:
        meaning = _meaning(folder, error)
        if meaning is None:
            raise  # ours, not the world's
        raise meaning from error


def _meaning(folder: Path, error: sqlite3.Error) -> StudyDeskError | None:
    path = folder / FILE_NAME
    match _kind(error):
        case sqlite3.SQLITE_FULL:
            return DiskFull(path)
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM:
            return LibraryReadOnly(folder)
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return LibraryInUse(folder)
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return LibraryDamaged(folder)
        case sqlite3.SQLITE_IOERR | sqlite3.SQLITE_CANTOPEN:
            if _no_room(folder):
                return DiskFull(path)
            if len(os.fsencode(path.absolute())) > _LONGEST_PATH:
                return FileUnwritable(folder, os.strerror(errno.ENAMETOOLONG))
            return _refused(path, error)
    return None


def _refused(path: Path, error: sqlite3.Error) -> StudyDeskError:
    """What it means that the system neither reads nor writes a file for which there is room."""
    if _kind(error) == sqlite3.SQLITE_CANTOPEN or not _is_there(path):
        return LibraryLost(path.parent)
    is_read = getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_IOERR_READ
    return (FileUnreadable if is_read else FileUnwritable)(path, os.strerror(errno.EIO))


def _is_there(path: Path) -> bool:
    """Whether a file answers: on a drive that does not it is gone for now, too."""
    try:
        return path.exists()
    except OSError:
        return False


def _kind(error: sqlite3.Error) -> int:
    """What SQLite reports, without its details."""
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_OK) & 0xFF


def _no_room(folder: Path) -> bool:
    """Whether less is left than SQLite needs to go on; False where nobody can tell."""
    try:
        return shutil.disk_usage(folder).free < _NEEDED_ROOM
    except OSError:
        return False
