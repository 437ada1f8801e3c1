"""One process at a time: the lock on a library folder."""

import errno
from pathlib import Path
from typing import TYPE_CHECKING, Self

from studydesk.errors import LibraryInUse, LibraryNotFolder, LibraryReadOnly, StudyDeskError
from studydesk.files import cannot_write

if TYPE_CHECKING:
    from filelock import BaseFileLock

LOCK_NAME = "library.lock"


class FolderLock:
    """The folder, held by this process; the operating system lets go of it when we die."""

    def __init__(self, lock: "BaseFileLock") -> None:
        self._lock = lock

    @classmethod
    def take(cls, folder: Path) -> Self:
        """Hold a folder, which is created where there is none.

        Raises LibraryInUse, LibraryNotFolder, LibraryReadOnly, DiskFull or FileUnwritable.
        """
        from filelock import FileLock, Timeout  # 50 ms that commands without a library save

        lock = FileLock(folder / LOCK_NAME, blocking=False, thread_local=False)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            lock.acquire()
        except Timeout as error:
            raise LibraryInUse(folder) from error
        except OSError as error:
            raise cannot_use(folder, error) from error
        return cls(lock)

    def release(self) -> None:
        """Let the folder go."""
        self._lock.release()


def cannot_use(folder: Path, error: OSError) -> StudyDeskError:
    """What an OSError met while making files in a library folder means to the user."""
    if error.errno in {errno.EEXIST, errno.ENOTDIR}:
        return LibraryNotFolder(folder)
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return LibraryReadOnly(folder)
    return cannot_write(folder, error)
