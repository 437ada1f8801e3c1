"""Opening libraries; a new one has the pages that ship with StudyDesk and a sample packet."""

from pathlib import Path

from studydesk import paths
from studydesk.errors import LibraryMissing
from studydesk.library import Library
from studydesk.library.database import FILE_NAME
from studydesk.services.importing import import_files
from studydesk.services.packs import open_pack

_STARTER = "starter"
"""Under this key a library remembers that its starter content is not complete yet."""


def open_library(folder: Path) -> Library:
    """The library in a folder. A new one gets the starter pages and the sample packet; where
    that was cut short, it is done again. Raises what Library.open raises, and DiskFull.
    """
    library = Library.open(folder)
    try:
        if library.is_new or library.recall(_STARTER, "done") != "done":
            library.remember(_STARTER, "begun")
            import_files(library, sorted(paths.seeds().glob("*.txt")))
            open_pack(library, paths.resources() / "sample.studypack")
            library.remember(_STARTER, "done")
    except BaseException:
        library.close()
        raise
    return library


def open_existing(folder: Path) -> Library:
    """The library in a folder where there is one. Raises LibraryMissing where there is none, and
    what Library.open raises.
    """
    if not (folder / FILE_NAME).exists():
        raise LibraryMissing(folder)
    return Library.open(folder)
