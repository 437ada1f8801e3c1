"""Which files are being imported, kept until that ends: of an import that was cut off, as by a
crash or a power cut, one can say at the next start what came of it.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from studydesk.errors import NotFound, StudyDeskError
from studydesk.library import Library

_FILES = "importing"
"""Under this key a library remembers them: the source of each by its path, empty where none is
known yet.
"""
_NONE: dict[str, str] = {}


@dataclass(frozen=True, slots=True)
class UnfinishedImport:
    """The files of an import that was cut off which are in the library, and those that are not."""

    taken: tuple[Path, ...]
    missing: tuple[Path, ...]


class ImportRecord:
    """What is on record of an import that is under way."""

    def __init__(self, library: Library, files: Iterable[Path]) -> None:
        self._library = library
        self._files = {str(file.absolute()): "" for file in files}
        self._keep(self._files)

    def note(self, sources: Mapping[Path, str]) -> None:
        """Note which sources files have become that are about to be kept, by their ids."""
        self._files.update({str(file.absolute()): key for file, key in sources.items()})
        self._keep(self._files)

    def close(self) -> None:
        """The import has ended, and what came of it is told."""
        self._keep(_NONE)

    def _keep(self, files: Mapping[str, str]) -> None:
        with suppress(StudyDeskError):  # what is imported meets the same, which is told
            self._library.remember(_FILES, files)


@contextmanager
def on_record(library: Library, files: Iterable[Path]) -> Iterator[ImportRecord]:
    """The record of an import, for as long as that goes on."""
    record = ImportRecord(library, files)
    try:
        yield record
    finally:
        record.close()


def take_unfinished(library: Library) -> UnfinishedImport | None:
    """The import that was cut off, if one was; it is taken off the record, to be told once."""
    files = library.recall(_FILES, _NONE)
    if not files:
        return None
    library.remember(_FILES, _NONE)
    taken = [path for path, key in files.items() if key and _has(library, key)]
    missing = [path for path in files if path not in taken]
    return UnfinishedImport(tuple(map(Path, taken)), tuple(map(Path, missing)))


def _has(library: Library, source_id: str) -> bool:
    try:
        library.facts([source_id])
    except NotFound:
        return False
    return True
