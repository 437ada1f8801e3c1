"""Reading a library that another program of this computer has open, without a change to it."""

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path

from studydesk.errors import LibraryInUse, StudyDeskError
from studydesk.library import schema
from studydesk.library.catalogue import Catalogue
from studydesk.library.database import Database, read_only
from studydesk.library.lock import FolderLock, is_held, is_held_here, was_released


@contextmanager
def read_beside(taken: LibraryInUse) -> Iterator[Catalogue]:
    """What can be asked of a library that could not be had, as it was taken. Who has it goes on as
    if it were not read. Raises `taken` where that cannot be: another computer has it, which shares
    no memory with this one, or its drive does not allow two at once, or it is of another version.
    """
    database = Database(taken.folder, read_only)
    if not (is_held_here(taken.folder) and _can_be_shared(database.path)):
        raise taken
    with closing(database):
        yield Catalogue(database)
    _take_in_logs(taken.folder)


def _take_in_logs(folder: Path) -> None:
    """Have what was written last in the file itself, where who had the library open closed it
    meanwhile: that was not the last to do so, and who only reads cannot do it. Logs of one that
    died stay, by which the next to open it knows of that.
    """
    database = Database(folder)
    if is_held(folder) or not was_released(folder) or not any(map(Path.exists, database.logs())):
        return
    with suppress(StudyDeskError), ExitStack() as released:  # who opens it next does it
        released.callback(FolderLock.take(folder).release)
        released.callback(database.close)
        with database.reading():
            pass


def _can_be_shared(path: Path) -> bool:
    try:
        connection = read_only(path)
    except sqlite3.Error:
        return False
    try:
        (mode,) = connection.execute("PRAGMA journal_mode").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
    except sqlite3.Error:
        return False
    finally:
        connection.close()
    return (mode, version) == ("wal", schema.current_version())
