"""The copies of a library in its backup folder: what is in them, and putting one back."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from studydesk.errors import LibraryDamaged, NotFound
from studydesk.files import cannot_write, move_into_place
from studydesk.library import schema
from studydesk.library.database import BACKUPS, FILE_NAME, Database, remove_database, told
from studydesk.library.lock import FolderLock

_STAMP = "%Y%m%d-%H%M%S-%f"
_STEM = Path(FILE_NAME).stem


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy of a library: since when, how much is in it, its packets with the one changed
    last first. A copy that cannot be read any more is `damaged`, and nothing is known of it.
    """

    path: Path
    made_at: datetime
    articles: int = 0
    packets: tuple[str, ...] = ()
    damaged: bool = False


def backups(folder: Path) -> list[Backup]:
    """The copies of the library in a folder, the newest first."""
    paths = sorted((folder / BACKUPS).glob(f"{_STEM}-*.db"), reverse=True)
    return [_described(path) for path in paths if _made_at(path) is not None]


def _made_at(path: Path) -> datetime | None:
    try:
        return datetime.strptime(path.stem, f"{_STEM}-{_STAMP}").replace(tzinfo=UTC)
    except ValueError:  # a file that somebody put there
        return None


def _described(path: Path) -> Backup:
    made_at = _made_at(path) or datetime.fromtimestamp(0, UTC)
    try:
        with _opened(path) as connection:
            (articles,) = connection.execute("SELECT count(*) FROM article").fetchone()
            titles = connection.execute("SELECT title FROM packet ORDER BY changed_at DESC")
            return Backup(path, made_at, articles, tuple(title for (title,) in titles))
    except (sqlite3.Error, LibraryDamaged):
        return Backup(path, made_at, damaged=True)


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    """A copy, to look at: nothing is written, not even beside it."""
    uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    with closing(sqlite3.connect(uri, uri=True)) as connection:
        if connection.execute("PRAGMA application_id").fetchone() != (schema.APPLICATION_ID,):
            raise LibraryDamaged(path.parent.parent)
        yield connection


def restore(folder: Path, backup: Path) -> None:
    """Put a copy in place of the library in a folder, which nobody may have open. What is there
    now becomes a backup itself; where it is damaged, it is put aside as it is.

    Raises NotFound, LibraryDamaged where the copy is, LibraryInUse, DiskFull or FileUnwritable,
    with the library as it was.
    """
    lock = FolderLock.take(folder)
    new = folder / "unfinished.db"
    try:
        if not backup.is_file():
            raise NotFound("backup", backup.name)
        with told(folder), _opened(backup) as copy, closing(sqlite3.connect(new)) as target:
            copy.backup(target)
            if target.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
                raise LibraryDamaged(folder)
        _keep_present(folder)
        move_into_place(new, folder / FILE_NAME)
    except OSError as error:
        raise cannot_write(folder, error) from error
    finally:
        remove_database(new)
        lock.release()


def _keep_present(folder: Path) -> None:
    """Back up the library as it is now; what SQLite cannot read is put aside, file by file."""
    if not (folder / FILE_NAME).exists():
        return
    database = Database(folder)
    try:
        database.back_up()
    except LibraryDamaged:
        stamp = datetime.now(UTC).strftime(_STAMP)
        (folder / BACKUPS).mkdir(exist_ok=True)
        for path in sorted(folder.glob(f"{FILE_NAME}*"), reverse=True):  # its log first
            path.replace(folder / BACKUPS / path.name.replace(_STEM, f"damaged-{stamp}", 1))
    finally:
        database.close()
