"""Writing a file so that it is there whole or not at all."""

import errno
import os
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from studydesk.errors import DiskFull, FileUnwritable, StudyDeskError

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT}
_WAITS = (0.05, 0.1, 0.2, 0.4, 0.8, 1.0)
"""Seconds between attempts while a virus scanner or a reader holds the file on Windows."""


def write_file(path: Path, data: bytes) -> None:
    """Write `data` beside `path` and move it into place; what was there before stays until then.

    Raises DiskFull or FileUnwritable, with nothing changed and nothing left behind.
    """
    try:
        descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    except OSError as error:
        raise cannot_write(path, error) from error
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        move_into_place(Path(name), path)
    except BaseException as error:
        with suppress(OSError):  # the first failure is the one to tell
            Path(name).unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise cannot_write(path, error) from error
        raise


def move_into_place(new: Path, path: Path) -> None:
    """Give a finished file its name, in one step, in place of what had it. Raises OSError."""
    _keep_permissions(new, path)
    for wait in _WAITS:
        try:
            new.replace(path)
        except PermissionError:
            if sys.platform != "win32":
                raise
            time.sleep(wait)
        else:
            break
    else:
        new.replace(path)
    _settle(path.parent)


def cannot_write(path: Path, error: OSError) -> StudyDeskError:
    """What an OSError met while writing `path` means to the user."""
    if error.errno in _NO_ROOM:
        return DiskFull(path)
    return FileUnwritable(path, error.strerror or str(error))


def _keep_permissions(new: Path, path: Path) -> None:
    """A temporary file is for its owner alone; the finished one is as readable as any other."""
    if sys.platform == "win32":
        return
    if path.exists():
        new.chmod(path.stat().st_mode & 0o777)
    else:
        mask = os.umask(0)
        os.umask(mask)
        new.chmod(0o666 & ~mask)


def _settle(folder: Path) -> None:
    """Have the folder itself written down, so that the new name outlives a power cut."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
