"""The copies of a library in its backup folder: made, looked into, put back, and in time removed.

Their names are known here only; whatever else lies in that folder is the user's.
"""

import os
import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path

from studydesk.errors import (
    FileUnreadable,
    LibraryDamaged,
    LibraryGone,
    LibraryLost,
    LibraryTooNew,
    NotFound,
)
from studydesk.files import cannot_write, move_into_place, write_file
from studydesk.library import schema
from studydesk.library.database import FILE_NAME, Database, remove_database, told, version_in
from studydesk.library.lock import FolderLock, cannot_use
from studydesk.library.stopping import Stop
from studydesk.paths import has_library

BACKUPS = "backups"
KEPT_BACKUPS = 3
"""Copies of days that are kept."""
REPLACED_DAYS = 30
"""Days that a library which another took the place of is kept."""

_AT_ONCE, _KEPT_AT_ONCE = 1024, 16
"""Pages that are copied in one go, and goes after which they are written down for good: whoever
stops a copy of gigabytes waits for neither.
"""

Progress = Callable[[int, int], None]
"""Called with (done, total) pages; it may take its time, and raise Cancelled."""


class Occasion(StrEnum):
    """On what a copy is made, which its name says: each day, before a library is brought up to date
    or before an earlier copy takes its place.
    """

    DAILY = ""
    UPGRADE = "upgrade"
    REPLACED = "replaced"


_STAMP = "%Y%m%d-%H%M%S-%f"
_STEM = Path(FILE_NAME).stem
_NAME = re.compile(rf"{_STEM}-(\d{{8}}-\d{{6}}-\d{{6}})(?:-(upgrade|replaced))?\.db")

_UNFINISHED = "unfinished.db"
"""A copy while it is made."""

_UPGRADING = "upgrading.txt"
"""The file beside the copies that names those of an upgrade which is not complete, in the order in
which they were made: the clock may be wrong meanwhile, and versions of before know their names.
"""


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy of a library: since when, how much is in it, its packets with the one changed
    last first. A copy that cannot be read any more is `damaged`, and one that a later version of
    the program made `too_new`: nothing is known of either.
    """

    path: Path
    made_at: datetime
    articles: int = 0
    packets: tuple[str, ...] = ()
    damaged: bool = False
    too_new: bool = False
    occasion: Occasion = Occasion.DAILY


def back_up(
    database: Database,
    *,
    occasion: Occasion = Occasion.DAILY,
    progress: Progress = lambda _done, _total: None,
    stop: Stop | None = None,
) -> Path:
    """A copy of a library as it is now in its backup folder. Of days the three newest are kept, of
    an upgrade that is not complete the first, the newest that no step of it had been done to and
    the newest, and what was replaced for thirty days; a damaged library is not copied, so that it
    displaces none.

    Raises LibraryDamaged, LibraryLost, DiskFull, FileUnwritable, or Cancelled where `stop` was set.
    """
    folder = database.folder / BACKUPS
    target = folder / _name_now(occasion)
    unfinished = folder / _UNFINISHED
    try:
        folder.mkdir(exist_ok=True)
        remove_database(unfinished)
        unfinished.touch()  # where it may not be, the system says why; SQLite would not
        with told(database.folder), closing(sqlite3.connect(unfinished)) as copy:
            with database.reading() as connection:
                _copy(connection, copy, unfinished, progress)
            with (stop or Stop()).watching(copy):
                _check(copy, database.folder)
        if occasion is Occasion.UPGRADE:
            _list_as_attempt(target)
        move_into_place(unfinished, target)
    except OSError as error:
        if not database.path.exists():
            raise LibraryLost(database.folder) from error
        raise cannot_write(target, error) from error
    finally:
        remove_database(unfinished)
    _prune(database.folder)
    return target


def remove_unfinished(folder: Path) -> None:
    """Remove what is left of a copy whose making was cut off; none may be being made now."""
    remove_database(folder / BACKUPS / _UNFINISHED)


def _name_now(occasion: Occasion) -> str:
    """The name of a copy that is made now."""
    stamp = datetime.now(UTC).strftime(_STAMP)
    return f"{'-'.join(filter(None, (_STEM, stamp, occasion)))}.db"


def _copy(
    connection: sqlite3.Connection, copy: sqlite3.Connection, path: Path, progress: Progress
) -> None:
    """Copy a database, as it is at the beginning, into the file of another."""
    (mode,) = connection.execute("PRAGMA journal_mode").fetchone()
    if mode == "wal":  # else a reader would keep others from writing: SQLite begins again instead
        connection.execute("SELECT 1 FROM sqlite_schema").fetchall()
    with path.open("r+b") as file:

        def went_on(_status: int, left: int, total: int) -> None:
            if (total - left) // _AT_ONCE % _KEPT_AT_ONCE == 0:
                os.fsync(file.fileno())
            progress(total - left, total)

        connection.backup(copy, pages=_AT_ONCE, progress=went_on, sleep=0.01)


def _check(copy: sqlite3.Connection, folder: Path) -> None:
    if copy.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
        raise LibraryDamaged(folder)


def _prune(folder: Path) -> None:
    """Remove the copies that are past their time. Those of days to come were made while the clock
    was wrong, and go first: else every later copy would go as soon as it is made.
    """
    since = datetime.now(UTC) - timedelta(days=REPLACED_DAYS)
    replaced = _made(folder, Occasion.REPLACED)
    for old in (
        *_made(folder, Occasion.DAILY)[KEPT_BACKUPS:],
        *(copy for copy in replaced if copy.made_at < since),
    ):
        with suppress(OSError):  # in the way of nothing, and gone after the next copy
            old.path.unlink()
    attempts = _of_this_upgrade(folder)
    if pristine := _pristine(attempts):
        _remove(path for path in attempts[1:-1] if path != pristine)


def _made(folder: Path, occasion: Occasion) -> list[Backup]:
    """The copies made on an occasion, the newest first, and last those of days to come."""
    now = datetime.now(UTC)
    made = [copy for copy in _copies(folder) if copy.occasion is occasion]
    return sorted(made, key=lambda copy: copy.made_at > now)


def complete_upgrade(folder: Path) -> None:
    """Keep one of the copies that were made for an upgrade which is complete, in place of that of
    the upgrade before: the newest that none of its steps had been done to. Their list goes first,
    as the next upgrade would go on with it; what cannot be removed goes after that one.
    """
    if pristine := _pristine(_of_this_upgrade(folder)):
        with suppress(OSError):  # nothing is lost, and the next opening does it
            (folder / BACKUPS / _UPGRADING).unlink()
            others = _made(folder, Occasion.UPGRADE)
            _remove(copy.path for copy in others if copy.path != pristine)


def _list_as_attempt(copy: Path) -> None:
    """Add a copy to those of the upgrade that is not complete.

    Raises DiskFull or FileUnwritable.
    """
    upgrading = copy.with_name(_UPGRADING)
    try:
        names = upgrading.read_text("utf-8", "replace").splitlines()
    except FileNotFoundError:
        names = []
    except OSError:  # what is in it must not be forgotten; nothing is removed while it is so
        return
    write_file(upgrading, "\n".join([*names, copy.name]).encode())


def _of_this_upgrade(folder: Path) -> list[Path]:
    """The copies of an upgrade that is not complete, the first first; none after one that is, and
    where they cannot be told, so that none is removed.
    """
    try:
        names = (folder / BACKUPS / _UPGRADING).read_text("utf-8", "replace").splitlines()
        made = {copy.path.name: copy.path for copy in _copies(folder)}
    except OSError:
        return []
    return [made[name] for name in names if name in made]


def _pristine(attempts: list[Path]) -> Path | None:
    """The last copy of the lowest version; None where none of them is one of a library."""
    versions = {path: _version(path) for path in reversed(attempts)}
    known = {path: version for path, version in versions.items() if version is not None}
    return min(known, key=known.__getitem__, default=None)


def _remove(copies: Iterable[Path]) -> None:
    """Remove copies, but none that may be what is left of another."""
    for path in copies:
        with suppress(OSError):  # in the way of nothing, and tried again
            if _version(path) is not None:
                path.unlink()


def _version(path: Path) -> int | None:
    """The version of the tables in a copy, as its header has it; None where it is cut off, or not
    one of a library, or cannot be read.
    """
    try:
        with path.open("rb") as file:
            header = file.read(100)
        size = int.from_bytes(header[16:18], "big") * int.from_bytes(header[28:32], "big")
        return version_in(header) if path.stat().st_size >= size else None
    except OSError:
        return None


def backups(folder: Path) -> list[Backup]:
    """The copies of the library in a folder, the newest first."""
    return [_described(copy) for copy in _copies(folder)]


def _copies(folder: Path) -> list[Backup]:
    """The copies by their names alone, the newest first."""
    found = []
    for path in (folder / BACKUPS).glob("*.db"):
        if name := _NAME.fullmatch(path.name):
            with suppress(ValueError):  # no day or hour: somebody else's file
                made_at = datetime.strptime(name[1], _STAMP).replace(tzinfo=UTC)
                found.append(Backup(path, made_at, occasion=Occasion(name[2] or "")))
    return sorted(found, key=lambda copy: copy.made_at, reverse=True)


def _described(copy: Backup) -> Backup:
    try:
        with _opened(copy.path) as connection:
            (articles,) = connection.execute("SELECT count(*) FROM article").fetchone()
            rows = connection.execute("SELECT title FROM packet ORDER BY changed_at DESC")
            return replace(copy, articles=articles, packets=tuple(title for (title,) in rows))
    except (sqlite3.Error, LibraryDamaged):
        return replace(copy, damaged=True)
    except LibraryTooNew:
        return replace(copy, too_new=True)


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    """A copy that can be used, to look at: nothing is written, not even beside it."""
    uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    with closing(sqlite3.connect(uri, uri=True)) as connection:
        folder = path.parent.parent
        if connection.execute("PRAGMA application_id").fetchone() != (schema.APPLICATION_ID,):
            raise LibraryDamaged(folder)
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if version > schema.current_version():
            raise LibraryTooNew(folder, version)
        yield connection


def restore(
    folder: Path,
    backup: Path,
    progress: Progress = lambda _done, _total: None,
    stop: Stop | None = None,
) -> None:
    """Put a copy in place of the library in a folder, which nobody may have open. What is there
    now becomes a backup itself; where it is damaged, or a part of it, it is put aside as it is,
    and where it cannot be copied the newest copy of a day is kept as long as it would have been.

    Raises NotFound, LibraryDamaged where the copy is, LibraryTooNew where a later version made it,
    LibraryInUse, DiskFull, FileUnwritable, or Cancelled where `stop` was set in time, with the
    library as it was.
    """
    stop = stop or Stop()
    lock = FolderLock.take(folder)
    new = folder / "unfinished.db"
    try:
        if not backup.is_file():
            raise NotFound("backup", backup.name)
        remove_database(new)  # of a restore that was cut off
        with told(folder), _opened(backup) as copy, closing(sqlite3.connect(new)) as target:
            _copy(copy, target, new, progress)
            with stop.watching(target):
                _check(target, folder)
        _keep_present(folder, progress, stop)
        move_into_place(new, folder / FILE_NAME)
    except OSError as error:
        raise cannot_write(folder, error) from error
    finally:
        remove_database(new)
        lock.release()


def _keep_present(folder: Path, progress: Progress, stop: Stop) -> None:
    """Back up the library as it is now. What SQLite cannot read is put aside, file by file, and
    so is a log without its library, which would be taken for that of the copy.
    """
    database = Database(folder)
    kept = False
    try:
        if database.path.exists():
            with suppress(FileUnreadable, LibraryDamaged, LibraryLost):
                back_up(database, occasion=Occasion.REPLACED, progress=progress, stop=stop)
                kept = True
    finally:
        database.close()
    if not kept:
        _keep_newest(folder)
    _put_aside(folder, database.logs(), None if kept else database.path)


def _keep_newest(folder: Path) -> None:
    """Let the newest sound copy of a day stand for the library, which cannot be copied: the copies
    of the days to come, of the one that takes its place, do not displace it.
    """
    for copy in _made(folder, Occasion.DAILY):
        if _version(copy.path) is not None:
            copy.path.replace(copy.path.with_name(_name_now(Occasion.REPLACED)))
            return


def is_gone(folder: Path) -> bool:
    """Whether only the copies of a library are left in a folder."""
    return not has_library(folder) and bool(_copies(folder))


def refuse_beside_copies(folder: Path) -> None:
    """Raises LibraryGone where a library would be made beside the copies of another: in three days
    its own would displace them.
    """
    if is_gone(folder):
        raise LibraryGone(folder)


def put_lost_logs_aside(database: Database) -> None:
    """Put aside the logs of a library that is gone, out of the way of one that is to be made.

    Raises LibraryReadOnly, DiskFull or FileUnwritable.
    """
    if not database.path.exists():
        try:
            _put_aside(database.folder, database.logs(), None)
        except OSError as error:
            raise cannot_use(database.folder, error) from error


def _put_aside(folder: Path, logs: Iterable[Path], library: Path | None) -> None:
    """Put logs aside, and a library under a second name: it stays in its place until another takes
    that, as who finds none there is told that it was removed.
    """
    stamp = datetime.now(UTC).strftime(_STAMP)

    def aside(path: Path) -> Path:
        (folder / BACKUPS).mkdir(exist_ok=True)
        return folder / BACKUPS / path.name.replace(_STEM, f"damaged-{stamp}", 1)

    if library is not None and library.exists():
        try:
            os.link(library, aside(library))
        except OSError:  # no second names on this drive (FAT, some networks)
            library.replace(aside(library))
    for path in filter(Path.exists, logs):
        path.replace(aside(path))
