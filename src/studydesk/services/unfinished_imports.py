"""Which files are to be imported, from when that is asked for until what came of them is told: of
an import that was cut off, as by a crash or a power cut, or never came to its turn, the next start
can tell.
"""

import os
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from time import time_ns
from uuid import uuid4

from studydesk.errors import StudyDeskError
from studydesk.library import Library

_Files = dict[str, list[str]]
"""By path, the ids that its source may have in the library: none where it was not read yet."""

_KEYS = "unfinished imports/"
"""Under keys that begin so a library remembers the files of imports, a part of one under each: its
own id, by which earlier ones come first, and a number follow. No part grows, so that of many files
each costs what it does of a few.
"""


@dataclass(frozen=True, slots=True)
class UnfinishedImport:
    """The files of imports that were cut off which are in the library, and those that are not;
    a folder among these stands for what was not even looked up in it.
    """

    taken: tuple[Path, ...]
    missing: tuple[Path, ...]


class ImportRecord:
    """What is on record of one import, from when it is asked for until what came of it is told."""

    def __init__(self, library: Library) -> None:
        self._library, self._id = library, f"{time_ns()} {uuid4().hex}"
        self._earlier: list[str] = []
        with suppress(StudyDeskError):  # what is imported meets the same, which is told
            self._earlier = unfinished(library)
        self._paths: set[str] = set()
        self._parts = 0
        self.is_kept = True
        """Whether all files that were begun with could be put on record."""

    def begin(self, files: Iterable[Path]) -> None:
        """These files are to be imported; the folders that they lie in were on record till now."""
        self.is_kept = self._keep(0, {_path(file): [] for file in files})

    def note(self, sources: Mapping[Path, list[str]]) -> None:
        """Note which sources files have become that are about to be kept, by the ids that these
        may have there; none for what comes to be with the import and is no page.
        """
        self._parts += 1
        self._keep(self._parts, {_path(file): ids for file, ids in sources.items()})

    def _keep(self, part: int, files: _Files) -> bool:
        self._paths.update(files)
        if files:
            try:
                self._library.remember(f"{_KEYS}{self._id}/{part}", files)
            except StudyDeskError:  # what is imported meets the same, which is told
                return False
        return True

    def close(self, left: Iterable[Path] = ()) -> None:
        """What came of the import was told: its files are off its record and those of earlier
        ones, as of an import that was cut off and gone on with, but for those that are left to be
        imported.
        """
        told = self._paths.difference(map(_path, left))
        forget(self._library, told, [*self._earlier, self._id])


def _path(file: Path) -> str:
    """Where a file lies, from wherever that is asked."""
    return os.path.abspath(file)  # noqa: PTH100 - absolute() keeps ..


def unfinished(library: Library) -> list[str]:
    """The ids of all imports that nobody was told the end of; before any is begun, of those that
    were cut off.
    """
    keys = library.keys_under(_KEYS)
    return list(dict.fromkeys(key.removeprefix(_KEYS).split("/")[0] for key in keys))


def what_came(library: Library, imports: Collection[str]) -> UnfinishedImport:
    """What came of some imports that were cut off."""
    files: dict[str, set[str]] = {}
    for each in imports:
        for part in library.recall_all(f"{_KEYS}{each}/", dict).values():
            for path, ids in part.items():
                files.setdefault(path, set()).update(ids)
    there = library.known_sources({one for ids in files.values() for one in ids})
    taken = {path for path, ids in files.items() if ids & there}
    return UnfinishedImport(
        tuple(Path(path) for path in files if path in taken),
        tuple(Path(path) for path in files if path not in taken),
    )


def forget(library: Library, files: Iterable[str], imports: Iterable[str]) -> None:
    """What came of the files with these paths in some imports was told. Where the library does not
    answer, that is told again at the next start.
    """
    told = frozenset(files)

    def without(kept: dict[str, _Files]) -> dict[str, _Files]:
        left = {
            key: {path: ids for path, ids in part.items() if path not in told}
            for key, part in kept.items()
        }
        return {key: part for key, part in left.items() if part}

    with suppress(StudyDeskError):
        for each in imports:
            library.amend_all(f"{_KEYS}{each}/", dict, without)


def forget_packet(library: Library, file: Path) -> None:
    """What came of opening a packet file was told, whichever imports it came with."""
    with suppress(StudyDeskError):  # it is told again at the next start
        forget(library, [_path(file)], unfinished(library))


def forget_all(library: Library) -> None:
    """No import is unfinished: those on record went on while a backup was made."""
    with suppress(StudyDeskError):
        library.amend_all(_KEYS, dict, lambda _kept: {})
