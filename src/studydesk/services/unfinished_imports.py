"""Which files are being imported, kept until what came of them is told: of an import that was cut
off, as by a crash or a power cut, one can say at the next start.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from studydesk.errors import StudyDeskError
from studydesk.library import Library

_Files = dict[str, list[str]]
"""By path, the ids that its source may have in the library: none where it was not read yet."""

_KEY = "unfinished imports"
"""Under this key a library remembers the files of each import, by the import's own id."""
_NONE: dict[str, _Files] = {}


@dataclass(frozen=True, slots=True)
class UnfinishedImport:
    """The files of imports that were cut off which are in the library, and those that are not."""

    taken: tuple[Path, ...]
    missing: tuple[Path, ...]


class ImportRecord:
    """What is on record of one import, from its begin until what came of it is told."""

    def __init__(self, library: Library) -> None:
        self._library, self._id = library, uuid4().hex
        self._files: _Files = {}

    def begin(self, files: Iterable[Path]) -> None:
        """These files are being imported."""
        self.note({file: [] for file in files})

    def note(self, sources: Mapping[Path, list[str]]) -> None:
        """Note which sources files have become that are about to be kept, by the ids that these
        may have there.
        """
        self._files.update({str(file.absolute()): ids for file, ids in sources.items()})
        with suppress(StudyDeskError):  # what is imported meets the same, which is told
            self._library.amend(_KEY, _NONE, lambda kept: {**kept, self._id: self._files})

    def close(self) -> None:
        """What came of the import was told: its files are off every record, as of an import that
        was cut off and gone on with.
        """
        forget(self._library, self._files)


@contextmanager
def on_record(library: Library) -> Iterator[ImportRecord]:
    """The record of an import, of which is told by the end of the block, whatever comes of it."""
    record = ImportRecord(library)
    try:
        yield record
    finally:
        record.close()


def unfinished(library: Library) -> list[str]:
    """The ids of all imports that nobody was told the end of; before any is begun, of those that
    were cut off.
    """
    return list(library.recall(_KEY, _NONE))


def what_came(library: Library, imports: Collection[str]) -> UnfinishedImport:
    """What came of some imports that were cut off."""
    kept = library.recall(_KEY, _NONE)
    files: dict[str, set[str]] = {}
    for each in imports:
        for path, ids in kept.get(each, {}).items():
            files.setdefault(path, set()).update(ids)
    there = library.known_sources({one for ids in files.values() for one in ids})
    taken = {path for path, ids in files.items() if ids & there}
    return UnfinishedImport(
        tuple(Path(path) for path in files if path in taken),
        tuple(Path(path) for path in files if path not in taken),
    )


def forget(library: Library, files: Collection[str]) -> None:
    """What came of the files with these paths was told. Where the library does not answer, that is
    told again at the next start.
    """

    def without(kept: dict[str, _Files]) -> dict[str, _Files]:
        left = {
            key: {path: ids for path, ids in each.items() if path not in files}
            for key, each in kept.items()
        }
        return {key: each for key, each in left.items() if each}

    with suppress(StudyDeskError):
        library.amend(_KEY, _NONE, without)


def forget_all(library: Library) -> None:
    """No import is unfinished: those on record went on while a backup was made."""
    with suppress(StudyDeskError):
        library.amend(_KEY, _NONE, lambda _kept: _NONE)
