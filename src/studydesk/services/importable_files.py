"""The files that an import is asked for, those in folders among them."""

import os
from collections.abc import Callable
from pathlib import Path

from studydesk.errors import FileUnreadable, reason_of
from studydesk.files import is_folder

MOST_OF_A_FOLDER = 5_000
"""Files that are taken from a folder at once: the pages of a daily newspaper for more than a year.
"""
MOST_OF_OTHER_KINDS = 500
"""Files of a folder that nothing here can read and that are told one by one."""
OF_SYSTEMS = frozenset({"thumbs.db", "desktop.ini", "ehthumbs.db", "icon\r"})
"""What systems keep in folders unasked."""


def readable_suffixes() -> tuple[str, ...]:
    """The endings of the files that can be read, such as .docx."""
    from studydesk.sources.reading import READERS

    return tuple(READERS)


def files_in(path: Path, own: Path, ask: Callable[[], object]) -> list[Path | FileUnreadable]:
    """A file itself; of a folder what is in it and below, in the order of names, with the folders
    that the system keeps closed, or why there is nothing. What systems and word processors hide is
    passed over, and the library's `own` folder, be it what was dropped; what leads elsewhere is
    not followed, so that nothing goes round. Of files that nothing here can read the first are
    told one by one, the rest in one line.
    """
    if not is_folder(path):
        return [path]
    suffixes = readable_suffixes()
    found: list[Path] = []
    closed: list[OSError] = []
    readable = others = 0
    for folder, inner, names in os.walk(path, onerror=closed.append):
        ask()
        if _is_same(Path(folder), own):
            inner.clear()
            continue
        inner[:] = sorted(name for name in inner if not name.startswith("."))
        for name in sorted(filter(_is_shown, names)):
            can_read = name.lower().endswith(suffixes)
            readable += can_read
            others += not can_read
            if can_read or others <= MOST_OF_OTHER_KINDS:
                found.append(Path(folder, name))
        if readable > MOST_OF_A_FOLDER:
            return [FileUnreadable(path, "folder with too much to read")]
    shut = [FileUnreadable(Path(error.filename or path), reason_of(error)) for error in closed]
    if others > MOST_OF_OTHER_KINDS:
        shut.append(FileUnreadable(path, "folder with much of other kinds"))
    return [*found, *shut] or [FileUnreadable(path, "folder with nothing to read")]


def _is_same(folder: Path, other: Path) -> bool:
    """Whether two paths lead to one folder, by whatever links."""
    try:
        return folder.samefile(other)
    except OSError:
        return False


def _is_shown(name: str) -> bool:
    return not name.startswith((".", "~$")) and name.lower() not in OF_SYSTEMS
