"""One process at a time: the lock on a library folder."""

import errno
import json
import os
import sys
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Self

from studydesk.errors import LibraryInUse, LibraryNotFolder, LibraryReadOnly, StudyDeskError
from studydesk.files import cannot_write

if TYPE_CHECKING:
    from filelock import BaseFileLock

LOCK_NAME = "library.lock"
HOLDER_NAME = "library.holder"
"""Who holds the folder stands in this file: that of the lock cannot be read on Windows."""
TOLD_NAME = "library.holder.lock"
"""Who wrote that file holds this lock as well, for as long as it is true: it may be left by a crash
or copied along with the folder, and the folder be held by a version that knows nothing of it.
"""
_LONGEST_NAME = 60
"""Characters that are told of the name of a user or a machine."""
_LONGEST_FILE = 4096
"""Characters that are read of what should have some hundred."""
_YEAR = timedelta(days=365)
_PATIENCE = 0.1
"""Seconds in which whoever else asks whether that lock is held is done with asking."""


class FolderLock:
    """The folder, held by this process; the operating system lets go of it when we die."""

    def __init__(self, folder: Path, lock: "BaseFileLock", told: "BaseFileLock") -> None:
        self._folder, self._lock, self._told = folder, lock, told

    @classmethod
    def take(cls, folder: Path) -> Self:
        """Hold a folder, which is created where there is none.

        Raises LibraryInUse, LibraryNotFolder, LibraryReadOnly, DiskFull or FileUnwritable.
        """
        from filelock import Timeout  # 50 ms that commands without a library save

        lock = _lock(folder / LOCK_NAME)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            lock.acquire()
        except Timeout as error:
            raise LibraryInUse(folder, *_holder(folder)) from error
        except OSError as error:
            raise cannot_use(folder, error) from error
        return cls(folder, lock, _tell_holder(folder))

    def release(self) -> None:
        """Let the folder go; nothing where that was done."""
        if not self._lock.is_locked:
            return
        self._told.release()
        for name in (HOLDER_NAME, TOLD_NAME):
            with suppress(OSError):  # nobody asks for it in a folder that can be had
                (self._folder / name).unlink()
        self._lock.release()


def is_held(folder: Path) -> bool:
    """Whether any process holds a folder, by whomever; not where nobody can tell."""
    from filelock import Timeout

    try:
        if (folder / LOCK_NAME).exists():
            _lock(folder / LOCK_NAME).acquire().lock.release()
    except Timeout:
        return True
    except OSError:
        return False
    return False


def was_released(folder: Path) -> bool:
    """Whether who held a folder last let it go, and did not die with it; as far as it had said that
    it held it.
    """
    return not (folder / HOLDER_NAME).exists()


def is_held_here(folder: Path) -> bool:
    """Whether a process of this computer holds a folder, as far as it says so."""
    _user, machine, _since = _holder(folder)
    return machine != "" and machine == _name(_machine())


def _lock(path: Path) -> "BaseFileLock":
    from filelock import FileLock

    return FileLock(path, blocking=False, thread_local=False)


def _tell_holder(folder: Path) -> "BaseFileLock":
    """Leave in a folder that it is held by us, and since when, for those who may hold it, too; the
    lock which says that this is so.
    """
    from getpass import getuser  # the first paint does without it

    try:
        user = getuser()
    except (OSError, KeyError, ImportError):  # nobody the system knows by a name
        user = ""
    told = {"user": user, "machine": _machine(), "since": datetime.now(UTC).isoformat()}
    path, lock = folder / HOLDER_NAME, _lock(folder / TOLD_NAME)
    with suppress(OSError):  # who finds it taken is told that, without by whom
        path.unlink(missing_ok=True)  # what another user left can be removed, but not written to
        path.touch(0o600 | (folder.stat().st_mode & 0o022) << 1, exist_ok=False)
        path.write_text(json.dumps(told), "utf-8")
        lock.acquire(timeout=_PATIENCE, blocking=True)
    return lock


def _machine() -> str:
    """The name of this computer; the module platform would ask Windows for it at length."""
    if sys.platform == "win32":
        return os.environ.get("COMPUTERNAME", "")
    return os.uname().nodename


def _holder(folder: Path) -> tuple[str, str, datetime | None]:
    """The user and the machine that hold a folder, and since when, as far as that is known."""
    if not _is_told(folder):
        return "", "", None
    try:
        with (folder / HOLDER_NAME).open(encoding="utf-8") as file:
            told = json.loads(file.read(_LONGEST_FILE))
        return _name(told["user"]), _name(told["machine"]), _moment(told["since"])
    except (OSError, ValueError, LookupError, TypeError, RecursionError):  # cut off, or not ours
        return "", "", None


def _is_told(folder: Path) -> bool:
    """Whether who holds a folder has said so."""
    from filelock import Timeout

    try:
        if (folder / TOLD_NAME).exists():
            _lock(folder / TOLD_NAME).acquire(timeout=_PATIENCE, blocking=True).lock.release()
    except Timeout:
        return True
    except OSError:  # nobody knows
        return False
    return False


def _name(told: str) -> str:
    """A name without what cannot be seen, or changes how others are."""
    return "".join(filter(str.isprintable, told)).strip()[:_LONGEST_NAME]


def _moment(told: str) -> datetime | None:
    """A moment that can be told by its day without a year; None where the clock was wrong."""
    moment = datetime.fromisoformat(told)
    return moment if timedelta() <= datetime.now(UTC) - moment <= _YEAR else None


def cannot_use(folder: Path, error: OSError) -> StudyDeskError:
    """What an OSError met while making files in a library folder means to the user."""
    if error.errno in {errno.EEXIST, errno.ENOTDIR}:
        return LibraryNotFolder(folder)
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return LibraryReadOnly(folder)
    return cannot_write(folder, error)
