"""One process at a time: the lock on a library folder."""

import errno
import json
import os
import sys
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Self

from studydesk.errors import LibraryInUse, LibraryNotFolder, LibraryReadOnly, StudyDeskError
from studydesk.files import cannot_write

if TYPE_CHECKING:
    from filelock import BaseFileLock

LOCK_NAME = "library.lock"
HOLDER_NAME = "library.holder"
"""Who holds the folder stands in this file: that of the lock cannot be read on Windows."""
_LONGEST_NAME = 60
"""Characters that are told of the name of a user or a machine."""


class FolderLock:
    """The folder, held by this process; the operating system lets go of it when we die."""

    def __init__(self, folder: Path, lock: "BaseFileLock") -> None:
        self._folder, self._lock = folder, lock

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
            raise LibraryInUse(folder, *_holder(folder)) from error
        except OSError as error:
            raise cannot_use(folder, error) from error
        _tell_holder(folder)
        return cls(folder, lock)

    def release(self) -> None:
        """Let the folder go."""
        with suppress(OSError):  # nobody asks for it in a folder that can be had
            (self._folder / HOLDER_NAME).unlink()
        self._lock.release()


def _tell_holder(folder: Path) -> None:
    """Leave in a folder that it is held by us, and since when."""
    from getpass import getuser  # the first paint does without it

    try:
        user = getuser()
    except (OSError, KeyError, ImportError):  # nobody the system knows by a name
        user = ""
    told = {"user": user, "machine": _machine(), "since": datetime.now(UTC).isoformat()}
    with suppress(OSError):  # who finds it taken is told that, without by whom
        (folder / HOLDER_NAME).write_text(json.dumps(told), "utf-8")


def _machine() -> str:
    """The name of this computer; the module platform would ask Windows for it at length."""
    if sys.platform == "win32":
        return os.environ.get("COMPUTERNAME", "")
    return os.uname().nodename


def _holder(folder: Path) -> tuple[str, str, datetime | None]:
    """The user and the machine that hold a folder, and since when, as far as that is known."""
    try:
        told = json.loads((folder / HOLDER_NAME).read_text("utf-8"))
        names = (told["user"][:_LONGEST_NAME], told["machine"][:_LONGEST_NAME])
        return *names, datetime.fromisoformat(told["since"])
    except (OSError, ValueError, LookupError, TypeError):  # of another version, or cut off
        return "", "", None


def cannot_use(folder: Path, error: OSError) -> StudyDeskError:
    """What an OSError met while making files in a library folder means to the user."""
    if error.errno in {errno.EEXIST, errno.ENOTDIR}:
        return LibraryNotFolder(folder)
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return LibraryReadOnly(folder)
    return cannot_write(folder, error)
