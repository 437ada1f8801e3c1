"""Writing a file so that it is there whole or not at all."""

import errno
import os
import re
import shutil
import stat
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack, suppress
from pathlib import Path

from studydesk.errors import DiskFull, FileUnwritable, StudyDeskError, reason_of

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT}
_WAITS = (0.05, 0.1, 0.2, 0.4, 0.8, 1.0)
"""Seconds between attempts while a virus scanner or a reader holds the file on Windows."""


_TEMPORARY = re.compile(r"\.[0-9a-f]{12}\.tmp")
"""What the files are called that `write_file` begins with."""

_STARTED = time.time()

_ABROAD = 600
"""Seconds by which another computer's clock may be behind, in a folder that many write to."""


def is_folder(path: Path) -> bool:
    """Whether a folder is there; not where the system does not let us ask."""
    try:
        return path.is_dir()
    except OSError:
        return False


def write_file(path: Path, data: bytes) -> None:
    """Write `data` beside `path` and move it into place; what was there before stays until then.

    Raises DiskFull or FileUnwritable, with nothing changed and nothing left behind.
    """
    _write(path, data, move_into_place)


def write_new_file(path: Path, data: bytes) -> bool:
    """As `write_file`, but False and nothing done where something has the name already."""
    try:
        _write(path, data, _move_to_free_name)
    except FileExistsError:
        return False
    return True


def _write(path: Path, data: bytes, move: Callable[[Path, Path], None]) -> None:
    new = path.with_name(f".{os.urandom(6).hex()}.tmp")
    try:
        with new.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if sys.platform != "win32" and path.exists():
            shutil.copymode(path, new)  # there it would but keep `new` from being removed again
        move(new, path)
    except FileExistsError:
        raise
    except OSError as error:
        raise cannot_write(path, error) from error
    finally:
        with suppress(OSError):  # the first failure is the one to tell
            new.unlink(missing_ok=True)


def remove_leftovers(folder: Path, *, below: bool = False) -> int:
    """Remove what `write_file` could not finish in a folder, and in those directly `below`, as
    this program or the power went off before the present start, without `below` some minutes before
    it; how many files that were. What cannot be removed stays: it is in the way of nothing.
    """
    removed = 0
    latest = _STARTED if below else _STARTED - _ABROAD
    for pattern in (".*.tmp", "*/.*.tmp") if below else (".*.tmp",):
        found: list[Path] = []
        with suppress(OSError):
            found += folder.glob(pattern)
        for path in found:
            with suppress(OSError):
                facts = path.lstat()
                ours = _TEMPORARY.fullmatch(path.name) and stat.S_ISREG(facts.st_mode)
                if ours and facts.st_mtime < latest:
                    path.unlink()
                    removed += 1
    return removed


def move_into_place(new: Path, path: Path) -> None:
    """Give a finished file its name, in one step, in place of what had it. Raises OSError."""
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


def _move_to_free_name(new: Path, path: Path) -> None:
    """Give a finished file a name that nothing has. Raises FileExistsError, or OSError."""
    try:
        os.link(new, path)
    except FileExistsError:
        raise
    except OSError:  # no second names on this drive (FAT, some networks)
        path.touch(exist_ok=False)
        with ExitStack() as undone:
            undone.callback(path.unlink, missing_ok=True)
            move_into_place(new, path)
            undone.pop_all()
    else:
        _settle(path.parent)


def cannot_write(path: Path, error: OSError) -> StudyDeskError:
    """What an OSError met while writing `path` means to the user."""
    if error.errno in _NO_ROOM:
        return DiskFull(path)
    return FileUnwritable(path, reason_of(error))


def _settle(folder: Path) -> None:
    """Have the folder itself written down, so that the new name outlives a power cut."""
    if sys.platform == "win32":
        return
    with suppress(OSError):  # not every file system can; the file is in place all the same
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
